/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures and the score. */
#include "made.h"

#include <math.h>

static const char easy_text[] =
    "Tule ryhmään, jossa voit puhua surusta. Ryhmässä on muitakin ihmisiä. Ryhmä alkaa syyskuussa. "
    "Ryhmä ei maksa mitään. Haluatko mukaan? Soita ohjaajalle, koska hän kertoo sinulle lisää.";

static const char hard_text[] =
    "Niemelän Surutuki ry käynnistää syyskuussa suljetun vertaistukiryhmän viimeisen vuoden aikana "
    "läheisensä menettäneille aikuisille. Ryhmään osallistuminen edellyttää "
    "ennakkoilmoittautumista "
    "toimistoon. Ilmoittautumisen yhteydessä toteutetaan haastattelu, jonka perusteella valitaan "
    "ryhmän toimintaan sitoutuvat osallistujat.";

static double value_of(const struct made *made, enum language language, const char *text,
                       enum feature feature)
{
    const struct analysis *analysis = made_text(made, language, text);
    return features_make(made->arena, analysis)->of[feature].value;
}

static void measures_count_what_they_say(void **state)
{
    static const struct {
        enum language language;
        enum feature feature;
        const char *text;
        double value;
    } cases[] = {
        { LANGUAGE_FI, FEATURE_MEAN_SENTENCE, "Yksi kaksi kolme. Neljä.", 2 },
        { LANGUAGE_FI, FEATURE_MEAN_SENTENCE, "Soita 040 123 4567 klo 9–15.", 4 },
        { LANGUAGE_FI, FEATURE_LONGEST_SENTENCE, "Yksi kaksi kolme. Neljä.", 3 },
        { LANGUAGE_FI, FEATURE_RARE_WORDS,
          "Talo on kuntoutussuunnitelma. Se on kuntoutussuunnitelmassa nyt taas.", 12.5 },
        { LANGUAGE_FI, FEATURE_LONG_WORDS, "Kuntoutussuunnitelma on talo. Se on.", 20 },
        { LANGUAGE_FI, FEATURE_PARTICIPLES, "Tule järjestettävään tapahtumaan nyt.", 25 },
        { LANGUAGE_FI, FEATURE_PARTICIPLES, "Tapahtuma on järjestettävä.", 0 },
        { LANGUAGE_FI, FEATURE_FINITE_VERBS, "Me menemme kotiin nyt.", 25 },
        { LANGUAGE_FI, FEATURE_OFFICIALESE, "Mikäli tulet, soita heti.", 25 },
        { LANGUAGE_FI, FEATURE_EXPLAINING, "Se tarkoittaa tätä, koska.", 50 },
        { LANGUAGE_FI, FEATURE_NOUN_RUN, "Sairaan potilaan ystävän koira juoksee. Se on.", 2 },
        { LANGUAGE_FI, FEATURE_GENITIVE_RUNS, "Potilaan läheisen tuen tarve kasvaa.", 20 },
        { LANGUAGE_FI, FEATURE_CLAUSE_SUBSTITUTES, "Tullessasi ota kortti mukaan.", 25 },
        { LANGUAGE_FI, FEATURE_CLAUSE_SUBSTITUTES, "Säästä riippuen menemme ulos.", 0 },
        { LANGUAGE_EN, FEATURE_RARE_WORDS, "I have a facilitator.", 25 },
        { LANGUAGE_EN, FEATURE_PASSIVES, "The group is always held here.", 100 / 6.0 },
        { LANGUAGE_EN, FEATURE_PASSIVES, "It is a red house in the city.", 0 },
        { LANGUAGE_EN, FEATURE_ABSTRACT_WORDS, "Participation helps you.", 100 / 3.0 },
        { LANGUAGE_SV, FEATURE_PASSIVES, "Kaffe serveras här.", 100 / 3.0 },
        { LANGUAGE_SV, FEATURE_PASSIVES, "Barnens lekar finns här, och vi träffas.", 0 },
        { LANGUAGE_SV, FEATURE_ABSTRACT_WORDS, "Verksamheten börjar nu.", 100 / 3.0 },
        { LANGUAGE_SV, FEATURE_LIX, "Vi dricker kaffe. Vi promenerar sedan.", 3 + 100 / 3.0 },
        { LANGUAGE_SV, FEATURE_COMMAS, "Du, jag, vi och de.", 40 },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        double value = value_of(*state, cases[i].language, cases[i].text, cases[i].feature);
        if (fabs(value - cases[i].value) > 0.01)
            fail_msg("%s: %s is %f, not %f", cases[i].text, feature_name(cases[i].feature), value,
                     cases[i].value);
    }
}

static struct score score_of(const struct made *made, const struct language_kit *kit,
                             enum language language, const char *text)
{
    const struct analysis *analysis = made_bytes(made, kit, language, str_of(text));
    return score_make(analysis, features_make(made->arena, analysis));
}

static void an_easy_text_passes_and_a_hard_one_does_not(void **state)
{
    const struct made *made = *state;
    struct score easy = score_of(made, made->kit, LANGUAGE_FI, easy_text);
    struct score hard = score_of(made, made->kit, LANGUAGE_FI, hard_text);
    assert_int_equal(easy.level, SCORE_FINE);
    assert_int_equal(hard.level, SCORE_BLOCK);
    assert_int_equal(hard.part_count, 11);
    for (size_t i = 1; i < hard.part_count; i++)
        assert_true(hard.parts[i - 1].share * hard.parts[i - 1].weight >=
                    hard.parts[i].share * hard.parts[i].weight);
    assert_true(hard.parts[0].share > 0 && hard.parts[0].measure->value >= 0);
}

