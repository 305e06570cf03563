/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A writer that is killed before each of its system calls in turn, and one in which each fails in
 * turn. The parent drives it with ptrace: a preloaded library was weighed and left, because it
 * sees the calls of libc and not those of the kernel. Where ptrace is not allowed, or on another
 * processor, the tests are skipped.
 */
#include "rig.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>
/* clang-format off: cmocka wants those above */
#include <cmocka.h>
/* clang-format on */

#if defined(__x86_64__)

#define CALLS_MAX 2000 /* of one write; a runaway ends the test */
#define PASSES 1       /* more: each call meets as many of the errors */
#define PACKED_BYTES 5000
#define SITE "https://a.example.fi/"
#define EXIT_OK 0
#define EXIT_TOLD 3 /* the writer was told of the failure by an outcome */

enum fault { FAULT_KILL, FAULT_ERROR };

/* What the parent does to the call of a number, counted from 0. */
struct plan {
    enum fault fault;
    int call, error;
};

static struct str packed_of(struct arena *arena, int number)
{
    char *bytes = ARENA_ARRAY(arena, char, PACKED_BYTES);

    for (size_t i = 0; i < PACKED_BYTES; i++)
        bytes[i] = (char)(number * 31 + (int)i);
    memcpy(bytes, &number, sizeof number);
    return (struct str){ bytes, PACKED_BYTES };
}

/* Few different ones, so that they lie in few folders and a write has few calls. */
static struct str object_of(struct arena *arena, int number)
{
    return packed_of(arena, number % 3);
}

/* An update as keep/ sees it: lock, objects, what was accepted, the edition, collecting. */
static int update(struct keep *keep, struct arena *arena, int number)
{
    struct kept_edition edition = { .site = STR(SITE), .packed = packed_of(arena, number) };
    struct hash hash;

    if (keep_lock(keep) != KEEP_OK || keep_put(keep, object_of(arena, number), &hash) != KEEP_OK ||
        keep_accepted_put(keep, STR(SITE), number, &hash) != KEEP_OK ||
        keep_edition_write(keep, &edition) != KEEP_OK)
        return EXIT_TOLD;
    keep_failed_put(keep, &hash, 1);
    keep_collect(keep, &hash, 1, 0);
    return EXIT_OK;
}

static void be_traced(const struct rig *rig, int number)
{
    struct arena *arena = arena_new(1 << 20);
    struct keep *keep;
    int result;

    if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
        _exit(9);
    raise(SIGSTOP);
    if (keep_open(rig->cache, rig->state, &keep, NULL) != KEEP_OK)
        _exit(EXIT_TOLD);
    result = update(keep, arena, number);
    _exit(result);
}

/* Calls that a program hands failure on from; the others are the memory's and the sanitizer's. */
static bool may_fail(long long number)
{
    static const long calls[] = {
        SYS_openat,     SYS_open,       SYS_read,     SYS_write,     SYS_fsync,  SYS_fdatasync,
        SYS_rename,     SYS_link,       SYS_unlink,   SYS_rmdir,     SYS_mkdir,  SYS_fstat,
        SYS_newfstatat, SYS_fchmod,     SYS_flock,    SYS_close,     SYS_stat,   SYS_lstat,
        SYS_getdents64, SYS_unlinkat,   SYS_renameat, SYS_renameat2, SYS_linkat, SYS_mkdirat,
        SYS_utimensat,  SYS_faccessat2,
    };

    for (size_t i = 0; i < ARRAY_LEN(calls); i++)
        if (calls[i] == number)
            return true;
    return false;
}

/* At the entry of a call: it is swallowed; at its exit, the error stands in its place. */
static void swallow_call(pid_t child, int error)
{
    struct user_regs_struct registers;
    int status;

    assert_int_equal(ptrace(PTRACE_GETREGS, child, NULL, &registers), 0);
    if (!may_fail((long long)registers.orig_rax))
        return;
    registers.orig_rax = (unsigned long long)-1;
    assert_int_equal(ptrace(PTRACE_SETREGS, child, NULL, &registers), 0);
    assert_int_equal(ptrace(PTRACE_SYSCALL, child, NULL, NULL), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(ptrace(PTRACE_GETREGS, child, NULL, &registers), 0);
    registers.rax = (unsigned long long)-error;
    assert_int_equal(ptrace(PTRACE_SETREGS, child, NULL, &registers), 0);
}

/*
 * Lets the child make its calls and does the plan to one of them. Answers the child's status, and
 * in *ret_reached whether it had as many calls.
 */
static int drive(pid_t child, const struct plan *plan, bool *ret_reached)
{
    int status, stops = 0;

    *ret_reached = false;
    for (;;) {
        assert_int_equal(ptrace(PTRACE_SYSCALL, child, NULL, NULL), 0);
        assert_int_equal(waitpid(child, &status, 0), child);
        if (!WIFSTOPPED(status))
            return status;
        assert_true(stops < 2 * CALLS_MAX);
        if (stops++ != 2 * plan->call)
            continue;
        *ret_reached = true;
        if (plan->fault == FAULT_KILL) {
            assert_int_equal(kill(child, SIGKILL), 0);
            assert_int_equal(waitpid(child, &status, 0), child);
            return status;
        }
        swallow_call(child, plan->error);
        /* What follows runs unwatched. */
        assert_int_equal(ptrace(PTRACE_DETACH, child, NULL, NULL), 0);
        assert_int_equal(waitpid(child, &status, 0), child);
        return status;
    }
}

static int run_writer(const struct rig *rig, int number, const struct plan *plan, bool *ret_reached)
{
    int status;
    pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0)
        be_traced(rig, number);
    assert_int_equal(waitpid(child, &status, 0), child);
    if (!WIFSTOPPED(status))
        skip(); /* ptrace is not allowed here */
    return drive(child, plan, ret_reached);
}

