/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A zone file has a table of switches, and a line at its end, in the form of POSIX's TZ, that goes
 * on where the table stops: "EET-2EEST,M3.5.0/3,M10.5.0/4". Newer systems ship short tables, so the
 * line is what answers for today. Both are read once, into offsets in the order of time.
 *
 * What is not understood makes the zone unknown: a wrong time on the screen is worse than none. So
 * files of version 1 (32 bits, no line) and those that count leap seconds are refused too.
 */
#include "calendar/zone.h"

#include "base/file.h"
#include "calendar/scan.h"

#include <assert.h>

#define ZONE_FOLDER "/usr/share/zoneinfo"
#define ZONE_NAME_BYTES_MAX                                                                        \
    64                       /* "America/Argentina/ComodRivadavia", the longest there is, has 32 */
#define ZONE_BYTES_MAX 65536 /* tzdata's largest file has under 4 kB */
#define HEADER_BYTES 44      /* RFC 8536, 3.1 */
#define LOCAL_TYPE_BYTES 6   /* offset, is it summer time, where its name stands */
#define OFFSET_S_MAX INT64_C(93600) /* 26 h. RFC 8536, 3.2: more "SHOULD NOT" be there */
#define HOURS_IN_OFFSET 24          /* POSIX: "between zero and 24" */
#define HOURS_IN_RULE 167           /* RFC 8536, 3.3.1: a week less an hour */

/* Farther apart than any two offsets, nearer than any two switches of one zone. */
#define AROUND_SWITCH_S (OFFSET_S_MAX + 3600)

#define MOMENT_MOST (CIVIL_DAYS_MOST * DAY_SECONDS)

enum rule_day {
    DAY_OF_MONTH_WEEK, /* M3.5.0: the week's (5: the last) weekday of a month */
    DAY_WITHOUT_LEAP,  /* J60: 1 to 365, 29 February is never counted */
    DAY_OF_YEAR,       /* 59: 0 to 365, with it */
};

/* When a year switches, in the local time that ends then. */
struct switch_rule {
    enum rule_day kind;
    int month, week;
    enum weekday weekday;
    int day;
    int time_s;
};

/* What holds after the table. */
struct footer {
    bool is_there, has_summer;
    int standard_s, summer_s;
    struct switch_rule to_summer, to_standard;
};

struct zone {
    int64_t *switches; /* moments, in order */
    int *offsets;      /* from that moment on */
    size_t count;
    int first_offset; /* before them all */
    struct footer footer;
};

/* The counts of one block of a zone file, in the order in which they stand. */
struct header {
    char version;
    uint32_t ut_count, standard_count, leap_count, switch_count, type_count, name_bytes;
};

static uint32_t read_u32(const char *at)
{
    const uint8_t *byte = (const uint8_t *)at;
    return (uint32_t)byte[0] << 24 | (uint32_t)byte[1] << 16 | (uint32_t)byte[2] << 8 | byte[3];
}

/* Two's complement without leaning on how the compiler narrows. */
static int64_t read_i64(const char *at)
{
    uint64_t bits = (uint64_t)read_u32(at) << 32 | read_u32(at + 4);
    return bits > INT64_MAX ? -(int64_t)(UINT64_MAX - bits) - 1 : (int64_t)bits;
}

static int64_t read_i32(const char *at)
{
    uint32_t bits = read_u32(at);
    return bits > INT32_MAX ? (int64_t)bits - INT64_C(0x100000000) : (int64_t)bits;
}

/* Takes bytes off the front; false when there are fewer. */
static bool take_bytes(struct str *rest, uint64_t bytes, const char **ret_at)
{
    if (rest->bytes < bytes)
        return false;
    *ret_at = rest->at;
    *rest = str_slice(*rest, (size_t)bytes, rest->bytes);
    return true;
}

static bool take_header(struct str *rest, struct header *ret_header)
{
    const char *at;
    if (!take_bytes(rest, HEADER_BYTES, &at) || memcmp(at, "TZif", 4) != 0)
        return false;
    *ret_header = (struct header){
        .version = at[4],
        .ut_count = read_u32(at + 20),
        .standard_count = read_u32(at + 24),
        .leap_count = read_u32(at + 28),
        .switch_count = read_u32(at + 32),
        .type_count = read_u32(at + 36),
        .name_bytes = read_u32(at + 40),
    };
    return true;
}

/* Bytes of a block behind its header; time_bytes is 4 in the first block and 8 in the second. */
static uint64_t block_bytes(const struct header *header, unsigned time_bytes)
{
    return (uint64_t)header->switch_count * (time_bytes + 1) +
           (uint64_t)header->type_count * LOCAL_TYPE_BYTES + header->name_bytes +
           (uint64_t)header->leap_count * (time_bytes + 4) + header->standard_count +
           header->ut_count;
}

/* The offset of one local type. */
static bool read_type(const char *types, uint32_t type_count, uint32_t type, int *ret_offset)
{
    if (type >= type_count)
        return false;
    int64_t offset = read_i32(types + (size_t)type * LOCAL_TYPE_BYTES);
    if (offset < -OFFSET_S_MAX || offset > OFFSET_S_MAX)
        return false;
    *ret_offset = (int)offset;
    return true;
}

