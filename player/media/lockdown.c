/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two walls. Limits of resources hold on every kernel; the filter of system calls, where the kernel
 * has it, leaves about fifteen calls of some 350, none of which opens, connects, starts or executes
 * anything. The list is what the three image libraries used under the tests, and what the C
 * library's malloc may use on other processors.
 *
 * Weighed: user namespaces (switched off on many machines), Landlock (would add nothing, since no
 * path can be opened).
 */
#include "media/lockdown.h"

#include "media/decode.h"
#include "media/decode_protocol.h"

#include <errno.h>
#include <seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* A child that its player forgot still ends; each picture has DECODE_SECONDS_MAX by the clock. */
#define CPU_SECONDS_MAX ((rlim_t)DECODE_PICTURES_MAX * DECODE_SECONDS_MAX)

/* The most that any picture may ask for: its pixels twice, its file, the decoder's own and spare.
 */
#define EXTRA_BYTES_MAX                                                                            \
    (2 * sizeof(uint32_t) * PICTURE_PIXELS_MAX + PICTURE_FILE_BYTES_MAX + DECODE_MEMORY_MAX +      \
     ((size_t)64 << 20))

/* When /proc does not tell: libraries of SDL2_image took 190 MiB of addresses, none of it used. */
#define OWN_BYTES_GUESS ((size_t)512 << 20)

static bool limit(__rlimit_resource_t resource, rlim_t most)
{
    struct rlimit both = { most, most };
    return setrlimit(resource, &both) == 0;
}

static bool limit_resources(void)
{
    return limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NPROC, 0) &&
           limit(RLIMIT_NOFILE, DECODE_DESCRIPTORS_OPEN_MAX) && limit(RLIMIT_CPU, CPU_SECONDS_MAX);
}

/* Calls that are allowed whatever their arguments. */
static const int free_calls[] = {
    SCMP_SYS(brk),           SCMP_SYS(munmap),       SCMP_SYS(mremap),
    SCMP_SYS(madvise),       SCMP_SYS(futex),        SCMP_SYS(futex_time64),
    SCMP_SYS(close),         SCMP_SYS(recvmsg),      SCMP_SYS(getrandom),
    SCMP_SYS(clock_gettime), SCMP_SYS(rt_sigreturn), SCMP_SYS(restart_syscall),
    SCMP_SYS(exit_group),    SCMP_SYS(exit),         SCMP_SYS(clock_gettime64),
};

/* Calls that are allowed with these arguments only. */
static const struct {
    int call;
    unsigned count;
    struct scmp_arg_cmp arguments[2];
} bound_calls[] = {
    /* Memory, but none that can be run: the third argument says what it is for. */
    { SCMP_SYS(mmap), 1, { { 2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0 } } },
    { SCMP_SYS(mmap2), 1, { { 2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0 } } },
    { SCMP_SYS(mprotect), 1, { { 2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0 } } },
    /* Answers, and a library's complaint (standard error leads nowhere by then). */
    { SCMP_SYS(write), 1, { { 0, SCMP_CMP_EQ, DECODE_SOCKET, 0 } } },
    { SCMP_SYS(write), 1, { { 0, SCMP_CMP_EQ, STDERR_FILENO, 0 } } },
    /* Its own limit of memory, within the hard one. */
    { SCMP_SYS(prlimit64), 2, { { 0, SCMP_CMP_EQ, 0, 0 }, { 1, SCMP_CMP_EQ, RLIMIT_AS, 0 } } },
};

static int allow_calls(scmp_filter_ctx filter)
{
    int failed = 0;
    for (size_t i = 0; i < ARRAY_LEN(free_calls); i++)
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, free_calls[i], 0);
    for (size_t i = 0; i < ARRAY_LEN(bound_calls); i++)
        failed |= seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, bound_calls[i].call,
                                         bound_calls[i].count, bound_calls[i].arguments);
    /* An address sanitizer looks for its stacks before a process ends. */
    if (LOCKDOWN_IS_SANITIZED)
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(sigaltstack), 0);
    return failed;
}

static bool filter_calls(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    if (!filter)
        return false;
    bool is_loaded = allow_calls(filter) == 0 && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return is_loaded;
}

/* Address space in use, from the first number of /proc/self/statm. */
static size_t own_bytes(void)
{
    size_t pages = 0;
    FILE *statm = fopen("/proc/self/statm", "re");
    if (!statm || fscanf(statm, "%zu", &pages) != 1)
        pages = 0;
    if (statm)
        fclose(statm);
    return pages > 0 ? pages * (size_t)sysconf(_SC_PAGESIZE) : OWN_BYTES_GUESS;
}

static bool limit_memory(struct lockdown *lockdown)
{
    struct rlimit given;
    if (!lockdown->limits_memory)
        return true;
    if (getrlimit(RLIMIT_AS, &given) != 0)
        return false;
    lockdown->most_bytes = lockdown->own_bytes + EXTRA_BYTES_MAX;
    if (given.rlim_max != RLIM_INFINITY && given.rlim_max < lockdown->most_bytes)
        lockdown->most_bytes = given.rlim_max;
    return limit(RLIMIT_AS, lockdown->most_bytes);
}

bool lockdown_enter(struct lockdown *ret_lockdown)
{
    struct lockdown lockdown = { .own_bytes = own_bytes(),
                                 .limits_memory = !LOCKDOWN_IS_SANITIZED };
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || prctl(PR_SET_PDEATHSIG, SIGKILL) ||
        prctl(PR_SET_DUMPABLE, 0) || !limit_resources() || !limit_memory(&lockdown))
        return false;
    lockdown.filters_calls = filter_calls();
    *ret_lockdown = lockdown;
    return true;
}

bool lockdown_memory(const struct lockdown *lockdown, size_t extra)
{
    if (!lockdown->limits_memory)
        return true;
    size_t bytes = lockdown->own_bytes + extra;
    if (bytes > lockdown->most_bytes)
        bytes = lockdown->most_bytes;
    struct rlimit both = { bytes, lockdown->most_bytes };
    return setrlimit(RLIMIT_AS, &both) == 0;
}
