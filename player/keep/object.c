/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Objects by their hash. A name says what must be in the file, so rot is found by reading, and an
 * object that lies there whole is never written again: an update that is repeated costs no wear.
 */
#include "base/log.h"
#include "base/report.h"
#include "keep/inside.h"
#include "keep/keep.h"
#include "keep/path.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define LOG_MODULE "keep"

#define COMPARE_BYTES 65536
#define FAILED_BYTES_MAX 64
#define FAILED_ARENA_BYTES ((size_t)64 << 10)

/*
 * The numbers of findings change from version to version. What was remembered by another list is
 * forgotten, and the medium is tried once more.
 */
#define X(code, ...) #code " "
static const char finding_names[] = FINDING_LIST(X);
#undef X
#define FINDINGS_MARK_BYTES 8 /* hexadecimal digits */

enum keep_outcome keep_get(struct keep *keep, struct arena *arena, const struct hash *hash,
                           size_t bytes_max, struct str *ret_bytes)
{
    struct path path = path_of_object(keep, hash);
    struct str bytes;
    struct hash found;
    enum keep_outcome outcome = path_read(arena, path.text, bytes_max, &bytes);

    if (outcome == KEEP_OK) {
        found = hash_of(bytes);
        if (!hash_equal(&found, hash))
            outcome = KEEP_DAMAGED;
    }
    if (outcome == KEEP_OK)
        *ret_bytes = bytes;
    else if (outcome != KEEP_MISSING)
        log_debug("object %s %s", path.text, keep_outcome_text(outcome));
    return outcome;
}

static bool holds_the_rest(int file, struct str bytes)
{
    char found[COMPARE_BYTES];

    while (bytes.bytes > 0) {
        ssize_t count = read(file, found, sizeof found);

        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0 || (size_t)count > bytes.bytes ||
            memcmp(found, bytes.at, (size_t)count) != 0)
            return false;
        bytes = str_slice(bytes, (size_t)count, bytes.bytes);
    }
    return true;
}

/* Does exactly this lie there already? Then its time says that it is in use again. */
static bool is_there_whole(const char *path, struct str bytes)
{
    int file = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY);
    struct stat info;
    bool whole;

    if (file < 0)
        return false;
    whole = fstat(file, &info) == 0 && S_ISREG(info.st_mode) &&
            (size_t)info.st_size == bytes.bytes && holds_the_rest(file, bytes);
    if (whole)
        futimens(file, NULL);
    close(file);
    return whole;
}

enum keep_outcome keep_put(struct keep *keep, struct str bytes, struct hash *ret_hash)
{
    struct hash hash = hash_of(bytes);
    struct path path = path_of_object(keep, &hash);
    enum keep_outcome outcome = KEEP_OK;

    if (!is_there_whole(path.text, bytes)) {
        outcome = path_make_folder(keep, path_of_object_folder(keep, hash.bytes[0]).text);
        if (outcome == KEEP_OK)
            outcome = path_write(path.text, bytes);
    }
    if (outcome == KEEP_OK)
        *ret_hash = hash;
    else
        log_debug("object %s %s", path.text, keep_outcome_text(outcome));
    return outcome;
}

bool keep_has(struct keep *keep, const struct hash *hash)
{
    struct path path = path_of_object(keep, hash);
    struct stat info;

    return stat(path.text, &info) == 0 && S_ISREG(info.st_mode);
}

void keep_drop(struct keep *keep, const struct hash *hash)
{
    struct path path = path_of_object(keep, hash);

    path_clear(path.text);
}

const void *keep_map(struct keep *keep, const struct hash *hash, size_t bytes)
{
    struct path path = path_of_object(keep, hash);
    int file = open(path.text, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    struct stat info;
    void *mapped = MAP_FAILED;

    if (file < 0)
        return NULL;
    if (bytes > 0 && fstat(file, &info) == 0 && S_ISREG(info.st_mode) &&
        (uintmax_t)info.st_size == bytes)
        mapped = mmap(NULL, bytes, PROT_READ, MAP_SHARED, file, 0);
    close(file);
    return mapped == MAP_FAILED ? NULL : mapped;
}

void keep_unmap(const void *mapped, size_t bytes)
{
    if (mapped)
        munmap((void *)(uintptr_t)mapped, bytes);
}

/* "12 0a1b2c3d\n": the finding, and the list that gives its number a meaning. */
static struct str failed_text(struct arena *arena, int why)
{
    struct hash names = hash_of(str_of(finding_names));
    struct str mark = str_slice(hash_str(arena, &names), 0, FINDINGS_MARK_BYTES);

    return str_format(arena, "%d %.*s\n", why, STR_ARG(mark));
}

void keep_failed_put(struct keep *keep, const struct hash *hash, int why)
{
    struct arena *arena = arena_new(FAILED_ARENA_BYTES);
    enum keep_outcome outcome = path_make_folder(keep, path_in(keep->cache, "failed").text);

    if (outcome == KEEP_OK)
        outcome = path_write(path_of_failed(keep, hash).text, failed_text(arena, why));
    if (outcome != KEEP_OK)
        log_debug("a failed picture is not remembered: the note %s", keep_outcome_text(outcome));
    arena_free(arena);
}

bool keep_failed_get(struct keep *keep, const struct hash *hash, int *ret_why)
{
    struct arena *arena = arena_new(FAILED_ARENA_BYTES);
    struct path path = path_of_failed(keep, hash);
    struct str found, rest, word;
    int why;
    bool known = false;

    if (path_read(arena, path.text, FAILED_BYTES_MAX, &found) == KEEP_OK) {
        rest = found;
        known = str_next(&rest, ' ', &word) && str_to_number(word, &why) && why < FINDING_COUNT &&
                str_equal(found, failed_text(arena, why));
    }
    if (known)
        *ret_why = why;
    arena_free(arena);
    return known;
}
