/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verdicts of a period as every form of the report tells them. Only for this folder. */
#pragma once

#include "record/desk_tally.h"

#define VERDICT_ROWS 6

struct verdict_count {
    const char *label; /* in the language of the program */
    size_t count;
};

/* What was received, and what became of it, in the order in which it is told. */
void verdict_count_rows(const struct desk_tally *desk, struct verdict_count ret_rows[VERDICT_ROWS]);
