/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The programs of this folder, run one after another; each answers how many tests failed. */
#pragma once

int words_tests(void);
int likeness_tests(void);
int differences_tests(void);
