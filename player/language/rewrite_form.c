/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See rewrite_form.h. Every form is made, then read; the reading decides. */
#include "language/rewrite_form.h"

#include "base/utf8.h"
#include "language/rewrite_stem.h"

/* What the dictionary must say of a form. */
struct wanted {
    enum word_mood mood;
    enum word_person person;
    enum word_participle participle;
    enum word_case word_case;
    enum word_number number;
};

static bool reads_as(const struct word_reading *reading, const struct wanted *wanted)
{
    return reading->mood == wanted->mood && reading->person == wanted->person &&
           reading->participle == wanted->participle &&
           (wanted->word_case == CASE_NONE || reading->word_case == wanted->word_case) &&
           (wanted->number == NUMBER_NONE || reading->number == wanted->number) &&
           reading->possessive == POSSESSIVE_NONE && reading->negative != NEGATIVE_TRUE &&
           reading->tense != TENSE_PAST && !reading->question && !reading->focus;
}

/* Is the form just this form of just this word? */
static bool is_form(const struct rewriter *rewriter, struct str form, struct str base,
                    const struct wanted *wanted)
{
    struct readings readings = morphology_read(rewriter->morphology, rewriter->arena, form);
    for (size_t i = 0; i < readings.count; i++) {
        if (reads_as(&readings.at[i], wanted) && str_equal(readings.at[i].base, base))
            return true;
    }
    return false;
}

static struct str join(const struct rewriter *rewriter, struct str stem, const char *ending)
{
    return str_format(rewriter->arena, "%.*s%s", STR_ARG(stem), ending);
}

/* Where both are alike ("varaa") the dictionary tells the third person, which can be denied too. */
static bool is_request(const struct rewriter *rewriter, struct str form, struct str verb)
{
    struct readings readings = morphology_read(rewriter->morphology, rewriter->arena, form);
    for (size_t i = 0; i < readings.count; i++) {
        const struct word_reading *reading = &readings.at[i];
        bool alike = reading->mood == MOOD_INDICATIVE && reading->person == PERSON_THIRD &&
                     reading->tense == TENSE_PRESENT && reading->negative == NEGATIVE_BOTH;
        bool request = reading->mood == MOOD_IMPERATIVE && reading->person == PERSON_SECOND &&
                       reading->number == NUMBER_SINGULAR;
        if ((alike || request) && !reading->question && !reading->focus &&
            str_equal(reading->base, verb))
            return true;
    }
    return false;
}

/* The first stem that makes a form with this ending; empty for none. */
static struct str first_form(const struct rewriter *rewriter, const struct stems *stems,
                             const char *ending, struct str base, const struct wanted *wanted)
{
    for (size_t i = 0; i < stems->count; i++) {
        struct str form = join(rewriter, stems->at[i], ending);
        if (is_form(rewriter, form, base, wanted))
            return form;
    }
    return (struct str){ 0 };
}

static const struct wanted verb_wanted[VERB_FORM_COUNT] = {
    [VERB_I] = { .mood = MOOD_INDICATIVE, .person = PERSON_FIRST, .number = NUMBER_SINGULAR },
    [VERB_YOU] = { .mood = MOOD_INDICATIVE, .person = PERSON_SECOND, .number = NUMBER_SINGULAR },
    [VERB_IT] = { .mood = MOOD_INDICATIVE, .person = PERSON_THIRD, .number = NUMBER_SINGULAR },
    [VERB_WE] = { .mood = MOOD_INDICATIVE, .person = PERSON_FIRST, .number = NUMBER_PLURAL },
    [VERB_YOU_ALL] = { .mood = MOOD_INDICATIVE, .person = PERSON_SECOND, .number = NUMBER_PLURAL },
    [VERB_THEY] = { .mood = MOOD_INDICATIVE, .person = PERSON_THIRD, .number = NUMBER_PLURAL },
    [VERB_IS_DONE] = { .mood = MOOD_INDICATIVE, .person = PERSON_PASSIVE },
    [VERB_HAS_DONE] = { .participle = PARTICIPLE_PAST_ACTIVE,
                        .word_case = CASE_NOMINATIVE,
                        .number = NUMBER_SINGULAR },
};

/* tulee, antaa: the last vowel twice; järjestää, saa: as it stands. */
static struct str third_person(const struct rewriter *rewriter, const struct stems *stems,
                               struct str verb)
{
    const struct wanted *wanted = &verb_wanted[VERB_IT];
    for (size_t i = 0; i < stems->count; i++) {
        struct str stem = stems->at[i];
        struct str last = str_slice(stem, stem.bytes - stem_last_letter(stem), stem.bytes);
        struct str twice = str_format(rewriter->arena, "%.*s%.*s", STR_ARG(stem), STR_ARG(last));
        if (is_form(rewriter, twice, verb, wanted))
            return twice;
        if (is_form(rewriter, stem, verb, wanted))
            return stem;
    }
    return (struct str){ 0 };
}

