/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small words decide: no text does without them, and names or quoted words do not bring them along.
 * Statistics of letters were weighed; on 20 words they are less sure.
 */
#include "language/guess.h"

/* Words that one of the three languages has and the other two do not, with spaces around each. */
static const struct {
    enum language language;
    const char *words;
} small_words[] = {
    { LANGUAGE_FI, " ja on ei se että tai voit sinun sinulle kun jos myös joka ovat mukaan sinä "
                   "me hän ole tule ryhmä kello klo " },
    { LANGUAGE_SV, " och är att det som av för med till du kan vi ett inte eller om från din dig "
                   "också har när klockan kl " },
    { LANGUAGE_EN, " the and is to of you are with for your we that this can at from or not it "
                   "have will on our " },
};

#define HITS_MIN 4   /* of another language, before it is believed … */
#define HITS_TIMES 4 /* … and so many times those of the language that was said */

static size_t count_hits(const char *words, const struct token *tokens, size_t count)
{
    size_t hits = 0;
    char wanted[16];
    for (size_t i = 0; i < count; i++) {
        struct str lower = tokens[i].lower;
        if (lower.bytes == 0 || lower.bytes + 2 > sizeof wanted)
            continue;
        memcpy(wanted + 1, lower.at, lower.bytes);
        wanted[0] = wanted[lower.bytes + 1] = ' ';
        hits += str_find(str_of(words), (struct str){ wanted, lower.bytes + 2 }) >= 0;
    }
    return hits;
}

enum language guess_language(enum language said, const struct token *tokens, size_t count)
{
    size_t own = 0, best = 0;
    enum language other = said;
    for (size_t i = 0; i < ARRAY_LEN(small_words); i++) {
        size_t hits = count_hits(small_words[i].words, tokens, count);
        if (small_words[i].language == said) {
            own = hits;
        } else if (hits > best) {
            best = hits;
            other = small_words[i].language;
        }
    }
    return best >= HITS_MIN && best >= HITS_TIMES * own ? other : said;
}
