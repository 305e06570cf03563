/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An edition in one file: magic, version, sections with their lengths in front, and a seal over
 * all of it. One file, because a rename can make only one thing current at a time.
 *
 * It lies in two folders. The state's copy decides; the cache's is written after it and stands in
 * when the first one rots. Whoever takes the writer's lock first makes the two equal again.
 *
 * The steps of a write, after each of which `edition` is there and whole:
 *   edition.next written and synced → edition linked to a temporary name → that renamed to
 *   edition.previous → edition.next renamed to edition → folder synced.
 */
#include "base/log.h"
#include "keep/inside.h"
#include "keep/keep.h"
#include "keep/path.h"
#include "keep/seal.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOG_MODULE "keep"

#define EDITION_VERSION 1
#define LENGTH_BYTES 8
#define SECTION_COUNT (2 + 4 * KEEP_DOCUMENT_COUNT)

/* Both copies and one more; only what is used is taken from the system. */
#define WORK_BYTES_MAX (4 * KEEP_EDITION_BYTES_MAX)

static const char head[] = { 'I', 'T', 'K', 'E', 'E', 'P', '\n', EDITION_VERSION };
static const char *const names[] = {
    [KEEP_CURRENT] = "edition", [KEEP_PREVIOUS] = "edition.previous"
};

#define X(code, name) name,
static const char *const document_names[KEEP_DOCUMENT_COUNT] = { KEEP_DOCUMENTS(X) };
#undef X

const char *keep_document_name(enum keep_document document)
{
    return document_names[document];
}

/* The texts of an edition in the order of the file. */
static void list_sections(struct kept_edition *edition, struct str *sections[SECTION_COUNT])
{
    size_t count = 0;

    sections[count++] = &edition->site;
    sections[count++] = &edition->packed;
    for (size_t i = 0; i < KEEP_DOCUMENT_COUNT; i++) {
        struct kept_document *document = &edition->documents[i];

        sections[count++] = &document->bytes;
        sections[count++] = &document->signature;
        sections[count++] = &document->etag;
        sections[count++] = &document->last_modified;
    }
    assert(count == SECTION_COUNT);
}

/* Reading. */

static bool take(struct str *rest, size_t bytes, struct str *ret_taken)
{
    if (rest->bytes < bytes)
        return false;
    *ret_taken = str_slice(*rest, 0, bytes);
    *rest = str_slice(*rest, bytes, rest->bytes);
    return true;
}

static bool take_section(struct str *rest, struct str *ret_section)
{
    struct str length;
    uint64_t bytes = 0;

    if (!take(rest, LENGTH_BYTES, &length))
        return false;
    for (size_t i = LENGTH_BYTES; i-- > 0;)
        bytes = bytes << 8 | (uint8_t)length.at[i];
    return bytes <= rest->bytes && take(rest, (size_t)bytes, ret_section);
}

/* The framing alone; whether anything in it is true is the seal's matter. */
static bool read_sections(struct str file, struct kept_edition *ret_edition, struct str *ret_seal)
{
    struct kept_edition edition = { 0 };
    struct str *sections[SECTION_COUNT];
    struct str start, seal, rest = file;

    if (!take(&rest, sizeof head, &start) || memcmp(start.at, head, sizeof head) != 0)
        return false;
    list_sections(&edition, sections);
    for (size_t i = 0; i < SECTION_COUNT; i++)
        if (!take_section(&rest, sections[i]))
            return false;
    if (!take(&rest, SEAL_BYTES, &seal) || rest.bytes > 0)
        return false;
    *ret_edition = edition;
    *ret_seal = seal;
    return true;
}

/*
 * Reads one copy. *ret_file are its bytes, *ret_framed says that *ret_edition holds the sections
 * although the seal may be wrong.
 */
static enum keep_outcome read_copy(struct keep *keep, struct arena *arena, const char *path,
                                   struct str *ret_file, struct kept_edition *ret_edition,
                                   bool *ret_framed)
{
    struct str file, seal;
    uint8_t expected[SEAL_BYTES];
    enum keep_outcome outcome = path_read(arena, path, KEEP_EDITION_BYTES_MAX, &file);

    *ret_framed = false;
    if (outcome != KEEP_OK)
        return outcome;
    if (!read_sections(file, ret_edition, &seal))
        return KEEP_DAMAGED;
    *ret_framed = true;
    outcome = seal_of(keep, str_slice(file, 0, file.bytes - SEAL_BYTES), expected);
    if (outcome == KEEP_MISSING)
        return KEEP_DAMAGED; /* the secret is gone: no seal can be right */
    if (outcome != KEEP_OK)
        return outcome;
    if (sodium_memcmp(seal.at, expected, SEAL_BYTES) != 0)
        return KEEP_DAMAGED;
    *ret_file = file;
    return KEEP_OK;
}

