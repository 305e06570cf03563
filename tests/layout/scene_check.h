/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for every scene, whatever is on it. */
#pragma once

#include "made.h"

/*
 * Fails the test, naming the scene, unless: letters are as large as the display asks, the code is
 * as wide as its distance asks and in whole pixels with its quiet border, no more than 15 % of the
 * picture is cut away, and – where the scene says that everything fits – all text and the code
 * stand in the safe area and nothing lies over a text.
 */
void scene_check(const struct layout_context *context, const struct scene *scene, const char *name);

/* Does the scene say that it all fits? */
bool scene_fits(const struct scene *scene);

/*
 * Texts of a role in their order; U+00A0 as "_". Lines of flowing text are joined by spaces, as if
 * they had never been broken; single lines (header, labels, footer, strip) by "|".
 */
struct str scene_words(struct arena *arena, const struct scene *scene, enum scene_role role);

/* Parts of a kind. */
size_t scene_count(const struct scene *scene, enum scene_kind kind);

/* The first part of a kind; the test fails without one. */
const struct scene_part *scene_find(const struct scene *scene, enum scene_kind kind);
