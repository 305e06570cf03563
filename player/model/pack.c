/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One archive for both directions: every struct has one function here that names its fields once,
 * and a packer that counts, writes or reads them. Writing with a second description was weighed
 * and left: the two fall apart silently when a field is added.
 */
#include "model/pack.h"

#include "model/pack_parts.h"

#include <assert.h>

/*
 * Everything that gives a number its meaning: when a language, rule or reason is added, bytes of
 * before are of another shape and are refused, without anybody having to think of PACK_VERSION.
 */
#define X(code, ...) #code " "
#define SHAPE LANGUAGE_LIST(X) KIND_LIST(X) REASON_LIST(X) RULE_LIST(X)
#define SHAPE_BYTES 8

static const char magic[] = { 'I', 'T', 'A', 'U', 'L', 'U', 'E', 'D' };

static void pack_prepared(struct packer *packer, struct prepared_picture *picture)
{
    packer_int(packer, &picture->width, 0, INT32_MAX);
    packer_int(packer, &picture->height, 0, INT32_MAX);
    packer_hash(packer, &picture->source);
    packer_hash(packer, &picture->pixels);
}

static void pack_item(struct packer *packer, struct item *item)
{
    pack_announcement(packer, &item->announcement);
    packer_hash(packer, &item->entry);
    packer_hash(packer, &item->signature);
    PACKER_ENUM(packer, item->refused, REASON_COUNT);
    PACKER_ENUM(packer, item->blocked_by, RULE_COUNT);
    PACKER_ENUM(packer, item->verdict, SEVERITY_BLOCK + 1);
    packer_str(packer, &item->approved_by);
    packer_str(packer, &item->approved_at);
    pack_prepared(packer, &item->picture);
    packer_int(packer, &item->seconds, 0, INT32_MAX);
    packer_int(packer, &item->pages, 0, INT32_MAX);
    packer_bool(packer, &item->hidden);
    PACKER_ARRAY(packer, struct date, item->hidden_dates, item->hidden_date_count,
                 pack_time_true_date);
}

/* What must be equal, byte for byte, before anything behind it has a meaning. */
static void pack_head(struct packer *packer)
{
    struct hash shape = hash_of(STR(SHAPE));
    uint8_t head[sizeof magic + SHAPE_BYTES];
    unsigned version = PACK_VERSION;

    memcpy(head, magic, sizeof magic);
    memcpy(head + sizeof magic, shape.bytes, SHAPE_BYTES);
    packer_bytes(packer, head, sizeof head);
    packer_need(packer, memcmp(head, magic, sizeof magic) == 0 &&
                            memcmp(head + sizeof magic, shape.bytes, SHAPE_BYTES) == 0);
    packer_unsigned(packer, &version);
    packer_need(packer, version == PACK_VERSION);
}

static void pack_all(struct packer *packer, struct edition *edition)
{
    pack_head(packer);
    pack_profile(packer, &edition->profile);
    packer_str(packer, &edition->display);
    packer_str(packer, &edition->site);
    packer_long(packer, &edition->accepted);
    packer_long(packer, &edition->updated);
    packer_long(packer, &edition->valid_until);
    PACKER_ARRAY(packer, struct item, edition->items, edition->item_count, pack_item);
}

struct str pack_edition(struct arena *arena, const struct edition *edition)
{
    /* The functions above take what they may fill; counting and writing put back the same. */
    struct edition copy = *edition;
    struct packer counter = { .mode = PACKER_COUNTS };
    struct packer writer = { .mode = PACKER_WRITES };

    pack_all(&counter, &copy);
    if (counter.bytes > PACK_BYTES_MAX)
        return (struct str){ NULL, 0 };
    writer.to = ARENA_ARRAY(arena, char, counter.bytes);
    pack_all(&writer, &copy);
    assert(writer.bytes == counter.bytes);
    return (struct str){ writer.to, writer.bytes };
}

bool unpack_edition(struct arena *arena, struct str bytes, struct edition *ret_edition)
{
    struct edition edition = { 0 };
    struct packer reader = { .mode = PACKER_READS, .from = bytes, .arena = arena };

    if (bytes.bytes > PACK_BYTES_MAX)
        return false;
    pack_all(&reader, &edition);
    if (reader.failed || reader.from.bytes > 0)
        return false;
    *ret_edition = edition;
    return true;
}