/* Of two copies that cannot be used, what is worth saying; one that is missing says the least. */
static enum keep_outcome worse_of(enum keep_outcome first, enum keep_outcome second)
{
    if (first == KEEP_MISSING || second == KEEP_DAMAGED)
        return second;
    return first;
}

enum keep_outcome keep_edition_read(struct keep *keep, struct arena *arena,
                                    enum keep_generation generation,
                                    struct kept_edition *ret_edition)
{
    const char *folders[] = { keep->state, keep->cache };
    struct kept_edition unsealed = { 0 };
    enum keep_outcome worst = KEEP_MISSING;
    bool has_unsealed = false;

    for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
        struct path path = path_in(folders[i], "%s", names[generation]);
        struct kept_edition edition;
        struct str file;
        bool framed;
        enum keep_outcome outcome = read_copy(keep, arena, path.text, &file, &edition, &framed);

        if (outcome == KEEP_OK) {
            *ret_edition = edition;
            return KEEP_OK;
        }
        if (outcome != KEEP_MISSING)
            log_debug("edition %s %s", path.text, keep_outcome_text(outcome));
        if (framed && !has_unsealed) {
            unsealed = edition;
            has_unsealed = true;
        }
        worst = worse_of(worst, outcome);
    }
    if (worst == KEEP_DAMAGED && has_unsealed) {
        unsealed.packed = (struct str){ NULL, 0 };
        *ret_edition = unsealed;
    }
    return worst;
}

/* Writing. */

struct buffer {
    char *at;
    size_t bytes, room;
};

static void add(struct buffer *buffer, struct str more)
{
    assert(more.bytes <= buffer->room - buffer->bytes);
    if (more.bytes > 0)
        memcpy(buffer->at + buffer->bytes, more.at, more.bytes);
    buffer->bytes += more.bytes;
}

static void add_section(struct buffer *buffer, struct str section)
{
    char length[LENGTH_BYTES];

    for (size_t i = 0; i < LENGTH_BYTES; i++)
        length[i] = (char)(uint8_t)((uint64_t)section.bytes >> (8 * i));
    add(buffer, (struct str){ length, sizeof length });
    add(buffer, section);
}

/* The bytes of the file, in the arena. */
static enum keep_outcome make_file(struct keep *keep, struct arena *arena,
                                   const struct kept_edition *edition, struct str *ret_file)
{
    struct kept_edition copy = *edition;
    struct str *sections[SECTION_COUNT];
    struct buffer buffer = { .room = sizeof head + SEAL_BYTES };
    uint8_t seal[SEAL_BYTES];
    enum keep_outcome outcome;

    list_sections(&copy, sections);
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        if (sections[i]->bytes > KEEP_EDITION_BYTES_MAX)
            return KEEP_FULL;
        buffer.room += LENGTH_BYTES + sections[i]->bytes;
    }
    if (buffer.room > KEEP_EDITION_BYTES_MAX)
        return KEEP_FULL;
    buffer.at = ARENA_ARRAY(arena, char, buffer.room);
    add(&buffer, (struct str){ head, sizeof head });
    for (size_t i = 0; i < SECTION_COUNT; i++)
        add_section(&buffer, *sections[i]);
    outcome = seal_make_key(keep);
    if (outcome == KEEP_OK)
        outcome = seal_of(keep, (struct str){ buffer.at, buffer.bytes }, seal);
    if (outcome != KEEP_OK)
        return outcome;
    add(&buffer, (struct str){ (const char *)seal, sizeof seal });
    *ret_file = (struct str){ buffer.at, buffer.bytes };
    return KEEP_OK;
}

static enum keep_outcome sync_folder(const char *path)
{
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int error = 0;

    if (folder < 0)
        return keep_outcome_of(file_outcome_of(errno));
    /* EINVAL: a file system that has nothing to sync. */
    if (fsync(folder) != 0 && errno != EINVAL && errno != ENOTSUP)
        error = errno;
    close(folder);
    return error == 0 ? KEEP_OK : keep_outcome_of(file_outcome_of(error));
}

/*
 * Keeps the current edition as the previous one, when it is whole: a rotten one must not drive
 * out a good one. File systems without links (FAT) get a copy.
 */
