/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See preview_approved.h. Times and sizes are asked for, not contents: the folder may be a share.
 */
#include "app/preview_approved.h"

#include "base/file.h"

#include <inttypes.h>
#include <sys/stat.h>

#define LIST_BYTES_MAX ((size_t)256 << 20) /* 10,000 announcements of a usual size */
#define STAMP_BYTES_MAX ((size_t)8 << 20)

static void add_file(struct arena *arena, struct text *stamp, const char *folder, const char *name)
{
    struct stat facts;
    if (stat(file_join(arena, folder, name), &facts) == 0)
        text_format(stamp, "%s\t%" PRIdMAX "\t%" PRIdMAX ".%09ld\n", name, (intmax_t)facts.st_size,
                    (intmax_t)facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec);
}

static struct hash stamp_of(const char *folder)
{
    struct arena *arena = arena_new(2 * STAMP_BYTES_MAX);
    struct text stamp = text_new(arena, STAMP_BYTES_MAX);
    struct str *names;
    size_t count = 0;
    if (file_list(arena, folder, &names, &count) != FILE_OK)
        count = 0;
    for (size_t i = 0; i < count; i++)
        add_file(arena, &stamp, folder, str_c(arena, names[i]));
    const char *desk = str_c(arena, file_folder_of(str_of(folder)));
    add_file(arena, &stamp, desk, "site/feed.atom");
    struct hash hash = hash_of(text_str(&stamp));
    arena_free(arena);
    return hash;
}

bool preview_approved_refresh(struct preview_approved *approved)
{
    if (!approved->folder)
        return false;
    struct hash stamp = stamp_of(approved->folder);
    if (approved->arena && hash_equal(&stamp, &approved->stamp))
        return false;
    arena_free(approved->arena);
    approved->arena = arena_new(LIST_BYTES_MAX);
    approved->stamp = stamp;
    shown_read(approved->arena, approved->folder, &approved->list);
    approved->bags = ARENA_ARRAY(approved->arena, struct likeness_bag, approved->list.count + 1);
    for (size_t i = 0; i < approved->list.count; i++)
        approved->bags[i] = likeness_bag_of(approved->arena, &approved->list.items[i].announcement);
    return true;
}

void preview_approved_free(struct preview_approved *approved)
{
    arena_free(approved->arena);
}
