/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The groups of people that announcements name for machines: terms of YSO, the General Finnish
 * Ontology, as feeds of events in Finland use them. X(term, what people call them)
 */
#pragma once

#include "base/i18n.h"

#define AUDIENCE_LIST(X)                                                                           \
    X("p13050", N_("families with children"))                                                      \
    X("p4354", N_("children"))                                                                     \
    X("p11617", N_("young people"))                                                                \
    X("p2433", N_("older people"))                                                                 \
    X("p6165", N_("people new to Finland"))                                                        \
    X("p7179", N_("people with disabilities"))                                                     \
    X("p12297", N_("people recovering their mental health"))                                       \
    X("p7708", N_("people out of work"))
