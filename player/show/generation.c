/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See generation.h. The bytes as kept (signed documents and all) are read into an arena of their
 * own that goes at once; what stays is the unpacked edition alone.
 */
#include "show/generation.h"

#include "base/log.h"
#include "model/pack.h"

#include <stdlib.h>

#define LOG_MODULE "edition"

#define READ_BYTES_MAX (2 * KEEP_EDITION_BYTES_MAX + ((size_t)1 << 20))
#define SMALL_BYTES ((size_t)4 << 20) /* zone, display and profile of the reference */

static struct generation *generation_new(size_t bytes_max)
{
    struct generation *generation = memory_new(1, sizeof *generation);
    generation->arena = arena_new(bytes_max);
    return generation;
}

void generation_free(struct generation *generation)
{
    if (!generation)
        return;
    arena_free(generation->arena);
    free(generation);
}

/* The profile's zone; else one that at least lets days be counted, by which no time is shown. */
static bool open_zone(struct generation *generation)
{
    static const struct str others[] = { { "Europe/Helsinki", 15 }, { "UTC", 3 } };
    struct str wanted = generation->edition.profile.zone_name;
    generation->zone = zone_open(generation->arena, NULL, wanted);
    generation->zone_is_right = generation->zone != NULL;
    for (size_t i = 0; !generation->zone && i < ARRAY_LEN(others); i++)
        generation->zone = zone_open(generation->arena, NULL, others[i]);
    if (!generation->zone_is_right)
        log_error("time zone %.*s cannot be read (package tzdata): no dates are shown",
                  STR_ARG(wanted));
    return generation->zone != NULL;
}

static bool choose_display(struct generation *generation, const char *name)
{
    const struct profile *profile = &generation->edition.profile;
    const struct display *display = profile_display(profile, str_of(name));
    if (!display && name) {
        log_error("the centre profile has no display %s: its first one is taken", name);
        display = profile_display(profile, STR(""));
    }
    if (display)
        generation->display = *display;
    return display != NULL;
}

/* Takes the packed bytes of an edition; NULL when they are none. */
static struct generation *generation_of(struct str packed, const char *display)
{
    size_t bytes_max = packed.bytes * UNPACK_FACTOR + SMALL_BYTES;
    struct generation *generation = generation_new(bytes_max);
    if (packed.bytes > 0 && unpack_edition(generation->arena, packed, &generation->edition) &&
        open_zone(generation) && choose_display(generation, display))
        return generation;
    generation_free(generation);
    return NULL;
}

struct generation *generation_read(struct keep *keep, enum keep_generation which,
                                   const char *display, struct daily *complaint)
{
    static const char *const names[] = { [KEEP_CURRENT] = "current", [KEEP_PREVIOUS] = "previous" };
    struct kept_edition kept = { .packed = { 0 } };
    struct generation *generation = NULL;
    struct arena *arena = arena_new(READ_BYTES_MAX);
    enum keep_outcome outcome = keep_edition_read(keep, arena, which, &kept);
    if (outcome == KEEP_OK) {
        generation = generation_of(kept.packed, display);
        if (!generation)
            outcome = KEEP_DAMAGED;
    }
    if (outcome != KEEP_OK && outcome != KEEP_MISSING && daily_is_due(complaint))
        log_warning("the %s edition %s", names[which], keep_outcome_text(outcome));
    arena_free(arena);
    return generation;
}

struct generation *generation_reference(void)
{
    struct generation *generation = generation_new(SMALL_BYTES);
    profile_reference(generation->arena, &generation->edition.profile);
    generation->edition.valid_until = INT64_MAX;
    generation->is_reference = true;
    if (open_zone(generation) && choose_display(generation, NULL))
        return generation;
    generation_free(generation);
    return NULL;
}
