/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a liaison can do in the window. Keys, mouse and touch all end in one of these, so that each
 * can be done in every way and a test can do it without any.
 */
#pragma once

enum act_kind {
    ACT_NONE,
    ACT_PREVIOUS, /* announcement */
    ACT_NEXT,
    ACT_FIRST,
    ACT_LAST,
    ACT_UP, /* finding, row or field above */
    ACT_DOWN,
    ACT_PAGE_BEFORE,
    ACT_PAGE_AFTER,
    ACT_OVERVIEW,
    ACT_OPEN,    /* argument: announcement of the overview */
    ACT_FINDING, /* argument: finding */
    ACT_UNFOLD,  /* the findings behind the first three */
    ACT_PAUSE,
    ACT_KEYS, /* the list of keys */
    ACT_EYES,
    ACT_DISPLAY,
    ACT_TIME,
    ACT_TIME_STEP, /* argument: seconds */
    ACT_TIME_NOW,
    ACT_FULL,
    ACT_LANGUAGE,
    ACT_COMPARE, /* beside its twin */
    ACT_LEGEND,  /* a key that means nothing */
    ACT_APPROVE,
    ACT_RETURN,
    ACT_REFUSE,
    ACT_CANCEL_DATE,
    ACT_TAKE_OFF,
    ACT_CORRECT,
    ACT_REPLACE,
    ACT_UNDO,
    ACT_ROW,       /* argument: row of the form */
    ACT_SEND,      /* a form off; argument 1: show the letter, do nothing else */
    ACT_TAB,       /* overview; in a form the next row */
    ACT_TAB_BACK,  /* overview; in a form the row before */
    ACT_COPY,      /* the letter that is shown, to the clipboard */
    ACT_ENTER,     /* presses what has the focus */
    ACT_ESCAPE,    /* one step back */
    ACT_BACKSPACE, /* takes the last letter of a field away */
    ACT_QUIT,
    ACT_KIND_COUNT,
};

struct act {
    enum act_kind kind;
    long argument;
};
