/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a decoder would do whom a picture has taken over: locks itself in as the real one does, then
 * tries what its first argument names. Comes to its end only when nothing stopped it.
 */
#include "media/decode.h"
#include "media/lockdown.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

/* Exit codes that the test knows. */
#define DID_IT 0
#define COULD_NOT 3
#define NO_FILTER 77

static int calm(void)
{
    volatile char *memory = malloc(1 << 20);
    memory[0] = 1;
    free((void *)(uintptr_t)memory);
    return DID_IT;
}

static int read_file(void)
{
    return open("/etc/passwd", O_RDONLY) >= 0 ? DID_IT : COULD_NOT;
}

static int write_file(void)
{
    return open("/tmp/infotaulu-evil", O_WRONLY | O_CREAT, 0600) >= 0 ? DID_IT : COULD_NOT;
}

static int look_at_file(void)
{
    struct stat info;
    return stat("/etc/passwd", &info) == 0 ? DID_IT : COULD_NOT;
}

static int connect_out(void)
{
    return socket(AF_INET, SOCK_STREAM, 0) >= 0 ? DID_IT : COULD_NOT;
}

static int start_program(void)
{
    execl("/bin/true", "true", (char *)NULL);
    return COULD_NOT;
}

static int start_child(void)
{
    return fork() >= 0 ? DID_IT : COULD_NOT;
}

static int kill_parent(void)
{
    return kill(getppid(), 0) == 0 ? DID_IT : COULD_NOT;
}

static int trace_parent(void)
{
    return ptrace(PTRACE_ATTACH, getppid(), 0, 0) == 0 ? DID_IT : COULD_NOT;
}

static int run_new_code(void)
{
    void *at = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return at != MAP_FAILED ? DID_IT : COULD_NOT;
}

static int run_old_memory(void)
{
    void *at = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return mprotect(at, 4096, PROT_READ | PROT_EXEC) == 0 ? DID_IT : COULD_NOT;
}

static int write_elsewhere(void)
{
    return write(STDOUT_FILENO, "x", 1) == 1 ? DID_IT : COULD_NOT;
}

static int free_processor_time(void)
{
    struct rlimit more = { RLIM_INFINITY, RLIM_INFINITY };
    return setrlimit(RLIMIT_CPU, &more) == 0 ? DID_IT : COULD_NOT;
}

/* More than a picture of this size may take; the filter lets it ask. */
static int eat_memory(const struct lockdown *lockdown)
{
    if (!lockdown_memory(lockdown, (size_t)16 << 20))
        return COULD_NOT;
    void *at = mmap(NULL, (size_t)64 << 20, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return at != MAP_FAILED ? DID_IT : COULD_NOT;
}

/* The hard limit of memory cannot be raised, not even by the privileged once they are locked in. */
static int raise_memory(const struct lockdown *lockdown)
{
    if (!lockdown_memory(lockdown, SIZE_MAX / 4))
        return COULD_NOT;
    size_t bytes = (size_t)2 << 30;
    void *at = mmap(NULL, bytes, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return at != MAP_FAILED ? DID_IT : COULD_NOT;
}

static const struct {
    const char *name;
    int (*attempt)(void);
} attempts[] = {
    { "calm", calm },
    { "read-file", read_file },
    { "write-file", write_file },
    { "look-at-file", look_at_file },
    { "connect-out", connect_out },
    { "start-program", start_program },
    { "start-child", start_child },
    { "kill-parent", kill_parent },
    { "trace-parent", trace_parent },
    { "run-new-code", run_new_code },
    { "run-old-memory", run_old_memory },
    { "write-elsewhere", write_elsewhere },
    { "free-processor-time", free_processor_time },
};

static int attempt(const char *name, const struct lockdown *lockdown)
{
    for (size_t i = 0; i < ARRAY_LEN(attempts); i++)
        if (strcmp(name, attempts[i].name) == 0)
            return attempts[i].attempt();
    if (strcmp(name, "eat-memory") == 0)
        return eat_memory(lockdown);
    if (strcmp(name, "raise-memory") == 0)
        return raise_memory(lockdown);
    return COULD_NOT;
}

int main(int count, char **arguments)
{
    struct lockdown lockdown;
    if (count != 2 || !lockdown_enter(&lockdown))
        return EXIT_FAILURE;
    if (!lockdown.filters_calls)
        _exit(NO_FILTER);
    _exit(attempt(arguments[1], &lockdown));
}
