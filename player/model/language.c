/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Language tags as RFC 5646 writes them, as far as a screen cares: the first subtag names the
 * language, a later "simple" the easy form, and regions or scripts change nothing.
 */
#include "model/language.h"

/* RFC 5646, section 2.1: a subtag has one to eight letters or digits, a language two or more. */
#define SUBTAG_BYTES_MAX 8
#define LANGUAGE_BYTES_MIN 2

struct language_facts {
    const char *tag, *own_name;
    bool right_to_left;
    const char *script;
};

#define X(code, tag, own_name, right_to_left, script) { tag, own_name, right_to_left, script },
static const struct language_facts facts[LANGUAGE_COUNT] = { LANGUAGE_LIST(X) };
#undef X

/* ASCII only: a locale's idea of letters must not decide what a tag is. */
static char lower_of(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static bool is_tag_letter(char byte)
{
    return lower_of(byte) >= 'a' && lower_of(byte) <= 'z';
}

static bool subtag_is(struct str subtag, const char *word)
{
    if (subtag.bytes != strlen(word))
        return false;
    for (size_t i = 0; i < subtag.bytes; i++)
        if (lower_of(subtag.at[i]) != word[i])
            return false;
    return true;
}

static bool subtag_is_sound(struct str subtag)
{
    if (subtag.bytes == 0 || subtag.bytes > SUBTAG_BYTES_MAX)
        return false;
    for (size_t i = 0; i < subtag.bytes; i++)
        if (!is_tag_letter(subtag.at[i]) && !(subtag.at[i] >= '0' && subtag.at[i] <= '9'))
            return false;
    return true;
}

static bool find_language(struct str subtag, enum language *ret_language)
{
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        if (subtag_is(subtag, facts[i].tag)) {
            *ret_language = (enum language)i;
            return true;
        }
    }
    return false;
}

/*
 * Looks through what follows the language. A single letter opens an extension or a private part,
 * in which words have other meanings; it may not stand last.
 */
static bool read_variants(struct str rest, bool *ret_simple)
{
    struct str subtag;
    bool simple = false, in_extension = false, complete = true;

    while (str_next(&rest, '-', &subtag)) {
        if (!subtag_is_sound(subtag))
            return false;
        complete = subtag.bytes > 1;
        in_extension = in_extension || !complete;
        simple = simple || (!in_extension && subtag_is(subtag, "simple"));
    }
    *ret_simple = simple;
    return complete;
}

bool language_of_tag(struct str tag, enum language *ret_language, bool *ret_simple)
{
    struct str first, rest = tag;
    enum language language;
    bool simple;

    /* str_next drops a separator at the end, so "fi-" has to be caught here. */
    if (tag.bytes == 0 || tag.at[tag.bytes - 1] == '-')
        return false;
    if (!str_next(&rest, '-', &first) || first.bytes < LANGUAGE_BYTES_MIN ||
        !find_language(first, &language) || !read_variants(rest, &simple))
        return false;
    *ret_language = language;
    if (ret_simple)
        *ret_simple = simple;
    return true;
}

const char *language_tag(enum language language)
{
    return facts[language].tag;
}

const char *language_own_name(enum language language)
{
    return facts[language].own_name;
}

bool language_is_right_to_left(enum language language)
{
    return facts[language].right_to_left;
}

const char *language_script(enum language language)
{
    return facts[language].script;
}
