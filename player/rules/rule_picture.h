/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What rules may look at of a picture: its header, its pixels, and what a machine saw in them.
 *
 * A picture is decoded once, and kept no larger than the display that counts shows it. Places are
 * pixels of that; what a rule measures it scales to each display by the box of the scene. The
 * player's update gives no picture: it shows what an approver has looked at.
 */
#pragma once

#include "media/picture_facts.h"
#include "media/pixels.h"
#include "sight/seen.h"

struct rule_picture {
    const struct probe *probe; /* of the file, never NULL */
    int delivered_width;       /* of the file after the EXIF turn, px */
    int delivered_height;      /* likewise */
    struct pixels pixels;      /* upright, scaled down to fit the display that counts */
    const struct seen *seen;   /* NULL: nobody looked */
};
