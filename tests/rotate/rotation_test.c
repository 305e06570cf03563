/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose turn it is: fair, even, and the same every time. */
#include "made.h"

#include <stdio.h>
#include <stdlib.h>

#define NOON "2026-11-24T12:00"

/* Plays a rotation for some hours; seconds on the screen by first letter of the id. */
struct played {
    int64_t seconds['z' + 1];
    int turns['z' + 1];
};

static struct slot play_one(struct rotation *rotation, int64_t *now, struct played *played)
{
    struct slot slot = rotation_next(rotation, *now, true);
    unsigned letter = slot.item ? (unsigned char)slot.item->announcement.id.at[0] : '-';
    assert_true(slot.seconds > 0);
    played->seconds[letter] += slot.seconds;
    played->turns[letter]++;
    *now += slot.seconds;
    return slot;
}

static struct played play(struct arena *arena, const struct edition *edition, int hours)
{
    struct rotation *rotation = rotation_new(edition, made_zone(arena));
    struct played played = { { 0 }, { 0 } };
    int64_t now = made_moment(arena, NOON), until = now + hours * INT64_C(3600);
    while (now < until)
        (void)play_one(rotation, &now, &played);
    rotation_free(rotation);
    return played;
}

static void assert_about(int64_t a, int64_t b, int64_t within)
{
    if (a - b > within || b - a > within)
        fail_msg("%lld is not about %lld", (long long)a, (long long)b);
}

static void every_organisation_gets_the_same_time(void **state)
{
    const struct edition *edition =
        MADE_EDITION(*state, { .id = "a1", .authors = "A ry", .seconds = 10 },
                     { .id = "b1", .authors = "B ry", .seconds = 30 },
                     { .id = "b2", .authors = "B ry", .seconds = 45 },
                     { .id = "b3", .authors = "B ry", .seconds = 20 },
                     { .id = "c1", .authors = "C ry", .seconds = 60 },
                     { .id = "d1", .authors = "D ry", .seconds = 13 },
                     { .id = "d2", .authors = "D ry", .seconds = 17 },
                     { .id = "e1", .authors = "E ry", .seconds = 29 });
    struct played played = play(*state, edition, 8);
    for (const char *letter = "abcde"; *letter; letter++)
        assert_about(played.seconds[(unsigned char)*letter], 8 * 3600 / 5, 120);
    assert_int_equal(played.seconds['-'], 0);
}

/* At any moment, not only in the long run. */
static void nobody_is_a_turn_away_from_its_share(void **state)
{
    const struct edition *edition =
        MADE_EDITION(*state, { .id = "a", .authors = "A ry", .seconds = 10 },
                     { .id = "b", .authors = "B ry", .seconds = 60 },
                     { .id = "c", .authors = "C ry", .seconds = 25 },
                     { .id = "d", .authors = "D ry", .seconds = 40 });
    struct rotation *rotation = rotation_new(edition, made_zone(*state));
    struct played played = { { 0 }, { 0 } };
    int64_t start = made_moment(*state, NOON), now = start;
    while (now < start + 4 * 3600) {
        (void)play_one(rotation, &now, &played);
        for (const char *letter = "abcd"; *letter; letter++)
            assert_about(played.seconds[(unsigned char)*letter], (now - start) / 4, 60);
    }
    rotation_free(rotation);
}

static void short_slides_come_evenly_and_not_in_a_bunch(void **state)
{
    const struct edition *edition =
        MADE_EDITION(*state, { .id = "a", .authors = "A ry", .seconds = 10 },
                     { .id = "b", .authors = "B ry", .seconds = 30 },
                     { .id = "c", .authors = "C ry", .seconds = 30 },
                     { .id = "d", .authors = "D ry", .seconds = 30 },
                     { .id = "e", .authors = "E ry", .seconds = 30 });
    struct rotation *rotation = rotation_new(edition, made_zone(*state));
    struct played played = { { 0 }, { 0 } };
    int64_t now = made_moment(*state, NOON);
    const struct item *before = NULL;
    for (int i = 0; i < 500; i++) {
        struct slot slot = play_one(rotation, &now, &played);
        assert_ptr_not_equal(slot.item, before);
        before = slot.item;
    }
    rotation_free(rotation);
}

