/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The profile is the law of a centre's screens and comes with a signature, so a mistake in it must
 * not take the screens down: what is wrong is left out or taken on the safe side, with a finding
 * that keeps `profile sign` from signing it. A key with a wrong date is not trusted, one with a
 * wrong "revoked" is revoked. Only without a zone, an id or a display nothing can be shown.
 */
#include "feed/read_profile.h"

#include "feed/reader.h"

#include <assert.h>

#define NS_XML "http://www.w3.org/XML/1998/namespace"

/* Bounds of content-schema/centre.xsd. */
#define DISPLAY_SIDE_MIN 320
#define DISPLAY_SIDE_MAX 8192
#define METRES_MAX 1000
#define INCHES_MAX 1000
#define SLIDE_SECONDS_MIN 5
#define SLIDE_SECONDS_MAX 300
#define READING_CPS_MIN 2
#define READING_CPS_MAX 20
#define ROUND_MINUTES_MAX 120
#define POLL_SECONDS_MIN 30 /* a server should not be asked more often by hundreds of screens */
#define POLL_SECONDS_MAX 86400
#define LIMIT_MAX 1e9
#define FILE_BYTES_MAX 999999999 /* what a number may say; the floor lies lower */

#define DISTANCE_M_DEFAULT 3.0
#define SCAN_M_DEFAULT 1.5
#define CLOSEST_SHARE 3 /* of the distance, as in the reference: 1 m of 3 m */

#define MINUTES_A_DAY 1440
#define LIST_BYTES_MAX 2000

/* In the order of enum weekday and of the bits of enum key_role. */
static const char day_words[] = "mo tu we th fr sa su";
static const char role_words[] = "publisher approver alert reception";
static const char severity_words[] = "advise ask warn block"; /* enum severity */
static const char media_words[] = "image/png image/jpeg image/webp";

_Static_assert(KEY_PUBLISHER == 1 << 0 && KEY_RECEPTION == 1 << 3, "role_words names the bits");
_Static_assert(SEVERITY_ADVISE == 0 && SEVERITY_BLOCK == 3, "severity_words names the values");

/* What a centre can ask for at most; rules-technical.md, column "centre config". */
static const struct {
    enum rule rule;
    double most;
} floors[] = {
    { RULE_FILE_HEADER_FIRST, 8192 },
    { RULE_FILE_SIZE, 20 << 20 },
};

struct centre {
    struct reader reader;
    struct profile *out;
    unsigned seen; /* a bit for each row of the table */
    struct local_text *submits;
    size_t submit_count;
};

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

/* Displays */

/* A needed number with a finding when it is not there. */
static bool need_decimal(struct reader *reader, const xmlNode *node, const char *attribute,
                         double most, double *ret_number)
{
    struct str text;
    return reader_need(reader, node, attribute, &text) &&
           reader_decimal(reader, node, attribute, 0.1, most, ret_number);
}

static bool need_side(struct reader *reader, const xmlNode *node, const char *attribute,
                      int *ret_side)
{
    struct str text;
    return reader_need(reader, node, attribute, &text) &&
           reader_number(reader, node, attribute, DISPLAY_SIDE_MIN, DISPLAY_SIDE_MAX, ret_side);
}

static double metres(struct reader *reader, const xmlNode *node, const char *attribute,
                     double otherwise)
{
    double number;
    return reader_decimal(reader, node, attribute, 0.1, METRES_MAX, &number) ? number : otherwise;
}

static bool has_display(const struct profile *profile, struct str name)
{
    for (size_t i = 0; i < profile->display_count; i++)
        if (str_equal(profile->displays[i].name, name))
            return true;
    return false;
}

static void read_display(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct profile *out = centre->out;
    struct display display = { .panel = STR("lcd") };
    unsigned choice;
    bool is_sound = reader_need(reader, node, "name", &display.name);
    is_sound &= need_decimal(reader, node, "diagonal-in", INCHES_MAX, &display.diagonal_in);
    is_sound &= need_side(reader, node, "width", &display.width);
    is_sound &= need_side(reader, node, "height", &display.height);
    display.distance_m = metres(reader, node, "distance-m", DISTANCE_M_DEFAULT);
    display.closest_m = metres(reader, node, "closest-m", display.distance_m / CLOSEST_SHARE);
    display.scan_m = metres(reader, node, "scan-m", SCAN_M_DEFAULT);
    if (reader_choice(reader, node, "rotation", "0 90 180 270", &choice))
        display.rotation = (int)choice * 90;
    if (reader_choice(reader, node, "panel", "lcd oled", &choice))
        display.panel = reader_text(reader, node, "panel");
    if (reader_choice(reader, node, "clock", "ntp rtc", &choice))
        display.clock_rtc = choice == 1;
    if (reader_choice(reader, node, "theme", "light dark", &choice))
        display.dark = choice == 1;
    if (is_sound && has_display(out, display.name))
        reader_say_twice(reader, node, reader_label(reader, node, "name"));
    else if (is_sound)
        *ARENA_PUSH(reader->arena, out->displays, out->display_count) = display;
}

