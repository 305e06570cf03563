/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/i18n.h"
#include "compare_tests.h"

int main(void)
{
    i18n_start("en");
    return words_tests() + likeness_tests() + differences_tests();
}
