/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See seen_words.h. */
#include "rules/seen_words.h"

#include "base/utf8.h"

#define PART_BYTES_MIN 6   /* a shorter word stands in many longer ones by chance */
#define NUMBER_BYTES_MIN 3 /* likewise for digits */
#define FUZZY_POINTS_MIN 5 /* one wrong letter in fewer makes another word */
#define FUZZY_POINTS_MAX 64
#define DECLARED_BYTES_MAX ((size_t)1 << 18)

/* Letters that a reader takes for each other: dots and rings are a few pixels, and in many fonts a
 * capital I is an l. */
static uint32_t plain_letter(uint32_t point)
{
    static const struct {
        uint32_t letter, plain;
    } table[] = {
        { 0xE4, 'a' },  { 0xE5, 'a' },  { 0xE1, 'a' },  { 0xE0, 'a' },  { 0xE2, 'a' },
        { 0xF6, 'o' },  { 0xF5, 'o' },  { 0xF8, 'o' },  { 0xF3, 'o' },  { 0xE9, 'e' },
        { 0xE8, 'e' },  { 0xFC, 'u' },  { 0xED, 'l' },  { 'i', 'l' },   { 0x161, 's' },
        { 0x17E, 'z' }, { 0x10D, 'c' }, { 0x144, 'n' }, { 0x14B, 'n' }, { 0x111, 'd' },
    };
    for (size_t i = 0; i < ARRAY_LEN(table); i++)
        if (table[i].letter == point)
            return table[i].plain;
    return point;
}

struct str seen_fold(struct arena *arena, struct str text)
{
    struct text folded = text_new(arena, 2 * text.bytes + 4);
    uint32_t point;
    while (utf8_next(&text, &point)) {
        char bytes[4];
        if (!utf8_is_letter(point) && !utf8_is_digit(point))
            continue; /* a mark that stands by itself, too */
        size_t used = utf8_put(plain_letter(utf8_lower(point)), bytes);
        text_add(&folded, (struct str){ bytes, used });
    }
    return text_str(&folded);
}

struct str seen_digits(struct arena *arena, struct str text)
{
    struct text digits = text_new(arena, text.bytes + 1);
    for (size_t i = 0; i < text.bytes; i++)
        if (text.at[i] >= '0' && text.at[i] <= '9')
            text_add(&digits, str_slice(text, i, 1));
    return text_str(&digits);
}

bool seen_is_sure(const struct seen_word *word)
{
    struct str text = word->text;
    uint32_t point;
    int letters = 0;
    while (utf8_next(&text, &point))
        letters += utf8_is_letter(point);
    return word->confidence > SEEN_CONFIDENCE_MIN && letters >= SEEN_LETTERS_MIN;
}

/* ---- the announcement ---------------------------------------------------------------------- */

struct gathering {
    struct arena *arena;
    struct declared declared;
    struct text digits, all;
};

static void add_words(struct gathering *gathering, struct str text)
{
    struct declared *declared = &gathering->declared;
    while (text.bytes > 0) {
        size_t end = 0;
        while (end < text.bytes && !str_is_blank(text.at[end]))
            end++;
        struct str word = seen_fold(gathering->arena, str_slice(text, 0, end));
        text = str_slice(text, end + 1, text.bytes);
        if (word.bytes == 0)
            continue;
        *ARENA_PUSH(gathering->arena, declared->words, declared->count) = word;
        text_add(&gathering->all, word);
    }
    text_add(&gathering->all, STR(" "));
}

/* "+358401234518" is "040 123 4518" to people. */
static void add_digits(struct gathering *gathering, const struct sender_text *text)
{
    struct str digits = seen_digits(gathering->arena, text->text);
    text_add(&gathering->digits, digits);
    text_add(&gathering->digits, STR(" "));
    if (text->kind == SENDER_TEL && str_starts(text->text, "+358")) {
        text_add(&gathering->digits, STR("0"));
        text_add(&gathering->digits, str_slice(digits, 3, digits.bytes));
        text_add(&gathering->digits, STR(" "));
    }
}

