/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One line of the liaison's record (record.tsv beside the inbox), read back. Columns, separated by
 * tabs: when, verdict, id, by (a role), key number, version of the rules, SHA-256 of the content,
 * rules let pass, reason, and since they are written: day received, language tag, organisations
 * ("; " between), audience terms (spaces between), title.
 */
#pragma once

#include "calendar/stamp.h"

/* X(CODE, word in the record) */
#define VERDICT_LIST(X)                                                                            \
    X(APPROVE, "approve")                                                                          \
    X(RETURN, "return")                                                                            \
    X(REFUSE, "refuse")                                                                            \
    X(HIDE, "hide")                                                                                \
    X(CANCEL, "cancel")                                                                            \
    X(CORRECT, "correct")                                                                          \
    X(REPLACE, "replace")                                                                          \
    X(UNDO, "undo")                                                                                \
    X(ALERT, "alert")                                                                              \
    X(ALERT_END, "alert-end")

#define X(code, ...) VERDICT_##code,
enum verdict { VERDICT_LIST(X) VERDICT_COUNT };
#undef X

struct verdict_row {
    struct date date; /* local, of the verdict */
    enum verdict verdict;
    struct str id, reason;
    struct stamp received; /* STAMP_NONE: not known */
    struct str language, organisations, audience, title;
};

/* The word in the record. */
const char *verdict_word(enum verdict verdict);

/* Reads a line without its end; false for a damaged one and for a verdict that is not known. */
bool verdict_row_read(struct str line, const struct zone *zone,
                      struct verdict_row *ret_row) NODISCARD;
