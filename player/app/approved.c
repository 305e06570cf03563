/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See approved.h. Signature first, then XML, then time, then media: nothing unsigned is parsed. */
#include "app/approved.h"

#include "app/picture.h"
#include "app/submission.h"
#include "base/file.h"
#include "feed/read_entry.h"

#include <stdlib.h>

#define MEDIUM_ARENA_BYTES_MAX ((size_t)64 << 20) /* a medium of at most PICTURE_FILE_BYTES_MAX */

static struct finding *add(struct approved_item *item, enum finding_code code, const char *element)
{
    struct place place = { .file = item->file, .element = str_of(element) };
    return report_add(&item->report, code, place);
}

/* ---- one announcement ---------------------------------------------------------------------- */

static bool read_files(const struct approved_folder *folder, struct approved_item *item)
{
    const char *path = str_c(folder->arena, item->file);
    const char *beside = str_c(folder->arena, str_join(folder->arena, item->file, STR(".minisig")));
    enum file_outcome outcome = file_read(folder->arena, path, ENTRY_BYTES_MAX, &item->bytes);
    if (outcome == FILE_TOO_BIG)
        finding_number(&item->report, add(item, FINDING_XML_TOO_BIG, ""), ENTRY_BYTES_MAX);
    else if (outcome != FILE_OK)
        finding_arg(&item->report, add(item, FINDING_FILE_NOT_THERE, ""), item->file);
    if (outcome != FILE_OK)
        return false;
    item->hash = hash_of(item->bytes);
    if (file_read(folder->arena, beside, SIGNATURE_FILE_BYTES_MAX, &item->signature) != FILE_OK)
        item->signature = (struct str){ "", 0 }; /* the chain says what that means */
    return true;
}

static bool verify(const struct approved_folder *folder, struct approved_item *item)
{
    const struct signed_bytes entry = { item->file, item->bytes, item->signature };
    return chain_check_entry(folder->profile, folder->zone, KEY_APPROVER | KEY_ALERT, &entry,
                             &item->report, &item->approval);
}

static bool has_role(struct approved_item *item)
{
    if (approval_has_role(&item->approval, item->announcement.kind))
        return true;
    struct str number = public_key_number(item->report.arena, item->approval.key->key.id);
    finding_arg(&item->report, add(item, FINDING_APPROVAL_KEY, ""), number);
    return false;
}

static bool read_announcement(const struct approved_folder *folder, struct approved_item *item)
{
    enum rule rule;
    return entry_read(folder->arena, item->bytes, item->file, &item->report, &item->announcement) &&
           has_role(item) && !rules_blocking(&item->report, item->approval.overrides, &rule);
}

/* A path out of the folder would publish files that nobody approved. */
static bool stays_inside(struct str href)
{
    struct str rest = href, part;
    if (href.bytes == 0 || href.at[0] == '/' || str_find(href, STR("://")) >= 0)
        return false;
    while (str_next(&rest, '/', &part))
        if (str_is(part, ".."))
            return false;
    return true;
}

bool approved_read_medium(const struct approved_folder *folder, struct arena *arena,
                          struct approved_item *item, struct str *ret_bytes)
{
    const struct picture *picture = &item->announcement.picture;
    const char *path = file_join(arena, folder->path, str_c(arena, picture->href));
    struct str bytes;
    if (!stays_inside(picture->href) ||
        file_read(arena, path, PICTURE_FILE_BYTES_MAX, &bytes) != FILE_OK) {
        finding_arg(&item->report, add(item, FINDING_FILE_NOT_THERE, "img"), picture->href);
        return false;
    }
    if (!chain_check_file(picture->href, bytes, picture->length, &picture->hash, &item->report))
        return false;
    *ret_bytes = bytes;
    return true;
}

static bool check_medium(const struct approved_folder *folder, struct approved_item *item)
{
    const struct picture *picture = &item->announcement.picture;
    struct str bytes;
    if (!item->announcement.has_picture)
        return true;
    struct arena *scratch = arena_new(MEDIUM_ARENA_BYTES_MAX);
    bool fine = approved_read_medium(folder, scratch, item, &bytes);
    arena_free(scratch);
    item->media_ending = picture_ending_of(picture->type, picture->href);
    return fine;
}

static void take_up(const struct approved_folder *folder, struct str file,
                    struct approved_item *ret_item)
{
    struct approved_item *item = ret_item;
    *item = (struct approved_item){ .state = APPROVED_BAD,
                                    .file = file,
                                    .report = report_new(folder->arena) };
    item->report.settings = folder->profile->rules;
    if (!read_files(folder, item) || !verify(folder, item) || !read_announcement(folder, item))
        return;
    if (announcement_show_end(&item->announcement, folder->zone) <= folder->now)
        item->state = APPROVED_OVER;
    else if (check_medium(folder, item))
        item->state = APPROVED_FINE;
}

/* ---- all of them --------------------------------------------------------------------------- */

static int compare_ids(const void *first, const void *second)
{
    struct approved_item *const *a = first, *const *b = second;
    int order = str_compare((*a)->announcement.id, (*b)->announcement.id);
    return order != 0 ? order : (*a > *b) - (*a < *b); /* in one array: by file name */
}

/* Of several announcements with one id the first stays, as on the screen. */
static void leave_out_repeated(struct approved_folder *folder)
{
    struct approved_item **sorted =
        ARENA_ARRAY(folder->arena, struct approved_item *, folder->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < folder->count; i++)
        if (folder->items[i].state == APPROVED_FINE)
            sorted[count++] = &folder->items[i];
    qsort(sorted, count, sizeof(struct approved_item *), compare_ids);
    const struct approved_item *stays = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!stays || !str_equal(stays->announcement.id, sorted[i]->announcement.id)) {
            stays = sorted[i];
            continue;
        }
        sorted[i]->state = APPROVED_BAD;
        add(sorted[i], FINDING_ID_TWICE, "id");
    }
}

bool approved_read(struct approved_folder *folder, approved_progress *progress)
{
    struct str *paths;
    size_t count;
    if (!submission_paths(folder->arena, folder->path, &paths, &count))
        return false;
    folder->items = ARENA_ARRAY(folder->arena, struct approved_item, count + 1);
    folder->count = count;
    for (size_t i = 0; i < count; i++) {
        progress(N_("announcements"), i + 1, count);
        take_up(folder, paths[i], &folder->items[i]);
    }
    progress("", 0, 0);
    leave_out_repeated(folder);
    return true;
}

struct str approved_media_href(struct arena *arena, const struct approved_item *item)
{
    if (!item->media_ending)
        return (struct str){ "", 0 };
    return str_format(arena, "media/%.*s.%s",
                      STR_ARG(hash_str(arena, &item->announcement.picture.hash)),
                      item->media_ending);
}
