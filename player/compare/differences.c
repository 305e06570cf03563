/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See differences.h. */
#include "compare/differences.h"

#include "base/utf8.h"
#include "layout/phrase.h"
#include "layout/told.h"

#define TEXT_BYTES_MAX (256u << 10)

struct comparing {
    struct arena *arena;
    const struct difference_context *context;
    struct differences *differences;
};

static void add(struct comparing *comparing, struct str label, const char *element,
                struct str before, struct str after)
{
    before = str_trim(before);
    after = str_trim(after);
    if (str_equal(before, after))
        return;
    struct difference *difference =
        ARENA_PUSH(comparing->arena, comparing->differences->at, comparing->differences->count);
    *difference = (struct difference){
        .label = label, .before = before, .after = after, .element = str_of(element)
    };
    words_compare(comparing->arena, before, after, &difference->gone, &difference->come);
}

/* ---- the sender's own words ---------------------------------------------------------------- */

static struct str text_of(struct arena *arena, const struct announcement *announcement)
{
    struct text text = text_new(arena, TEXT_BYTES_MAX);
    for (size_t i = 0; i < announcement->block_count; i++) {
        text_add_c(&text, i > 0 ? "\n" : "");
        text_add(&text, announcement->blocks[i].text);
    }
    return text_str(&text);
}

static struct str senders_of(struct arena *arena, const struct announcement *announcement)
{
    struct text text = text_new(arena, TEXT_BYTES_MAX);
    for (size_t i = 0; i < announcement->author_count; i++) {
        text_add_c(&text, i > 0 ? "\n" : "");
        text_add(&text, announcement->authors[i].name);
    }
    return text_str(&text);
}

/* "ti 24.11. – ti 25.5.2027" */
static struct str period_of(const struct comparing *comparing,
                            const struct announcement *announcement)
{
    const struct difference_context *context = comparing->context;
    const struct wording *wording = wording_of(context->language);
    struct date today = zone_local(context->zone, context->now).date;
    struct date from =
        zone_local(context->zone, announcement_show_start(announcement, context->zone)).date;
    struct date until =
        zone_local(context->zone, announcement_show_end(announcement, context->zone) - 1).date;
    struct str first = phrase_day(comparing->arena, wording, from, today);
    struct str last = phrase_day(comparing->arena, wording, until, today);
    return str_format(comparing->arena, "%.*s – %.*s", STR_ARG(first), STR_ARG(last));
}

/* ---- facts --------------------------------------------------------------------------------- */

struct told {
    struct told_fact facts[TOLD_FACTS_MAX];
    size_t count;
    bool is_seen[TOLD_FACTS_MAX];
};

static void tell(const struct comparing *comparing, const struct item *item, struct told *ret_told)
{
    const struct difference_context *context = comparing->context;
    *ret_told = (struct told){ 0 };
    ret_told->count = told_facts(comparing->arena, context->profile, context->zone, context->now,
                                 item, ret_told->facts);
}

/* The fact with the same word before it, not seen so far; NULL for none. */
static const struct told_fact *partner_of(struct told *told, const struct told_fact *fact)
{
    for (size_t i = 0; i < told->count; i++) {
        if (told->is_seen[i] || !str_equal(told->facts[i].label, fact->label))
            continue;
        told->is_seen[i] = true;
        return &told->facts[i];
    }
    return NULL;
}

static void compare_facts(struct comparing *comparing, const struct item *before,
                          const struct item *after)
{
    static const struct str nothing = { "", 0 };
    struct told old, new;
    tell(comparing, before, &old);
    tell(comparing, after, &new);
    for (size_t i = 0; i < new.count; i++) {
        const struct told_fact *fact = &new.facts[i], *partner = partner_of(&old, fact);
        add(comparing, fact->label, fact->source, partner ? partner->value : nothing, fact->value);
    }
    for (size_t i = 0; i < old.count; i++)
        if (!old.is_seen[i])
            add(comparing, old.facts[i].label, old.facts[i].source, old.facts[i].value, nothing);
}

/* ---- pictures ------------------------------------------------------------------------------ */

static struct str picture_words(const struct announcement *announcement)
{
    if (!announcement->has_picture)
        return (struct str){ 0 };
    return announcement->picture.alt.bytes > 0 ? announcement->picture.alt
                                               : announcement->picture.href;
}

