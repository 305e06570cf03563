/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A child that answers, fails, crashes, hangs, floods or eats: the parent goes on, and in time. */
#include "base/clock.h"
#include "sight/child.h"
#include "sight_tests.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SECONDS 1
#define ANSWER_MAX 1000

static int say(int out, size_t bytes)
{
    char piece[100];
    memset(piece, 'a', sizeof piece);
    for (size_t left = bytes; left > 0;) {
        ssize_t done = write(out, piece, left < sizeof piece ? left : sizeof piece);
        if (done <= 0)
            return EXIT_FAILURE;
        left -= (size_t)done;
    }
    return EXIT_SUCCESS;
}

static int answers(const void *context, int out)
{
    (void)context;
    return say(out, ANSWER_MAX);
}

static int is_silent(const void *context, int out)
{
    (void)context;
    (void)out;
    return EXIT_SUCCESS;
}

static int refuses(const void *context, int out)
{
    (void)context;
    (void)say(out, 5);
    return EXIT_FAILURE;
}

static int crashes(const void *context, int out)
{
    (void)context;
    (void)out;
    signal(SIGABRT, SIG_DFL);
    raise(SIGKILL);
    return EXIT_SUCCESS;
}

static int hangs(const void *context, int out)
{
    (void)context;
    (void)out;
    while (pause() != 0)
        ;
    return EXIT_SUCCESS;
}

/* Its answer has come, but it does not end. */
static int lingers(const void *context, int out)
{
    (void)context;
    (void)say(out, 5);
    close(out);
    while (pause() != 0)
        ;
    return EXIT_SUCCESS;
}

static int floods(const void *context, int out)
{
    (void)context;
    return say(out, ANSWER_MAX + 1);
}

/* The answer is held open by a grandchild. */
static int leaves_one_behind(const void *context, int out)
{
    (void)context;
    if (fork() == 0) {
        (void)say(out, 3);
        while (pause() != 0)
            ;
    }
    return EXIT_SUCCESS;
}

static void every_child_comes_to_an_end(void **state)
{
    static const struct {
        int (*run)(const void *context, int out);
        enum child_outcome outcome;
        size_t bytes;
    } cases[] = {
        { answers, CHILD_DONE, ANSWER_MAX },
        { is_silent, CHILD_DONE, 0 },
        { refuses, CHILD_REFUSED, 0 },
        { crashes, CHILD_LOST, 0 },
        { hangs, CHILD_LOST, 0 },
        { lingers, CHILD_LOST, 0 },
        { floods, CHILD_LOST, 0 },
        { leaves_one_behind, CHILD_LOST, 0 },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct child_work work = { .run = cases[i].run,
                                         .seconds = SECONDS,
                                         .answer_max = ANSWER_MAX };
        struct str answer = STR("untouched");
        int64_t start = clock_mono_ns();
        enum child_outcome outcome = child_run(*state, &work, &answer);
        int64_t took = clock_mono_ns() - start;
        if (outcome != cases[i].outcome)
            fail_msg("case %zu: outcome %d", i, (int)outcome);
        if (outcome == CHILD_DONE)
            assert_int_equal(answer.bytes, cases[i].bytes);
        else
            assert_true(str_is(answer, "untouched"));
        assert_true(took < 5 * CLOCK_SECOND_NS);
        assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* nobody is left */
    }
}

int child_tests(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_child_comes_to_an_end, give_arena, take_arena),
    };
    return cmocka_run_group_tests_name("child", tests, NULL, NULL);
}
