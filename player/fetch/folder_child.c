/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads files for a parent that must not wait for a file system. Nothing here has a time limit: a
 * dead mount holds this process up, and the parent ends it.
 *
 * A file is opened as a place first (O_PATH), looked at, and only then read through
 * /proc/self/fd, which is the same file whatever its name has become. So the etag is of the bytes
 * that were read, and what is not a regular file is never opened. It is looked at once more
 * afterwards: if it changed meanwhile, half of it may be old.
 */
#include "fetch/folder_child.h"

#include "base/clock.h"
#include "base/file.h"
#include "fetch/source_kind.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A rename beside the path makes openat2 answer EAGAIN; a guess of ours how often in a row. */
#define OPEN_TRIES_MAX 5
/* A file that changes while it is read is read again at once this often. */
#define READ_TRIES_MAX 2
/* Resolution of FAT's time of writing. */
#define COARSE_TIME_S 2
/* The path, the etag and the names in /proc beside the body. */
#define ARENA_EXTRA_BYTES ((size_t)64 << 10)

struct child {
    int socket;
    const char *folder;
    int root; /* -1 until it could be opened */
    char root_path[PATH_MAX];
};

/* What is sent back. */
struct found {
    enum folder_answer answer;
    struct str etag, body;
};

/* ---- staying inside ---- */

static int open_beneath(int root, const char *path)
{
    struct open_how how = {
        .flags = O_PATH | O_CLOEXEC,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
    };
    long fd = -1;
    for (int i = 0; i < OPEN_TRIES_MAX; i++) {
        fd = syscall(SYS_openat2, root, path, &how, sizeof how);
        if (fd >= 0 || errno != EAGAIN)
            break;
    }
    return (int)fd;
}

/* The path that the links of folder/path lead to, or an empty text when that is not inside. */
static bool resolve_inside(const char *root_path, const char *path, char resolved[PATH_MAX])
{
    char whole[PATH_MAX];
    size_t root_bytes = strlen(root_path);
    int length = snprintf(whole, sizeof whole, "%s/%s", root_path, path);
    if (length < 0 || (size_t)length >= sizeof whole) {
        errno = ENAMETOOLONG;
        return false;
    }
    if (!realpath(whole, resolved))
        return false;
    bool is_root = strcmp(root_path, "/") == 0;
    if (is_root || (strncmp(resolved, root_path, root_bytes) == 0 && resolved[root_bytes] == '/'))
        return true;
    errno = EXDEV;
    return false;
}

int folder_open_inside(int root, const char *root_path, const char *path, enum folder_guard guard)
{
    if (guard == GUARD_KERNEL) {
        int fd = open_beneath(root, path);
        if (fd >= 0 || (errno != ENOSYS && errno != EPERM))
            return fd;
    }
    /* Somebody who changes a link between the two calls wins; such a kernel is older than 5.6. */
    char resolved[PATH_MAX];
    if (!resolve_inside(root_path, path, resolved))
        return -1;
    return open(resolved, O_PATH | O_CLOEXEC | O_NOFOLLOW);
}

/* ---- reading ---- */

struct str folder_etag(struct arena *arena, const struct stat *info, int64_t now_s)
{
    int64_t written_s = info->st_mtim.tv_sec;
    bool is_fresh = written_s <= now_s && written_s >= now_s - COARSE_TIME_S;
    if (info->st_mtim.tv_nsec == 0 && is_fresh)
        return STR("");
    return str_format(arena, "%lld-%lld.%09ld-%lld.%09ld-%llu", (long long)info->st_size,
                      (long long)info->st_mtim.tv_sec, info->st_mtim.tv_nsec,
                      (long long)info->st_ctim.tv_sec, info->st_ctim.tv_nsec,
                      (unsigned long long)info->st_ino);
}

static enum folder_answer answer_of_error(int error)
{
    static const enum folder_answer answers[] = {
        [FILE_OK] = FOLDER_FAILED,     [FILE_MISSING] = FOLDER_MISSING,
        [FILE_DENIED] = FOLDER_DENIED, [FILE_NOT_REGULAR] = FOLDER_NOT_REGULAR,
        [FILE_FAILED] = FOLDER_FAILED, [FILE_TOO_BIG] = FOLDER_TOO_BIG,
        [FILE_FULL] = FOLDER_FAILED,
    };
    if (error == EXDEV || error == ELOOP)
        return FOLDER_OUTSIDE;
    return answers[file_outcome_of(error)];
}

