/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days, written times and zones. The judges are tables, and libc where it knows better. */
#include "written.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static void a_day_has_its_weekday(void **state)
{
    static const struct {
        struct date date;
        enum weekday weekday;
    } cases[] = {
        { { 2026, 12, 1 }, TUESDAY },   { { 2026, 12, 6 }, SUNDAY },
        { { 2026, 10, 7 }, WEDNESDAY }, { { 2026, 12, 24 }, THURSDAY },
        { { 2027, 1, 1 }, FRIDAY },     { { 2028, 2, 29 }, TUESDAY },
        { { 2026, 9, 1 }, TUESDAY },    { { 2026, 12, 15 }, TUESDAY },
        { { 1970, 1, 1 }, THURSDAY },   { { 1969, 12, 31 }, WEDNESDAY },
        { { 2000, 2, 29 }, TUESDAY },   { { 1900, 3, 1 }, THURSDAY },
        { { 1, 1, 1 }, MONDAY },        { { 9999, 12, 31 }, FRIDAY },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_int_equal(date_weekday(cases[i].date), cases[i].weekday);
}

static void a_day_that_does_not_exist_is_not_valid(void **state)
{
    static const struct {
        struct date date;
        bool is_valid;
    } cases[] = {
        { { 2027, 2, 29 }, false }, { { 2026, 11, 31 }, false }, { { 2028, 2, 29 }, true },
        { { 2100, 2, 29 }, false }, { { 2000, 2, 29 }, true },   { { 2026, 13, 1 }, false },
        { { 2026, 0, 1 }, false },  { { 2026, 1, 0 }, false },   { { 2026, 1, 32 }, false },
        { { 0, 1, 1 }, false },     { { 1, 1, 1 }, true },       { { 9999, 12, 31 }, true },
        { { 10000, 1, 1 }, false }, { { 2026, -1, 1 }, false },  { { 2026, 4, -1 }, false },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_int_equal(date_is_valid(cases[i].date), cases[i].is_valid);
}

static void days_count_up_one_by_one_and_back(void **state)
{
    (void)state;
    int64_t from = date_to_days((struct date){ -401, 1, 1 });
    int64_t until = date_to_days((struct date){ 2801, 1, 1 });
    struct date expected = { -401, 1, 1 };
    for (int64_t days = from; days < until; days++) {
        struct date date = date_of_days(days);
        if (date_compare(date, expected) != 0 || date_to_days(date) != days)
            fail_msg("day %lld", (long long)days);
        if (expected.day++ == date_days_in_month(expected.year, expected.month)) {
            expected.day = 1;
            if (expected.month++ == 12) {
                expected.month = 1;
                expected.year++;
            }
        }
    }
    assert_int_equal(date_to_days((struct date){ 1970, 1, 1 }), 0);
    assert_int_equal(date_to_days((struct date){ 2000, 3, 1 }), 11017);
}

static void days_beyond_all_years_are_cut(void **state)
{
    (void)state;
    assert_int_equal(date_to_days(date_of_days(INT64_MAX)), CIVIL_DAYS_MOST);
    assert_int_equal(date_to_days(date_of_days(INT64_MIN)), -CIVIL_DAYS_MOST);
}

static void a_week_has_its_number(void **state)
{
    static const struct {
        struct date date;
        int week;
    } cases[] = {
        { { 2026, 12, 28 }, 53 }, { { 2027, 1, 3 }, 53 }, { { 2027, 1, 4 }, 1 },
        { { 2025, 12, 29 }, 1 },  { { 2026, 1, 1 }, 1 },  { { 2026, 11, 23 }, 48 },
        { { 2024, 12, 30 }, 1 },  { { 2021, 1, 3 }, 53 }, { { 2028, 12, 31 }, 52 },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_int_equal(date_week(cases[i].date), cases[i].week);
}

static void a_day_is_written_without_leading_zeros(void **state)
{
    static const struct {
        struct date date;
        const char *text;
    } cases[] = {
        { { 2026, 11, 24 }, "24.11.2026" }, { { 2026, 3, 5 }, "5.3.2026" },
        { { 2027, 1, 31 }, "31.1.2027" },   { { 2027, 12, 1 }, "1.12.2027" },
        { { 1, 1, 1 }, "1.1.1" },           { { 9999, 12, 31 }, "31.12.9999" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_string_equal(date_text(*state, cases[i].date).at, cases[i].text);
}

static void seconds_become_a_time_of_day_and_back(void **state)
{
    static const int64_t cases[] = { 0, -1, 86399, 86400, -86400, -86401, 1792886400, -2208988800 };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_int_equal(civil_to_seconds(civil_of_seconds(cases[i])), cases[i]);
    struct civil before = civil_of_seconds(-1);
    assert_int_equal(before.date.year, 1969);
    assert_int_equal(before.hour * 10000 + before.minute * 100 + before.second, 235959);
    assert_true(civil_compare(before, civil_of_seconds(0)) < 0);
    assert_true(civil_compare(before, before) == 0);
}

static void a_written_time_is_read(void **state)
{
    static const struct {
        const char *text;
        enum stamp_kind kind;
        int64_t utc; /* as Helsinki has it */
    } cases[] = {
        { "2026-12-01", STAMP_DATE, 1796076000 },
        { "2026-12-01T17:00", STAMP_LOCAL, 1796137200 },
        { "2026-12-01T17:00:00", STAMP_LOCAL, 1796137200 },
        { "2026-12-01T17:00:00+02:00", STAMP_MOMENT, 1796137200 },
        { "2026-12-01T17:00+02:00", STAMP_MOMENT, 1796137200 },
        { "2026-12-01T15:00:00Z", STAMP_MOMENT, 1796137200 },
        { "2026-12-01T15:00:00.999Z", STAMP_MOMENT, 1796137200 },
        { "2026-12-01T10:30:00-04:30", STAMP_MOMENT, 1796137200 },
        { "2026-12-01T15:00:00-00:00", STAMP_MOMENT, 1796137200 },
        { "1970-01-01T00:00:00Z", STAMP_MOMENT, 0 },
        { "2028-02-29", STAMP_DATE, 1835388000 },
    };
    const struct zone *zone = written_zone(*state, "Europe/Helsinki");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct stamp stamp;
        if (!stamp_parse(str_of(cases[i].text), &stamp))
            fail_msg("%s is not read", cases[i].text);
        assert_int_equal(stamp.kind, cases[i].kind);
        assert_int_equal(stamp_moment(&stamp, zone), cases[i].utc);
    }
}

static void what_is_not_a_time_is_not_read(void **state)
{
    static const char *const cases[] = {
        "",
        "2026",
        "2026-12",
        "2026-12-1",
        "1.12.2026",
        "2026-02-29",
        "2026-11-31",
        "0000-01-01",
        "2026-12-01T",
        "2026-12-01T17",
        "2026-12-01T24:00",
        "2026-12-01T17:60",
        "2026-12-01T17:00:60",
        "2026-12-01T17:00:00.",
        "2026-12-01T17:00.5",
        "2026-12-01 17:00",
        "2026-12-01t17:00",
        "2026-12-01T17:00z",
        "2026-12-01T17:00+2",
        "2026-12-01T17:00+0200",
        "2026-12-01T17:00+24:00",
        "2026-12-01T17:00+02:60",
        "2026-12-01T17:00:00+02:00 ",
        " 2026-12-01",
        "2026-12-01Z",
        "20261201",
        "2026-12-01+02:00",
        "-026-12-01",
        "+026-12-01",
        "2026-12-01T-1:00",
        "2026-12-01T17:00ZZ",
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct stamp stamp = { .offset_s = 4711 };
        if (stamp_parse(str_of(cases[i]), &stamp))
            fail_msg("\"%s\" is read", cases[i]);
        assert_int_equal(stamp.offset_s, 4711);
    }
}

static void a_bare_date_lasts_as_long_as_its_day(void **state)
{
    static const struct {
        const char *date;
        int hours;
    } cases[] = {
        { "2026-12-01", 24 }, { "2026-10-25", 25 }, { "2027-03-28", 23 },
        { "2027-10-31", 25 }, { "2026-12-31", 24 }, { "2028-02-29", 24 },
    };
    const struct zone *zone = written_zone(*state, "Europe/Helsinki");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct stamp stamp = written_stamp(cases[i].date);
        assert_int_equal(stamp_end(&stamp, zone) - stamp_moment(&stamp, zone),
                         cases[i].hours * 3600);
    }
    struct stamp time = written_stamp("2026-12-01T17:00");
    assert_int_equal(stamp_end(&time, zone), stamp_moment(&time, zone));
}

static void a_moment_is_written_with_its_offset(void **state)
{
    static const struct {
        const char *zone, *utc, *text;
    } cases[] = {
        { "Europe/Helsinki", "2026-12-01T15:00:00Z", "2026-12-01T17:00:00+02:00" },
        { "Europe/Helsinki", "2026-07-01T15:00:00Z", "2026-07-01T18:00:00+03:00" },
        { "UTC", "2026-07-01T15:00:00Z", "2026-07-01T15:00:00+00:00" },
        { "America/St_Johns", "2026-01-01T02:00:00Z", "2025-12-31T22:30:00-03:30" },
        { "Europe/Helsinki", "1870-01-01T00:00:00Z", "1870-01-01T01:39:00+01:39" },
    };
    struct arena *arena = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct zone *zone = written_zone(arena, cases[i].zone);
        int64_t moment = written_moment(zone, cases[i].utc);
        assert_string_equal(stamp_format(arena, moment, zone).at, cases[i].text);
    }
    const struct zone *helsinki = written_zone(arena, "Europe/Helsinki");
    assert_string_equal(stamp_format(arena, INT64_MAX, helsinki).at, "275760-09-13T03:00:00+03:00");
    assert_string_equal(stamp_format(arena, INT64_MIN, helsinki).at,
                        "-271821-04-20T01:39:00+01:39");
}

static void helsinki_switches_at_the_right_second(void **state)
{
    static const struct {
        const char *utc;
        int hours;
    } cases[] = {
        { "2026-10-25T00:59:59Z", 3 }, { "2026-10-25T01:00:00Z", 2 }, { "2027-03-28T00:59:59Z", 2 },
        { "2027-03-28T01:00:00Z", 3 }, { "2027-10-31T00:59:59Z", 3 }, { "2027-10-31T01:00:00Z", 2 },
        { "2037-10-25T00:59:59Z", 3 }, { "2037-10-25T01:00:00Z", 2 }, { "2038-03-28T00:59:59Z", 2 },
        { "2038-03-28T01:00:00Z", 3 }, /* only in the last line */
        { "2126-10-27T00:59:59Z", 3 }, { "2126-10-27T01:00:00Z", 2 },
    };
    const struct zone *zone = written_zone(*state, "Europe/Helsinki");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_int_equal(zone_offset(zone, written_moment(zone, cases[i].utc)),
                         cases[i].hours * 3600);
}

static void doubled_and_skipped_times_are_resolved(void **state)
{
    static const struct {
        const char *zone, *local, *utc;
    } cases[] = {
        { "Europe/Helsinki", "2026-10-25T02:59:59", "2026-10-24T23:59:59Z" },
        { "Europe/Helsinki", "2026-10-25T03:00:00", "2026-10-25T00:00:00Z" },
        { "Europe/Helsinki", "2026-10-25T03:30:00", "2026-10-25T00:30:00Z" },
        { "Europe/Helsinki", "2026-10-25T03:59:59", "2026-10-25T00:59:59Z" },
        { "Europe/Helsinki", "2026-10-25T04:00:00", "2026-10-25T02:00:00Z" },
        { "Europe/Helsinki", "2027-03-28T02:59:59", "2027-03-28T00:59:59Z" },
        { "Europe/Helsinki", "2027-03-28T03:00:00", "2027-03-28T01:00:00Z" },
        { "Europe/Helsinki", "2027-03-28T03:30:00", "2027-03-28T01:30:00Z" },
        { "Europe/Helsinki", "2027-03-28T04:00:00", "2027-03-28T01:00:00Z" },
        { "Europe/Helsinki", "2027-10-31T03:30:00", "2027-10-31T00:30:00Z" },
        { "Europe/Helsinki", "2060-10-31T03:30:00", "2060-10-31T00:30:00Z" },
        { "Europe/Helsinki", "2060-03-28T03:30:00", "2060-03-28T01:30:00Z" },
        { "Australia/Lord_Howe", "2027-10-03T02:15:00", "2027-10-02T15:45:00Z" },
        { "Australia/Lord_Howe", "2027-04-04T01:45:00", "2027-04-03T14:45:00Z" },
        { "Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T22:00:00Z" }, /* a day skipped */
        { "America/New_York", "2027-11-07T01:30:00", "2027-11-07T05:30:00Z" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct zone *zone = written_zone(*state, cases[i].zone);
        int64_t expected = written_moment(zone, cases[i].utc);
        int64_t moment = written_moment(zone, cases[i].local);
        if (moment != expected)
            fail_msg("%s in %s is off by %lld s", cases[i].local, cases[i].zone,
                     (long long)(moment - expected));
    }
}

static void only_sound_names_are_zones(void **state)
{
    static const struct {
        const char *name;
        bool is_sound, is_zone;
    } cases[] = {
        { "Europe/Helsinki", true, true },
        { "UTC", true, true },
        { "Etc/GMT+5", true, true },
        { "America/Argentina/Buenos_Aires", true, true },
        { "Europe/Nowhere", true, false },
        { "Europe", true, false },      /* a folder */
        { "leapseconds", true, false }, /* a text */
        { "", false, false },
        { "/etc/localtime", false, false },
        { "Europe/", false, false },
        { "Europe//Helsinki", false, false },
        { "../zoneinfo/UTC", false, false },
        { "Europe/../UTC", false, false },
        { "./UTC", false, false },
        { "tzdata.zi", false, false },
        { "Europe/Helsinki ", false, false },
        { "Europe/Hel\nsinki", false, false },
        { "Eur\xc3\xb6pe/Helsinki", false, false },
        { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false, false },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str name = str_of(cases[i].name);
        if (zone_name_is_sound(name) != cases[i].is_sound ||
            (zone_open(*state, NULL, name) != NULL) != cases[i].is_zone)
            fail_msg("\"%s\"", cases[i].name);
    }
    assert_false(zone_name_is_sound((struct str){ "UTC\0x", 5 }));
}

static void libc_zone(const char *name)
{
    (void)setenv("TZ", name, 1);
    tzset();
}

/* Compares one moment with libc's answer, and the way back. */
static void compare_with_libc(const struct zone *zone, const char *name, int64_t moment)
{
    time_t when = (time_t)moment;
    struct tm tm;
    assert_non_null(localtime_r(&when, &tm));
    struct civil local = zone_local(zone, moment);
    bool is_same = local.date.year == tm.tm_year + 1900 && local.date.month == tm.tm_mon + 1 &&
                   local.date.day == tm.tm_mday && local.hour == tm.tm_hour &&
                   local.minute == tm.tm_min && local.second == tm.tm_sec &&
                   zone_offset(zone, moment) == tm.tm_gmtoff;
    if (!is_same)
        fail_msg("%s at %lld: ours %d, libc's %ld", name, (long long)moment,
                 zone_offset(zone, moment), tm.tm_gmtoff);
    int64_t back = zone_moment(zone, local);
    if (back > moment || civil_compare(zone_local(zone, back), local) != 0)
        fail_msg("%s at %lld comes back as %lld", name, (long long)moment, (long long)back);
}

static void zones_agree_with_libc(void **state)
{
    static const char *const names[] = {
        "Europe/Helsinki",   "UTC",         "America/New_York",     "Australia/Lord_Howe",
        "Africa/Casablanca", "Asia/Gaza",   "America/Nuuk",         "Pacific/Apia",
        "Asia/Kathmandu",    "Asia/Tehran", "America/Santiago",     "Europe/Dublin",
        "Africa/Cairo",      "Asia/Tokyo",  "Antarctica/Troll",     "America/Sao_Paulo",
        "Asia/Jerusalem",    "Europe/Kyiv", "Antarctica/Macquarie",
    };
    uint64_t seed = 2026;
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        const struct zone *zone = written_zone(*state, names[i]);
        libc_zone(names[i]);
        int64_t least = written_moment(zone, "1900-01-01T00:00:00Z");
        int64_t most = written_moment(zone, "2110-01-01T00:00:00Z");
        for (int n = 0; n < 4000; n++)
            compare_with_libc(zone, names[i], written_random(&seed, least, most));
    }
}

static void put_u32(char *at, uint32_t number)
{
    for (int i = 0; i < 4; i++)
        at[i] = (char)(uint8_t)(number >> (24 - 8 * i));
}

/* A zone file without a table: two headers, one local type, and a last line. */
static struct str zone_without_table(struct arena *arena, const char *line)
{
    char head[44] = "TZif2";
    put_u32(head + 36, 1);
    put_u32(head + 40, 1);
    struct text text = text_new(arena, 4096);
    for (int i = 0; i < 2; i++) {
        text_add(&text, (struct str){ head, sizeof head });
        text_add(&text, (struct str){ "\0\0\0\0\0\0\0", 7 });
    }
    text_format(&text, "\n%s\n", line);
    return text_str(&text);
}

static void write_bytes(const char *path, struct str bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.at, 1, bytes.bytes, file), bytes.bytes);
    assert_int_equal(fclose(file), 0);
}

