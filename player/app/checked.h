/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `check` found, gathered before it is printed in one of the forms. */
#pragma once

#include "app/submission.h"

#include <stdio.h>

/* One announcement, or one file that is none. */
struct checked_item {
    struct str file;
    struct item item;
    struct report report;
    bool readable;
};

struct checked {
    struct arena *arena;
    const struct profile *profile;
    const struct zone *zone;
    int64_t now;
    struct checked_item *items;
    size_t count;
};

/* "pass", "ask", "warn" or "block": the worst finding of an item. */
const char *checked_verdict(const struct checked_item *item);

/* How many items have this verdict. */
size_t checked_count(const struct checked *checked, const char *verdict);

/* One JSON object as content-schema/check.schema.json describes it; false without memory. */
bool check_json(FILE *to, struct checked *checked);
