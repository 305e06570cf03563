/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups of tests of fetch/, one a file. Each answers how many failed. */
#pragma once

/* cmocka.h wants the others before it. */
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

int pure_tests(void);   /* addresses, header lines, poll.c: no network, no files */
int folder_tests(void); /* sites in a folder */
int http_tests(void);   /* sites on the misbehaving server */
int tls_tests(void);    /* sites on nginx with https; skipped where it is not installed */