static enum keep_outcome keep_as_previous(struct keep *keep, const char *folder)
{
    struct path current = path_in(folder, "%s", names[KEEP_CURRENT]);
    struct path previous = path_in(folder, "%s", names[KEEP_PREVIOUS]);
    struct path temporary = path_in(folder, ".%s.%ld.tmp", names[KEEP_PREVIOUS], (long)getpid());
    struct arena *arena = arena_new(WORK_BYTES_MAX);
    struct kept_edition edition;
    struct str file;
    bool framed;
    enum keep_outcome outcome = KEEP_OK;

    if (read_copy(keep, arena, current.text, &file, &edition, &framed) != KEEP_OK)
        goto out;
    path_clear(temporary.text);
    if (link(current.text, temporary.text) == 0 && rename(temporary.text, previous.text) == 0) {
        unlink(temporary.text); /* it stays when both names were one file already */
        goto out;
    }
    unlink(temporary.text);
    outcome = path_write(previous.text, file);
out:
    arena_free(arena);
    return outcome;
}

static enum keep_outcome replace_in(struct keep *keep, const char *folder, struct str file)
{
    struct path current = path_in(folder, "%s", names[KEEP_CURRENT]);
    struct path next = path_in(folder, "%s.next", names[KEEP_CURRENT]);
    enum keep_outcome outcome = path_write(next.text, file);
    struct stat info;

    if (outcome == KEEP_OK)
        outcome = keep_as_previous(keep, folder);
    if (outcome == KEEP_OK && lstat(current.text, &info) == 0 && S_ISDIR(info.st_mode))
        path_clear(current.text);
    if (outcome == KEEP_OK && rename(next.text, current.text) != 0)
        outcome = keep_outcome_of(file_outcome_of(errno));
    if (outcome != KEEP_OK) {
        unlink(next.text);
        return outcome;
    }
    return sync_folder(folder);
}

enum keep_outcome keep_edition_write(struct keep *keep, const struct kept_edition *edition)
{
    struct arena *arena = arena_new(WORK_BYTES_MAX);
    struct str file;
    enum keep_outcome second, outcome = make_file(keep, arena, edition, &file);

    if (outcome == KEEP_OK)
        outcome = replace_in(keep, keep->state, file);
    if (outcome == KEEP_OK) {
        second = replace_in(keep, keep->cache, file);
        if (second != KEEP_OK)
            log_debug("the edition's second copy %s", keep_outcome_text(second));
    }
    arena_free(arena);
    return outcome;
}

/* Mending. */

static void mend_generation(struct keep *keep, enum keep_generation generation)
{
    struct arena *arena = arena_new(WORK_BYTES_MAX);
    struct path state = path_in(keep->state, "%s", names[generation]);
    struct path cache = path_in(keep->cache, "%s", names[generation]);
    struct kept_edition edition;
    struct str in_state = { NULL, 0 }, in_cache = { NULL, 0 };
    bool framed;
    enum keep_outcome first = read_copy(keep, arena, state.text, &in_state, &edition, &framed);
    enum keep_outcome second = read_copy(keep, arena, cache.text, &in_cache, &edition, &framed);
    enum keep_outcome mended = KEEP_OK;

    if (first == KEEP_OK && !(second == KEEP_OK && str_equal(in_state, in_cache)))
        mended = path_write(cache.text, in_state);
    else if (second == KEEP_OK && (first == KEEP_MISSING || first == KEEP_DAMAGED))
        mended = path_write(state.text, in_cache);
    if (mended != KEEP_OK)
        log_debug("a copy of %s could not be mended: it %s", names[generation],
                  keep_outcome_text(mended));
    arena_free(arena);
}

void keep_edition_mend(struct keep *keep)
{
    mend_generation(keep, KEEP_CURRENT);
    mend_generation(keep, KEEP_PREVIOUS);
}

/* Mixes one number into another (FNV-1a, by eight bytes at a time). */
static uint64_t mix(uint64_t sum, uint64_t number)
{
    return (sum ^ number) * UINT64_C(0x100000001b3);
}

uint64_t keep_edition_stamp(struct keep *keep)
{
    const char *folders[] = { keep->state, keep->cache };

    for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
        struct path path = path_in(folders[i], "%s", names[KEEP_CURRENT]);
        struct stat info;
        uint64_t sum = UINT64_C(0xcbf29ce484222325);

        if (stat(path.text, &info) != 0 || !S_ISREG(info.st_mode))
            continue;
        sum = mix(sum, (uint64_t)info.st_dev);
        sum = mix(sum, (uint64_t)info.st_ino);
        sum = mix(sum, (uint64_t)info.st_mtim.tv_sec);
        sum = mix(sum, (uint64_t)info.st_mtim.tv_nsec);
        return sum ? sum : 1;
    }
    return 0;
}
