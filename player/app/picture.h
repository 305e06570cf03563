/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A medium from its bytes to the pixels that a display draws. */
#pragma once

#include "media/scale.h"
#include "model/edition.h"

/* What is known of a picture when it can be shown. */
struct ready_picture {
    struct probe probe;
    struct pixels pixels; /* upright, scaled down to fit the display */
};

enum picture_outcome {
    PICTURE_READY,
    PICTURE_REFUSED, /* the report says why; trying again gives the same */
    PICTURE_LATER,   /* our side failed (no child, no memory): another try may work */
};

/*
 * Looks at the header, decodes in the child and scales down to fit a display.
 *
 * announcement  whose picture it is: name and place for the findings.
 * ret_picture   set only with PICTURE_READY; pixels_free gives its pixels back.
 */
enum picture_outcome picture_prepare(struct decoder *decoder, struct str bytes,
                                     const struct announcement *announcement,
                                     const struct display *display, struct report *report,
                                     struct ready_picture *ret_picture) NODISCARD;

/* "image/jpeg" → "jpg"; by the ending of the name when the type is none of ours; "bin" at last. */
const char *picture_ending_of(struct str media_type, struct str name);
