/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the groups of tests of fetch/. */
#include "fetch_test.h"

int main(void)
{
    int failed = 0;
    failed += pure_tests();
    failed += folder_tests();
    failed += http_tests();
    failed += tls_tests();
    return failed != 0;
}
