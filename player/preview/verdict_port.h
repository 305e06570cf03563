/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one door between the desk and the verdicts. The desk asks who, why and which; app/ does it
 * with the code of `approve`, `return`, `refuse` and `hide`, so that a verdict in the window and on
 * the command line leave the same files. A verdict without its bit in `can` is not shown.
 *
 * All of it is called in the worker's thread but `can`, which does not change.
 *
 * What each verdict has to do, and with which fields of the order beside file, id and by:
 *
 *   APPROVE        sign the entry; `reason` lets overridable blocks pass; `passphrase` of the key
 *   APPROVE_BARE   the same without the picture: the entry is signed without its <img> and link
 *   RETURN         a letter with the chosen findings (`rules`) and the liaison's own line (`text`);
 *                  the submission goes to returned/
 *   REFUSE         a letter with the `ground` and `text`; the submission goes to refused/
 *   CANCEL_DATE    the date `day` counts as cancelled: a line in hide.xml
 *   TAKE_OFF       the announcement leaves the screens now: a line in hide.xml
 *   CORRECT        small correction: the words `from` become `text` in the entry, which is judged
 *                  anew and signed; only offered where the words stand once
 *   REPLACE        approve it under the identity of an approved one (`replaces`, its id), which so
 *                  gives its number and its place to this one
 *   UNDO           the last verdict of this announcement, as long as nothing was published since
 */
#pragma once

#include "base/str.h"

/* X(CODE, word for tests and logs) */
#define DESK_VERDICT_LIST(X)                                                                       \
    X(APPROVE, "approve")                                                                          \
    X(APPROVE_BARE, "approve-bare")                                                                \
    X(RETURN, "return")                                                                            \
    X(REFUSE, "refuse")                                                                            \
    X(CANCEL_DATE, "cancel-date")                                                                  \
    X(TAKE_OFF, "take-off")                                                                        \
    X(CORRECT, "correct")                                                                          \
    X(REPLACE, "replace")                                                                          \
    X(UNDO, "undo")

#define X(code, ...) DESK_##code,
enum desk_verdict { DESK_VERDICT_LIST(X) DESK_COUNT };
#undef X

#define DESK_BIT(code) (1u << DESK_##code)

struct verdict_order {
    enum desk_verdict verdict;
    struct str file;   /* of the submission; empty for an announcement of a site */
    struct str id;     /* empty: it is no announcement */
    struct str title;  /* for the answer's sentence */
    struct str seen;   /* of what is signed: these bytes and no others; empty: whatever is there */
    struct str folder; /* CANCEL_DATE, TAKE_OFF: where the hide list goes */
    struct str by;     /* role */
    struct str passphrase; /* empty: the key has none */
    struct str reason;     /* why a block may pass */
    struct str ground;     /* REFUSE: a code of desk_forms.c */
    struct str replaces;   /* REPLACE: an id */
    struct str day;        /* CANCEL_DATE: "2026-11-24" */
    struct str from, text; /* see above */
    const struct str *rules;
    size_t rule_count;
    bool letter_only; /* RETURN, REFUSE: make the letter, do nothing else */
};

struct verdict_answer {
    bool done;
    struct str message; /* a sentence for the liaison, in her language; of the arena */
    struct str letter;  /* what is, or would be, to be sent; empty for none */
    struct str state;   /* of the announcement from now on: "approved"; empty: as before */
    struct str id;      /* likewise; empty: as before */
};

struct verdict_port;

struct verdict_port_ops {
    /* Carries out an order; the answer's texts go into the arena. */
    void (*carry_out)(struct verdict_port *port, struct arena *arena,
                      const struct verdict_order *order, struct verdict_answer *ret_answer);
};

struct verdict_port {
    const struct verdict_port_ops *ops;
    unsigned can;         /* DESK_BITs */
    bool asks_passphrase; /* the key has one */
    const char *by;       /* --by; NULL: to be asked once */
    bool has_key;         /* --key was given */
};
