/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts into tokens: what is one word, what is known of it, and what hostile texts do. */
#include "made.h"

#include <stdio.h>
#include <time.h>

static struct str shape_of(struct arena *arena, const struct analysis *analysis)
{
    static const char *const signs[] = { "w", "n", "p", "e", "d", "t", "u", "@", ".", "s" };
    struct text text = text_new(arena, 1000);
    for (size_t i = 0; i < analysis->token_count; i++)
        text_add_c(&text, signs[analysis->tokens[i].kind]);
    return text_str(&text);
}

static void each_thing_is_one_token(void **state)
{
    static const struct {
        const char *text, *shape; /* w word, n number, p phone, e price, d date, t time, u URL */
    } cases[] = {
        { "Tule mukaan!", "ww." },
        { "Soita 040 123 4567.", "wp." },
        { "Soita +358 40 123 4567 tai 09-1234567", "wpwp" },
        { "0401234567", "p" },
        { "Se on 1.12. klo 17.30.", "wwdwt." },
        { "24.12.2026", "d" },
        { "2.–8.4.", "d" },
        { "1.12.–3.12.2026", "d" },
        { "klo 9–15 ja 17:30", "wtwt" },
        { "5 €, 12,50 € ja 500 e/kk", "e.ewe" },
        { "5 euroa", "nw" },
        { "50 % ja 37,4 %", "nwn" },
        { "1 200 ihmistä", "nw" },
        { "12 000 000 ihmistä", "nw" },
        { "Tavataan 3. kerroksessa.", "wnw." },
        { "www.esim.fi/apu.", "u." },
        { "https://esim.example.fi/a?b=c, ja", "u.w" },
        { "Katso (yhdistys.example.fi).", "w.u.." },
        { "liisa.meikalainen@yhdistys.example.fi.", "@." },
        { "sosiaali- ja terveyspalvelut", "www" },
        { "sosiaalipalvelut ja -neuvonta", "www" },
        { "THL:n ry:n EU:ssa", "www" },
        { "65-vuotiaat ja 1990-luvulla", "www" },
        { "10:een", "w" },
        { "30min 5km", "nn" },
        { "COVID-19", "w" },
        { "ja/tai", "w.w" },
        { "t.ex. kaffe, m.m.", "w.w.w" },
        { "esim. kahvia", "ww" },
        { "vanha.Uusi", "w.w" },
        { "– Tule! \"Heti\"", ".w..w." },
        { "Hei 🎉🎉 kaikki ❤️", "wsws" },
        { "don't you’re", "ww" },
        { "...", "." },
        { "24/7", "n" },
        { "02100 Espoo", "nw" },
        { "Привет мир", "ww" },
        { "تعال إلينا", "ww" },
    };
    struct made *made = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct analysis *analysis = made_text(made, LANGUAGE_FI, cases[i].text);
        struct str shape = shape_of(made->arena, analysis);
        if (!str_is(shape, cases[i].shape))
            fail_msg("%s: %.*s, not %s", cases[i].text, STR_ARG(shape), cases[i].shape);
    }
}

static void a_token_knows_its_bytes_in_the_senders_text(void **state)
{
    struct made *made = *state;
    /* "äitiyspäivä" with a combining mark, a soft hyphen and a zero-width space in it. */
    struct str text = STR("Tule a\xCC\x88itiys\xC2\xADp\xC3\xA4iv\xE2\x80\x8B\xC3\xA4n juhlaan.");
    const struct analysis *analysis = made_bytes(made, made->kit, LANGUAGE_FI, text);
    const struct token *token = made_token(analysis, "äitiyspäivän");
    assert_true(token->readings.count > 0);
    assert_true(token->letters == 12);
    struct str raw = str_slice(text, token->from, token->bytes);
    assert_true(str_starts(raw, "a\xCC\x88") && str_ends(raw, "n"));
    assert_int_equal(analysis->sentence_count, 1);
    assert_int_equal(analysis->sentences[0].words, 3);
}

