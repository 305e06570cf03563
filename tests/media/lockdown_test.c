/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A decoder that a picture has taken over gets nowhere. */
#include "media/lockdown.h"
#include "media_tests.h"

#include <errno.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define COULD_NOT 3 /* evil_decoder.c */

bool kernel_filters_calls(void)
{
    uint32_t action = SECCOMP_RET_KILL_PROCESS;
    return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

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
    if (!kernel_filters_calls())
        skip();
    int ended = state_after("calm");
    assert_true(WIFEXITED(ended));
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
    if (!kernel_filters_calls())
        skip();
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        int ended = state_after(ways[i]);
        if (!WIFSIGNALED(ended) || WTERMSIG(ended) != SIGSYS)
            fail_msg("%s: not stopped (%#x)", ways[i], (unsigned)ended);
    }
}

static void memory_ends_somewhere(void **state)
{
    static const char *const ways[] = { "eat-memory", "raise-memory" };
    (void)state;
    if (LOCKDOWN_IS_SANITIZED || !kernel_filters_calls())
        skip();
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        int ended = state_after(ways[i]);
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
