/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The verdict on one announcement: laid out on every display of the centre and judged by every
 * rule. `check`, `approve`, `publish` and the update all ask here, so that the verdict is the same
 * everywhere.
 */
#pragma once

#include "language/kit.h"
#include "layout/layout.h"
#include "media/decode.h"
#include "rules/rules.h"
#include "sight/sight.h"

/* What judging needs; made once for many announcements. */
struct judge {
    struct fonts *fonts; /* NULL: see judge_open_to_look */
    struct decoder *decoder;
    struct language_kit *language; /* NULL: the word lists are missing */
    struct sight *sight; /* NULL: nobody looks into pictures; see judge_add_sight */
    const struct profile *profile;
    const struct display *display; /* the one that seconds and pages are counted for */
    const struct zone *zone;
    int64_t now;
};

/* Opens fonts and decoder; false with a message on standard error. */
bool judge_open(struct arena *arena, const struct profile *profile, const struct display *display,
                int64_t now, struct judge *ret_judge);

/*
 * The same for those who only look: without letters (fonts is NULL) no slide is laid out, and the
 * rules that would ask for it are noted as not run.
 */
bool judge_open_to_look(struct arena *arena, const struct profile *profile,
                        const struct display *display, int64_t now, struct judge *ret_judge);

/*
 * From now on pictures are looked into: text and codes in them are judged. For those who judge what
 * nobody has signed yet; the update of the player shows what an approver's computer has looked at.
 */
void judge_add_sight(struct judge *judge);

/* Closes them. */
void judge_close(struct judge *judge);

/*
 * Judges an item whose announcement is read and whose picture, if any, has its size: adds findings
 * to the report and fills verdict, refused, blocked_by, seconds and pages.
 *
 * picture    what is known of its picture, without what is seen in it; NULL: none, or one that was
 *            judged before.
 * overrides  rule ids that the approver let pass, separated by commas.
 */
void judge_item(const struct judge *judge, struct item *item, const struct rule_picture *picture,
                struct str overrides, struct report *report);

/* The context in which an item is laid out now; versions as given. */
struct layout_context judge_context(const struct judge *judge, const struct display *display,
                                    struct versions versions);
