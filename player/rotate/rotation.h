/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What comes next on the screen. Every organisation that has something to show gets the same
 * screen time, however many notices it sent and however long they take; the README.md of this
 * folder says how closely. Joint material counts for its organisations in equal parts. Inside an
 * organisation its notices take turns, weighed by priority and by how near their date is. The
 * language versions of a notice, and the pages of joint material, follow one another in one turn;
 * each time another language begins. Between turns, every few minutes, comes the agenda of today
 * and tomorrow; an alert comes at once and then as every second slide. Pure and deterministic: the
 * same edition, past plays, start and moments give the same slides; of equals the first of the
 * feed is taken.
 */
#pragma once

#include "rotate/timetable.h"

struct slot {
    const struct item *item; /* of the edition; NULL: the agenda, or else the idle slide */
    int page;
    int seconds;
    bool is_agenda;
    enum language language; /* of the agenda */
};

/* By these names logs and plans know what is no announcement. */
#define SLOT_AGENDA_ID "agenda"
#define SLOT_IDLE_ID "idle"

/* The id of an announcement, or one of these names. */
struct str slot_id(const struct slot *slot);

struct rotation;

/* A rotation over an edition, which must outlive it. */
struct rotation *rotation_new(const struct edition *edition, const struct zone *zone) NODISCARD;

/* NULL is fine. */
void rotation_free(struct rotation *rotation);

/* A slide that has been on this screen before the rotation began. */
struct past_play {
    struct str id;
    int64_t from; /* seconds since 1970 UTC */
    double seconds;
};

/*
 * Goes on where these plays, in their order, have stopped: organisations keep the time they had,
 * notices their turns. Once, on a new rotation. Plays of what is no longer there are passed over.
 */
void rotation_resume(struct rotation *rotation, const struct past_play *plays, size_t count,
                     int64_t now, bool clock_is_real);

/*
 * Carries on over another edition: organisations keep the time they had, notices (by their group)
 * the turns. A turn goes on with its next slide. The old edition must live until this comes back.
 */
void rotation_continue(struct rotation *rotation, const struct edition *edition,
                       const struct zone *zone);

#define IDLE_SECONDS 30
#define ALERT_SECONDS_LEAST 30 /* of its first slide */
#define SLIDE_SECONDS_LEAST 5  /* of one whose time is nearly up: less cannot be read */

/*
 * The slide that begins at a moment. Items that may not be shown at it are passed over; one whose
 * time is nearly up stays no longer than that, but SLIDE_SECONDS_LEAST. When there is none, the
 * idle slide for IDLE_SECONDS, or less when something may be shown before they are over.
 */
struct slot rotation_next(struct rotation *rotation, int64_t now, bool clock_is_real);

/* Is there an alert that has not been on the screen yet? What is there must make way for it. */
bool rotation_has_new_alert(struct rotation *rotation, int64_t now, bool clock_is_real);

/*
 * A slide was cut off by an alert: it comes again behind it, without being counted twice. Only for
 * one that rotation_next gave, of this edition or the one before.
 */
void rotation_repeat(struct rotation *rotation, const struct slot *slot);

/*
 * Takes the last slide back, as if it had not been asked for: something newer came before it was
 * shown. Once, and before rotation_continue. Does nothing after an idle slide.
 */
void rotation_put_back(struct rotation *rotation);

/*
 * One whole round from a moment on: every slide that may be shown then, once, in the order of the
 * rotation, without the agenda. In the arena; answers how many.
 */
size_t rotation_round(const struct edition *edition, const struct zone *zone, int64_t now,
                      bool clock_is_real, struct arena *arena, struct slot **ret_slots);

struct language_row {
    enum language list[LANGUAGE_COUNT];
    size_t count;
};

/* The languages of an item's group that may be shown now, in the profile's order, each once. */
struct language_row rotation_versions(const struct timetable *timetable, const struct item *item);

#define ALERT_VERSIONS 2 /* on one slide */

/*
 * The versions of an alert that stand on one page of it, in the profile's order; answers how many.
 * One at least: the item itself.
 */
size_t rotation_alert_page(const struct timetable *timetable, const struct item *item, int page,
                           const struct item *ret_items[ALERT_VERSIONS]);