/* Opens the folder at the first question, and at each later one for as long as it is not there. */
static bool open_root(struct child *child)
{
    if (child->root >= 0)
        return true;
    int root = open(child->folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (root < 0)
        return false;
    if (!realpath(child->folder, child->root_path)) {
        close(root);
        return false;
    }
    child->root = root;
    return true;
}

static bool is_same_file(const struct stat *a, const struct stat *b)
{
    return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec && a->st_ctim.tv_sec == b->st_ctim.tv_sec &&
           a->st_ctim.tv_nsec == b->st_ctim.tv_nsec;
}

/* Reads what the open place holds; `before` is how it looked. */
static enum folder_answer read_place(struct arena *arena, int place, const struct stat *before,
                                     size_t bytes_max, struct str *ret_body)
{
    char name[64];
    struct str body;
    struct stat after;
    snprintf(name, sizeof name, "/proc/self/fd/%d", place);
    enum file_outcome outcome = file_read(arena, name, bytes_max, &body);
    if (outcome == FILE_TOO_BIG)
        return FOLDER_TOO_BIG;
    if (outcome == FILE_DENIED)
        return FOLDER_DENIED;
    if (outcome != FILE_OK)
        return FOLDER_FAILED; /* it cannot be missing: it is open; without /proc it seems so */
    if (fstat(place, &after) != 0 || !is_same_file(before, &after) ||
        (uintmax_t)after.st_size != body.bytes)
        return FOLDER_CHANGING;
    *ret_body = body;
    return FOLDER_OK;
}

static struct found look_at(struct arena *arena, int place, struct str known, size_t bytes_max)
{
    struct clock clock = clock_system();
    struct found found = { .answer = FOLDER_FAILED };
    struct stat info;
    if (fstat(place, &info) != 0)
        return found;
    if (!S_ISREG(info.st_mode)) {
        found.answer = FOLDER_NOT_REGULAR;
        return found;
    }
    found.etag = folder_etag(arena, &info, clock_wall(&clock));
    if (found.etag.bytes > 0 && str_equal(found.etag, known))
        found.answer = FOLDER_UNCHANGED;
    else if ((uintmax_t)info.st_size > bytes_max)
        found.answer = FOLDER_TOO_BIG;
    else
        found.answer = read_place(arena, place, &info, bytes_max, &found.body);
    return found;
}

static struct found find(struct child *child, struct arena *arena, const char *path,
                         struct str known, size_t bytes_max)
{
    struct found found = { .answer = FOLDER_AWAY };
    if (!open_root(child))
        return found;
    for (int i = 0; i < READ_TRIES_MAX; i++) {
        int place = folder_open_inside(child->root, child->root_path, path, GUARD_KERNEL);
        if (place < 0) {
            found.answer = answer_of_error(errno);
            return found;
        }
        found = look_at(arena, place, known, bytes_max);
        close(place);
        if (found.answer != FOLDER_CHANGING)
            break;
    }
    return found;
}

/* ---- talking ---- */

/* False at the end of the conversation. */
static bool hear(int socket, void *at, size_t bytes)
{
    for (size_t got = 0; got < bytes;) {
        ssize_t count = recv(socket, (char *)at + got, bytes - got, MSG_WAITALL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        got += (size_t)count;
    }
    return true;
}

static bool say(int socket, const void *at, size_t bytes)
{
    for (size_t sent = 0; sent < bytes;) {
        ssize_t count = send(socket, (const char *)at + sent, bytes - sent, MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        sent += (size_t)count;
    }
    return true;
}

static bool say_found(int socket, const struct found *found)
{
    bool has_etag = found->answer == FOLDER_OK || found->answer == FOLDER_UNCHANGED;
    struct folder_reply reply = {
        .answer = (uint32_t)found->answer,
        .etag_bytes = has_etag ? (uint32_t)found->etag.bytes : 0,
        .body_bytes = found->answer == FOLDER_OK ? found->body.bytes : 0,
    };
    return say(socket, &reply, sizeof reply) && say(socket, found->etag.at, reply.etag_bytes) &&
           say(socket, found->body.at, (size_t)reply.body_bytes);
}

static bool serve_one(struct child *child)
{
    struct folder_question question;
    char path[FETCH_PATH_BYTES_MAX + 1], etag[FOLDER_ETAG_BYTES_MAX];
    if (!hear(child->socket, &question, sizeof question) ||
        question.path_bytes > FETCH_PATH_BYTES_MAX || question.etag_bytes > sizeof etag)
        return false;
    if (!hear(child->socket, path, question.path_bytes) ||
        !hear(child->socket, etag, question.etag_bytes))
        return false;
    path[question.path_bytes] = '\0';
    size_t bytes_max = (size_t)question.bytes_max;
    /* Each try may hold a body, and reading one that grows may hold two while it is copied. */
    struct arena *arena = arena_new(bytes_max * 2 * READ_TRIES_MAX + ARENA_EXTRA_BYTES);
    struct found found =
        find(child, arena, path, (struct str){ etag, question.etag_bytes }, bytes_max);
    bool is_heard = say_found(child->socket, &found);
    arena_free(arena);
    return is_heard;
}

/*
 * What the parent has open stays open, and locked, for as long as a copy of it is open here; and a
 * child that hangs in a dead mount may stay for long.
 */
static int keep_only(int socket)
{
    if (dup2(socket, STDIN_FILENO) < 0)
        return -1;
    close_range(STDOUT_FILENO, STDOUT_FILENO, 0);
    close_range(STDERR_FILENO + 1, ~0u, 0);
    return STDIN_FILENO;
}

/* Signals as in a new program: the parent's handlers are about the parent's memory. */
static void forget_signals(void)
{
    sigset_t none;
    for (int number = 1; number < NSIG; number++)
        signal(number, SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

void folder_child_run(int socket, const char *folder, pid_t parent)
{
    forget_signals();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(EXIT_FAILURE); /* it was gone before the line above */
    struct child child = { .socket = keep_only(socket), .folder = folder, .root = -1 };
    while (child.socket >= 0 && serve_one(&child))
        ;
    _exit(EXIT_SUCCESS);
}
