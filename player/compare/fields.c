/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See fields.h. Values are written in the reader's language, dates with their year: unlike a slide
 * they are read beside another version, which may be a year older.
 *
 * Comparing the fields of the structs one by one was weighed: it finds a difference where there is
 * none for people (a rule and its dates, an hour in another zone), and what to say of it must be
 * written anyway.
 */
#include "compare/fields.h"

#include "base/i18n.h"
#include "layout/phrase.h"

#include <stdlib.h>

#define DATES_COMPARED_MAX 1500           /* two of each day of DATES_AHEAD_S */
#define DATES_AHEAD_S (730 * DAY_SECONDS) /* so that two rules without an end are cut alike */
#define OPEN_END_S 3600 /* what calendar/ takes for the length of a date without an end */

/* No date is near this day, so that each is written with its year and none as "today". */
static const struct date long_ago = { 1, 1, 1 };

/* ---- lines of parts ------------------------------------------------------------------------ */

/* "a, b, c"; empty parts are left out. */
struct line {
    struct text *to;
    bool has_parts;
};

static struct line line_start(const struct field_writer *writer)
{
    return (struct line){ writer->to, false };
}

static void add_part(struct line *line, struct str part)
{
    if (part.bytes == 0)
        return;
    text_add_c(line->to, line->has_parts ? ", " : line->to->bytes > 0 ? "\n" : "");
    text_add(line->to, part);
    line->has_parts = true;
}

static void write_line(const struct field_writer *writer, struct str text)
{
    struct line line = line_start(writer);
    add_part(&line, text);
}

/* Lines of which the order says nothing. */
static void write_sorted(const struct field_writer *writer, const struct str *list, size_t count)
{
    struct str *sorted = ARENA_ARRAY(writer->arena, struct str, count);
    if (count == 0)
        return;
    memcpy(sorted, list, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, str_order);
    for (size_t i = 0; i < count; i++)
        write_line(writer, sorted[i]);
}

/* ---- when ---------------------------------------------------------------------------------- */

static struct str full_day(const struct field_writer *writer, int64_t moment)
{
    struct date day = zone_local(writer->context->zone, moment).date;
    return phrase_day(writer->arena, writer->wording, day, long_ago);
}

struct str field_stamp(struct arena *arena, const struct wording *wording,
                       const struct stamp *stamp, const struct zone *zone)
{
    struct civil time = zone_local(zone, stamp_moment(stamp, zone));
    struct str day = phrase_day(arena, wording, time.date, long_ago);
    if (stamp->kind == STAMP_DATE)
        return day;
    struct str hours = phrase_hours(arena, wording, time, time, false);
    return str_format(arena, "%.*s %.*s", STR_ARG(day), STR_ARG(hours));
}

/* "joka tiistai, viimeinen 25.5.2027"; empty for what is no rule or has no date to come. */
static struct str series_text(const struct field_writer *writer, const struct when *when)
{
    const struct difference_context *context = writer->context;
    struct occurrence next, after;
    if (when->cancelled || when->repeat.frequency == REPEAT_NONE ||
        !when_next(when, 1, context->zone, context->now, &next) ||
        !when_next(when, 1, context->zone, next.end, &after))
        return (struct str){ 0 };
    struct str repeat = phrase_repeat(writer->arena, writer->wording, when);
    int64_t end;
    bool is_endless = false;
    if (!when_last_end(when, 1, context->zone, &end, &is_endless) || is_endless)
        return repeat;
    struct str day = full_day(writer, end - 1);
    struct str last = i18n_fill(writer->arena, _("the last one {0}"), &day, 1);
    const char *comma = repeat.bytes > 0 ? ", " : "";
    return str_format(writer->arena, "%.*s%s%.*s", STR_ARG(repeat), comma, STR_ARG(last));
}

/* Also beside a difference that the slide shows: it never says when a series ends. */
static void write_series(struct field_writer *writer)
{
    const struct announcement *announcement = writer->announcement;
    struct str *list = ARENA_ARRAY(writer->arena, struct str, announcement->when_count);
    for (size_t i = 0; i < announcement->when_count; i++)
        list[i] = series_text(writer, &announcement->whens[i]);
    write_sorted(writer, list, announcement->when_count);
}

static bool has_open_end(const struct announcement *announcement)
{
    for (size_t i = 0; i < announcement->when_count; i++) {
        const struct when *when = &announcement->whens[i];
        if (when->end.kind == STAMP_NONE && when->start.kind != STAMP_DATE)
            return true;
    }
    return false;
}

