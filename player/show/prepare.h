/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The preparing thread: it alone reads the cache, lays out, paints and writes logs, so that the
 * drawing thread never waits for anything but time. The two talk by mailboxes only.
 *
 *   drawing → preparing   NEXT and REFRESH with a slide to fill, LOOK, PLAYED, STOP
 *   preparing → drawing   FACTS, SLIDE for each NEXT and REFRESH, STALE, FAILED once
 *
 * Another edition comes into force with a NEXT, because only then it is known whether the slide
 * made last has been shown; STALE asks for one when a slide stands ready already.
 * A slide that comes back with a play whose `from` is set has been shown; the play is logged.
 */
#pragma once

#include "show/mailbox.h"
#include "show/player_options.h"

struct preparer;

/*
 * Starts the thread. The options must outlive it.
 *
 * to_drawing  gets its letters.
 *
 * NULL when no thread can be had.
 */
struct preparer *prepare_start(const struct player_options *options,
                               struct mailbox *to_drawing) NODISCARD;

/* Where letters to the thread go. */
struct mailbox *prepare_mailbox(struct preparer *preparer);

/*
 * Ends the thread, behind the letters it has got, and frees it.
 *
 * presented_at  as in an order.
 */
void prepare_stop(struct preparer *preparer, int64_t presented_at);
