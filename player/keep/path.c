/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paths, and places that may be rotten: where a file should be, a folder, a FIFO or a link may
 * lie. rename(2) replaces everything but a folder, so only folders have to be taken away first.
 */
#include "keep/path.h"

#include "base/log.h"
#include "keep/inside.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOG_MODULE "keep"

#define FOLDER_MODE 0700
#define FILE_MODE 0600

struct path path_in(const char *folder, const char *format, ...)
{
    struct path path;
    int used = snprintf(path.text, sizeof path.text, "%s/", folder);
    va_list args;

    va_start(args, format);
    vsnprintf(path.text + used, sizeof path.text - (size_t)used, format, args);
    va_end(args);
    return path;
}

struct path path_of_object(const struct keep *keep, const struct hash *hash)
{
    char hex[HASH_HEX_BYTES + 1];

    hash_hex(hash, hex);
    return path_in(keep->cache, "objects/%.2s/%s", hex, hex);
}

struct path path_of_failed(const struct keep *keep, const struct hash *hash)
{
    char hex[HASH_HEX_BYTES + 1];

    hash_hex(hash, hex);
    return path_in(keep->cache, "failed/%s", hex);
}

struct path path_of_object_folder(const struct keep *keep, unsigned number)
{
    return path_in(keep->cache, "objects/%02x", number);
}

void path_list_object_folders(const struct keep *keep, bool ret_there[OBJECT_FOLDER_COUNT])
{
    DIR *stream = opendir(path_in(keep->cache, "objects").text);
    const struct dirent *entry;
    uint8_t number;

    memset(ret_there, 0, OBJECT_FOLDER_COUNT * sizeof *ret_there);
    if (!stream)
        return;
    while ((entry = readdir(stream)) != NULL)
        if (str_unhex(str_of(entry->d_name), &number, sizeof number))
            ret_there[number] = true;
    closedir(stream);
}

static void move_aside(const char *path)
{
    struct str folder = file_folder_of(str_of(path)), name = file_name_of(str_of(path));
    struct path aside;

    snprintf(aside.text, sizeof aside.text, "%.*s/.damaged-%.*s.%ld", STR_ARG(folder),
             STR_ARG(name), (long)getpid());
    if (rename(path, aside.text) == 0)
        log_debug("%s was a folder; it is now %s", path, aside.text);
}

void path_clear(const char *path)
{
    if (unlink(path) == 0 || errno == ENOENT)
        return;
    if (rmdir(path) != 0 && (errno == ENOTEMPTY || errno == EEXIST))
        move_aside(path);
}

enum keep_outcome path_read(struct arena *arena, const char *path, size_t bytes_max,
                            struct str *ret_bytes)
{
    enum file_outcome outcome = file_read(arena, path, bytes_max, ret_bytes);
    struct stat info;

    /* A link to itself cannot be opened, but nothing is wrong with the disk. */
    if (outcome == FILE_FAILED && lstat(path, &info) == 0 && !S_ISREG(info.st_mode))
        return KEEP_DAMAGED;
    return keep_outcome_of(outcome);
}

static bool is_folder_itself(const char *path)
{
    struct stat info;

    return lstat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

enum keep_outcome path_write(const char *path, struct str bytes)
{
    if (is_folder_itself(path))
        path_clear(path);
    return keep_outcome_of(file_write(path, bytes, FILE_MODE));
}

static enum keep_outcome make_one_folder(const char *path)
{
    int error = mkdir(path, FOLDER_MODE) == 0 ? 0 : errno;

    if (error == 0 || file_is_folder(path))
        return KEEP_OK;
    if (error != EEXIST)
        return keep_outcome_of(file_outcome_of(error));
    path_clear(path);
    if (mkdir(path, FOLDER_MODE) == 0)
        return KEEP_OK;
    return keep_outcome_of(file_outcome_of(errno));
}

enum keep_outcome path_make_folder(const struct keep *keep, const char *folder)
{
    struct path upto;
    size_t start = strlen(keep->cache);

    if (file_is_folder(folder))
        return KEEP_OK;
    for (size_t i = start; folder[i] != '\0'; i++) {
        if (folder[i + 1] != '/' && folder[i + 1] != '\0')
            continue;
        snprintf(upto.text, sizeof upto.text, "%.*s", (int)i + 1, folder);
        enum keep_outcome outcome = make_one_folder(upto.text);

        if (outcome != KEEP_OK)
            return outcome;
    }
    return KEEP_OK;
}

/* ".NAME.PID.tmp", as base/file.c writes them. */
static bool is_leftover(struct str entry, const char *name)
{
    if (!str_starts(entry, ".") || !str_ends(entry, ".tmp"))
        return false;
    if (!name)
        return true;
    entry = str_slice(entry, 1, entry.bytes);
    return str_starts(entry, name) && entry.bytes > strlen(name) && entry.at[strlen(name)] == '.';
}

void path_sweep(const char *folder, const char *name)
{
    DIR *stream = opendir(folder);
    const struct dirent *entry;

    if (!stream)
        return;
    while ((entry = readdir(stream)) != NULL)
        if (is_leftover(str_of(entry->d_name), name))
            unlinkat(dirfd(stream), entry->d_name, 0);
    closedir(stream);
}