static void write_dates(struct field_writer *writer)
{
    const struct announcement *announcement = writer->announcement;
    const struct zone *zone = writer->context->zone;
    if (writer->is_told)
        return;
    struct occurrence *list = ARENA_ARRAY(writer->arena, struct occurrence, DATES_COMPARED_MAX);
    size_t count = when_list(announcement->whens, announcement->when_count, zone,
                             writer->context->now, list, DATES_COMPARED_MAX);
    bool is_open = has_open_end(announcement);
    int64_t last = writer->context->now + DATES_AHEAD_S;
    for (size_t i = 0; i < count && list[i].start < last; i++) {
        struct occurrence date = list[i];
        if (is_open && !date.all_day && date.end - date.start == OPEN_END_S)
            date.end = date.start; /* nobody has said one */
        struct str text = phrase_occurrence(writer->arena, writer->wording, &date, zone, long_ago);
        if (date.cancelled)
            text = str_format(writer->arena, "%.*s (%s)", STR_ARG(text), _("cancelled"));
        write_line(writer, text);
    }
}

/* ---- where, for whom, how ------------------------------------------------------------------ */

static void write_venue(const struct field_writer *writer, const struct venue *venue)
{
    const struct wording *wording = writer->wording;
    struct line line = line_start(writer);
    if (venue->mode == PLACE_ONLINE || venue->mode == PLACE_HYBRID)
        add_part(&line, str_of(wording->online));
    if (venue->mode == PLACE_PHONE)
        add_part(&line, str_of(wording->by_phone));
    const struct str parts[] = { venue->name,
                                 venue->extra,
                                 venue->street,
                                 venue->postcode,
                                 venue->city,
                                 venue->href,
                                 phrase_phone(writer->arena, venue->tel) };
    for (size_t i = 0; i < ARRAY_LEN(parts); i++)
        add_part(&line, parts[i]);
    for (size_t i = 0; i < ARRAY_LEN(wording->access); i++)
        if (venue->access & (1u << i))
            add_part(&line, str_of(wording->access[i]));
}

/* The slide has the first one, without its postcode and what else it finds no room for. */
static void write_venues(struct field_writer *writer)
{
    const struct announcement *announcement = writer->announcement;
    for (size_t i = writer->is_told; i < announcement->venue_count; i++)
        write_venue(writer, &announcement->venues[i]);
}

static void write_audience_terms(struct field_writer *writer)
{
    write_sorted(writer, writer->announcement->audience_terms,
                 writer->announcement->audience_term_count);
}

static void write_spoken(struct field_writer *writer)
{
    write_line(writer, writer->announcement->spoken);
}

/* That it is free, behind the sender's own words of the price. */
static void write_cost(struct field_writer *writer)
{
    const struct announcement *announcement = writer->announcement;
    if (announcement->has_cost && announcement->cost_free && !writer->is_told)
        write_line(writer, str_of(writer->wording->free_of_charge));
}

static void write_signup(struct field_writer *writer)
{
    const struct announcement *announcement = writer->announcement;
    struct line line = line_start(writer);
    if (!announcement->has_signup || writer->is_told)
        return;
    add_part(&line, str_of(announcement->signup_required ? _("Sign-up is needed")
                                                         : _("No sign-up is needed")));
    if (announcement->signup_until.kind != STAMP_NONE) {
        struct str day = field_stamp(writer->arena, writer->wording, &announcement->signup_until,
                                     writer->context->zone);
        add_part(&line, str_format(writer->arena, "%s %.*s", writer->wording->until, STR_ARG(day)));
    }
    add_part(&line, phrase_phone(writer->arena, announcement->signup_tel));
    add_part(&line, announcement->signup_href);
    add_part(&line, announcement->signup_email);
    add_part(&line, announcement->signup);
}

/* The slide has a number or an address of one of them. */
static void write_contacts(struct field_writer *writer)
{
    const struct announcement *announcement = writer->announcement;
    for (size_t i = writer->is_told; i < announcement->contact_count; i++) {
        const struct contact *contact = &announcement->contacts[i];
        struct line line = line_start(writer);
        add_part(&line, contact->name);
        add_part(&line, contact->role);
        add_part(&line, phrase_phone(writer->arena, contact->tel));
        add_part(&line, contact->email);
    }
}

/* ---- the form of the text ------------------------------------------------------------------ */

static const char *sign_of(enum block_kind kind)
{
    static const char *const signs[] = {
        [BLOCK_PARAGRAPH] = "¶", [BLOCK_BULLET] = "•", [BLOCK_NUMBERED] = "#"
    };
    return signs[kind];
}

