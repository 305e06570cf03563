/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a picture file says of itself, read by small code of our own before any decoder sees it:
 * a 69-byte PNG that claims 60000 × 60000 pixels cost SDL_image 11 s and 13.7 GB.
 */
#pragma once

#include "base/report.h"
#include "media/picture_facts.h"

/*
 * Reads the header and walks the file to its end mark, checking lengths and, for PNG, CRCs.
 *
 * name     for the findings (its ending is compared with the content).
 * bytes_max  the centre's limit; the player's own cap holds too.
 *
 * False: it must not be decoded; the report says why (what it is and what to send instead).
 */
bool probe_picture(struct str bytes, struct str name, size_t bytes_max, struct report *report,
                   struct probe *ret_probe) NODISCARD;

const char *picture_type_name(enum picture_type type);  /* "PNG", "JPEG", "WebP" */
const char *picture_media_type(enum picture_type type); /* "image/png" … */
const char *picture_ending(enum picture_type type);     /* "png", "jpg", "webp" */

/* Width and height after the EXIF turn, px. */
int probe_seen_width(const struct probe *probe);
int probe_seen_height(const struct probe *probe); /* likewise */
