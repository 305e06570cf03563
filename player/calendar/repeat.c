/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reader of recurrence rules. A table of the parts that are known; any other part, a part that
 * stands twice, or an order by weekday number where it has no meaning makes the whole rule unread.
 */
#include "calendar/recurrence.h"
#include "calendar/scan.h"

#define ISO_TIME_BYTES 20 /* "2027-05-31T21:00:00Z" */

static bool read_frequency(struct str value, struct repeat *repeat)
{
    static const struct {
        const char *name;
        enum rule_frequency frequency;
    } names[] = {
        { "DAILY", REPEAT_DAILY },
        { "WEEKLY", REPEAT_WEEKLY },
        { "MONTHLY", REPEAT_MONTHLY },
    };
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (!str_is(value, names[i].name))
            continue;
        repeat->frequency = names[i].frequency;
        return true;
    }
    return false;
}

static bool read_interval(struct str value, struct repeat *repeat)
{
    return str_to_number(value, &repeat->interval) && repeat->interval >= 1;
}

static bool read_count(struct str value, struct repeat *repeat)
{
    return str_to_number(value, &repeat->count) && repeat->count >= 1 &&
           repeat->count <= REPEAT_COUNT_MAX;
}

static bool read_weekday(struct str name, enum weekday *ret_weekday)
{
    static const char names[WEEKDAY_COUNT][3] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
    for (int i = 0; i < WEEKDAY_COUNT; i++) {
        if (!str_is(name, names[i]))
            continue;
        *ret_weekday = (enum weekday)i;
        return true;
    }
    return false;
}

/* "TU", "2TU", "+2TU", "-1FR" */
static bool read_byday(struct str text, struct byday *ret_byday)
{
    struct byday byday = { 0 };
    int sign = scan_byte(&text, '-') ? -1 : 1;
    bool is_signed = sign < 0 || scan_byte(&text, '+');
    bool is_numbered = text.bytes > 0 && scan_is_digit(text.at[0]);
    if (is_signed && !is_numbered)
        return false;
    if (is_numbered && !scan_number(&text, 1, 5, &byday.nth))
        return false;
    byday.nth *= sign;
    if (!read_weekday(text, &byday.weekday))
        return false;
    *ret_byday = byday;
    return true;
}

static bool has_byday(const struct repeat *repeat, struct byday byday)
{
    for (int i = 0; i < repeat->byday_count; i++)
        if (repeat->byday[i].nth == byday.nth && repeat->byday[i].weekday == byday.weekday)
            return true;
    return false;
}

static bool read_bydays(struct str value, struct repeat *repeat)
{
    struct str one;
    if (str_ends(value, ","))
        return false;
    while (str_next(&value, ',', &one)) {
        struct byday byday;
        if (!read_byday(one, &byday))
            return false;
        if (has_byday(repeat, byday))
            continue;
        if (repeat->byday_count == BYDAY_MAX)
            return false;
        repeat->byday[repeat->byday_count++] = byday;
    }
    return repeat->byday_count > 0;
}

/* Writes the compact "20270531T210000Z" as ISO 8601 has it with dashes. */
static bool spread_until(struct str compact, char ret_iso[ISO_TIME_BYTES], size_t *ret_bytes)
{
    static const char form[] = "....-..-..T..:..:..Z";
    bool is_date = compact.bytes == 8, is_time = compact.bytes == 15 || compact.bytes == 16;
    size_t bytes = is_date ? 10 : compact.bytes + 4;
    if (!is_date && !is_time)
        return false;
    for (size_t i = 0, from = 0; i < bytes; i++) {
        bool is_added = form[i] == '-' || form[i] == ':';
        char byte = is_added ? form[i] : compact.at[from++];
        if (form[i] == '.' ? !scan_is_digit(byte) : byte != form[i])
            return false;
        ret_iso[i] = byte;
    }
    *ret_bytes = bytes;
    return true;
}

static bool read_until(struct str value, struct repeat *repeat)
{
    char iso[ISO_TIME_BYTES];
    size_t bytes;
    if (spread_until(value, iso, &bytes))
        value = (struct str){ iso, bytes };
    return stamp_parse(value, &repeat->until);
}

static bool has_numbered_day(const struct repeat *repeat)
{
    for (int i = 0; i < repeat->byday_count; i++)
        if (repeat->byday[i].nth != 0)
            return true;
    return false;
}

enum part { PART_FREQ, PART_INTERVAL, PART_BYDAY, PART_UNTIL, PART_COUNT, PARTS };

/* Reads "NAME=VALUE" by the table; false too when the part has been there. */
static bool read_part(struct str text, struct repeat *repeat, bool seen[PARTS])
{
    static const struct {
        const char *start;
        bool (*read)(struct str value, struct repeat *repeat);
    } parts[PARTS] = {
        [PART_FREQ] = { "FREQ=", read_frequency }, [PART_INTERVAL] = { "INTERVAL=", read_interval },
        [PART_BYDAY] = { "BYDAY=", read_bydays },  [PART_UNTIL] = { "UNTIL=", read_until },
        [PART_COUNT] = { "COUNT=", read_count },
    };
    for (int i = 0; i < PARTS; i++) {
        if (!str_starts(text, parts[i].start))
            continue;
        if (seen[i])
            return false;
        seen[i] = true;
        return parts[i].read(str_slice(text, strlen(parts[i].start), text.bytes), repeat);
    }
    return false;
}

bool repeat_parse(struct str text, struct repeat *ret_repeat)
{
    struct repeat repeat = { .interval = 1 };
    bool seen[PARTS] = { false };
    struct str part;
    if (str_ends(text, ";"))
        return false;
    while (str_next(&text, ';', &part))
        if (!read_part(part, &repeat, seen))
            return false;
    if (!seen[PART_FREQ] || (seen[PART_UNTIL] && seen[PART_COUNT]) ||
        (repeat.frequency != REPEAT_MONTHLY && has_numbered_day(&repeat)))
        return false;
    *ret_repeat = repeat;
    return true;
}
