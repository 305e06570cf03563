/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "compare/words.h"
#include "compare_tests.h"
#include "made.h"

#include <stdio.h>

/* The text with its runs in brackets. */
static void marked(struct str text, const struct runs *runs, char *to, size_t room)
{
    size_t at = 0, used = 0;
    for (size_t i = 0; i < runs->count; i++) {
        const struct run *run = &runs->at[i];
        used += (size_t)snprintf(to + used, room - used, "%.*s[%.*s]", (int)(run->start - at),
                                 text.at + at, (int)run->bytes, text.at + run->start);
        at = run->start + run->bytes;
    }
    snprintf(to + used, room - used, "%.*s", (int)(text.bytes - at), text.at + at);
}

static void check(const char *before, const char *after, const char *gone, const char *come)
{
    struct arena *arena = arena_new(MADE_BYTES_MAX);
    struct runs old, new;
    char text[512];
    words_compare(arena, str_of(before), str_of(after), &old, &new);
    marked(str_of(before), &old, text, sizeof text);
    assert_string_equal(text, gone);
    marked(str_of(after), &new, text, sizeof text);
    assert_string_equal(text, come);
    arena_free(arena);
}

static void a_changed_word_is_marked_in_both(void **state)
{
    (void)state;
    check("Tule tiistaina klo 17", "Tule torstaina klo 17", "Tule [tiistaina] klo 17",
          "Tule [torstaina] klo 17");
    check("Tule tiistaina klo 17", "Tule tiistaina klo 18", "Tule tiistaina klo [17]",
          "Tule tiistaina klo [18]");
    check("a b c", "a b c", "a b c", "a b c");
}

static void what_came_and_what_went_stands_in_one_text_only(void **state)
{
    (void)state;
    check("Tule mukaan", "Tule rohkeasti mukaan", "Tule mukaan", "Tule [rohkeasti] mukaan");
    check("Tule aina mukaan", "Tule mukaan", "Tule [aina] mukaan", "Tule mukaan");
    check("klo\xC2\xA0"
          "17",
          "klo\xC2\xA0"
          "18",
          "klo\xC2\xA0[17]", "klo\xC2\xA0[18]");
    check("", "uusi teksti", "", "[uusi teksti]");
    check("vanha", "", "[vanha]", "");
    check("", "", "", "");
}

static void words_that_stay_are_not_marked_though_others_moved(void **state)
{
    (void)state;
    check("yksi kaksi kolme neljä", "kaksi kolme yksi neljä", "[yksi] kaksi kolme neljä",
          "kaksi kolme [yksi] neljä");
    check("a a b", "a b b", "a [a] b", "a [b] b");
}

static void neighbours_are_one_run_but_not_over_a_line(void **state)
{
    (void)state;
    check("ma klo 10\nti klo 11", "pe klo 12\nla klo 13", "[ma] klo [10]\n[ti] klo [11]",
          "[pe] klo [12]\n[la] klo [13]");
    check("a b\nc d", "x", "[a b]\n[c d]", "[x]");
    check("a  b", "x   y", "[a  b]", "[x   y]");
}

static void letters_in_two_parts_are_the_same_letters(void **state)
{
    (void)state;
    check("Saat mehua ja teeta\xCC\x88.", "Saat mehua ja teetä.", "Saat mehua ja teeta\xCC\x88.",
          "Saat mehua ja teetä.");
    check("A\xCC\x8Aland", "Åland", "A\xCC\x8Aland", "Åland");
    check("Vie\xCC\xA3\xCC\x82t", "Việt", "Vie\xCC\xA3\xCC\x82t", "Việt");
    check("мои\xCC\x86", "мой", "мои\xCC\x86", "мой");
    check("\u0627\u0653", "\u0622", "\u0627\u0653", "\u0622");
    check("yo\xCC\x88", "yo", "[yo\xCC\x88]", "[yo]");
    check("sää", "saa", "[sää]", "[saa]");
    check("q\xCC\x88", "q", "[q\xCC\x88]", "[q]");
}

static void signs_that_nobody_sees_are_no_difference(void **state)
{
    (void)state;
    check("sote\xC2\xAD"
          "keskus on \xC2\xAD auki",
          "sotekeskus on auki",
          "sote\xC2\xAD"
          "keskus on \xC2\xAD auki",
          "sotekeskus on auki");
    check("a\xC2\xAD\xCC\x88", "ä", "a\xC2\xAD\xCC\x88", "ä");
    check("a\xC2\xA0"
          "b",
          "a b",
          "a\xC2\xA0"
          "b",
          "a b");
}

/* As large as an entry may be: letters of two bytes that are folded one by one. */
static void a_text_of_the_largest_entry_can_be_compared(void **state)
{
    struct arena *arena = arena_new(MADE_BYTES_MAX);
    struct text before = text_new(arena, 256 << 10), after = text_new(arena, 256 << 10);
    struct runs gone, come;
    (void)state;
    while (before.bytes < (256 << 10) - 8) {
        text_add_c(&before, "\xC2\xB6 ");
        text_add_c(&after, "\xC2\xA7 ");
    }
    words_compare(arena, text_str(&before), text_str(&after), &gone, &come);
    assert_int_equal(gone.count, 1);
    assert_int_equal(come.count, 1);
    arena_free(arena);
}

static void a_text_that_is_far_too_long_counts_as_changed(void **state)
{
    struct arena *arena = arena_new(MADE_BYTES_MAX);
    struct text before = text_new(arena, 1 << 20), after = text_new(arena, 1 << 20);
    struct runs gone, come;
    (void)state;
    for (int i = 0; i <= WORDS_COMPARED_MAX; i++) {
        text_format(&before, "a%d ", i);
        text_format(&after, "b%d ", i);
    }
    words_compare(arena, text_str(&before), text_str(&after), &gone, &come);
    assert_int_equal(gone.count, 1);
    assert_int_equal(come.count, 1);
    arena_free(arena);
}

int words_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_changed_word_is_marked_in_both),
        cmocka_unit_test(what_came_and_what_went_stands_in_one_text_only),
        cmocka_unit_test(words_that_stay_are_not_marked_though_others_moved),
        cmocka_unit_test(neighbours_are_one_run_but_not_over_a_line),
        cmocka_unit_test(letters_in_two_parts_are_the_same_letters),
        cmocka_unit_test(signs_that_nobody_sees_are_no_difference),
        cmocka_unit_test(a_text_of_the_largest_entry_can_be_compared),
        cmocka_unit_test(a_text_that_is_far_too_long_counts_as_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
