/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is said, by lists of words: selling, parties, cures, respect.
 * Rules and their sentences; see rule_list.h and finding_list.h for the columns.
 */
#pragma once

#include "base/i18n.h"

/* clang-format off */
#define RULES_WORDS(X)

#define FINDINGS_WORDS(X)
/* clang-format on */
