/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widths and ink of the real fonts. */
#include "base/file.h"
#include "text_tests.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static double width_of(struct fonts *fonts, const char *text, enum weight weight, double size)
{
    struct measure *measure = fonts_measure(fonts);
    return measure->ops->width(measure, str_of(text), weight, size);
}

static struct ink ink_of(struct fonts *fonts, const char *text, double size)
{
    struct ink ink = { 0 };
    struct line line = { .text = str_of(text), .size = size };
    assert_true(fonts_ink(fonts, &line, &ink));
    return ink;
}

/* ---- widths -------------------------------------------------------------------------------- */

static void a_text_is_as_wide_as_its_words_and_spaces(void **state)
{
    struct fonts *fonts = *state;
    double words = width_of(fonts, "Kahvi", WEIGHT_REGULAR, 60) +
                   width_of(fonts, "ja", WEIGHT_REGULAR, 60) +
                   width_of(fonts, "pulla", WEIGHT_REGULAR, 60);
    double space = width_of(fonts, " ", WEIGHT_REGULAR, 60);
    assert_true(space > 0);
    assert_near(width_of(fonts, "Kahvi ja pulla", WEIGHT_REGULAR, 60), words + 2 * space);
    assert_near(width_of(fonts, " Kahvi ja  pulla ", WEIGHT_REGULAR, 60), words + 5 * space);
    assert_near(width_of(fonts, "", WEIGHT_REGULAR, 60), 0);
}

static void widths_grow_in_step_with_the_size(void **state)
{
    static const char *const texts[] = { "Sururyhmä", "040 123 4567", "кафе", "مقهى اللغة" };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        double one = width_of(*state, texts[i], WEIGHT_REGULAR, 1);
        for (int size = 10; size <= 400; size += 13)
            assert_near(width_of(*state, texts[i], WEIGHT_REGULAR, size), one * size);
    }
}

static void bold_is_wider_and_soft_hyphens_are_nothing(void **state)
{
    struct fonts *fonts = *state;
    assert_true(width_of(fonts, "Sururyhmä", WEIGHT_BOLD, 60) >
                width_of(fonts, "Sururyhmä", WEIGHT_REGULAR, 60));
    assert_near(width_of(fonts, "vertais\xC2\xADryhmä", WEIGHT_REGULAR, 60),
                width_of(fonts, "vertaisryhmä", WEIGHT_REGULAR, 60));
}

/* More words than the cache has slots: each must still answer its own width. */
static void a_full_cache_answers_the_same_widths(void **state)
{
    char word[16];
    double first[100];
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 100; i++) {
            (void)snprintf(word, sizeof word, "sana%d", i);
            double width = width_of(*state, word, WEIGHT_REGULAR, 100);
            if (round == 0)
                first[i] = width;
            else
                assert_near(width, first[i]);
        }
        for (int i = 0; i < 6000; i++) {
            (void)snprintf(word, sizeof word, "w%d", i);
            assert_true(width_of(*state, word, WEIGHT_REGULAR, 100) > 0);
        }
    }
}

static void it_is_known_which_letters_can_be_drawn(void **state)
{
    static const struct {
        uint32_t point;
        bool there;
    } cases[] = {
        { 'a', true },     { 0xE4, true },     { 0x2013, true },  { 0x20AC, true },
        { 0x416, true },   { 0x645, true },    { 0x6A9, true },   { 0x1E9, true },
        { 0x2615, false }, { 0x1F600, false }, { 0x4E2D, false }, { 0xE000, false },
    };
    struct measure *measure = fonts_measure(*state);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        if (measure->ops->has_glyph(measure, cases[i].point) != cases[i].there)
            fail_msg("U+%04X", cases[i].point);
    }
}

/* ---- ink ----------------------------------------------------------------------------------- */

