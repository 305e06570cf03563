/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files as this program wants them: read whole and only when regular, written beside and renamed,
 * so that a power cut leaves the old or the new file and nothing between.
 */
#pragma once

#include "base/str.h"

enum file_outcome {
    FILE_OK,
    FILE_MISSING,     /* no such file */
    FILE_NOT_REGULAR, /* a folder, FIFO, device or socket (links are followed to what they name) */
    FILE_TOO_BIG,     /* longer than the caller's limit */
    FILE_DENIED,      /* no permission, or a read-only file system */
    FILE_FULL,        /* no space left, quota, file size limit */
    FILE_FAILED,      /* any other error: input/output, too many open files … */
};

/* An English half sentence for the log: "is missing", "is not a regular file" … */
const char *file_outcome_text(enum file_outcome outcome);

/* What a failed call's errno means. */
enum file_outcome file_outcome_of(int error);

/*
 * Reads a whole regular file of at most bytes_max bytes into the arena. Opens without waiting, so
 * that a FIFO cannot hold it up. "-" is standard input, which is waited for. The bytes are
 * followed by a zero byte that is not counted.
 */
enum file_outcome file_read(struct arena *arena, const char *path, size_t bytes_max,
                            struct str *ret_bytes) NODISCARD;

/* The same, relative to an open folder (or AT_FDCWD); "-" is a name like any other here. */
enum file_outcome file_read_at(struct arena *arena, int folder, const char *path, size_t bytes_max,
                               struct str *ret_bytes) NODISCARD;

/*
 * Writes a file beside its place, syncs it, renames it there and syncs the folder. On failure
 * nothing is left behind and the old file, if any, stands; only when the folder cannot be synced
 * is the new file in place all the same. A link at `path` is replaced, not followed. The temporary
 * is ".<name>.<pid>.tmp": two threads must not write the same file.
 *
 * mode  permission bits, 0644 or 0600 for secrets; set as they are, whatever the umask.
 */
enum file_outcome file_write(const char *path, struct str bytes, unsigned mode) NODISCARD;

/* The same, relative to an open folder (or AT_FDCWD). */
enum file_outcome file_write_at(int folder, const char *path, struct str bytes,
                                unsigned mode) NODISCARD;

/* Makes a folder and those above it; fine when it is there already. */
enum file_outcome file_make_folder(const char *path, unsigned mode) NODISCARD;

bool file_is_folder(const char *path); /* links are followed */
bool file_exists(const char *path);    /* of any kind; a link to nothing does not */

/* Path pieces: "a/b/c.xml" → "a/b" ("." for none), "c.xml", ".xml" ("" for none). */
struct str file_folder_of(struct str path);
struct str file_name_of(struct str path);   /* a slice of the path */
struct str file_ending_of(struct str path); /* likewise */

/* folder + "/" + name, in the arena, ended by a zero byte. An absolute name stands alone. */
char *file_join(struct arena *arena, const char *folder, const char *name) NODISCARD;

/*
 * Names in a folder, sorted by bytes, without "." and ".."; names that are hidden (start with a
 * dot) are left out.
 */
enum file_outcome file_list(struct arena *arena, const char *folder, struct str **ret_names,
                            size_t *ret_count) NODISCARD;