static void flags_tell_what_a_word_is(void **state)
{
    static const struct {
        const char *text, *form;
        unsigned has, has_not;
    } cases[] = {
        { "Tule mukaan.", "Tule", TOKEN_SENTENCE_START | TOKEN_CAPITAL | TOKEN_COMMON, TOKEN_NAME },
        { "Tule Niemelään.", "Niemelään", TOKEN_NAME | TOKEN_EXEMPT, TOKEN_SENTENCE_START },
        { "Helsingissä sataa.", "Helsingissä", TOKEN_NAME | TOKEN_EXEMPT, 0 },
        { "Lue THL:n ohje.", "THL:n", TOKEN_ACRONYM | TOKEN_EXEMPT, TOKEN_NAME },
        { "Se on EU:n raha.", "EU:n", TOKEN_ACRONYM, 0 },
        { "TULE MUKAAN KERHOON", "KERHOON", TOKEN_ALL_CAPS, TOKEN_ACRONYM | TOKEN_NAME },
        { "Ryhmä on ILMAINEN.", "ILMAINEN", TOKEN_ALL_CAPS, TOKEN_ACRONYM },
        { "Otamme esim. kahvia.", "esim", TOKEN_ABBREVIATION | TOKEN_STOP_FOLLOWS, 0 },
        { "sosiaali- ja terveyspalvelut", "sosiaali-", TOKEN_HYPHEN, TOKEN_UNKNOWN },
        { "Hän sanoi \"kahvi\" taas.", "kahvi", TOKEN_QUOTED, 0 },
        { "Hän sanoi \"kahvi\" taas.", "taas", 0, TOKEN_QUOTED },
        { "Tule teamsissa.", "teamsissa", TOKEN_UNKNOWN, TOKEN_COMMON },
        { "Terveysasema on auki.", "Terveysasema", TOKEN_DOMAIN, TOKEN_NAME },
        { "Hän asuu talossa.", "talossa", TOKEN_COMMON, TOKEN_EXEMPT },
        { "Kuntoutussuunnitelma on tehty.", "Kuntoutussuunnitelma", 0, TOKEN_COMMON },
        { "Sana мир on venäjää.", "мир", TOKEN_FOREIGN | TOKEN_EXEMPT, 0 },
        { "Liisa sanoo: Tule!", "Tule", TOKEN_SENTENCE_START, TOKEN_NAME },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct analysis *analysis = made_text(*state, LANGUAGE_FI, cases[i].text);
        const struct token *token = made_token(analysis, cases[i].form);
        if ((token->flags & cases[i].has) != cases[i].has || (token->flags & cases[i].has_not))
            fail_msg("%s: %s has flags %#x", cases[i].text, cases[i].form, token->flags);
    }
}

static void names_and_words_of_the_centre_are_known(void **state)
{
    struct made *made = *state;
    struct part part = { PART_PARAGRAPH, STR("Surutuki auttaa. Kela on kerroksessa."), 0 };
    struct str names[] = { STR("Niemelän Surutuki ry") }, words[] = { STR("kerros") };
    struct analysis_input input = { .language = LANGUAGE_FI,
                                    .parts = &part,
                                    .part_count = 1,
                                    .names = names,
                                    .name_count = 1,
                                    .own_words = words,
                                    .own_word_count = 1 };
    const struct analysis *analysis = analysis_make(made->arena, made->kit, &input);
    assert_true(made_token(analysis, "Surutuki")->flags & TOKEN_NAME);
    assert_true(made_token(analysis, "kerroksessa")->flags & TOKEN_DOMAIN);
}

/* A profile may name thousands of words; each notice is analysed with all of them. */
static void thousands_of_own_words_cost_little(void **state)
{
    struct made *made = *state;
    struct arena *arena = arena_new(16u << 20);
    struct part part = { PART_PARAGRAPH, STR("Kerroksessa on kahvila."), 0 };
    struct str words[5000];
    for (size_t i = 0; i < ARRAY_LEN(words); i++)
        words[i] = i == 0 ? STR("kerros") : STR("pitkähkö|sana");
    struct analysis_input input = { .language = LANGUAGE_FI,
                                    .parts = &part,
                                    .part_count = 1,
                                    .own_words = words,
                                    .own_word_count = ARRAY_LEN(words) };
    const struct analysis *analysis = analysis_make(arena, made->kit, &input);
    assert_true(made_token(analysis, "Kerroksessa")->flags & TOKEN_DOMAIN);
    arena_free(arena);
}

static void headings_and_bullets_need_no_verb(void **state)
{
    struct made *made = *state;
    struct part parts[] = { { PART_TITLE, STR("Kahvila"), 0 },
                            { PART_PARAGRAPH, STR("Kenelle"), 1 },
                            { PART_PARAGRAPH, STR("Tule mukaan. Kahvi on ilmainen."), 2 },
                            { PART_BULLET, STR("kahvia ja pullaa"), 3 },
                            { PART_FACT, STR("Kaikille aikuisille"), 4 },
                            { PART_PARAGRAPH, STR("Tervetuloa"), 5 } };
    struct analysis_input input = { .language = LANGUAGE_FI,
                                    .parts = parts,
                                    .part_count = ARRAY_LEN(parts) };
    const struct analysis *analysis = analysis_make(made->arena, made->kit, &input);
    assert_int_equal(analysis->parts[1].kind, PART_HEADING);
    assert_int_equal(analysis->parts[2].kind, PART_PARAGRAPH);
    assert_int_equal(analysis->parts[5].kind, PART_PARAGRAPH);
    assert_true(analysis->sentences[1].label && analysis->sentences[4].label);
    assert_false(analysis->sentences[2].label);
    assert_int_equal(analysis->words, 1 + 5 + 3 + 1);
    assert_int_equal(analysis->parts[4].source, 4);
}

