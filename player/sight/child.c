/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The child is a copy of this process, so that it has the picture without a message; it keeps no
 * file but its answer, and the kernel ends it with its parent. A group of its own lets the parent
 * end it with all that it may have started.
 */
#include "sight/child.h"

#include "base/clock.h"
#include "base/log.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOG_MODULE "sight"

#define FILES_MAX 64 /* a program, its libraries and its model are opened one after another */
#define PIECE_BYTES 65536

/* The shadow memory of the address sanitizer is larger than any limit. */
#ifdef __SANITIZE_ADDRESS__
#define CAN_LIMIT_MEMORY false
#else
#define CAN_LIMIT_MEMORY true
#endif

static bool set_limit(__rlimit_resource_t what, rlim_t most)
{
    struct rlimit limit = { most, most };
    return setrlimit(what, &limit) == 0;
}

static bool lock_down(const struct child_work *work, pid_t parent)
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    bool is_locked = setpgid(0, 0) == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 &&
                     prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && set_limit(RLIMIT_CORE, 0) &&
                     set_limit(RLIMIT_CPU, (rlim_t)work->seconds) &&
                     set_limit(RLIMIT_FSIZE, work->answer_max) &&
                     set_limit(RLIMIT_NOFILE, FILES_MAX);
    if (work->memory_max > 0 && CAN_LIMIT_MEMORY)
        is_locked = is_locked && set_limit(RLIMIT_AS, work->memory_max);
    return is_locked && getppid() == parent; /* it may have died before PR_SET_PDEATHSIG */
}

static void be_child(const struct child_work *work, pid_t parent, int out) NORETURN;
static void be_child(const struct child_work *work, pid_t parent, int out)
{
    if (!lock_down(work, parent))
        _exit(EXIT_FAILURE);
    _exit(work->run(work->context, out));
}

/* Waits until the descriptor says something; false when the moment comes first. */
static bool wait_for(int fd, int64_t until)
{
    for (;;) {
        int64_t left = until - clock_mono_ns();
        struct pollfd wanted = { .fd = fd, .events = POLLIN };
        if (left <= 0)
            return false;
        int ready = poll(&wanted, 1, (int)(left / CLOCK_MS_NS) + 1);
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return false;
    }
}

/* Everything that comes until the end; false when it is late or too long. */
static bool hear_answer(int in, int64_t until, size_t answer_max, struct text *answer)
{
    char piece[PIECE_BYTES];
    while (wait_for(in, until)) {
        ssize_t got = read(in, piece, sizeof piece);
        if (got == 0)
            return true;
        if (got < 0 && errno != EINTR)
            return false;
        if (got > 0 && (size_t)got > answer_max - answer->bytes)
            return false;
        if (got > 0)
            text_add(answer, (struct str){ piece, (size_t)got });
    }
    return false;
}

/* The child's end; what it has started goes with it. */
static enum child_outcome end_child(pid_t child, bool has_answered, int64_t until)
{
    int state = 0, watch = pidfd_open(child, 0);
    bool is_over = has_answered && watch >= 0 && wait_for(watch, until);
    kill(-child, SIGKILL); /* of itself only what is left, since it is not yet waited for */
    kill(child, SIGKILL);  /* it may not have come to its group */
    while (waitpid(child, &state, 0) < 0 && errno == EINTR)
        ;
    if (watch >= 0)
        close(watch);
    if (!is_over || WIFSIGNALED(state)) {
        log_debug("a child that looked at a picture was lost (state %x)", (unsigned)state);
        return CHILD_LOST;
    }
    return WEXITSTATUS(state) == 0 ? CHILD_DONE : CHILD_REFUSED;
}

enum child_outcome child_run(struct arena *arena, const struct child_work *work,
                             struct str *ret_answer)
{
    int ends[2];
    assert(work->seconds > 0 && work->answer_max > 0);
    if (pipe2(ends, O_CLOEXEC) != 0)
        return CHILD_FAILED;
    pid_t parent = getpid(), child = fork();
    if (child == 0)
        be_child(work, parent, ends[1]);
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        return CHILD_FAILED;
    }
    int64_t until = clock_mono_ns() + work->seconds * CLOCK_SECOND_NS;
    /* One byte more than allowed and one for its end: what is cut off would be no answer. */
    struct text answer = text_new(arena, work->answer_max + 2);
    bool has_answered = hear_answer(ends[0], until, work->answer_max, &answer);
    close(ends[0]);
    enum child_outcome outcome = end_child(child, has_answered, until);
    if (outcome == CHILD_DONE)
        *ret_answer = text_str(&answer);
    return outcome;
}
