/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs all tests of base/. */
#include "base/i18n.h"
#include "base_tests.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define ARENA_BYTES ((size_t)64 << 20)

int give_arena(void **state)
{
    *state = arena_new(ARENA_BYTES);
    return 0;
}

int take_arena(void **state)
{
    arena_free(*state);
    return 0;
}

void check_str(struct str got, struct str want, const char *file, int line)
{
    if (str_equal(got, want))
        return;
    print_error("%s:%d: got \"%.*s\", want \"%.*s\"\n", file, line, STR_ARG(got), STR_ARG(want));
    fail();
}

static void read_all(int fd, char *buffer, size_t room)
{
    size_t used = 0;
    ssize_t count;
    while (used + 1 < room && (count = read(fd, buffer + used, room - used - 1)) > 0)
        used += (size_t)count;
    buffer[used] = '\0';
}

struct outcome_of_child run_in_child(void (*run)(void *), void *data)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        close(ends[1]);
        run(data);
        _exit(0);
    }
    close(ends[1]);
    struct outcome_of_child outcome = { .exit_code = -1 };
    read_all(ends[0], outcome.said, sizeof outcome.said);
    close(ends[0]);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    if (WIFEXITED(status))
        outcome.exit_code = WEXITSTATUS(status);
    return outcome;
}

int main(void)
{
    int failed = 0;
    i18n_start("en");
    failed += memory_tests();
    failed += text_tests();
    failed += utf8_tests();
    failed += file_tests();
    failed += words_tests();
    failed += report_tests();
    failed += log_clock_tests();
    failed += identity_code_tests();
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
