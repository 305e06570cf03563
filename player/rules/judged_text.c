/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk over the sender's texts is scan_text's; here each is told what it is to a reader. */
#include "rules/judged_text.h"

#include "base/identity_code.h"

/*
 * The most that is analysed of one announcement. Title, text and facts within the limits of the
 * content schema are below it; what is longer has its finding already.
 */
#define JUDGED_BYTES_MAX (TEXT_CHARACTERS_MAX * 5)

enum use { USE_PART, USE_NAME };

/* What the texts of an element are. "content" is told by its block. */
static const struct element_use {
    const char *element;
    enum use use;
    enum part_kind kind;
} uses[] = {
    { "title", USE_PART, PART_TITLE },         { "summary", USE_PART, PART_LEAD },
    { "content", USE_PART, PART_PARAGRAPH },   { "it:contact role", USE_PART, PART_FACT },
    { "it:where extra", USE_PART, PART_FACT }, { "it:audience", USE_PART, PART_FACT },
    { "it:cost", USE_PART, PART_FACT },        { "it:signup", USE_PART, PART_FACT },
    { "author name", USE_NAME, PART_FACT },    { "it:contact name", USE_NAME, PART_FACT },
    { "it:where name", USE_NAME, PART_FACT },  { "it:where street", USE_NAME, PART_FACT },
    { "it:where city", USE_NAME, PART_FACT },
};

static const struct element_use *use_of(const struct sender_text *text)
{
    for (size_t i = 0; i < ARRAY_LEN(uses); i++) {
        if (text->kind == SENDER_TEXT && strcmp(text->element, uses[i].element) == 0)
            return &uses[i];
    }
    return NULL;
}

/* A list item is a bullet. Texts come in the order of the blocks; *next is the next one to try. */
static enum part_kind body_kind(const struct announcement *announcement, struct str text,
                                size_t *next)
{
    while (*next < announcement->block_count) {
        const struct block *block = &announcement->blocks[(*next)++];
        if (block->text.at == text.at)
            return block->kind == BLOCK_PARAGRAPH ? PART_PARAGRAPH : PART_BULLET;
    }
    return PART_PARAGRAPH;
}

static bool has_rules(enum language language)
{
    return language == LANGUAGE_FI || language == LANGUAGE_SV || language == LANGUAGE_EN;
}

/*
 * No rule of language may say anything of an identity code. The mask is as long as the code, so
 * that places stay right; where it is not (a dash of another kind) the text is left out.
 */
static struct str without_codes(struct arena *arena, struct str text)
{
    struct identity_code code;
    if (!identity_code_find(text, 0, &code))
        return text;
    struct str masked = identity_code_mask(arena, text);
    return masked.bytes == text.bytes ? masked : (struct str){ "", 0 };
}

const struct analysis *judged_text(struct arena *arena, const struct rule_input *input)
{
    const struct announcement *announcement = input->announcement;
    struct part *parts = ARENA_ARRAY(arena, struct part, input->text_count);
    struct str *names = ARENA_ARRAY(arena, struct str, input->text_count);
    struct analysis_input what = { .language = announcement->language,
                                   .parts = parts,
                                   .names = names,
                                   .own_words = input->profile->words,
                                   .own_word_count = input->profile->word_count };
    size_t room = JUDGED_BYTES_MAX, block = 0;
    if (!has_rules(announcement->language))
        return NULL;
    for (size_t i = 0; i < input->text_count; i++) {
        const struct sender_text *text = &input->texts[i];
        const struct element_use *use = use_of(text);
        if (!use || text->text.bytes > room)
            continue;
        room -= text->text.bytes;
        if (use->use == USE_NAME) {
            names[what.name_count++] = text->text;
            continue;
        }
        enum part_kind kind = use->kind;
        if (kind == PART_PARAGRAPH)
            kind = body_kind(announcement, text->text, &block);
        parts[what.part_count++] = (struct part){ kind, without_codes(arena, text->text), i };
    }
    return analysis_make(arena, input->language, &what);
}
