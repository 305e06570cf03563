/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads all dates of a running text. Only for the .c files of this folder. */
#pragma once

#include "rules/written_date.h"

/* The dates of a text in their order, in the arena; answers how many. */
size_t written_dates(struct arena *arena, const struct date_context *context,
                     struct written_date **ret_dates);
