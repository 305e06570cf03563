/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The asking side of a folder. One child serves one source for its whole life. When it does not
 * answer in time it is killed and the source answers FETCH_OFFLINE from then on: what held up one
 * read holds up the next, and an update has an end.
 *
 * Threads were weighed: one that hangs in a dead mount cannot be ended. io_uring too: what it
 * cannot cancel it waits for when the process exits. A process can be killed, and one that even
 * the kernel cannot end at once is left behind without being waited for.
 */
#include "fetch/fetch_folder.h"

#include "base/clock.h"
#include "fetch/folder_child.h"
#include "fetch/site_url.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* The path of the folder and little more. */
#define FOLDER_ARENA_BYTES_MAX ((size_t)64 << 10)
/* Etag and reasons beside the body, when the caller gave no arena. */
#define SCRATCH_EXTRA_BYTES ((size_t)64 << 10)
/* A killed process that does nothing is gone in under a millisecond; a guess of ours. */
#define REAP_MS 200

struct folder {
    struct source source;
    struct arena *arena;
    pid_t pid;
    int pidfd, socket;
    int64_t request_ns;
    bool is_dead;
};

static const struct {
    enum fetch_outcome outcome;
    const char *why;
} meanings[] = {
    [FOLDER_OK] = { FETCH_OK, "read" },
    [FOLDER_UNCHANGED] = { FETCH_UNCHANGED, "unchanged" },
    [FOLDER_AWAY] = { FETCH_OFFLINE, "the folder of the site is not there" },
    [FOLDER_MISSING] = { FETCH_MISSING, "no such file" },
    [FOLDER_OUTSIDE] = { FETCH_REFUSED, "a link that leads out of the site" },
    [FOLDER_NOT_REGULAR] = { FETCH_REFUSED, "not a regular file" },
    [FOLDER_TOO_BIG] = { FETCH_REFUSED, NULL }, /* names the limit */
    [FOLDER_DENIED] = { FETCH_REFUSED, "no permission to read it" },
    [FOLDER_CHANGING] = { FETCH_OFFLINE, "it changed while it was read" },
    [FOLDER_FAILED] = { FETCH_OFFLINE, "it cannot be read" },
};

_Static_assert(ARRAY_LEN(meanings) == FOLDER_ANSWERS, "every answer has its meaning");

/* ---- talking, until a moment on clock_mono_ns ---- */

/* Sleeps until the socket is ready. False when the time is over. */
static bool wait_for(int socket, short events, int64_t until_ns)
{
    for (;;) {
        int64_t left_ns = until_ns - clock_mono_ns();
        if (left_ns <= 0)
            return false;
        struct timespec left = { left_ns / CLOCK_SECOND_NS, left_ns % CLOCK_SECOND_NS };
        struct pollfd watched = { socket, events, 0 };
        int ready = ppoll(&watched, 1, &left, NULL);
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return false;
    }
}

static bool say(int socket, const void *at, size_t bytes, int64_t until_ns)
{
    for (size_t sent = 0; sent < bytes;) {
        if (!wait_for(socket, POLLOUT, until_ns))
            return false;
        ssize_t count =
            send(socket, (const char *)at + sent, bytes - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0 && errno != EAGAIN && errno != EINTR)
            return false;
        sent += count > 0 ? (size_t)count : 0;
    }
    return true;
}

static bool hear(int socket, void *at, size_t bytes, int64_t until_ns)
{
    for (size_t got = 0; got < bytes;) {
        if (!wait_for(socket, POLLIN, until_ns))
            return false;
        ssize_t count = recv(socket, (char *)at + got, bytes - got, MSG_DONTWAIT);
        if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR))
            return false;
        got += count > 0 ? (size_t)count : 0;
    }
    return true;
}

/* ---- one question ---- */

static bool ask(const struct folder *folder, const struct fetch_request *request, int64_t until_ns)
{
    /* An etag of a web server, of a site that has moved, is merely not ours. */
    bool is_ours = request->etag.bytes <= FOLDER_ETAG_BYTES_MAX;
    struct folder_question question = {
        .bytes_max = request->bytes_max,
        .path_bytes = (uint32_t)request->path.bytes,
        .etag_bytes = is_ours ? (uint32_t)request->etag.bytes : 0,
    };
    return say(folder->socket, &question, sizeof question, until_ns) &&
           say(folder->socket, request->path.at, question.path_bytes, until_ns) &&
           say(folder->socket, request->etag.at, question.etag_bytes, until_ns);
}

/* The bytes that a reply counts, in the arena. */
static bool hear_text(int socket, struct arena *arena, size_t bytes, int64_t until_ns,
                      struct str *ret_text)
{
    char *text = arena_alloc(arena, bytes + 1, 1);
    if (!hear(socket, text, bytes, until_ns))
        return false;
    *ret_text = (struct str){ text, bytes };
    return true;
}

