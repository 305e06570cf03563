/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Terms hang in chains by the hash of their first word. A word of a text asks with each of its
 * keys: the form, and what its readings make of it (base, verb, ends of a compound). A trie and
 * sorted arrays were weighed: a chain is shorter to read, and lists change when a centre adds rows.
 */
#include "language/word_list.h"

#include "base/utf8.h"
#include "language/letters.h"

#define CHAINS 2048 /* a power of two; our longest lists have some thousands of terms */
#define NO_TERM UINT32_MAX

enum mark { MARK_NONE, MARK_FORM, MARK_COMPOUND };

struct term_word {
    struct str text; /* lower case, without mark and full stop */
    enum mark mark;
    bool stop;
};

struct term {
    struct term_word *words;
    size_t count;
    size_t row;
    uint32_t next; /* in its chain; NO_TERM: the last */
};

struct list_row {
    struct word_row row;
    bool gone; /* taken away or replaced by a later one */
};

struct word_list {
    struct arena *arena;
    struct list_row *rows;
    size_t row_count, gone_count, bad_count;
    struct term *terms;
    size_t term_count;
    uint32_t chains[CHAINS];
};

struct word_list *word_list_new(struct arena *arena)
{
    struct word_list *list = ARENA_NEW(arena, struct word_list);
    list->arena = arena;
    for (size_t i = 0; i < CHAINS; i++)
        list->chains[i] = NO_TERM;
    return list;
}

/* FNV-1a over the lower-case points; a key may have capitals, a term has none. */
static size_t chain_of(struct str word)
{
    uint32_t sum = 2166136261u, point;
    while (utf8_next(&word, &point))
        sum = (sum ^ letters_small(point)) * 16777619u;
    return (sum ^ sum >> 13) & (CHAINS - 1);
}

/* True when the key is the lower-case text but for capitals. */
static bool same_word(struct str text, struct str key)
{
    uint32_t a, b;
    while (text.bytes > 0 && key.bytes > 0) {
        if (!utf8_next(&text, &a) || !utf8_next(&key, &b) || a != letters_small(b))
            return false;
    }
    return text.bytes == 0 && key.bytes == 0;
}

static bool same_or_longer(struct str text, struct str key)
{
    return text.bytes > 0 && key.bytes > 0 && same_word(text, key);
}

static struct str base_end(const struct word_reading *reading, size_t seam)
{
    size_t at = reading->seams[seam];
    return at < reading->base.bytes ? str_slice(reading->base, at, reading->base.bytes)
                                    : (struct str){ 0 };
}

static bool reading_matches(const struct word_reading *reading, const struct term_word *word)
{
    if (same_or_longer(word->text, reading->base) || same_or_longer(word->text, reading->verb))
        return true;
    for (size_t seam = 1; word->mark == MARK_COMPOUND && seam < reading->part_count; seam++) {
        if (same_or_longer(word->text, base_end(reading, seam)))
            return true;
    }
    return false;
}

static bool word_matches(const struct list_word *word, const struct term_word *wanted)
{
    if (wanted->stop && !word->stop_follows)
        return false;
    if (str_equal(word->lower, wanted->text))
        return true;
    for (size_t i = 0; wanted->mark != MARK_FORM && i < word->readings.count; i++) {
        if (reading_matches(&word->readings.at[i], wanted))
            return true;
    }
    return false;
}

static bool term_matches(const struct term *term, const struct list_word *words, size_t count)
{
    if (term->count > count)
        return false;
    for (size_t i = 0; i < term->count; i++) {
        if (!word_matches(&words[i], &term->words[i]))
            return false;
    }
    return true;
}

/* The better of two terms: the longer, else the one of the earlier row. */
static const struct term *better(const struct term *a, const struct term *b)
{
    if (!a || !b)
        return a ? a : b;
    if (a->count != b->count)
        return a->count > b->count ? a : b;
    return a->row <= b->row ? a : b;
}

static const struct term *find_by_key(const struct word_list *list, struct str key,
                                      const struct list_word *words, size_t count)
{
    const struct term *best = NULL;
    uint32_t next = key.bytes > 0 ? list->chains[chain_of(key)] : NO_TERM;
    for (; next != NO_TERM; next = list->terms[next].next) {
        const struct term *term = &list->terms[next];
        if (!list->rows[term->row].gone && same_word(term->words[0].text, key) &&
            term_matches(term, words, count))
            best = better(best, term);
    }
    return best;
}

static const struct term *find_term(const struct word_list *list, const struct list_word *words,
                                    size_t count)
{
    const struct readings readings = words[0].readings;
    const struct term *best = find_by_key(list, words[0].lower, words, count);
    for (size_t i = 0; i < readings.count; i++) {
        const struct word_reading *reading = &readings.at[i];
        best = better(best, find_by_key(list, reading->base, words, count));
        best = better(best, find_by_key(list, reading->verb, words, count));
        for (size_t seam = 1; seam < reading->part_count; seam++)
            best = better(best, find_by_key(list, base_end(reading, seam), words, count));
    }
    return best;
}

const struct word_row *word_list_find(const struct word_list *list, const struct list_word *words,
                                      size_t count, size_t *ret_words)
{
    const struct term *term = list && count > 0 ? find_term(list, words, count) : NULL;
    if (!term)
        return NULL;
    if (ret_words)
        *ret_words = term->count;
    return &list->rows[term->row].row;
}

const struct word_row *word_list_find_form(const struct word_list *list, struct str lower)
{
    struct list_word word = { .lower = lower };
    return word_list_find(list, &word, 1, NULL);
}

