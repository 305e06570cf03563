/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sentences of every finding, English for the translators. {0}, {1} … are arguments and may
 * be reordered. The reader is a volunteer who knows no XML: say what, why, how to mend it, and
 * give an example where one helps.
 *
 * X(CODE, RULE, severity, what, why, how to mend it, example)
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

#define FINDING_LIST(X)                                                                            \
    FINDINGS_FORM(X)                                                                               \
    FINDINGS_FILES(X)                                                                              \
    FINDINGS_SLIDE(X)                                                                              \
    FINDINGS_MEASURED(X)                                                                           \
    FINDINGS_PICTURES(X)                                                                           \
    FINDINGS_FACTS(X)                                                                              \
    FINDINGS_SAFETY(X)                                                                             \
    FINDINGS_LINKS(X)                                                                              \
    FINDINGS_WORDS(X)                                                                              \
    FINDINGS_TOGETHER(X)                                                                           \
    FINDINGS_PLAIN(X)
