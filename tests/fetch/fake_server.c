/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A forked child with a thread for each connection. What it saw lies in shared memory; a request
 * is written down before it is answered, so a test that has the answer may read it.
 */
#include "fake_server.h"

#include "base/attrs.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define REQUEST_BYTES_MAX 16384
#define PIECE_BYTES 16384
#define DRIP_MS 50
#define HELLO_COMMAND "printf 'hello from a compressed file' | gzip -9c"
#define BOMB_COMMAND "head -c 50000000 /dev/zero | gzip -9c"
#define PACKED_BYTES_MAX 100000

struct seen {
    atomic_int connections, requests, now, most_at_once;
    char last_request[REQUEST_BYTES_MAX];
};

/* A file that gzip has made before anybody asks: it takes longer than a test's limits. */
struct packed {
    char bytes[PACKED_BYTES_MAX];
    size_t length;
};

struct fake_server {
    int port;
    struct packed hello, bomb, no_gzip;
    pid_t pid;
    struct seen *seen; /* shared with the child */
};

/* What a connection's thread knows. */
struct visit {
    int socket;
    const struct fake_server *server;
    char request[REQUEST_BYTES_MAX];
    char path[1024];
    char answer[4096];
};

static void must(bool ok, const char *what)
{
    if (ok)
        return;
    perror(what);
    exit(99);
}

static void pause_ms(long ms)
{
    struct timespec time = { ms / 1000, ms % 1000 * 1000000 };
    nanosleep(&time, NULL);
}

