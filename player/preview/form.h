/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A form over the desk: sentences, fields, boxes to tick and buttons, in one column that Tab and
 * the arrows walk through. Plain data; what it asks and what comes of it is desk_forms.c's.
 */
#pragma once

#include "base/report.h"
#include "preview/act.h"

enum form_row_kind {
    ROW_TEXT,    /* a sentence */
    ROW_HEADING, /* a bold one */
    ROW_KEY,     /* a key and what it does */
    ROW_FIELD,   /* a line to write */
    ROW_SECRET,  /* the same, shown as dots */
    ROW_TICK,    /* on or off */
    ROW_CHOICE,  /* one of the choices of a form */
    ROW_BUTTON,
};

#define FORM_ROWS_MAX 96
#define FORM_FIELD_BYTES 512

struct form_row {
    enum form_row_kind kind;
    struct str label;
    struct str key;                  /* ROW_KEY: what to press */
    int id;                          /* of a field or choice: see desk_forms.h */
    bool is_on;                      /* ROW_TICK, ROW_CHOICE */
    bool is_needed;                  /* ROW_FIELD, ROW_SECRET: may not stay empty */
    struct act act;                  /* ROW_BUTTON */
    char text[FORM_FIELD_BYTES + 1]; /* ROW_FIELD, ROW_SECRET */
    size_t bytes;
};

enum form_kind {
    FORM_NONE,
    FORM_KEYS,
    FORM_TIME,
    FORM_APPROVE,
    FORM_RETURN,
    FORM_REFUSE,
    FORM_CANCEL_DATE,
    FORM_TAKE_OFF,
    FORM_CORRECT,
    FORM_REPLACE,
    FORM_UNDO,
    FORM_LETTER, /* over FORM_RETURN or FORM_REFUSE */
    FORM_SAY,    /* what came of it */
    FORM_KIND_COUNT,
};

struct form {
    enum form_kind kind;
    size_t desk_row; /* of the announcement that it is about */
    struct str title;
    struct form_row *rows; /* FORM_ROWS_MAX of them */
    size_t row_count;
    size_t focus; /* a row that can have it; row_count: none */
    int scroll;   /* lines that a long text was moved up */
};

/* Can this row have the focus? */
bool form_row_takes_focus(const struct form_row *row);

/* Moves the focus by one row that can have it, round at the ends. */
void form_step(struct form *form, int by);

/* Puts the focus on a row; does nothing when it cannot have it. */
void form_focus(struct form *form, size_t row);

/* Puts it on the first field that is needed and empty, else on the button that sends the form. */
void form_focus_next(struct form *form);

/*
 * Moves the focus to a field for plain text when it is not in a field: the next one below, else the
 * first. False when the form has none.
 */
bool form_focus_field(struct form *form);

/* Adds text to the field that has the focus: whole characters, as far as there is room. */
void form_type(struct form *form, struct str text);

/* Takes the last character of the field away. */
void form_backspace(struct form *form);

/* Ticks or unticks, or chooses, what has the focus; false when it is a field or a button. */
bool form_toggle(struct form *form);

/* The row of an id; NULL for none. */
struct form_row *form_find(struct form *form, int id);

/* What was written into the field of an id, without spaces at its ends; empty for none. */
struct str form_text(struct form *form, int id);

/* The first field that is needed and empty; row_count when there is none. */
size_t form_lacking(const struct form *form);

/* Adds a row; NULL when there is no room. */
struct form_row *form_add(struct form *form, enum form_row_kind kind, int id, struct str label);

/* Empties and overwrites what was written into secret fields: it was wrong. */
void form_forget_secrets(struct form *form);

/* Empties it and overwrites what was written, passphrases among it. */
void form_clear(struct form *form);
