/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening and locking. One process writes at a time (flock, which a killed process cannot keep);
 * readers take no lock, because every file is replaced whole by a rename.
 *
 * Folders that can be read but not written are no reason to stop: a screen on a file system that
 * has become read-only goes on showing, and the one who writes is told then.
 */
#include "keep/keep.h"

#include "base/i18n.h"
#include "base/log.h"
#include "keep/inside.h"
#include "keep/path.h"
#include "keep/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOG_MODULE "keep"

#define FOLDER_MODE 0700

static const char *const outcome_texts[] = {
    [KEEP_OK] = N_("is all right"),
    [KEEP_MISSING] = N_("is missing"),
    [KEEP_DAMAGED] = N_("is damaged"),
    [KEEP_BUSY] = N_("is being updated by another process"),
    [KEEP_FULL] = N_("does not fit (no space left, or a limit on size)"),
    [KEEP_DENIED] = N_("may not be used (no permission, or a read-only file system)"),
    [KEEP_FAILED] = N_("cannot be read or written"),
};

const char *keep_outcome_text(enum keep_outcome outcome)
{
    return outcome_texts[outcome];
}

enum keep_outcome keep_outcome_of(enum file_outcome outcome)
{
    static const enum keep_outcome meanings[] = {
        [FILE_OK] = KEEP_OK,
        [FILE_MISSING] = KEEP_MISSING,
        [FILE_NOT_REGULAR] = KEEP_DAMAGED,
        [FILE_TOO_BIG] = KEEP_DAMAGED,
        [FILE_DENIED] = KEEP_DENIED,
        [FILE_FULL] = KEEP_FULL,
        [FILE_FAILED] = KEEP_FAILED,
    };
    return meanings[outcome];
}

static char *copy_of(const char *text)
{
    size_t bytes = strlen(text) + 1;

    return memcpy(memory_new(bytes, 1), text, bytes);
}

/* Does something that is no folder stand at a path or on the way to it? */
static bool is_blocked(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0 ? !S_ISDIR(info.st_mode) : errno == ENOTDIR || errno == ELOOP;
}

/* A folder that is there and can be looked into, made when it is not. */
static enum keep_outcome open_folder(const char *path)
{
    enum file_outcome made;
    int folder;

    if (strlen(path) > FOLDER_BYTES_MAX)
        return KEEP_FAILED;
    made = file_make_folder(path, FOLDER_MODE);
    if (made != FILE_OK)
        return is_blocked(path) ? KEEP_DAMAGED : keep_outcome_of(made);
    folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0 || faccessat(folder, ".", X_OK, AT_EACCESS) != 0) {
        made = file_outcome_of(errno);
        if (folder >= 0)
            close(folder);
        return keep_outcome_of(made);
    }
    close(folder);
    return KEEP_OK;
}

enum keep_outcome keep_open(const char *cache, const char *state, struct keep **ret_keep,
                            const char **ret_folder)
{
    const char *folders[] = { cache, state };
    struct keep *keep;
    enum keep_outcome outcome;

    if (sodium_init() < 0)
        return KEEP_FAILED;
    for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
        outcome = open_folder(folders[i]);
        if (outcome != KEEP_OK) {
            if (ret_folder)
                *ret_folder = folders[i];
            return outcome;
        }
    }
    keep = memory_new(1, sizeof *keep);
    *keep = (struct keep){ copy_of(cache), copy_of(state), -1 };
    outcome = seal_make_key(keep);
    if (outcome != KEEP_OK) {
        if (ret_folder)
            *ret_folder = state;
        keep_close(keep);
        return outcome;
    }
    *ret_keep = keep;
    return KEEP_OK;
}

void keep_close(struct keep *keep)
{
    if (!keep)
        return;
    if (keep->lock >= 0)
        close(keep->lock);
    free(keep->cache);
    free(keep->state);
    free(keep);
}

/* A lock file that somebody made a link or a FIFO is none. */
static int open_lock(const char *path)
{
    int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    struct stat info;

    if (lock < 0 || (fstat(lock, &info) == 0 && S_ISREG(info.st_mode)))
        return lock;
    close(lock);
    errno = EISDIR;
    return -1;
}

/* What killed writers left. Only our own names: others write into these folders too. */
static void sweep(const struct keep *keep)
{
    static const char *const names[] = { "edition", "edition.next", "edition.previous",
                                         "accepted" };
    struct path failed = path_in(keep->cache, "failed");
    bool there[OBJECT_FOLDER_COUNT];

    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        path_sweep(keep->state, names[i]);
        path_sweep(keep->cache, names[i]);
    }
    unlink(path_in(keep->state, "edition.next").text);
    unlink(path_in(keep->cache, "edition.next").text);
    path_sweep(failed.text, NULL);
    path_list_object_folders(keep, there);
    for (unsigned i = 0; i < OBJECT_FOLDER_COUNT; i++)
        if (there[i])
            path_sweep(path_of_object_folder(keep, i).text, NULL);
}

enum keep_outcome keep_lock(struct keep *keep)
{
    struct path path = path_in(keep->state, "lock");
    int lock;

    if (keep->lock >= 0)
        return KEEP_OK;
    lock = open_lock(path.text);
    if (lock < 0 && (errno == EISDIR || errno == ELOOP || errno == ENXIO)) {
        path_clear(path.text);
        lock = open_lock(path.text);
    }
    if (lock < 0)
        return keep_outcome_of(file_outcome_of(errno));
    if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
        enum keep_outcome outcome =
            errno == EWOULDBLOCK ? KEEP_BUSY : keep_outcome_of(file_outcome_of(errno));

        close(lock);
        return outcome;
    }
    keep->lock = lock;
    sweep(keep);
    keep_edition_mend(keep);
    return KEEP_OK;
}

const char *keep_cache_path(const struct keep *keep)
{
    return keep->cache;
}

const char *keep_state_path(const struct keep *keep)
{
    return keep->state;
}
