/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two rules ask of a collection of money. Only for the .c files of this folder. */
#pragma once

#include "rules/input.h"

/* True when some text holds the number of a permission of the police: "RA/2026/123". */
bool money_has_permission(const struct rule_input *input);
