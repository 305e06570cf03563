/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Grounds on which a centre refuses an announcement: few, the same for everybody, and told to the
 * sender in these words. X(CODE, word in the record, sentence)
 */
#pragma once

#include "base/i18n.h"

#define GROUND_LIST(X)                                                                             \
    X(NOT_NON_PROFIT, "not-non-profit", N_("It is not non-profit activity."))                      \
    X(ADVERTISING, "advertising", N_("It advertises or sells something."))                         \
    X(NOT_FOR_HERE, "not-for-here", N_("It does not concern the people of this centre."))          \
    X(AGAINST_RULES, "against-rules", N_("It breaks a law or the rules of the centre."))           \
    X(ALREADY_HERE, "already-here", N_("We have the same announcement already."))                  \
    X(OTHER, "other", N_("There is another ground."))