static const struct zone *zone_of_bytes(struct arena *arena, struct str bytes)
{
    char folder[] = "/tmp/calendar_test.XXXXXX";
    assert_non_null(mkdtemp(folder));
    struct str path = str_format(arena, "%s/Made", folder);
    write_bytes(path.at, bytes);
    const struct zone *zone = zone_open(arena, folder, STR("Made"));
    assert_int_equal(unlink(path.at), 0);
    assert_int_equal(rmdir(folder), 0);
    return zone;
}

static void the_last_line_agrees_with_libc(void **state)
{
    static const char *const lines[] = {
        "EET-2EEST,M3.5.0/3,M10.5.0/4",
        "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
        "EET-2EEST,M3.4.4/50,M10.4.4/50",
        "IST-1GMT0,M10.5.0,M3.5.0/1",
        "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
        "NZST-12NZDT,M9.5.0,M4.1.0/3",
        "AAA3BBB,J60/0,J300/0",
        "AAA3BBB2,59/0:30:15,299/0",
        "JST-9",
        "<+0545>-5:45",
        "EST5EDT4,M3.2.0/2,M11.1.0/2:00:00",
    };
    uint64_t seed = 7;
    for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
        const struct zone *zone = zone_of_bytes(*state, zone_without_table(*state, lines[i]));
        if (!zone)
            fail_msg("%s is not read", lines[i]);
        libc_zone(lines[i]);
        for (int n = 0; n < 4000; n++)
            compare_with_libc(zone, lines[i],
                              written_random(&seed, INT64_C(86400), INT64_C(4400000000)));
    }
}

