/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of CSV (RFC 4180) that spreadsheets open without harm. */
#pragma once

#include "base/str.h"

/*
 * Adds a row to a text, ended by '\n'. A line end in a cell becomes a space, so that one row is one
 * line. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
 */
void csv_add_row(struct text *to, const struct str *cells, size_t count);

/*
 * Takes the next cell off the front of a row without its line end; the apostrophe of csv_add_row
 * goes away again. False when no cell is left. A quote that is never closed ends with the row.
 *
 * unquoted  where a cell with quotes in it is put together.
 */
bool csv_next(struct arena *unquoted, struct str *rest, struct str *ret_cell);