static size_t count_bytes(struct str text, char byte)
{
    size_t count = 0;
    for (size_t i = 0; i < text.bytes; i++)
        count += text.at[i] == byte;
    return count;
}

/* Room for all that a file can add, so that nothing grows while it is read. */
static void make_room(struct word_list *list, struct str bytes)
{
    size_t rows = list->row_count + count_bytes(bytes, '\n') + 1;
    size_t terms = list->term_count + count_bytes(bytes, '\n') + count_bytes(bytes, '|') + 1;
    struct list_row *more_rows = ARENA_ARRAY(list->arena, struct list_row, rows);
    struct term *more_terms = ARENA_ARRAY(list->arena, struct term, terms);
    if (list->row_count > 0)
        memcpy(more_rows, list->rows, list->row_count * sizeof *more_rows);
    if (list->term_count > 0)
        memcpy(more_terms, list->terms, list->term_count * sizeof *more_terms);
    list->rows = more_rows;
    list->terms = more_terms;
}

/* Reads the words of one term; false when there is none or too many. */
static bool read_term(struct arena *arena, struct str text, struct term *ret_term)
{
    struct term term = { .next = NO_TERM };
    struct str word;
    text = str_trim(text);
    size_t most = count_bytes(text, ' ') + 1;
    if (text.bytes == 0 || most > 2 * WORD_TERM_WORDS)
        return false;
    term.words = ARENA_ARRAY(arena, struct term_word, most);
    while (str_next(&text, ' ', &word)) {
        if (word.bytes == 0)
            continue;
        if (term.count == WORD_TERM_WORDS)
            return false;
        struct term_word *to = &term.words[term.count++];
        if (word.bytes > 1 && (word.at[0] == '+' || word.at[0] == '=')) {
            to->mark = word.at[0] == '+' ? MARK_COMPOUND : MARK_FORM;
            word = str_slice(word, 1, word.bytes);
        }
        to->stop = word.bytes > 1 && str_ends(word, ".");
        word = str_slice(word, 0, word.bytes - to->stop);
        to->text = letters_lower(arena, letters_clean(arena, word));
    }
    *ret_term = term;
    return term.count > 0;
}

/* Reads all terms of a row; false when one of them cannot be understood. */
static bool add_terms(struct word_list *list, struct str column, size_t row)
{
    size_t before = list->term_count;
    struct str part;
    while (str_next(&column, '|', &part)) {
        struct term term;
        if (!read_term(list->arena, part, &term)) {
            list->term_count = before;
            return false;
        }
        term.row = row;
        list->terms[list->term_count++] = term;
    }
    return list->term_count > before;
}

static void hang_up_terms(struct word_list *list, size_t from)
{
    for (size_t i = from; i < list->term_count; i++) {
        uint32_t *chain = &list->chains[chain_of(list->terms[i].words[0].text)];
        list->terms[i].next = *chain;
        *chain = (uint32_t)i;
    }
}

/* Takes an earlier row with this first column away. */
static void take_away(struct word_list *list, struct str column, const struct term *first)
{
    uint32_t next = list->chains[chain_of(first->words[0].text)];
    for (; next != NO_TERM; next = list->terms[next].next) {
        struct list_row *row = &list->rows[list->terms[next].row];
        if (row->gone || !str_equal(row->row.term, column))
            continue;
        row->gone = true;
        list->gone_count++;
    }
}

static void add_row(struct word_list *list, struct str line, unsigned number)
{
    struct word_row row = { .line = number };
    if (!str_next(&line, '\t', &row.term))
        return;
    str_next(&line, '\t', &row.answer);
    str_next(&line, '\t', &row.note);
    row.term = str_trim(row.term);
    row.answer = str_trim(row.answer);
    row.note = str_trim(row.note);
    size_t before = list->term_count;
    if (!utf8_is_valid(row.term) || !utf8_is_valid(row.answer) || !utf8_is_valid(row.note) ||
        !add_terms(list, row.term, list->row_count)) {
        list->bad_count++;
        return;
    }
    take_away(list, row.term, &list->terms[before]);
    if (str_is(row.answer, "-")) {
        list->term_count = before;
        return;
    }
    hang_up_terms(list, before);
    list->rows[list->row_count++] = (struct list_row){ .row = row };
}

bool word_list_add(struct word_list *list, struct str bytes)
{
    if (bytes.bytes > WORD_LIST_BYTES_MAX) /* and so there are far fewer terms than NO_TERM */
        return false;
    struct str rest = str_copy(list->arena, bytes), line;
    make_room(list, rest);
    for (unsigned number = 1; str_next(&rest, '\n', &line); number++) {
        if (number == 1 && str_starts(line, "\xEF\xBB\xBF"))
            line = str_slice(line, 3, line.bytes);
        if (str_ends(line, "\r"))
            line.bytes--;
        if (str_trim(line).bytes > 0 && line.at[0] != '#')
            add_row(list, line, number);
    }
    return true;
}

size_t word_list_rows(const struct word_list *list)
{
    return list ? list->row_count - list->gone_count : 0;
}

size_t word_list_bad_rows(const struct word_list *list)
{
    return list ? list->bad_count : 0;
}

const struct word_row *word_list_row(const struct word_list *list, size_t i)
{
    for (size_t at = 0; list && at < list->row_count; at++) {
        if (!list->rows[at].gone && i-- == 0)
            return &list->rows[at].row;
    }
    return NULL;
}
