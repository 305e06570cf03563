#include "feed_tests.h"
int run_feed_read_tests(void)
{
    return 0;
}
