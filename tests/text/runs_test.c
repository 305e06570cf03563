/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs of the real fonts, and the order in which the eye meets their letters. Arabic letters are
 * written here in the order of the eye, from the left.
 */
#include "base/utf8.h"
#include "text/runs.h"
#include "text_tests.h"

#define FONT_NOTO 0 /* of fonts/stack */
#define FONT_ARABIC 1

static struct runs runs_of(struct fonts *fonts, const char *text, bool right_to_left)
{
    struct runs runs;
    struct line line = { .text = str_of(text), .size = 40, .right_to_left = right_to_left };
    runs_of_line(fonts, &line, &runs);
    return runs;
}

/* The points of a line from the left side of the screen to the right one. */
static struct str visual_order(struct arena *arena, const struct runs *runs)
{
    struct text text = text_new(arena, 4096);
    char bytes[4];
    for (size_t i = 0; i < runs->count; i++) {
        const struct run *run = &runs->run[i];
        for (size_t k = 0; k < run->to - run->from; k++) {
            size_t at = run->level & 1 ? run->to - 1 - k : run->from + k;
            text_add(&text, (struct str){ bytes, utf8_put(runs->points[at], bytes) });
        }
    }
    return text_str(&text);
}

static void lines_read_in_the_order_of_the_eye(void **state)
{
    static const struct {
        const char *text;
        bool right_to_left;
        const char *visual;
    } cases[] = {
        { "Kahvila on auki", false, "Kahvila on auki" },
        /* A clock time stays as it is: it is never turned into 03.71. */
        { "الساعة 17.30", true, "17.30 ةعاسلا" },
        { "الساعة 17.30 في Oodi", true, "Oodi يف 17.30 ةعاسلا" },
        /* A range runs with the sentence: 17 is met first. */
        { "الساعة 17–18.30", true, "18.30–17 ةعاسلا" },
        { "الثلاثاء 24.11.", true, ".24.11 ءاثالثلا" },
        { "24.11", true, "24.11" },
        /* A phone number never does, with plain spaces or with U+00A0. */
        { "اتصل 040 123 4567", true, "040 123 4567 لصتا" },
        { "040\xC2\xA0"
          "123\xC2\xA0"
          "4567",
          true,
          "040\xC2\xA0"
          "123\xC2\xA0"
          "4567" },
        { "040 123 4567", true, "040 123 4567" },
        { "رقم 12", true, "12 مقر" },
        /* A Latin name among Arabic, and Arabic among Latin. */
        { "في Oodi غدًا", true, "اًدغ Oodi يف" },
        { "Kielikahvila مقهى on auki", false, "Kielikahvila ىهقم on auki" },
        /* Brackets turn round when they are drawn; see fonts_test.c. */
        { "مقهى (Oodi)", true, ")Oodi( ىهقم" },
    };
    (void)state;
    struct fonts *fonts = *state;
    struct arena *arena = arena_new(TEST_BYTES_MAX);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct runs runs = runs_of(fonts, cases[i].text, cases[i].right_to_left);
        struct str visual = visual_order(arena, &runs);
        if (!str_is(visual, cases[i].visual))
            fail_msg("\"%s\" is seen as \"%.*s\", not \"%s\"", cases[i].text, STR_ARG(visual),
                     cases[i].visual);
    }
    arena_free(arena);
}

static void digits_run_from_left_to_right_in_every_script(void **state)
{
    struct runs runs = runs_of(*state, "الساعة 17.30", true);
    assert_int_equal(runs.run[0].level, 2);
    assert_int_equal(runs.run[0].to - runs.run[0].from, 5);
    assert_int_equal(runs.run[1].level, 1);
}

static void each_letter_gets_the_first_font_that_has_it(void **state)
{
    static const struct {
        const char *text;
        size_t runs;
        int first_font;
    } cases[] = {
        { "Kahvila", 1, FONT_NOTO },          { "кафе", 1, FONT_NOTO },
        { "Čáhppesgáhkku", 1, FONT_NOTO },    /* North Sámi */
        { "nuõrttsääʹmǩiõll", 1, FONT_NOTO }, /* Skolt Sámi */
        { "Tiếng Việt", 1, FONT_NOTO },       { "مقهى", 1, FONT_ARABIC },
        { "کوردی", 1, FONT_ARABIC },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct runs runs = runs_of(*state, cases[i].text, false);
        assert_int_equal(runs.count, cases[i].runs);
        assert_int_equal(runs.run[0].font, cases[i].first_font);
    }
}