/* A zone file with two switches, to +01:00 and back to +00:00, and no last line. */
struct made_table {
    const char *name;
    char version;
    uint8_t leap_count;
    uint8_t switches[2]; /* seconds */
    uint8_t types[2];
    uint8_t offset_top; /* first byte of the second type's offset */
    bool is_zone;
};

static struct str zone_with_table(struct arena *arena, const struct made_table *table)
{
    char old[44] = "TZif", head[44] = "TZif";
    old[4] = head[4] = table->version;
    put_u32(head + 28, table->leap_count);
    put_u32(head + 32, 2);
    put_u32(head + 36, 2);
    put_u32(head + 40, 1);
    char block[2 * 8 + 2 + 2 * 6 + 1] = { 0 };
    block[7] = (char)table->switches[0];
    block[15] = (char)table->switches[1];
    block[16] = (char)table->types[0];
    block[17] = (char)table->types[1];
    put_u32(block + 24, (uint32_t)table->offset_top << 24 | 3600);
    struct text text = text_new(arena, 4096);
    text_add(&text, (struct str){ old, sizeof old });
    text_add(&text, (struct str){ head, sizeof head });
    text_add(&text, (struct str){ block, sizeof block });
    for (int i = 0; i < 12 * table->leap_count; i++)
        text_add(&text, (struct str){ "", 1 });
    text_add_c(&text, "\n\n");
    return text_str(&text);
}

