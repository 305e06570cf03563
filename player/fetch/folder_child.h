/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The process that reads a folder, and the words it speaks with the one that asked. Both are the
 * same program, so a message is a struct and then the bytes that it counts. Private to this
 * folder and its tests.
 */
#pragma once

#include "base/str.h"

#include <sys/stat.h>
#include <sys/types.h>

/* Room for an etag, "size-mtime-ctime-inode" as six numbers of 64 bits. */
#define FOLDER_ETAG_BYTES_MAX 160

enum folder_answer {
    FOLDER_OK,
    FOLDER_UNCHANGED,   /* the etag of the question is the file's */
    FOLDER_AWAY,        /* there is no such folder */
    FOLDER_MISSING,     /* no such file in it */
    FOLDER_OUTSIDE,     /* a link leads out of it */
    FOLDER_NOT_REGULAR, /* a folder, FIFO, device or socket */
    FOLDER_TOO_BIG,
    FOLDER_DENIED,
    FOLDER_CHANGING, /* somebody is writing it */
    FOLDER_FAILED,
    FOLDER_ANSWERS
};

/* Then come the path and the etag. */
struct folder_question {
    uint64_t bytes_max;
    uint32_t path_bytes, etag_bytes;
};

/* Then come the etag and the body. */
struct folder_reply {
    uint32_t answer; /* enum folder_answer */
    uint32_t etag_bytes;
    uint64_t body_bytes;
};

/* How a path is kept inside the folder. */
enum folder_guard {
    GUARD_KERNEL, /* openat2 with RESOLVE_BENEATH; the other where the kernel has none */
    GUARD_REALPATH,
};

/*
 * Opens a file of the folder as a place only (O_PATH: no FIFO waits, no device wakes up).
 *
 * root       the open folder
 * root_path  its path without links, for GUARD_REALPATH
 * Answers the descriptor, or -1 with errno; EXDEV when the path leads out of the folder.
 */
int folder_open_inside(int root, const char *root_path, const char *path, enum folder_guard guard);

/*
 * A name for what a file holds now. Empty when its time says nothing yet: on a file system that
 * counts whole seconds (FAT: two) a file may change twice within one.
 *
 * now_s  seconds since 1970
 */
struct str folder_etag(struct arena *arena, const struct stat *info, int64_t now_s) NODISCARD;

/*
 * The child's life: answers questions that come over the socket until it is closed. Call right
 * after fork; closes all other descriptors but standard error.
 *
 * folder  a path; opened at the first question, since even that may never come back
 * parent  process id of who forked; when it ends, so does the child
 */
void folder_child_run(int socket, const char *folder, pid_t parent) NORETURN;
