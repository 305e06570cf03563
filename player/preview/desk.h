/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The desk: what the liaison looks at and how, and which verdict she is about to give. Pure state;
 * acts and answers go in, jobs and orders come out. No window, no clock, no files.
 */
#pragma once

#include "preview/desk_source.h"
#include "preview/form.h"

enum desk_view { VIEW_SLIDE, VIEW_OVERVIEW, VIEW_COMPARE, VIEW_FULL };

/* One announcement of the desk. */
struct desk_row {
    struct desk_known known;
    struct desk_look *look; /* NULL: not yet; owned */
    struct str state;       /* after a verdict in this window: "approved"; empty: as looked at */
    struct str id;          /* likewise, after it took the place of another; empty: its own */
    bool is_gone;           /* its file is no longer there, and not by a verdict of this window */
};

struct desk {
    struct arena *arena; /* for as long as the window is open */
    const struct desk_centre *centre;
    struct verdict_port *port; /* NULL: no verdicts (--kiosk, or nobody to carry them out) */
    bool is_kiosk;

    struct desk_row *rows; /* moved when announcements come */
    size_t count;
    size_t current; /* row */
    int page;
    size_t finding; /* of the current announcement */
    bool unfolded;
    int compare_scroll; /* lines that the list of differences was moved up */

    enum desk_view view, before_full;
    enum eyes eyes;
    size_t display;
    int64_t now;       /* the moment that slides are drawn for */
    bool now_is_moved; /* by F4; else it follows the clock */
    int64_t clock;     /* last tick, seconds since 1970 UTC */

    bool is_rotating, is_paused;
    size_t slot;          /* of turns.slots */
    int64_t slot_ends_ns; /* monotonic */

    struct desk_turns turns;
    bool turns_wanted;

    unsigned stamp;          /* of what is wanted now; looks of another are old */
    unsigned serial;         /* of the last look */
    struct desk_job at_work; /* WORK_NONE: the worker waits for a job */
    int64_t at_work_ns;      /* monotonic: since when */
    int64_t scan_at_ns;      /* monotonic: the next look at a live folder */
    struct str trouble;      /* with the folder; empty: none */

    struct form form, form_behind; /* the letter lies over the form it belongs to */
    struct verdict_order order;    /* of the form, complete: the worker's next job */
    struct arena *order_arena;     /* its texts */
    size_t order_row;
    size_t last_row; /* of the last verdict that was carried out; none: the count or more */
    bool has_order;
    struct verdict_answer answer; /* the last one; texts in answer_arena */
    struct str clip; /* of the same: what the window should put on the clipboard; empty: nothing */
    struct arena *answer_arena;
    char by[FORM_FIELD_BYTES + 1]; /* role, once it was asked */
    char passphrase[FORM_FIELD_BYTES + 1];
    int64_t passphrase_ends_ns;

    struct str toast; /* a sentence for some seconds */
    bool toast_is_legend;
    int64_t toast_ends_ns;
    int64_t mono_ns; /* last tick */
    bool quits, is_changed;
};

#define DESK_TOAST_NS (INT64_C(3) * 1000000000) /* interface.md of the design: three seconds */
#define DESK_SCAN_NS (INT64_C(5) * 1000000000)  /* shares tell of no change by themselves */
#define DESK_SLOW_NS (INT64_C(10) * 1000000000) /* then it is said that something takes long */
#define DESK_FINDINGS_FOLDED 3
#define DESK_COLUMNS 4 /* of the overview */
#define DESK_PASSPHRASE_NS                                                                         \
    (INT64_C(300) * 1000000000) /* it is forgotten after five idle minutes                         \
                                 */

/* A desk; what is known of its announcements is copied. desk_free ends it. */
struct desk *desk_new(const struct desk_centre *centre, struct verdict_port *port,
                      const struct desk_known *known, size_t count, int64_t now,
                      bool is_kiosk) NODISCARD;

/* Frees looks and texts, and overwrites what was written into forms. NULL is fine. */
void desk_free(struct desk *desk);

/* One act, whatever it came from. */
void desk_do(struct desk *desk, struct act act);

/* Letters that were typed; only forms take them. True when they were taken. */
bool desk_type(struct desk *desk, struct str text);

/*
 * Time went on.
 *
 * wall     seconds since 1970 UTC, of the desk's clock.
 * mono_ns  monotonic.
 */
void desk_tick(struct desk *desk, int64_t wall, int64_t mono_ns);

/* When the next tick can change something, monotonic ns; INT64_MAX: never. */
int64_t desk_next_tick(const struct desk *desk);

/*
 * What the worker should do next, the most urgent first: an order, the slide that is looked at, a
 * live folder when its time has come, neighbours of the slide, announcements that nobody has looked
 * at yet, the round. WORK_NONE: nothing. The job counts as begun.
 */
struct desk_job desk_next_job(struct desk *desk);

/* Answers of the worker, which the desk then owns; a NULL look: it could not be made. */
void desk_take_look(struct desk *desk, const struct desk_job *job, struct desk_look *look);
/* The round; NULL: not known, and with `more` it should be asked for again. */
void desk_take_turns(struct desk *desk, const struct desk_turns *turns, bool more);
/* What a look at the folder found; its texts are the desk's to free. */
void desk_take_scan(struct desk *desk, struct desk_scan *scan);
/* The answer to the order, its texts in an arena that the desk then owns. */
void desk_take_answer(struct desk *desk, struct arena *arena, const struct verdict_answer *answer);

/* Frees a look with its pixels; NULL is fine. */
void desk_look_free(struct desk_look *look);

/* The current announcement; NULL until it has been looked at. */
const struct desk_item *desk_item(const struct desk *desk);

/* The look at a row for the display, moment and sight of now; else NULL. */
const struct desk_look *desk_slide(const struct desk *desk);

/* May this verdict be given on the current announcement? */
bool desk_can(const struct desk *desk, enum desk_verdict verdict);

/* Of all announcements that have been looked at: how many have this worst severity? */
size_t desk_count(const struct desk *desk, enum severity severity);

/* Has the worker been at one job for so long that people should know? */
bool desk_is_slow(const struct desk *desk);

/* The worst severity of an item's findings. */
enum severity desk_worst(const struct desk_item *item);

/* Shows a sentence for three seconds; a static or long-lived text. */
void desk_say(struct desk *desk, struct str sentence);
