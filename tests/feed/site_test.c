#include "feed_tests.h"
int run_site_tests(void)
{
    return 0;
}
