/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a centre asks of senders, as a page that it can hand out: made from the profile alone, with
 * every number turned into advice.
 */
#pragma once

#include "model/profile.h"

#include <stdio.h>

/* As a page, in the language of the program. False when it could not be written. */
bool requirements_html(FILE *to, const struct profile *profile);

/* As lines of text. */
bool requirements_text(FILE *to, const struct profile *profile);
