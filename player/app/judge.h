/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The verdict on one announcement: laid out on every display of the centre and judged by every
 * rule. `check`, `approve`, `publish` and the update all ask here, so that the verdict is the same
 * everywhere.
 */
#pragma once

#include "layout/layout.h"
#include "media/decode.h"
#include "rules/rules.h"

/* What judging needs; made once for many announcements. */
struct judge {
    struct fonts *fonts;
    struct decoder *decoder;
    const struct profile *profile;
    const struct display *display; /* the one that seconds and pages are counted for */
    const struct zone *zone;
    int64_t now;
};

/* Opens fonts and decoder; false with a message on standard error. */
bool judge_open(struct arena *arena, const struct profile *profile, const struct display *display,
                int64_t now, struct judge *ret_judge);

/* Closes them. */
void judge_close(struct judge *judge);

/*
 * Judges an item whose announcement is read and whose picture, if any, has its size: adds findings
 * to the report and fills verdict, refused, blocked_by, seconds and pages.
 *
 * overrides  rule ids that the approver let pass, separated by commas.
 */
void judge_item(const struct judge *judge, struct item *item, struct str overrides,
                struct report *report);

/* The context in which an item is laid out now; versions as given. */
struct layout_context judge_context(const struct judge *judge, const struct display *display,
                                    struct versions versions);
