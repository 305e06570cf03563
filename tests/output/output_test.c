/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How findings are put before people and programs, without the program round it. */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "output/digest.h"
#include "output/page.h"
#include "output/png_write.h"
#include "output/print.h"
#include "output/region.h"
#include "output/requirements.h"

#include <png.h>
#include <stdlib.h>

#define TEST_BYTES_MAX (16u << 20)

struct rig {
    struct arena *arena;
    struct checked_item item;
};

static int open_rig(void **state)
{
    struct rig *rig = memory_new(1, sizeof *rig);
    rig->arena = arena_new(TEST_BYTES_MAX);
    rig->item.readable = true;
    rig->item.file = STR("ryhma.xml");
    rig->item.item.announcement.title = STR("Tule ryhmään");
    rig->item.report = report_new(rig->arena);
    *state = rig;
    return 0;
}

static int close_rig(void **state)
{
    struct rig *rig = *state;
    arena_free(rig->arena);
    free(rig);
    return 0;
}

static void add(struct rig *rig, enum finding_code code, enum severity severity, unsigned line)
{
    struct place place = { .file = STR("ryhma.xml"), .line = line, .column = 1 };
    report_add(&rig->item.report, code, place)->severity = severity;
}

/* What a writer wrote, in the arena. */
static struct str written(struct arena *arena, FILE *to, char **memory, size_t *bytes)
{
    fclose(to);
    struct str text = str_copy(arena, (struct str){ *memory, *bytes });
    free(*memory);
    return text;
}

/* ---- three first --------------------------------------------------------------------------- */

static void a_sender_meets_three_things_first(void **state)
{
    struct rig *rig = *state;
    add(rig, FINDING_PHONE_FORM, SEVERITY_ADVISE, 1);
    add(rig, FINDING_FACT_COST, SEVERITY_ASK, 2);
    add(rig, FINDING_DATE_FORM_FI, SEVERITY_WARN, 9);
    add(rig, FINDING_WEEKDAY_WRONG, SEVERITY_BLOCK, 8);
    add(rig, FINDING_TIME_FORM_FI, SEVERITY_WARN, 3);
    struct digest digest = digest_of(rig->arena, &rig->item);
    assert_int_equal(digest.first.count, DIGEST_FIRST);
    assert_int_equal(digest.first.at[0]->code, FINDING_WEEKDAY_WRONG);
    assert_int_equal(digest.first.at[1]->code, FINDING_TIME_FORM_FI);
    assert_int_equal(digest.first.at[2]->code, FINDING_DATE_FORM_FI);
    assert_int_equal(digest.rest.count, 1);
    assert_int_equal(digest.rest.at[0]->code, FINDING_PHONE_FORM);
    assert_int_equal(digest.questions.count, 1);
    assert_int_equal(digest.questions.at[0]->code, FINDING_FACT_COST);
}

static void the_verdict_follows_the_worst_finding(void **state)
{
    static const struct {
        enum severity severity;
        const char *sentence;
    } cases[] = {
        { SEVERITY_ADVISE, "Fine. You can send it. The hints make it better still." },
        { SEVERITY_ASK, "Nothing to mend. Think about the questions, then send it." },
        { SEVERITY_WARN, "Almost ready. Mend 1 thing, then send it." },
        { SEVERITY_BLOCK, "The screen cannot show this yet. Mend 1 thing first." },
    };
    struct rig *rig = *state;
    assert_true(str_is(digest_verdict(rig->arena, &rig->item), "Fine. You can send it."));
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        add(rig, FINDING_PHONE_FORM, cases[i].severity, 1);
        assert_true(str_is(digest_verdict(rig->arena, &rig->item), cases[i].sentence));
    }
    add(rig, FINDING_PHONE_FORM, SEVERITY_BLOCK, 1);
    assert_true(str_is(digest_verdict(rig->arena, &rig->item),
                       "The screen cannot show this yet. Mend 2 things first."));
}

/* ---- what was right ------------------------------------------------------------------------ */

