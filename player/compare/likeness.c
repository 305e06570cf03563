/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See likeness.h. Dice's share of two bags of words: the order of sentences says nothing here.
 *
 * A word is kept as its FNV-1a hash. Its letters were kept at first; a legal entry of one-letter
 * words then took more memory than its words, and two bags more time than two rows of numbers. Two
 * words of one hash would make two notices a little more alike, which harms nobody.
 */
#include "compare/likeness.h"

#include "base/utf8.h"
#include "compare/fold.h"

#include <stdlib.h>

#define FNV_START UINT64_C(14695981039346656037)
#define FNV_PRIME UINT64_C(1099511628211)
#define TWO_BAGS_BYTES_MAX (sizeof(uint64_t) * LIKENESS_WORDS_MAX * 2)

struct gathering {
    uint64_t words[LIKENESS_WORDS_MAX];
    size_t count;
};

/*
 * Takes the next word off the front, letters and digits in lower case. All else parts words, but
 * for a mark that belongs to no letter that we know.
 */
static bool next_word(struct str *rest, uint64_t *ret_word)
{
    uint64_t word = FNV_START;
    uint32_t point;
    bool has_letters = false;
    while (fold_next(rest, &point)) {
        if (utf8_is_letter(point) || utf8_is_digit(point)) {
            word = (word ^ utf8_lower(point)) * FNV_PRIME;
            has_letters = true;
        } else if (has_letters && !fold_is_mark(point)) {
            break;
        }
    }
    *ret_word = word;
    return has_letters;
}

static void add_words(struct gathering *gathering, struct str text)
{
    uint64_t word;
    while (gathering->count < LIKENESS_WORDS_MAX && next_word(&text, &word))
        gathering->words[gathering->count++] = word;
}

static int compare_words(const void *first, const void *second)
{
    const uint64_t *a = first, *b = second;
    return (*a > *b) - (*a < *b);
}

struct likeness_bag likeness_bag_of(struct arena *arena, const struct announcement *announcement)
{
    struct gathering gathering;
    gathering.count = 0;
    add_words(&gathering, announcement->title);
    add_words(&gathering, announcement->summary);
    for (size_t i = 0; i < announcement->block_count; i++)
        add_words(&gathering, announcement->blocks[i].text);
    qsort(gathering.words, gathering.count, sizeof *gathering.words, compare_words);
    uint64_t *words = ARENA_ARRAY(arena, uint64_t, gathering.count);
    memcpy(words, gathering.words, gathering.count * sizeof *words);
    return (struct likeness_bag){ announcement, words, gathering.count };
}

static size_t count_common(const struct likeness_bag *a, const struct likeness_bag *b)
{
    size_t common = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        uint64_t left = a->words[i], right = b->words[j];
        common += left == right;
        i += left <= right;
        j += left >= right;
    }
    return common;
}

double likeness_of_bags(const struct likeness_bag *a, const struct likeness_bag *b)
{
    size_t all = a->count + b->count;
    return all > 0 ? 2.0 * (double)count_common(a, b) / (double)all : 0;
}

double likeness_of(const struct announcement *a, const struct announcement *b)
{
    struct arena *arena = arena_new(TWO_BAGS_BYTES_MAX);
    struct likeness_bag left = likeness_bag_of(arena, a), right = likeness_bag_of(arena, b);
    double share = likeness_of_bags(&left, &right);
    arena_free(arena);
    return share;
}

static struct str sender_of(const struct announcement *announcement)
{
    return announcement->author_count > 0 ? str_trim(announcement->authors[0].name)
                                          : (struct str){ 0 };
}

static bool is_same_sender(const struct announcement *a, const struct announcement *b)
{
    return str_equal(sender_of(a), sender_of(b));
}

/* In another language, or in plain language beside the usual one. */
static bool is_sibling(const struct announcement *a, const struct announcement *b)
{
    return a->language != b->language ||
           (str_equal(a->group, b->group) && !str_equal(a->language_tag, b->language_tag));
}

enum relation relation_of_bags(const struct likeness_bag *there,
                               const struct likeness_bag *submitted, double *ret_likeness)
{
    const struct announcement *a = there->announcement, *b = submitted->announcement;
    bool is_version = str_equal(a->id, b->id);
    double likeness = 1;
    if (!is_version)
        likeness = is_sibling(a, b) ? 0 : likeness_of_bags(there, submitted);
    if (ret_likeness)
        *ret_likeness = likeness;
    if (is_version)
        return RELATION_VERSION;
    double least = is_same_sender(a, b) ? LIKENESS_SAME_SENDER : LIKENESS_OTHER_SENDER;
    return likeness >= least ? RELATION_ALIKE : RELATION_NONE;
}

enum relation relation_of(const struct announcement *there, const struct announcement *submitted,
                          double *ret_likeness)
{
    struct arena *arena = arena_new(TWO_BAGS_BYTES_MAX);
    struct likeness_bag old = likeness_bag_of(arena, there);
    struct likeness_bag new = likeness_bag_of(arena, submitted);
    enum relation relation = relation_of_bags(&old, &new, ret_likeness);
    arena_free(arena);
    return relation;
}