/* The current edition is whole, and with it what it needs. Answers its number. */
static int check_current(struct rig *rig)
{
    struct arena *arena = arena_new(4 << 20);
    struct kept_edition edition;
    struct hash object, feed;
    struct str bytes;
    int64_t accepted;
    int number;

    rig_open_again(rig);
    assert_int_equal(keep_edition_read(rig->keep, arena, KEEP_CURRENT, &edition), KEEP_OK);
    memcpy(&number, edition.packed.at, sizeof number);
    assert_true(str_equal(edition.packed, packed_of(arena, number)));
    object = hash_of(object_of(arena, number));
    assert_int_equal(keep_get(rig->keep, arena, &object, PACKED_BYTES, &bytes), KEEP_OK);
    assert_true(keep_accepted_get(rig->keep, STR(SITE), &accepted, &feed));
    assert_true(accepted >= number);
    assert_int_equal(keep_edition_read(rig->keep, arena, KEEP_PREVIOUS, &edition), KEEP_OK);
    arena_free(arena);
    return number;
}

/* The next honest update works, and leaves nothing of the one before. */
static void check_next(struct rig *rig, int number)
{
    struct arena *arena = arena_new(1 << 20);

    rig_open_again(rig);
    assert_int_equal(update(rig->keep, arena, number), EXIT_OK);
    assert_int_equal(rig_leftovers(rig), 0);
    arena_free(arena);
    assert_int_equal(check_current(rig), number);
}

static void prepare(struct rig *rig)
{
    struct arena *arena = arena_new(1 << 20);

    assert_int_equal(update(rig->keep, arena, 0), EXIT_OK);
    assert_int_equal(update(rig->keep, arena, 1), EXIT_OK);
    arena_free(arena);
}

static void a_writer_killed_before_any_call_leaves_old_or_new(void **state)
{
    struct rig *rig = *state;
    struct plan plan = { .fault = FAULT_KILL };
    int number = 1, current;
    bool reached = true;

    prepare(rig);
    for (plan.call = 0; reached; plan.call++) {
        rig_open_again(rig);
        (void)run_writer(rig, number + 1, &plan, &reached);
        current = check_current(rig);
        assert_true(current == number || current == number + 1);
        number += 2;
        check_next(rig, number);
    }
    print_message("%d system calls\n", plan.call);
    assert_true(plan.call > 50);
    assert_int_equal(current, number - 1);
}

static void a_writer_of_which_any_call_fails_leaves_old_or_new(void **state)
{
    static const int errors[] = { ENOSPC, EIO, EMFILE, EROFS };
    struct rig *rig = *state;
    int number = 1;

    prepare(rig);
    for (int pass = 0; pass < PASSES; pass++) {
        struct plan plan = { .fault = FAULT_ERROR };
        bool reached = true;

        for (plan.call = 0; reached; plan.call++) {
            int status, current;

            plan.error = errors[(plan.call + pass) % (int)ARRAY_LEN(errors)];
            rig_open_again(rig);
            status = run_writer(rig, number + 1, &plan, &reached);
            assert_true(WIFEXITED(status));
            assert_true(WEXITSTATUS(status) == EXIT_OK || WEXITSTATUS(status) == EXIT_TOLD);
            current = check_current(rig);
            assert_true(current == number || current == number + 1);
            /* Success is said only of what is so. */
            assert_true(current == number + 1 || WEXITSTATUS(status) == EXIT_TOLD);
            number += 2;
            check_next(rig, number);
        }
        assert_true(plan.call > 50);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_writer_killed_before_any_call_leaves_old_or_new,
                                        rig_set_up, rig_tear_down),
        cmocka_unit_test_setup_teardown(a_writer_of_which_any_call_fails_leaves_old_or_new,
                                        rig_set_up, rig_tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

#else

int main(void)
{
    return 0;
}

#endif
