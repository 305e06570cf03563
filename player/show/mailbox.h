/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Letters between the drawing thread and the others. A letter hands over what is in it: whoever
 * takes it owns its slide. Nothing else is shared between the threads.
 */
#pragma once

#include "show/slide.h"

enum mail_kind {
    /* to the preparing thread */
    MAIL_NEXT,    /* make the slide that comes next, in the slide that comes along */
    MAIL_REFRESH, /* make the slide that is on the screen anew, as it is at the moment */
    MAIL_LOOK,    /* look whether there is another edition */
    MAIL_PLAYED,  /* log the play of the slide and free it */
    MAIL_STOP,    /* end */
    /* to the drawing thread */
    MAIL_FACTS,  /* the first edition, or another one, is in force */
    MAIL_STALE,  /* there is another edition: a slide that stands ready is to be made anew */
    MAIL_SLIDE,  /* a slide is ready */
    MAIL_FAILED, /* nothing can ever be shown; the log says why */
    MAIL_CHILD,  /* a child process has ended */
    MAIL_QUIT,   /* SIGTERM or SIGINT */
};

/* What the drawing thread needs to know of an edition. */
struct edition_facts {
    int width, height; /* px of the panel, as it is built */
    int rotation;      /* degrees clockwise */
    int poll_seconds;
    bool cut;
    bool moves_on; /* what is on the screen is no longer to be shown */
    struct colour ground;
};

/* What is asked of the preparing thread. */
struct order {
    int width, height;    /* px of the slide as the panel takes it */
    int turn;             /* degrees clockwise by which it is turned for the panel */
    int64_t moment;       /* at which it will be shown, seconds since 1970 UTC */
    int64_t presented_at; /* when the slide made last came on the screen, likewise; 0: it has not */
    unsigned failed_updates; /* since the player began */
};

struct mail {
    enum mail_kind kind;
    struct slide *slide;        /* NEXT, REFRESH, PLAYED, SLIDE */
    bool is_refresh;            /* SLIDE */
    struct order order;         /* NEXT, REFRESH; its presented_at: STOP */
    struct edition_facts facts; /* FACTS */
    struct mail *next;
};

struct mailbox;

/*
 * wake  called, from the sender's thread, after each letter; NULL: whoever waits in mailbox_wait is
 *       woken anyway.
 */
struct mailbox *mailbox_new(void (*wake)(void *context), void *context) NODISCARD;

/* Frees it with the letters in it, but not their slides. */
void mailbox_free(struct mailbox *mailbox);

/* Puts a copy of a letter behind the others. */
void mailbox_send(struct mailbox *mailbox, const struct mail *mail);

/* Takes the first letter; false when there is none. */
bool mailbox_take(struct mailbox *mailbox, struct mail *ret_mail);

/* The same, but waits for one. */
void mailbox_wait(struct mailbox *mailbox, struct mail *ret_mail);