static void joint_material_counts_for_all_in_equal_parts(void **state)
{
    const struct edition *edition =
        MADE_EDITION(*state, { .id = "a", .authors = "A ry", .seconds = 20 },
                     { .id = "b", .authors = "B ry", .seconds = 20 },
                     { .id = "j", .authors = "A ry,B ry", .seconds = 20, .pages = 2 },
                     { .id = "c", .authors = "C ry", .seconds = 20 });
    struct played played = play(*state, edition, 6);
    assert_about(played.seconds['c'], 6 * 3600 / 3, 60);
    assert_about(played.seconds['a'] + played.seconds['j'] / 2, 6 * 3600 / 3, 60);
    assert_about(played.seconds['b'] + played.seconds['j'] / 2, 6 * 3600 / 3, 60);
    assert_true(played.turns['j'] > 20 && played.turns['a'] > 20 && played.turns['b'] > 20);
    assert_int_equal(played.turns['j'] % 2, 0);
}

static void priority_moves_time_inside_an_organisation_only(void **state)
{
    const struct edition *edition = MADE_EDITION(
        *state, { .id = "h", .authors = "A ry", .has_priority = true, .priority = PRIORITY_HIGH },
        { .id = "n", .authors = "A ry" },
        { .id = "l", .authors = "A ry", .has_priority = true, .priority = PRIORITY_LOW },
        { .id = "o", .authors = "B ry" });
    struct played played = play(*state, edition, 7);
    assert_about(played.seconds['o'], 7 * 3600 / 2, 30);
    assert_about(played.turns['h'], 2 * played.turns['n'], 3);
    assert_about(played.turns['n'], 2 * played.turns['l'], 3);
}

static void languages_follow_one_another_in_the_profiles_order(void **state)
{
    /* The profile's order is fi, sv, en; Arabic is none of its languages and comes last. */
    const struct edition *edition = MADE_EDITION(
        *state, { .id = "1ar", .group = "1", .authors = "A ry", .language = "ar" },
        { .id = "1en", .group = "1", .authors = "A ry", .language = "en" },
        { .id = "1fi", .group = "1", .authors = "A ry", .language = "fi-simple" },
        { .id = "1sv", .group = "1", .authors = "A ry", .language = "sv" },
        { .id = "2sv", .group = "2", .authors = "B ry", .language = "sv", .seconds = 60 },
        { .id = "2fi", .group = "2", .authors = "B ry", .until = "2026-11-20" });
    static const char *const want[] = { "1fi", "1sv", "1en", "1ar", "2sv" };
    struct rotation *rotation = rotation_new(edition, made_zone(*state));
    int64_t now = made_moment(*state, NOON);
    for (size_t i = 0; i < ARRAY_LEN(want); i++) {
        struct slot slot = rotation_next(rotation, now, true);
        assert_non_null(slot.item);
        assert_string_equal(str_c(*state, slot.item->announcement.id), want[i]);
    }
    rotation_free(rotation);

    struct timetable timetable = { edition, made_zone(*state), now, true };
    struct language_row row = rotation_versions(&timetable, &edition->items[3]);
    static const enum language languages[] = { LANGUAGE_FI, LANGUAGE_SV, LANGUAGE_EN, LANGUAGE_AR };
    assert_int_equal(row.count, ARRAY_LEN(languages));
    assert_memory_equal(row.list, languages, sizeof languages);
    row = rotation_versions(&timetable, &edition->items[4]);
    assert_int_equal(row.count, 1);
    assert_int_equal(row.list[0], LANGUAGE_SV);
}

static void a_swedish_name_of_the_register_is_the_same_organisation(void **state)
{
    static struct registered_organisation known = { .name = { "A ry", 4 },
                                                    .name_sv = { "A rf", 4 } };
    struct edition *edition = MADE_EDITION(*state, { .id = "f", .authors = "A ry" },
                                           { .id = "s", .authors = "A rf", .language = "sv" },
                                           { .id = "o", .authors = "B ry" });
    edition->profile.organisations = &known;
    edition->profile.organisation_count = 1;
    struct played played = play(*state, edition, 4);
    assert_about(played.seconds['o'], 2 * 3600, 30);
}

static void what_ends_makes_room_and_what_begins_does_not_hog(void **state)
{
    const struct edition *edition =
        MADE_EDITION(*state, { .id = "a", .authors = "A ry" }, { .id = "b", .authors = "B ry" },
                     { .id = "e", .authors = "E ry", .until = "2026-11-24" },
                     { .id = "n", .authors = "N ry", .from = "2026-11-25" },
                     { .id = "m", .authors = "A ry", .from = "2026-11-25" });
    struct rotation *rotation = rotation_new(edition, made_zone(*state));
    struct played before = { { 0 }, { 0 } }, after = { { 0 }, { 0 } };
    int64_t now = made_moment(*state, NOON), midnight = made_moment(*state, "2026-11-25");
    while (now < midnight)
        (void)play_one(rotation, &now, &before);
    assert_about(before.seconds['e'], 4 * 3600, 30);
    assert_int_equal(before.turns['n'] + before.turns['m'], 0);
    while (now < midnight + 1800)
        (void)play_one(rotation, &now, &after);
    assert_int_equal(after.turns['e'], 0);
    assert_about(after.seconds['n'], 600, 30);
    assert_about(after.seconds['m'], 300, 30);
    rotation_free(rotation);
}