static void ink_is_as_wide_as_it_was_measured(void **state)
{
    static const char *const texts[] = {
        "Sururyhmä",
        "Kielikahvila kaikille",
        "040 123 4567",
        "Träff för anhöriga",
        "кафе для всех",
        "مقهى اللغة",
        "الساعة 17.30 في Oodi",
        "Avoinna klo 9–15, 2. kerros",
    };
    static const int sizes[] = { 43, 60, 104, 208 };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        for (size_t k = 0; k < ARRAY_LEN(sizes); k++) {
            struct ink ink = ink_of(*state, texts[i], sizes[k]);
            double measured = width_of(*state, texts[i], WEIGHT_REGULAR, sizes[k]);
            /* Two hundredths and a pixel a word: the ink is rounded, the measure is not. */
            double room = measured * 0.02 + 4;
            if (fabs(ink.width - measured) > room)
                fail_msg("\"%s\" at %d: ink %d px, measured %.1f", texts[i], sizes[k], ink.width,
                         measured);
            ink_free(&ink);
        }
    }
}

/* Rows of the first and the last pixel that is covered. */
static void rows_of(const struct ink *ink, int *ret_top, int *ret_bottom)
{
    *ret_top = -1;
    for (int y = 0; y < ink->height; y++) {
        for (int x = 0; x < ink->width; x++) {
            if (ink->at[y * ink->width + x] < 128)
                continue;
            *ret_top = *ret_top < 0 ? y : *ret_top;
            *ret_bottom = y;
        }
    }
}

static void capitals_stand_on_the_baseline_and_are_as_high_as_counted(void **state)
{
    int top = 0, bottom = 0;
    struct ink ink = ink_of(*state, "HEI", 200);
    rows_of(&ink, &top, &bottom);
    assert_in_range(bottom + 1, ink.baseline - 1, ink.baseline + 1);
    assert_in_range(ink.baseline - top, 200 * CAP_HEIGHT - 2, 200 * CAP_HEIGHT + 2);
    ink_free(&ink);
}

static void fonts_of_one_line_share_its_baseline(void **state)
{
    int top = 0, bottom = 0, mixed_bottom = 0;
    struct ink latin = ink_of(*state, "HEI", 200), mixed = ink_of(*state, "HEI HEI ا", 200);
    rows_of(&latin, &top, &bottom);
    int below = bottom - latin.baseline;
    for (int y = 0; y < mixed.height; y++) {
        for (int x = 0; x < latin.width; x++)
            mixed_bottom = mixed.at[y * mixed.width + x] >= 128 ? y : mixed_bottom;
    }
    assert_in_range(mixed_bottom - mixed.baseline + 10, below + 9, below + 11);
    ink_free(&latin);
    ink_free(&mixed);
}

static void the_hook_of_a_j_hangs_out_to_the_left(void **state)
{
    struct ink j = ink_of(*state, "jono", 200), n = ink_of(*state, "nono", 200);
    assert_true(j.left < 0);
    assert_true(j.left > -200);
    assert_int_equal(n.left, 0);
    assert_true(n.advance > 0 && j.advance > 0);
    ink_free(&j);
    ink_free(&n);
}

static void an_empty_line_has_no_ink(void **state)
{
    struct ink ink = { 0 };
    assert_false(fonts_ink(*state, &(struct line){ .size = 60 }, &ink));
    assert_null(ink.at);
    ink_free(&ink); /* does nothing */
}

static void a_letter_that_no_font_has_is_drawn_as_a_box(void **state)
{
    struct ink ink = ink_of(*state, "\xE2\x98\x95", 60);
    assert_true(ink.width > 10);
    ink_free(&ink);
}

static void the_same_line_is_drawn_alike_every_time(void **state)
{
    struct ink first = ink_of(*state, "Sururyhmä مقهى 17.30", 71);
    struct ink other = ink_of(*state, "Toinen teksti", 43); /* moves the fonts to another size */
    struct ink again = ink_of(*state, "Sururyhmä مقهى 17.30", 71);
    assert_int_equal(first.width, again.width);
    assert_int_equal(first.height, again.height);
    assert_memory_equal(first.at, again.at, (size_t)first.width * (size_t)first.height);
    ink_free(&first);
    ink_free(&other);
    ink_free(&again);
}

static void brackets_turn_round_in_lines_from_right_to_left(void **state)
{
    struct line line = { .text = STR("("), .size = 60, .right_to_left = true };
    struct ink turned, other = ink_of(*state, ")", 60);
    assert_true(fonts_ink(*state, &line, &turned));
    assert_int_equal(turned.width, other.width);
    assert_int_equal(turned.height, other.height);
    assert_memory_equal(turned.at, other.at, (size_t)other.width * (size_t)other.height);
    ink_free(&turned);
    ink_free(&other);
}

