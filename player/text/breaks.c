/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libunibreak (UAX #14) names the candidates; ours are those of them that stand at a space, a
 * typed hyphen or soft hyphen, less the ones that would tear a number, a time or a short word
 * from what it belongs to.
 */
#include "text/breaks.h"

#include "base/utf8.h"

#include <linebreak.h>

/* Penalties in units of the squared share of the line left empty: see wrap.c. Guesses of ours,
 * tuned on the samples. */
#define PENALTY_AFTER_SMALL_WORD 0.15
#define PENALTY_HYPHEN 0.30
#define BONUS_AFTER_COMMA (-0.06)

/* A line should not end in these: they belong to what follows. */
static const char *const small_words[] = {
    "ja", "tai", "sekä", "eli", "että", "jos", "kun", "on",  "ei",  "klo", "och", "eller", "att",
    "om", "i",   "på",   "en",  "ett",  "av",  "för", "kl.", "and", "or",  "the", "a",     "an",
    "of", "to",  "in",   "at",  "for",  "и",   "или", "в",   "на",  "с",   "к",   "по",    "у",
    "о",  "не",  "за",   "для", "й",    "або", "та",  "või", "و",   "في",  "من",  "إلى",   "على",
};

/* Behind these no line ends at all. */
static const char *const glue_words[] = { "klo", "kl.", "kl", "в", "о", "nro", "nr", "puh." };

static bool is_in(struct str word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_is(word, list[i]))
            return true;
    }
    return false;
}

static struct str last_word(struct str text)
{
    size_t start = text.bytes;
    while (start > 0 && text.at[start - 1] != ' ')
        start--;
    return str_slice(text, start, text.bytes);
}

static struct str first_word(struct str text)
{
    ptrdiff_t space = str_find_byte(text, ' ');
    return space < 0 ? text : str_slice(text, 0, (size_t)space);
}

static bool starts_with_digit(struct str word)
{
    return word.bytes > 0 && word.at[0] >= '0' && word.at[0] <= '9';
}

static bool ends_with_digit(struct str word)
{
    return word.bytes > 0 && word.at[word.bytes - 1] >= '0' && word.at[word.bytes - 1] <= '9';
}

/* "040 123 4567", "klo 17.30", "2. kerros", "5 €", a lone dash: kept together. */
static bool is_glued(struct str before, struct str after)
{
    struct str left = last_word(before), right = first_word(after);
    bool number_follows = starts_with_digit(right);
    if (number_follows && (ends_with_digit(left) || is_in(left, glue_words, ARRAY_LEN(glue_words))))
        return true;
    if (starts_with_digit(left) && (str_is(right, "€") || str_is(right, "%")))
        return true;
    if (str_is(right, "–") || str_is(right, "-"))
        return true;
    return left.bytes > 1 && left.bytes <= 3 && starts_with_digit(left) && str_ends(left, ".");
}

static bool is_word_hyphen(struct str text, size_t at)
{
    if (text.at[at] != '-' || at == 0 || at + 1 >= text.bytes)
        return false;
    struct str rest = str_slice(text, at + 1, text.bytes);
    uint32_t point;
    return utf8_next(&rest, &point) && utf8_is_letter(point) && text.at[at - 1] != ' ';
}

static double penalty_after(struct str before)
{
    if (str_ends(before, ",") || str_ends(before, ";") || str_ends(before, ":") ||
        str_ends(before, "،"))
        return BONUS_AFTER_COMMA;
    if (is_in(last_word(before), small_words, ARRAY_LEN(small_words)))
        return PENALTY_AFTER_SMALL_WORD;
    return 0;
}

/* What kind of break, if any, stands behind byte `at`; fills all of the piece but its text. */
static bool break_behind(struct str text, size_t start, size_t at, struct piece *piece)
{
    struct str before = str_trim(str_slice(text, start, at + 1 - start));
    struct str after = str_slice(text, at + 1, text.bytes);
    *piece = (struct piece){ .text = before };
    if (text.at[at] == '\n' || after.bytes == 0) {
        piece->must_break = true;
        return true;
    }
    if (text.at[at] == ' ') {
        piece->space = true;
        piece->penalty = penalty_after(before);
        return after.at[0] != ' ' && after.at[0] != '\n' && !is_glued(before, after);
    }
    if (at > 0 && memcmp(text.at + at - 1, "\xC2\xAD", 2) == 0) {
        piece->soft_hyphen = true;
        piece->penalty = PENALTY_HYPHEN;
        return after.at[0] != ' ';
    }
    piece->penalty = PENALTY_HYPHEN;
    return is_word_hyphen(text, at);
}

/*
 * The text with signs in the place of those that libunibreak 1.1 aborts at: the letters that flags
 * are made of (U+1F1E6 to U+1F1FF), which came into Unicode after it, and U+FFFF. As many bytes,
 * and no break is looked for beside either.
 */
static struct str without_new_signs(struct arena *arena, struct str text)
{
    char *bytes = str_c(arena, text);
    for (size_t i = 0; i + 3 <= text.bytes; i++) {
        if (memcmp(bytes + i, "\xEF\xBF\xBF", 3) == 0)
            memcpy(bytes + i, "\xEF\xBF\xBD", 3);
        bool flag = i + 4 <= text.bytes && memcmp(bytes + i, "\xF0\x9F\x87", 3) == 0 &&
                    (uint8_t)bytes[i + 3] >= 0xA6;
        if (flag)
            memcpy(bytes + i, "\xF0\x9F\x8E\x89", 4); /* a sign as wide */
    }
    return (struct str){ bytes, text.bytes };
}

size_t breaks_find(struct arena *arena, struct str text, enum language language,
                   struct piece **ret_pieces)
{
    struct piece *pieces = NULL;
    size_t count = 0, start = 0;
    char *candidates = arena_alloc(arena, text.bytes + 1, 1);
    struct str known = without_new_signs(arena, text);
    set_linebreaks_utf8((const utf8_t *)known.at, known.bytes, language_tag(language), candidates);
    for (size_t i = 0; i < text.bytes; i++) {
        struct piece piece;
        bool candidate = candidates[i] == LINEBREAK_ALLOWBREAK ||
                         candidates[i] == LINEBREAK_MUSTBREAK || text.at[i] == '\n' ||
                         i + 1 == text.bytes;
        if (!candidate || !break_behind(text, start, i, &piece))
            continue;
        if (piece.text.bytes > 0 || piece.must_break) /* spaces in front are no piece */
            *ARENA_PUSH(arena, pieces, count) = piece;
        start = i + 1;
    }
    *ret_pieces = pieces;
    return count;
}
