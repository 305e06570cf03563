/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where in a file the words of a finding stand, to the character. A finding knows the place of its
 * element; its words are looked for in the file from there on.
 */
#pragma once

#include "base/report.h"

/* Lines and columns count from 1, offsets from 0; all in code points. The end is behind the last
 * character. */
struct region {
    unsigned line, column;
    size_t offset, length;         /* length 0: only where it starts is known */
    unsigned end_line, end_column; /* with a length */
};

/* The region of a finding in the bytes of its file; false when its place is not in there. */
bool region_find(struct str bytes, const struct finding *finding, struct region *ret_region);
