/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "base/file.h"
#include "compare/likeness.h"
#include "compare_tests.h"
#include "feed/read_entry.h"
#include "made.h"

#include <stdio.h>

#define SAMPLES SOURCE_DIR "/samples/submissions/good"

static enum relation relation(const struct made_notice *there, const struct made_notice *submitted)
{
    struct arena *arena = arena_new(MADE_BYTES_MAX);
    struct item a = made_item(arena, there), b = made_item(arena, submitted);
    double likeness;
    enum relation relation = relation_of(&a.announcement, &b.announcement, &likeness);
    assert_true(likeness >= 0 && likeness <= 1);
    arena_free(arena);
    return relation;
}

static const struct made_notice usual = { .id = "1" };

static void the_same_id_is_a_version_whatever_it_says(void **state)
{
    const struct made_notice other = { .id = "1", .title = "Aivan muuta", .text = "<p>Ei.</p>" };
    (void)state;
    assert_int_equal(relation(&usual, &usual), RELATION_VERSION);
    assert_int_equal(relation(&usual, &other), RELATION_VERSION);
}

static void a_notice_written_anew_is_alike(void **state)
{
    const struct made_notice again = { .id = "2" };
    const struct made_notice moved = { .id = "2",
                                       .text = "<p>Et tarvitse omaa kirjaa.</p>"
                                               "<p>Saat kahvia. Tuo muki.</p>" };
    const struct made_notice stolen = { .id = "2", .sender = "Toinen yhdistys ry" };
    (void)state;
    assert_int_equal(relation(&usual, &again), RELATION_ALIKE);
    assert_int_equal(relation(&usual, &moved), RELATION_ALIKE);
    assert_int_equal(relation(&usual, &stolen), RELATION_ALIKE);
}

static void another_sender_needs_more_words_in_common(void **state)
{
    const struct made_notice moved = { .id = "2",
                                       .sender = "Toinen yhdistys ry",
                                       .text = "<p>Et tarvitse omaa kirjaa.</p>"
                                               "<p>Saat kahvia. Tuo muki.</p>" };
    (void)state;
    assert_int_equal(relation(&usual, &moved), RELATION_NONE);
}

static void versions_in_other_languages_are_no_duplicates(void **state)
{
    const struct made_notice swedish = { .id = "2", .language = "sv" };
    const struct made_notice plain = { .id = "2", .language = "fi-simple" };
    (void)state;
    assert_int_equal(relation(&usual, &swedish), RELATION_NONE);
    assert_int_equal(relation(&usual, &plain), RELATION_NONE);
}

/* The limits of likeness.h: no two different samples come near them. */
static void different_notices_are_far_from_alike(void **state)
{
    struct arena *arena = arena_new(MADE_BYTES_MAX);
    struct announcement *list = NULL;
    struct str *names, bytes;
    size_t count, found = 0;
    double most = 0;
    (void)state;
    assert_int_equal(file_list(arena, SAMPLES, &names, &count), FILE_OK);
    for (size_t i = 0; i < count; i++) {
        struct report report = report_new(arena);
        if (!str_ends(names[i], ".xml"))
            continue;
        char *path = file_join(arena, SAMPLES, str_c(arena, names[i]));
        assert_int_equal(file_read(arena, path, ENTRY_BYTES_MAX, &bytes), FILE_OK);
        assert_true(entry_read(arena, bytes, names[i], &report, ARENA_PUSH(arena, list, found)));
    }
    assert_true(found > 20);
    for (size_t i = 0; i < found; i++)
        for (size_t j = 0; j < i; j++) {
            double likeness = likeness_of(&list[i], &list[j]);
            bool is_other = !str_equal(list[i].group, list[j].group);
            most = is_other && likeness > most ? likeness : most;
        }
    print_message("two different samples: at most %.2f\n", most);
    assert_true(most > 0);
    assert_true(most < LIKENESS_SAME_SENDER - 0.1);
    arena_free(arena);
}

