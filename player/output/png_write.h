/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pixels as a PNG file in memory. The only user of libpng outside the decoder's own process. */
#pragma once

#include "media/decode.h"

/* 8-bit RGB, in the arena; the alpha is dropped. Empty without memory. */
struct str png_write(struct arena *arena, const struct pixels *pixels) NODISCARD;
