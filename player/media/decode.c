/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The player's end of the decoder. It trusts nothing that comes back: an answer is one number that
 * must be on the list, pixels lie in memory of a size that was fixed before, and a child that is
 * silent for DECODE_SECONDS_MAX, gone or talking nonsense is ended and replaced.
 *
 * Who is to blame: a child that cannot be started or asked is our side's fault; one that was new
 * and does not answer, the picture's.
 */
#include "media/decode.h"

#include "base/clock.h"
#include "base/log.h"
#include "media/decode_protocol.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOG_MODULE "decode"

#define PROGRAM_NAME "infotaulu-decode"
#define NOBODY (-1)

struct decoder {
    char *program;
    pid_t child; /* NOBODY: none */
    int socket;
    unsigned pictures; /* that this child has had */
};

enum talk { TALK_OK, TALK_LATE, TALK_GONE, TALK_FAILED };

/* Beside the running program, which is how it is built and tested; else where it is installed. */
static char *find_program(void)
{
    char path[PATH_MAX + sizeof "/" PROGRAM_NAME];
    ssize_t bytes = readlink("/proc/self/exe", path, PATH_MAX);
    char *slash = bytes > 0 ? memrchr(path, '/', (size_t)bytes) : NULL;
    if (slash) {
        memcpy(slash, "/" PROGRAM_NAME, sizeof "/" PROGRAM_NAME);
        if (access(path, X_OK) == 0)
            return strdup(path);
    }
    return strdup(INFOTAULU_DECODE_DIR "/" PROGRAM_NAME);
}

struct decoder *decoder_new(const char *program)
{
    struct decoder *decoder = memory_new(1, sizeof *decoder);
    *decoder = (struct decoder){ .program = program ? strdup(program) : find_program(),
                                 .child = NOBODY,
                                 .socket = -1 };
    if (!decoder->program)
        memory_out(PATH_MAX);
    return decoder;
}

/* Ends the child, however it is, and leaves nothing of it. */
static void end_child(struct decoder *decoder)
{
    if (decoder->child == NOBODY)
        return;
    int state = 0;
    close(decoder->socket);
    if (waitpid(decoder->child, &state, WNOHANG) == 0) {
        kill(decoder->child, SIGKILL);
        while (waitpid(decoder->child, &state, 0) < 0 && errno == EINTR)
            ;
    }
    if (WIFSIGNALED(state) && WTERMSIG(state) != SIGKILL)
        log_debug("the decoder died of signal %d", WTERMSIG(state));
    decoder->child = NOBODY;
    decoder->socket = -1;
}

void decoder_free(struct decoder *decoder)
{
    if (!decoder)
        return;
    end_child(decoder);
    free(decoder->program);
    free(decoder);
}

/* Waits for one message of exactly these bytes until a moment of the monotonic clock. */
static enum talk hear(int socket, int64_t until, void *ret_message, size_t bytes)
{
    for (;;) {
        int64_t left = until - clock_mono_ns();
        if (left <= 0)
            return TALK_LATE;
        struct pollfd wanted = { .fd = socket, .events = POLLIN };
        int ready = poll(&wanted, 1, (int)(left / CLOCK_MS_NS) + 1);
        if (ready < 0 && errno != EINTR)
            return TALK_FAILED;
        if (ready <= 0)
            continue;
        ssize_t got = recv(socket, ret_message, bytes, MSG_DONTWAIT | MSG_TRUNC);
        if (got == (ssize_t)bytes)
            return TALK_OK;
        if (got >= 0 || (errno != EINTR && errno != EAGAIN))
            return TALK_GONE; /* closed, or nonsense */
    }
}

static int64_t deadline(void)
{
    return clock_mono_ns() + DECODE_SECONDS_MAX * CLOCK_SECOND_NS;
}

/* The child gets its socket, three descriptors that lead nowhere or to our log, and nothing more.
 */
static bool prepare_files(posix_spawn_file_actions_t *files, int socket)
{
    return posix_spawn_file_actions_adddup2(files, socket, DECODE_SOCKET) == 0 &&
           posix_spawn_file_actions_addopen(files, STDIN_FILENO, "/dev/null", O_RDWR, 0) == 0 &&
           posix_spawn_file_actions_adddup2(files, STDIN_FILENO, STDOUT_FILENO) == 0;
}

