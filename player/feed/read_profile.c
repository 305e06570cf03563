/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The profile is the law of a centre's screens and comes with a signature, so a mistake in it must
 * not take the screens down: what is wrong is left out or taken on the safe side, with a finding
 * that keeps `profile sign` from signing it. A key with a wrong date is not trusted, one with a
 * wrong "revoked" is revoked. Only without a zone, an id or a display nothing can be shown.
 */
#include "feed/read_profile.h"

#include "feed/centre_parts.h"

/* Bounds of content-schema/centre.xsd. */
#define SLIDE_SECONDS_MIN 5
#define SLIDE_SECONDS_MAX 300
#define READING_CPS_MIN 2
#define READING_CPS_MAX 20
#define ROUND_MINUTES_MAX 120
#define POLL_SECONDS_MIN 30 /* a server should not be asked more often by hundreds of screens */
#define POLL_SECONDS_MAX 86400

#define LIST_BYTES_MAX 2000

/* Names and languages */

static struct str language_words(struct arena *arena)
{
    struct text text = text_new(arena, LIST_BYTES_MAX);
    for (unsigned i = 0; i < LANGUAGE_COUNT; i++)
        text_format(&text, "%s%s", i > 0 ? ", " : "", language_tag((enum language)i));
    return text_str(&text);
}

static void add_local_text(struct centre *centre, const xmlNode *node, struct local_text **texts,
                           size_t *count)
{
    struct reader *reader = &centre->reader;
    struct local_text text;
    struct str tag = node_language(reader->arena, node);
    if (!language_of_tag(tag, &text.language, NULL)) {
        reader_say_value(reader, node, "xml:lang", tag, language_words(reader->arena));
        return;
    }
    if (!reader_need(reader, node, NULL, &text.text))
        return;
    for (size_t i = 0; i < *count; i++) {
        if ((*texts)[i].language == text.language) {
            reader_say_twice(reader, node, xml_name(reader->doc, node));
            return;
        }
    }
    *ARENA_PUSH(reader->arena, *texts, *count) = text;
}

static void read_name(struct centre *centre, const xmlNode *node)
{
    add_local_text(centre, node, &centre->out->names, &centre->out->name_count);
}

static void read_submit(struct centre *centre, const xmlNode *node)
{
    add_local_text(centre, node, &centre->submits, &centre->submit_count);
}

static void add_language(struct centre *centre, const xmlNode *node, struct str tag)
{
    struct profile *out = centre->out;
    struct reader *reader = &centre->reader;
    enum language language;
    if (!language_of_tag(tag, &language, NULL)) {
        reader_say_value(reader, node, NULL, tag, language_words(reader->arena));
        return;
    }
    for (size_t i = 0; i < out->language_count; i++)
        if (out->languages[i] == language)
            return;
    *ARENA_PUSH(reader->arena, out->languages, out->language_count) = language;
}

static void read_languages(struct centre *centre, const xmlNode *node)
{
    struct profile *out = centre->out;
    const struct profile reference = *out;
    struct str rest, tag;
    if (!reader_need(&centre->reader, node, NULL, &rest))
        return;
    out->languages = NULL;
    out->language_count = 0;
    while (str_next(&rest, ' ', &tag))
        add_language(centre, node, tag);
    if (out->language_count > 0)
        return;
    out->languages = reference.languages;
    out->language_count = reference.language_count;
}

/* How it looks and runs */

static void read_colour(struct reader *reader, const xmlNode *node, const char *attribute,
                        struct colour *colour)
{
    uint8_t bytes[3];
    struct str text = reader_text(reader, node, attribute);
    if (!node_attribute(node, NULL, attribute))
        return;
    if (!str_starts(text, "#") || !str_unhex(str_slice(text, 1, text.bytes), bytes, sizeof bytes)) {
        reader_say_value(reader, node, attribute, text, STR("#000000 … #FFFFFF"));
        return;
    }
    *colour = (struct colour){ bytes[0], bytes[1], bytes[2] };
}

static void read_theme(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    unsigned choice;
    struct str name;
    if (!reader_need(reader, node, "name", &name) ||
        !reader_choice(reader, node, "name", "light dark", &choice))
        return;
    struct theme *theme = choice == 1 ? &centre->out->dark : &centre->out->light;
    read_colour(reader, node, "ground", &theme->ground);
    read_colour(reader, node, "ink", &theme->ink);
    read_colour(reader, node, "title", &theme->title);
    read_colour(reader, node, "accent", &theme->accent);
    read_colour(reader, node, "tint", &theme->tint);
}

/* A number of the profile that stays as it is when it is not given or wrong. */
static void change_number(struct reader *reader, const xmlNode *node, const char *attribute,
                          int least, int most, int *number)
{
    int value;
    if (reader_number(reader, node, attribute, least, most, &value))
        *number = value;
}

static void read_time(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct profile *out = centre->out;
    int least = out->slide_seconds_min, most = out->slide_seconds_max;
    unsigned change;
    double cps;
    change_number(reader, node, "slide-min", SLIDE_SECONDS_MIN, SLIDE_SECONDS_MAX, &least);
    change_number(reader, node, "slide-max", SLIDE_SECONDS_MIN, SLIDE_SECONDS_MAX, &most);
    change_number(reader, node, "round-min", 1, ROUND_MINUTES_MAX, &out->round_minutes);
    change_number(reader, node, "poll-s", POLL_SECONDS_MIN, POLL_SECONDS_MAX, &out->poll_seconds);
    if (reader_decimal(reader, node, "reading-cps", READING_CPS_MIN, READING_CPS_MAX, &cps))
        out->reading_cps = cps;
    if (reader_choice(reader, node, "change", "fade cut", &change))
        out->cut = change == 1;
    if (least > most) {
        reader_say_value(reader, node, "slide-min", str_format(reader->arena, "%d", least),
                         str_format(reader->arena, "%d … %d", SLIDE_SECONDS_MIN, most));
        return;
    }
    out->slide_seconds_min = least;
    out->slide_seconds_max = most;
}

