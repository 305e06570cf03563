/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages, posters and the letter to the staff beside a site's feed. */
#pragma once

#include "app/site_writer.h"
#include "pages/pages.h"

/*
 * Writes them in the centre's first language, whatever language the program speaks, and removes
 * those of numbers that are gone. A failure is noted in the writer; the feed is not touched by it.
 */
void site_pages_put(struct site_writer *writer, const struct pages *pages);
