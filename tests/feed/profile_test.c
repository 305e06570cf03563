#include "feed_tests.h"
int run_profile_tests(void)
{
    return 0;
}
