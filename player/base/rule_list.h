/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one list of rules. Everything that names a rule (profile, JSON, messages, tests) grows from
 * it. How to add a rule: a line and its sentences in one of the lists below, the code that finds
 * it, a case that fails it and one that passes.
 *
 * X(CODE, id, group, severity, may an approver override it?, limit or 0, unit, source)
 *
 * The severity is the worst that the rule's findings have by default. Sources are spelled out in
 * README.md of this folder's parent.
 */
#pragma once

#include "base/list_facts.h"
#include "base/list_files.h"
#include "base/list_form.h"
#include "base/list_links.h"
#include "base/list_measured.h"
#include "base/list_pictures.h"
#include "base/list_plain.h"
#include "base/list_safety.h"
#include "base/list_slide.h"
#include "base/list_together.h"
#include "base/list_words.h"

#define RULE_LIST(X)                                                                               \
    RULES_FORM(X)                                                                                  \
    RULES_FILES(X)                                                                                 \
    RULES_SLIDE(X)                                                                                 \
    RULES_MEASURED(X)                                                                              \
    RULES_PICTURES(X)                                                                              \
    RULES_FACTS(X)                                                                                 \
    RULES_SAFETY(X)                                                                                \
    RULES_LINKS(X)                                                                                 \
    RULES_WORDS(X)                                                                                 \
    RULES_TOGETHER(X)                                                                              \
    RULES_PLAIN(X)
