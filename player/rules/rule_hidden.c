/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bidi-control, invisible, homoglyph, control-markup, and the fake styling of italic-underline:
 * signs that hide, turn or pretend. A blanket ban would break Arabic and Persian, which need marks
 * of direction and joiners, and words that may break at a soft hyphen.
 *
 * Of a text, the first of each kind is named: whoever retypes the words mends the rest as well.
 */
#include "base/utf8.h"
#include "rules/rule_set.h"
#include "rules/script.h"

#define WORDS_NAMED_MAX 3   /* of mixed letters, in a text */
#define LETTERS_NAMED_MAX 3 /* in a word */
#define LETTERS_BYTES_MAX 200

struct range {
    uint32_t first, last;
};

static bool is_in(uint32_t point, const struct range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (point >= ranges[i].first && point <= ranges[i].last)
            return true;
    return false;
}

/* A code point and what stands before it. */
struct spot {
    const struct rule_input *input;
    const struct sender_text *text;
    uint32_t point, before;
};

static bool is_address(const struct sender_text *text)
{
    return text->kind == SENDER_ADDRESS || text->kind == SENDER_EMAIL || text->kind == SENDER_FILE;
}

/* ---- signs nobody sees --------------------------------------------------------------------- */

static const struct range turns[] = { { 0x202A, 0x202E }, { 0x2066, 0x2069 } };
static const struct range marks[] = { { 0x200E, 0x200F }, { 0x61C, 0x61C } };
static const struct range overrides[] = { { 0x202D, 0x202E } };
static const struct range joiners[] = { { 0x200C, 0x200D } };
/* Marks on the letter before, and joiners behind it. */
static const struct range attached[] = {
    { 0x300, 0x36F }, { 0x64B, 0x65F }, { 0x670, 0x670 }, { 0x200C, 0x200D }
};
static const struct range emoji[] = { { 0x2600, 0x27BF },
                                      { 0xFE0F, 0xFE0F },
                                      { 0x1F000, 0x1FAFF } };
static const struct range control[] = { { 0x0, 0x9 }, { 0xB, 0x1F }, { 0x7F, 0x9F } };
static const struct range unseen[] = {
    { 0x115F, 0x1160 },     { 0x180E, 0x180E }, { 0x200B, 0x200B },   { 0x2060, 0x2064 },
    { 0x206A, 0x206F },     { 0x3164, 0x3164 }, { 0xE000, 0xF8FF },   { 0xFEFF, 0xFEFF },
    { 0xFFA0, 0xFFA0 },     { 0xFFF9, 0xFFFB }, { 0xE0000, 0xE007F }, { 0xF0000, 0xFFFFD },
    { 0x100000, 0x10FFFD },
};

#define IS_IN(point, ranges) is_in((point), (ranges), ARRAY_LEN(ranges))

static bool has_right_to_left(struct str text)
{
    uint32_t point;
    while (utf8_next(&text, &point)) {
        enum script script = script_of(point);
        if (script == SCRIPT_ARABIC || script == SCRIPT_HEBREW)
            return true;
    }
    return false;
}

/* An override is never needed; the others have nothing to do in an address or a Finnish text. */
static bool turns_text(const struct spot *spot)
{
    bool right_to_left = language_is_right_to_left(spot->input->announcement->language);
    if (IS_IN(spot->point, overrides))
        return true;
    if (IS_IN(spot->point, turns))
        return is_address(spot->text) || !right_to_left;
    return IS_IN(spot->point, marks) &&
           (is_address(spot->text) || !(right_to_left || has_right_to_left(spot->text->text)));
}

static bool is_hidden(const struct spot *spot)
{
    if (IS_IN(spot->point, unseen))
        return true;
    if (spot->point == 0xAD)
        return is_address(spot->text);
    if (!IS_IN(spot->point, joiners))
        return false;
    bool joins = script_of(spot->before) == SCRIPT_ARABIC || IS_IN(spot->before, emoji);
    return is_address(spot->text) || !joins;
}

static bool is_control(const struct spot *spot)
{
    return IS_IN(spot->point, control);
}

/* What may be shown of a word that holds such a sign. */
static bool is_shown(uint32_t point)
{
    return !IS_IN(point, turns) && !IS_IN(point, marks) && !IS_IN(point, joiners) &&
           !IS_IN(point, unseen) && !IS_IN(point, control) && point != 0xAD && point != '\n';
}

