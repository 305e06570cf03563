/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules themselves, for those who want to know what is looked at: in words and for programs. */
#pragma once

#include "model/profile.h"

#include <stdio.h>

/*
 * A line a rule (id, severity and limit in force, floor, source), its sentences indented below.
 * False when it could not be written.
 */
bool catalogue_text(FILE *to, const struct profile *profile);

/* A JSON array, one object a rule, with "texts": what, why, fix and example of each finding. */
bool catalogue_json(FILE *to, const struct profile *profile);

/*
 * A sentence of the lists in the reader's language, with "…" where a finding fills something in;
 * in the arena.
 */
struct str catalogue_sentence(struct arena *arena, const char *english) NODISCARD;