/* Opening hours */

/* "08:00" to "24:00". */
static bool parse_clock(struct str text, int *ret_minutes)
{
    int hour, minute;
    if (text.bytes != 5 || text.at[2] != ':' || !str_to_number(str_slice(text, 0, 2), &hour) ||
        !str_to_number(str_slice(text, 3, 2), &minute))
        return false;
    if (hour > 24 || minute > 59 || (hour == 24 && minute > 0))
        return false;
    *ret_minutes = hour * 60 + minute;
    return true;
}

static bool need_clock(struct reader *reader, const xmlNode *node, const char *attribute,
                       int *ret_minutes)
{
    struct str text;
    if (!reader_need(reader, node, attribute, &text))
        return false;
    if (parse_clock(text, ret_minutes))
        return true;
    reader_say_value(reader, node, attribute, text, STR("00:00 … 24:00"));
    return false;
}

/* Hours that end before they start end on the next day. */
static struct hours hours_between(int from, int until)
{
    return (struct hours){ from, until > from ? until : until + MINUTES_A_DAY };
}

static void read_hours(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct opening *opening = &centre->out->opening;
    int from = 0, until = 0;
    struct str days;
    reader_check_attributes(reader, node, "days from until");
    bool is_sound = reader_need(reader, node, "days", &days);
    is_sound &= need_clock(reader, node, "from", &from);
    is_sound &= need_clock(reader, node, "until", &until);
    unsigned bits = reader_bits(reader, node, "days", day_words);
    if (!is_sound || bits == 0)
        return;
    struct opening_span *span = ARENA_PUSH(reader->arena, opening->spans, opening->span_count);
    span->hours = hours_between(from, until);
    for (unsigned day = 0; day < WEEKDAY_COUNT; day++)
        span->days[day] = (bits >> day) & 1;
}

/* closed="true" or hours="08:00-12:00", one of the two. */
static bool read_exception_hours(struct reader *reader, const xmlNode *node,
                                 struct opening_exception *exception)
{
    bool has_closed = reader_bool(reader, node, "closed", &exception->closed);
    struct str text = reader_text(reader, node, "hours"), from, until = { NULL, 0 }, rest = text;
    int start, end;
    if (has_closed && exception->closed && text.bytes == 0)
        return true;
    bool is_sound = text.bytes > 0 && !exception->closed && str_next(&rest, '-', &from) &&
                    str_next(&rest, '-', &until) && rest.bytes == 0 && parse_clock(from, &start) &&
                    parse_clock(until, &end);
    if (is_sound)
        exception->hours = hours_between(start, end);
    else
        reader_say_value(reader, node, "hours", text,
                         STR("hours=\"08:00-12:00\", closed=\"true\""));
    return is_sound;
}

static void read_exception(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct opening *opening = &centre->out->opening;
    struct opening_exception exception = { 0 };
    struct str text;
    reader_check_attributes(reader, node, "from until closed hours");
    if (!reader_need(reader, node, "from", &text) ||
        !reader_date(reader, node, "from", &exception.from))
        return;
    exception.until = exception.from;
    if (node_attribute(node, NULL, "until") &&
        !reader_date(reader, node, "until", &exception.until))
        return;
    struct stamp from = { STAMP_DATE, { .date = exception.from }, 0 };
    struct stamp until = { STAMP_DATE, { .date = exception.until }, 0 };
    reader_check_order(reader, node, &from, &until);
    if (read_exception_hours(reader, node, &exception))
        *ARENA_PUSH(reader->arena, opening->exceptions, opening->exception_count) = exception;
}

static void read_opening(struct centre *centre, const xmlNode *node)
{
    for (const xmlNode *child = node_first(node); child; child = node_next(child)) {
        if (node_is(child, NS_INFOTAULU, "hours"))
            read_hours(centre, child);
        else if (node_is(child, NS_INFOTAULU, "exception"))
            read_exception(centre, child);
        else
            reader_say_unknown(&centre->reader, child, STR("hours, exception"));
    }
}

/* Keys and sites */

static int base64_value(char letter)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *found = letter ? strchr(letters, letter) : NULL;
    return found ? (int)(found - letters) : -1;
}

/*
 * A minisign public key: "Ed", the key's number and its 32 bytes, 42 bytes in base64, which needs
 * no padding. Written here and not asked of approve/, which stands before this folder.
 */