static void read_organisation(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct profile *out = centre->out;
    struct registered_organisation organisation = {
        .name_sv = reader_text(reader, node, "name-sv"),
        .logo = reader_text(reader, node, "logo"),
        .contact = reader_text(reader, node, "contact"),
        .domains = reader_text(reader, node, "domains"),
    };
    if (!reader_need(reader, node, "name", &organisation.name))
        return;
    if (!reader_stamp(reader, node, "until", &organisation.allowed_until))
        organisation.allowed_until.kind = STAMP_NONE;
    *ARENA_PUSH(reader->arena, out->organisations, out->organisation_count) = organisation;
}

static void read_words(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct str rest = reader_text(reader, node, NULL), word;
    while (str_next(&rest, ' ', &word))
        *ARENA_PUSH(reader->arena, centre->out->words, centre->out->word_count) = word;
}

static void read_review(struct centre *centre, const xmlNode *node)
{
    struct str text;
    if (!reader_need(&centre->reader, node, "date", &text) ||
        !reader_stamp(&centre->reader, node, "date", &centre->out->review))
        centre->out->review.kind = STAMP_NONE;
}

/* The table */

typedef void centre_read_fn(struct centre *centre, const xmlNode *node);

static const struct {
    const char *name;
    centre_read_fn *read;
    bool is_single;
    const char *attributes;
} rows[] = {
    { "name", read_name, false, "" },
    { "languages", read_languages, true, "" },
    { "display", centre_place_display, false,
      "name diagonal-in width height rotation distance-m closest-m scan-m panel clock theme" },
    { "opening", centre_place_opening, true, "" },
    { "key", centre_trust_key, false, "role name from until revoked" },
    { "site", centre_trust_site, false, "url root-key" },
    { "warnings", centre_trust_warnings, true, "url area least" },
    { "media", centre_rules_media, true, "types bytes-max" },
    { "rule", centre_rules_rule, false, "id limit severity" },
    { "theme", read_theme, false, "name ground ink title accent tint" },
    { "time", read_time, true, "slide-min slide-max reading-cps round-min poll-s change" },
    { "rotation", centre_rotation, true, "priority-max priority outside-max agenda-min" },
    { "organisation", read_organisation, false, "name name-sv logo domains contact until" },
    { "words", read_words, true, "" },
    { "submit", read_submit, false, "" },
    { "review", read_review, true, "date" },
};

static struct str row_words(struct arena *arena)
{
    struct text text = text_new(arena, LIST_BYTES_MAX);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        text_format(&text, "%s%s", i > 0 ? ", " : "", rows[i].name);
    return text_str(&text);
}

static void read_child(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (!node_is(node, NS_INFOTAULU, rows[i].name))
            continue;
        if (rows[i].is_single && (centre->seen & (1u << i))) {
            reader_say_twice(reader, node, str_of(rows[i].name));
            return;
        }
        centre->seen |= 1u << i;
        reader->has_blocked = false; /* of this element: a key looks at it */
        reader_check_attributes(reader, node, rows[i].attributes);
        rows[i].read(centre, node);
        return;
    }
    if (node_is_in(node, NS_INFOTAULU))
        reader_say_unknown(reader, node, row_words(reader->arena));
}

/* The instructions in the centre's own language, else the first ones. */
static struct str choose_submit(const struct centre *centre)
{
    const struct profile *out = centre->out;
    for (size_t i = 0; i < centre->submit_count; i++)
        if (out->language_count > 0 && centre->submits[i].language == out->languages[0])
            return centre->submits[i].text;
    return centre->submit_count > 0 ? centre->submits[0].text : (struct str){ "", 0 };
}

/* False when nothing could be shown with it. */
static bool read_centre(struct centre *centre, const xmlNode *root)
{
    struct reader *reader = &centre->reader;
    struct profile *out = centre->out;
    const struct zone *zone;
    out->names = NULL;
    out->name_count = 0;
    out->displays = NULL;
    out->display_count = 0;
    reader_check_attributes(reader, root, "id zone");
    bool is_sound = reader_need(reader, root, "id", &out->id);
    if (node_attribute(root, NULL, "zone"))
        is_sound &= reader_zone(reader, root, "zone", &out->zone_name, &zone);
    for (const xmlNode *node = node_first(root); node; node = node_next(node))
        read_child(centre, node);
    out->submit = choose_submit(centre);
    out->submits = centre->submits;
    out->submit_count = centre->submit_count;
    if (out->name_count == 0)
        reader_say_missing(reader, root, STR("name"));
    if (out->display_count == 0)
        reader_say_missing(reader, root, STR("display"));
    return is_sound && out->display_count > 0;
}

bool profile_read(struct arena *arena, struct str bytes, struct str file, struct report *report,
                  struct profile *ret_profile)
{
    struct xml_doc doc;
    struct profile profile;
    profile_reference(arena, &profile);
    if (!xml_parse(bytes, PROFILE_BYTES_MAX, file, NULL, report, &doc))
        return false;
    struct centre centre = {
        .reader = { .arena = arena, .report = report, .doc = &doc, .is_profile = true },
        .out = &profile,
    };
    const xmlNode *root = reader_own_root(&centre.reader, "centre");
    bool is_sound = root && read_centre(&centre, root);
    xml_free(&doc);
    if (is_sound)
        *ret_profile = profile;
    return is_sound;
}
