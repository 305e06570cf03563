/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See made.h. */
#include "made.h"

#include <stdlib.h>

#define MADE_BYTES_MAX (256u << 20)

int made_open(void **state)
{
    struct made *made = memory_new(1, sizeof *made);
    made->arena = arena_new(MADE_BYTES_MAX);
    made->kit = kit_open(made->arena, SOURCE_DIR "/content-schema/words", NULL, NULL);
    made->bare = kit_open(made->arena, SOURCE_DIR "/content-schema/words", NULL, "");
    assert_non_null(made->kit);
    assert_non_null(made->kit->morphology);
    *state = made;
    return 0;
}

int made_close(void **state)
{
    struct made *made = *state;
    kit_close(made->kit);
    kit_close(made->bare);
    arena_free(made->arena);
    free(made);
    return 0;
}

const struct analysis *made_bytes(const struct made *made, const struct language_kit *kit,
                                  enum language language, struct str text)
{
    struct part part = { PART_PARAGRAPH, text, 0 };
    struct analysis_input input = { .language = language, .parts = &part, .part_count = 1 };
    return analysis_make(made->arena, kit, &input);
}

const struct analysis *made_text(const struct made *made, enum language language, const char *text)
{
    return made_bytes(made, made->kit, language, str_of(text));
}

const struct token *made_token(const struct analysis *analysis, const char *form)
{
    for (size_t i = 0; i < analysis->token_count; i++) {
        if (str_is(analysis->tokens[i].form, form))
            return &analysis->tokens[i];
    }
    fail_msg("no token %s", form);
    return NULL;
}
