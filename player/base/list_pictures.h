/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the picture shows and how it was made; codes to scan.
 * Rules and their sentences; see rule_list.h and finding_list.h for the columns.
 */
#pragma once

#include "base/i18n.h"

/* clang-format off */
#define RULES_PICTURES(X)

#define FINDINGS_PICTURES(X)
/* clang-format on */
