#include "feed_tests.h"
int run_schema_tests(void)
{
    return 0;
}
