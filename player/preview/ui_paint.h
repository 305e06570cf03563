/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's parts into pixels, with the letters of the slides. */
#pragma once

#include "preview/ui.h"

struct ui_cache;

/* Scaled pixels of the last pictures painted, so that a move of the mouse does not scale anew. */
struct ui_cache *ui_cache_new(void) NODISCARD;
void ui_cache_free(struct ui_cache *cache); /* NULL is fine */

/*
 * Draws all parts in order; `to` has the window's size and is opaque afterwards.
 *
 * cache  may be NULL.
 */
void ui_paint(struct fonts *fonts, struct ui_cache *cache, const struct ui *ui, struct pixels *to);
