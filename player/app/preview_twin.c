/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See preview_twin.h. */
#include "app/preview_twin.h"

#include "app/preview_entry.h"
#include "base/file.h"
#include "base/identity_code.h"
#include "media/strip.h"

#include <stdlib.h>
#include <string.h>

#define TWIN_BYTES_MAX (64u << 20)
#define NAMES_BYTES_MAX 1024
#define SECONDS_HOUR 3600

/* What was found so far. */
struct found {
    enum relation relation;
    double likeness;
    const char *path;
    const struct shown *shown; /* NULL: of the same folder */
};

/* A version of the same id before one that is alike, then the likest. */
static void take_better(struct found *found, const struct found *other)
{
    if (other->relation > found->relation ||
        (other->relation == found->relation && other->likeness > found->likeness))
        *found = *other;
}

/* The likest first, then by number; what has no number yet comes last. */
static int compare_found(const void *first, const void *second)
{
    const struct found *a = first, *b = second;
    int left = a->shown->number > 0 ? a->shown->number : INT32_MAX;
    int right = b->shown->number > 0 ? b->shown->number : INT32_MAX;
    if (a->relation != b->relation)
        return a->relation < b->relation ? 1 : -1;
    if (a->likeness != b->likeness)
        return a->likeness < b->likeness ? 1 : -1;
    if (left != right)
        return left < right ? -1 : 1;
    return strcmp(a->path, b->path);
}

/* Approved ones of the same language that are on the screens; answers how many. */
static size_t find_approved(struct arena *arena, const struct preview_search *search,
                            const struct likeness_bag *own, struct found **ret_found)
{
    const struct shown_list *list = &search->approved->list;
    struct found *found = ARENA_ARRAY(arena, struct found, list->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct shown *shown = &list->items[i];
        if (shown->is_off || shown->announcement.language != own->announcement->language)
            continue;
        found[count] = (struct found){ .path = shown->path, .shown = shown };
        found[count].relation =
            relation_of_bags(&search->approved->bags[i], own, &found[count].likeness);
        count++;
    }
    qsort(found, count, sizeof *found, compare_found);
    *ret_found = found;
    return count;
}

static struct found find_beside(struct arena *arena, const struct preview_search *search,
                                const struct preview_entry *entry, const struct likeness_bag *own)
{
    struct found found = { .relation = RELATION_NONE };
    for (size_t i = 0; i < search->count; i++) {
        const struct preview_entry *beside = &search->entries[i];
        struct found other = { .path = beside->path };
        if (beside == entry || beside->before.id.bytes == 0 || beside->is_gone)
            continue;
        struct likeness_bag bag = likeness_bag_of(arena, &beside->before);
        other.relation = relation_of_bags(&bag, own, &other.likeness);
        take_better(&found, &other);
    }
    return found;
}

/* ---- the two side by side ------------------------------------------------------------------ */

/*
 * An approved picture was stripped of what it told of its maker, so the same picture may come with
 * other bytes.
 */
static bool is_other_picture(struct arena *arena, const struct submission *own,
                             const struct submission *twin)
{
    struct str bytes;
    if (!own->item.announcement.has_picture || !twin->item.announcement.has_picture ||
        hash_equal(&own->media_hash, &twin->media_hash))
        return false;
    const char *path = str_c(arena, own->media_path);
    if (file_read(arena, path, PICTURE_FILE_BYTES_MAX, &bytes) != FILE_OK)
        return true;
    struct hash stripped = hash_of(picture_strip(arena, bytes, &own->picture.probe));
    return !hash_equal(&stripped, &twin->media_hash);
}

static void compare(const struct preview_search *search, const struct submission *own,
                    struct preview_twin *twin)
{
    const struct difference_context context = {
        .profile = search->judge->profile,
        .zone = search->judge->zone,
        .now = search->judge->now,
        .language = search->language,
        .is_other_picture = is_other_picture(twin->arena, own, &twin->submission),
    };
    twin->differences = differences_of(twin->arena, &context, &twin->submission.item, &own->item);
    twin->is_same = twin->differences.count == 0;
}

