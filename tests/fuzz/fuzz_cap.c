/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Warnings of an authority and the list of them: what is read has what is promised, and which of
 * many still hold can be told of any of them.
 */
#include "feed/read_cap.h"

#include <stdlib.h>

#define ARENA_BYTES ((size_t)512 << 20)

/* assert() that also counts in an optimised build. */
#define CHECK(condition) ((condition) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_alert(struct arena *arena, const struct cap_alert *alert)
{
    const struct zone *zone = zone_open(arena, NULL, STR("Europe/Helsinki"));
    struct cap_alert two[] = { *alert, *alert };
    CHECK(alert->identifier.bytes > 0);
    CHECK(alert->info_count > 0 || alert->message == CAP_CANCEL);
    for (size_t i = 0; i < alert->info_count; i++) {
        CHECK(alert->infos[i].event.bytes > 0);
        CHECK(alert->infos[i].expires.kind == STAMP_MOMENT);
        CHECK(alert->infos[i].language < LANGUAGE_COUNT);
    }
    CHECK(!zone || cap_in_force(two, 2, zone, 0) <= 2);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new(ARENA_BYTES);
    char *copy = arena_alloc(arena, size, 1);
    if (size > 0)
        memcpy(copy, data, size);
    struct str bytes = { copy, size }, *links;
    struct report report = report_new(arena), other = report_new(arena);
    struct cap_alert alert;
    size_t count = 0;
    if (cap_read(arena, bytes, STR("cap.xml"), &report, &alert))
        check_alert(arena, &alert);
    else
        CHECK(report.count > 0);
    if (cap_read_rss(arena, bytes, STR("list.rss"), &other, &links, &count))
        CHECK(count <= CAP_RSS_ITEMS_MAX);
    else
        CHECK(other.count > 0);
    arena_free(arena);
    return 0;
}
