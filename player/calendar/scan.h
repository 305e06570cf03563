/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking dates, numbers and signs off the front of a text; for the readers of this folder. */
#pragma once

#include "base/str.h"

bool scan_is_digit(char byte);  /* 0 to 9 */
bool scan_is_letter(char byte); /* A to Z, a to z */

/* Takes this byte; false, and nothing taken, when another one or none stands there. */
bool scan_byte(struct str *rest, char byte);

/* Takes the digits that stand there, none or more; answers them. */
struct str scan_digit_run(struct str *rest);

/* Takes just `count` digits (at most nine) as a number; false, and nothing taken, otherwise. */
bool scan_digits(struct str *rest, size_t count, int *ret_number);

/*
 * Takes all the digits that stand there as a number from least to most; false, with the digits
 * taken, when it is none.
 */
bool scan_number(struct str *rest, int least, int most, int *ret_number);
