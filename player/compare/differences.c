/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See differences.h. What the slides say comes first, then what only the announcements hold. */
#include "compare/differences.h"

#include "base/utf8.h"
#include "compare/fields.h"
#include "layout/phrase.h"
#include "layout/told.h"

#define TEXT_BYTES_MAX (256u << 10) /* no entry that is read has more: ENTRY_BYTES_MAX */
#define FIELD_LINES_MAX 10          /* of those that differ; a desk shows some twenty lines */

struct comparing {
    struct arena *arena;
    const struct difference_context *context;
    struct differences *differences;
};

/* Blanks are no words: texts that have all words in common tell the same. */
static void add(struct comparing *comparing, struct str label, const char *element,
                struct str before, struct str after)
{
    struct runs gone, come;
    before = str_trim(before);
    after = str_trim(after);
    if (str_equal(before, after))
        return;
    words_compare(comparing->arena, before, after, &gone, &come);
    if (gone.count == 0 && come.count == 0)
        return;
    *ARENA_PUSH(comparing->arena, comparing->differences->at, comparing->differences->count) =
        (struct difference){ label, before, after, gone, come, str_of(element) };
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

/* "ti 24.11.", with the hour when the sender has named one that is not midnight. */
static struct str edge_of(const struct comparing *comparing, const struct stamp *stamp,
                          int64_t moment, int64_t within)
{
    const struct difference_context *context = comparing->context;
    const struct wording *wording = wording_of(context->language);
    struct date today = zone_local(context->zone, context->now).date;
    struct civil time = zone_local(context->zone, moment);
    struct str day =
        phrase_day(comparing->arena, wording, zone_local(context->zone, within).date, today);
    bool has_time = stamp->kind == STAMP_LOCAL || stamp->kind == STAMP_MOMENT;
    if (!has_time || (time.hour == 0 && time.minute == 0))
        return day;
    struct str hour = phrase_hours(comparing->arena, wording, time, time, false);
    return str_format(comparing->arena, "%.*s %.*s", STR_ARG(day), STR_ARG(hour));
}

/* "ti 24.11. – ti 25.5.2027 klo 16" */
static struct str period_of(const struct comparing *comparing,
                            const struct announcement *announcement)
{
    const struct zone *zone = comparing->context->zone;
    const struct show_period *show = &announcement->show;
    int64_t start = announcement_show_start(announcement, zone);
    int64_t end = announcement_show_end(announcement, zone);
    struct str first = edge_of(comparing, &show->from, start, start);
    struct str last = edge_of(comparing, &show->until, end, end - 1);
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

/* ---- what no slide says -------------------------------------------------------------------- */

static bool is_told(const struct comparing *comparing, const char *element)
{
    for (size_t i = 0; i < comparing->differences->count; i++)
        if (str_is(comparing->differences->at[i].element, element))
            return true;
    return false;
}

static struct str written(const struct comparing *comparing, const struct field *field,
                          const struct item *item, bool is_told)
{
    struct text text = text_new(comparing->arena, TEXT_BYTES_MAX);
    struct field_writer writer = {
        .arena = comparing->arena,
        .context = comparing->context,
        .wording = wording_of(comparing->context->language),
        .announcement = &item->announcement,
        .is_told = is_told,
        .to = &text,
    };
    field->write(&writer);
    return text_str(&text);
}

/* Takes the lines off the front that both begin with. */
static void drop_common_head(struct str *a, struct str *b)
{
    struct str left = *a, right = *b, first, second;
    while (str_next(&left, '\n', &first) && str_next(&right, '\n', &second) &&
           str_equal(first, second)) {
        *a = left;
        *b = right;
    }
}

/* Takes the last line off; false when nothing is left. */
static bool take_last(struct str *rest, struct str *ret_line)
{
    size_t start = rest->bytes;
    if (rest->bytes == 0)
        return false;
    while (start > 0 && rest->at[start - 1] != '\n')
        start--;
    *ret_line = str_slice(*rest, start, rest->bytes);
    *rest = str_slice(*rest, 0, start > 0 ? start - 1 : 0);
    return true;
}

static void drop_common_tail(struct str *a, struct str *b)
{
    struct str left = *a, right = *b, first, second;
    while (take_last(&left, &first) && take_last(&right, &second) && str_equal(first, second)) {
        *a = left;
        *b = right;
    }
}

static struct str first_lines(struct arena *arena, struct str text)
{
    struct str rest = text, line;
    for (int i = 0; i < FIELD_LINES_MAX; i++)
        (void)!str_next(&rest, '\n', &line);
    if (rest.bytes == 0)
        return text;
    return str_join(arena, str_slice(text, 0, text.bytes - rest.bytes), STR("…"));
}

/* Of two hundred dates those that differ are shown. */
static void compare_fields(struct comparing *comparing, const struct item *before,
                           const struct item *after)
{
    const struct wording *wording = wording_of(after->announcement.language);
    for (size_t i = 0; i < field_count; i++) {
        const struct field *field = &fields[i];
        bool is_told_so_far = is_told(comparing, field->element);
        struct str old = written(comparing, field, before, is_told_so_far);
        struct str new = written(comparing, field, after, is_told_so_far);
        const char *label =
            field->label ? i18n_text(field->label) : wording->labels[field->slide_label];
        drop_common_head(&old, &new);
        drop_common_tail(&old, &new);
        add(comparing, str_of(label), field->element, first_lines(comparing->arena, old),
            first_lines(comparing->arena, new));
    }
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
    compare_fields(&comparing, before, after);
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
