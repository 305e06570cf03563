/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cache and a state in a temporary folder, and the ways in which a file there can rot. */
#pragma once

#include "keep/keep.h"

#define PATH_ROOM 512

struct rig {
    char folder[64], cache[80], state[80];
    struct keep *keep;
    struct arena *arena;
};

/* For cmocka: *state is the rig, opened; and everything of it removed. */
int rig_set_up(void **state);
int rig_tear_down(void **state);

/* Opens the place once more in `keep`, as another program would. */
void rig_open_again(struct rig *rig);

/* RIG/cache/objects/ab/abcd… */
void rig_object_path(const struct rig *rig, const struct hash *hash, char ret[PATH_ROOM]);

/* X(CODE, what has happened to the file) */
#define ROT_LIST(X)                                                                                \
    X(FLIPPED, "a bit flipped")                                                                    \
    X(CUT, "cut in half")                                                                          \
    X(EMPTIED, "emptied")                                                                          \
    X(LONGER, "a byte more")                                                                       \
    X(GONE, "gone")                                                                                \
    X(FOLDER, "a folder")                                                                          \
    X(FULL_FOLDER, "a folder with something in it")                                                \
    X(FIFO, "a FIFO")                                                                              \
    X(ENDLESS, "a link to /dev/zero")                                                              \
    X(LOOP, "a link to itself")

#define X(code, ...) ROT_##code,
enum rot { ROT_LIST(X) ROT_COUNT };
#undef X

const char *rot_text(enum rot rot);

/* Lets the file at a path rot. */
void rot_file(const char *path, enum rot rot);

/* How many files in the place end in ".tmp" or ".next". */
size_t rig_leftovers(const struct rig *rig);

/* A file of a few bytes, made or overwritten. */
void rig_write(const char *path, struct str bytes);

/* Empties a folder with all that is in it; the folder too when `itself`. */
void rig_remove(const char *folder, bool itself);
