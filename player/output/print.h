/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings as people read them on a terminal. */
#pragma once

#include "output/checked.h"

#include <stdio.h>

/* Word of a severity in the reader's language: "este", "korjattava" … */
const char *print_severity(enum severity severity);

/* One finding: place, severity, sentence, rule; then why, how to mend it, an example. */
void print_finding(FILE *to, const struct finding *finding);

/* All of a report, worst first. */
void print_report(FILE *to, struct report *report);

/*
 * All that `check` found, as a sender meets it (digest.h): a block for each announcement, what was
 * not looked at, and the summary as the last line. Sorts the reports.
 *
 * colour  severities stand out by the colours of a terminal; never the only sign.
 *
 * False when it could not be written.
 */
bool print_checked(FILE *to, struct checked *checked, bool colour);
