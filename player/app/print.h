/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings as people and programs read them. */
#pragma once

#include "base/report.h"

#include <stdio.h>

/* Word of a severity in the reader's language: "este", "korjattava" … */
const char *print_severity(enum severity severity);

/* One finding: place, severity, sentence, rule; then why, how to mend it, an example. */
void print_finding(FILE *to, const struct finding *finding);

/* All of a report, worst first. */
void print_report(FILE *to, struct report *report);
