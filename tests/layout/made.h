/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests lay out: contexts, dates and announcements made of a few words. */
#pragma once

/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "layout/layout.h"

#define TEST_BYTES_MAX (256u << 20)

/* A Tuesday morning in winter time. */
#define MADE_NOW "2026-11-24T10:00"

/* A centre called Niemelän sote-keskus, its displays and both measures. */
struct made {
    struct arena *arena;
    struct measure square;
    struct fonts *fonts;
    struct profile profile;
    const struct zone *zone;
};

/* Two group fixtures: a struct made in *state. */
int made_open(void **state);
int made_close(void **state);

enum { MADE_SQUARE, MADE_FONTS, MADE_MEASURES };

/* The displays that everything must be right on; the first two are the same one turned. */
#define MADE_DISPLAYS 8
extern const struct display made_displays[MADE_DISPLAYS];

/* On the reference display at MADE_NOW. */
struct layout_context made_context(struct made *made, int measure);

int64_t made_moment(const struct made *made, const char *local);

/* end and rrule may be NULL. */
struct when made_when(const char *start, const char *end, const char *rrule);

/* A group with all facts on a Tuesday, a link and a picture of 600 × 450. */
struct item made_item(struct made *made);

/* A text with "_" for each U+00A0, at which no line ends. */
struct str made_shown(struct arena *arena, struct str text);

/* Joint material of so many cards. */
struct item made_joint(struct made *made, size_t cards);
