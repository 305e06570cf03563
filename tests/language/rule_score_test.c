/* SPDX-License-Identifier: GPL-3.0-or-later */
/* overall-score as a rule: what a sender is told, and what is said when it could not run. */
#include "made.h"
#include "rules/rules.h"
#include "square.h"

static const char hard_text[] =
    "Vapaaehtoistoiminnan koordinaatio tukee asukkaiden osallisuutta monipuolisesti. Alueellisten "
    "järjestöjen yhteistyöverkosto toteuttaa kohtaamispaikkojen ohjaustoimintaa arvioinnin "
    "tulosten perusteella. Osallistumisen edellytys on ajankohtainen palvelusuunnitelma ja valmius "
    "säännölliseen ryhmätoimintaan.";

static const char swedish_text[] =
    "Vill du träffa andra och dricka kaffe? Kom till vårt kafé på tisdag. Vi spelar kort och "
    "pratar om allt som är roligt. Det kostar inte något för dig att vara med.";

/* A notice with this text, judged with a kit. */
static struct report judge(const struct made *made, const struct language_kit *kit,
                           enum language language, const char *text)
{
    struct block *block = ARENA_NEW(made->arena, struct block);
    struct announcement *announcement = ARENA_NEW(made->arena, struct announcement);
    struct profile *profile = ARENA_NEW(made->arena, struct profile);
    struct measure measure = square_measure();
    block->text = str_of(text);
    announcement->title = STR("Kerho");
    announcement->language = language;
    announcement->blocks = block;
    announcement->block_count = 1;
    profile_reference(made->arena, profile);
    struct rule_input input = { .announcement = announcement,
                                .profile = profile,
                                .zone = zone_open(made->arena, NULL, STR("UTC")),
                                .measure = &measure,
                                .language = kit };
    struct report report = report_new(made->arena);
    rules_check(&input, &report);
    return report;
}

static const struct finding *finding_of(const struct report *report, enum finding_code code)
{
    for (size_t i = 0; i < report->count; i++) {
        if (report->findings[i].code == code)
            return &report->findings[i];
    }
    return NULL;
}

static size_t count_of(const struct report *report, enum rule rule)
{
    size_t count = 0;
    for (size_t i = 0; i < report->count; i++)
        count += finding_info(report->findings[i].code)->rule == rule;
    return count;
}

static void a_hard_text_is_told_with_three_parts_and_their_words(void **state)
{
    const struct made *made = *state;
    struct report report = judge(made, made->kit, LANGUAGE_FI, hard_text);
    const struct finding *finding = finding_of(&report, FINDING_SCORE_TOO_HARD);
    assert_non_null(finding);
    assert_int_equal(finding->severity, SEVERITY_BLOCK);
    assert_int_equal(finding->arg_count, 4);
    assert_true(finding->found.bytes > 0 && finding->limit.bytes > 0);
    assert_int_equal(count_of(&report, RULE_OVERALL_SCORE), 4);
    const struct finding *rare = finding_of(&report, FINDING_SCORE_RARE);
    assert_non_null(rare);
    assert_true(str_find(rare->args[0], STR("koordinaatio")) >= 0);
    assert_true(rare->span.bytes > 0 && str_find(str_of(hard_text), rare->span) >= 0);
    assert_true(report.score > 50 && report.score <= 100);
    assert_int_equal(report.words, 24);
}

static void an_easy_text_has_no_finding(void **state)
{
    const struct made *made = *state;
    struct report report = judge(made, made->kit, LANGUAGE_FI,
                                 "Tule kahville tiistaina. Kahvi ei maksa mitään. Voit tulla "
                                 "yksin tai ystävän kanssa. Ota mukaan hyvä mieli.");
    assert_int_equal(count_of(&report, RULE_OVERALL_SCORE), 0);
    assert_true(report.score >= 0 && report.score < 20);
}

static void a_short_text_has_no_score(void **state)
{
    const struct made *made = *state;
    struct report report = judge(made, made->kit, LANGUAGE_FI, "Koordinaatio toteutetaan.");
    assert_int_equal(count_of(&report, RULE_OVERALL_SCORE), 0);
    assert_true(report.score < 0);
    assert_int_equal(report.words, 2);
    assert_int_equal(report.skipped[RULE_OVERALL_SCORE], LACK_NONE);
}

static void what_is_missing_is_said(void **state)
{
    const struct made *made = *state;
    struct report bare = judge(made, made->bare, LANGUAGE_FI, hard_text);
    assert_int_equal(bare.skipped[RULE_OVERALL_SCORE], LACK_VOIKKO);
    assert_true(bare.score < 0);
    struct report none = judge(made, NULL, LANGUAGE_FI, hard_text);
    assert_int_equal(none.skipped[RULE_OVERALL_SCORE], LACK_WORD_LISTS);
    assert_int_equal(none.words, 24);
    struct report swedish = judge(made, made->bare, LANGUAGE_SV, swedish_text);
    assert_int_equal(swedish.skipped[RULE_OVERALL_SCORE], LACK_NONE);
    assert_true(swedish.score >= 0);
}

static void a_wrong_language_is_named_and_not_scored(void **state)
{
    static const struct {
        enum language said;
        const char *text;
        const char *looks; /* NULL: no such finding */
    } cases[] = {
        { LANGUAGE_FI, swedish_text, "svenska" },
        { LANGUAGE_EN, swedish_text, "svenska" },
        { LANGUAGE_SV, swedish_text, NULL },
        { LANGUAGE_SV,
          "Tule kahville, jos sinulla on aikaa. Voit tulla yksin tai ystävän kanssa. "
          "Ryhmä on auki joka päivä ja se on hyvä.",
          "suomi" },
        { LANGUAGE_FI, "You are welcome to our coffee group. It is free and open for all of you.",
          "English" },
        { LANGUAGE_FI,
          "Tule ja osta kirja. Mukana on The Lord of the Rings and the Hobbit. Voit "
          "tulla ystävän kanssa tai yksin, jos haluat. Se on hyvä.",
          NULL },
        { LANGUAGE_RU, swedish_text, NULL },
    };
    const struct made *made = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct report report = judge(made, made->kit, cases[i].said, cases[i].text);
        const struct finding *finding = finding_of(&report, FINDING_SCORE_OTHER_LANGUAGE);
        if (!finding != !cases[i].looks)
            fail_msg("%s", cases[i].text);
        if (!finding)
            continue;
        assert_true(str_is(finding->args[0], cases[i].looks));
        assert_true(report.score < 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hard_text_is_told_with_three_parts_and_their_words),
        cmocka_unit_test(an_easy_text_has_no_finding),
        cmocka_unit_test(a_short_text_has_no_score),
        cmocka_unit_test(what_is_missing_is_said),
        cmocka_unit_test(a_wrong_language_is_named_and_not_scored),
    };
    return cmocka_run_group_tests(tests, made_open, made_close);
}