static void nothing_to_show_is_the_idle_slide(void **state)
{
    const struct edition *edition =
        MADE_EDITION(*state, { .id = "n", .authors = "N ry", .from = "2026-11-24T12:00:40+02:00" });
    struct rotation *rotation = rotation_new(edition, made_zone(*state));
    int64_t now = made_moment(*state, NOON);
    struct slot slot = rotation_next(rotation, now, true);
    assert_null(slot.item);
    assert_int_equal(slot.seconds, IDLE_SECONDS);
    slot = rotation_next(rotation, now + 30, true);
    assert_null(slot.item);
    assert_int_equal(slot.seconds, 10);
    slot = rotation_next(rotation, now + 40, true);
    assert_ptr_equal(slot.item, &edition->items[0]);
    slot = rotation_next(rotation, now + 40, false); /* the clock is lost */
    assert_null(slot.item);
    rotation_free(rotation);

    static const struct edition nothing = { 0 };
    rotation = rotation_new(&nothing, made_zone(*state));
    assert_null(rotation_next(rotation, now, true).item);
    rotation_free(rotation);
}

static void another_edition_carries_on(void **state)
{
    static const struct made_item first[] = {
        { .id = "a", .authors = "A ry" },
        { .id = "b", .authors = "B ry" },
        { .id = "1fi", .group = "1", .authors = "C ry" },
        { .id = "1sv", .group = "1", .authors = "C ry", .language = "sv" },
    }, second[] = {
        { .id = "d", .authors = "D ry" },
        { .id = "1sv", .group = "1", .authors = "C ry", .language = "sv" },
        { .id = "1fi", .group = "1", .authors = "C ry" },
        { .id = "b", .authors = "B ry" },
        { .id = "a", .authors = "A ry" },
        { .id = "x", .authors = "A ry" },
    };
    int64_t now = made_moment(*state, NOON);
    /* The old edition is gone with its arena after each change. */
    struct arena *old = arena_new((size_t)1 << 24);
    struct rotation *rotation =
        rotation_new(made_edition(old, first, ARRAY_LEN(first)), made_zone(*state));
    struct played played = { { 0 }, { 0 } };
    struct slot slot = { 0 };
    char before[4] = "";
    bool turn_runs = false;
    for (int i = 0; i < 4000; i++) {
        struct arena *fresh = arena_new((size_t)1 << 24);
        const struct edition *edition = i % 2 ? made_edition(fresh, first, ARRAY_LEN(first))
                                              : made_edition(fresh, second, ARRAY_LEN(second));
        rotation_continue(rotation, edition, made_zone(*state));
        arena_free(old);
        old = fresh;
        slot = play_one(rotation, &now, &played);
        bool is_version = str_starts(slot.item->announcement.id, "1");
        if (turn_runs) { /* the other version comes, whatever the feed's order is now */
            assert_true(is_version);
            assert_false(str_is(slot.item->announcement.id, before));
        }
        turn_runs = is_version && !turn_runs;
        (void)snprintf(before, sizeof before, "%.*s", STR_ARG(slot.item->announcement.id));
    }
    rotation_free(rotation);
    arena_free(old);
    /* A, B and C were always there; D in every second edition only */
    int64_t share = played.seconds['b'];
    assert_about(played.seconds['a'] + played.seconds['x'], share, 200);
    assert_about(played.seconds['1'], share, 200);
    assert_true(played.seconds['d'] <= share + 200 && played.seconds['d'] > 0);
}

static void what_was_put_back_comes_again(void **state)
{
    const struct edition *edition =
        MADE_EDITION(*state, { .id = "a", .authors = "A ry" },
                     { .id = "b", .authors = "B ry,A ry", .seconds = 40, .pages = 2 },
                     { .id = "c-fi", .group = "c", .authors = "C ry" },
                     { .id = "c-sv", .group = "c", .authors = "C ry", .language = "sv" });
    struct rotation *one = rotation_new(edition, made_zone(*state));
    struct rotation *other = rotation_new(edition, made_zone(*state));
    int64_t now = made_moment(*state, NOON);
    for (int i = 0; i < 300; i++, now += 10) {
        struct slot slot = rotation_next(one, now, true);
        struct slot again = rotation_next(other, now, true);
        if (i % 3 == 0) {
            rotation_put_back(other);
            rotation_put_back(other); /* nothing more to take back */
            again = rotation_next(other, now, true);
        }
        assert_ptr_equal(slot.item, again.item);
        assert_int_equal(slot.page, again.page);
    }
    rotation_free(one);
    rotation_free(other);
}

