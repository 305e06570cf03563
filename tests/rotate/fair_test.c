/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The promises of player/rotate/README.md, held against random feeds, the same in every run: no two
 * organisations differ by more than two of the longest slides over any hour, nor by more than 2 %
 * over a day, and nobody follows itself unless that has to be.
 */
#include "made.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define NOON "2026-11-24T12:00"
#define PARTIES_MAX 14
#define NOTICES_MAX 5
#define FEEDS 60
#define HOUR 3600
#define PLAYED (25 * HOUR)

/* xorshift64*: small, and the same everywhere. */
static int draw(uint64_t *seed, int least, int most)
{
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return least +
           (int)((*seed * UINT64_C(0x2545F4914F6CDD1D) >> 33) % (uint64_t)(most - least + 1));
}

struct feed {
    int parties;
    int longest_turn[PARTIES_MAX]; /* seconds */
    int longest_slide;
    bool has_joint;
    struct edition *edition;
};

static int longer(int a, int b)
{
    return a > b ? a : b;
}

/* Ids and authors begin with the letter of the organisation. */
static struct feed draw_feed(struct arena *arena, uint64_t *seed, bool with_versions, bool joint)
{
    struct feed feed = { .parties = draw(seed, 2, PARTIES_MAX), .has_joint = joint };
    struct made_item *items = NULL;
    size_t count = 0;
    for (int party = 0; party < feed.parties; party++) {
        int notices = draw(seed, 1, NOTICES_MAX);
        for (int notice = 0; notice < notices; notice++) {
            int versions = with_versions ? draw(seed, 1, 3) : 1, seconds = draw(seed, 10, 60);
            struct str group = str_format(arena, "%c%d", 'a' + party, notice);
            bool shared = joint && notice > 0 && draw(seed, 0, 4) == 0;
            struct str authors =
                shared ? str_format(arena, "%c,%c", 'a' + party, 'a' + (party + 1) % feed.parties)
                       : str_format(arena, "%c", 'a' + party);
            static const char *const languages[] = { "fi", "sv", "en" };
            for (int version = 0; version < versions; version++)
                *ARENA_PUSH(arena, items, count) = (struct made_item){
                    .id = str_c(arena, str_format(arena, "%.*s%d", STR_ARG(group), version)),
                    .group = str_c(arena, group),
                    .authors = str_c(arena, authors),
                    .language = languages[version],
                    .seconds = seconds,
                };
            feed.longest_slide = longer(feed.longest_slide, seconds);
            feed.longest_turn[party] = longer(feed.longest_turn[party], versions * seconds);
        }
    }
    feed.edition = made_edition(arena, items, count);
    return feed;
}

/* Screen seconds of each organisation from the beginning to each second. */
struct record {
    double (*had)[PARTIES_MAX];
    int followed; /* turns of an organisation behind a turn of its own */
};

static void book(struct record *record, const struct slot *slot, int at)
{
    const struct announcement *announcement = &slot->item->announcement;
    for (int second = at; second < at + slot->seconds && second < PLAYED; second++) {
        memcpy(record->had[second + 1], record->had[second], sizeof record->had[0]);
        for (size_t i = 0; i < announcement->author_count; i++)
            record->had[second + 1][announcement->authors[i].name.at[0] - 'a'] +=
                1.0 / (double)announcement->author_count;
    }
}

static struct record play(struct arena *arena, const struct feed *feed)
{
    struct record record = { .had = calloc(PLAYED + 1, sizeof record.had[0]) };
    struct rotation *rotation = rotation_new(feed->edition, made_zone(arena));
    int64_t start = made_moment(arena, NOON);
    struct str before = { 0 };
    assert_non_null(record.had);
    for (int at = 0; at < PLAYED;) {
        struct slot slot = rotation_next(rotation, start + at, true);
        assert_non_null(slot.item);
        struct str group = slot.item->announcement.group;
        record.followed +=
            before.bytes > 0 && before.at[0] == group.at[0] && !str_equal(before, group);
        before = group;
        book(&record, &slot, at);
        at += slot.seconds;
    }
    rotation_free(rotation);
    return record;
}

static double over(const struct record *record, int from, int until, int party)
{
    return record->had[until][party] - record->had[from][party];
}

