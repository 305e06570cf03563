/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule functions. Only for the .c files of this folder. */
#pragma once

#include "rules/input.h"

typedef void rule_fn(const struct rule_input *input, struct report *report);

rule_fn rule_event_facts, rule_event_past, rule_missing_glyph, rule_overflow;

/* The announcement's place, with an element named. */
struct place rule_place(const struct rule_input *input, const char *element);

/* Adds a finding about some bytes of a sender's text: its place and its span. */
struct finding *rule_add(const struct rule_input *input, const struct sender_text *text,
                         size_t from, size_t bytes, enum finding_code code, struct report *report);
