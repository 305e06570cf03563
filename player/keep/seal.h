/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The secret of this machine, by which it knows its own editions again. */
#pragma once

#include "base/str.h"
#include "keep/keep_outcome.h"

struct keep;

#define SEAL_BYTES 32

/* Makes the secret when it is not there or cannot be one. */
enum keep_outcome seal_make_key(struct keep *keep) NODISCARD;

/* The seal of some bytes. */
enum keep_outcome seal_of(struct keep *keep, struct str bytes,
                          uint8_t ret_seal[SEAL_BYTES]) NODISCARD;
