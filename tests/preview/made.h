/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desk with announcements made by hand, and a port that only remembers what it was told. */
#pragma once

#include "preview/desk.h"

#define MADE_NOW INT64_C(1795507200) /* Tuesday 2026-11-24 10:00 in Helsinki */

struct made_port {
    struct verdict_port port; /* first */
    struct verdict_order last;
    bool fails, writes_letters; /* from now on */
};

struct made {
    struct arena *arena;
    struct made_port port;
    struct desk *desk;
    struct desk_centre *centre;
    bool has_twins;        /* from now on looks have a twin: number 12, with other hours */
    struct desk_scan scan; /* what the next look at a live folder answers */
};

/* A desk of `count` announcements that nobody has looked at; made_end frees it. */
struct made made_start(size_t count, bool is_kiosk);
void made_end(struct made *made);

/* A look at a row as the worker would make it: `findings` of them, slide of 192 × 108 px. */
struct desk_look *made_look(struct made *made, size_t row, size_t findings);

/* Lets the desk have its way: answers its jobs until it has none, or `most` are done. */
size_t made_work(struct made *made, size_t findings, size_t most);

/* Acts by their kind alone, or with an argument. */
void made_do(struct made *made, enum act_kind kind);
void made_do_with(struct made *made, enum act_kind kind, long argument);