static bool parse_key(struct str text, struct public_key *ret_key)
{
    uint8_t bytes[2 + KEY_ID_BYTES + PUBLIC_KEY_BYTES];
    if (text.bytes != sizeof bytes / 3 * 4)
        return false;
    for (size_t i = 0; i < text.bytes; i += 4) {
        uint32_t group = 0;
        for (size_t j = i; j < i + 4; j++) {
            int value = base64_value(text.at[j]);
            if (value < 0)
                return false;
            group = group << 6 | (uint32_t)value;
        }
        bytes[i / 4 * 3] = (uint8_t)(group >> 16);
        bytes[i / 4 * 3 + 1] = (uint8_t)(group >> 8);
        bytes[i / 4 * 3 + 2] = (uint8_t)group;
    }
    if (bytes[0] != 'E' || bytes[1] != 'd')
        return false;
    memcpy(ret_key->id, bytes + 2, KEY_ID_BYTES);
    memcpy(ret_key->bytes, bytes + 2 + KEY_ID_BYTES, PUBLIC_KEY_BYTES);
    return true;
}

/* The text of a key, which must be one; with a finding. */
static bool need_key(struct reader *reader, const xmlNode *node, const char *attribute,
                     struct public_key *ret_key)
{
    struct str text;
    if (!reader_need(reader, node, attribute, &text))
        return false;
    if (parse_key(text, ret_key))
        return true;
    reader_say_value(reader, node, attribute, text, STR("RW… (56 × A–Z a–z 0–9 + /)"));
    return false;
}

static void read_key(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct profile *out = centre->out;
    struct trusted_key key = { 0 };
    struct str text;
    bool is_sound = need_key(reader, node, NULL, &key.key);
    is_sound &= reader_need(reader, node, "name", &key.name);
    is_sound &= reader_need(reader, node, "role", &text);
    key.roles = reader_bits(reader, node, "role", role_words);
    if (!reader_stamp(reader, node, "from", &key.from))
        key.from.kind = STAMP_NONE;
    if (!reader_stamp(reader, node, "until", &key.until))
        key.until.kind = STAMP_NONE;
    reader_check_order(reader, node, &key.from, &key.until);
    is_sound &= !reader->has_blocked && key.roles != 0;
    if (!reader_bool(reader, node, "revoked", &key.revoked))
        key.revoked = node_attribute(node, NULL, "revoked") != NULL;
    if (is_sound)
        *ARENA_PUSH(reader->arena, out->keys, out->key_count) = key;
}

static void read_site(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct profile *out = centre->out;
    struct further_site site;
    struct public_key key;
    if (!reader_need(reader, node, "url", &site.url) ||
        !reader_address(reader, node, "url", &site.url) ||
        !need_key(reader, node, "root-key", &key))
        return;
    site.root_key = reader_text(reader, node, "root-key");
    *ARENA_PUSH(reader->arena, out->sites, out->site_count) = site;
}

/* Rules */

static void say_floor(struct reader *reader, const xmlNode *node, enum rule rule, struct str value)
{
    struct str args[] = { str_of(rule_info(rule)->id), value };
    reader_say(reader, FINDING_PROFILE_FLOOR, node, args, ARRAY_LEN(args));
}

static void set_limit(struct centre *centre, const xmlNode *node, enum rule rule, double limit)
{
    struct reader *reader = &centre->reader;
    for (size_t i = 0; i < ARRAY_LEN(floors); i++) {
        if (floors[i].rule != rule || limit <= floors[i].most)
            continue;
        say_floor(reader, node, rule, str_format(reader->arena, "%.10g", limit));
        limit = floors[i].most;
    }
    centre->out->rules[rule].has_limit = true;
    centre->out->rules[rule].limit = limit;
}

static void set_severity(struct centre *centre, const xmlNode *node, enum rule rule,
                         enum severity severity)
{
    if (!rule_info(rule)->overridable && severity < SEVERITY_BLOCK) {
        say_floor(&centre->reader, node, rule, str_of(severity_name(severity)));
        return;
    }
    centre->out->rules[rule].has_severity = true;
    centre->out->rules[rule].severity = severity;
}

static void read_rule(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct str id;
    enum rule rule;
    double limit;
    unsigned severity;
    if (!reader_need(reader, node, "id", &id))
        return;
    if (!rule_find(id, &rule)) {
        reader_say(reader, FINDING_PROFILE_RULE, node, &id, 1);
        return;
    }
    if (reader_decimal(reader, node, "limit", 0, LIMIT_MAX, &limit))
        set_limit(centre, node, rule, limit);
    if (reader_choice(reader, node, "severity", severity_words, &severity))
        set_severity(centre, node, rule, (enum severity)severity);
}

static void read_media(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    int bytes;
    (void)reader_bits(reader, node, "types", media_words);
    if (reader_number(reader, node, "bytes-max", 1, FILE_BYTES_MAX, &bytes))
        set_limit(centre, node, RULE_FILE_SIZE, bytes);
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
    { "display", read_display, false,
      "name diagonal-in width height rotation distance-m closest-m scan-m panel clock theme" },
    { "opening", read_opening, true, "" },
    { "key", read_key, false, "role name from until revoked" },
    { "site", read_site, false, "url root-key" },
    { "media", read_media, true, "types bytes-max" },
    { "rule", read_rule, false, "id limit severity" },
    { "theme", read_theme, false, "name ground ink title accent tint" },
    { "time", read_time, true, "slide-min slide-max reading-cps round-min poll-s change" },
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