static void a_round_has_every_slide_once(void **state)
{
    const struct edition *edition = MADE_EDITION(
        *state, { .id = "a1", .authors = "A ry" }, { .id = "a2", .authors = "A ry" },
        { .id = "a3", .authors = "A ry" }, { .id = "b", .authors = "B ry", .seconds = 40 },
        { .id = "j", .authors = "A ry,B ry", .pages = 3 },
        { .id = "c-sv", .group = "c", .authors = "C ry", .language = "sv" },
        { .id = "c-fi", .group = "c", .authors = "C ry" },
        { .id = "old", .authors = "C ry", .until = "2026-11-01" });
    struct slot *slots;
    size_t count =
        rotation_round(edition, made_zone(*state), made_moment(*state, NOON), true, *state, &slots);
    assert_int_equal(count, 9);
    int pages = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < i; k++)
            assert_true(slots[i].item != slots[k].item || slots[i].page != slots[k].page);
        pages += str_is(slots[i].item->announcement.id, "j");
        if (str_is(slots[i].item->announcement.id, "c-fi"))
            assert_string_equal(slots[i + 1].item->announcement.id.at, "c-sv");
    }
    assert_int_equal(pages, 3);
}

static void the_same_question_has_the_same_answer(void **state)
{
    const struct edition *edition =
        MADE_EDITION(*state, { .id = "a", .authors = "A ry", .seconds = 11 },
                     { .id = "b", .authors = "B ry", .seconds = 17 },
                     { .id = "c", .authors = "C ry,A ry", .seconds = 23 },
                     { .id = "d", .authors = "D ry" }, { .id = "e", .authors = "E ry" });
    struct rotation *one = rotation_new(edition, made_zone(*state));
    struct rotation *other = rotation_new(edition, made_zone(*state));
    int64_t now = made_moment(*state, NOON);
    /* the shortest turn is paid off first; of equals the first of the feed comes */
    assert_string_equal(str_c(*state, rotation_next(one, now, true).item->announcement.id), "d");
    (void)rotation_next(other, now, true);
    for (int i = 0; i < 1000; i++, now += 10)
        assert_ptr_equal(rotation_next(one, now, true).item, rotation_next(other, now, true).item);
    rotation_free(one);
    rotation_free(other);
}

/* A large feed, of one organisation and of as many as there are notices. */
static void three_thousand_items_turn(void **state)
{
    enum { COUNT = 3000, TEXT = 8 };
    struct made_item *items = memory_new(COUNT, sizeof *items);
    char(*ids)[TEXT] = memory_new(COUNT, TEXT);
    for (int one = 0; one < 2; one++) {
        for (size_t i = 0; i < COUNT; i++) {
            snprintf(ids[i], TEXT, "a%zu", i);
            items[i] = (struct made_item){ .id = ids[i], .authors = one ? "A ry" : ids[i] };
        }
        struct arena *arena = arena_new((size_t)256 << 20);
        const struct edition *edition = made_edition(arena, items, COUNT);
        struct slot *slots;
        assert_int_equal(rotation_round(edition, made_zone(arena), made_moment(arena, NOON), true,
                                        arena, &slots),
                         COUNT);
        arena_free(arena);
    }
    free(items);
    free(ids);
    (void)state;
}

int rotation_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_organisation_gets_the_same_time),
        cmocka_unit_test(nobody_is_a_turn_away_from_its_share),
        cmocka_unit_test(short_slides_come_evenly_and_not_in_a_bunch),
        cmocka_unit_test(joint_material_counts_for_all_in_equal_parts),
        cmocka_unit_test(priority_moves_time_inside_an_organisation_only),
        cmocka_unit_test(languages_follow_one_another_in_the_profiles_order),
        cmocka_unit_test(a_swedish_name_of_the_register_is_the_same_organisation),
        cmocka_unit_test(what_ends_makes_room_and_what_begins_does_not_hog),
        cmocka_unit_test(nothing_to_show_is_the_idle_slide),
        cmocka_unit_test(another_edition_carries_on),
        cmocka_unit_test(what_was_put_back_comes_again),
        cmocka_unit_test(a_round_has_every_slide_once),
        cmocka_unit_test(the_same_question_has_the_same_answer),
        cmocka_unit_test(three_thousand_items_turn),
    };
    struct CMUnitTest set_up[ARRAY_LEN(tests)];
    for (size_t i = 0; i < ARRAY_LEN(tests); i++) {
        set_up[i] = tests[i];
        set_up[i].setup_func = made_setup;
        set_up[i].teardown_func = made_teardown;
    }
    return cmocka_run_group_tests(set_up, NULL, NULL);
}
