/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules that look at an announcement and at the slides it makes. Each is a small pure function
 * that adds findings; what stages before have found (form, signatures, files) is in the report
 * already.
 */
#pragma once

#include "rules/input.h"

/* Grows when a rule is added or judges otherwise: kept verdicts of another version are void. */
#define RULES_VERSION 4

/* Runs every rule. */
void rules_check(const struct rule_input *input, struct report *report);

/*
 * The worst finding that keeps the item off the screen: one that blocks, unless its rule is in
 * `overrides` (ids separated by commas) and may be overridden. event-past is left out: the
 * timetable decides that at every moment anew. False when none does.
 */
bool rules_blocking(const struct report *report, struct str overrides, enum rule *ret_rule);

/* Worst severity of a report, an overridden block counting as warn. ADVISE when there is none. */
enum severity rules_verdict(const struct report *report, struct str overrides);