/* Signals as after a login, and a group of its own: Ctrl-C is for the player. */
static bool prepare_signals(posix_spawnattr_t *attributes)
{
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP;
    return posix_spawnattr_setsigmask(attributes, &none) == 0 &&
           posix_spawnattr_setsigdefault(attributes, &all) == 0 &&
           posix_spawnattr_setpgroup(attributes, 0) == 0 &&
           posix_spawnattr_setflags(attributes, flags) == 0;
}

static bool spawn(const char *program, int socket, pid_t *ret_child)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    char *arguments[] = { (char *)(uintptr_t)program, NULL }, *environment[] = { NULL };
    if (posix_spawn_file_actions_init(&files) != 0)
        return false;
    if (posix_spawnattr_init(&attributes) != 0) {
        posix_spawn_file_actions_destroy(&files);
        return false;
    }
    bool is_started =
        prepare_files(&files, socket) && prepare_signals(&attributes) &&
        posix_spawn(ret_child, program, &files, &attributes, arguments, environment) == 0;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return is_started;
}

static bool start_child(struct decoder *decoder)
{
    int sockets[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) != 0)
        return false;
    pid_t child;
    bool is_started = spawn(decoder->program, sockets[1], &child);
    close(sockets[1]);
    if (!is_started) {
        log_debug("%s does not start", decoder->program);
        close(sockets[0]);
        return false;
    }
    decoder->child = child;
    decoder->socket = sockets[0];
    decoder->pictures = 0;
    struct decode_hello hello;
    enum talk talk = hear(decoder->socket, deadline(), &hello, sizeof hello);
    if (talk == TALK_OK && hello.version == DECODE_VERSION) {
        if ((hello.locks & DECODE_LOCK_CALLS) == 0)
            log_debug("this kernel does not filter system calls; the decoder has limits only");
        return true;
    }
    log_debug("%s is not ready (%d)", decoder->program, (int)talk);
    end_child(decoder);
    return false;
}

/* True when there is a child that waits for work. One that spoke unasked or died is replaced. */
static bool has_child(struct decoder *decoder)
{
    char byte;
    if (decoder->child != NOBODY &&
        (recv(decoder->socket, &byte, 1, MSG_DONTWAIT | MSG_PEEK) >= 0 || errno != EAGAIN))
        end_child(decoder);
    return decoder->child != NOBODY || start_child(decoder);
}

static enum talk send_request(int socket, const struct decode_request *request,
                              const int descriptors[DECODE_DESCRIPTORS])
{
    union {
        struct cmsghdr head;
        char room[CMSG_SPACE(DECODE_DESCRIPTORS * sizeof(int))];
    } control = { .room = { 0 } };
    struct iovec part = { (void *)(uintptr_t)request, sizeof *request };
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control
    };
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(DECODE_DESCRIPTORS * sizeof(int));
    memcpy(CMSG_DATA(head), descriptors, DECODE_DESCRIPTORS * sizeof(int));
    ssize_t sent;
    do
        sent = sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    while (sent < 0 && errno == EINTR);
    if (sent == (ssize_t)sizeof *request)
        return TALK_OK;
    return errno == EPIPE || errno == ECONNRESET ? TALK_GONE : TALK_FAILED;
}

/* Sends a request and waits for the answer; an answer that is not on the list is none. */
static enum talk talk_over(struct decoder *decoder, const struct decode_request *request,
                           const int descriptors[DECODE_DESCRIPTORS], uint32_t *ret_status)
{
    struct decode_answer answer;
    enum talk talk = send_request(decoder->socket, request, descriptors);
    if (talk == TALK_OK)
        talk = hear(decoder->socket, deadline(), &answer, sizeof answer);
    if (talk != TALK_OK)
        return talk;
    if (answer.status < DECODE_STATUS_DONE || answer.status > DECODE_STATUS_FAILED)
        return TALK_GONE;
    *ret_status = answer.status;
    return TALK_OK;
}

/*
 * A child that had other pictures before may have died of those, or somebody may have killed it: a
 * new one is asked then. If that dies as well, it was the picture.
 */
