/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the forms ask and what becomes of their answers. Only for the .c files of this folder. */
#pragma once

#include "preview/desk.h"

enum field {
    FIELD_NONE,
    FIELD_BY,
    FIELD_PASSPHRASE,
    FIELD_REASON,
    FIELD_BARE, /* approve without the picture */
    FIELD_TEXT,
    FIELD_FROM,
    FIELD_NUMBER,
    FIELD_GROUND,                     /* first of the grounds; the next ones follow */
    FIELD_DATE = FIELD_GROUND + 16,   /* likewise of dates */
    FIELD_OTHER = FIELD_DATE + 16,    /* likewise of announcements to replace */
    FIELD_FINDING = FIELD_OTHER + 16, /* likewise of findings */
};

_Static_assert(DESK_DATES_MAX <= FIELD_OTHER - FIELD_DATE, "dates have room");

/* Opens a form; what stood in another is forgotten. */
void forms_open(struct desk *desk, enum form_kind kind);

/* Closes it, or the letter over it. */
void forms_close(struct desk *desk);

/* Sends the form off: makes the order, or says what is lacking. */
void forms_send(struct desk *desk, bool letter_only);

/* Is a form about this row open, or behind the one that is? Then what was looked at stays as it is.
 */
bool forms_hold(const struct desk *desk, size_t row);

/* The row's announcement is another one now: closes forms about it, and says so. */
void forms_forget(struct desk *desk, size_t row);

/* Forgets the order, and overwrites its passphrase. */
void forms_drop_order(struct desk *desk);

/* Shows what came of an order. */
void forms_answer(struct desk *desk);
