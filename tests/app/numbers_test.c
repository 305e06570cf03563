/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of notices over days and months, without files and clocks. */
#include "app/numbers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
/* clang-format off: cmocka wants those above */
#include <cmocka.h>
/* clang-format on */

#define ARENA_BYTES_MAX ((size_t)64 << 20)
#define DAY_0 INT64_C(1795000000) /* in November 2026 */
#define ITEMS_MAX 16

/* A publisher's memory: what the feed before says. */
struct series {
    struct arena *arena;
    const struct zone *zone;
    struct numbered items[ITEMS_MAX];
    size_t item_count;
    struct feed_tombstone *tombstones;
    size_t tombstone_count;
};

static struct series series_new(void)
{
    struct series series = { .arena = arena_new(ARENA_BYTES_MAX) };
    series.zone = zone_open(series.arena, NULL, STR("Europe/Helsinki"));
    assert_non_null(series.zone);
    return series;
}

static void series_free(struct series *series)
{
    arena_free(series->arena);
}

/* Publishes on a day. shown: "id:group id …"; without group the id is the group. */
static void publish(struct series *series, int day, const char *shown)
{
    struct numbered items[ITEMS_MAX];
    size_t count = 0;
    struct str rest = str_of(shown), word, id;
    while (str_next(&rest, ' ', &word)) {
        assert_true(count < ITEMS_MAX && str_next(&word, ':', &id));
        items[count++] = (struct numbered){ id, word.bytes > 0 ? word : id, 0 };
    }
    const struct numbers_before before = { series->items, series->item_count, series->tombstones,
                                           series->tombstone_count };
    const struct numbers_log log = numbers_assign(series->arena, &before, DAY_0 + day * DAY_SECONDS,
                                                  series->zone, items, count);
    series->tombstones = log.tombstones;
    series->tombstone_count = log.count;
    memcpy(series->items, items, sizeof items);
    series->item_count = count;
}

static int number_of(const struct series *series, const char *id)
{
    for (size_t i = 0; i < series->item_count; i++)
        if (str_is(series->items[i].id, id))
            return series->items[i].number;
    return -1;
}

static bool is_logged(const struct series *series, const char *id, int number)
{
    for (size_t i = 0; i < series->tombstone_count; i++)
        if (str_is(series->tombstones[i].id, id) && series->tombstones[i].number == number)
            return true;
    return false;
}

static void new_notices_get_the_least_free_numbers_in_their_order(void **state)
{
    struct series series = series_new();
    (void)state;
    publish(&series, 0, "b a c");
    assert_int_equal(number_of(&series, "b"), 1);
    assert_int_equal(number_of(&series, "a"), 2);
    assert_int_equal(number_of(&series, "c"), 3);
    series_free(&series);
}

static void a_notice_keeps_its_number_whatever_comes_and_goes(void **state)
{
    struct series series = series_new();
    (void)state;
    publish(&series, 0, "a b c");
    publish(&series, 1, "x c b");
    assert_int_equal(number_of(&series, "c"), 3);
    assert_int_equal(number_of(&series, "b"), 2);
    assert_int_equal(number_of(&series, "x"), 4);
    series_free(&series);
}

static void language_versions_share_a_number(void **state)
{
    struct series series = series_new();
    (void)state;
    publish(&series, 0, "a b-fi:b b-sv:b c");
    assert_int_equal(number_of(&series, "b-fi"), 2);
    assert_int_equal(number_of(&series, "b-sv"), 2);
    assert_int_equal(number_of(&series, "c"), 3);
    publish(&series, 1, "a b-ru:b c b-sv:b");
    assert_int_equal(number_of(&series, "b-ru"), 2);
    assert_true(is_logged(&series, "b-fi", 2));
    publish(&series, 40, "a b-ru:b c b-sv:b d");
    assert_int_equal(number_of(&series, "d"), 4);
    series_free(&series);
}

static void a_withdrawn_number_rests_for_thirty_days(void **state)
{
    struct series series = series_new();
    (void)state;
    publish(&series, 0, "a b");
    publish(&series, 1, "b");
    assert_true(is_logged(&series, "a", 1));
    publish(&series, 30, "b x");
    assert_int_equal(number_of(&series, "x"), 3);
    publish(&series, 31, "b x y");
    assert_int_equal(number_of(&series, "y"), 1);
    series_free(&series);
}

static void a_notice_that_comes_back_gets_its_number_and_leaves_the_log(void **state)
{
    struct series series = series_new();
    (void)state;
    publish(&series, 0, "a b");
    publish(&series, 1, "b");
    publish(&series, 20, "x b a");
    assert_int_equal(number_of(&series, "a"), 1);
    assert_int_equal(number_of(&series, "x"), 3);
    assert_false(is_logged(&series, "a", 1));
    series_free(&series);
}

