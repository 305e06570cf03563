/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A decoder that a picture has taken over gets nowhere. */
#include "media/decode_lockdown.h"
#include "media_tests.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#define NO_FILTER 77 /* evil_decoder.c: this kernel filters no calls */
#define COULD_NOT 3

/* How the program ended, as waitpid tells. */
static int state_after(const char *attempt)
{
    pid_t child;
    int state;
    char *arguments[] = { EVIL_DECODER, (char *)(uintptr_t)attempt, NULL };
    char *environment[] = { NULL };
    assert_int_equal(posix_spawn(&child, EVIL_DECODER, NULL, NULL, arguments, environment), 0);
    while (waitpid(child, &state, 0) < 0)
        assert_int_equal(errno, EINTR);
    return state;
}

static void work_goes_on_behind_the_walls(void **state)
{
    (void)state;
    int ended = state_after("calm");
    assert_true(WIFEXITED(ended));
    if (WEXITSTATUS(ended) == NO_FILTER)
        skip();
    assert_int_equal(WEXITSTATUS(ended), 0);
}

static void every_way_out_is_deadly(void **state)
{
    static const char *const ways[] = {
        "read-file",     "write-file",     "look-at-file",    "connect-out",
        "start-program", "start-child",    "kill-parent",     "trace-parent",
        "run-new-code",  "run-old-memory", "write-elsewhere", "free-processor-time",
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        int ended = state_after(ways[i]);
        if (WIFEXITED(ended) && WEXITSTATUS(ended) == NO_FILTER)
            skip();
        if (!WIFSIGNALED(ended) || WTERMSIG(ended) != SIGSYS)
            fail_msg("%s: not stopped (%#x)", ways[i], (unsigned)ended);
    }
}

static void memory_ends_somewhere(void **state)
{
    static const char *const ways[] = { "eat-memory", "raise-memory" };
    (void)state;
    if (LOCKDOWN_IS_SANITIZED)
        skip();
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        int ended = state_after(ways[i]);
        if (WIFEXITED(ended) && WEXITSTATUS(ended) == NO_FILTER)
            skip();
        assert_true(WIFEXITED(ended));
        assert_int_equal(WEXITSTATUS(ended), COULD_NOT);
    }
}

int lockdown_tests(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(work_goes_on_behind_the_walls),
        cmocka_unit_test(every_way_out_is_deadly),
        cmocka_unit_test(memory_ends_somewhere),
    };
    return cmocka_run_group_tests_name("lockdown", tests, NULL, NULL);
}
