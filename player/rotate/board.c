/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See board.h. A clock that is set back, or becomes real, has everything asked anew. */
#include "rotate/board.h"

struct board board_new(struct arena *arena, const struct edition *edition, const struct zone *zone)
{
    struct board board = { .edition = edition, .zone = zone };
    board.items = ARENA_ARRAY(arena, struct board_item, edition->item_count + 1);
    board.queue = ARENA_ARRAY(arena, size_t, edition->item_count + 1);
    board.asked = ARENA_ARRAY(arena, size_t, edition->item_count + 1);
    for (size_t i = 0; i < edition->item_count; i++)
        board.queue[i] = board.items[i].place = i;
    return board;
}

/* ---- the queue ----------------------------------------------------------------------------- */

static int64_t until_at(const struct board *board, size_t place)
{
    return board->items[board->queue[place]].state.until;
}

static void put(struct board *board, size_t place, size_t number)
{
    board->queue[place] = number;
    board->items[number].place = place;
}

static void swap(struct board *board, size_t a, size_t b)
{
    size_t number = board->queue[a];
    put(board, a, board->queue[b]);
    put(board, b, number);
}

static void sift_down(struct board *board, size_t place)
{
    size_t count = board->edition->item_count;
    for (;;) {
        size_t least = place;
        for (size_t child = 2 * place + 1; child <= 2 * place + 2 && child < count; child++) {
            if (until_at(board, child) < until_at(board, least))
                least = child;
        }
        if (least == place)
            return;
        swap(board, place, least);
        place = least;
    }
}

/* ---- answers ------------------------------------------------------------------------------- */

static struct timetable timetable_of(const struct board *board)
{
    return (struct timetable){ board->edition, board->zone, board->now, board->clock_is_real };
}

static void ask_item(struct board *board, size_t number)
{
    const struct timetable timetable = timetable_of(board);
    board->items[number].state = timetable_state(&timetable, &board->edition->items[number]);
}

static void ask_opening(struct board *board)
{
    const struct timetable timetable = timetable_of(board);
    board->is_open = timetable_is_open(&timetable);
    board->open_until = timetable_opening_change(&timetable);
}

static void ask_all(struct board *board)
{
    for (size_t i = 0; i < board->edition->item_count; i++)
        ask_item(board, i);
    for (size_t i = board->edition->item_count; i-- > 0;)
        sift_down(board, i);
    ask_opening(board);
    board->is_asked = true;
}

/* An item can be over for good only once, so none is asked twice without end. */
static void ask_due(struct board *board)
{
    size_t room = board->edition->item_count;
    board->asked_count = 0;
    while (room > 0 && until_at(board, 0) <= board->now) {
        size_t number = board->queue[0];
        ask_item(board, number);
        sift_down(board, 0);
        if (board->asked_count < room)
            board->asked[board->asked_count++] = number;
    }
}

enum board_news board_ask(struct board *board, int64_t now, bool clock_is_real)
{
    bool is_anew = !board->is_asked || clock_is_real != board->clock_is_real ||
                   (clock_is_real && now < board->now);
    board->now = now;
    board->clock_is_real = clock_is_real;
    if (is_anew) {
        ask_all(board);
        return BOARD_ALL;
    }
    ask_due(board);
    if (now < board->open_until)
        return board->asked_count > 0 ? BOARD_SOME : BOARD_SAME;
    ask_opening(board);
    return BOARD_ALL;
}

const struct item_state *board_state(const struct board *board, const struct item *item)
{
    return &board->items[item - board->edition->items].state;
}

bool board_is_shown(const struct board *board, const struct item *item)
{
    bool is_alert = item->announcement.kind == KIND_ALERT;
    return board_state(board, item)->reason == REASON_SHOWN && (is_alert || board->is_open);
}

int64_t board_until(const struct board *board, const struct item *item)
{
    int64_t until = board_state(board, item)->until;
    bool is_alert = item->announcement.kind == KIND_ALERT;
    return is_alert || until < board->open_until ? until : board->open_until;
}

int64_t board_next_change(const struct board *board)
{
    int64_t next = board->edition->item_count > 0 ? until_at(board, 0) : INT64_MAX;
    return next < board->open_until ? next : board->open_until;
}
