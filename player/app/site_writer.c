/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See site_writer.h. The lock is on the folder itself, so that no lock file lies in the site. */
#include "app/site_writer.h"

#include "app/options.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#define FOLDER_MODE 0755
#define FILE_MODE 0644
#define SCRATCH_ROOM 4096

/* The folders whose files are named by their hash. */
static const char *const hashed_folders[] = { "entries", "media" };

static bool say(struct site_writer *writer, const char *path, enum file_outcome outcome)
{
    if (outcome == FILE_OK)
        return true;
    options_fail("%s %s", path, _(file_outcome_text(outcome)));
    writer->failed = true;
    return false;
}

bool site_writer_open(struct arena *arena, const char *path, struct site_writer *ret_writer)
{
    struct site_writer writer = { .arena = arena, .path = path };
    if (!say(&writer, path, file_make_folder(path, FOLDER_MODE)))
        return false;
    writer.lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (writer.lock < 0)
        return say(&writer, path, file_outcome_of(errno));
    /* A file system without locks has no second publisher that could ask for one. */
    if (flock(writer.lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        options_fail(_("%s: another publish is at work there"), path);
        close(writer.lock);
        return false;
    }
    *ret_writer = writer;
    return true;
}

void site_writer_close(struct site_writer *writer)
{
    close(writer->lock);
}

bool site_writer_has(const struct site_writer *writer, const char *name, struct str bytes)
{
    struct arena *scratch = arena_new(2 * bytes.bytes + SCRATCH_ROOM + strlen(writer->path));
    struct str there;
    bool is_same = file_read(scratch, file_join(scratch, writer->path, name), bytes.bytes,
                             &there) == FILE_OK &&
                   str_equal(there, bytes);
    arena_free(scratch);
    return is_same;
}

void site_writer_put(struct site_writer *writer, const char *name, struct str bytes)
{
    if (writer->failed || site_writer_has(writer, name, bytes))
        return;
    const char *path = file_join(writer->arena, writer->path, name);
    const char *folder = str_c(writer->arena, file_folder_of(str_of(path)));
    if (say(writer, folder, file_make_folder(folder, FOLDER_MODE)) &&
        say(writer, path, file_write(path, bytes, FILE_MODE)))
        writer->written++;
}

/* ---- the sweep ----------------------------------------------------------------------------- */

/* ".<name>.<pid>.tmp", as base/file.c names what it has not renamed yet. */
static bool is_leftover(struct str name)
{
    return str_starts(name, ".") && str_ends(name, ".tmp");
}

/* "7b1c….xml": 64 digits, then a dot. */
static bool hash_of_name(struct str name, struct hash *ret_hash)
{
    struct str stem;
    return str_next(&name, '.', &stem) && name.bytes > 0 && hash_parse(stem, ret_hash);
}

static bool is_unused(struct str name, const struct hash *keep, size_t keep_count)
{
    struct hash hash;
    if (is_leftover(name))
        return true;
    return keep && hash_of_name(name, &hash) &&
           (keep_count == 0 || !bsearch(&hash, keep, keep_count, sizeof *keep, hash_compare));
}

/* keep NULL: only leftovers go. */
static void sweep_folder(const char *path, const struct hash *keep, size_t keep_count)
{
    DIR *stream = opendir(path);
    const struct dirent *entry;
    while (stream && (entry = readdir(stream)) != NULL)
        if (is_unused(str_of(entry->d_name), keep, keep_count))
            unlinkat(dirfd(stream), entry->d_name, 0); /* what stays does no harm */
    if (stream)
        closedir(stream);
}

void site_writer_sweep_leftovers(const struct site_writer *writer, const char *folder)
{
    sweep_folder(file_join(writer->arena, writer->path, folder), NULL, 0);
}

void site_writer_sweep(struct site_writer *writer, struct hash *keep, size_t keep_count)
{
    if (keep_count > 0)
        qsort(keep, keep_count, sizeof *keep, hash_compare);
    sweep_folder(writer->path, NULL, 0);
    for (size_t i = 0; i < ARRAY_LEN(hashed_folders); i++)
        sweep_folder(file_join(writer->arena, writer->path, hashed_folders[i]), keep, keep_count);
}
