/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See templates.h. A template is a row of parts, each with its comment; a kind leaves out those
 * that mean nothing to it. Dates come from `now`, so that what comes out passes a check as it is.
 */
#include "app/templates.h"

#include "app/template_words.h"

#define TEMPLATE_BYTES_MAX (32u << 10)
#define ZONE_NAME "Europe/Helsinki"
#define TELEPHONE "+358401234567"
#define DOMAIN "https://yhdistys.example.fi/"

/* A time that people can still plan for. */
#define DAYS_AHEAD 7
#define GROUP_WEEKS 13
#define COURSE_TIMES 6
#define SHOW_DAYS 30
#define SIGNUP_DAYS_BEFORE 4 /* a Friday */
#define START_HOUR 17
#define END_HOUR 18
#define END_MINUTE 30

struct template
{
    struct text text;
    enum kind kind;
    enum template_language language;
    const struct template_words *words;
    struct str id;
    int64_t now;
    const struct zone *zone;
    struct date today, first, last; /* of the times */
};

/* ---- small pieces -------------------------------------------------------------------------- */

static void note(struct template *template, enum template_note which)
{
    text_format(&template->text, "\n  <!-- %s -->\n", template_notes[which][template->language]);
}

static void element(struct template *template, const char *name, const char *words)
{
    text_format(&template->text, "  <%s>%s</%s>\n", name, words, name);
}

static struct str moment_text(const struct template *template, struct date date, int hour,
                              int minute)
{
    struct civil civil = { date, hour, minute, 0 };
    return stamp_format(template->text.arena, zone_moment(template->zone, civil), template->zone);
}

