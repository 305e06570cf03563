/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A notice of which a test changes one thing. */
#pragma once

#include "model/edition.h"

#define MADE_BYTES_MAX (16u << 20)

/* Each field NULL: the usual one. */
struct made_notice {
    const char *id, *language, *title, *summary, *text, *when, *where, *more, *sender;
};

/* Reads it from the XML that a sender would have written; fails the test when it cannot be read. */
struct item made_item(struct arena *arena, const struct made_notice *notice);
