/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `check` found as SARIF 2.1.0, for editors and code hosts. */
#pragma once

#include "output/checked.h"

#include <stdio.h>

/*
 * One run; rules with their texts, results with their places. Files of the items are read once more
 * for the exact places; one that cannot be read keeps lines and columns. Sorts the reports. False
 * when it could not be written.
 */
bool sarif_checked(FILE *to, struct checked *checked);
