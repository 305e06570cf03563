/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See packer.h.
 *
 * Numbers are little-endian and of fixed size, texts and arrays have their length in front. The
 * first pass counts, so that the memory for ten thousand announcements is asked for once and
 * exactly. While reading, a count is believed only when that many of the smallest possible
 * elements still fit into what is left, so no number can ask for more memory than the bytes are
 * worth; the first thing that is wrong sets `failed`, after which everything reads as nothing.
 */
#include "model/packer.h"

#include <assert.h>
#include <math.h>

void packer_need(struct packer *packer, bool sound)
{
    if (packer->mode == PACKER_READS && !sound)
        packer->failed = true;
}

void packer_bytes(struct packer *packer, void *data, size_t bytes)
{
    if (packer->mode == PACKER_READS) {
        if (packer->failed || packer->from.bytes < bytes) {
            packer->failed = true;
            memset(data, 0, bytes);
            return;
        }
        memcpy(data, packer->from.at, bytes);
        packer->from.at += bytes;
        packer->from.bytes -= bytes;
        return;
    }
    if (packer->mode == PACKER_WRITES)
        memcpy(packer->to + packer->bytes, data, bytes);
    packer->bytes += bytes;
}

uint64_t packer_number(struct packer *packer, uint64_t number, size_t bytes)
{
    uint8_t data[8];
    uint64_t read = 0;

    for (size_t i = 0; i < bytes; i++)
        data[i] = (uint8_t)(number >> (8 * i));
    packer_bytes(packer, data, bytes);
    for (size_t i = bytes; i-- > 0;)
        read = read << 8 | data[i];
    return read;
}

void packer_bool(struct packer *packer, bool *value)
{
    uint64_t number = packer_number(packer, *value ? 1 : 0, 1);

    packer_need(packer, number <= 1);
    *value = number == 1;
}

void packer_long(struct packer *packer, int64_t *value)
{
    *value = (int64_t)packer_number(packer, (uint64_t)*value, sizeof *value);
}

void packer_unsigned(struct packer *packer, unsigned *value)
{
    *value = (unsigned)packer_number(packer, *value, 4);
}

void packer_byte(struct packer *packer, uint8_t *value)
{
    *value = (uint8_t)packer_number(packer, *value, 1);
}

void packer_int(struct packer *packer, int *value, int least, int most)
{
    int number = (int)(uint32_t)packer_number(packer, (uint32_t)*value, 4);

    packer_need(packer, number >= least && number <= most);
    *value = packer->failed ? least : number;
}

/* Sizes travel in 32 bits: PACK_BYTES_MAX is far below. */
void packer_size(struct packer *packer, size_t *value)
{
    assert(*value <= UINT32_MAX);
    *value = (size_t)packer_number(packer, *value, 4);
}

void packer_double(struct packer *packer, double *value)
{
    uint64_t bits;

    memcpy(&bits, value, sizeof bits);
    bits = packer_number(packer, bits, sizeof bits);
    memcpy(value, &bits, sizeof bits);
    packer_need(packer, isfinite(*value));
}

unsigned packer_choice(struct packer *packer, unsigned value, unsigned count)
{
    unsigned read = (unsigned)packer_number(packer, value, 2);

    packer_need(packer, read < count);
    return packer->failed ? 0 : read;
}

void packer_str(struct packer *packer, struct str *text)
{
    size_t bytes = text->bytes;

    packer_size(packer, &bytes);
    if (packer->mode == PACKER_READS) {
        packer_need(packer, bytes <= packer->from.bytes);
        *text = (struct str){ NULL, 0 };
        if (packer->failed || bytes == 0)
            return;
        *text = str_copy(packer->arena, str_slice(packer->from, 0, bytes));
        packer->from = str_slice(packer->from, bytes, packer->from.bytes);
        return;
    }
    if (packer->mode == PACKER_WRITES && bytes > 0)
        memcpy(packer->to + packer->bytes, text->at, bytes);
    packer->bytes += bytes;
}

void packer_hash(struct packer *packer, struct hash *hash)
{
    packer_bytes(packer, hash->bytes, HASH_BYTES);
}

void packer_count(struct packer *packer, size_t *count, size_t element_bytes)
{
    packer_size(packer, count);
    if (packer->mode != PACKER_READS)
        return;
    packer_need(packer, element_bytes > 0 && *count <= packer->from.bytes / element_bytes);
    if (packer->failed)
        *count = 0;
}

void packer_language(struct packer *packer, enum language *language)
{
    PACKER_ENUM(packer, *language, LANGUAGE_COUNT);
}
