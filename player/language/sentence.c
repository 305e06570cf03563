/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A mark of .!?… ends a sentence when white space follows, the next letter starts like a sentence
 * and what stands before it is no abbreviation, ordinal, initial or date that goes on.
 */
#include "language/sentence.h"

#include "base/utf8.h"

/* Abbreviations that are followed by more of the same sentence, without their full stop. */
static const char *const abbreviations[] = {
    /* Finnish */
    "esim",
    "mm",
    "ns",
    "nk",
    "ks",
    "vrt",
    "puh",
    "p",
    "n",
    "s",
    "nro",
    "ent",
    "synt",
    "os",
    "huom",
    "tied",
    "ilm",
    "lisät",
    "alk",
    "arv",
    "gsm",
    "tri",
    "prof",
    "ts",
    "so",
    "ma",
    "ti",
    "ke",
    "to",
    "pe",
    "la",
    "su",
    /* Swedish */
    "t.ex",
    "bl.a",
    "d.v.s",
    "dvs",
    "kl",
    "ca",
    "tel",
    "tfn",
    "nr",
    "inkl",
    "exkl",
    "ang",
    "mån",
    "tis",
    "ons",
    "tors",
    "fre",
    "lör",
    "sön",
    "feb",
    "aug",
    "sept",
    "okt",
    /* English */
    "e.g",
    "i.e",
    "mr",
    "mrs",
    "ms",
    "dr",
    "st",
    "vs",
    "approx",
    "ext",
};

/* These only before a number: "no. 4" and "to 3.12.", but "He said no. Then he left." */
static const char *const before_numbers[] = { "ma", "ti",  "ke",  "to",  "pe",  "la",  "su",
                                              "no", "sid", "jan", "mar", "apr", "nov", "dec" };

static bool is_one_of(struct str word, const char *const *words, size_t count)
{
    char lower[12];
    if (word.bytes == 0 || word.bytes > sizeof lower)
        return false;
    for (size_t i = 0; i < word.bytes; i++) {
        char c = word.at[i];
        lower[i] = (uint8_t)c < 0x80 ? (char)utf8_lower((uint8_t)c) : c;
    }
    for (size_t i = 0; i < count; i++) {
        if (str_equal((struct str){ lower, word.bytes }, str_of(words[i])))
            return true;
    }
    return false;
}

/* The word that ends at byte `end` (exclusive), as far back as there is no white space. */
static struct str word_before(struct str text, size_t end)
{
    size_t start = end;
    while (start > 0 && text.at[start - 1] != ' ' && text.at[start - 1] != '\n' &&
           text.at[start - 1] != '(')
        start--;
    return str_slice(text, start, end - start);
}

