/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log's lines as they reach standard error, and the two clocks. */
#define LOG_MODULE "test"

#include "base/clock.h"
#include "base/log.h"
#include "base/utf8.h"
#include "base_tests.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static void say_all_levels(void *level)
{
    unsetenv("JOURNAL_STREAM");
    if (level)
        log_set_level(*(enum log_level *)level);
    log_error("e %d", 1);
    log_warning("w");
    log_notice("n");
    log_debug("d");
}

static void only_what_is_grave_enough_is_written(void **state)
{
    (void)state;
    static const struct {
        enum log_level most;
        const char *said;
    } cases[] = {
        { LOG_ERROR, "error: test: e 1\n" },
        { LOG_NOTICE, "error: test: e 1\nwarning: test: w\nnotice: test: n\n" },
        { LOG_DEBUG, "error: test: e 1\nwarning: test: w\nnotice: test: n\ndebug: test: d\n" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        enum log_level most = cases[i].most;
        assert_string_equal(run_in_child(say_all_levels, &most).said, cases[i].said);
    }
    /* NOTICE from the start. */
    assert_string_equal(run_in_child(say_all_levels, NULL).said, cases[1].said);
}

static void say_to_the_journal(void *is_ours)
{
    struct stat info;
    char stream[64];
    fstat(STDERR_FILENO, &info);
    snprintf(stream, sizeof stream, "%ju:%ju", (uintmax_t)info.st_dev,
             (uintmax_t)info.st_ino + (*(bool *)is_ours ? 0 : 1));
    setenv("JOURNAL_STREAM", stream, 1);
    log_warning("full");
}

static void the_level_goes_to_the_journal_as_a_prefix(void **state)
{
    (void)state;
    bool is_ours = true;
    assert_string_equal(run_in_child(say_to_the_journal, &is_ours).said, "<4>test: full\n");
    is_ours = false; /* the variable was handed on to a program that writes elsewhere */
    assert_string_equal(run_in_child(say_to_the_journal, &is_ours).said, "warning: test: full\n");
}

static void say_what_came_from_outside(void *unused)
{
    (void)unused;
    unsetenv("JOURNAL_STREAM");
    log_error("%s", "ä\n<3>forged\x1B[2J\t\x7F\xC2\x85\u2028\xFF.");
}

static void nobody_outside_can_forge_a_line(void **state)
{
    (void)state;
    assert_string_equal(run_in_child(say_what_came_from_outside, NULL).said,
                        "error: test: ä?<3>forged?[2J?????.\n");
}

static void say_too_much(void *unused)
{
    (void)unused;
    unsetenv("JOURNAL_STREAM");
    struct arena *arena = arena_new((size_t)1 << 20);
    struct text much = text_new(arena, 30000);
    while (!much.too_big)
        text_add_c(&much, "ä");
    log_error("%.*s", STR_ARG(text_str(&much)));
    log_error("next");
    arena_free(arena);
}

static void a_line_too_long_is_cut_and_still_ends(void **state)
{
    (void)state;
    struct outcome_of_child child = run_in_child(say_too_much, NULL);
    struct str said = str_of(child.said);
    assert_true(said.bytes > 1000 && said.bytes < 3000);
    assert_true(str_ends(said, "\nerror: test: next\n"));
    assert_true(utf8_is_valid(said));
}

static void say_and_look_at_errno(void *unused)
{
    (void)unused;
    close(STDERR_FILENO);
    errno = ENOSPC;
    log_error("nowhere to write");
    _exit(errno == ENOSPC ? 0 : 1);
}

static void a_log_line_keeps_errno(void **state)
{
    (void)state;
    assert_int_equal(run_in_child(say_and_look_at_errno, NULL).exit_code, 0);
}

static void the_systems_clock_is_followed(void **state)
{
    (void)state;
    struct clock clock = clock_system();
    int64_t before = time(NULL) - 1, now = clock_wall(&clock);
    int64_t now_ns = clock_wall_ns(&clock), after = time(NULL) + 1;
    assert_true(before <= now && now <= after);
    assert_true(before <= now_ns / CLOCK_SECOND_NS && now_ns / CLOCK_SECOND_NS <= after);
}

static void a_clock_starts_at_its_moment_and_runs_at_its_speed(void **state)
{
    (void)state;
    /* The start is moved back instead of waited for; a minute is left for a slow machine. */
    static const struct {
        int64_t start;
        double speed;
        int64_t gone, want, slack;
    } cases[] = {
        { 1800000000, 1, 0, 1800000000, 60 },       { 1800000000, 1, 100, 1800000100, 60 },
        { 1800000000, 60, 100, 1800006000, 3600 },  { 1800000000, 0, 100, 1800000000, 0 },
        { 1800000000, 0.5, 100, 1800000050, 30 },   { -1000, 0, 0, -1000, 0 },
        { 253402300799, 0, 0, 253402300799, 0 }, /* the end of the year 9999 */
        { 253402300799, 1, 100, 253402300899, 60 },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct clock clock = clock_from(cases[i].start, cases[i].speed);
        clock.mono_start -= cases[i].gone * CLOCK_SECOND_NS;
        int64_t now = clock_wall(&clock);
        assert_true(now >= cases[i].want && now <= cases[i].want + cases[i].slack);
    }
    struct clock clock = clock_from(1800000000, 0);
    assert_true(clock_wall_ns(&clock) == 1800000000 * CLOCK_SECOND_NS);
    clock = clock_from(253402300799, 0); /* later than nanoseconds can say, and still defined */
    assert_true(clock_wall_ns(&clock) > INT64_MAX - 2 * CLOCK_SECOND_NS);
}

static void the_monotonic_clock_never_goes_back(void **state)
{
    (void)state;
    int64_t last = clock_mono_ns();
    for (int i = 0; i < 1000; i++) {
        int64_t now = clock_mono_ns();
        assert_true(now >= last);
        last = now;
    }
}

int log_clock_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_is_grave_enough_is_written),
        cmocka_unit_test(the_level_goes_to_the_journal_as_a_prefix),
        cmocka_unit_test(nobody_outside_can_forge_a_line),
        cmocka_unit_test(a_line_too_long_is_cut_and_still_ends),
        cmocka_unit_test(a_log_line_keeps_errno),
        cmocka_unit_test(the_systems_clock_is_followed),
        cmocka_unit_test(a_clock_starts_at_its_moment_and_runs_at_its_speed),
        cmocka_unit_test(the_monotonic_clock_never_goes_back),
    };
    return cmocka_run_group_tests_name("log and clock", tests, NULL, NULL);
}