/* tullaan: the dictionary's form and -an; puhutaan, annetaan: a weak stem and -taan. */
static struct str passive(const struct rewriter *rewriter, const struct stems *stems,
                          struct str verb)
{
    const struct wanted *wanted = &verb_wanted[VERB_IS_DONE];
    bool back = stem_is_back(verb);
    struct str form = join(rewriter, verb, back ? "an" : "än");
    if (is_form(rewriter, form, verb, wanted))
        return form;
    for (size_t i = 0; i < stems->count; i++) {
        struct str stem = stems->at[i];
        struct str short_stem = stem_without(stem, stem_last_letter(stem));
        form = join(rewriter, short_stem, back ? "etaan" : "etään");
        if (is_form(rewriter, form, verb, wanted))
            return form;
        form = join(rewriter, stem, back ? "taan" : "tään");
        if (is_form(rewriter, form, verb, wanted))
            return form;
    }
    return (struct str){ 0 };
}

/* tullut, mennyt, varannut, antanut: its base is itself. */
static struct str past_participle(const struct rewriter *rewriter, const struct stems *stems,
                                  struct str verb)
{
    static const char *const ends[2][5] = { { "nyt", "lyt", "ryt", "syt", "nnyt" },
                                            { "nut", "lut", "rut", "sut", "nnut" } };
    const struct wanted *wanted = &verb_wanted[VERB_HAS_DONE];
    const char *const *endings = ends[stem_is_back(verb)];
    struct str one = stem_without(verb, stem_last_letter(verb));
    struct str two = stem_without(one, stem_last_letter(one));
    for (size_t i = 0; i < ARRAY_LEN(ends[0]); i++) {
        struct str form = join(rewriter, two, endings[i]);
        if (!stem_ends_in_vowel(one) && is_form(rewriter, form, form, wanted))
            return form;
    }
    for (size_t i = 0; i < stems->count; i++) {
        struct str form = join(rewriter, stems->at[i], endings[0]);
        if (is_form(rewriter, form, form, wanted))
            return form;
    }
    return (struct str){ 0 };
}

static struct str request(const struct rewriter *rewriter, const struct stems *stems,
                          struct str verb)
{
    for (size_t i = 0; i < stems->count; i++)
        if (is_request(rewriter, stems->at[i], verb))
            return stems->at[i];
    return (struct str){ 0 };
}

static struct str personal(const struct rewriter *rewriter, const struct stems *stems,
                           struct str verb, enum verb_form form)
{
    bool back = stem_is_back(verb);
    const char *const endings[VERB_FORM_COUNT] = {
        [VERB_I] = "n",
        [VERB_YOU] = "t",
        [VERB_WE] = "mme",
        [VERB_YOU_ALL] = "tte",
        [VERB_THEY] = back ? "vat" : "vät",
    };
    return first_form(rewriter, stems, endings[form], verb, &verb_wanted[form]);
}

struct str rewrite_verb(const struct rewriter *rewriter, struct str verb, enum verb_form form)
{
    if (!rewriter->morphology || verb.bytes == 0)
        return (struct str){ 0 };
    struct stems stems = stems_of_verb(rewriter->arena, verb);
    if (form == VERB_DO)
        return request(rewriter, &stems, verb);
    if (form == VERB_IT)
        return third_person(rewriter, &stems, verb);
    if (form == VERB_IS_DONE)
        return passive(rewriter, &stems, verb);
    if (form == VERB_HAS_DONE)
        return past_participle(rewriter, &stems, verb);
    return personal(rewriter, &stems, verb, form);
}

static const struct wanted noun_wanted[NOUN_FORM_COUNT] = {
    [NOUN_OF] = { .word_case = CASE_GENITIVE, .number = NUMBER_SINGULAR },
    [NOUN_MANY] = { .word_case = CASE_NOMINATIVE, .number = NUMBER_PLURAL },
    [NOUN_SOME] = { .word_case = CASE_PARTITIVE, .number = NUMBER_SINGULAR },
    [NOUN_OF_MANY] = { .word_case = CASE_GENITIVE, .number = NUMBER_PLURAL },
};