static void only_a_table_in_order_makes_a_zone(void **state)
{
    static const struct made_table cases[] = {
        { "as it should be", '2', 0, { 50, 100 }, { 1, 0 }, 0, true },
        { "of a later version", '4', 0, { 50, 100 }, { 1, 0 }, 0, true },
        { "version 1 has no second block", '\0', 0, { 50, 100 }, { 1, 0 }, 0, false },
        { "leap seconds", '2', 1, { 50, 100 }, { 1, 0 }, 0, false },
        { "back in time", '2', 0, { 100, 50 }, { 1, 0 }, 0, false },
        { "twice the same moment", '2', 0, { 50, 50 }, { 1, 0 }, 0, false },
        { "a type that is not there", '2', 0, { 50, 100 }, { 2, 0 }, 0, false },
        { "an offset of half a year", '2', 0, { 50, 100 }, { 1, 0 }, 1, false },
        { "and a negative one", '2', 0, { 50, 100 }, { 1, 0 }, 0x80, false },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct zone *zone = zone_of_bytes(*state, zone_with_table(*state, &cases[i]));
        if ((zone != NULL) != cases[i].is_zone)
            fail_msg("%s", cases[i].name);
        if (!zone)
            continue;
        static const int offsets[][2] = { { 49, 0 }, { 50, 3600 }, { 99, 3600 }, { 100, 0 } };
        for (size_t n = 0; n < ARRAY_LEN(offsets); n++)
            assert_int_equal(zone_offset(zone, offsets[n][0]), offsets[n][1]);
    }
}

