/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things lie below the two folders, and single files there: for this folder alone. */
#pragma once

#include "base/hash.h"
#include "keep/keep_outcome.h"

#include <limits.h>

struct arena;
struct keep;

struct path {
    char text[PATH_MAX];
};

/* Longest path of a folder that keep_open takes, so that every name below fits. */
#define FOLDER_BYTES_MAX (PATH_MAX - 256)

/* folder/name, the name made as printf makes it. */
struct path path_in(const char *folder, const char *format, ...) PRINTF_LIKE(2, 3);

/* cache/objects/ab/abcd… */
struct path path_of_object(const struct keep *keep, const struct hash *hash);

/* cache/failed/abcd… */
struct path path_of_failed(const struct keep *keep, const struct hash *hash);

/*
 * Takes away what lies at a path. A folder that is not empty is moved aside instead, since nobody
 * here made it: to a hidden name beside it.
 */
void path_clear(const char *path);

/* Reads a file as file_read does; whatever is not a regular file is damage. */
enum keep_outcome path_read(struct arena *arena, const char *path, size_t bytes_max,
                            struct str *ret_bytes) NODISCARD;

/* Writes a file, in place of whatever else may lie there. */
enum keep_outcome path_write(const char *path, struct str bytes) NODISCARD;

/* Makes a folder and those above it up to the cache, in place of files that lie there. */
enum keep_outcome path_make_folder(const struct keep *keep, const char *folder) NODISCARD;

/*
 * Removes the temporary files in a folder that base/file.c leaves when its process is killed.
 *
 * name  only those of this file; NULL: all.
 */
void path_sweep(const char *folder, const char *name);

#define OBJECT_FOLDER_COUNT 256

/* One of the folders of objects, by number. */
struct path path_of_object_folder(const struct keep *keep, unsigned number);

/* Which of them are there; a young cache has a few. */
void path_list_object_folders(const struct keep *keep, bool ret_there[OBJECT_FOLDER_COUNT]);
