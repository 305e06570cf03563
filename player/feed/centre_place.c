/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the screens hang and when they are on. A display whose size is not known is left out: all
 * letters would have a wrong size on it.
 */
#include "feed/centre_parts.h"

/* Bounds of content-schema/centre.xsd. */
#define DISPLAY_SIDE_MIN 320
#define DISPLAY_SIDE_MAX 8192
#define METRES_MAX 1000
#define INCHES_MAX 1000

#define DISTANCE_M_DEFAULT 3.0
#define SCAN_M_DEFAULT 1.5
#define CLOSEST_SHARE 3 /* of the distance, as in the reference: 1 m of 3 m */

#define MINUTES_A_DAY 1440

static const char day_words[] = "mo tu we th fr sa su"; /* enum weekday */

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

void centre_place_display(struct centre *centre, const xmlNode *node)
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

void centre_place_opening(struct centre *centre, const xmlNode *node)
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