static void a_switch_in_the_new_year_by_the_old_time_is_found(void **state)
{
    /* Ends at midnight of 1 January, when the time that begins has 31 December, 23:00. */
    const struct zone *zone =
        zone_of_bytes(*state, zone_without_table(*state, "AAA3BBB,J100/0,J1/0"));
    assert_non_null(zone);
    assert_int_equal(zone_offset(zone, written_moment(zone, "2027-01-01T01:59:59Z")), -2 * 3600);
    assert_int_equal(zone_offset(zone, written_moment(zone, "2027-01-01T02:00:00Z")), -3 * 3600);
    assert_int_equal(zone_offset(zone, written_moment(zone, "2027-01-01T03:00:00Z")), -3 * 3600);
}

static void summer_time_all_the_year_is_understood(void **state)
{
    const struct zone *zone =
        zone_of_bytes(*state, zone_without_table(*state, "XXX3EDT4,0/0,J365/23"));
    assert_non_null(zone);
    static const char *const moments[] = { "2026-01-01T03:00:00Z", "2026-07-01T00:00:00Z",
                                           "2026-12-31T23:59:59Z", "2027-01-01T03:30:00Z" };
    for (size_t i = 0; i < ARRAY_LEN(moments); i++)
        assert_int_equal(zone_offset(zone, written_moment(zone, moments[i])), -4 * 3600);
}

