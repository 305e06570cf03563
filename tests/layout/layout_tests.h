/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups of tests of layout/, one a file. */
#pragma once

/* Each runs its group and answers how many tests failed. */
int phrase_tests(void);
int facts_tests(void);
int slides_tests(void);
int mark_tests(void);