/* As a Mac may send it, and as a word processor does. */
static void letters_in_two_parts_and_soft_hyphens_are_alike(void **state)
{
    const struct announcement plain = { .title = STR("Kesäpäivä äidille sotekeskuksessa") };
    const struct announcement parts = {
        .title = STR("KESA\xCC\x88PA\xCC\x88IVA\xCC\x88 a\xCC\x88idille sote\xC2\xADkeskuksessa")
    };
    const struct announcement unknown = { .title = STR("aq\xCC\x88"
                                                       "b") };
    const struct announcement bare = { .title = STR("aqb") };
    (void)state;
    assert_true(likeness_of(&plain, &parts) == 1);
    assert_true(likeness_of(&unknown, &bare) == 1);
}

/* An entry as large as any that is read, of words of one letter: 120,000 of them. */
static void the_largest_entry_has_a_likeness(void **state)
{
    struct arena *arena = arena_new(MADE_BYTES_MAX);
    struct text text = text_new(arena, ENTRY_BYTES_MAX);
    (void)state;
    text_add_c(&text, "<p>");
    while (text.bytes < ENTRY_BYTES_MAX - 4096)
        text_format(&text, "%c ", 'a' + (char)(text.bytes / 2 % 26));
    text_add_c(&text, "</p>");
    const struct made_notice large = { .id = "2", .text = str_c(arena, text_str(&text)) };
    const struct made_notice again = { .id = "3", .text = large.text };
    assert_int_equal(relation(&large, &again), RELATION_ALIKE);
    assert_int_equal(relation(&large, &usual), RELATION_NONE);
    arena_free(arena);
}

static void a_word_as_long_as_an_entry_is_one_word(void **state)
{
    struct arena *arena = arena_new(MADE_BYTES_MAX);
    struct announcement long_word = { .title = { arena_alloc(arena, ENTRY_BYTES_MAX, 1),
                                                 ENTRY_BYTES_MAX } };
    struct announcement other = { .title = STR("a") };
    (void)state;
    memset((char *)long_word.title.at, 'a', long_word.title.bytes);
    assert_true(likeness_of(&long_word, &long_word) == 1);
    assert_true(likeness_of(&long_word, &other) == 0);
    arena_free(arena);
}

static void a_bag_says_the_same_as_its_announcement(void **state)
{
    struct arena *arena = arena_new(MADE_BYTES_MAX);
    const struct made_notice moved = { .id = "2", .text = "<p>Et tarvitse omaa kirjaa.</p>" };
    struct item a = made_item(arena, &usual), b = made_item(arena, &moved);
    struct likeness_bag left = likeness_bag_of(arena, &a.announcement);
    struct likeness_bag right = likeness_bag_of(arena, &b.announcement);
    double bags, announcements;
    (void)state;
    assert_int_equal(left.count, 13);
    assert_int_equal(relation_of_bags(&left, &right, &bags),
                     relation_of(&a.announcement, &b.announcement, &announcements));
    assert_true(bags > 0 && bags < 1 && bags == announcements);
    assert_true(likeness_of_bags(&left, &left) == 1);
    arena_free(arena);
}

static void nobody_need_ask_how_alike_they_are(void **state)
{
    struct arena *arena = arena_new(MADE_BYTES_MAX);
    const struct made_notice again = { .id = "2" };
    struct item a = made_item(arena, &usual), b = made_item(arena, &again);
    (void)state;
    assert_int_equal(relation_of(&a.announcement, &a.announcement, NULL), RELATION_VERSION);
    assert_int_equal(relation_of(&a.announcement, &b.announcement, NULL), RELATION_ALIKE);
    arena_free(arena);
}

int likeness_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_id_is_a_version_whatever_it_says),
        cmocka_unit_test(a_notice_written_anew_is_alike),
        cmocka_unit_test(another_sender_needs_more_words_in_common),
        cmocka_unit_test(versions_in_other_languages_are_no_duplicates),
        cmocka_unit_test(different_notices_are_far_from_alike),
        cmocka_unit_test(letters_in_two_parts_and_soft_hyphens_are_alike),
        cmocka_unit_test(the_largest_entry_has_a_likeness),
        cmocka_unit_test(a_word_as_long_as_an_entry_is_one_word),
        cmocka_unit_test(a_bag_says_the_same_as_its_announcement),
        cmocka_unit_test(nobody_need_ask_how_alike_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
