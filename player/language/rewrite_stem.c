/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finnish stems differ from the dictionary's form in two ways: letters at the end are exchanged by
 * a handful of patterns (-nen → -se), and the consonants before the last vowel are weakened or
 * strengthened (kk ~ k, nt ~ nn). Both are tables; which pattern is right for a word is not asked
 * here, since the dictionary knows.
 */
#include "language/rewrite_stem.h"

#include "base/utf8.h"

/* X strong, weak: consonants that change. The longest come first. */
static const struct grade {
    const char *strong, *weak;
} grades[] = {
    { "kk", "k" },  { "pp", "p" },  { "tt", "t" },  { "nk", "ng" }, { "mp", "mm" },
    { "nt", "nn" }, { "lt", "ll" }, { "rt", "rr" }, { "p", "v" },   { "t", "d" },
    { "lk", "lj" }, { "rk", "rj" }, { "hk", "hj" }, { "k", "v" },   { "k", "" },
};

size_t stem_last_letter(struct str text)
{
    size_t bytes = 1;
    while (bytes < text.bytes && ((unsigned char)text.at[text.bytes - bytes] & 0xC0) == 0x80)
        bytes++;
    return text.bytes == 0 ? 0 : bytes;
}

struct str stem_without(struct str text, size_t bytes)
{
    return str_slice(text, 0, bytes < text.bytes ? text.bytes - bytes : 0);
}

bool stem_ends_in_vowel(struct str text)
{
    static const char *const vowels[] = { "a", "e", "i", "o", "u", "y", "ä", "ö" };
    for (size_t i = 0; i < ARRAY_LEN(vowels); i++)
        if (str_ends(text, vowels[i]))
            return true;
    return false;
}

bool stem_is_back(struct str text)
{
    for (; text.bytes > 0; text = stem_without(text, stem_last_letter(text))) {
        if (str_ends(text, "a") || str_ends(text, "o") || str_ends(text, "u"))
            return true;
        if (str_ends(text, "ä") || str_ends(text, "ö") || str_ends(text, "y"))
            return false;
    }
    return false;
}

static void add(struct stems *stems, struct str head, const char *middle, struct str tail)
{
    if (stems->count < STEMS_MAX)
        stems->at[stems->count++] =
            str_format(stems->arena, "%.*s%s%.*s", STR_ARG(head), middle, STR_ARG(tail));
}

/* head + tail with the consonants at the end of head weakened or strengthened, every way. */
static void add_grades(struct stems *stems, struct str head, struct str tail, bool weaken)
{
    for (size_t i = 0; i < ARRAY_LEN(grades); i++) {
        const char *from = weaken ? grades[i].strong : grades[i].weak;
        const char *to = weaken ? grades[i].weak : grades[i].strong;
        if (str_ends(head, from))
            add(stems, stem_without(head, strlen(from)), to, tail);
    }
}

/* Splits before the vowels at the end: "järjest" + "ä". */
static void split_vowels(struct str stem, struct str *ret_head, struct str *ret_tail)
{
    struct str head = stem;
    while (stem_ends_in_vowel(head))
        head = stem_without(head, stem_last_letter(head));
    *ret_head = head;
    *ret_tail = str_slice(stem, head.bytes, stem.bytes);
}

/* varata, tavata: the stem has the strong grade (tapaa), and never a weaker one. */
static void add_strong(struct stems *stems, struct str stem, const char *ending)
{
    struct str head, tail;
    split_vowels(stem, &head, &tail);
    struct str end = str_format(stems->arena, "%.*s%s", STR_ARG(tail), ending);
    add_grades(stems, head, end, false);
    add(stems, head, "", end);
}

/* Adds a stem in the weak grade, as it is, and in the strong one. */
static void add_all(struct stems *stems, struct str stem, const char *ending)
{
    struct str head, tail;
    split_vowels(stem, &head, &tail);
    struct str end = str_format(stems->arena, "%.*s%s", STR_ARG(tail), ending);
    add_grades(stems, head, end, true);
    add(stems, head, "", end);
    add_grades(stems, head, end, false);
}

