/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What breaks the row of turns, and what moves time inside it: alerts, agenda, languages, weights.
 */
#include "made.h"
#include "rotate/agenda.h"

#include <stdio.h>

#define NOON "2026-11-24T12:00"

/* The ids of the next slides, with blanks between; agenda pages as "agenda-fi-0". */
static const char *next_ids(struct arena *arena, struct rotation *rotation, int64_t *now, int count)
{
    struct str all = { 0 };
    for (int i = 0; i < count; i++) {
        struct slot slot = rotation_next(rotation, *now, true);
        struct str id = slot_id(&slot);
        if (slot.is_agenda)
            id = str_format(arena, "agenda-%s-%d", language_tag(slot.language), slot.page);
        all = i == 0 ? id : str_format(arena, "%.*s %.*s", STR_ARG(all), STR_ARG(id));
        *now += slot.seconds;
    }
    return str_c(arena, all);
}

static int64_t seconds_of(struct arena *arena, const struct edition *edition, char letter,
                          int hours)
{
    struct rotation *rotation = rotation_new(edition, made_zone(arena));
    int64_t now = made_moment(arena, NOON), until = now + hours * INT64_C(3600), had = 0;
    while (now < until) {
        struct slot slot = rotation_next(rotation, now, true);
        if (slot_id(&slot).at[0] == letter)
            had += slot.seconds;
        now += slot.seconds;
    }
    rotation_free(rotation);
    return had;
}

/* ---- languages ----------------------------------------------------------------------------- */

static struct edition *two_groups(struct arena *arena)
{
    return MADE_EDITION(arena, { .id = "1fi", .group = "1", .authors = "A ry" },
                        { .id = "1sv", .group = "1", .authors = "A ry", .language = "sv" },
                        { .id = "1en", .group = "1", .authors = "A ry", .language = "en" },
                        { .id = "2fi", .group = "2", .authors = "B ry", .seconds = 30 });
}

static void another_language_begins_each_turn(void **state)
{
    struct rotation *rotation = rotation_new(two_groups(*state), made_zone(*state));
    int64_t now = made_moment(*state, NOON);
    assert_string_equal(next_ids(*state, rotation, &now, 13),
                        "1fi 1sv 1en 2fi 1sv 1en 1fi 2fi 1en 1fi 1sv 2fi 1fi");
    rotation_free(rotation);
}

static void a_quarter_of_an_hour_is_in_one_language(void **state)
{
    struct edition *edition = two_groups(*state);
    struct language_quarter quarter = { .language = LANGUAGE_SV, .from = 12 * 60 + 5 };
    quarter.days[TUESDAY] = true;
    edition->profile.rotation.quarters = &quarter;
    edition->profile.rotation.quarter_count = 1;
    struct rotation *rotation = rotation_new(edition, made_zone(*state));
    int64_t noon = made_moment(*state, NOON), now = noon;
    int others = 0, swedish = 0, group2 = 0;
    while (now < noon + 60 * 60) {
        struct slot slot = rotation_next(rotation, now, true);
        bool inside = now >= noon + 300 && now < noon + 1200;
        bool is_first = str_is(slot.item->announcement.group, "1");
        others += inside && is_first && slot.item->announcement.language != LANGUAGE_SV;
        swedish += inside && is_first;
        group2 += inside && !is_first;
        now += slot.seconds;
    }
    assert_int_equal(others, 0);
    assert_in_range(swedish, 40, 50); /* half of the quarter, 10 s each */
    assert_in_range(group2, 13, 17);
    rotation_free(rotation);
}

/* ---- weights ------------------------------------------------------------------------------- */

