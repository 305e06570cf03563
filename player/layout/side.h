/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Picture and QR code: a tinted panel beside the text on a lying display; on an upright one a band
 * under the header with both, or a row above the footer for a code alone. Only for the .c files of
 * this folder.
 */
#pragma once

#include "layout/flow.h"
#include "layout/qr.h"

struct side {
    bool picture, code;
    int picture_width, picture_height; /* of the prepared picture */
    struct qr qr;
    struct str address;  /* what the code says, whole */
    struct flow caption; /* "Lue puhelimella" and the short address */
    int width;           /* of the panel (lying), 0: there is none */
    int band_height;     /* of the picture's band (upright), 0: none */
    bool code_in_band;   /* upright with both: the code stands beside the picture */
    int caption_row;     /* height of the caption under the band, 0: it stands elsewhere */
    int row_height;      /* of the code's row (upright, without picture), 0: none */
};

/*
 * What stands beside the text of an item.
 *
 * with_picture  false leaves the picture out to make room for long words.
 * band_share    of the height, for the picture of an upright display.
 */
struct side side_of(struct frame *frame, const struct item *item, bool with_picture,
                    double band_share);

/* Draws the panel of a lying display; answers the x where the text must end. */
int side_place_panel(struct frame *frame, const struct side *side);

/* The x where the text must end beside the panel, without drawing it. */
int side_text_right(const struct frame *frame, const struct side *side);

/* Draws the band with its top at y; answers the y under it. */
int side_place_band(struct frame *frame, const struct side *side, int y);

/* Draws the row with its bottom at y; answers the y of its top. */
int side_place_row(struct frame *frame, const struct side *side, int y);
