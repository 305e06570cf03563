/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See frequency.h. */
#include "app/frequency.h"

#include "app/submission.h"
#include "base/file.h"
#include "base/name_index.h"
#include "feed/read_entry.h"

#define SCRATCH_BYTES_MAX ((size_t)16 << 20)
#define HOUR 3600.0

struct counting {
    struct arena *arena;
    struct name_index organisations, own_groups;
    struct str own; /* the organisation in question */
};

static void count(struct counting *counting, const struct announcement *announcement)
{
    if (announcement->author_count == 0)
        return;
    struct str name = announcement->authors[0].name;
    name_index_put(&counting->organisations, name);
    if (str_equal(name, counting->own))
        name_index_put(&counting->own_groups, announcement->group);
}

static void count_file(struct counting *counting, const char *path)
{
    struct arena *scratch = arena_new(SCRATCH_BYTES_MAX);
    struct report report = report_new(scratch);
    struct announcement announcement;
    struct str bytes;
    if (file_read(scratch, path, ENTRY_BYTES_MAX, &bytes) == FILE_OK &&
        entry_read(scratch, bytes, str_of(path), &report, &announcement))
        count(counting, &announcement);
    arena_free(scratch);
}

double frequency_per_hour(struct arena *arena, const char *folder,
                          const struct announcement *announcement, int seconds)
{
    struct counting counting = { .arena = arena,
                                 .organisations = name_index_new(arena),
                                 .own_groups = name_index_new(arena) };
    struct str *paths;
    size_t path_count;
    if (announcement->author_count == 0 || seconds <= 0 || !file_is_folder(folder) ||
        !submission_paths(arena, folder, &paths, &path_count))
        return 0;
    counting.own = announcement->authors[0].name;
    count(&counting, announcement);
    for (size_t i = 0; i < path_count; i++)
        count_file(&counting, str_c(arena, paths[i]));
    return HOUR /
           ((double)counting.organisations.count * (double)counting.own_groups.count * seconds);
}
