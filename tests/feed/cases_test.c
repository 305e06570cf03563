#include "feed_tests.h"
int run_cases_tests(void)
{
    return 0;
}
