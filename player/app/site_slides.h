/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The slides of a site as PNG files with a table of when to show them: for a centre whose screens
 * belong to another system. slides/DISPLAY/12-fi.png, and slides/slides.csv.
 */
#pragma once

#include "app/site_writer.h"
#include "pages/pages.h"

/*
 * Draws every announcement for every display of the profile and writes what has changed. There is
 * no clock on them and no "today": the file hangs for as long as its row says. Slides of numbers
 * that are gone are removed.
 *
 * False with a message when nothing can be drawn here (no fonts); a failure to write is noted in
 * the writer.
 */
bool site_slides_put(struct site_writer *writer, const struct pages *pages) NODISCARD;