static void a_last_line_that_is_not_understood_makes_no_zone(void **state)
{
    static const char *const lines[] = {
        "E",
        "EET",
        "EET-2EEST",
        "EET-2EEST,",
        "EET-2EEST,M3.5.0/3",
        "EET-2EEST,M3.5.0/3,",
        "EET-2EEST,M13.5.0,M10.5.0",
        "EET-2EEST,M3.6.0,M10.5.0",
        "EET-2EEST,M3.5.7,M10.5.0",
        "EET-2EEST,M3.5.0/168,M10.5.0",
        "EET-2EEST,J0,J300",
        "EET-2EEST,J366,J300",
        "EET-2EEST,366,J300",
        "EET-25",
        "<+02-2",
        "EET-2EEST,M3.5.0/3,M10.5.0/4x",
        "EET-2:60",
        "EET-",
        "EET-99999999999",
        "EET-2EEST,M.5.0,M10.5.0",
    };
    for (size_t i = 0; i < ARRAY_LEN(lines); i++)
        if (zone_of_bytes(*state, zone_without_table(*state, lines[i])))
            fail_msg("%s is read", lines[i]);
    assert_non_null(zone_of_bytes(*state, zone_without_table(*state, "")));
}

static void a_damaged_zone_file_does_no_harm(void **state)
{
    struct arena *arena = *state;
    FILE *file = fopen("/usr/share/zoneinfo/Europe/Helsinki", "rb");
    assert_non_null(file);
    static char whole[65536], changed[65536];
    size_t bytes = fread(whole, 1, sizeof whole, file);
    (void)fclose(file);
    assert_true(bytes > 100 && bytes < sizeof whole);
    for (size_t cut = 0; cut < bytes; cut++)
        if (zone_of_bytes(arena, (struct str){ whole, cut }))
            fail_msg("cut to %zu bytes it is still read", cut);
    for (size_t at = 0; at < bytes; at++) {
        memcpy(changed, whole, bytes);
        changed[at] = (char)(changed[at] ^ 0x81);
        const struct zone *zone = zone_of_bytes(arena, (struct str){ changed, bytes });
        for (int64_t moment = INT64_MIN / 2; zone && moment < INT64_MAX / 4 * 3;
             moment += INT64_MAX / 4)
            (void)zone_moment(zone, zone_local(zone, moment));
    }
}