static struct str iso_date(const struct template *template, struct date date)
{
    return str_format(template->text.arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static bool is_repeating(enum kind kind)
{
    return kind == KIND_GROUP || kind == KIND_COURSE;
}

static bool has_time(enum kind kind)
{
    return kind == KIND_EVENT || kind == KIND_PICTURE_SLIDE || is_repeating(kind);
}

/* ---- parts --------------------------------------------------------------------------------- */

static void add_head(struct template *template)
{
    text_format(&template->text,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- %s -->\n"
                "<entry xmlns=\"http://www.w3.org/2005/Atom\" xmlns:it=\"urn:x-infotaulu:1\"\n"
                "       xml:lang=\"%s\">\n",
                template_notes[NOTE_HEAD][template->language],
                template_common[template->language].tag);
}

static void add_identity(struct template *template)
{
    note(template, NOTE_ID);
    text_format(&template->text, "  <id>%.*s</id>\n", STR_ARG(template->id));
    note(template, NOTE_TITLE);
    element(template, "title", template->words->title);
    note(template, NOTE_UPDATED);
    text_format(&template->text, "  <updated>%.*s</updated>\n",
                STR_ARG(stamp_format(template->text.arena, template->now, template->zone)));
}

static void add_author(struct template *template, const char *name)
{
    text_format(&template->text, "  <author><name>%s</name><uri>" DOMAIN "</uri></author>\n", name);
}

static void add_authors(struct template *template)
{
    note(template, NOTE_AUTHOR);
    add_author(template, template_common[template->language].organisation);
    if (template->kind == KIND_JOINT)
        add_author(template, template_common[template->language].cards[1][0]);
}

static void add_cards(struct template *template)
{
    note(template, NOTE_CARDS);
    text_add_c(&template->text, "  <content type=\"xhtml\">\n"
                                "    <div xmlns=\"http://www.w3.org/1999/xhtml\">\n      <ul>\n");
    for (size_t i = 0; i < ARRAY_LEN(template_common[0].cards); i++) {
        const char *const *card = template_common[template->language].cards[i];
        text_format(&template->text, "        <li><strong>%s</strong><br/>%s<br/>%s</li>\n",
                    card[0], card[1], card[2]);
    }
    text_add_c(&template->text, "      </ul>\n    </div>\n  </content>\n");
}

/* The two places that a picture needs, as comments until there is one. */
static void add_picture_text(struct template *template)
{
    text_format(&template->text,
                "      <!-- %s\n      <p><img src=\"media/kuva.jpg\" alt=\"…\"/></p>\n      -->\n",
                template_notes[NOTE_PICTURE][template->language]);
}

static void add_picture_link(struct template *template)
{
    text_format(&template->text,
                "\n  <!-- %s\n  <link rel=\"enclosure\" type=\"image/jpeg\" "
                "href=\"media/kuva.jpg\"/>\n  -->\n",
                template_notes[NOTE_PICTURE][template->language]);
}

static void add_content(struct template *template)
{
    note(template, NOTE_SUMMARY);
    element(template, "summary", template->words->summary);
    if (template->kind == KIND_JOINT) {
        add_cards(template);
        return;
    }
    note(template, NOTE_CONTENT);
    text_add_c(&template->text, "  <content type=\"xhtml\">\n"
                                "    <div xmlns=\"http://www.w3.org/1999/xhtml\">\n");
    for (size_t i = 0; i < TEMPLATE_PARAGRAPHS_MAX && template->words->paragraphs[i]; i++)
        text_format(&template->text, "      <p>%s</p>\n", template->words->paragraphs[i]);
    add_picture_text(template);
    text_add_c(&template->text, "    </div>\n  </content>\n");
    add_picture_link(template);
}

static void add_kind(struct template *template)
{
    note(template, NOTE_KIND);
    text_format(&template->text, "  <category scheme=\"urn:x-infotaulu:kind\" term=\"%s\"/>\n",
                kind_term(template->kind));
    note(template, NOTE_LINK);
    text_format(&template->text,
                "  <link rel=\"alternate\" type=\"text/html\" href=\"" DOMAIN "%s\"/>\n",
                template_common[template->language].page);
}

/* A course is shown until it begins, anything else that has a time until its last day. */
static void add_show(struct template *template)
{
    struct date until = template->last;
    if (template->kind == KIND_COURSE)
        until = template->first;
    note(template, NOTE_SHOW);
    text_format(&template->text, "  <it:show from=\"%.*s\" until=\"%.*s\"/>\n",
                STR_ARG(iso_date(template, template->today)), STR_ARG(iso_date(template, until)));
}

/* "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270531T210000Z": the end of the last day, in UTC as RFC 5545. */
static void add_rule(struct template *template)
{
    struct civil next = { .date = date_add(template->last, 1) };
    struct civil end = civil_of_seconds(zone_moment(template->zone, next) - 1);
    if (template->kind == KIND_COURSE)
        text_format(&template->text, "\n           rrule=\"FREQ=WEEKLY;BYDAY=TU;COUNT=%d\"",
                    COURSE_TIMES);
    else if (template->kind == KIND_GROUP)
        text_format(&template->text,
                    "\n           rrule=\"FREQ=WEEKLY;BYDAY=TU;UNTIL=%04d%02d%02dT%02d%02d%02dZ\"",
                    end.date.year, end.date.month, end.date.day, end.hour, end.minute, end.second);
}

static void add_when(struct template *template)
{
    if (!has_time(template->kind))
        return;
    note(template, NOTE_WHEN);
    if (is_repeating(template->kind))
        text_format(&template->text, "  <!-- %s -->\n",
                    template_notes[NOTE_REPEAT][template->language]);
    text_format(&template->text, "  <it:when start=\"%.*s\" end=\"%.*s\" tz=\"" ZONE_NAME "\"",
                STR_ARG(moment_text(template, template->first, START_HOUR, 0)),
                STR_ARG(moment_text(template, template->first, END_HOUR, END_MINUTE)));
    add_rule(template);
    text_add_c(&template->text, "/>\n");
}

static void add_where(struct template *template)
{
    if (template->kind == KIND_SUPPORT) {
        note(template, NOTE_WHERE);
        text_add_c(&template->text, "  <it:where mode=\"phone\" tel=\"" TELEPHONE "\"/>\n");
    } else if (has_time(template->kind)) {
        note(template, NOTE_WHERE);
        text_format(&template->text,
                    "  <it:where mode=\"place\" name=\"%s\" street=\"%s\" city=\"Niemelä\"\n"
                    "            access=\"wheelchair toilet\"/>\n",
                    template_common[template->language].place,
                    template_common[template->language].street);
    }
}

static void add_people(struct template *template)
{
    note(template, NOTE_AUDIENCE);
    element(template, "it:audience", template->words->audience);
    if (!template->words->role)
        return;
    note(template, NOTE_CONTACT);
    text_format(&template->text, "  <it:contact role=\"%s\" tel=\"" TELEPHONE "\"/>\n",
                template->words->role);
}

static void add_terms(struct template *template)
{
    bool is_course = template->kind == KIND_COURSE;
    bool is_free = !is_course && template->kind != KIND_SUPPORT;
    if (template->words->cost) {
        note(template, NOTE_COST);
        text_format(&template->text, "  <it:cost free=\"%s\">%s</it:cost>\n",
                    is_free ? "true" : "false", template->words->cost);
    }
    if (!template->words->signup)
        return;
    note(template, NOTE_SIGNUP);
    text_format(&template->text, "  <it:signup required=\"%s\"", is_course ? "true" : "false");
    if (is_course)
        text_format(&template->text, " until=\"%.*s\" tel=\"" TELEPHONE "\"",
                    STR_ARG(iso_date(template, date_add(template->first, -SIGNUP_DAYS_BEFORE))));
    text_format(&template->text, ">%s</it:signup>\n", template->words->signup);
}

/* ---- all of it ----------------------------------------------------------------------------- */

enum template_language template_language_of(struct str name)
{
    static const char *const names[] = { "fi", "sv", "en" };
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        if (str_starts(name, names[i]))
            return (enum template_language)i;
    return TEMPLATE_FI;
}

bool template_exists(enum kind kind)
{
    return template_words[kind][TEMPLATE_FI].title != NULL;
}

static void choose_dates(struct template *template)
{
    template->today = zone_local(template->zone, template->now).date;
    template->first = date_add(template->today, DAYS_AHEAD);
    while (date_weekday(template->first) != TUESDAY)
        template->first = date_add(template->first, 1);
    template->last = template->first;
    if (template->kind == KIND_GROUP)
        template->last = date_add(template->first, INT64_C(7) * GROUP_WEEKS);
    else if (!has_time(template->kind))
        template->last = date_add(template->today, SHOW_DAYS);
}

typedef void part_fn(struct template *template);

/* In the order in which they stand in the file. */
static part_fn *const parts[] = {
    add_head, add_identity, add_authors, add_content, add_kind,
    add_show, add_when,     add_where,   add_people,  add_terms,
};

struct str template_write(struct arena *arena, enum kind kind, enum template_language language,
                          struct str id, int64_t now, const struct zone *zone)
{
    struct template template = {
        .text = text_new(arena, TEMPLATE_BYTES_MAX),
        .kind = kind,
        .language = language,
        .words = &template_words[kind][language],
        .id = id,
        .now = now,
        .zone = zone,
    };
    choose_dates(&template);
    for (size_t i = 0; i < ARRAY_LEN(parts); i++)
        parts[i](&template);
    text_add_c(&template.text, "</entry>\n");
    return text_str(&template.text);
}