/* The table of the second block. */
static bool read_table(struct arena *arena, const struct header *header, const char *block,
                       struct zone *zone)
{
    const char *types = block + (size_t)header->switch_count * 9;
    zone->count = header->switch_count;
    zone->switches = ARENA_ARRAY(arena, int64_t, zone->count);
    zone->offsets = ARENA_ARRAY(arena, int, zone->count);
    for (size_t i = 0; i < zone->count; i++) {
        uint8_t type = (uint8_t)block[zone->count * 8 + i];
        zone->switches[i] = read_i64(block + i * 8);
        if (!read_type(types, header->type_count, type, &zone->offsets[i]))
            return false;
        if (i > 0 && zone->switches[i] <= zone->switches[i - 1])
            return false;
    }
    return read_type(types, header->type_count, 0, &zone->first_offset);
}

/* "2", "-2", "+9:30", "3:00:00" in seconds. */
static bool take_time(struct str *rest, int hours_most, int *ret_seconds)
{
    int sign = scan_byte(rest, '-') ? -1 : 1;
    if (sign > 0)
        (void)scan_byte(rest, '+');
    int hours, minutes = 0, seconds = 0;
    if (!scan_number(rest, 0, hours_most, &hours))
        return false;
    if (scan_byte(rest, ':')) {
        if (!scan_number(rest, 0, 59, &minutes))
            return false;
        if (scan_byte(rest, ':') && !scan_number(rest, 0, 59, &seconds))
            return false;
    }
    *ret_seconds = sign * (hours * 3600 + minutes * 60 + seconds);
    return true;
}

/* "EET" or "<+03>": the name of a time, which nobody here needs. */
static bool take_name(struct str *rest)
{
    size_t bytes = 0;
    if (scan_byte(rest, '<')) {
        ptrdiff_t end = str_find_byte(*rest, '>');
        if (end < 0)
            return false;
        *rest = str_slice(*rest, (size_t)end + 1, rest->bytes);
        return true;
    }
    while (bytes < rest->bytes && scan_is_letter(rest->at[bytes]))
        bytes++;
    *rest = str_slice(*rest, bytes, rest->bytes);
    return bytes >= 3;
}

static bool take_month_week(struct str *rest, struct switch_rule *rule)
{
    int sunday_first;
    if (!scan_number(rest, 1, 12, &rule->month) || !scan_byte(rest, '.') ||
        !scan_number(rest, 1, 5, &rule->week) || !scan_byte(rest, '.') ||
        !scan_number(rest, 0, 6, &sunday_first))
        return false;
    rule->weekday = (enum weekday)((sunday_first + SUNDAY) % WEEKDAY_COUNT);
    return true;
}

/* ",M3.5.0/3" */
static bool take_rule(struct str *rest, struct switch_rule *ret_rule)
{
    struct switch_rule rule = { .kind = DAY_OF_YEAR, .time_s = 2 * 3600 };
    bool is_read;
    if (!scan_byte(rest, ','))
        return false;
    if (scan_byte(rest, 'M')) {
        rule.kind = DAY_OF_MONTH_WEEK;
        is_read = take_month_week(rest, &rule);
    } else if (scan_byte(rest, 'J')) {
        rule.kind = DAY_WITHOUT_LEAP;
        is_read = scan_number(rest, 1, 365, &rule.day);
    } else {
        is_read = scan_number(rest, 0, 365, &rule.day);
    }
    if (!is_read || (scan_byte(rest, '/') && !take_time(rest, HOURS_IN_RULE, &rule.time_s)))
        return false;
    *ret_rule = rule;
    return true;
}

/* POSIX counts offsets westwards. */
static bool take_offset(struct str *rest, int *ret_offset)
{
    int west;
    if (!take_time(rest, HOURS_IN_OFFSET, &west))
        return false;
    *ret_offset = -west;
    return true;
}

static bool read_footer(struct str text, struct footer *ret_footer)
{
    struct footer footer = { .is_there = text.bytes > 0 };
    if (footer.is_there && (!take_name(&text) || !take_offset(&text, &footer.standard_s)))
        return false;
    footer.has_summer = text.bytes > 0;
    if (footer.has_summer) {
        if (!take_name(&text))
            return false;
        footer.summer_s = footer.standard_s + 3600;
        bool is_usual = text.bytes > 0 && text.at[0] == ',';
        if (!is_usual && !take_offset(&text, &footer.summer_s))
            return false;
        if (!take_rule(&text, &footer.to_summer) || !take_rule(&text, &footer.to_standard) ||
            text.bytes > 0)
            return false;
    }
    *ret_footer = footer;
    return true;
}