static bool is_right(struct rig *rig, const char *name)
{
    const char **names;
    size_t count = digest_right(rig->arena, &rig->item, &names);
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static void right_is_what_ran_and_found_nothing(void **state)
{
    struct rig *rig = *state;
    struct contact contact = { .tel = STR("+358401234567") };
    assert_true(is_right(rig, "length of the text"));
    assert_false(is_right(rig, "phone numbers")); /* there are none */
    rig->item.item.announcement.contacts = &contact;
    rig->item.item.announcement.contact_count = 1;
    assert_true(is_right(rig, "phone numbers"));
    add(rig, FINDING_PHONE_FORM, SEVERITY_ADVISE, 1);
    assert_false(is_right(rig, "phone numbers"));
    report_skip(&rig->item.report, RULE_TEXT_LENGTH, LACK_FONTS);
    assert_false(is_right(rig, "length of the text")); /* a rule of it could not run */
    assert_true(is_right(rig, "words and sentences"));
    rig->item.item.announcement.language = LANGUAGE_AR; /* no rule knows its words */
    assert_false(is_right(rig, "words and sentences"));
    rig->item.readable = false;
    assert_false(is_right(rig, "privacy"));
}

static void each_lack_is_said_once(void **state)
{
    struct rig *rig = *state;
    struct checked checked = { .arena = rig->arena, .items = &rig->item, .count = 1 };
    const char *lacks[LACK_COUNT];
    assert_int_equal(checked_lacks(&checked, lacks), 0);
    report_skip(&rig->item.report, RULE_TEXT_LENGTH, LACK_FONTS);
    report_skip(&rig->item.report, RULE_TITLE_LENGTH, LACK_FONTS);
    report_skip(&rig->item.report, RULE_FILE_TYPE, LACK_PICTURE);
    assert_int_equal(checked_lacks(&checked, lacks), 2);
    assert_string_equal(lacks[0], lack_text(LACK_FONTS));
    assert_int_equal(checked_lack(&checked, RULE_TITLE_LENGTH), LACK_FONTS);
    assert_int_equal(checked_lack(&checked, RULE_PERSONAL_ID), LACK_NONE);
}

/* ---- text ---------------------------------------------------------------------------------- */

static struct str printed(struct rig *rig, bool colour)
{
    struct checked checked = { .arena = rig->arena, .items = &rig->item, .count = 1 };
    char *memory = NULL;
    size_t bytes = 0;
    FILE *to = open_memstream(&memory, &bytes);
    assert_non_null(to);
    assert_true(print_checked(to, &checked, colour));
    return written(rig->arena, to, &memory, &bytes);
}

static void text_folds_what_comes_after_three(void **state)
{
    struct rig *rig = *state;
    for (unsigned line = 1; line <= 5; line++)
        add(rig, FINDING_FACT_COST, SEVERITY_WARN, line);
    struct str text = printed(rig, false);
    ptrdiff_t folded = str_find(text, STR("and 2 more findings:\n"));
    assert_true(folded > 0);
    struct str before = str_slice(text, 0, (size_t)folded);
    struct str after = str_slice(text, (size_t)folded, text.bytes);
    assert_true(str_find(before, STR("ryhma.xml:3:1: to mend: ")) > 0);
    assert_true(str_find(before, STR("\n    → ")) > 0);
    assert_true(str_find(after, STR("ryhma.xml:4:1: to mend: ")) > 0);
    assert_true(str_find(after, STR("\n    → ")) < 0); /* a line each */
    assert_true(str_ends(text, "0 with a question, 1 to mend, 0 stopped\n"));
}

static void colour_is_never_the_only_sign(void **state)
{
    struct rig *rig = *state;
    add(rig, FINDING_FACT_COST, SEVERITY_BLOCK, 1);
    struct str plain = printed(rig, false), coloured = printed(rig, true);
    assert_true(str_find_byte(plain, '\033') < 0);
    assert_true(str_find_byte(coloured, '\033') >= 0);
    assert_true(str_find(coloured, STR("stops:")) > 0);
}

/* ---- regions ------------------------------------------------------------------------------- */

static void words_have_their_place_in_the_file(void **state)
{
    static const char file[] =
        "<entry>\r\n  <p>Äiti tulee ti 1.12.</p>\n  <p>1.12.</p>\n</entry>\n";
    static const struct {
        unsigned line, column;
        const char *span;
        bool found;
        struct region region;
    } cases[] = {
        { 2, 3, "1.12.", true, { 2, 20, 28, 5, 2, 25 } },
        { 3, 3, "1.12.", true, { 3, 6, 43, 5, 3, 11 } },
        { 2, 3, "Äiti", true, { 2, 6, 14, 4, 2, 10 } },
        { 2, 3, "masked", true, { 2, 3, 11, 0, 0, 0 } },
        { 2, 3, "", true, { 2, 3, 11, 0, 0, 0 } },
        { 9, 1, "", false, { 0 } },
        { 0, 0, "Äiti", false, { 0 } },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct region *wanted = &cases[i].region;
        struct finding finding = { .where = { .line = cases[i].line, .column = cases[i].column },
                                   .span = str_of(cases[i].span) };
        struct region got = { 0 };
        assert_int_equal(region_find(str_of(file), &finding, &got), cases[i].found);
        assert_int_equal(got.line, wanted->line);
        assert_int_equal(got.column, wanted->column);
        assert_int_equal(got.offset, wanted->offset);
        assert_int_equal(got.length, wanted->length);
        assert_int_equal(got.end_line, wanted->end_line);
        assert_int_equal(got.end_column, wanted->end_column);
    }
}

/* ---- pages --------------------------------------------------------------------------------- */

static void a_senders_text_is_never_markup(void **state)
{
    struct rig *rig = *state;
    char *memory = NULL;
    size_t bytes = 0;
    FILE *to = open_memstream(&memory, &bytes);
    page_text(to, STR("<b title=\"x\">'&'</b>\x01\x7F ä\n"));
    assert_true(str_is(written(rig->arena, to, &memory, &bytes),
                       "&lt;b title=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt; ä\n"));
}

static void bytes_travel_in_base64(void **state)
{
    static const struct {
        const char *bytes, *digits;
    } cases[] = {
        { "", "" },
        { "f", "Zg==" },
        { "fo", "Zm8=" },
        { "foo", "Zm9v" },
        { "foob", "Zm9vYg==" }, /* RFC 4648, 10 */
        { "\xFF\xFE\xFD", "//79" },
    };
    struct rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char *memory = NULL;
        size_t bytes = 0;
        FILE *to = open_memstream(&memory, &bytes);
        page_base64(to, str_of(cases[i].bytes));
        assert_true(str_is(written(rig->arena, to, &memory, &bytes), cases[i].digits));
    }
}

