/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hOCR is HTML of a narrow kind: a span of a class, its facts in the title. An XML parser was
 * weighed: the desk has one, but the answer of a child that has read a stranger's picture is best
 * read by little code that knows five attributes.
 */
#include "sight/hocr.h"

#include "sight/clean.h"

#include <math.h>

static const char *const line_classes[] = { "ocr_line", "ocr_header", "ocr_caption",
                                            "ocr_textfloat" };

static const struct {
    const char *name, *character;
} entities[] = {
    { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&#39;", "'" },
};

struct hocr {
    struct arena *arena;
    struct seen *seen;
    struct seen_word *words;
    struct seen_line *lines;
    size_t word_count, line_count;
};

/* The value of an attribute in a tag, in either kind of quotes; empty for none. */
static struct str attribute(struct str tag, const char *name)
{
    ptrdiff_t at = str_find(tag, str_of(name));
    size_t start = at < 0 ? tag.bytes : (size_t)at + strlen(name);
    if (start + 2 >= tag.bytes || tag.at[start] != '=')
        return STR("");
    struct str rest = str_slice(tag, start + 2, tag.bytes);
    ptrdiff_t end = str_find_byte(rest, tag.at[start + 1]);
    return end < 0 ? STR("") : str_slice(rest, 0, (size_t)end);
}

/* The numbers behind a name in a title: "bbox 88 145 855 401; x_wconf 96". How many there are. */
static size_t numbers(struct str title, const char *name, double *ret_numbers, size_t most)
{
    struct str part;
    while (str_next(&title, ';', &part)) {
        struct str word;
        part = str_trim(part);
        if (!str_next(&part, ' ', &word) || !str_is(word, name))
            continue;
        size_t count = 0;
        while (count < most && str_next(&part, ' ', &word)) {
            if (!str_to_decimal(word, &ret_numbers[count]))
                break;
            count++;
        }
        return count;
    }
    return 0;
}

static int within(double value, int most)
{
    return value < 0 ? 0 : value > most ? most : (int)value;
}

static bool read_box(const struct hocr *hocr, struct str title, struct seen_box *ret_box)
{
    double sides[4];
    if (numbers(title, "bbox", sides, 4) != 4)
        return false;
    int left = within(sides[0], hocr->seen->width), top = within(sides[1], hocr->seen->height);
    int right = within(sides[2], hocr->seen->width);
    int bottom = within(sides[3], hocr->seen->height);
    *ret_box = (struct seen_box){ left, top, right - left, bottom - top };
    return right > left && bottom > top;
}

static void read_line(struct hocr *hocr, struct str title)
{
    double size, below = 0, above = 0;
    struct seen_line line = { .first_word = hocr->word_count };
    if (!read_box(hocr, title, &line.box) || numbers(title, "x_size", &size, 1) != 1)
        return;
    if (numbers(title, "x_descenders", &below, 1) != 1)
        below = 0;
    if (numbers(title, "x_ascenders", &above, 1) != 1)
        above = 0;
    line.x_height = fmin(fmax(size - below - above, 0), hocr->seen->height);
    *ARENA_PUSH(hocr->arena, hocr->lines, hocr->line_count) = line;
}

/* The text of a word: what stands until its span ends, without the tags of bold and italics. */
static struct str plain(struct arena *arena, struct str inner)
{
    struct text text = text_new(arena, inner.bytes + 1);
    while (inner.bytes > 0) {
        size_t used = 1;
        struct str piece = str_slice(inner, 0, 1);
        for (size_t i = 0; i < ARRAY_LEN(entities); i++) {
            if (str_starts(inner, entities[i].name)) {
                piece = str_of(entities[i].character);
                used = strlen(entities[i].name);
            }
        }
        if (inner.at[0] == '<') {
            ptrdiff_t end = str_find_byte(inner, '>');
            piece = STR("");
            used = end < 0 ? inner.bytes : (size_t)end + 1;
        }
        text_add(&text, piece);
        inner = str_slice(inner, used, inner.bytes);
    }
    return str_trim(clean_text(arena, text_str(&text)));
}

static void read_word(struct hocr *hocr, struct str title, struct str rest)
{
    double confidence = 0;
    ptrdiff_t end = str_find(rest, STR("</span>"));
    struct seen_word word = { 0 };
    if (hocr->line_count == 0 || end < 0 || hocr->word_count >= HOCR_WORDS_MAX ||
        !read_box(hocr, title, &word.box) || numbers(title, "x_wconf", &confidence, 1) != 1)
        return;
    word.text = plain(hocr->arena, str_slice(rest, 0, (size_t)end));
    word.confidence = within(confidence, 100);
    word.line = hocr->line_count - 1;
    if (word.text.bytes == 0)
        return;
    hocr->lines[word.line].word_count++;
    *ARENA_PUSH(hocr->arena, hocr->words, hocr->word_count) = word;
}

static void read_span(struct hocr *hocr, struct str tag, struct str rest)
{
    struct str class = attribute(tag, "class"), title = attribute(tag, "title");
    if (str_is(class, "ocrx_word"))
        read_word(hocr, title, rest);
    for (size_t i = 0; i < ARRAY_LEN(line_classes); i++)
        if (str_is(class, line_classes[i]))
            read_line(hocr, title);
}

void hocr_read(struct arena *arena, struct str text, struct seen *seen)
{
    struct hocr hocr = { .arena = arena, .seen = seen };
    ptrdiff_t start;
    while ((start = str_find(text, STR("<span "))) >= 0) {
        text = str_slice(text, (size_t)start, text.bytes);
        ptrdiff_t end = str_find_byte(text, '>');
        if (end < 0)
            break;
        struct str tag = str_slice(text, 0, (size_t)end);
        text = str_slice(text, (size_t)end + 1, text.bytes);
        read_span(&hocr, tag, text);
    }
    seen->words = hocr.words;
    seen->word_count = hocr.word_count;
    seen->lines = hocr.lines;
    seen->line_count = hocr.line_count;
}
