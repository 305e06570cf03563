/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `check` found as a page: for the sender's phone, for a window, for paper. */
#pragma once

#include "output/checked.h"

#include <stdio.h>

/*
 * One self-contained HTML file with the slides as the lobby sees them and numbered marks on them.
 * Sorts the reports. False when it could not be written.
 */
bool html_checked(FILE *to, struct checked *checked);
