/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a verdict is given with: the centre's profile and everything that judges. */
#pragma once

#include "app/judge.h"
#include "app/options.h"

/*
 * Opens both for a submission at `path`: the profile of --centre, else the centre.xml of the folder
 * "approved" beside its inbox, else of its own folder, else the built-in one; the judge looks into
 * pictures too, for nobody has signed them yet.
 *
 * ret_profile  must stay where it is as long as the judge is open, which refers to it.
 * ret_judge    is closed by the caller.
 *
 * False with a message; then there is nothing to close.
 */
bool verdict_judge_open(const struct options *options, const char *path, int64_t now,
                        struct profile *ret_profile, struct judge *ret_judge) NODISCARD;
