/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written wrongly here ends the test program: it is the test that is wrong. */
#include "written.h"

#include <stdio.h>
#include <stdlib.h>

static void must(bool is_right, const char *what)
{
    if (is_right)
        return;
    (void)fprintf(stderr, "the test itself is wrong: %s\n", what);
    abort();
}

int written_setup(void **state)
{
    *state = arena_new(WRITTEN_ARENA_BYTES);
    return 0;
}

int written_teardown(void **state)
{
    arena_free(*state);
    return 0;
}

int64_t written_random(uint64_t *seed, int64_t least, int64_t most)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return least + (int64_t)((*seed >> 16) % (uint64_t)(most - least + 1));
}

const struct zone *written_zone(struct arena *arena, const char *name)
{
    const struct zone *zone = zone_open(arena, NULL, str_of(name));
    must(zone != NULL, name);
    return zone;
}

struct stamp written_stamp(const char *text)
{
    struct stamp stamp = { 0 };
    must(stamp_parse(str_of(text), &stamp), text);
    return stamp;
}

int64_t written_moment(const struct zone *zone, const char *text)
{
    struct stamp stamp = written_stamp(text);
    return stamp_moment(&stamp, zone);
}

static void read_exdates(struct arena *arena, const char *text, struct when *when)
{
    struct str rest = str_of(text), one;
    while (str_next(&rest, ' ', &one)) {
        struct stamp stamp = { 0 };
        must(stamp_parse(one, &stamp) && stamp.kind == STAMP_DATE, text);
        *ARENA_PUSH(arena, when->exdates, when->exdate_count) = stamp.civil.date;
    }
}

struct when written_to_when(struct arena *arena, const struct written_when *written)
{
    struct when when = { .cancelled = written->cancelled };
    when.start = written_stamp(written->start);
    if (written->end)
        when.end = written_stamp(written->end);
    if (written->rrule)
        must(repeat_parse(str_of(written->rrule), &when.repeat), written->rrule);
    if (written->exdate)
        read_exdates(arena, written->exdate, &when);
    if (written->zone) {
        when.zone_name = str_of(written->zone);
        when.zone = written_zone(arena, written->zone);
    }
    return when;
}

struct str written_list(struct arena *arena, const struct zone *zone, const struct occurrence *list,
                        size_t count)
{
    struct text text = text_new(arena, (size_t)1 << 20);
    for (size_t i = 0; i < count; i++) {
        text_add(&text, stamp_format(arena, list[i].start, zone));
        text_add_c(&text, " ");
        text_add(&text, stamp_format(arena, list[i].end, zone));
        text_add_c(&text, list[i].all_day ? " day" : "");
        text_add_c(&text, list[i].cancelled ? " cancelled\n" : "\n");
    }
    return text_str(&text);
}