static void pixels_come_back_from_the_png(void **state)
{
    uint32_t colours[6] = {
        0xFF102030, 0xFFFFFFFF, 0xFF000000, 0xFFAA0000, 0xFF00BB00, 0xFF0000CC
    };
    const struct pixels pixels = { colours, 3, 2 };
    struct rig *rig = *state;
    struct str png = png_write(rig->arena, &pixels);
    png_image image = { .version = PNG_IMAGE_VERSION };
    uint8_t back[18];
    assert_true(png_image_begin_read_from_memory(&image, png.at, png.bytes));
    assert_int_equal(image.width, 3);
    assert_int_equal(image.height, 2);
    image.format = PNG_FORMAT_RGB;
    assert_true(png_image_finish_read(&image, NULL, back, 0, NULL));
    for (size_t i = 0; i < ARRAY_LEN(colours); i++) {
        unsigned colour = (unsigned)back[3 * i] << 16 | (unsigned)back[3 * i + 1] << 8;
        assert_int_equal(colour | back[3 * i + 2], colours[i] & 0xFFFFFF);
    }
}

/* ---- requirements -------------------------------------------------------------------------- */

static struct str requirements(struct rig *rig, const struct profile *profile)
{
    char *memory = NULL;
    size_t bytes = 0;
    FILE *to = open_memstream(&memory, &bytes);
    assert_true(requirements_text(to, profile));
    return written(rig->arena, to, &memory, &bytes);
}

static void limits_become_advice(void **state)
{
    struct rig *rig = *state;
    struct profile profile;
    profile_reference(rig->arena, &profile);
    struct str text = requirements(rig, &profile);
    assert_true(str_find(text, STR("Write at most 216 characters.")) > 0);
    assert_true(str_find(text, STR("a heading of at most 40 characters")) > 0);
    assert_true(str_find(text, STR("at most 10 megabytes")) > 0);
    profile.rules[RULE_TITLE_LENGTH].has_limit = true;
    profile.rules[RULE_TITLE_LENGTH].limit = 30;
    profile.rules[RULE_FILE_SIZE].has_limit = true;
    profile.rules[RULE_FILE_SIZE].limit = 2500000;
    profile.reading_cps = 6;
    profile.submit = STR("Send it on Monday.");
    text = requirements(rig, &profile);
    assert_true(str_find(text, STR("a heading of at most 30 characters")) > 0);
    assert_true(str_find(text, STR("at most 2.5 megabytes")) > 0);
    assert_true(str_find(text, STR("Write at most 162 characters.")) > 0);
    assert_true(str_find(text, STR("Send it on Monday.")) > 0);
}

static void a_rule_that_is_off_asks_for_nothing(void **state)
{
    struct rig *rig = *state;
    struct profile profile;
    profile_reference(rig->arena, &profile);
    struct report settings = { .settings = profile.rules };
    for (int off = 0; off < 2; off++) {
        profile.rules[RULE_LINK_SHORTENER].is_off = off == 1;
        bool asked = str_find(requirements(rig, &profile), STR("no shortened one")) > 0;
        assert_int_equal(asked, !report_is_off(&settings, RULE_LINK_SHORTENER));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_sender_meets_three_things_first, open_rig, close_rig),
        cmocka_unit_test_setup_teardown(the_verdict_follows_the_worst_finding, open_rig, close_rig),
        cmocka_unit_test_setup_teardown(right_is_what_ran_and_found_nothing, open_rig, close_rig),
        cmocka_unit_test_setup_teardown(each_lack_is_said_once, open_rig, close_rig),
        cmocka_unit_test_setup_teardown(text_folds_what_comes_after_three, open_rig, close_rig),
        cmocka_unit_test_setup_teardown(colour_is_never_the_only_sign, open_rig, close_rig),
        cmocka_unit_test(words_have_their_place_in_the_file),
        cmocka_unit_test_setup_teardown(a_senders_text_is_never_markup, open_rig, close_rig),
        cmocka_unit_test_setup_teardown(bytes_travel_in_base64, open_rig, close_rig),
        cmocka_unit_test_setup_teardown(pixels_come_back_from_the_png, open_rig, close_rig),
        cmocka_unit_test_setup_teardown(limits_become_advice, open_rig, close_rig),
        cmocka_unit_test_setup_teardown(a_rule_that_is_off_asks_for_nothing, open_rig, close_rig),
    };
    return cmocka_run_group_tests_name("output", tests, NULL, NULL);
}
