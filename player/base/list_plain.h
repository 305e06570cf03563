/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plain language: sentences, structures, words.
 * Rules and their sentences; see rule_list.h and finding_list.h for the columns.
 */
#pragma once

#include "base/i18n.h"

/* clang-format off */
#define RULES_PLAIN(X)

#define FINDINGS_PLAIN(X)
/* clang-format on */
