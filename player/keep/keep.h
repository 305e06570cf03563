/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a player keeps on disk: objects by their SHA-256, the current and the previous edition, and
 * the highest edition ever accepted of each site.
 *
 *   cache/objects/ab/abcd…   entries, signatures, media, prepared pictures; each named by its hash
 *   cache/failed/abcd…       media that could not be decoded, so that nobody tries again
 *   cache/edition, cache/edition.previous      second copies of …
 *   state/edition, state/edition.previous      … the accepted editions (one sealed file each)
 *   state/accepted           highest `updated` and feed hash of each site: outlives the cache
 *   state/seal.key           secret of this machine; editions are sealed with it
 *
 * Every write goes beside, is synced and renamed. Every read is checked: an object against its
 * name, an edition against its seal. What is wrong is as if it were not there.
 */
#pragma once

#include "base/file.h"
#include "base/hash.h"
#include "keep/keep_outcome.h"

struct keep;

/* An English half sentence for the log: "is missing", "is damaged" … */
const char *keep_outcome_text(enum keep_outcome outcome);

/*
 * Opens the folders, making them (0700) when they are not there. Folders that are only readable
 * are fine once the seal.key is there: writing answers KEEP_DENIED later. KEEP_DAMAGED: something
 * that is no folder stands in the way.
 *
 * On a failure *ret_folder (may be NULL) is the path at fault, one of the two arguments.
 */
enum keep_outcome keep_open(const char *cache, const char *state, struct keep **ret_keep,
                            const char **ret_folder) NODISCARD;

/* Gives the lock back and frees it; NULL is fine. */
void keep_close(struct keep *keep);

/*
 * Takes the writer's lock (flock on state/lock) or answers KEEP_BUSY; removes leftovers of writers
 * that were killed and mends a damaged copy of an edition from the other. Held until keep_close.
 */
enum keep_outcome keep_lock(struct keep *keep) NODISCARD;

/* Reads an object of at most bytes_max bytes and checks it against its name. */
enum keep_outcome keep_get(struct keep *keep, struct arena *arena, const struct hash *hash,
                           size_t bytes_max, struct str *ret_bytes) NODISCARD;

/* Stores an object under the hash of its bytes. Fine when it is there already and sound. */
enum keep_outcome keep_put(struct keep *keep, struct str bytes, struct hash *ret_hash) NODISCARD;

/* Is there a file of that name? Says nothing of its content. */
bool keep_has(struct keep *keep, const struct hash *hash);

/* Removes an object that turned out to be damaged. */
void keep_drop(struct keep *keep, const struct hash *hash);

/*
 * Maps an object for reading only, unchecked (the drawing side maps megabytes of pixels; the
 * update re-hashes them in the background). NULL unless it is a regular file of exactly `bytes`
 * bytes, more than 0. Nobody here ever shortens a file in place; if
 * something else does, reading the lost pages ends the process with SIGBUS.
 */
const void *keep_map(struct keep *keep, const struct hash *hash, size_t bytes);

/* Gives back what keep_map answered, with the same `bytes`. */
void keep_unmap(const void *mapped, size_t bytes);

/* Remembers that a medium cannot be decoded. `why` is a finding_code. */
void keep_failed_put(struct keep *keep, const struct hash *hash, int why);

/* Is that remembered, and why? */
bool keep_failed_get(struct keep *keep, const struct hash *hash, int *ret_why);

/* The signed documents of an edition as they came, and what the server said of them. */
#define KEEP_DOCUMENTS(X) X(PROFILE, "centre.xml") X(FEED, "feed.atom") X(HIDE, "hide.xml")

#define X(code, name) KEEP_##code,
enum keep_document { KEEP_DOCUMENTS(X) KEEP_DOCUMENT_COUNT };
#undef X

/* "centre.xml" …, as the list above has it. */
const char *keep_document_name(enum keep_document document);

struct kept_document {
    struct str bytes, signature; /* empty: the site has none */
    struct str etag, last_modified;
};

struct kept_edition {
    struct kept_document documents[KEEP_DOCUMENT_COUNT];
    struct str site;
    struct str packed; /* what pack_edition made */
};

enum keep_generation { KEEP_CURRENT, KEEP_PREVIOUS };

/*
 * The largest edition: a packed one of 64 MiB (PACK_BYTES_MAX), a feed, a profile and a hide list
 * of 8 MiB each, and room to grow. A larger one is not written (KEEP_FULL) and not read.
 */
#define KEEP_EDITION_BYTES_MAX ((size_t)96 << 20)

/*
 * Reads an edition: state first, the cache's copy when that one is damaged. KEEP_DAMAGED when
 * neither is whole. A wrong seal with sound framing still fills the documents (their signatures
 * decide), with an empty `packed`, and answers KEEP_DAMAGED; without sound framing *ret_edition is
 * not touched. The arena needs room for both copies, 2 * KEEP_EDITION_BYTES_MAX.
 */
enum keep_outcome keep_edition_read(struct keep *keep, struct arena *arena,
                                    enum keep_generation generation,
                                    struct kept_edition *ret_edition) NODISCARD;

/* Makes an edition the current one by a rename; the one before becomes the previous. */
enum keep_outcome keep_edition_write(struct keep *keep,
                                     const struct kept_edition *edition) NODISCARD;

/* Changes whenever another edition becomes current: device, inode and time of the file. 0: none. */
uint64_t keep_edition_stamp(struct keep *keep);

/*
 * The highest edition accepted of a site (URL or folder, without line breaks): `updated` in
 * seconds since 1970 UTC and the feed's hash. False when none is known.
 */
bool keep_accepted_get(struct keep *keep, struct str site, int64_t *ret_updated,
                       struct hash *ret_feed);

/* Remembers one; a lower or equal `updated` changes nothing and is fine. */
enum keep_outcome keep_accepted_put(struct keep *keep, struct str site, int64_t updated,
                                    const struct hash *feed) NODISCARD;

/*
 * Removes objects beyond bytes_max (of whole blocks of 4 KiB, as a disk counts), the longest
 * unused first, never one of `wanted` (count of them). Answers how many were removed.
 */
size_t keep_collect(struct keep *keep, const struct hash *wanted, size_t count, uint64_t bytes_max);

/* Default of the cache: 2 GiB (player/README.md, "Budgets"). */
#define KEEP_BYTES_MAX (UINT64_C(2) << 30)

/* Paths of the two folders, for files that other parts keep there (status, heartbeat, play log). */
const char *keep_cache_path(const struct keep *keep); /* the keep's, as keep_open was told */
const char *keep_state_path(const struct keep *keep); /* likewise */
