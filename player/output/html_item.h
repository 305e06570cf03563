/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One announcement of the report. Only for the .c files of this folder. */
#pragma once

#include "output/checked.h"

#include <stdio.h>

/* Its section, with the anchor "iN" for a number from 1. */
void html_item(FILE *to, const struct checked *checked, struct checked_item *item, size_t number);

/* The title of an item, else its file, masked. */
struct str html_item_name(struct arena *arena, const struct checked_item *item);

/* "kunnossa", "kysymys" …: its verdict in a word. */
const char *html_verdict_word(const struct checked_item *item);