static void priority_is_capped_by_the_profile(void **state)
{
    struct edition *edition = MADE_EDITION(
        *state, { .id = "h", .authors = "A ry", .has_priority = true, .priority = PRIORITY_HIGH },
        { .id = "n", .authors = "A ry" }, { .id = "o", .authors = "B ry" });
    int64_t high = seconds_of(*state, edition, 'h', 6),
            normal = seconds_of(*state, edition, 'n', 6);
    assert_in_range(high, 2 * normal - 40, 2 * normal + 40);
    edition->profile.rotation.priority_max = 1.5;
    high = seconds_of(*state, edition, 'h', 6), normal = seconds_of(*state, edition, 'n', 6);
    assert_in_range(2 * high, 3 * normal - 60, 3 * normal + 60);
    edition->profile.rotation.priority_max = 1;
    high = seconds_of(*state, edition, 'h', 6), normal = seconds_of(*state, edition, 'n', 6);
    assert_in_range(high, normal - 20, normal + 20);
}

static void priority_reaches_other_organisations_only_when_the_profile_says_so(void **state)
{
    struct edition *edition = MADE_EDITION(
        *state, { .id = "h", .authors = "A ry", .has_priority = true, .priority = PRIORITY_HIGH },
        { .id = "o", .authors = "B ry" },
        { .id = "l", .authors = "C ry", .has_priority = true, .priority = PRIORITY_LOW });
    assert_in_range(seconds_of(*state, edition, 'h', 7), 8380, 8420);
    edition->profile.rotation.priority_between = true;
    assert_in_range(seconds_of(*state, edition, 'h', 7), 14360, 14440); /* 2 : 1 : 1/2 */
    assert_in_range(seconds_of(*state, edition, 'o', 7), 7160, 7240);
    assert_in_range(seconds_of(*state, edition, 'l', 7), 3560, 3640);
}

static void a_party_from_outside_gets_no_more_than_the_profile_says(void **state)
{
    static struct registered_organisation known[] = { { .name = { "A ry", 4 } },
                                                      { .name = { "B ry", 4 } } };
    struct edition *edition =
        MADE_EDITION(*state, { .id = "a", .authors = "A ry" }, { .id = "b", .authors = "B ry" },
                     { .id = "x", .authors = "Vieras oy", .seconds = 20 });
    edition->profile.rotation.outside_share = 0.10;
    assert_in_range(seconds_of(*state, edition, 'x', 10), 11960, 12040); /* no register yet */
    edition->profile.organisations = known;
    edition->profile.organisation_count = ARRAY_LEN(known);
    assert_in_range(seconds_of(*state, edition, 'x', 10), 3560, 3640);
    assert_in_range(seconds_of(*state, edition, 'a', 10), 16160, 16240);
    edition->profile.rotation.outside_share = 1;
    assert_in_range(seconds_of(*state, edition, 'x', 10), 11960, 12040);
}

static void the_days_before_an_event_weigh_more_than_the_weeks(void **state)
{
    struct edition *edition =
        MADE_EDITION(*state, { .id = "t", .authors = "A ry", .start = "2026-11-25T17:00" },
                     { .id = "w", .authors = "A ry", .start = "2026-11-30T17:00" },
                     { .id = "m", .authors = "A ry", .start = "2026-12-15T17:00" },
                     { .id = "y", .authors = "A ry", .start = "2027-02-15T17:00" },
                     { .id = "n", .authors = "A ry" }, { .id = "o", .authors = "B ry" });
    edition->profile.rotation.agenda_minutes = 0;
    int64_t plain = seconds_of(*state, edition, 'n', 8);
    assert_in_range(seconds_of(*state, edition, 't', 8), 2 * plain - 40, 2 * plain + 40);
    assert_in_range(2 * seconds_of(*state, edition, 'w', 8), 3 * plain - 60, 3 * plain + 60);
    assert_in_range(seconds_of(*state, edition, 'm', 8), plain - 20, plain + 20);
    assert_in_range(2 * seconds_of(*state, edition, 'y', 8), plain - 40, plain + 40);
    assert_in_range(seconds_of(*state, edition, 'o', 8), 4 * 3600 - 20, 4 * 3600 + 20);
}

/* ---- alerts -------------------------------------------------------------------------------- */

