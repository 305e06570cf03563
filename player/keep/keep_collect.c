/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeping the cache within its size. The time of a file says when it was last wanted: put anew,
 * or in use while somebody collected. What is wanted now stays even when it is too much: a bound
 * that empties the screen would be the worse fault.
 */
#include "base/log.h"
#include "keep/inside.h"
#include "keep/keep.h"
#include "keep/path.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define LOG_MODULE "keep"

/* A file takes whole blocks of the disk; many small ones must not pass as nothing. */
#define BLOCK_BYTES UINT64_C(4096)

/* How old a time of use may be before it is written anew: flash memory wears with every write. */
#define USE_S 86400

/* Notes of failed media: a thousand, of a block each. */
#define FAILED_BYTES (1000 * BLOCK_BYTES)

struct found {
    struct hash hash;
    uint64_t bytes;
    struct timespec used;
    bool wanted;
};

struct collection {
    const struct hash *wanted; /* sorted */
    size_t wanted_count;
    struct found *found;
    size_t count, room;
    uint64_t bytes;
};

static int compare_use(const void *a, const void *b)
{
    const struct found *first = a, *second = b;

    if (first->used.tv_sec != second->used.tv_sec)
        return first->used.tv_sec < second->used.tv_sec ? -1 : 1;
    if (first->used.tv_nsec != second->used.tv_nsec)
        return first->used.tv_nsec < second->used.tv_nsec ? -1 : 1;
    return hash_compare(&first->hash, &second->hash);
}

static void renew_use(int folder, const char *name, const struct timespec *used)
{
    time_t now = time(NULL);

    /* A time in the future is of a clock that was wrong. */
    if (used->tv_sec > now || now - used->tv_sec > USE_S)
        utimensat(folder, name, NULL, AT_SYMLINK_NOFOLLOW);
}

static void note_file(struct collection *collection, int folder, const char *name)
{
    struct found found;
    struct stat info;

    if (!hash_parse(str_of(name), &found.hash) ||
        fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(info.st_mode))
        return;
    found.bytes = ((uint64_t)info.st_size + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES;
    found.used = info.st_mtim;
    found.wanted = bsearch(&found.hash, collection->wanted, collection->wanted_count,
                           sizeof *collection->wanted, hash_compare) != NULL;
    if (found.wanted)
        renew_use(folder, name, &found.used);
    if (collection->count == collection->room) {
        collection->room = collection->room ? 2 * collection->room : 64;
        collection->found =
            memory_grow(collection->found, collection->room * sizeof *collection->found);
    }
    collection->found[collection->count++] = found;
    collection->bytes += found.bytes;
}

static void note_folder(struct collection *collection, const char *path)
{
    DIR *stream = opendir(path);
    const struct dirent *entry;

    if (!stream)
        return;
    while ((entry = readdir(stream)) != NULL)
        note_file(collection, dirfd(stream), entry->d_name);
    closedir(stream);
}

/* Removes what nobody wants, the longest unused first, until the rest fits. */
static size_t remove_oldest(struct collection *collection, const struct keep *keep,
                            struct path (*path_of)(const struct keep *, const struct hash *),
                            uint64_t bytes_max)
{
    size_t removed = 0;

    if (collection->count > 0)
        qsort(collection->found, collection->count, sizeof *collection->found, compare_use);
    for (size_t i = 0; i < collection->count && collection->bytes > bytes_max; i++) {
        const struct found *found = &collection->found[i];

        if (found->wanted || unlink(path_of(keep, &found->hash).text) != 0)
            continue;
        collection->bytes -= found->bytes;
        removed++;
    }
    return removed;
}

size_t keep_collect(struct keep *keep, const struct hash *wanted, size_t count, uint64_t bytes_max)
{
    struct hash *sorted = memory_new(count + 1, sizeof *sorted);
    struct collection objects = { .wanted = sorted, .wanted_count = count };
    struct collection failed = { .wanted = sorted, .wanted_count = count };
    bool there[OBJECT_FOLDER_COUNT];
    size_t removed;

    if (count > 0) {
        memcpy(sorted, wanted, count * sizeof *sorted);
        qsort(sorted, count, sizeof *sorted, hash_compare);
    }
    path_list_object_folders(keep, there);
    for (unsigned i = 0; i < OBJECT_FOLDER_COUNT; i++)
        if (there[i])
            note_folder(&objects, path_of_object_folder(keep, i).text);
    removed = remove_oldest(&objects, keep, path_of_object, bytes_max);
    note_folder(&failed, path_in(keep->cache, "failed").text);
    remove_oldest(&failed, keep, path_of_failed, FAILED_BYTES);
    if (removed > 0)
        log_debug("%zu objects removed from the cache", removed);
    free(objects.found);
    free(failed.found);
    free(sorted);
    return removed;
}