/* kuunnella → kuuntele, rangaista → rankaise: the grade stands before the last vowels but one. */
static void add_before_consonant(struct stems *stems, struct str stem, const char *ending)
{
    size_t last = stem_last_letter(stem);
    struct str consonant = str_slice(stem, stem.bytes - last, last);
    struct str end = str_format(stems->arena, "%.*s%s", STR_ARG(consonant), ending);
    add_all(stems, stem_without(stem, last), str_c(stems->arena, end));
}

/* Verbs that follow no pattern. */
static const struct odd_stem {
    const char *word, *stems[3];
} odd_verbs[] = {
    { "tehdä", { "tee", "teke" } },
    { "nähdä", { "näe", "näke" } },
    { "juosta", { "juokse" } },
    { "olla", { "ole" } },
};

static bool add_odd(struct stems *stems, struct str verb)
{
    for (size_t i = 0; i < ARRAY_LEN(odd_verbs); i++) {
        if (!str_is(verb, odd_verbs[i].word))
            continue;
        for (size_t j = 0; j < ARRAY_LEN(odd_verbs[i].stems) && odd_verbs[i].stems[j]; j++)
            add(stems, str_of(odd_verbs[i].stems[j]), "", STR(""));
        return true;
    }
    return false;
}

struct stems stems_of_verb(struct arena *arena, struct str verb)
{
    struct stems stems = { .arena = arena };
    struct str one = stem_without(verb, stem_last_letter(verb));
    struct str two = stem_without(one, stem_last_letter(one));
    if (two.bytes == 0 || add_odd(&stems, verb))
        return stems;
    if (str_ends(one, "t") && stem_ends_in_vowel(two)) { /* varata, tarvita, vanheta */
        add_strong(&stems, two, stem_is_back(two) ? "a" : "ä");
        add(&stems, two, "tse", STR(""));
        add_strong(&stems, two, "ne");
    } else if (str_ends(one, "st")) { /* nousta */
        add_before_consonant(&stems, stem_without(one, 1), "e");
    } else if (str_ends(one, "d")) { /* saada */
        add(&stems, two, "", STR(""));
    } else if (str_ends(one, "l") || str_ends(one, "n") || str_ends(one, "r")) { /* tulla */
        add_before_consonant(&stems, two, "e");
    } else { /* puhua */
        add_all(&stems, one, "");
    }
    return stems;
}

/* Ends of nouns and what stands for them; the grade may be changed before the end. */
static const struct noun_pattern {
    const char *end, *becomes;
    bool graded;
} noun_patterns[] = {
    { "nen", "se", false },    { "uus", "uude", false },  { "yys", "yyde", false },
    { "ton", "ttoma", false }, { "tön", "ttömä", false }, { "in", "ime", true },
    { "us", "ukse", false },   { "ys", "ykse", false },   { "us", "ude", false },
    { "ys", "yde", false },    { "os", "okse", false },   { "ös", "ökse", false },
    { "es", "ekse", false },   { "is", "ikse", false },   { "as", "akse", false },
    { "äs", "äkse", false },   { "as", "aa", true },      { "äs", "ää", true },
    { "is", "ii", true },      { "es", "ee", true },      { "ut", "ue", false },
    { "yt", "ye", false },     { "si", "de", false },     { "i", "e", true },
    { "e", "ee", true },       { "i", "i", true },
};

struct stems stems_of_noun(struct arena *arena, struct str noun)
{
    struct stems stems = { .arena = arena };
    for (size_t i = 0; i < ARRAY_LEN(noun_patterns); i++) {
        const struct noun_pattern *pattern = &noun_patterns[i];
        if (!str_ends(noun, pattern->end))
            continue;
        struct str head = stem_without(noun, strlen(pattern->end));
        struct str tail = str_of(pattern->becomes);
        if (pattern->graded) {
            add_grades(&stems, head, tail, false);
            add_grades(&stems, head, tail, true);
        }
        add(&stems, head, "", tail);
    }
    if (stem_ends_in_vowel(noun))
        add_all(&stems, noun, "");
    else
        add(&stems, noun, "e", STR(""));
    return stems;
}
