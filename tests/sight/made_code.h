/* SPDX-License-Identifier: GPL-3.0-or-later */
/* QR codes drawn into pixels, as senders draw them, well and badly. */
#pragma once

#include "base/arena.h"
#include "media/pixels.h"

struct made_code {
    const char *payload;
    double module_px;
    int quiet;            /* modules of `light` round it */
    uint32_t dark, light; /* ARGB */
    double turn;          /* degrees */
};

/* Fills `ground` and draws the code with its centre at x, y; pixels in the arena. */
struct pixels made_picture(struct arena *arena, int width, int height, uint32_t ground);
void made_code_draw(struct pixels *to, const struct made_code *code, int x, int y);

/* Modules a side of a payload at level M. */
int made_code_modules(const char *payload);
