/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A restart, and a plan: both give the slides that a screen left alone gives. */
#include "made.h"
#include "rotate/plan.h"

#include <math.h>
#include <stdio.h>

#define NOON "2026-11-24T12:00"
#define LOG_LINES 1000 /* about what a player reads back */
#define WEEK (7 * INT64_C(86400))

static struct edition *some(struct arena *arena)
{
    return MADE_EDITION(
        arena, { .id = "a1", .authors = "A ry", .seconds = 13 },
        { .id = "a2",
          .authors = "A ry",
          .seconds = 31,
          .start = "2026-11-27T17:00",
          .rrule = "FREQ=WEEKLY;BYDAY=FR" },
        { .id = "b",
          .authors = "B ry",
          .seconds = 44,
          .has_priority = true,
          .priority = PRIORITY_HIGH },
        { .id = "b2", .authors = "B ry", .seconds = 19, .start = "2026-11-25T09:00" },
        { .id = "c-fi", .group = "c", .authors = "C ry", .seconds = 22 },
        { .id = "c-sv", .group = "c", .authors = "C ry", .language = "sv", .seconds = 23 },
        { .id = "j", .authors = "A ry,C ry", .pages = 2, .seconds = 17 },
        { .id = "d", .authors = "D ry", .seconds = 10, .until = "2026-11-26" },
        { .id = "e", .authors = "E ry", .seconds = 60, .from = "2026-11-28" });
}

/* Opening hours as a centre has them, so that nights and a closed day come in between. */
static void open_by_day(struct arena *arena, struct edition *edition)
{
    struct opening *opening = &edition->profile.opening;
    opening->spans = ARENA_NEW(arena, struct opening_span);
    opening->span_count = 1;
    opening->spans[0].hours = (struct hours){ 8 * 60, 18 * 60 };
    for (int day = MONDAY; day <= SATURDAY; day++)
        opening->spans[0].days[day] = true;
    opening->exceptions = ARENA_NEW(arena, struct opening_exception);
    opening->exception_count = 1;
    opening->exceptions[0] =
        (struct opening_exception){ { 2026, 11, 26 }, { 2026, 11, 26 }, true, { 0, 0 } };
}

/* What a player does, slide by slide, with its clock. */
static void a_week_is_played_as_it_was_planned(void **state)
{
    struct edition *edition = some(*state);
    open_by_day(*state, edition);
    const struct zone *zone = made_zone(*state);
    int64_t from = made_moment(*state, NOON), now = from;
    struct plan plan;
    struct rotation *planned = rotation_new(edition, zone), *played = rotation_new(edition, zone);
    plan_make(planned, edition, zone, from, from + WEEK, *state, &plan);
    size_t at = 0;
    while (now < from + WEEK) {
        struct slot slot = rotation_next(played, now, true);
        if (slot.item || slot.is_agenda) {
            assert_true(at < plan.slot_count);
            const struct plan_slot *want = &plan.slots[at++];
            assert_int_equal(want->start, now);
            assert_int_equal(want->end, now + slot.seconds);
            assert_ptr_equal(want->slot.item, slot.item);
            assert_int_equal(want->slot.page, slot.page);
            assert_int_equal(want->slot.is_agenda, slot.is_agenda);
        }
        now += slot.seconds;
    }
    assert_int_equal(at, plan.slot_count);
    assert_true(at > 6000);
    rotation_free(planned);
    rotation_free(played);
}

static void the_shares_of_a_plan_are_its_slots_added_up(void **state)
{
    struct edition *edition = some(*state);
    const struct zone *zone = made_zone(*state);
    int64_t from = made_moment(*state, NOON), all = 0;
    struct plan plan;
    struct rotation *rotation = rotation_new(edition, zone);
    plan_make(rotation, edition, zone, from, from + 6 * 3600, *state, &plan);
    double shares = 0, seconds = 0;
    for (size_t i = 0; i < plan.share_count; i++) {
        shares += plan.shares[i].share;
        seconds += plan.shares[i].seconds;
        assert_true(fabs(plan.shares[i].share - 0.25) < 0.01);
    }
    for (size_t i = 0; i < plan.slot_count; i++)
        all += plan.slots[i].end - plan.slots[i].start;
    assert_int_equal(plan.share_count, 4);
    assert_true(fabs(shares - 1) < 1e-9);
    assert_true(fabs(seconds + (double)plan.agenda_seconds - (double)all) < 0.01);
    assert_in_range(plan.all_seen, 100, 1200);
    rotation_free(rotation);
}