/* One that cannot be read any more is no twin. */
static void take_found(const struct preview_search *search, const struct submission *own,
                       const struct found *found, struct preview_twin *twin)
{
    struct judge quick = *search->judge;
    quick.sight = NULL;
    if (found->relation == RELATION_NONE)
        return;
    submission_read(twin->arena, &quick, str_c(twin->arena, str_of(found->path)),
                    &twin->submission);
    if (!twin->submission.readable)
        return;
    twin->relation = found->relation;
    twin->is_approved = found->shown != NULL;
    twin->submission.item.announcement.number = found->shown ? found->shown->number : 0;
    twin->name = found->shown ? shown_name(twin->arena, found->shown)
                              : str_copy(twin->arena, file_name_of(str_of(found->path)));
    compare(search, own, twin);
}

/* ---- what it may replace ------------------------------------------------------------------- */

#define OTHERS_MAX 200 /* a form lists eight; of the rest a number can be written */
#define SIBLINGS_TOLD 8

/* "svenska, English": the other versions of a notice, which a replacement leaves as they are. */
static struct str siblings_of(struct arena *arena, const struct shown_list *list,
                              const struct shown *shown)
{
    struct text names = text_new(arena, NAMES_BYTES_MAX);
    for (size_t i = 0; i < list->count; i++) {
        const struct shown *other = &list->items[i];
        if (other == shown || other->is_off ||
            !str_equal(other->announcement.group, shown->announcement.group))
            continue;
        text_add_c(&names, names.bytes > 0 ? ", " : "");
        text_add_c(&names, language_own_name(other->announcement.language));
    }
    return text_str(&names);
}

static struct desk_other other_of(struct arena *arena, const struct found *found)
{
    const struct announcement *there = &found->shown->announcement;
    struct str name = shown_name(arena, found->shown);
    if (there->author_count > 0) {
        struct str sender = identity_code_mask(arena, there->authors[0].name);
        name = str_format(arena, "%.*s · %.*s", STR_ARG(name), STR_ARG(sender));
    }
    return (struct desk_other){
        .id = str_copy(arena, there->id),
        .number = found->shown->number,
        .name = name,
        .is_alike = found->relation != RELATION_NONE,
    };
}

static void list_others(const struct preview_search *search, const struct found *found,
                        size_t count, struct preview_twin *twin)
{
    twin->other_count = count < OTHERS_MAX ? count : OTHERS_MAX;
    twin->others = ARENA_ARRAY(twin->arena, struct desk_other, twin->other_count + 1);
    for (size_t i = 0; i < twin->other_count; i++)
        twin->others[i] = other_of(twin->arena, &found[i]);
    for (size_t i = 0; i < twin->other_count && i < SIBLINGS_TOLD; i++)
        twin->others[i].also = siblings_of(twin->arena, &search->approved->list, found[i].shown);
}

/* ---- the search ---------------------------------------------------------------------------- */

static bool is_found(const struct preview_search *search, const struct preview_twin *twin)
{
    return twin->arena && twin->judged_for == search->judge->display &&
           twin->hour == search->judge->now / SECONDS_HOUR && twin->serial == search->serial;
}

void preview_twin_find(const struct preview_search *search, struct preview_entry *entry)
{
    struct preview_twin *twin = &entry->twin;
    const struct submission *own = &entry->submission;
    const struct announcement *announcement = &own->item.announcement;
    if (is_found(search, twin))
        return;
    preview_twin_free(twin);
    *twin = (struct preview_twin){
        .arena = arena_new(TWIN_BYTES_MAX),
        .judged_for = search->judge->display,
        .hour = search->judge->now / SECONDS_HOUR,
        .serial = search->serial,
    };
    if (!own->readable || entry->kind != ENTRY_SUBMITTED)
        return;
    struct arena *scratch = arena_new(TWIN_BYTES_MAX);
    struct found *approved;
    struct likeness_bag bag = likeness_bag_of(scratch, announcement);
    size_t count = find_approved(scratch, search, &bag, &approved);
    struct found found = count > 0 ? approved[0] : (struct found){ .relation = RELATION_NONE };
    if (found.relation == RELATION_NONE)
        found = find_beside(scratch, search, entry, &bag);
    take_found(search, own, &found, twin);
    if (entry->is_in_inbox)
        list_others(search, approved, count, twin);
    arena_free(scratch);
}

void preview_twin_free(struct preview_twin *twin)
{
    submission_free(&twin->submission);
    arena_free(twin->arena);
    *twin = (struct preview_twin){ 0 };
}
