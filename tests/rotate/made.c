/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See made.h. */
#include "made.h"

int made_setup(void **state)
{
    *state = arena_new((size_t)256 << 20);
    return 0;
}

int made_teardown(void **state)
{
    arena_free(*state);
    return 0;
}

const struct zone *made_zone(struct arena *arena)
{
    const struct zone *zone = zone_open(arena, NULL, STR("Europe/Helsinki"));
    assert_non_null(zone);
    return zone;
}

static struct stamp stamp_of(const char *text)
{
    struct stamp stamp = { 0 };
    if (text)
        assert_true(stamp_parse(str_of(text), &stamp));
    return stamp;
}

int64_t made_moment(struct arena *arena, const char *text)
{
    struct stamp stamp = stamp_of(text);
    return stamp_moment(&stamp, made_zone(arena));
}

static void make_authors(struct arena *arena, struct announcement *announcement,
                         const char *authors)
{
    struct str rest = str_of(authors), name;
    while (str_next(&rest, ',', &name))
        ARENA_PUSH(arena, announcement->authors, announcement->author_count)->name = name;
}

static void make_when(struct arena *arena, struct announcement *announcement,
                      const struct made_item *made)
{
    struct when *when = ARENA_PUSH(arena, announcement->whens, announcement->when_count);
    when->start = stamp_of(made->start);
    when->end = stamp_of(made->end);
    when->cancelled = made->cancelled;
    if (made->rrule)
        assert_true(repeat_parse(str_of(made->rrule), &when->repeat));
}

static void make_item(struct arena *arena, struct item *item, const struct made_item *made)
{
    struct announcement *announcement = &item->announcement;
    announcement->id = str_of(made->id);
    announcement->group = str_of(made->group ? made->group : made->id);
    announcement->updated = stamp_of("2026-11-01");
    assert_true(language_of_tag(str_of(made->language ? made->language : "fi"),
                                &announcement->language, NULL));
    make_authors(arena, announcement, made->authors);
    announcement->show.from = stamp_of(made->from);
    announcement->show.until = stamp_of(made->until);
    announcement->show.priority = made->has_priority ? made->priority : PRIORITY_NORMAL;
    announcement->signup_until = stamp_of(made->signup_until);
    if (made->start)
        make_when(arena, announcement, made);
    if (made->centre)
        *ARENA_PUSH(arena, announcement->centres, announcement->centre_count) =
            str_of(made->centre);
    item->refused = made->refused;
    item->hidden = made->hidden;
    item->seconds = made->seconds ? made->seconds : 10;
    item->pages = made->pages;
}

struct edition *made_edition(struct arena *arena, const struct made_item *items, size_t count)
{
    struct edition *edition = ARENA_NEW(arena, struct edition);
    profile_reference(arena, &edition->profile);
    edition->profile.id = STR("niemela");
    edition->updated = made_moment(arena, "2026-11-20T09:00:00+02:00");
    edition->items = ARENA_ARRAY(arena, struct item, count + 1);
    edition->item_count = count;
    for (size_t i = 0; i < count; i++)
        make_item(arena, &edition->items[i], &items[i]);
    return edition;
}