static void a_round_says_what_one_more_costs(void **state)
{
    struct edition *edition = some(*state);
    struct plan_round round =
        plan_round_of(edition, made_zone(*state), made_moment(*state, NOON), true);
    assert_int_equal(round.seconds, 13 + 31 + 44 + 19 + 22 + 23 + 2 * 17 + 10);
    assert_int_equal(round.notices, 7);
    assert_int_equal(round.slides, 9);
    assert_int_equal(round.organisations, 4);
    assert_int_equal(round.one_more, 28);
    static const struct edition nothing = { 0 };
    round = plan_round_of(&nothing, made_zone(*state), 0, true);
    assert_int_equal(round.seconds, 0);
    assert_true(round.one_more > 0);
}

/* Restarts every few minutes do not make anybody's share larger. */
static void restarts_keep_the_shares(void **state)
{
    struct edition *edition = some(*state);
    const struct zone *zone = made_zone(*state);
    int64_t start = made_moment(*state, NOON), now = start;
    struct past_play *plays = NULL;
    size_t count = 0;
    double had[5] = { 0 };
    while (now < start + 8 * 3600) {
        struct rotation *rotation = rotation_new(edition, zone);
        size_t from = count > LOG_LINES ? count - LOG_LINES : 0;
        rotation_resume(rotation, plays + from, count - from, now, true);
        for (int i = 0; i < 7; i++) {
            struct slot slot = rotation_next(rotation, now, true);
            *ARENA_PUSH(*state, plays, count) =
                (struct past_play){ slot_id(&slot), now, slot.seconds };
            size_t authors = slot.item ? slot.item->announcement.author_count : 0;
            for (size_t k = 0; k < authors; k++)
                had[slot.item->announcement.authors[k].name.at[0] - 'A'] +=
                    (double)slot.seconds / (double)authors;
            now += slot.seconds;
        }
        rotation_free(rotation);
    }
    for (int party = 1; party < 4; party++)
        assert_true(fabs(had[party] - had[0]) <= 0.02 * had[0]);
}

/* A log that reaches back to the beginning gives the very slides that would have come. */
static void a_restart_goes_on_where_it_was(void **state)
{
    struct edition *edition = some(*state);
    edition->profile.rotation.agenda_minutes = 0;
    const struct zone *zone = made_zone(*state);
    for (size_t cut = 1; cut < 60; cut++) {
        struct rotation *one = rotation_new(edition, zone), *other = rotation_new(edition, zone);
        struct past_play *plays = NULL;
        size_t count = 0;
        int64_t now = made_moment(*state, NOON);
        for (size_t i = 0; i < cut; i++) {
            struct slot slot = rotation_next(one, now, true);
            *ARENA_PUSH(*state, plays, count) =
                (struct past_play){ slot_id(&slot), now, slot.seconds };
            now += slot.seconds;
        }
        rotation_resume(other, plays, count, now, true);
        for (int i = 0; i < 30; i++) {
            struct slot slot = rotation_next(one, now, true),
                        same = rotation_next(other, now, true);
            if (slot.item != same.item || slot.page != same.page)
                fail_msg("after %zu slides, slide %d: %.*s, not %.*s", cut, i,
                         STR_ARG(slot_id(&same)), STR_ARG(slot_id(&slot)));
            now += slot.seconds;
        }
        rotation_free(one);
        rotation_free(other);
    }
}

static void what_is_new_after_a_restart_does_not_hog(void **state)
{
    struct edition *edition = some(*state);
    const struct zone *zone = made_zone(*state);
    int64_t now = made_moment(*state, NOON);
    struct past_play plays[200];
    for (size_t i = 0; i < ARRAY_LEN(plays); i++) /* D has had it all */
        plays[i] = (struct past_play){ STR("d"), now + (int64_t)i * 10, 10 };
    now += 2000;
    struct rotation *rotation = rotation_new(edition, zone);
    rotation_resume(rotation, plays, ARRAY_LEN(plays), now, true);
    int64_t had = 0, until = now + 1800;
    while (now < until) {
        struct slot slot = rotation_next(rotation, now, true);
        had += slot.item && str_is(slot_id(&slot), "d") ? slot.seconds : 0;
        now += slot.seconds;
    }
    assert_in_range(had, 1800 / 4 - 90, 1800 / 4 + 30); /* it waits for a turn, not for hours */
    rotation_free(rotation);
}

int resume_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_week_is_played_as_it_was_planned),
        cmocka_unit_test(the_shares_of_a_plan_are_its_slots_added_up),
        cmocka_unit_test(a_round_says_what_one_more_costs),
        cmocka_unit_test(restarts_keep_the_shares),
        cmocka_unit_test(a_restart_goes_on_where_it_was),
        cmocka_unit_test(what_is_new_after_a_restart_does_not_hog),
    };
    struct CMUnitTest set_up[ARRAY_LEN(tests)];
    for (size_t i = 0; i < ARRAY_LEN(tests); i++) {
        set_up[i] = tests[i];
        set_up[i].setup_func = made_setup;
        set_up[i].teardown_func = made_teardown;
    }
    return cmocka_run_group_tests(set_up, NULL, NULL);
}
