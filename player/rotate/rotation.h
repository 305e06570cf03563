/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What comes next on the screen. Every organisation that has something to show gets the same
 * screen time, however many notices it sent and however long they take; no organisation is ever
 * more than a turn away from that (rotation.c says how). Joint material counts for its
 * organisations in equal parts. Inside an organisation its notices take turns; priority high makes
 * a notice's turns twice as many, low half as many. The language versions of a notice, and the
 * pages of joint material, follow one another in one turn. Pure and deterministic: the same
 * edition, start and moments give the same slides; of equals the first of the feed is taken.
 */
#pragma once

#include "rotate/timetable.h"

struct slot {
    const struct item *item; /* of the edition; NULL: the idle slide */
    int page;
    int seconds;
};

struct rotation;

/* A rotation over an edition, which must outlive it. */
struct rotation *rotation_new(const struct edition *edition, const struct zone *zone) NODISCARD;

/* NULL is fine. */
void rotation_free(struct rotation *rotation);

/*
 * Carries on over another edition: organisations keep the time they had, notices (by their group)
 * the turns. A turn goes on with its next slide. The old edition must live until this comes back.
 */
void rotation_continue(struct rotation *rotation, const struct edition *edition,
                       const struct zone *zone);

#define IDLE_SECONDS 30

/*
 * The slide that begins at a moment. Items that may not be shown at it are passed over; when there
 * is none, the idle slide for IDLE_SECONDS, or less when something may be shown before they are
 * over.
 */
struct slot rotation_next(struct rotation *rotation, int64_t now, bool clock_is_real);

/*
 * Takes the last slide back, as if it had not been asked for: something newer came before it was
 * shown. Once, and before rotation_continue. Does nothing after an idle slide.
 */
void rotation_put_back(struct rotation *rotation);

/*
 * One whole round from a moment on: every slide that may be shown then, once, in the order of the
 * rotation. In the arena; answers how many.
 */
size_t rotation_round(const struct edition *edition, const struct zone *zone, int64_t now,
                      bool clock_is_real, struct arena *arena, struct slot **ret_slots);

struct language_row {
    enum language list[LANGUAGE_COUNT];
    size_t count;
};

/* The languages of an item's group that may be shown now, in the profile's order, each once. */
struct language_row rotation_versions(const struct timetable *timetable, const struct item *item);
