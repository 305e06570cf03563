/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each pixel asks which module it lies in: turned codes need nothing more. */
#include "made_code.h"

#include <math.h>
#include <qrencode.h>
#include <stdlib.h>

struct pixels made_picture(struct arena *arena, int width, int height, uint32_t ground)
{
    size_t count = (size_t)width * (size_t)height;
    struct pixels pixels = { ARENA_ARRAY(arena, uint32_t, count), width, height };
    for (size_t i = 0; i < count; i++)
        pixels.at[i] = ground;
    return pixels;
}

static uint32_t colour_at(const QRcode *qr, const struct made_code *code, double x, double y)
{
    int column = (int)floor(x / code->module_px), row = (int)floor(y / code->module_px);
    if (column < 0 || row < 0 || column >= qr->width || row >= qr->width)
        return code->light;
    return qr->data[row * qr->width + column] & 1 ? code->dark : code->light;
}

void made_code_draw(struct pixels *to, const struct made_code *code, int x, int y)
{
    QRcode *qr = QRcode_encodeString8bit(code->payload, 0, QR_ECLEVEL_M);
    if (!qr)
        abort();
    double half = qr->width * code->module_px / 2, border = code->quiet * code->module_px;
    double sine = sin(code->turn * M_PI / 180), cosine = cos(code->turn * M_PI / 180);
    for (int row = 0; row < to->height; row++) {
        for (int column = 0; column < to->width; column++) {
            double across = column + 0.5 - x, down = row + 0.5 - y;
            double inner_x = across * cosine + down * sine + half;
            double inner_y = down * cosine - across * sine + half;
            if (inner_x < -border || inner_y < -border || inner_x >= 2 * half + border ||
                inner_y >= 2 * half + border)
                continue;
            to->at[(size_t)row * (size_t)to->width + (size_t)column] =
                colour_at(qr, code, inner_x, inner_y);
        }
    }
    QRcode_free(qr);
}

int made_code_modules(const char *payload)
{
    QRcode *qr = QRcode_encodeString8bit(payload, 0, QR_ECLEVEL_M);
    int modules = qr ? qr->width : 0;
    QRcode_free(qr);
    return modules;
}