static bool hear_reply(const struct folder *folder, struct arena *arena,
                       const struct fetch_request *request, int64_t until_ns,
                       struct fetch_response *ret_response)
{
    struct folder_reply reply;
    struct str etag, body;
    if (!hear(folder->socket, &reply, sizeof reply, until_ns))
        return false;
    if (reply.answer >= FOLDER_ANSWERS || reply.etag_bytes > FOLDER_ETAG_BYTES_MAX ||
        reply.body_bytes > request->bytes_max)
        return false; /* the child writes none of these; its memory is damaged */
    if (!hear_text(folder->socket, arena, reply.etag_bytes, until_ns, &etag) ||
        !hear_text(folder->socket, arena, (size_t)reply.body_bytes, until_ns, &body))
        return false;
    const char *why = meanings[reply.answer].why;
    *ret_response = (struct fetch_response){
        .outcome = meanings[reply.answer].outcome,
        .etag = etag,
        .body = body,
        .why = why ? str_of(why) : str_format(arena, "longer than %zu bytes", request->bytes_max),
    };
    return true;
}

/* Kills the child and waits shortly: one that hangs in the kernel may stay for hours. */
static void end_child(struct folder *folder)
{
    if (folder->is_dead)
        return;
    folder->is_dead = true;
    pidfd_send_signal(folder->pidfd, SIGKILL, NULL, 0);
    wait_for(folder->pidfd, POLLIN, clock_mono_ns() + REAP_MS * CLOCK_MS_NS);
    waitpid(folder->pid, NULL, WNOHANG);
}

static void get_one(struct folder *folder, struct fetch_batch *batch, size_t index)
{
    const struct fetch_request *request = &batch->requests[index];
    int64_t until_ns = clock_mono_ns() + folder->request_ns;
    if (until_ns > folder->source.deadline_ns)
        until_ns = folder->source.deadline_ns;
    struct arena *scratch = NULL;
    if (!batch->arena)
        scratch = arena_new(request->bytes_max + SCRATCH_EXTRA_BYTES);
    struct arena *arena = batch->arena ? batch->arena : scratch;
    struct fetch_response response;
    if (ask(folder, request, until_ns) && hear_reply(folder, arena, request, until_ns, &response)) {
        batch_answer(batch, index, &response);
    } else {
        end_child(folder);
        batch_fail(batch, index, FETCH_OFFLINE, "the folder does not answer");
    }
    arena_free(scratch);
}

static void folder_get_many(struct source *source, struct fetch_batch *batch)
{
    struct folder *folder = (struct folder *)source;
    while (!folder->is_dead && batch_peek(batch)) {
        if (clock_mono_ns() >= source->deadline_ns)
            break;
        get_one(folder, batch, batch->next);
        batch->next++;
    }
    batch_fail_rest(batch, FETCH_OFFLINE,
                    folder->is_dead ? "the folder does not answer"
                                    : "the time for the update is over");
}

/* ---- opening and closing ---- */

static void folder_close(struct source *source)
{
    struct folder *folder = (struct folder *)source;
    end_child(folder);
    close(folder->pidfd);
    close(folder->socket);
    arena_free(folder->arena);
    free(folder);
}

/* Forks the child; false when the system has no room for one. */
static bool start_child(struct folder *folder, const char *path)
{
    int sockets[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
        return false;
    pid_t self = getpid(), pid = fork();
    if (pid == 0)
        folder_child_run(sockets[1], path, self);
    close(sockets[1]);
    int pidfd = pid > 0 ? pidfd_open(pid, 0) : -1;
    if (pidfd < 0) {
        close(sockets[0]); /* which ends a child that is there */
        if (pid > 0)
            waitpid(pid, NULL, 0);
        return false;
    }
    folder->pid = pid;
    folder->pidfd = pidfd;
    folder->socket = sockets[0];
    return true;
}

struct source *fetch_folder_open(const char *folder, const struct fetch_options *options,
                                 const struct fetch_limits *limits, const char **ret_why)
{
    static const struct source_ops ops = { folder_get_many, folder_close };
    struct arena *arena = arena_new(FOLDER_ARENA_BYTES_MAX);
    struct folder *made = memory_new(1, sizeof *made);
    const char *path = site_url_folder(arena, folder, ret_why);
    if (!path || !start_child(made, path)) {
        if (path)
            *ret_why = "no process to read the folder with";
        arena_free(arena);
        free(made);
        return NULL;
    }
    made->source = (struct source){ &ops, source_deadline(options, limits), false };
    made->arena = arena;
    made->request_ns = limits->folder_ns;
    return &made->source;
}

pid_t fetch_folder_child(const struct source *source)
{
    return ((const struct folder *)source)->pid;
}
