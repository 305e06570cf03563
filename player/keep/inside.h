/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of keep/ share among themselves; nobody else includes this. */
#pragma once

#include "keep/keep.h"

#include <limits.h>
#include <sys/types.h>

/* Names are opened anew by path each time: a folder that somebody deletes and makes again while
 * the screen runs is found again, which a kept descriptor would not do. */
struct keep {
    char *cache, *state;
    int lock; /* descriptor of the writer's lock, -1: not held */
};

/* keep.c */

/* What reading a file came to, in our words: whatever is not the file that was written is damage.
 */
enum keep_outcome keep_outcome_of(enum file_outcome outcome);

/* folder.c */

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
void folder_sweep(const char *folder, const char *name);

/* One of the 256 folders of objects, by number. */
#define OBJECT_FOLDER_COUNT 256
struct path path_of_object_folder(const struct keep *keep, unsigned number);

/* Which of them are there; a young cache has a few. */
void list_object_folders(const struct keep *keep, bool ret_there[OBJECT_FOLDER_COUNT]);

/* seal.c: the secret of this machine, by which it knows its own editions again. */

#define SEAL_BYTES 32

/* Makes the secret when it is not there or cannot be one. */
enum keep_outcome seal_make_key(struct keep *keep) NODISCARD;

/* The seal of some bytes. */
enum keep_outcome seal_of(struct keep *keep, struct str bytes,
                          uint8_t ret_seal[SEAL_BYTES]) NODISCARD;

/* edition_file.c */

/* Makes both copies of both editions whole and equal again, where one of two is. */
void edition_mend(struct keep *keep);
