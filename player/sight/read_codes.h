/* SPDX-License-Identifier: GPL-3.0-or-later */
/* QR codes in a picture, read by libzbar. Only for the .c files of this folder. */
#pragma once

#include "sight/child.h"
#include "sight/seen.h"

#define CODES_MAX 8           /* more on a slide than anyone would scan */
#define CODE_SECONDS_MAX 5    /* player/README.md, "Budgets"; measured: 0.1 s for 1080p */
#define CODE_PAYLOAD_MAX 3000 /* the largest QR code holds 2953 bytes; ISO/IEC 18004 */

/*
 * Reads a picture: fills in the codes of `seen`, whose width and height are set. CHILD_DONE also
 * when there are none.
 */
enum child_outcome read_codes(struct arena *arena, const uint8_t *grey,
                              struct seen *seen) NODISCARD;
