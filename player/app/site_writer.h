/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A site's folder while publish writes to it. Each file goes beside its place and is renamed, and
 * only when its bytes differ, so that a web server's times and a reader's conditional requests
 * stay valid. What fails is said once, and then nothing more is written.
 */
#pragma once

#include "base/file.h"
#include "base/hash.h"

struct site_writer {
    struct arena *arena;
    const char *path;
    int lock;       /* descriptor of the folder, locked against a second publish */
    size_t written; /* files that were new or differed */
    bool failed;
};

/* Makes the folder and locks it; false with a message. site_writer_close ends it. */
bool site_writer_open(struct arena *arena, const char *path,
                      struct site_writer *ret_writer) NODISCARD;

/* Gives the lock back. */
void site_writer_close(struct site_writer *writer);

/* Is a file of the site just these bytes? name: "entries/7b1c….xml". */
bool site_writer_has(const struct site_writer *writer, const char *name, struct str bytes);

/* Puts a file, making its folder. Does nothing after a failure. */
void site_writer_put(struct site_writer *writer, const char *name, struct str bytes);

/* Removes what writers that were killed have left in a folder of the site ("poster"). */
void site_writer_sweep_leftovers(const struct site_writer *writer, const char *folder);

/*
 * Removes entries and media that are not among the hashes, and what writers that were killed have
 * left. Other files, which somebody else put there, stay.
 *
 * keep  sorted here.
 */
void site_writer_sweep(struct site_writer *writer, struct hash *keep, size_t keep_count);