/* What two may differ by at any moment: the longest slide, or the mean of a turn of each. */
static double bound_of(const struct feed *feed, int a, int b)
{
    return fmax(feed->longest_slide, (feed->longest_turn[a] + feed->longest_turn[b]) / 2.0);
}

/* The largest difference of two over any hour, less what is allowed; at most 0 is fine. */
static double worst_hour(const struct feed *feed, const struct record *record, int a, int b)
{
    double worst = -1e9;
    for (int from = 0; from + HOUR <= PLAYED; from += 7) {
        double difference =
            fabs(over(record, from, from + HOUR, a) - over(record, from, from + HOUR, b));
        worst = difference > worst ? difference : worst;
    }
    return worst - 2 * bound_of(feed, a, b);
}

static void check_feed(const struct feed *feed, const struct record *record, int number)
{
    double mean = 24.0 * HOUR / feed->parties;
    for (int a = 0; a < feed->parties; a++) {
        for (int b = 0; b < a; b++) {
            double hour = worst_hour(feed, record, a, b);
            double day = fabs(over(record, 0, 24 * HOUR, a) - over(record, 0, 24 * HOUR, b));
            if (hour > 1e-6)
                fail_msg("feed %d: %c and %c: %.0f s over the bound in an hour", number, 'a' + a,
                         'a' + b, hour);
            if (day > 0.02 * mean && day > bound_of(feed, a, b))
                fail_msg("feed %d: %c and %c differ by %.0f s of %.0f over a day", number, 'a' + a,
                         'a' + b, day, mean);
        }
    }
}

static void shares_are_equal(void **state, bool with_versions, bool joint)
{
    uint64_t seed = UINT64_C(0x9E3779B97F4A7C15);
    (void)state;
    for (int number = 0; number < FEEDS; number++) {
        struct arena *arena = arena_new((size_t)64 << 20);
        struct feed feed = draw_feed(arena, &seed, with_versions, joint);
        struct record record = play(arena, &feed);
        check_feed(&feed, &record, number);
        free(record.had);
        arena_free(arena);
    }
}

static void no_two_differ_by_two_slides_over_any_hour(void **state)
{
    shares_are_equal(state, false, false);
}

static void with_language_versions_by_two_turns(void **state)
{
    shares_are_equal(state, true, false);
}

static void joint_material_keeps_the_bound_too(void **state)
{
    shares_are_equal(state, false, true);
}

/* Slides of one length and three organisations or more: then there is always another. */
static void nobody_follows_itself_where_that_can_be(void **state)
{
    uint64_t seed = 77;
    for (int number = 0; number < FEEDS; number++) {
        struct arena *arena = arena_new((size_t)64 << 20);
        struct feed feed = draw_feed(arena, &seed, false, false);
        int least = draw(&seed, 10, 40);
        for (size_t i = 0; i < feed.edition->item_count; i++) /* at most twice as long */
            feed.edition->items[i].seconds = draw(&seed, least, 2 * least);
        struct record record = play(arena, &feed);
        if (feed.parties > 2)
            assert_int_equal(record.followed, 0);
        free(record.had);
        arena_free(arena);
    }
    (void)state;
}

/* Two organisations, 10 s and 60 s: five of six short turns have to follow one another. */
static void one_with_short_slides_follows_itself_only_as_often_as_needed(void **state)
{
    struct feed feed = { .parties = 2 };
    feed.edition = MADE_EDITION(*state, { .id = "a1", .group = "a1", .authors = "a" },
                                { .id = "a2", .group = "a2", .authors = "a" },
                                { .id = "b1", .group = "b1", .authors = "b", .seconds = 60 });
    struct record record = play(*state, &feed);
    assert_true(fabs(over(&record, 0, 24 * HOUR, 0) - over(&record, 0, 24 * HOUR, 1)) <= 60);
    assert_in_range(record.followed, 1, PLAYED / 120 * 5 + 5);
    free(record.had);
}

int fair_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_two_differ_by_two_slides_over_any_hour),
        cmocka_unit_test(with_language_versions_by_two_turns),
        cmocka_unit_test(joint_material_keeps_the_bound_too),
        cmocka_unit_test(nobody_follows_itself_where_that_can_be),
        cmocka_unit_test_setup_teardown(
            one_with_short_slides_follows_itself_only_as_often_as_needed, made_setup,
            made_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
