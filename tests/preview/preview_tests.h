/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups of tests of preview/; each answers how many failed. */
#pragma once

int desk_tests(void);
int forms_tests(void);
int view_tests(void);
int eyes_tests(void);
