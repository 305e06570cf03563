/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See amend.h. The words are changed in the bytes and not in a tree, so that a signature covers
 * what the sender wrote but for those words. Names of elements and attributes cannot be met: words
 * that hold markup are escaped, and a match may not begin inside a tag but in quotes.
 */
#include "app/amend.h"

#include "feed/read_entry.h"
#include "feed/write_site.h"

#define AMENDED_BYTES_MAX ((size_t)2 * ENTRY_BYTES_MAX)

static struct str escape(struct arena *arena, struct str text)
{
    struct text to = text_new(arena, AMENDED_BYTES_MAX);
    for (size_t i = 0; i < text.bytes; i++) {
        char byte = text.at[i];
        if (byte == '&')
            text_add_c(&to, "&amp;");
        else if (byte == '<')
            text_add_c(&to, "&lt;");
        else if (byte == '>')
            text_add_c(&to, "&gt;");
        else if (byte == '"')
            text_add_c(&to, "&quot;");
        else
            text_add(&to, str_slice(text, i, 1));
    }
    return text_str(&to);
}

static size_t blanks_at(struct str text, size_t at)
{
    size_t from = at;
    while (at < text.bytes && str_is_blank(text.at[at]))
        at++;
    return at - from;
}

/* Bytes of the text that match the words at a place; 0 for none. */
static size_t match_at(struct str text, size_t from, struct str words)
{
    size_t at = from;
    for (size_t i = 0; i < words.bytes;) {
        if (str_is_blank(words.at[i])) {
            size_t blanks = blanks_at(text, at);
            if (blanks == 0)
                return 0;
            at += blanks;
            i += blanks_at(words, i);
        } else if (at < text.bytes && text.at[at] == words.at[i]) {
            at++;
            i++;
        } else {
            return 0;
        }
    }
    return at - from;
}

/* What the bytes before a place come to: inside a tag, and inside its quotes. */
struct markup {
    bool in_tag;
    char quote; /* 0: none */
};

static void step(struct markup *markup, char byte)
{
    if (markup->quote)
        markup->quote = byte == markup->quote ? 0 : markup->quote;
    else if (markup->in_tag && (byte == '"' || byte == '\''))
        markup->quote = byte;
    else if (byte == '<')
        markup->in_tag = true;
    else if (byte == '>')
        markup->in_tag = false;
}

struct match {
    size_t at, bytes, count;
};

static struct match find_words(struct str bytes, struct str words)
{
    struct match match = { 0 };
    struct markup markup = { 0 };
    for (size_t i = 0; i < bytes.bytes; i++) {
        bool is_text = !markup.in_tag || markup.quote;
        size_t matched = is_text ? match_at(bytes, i, words) : 0;
        if (matched > 0 && match.count++ == 0)
            match = (struct match){ i, matched, 1 };
        step(&markup, bytes.at[i]);
    }
    return match;
}

static enum amend_outcome replace(struct arena *arena, struct str bytes, const struct amend *amend,
                                  struct str *ret_bytes)
{
    struct match match = find_words(bytes, escape(arena, str_trim(amend->words)));
    struct text to = text_new(arena, bytes.bytes + AMENDED_BYTES_MAX);
    if (match.count != 1)
        return match.count == 0 ? AMEND_NOT_THERE : AMEND_OFTEN;
    text_add(&to, str_slice(bytes, 0, match.at));
    text_add(&to, escape(arena, str_trim(amend->text)));
    text_add(&to, str_slice(bytes, match.at + match.bytes, bytes.bytes));
    *ret_bytes = text_str(&to);
    return AMEND_DONE;
}

enum amend_outcome amend_entry(struct arena *arena, struct str bytes, const struct amend *amend,
                               struct report *report, struct str *ret_bytes)
{
    if (str_trim(amend->words).bytes > 0) {
        enum amend_outcome outcome = replace(arena, bytes, amend, &bytes);
        if (outcome != AMEND_DONE)
            return outcome;
    }
    if (amend->drop_picture && !entry_drop_media(arena, bytes, report, &bytes))
        return AMEND_BROKEN;
    if (amend->id.bytes > 0 &&
        !entry_take_identity(arena, bytes, amend->id, amend->group, report, &bytes))
        return AMEND_BROKEN;
    *ret_bytes = bytes;
    return AMEND_DONE;
}
