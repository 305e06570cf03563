/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The approved announcements of a folder, with the numbers that they had before, in the order of
 * the feed. What is left out is said and counted; the rest is published all the same.
 */
#include "app/commands.h"
#include "app/hiding.h"
#include "app/publish.h"
#include "app/publish_together.h"
#include "app/terminal.h"
#include "base/identity_code.h"

#include <stdio.h>
#include <stdlib.h>

static void say_left_out(struct publishing *publishing)
{
    for (size_t i = 0; i < publishing->approved.count; i++) {
        struct approved_item *item = &publishing->approved.items[i];
        if (item->state == APPROVED_OVER) {
            publishing->over_count++;
            struct str title = identity_code_mask(publishing->arena, item->announcement.title);
            printf(_("over: %.*s, %.*s\n"), STR_ARG(title), STR_ARG(item->file));
        } else if (item->state == APPROVED_BAD) {
            publishing->bad_count++;
            command_print_findings(&item->report);
            options_fail(_("left out: %.*s"), STR_ARG(item->file));
        }
    }
}

static size_t language_place(const struct profile *profile, enum language language)
{
    size_t place = 0;
    while (place < profile->language_count && profile->languages[place] != language)
        place++;
    return place;
}

/* An announcement with what it is sorted by. */
struct candidate {
    struct approved_item *item;
    struct numbered numbered;
    size_t language, order;
};

static int compare_candidates(const void *first, const void *second)
{
    const struct candidate *a = first, *b = second;
    if (a->numbered.number != b->numbered.number)
        return a->numbered.number < b->numbered.number ? -1 : 1;
    if (a->language != b->language)
        return a->language < b->language ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

static struct feed_item feed_item_of(struct arena *arena, const struct candidate *candidate)
{
    const struct approved_item *item = candidate->item;
    return (struct feed_item){
        .bytes = item->bytes,
        .hash = item->hash,
        .media_href = approved_media_href(arena, item),
        .number = candidate->numbered.number,
        .approved_by = item->approval.by,
        .approved_at = item->approval.at,
        .rules = item->approval.rules,
    };
}

/* Those that go in, in the order of their files' names. */
static struct candidate *gather_candidates(struct publishing *publishing)
{
    const struct approved_folder *approved = &publishing->approved;
    struct candidate *candidates =
        ARENA_ARRAY(publishing->arena, struct candidate, approved->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < approved->count; i++) {
        struct approved_item *item = &approved->items[i];
        if (item->state != APPROVED_FINE)
            continue;
        publishing->picture_count += item->media_ending != NULL;
        candidates[count++] = (struct candidate){
            .item = item,
            .numbered = { item->announcement.id, item->announcement.group, 0 },
            .language = language_place(&publishing->profile, item->announcement.language),
            .order = i,
        };
    }
    publishing->fine_count = count;
    return candidates;
}

static struct numbers_log number_candidates(struct publishing *publishing,
                                            struct candidate *candidates)
{
    size_t count = publishing->fine_count;
    struct numbered *numbered = ARENA_ARRAY(publishing->arena, struct numbered, count + 1);
    const struct numbers_before before = {
        .items = publishing->numbered_before,
        .item_count = publishing->numbered_before_count,
        .tombstones = publishing->before.tombstones,
        .tombstone_count = publishing->before.tombstone_count,
    };
    for (size_t i = 0; i < count; i++)
        numbered[i] = candidates[i].numbered;
    const struct numbers_log log = numbers_assign(publishing->arena, &before, publishing->now,
                                                  publishing->zone, numbered, count);
    for (size_t i = 0; i < count; i++)
        candidates[i].numbered = numbered[i];
    qsort(candidates, count, sizeof *candidates, compare_candidates);
    return log;
}

/* What hide.xml takes off is said on the pages too. One that cannot be read was told before. */
static struct page_item page_item_of(const struct publishing *publishing,
                                     const struct candidate *candidate,
                                     const struct feed_item *feed_item)
{
    struct page_item page = {
        .item = { .announcement = candidate->item->announcement },
        .number = feed_item->number,
        .media = feed_item->media_href,
    };
    hiding_apply(publishing->arena, &publishing->hidden, &page.item);
    return page;
}

bool publish_gather(struct publishing *publishing)
{
    publishing->approved = (struct approved_folder){
        .arena = publishing->arena,
        .path = publishing->folder,
        .profile = &publishing->profile,
        .zone = publishing->zone,
        .now = publishing->now,
    };
    if (!approved_read(&publishing->approved, terminal_progress))
        return false;
    say_left_out(publishing);
    publish_warn_together(&publishing->approved);
    struct candidate *candidates = gather_candidates(publishing);
    const struct numbers_log log = number_candidates(publishing, candidates);
    publishing->items =
        ARENA_ARRAY(publishing->arena, struct feed_item, publishing->fine_count + 1);
    for (size_t i = 0; i < publishing->fine_count; i++)
        publishing->items[i] = feed_item_of(publishing->arena, &candidates[i]);
    publishing->pages =
        ARENA_ARRAY(publishing->arena, struct page_item, publishing->fine_count + 1);
    for (size_t i = 0; i < publishing->fine_count; i++) {
        struct page_item page = page_item_of(publishing, &candidates[i], &publishing->items[i]);
        if (!page.item.hidden)
            publishing->pages[publishing->page_count++] = page;
    }
    publishing->head.tombstones = log.tombstones;
    publishing->head.tombstone_count = log.count;
    return true;
}
