/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A keyed BLAKE2b over what this machine has verified and read, so that it need not verify and
 * read it again at every start. A plain checksum would find rot as well; the key keeps out an
 * edition that was carried over from elsewhere, whose signatures nobody here has checked.
 *
 * The key is read each time: it is 32 bytes, and a process that runs for months must not seal or
 * check with a key that has been replaced since.
 */
#include "keep/seal.h"

#include "keep/inside.h"
#include "keep/path.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <unistd.h>

#define KEY_NAME "seal.key"
#define KEY_ARENA_BYTES ((size_t)64 << 10)

static enum keep_outcome read_key(struct keep *keep, uint8_t ret_key[SEAL_BYTES])
{
    struct arena *arena = arena_new(KEY_ARENA_BYTES);
    struct path path = path_in(keep->state, KEY_NAME);
    struct str bytes;
    enum keep_outcome outcome = path_read(arena, path.text, SEAL_BYTES, &bytes);

    if (outcome == KEEP_OK && bytes.bytes != SEAL_BYTES)
        outcome = KEEP_DAMAGED;
    if (outcome == KEEP_OK)
        memcpy(ret_key, bytes.at, SEAL_BYTES);
    arena_free(arena);
    return outcome;
}

static bool is_worth_a_new_one(enum keep_outcome outcome)
{
    return outcome == KEEP_MISSING || outcome == KEEP_DAMAGED;
}

/* Under a lock on the folder: two programs may start on a new machine at the same time. */
static enum keep_outcome write_key(struct keep *keep)
{
    struct path path = path_in(keep->state, KEY_NAME);
    uint8_t key[SEAL_BYTES];
    int folder = open(keep->state, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    enum keep_outcome outcome;

    if (folder >= 0)
        flock(folder, LOCK_EX);
    outcome = read_key(keep, key);
    if (is_worth_a_new_one(outcome)) {
        path_sweep(keep->state, KEY_NAME);
        randombytes_buf(key, sizeof key);
        outcome = path_write(path.text, (struct str){ (const char *)key, sizeof key });
    }
    sodium_memzero(key, sizeof key);
    if (folder >= 0)
        close(folder);
    return outcome;
}

enum keep_outcome seal_make_key(struct keep *keep)
{
    uint8_t key[SEAL_BYTES];
    enum keep_outcome outcome = read_key(keep, key);

    sodium_memzero(key, sizeof key);
    return is_worth_a_new_one(outcome) ? write_key(keep) : outcome;
}

enum keep_outcome seal_of(struct keep *keep, struct str bytes, uint8_t ret_seal[SEAL_BYTES])
{
    uint8_t key[SEAL_BYTES];
    enum keep_outcome outcome = read_key(keep, key);

    if (outcome == KEEP_OK)
        crypto_generichash(ret_seal, SEAL_BYTES, (const uint8_t *)bytes.at, bytes.bytes, key,
                           sizeof key);
    sodium_memzero(key, sizeof key);
    return outcome;
}
