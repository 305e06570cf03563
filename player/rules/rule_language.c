/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * language-tag: title, lead and body are each in the script of the language that is named. A few
 * foreign letters (a name, an address) are fine; a text that is mostly foreign gets the wrong
 * letters, the wrong direction and the wrong voice.
 */
#include "rules/rule_set.h"
#include "rules/script.h"
#include "rules/search_text.h"

#define SCRATCH_BYTES_MAX (8u << 20) /* a text has SEARCH_BYTES_MAX, each some 12 bytes here */
#define LETTERS_MIN 5                /* fewer say nothing: "SPR" may stand in any language */

static const struct {
    enum script script;
    const char *name; /* ISO 15924, in lower case */
} scripts[] = {
    { SCRIPT_LATIN, "latn" },
    { SCRIPT_CYRILLIC, "cyrl" },
    { SCRIPT_ARABIC, "arab" },
};

struct letters {
    size_t all, own;
};

static bool is_name_of_script(struct str subtag, const char *name)
{
    for (size_t i = 0; i < subtag.bytes; i++) {
        if ((subtag.at[i] | 0x20) != name[i])
            return false;
    }
    return true;
}

static enum script script_named(struct str name)
{
    for (size_t i = 0; name.bytes == 4 && i < ARRAY_LEN(scripts); i++) {
        if (is_name_of_script(name, scripts[i].name))
            return scripts[i].script;
    }
    return SCRIPT_NONE;
}

/* The second part of a tag may name a script, as in "ku-Arab"; else it is the language's own. */
static enum script script_of_tag(const struct announcement *announcement)
{
    struct str rest = announcement->language_tag, part;
    (void)str_next(&rest, '-', &part);
    if (str_next(&rest, '-', &part) && script_named(part) != SCRIPT_NONE)
        return script_named(part);
    return script_named(str_of(language_script(announcement->language)));
}

static void count_letters(const struct sender_text *from, enum script own, struct letters *letters)
{
    struct arena *scratch = arena_new(SCRATCH_BYTES_MAX);
    struct search_text text = search_text_of(scratch, from);
    for (size_t i = 0; i < text.count; i++) {
        enum script script = script_of(text.points[i]);
        letters->all += script != SCRIPT_NONE;
        letters->own += script == own;
    }
    arena_free(scratch);
}

/* All texts of an element are one field; the finding names the first of them. */
static void check_field(const struct rule_input *input, const char *element, enum script own,
                        struct report *report)
{
    const struct sender_text *first = NULL;
    struct letters letters = { 0 };
    for (size_t i = 0; i < input->text_count; i++) {
        const struct sender_text *text = &input->texts[i];
        if (text->kind != SENDER_TEXT || strcmp(text->element, element) != 0)
            continue;
        first = first ? first : text;
        count_letters(text, own, &letters);
    }
    if (letters.all < LETTERS_MIN || letters.own * 2 >= letters.all)
        return;
    size_t bytes = first->text.bytes < SEARCH_BYTES_MAX ? first->text.bytes : SEARCH_BYTES_MAX;
    struct sender_text start = *first;
    start.text = str_slice(first->text, 0, bytes);
    struct finding *finding = rule_add(input, &start, 0, bytes, FINDING_LANGUAGE_SCRIPT, report);
    finding_arg(report, finding, input->announcement->language_tag);
    finding->limit = str_of(language_script(input->announcement->language));
}

void rule_language_tag(const struct rule_input *input, struct report *report)
{
    enum script own = script_of_tag(input->announcement);
    if (own == SCRIPT_NONE)
        return;
    check_field(input, "title", own, report);
    check_field(input, "summary", own, report);
    check_field(input, "content", own, report);
}
