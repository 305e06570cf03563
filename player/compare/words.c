/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See words.h. The table of common lengths takes two bytes for each pair of words; what both texts
 * begin and end with is left out of it, so that a changed hour in a long text costs nothing.
 */
#include "compare/words.h"

#include "compare/fold.h"

#define NO_BREAK_SPACE "\xC2\xA0"
#define FNV_START UINT64_C(14695981039346656037)
#define FNV_PRIME UINT64_C(1099511628211)
#define TABLE_BYTES_MAX ((size_t)16 << 20) /* 2001 × 2001 lengths are half of it */

/*
 * Memory for a byte of text: 20 for a struct word at each second byte, at most 8 for folded
 * letters, 1 for the mark of a word; and some air.
 */
#define BYTES_A_BYTE 40

/* One word, as it was written and as it is compared. */
struct word {
    struct run run;
    struct str folded;
    uint64_t hash; /* of the folded one: most words differ in it at once */
};

struct words {
    struct str text;
    struct word *at;
    size_t count;
};

/* Bytes of the blank at a place, with those of the no-break space that slides are full of. */
static size_t blank_at(struct str text, size_t at)
{
    if (str_is_blank(text.at[at]))
        return 1;
    return str_starts(str_slice(text, at, text.bytes), NO_BREAK_SPACE) ? strlen(NO_BREAK_SPACE) : 0;
}

static uint64_t hash_of_word(struct str word)
{
    uint64_t hash = FNV_START;
    for (size_t i = 0; i < word.bytes; i++)
        hash = (hash ^ (unsigned char)word.at[i]) * FNV_PRIME;
    return hash;
}

/* What is nothing but signs that nobody sees is no word. */
static void add_word(struct arena *arena, struct words *words, size_t from, size_t bytes)
{
    struct str folded = fold_text(arena, str_slice(words->text, from, bytes));
    if (folded.bytes > 0)
        words->at[words->count++] = (struct word){ { from, bytes }, folded, hash_of_word(folded) };
}

static struct words words_of(struct arena *arena, struct str text)
{
    struct words words = { .text = text };
    words.at = ARENA_ARRAY(arena, struct word, text.bytes / 2 + 1);
    for (size_t at = 0; at < text.bytes;) {
        size_t from = at, blank = blank_at(text, at);
        while (at < text.bytes && blank_at(text, at) == 0)
            at++;
        if (at > from)
            add_word(arena, &words, from, at - from);
        at += blank;
    }
    return words;
}

static bool is_same(const struct words *a, size_t i, const struct words *b, size_t j)
{
    return a->at[i].hash == b->at[j].hash && str_equal(a->at[i].folded, b->at[j].folded);
}

static bool is_one_line(struct str text, const struct run *a, const struct run *b)
{
    size_t end = a->start + a->bytes;
    return str_find_byte(str_slice(text, end, b->start - end), '\n') < 0;
}

/* The words that are marked, neighbours of one line as one run. */
static struct runs runs_of(struct arena *arena, const struct words *words, const bool *marked)
{
    struct runs runs = { 0 };
    for (size_t i = 0; i < words->count; i++) {
        const struct run *here = &words->at[i].run;
        if (!marked[i])
            continue;
        if (i > 0 && marked[i - 1] && is_one_line(words->text, &words->at[i - 1].run, here)) {
            struct run *run = &runs.at[runs.count - 1];
            run->bytes = here->start + here->bytes - run->start;
        } else {
            *ARENA_PUSH(arena, runs.at, runs.count) = *here;
        }
    }
    return runs;
}

/* What is left of both texts between a common head and a common tail. */
struct middle {
    const struct words *before, *after;
    size_t head;          /* words that both begin with */
    size_t rows, columns; /* words of either between head and tail */
};

static struct middle middle_of(const struct words *before, const struct words *after)
{
    size_t least = before->count < after->count ? before->count : after->count;
    size_t head = 0, tail = 0;
    while (head < least && is_same(before, head, after, head))
        head++;
    while (tail < least - head &&
           is_same(before, before->count - 1 - tail, after, after->count - 1 - tail))
        tail++;
    return (struct middle){ before, after, head, before->count - head - tail,
                            after->count - head - tail };
}

static bool is_pair(const struct middle *middle, size_t row, size_t column)
{
    return is_same(middle->before, middle->head + row, middle->after, middle->head + column);
}

/* lengths[row][column]: words in common from there to the end. */
static void fill(const struct middle *middle, uint16_t *lengths)
{
    size_t width = middle->columns + 1;
    for (size_t row = middle->rows; row-- > 0;)
        for (size_t column = middle->columns; column-- > 0;) {
            uint16_t down = lengths[(row + 1) * width + column];
            uint16_t right = lengths[row * width + column + 1];
            uint16_t both = lengths[(row + 1) * width + column + 1];
            if (is_pair(middle, row, column))
                lengths[row * width + column] = (uint16_t)(both + 1);
            else
                lengths[row * width + column] = down > right ? down : right;
        }
}

static void mark(const struct middle *middle, const uint16_t *lengths, bool *gone, bool *come)
{
    size_t row = 0, column = 0, width = middle->columns + 1;
    while (row < middle->rows || column < middle->columns) {
        bool has_both = row < middle->rows && column < middle->columns;
        if (has_both && is_pair(middle, row, column)) {
            row++;
            column++;
        } else if (column == middle->columns ||
                   (has_both &&
                    lengths[(row + 1) * width + column] >= lengths[row * width + column + 1])) {
            gone[middle->head + row++] = true;
        } else {
            come[middle->head + column++] = true;
        }
    }
}

static void mark_all(const struct middle *middle, bool *gone, bool *come)
{
    for (size_t i = 0; i < middle->rows; i++)
        gone[middle->head + i] = true;
    for (size_t i = 0; i < middle->columns; i++)
        come[middle->head + i] = true;
}

static void mark_between(struct arena *scratch, const struct middle *middle, bool *gone, bool *come)
{
    if (middle->rows > WORDS_COMPARED_MAX || middle->columns > WORDS_COMPARED_MAX) {
        mark_all(middle, gone, come);
        return;
    }
    uint16_t *lengths = ARENA_ARRAY(scratch, uint16_t, (middle->rows + 1) * (middle->columns + 1));
    fill(middle, lengths);
    mark(middle, lengths, gone, come);
}

void words_compare(struct arena *arena, struct str before, struct str after, struct runs *ret_gone,
                   struct runs *ret_come)
{
    struct arena *scratch =
        arena_new(TABLE_BYTES_MAX + BYTES_A_BYTE * (before.bytes + after.bytes));
    const struct words old = words_of(scratch, before), new = words_of(scratch, after);
    const struct middle middle = middle_of(&old, &new);
    bool *gone = ARENA_ARRAY(scratch, bool, old.count + 1);
    bool *come = ARENA_ARRAY(scratch, bool, new.count + 1);
    mark_between(scratch, &middle, gone, come);
    *ret_gone = runs_of(arena, &old, gone);
    *ret_come = runs_of(arena, &new, come);
    arena_free(scratch);
}