/* Another picture may have the same words for those who do not see it. */
static void compare_pictures(struct comparing *comparing, const struct announcement *before,
                             const struct announcement *after)
{
    struct str old = picture_words(before), new = picture_words(after);
    struct str label = str_of(_("Picture"));
    bool is_only_picture = comparing->context->is_other_picture && str_equal(old, new);
    if (is_only_picture) {
        new = str_join(comparing->arena, new, STR(" ("));
        new = str_join(comparing->arena, new, str_of(_("another picture")));
        new = str_join(comparing->arena, new, STR(")"));
    }
    add(comparing, label, "img", old, new);
}

/* ---- all of it ----------------------------------------------------------------------------- */

struct differences differences_of(struct arena *arena, const struct difference_context *context,
                                  const struct item *before, const struct item *after)
{
    const struct announcement *old = &before->announcement, *new = &after->announcement;
    struct differences differences = { 0 };
    struct comparing comparing = { arena, context, &differences };
    add(&comparing, str_of(_("Title")), "title", old->title, new->title);
    add(&comparing, str_of(_("Lead")), "summary", old->summary, new->summary);
    add(&comparing, str_of(_("Text")), "content", text_of(arena, old), text_of(arena, new));
    compare_facts(&comparing, before, after);
    compare_pictures(&comparing, old, new);
    add(&comparing, str_of(_("Web address")), "link", old->link, new->link);
    add(&comparing, str_of(_("Organisations")), "author", senders_of(arena, old),
        senders_of(arena, new));
    add(&comparing, str_of(_("On the screens")), "it:show", period_of(&comparing, old),
        period_of(&comparing, new));
    return differences;
}

/* ---- where it stands ----------------------------------------------------------------------- */

/* Blanks that add() cut off before the first words of text_of(). */
static size_t blanks_before(const struct announcement *announcement)
{
    size_t blanks = 0;
    for (size_t i = 0; i < announcement->block_count; i++) {
        struct str text = announcement->blocks[i].text;
        for (size_t at = 0; at < text.bytes; at++, blanks++)
            if (!str_is_blank(text.at[at]))
                return blanks;
        blanks++;
    }
    return blanks;
}

/* The block that a byte of text_of() lies in, and the byte's place in it. */
static const struct block *block_at(const struct announcement *announcement, size_t *at)
{
    *at += blanks_before(announcement);
    for (size_t i = 0; i < announcement->block_count; i++) {
        const struct block *block = &announcement->blocks[i];
        if (*at <= block->text.bytes)
            return block;
        *at -= block->text.bytes + 1;
    }
    return NULL;
}

/* The comma belongs to what follows, and the slide may have nothing more to say. */
static struct str without_comma(struct str words)
{
    return str_ends(words, ",") ? str_slice(words, 0, words.bytes - 1) : words;
}

/* Where the words of a run stand in the sender's text; false when that reads otherwise there. */
static bool find_block(const struct announcement *announcement, struct str words, size_t *start,
                       const struct block **ret_block)
{
    *ret_block = block_at(announcement, start);
    return *ret_block && str_equal(str_slice((*ret_block)->text, *start, words.bytes), words);
}

struct finding difference_finding(const struct difference *difference,
                                  const struct announcement *announcement, struct str text,
                                  struct run run)
{
    struct str words = without_comma(str_slice(text, run.start, run.bytes));
    struct finding finding = { .where = { .element = difference->element } };
    size_t start = run.start;
    if (str_is(difference->element, "content")) {
        const struct block *block;
        if (!find_block(announcement, words, &start, &block))
            return finding;
        finding.where.line = block->line;
        finding.where.column = block->column;
        text = block->text;
    }
    finding.span = words;
    finding.span_start = utf8_length(str_slice(text, 0, start));
    finding.span_length = utf8_length(words);
    return finding;
}

size_t difference_findings(const struct difference *difference,
                           const struct announcement *announcement, enum difference_side side,
                           struct finding ret_findings[DIFFERENCE_MARKS_MAX])
{
    bool is_before = side == SIDE_BEFORE;
    const struct runs *runs = is_before ? &difference->gone : &difference->come;
    struct str text = is_before ? difference->before : difference->after;
    if (runs->count > DIFFERENCE_MARKS_MAX) {
        ret_findings[0] = (struct finding){ .where = { .element = difference->element } };
        return 1;
    }
    for (size_t i = 0; i < runs->count; i++)
        ret_findings[i] = difference_finding(difference, announcement, text, runs->at[i]);
    return runs->count;
}
