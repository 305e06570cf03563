/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libvoikko answers with attributes by name; here they become numbers by one table. Asking costs
 * some 17 microseconds a word and notices repeat words, so readings are kept in a table of slots
 * that is thrown away whole when it is full: no list of what was used when, and a bound that
 * holds whatever comes in.
 */
#include "language/morphology.h"

#include "base/utf8.h"

#include <libvoikko/voikko.h>
#include <stdlib.h>

/* Room for the words of some hundred notices; a site's update asks for few more. */
#define KEPT_BYTES_MAX (3u << 20)
#define SLOTS 8192 /* a power of two */
#define SLOTS_USED_MAX (SLOTS / 4 * 3)

/* The longest attribute that is read, in characters: WORDBASES of a long compound. */
#define VALUE_CHARACTERS_MAX 320

struct slot {
    struct str word; /* at == NULL: free */
    struct readings readings;
};

struct morphology {
    struct VoikkoHandle *voikko;
    struct arena *kept;
    struct slot *slots;
    size_t used;
};

#define X(code, value) value,
static const char *const class_values[] = { WORD_CLASS_LIST(X) };
static const char *const case_values[] = { WORD_CASE_LIST(X) };
static const char *const mood_values[] = { WORD_MOOD_LIST(X) };
static const char *const participle_values[] = { WORD_PARTICIPLE_LIST(X) };
static const char *const possessive_values[] = { WORD_POSSESSIVE_LIST(X) };
static const char *const person_values[] = { WORD_PERSON_LIST(X) };
static const char *const number_values[] = { WORD_NUMBER_LIST(X) };
static const char *const comparison_values[] = { WORD_COMPARISON_LIST(X) };
static const char *const negative_values[] = { WORD_NEGATIVE_LIST(X) };
static const char *const tense_values[] = { WORD_TENSE_LIST(X) };
#undef X

/* libvoikko's name of an attribute, its values in the order of our enum, and where that goes. */
static const struct attribute {
    const char *key;
    const char *const *values;
    size_t count, offset;
} attributes[] = {
#define ATTRIBUTE(key, values, field)                                                              \
    {                                                                                              \
        key, values, ARRAY_LEN(values), offsetof(struct word_reading, field)                       \
    }
    ATTRIBUTE("CLASS", class_values, word_class),
    ATTRIBUTE("SIJAMUOTO", case_values, word_case),
    ATTRIBUTE("MOOD", mood_values, mood),
    ATTRIBUTE("PARTICIPLE", participle_values, participle),
    ATTRIBUTE("POSSESSIVE", possessive_values, possessive),
    ATTRIBUTE("PERSON", person_values, person),
    ATTRIBUTE("NUMBER", number_values, number),
    ATTRIBUTE("COMPARISON", comparison_values, comparison),
    ATTRIBUTE("NEGATIVE", negative_values, negative),
    ATTRIBUTE("TENSE", tense_values, tense),
#undef ATTRIBUTE
};

static void forget_all(struct morphology *morphology)
{
    arena_free(morphology->kept);
    morphology->kept = arena_new(2 * KEPT_BYTES_MAX);
    morphology->slots = ARENA_ARRAY(morphology->kept, struct slot, SLOTS);
    morphology->used = 0;
}

struct morphology *morphology_open(const char *folder)
{
    const char *error = NULL;
    struct VoikkoHandle *voikko = voikkoInit(&error, "fi", folder);
    if (!voikko)
        return NULL;
    struct morphology *morphology = memory_new(1, sizeof *morphology);
    *morphology = (struct morphology){ .voikko = voikko };
    forget_all(morphology);
    return morphology;
}

void morphology_free(struct morphology *morphology)
{
    if (!morphology)
        return;
    voikkoTerminate(morphology->voikko);
    arena_free(morphology->kept);
    free(morphology);
}

size_t morphology_bytes(const struct morphology *morphology)
{
    return arena_bytes(morphology->kept);
}

static bool wide_is(const wchar_t *wide, const char *narrow)
{
    while (*narrow && *wide == (wchar_t)*narrow)
        wide++, narrow++;
    return *narrow == 0 && *wide == 0;
}

/* UTF-8 of a wide text, in the arena; what is longer than any sane value is cut. */
static struct str narrow(struct arena *arena, const wchar_t *wide)
{
    char bytes[VALUE_CHARACTERS_MAX * 4];
    size_t count = 0;
    for (size_t i = 0; wide[i] && i < VALUE_CHARACTERS_MAX; i++)
        count += utf8_put((uint32_t)wide[i], bytes + count);
    return str_copy(arena, (struct str){ bytes, count });
}

static uint8_t number_of(const struct attribute *attribute, const wchar_t *value)
{
    for (size_t i = 0; i < attribute->count; i++) {
        if (wide_is(value, attribute->values[i]))
            return (uint8_t)(i + 1);
    }
    return 0;
}

/*
 * Where the parts begin. STRUCTURE has one letter a character of the word and = before each part:
 * "=ppppp=pppp" of "koiratalo"-like words.
 */
static void read_seams(struct str word, const wchar_t *structure, struct word_reading *reading)
{
    struct str rest = word;
    uint32_t point;
    reading->part_count = 1;
    for (size_t i = 0; structure[i]; i++) {
        size_t at = word.bytes - rest.bytes;
        if (structure[i] != L'=')
            utf8_next(&rest, &point);
        else if (at > 0 && at <= UINT8_MAX && reading->part_count < WORD_PARTS_MAX)
            reading->seams[reading->part_count++] = (uint8_t)at;
    }
}