static void a_notice_that_comes_back_too_late_takes_no_number_away(void **state)
{
    struct series series = series_new();
    (void)state;
    publish(&series, 0, "a b");
    publish(&series, 1, "b");
    publish(&series, 40, "b x");
    assert_int_equal(number_of(&series, "x"), 1);
    publish(&series, 41, "a b x");
    assert_int_equal(number_of(&series, "x"), 1);
    assert_int_equal(number_of(&series, "a"), 3);
    series_free(&series);
}

static void a_number_given_anew_and_withdrawn_rests_for_its_last_holder(void **state)
{
    struct series series = series_new();
    (void)state;
    publish(&series, 0, "a b");
    publish(&series, 1, "b");
    publish(&series, 35, "b x"); /* x gets 1 */
    publish(&series, 40, "b");
    publish(&series, 45, "b a"); /* a had 1 long ago */
    assert_int_equal(number_of(&series, "a"), 3);
    publish(&series, 46, "b a x");
    assert_int_equal(number_of(&series, "x"), 1);
    series_free(&series);
}

static void the_log_forgets_after_sixty_days(void **state)
{
    struct series series = series_new();
    (void)state;
    publish(&series, 0, "a");
    publish(&series, 1, "");
    publish(&series, 60, "");
    assert_true(is_logged(&series, "a", 1));
    publish(&series, 61, "");
    assert_int_equal(series.tombstone_count, 0);
    series_free(&series);
}

static void a_clock_that_goes_back_frees_no_number(void **state)
{
    struct series series = series_new();
    (void)state;
    publish(&series, 100, "a b");
    publish(&series, 100, "b");
    publish(&series, 0, "b x");
    assert_int_equal(number_of(&series, "x"), 3);
    assert_true(is_logged(&series, "a", 1));
    series_free(&series);
}

static void two_groups_that_had_one_number_get_two(void **state)
{
    struct series series = series_new();
    (void)state;
    publish(&series, 0, "a b");
    series.items[1].number = 1; /* a damaged feed */
    publish(&series, 1, "a b");
    assert_int_equal(number_of(&series, "a"), 1);
    assert_int_equal(number_of(&series, "b"), 2);
    series_free(&series);
}

static void ten_thousand_notices_are_numbered_at_once(void **state)
{
    enum { COUNT = 10000 };
    struct arena *arena = arena_new(ARENA_BYTES_MAX);
    const struct zone *zone = zone_open(arena, NULL, STR("Europe/Helsinki"));
    struct numbered *items = ARENA_ARRAY(arena, struct numbered, COUNT);
    (void)state;
    for (int i = 0; i < COUNT; i++)
        items[i].id = items[i].group = str_format(arena, "urn:%d", COUNT - i);
    numbers_assign(arena, &(struct numbers_before){ 0 }, DAY_0, zone, items, COUNT);
    struct numbers_before before = { .items = items, .item_count = COUNT };
    struct numbered *half = ARENA_ARRAY(arena, struct numbered, COUNT / 2);
    for (int i = 0; i < COUNT / 2; i++)
        half[i] = (struct numbered){ items[2 * i].id, items[2 * i].group, 0 };
    assert_int_equal(numbers_assign(arena, &before, DAY_0 + 1, zone, half, COUNT / 2).count,
                     COUNT / 2);
    for (int i = 0; i < COUNT / 2; i++)
        assert_int_equal(half[i].number, 2 * i + 1);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(new_notices_get_the_least_free_numbers_in_their_order),
        cmocka_unit_test(a_notice_keeps_its_number_whatever_comes_and_goes),
        cmocka_unit_test(language_versions_share_a_number),
        cmocka_unit_test(a_withdrawn_number_rests_for_thirty_days),
        cmocka_unit_test(a_notice_that_comes_back_gets_its_number_and_leaves_the_log),
        cmocka_unit_test(a_notice_that_comes_back_too_late_takes_no_number_away),
        cmocka_unit_test(a_number_given_anew_and_withdrawn_rests_for_its_last_holder),
        cmocka_unit_test(the_log_forgets_after_sixty_days),
        cmocka_unit_test(a_clock_that_goes_back_frees_no_number),
        cmocka_unit_test(two_groups_that_had_one_number_get_two),
        cmocka_unit_test(ten_thousand_notices_are_numbered_at_once),
    };
    return cmocka_run_group_tests_name("numbers", tests, NULL, NULL);
}
