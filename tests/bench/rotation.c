/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the rotation costs with N announcements of N/10 organisations: rotation.sh builds and runs
 * it. Two of three are weekly groups all over the week, so that dates end all day long; one in
 * seven is joint material of two, and one in five has a Swedish version.
 *
 *   rotation N       times of the first slide, of each next one, and of a day's plan; memory
 *   rotation N K     K slides after the first, for counting instructions
 */
#include "base/clock.h"
#include "rotate/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#define SLIDES 20000
#define DAY_S 86400

static struct stamp stamp_of(struct str text)
{
    struct stamp stamp = { 0 };
    if (!stamp_parse(text, &stamp))
        abort();
    return stamp;
}

static void make_dates(struct arena *arena, struct announcement *announcement, int number)
{
    struct when *when = ARENA_PUSH(arena, announcement->whens, announcement->when_count);
    when->start = stamp_of(str_format(arena, "2026-11-%02dT%02d:%02d", 2 + number % 7,
                                      8 + number / 7 % 12, number / 84 % 4 * 15));
    if (!repeat_parse(STR("FREQ=WEEKLY;UNTIL=20270630"), &when->repeat))
        abort();
}

static void make_item(struct arena *arena, struct item *item, int number, int parties)
{
    struct announcement *announcement = &item->announcement;
    announcement->id = str_format(arena, "urn:bench:%d", number);
    bool is_version = number % 5 == 4; /* of the one before */
    announcement->group = str_format(arena, "urn:bench:g%d", is_version ? number - 1 : number);
    announcement->language = is_version ? LANGUAGE_SV : LANGUAGE_FI;
    announcement->updated = stamp_of(STR("2026-11-01"));
    announcement->show.until = stamp_of(STR("2027-06-30"));
    int party = (is_version ? number - 1 : number) % parties;
    announcement->author_count = 0;
    ARENA_PUSH(arena, announcement->authors, announcement->author_count)->name =
        str_format(arena, "Yhdistys %d ry", party);
    if (number % 7 == 6)
        ARENA_PUSH(arena, announcement->authors, announcement->author_count)->name =
            str_format(arena, "Yhdistys %d ry", (party + 1) % parties);
    announcement->show.priority = PRIORITY_NORMAL;
    if (number % 3 != 2)
        make_dates(arena, announcement, number);
    item->seconds = 10 + number % 21;
    item->pages = 1;
}

static struct edition *make_edition(struct arena *arena, int count)
{
    struct edition *edition = ARENA_NEW(arena, struct edition);
    profile_reference(arena, &edition->profile);
    edition->items = ARENA_ARRAY(arena, struct item, (size_t)count);
    edition->item_count = (size_t)count;
    for (int i = 0; i < count; i++)
        make_item(arena, &edition->items[i], i, count / 10);
    return edition;
}

/* Of this thread: what else the machine does is not the rotation's. */
static int64_t cpu_ns(void)
{
    struct timespec at;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return at.tv_sec * CLOCK_SECOND_NS + at.tv_nsec;
}

static double ms(int64_t ns)
{
    return (double)ns / 1e6;
}

/* KiB of this process at its largest. */
static long peak_kib(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

static void measure(const struct edition *edition, const struct zone *zone, int64_t now)
{
    int64_t start = cpu_ns(), longest = 0, all = 0;
    long before = peak_kib();
    struct rotation *rotation = rotation_new(edition, zone);
    now += rotation_next(rotation, now, true).seconds;
    int64_t first = cpu_ns() - start;
    for (int i = 0; i < SLIDES; i++) {
        start = cpu_ns();
        now += rotation_next(rotation, now, true).seconds;
        int64_t took = cpu_ns() - start;
        longest = took > longest ? took : longest;
        all += took;
    }
    rotation_free(rotation);
    struct arena *arena = arena_new((size_t)256 << 20);
    struct plan plan;
    start = cpu_ns();
    rotation = rotation_new(edition, zone);
    plan_make(rotation, edition, zone, now, now + DAY_S, arena, &plan);
    int64_t day = cpu_ns() - start;
    printf("%6zu  first %7.2f ms  next %7.2f us (longest %.3f ms)  day %8.1f ms (%zu slides)  "
           "memory %.1f MiB, of it %.1f by the rotation\n",
           edition->item_count, ms(first), (double)all / 1e3 / SLIDES, ms(longest), ms(day),
           plan.slot_count, (double)peak_kib() / 1024, (double)(peak_kib() - before) / 1024);
    rotation_free(rotation);
    arena_free(arena);
}

int main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : 1000, slides = argc > 2 ? atoi(argv[2]) : -1;
    struct arena *arena = arena_new((size_t)256 << 20);
    const struct zone *zone = zone_open(arena, NULL, STR("Europe/Helsinki"));
    const struct edition *edition = make_edition(arena, count);
    struct stamp noon = stamp_of(STR("2026-11-24T12:00"));
    int64_t now = stamp_moment(&noon, zone);
    if (slides < 0) {
        measure(edition, zone, now);
    } else {
        struct rotation *rotation = rotation_new(edition, zone);
        for (int i = 0; i <= slides; i++)
            now += rotation_next(rotation, now, true).seconds;
        rotation_free(rotation);
    }
    arena_free(arena);
    return 0;
}