static struct edition *with_alert(struct arena *arena)
{
    struct edition *edition =
        MADE_EDITION(arena, { .id = "a", .authors = "A ry" }, { .id = "b", .authors = "B ry" },
                     { .id = "c-fi", .group = "c", .authors = "C ry" },
                     { .id = "c-sv", .group = "c", .authors = "C ry", .language = "sv" },
                     { .id = "!fi",
                       .group = "!",
                       .authors = "Talo",
                       .from = "2026-11-24T12:01:00+02:00",
                       .until = "2026-11-24T12:04:00+02:00",
                       .seconds = 12 },
                     { .id = "!sv",
                       .group = "!",
                       .authors = "Talo",
                       .language = "sv",
                       .from = "2026-11-24T12:01:00+02:00",
                       .until = "2026-11-24T12:04:00+02:00",
                       .seconds = 12 });
    edition->items[4].announcement.kind = edition->items[5].announcement.kind = KIND_ALERT;
    return edition;
}

static void an_alert_comes_at_once_then_as_every_second_slide_and_ends(void **state)
{
    struct edition *edition = with_alert(*state);
    struct rotation *rotation = rotation_new(edition, made_zone(*state));
    int64_t noon = made_moment(*state, NOON), now = noon;
    assert_string_equal(next_ids(*state, rotation, &now, 5), "a b c-fi c-sv a");
    assert_false(rotation_has_new_alert(rotation, now, true));
    now = noon + 60;
    assert_true(rotation_has_new_alert(rotation, now, true));
    struct slot slot = rotation_next(rotation, now, true);
    assert_string_equal(str_c(*state, slot_id(&slot)), "!fi");
    assert_int_equal(slot.seconds, ALERT_SECONDS_LEAST);
    assert_false(rotation_has_new_alert(rotation, now, true));
    now += slot.seconds;
    assert_string_equal(next_ids(*state, rotation, &now, 7), "b !fi a !fi b !fi c-sv");
    int alerts = 0;
    while (now < noon + 240)
        alerts += next_ids(*state, rotation, &now, 1)[0] == '!';
    assert_in_range(alerts, 2, 6);
    assert_true(now < noon + 240 + 15); /* nothing of it stays behind its end */
    for (int i = 0; i < 20; i++)
        assert_true(next_ids(*state, rotation, &now, 1)[0] != '!');
    rotation_free(rotation);
}

static void an_alert_that_is_known_before_begins_on_time(void **state)
{
    struct edition *edition = with_alert(*state);
    edition->items[0].seconds = edition->items[1].seconds = 40;
    edition->items[2].refused = edition->items[3].refused = REASON_DAMAGED;
    struct rotation *rotation = rotation_new(edition, made_zone(*state));
    int64_t now = made_moment(*state, NOON);
    assert_int_equal(rotation_next(rotation, now, true).seconds, 40);
    assert_int_equal(rotation_next(rotation, now + 40, true).seconds, 20);
    struct slot slot = rotation_next(rotation, now + 60, true);
    assert_string_equal(str_c(*state, slot_id(&slot)), "!fi");
    rotation_free(rotation);
}

static void what_an_alert_has_cut_off_comes_again(void **state)
{
    struct edition *edition = with_alert(*state);
    struct rotation *rotation = rotation_new(edition, made_zone(*state));
    int64_t now = made_moment(*state, NOON) + 30;
    (void)next_ids(*state, rotation, &now, 1);
    struct slot cut_off = rotation_next(rotation, now, true);
    struct slot made_ready = rotation_next(rotation, now + 10, true);
    now = made_moment(*state, NOON) + 65;
    rotation_put_back(rotation);
    rotation_continue(rotation, edition, made_zone(*state));
    rotation_repeat(rotation, &cut_off);
    struct slot slots[4];
    for (size_t i = 0; i < ARRAY_LEN(slots); i++, now += 12)
        slots[i] = rotation_next(rotation, now, true);
    assert_string_equal(str_c(*state, slot_id(&slots[0])), "!fi");
    assert_ptr_equal(slots[1].item, cut_off.item);
    assert_string_equal(str_c(*state, slot_id(&slots[2])), "!fi");
    assert_ptr_equal(slots[3].item, made_ready.item);
    rotation_free(rotation);
}