static void any_moment_has_a_local_time(void **state)
{
    static const int64_t moments[] = { INT64_MIN, INT64_MIN + 1, -1, 0, INT64_MAX - 1, INT64_MAX };
    const struct zone *zone = written_zone(*state, "Europe/Helsinki");
    for (size_t i = 0; i < ARRAY_LEN(moments); i++) {
        struct civil local = zone_local(zone, moments[i]);
        assert_in_range(local.date.month, 1, 12);
        assert_in_range(local.hour, 0, 23);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_has_its_weekday),
        cmocka_unit_test(a_day_that_does_not_exist_is_not_valid),
        cmocka_unit_test(days_count_up_one_by_one_and_back),
        cmocka_unit_test(days_beyond_all_years_are_cut),
        cmocka_unit_test(a_week_has_its_number),
        cmocka_unit_test(a_day_is_written_without_leading_zeros),
        cmocka_unit_test(seconds_become_a_time_of_day_and_back),
        cmocka_unit_test(a_written_time_is_read),
        cmocka_unit_test(what_is_not_a_time_is_not_read),
        cmocka_unit_test(a_bare_date_lasts_as_long_as_its_day),
        cmocka_unit_test(a_moment_is_written_with_its_offset),
        cmocka_unit_test(helsinki_switches_at_the_right_second),
        cmocka_unit_test(doubled_and_skipped_times_are_resolved),
        cmocka_unit_test(only_sound_names_are_zones),
        cmocka_unit_test(zones_agree_with_libc),
        cmocka_unit_test(the_last_line_agrees_with_libc),
        cmocka_unit_test(only_a_table_in_order_makes_a_zone),
        cmocka_unit_test(a_switch_in_the_new_year_by_the_old_time_is_found),
        cmocka_unit_test(summer_time_all_the_year_is_understood),
        cmocka_unit_test(a_last_line_that_is_not_understood_makes_no_zone),
        cmocka_unit_test(a_damaged_zone_file_does_no_harm),
        cmocka_unit_test(any_moment_has_a_local_time),
    };
    return cmocka_run_group_tests_name("calendar", tests, written_setup, written_teardown);
}
