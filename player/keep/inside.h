/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A keep from the inside: for the .c files of this folder alone. */
#pragma once

#include "base/file.h"
#include "keep/keep_outcome.h"

/* Names are opened anew by path each time: a folder that somebody deletes and makes again while
 * the screen runs is found again, which a kept descriptor would not do. */
struct keep {
    char *cache, *state;
    int lock; /* descriptor of the writer's lock, -1: not held */
};

/* What a file operation came to: whatever is not the file that was written is damage. */
enum keep_outcome keep_outcome_of(enum file_outcome outcome);

/* Makes both copies of both editions whole and equal again, where one of two is. */
void keep_edition_mend(struct keep *keep);