static void two_languages_of_an_alert_share_a_slide(void **state)
{
    struct edition *edition = with_alert(*state);
    const struct item *items[ALERT_VERSIONS];
    struct timetable timetable = { edition, made_zone(*state),
                                   made_moment(*state, "2026-11-24T12:02"), true };
    assert_int_equal(rotation_alert_page(&timetable, &edition->items[4], 0, items), 2);
    assert_ptr_equal(items[0], &edition->items[4]);
    assert_ptr_equal(items[1], &edition->items[5]);
    struct slot *slots;
    assert_int_equal(rotation_round(edition, timetable.zone, timetable.now, true, *state, &slots),
                     5);
    assert_string_equal(str_c(*state, slot_id(&slots[0])), "!fi");
}

static void an_alert_is_shown_when_the_centre_is_closed(void **state)
{
    struct edition *edition = with_alert(*state);
    struct opening_exception closed = { .from = { 2026, 11, 24 },
                                        .until = { 2026, 11, 24 },
                                        .closed = true };
    edition->profile.opening.exceptions = &closed;
    edition->profile.opening.exception_count = 1;
    struct rotation *rotation = rotation_new(edition, made_zone(*state));
    int64_t now = made_moment(*state, NOON) + 30;
    assert_string_equal(next_ids(*state, rotation, &now, 1), "idle");
    assert_int_equal(now, made_moment(*state, NOON) + 60); /* not a second longer */
    assert_string_equal(next_ids(*state, rotation, &now, 3), "!fi !fi !fi");
    rotation_free(rotation);
}

/* ---- the agenda ---------------------------------------------------------------------------- */

static void the_agenda_comes_every_few_minutes_between_turns(void **state)
{
    struct edition *edition = MADE_EDITION(
        *state, { .id = "1fi", .group = "1", .authors = "A ry", .start = "2026-11-24T17:00" },
        { .id = "1sv",
          .group = "1",
          .authors = "A ry",
          .language = "sv",
          .start = "2026-11-24T17:00" },
        { .id = "2", .authors = "B ry", .start = "2026-11-25T17:00" },
        { .id = "3", .authors = "B ry", .start = "2026-11-26T17:00" });
    struct rotation *rotation = rotation_new(edition, made_zone(*state));
    int64_t noon = made_moment(*state, NOON), now = noon;
    while (now < noon + 300)
        assert_true(next_ids(*state, rotation, &now, 1)[0] != 'a');
    for (int i = 0; i < 3 && now < noon + 330; i++) {
        const char *id = next_ids(*state, rotation, &now, 1);
        if (id[0] != 'a')
            continue;
        assert_string_equal(id, "agenda-fi-0");
        assert_string_equal(next_ids(*state, rotation, &now, 1), "agenda-sv-0");
        break;
    }
    int64_t end = now;
    while (now < end + 300)
        assert_true(next_ids(*state, rotation, &now, 1)[0] != 'a');
    rotation_free(rotation);
}

static void the_agenda_has_what_is_today_and_tomorrow_here_first(void **state)
{
    struct edition *edition = MADE_EDITION(
        *state, { .id = "late", .authors = "A ry", .start = "2026-11-24T18:00" },
        { .id = "here", .authors = "A ry", .start = "2026-11-24T19:00" },
        { .id = "over", .authors = "A ry", .start = "2026-11-24T10:00", .end = "2026-11-24T11:00" },
        { .id = "cancelled", .authors = "A ry", .start = "2026-11-24T17:00", .cancelled = true },
        { .id = "morning", .authors = "A ry", .start = "2026-11-25T09:00" },
        { .id = "weekly",
          .authors = "A ry",
          .start = "2026-11-18T13:00",
          .rrule = "FREQ=WEEKLY;BYDAY=WE" },
        { .id = "midnight", .authors = "A ry", .start = "2026-11-26T00:00" },
        { .id = "no date", .authors = "A ry" });
    struct venue house = { .mode = PLACE_ON_SITE, .name = STR("Täällä"), .extra = STR("aula") };
    struct venue library = { .mode = PLACE_ON_SITE, .name = STR("Kirjasto"), .street = STR("X 1") };
    edition->items[0].announcement.venues = &library;
    edition->items[1].announcement.venues = &house;
    edition->items[0].announcement.venue_count = edition->items[1].announcement.venue_count = 1;
    static const char *const want[] = { "here", "late", "morning", "weekly" };
    struct timetable timetable = { edition, made_zone(*state), made_moment(*state, NOON), true };
    struct agenda_line *lines;
    assert_int_equal(agenda_lines(&timetable, LANGUAGE_FI, *state, &lines), ARRAY_LEN(want));
    for (size_t i = 0; i < ARRAY_LEN(want); i++)
        assert_string_equal(str_c(*state, lines[i].item->announcement.id), want[i]);
    timetable.clock_is_real = false;
    assert_int_equal(agenda_lines(&timetable, LANGUAGE_FI, *state, &lines), 0);
}

