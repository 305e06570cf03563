/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a text in three languages, and as a word list: every token lies within its text,
 * every measure is a number, and the score within its bounds. The first byte chooses.
 */
#include "language/score.h"

#include <math.h>
#include <stdlib.h>

#define ARENA_BYTES ((size_t)256 << 20)
#define TEXT_BYTES_MAX 20000

/* assert() that also counts in an optimised build. */
#define CHECK(condition) ((condition) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct language_kit *open_kit(void)
{
    return kit_open(arena_new(ARENA_BYTES), FUZZ_WORDS, NULL, NULL);
}

static void check_tokens(const struct analysis *analysis, struct str text)
{
    size_t end = 0;
    for (size_t i = 0; i < analysis->token_count; i++) {
        const struct token *token = &analysis->tokens[i];
        CHECK(token->bytes > 0 && token->from >= end);
        end = token->from + token->bytes;
        CHECK(end <= text.bytes);
        CHECK(token->sentence < analysis->sentence_count);
    }
}

static void try_text(const struct language_kit *kit, enum language language, struct str text)
{
    struct arena *arena = arena_new(ARENA_BYTES);
    struct part part = { PART_PARAGRAPH, text, 0 };
    struct analysis_input input = { .language = language, .parts = &part, .part_count = 1 };
    const struct analysis *analysis = analysis_make(arena, kit, &input);
    const struct features *features = features_make(arena, analysis);
    struct score score = score_make(analysis, features);
    check_tokens(analysis, text);
    for (int i = 0; i < FEATURE_COUNT; i++)
        CHECK(isfinite(features->of[i].value));
    CHECK(score.value >= 0 && score.value <= 100);
    arena_free(arena);
}

static void try_list(struct str text)
{
    struct arena *arena = arena_new(ARENA_BYTES);
    struct word_list *list = word_list_new(arena);
    if (word_list_add(list, text)) {
        for (size_t i = 0; i < word_list_rows(list) && i < 100; i++)
            CHECK(word_list_row(list, i) != NULL);
    }
    arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum language languages[] = { LANGUAGE_FI, LANGUAGE_SV, LANGUAGE_EN };
    static struct language_kit *kit; /* libFuzzer offers no other place */
    if (!kit)
        kit = open_kit();
    CHECK(kit != NULL);
    if (size == 0 || size > TEXT_BYTES_MAX)
        return 0;
    struct str text = { (const char *)data + 1, size - 1 };
    if (data[0] % 4 == 3)
        try_list(text);
    else
        try_text(kit, languages[data[0] % 4], text);
    return 0;
}
