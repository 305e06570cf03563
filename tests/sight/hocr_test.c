/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hOCR as tesseract writes it, and as nobody should. */
#include "sight/hocr.h"
#include "sight_tests.h"

#include <math.h>

#define LINE                                                                                       \
    "<span class='ocr_line' id='l' title=\"bbox 10 20 300 60; baseline 0 -9; x_size 40; "          \
    "x_descenders 9; x_ascenders 10\">"
#define WORD(box, confidence, text)                                                                \
    "<span class='ocrx_word' id='w' title='bbox " box "; x_wconf " confidence "'>" text "</span>"

static struct seen read(struct arena *arena, const char *hocr)
{
    struct seen seen = { .width = 400, .height = 100 };
    hocr_read(arena, str_of(hocr), &seen);
    return seen;
}

static void lines_and_words_are_read(void **state)
{
    struct seen seen =
        read(*state,
             "<html><body>" LINE WORD("10 20 90 60", "96", "Lue") "\n" WORD(
                 "100 20 200 60", "42",
                 "&lt;<strong>A &amp; B</strong>&#39;") "</span>"
                                                        "<span class=\"ocr_header\" title=\"bbox 0 "
                                                        "0 9 9; x_size 7.5\">" WORD(
                                                            "0 0 9 9", "99", "x") "</span></body>");
    assert_int_equal(seen.line_count, 2);
    assert_int_equal(seen.word_count, 3);
    assert_true(fabs(seen.lines[0].x_height - 21) < 0.01);
    assert_true(fabs(seen.lines[1].x_height - 7.5) < 0.01);
    assert_int_equal(seen.lines[0].word_count, 2);
    assert_int_equal(seen.lines[1].first_word, 2);
    assert_true(str_is(seen.words[0].text, "Lue"));
    assert_true(str_is(seen.words[1].text, "<A & B'"));
    assert_int_equal(seen.words[1].confidence, 42);
    assert_int_equal(seen.words[1].box.x, 100);
    assert_int_equal(seen.words[1].box.width, 100);
    assert_int_equal(seen.words[2].line, 1);
}

static void words_are_characters(void **state)
{
    struct seen seen = read(*state, LINE WORD("10 20 90 60", "96", "a\xff\x01 \x1b[31mb\xc3"));
    assert_int_equal(seen.word_count, 1);
    assert_true(str_is(seen.words[0].text, "a\xef\xbf\xbd   [31mb\xef\xbf\xbd"));
}

/* Nothing that stands outside the picture or makes no sense comes through. */
static void nonsense_is_passed_over(void **state)
{
    static const struct {
        const char *hocr;
        size_t lines, words;
    } cases[] = {
        { "", 0, 0 },
        { "<span ", 0, 0 },
        { "<span >", 0, 0 },
        { "<span class='ocr_line", 0, 0 },
        { WORD("10 20 90 60", "96", "no line"), 0, 0 },
        { LINE "<span class='ocrx_word' title='bbox 1 2 3 4; x_wconf 9'>no end", 1, 0 },
        { LINE WORD("10 20 90 60", "96", ""), 1, 0 },
        { LINE WORD("10 20 90 60", "96", " <em> </em> "), 1, 0 },
        { LINE WORD("10 20 90 60", "", "no confidence"), 1, 0 },
        { LINE WORD("10 20 90", "96", "three sides"), 1, 0 },
        { LINE WORD("90 20 10 60", "96", "inside out"), 1, 0 },
        { LINE WORD("500 20 600 60", "96", "outside"), 1, 0 },
        { LINE WORD("-5 20 900 60", "960", "cut"), 1, 1 },
        { LINE WORD("1e9 nan inf 60", "96", "odd"), 1, 0 },
        { "<span class='ocr_line' title='bbox 0 0 9 9'>", 0, 0 },
        { "<span class='ocr_line' title='bbox 0 0 9 9; x_size 99999999999'>", 1, 0 },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct seen seen = read(*state, cases[i].hocr);
        if (seen.line_count != cases[i].lines || seen.word_count != cases[i].words)
            fail_msg("%s: %zu lines, %zu words", cases[i].hocr, seen.line_count, seen.word_count);
        for (size_t j = 0; j < seen.word_count; j++) {
            struct seen_box box = seen.words[j].box;
            assert_true(box.x >= 0 && box.y >= 0 && box.x + box.width <= seen.width &&
                        box.y + box.height <= seen.height && seen.words[j].confidence <= 100);
        }
        for (size_t j = 0; j < seen.line_count; j++)
            assert_true(seen.lines[j].x_height <= seen.height);
    }
}

/* Wherever the answer is cut or a byte is wrong (the sanitizers look on). */
static void a_broken_answer_breaks_nothing(void **state)
{
    struct str whole = STR(LINE WORD("10 20 90 60", "96", "Lue &amp;") WORD("1 2 3 4", "7", "a"));
    for (size_t i = 0; i < whole.bytes; i++) {
        struct seen seen = { .width = 400, .height = 100 };
        hocr_read(*state, str_slice(whole, 0, i), &seen);
        assert_true(seen.word_count <= 2);
        struct str wrong = str_copy(*state, whole);
        ((char *)(uintptr_t)wrong.at)[i] = '\'';
        seen = (struct seen){ .width = 400, .height = 100 };
        hocr_read(*state, wrong, &seen);
        assert_true(seen.word_count <= 2);
    }
}

static void words_are_counted_to_a_limit(void **state)
{
    struct text hocr = text_new(*state, (size_t)8 << 20);
    text_add_c(&hocr, LINE);
    for (int i = 0; i < HOCR_WORDS_MAX + 100; i++)
        text_add_c(&hocr, WORD("10 20 90 60", "96", "Lue"));
    struct seen seen = { .width = 400, .height = 100 };
    hocr_read(*state, text_str(&hocr), &seen);
    assert_int_equal(seen.word_count, HOCR_WORDS_MAX);
}

int hocr_tests(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lines_and_words_are_read, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(words_are_characters, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(nonsense_is_passed_over, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(a_broken_answer_breaks_nothing, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(words_are_counted_to_a_limit, give_arena, take_arena),
    };
    return cmocka_run_group_tests_name("hocr", tests, NULL, NULL);
}