static bool is_space_byte(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool is_digits_and_stops(struct str word)
{
    bool digit = false;
    for (size_t i = 0; i < word.bytes; i++) {
        char c = word.at[i];
        if (c >= '0' && c <= '9')
            digit = true;
        else if (c != '.' && (uint8_t)c < 0x80)
            return false;
        else if ((uint8_t)c >= 0x80 && c != '\xE2' && (uint8_t)c != 0x80 && (uint8_t)c != 0x93)
            return false; /* all but the en dash of a range */
    }
    return digit;
}

/* How far the next letter is looked for; a text of full stops only must not cost more. */
#define LOOK_AHEAD 64

/* First code point of the rest behind white space, quotes, dashes and brackets; 0: none. */
static uint32_t next_letter(struct str rest)
{
    uint32_t point;
    for (int i = 0; i < LOOK_AHEAD && utf8_next(&rest, &point); i++) {
        if (utf8_is_letter(point) || utf8_is_digit(point))
            return point;
    }
    return 0;
}

static bool starts_like_a_sentence(struct str rest)
{
    uint32_t point = next_letter(rest);
    return point == 0 || utf8_is_digit(point) || utf8_lower(point) != point ||
           point >= 0x590; /* scripts without capitals */
}

/* "1.12." goes on before "klo 18", "3." before "kerroksessa"; "klo 17.30." ends before "Tule". */
static bool number_goes_on(struct str rest)
{
    uint32_t point = next_letter(rest);
    return point != 0 && utf8_lower(point) == point && !utf8_is_digit(point) && point < 0x590;
}

static bool stop_ends_sentence(struct str text, size_t stop)
{
    struct str rest = str_slice(text, stop + 1, text.bytes);
    struct str word = word_before(text, stop);
    if (is_digits_and_stops(word))
        return !number_goes_on(rest);
    if (is_one_of(word, abbreviations, ARRAY_LEN(abbreviations)))
        return next_letter(rest) == 0;
    if (is_one_of(word, before_numbers, ARRAY_LEN(before_numbers)) &&
        utf8_is_digit(next_letter(rest)))
        return false;
    uint32_t point;
    struct str peek = word;
    bool initial = utf8_next(&peek, &point) && peek.bytes == 0 && utf8_is_upper(point);
    return !initial && starts_like_a_sentence(rest);
}

/* Bytes of the mark that may end a sentence at `at`, 0: none. U+2026 counts. */
static size_t mark_at(struct str text, size_t at)
{
    char c = text.at[at];
    if (c == '.' || c == '!' || c == '?')
        return 1;
    if (text.bytes - at >= 3 && memcmp(text.at + at, "\xE2\x80\xA6", 3) == 0)
        return 3;
    if (text.bytes - at >= 2 && memcmp(text.at + at, "\xD8\x9F", 2) == 0)
        return 2; /* Arabic question mark */
    return 0;
}

/* Bytes of closing quotes and brackets from `at` on. */
static size_t closers_at(struct str text, size_t at)
{
    size_t from = at;
    for (;;) {
        if (at < text.bytes && (text.at[at] == '"' || text.at[at] == ')' || text.at[at] == '\''))
            at += 1;
        else if (text.bytes - at >= 3 && memcmp(text.at + at, "\xE2\x80\x9D", 3) == 0)
            at += 3;
        else
            return at - from;
    }
}

/* "- passi", "• passi", "– Tule!": what begins so is a sentence of its own. */
static bool starts_with_bullet(struct str line)
{
    static const char *const bullets[] = { "- ", "* ", "\xE2\x80\xA2", "\xC2\xB7",
                                           "\xE2\x80\x93 " };
    for (size_t i = 0; i < ARRAY_LEN(bullets); i++) {
        if (str_starts(line, bullets[i]))
            return true;
    }
    return false;
}

/*
 * Lines of easy language are broken in the middle of a sentence, so a line that goes on in small
 * letters or with a number is joined. One that ends in a colon, or before a capital without even a
 * comma, stands alone: addresses, names and lists are written so.
 */
static bool newline_ends_sentence(struct str text, size_t at)
{
    struct str before = str_trim(str_slice(text, 0, at));
    struct str after = str_slice(text, at + 1, text.bytes);
    uint32_t point;
    while (after.bytes > 0 && after.at[0] != '\n' && is_space_byte(after.at[0]))
        after = str_slice(after, 1, after.bytes);
    if (str_starts(after, "\n") || str_ends(before, ":") || starts_with_bullet(after))
        return true;
    bool goes_on = str_ends(before, ",") || str_ends(before, "-");
    return !goes_on && utf8_next(&after, &point) && utf8_is_upper(point);
}

/* Byte place behind the sentence that starts at 0. */
static size_t sentence_end(struct str text)
{
    for (size_t i = 0; i < text.bytes; i++) {
        if (text.at[i] == '\n' && newline_ends_sentence(text, i))
            return i;
        size_t mark = mark_at(text, i);
        if (mark == 0)
            continue;
        size_t end = i + mark;
        while (end < text.bytes && mark_at(text, end))
            end += mark_at(text, end);
        end += closers_at(text, end);
        if (end < text.bytes && !is_space_byte(text.at[end])) {
            i = end - 1;
            continue;
        }
        bool only_stop = text.at[i] == '.' && end == i + 1;
        struct str rest = str_slice(text, end, text.bytes);
        if (only_stop ? stop_ends_sentence(text, i) : starts_like_a_sentence(rest))
            return end;
        i = end - 1;
    }
    return text.bytes;
}

bool sentence_next(struct str *rest, struct str *ret_sentence)
{
    struct str text = str_trim(*rest);
    if (text.bytes == 0)
        return false;
    size_t end = sentence_end(text);
    *ret_sentence = str_trim(str_slice(text, 0, end));
    *rest = str_slice(text, end, text.bytes);
    return true;
}

size_t sentence_count(struct str text)
{
    struct str sentence;
    size_t count = 0;
    while (sentence_next(&text, &sentence))
        count++;
    return count;
}
