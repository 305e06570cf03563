/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slides of an edition as pixels and PNG files: what the lobby shows, to the byte. */
#pragma once

#include "app/site_edition.h"

/*
 * Draws one page of an item as the lobby does at the edition's moment; NULL draws the idle slide.
 * False when memory or its picture fails. pixels_free gives the pixels back.
 */
bool slides_paint(const struct site_edition *edition, const struct item *item, int page,
                  struct pixels *ret_pixels) NODISCARD;

/* Writes pixels as PNG, beside and renamed; false with a message. */
bool slides_write_png(const struct pixels *pixels, const char *path);