static struct str shown(struct arena *arena, struct str word)
{
    struct text out = text_new(arena, word.bytes);
    uint32_t point;
    for (struct str at = word; utf8_next(&word, &point); at = word)
        if (is_shown(point))
            text_add(&out, str_slice(at, 0, at.bytes - word.bytes));
    return text_str(&out);
}

/* The word round a byte, between spaces. */
static struct str word_round(struct str text, size_t at)
{
    struct str rest = text;
    size_t start = 0;
    uint32_t point;
    for (size_t place = 0; utf8_next(&rest, &point); place = text.bytes - rest.bytes) {
        if (!utf8_is_space(point))
            continue;
        if (place >= at)
            return str_slice(text, start, place - start);
        start = text.bytes - rest.bytes;
    }
    return str_slice(text, start, text.bytes);
}

/* Before the sign, when it stands alone: the words there help to find it. */
static struct str words_round(struct arena *arena, struct str text, size_t at)
{
    struct str word = shown(arena, word_round(text, at));
    if (word.bytes > 0 || at == 0)
        return word;
    struct str before = str_trim(str_slice(text, 0, at));
    return before.bytes > 0 ? shown(arena, word_round(before, before.bytes - 1)) : word;
}

typedef bool is_bad_fn(const struct spot *spot);

static void find_first(const struct rule_input *input, const struct sender_text *text,
                       is_bad_fn *is_bad, enum finding_code code, struct report *report)
{
    struct spot spot = { .input = input, .text = text };
    struct str rest = text->text;
    for (struct str at = rest; utf8_next(&rest, &spot.point); at = rest) {
        size_t start = text->text.bytes - at.bytes;
        if (!is_bad(&spot)) {
            spot.before = IS_IN(spot.point, attached) ? spot.before : spot.point;
            continue;
        }
        struct finding *finding = rule_add(input, text, start, at.bytes - rest.bytes, code, report);
        finding_arg(report, finding, str_format(report->arena, "U+%04X", (unsigned)spot.point));
        finding_arg(report, finding, words_round(report->arena, text->text, start));
        return;
    }
}

static void find_in_all(const struct rule_input *input, is_bad_fn *is_bad, enum finding_code code,
                        struct report *report)
{
    for (size_t i = 0; i < input->text_count; i++)
        find_first(input, &input->texts[i], is_bad, code, report);
}

void rule_bidi_control(const struct rule_input *input, struct report *report)
{
    find_in_all(input, turns_text, FINDING_DIRECTION_SIGN, report);
}

void rule_invisible(const struct rule_input *input, struct report *report)
{
    find_in_all(input, is_hidden, FINDING_INVISIBLE_SIGN, report);
}

/* ---- mark-up ------------------------------------------------------------------------------- */

static bool is_name_letter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

/* No tag that people paste is longer; a text of many "<" must not be read to its end for each. */
#define TAG_BYTES_MAX 1024

/* "<b>", "</p>", "<br/>", "<a href=…>", "<!-- -->"; not "<3" and not "a < b". 0: no tag. */
static size_t tag_bytes(struct str text)
{
    if (!str_starts(text, "<"))
        return 0;
    text = str_slice(text, 0, TAG_BYTES_MAX);
    size_t at = str_starts(text, "</") ? 2 : 1;
    ptrdiff_t end = str_find_byte(text, '>');
    if (end < 0)
        return 0;
    if (str_starts(text, "<!") || str_starts(text, "<?"))
        return (size_t)end + 1;
    struct str inside = str_slice(text, at, (size_t)end - at);
    size_t name = 0;
    while (name < inside.bytes && (is_name_letter(inside.at[name]) ||
                                   (name > 0 && strchr("0123456789:-", inside.at[name]))))
        name++;
    struct str rest = str_trim(str_slice(inside, name, inside.bytes));
    bool attributes = str_find_byte(rest, '=') >= 0 && strchr(" \n\t", inside.at[name]);
    if (name == 0 || !(rest.bytes == 0 || str_is(rest, "/") || attributes))
        return 0;
    return (size_t)end + 1;
}

static void find_tag(const struct rule_input *input, const struct sender_text *text,
                     struct report *report)
{
    for (size_t at = 0; at < text->text.bytes; at++) {
        size_t bytes = tag_bytes(str_slice(text->text, at, text->text.bytes));
        if (bytes == 0)
            continue;
        struct finding *finding = rule_add(input, text, at, bytes, FINDING_TAG_IN_TEXT, report);
        finding_arg(report, finding, finding->span);
        return;
    }
}

void rule_control_markup(const struct rule_input *input, struct report *report)
{
    find_in_all(input, is_control, FINDING_CONTROL_SIGN, report);
    for (size_t i = 0; i < input->text_count; i++)
        find_tag(input, &input->texts[i], report);
}