/* Ends of forms that are not made on the stem of -n: what falls off the word, what is added. */
static const struct noun_ending {
    enum noun_form form;
    const char *off, *back, *front;
} noun_endings[] = {
    { NOUN_SOME, "nen", "sta", "stä" },      { NOUN_SOME, "uus", "uutta", "" },
    { NOUN_SOME, "yys", "", "yyttä" },       { NOUN_SOME, "si", "tta", "ttä" },
    { NOUN_SOME, "e", "etta", "että" },      { NOUN_SOME, "i", "ta", "tä" },
    { NOUN_SOME, "i", "ea", "eä" },          { NOUN_SOME, "", "a", "ä" },
    { NOUN_SOME, "", "ta", "tä" },           { NOUN_OF_MANY, "nen", "sten", "sten" },
    { NOUN_OF_MANY, "psi", "sten", "sten" }, { NOUN_OF_MANY, "s", "sten", "sten" },
    { NOUN_OF_MANY, "a", "ojen", "" },       { NOUN_OF_MANY, "a", "ien", "" },
    { NOUN_OF_MANY, "ä", "", "ien" },        { NOUN_OF_MANY, "i", "ien", "ien" },
    { NOUN_OF_MANY, "a", "oiden", "" },      { NOUN_OF_MANY, "ä", "", "öiden" },
    { NOUN_OF_MANY, "i", "ten", "ten" },     { NOUN_OF_MANY, "", "iden", "iden" },
    { NOUN_OF_MANY, "", "jen", "jen" },      { NOUN_OF_MANY, "as", "aiden", "" },
};

static struct str by_ending(const struct rewriter *rewriter, struct str noun, enum noun_form form)
{
    for (size_t i = 0; i < ARRAY_LEN(noun_endings); i++) {
        const struct noun_ending *ending = &noun_endings[i];
        if (ending->form != form || !str_ends(noun, ending->off))
            continue;
        const char *end = stem_is_back(noun) ? ending->back : ending->front;
        struct str made = join(rewriter, stem_without(noun, strlen(ending->off)), end);
        if (is_form(rewriter, made, noun, &noun_wanted[form]))
            return made;
    }
    return (struct str){ 0 };
}

/* liite, liittee- → liitteiden */
static struct str of_many_by_stem(const struct rewriter *rewriter, struct str noun)
{
    struct stems stems = stems_of_noun(rewriter->arena, noun);
    for (size_t i = 0; i < stems.count; i++) {
        struct str made = join(rewriter, stem_without(stems.at[i], 1), "iden");
        if (str_ends(stems.at[i], "ee") &&
            is_form(rewriter, made, noun, &noun_wanted[NOUN_OF_MANY]))
            return made;
    }
    return (struct str){ 0 };
}

struct str rewrite_noun(const struct rewriter *rewriter, struct str noun, enum noun_form form)
{
    if (!rewriter->morphology || noun.bytes == 0)
        return (struct str){ 0 };
    if (form == NOUN_SOME || form == NOUN_OF_MANY) {
        struct str made = by_ending(rewriter, noun, form);
        bool is_made = made.bytes > 0 || form == NOUN_SOME;
        return is_made ? made : of_many_by_stem(rewriter, noun);
    }
    struct stems stems = stems_of_noun(rewriter->arena, noun);
    return first_form(rewriter, &stems, form == NOUN_OF ? "n" : "t", noun, &noun_wanted[form]);
}

/* What participles are made on: tule(va), anne(ttava), tul(tava), varat(tava). */
static bool makes_participle(const struct rewriter *rewriter, struct str stem,
                             struct str participle)
{
    static const char *const endings[] = { "ma",   "mä",   "va",  "vä",  "ttava", "ttävä",
                                           "tava", "tävä", "ttu", "tty", "tu",    "ty" };
    struct str head = stem_without(stem, stem_last_letter(stem));
    for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
        if (str_equal(join(rewriter, stem, endings[i]), participle) ||
            str_equal(str_format(rewriter->arena, "%.*se%s", STR_ARG(head), endings[i]),
                      participle))
            return true;
    }
    return false;
}

bool rewrite_is_of_verb(const struct rewriter *rewriter, struct str participle, struct str verb)
{
    struct stems stems = stems_of_verb(rewriter->arena, verb);
    struct str one = stem_without(verb, stem_last_letter(verb));
    struct str two = stem_without(one, stem_last_letter(one));
    for (size_t i = 0; i < stems.count; i++)
        if (makes_participle(rewriter, stems.at[i], participle))
            return true;
    return makes_participle(rewriter, one, participle) ||
           makes_participle(rewriter, two, participle);
}

struct str rewrite_capital(struct arena *arena, struct str text)
{
    static const char *const letters[][2] = { { "ä", "Ä" }, { "ö", "Ö" }, { "å", "Å" } };
    struct str copy = str_copy(arena, text);
    for (size_t i = 0; i < ARRAY_LEN(letters); i++) {
        if (str_starts(text, letters[i][0]))
            return str_format(arena, "%s%.*s", letters[i][1],
                              STR_ARG(str_slice(text, strlen(letters[i][0]), text.bytes)));
    }
    if (copy.bytes == 0 || copy.at[0] < 'a' || copy.at[0] > 'z')
        return copy;
    return str_format(arena, "%c%.*s", copy.at[0] - 'a' + 'A',
                      STR_ARG(str_slice(copy, 1, copy.bytes)));
}