static void a_long_agenda_has_pages_alike(void **state)
{
    static const struct {
        size_t lines;
        int pages;
        size_t first_of_second;
    } cases[] = { { 0, 0, 0 }, { 1, 1, 1 }, { 6, 1, 6 }, { 7, 2, 4 }, { 12, 2, 6 }, { 13, 3, 5 } };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_int_equal(agenda_pages(cases[i].lines), cases[i].pages);
        assert_int_equal(agenda_first(cases[i].lines, 1), cases[i].first_of_second);
        assert_int_equal(agenda_first(cases[i].lines, cases[i].pages), cases[i].lines);
    }
}

static void an_event_leaves_at_its_end(void **state)
{
    struct edition *edition = MADE_EDITION(*state, { .id = "e",
                                                     .authors = "A ry",
                                                     .start = "2026-11-24T11:00",
                                                     .end = "2026-11-24T12:00:20",
                                                     .seconds = 60 });
    struct rotation *rotation = rotation_new(edition, made_zone(*state));
    int64_t noon = made_moment(*state, NOON);
    assert_int_equal(rotation_next(rotation, noon, true).seconds, 20);
    assert_int_equal(rotation_next(rotation, noon + 18, true).seconds, SLIDE_SECONDS_LEAST);
    assert_null(rotation_next(rotation, noon + 20, true).item);
    assert_non_null(rotation_next(rotation, noon - 100, true).item); /* the clock is set back */
    rotation_free(rotation);
}

int special_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_language_begins_each_turn),
        cmocka_unit_test(a_quarter_of_an_hour_is_in_one_language),
        cmocka_unit_test(priority_is_capped_by_the_profile),
        cmocka_unit_test(priority_reaches_other_organisations_only_when_the_profile_says_so),
        cmocka_unit_test(a_party_from_outside_gets_no_more_than_the_profile_says),
        cmocka_unit_test(the_days_before_an_event_weigh_more_than_the_weeks),
        cmocka_unit_test(an_alert_comes_at_once_then_as_every_second_slide_and_ends),
        cmocka_unit_test(an_alert_that_is_known_before_begins_on_time),
        cmocka_unit_test(what_an_alert_has_cut_off_comes_again),
        cmocka_unit_test(two_languages_of_an_alert_share_a_slide),
        cmocka_unit_test(an_alert_is_shown_when_the_centre_is_closed),
        cmocka_unit_test(the_agenda_comes_every_few_minutes_between_turns),
        cmocka_unit_test(the_agenda_has_what_is_today_and_tomorrow_here_first),
        cmocka_unit_test(a_long_agenda_has_pages_alike),
        cmocka_unit_test(an_event_leaves_at_its_end),
    };
    struct CMUnitTest set_up[ARRAY_LEN(tests)];
    for (size_t i = 0; i < ARRAY_LEN(tests); i++) {
        set_up[i] = tests[i];
        set_up[i].setup_func = made_setup;
        set_up[i].teardown_func = made_teardown;
    }
    return cmocka_run_group_tests(set_up, NULL, NULL);
}
