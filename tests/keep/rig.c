/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Temporary folders and rot for the tests of keep/. */
#include "rig.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
/* clang-format off: cmocka wants those above */
#include <cmocka.h>
/* clang-format on */

#define ARENA_MAX ((size_t)512 << 20)
#define OPEN_FILES 16

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *where)
{
    (void)info;
    (void)kind;
    (void)where;
    return remove(path);
}

static int remove_inside(const char *path, const struct stat *info, int kind, struct FTW *where)
{
    return where->level == 0 ? 0 : remove_one(path, info, kind, where);
}

void rig_remove(const char *folder, bool itself)
{
    nftw(folder, itself ? remove_one : remove_inside, OPEN_FILES, FTW_DEPTH | FTW_PHYS);
}

int rig_set_up(void **state)
{
    struct rig *rig = memory_new(1, sizeof *rig);

    /* In memory where there is such a place: the order of the steps is tested, not the disk. */
    snprintf(rig->folder, sizeof rig->folder, "/dev/shm/infotaulu-keep-XXXXXX");
    if (!mkdtemp(rig->folder)) {
        snprintf(rig->folder, sizeof rig->folder, "/tmp/infotaulu-keep-XXXXXX");
        assert_non_null(mkdtemp(rig->folder));
    }
    snprintf(rig->cache, sizeof rig->cache, "%s/cache", rig->folder);
    snprintf(rig->state, sizeof rig->state, "%s/state", rig->folder);
    rig->arena = arena_new(ARENA_MAX);
    assert_int_equal(keep_open(rig->cache, rig->state, &rig->keep, NULL), KEEP_OK);
    *state = rig;
    return 0;
}

int rig_tear_down(void **state)
{
    struct rig *rig = *state;

    keep_close(rig->keep);
    arena_free(rig->arena);
    rig_remove(rig->folder, true);
    free(rig);
    return 0;
}

void rig_open_again(struct rig *rig)
{
    keep_close(rig->keep);
    rig->keep = NULL;
    assert_int_equal(keep_open(rig->cache, rig->state, &rig->keep, NULL), KEEP_OK);
}

void rig_object_path(const struct rig *rig, const struct hash *hash, char ret[PATH_ROOM])
{
    char hex[HASH_HEX_BYTES + 1];

    hash_hex(hash, hex);
    snprintf(ret, PATH_ROOM, "%s/objects/%.2s/%s", rig->cache, hex, hex);
}

const char *rot_text(enum rot rot)
{
#define X(code, text) text,
    static const char *const texts[ROT_COUNT] = { ROT_LIST(X) };
#undef X
    return texts[rot];
}

void rig_write(const char *path, struct str bytes)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

    assert_true(file >= 0);
    assert_int_equal(write(file, bytes.at, bytes.bytes), bytes.bytes);
    close(file);
}

static void flip_bit(const char *path)
{
    struct stat info;
    int file = open(path, O_RDWR | O_CLOEXEC);
    uint8_t byte;

    assert_true(file >= 0);
    assert_int_equal(fstat(file, &info), 0);
    assert_int_equal(pread(file, &byte, 1, info.st_size / 2), 1);
    byte ^= 4;
    assert_int_equal(pwrite(file, &byte, 1, info.st_size / 2), 1);
    close(file);
}

static void change_length(const char *path, enum rot rot)
{
    struct stat info;
    off_t length;

    assert_int_equal(stat(path, &info), 0);
    length = rot == ROT_EMPTIED ? 0 : rot == ROT_CUT ? info.st_size / 2 : info.st_size + 1;
    assert_int_equal(truncate(path, length), 0);
}

static void put_in_place(const char *path, enum rot rot)
{
    char inside[PATH_ROOM];

    assert_int_equal(unlink(path), 0);
    if (rot == ROT_FOLDER || rot == ROT_FULL_FOLDER)
        assert_int_equal(mkdir(path, 0700), 0);
    if (rot == ROT_FULL_FOLDER) {
        snprintf(inside, sizeof inside, "%s/somebody's file", path);
        rig_write(inside, STR("x"));
    }
    if (rot == ROT_FIFO)
        assert_int_equal(mkfifo(path, 0600), 0);
    if (rot == ROT_ENDLESS)
        assert_int_equal(symlink("/dev/zero", path), 0);
    if (rot == ROT_LOOP)
        assert_int_equal(symlink(path, path), 0);
}

void rot_file(const char *path, enum rot rot)
{
    if (rot == ROT_FLIPPED)
        flip_bit(path);
    else if (rot == ROT_CUT || rot == ROT_EMPTIED || rot == ROT_LONGER)
        change_length(path, rot);
    else
        put_in_place(path, rot);
}

/* nftw hands no context on; tests run one after another. */
static size_t leftovers;

static int count_leftover(const char *path, const struct stat *info, int kind, struct FTW *where)
{
    (void)info;
    (void)kind;
    (void)where;
    if (str_ends(str_of(path), ".tmp") || str_ends(str_of(path), ".next"))
        leftovers++;
    return 0;
}

size_t rig_leftovers(const struct rig *rig)
{
    leftovers = 0;
    assert_int_equal(nftw(rig->folder, count_leftover, OPEN_FILES, FTW_PHYS), 0);
    return leftovers;
}
