/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an archive is made of: numbers, texts, arrays. Each function counts, writes or reads one of
 * them, as the packer says; while reading, the thing is filled in. Only for pack*.c.
 *
 * The first thing that is wrong sets `failed`, after which everything reads as nothing: callers
 * look once, at the end.
 */
#pragma once

#include "base/arena.h"
#include "base/hash.h"
#include "calendar/zone.h"
#include "model/language.h"

enum packer_mode { PACKER_COUNTS, PACKER_WRITES, PACKER_READS };

/* A zone that some `when` of this edition names; opened once however many name it. */
struct opened_zone {
    struct str name;
    const struct zone *zone;
};

struct packer {
    enum packer_mode mode;
    bool failed;
    char *to;        /* PACKER_WRITES: where the next byte goes */
    size_t bytes;    /* counted or written so far */
    struct str from; /* PACKER_READS: what is left */
    struct arena *arena;
    struct opened_zone *zones;
    size_t zone_count;
};

/* While reading: what was read is wrong unless this is true. */
void packer_need(struct packer *packer, bool sound);

/* The bytes of one plain thing, in the direction of the packer; zeroes after a failure. */
void packer_bytes(struct packer *packer, void *data, size_t bytes);

/* A number of the lowest `bytes` bytes (8 at most), the least first; answers what it is. */
uint64_t packer_number(struct packer *packer, uint64_t number, size_t bytes);

/* One byte: 0 or 1. */
void packer_bool(struct packer *packer, bool *value);

/* Eight bytes. */
void packer_long(struct packer *packer, int64_t *value);

/* Four bytes. */
void packer_unsigned(struct packer *packer, unsigned *value);

/* One byte. */
void packer_byte(struct packer *packer, uint8_t *value);

/* An int that must lie within bounds, and is `least` after a failure. */
void packer_int(struct packer *packer, int *value, int least, int most);

/* Four bytes: sizes here are far below what they hold. */
void packer_size(struct packer *packer, size_t *value);

/* A finite number, its bits as they are. */
void packer_double(struct packer *packer, double *value);

/* One of `count` values of an enum; the first one after a failure. */
unsigned packer_choice(struct packer *packer, unsigned value, unsigned count);

#define PACKER_ENUM(packer, field, count) ((field) = packer_choice((packer), (field), (count)))

/* A text with its length; while reading, a copy in the arena. */
void packer_str(struct packer *packer, struct str *text);

/* A hash, without a length. */
void packer_hash(struct packer *packer, struct hash *hash);

/* One of the languages. */
void packer_language(struct packer *packer, enum language *language);

/*
 * The number of elements of an array. A count that is read must leave room for that many elements
 * of at least `element_bytes` each; 0 after a failure.
 */
void packer_count(struct packer *packer, size_t *count, size_t element_bytes);

/*
 * An array and its count, each element by its own function. The size of the smallest element is
 * what that function counts for one of zeroes: no texts, no arrays inside.
 */
#define PACKER_ARRAY(packer, type, array, count, pack_one)                                         \
    do {                                                                                           \
        struct packer smallest_ = { .mode = PACKER_COUNTS };                                       \
        type nothing_ = { 0 };                                                                     \
        if ((packer)->mode == PACKER_READS)                                                        \
            pack_one(&smallest_, &nothing_);                                                       \
        packer_count((packer), &(count), smallest_.bytes);                                         \
        if ((packer)->mode == PACKER_READS)                                                        \
            (array) = (count) > 0 ? ARENA_ARRAY((packer)->arena, type, (count)) : NULL;            \
        for (size_t i_ = 0; i_ < (count); i_++)                                                    \
            pack_one((packer), &(array)[i_]);                                                      \
    } while (0)