static void a_mark_stays_with_its_letter(void **state)
{
    static const char *const texts[] = {
        "ka\xCC\x88si", /* a + U+0308 */
        "غدًا",          /* with a tanwin */
        "أُلغي",         /* with a damma */
        "می\xE2\x80\x8C"
        "روم", /* Persian with U+200C inside */
        "vertais\xC2\xADryhmä",
    };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        struct runs runs = runs_of(*state, texts[i], false);
        if (runs.count != 1)
            fail_msg("%s has %zu runs", texts[i], runs.count);
    }
}

static void soft_hyphens_are_not_drawn(void **state)
{
    struct runs runs = runs_of(*state, "vertais\xC2\xADryhmä", false);
    assert_int_equal(runs.point_count, 12);
    for (size_t i = 0; i < runs.point_count; i++)
        assert_int_not_equal(runs.points[i], 0xAD);
}

static void a_letter_that_no_font_has_takes_the_first_font(void **state)
{
    struct runs runs = runs_of(*state,
                               "a\xE2\x98\x95"
                               "b",
                               false); /* a hot cup */
    assert_int_equal(runs.point_count, 3);
    for (size_t i = 0; i < runs.count; i++)
        assert_int_equal(runs.run[i].font, FONT_NOTO);
}

static void bold_words_are_runs_of_their_own(void **state)
{
    struct runs runs;
    static const struct strong strong[] = { { 5, 7 } }; /* "tänään", 8 bytes less one letter */
    struct line line = {
        .text = STR("Tule t\xC3\xA4n\xC3\xA4n!"), .strong = strong, .strong_count = 1, .size = 40
    };
    runs_of_line(*state, &line, &runs);
    assert_int_equal(runs.count, 3);
    assert_int_equal(runs.run[0].weight, WEIGHT_REGULAR);
    assert_int_equal(runs.run[1].weight, WEIGHT_BOLD);
    assert_int_equal(runs.run[1].from, 5);
    assert_int_equal(runs.run[1].to, 10);
    assert_int_equal(runs.run[2].weight, WEIGHT_REGULAR);
    line.weight = WEIGHT_BOLD; /* then all of it is */
    runs_of_line(*state, &line, &runs);
    assert_int_equal(runs.count, 1);
    assert_int_equal(runs.run[0].weight, WEIGHT_BOLD);
}

/* More than a slide can hold is left out, never written beyond the arrays. */
static void limits_hold(void **state)
{
    struct arena *arena = arena_new(TEST_BYTES_MAX);
    struct text text = text_new(arena, 8 * LINE_POINTS_MAX);
    struct runs runs;
    for (int i = 0; i < LINE_POINTS_MAX; i++)
        text_add_c(&text, "aم"); /* each letter is a run */
    struct line line = { .text = text_str(&text), .size = 40 };
    runs_of_line(*state, &line, &runs);
    assert_int_equal(runs.point_count, LINE_POINTS_MAX);
    assert_int_equal(runs.count, RUNS_MAX);
    runs_of_line(*state, &(struct line){ .size = 40 }, &runs);
    assert_int_equal(runs.count, 0);
    arena_free(arena);
}

int runs_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_read_in_the_order_of_the_eye),
        cmocka_unit_test(digits_run_from_left_to_right_in_every_script),
        cmocka_unit_test(each_letter_gets_the_first_font_that_has_it),
        cmocka_unit_test(a_mark_stays_with_its_letter),
        cmocka_unit_test(soft_hyphens_are_not_drawn),
        cmocka_unit_test(a_letter_that_no_font_has_takes_the_first_font),
        cmocka_unit_test(bold_words_are_runs_of_their_own),
        cmocka_unit_test(limits_hold),
    };
    return cmocka_run_group_tests_name("runs", tests, give_fonts, take_fonts);
}