/* The words of a block with stars round those that are strong. */
static void write_block(const struct field_writer *writer, const struct block *block)
{
    size_t done = 0;
    text_add_c(writer->to, writer->to->bytes > 0 ? "\n" : "");
    text_format(writer->to, "%s ", sign_of(block->kind));
    for (size_t i = 0; i < block->strong_count; i++) {
        const struct strong *strong = &block->strong[i];
        text_add(writer->to, str_slice(block->text, done, strong->start - done));
        text_add(writer->to, STR("*"));
        text_add(writer->to, str_slice(block->text, strong->start, strong->bytes));
        text_add(writer->to, STR("*"));
        done = strong->start + strong->bytes;
    }
    text_add(writer->to, str_slice(block->text, done, block->text.bytes));
}

static void write_form(struct field_writer *writer)
{
    for (size_t i = 0; i < writer->announcement->block_count && !writer->is_told; i++)
        write_block(writer, &writer->announcement->blocks[i]);
}

/* ---- about the announcement ---------------------------------------------------------------- */

static void write_organisations(struct field_writer *writer)
{
    const struct announcement *announcement = writer->announcement;
    for (size_t i = 0; i < announcement->author_count && !writer->is_told; i++) {
        struct line line = line_start(writer);
        add_part(&line, announcement->authors[i].name);
        add_part(&line, announcement->authors[i].email);
        add_part(&line, announcement->authors[i].uri);
    }
}

static void write_kind(struct field_writer *writer)
{
    static const char *const words[KIND_COUNT] = {
        [KIND_NOTICE] = N_("notice"),
        [KIND_EVENT] = N_("event"),
        [KIND_GROUP] = N_("group"),
        [KIND_SUPPORT] = N_("support"),
        [KIND_VOLUNTEERING] = N_("volunteering"),
        [KIND_COURSE] = N_("course"),
        [KIND_JOINT] = N_("joint notice"),
        [KIND_PICTURE_SLIDE] = N_("ready-made picture"),
        [KIND_ALERT] = N_("alert"),
    };
    write_line(writer, str_of(i18n_text(words[writer->announcement->kind])));
}

static void write_language(struct field_writer *writer)
{
    write_line(writer, writer->announcement->language_tag);
}

static void write_rights(struct field_writer *writer)
{
    write_line(writer, writer->announcement->rights);
}

static void write_centres(struct field_writer *writer)
{
    write_sorted(writer, writer->announcement->centres, writer->announcement->centre_count);
}

static void write_priority(struct field_writer *writer)
{
    static const char *const words[] = { [PRIORITY_LOW] = N_("less important"),
                                         [PRIORITY_NORMAL] = N_("as usual"),
                                         [PRIORITY_HIGH] = N_("important") };
    write_line(writer, str_of(i18n_text(words[writer->announcement->show.priority])));
}

static void write_seconds(struct field_writer *writer)
{
    int seconds = writer->announcement->show.seconds;
    if (seconds > 0)
        write_line(writer, str_format(writer->arena, "%d s", seconds));
}

/* clang-format off */
const struct field fields[] = {
    { .slide_label = LABEL_WHEN, .element = "it:when", .write = write_series },
    { .slide_label = LABEL_WHEN, .element = "it:when", .write = write_dates },
    { .slide_label = LABEL_WHERE, .element = "it:where", .write = write_venues },
    { .slide_label = LABEL_FOR_WHOM, .element = "it:audience", .write = write_audience_terms },
    { .slide_label = LABEL_SPOKEN, .element = "it:spoken", .write = write_spoken },
    { .slide_label = LABEL_PRICE, .element = "it:cost", .write = write_cost },
    { .slide_label = LABEL_SIGN_UP, .element = "it:signup", .write = write_signup },
    { .label = N_("Contacts"), .element = "it:contact", .write = write_contacts },
    { .label = N_("Text"), .element = "content", .write = write_form },
    { .label = N_("Organisations"), .element = "author", .write = write_organisations },
    { .label = N_("Kind"), .element = "category", .write = write_kind },
    { .label = N_("Language"), .element = "entry", .write = write_language },
    { .label = N_("Rights"), .element = "rights", .write = write_rights },
    { .label = N_("Centres"), .element = "category", .write = write_centres },
    { .label = N_("Importance"), .element = "it:show", .write = write_priority },
    { .label = N_("Slide time"), .element = "it:show", .write = write_seconds },
};
/* clang-format on */

const size_t field_count = ARRAY_LEN(fields);
