/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a picture before it is decoded, and what one may measure at most. */
#pragma once

#include <stdbool.h>

#define PICTURE_SIDE_MAX 8192              /* px; player/README.md, "Budgets" */
#define PICTURE_PIXELS_MAX 40000000        /* 40 Mpx */
#define PICTURE_FILE_BYTES_MAX (20u << 20) /* the player's own cap */

enum picture_type { PICTURE_PNG, PICTURE_JPEG, PICTURE_WEBP };

struct probe {
    enum picture_type type;
    int width, height; /* px, as stored */
    int turn;          /* EXIF orientation 1 to 8 */
    bool turn_is_odd;  /* EXIF names another one: nobody knows which way up it is */
    bool has_alpha;
    int components;
    bool foreign_profile; /* an embedded colour profile that is not sRGB */
    bool has_private;     /* a position, a serial number, an owner or names of faces */
};