static void bold_parts_have_more_ink(void **state)
{
    static const struct strong strong[] = { { 5, 4 } };
    struct line line = { .text = STR("Tule heti"), .size = 60 };
    struct ink plain, bold;
    long sums[2] = { 0, 0 };
    assert_true(fonts_ink(*state, &line, &plain));
    line.strong = strong;
    line.strong_count = 1;
    assert_true(fonts_ink(*state, &line, &bold));
    for (int i = 0; i < plain.width * plain.height; i++)
        sums[0] += plain.at[i];
    for (int i = 0; i < bold.width * bold.height; i++)
        sums[1] += bold.at[i];
    assert_true(sums[1] > sums[0] * 11 / 10);
    ink_free(&plain);
    ink_free(&bold);
}

/* ---- opening ------------------------------------------------------------------------------- */

static struct fonts *open_stack(const char *lines, const char **ret_why)
{
    char folder[] = "/tmp/infotaulu-text-XXXXXX";
    assert_non_null(mkdtemp(folder));
    struct arena *arena = arena_new(TEST_BYTES_MAX);
    char *path = file_join(arena, folder, "stack");
    assert_int_equal(file_write(path, str_of(lines), 0600), FILE_OK);
    struct fonts *fonts = fonts_open(path, ret_why);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0);
    arena_free(arena);
    return fonts;
}

static void a_stack_without_a_font_says_why(void **state)
{
    const char *why = NULL;
    (void)state;
    assert_null(fonts_open("/nonexistent/stack", &why));
    assert_string_equal(why, "the font stack file cannot be read");
    why = NULL;
    assert_null(open_stack("# nothing\n", &why));
    assert_string_equal(why, "the font stack file cannot be read");
    why = NULL;
    assert_null(open_stack("folder /nonexistent\nA.ttf B.ttf\n", &why));
    assert_string_equal(why, "the first font of the stack cannot be opened");
}

static void a_font_that_is_not_installed_is_passed_over(void **state)
{
    const char *why = NULL;
    (void)state;
    struct fonts *fonts = open_stack("# comment\n"
                                     "folder /usr/share/fonts/truetype/noto\n"
                                     "NotoSans-Regular.ttf NotoSans-Bold.ttf\n"
                                     "\n"
                                     "NoSuch-Regular.ttf NoSuch-Bold.ttf\n"
                                     "NotoSansArabic-Regular.ttf\n", /* bold is the regular one */
                                     &why);
    assert_non_null(fonts);
    struct measure *measure = fonts_measure(fonts);
    assert_true(measure->ops->has_glyph(measure, 0x645));
    assert_true(measure->ops->width(measure, STR("مقهى"), WEIGHT_BOLD, 60) > 0);
    fonts_close(fonts);
    fonts_close(NULL);
}

int fonts_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_as_wide_as_its_words_and_spaces),
        cmocka_unit_test(widths_grow_in_step_with_the_size),
        cmocka_unit_test(bold_is_wider_and_soft_hyphens_are_nothing),
        cmocka_unit_test(a_full_cache_answers_the_same_widths),
        cmocka_unit_test(it_is_known_which_letters_can_be_drawn),
        cmocka_unit_test(ink_is_as_wide_as_it_was_measured),
        cmocka_unit_test(capitals_stand_on_the_baseline_and_are_as_high_as_counted),
        cmocka_unit_test(fonts_of_one_line_share_its_baseline),
        cmocka_unit_test(the_hook_of_a_j_hangs_out_to_the_left),
        cmocka_unit_test(an_empty_line_has_no_ink),
        cmocka_unit_test(a_letter_that_no_font_has_is_drawn_as_a_box),
        cmocka_unit_test(the_same_line_is_drawn_alike_every_time),
        cmocka_unit_test(brackets_turn_round_in_lines_from_right_to_left),
        cmocka_unit_test(bold_parts_have_more_ink),
        cmocka_unit_test(a_stack_without_a_font_says_why),
        cmocka_unit_test(a_font_that_is_not_installed_is_passed_over),
    };
    return cmocka_run_group_tests_name("fonts", tests, give_fonts, take_fonts);
}
