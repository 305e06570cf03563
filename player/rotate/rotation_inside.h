/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rotation remembers. Only for the .c files of this folder. */
#pragma once

#include "model/agenda.h"
#include "rotate/board.h"
#include "rotate/notices.h"
#include "rotate/rotation.h"

#define TURN_UNIT 1000 /* turns are counted in parts, since weights are no whole numbers */

#define NO_LANGUAGE LANGUAGE_COUNT

/* A notice that is on the screen, version after version. */
struct turn {
    bool runs;
    size_t notice;
    size_t first; /* version that began */
    size_t step;  /* versions behind that one, of the slide that comes next */
    int page;
};

/* An appearance of the agenda, page after page, in one language or two. */
struct agenda_run {
    bool runs;
    enum language languages[2];
    int language_count;
    int language, page; /* of the slide that comes next */
    int pages;
    size_t lines;
};

/* All that a slide changes, so that the last one can be taken back. */
struct progress {
    int64_t average; /* screen time over weight that each has had by now, in RATE */
    struct turn turn;
    struct agenda_run agenda;
    int64_t agenda_at;   /* when the last one ended, or the rotation began; 0: it has not */
    size_t agenda_count; /* appearances so far */
    bool is_after_alert; /* the last slide was an alert */
    struct slot again;   /* was cut off by an alert and comes again; item NULL: none */
};

struct undo {
    bool is_there;
    struct progress before;
    const struct item *paid; /* NULL: nobody has paid */
    int64_t paid_cost;
    struct notice *begun; /* a turn of it was begun; NULL: none */
    int64_t turn_cost;
    const struct notice *last;
};

struct rotation {
    struct notices notices;
    struct board board;
    const struct zone *zone;
    bool each_once; /* a notice is done after its turn: rotation_round */
    struct progress progress;
    struct undo undo;
    const struct notice *last; /* whose turn was last; NULL: nobody's */
    double weight_sum;         /* of the parties that take part */
    int64_t longest;           /* slide that may be shown, in RATE */
    enum language quarter;     /* the language that has the quarter, or NO_LANGUAGE */
    int64_t quarter_until;
};

/* ---- shares.c: who takes part, with what weight --------------------------------------------- */

/* The answers for a moment, and all that follows from them. */
void shares_ask(struct rotation *rotation, int64_t now, bool clock_is_real);

/* May an item have a slide now? Opening hours and the quarter of a language counted. */
bool shares_is_shown(const struct rotation *rotation, const struct notice *notice,
                     const struct item *item);

/* Seconds of one slide of an item, before its time is up. */
int shares_seconds(const struct rotation *rotation, const struct item *item);

int shares_pages(const struct item *item);

/* ---- choose.c: whose turn it is -------------------------------------------------------------- */

/* The notice whose turn comes next; NULL when nobody has anything to show. */
struct notice *choose_notice(struct rotation *rotation);

/* How many turns a notice of a priority has for one of a normal one. */
double choose_priority(const struct rotation_rules *rules, enum priority priority);

/* What one turn of a notice counts among those of its organisation, in TURN_UNIT. */
int64_t choose_turn_cost(const struct rotation *rotation, const struct notice *notice);

/* Books screen time (in RATE, for each author) of an item; a negative one takes it back. */
void choose_pay(struct rotation *rotation, const struct item *item, int64_t cost);

/* What has been said of a notice's parties is to be looked at again. */
void choose_forget(struct rotation *rotation, const struct notice *notice);

/* ---- agenda_run.c ---------------------------------------------------------------------------- */

/* Begins an appearance of the agenda when one is due. */
void agenda_begin(struct rotation *rotation, int64_t now);

/* The next slide of the appearance that runs; false when there is none. */
bool agenda_take(struct rotation *rotation, int64_t now, struct slot *ret_slot);
