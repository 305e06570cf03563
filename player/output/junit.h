/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `check` found as JUnit XML: a suite an announcement, a test case a rule. */
#pragma once

#include "output/checked.h"

#include <stdio.h>

/*
 * What stops fails its case; what is to be mended fails it only when the run is strict, as the exit
 * code has it, and is told in the case's output otherwise, with questions and hints. A rule that
 * could not run is skipped. Sorts the reports. False when it could not be written.
 */
bool junit_checked(FILE *to, struct checked *checked);
