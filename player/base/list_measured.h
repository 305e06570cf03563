/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is measured on the drawn slide: contrast, glare, lines, flashes.
 * Rules and their sentences; see rule_list.h and finding_list.h for the columns.
 */
#pragma once

#include "base/i18n.h"

/* clang-format off */
#define RULES_MEASURED(X)

#define FINDINGS_MEASURED(X)
/* clang-format on */
