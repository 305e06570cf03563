/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See qr.h. */
#include "layout/qr.h"

#include <math.h>
#include <qrencode.h>

#define SCAN_DISTANCE_SHARE 10 /* code width : scanning distance, industry rule */

bool qr_make(struct frame *frame, struct str address, struct qr *ret_qr)
{
    const struct display *display = frame->context->display;
    QRcode *code = QRcode_encodeString8bit(str_c(frame->arena, address), 0, QR_ECLEVEL_M);
    if (!code)
        return false;
    double width = display->scan_m * 1000 / SCAN_DISTANCE_SHARE * display_px_per_mm(display);
    size_t count = (size_t)code->width * (size_t)code->width;
    uint8_t *cells = ARENA_ARRAY(frame->arena, uint8_t, count);
    for (size_t i = 0; i < count; i++)
        cells[i] = code->data[i] & 1; /* the other bits tell what the module is for */
    *ret_qr = (struct qr){
        .cells = cells,
        .modules = code->width,
        .module_px = (int)ceil(width / code->width),
    };
    ret_qr->side = (code->width + 2 * QR_QUIET_MODULES) * ret_qr->module_px;
    QRcode_free(code);
    return true;
}

void qr_place(struct frame *frame, const struct qr *qr, struct str address, int x, int y)
{
    struct scene_part *part = frame_part(frame, SCENE_QR);
    part->qr.box = (struct box){ x, y, qr->side, qr->side };
    part->qr.payload = address;
    part->qr.modules = qr->modules;
    part->qr.module_px = qr->module_px;
    part->qr.cells = qr->cells;
}