static bool send_bytes(const struct visit *visit, const void *at, size_t bytes)
{
    for (size_t sent = 0; sent < bytes;) {
        ssize_t count = send(visit->socket, (const char *)at + sent, bytes - sent, MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        sent += (size_t)count;
    }
    return true;
}

static bool send_text(const struct visit *visit, const char *text)
{
    return send_bytes(visit, text, strlen(text));
}

/* Sends text made as printf makes it. */
#define SEND_FORMAT(visit, ...)                                                                    \
    (snprintf((visit)->answer, sizeof(visit)->answer, __VA_ARGS__),                                \
     send_text((visit), (visit)->answer))

/* Sends a piece again and again until the other side has had enough. */
static void send_forever(const struct visit *visit, const void *piece, size_t bytes)
{
    while (send_bytes(visit, piece, bytes))
        ;
}

/* ---- ways to answer; true keeps the connection ---- */

static bool answer_empty_blocks(struct visit *visit)
{
    static const char head[] = { 0x1f, (char)0x8b, 8, 0, 0, 0, 0, 0, 0, 3 };
    static const char block[] = { 0, 0, 0, (char)0xff, (char)0xff };
    char blocks[1000 * sizeof block]; /* each: not the last, stored, length 0 and its complement */
    for (size_t i = 0; i < sizeof blocks; i++)
        blocks[i] = block[i % sizeof block];
    send_text(visit, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
    send_bytes(visit, head, sizeof head);
    send_forever(visit, blocks, sizeof blocks);
    return false;
}

/* Sends a packed file, all but the last `cut` bytes. */
static bool send_packed(struct visit *visit, const struct packed *packed, size_t cut)
{
    SEND_FORMAT(visit,
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nETag: W/\"z\"\r\n"
                "Content-Length: %zu\r\n\r\n",
                packed->length);
    return send_bytes(visit, packed->bytes, packed->length - cut) && cut == 0;
}

static bool answer_gzip(struct visit *visit)
{
    return send_packed(visit, &visit->server->hello, 0);
}

static bool answer_gzip_truncated(struct visit *visit)
{
    return send_packed(visit, &visit->server->hello, 12);
}

static bool answer_gzip_broken(struct visit *visit)
{
    return send_packed(visit, &visit->server->no_gzip, 0);
}

/* Without a length only the compressed stream itself tells that it is not whole. */
static bool answer_gzip_eof(struct visit *visit)
{
    const struct packed *hello = &visit->server->hello;
    send_text(visit, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
    send_bytes(visit, hello->bytes, hello->length - 16);
    return false;
}

static bool answer_bomb(struct visit *visit)
{
    return send_packed(visit, &visit->server->bomb, 0);
}

static bool answer_endless_chunks(struct visit *visit)
{
    static const char chunk[] = "10\r\nsixteen letters.\r\n";
    const size_t bytes = sizeof chunk - 1;
    char piece[1000 * (sizeof chunk - 1)];
    for (size_t i = 0; i < sizeof piece; i++)
        piece[i] = chunk[i % bytes];
    send_text(visit, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    send_forever(visit, piece, sizeof piece);
    return false;
}

static bool endless_body(struct visit *visit, const char *head)
{
    char piece[PIECE_BYTES];
    memset(piece, 'x', sizeof piece);
    send_text(visit, head);
    send_forever(visit, piece, sizeof piece);
    return false;
}

static bool answer_endless_body(struct visit *visit)
{
    return endless_body(visit, "HTTP/1.1 200 OK\r\n\r\n");
}

static bool answer_endless_404(struct visit *visit)
{
    return endless_body(visit, "HTTP/1.1 404 Not Found\r\n\r\n");
}

static bool answer_endless_redirect(struct visit *visit)
{
    return endless_body(visit, "HTTP/1.1 302 Found\r\nLocation: /ok\r\n\r\n");
}

static bool answer_endless_headers(struct visit *visit)
{
    send_text(visit, "HTTP/1.1 200 OK\r\n");
    send_forever(visit, "X-Padding: yes\r\n", 16);
    return false;
}

static bool answer_endless_header_line(struct visit *visit)
{
    return endless_body(visit, "HTTP/1.1 200 OK\r\nX-Padding: ");
}

static bool answer_endless_continue(struct visit *visit)
{
    send_forever(visit, "HTTP/1.1 100 Continue\r\n\r\n", 25);
    return false;
}

static bool answer_drip(struct visit *visit)
{
    send_text(visit, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
    while (send_text(visit, "."))
        pause_ms(DRIP_MS);
    return false;
}

static bool answer_drip_headers(struct visit *visit)
{
    send_text(visit, "HTTP/1.1 200 OK\r\n");
    while (send_text(visit, "A: b\r\n"))
        pause_ms(DRIP_MS);
    return false;
}

/* Says nothing until the other side goes away. */
static bool answer_nothing(struct visit *visit)
{
    char byte;
    while (recv(visit->socket, &byte, 1, 0) > 0)
        ;
    return false;
}

static bool answer_reset(struct visit *visit)
{
    struct linger at_once = { 1, 0 };
    send_text(visit, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    pause_ms(DRIP_MS);
    setsockopt(visit->socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    return false;
}

/* /status/404 answers 404, with a page that is longer than many a limit. */
static bool answer_status(struct visit *visit)
{
    char page[3000];
    memset(page, '-', sizeof page);
    SEND_FORMAT(visit, "HTTP/1.1 %s Some Words\r\nContent-Length: %zu\r\n\r\n",
                visit->path + strlen("/status/"), sizeof page);
    return send_bytes(visit, page, sizeof page);
}

/* /hops/3 leads over /hops/2 and /hops/1 to /ok. */
static bool answer_hops(struct visit *visit)
{
    int left = visit->path[strlen("/hops/")] - '0';
    if (left <= 1)
        return send_text(visit, "HTTP/1.1 302 Found\r\nLocation: /ok\r\n"
                                "Content-Length: 0\r\n\r\n");
    return SEND_FORMAT(visit,
                       "HTTP/1.1 301 Moved\r\nLocation: /hops/%d\r\nETag: \"hop\"\r\n"
                       "Content-Length: 0\r\n\r\n",
                       left - 1);
}

/* /to/NAME redirects to an address that a site has no business with. */
static bool answer_to(struct visit *visit)
{
    static const struct {
        const char *name, *before, *after; /* this server's "127.0.0.1:port" between them */
        bool is_here;
    } targets[] = {
        { "file", "file:///etc/hostname", "", false },
        { "gopher", "gopher://", "/ok", true },
        { "ftp", "ftp://", "/ok", true },
        { "user", "http://maija:salasana@", "/ok", true },
        { "nowhere", "http://", "", false },
        { "absolute", "http://", "/ok", true },
    };
    char here[32];
    snprintf(here, sizeof here, "127.0.0.1:%d", visit->server->port);
    for (size_t i = 0; i < ARRAY_LEN(targets); i++) {
        if (strcmp(visit->path + strlen("/to/"), targets[i].name) != 0)
            continue;
        return SEND_FORMAT(visit,
                           "HTTP/1.1 302 Found\r\nLocation: %s%s%s\r\nContent-Length: 0\r\n\r\n",
                           targets[i].before, targets[i].is_here ? here : "", targets[i].after);
    }
    return false;
}

static bool answer_validated(struct visit *visit)
{
    if (strstr(visit->request, "If-None-Match: \"v1\"\r\n"))
        return send_text(visit, "HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n");
    return send_text(visit, "HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: 3\r\n\r\nnew");
}

/* Slow enough that those that run at once are seen together. */
static bool answer_busy_file(struct visit *visit)
{
    pause_ms(DRIP_MS);
    return send_text(visit, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfile");
}

static const struct {
    const char *path;   /* the whole, or the start when it ends in a slash */
    const char *answer; /* sent as it is, or … */
    bool (*act)(struct visit *visit);
    bool keeps; /* the connection, after the answer */
} behaviours[] = {
    { "/ok",
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Type: application/atom+xml\r\n"
      "eTag:   \"v1\"  \r\nLast-Modified: Fri, 20 Nov 2026 07:00:00 GMT\r\n"
      "Set-Cookie: biscuit=1\r\n\r\nhello",
      NULL, true },
    { "/empty", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", NULL, true },
    { "/html", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\r\n<p>hi", NULL,
      false },
    { "/portal", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>",
      NULL, true },
    { "/validated", NULL, answer_validated, true },
    { "/304", "HTTP/1.1 304 Not Modified\r\n\r\n", NULL, true },
    { "/304-other",
      "HTTP/1.1 304 Not Modified\r\nETag: \"v9\"\r\n"
      "Last-Modified: Fri, 27 Nov 2026 07:00:00 GMT\r\n\r\n",
      NULL, true },
    { "/evil-etag",
      "HTTP/1.1 200 OK\r\nETag: \"a\x01\x02\"\r\nLast-Modified: \xc3\xa4\r\n"
      "Content-Length: 2\r\n\r\nok",
      NULL, true },
    { "/truncated", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nten bytes.", NULL, false },
    { "/chunks-cut", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", NULL,
      false },
    { "/chunks-bad", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n", NULL,
      false },
    { "/chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
      NULL, true },
    { "/declared", "HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\nx", NULL, true },
    { "/negative", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx", NULL, false },
    { "/two-lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 50\r\n\r\nhi", NULL,
      false },
    { "/gzip-truncated", NULL, answer_gzip_truncated, false },
    { "/gzip-eof", NULL, answer_gzip_eof, false },
    { "/gzip-broken", NULL, answer_gzip_broken, false },
    { "/gzip", NULL, answer_gzip, false },
    { "/bomb", NULL, answer_bomb, false },
    { "/empty-blocks", NULL, answer_empty_blocks, false },
    { "/endless-chunks", NULL, answer_endless_chunks, false },
    { "/endless-body", NULL, answer_endless_body, false },
    { "/endless-404", NULL, answer_endless_404, false },
    { "/endless-redirect", NULL, answer_endless_redirect, false },
    { "/endless-headers", NULL, answer_endless_headers, false },
    { "/endless-header-line", NULL, answer_endless_header_line, false },
    { "/endless-continue", NULL, answer_endless_continue, false },
    { "/drip-headers", NULL, answer_drip_headers, false },
    { "/drip", NULL, answer_drip, false },
    { "/silent", NULL, answer_nothing, false },
    { "/close", "", NULL, false },
    { "/half-status", "HTTP/1.", NULL, false },
    { "/half-headers", "HTTP/1.1 200 OK\r\nContent-Le", NULL, false },
    { "/garbage", "\x16\x03\x01\x02 is no HTTP\r\n\r\n", NULL, false },
    { "/nine", "<html><title>old</title></html>", NULL, false },
    { "/reset", NULL, answer_reset, false },
    { "/status/", NULL, answer_status, true },
    { "/hops/", NULL, answer_hops, true },
    { "/loop", "HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\n\r\n", NULL, true },
    { "/no-location", "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", NULL, true },
    { "/to/", NULL, answer_to, true },
    { "/busy-seconds", "HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n", NULL,
      true },
    { "/busy-date",
      "HTTP/1.1 429 Busy\r\nDate: Fri, 20 Nov 2026 07:00:00 GMT\r\n"
      "Retry-After: Fri, 20 Nov 2026 07:10:00 GMT\r\nContent-Length: 0\r\n\r\n",
      NULL, true },
    { "/file", NULL, answer_busy_file, true },
    { "/", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nelse", NULL, true },
};

static bool is_path(const char *path, const char *known)
{
    size_t bytes = strlen(known);
    bool is_start = known[bytes - 1] == '/';
    return is_start ? strncmp(path, known, bytes) == 0 : strcmp(path, known) == 0;
}

static bool answer(struct visit *visit)
{
    for (size_t i = 0; i < ARRAY_LEN(behaviours); i++) {
        if (!is_path(visit->path, behaviours[i].path))
            continue;
        if (behaviours[i].act)
            return behaviours[i].act(visit) && behaviours[i].keeps;
        return send_text(visit, behaviours[i].answer) && behaviours[i].keeps;
    }
    return false;
}

/* Reads up to the empty line. False at the end of the connection. */
static bool read_request(struct visit *visit)
{
    size_t used = 0;
    for (;;) {
        if (used + 1 >= sizeof visit->request)
            return false;
        ssize_t count =
            recv(visit->socket, visit->request + used, sizeof visit->request - used - 1, 0);
        if (count <= 0)
            return false;
        used += (size_t)count;
        visit->request[used] = '\0';
        if (strstr(visit->request, "\r\n\r\n"))
            break;
    }
    return sscanf(visit->request, "GET %1023s", visit->path) == 1;
}

static void note(struct visit *visit)
{
    struct seen *seen = visit->server->seen;
    int now = atomic_fetch_add(&seen->now, 1) + 1;
    int most = atomic_load(&seen->most_at_once);
    while (now > most && !atomic_compare_exchange_weak(&seen->most_at_once, &most, now))
        ;
    atomic_fetch_add(&seen->requests, 1);
    snprintf(seen->last_request, sizeof seen->last_request, "%s", visit->request);
}

static void *serve_connection(void *context)
{
    struct visit *visit = context;
    bool keeps = true;
    while (keeps && read_request(visit)) {
        note(visit);
        keeps = answer(visit);
        atomic_fetch_sub(&visit->server->seen->now, 1);
    }
    close(visit->socket);
    free(visit);
    return NULL;
}

static void serve(const struct fake_server *server, int listener)
{
    for (;;) {
        pthread_t thread;
        int socket = accept(listener, NULL, NULL);
        if (socket < 0)
            continue;
        atomic_fetch_add(&server->seen->connections, 1);
        int at_once = 1; /* an answer in two pieces must not wait for the other side's receipt */
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
        struct visit *visit = calloc(1, sizeof *visit);
        must(visit, "calloc");
        visit->socket = socket;
        visit->server = server;
        must(pthread_create(&thread, NULL, serve_connection, visit) == 0, "pthread_create");
        pthread_detach(thread);
    }
}

static void pack(struct packed *packed, const char *command)
{
    FILE *pipe = popen(command, "r");
    must(pipe, "popen");
    packed->length = fread(packed->bytes, 1, sizeof packed->bytes, pipe);
    must(pclose(pipe) == 0 && packed->length > 0, "gzip");
}

struct fake_server *fake_server_start(void)
{
    struct fake_server *server = calloc(1, sizeof *server);
    must(server, "calloc");
    pack(&server->hello, HELLO_COMMAND);
    pack(&server->bomb, BOMB_COMMAND);
    pack(&server->no_gzip, "printf 'this is no compressed file'");
    server->seen =
        mmap(NULL, sizeof *server->seen, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    must(server->seen != MAP_FAILED, "mmap");
    struct sockaddr_in address = { .sin_family = AF_INET,
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t bytes = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    must(bind(listener, (struct sockaddr *)&address, bytes) == 0, "bind");
    must(listen(listener, 64) == 0, "listen");
    must(getsockname(listener, (struct sockaddr *)&address, &bytes) == 0, "getsockname");
    server->port = ntohs(address.sin_port);
    pid_t parent = getpid();
    server->pid = fork();
    must(server->pid >= 0, "fork");
    if (server->pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(1);
        serve(server, listener);
    }
    close(listener);
    return server;
}

void fake_server_stop(struct fake_server *server)
{
    kill(server->pid, SIGKILL);
    waitpid(server->pid, NULL, 0);
    munmap(server->seen, sizeof *server->seen);
    free(server);
}

int fake_server_port(const struct fake_server *server)
{
    return server->port;
}

int fake_server_connections(const struct fake_server *server)
{
    return atomic_load(&server->seen->connections);
}

int fake_server_requests(const struct fake_server *server)
{
    return atomic_load(&server->seen->requests);
}

int fake_server_most_at_once(const struct fake_server *server)
{
    return atomic_load(&server->seen->most_at_once);
}

void fake_server_forget(struct fake_server *server)
{
    atomic_store(&server->seen->connections, 0);
    atomic_store(&server->seen->requests, 0);
    atomic_store(&server->seen->most_at_once, 0);
    server->seen->last_request[0] = '\0';
}

const char *fake_server_last_request(const struct fake_server *server)
{
    return server->seen->last_request;
}