static enum decode_outcome ask(struct decoder *decoder, const struct decode_request *request,
                               const int descriptors[DECODE_DESCRIPTORS])
{
    static const enum decode_outcome outcomes[] = {
        [DECODE_STATUS_DONE] = DECODE_OK,
        [DECODE_STATUS_REFUSED] = DECODE_DAMAGED,
        [DECODE_STATUS_FAILED] = DECODE_FAILED,
    };
    uint32_t status = 0;
    bool is_new;
    enum talk talk;
    do {
        if (!has_child(decoder))
            return DECODE_FAILED;
        is_new = decoder->pictures++ == 0;
        talk = talk_over(decoder, request, descriptors, &status);
        if (talk != TALK_OK)
            log_debug("the decoder is ended: %s", talk == TALK_LATE ? "too slow" : "no answer");
        if (talk != TALK_OK || decoder->pictures >= DECODE_PICTURES_MAX)
            end_child(decoder);
    } while (talk == TALK_GONE && !is_new);
    if (talk == TALK_OK)
        return outcomes[status];
    return talk == TALK_FAILED ? DECODE_FAILED : DECODE_DAMAGED;
}

/* A memory file of these bytes, which from now on nobody can change; -1 without memory. */
static int seal_bytes(struct str bytes)
{
    int file = memfd_create("picture", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    size_t done = 0;
    while (file >= 0 && done < bytes.bytes) {
        ssize_t wrote = write(file, bytes.at + done, bytes.bytes - done);
        if (wrote > 0) {
            done += (size_t)wrote;
        } else if (wrote == 0 || errno != EINTR) {
            close(file);
            file = -1;
        }
    }
    if (file >= 0 &&
        fcntl(file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) != 0) {
        close(file);
        file = -1;
    }
    return file;
}

/*
 * A memory file of a size that nobody can change. Its memory is taken at once: to run out of it
 * later would be a signal to whoever touches the pixels first.
 */
static int seal_room(size_t bytes)
{
    int file = memfd_create("pixels", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    int error = file < 0 ? errno : EINTR;
    while (error == EINTR)
        error = posix_fallocate(file, 0, (off_t)bytes);
    if (error == 0 && fcntl(file, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) == 0)
        return file;
    if (file >= 0)
        close(file);
    return -1;
}

static enum decode_outcome decode_into(struct decoder *decoder,
                                       const struct decode_request *request,
                                       const int descriptors[DECODE_DESCRIPTORS], size_t bytes,
                                       uint32_t **ret_pixels)
{
    if (descriptors[0] < 0 || descriptors[1] < 0)
        return DECODE_FAILED;
    enum decode_outcome outcome = ask(decoder, request, descriptors);
    if (outcome != DECODE_OK)
        return outcome;
    void *at =
        mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, descriptors[1], 0);
    if (at == MAP_FAILED)
        return DECODE_FAILED;
    *ret_pixels = at;
    return DECODE_OK;
}

enum decode_outcome decoder_decode(struct decoder *decoder, struct str bytes,
                                   const struct probe *probe, struct pixels *ret_pixels)
{
    assert(probe->width > 0 && probe->width <= PICTURE_SIDE_MAX);
    assert(probe->height > 0 && probe->height <= PICTURE_SIDE_MAX);
    assert(bytes.bytes > 0 && bytes.bytes <= PICTURE_FILE_BYTES_MAX);
    struct decode_request request = {
        .type = probe->type,
        .turn = (uint32_t)probe->turn,
        .width = (uint32_t)probe->width,
        .height = (uint32_t)probe->height,
        .bytes = (uint32_t)bytes.bytes,
    };
    size_t room = (size_t)request.width * request.height * sizeof(uint32_t);
    int descriptors[DECODE_DESCRIPTORS] = { seal_bytes(bytes), seal_room(room) };
    struct pixels pixels = { .width = probe_seen_width(probe), .height = probe_seen_height(probe) };
    enum decode_outcome outcome = decode_into(decoder, &request, descriptors, room, &pixels.at);
    for (size_t i = 0; i < DECODE_DESCRIPTORS; i++)
        if (descriptors[i] >= 0)
            close(descriptors[i]);
    if (outcome == DECODE_OK)
        *ret_pixels = pixels;
    return outcome;
}
