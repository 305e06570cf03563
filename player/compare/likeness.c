/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See likeness.h. Dice's share of two bags of words: the order of sentences says nothing here. */
#include "compare/likeness.h"

#include "base/utf8.h"

#include <stdlib.h>

#define BAG_BYTES_MAX (4u << 20)
#define TEXT_BYTES_MAX (64u << 10)

struct bag {
    struct str *words;
    size_t count;
};

/* Letters and digits in lower case; all else parts words. */
static void add_words(struct arena *arena, struct bag *bag, struct str text)
{
    struct text word = text_new(arena, TEXT_BYTES_MAX);
    uint32_t point;
    bool more = true;
    while (more) {
        more = utf8_next(&text, &point);
        if (more && (utf8_is_letter(point) || utf8_is_digit(point))) {
            char bytes[4];
            size_t used = utf8_put(utf8_lower(point), bytes);
            text_add(&word, (struct str){ bytes, used });
        } else if (word.bytes > 0) {
            *ARENA_PUSH(arena, bag->words, bag->count) = text_str(&word);
            word = text_new(arena, TEXT_BYTES_MAX);
        }
    }
}

static struct bag bag_of(struct arena *arena, const struct announcement *announcement)
{
    struct bag bag = { 0 };
    add_words(arena, &bag, announcement->title);
    add_words(arena, &bag, announcement->summary);
    for (size_t i = 0; i < announcement->block_count; i++)
        add_words(arena, &bag, announcement->blocks[i].text);
    if (bag.count > 0)
        qsort(bag.words, bag.count, sizeof *bag.words, str_order);
    return bag;
}

static size_t count_common(const struct bag *a, const struct bag *b)
{
    size_t common = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        int order = str_compare(a->words[i], b->words[j]);
        common += order == 0;
        i += order <= 0;
        j += order >= 0;
    }
    return common;
}

double likeness_of(const struct announcement *a, const struct announcement *b)
{
    struct arena *arena = arena_new(BAG_BYTES_MAX);
    struct bag left = bag_of(arena, a), right = bag_of(arena, b);
    size_t all = left.count + right.count;
    double share = all > 0 ? 2.0 * (double)count_common(&left, &right) / (double)all : 0;
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

enum relation relation_of(const struct announcement *there, const struct announcement *submitted,
                          double *ret_likeness)
{
    *ret_likeness = 1;
    if (str_equal(there->id, submitted->id))
        return RELATION_VERSION;
    *ret_likeness = is_sibling(there, submitted) ? 0 : likeness_of(there, submitted);
    double least = is_same_sender(there, submitted) ? LIKENESS_SAME_SENDER : LIKENESS_OTHER_SENDER;
    return *ret_likeness >= least ? RELATION_ALIKE : RELATION_NONE;
}
