/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An edition as bytes and back. One description of the fields serves both directions, so that the
 * two cannot fall apart; a version number stands in front. The bytes are trusted only after their
 * seal has been checked (keep/): still every length is bounded, and nothing is read past the end.
 */
#pragma once

#include "model/edition.h"

#define PACK_VERSION 2
#define PACK_BYTES_MAX (64u << 20)
#define UNPACK_FACTOR 12 /* measured in the tests: dates and empty texts weigh the most */

/* The bytes of an edition, in the arena; empty when they would be more than PACK_BYTES_MAX. */
struct str pack_edition(struct arena *arena, const struct edition *edition) NODISCARD;

/*
 * The edition of some bytes. False when they are not a whole edition of this version. Everything
 * is copied into the arena, also the zones of `when` (an unknown one makes it false). Of n bytes no
 * more than UNPACK_FACTOR * n go there.
 */
bool unpack_edition(struct arena *arena, struct str bytes, struct edition *ret_edition) NODISCARD;
