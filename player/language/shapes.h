/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Swedish and English words by their shape, where there is no dictionary to ask: hints that are
 * right more often than not, for measures over a whole text. Only for the .c files of this folder.
 */
#pragma once

#include "language/analysis.h"

/* "kallas", "erbjuds"; "is held", "are informed": the verb that does not tell who does it. */
bool shapes_is_passive(const struct analysis *analysis, size_t token);

/* "verksamhet", "utveckling"; "participation", "requirement": an idea in the place of a deed. */
bool shapes_is_abstract(const struct analysis *analysis, size_t token);
