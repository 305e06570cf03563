/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lesser and the greater of two whole numbers, for pixels above all. In the header, so that
 * the loops over pixels keep them inline.
 */
#pragma once

static inline int int_lesser(int a, int b)
{
    return a < b ? a : b;
}

static inline int int_greater(int a, int b)
{
    return a > b ? a : b;
}
