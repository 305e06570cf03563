/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which items may be shown now, kept up to date by asking only those whose time has come: a queue
 * of moments, so that of 10,000 items one that ends costs as much as of ten. Only for the .c files
 * of this folder.
 */
#pragma once

#include "rotate/timetable.h"

struct board_item {
    struct item_state state;
    size_t place; /* in the queue */
};

struct board {
    const struct edition *edition;
    const struct zone *zone;
    struct board_item *items; /* as the edition's */
    size_t *queue;            /* numbers of items, a heap by state.until */
    size_t *asked;            /* items asked again by the last board_ask, when not all were … */
    size_t asked_count;       /* … and how many */
    bool is_asked;            /* there has been an answer */
    int64_t now;              /* of the last answer */
    bool clock_is_real;       /* likewise */
    bool is_open;
    int64_t open_until;
};

/* A board that has not been asked, in the arena. */
struct board board_new(struct arena *arena, const struct edition *edition, const struct zone *zone);

enum board_news {
    BOARD_SAME,
    BOARD_SOME, /* the items in `asked` may have other answers than before */
    BOARD_ALL,  /* all of them may */
};

/* The answers for a moment, and which may be others than before. */
enum board_news board_ask(struct board *board, int64_t now, bool clock_is_real);

/* Opening hours counted. */
bool board_is_shown(const struct board *board, const struct item *item);

/* The moment until which an item that is shown stays so. */
int64_t board_until(const struct board *board, const struct item *item);

const struct item_state *board_state(const struct board *board, const struct item *item);

/* The next moment at which any answer can change. */
int64_t board_next_change(const struct board *board);