static void without_kit_or_morphology_there_are_tokens(void **state)
{
    struct made *made = *state;
    struct str text = STR("Mikäli tulet, ota esim. kahvia. Kahvi on hyvää.");
    const struct analysis *none = made_bytes(made, NULL, LANGUAGE_FI, text);
    const struct analysis *bare = made_bytes(made, made->bare, LANGUAGE_FI, text);
    assert_int_equal(none->sentence_count, 2);
    assert_int_equal(bare->sentence_count, 2);
    assert_false(none->morphology || bare->morphology);
    assert_non_null(analysis_find(bare, kit_list(made->bare, "officialese", LANGUAGE_FI), 0, NULL));
    assert_int_equal(made_token(bare, "kahvia")->readings.count, 0);
    assert_false(made_token(bare, "kahvia")->flags & TOKEN_UNKNOWN);
    assert_false(token_is_finite(made_token(bare, "tulet")));
}

/* Every token lies within its text, in order, and every token in its sentence. */
static void expect_sound(const struct analysis *analysis, struct str text)
{
    size_t end = 0;
    for (size_t i = 0; i < analysis->token_count; i++) {
        const struct token *token = &analysis->tokens[i];
        assert_true(token->bytes > 0 && token->from >= end);
        end = token->from + token->bytes;
        assert_true(end <= text.bytes);
        assert_true(token->sentence < analysis->sentence_count);
        const struct sentence *sentence = &analysis->sentences[token->sentence];
        assert_true(i >= sentence->first);
    }
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

#define HOSTILE_BYTES 16000 /* 4,000 characters of four bytes: the most that is analysed */
#define HOSTILE_SECONDS 20  /* under sanitizers on a busy machine; quadratic work takes minutes */

static struct str repeated(struct arena *arena, const char *piece)
{
    struct text text = text_new(arena, HOSTILE_BYTES);
    while (text.bytes + strlen(piece) <= HOSTILE_BYTES)
        text_add(&text, str_of(piece));
    return text_str(&text);
}

static void hostile_texts_cost_no_more_than_their_length(void **state)
{
    static const char *const pieces[] = {
        "a",
        "ä",
        "a.",
        ".",
        ". ",
        "a.b.",
        "1",
        "1.",
        "1 ",
        "0",
        "1.–",
        "(",
        "\"",
        "-",
        "a-",
        "a:",
        "@a.",
        "www.",
        "\n",
        "\n ",
        "a\n",
        "A ",
        "\xCC\x88",
        "a\xCC\x88",
        "\xC2\xAD",
        "\xE2\x80\x8B",
        "🎉",
        "❤️",
        "\xFF",
        "\xC3",
        "\xE2\x80",
        "ja ",
        "esim. ",
        "omaishoitajille",
        "e/kk ",
        "Ää ",
        "talontalon",
        "koira-koira-",
        "http://a.fi ",
        "1\t22\t333\n",
    };
    struct made *made = *state;
    double start = seconds_now();
    for (size_t i = 0; i < ARRAY_LEN(pieces); i++) {
        struct arena *arena = arena_new(64u << 20);
        struct str text = repeated(arena, pieces[i]);
        struct made here = { arena, made->kit, made->bare };
        for (int language = 0; language < 3; language++) {
            const struct analysis *analysis =
                made_bytes(&here, made->kit, (enum language)language, text);
            expect_sound(analysis, text);
            (void)score_make(analysis, features_make(arena, analysis));
        }
        arena_free(arena);
    }
    assert_true(seconds_now() - start < HOSTILE_SECONDS);
}

/* Bytes chosen by a small generator with a fixed seed: the same in every run. */
static void random_bytes_break_nothing(void **state)
{
    static const char alphabet[] = "aeiklnstäÄ .,-:0123@/\n\"\xC3\xA4\xCC\x88\xE2\x80\x93\xFF"
                                   "A";
    struct made *made = *state;
    uint32_t seed = 1;
    for (int round = 0; round < 300; round++) {
        struct arena *arena = arena_new(16u << 20);
        char bytes[200];
        for (size_t i = 0; i < sizeof bytes; i++) {
            seed = seed * 1664525u + 1013904223u;
            bytes[i] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
        }
        struct made here = { arena, made->kit, made->bare };
        struct str text = { bytes, sizeof bytes };
        const struct analysis *analysis = made_bytes(&here, made->kit, LANGUAGE_FI, text);
        expect_sound(analysis, text);
        (void)score_make(analysis, features_make(arena, analysis));
        arena_free(arena);
    }
}

static void broken_text_is_noted(void **state)
{
    assert_true(made_text(*state, LANGUAGE_FI, "Tule\xFF mukaan.")->broken);
    assert_false(made_text(*state, LANGUAGE_FI, "Tule mukaan.")->broken);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_thing_is_one_token),
        cmocka_unit_test(a_token_knows_its_bytes_in_the_senders_text),
        cmocka_unit_test(flags_tell_what_a_word_is),
        cmocka_unit_test(names_and_words_of_the_centre_are_known),
        cmocka_unit_test(thousands_of_own_words_cost_little),
        cmocka_unit_test(headings_and_bullets_need_no_verb),
        cmocka_unit_test(without_kit_or_morphology_there_are_tokens),
        cmocka_unit_test(hostile_texts_cost_no_more_than_their_length),
        cmocka_unit_test(random_bytes_break_nothing),
        cmocka_unit_test(broken_text_is_noted),
    };
    return cmocka_run_group_tests(tests, made_open, made_close);
}
