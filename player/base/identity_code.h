/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finnish personal identity codes in running text: "DDMMYY", a sign for the century, three digits
 * and a check character. They stand in base/ because no finding may ever carry one in clear.
 */
#pragma once

#include "base/str.h"

struct identity_code {
    size_t start, bytes; /* in the text */
    bool is_exact;       /* false: the check character is wrong, as in a code with a typing error */
};

/*
 * The first code at or behind byte `from`, which is 0 or the end of the code before. Found in any
 * case and with any dash, with spaces round the sign of the century and with invisible characters
 * between its own; never where a letter or a digit stands right before or behind it. A date with
 * a range of hours ("011226-1300") is no code unless its check character is right.
 */
bool identity_code_find(struct str text, size_t from, struct identity_code *ret_code);

/* A copy in which every such code is "******-****": as many characters, none of its own. */
struct str identity_code_mask(struct arena *arena, struct str text) NODISCARD;
