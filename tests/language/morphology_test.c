/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What libvoikko's answers become, and what is asked of them. */
#include "made.h"

#include <stdio.h>

static struct readings read_word(const struct made *made, const char *word)
{
    return morphology_read(made->kit->morphology, made->arena, str_of(word));
}

static void attributes_become_numbers(void **state)
{
    static const struct {
        const char *word, *base;
        struct trait trait;
    } cases[] = {
        { "taloissa",
          "talo",
          { .classes = ONE_OF(CLASS_NOUN),
            .cases = ONE_OF(CASE_INESSIVE),
            .numbers = ONE_OF(NUMBER_PLURAL) } },
        { "tehdessäni",
          "tehdä",
          { .moods = ONE_OF(MOOD_E_INFINITIVE), .possessives = ONE_OF(POSSESSIVE_FIRST) } },
        { "järjestämä", "järjestämä", { .participles = ONE_OF(PARTICIPLE_AGENT) } },
        { "täytettyäsi",
          "täytetty",
          { .participles = ONE_OF(PARTICIPLE_PAST_PASSIVE),
            .cases = ONE_OF(CASE_PARTITIVE),
            .possessives = ONE_OF(POSSESSIVE_SECOND) } },
        { "saadaksesi", "saada", { .moods = ONE_OF(MOOD_A_INFINITIVE) } },
        { "alkanee", "alkaa", { .moods = ONE_OF(MOOD_POTENTIAL) } },
        { "voisin", "voida", { .moods = ONE_OF(MOOD_CONDITIONAL) } },
        { "järjestetään", "järjestää", { .persons = ONE_OF(PERSON_PASSIVE) } },
        { "ilmoittautuminen", "ilmoittautua", { .moods = ONE_OF(MOOD_MINEN_INFINITIVE) } },
        { "älä", "ei", { .classes = ONE_OF(CLASS_NEGATION), .moods = ONE_OF(MOOD_IMPERATIVE) } },
        { "lapsineen", "lapsi", { .cases = ONE_OF(CASE_COMITATIVE) } },
        { "nopeampi", "nopea", { .comparisons = ONE_OF(COMPARISON_COMPARATIVE) } },
        { "Helsingissä", "Helsinki", { .classes = ONE_OF(CLASS_PLACE_NAME) } },
        { "sosiaali-", "sosiaali-", { .classes = ONE_OF(CLASS_PREFIX) } },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct readings readings = read_word(*state, cases[i].word);
        bool found = false;
        for (size_t r = 0; r < readings.count; r++)
            found |= reading_has(&readings.at[r], cases[i].trait) &&
                     str_is(readings.at[r].base, cases[i].base);
        if (!found)
            fail_msg("%s: no such reading", cases[i].word);
    }
}

static void a_word_may_have_several_readings(void **state)
{
    struct readings readings = read_word(*state, "voit");
    assert_true(readings.count >= 2);
    assert_int_equal(read_word(*state, "Teamsissa").count, 0);
}

