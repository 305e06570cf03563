/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A centre profile and a list of hidden items. A profile that is read can be used: its numbers are
 * in their bounds, its limits under their floors, and it survives being packed.
 */
#include "feed/read_profile.h"
#include "feed/write_site.h"
#include "model/pack.h"

#include <stdlib.h>

#define ARENA_BYTES ((size_t)512 << 20)

/* assert() that also counts in an optimised build. */
#define CHECK(condition) ((condition) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_displays(const struct profile *profile)
{
    CHECK(profile->display_count > 0);
    for (size_t i = 0; i < profile->display_count; i++) {
        const struct display *display = &profile->displays[i];
        CHECK(display->name.bytes > 0);
        CHECK(display->width > 0 && display->height > 0 && display->diagonal_in > 0);
        CHECK(display->distance_m > 0 && display->closest_m > 0 && display->scan_m > 0);
        CHECK(display_px_per_mm(display) > 0);
    }
}

static void check_profile(struct arena *arena, const struct profile *profile)
{
    CHECK(profile->id.bytes > 0 && profile->zone_name.bytes > 0);
    CHECK(profile->language_count > 0);
    CHECK(profile->slide_seconds_min <= profile->slide_seconds_max);
    CHECK(profile->poll_seconds >= 30 && profile->reading_cps >= 2);
    if (profile->rules[RULE_FILE_SIZE].has_limit)
        CHECK(profile->rules[RULE_FILE_SIZE].limit <= 20 << 20);
    for (size_t i = 0; i < profile->key_count; i++)
        CHECK(profile->keys[i].roles != 0 && profile->keys[i].name.bytes > 0);
    struct edition edition = { .profile = *profile }, again;
    struct str packed = pack_edition(arena, &edition);
    CHECK(packed.bytes > 0 && unpack_edition(arena, packed, &again));
    CHECK(str_equal(pack_edition(arena, &again), packed));
}

static void check_hide(struct arena *arena, const struct hide *hide)
{
    struct report report = report_new(arena);
    struct hide again;
    struct str written = hide_write(arena, hide);
    if (written.bytes == 0)
        return;
    CHECK(hide->count <= HIDE_ITEMS_MAX);
    /* One line a date: many dates of few items may be more lines than are read. */
    if (!hide_read(arena, written, STR("hide.xml"), &report, &again))
        return;
    CHECK(again.count == hide->count);
    for (size_t i = 0; i < hide->count; i++) {
        CHECK(str_equal(again.items[i].ref, hide->items[i].ref));
        CHECK(again.items[i].whole == hide->items[i].whole);
        CHECK(again.items[i].date_count == hide->items[i].date_count);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new(ARENA_BYTES);
    char *copy = arena_alloc(arena, size, 1);
    if (size > 0)
        memcpy(copy, data, size);
    struct str bytes = { copy, size };
    struct report report = report_new(arena), other = report_new(arena);
    struct profile profile;
    struct hide hide;
    if (profile_read(arena, bytes, STR("centre.xml"), &report, &profile)) {
        check_displays(&profile);
        check_profile(arena, &profile);
    } else {
        CHECK(report_has(&report, SEVERITY_BLOCK));
    }
    if (hide_read(arena, bytes, STR("hide.xml"), &other, &hide))
        check_hide(arena, &hide);
    else
        CHECK(report_has(&other, SEVERITY_BLOCK));
    arena_free(arena);
    return 0;
}
