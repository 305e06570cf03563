/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What only shows among several announcements, and facts that people need to come.
 * Rules and their sentences; see rule_list.h and finding_list.h for the columns.
 */
#pragma once

#include "base/i18n.h"

/* clang-format off */
#define RULES_TOGETHER(X)

#define FINDINGS_TOGETHER(X)
/* clang-format on */
