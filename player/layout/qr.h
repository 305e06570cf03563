/* SPDX-License-Identifier: GPL-3.0-or-later */
/* QR codes for a scanning distance. The only user of libqrencode. */
#pragma once

#include "layout/frame.h"

#define QR_QUIET_MODULES 4 /* ISO/IEC 18004; on all sides */

struct qr {
    const uint8_t *cells; /* modules × modules; 1 is dark */
    int modules, module_px;
    int side; /* with the quiet zone, px */
};

/*
 * The code of an address at error correction M, as wide as a tenth of the scanning distance asks
 * (player/README.md, F6), in whole pixels a module. False when the address is too long for a code.
 */
bool qr_make(struct frame *frame, struct str address, struct qr *ret_qr) NODISCARD;

/* Draws it with its quiet zone, top left at x, y. */
void qr_place(struct frame *frame, const struct qr *qr, struct str address, int x, int y);