/* ---- letters that pretend ------------------------------------------------------------------ */

static const struct range style_letters[] = { { 0x1D400, 0x1D7FF } };
static const struct range underlines[] = { { 0x332, 0x333 } };

static void find_style(const struct rule_input *input, const struct sender_text *text,
                       const struct range *range, enum finding_code code, struct report *report)
{
    struct str rest = text->text;
    uint32_t point;
    for (struct str at = rest; utf8_next(&rest, &point); at = rest) {
        if (!is_in(point, range, 1))
            continue;
        struct str word = word_round(text->text, text->text.bytes - at.bytes);
        size_t start = (size_t)(word.at - text->text.at);
        struct finding *finding = rule_add(input, text, start, word.bytes, code, report);
        finding_arg(report, finding, finding->span);
        return;
    }
}

void rule_italic_underline(const struct rule_input *input, struct report *report)
{
    for (size_t i = 0; i < input->text_count; i++) {
        find_style(input, &input->texts[i], style_letters, FINDING_STYLE_LETTERS, report);
        find_style(input, &input->texts[i], underlines, FINDING_STYLE_UNDERLINE, report);
    }
}

/* Only Latin, Greek and Cyrillic letters are taken for each other. */
static bool is_alike(enum script script)
{
    return script == SCRIPT_LATIN || script == SCRIPT_GREEK || script == SCRIPT_CYRILLIC;
}

static bool is_of_word(uint32_t point)
{
    return utf8_is_letter(point) || point == 0xAD || (point >= 0x300 && point <= 0x36F);
}

/* Takes the next run of letters off the front. */
static bool next_word(struct str *rest, struct str *ret_word)
{
    struct str start = { 0 };
    uint32_t point;
    for (struct str at = *rest; utf8_next(rest, &point); at = *rest) {
        if (is_of_word(point)) {
            start = start.at ? start : at;
            continue;
        }
        if (start.at) {
            *ret_word = str_slice(start, 0, start.bytes - at.bytes);
            return true;
        }
    }
    *ret_word = start;
    return start.at != NULL;
}

/* "а (U+0430), е (U+0435)" */
static struct str letters_of(struct arena *arena, struct str word, enum script script)
{
    struct text out = text_new(arena, LETTERS_BYTES_MAX);
    uint32_t point;
    size_t count = 0;
    for (struct str at = word; count < LETTERS_NAMED_MAX && utf8_next(&word, &point); at = word) {
        struct str letter = str_slice(at, 0, at.bytes - word.bytes);
        if (script_of(point) != script || str_find(text_str(&out), letter) >= 0)
            continue;
        text_format(&out, "%s%.*s (U+%04X)", count++ > 0 ? ", " : "", STR_ARG(letter),
                    (unsigned)point);
    }
    return text_str(&out);
}

/* The name of a host is judged by link-idn, which knows its two forms. */
static size_t skip_host(const struct sender_text *text)
{
    ptrdiff_t slashes = text->kind == SENDER_ADDRESS ? str_find(text->text, STR("//")) : -1;
    if (slashes < 0)
        return 0;
    struct str rest = str_slice(text->text, (size_t)slashes + 2, text->text.bytes);
    ptrdiff_t slash = str_find_byte(rest, '/');
    return slash < 0 ? text->text.bytes : (size_t)(slashes + 2 + slash);
}

static void find_mixed(const struct rule_input *input, const struct sender_text *text,
                       struct report *report)
{
    enum finding_code code =
        is_address(text) ? FINDING_LETTERS_MIXED_ADDRESS : FINDING_LETTERS_MIXED;
    struct str rest = str_slice(text->text, skip_host(text), text->text.bytes), word;
    size_t found = 0;
    while (found < WORDS_NAMED_MAX && next_word(&rest, &word)) {
        struct script_mix mix;
        if (!script_is_mixed(word, &mix) || !is_alike(mix.main) || !is_alike(mix.rarer))
            continue;
        size_t start = (size_t)(word.at - text->text.at);
        struct finding *finding = rule_add(input, text, start, word.bytes, code, report);
        finding_arg(report, finding, is_address(text) ? text->text : word);
        finding_arg(report, finding, letters_of(report->arena, word, mix.rarer));
        found++;
    }
}

void rule_homoglyph(const struct rule_input *input, struct report *report)
{
    for (size_t i = 0; i < input->text_count; i++)
        find_mixed(input, &input->texts[i], report);
}
