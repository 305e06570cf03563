/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `check` found as JSON, for programs. */
#pragma once

#include "output/checked.h"

#include <stdio.h>

/*
 * One JSON object as content-schema/check.schema.json describes it. Sorts the reports. False when
 * it could not be written.
 */
bool json_checked(FILE *to, struct checked *checked);