struct declared declared_of(struct arena *arena, const struct rule_input *input)
{
    struct gathering gathering = { .arena = arena,
                                   .digits = text_new(arena, DECLARED_BYTES_MAX),
                                   .all = text_new(arena, DECLARED_BYTES_MAX) };
    for (size_t i = 0; i < input->text_count; i++) {
        const struct sender_text *text = &input->texts[i];
        if (text->kind == SENDER_ALT || text->kind == SENDER_FILE || text->kind == SENDER_SEEN)
            continue;
        add_words(&gathering, text->text);
        add_digits(&gathering, text);
    }
    gathering.declared.digits = text_str(&gathering.digits);
    gathering.declared.all = text_str(&gathering.all);
    return gathering.declared;
}

static size_t points_of(struct str text, uint32_t points[FUZZY_POINTS_MAX])
{
    size_t count = 0;
    while (count < FUZZY_POINTS_MAX && utf8_next(&text, &points[count]))
        count++;
    return count;
}

/* At most one letter changed, left out or put in. */
static bool is_nearly(struct str a, struct str b)
{
    uint32_t left[FUZZY_POINTS_MAX], right[FUZZY_POINTS_MAX];
    size_t i = 0, lefts = points_of(a, left), rights = points_of(b, right);
    if (lefts < FUZZY_POINTS_MIN || rights < FUZZY_POINTS_MIN || lefts > rights + 1 ||
        rights > lefts + 1)
        return false;
    while (i < lefts && i < rights && left[i] == right[i])
        i++;
    size_t more_left = i + (lefts >= rights), more_right = i + (rights >= lefts);
    if (i == lefts && i == rights)
        return true;
    if (lefts - more_left != rights - more_right)
        return false;
    while (more_left < lefts && left[more_left] == right[more_right]) {
        more_left++;
        more_right++;
    }
    return more_left == lefts;
}

static bool is_number(struct str word)
{
    for (size_t i = 0; i < word.bytes; i++)
        if (word.at[i] < '0' || word.at[i] > '9')
            return false;
    return word.bytes > 0;
}

bool declared_has(const struct declared *declared, struct str word)
{
    for (size_t i = 0; i < declared->count; i++)
        if (str_equal(declared->words[i], word))
            return true;
    if (is_number(word))
        return word.bytes >= NUMBER_BYTES_MIN && str_find(declared->digits, word) >= 0;
    if (word.bytes >= PART_BYTES_MIN && str_find(declared->all, word) >= 0)
        return true;
    for (size_t i = 0; i < declared->count; i++)
        if (is_nearly(declared->words[i], word))
            return true;
    return false;
}

/* ---- the picture's lines among the texts --------------------------------------------------- */

/* The words of a line that were read with confidence; numbers count here as well. */
static struct str line_text(struct arena *arena, const struct seen *seen,
                            const struct seen_line *line)
{
    struct text text = text_new(arena, TEXT_CHARACTERS_MAX);
    for (size_t i = line->first_word; i < line->first_word + line->word_count; i++) {
        if (seen->words[i].confidence <= SEEN_CONFIDENCE_MIN)
            continue;
        if (text.bytes > 0)
            text_add(&text, STR(" "));
        text_add(&text, seen->words[i].text);
    }
    return text_str(&text);
}

size_t seen_texts(const struct rule_input *input, struct arena *arena, size_t count,
                  struct sender_text **texts)
{
    const struct picture *picture = &input->announcement->picture;
    const struct seen *seen = input->picture ? input->picture->seen : NULL;
    size_t lines = seen ? seen->line_count : 0, codes = seen ? seen->code_count : 0;
    for (size_t i = 0; i < lines + codes; i++) {
        struct str text =
            i < lines ? line_text(arena, seen, &seen->lines[i]) : seen->codes[i - lines].payload;
        if (text.bytes == 0)
            continue;
        *ARENA_PUSH(arena, *texts, count) = (struct sender_text){
            SENDER_SEEN, "img", text, picture->line, picture->column,
        };
    }
    return count;
}