/* The last base in brackets that is a word: "järjestää" of "+järjestä(järjestää)+m+ä(+ä)". */
static struct str verb_behind(struct str bases)
{
    struct str found = { 0 };
    for (size_t i = 0; i < bases.bytes; i++) {
        if (bases.at[i] != '(')
            continue;
        struct str inside = str_slice(bases, i + 1, bases.bytes);
        ptrdiff_t end = str_find_byte(inside, ')');
        if (end > 0 && inside.at[0] != '+')
            found = str_slice(inside, 0, (size_t)end);
    }
    return found;
}

static void read_attributes(struct arena *arena, struct str word,
                            const struct voikko_mor_analysis *from, struct word_reading *reading)
{
    for (size_t i = 0; i < ARRAY_LEN(attributes); i++) {
        const wchar_t *value = voikko_mor_analysis_value_ucs4(from, attributes[i].key);
        if (value)
            ((uint8_t *)reading)[attributes[i].offset] = number_of(&attributes[i], value);
    }
    const wchar_t *structure = voikko_mor_analysis_value_ucs4(from, "STRUCTURE");
    const wchar_t *base = voikko_mor_analysis_value_ucs4(from, "BASEFORM");
    const wchar_t *bases = voikko_mor_analysis_value_ucs4(from, "WORDBASES");
    read_seams(word, structure ? structure : L"", reading);
    reading->base = base ? narrow(arena, base) : word;
    reading->bases = bases ? narrow(arena, bases) : (struct str){ 0 };
    reading->question = voikko_mor_analysis_value_ucs4(from, "KYSYMYSLIITE") != NULL;
    reading->focus = voikko_mor_analysis_value_ucs4(from, "FOCUS") != NULL;
    if (reading->participle != PARTICIPLE_NONE)
        reading->verb = verb_behind(reading->bases);
}

/* word belongs to the arena and is ended by a zero byte. */
static struct readings ask_voikko(struct morphology *morphology, struct arena *arena,
                                  struct str word)
{
    struct readings readings = { 0 };
    struct voikko_mor_analysis **found = voikkoAnalyzeWordCstr(morphology->voikko, word.at);
    size_t count = 0;
    while (found && found[count] && count < WORD_READINGS_MAX)
        count++;
    if (count > 0) {
        struct word_reading *all = ARENA_ARRAY(arena, struct word_reading, count);
        for (size_t i = 0; i < count; i++)
            read_attributes(arena, word, found[i], &all[i]);
        readings = (struct readings){ all, count };
    }
    if (found)
        voikko_free_mor_analysis(found);
    return readings;
}

/* FNV-1a: short keys, no enemy; a text of 4,000 letters cannot choose many collisions. */
static size_t slot_of(struct str word)
{
    uint32_t sum = 2166136261u;
    for (size_t i = 0; i < word.bytes; i++)
        sum = (sum ^ (uint8_t)word.at[i]) * 16777619u;
    return (sum ^ sum >> 15) & (SLOTS - 1);
}

/* The slot of a word, or the free one where it belongs. */
static struct slot *find_slot(struct morphology *morphology, struct str word)
{
    size_t at = slot_of(word);
    while (morphology->slots[at].word.at && !str_equal(morphology->slots[at].word, word))
        at = (at + 1) & (SLOTS - 1);
    return &morphology->slots[at];
}

static bool can_be_a_word(struct str word)
{
    return word.bytes > 0 && word.bytes <= (size_t)WORD_CHARACTERS_MAX * 4 &&
           utf8_length(word) <= WORD_CHARACTERS_MAX && !memchr(word.at, 0, word.bytes) &&
           utf8_is_valid(word);
}

static struct readings copy_readings(struct arena *arena, struct readings readings)
{
    struct word_reading *copy = ARENA_ARRAY(arena, struct word_reading, readings.count);
    for (size_t i = 0; i < readings.count; i++) {
        copy[i] = readings.at[i];
        copy[i].base = str_copy(arena, copy[i].base);
        copy[i].bases = str_copy(arena, copy[i].bases);
        copy[i].verb = str_copy(arena, copy[i].verb);
    }
    return (struct readings){ copy, readings.count };
}

struct readings morphology_read(struct morphology *morphology, struct arena *arena, struct str word)
{
    if (!can_be_a_word(word))
        return (struct readings){ 0 };
    if (morphology->used >= SLOTS_USED_MAX || arena_bytes(morphology->kept) > KEPT_BYTES_MAX)
        forget_all(morphology);
    struct slot *slot = find_slot(morphology, word);
    if (!slot->word.at) {
        slot->word = str_copy(morphology->kept, word);
        slot->readings = ask_voikko(morphology, morphology->kept, slot->word);
        morphology->used++;
    }
    if (slot->readings.count == 0)
        return (struct readings){ 0 };
    return copy_readings(arena, slot->readings);
}

bool morphology_spells(struct morphology *morphology, struct str word)
{
    char c_text[WORD_CHARACTERS_MAX * 4 + 1];
    if (!can_be_a_word(word))
        return false;
    memcpy(c_text, word.at, word.bytes);
    c_text[word.bytes] = 0;
    return voikkoSpellCstr(morphology->voikko, c_text) == VOIKKO_SPELL_OK;
}

unsigned readings_parts(struct readings readings)
{
    unsigned fewest = 0;
    for (size_t i = 0; i < readings.count; i++) {
        if (fewest == 0 || readings.at[i].part_count < fewest)
            fewest = readings.at[i].part_count;
    }
    return fewest;
}