static void compounds_are_cut_at_their_seams(void **state)
{
    static const struct {
        const char *word;
        unsigned parts;
        const char *cut; /* with | at the seams */
    } cases[] = {
        { "talo", 1, "talo" },
        { "omaishoitajille", 2, "omais|hoitajille" },
        { "hyvinvointialueella", 3, "hyvin|vointi|alueella" },
        { "kuljetuspalveluhakemuslomake", 4, "kuljetus|palvelu|hakemus|lomake" },
        { "äitienpäiväjuhla", 3, "äitien|päivä|juhla" },
        { "eu-maa", 2, "eu-|maa" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct made *made = *state;
        struct str word = str_of(cases[i].word);
        struct readings readings = read_word(made, cases[i].word);
        struct text cut = text_new(made->arena, 200);
        assert_int_equal(readings_parts(readings), cases[i].parts);
        const struct word_reading *reading = &readings.at[0];
        for (unsigned part = 0; part < reading->part_count; part++) {
            size_t end = part + 1 < reading->part_count ? reading->seams[part + 1] : word.bytes;
            text_add_c(&cut, part > 0 ? "|" : "");
            text_add(&cut, str_slice(word, reading->seams[part], end - reading->seams[part]));
        }
        assert_string_equal(str_c(made->arena, text_str(&cut)), cases[i].cut);
    }
}

static void a_participle_tells_its_verb(void **state)
{
    static const struct {
        const char *word, *verb;
    } cases[] = {
        { "järjestämä", "järjestää" }, { "tehty", "tehdä" },          { "annettava", "antaa" },
        { "täytettyäsi", "täyttää" },  { "sairastava", "sairastaa" }, { "talo", "" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct readings readings = read_word(*state, cases[i].word);
        assert_true(readings.count > 0);
        assert_true(str_is(readings.at[0].verb, cases[i].verb));
    }
}

static void spelling_is_told(void **state)
{
    const struct made *made = *state;
    assert_true(morphology_spells(made->kit->morphology, STR("terveysasema")));
    assert_false(morphology_spells(made->kit->morphology, STR("tervyesasema")));
    assert_false(morphology_spells(made->kit->morphology, STR("")));
    assert_false(morphology_spells(made->kit->morphology, STR("\xFF\xFE")));
}

static void what_is_kept_stays_bounded_and_right(void **state)
{
    const struct made *made = *state;
    struct morphology *morphology = morphology_open(NULL);
    char word[40];
    for (int i = 0; i < 30000; i++) {
        struct arena *arena = arena_new(1 << 20);
        int bytes = snprintf(word, sizeof word, "talo%c%c%c", 'a' + i % 26, 'a' + i / 26 % 26,
                             'a' + i / 676 % 26);
        struct str asked = { word, (size_t)bytes };
        assert_true(morphology_read(morphology, arena, asked).count <= WORD_READINGS_MAX);
        arena_free(arena);
        assert_true(morphology_bytes(morphology) < 8 << 20);
    }
    struct readings first = morphology_read(morphology, made->arena, STR("taloissa"));
    struct readings again = morphology_read(morphology, made->arena, STR("taloissa"));
    assert_true(first.count == 1 && again.count == 1 && str_is(again.at[0].base, "talo"));
    morphology_free(morphology);
}

static void no_readings_for_what_is_no_word(void **state)
{
    static char letters[4001];
    memset(letters, 'a', 4000);
    assert_int_equal(read_word(*state, "").count, 0);
    assert_int_equal(read_word(*state, letters).count, 0);
    assert_int_equal(read_word(*state, "\xC3").count, 0);
    assert_int_equal(read_word(*state, "🎉").count, 0);
    assert_int_equal(morphology_read(((struct made *)*state)->kit->morphology,
                                     ((struct made *)*state)->arena, (struct str){ "ta\0lo", 5 })
                         .count,
                     0);
}

static void questions_about_words_have_their_exceptions(void **state)
{
    static const struct {
        const char *word;
        bool (*test)(const struct token *);
        bool answer;
    } cases[] = {
        { "menemme", token_is_finite, true },       { "eli", token_is_finite, false },
        { "jos", token_is_finite, false },          { "joka", token_is_finite, false },
        { "talo", token_is_finite, false },         { "talon", token_is_genitive, true },
        { "talo", token_is_genitive, false },       { "talo", token_is_nominal, true },
        { "nopeasti", token_is_nominal, true },     { "menemme", token_is_nominal, false },
        { "koska", token_is_subordinator, true },   { "jolle", token_is_subordinator, true },
        { "kahvi", token_is_subordinator, false },  { "järjestetään", token_is_passive, true },
        { "järjestämme", token_is_passive, false }, { "talo", token_is_passive, false },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct analysis *analysis = made_text(*state, LANGUAGE_FI, cases[i].word);
        assert_int_equal(analysis->token_count, 1);
        if (cases[i].test(&analysis->tokens[0]) != cases[i].answer)
            fail_msg("%s (case %zu)", cases[i].word, i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attributes_become_numbers),
        cmocka_unit_test(a_word_may_have_several_readings),
        cmocka_unit_test(compounds_are_cut_at_their_seams),
        cmocka_unit_test(a_participle_tells_its_verb),
        cmocka_unit_test(spelling_is_told),
        cmocka_unit_test(what_is_kept_stays_bounded_and_right),
        cmocka_unit_test(no_readings_for_what_is_no_word),
        cmocka_unit_test(questions_about_words_have_their_exceptions),
    };
    return cmocka_run_group_tests(tests, made_open, made_close);
}