static void the_largest_parts_name_their_words(void **state)
{
    const struct made *made = *state;
    const struct analysis *analysis = made_text(made, LANGUAGE_FI, hard_text);
    const struct features *features = features_make(made->arena, analysis);
    const struct measure_of *participles = &features->of[FEATURE_PARTICIPLES];
    bool found = false;
    for (size_t i = 0; i < participles->token_count; i++)
        found |= str_is(analysis->tokens[participles->tokens[i]].form, "suljetun");
    assert_true(found);
    const struct measure_of *longest = &features->of[FEATURE_LONGEST_SENTENCE];
    assert_int_equal(longest->token_count, 1);
    assert_true(longest->lengths[0] > 10);
}

static void short_texts_and_other_languages_have_no_score(void **state)
{
    const struct made *made = *state;
    assert_int_equal(score_of(made, made->kit, LANGUAGE_FI, "Tule mukaan kahville.").level,
                     SCORE_NONE);
    assert_int_equal(score_of(made, made->kit, LANGUAGE_FI, "").level, SCORE_NONE);
    assert_int_equal(score_of(made, made->kit, LANGUAGE_RU, easy_text).level, SCORE_NONE);
    assert_int_equal(score_of(made, made->bare, LANGUAGE_FI, easy_text).level, SCORE_NONE);
    assert_int_equal(
        score_of(made, made->kit, LANGUAGE_FI, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20")
            .level,
        SCORE_FINE);
}

/* Title and facts do not count. */
static void the_score_is_of_lead_and_body(void **state)
{
    const struct made *made = *state;
    struct part parts[] = { { PART_TITLE, str_of(hard_text), 0 },
                            { PART_PARAGRAPH, str_of(easy_text), 1 },
                            { PART_FACT, str_of(hard_text), 2 } };
    struct analysis_input input = { .language = LANGUAGE_FI,
                                    .parts = parts,
                                    .part_count = ARRAY_LEN(parts) };
    const struct analysis *analysis = analysis_make(made->arena, made->kit, &input);
    struct score all = score_make(analysis, features_make(made->arena, analysis));
    struct score alone = score_of(made, made->kit, LANGUAGE_FI, easy_text);
    assert_true(fabs(all.value - alone.value) < 0.001);
    assert_int_equal(all.words, alone.words);
}

static void limits_follow_the_length(void **state)
{
    const struct made *made = *state;
    static const struct {
        int sentences; /* of five words */
        double block, warn;
    } cases[] = { { 3, 54, 46 }, { 5, 53, 44 }, { 13, 40, 33 }, { 30, 40, 33 } };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct text text = text_new(made->arena, 4000);
        for (int s = 0; s < cases[i].sentences; s++)
            text_add_c(&text, "Tule kahville kerhoon meidän kanssa. ");
        struct score score =
            score_of(made, made->kit, LANGUAGE_FI, str_c(made->arena, text_str(&text)));
        assert_true(fabs(score.block - cases[i].block) < 0.01);
        assert_true(fabs(score.warn - cases[i].warn) < 0.01);
    }
}

static void swedish_and_english_are_told_apart_too(void **state)
{
    const struct made *made = *state;
    static const struct {
        enum language language;
        const char *easy, *hard;
    } cases[] = {
        { LANGUAGE_SV,
          "Vill du träffa andra? Kom till vårt kafé på tisdag. Vi dricker kaffe och pratar. Du kan "
          "komma ensam eller med en vän. Det kostar inget.",
          "Föreningens stödgruppsverksamhet riktar sig till personer med långvarig sjukdom samt "
          "deras närstående, och genomförs enligt överenskommelse i samarbete med "
          "välfärdsområdets tjänsteproducenter. Förhandsanmälan förutsätts, eftersom antalet "
          "deltagare är begränsat av verksamhetsmässiga skäl." },
        { LANGUAGE_EN,
          "Do you want to meet people? Come to our café on Tuesday. We drink coffee and talk. You "
          "can come alone or with a friend. It is free.",
          "Participation in the peer support programme, facilitated by trained professionals, is "
          "conditional upon prior registration and subject to availability, in accordance with "
          "the organisation's established eligibility criteria and data protection "
          "requirements." },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct score easy = score_of(made, made->kit, cases[i].language, cases[i].easy);
        struct score hard = score_of(made, made->kit, cases[i].language, cases[i].hard);
        assert_int_equal(easy.level, SCORE_FINE);
        assert_int_equal(hard.level, SCORE_BLOCK);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_count_what_they_say),
        cmocka_unit_test(an_easy_text_passes_and_a_hard_one_does_not),
        cmocka_unit_test(the_largest_parts_name_their_words),
        cmocka_unit_test(short_texts_and_other_languages_have_no_score),
        cmocka_unit_test(the_score_is_of_lead_and_body),
        cmocka_unit_test(limits_follow_the_length),
        cmocka_unit_test(swedish_and_english_are_told_apart_too),
    };
    return cmocka_run_group_tests(tests, made_open, made_close);
}