/* The whole file: a block for old readers, the block for us, the line. */
static bool zone_read(struct arena *arena, struct str bytes, struct zone *zone)
{
    struct header old, header;
    const char *block;
    if (!take_header(&bytes, &old) || old.version < '2' ||
        !take_bytes(&bytes, block_bytes(&old, 4), &block))
        return false;
    if (!take_header(&bytes, &header) || header.leap_count > 0 ||
        !take_bytes(&bytes, block_bytes(&header, 8), &block))
        return false;
    if (!read_table(arena, &header, block, zone) || !scan_byte(&bytes, '\n'))
        return false;
    ptrdiff_t end = str_find_byte(bytes, '\n');
    return end >= 0 && read_footer(str_slice(bytes, 0, (size_t)end), &zone->footer);
}

bool zone_name_is_sound(struct str name)
{
    bool is_after_slash = true;
    if (name.bytes > ZONE_NAME_BYTES_MAX)
        return false;
    for (size_t i = 0; i < name.bytes; i++) {
        char byte = name.at[i];
        bool is_slash = byte == '/';
        if (is_slash && is_after_slash)
            return false;
        if (!is_slash && !scan_is_letter(byte) && !scan_is_digit(byte) && byte != '+' &&
            byte != '-' && byte != '_')
            return false;
        is_after_slash = is_slash;
    }
    return !is_after_slash;
}

const struct zone *zone_open(struct arena *arena, const char *folder, struct str name)
{
    if (!zone_name_is_sound(name))
        return NULL;
    const char *path = file_join(arena, folder ? folder : ZONE_FOLDER, str_c(arena, name));
    struct str bytes;
    if (file_read(arena, path, ZONE_BYTES_MAX, &bytes) != FILE_OK)
        return NULL;
    struct zone *zone = ARENA_NEW(arena, struct zone);
    return zone_read(arena, bytes, zone) ? zone : NULL;
}

/* Days since 1970 of the day on which a year switches. */
static int64_t rule_day(const struct switch_rule *rule, int year)
{
    int64_t new_year = date_to_days((struct date){ year, 1, 1 });
    if (rule->kind == DAY_OF_YEAR)
        return new_year + rule->day;
    if (rule->kind == DAY_WITHOUT_LEAP)
        return new_year + rule->day - 1 + (rule->day >= 60 && date_is_leap_year(year));
    struct date first = { year, rule->month, 1 };
    int shift = ((int)rule->weekday - (int)date_weekday(first) + WEEKDAY_COUNT) % WEEKDAY_COUNT;
    int day = shift + (rule->week - 1) * WEEKDAY_COUNT;
    if (day >= date_days_in_month(year, rule->month))
        day -= WEEKDAY_COUNT; /* the fifth means the last */
    return date_to_days(first) + day;
}

/* The offset after the table: that of the latest switch up to the moment. */
static int footer_offset(const struct footer *footer, int64_t moment)
{
    if (!footer->has_summer)
        return footer->standard_s;
    int year = civil_of_seconds(moment + footer->standard_s).date.year;
    int64_t latest = INT64_MIN;
    int offset = footer->standard_s;
    for (int y = year - 1; y <= year + 1; y++) {
        int64_t to_standard = rule_day(&footer->to_standard, y) * DAY_SECONDS +
                              footer->to_standard.time_s - footer->summer_s;
        int64_t to_summer = rule_day(&footer->to_summer, y) * DAY_SECONDS +
                            footer->to_summer.time_s - footer->standard_s;
        /* Summer time all the year is written as one that ends when the next begins: of two at
         * the same moment the later one of this order wins. */
        if (to_standard <= moment && to_standard >= latest) {
            latest = to_standard;
            offset = footer->standard_s;
        }
        if (to_summer <= moment && to_summer >= latest) {
            latest = to_summer;
            offset = footer->summer_s;
        }
    }
    return offset;
}

static int64_t moment_cut(int64_t moment)
{
    if (moment > MOMENT_MOST)
        return MOMENT_MOST;
    return moment < -MOMENT_MOST ? -MOMENT_MOST : moment;
}

int zone_offset(const struct zone *zone, int64_t moment)
{
    assert(zone);
    moment = moment_cut(moment);
    bool is_after_table = zone->count == 0 || moment >= zone->switches[zone->count - 1];
    if (is_after_table && zone->footer.is_there)
        return footer_offset(&zone->footer, moment);
    size_t low = 0, high = zone->count; /* the number of switches up to the moment lies between */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (zone->switches[middle] <= moment)
            low = middle + 1;
        else
            high = middle;
    }
    return low == 0 ? zone->first_offset : zone->offsets[low - 1];
}

struct civil zone_local(const struct zone *zone, int64_t moment)
{
    return civil_of_seconds(moment_cut(moment) + zone_offset(zone, moment));
}

int64_t zone_moment(const struct zone *zone, struct civil local)
{
    int64_t seconds = civil_to_seconds(local);
    int before = zone_offset(zone, seconds - AROUND_SWITCH_S);
    int after = zone_offset(zone, seconds + AROUND_SWITCH_S);
    int64_t early = seconds - before, late = seconds - after;
    /* Doubled: both hold, and the clock went back, so the old offset gives the first one.
     * Skipped: neither holds, and the old offset moves it on by the gap. */
    bool is_late = zone_offset(zone, early) != before && zone_offset(zone, late) == after;
    return is_late ? late : early;
}
