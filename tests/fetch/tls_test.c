/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sites on a real web server with https: trust, redirects between http and https, compression and
 * HTTP/2, which the misbehaving server does not have. The certificate is made here and trusted by
 * nobody else. Skipped where nginx or openssl is not installed.
 */
#include "base/clock.h"
#include "base/file.h"
#include "fetch/fetch_http.h"
#include "fetch_test.h"

#include <fcntl.h>
#include <ftw.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ARENA_BYTES ((size_t)16 << 20)
#define FEED_BYTES 20000
#define START_S_MAX 10
#define START_TRIES_MAX 3 /* somebody may take a port between our asking for one and nginx */

/* openssl's x509 makes a CA of it, so that it may sign itself. */
#define CERTIFICATE_COMMAND                                                                        \
    "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "           \
    "-subj /CN=infotaulu-test -addext subjectAltName=IP:127.0.0.1 "                                \
    "-keyout key.pem -out cert.pem >/dev/null 2>&1"

#define CONFIGURATION                                                                              \
    "daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log error.log;\n"                     \
    "events { worker_connections 64; }\n"                                                          \
    "http {\n"                                                                                     \
    "  access_log off;\n"                                                                          \
    "  client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3;\n"                      \
    "  uwsgi_temp_path t4; scgi_temp_path t5;\n"                                                   \
    "  gzip on; gzip_types *; gzip_min_length 100;\n"                                              \
    "  root site;\n"                                                                               \
    "  server {\n"                                                                                 \
    "    listen 127.0.0.1:%d ssl http2;\n"                                                         \
    "    ssl_certificate cert.pem; ssl_certificate_key key.pem;\n"                                 \
    "    location = /down { return 302 http://127.0.0.1:%d/feed.atom; }\n"                         \
    "  }\n"                                                                                        \
    "  server {\n"                                                                                 \
    "    listen 127.0.0.1:%d;\n"                                                                   \
    "    location = /up { return 302 https://127.0.0.1:%d/feed.atom; }\n"                          \
    "    location = /up-and-down { return 302 https://127.0.0.1:%d/down; }\n"                      \
    "  }\n"                                                                                        \
    "}\n"

struct fixture {
    char base[64];
    char ca_file[96];
    char plain_url[64], secure_url[64];
    int plain_port, secure_port;
    pid_t pid;
    struct arena *arena;
};

static void write_text(const struct fixture *fixture, const char *name, struct str text)
{
    const char *path = file_join(fixture->arena, fixture->base, name);
    assert_int_equal(file_write(path, text, 0644), FILE_OK);
}

static bool run(const struct fixture *fixture, const char *command)
{
    struct str whole = str_format(fixture->arena, "cd %s && %s", fixture->base, command);
    return system(whole.at) == 0;
}

static int free_port(void)
{
    struct sockaddr_in address = { .sin_family = AF_INET,
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t bytes = sizeof address;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, bytes), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&address, &bytes), 0);
    close(fd);
    return ntohs(address.sin_port);
}

static bool is_answered(int port)
{
    struct sockaddr_in address = { .sin_family = AF_INET,
                                   .sin_port = htons((uint16_t)port),
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool is = connect(fd, (struct sockaddr *)&address, sizeof address) == 0;
    close(fd);
    return is;
}

static void end_nginx(struct fixture *fixture)
{
    if (fixture->pid <= 0)
        return;
    kill(fixture->pid, SIGKILL);
    waitpid(fixture->pid, NULL, 0);
    fixture->pid = 0;
}

/* Waits until nginx answers; false when it ended or takes too long. */
static bool wait_for_nginx(struct fixture *fixture)
{
    const struct timespec pause = { 0, 10 * CLOCK_MS_NS };
    int64_t until_ns = clock_mono_ns() + START_S_MAX * CLOCK_SECOND_NS;
    while (clock_mono_ns() < until_ns) {
        if (is_answered(fixture->secure_port) && is_answered(fixture->plain_port))
            return true;
        if (waitpid(fixture->pid, NULL, WNOHANG) == fixture->pid) {
            fixture->pid = 0;
            return false;
        }
        nanosleep(&pause, NULL);
    }
    return false;
}

static bool start_nginx(struct fixture *fixture)
{
    fixture->secure_port = free_port();
    fixture->plain_port = free_port();
    write_text(fixture, "nginx.conf",
               str_format(fixture->arena, CONFIGURATION, fixture->secure_port, fixture->plain_port,
                          fixture->plain_port, fixture->secure_port, fixture->secure_port));
    pid_t parent = getpid();
    fixture->pid = fork();
    if (fixture->pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(null, STDERR_FILENO);
        if (getppid() == parent)
            execlp("nginx", "nginx", "-p", fixture->base, "-c", "nginx.conf", (char *)NULL);
        _exit(127);
    }
    if (wait_for_nginx(fixture))
        return true;
    end_nginx(fixture);
    return false;
}

static int start_server(void **state)
{
    char feed[FEED_BYTES];
    struct fixture *fixture = calloc(1, sizeof *fixture);
    assert_non_null(fixture);
    *state = fixture;
    fixture->arena = arena_new(ARENA_BYTES);
    snprintf(fixture->base, sizeof fixture->base, "/tmp/fetch-tls-XXXXXX");
    assert_non_null(mkdtemp(fixture->base));
    snprintf(fixture->ca_file, sizeof fixture->ca_file, "%s/cert.pem", fixture->base);
    /* The directory of daemons is not in everybody's path. */
    struct str path = str_format(fixture->arena, "%s:/usr/sbin", getenv("PATH"));
    assert_int_equal(setenv("PATH", path.at, 1), 0);
    if (!run(fixture, "command -v nginx >/dev/null") || !run(fixture, CERTIFICATE_COMMAND))
        return 0; /* without a process all tests are skipped */
    assert_int_equal(file_make_folder(file_join(fixture->arena, fixture->base, "site"), 0755), 0);
    memset(feed, 'a', sizeof feed);
    write_text(fixture, "site/feed.atom", (struct str){ feed, sizeof feed });
    for (int i = 0; i < START_TRIES_MAX && fixture->pid == 0; i++)
        start_nginx(fixture);
    snprintf(fixture->plain_url, sizeof fixture->plain_url, "http://127.0.0.1:%d/",
             fixture->plain_port);
    snprintf(fixture->secure_url, sizeof fixture->secure_url, "https://127.0.0.1:%d",
             fixture->secure_port);
    return fixture->pid > 0 ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *walk)
{
    (void)info;
    (void)kind;
    (void)walk;
    return remove(path);
}

static int stop_server(void **state)
{
    struct fixture *fixture = *state;
    end_nginx(fixture);
    nftw(fixture->base, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    arena_free(fixture->arena);
    free(fixture);
    return 0;
}

static struct source *open_url(struct fixture *fixture, const char *url, const char *ca_file)
{
    const char *why = NULL;
    struct fetch_options options = { .ca_file = ca_file };
    if (fixture->pid <= 0)
        skip();
    struct source *source = source_open_http(url, &options, &why);
    assert_non_null(source);
    return source;
}

static struct fetch_response get(struct source *source, struct arena *arena, const char *path,
                                 struct str etag)
{
    struct fetch_request request = { .path = str_of(path), .bytes_max = FEED_BYTES, .etag = etag };
    struct fetch_response response = { .outcome = FETCH_OK, .why = STR("never called") };
    source_get(source, arena, &request, &response);
    return response;
}

static void expect(struct fixture *fixture, const char *url, const char *ca_file, const char *path,
                   enum fetch_outcome outcome)
{
    struct source *source = open_url(fixture, url, ca_file);
    struct fetch_response response = get(source, fixture->arena, path, STR(""));
    source_close(source);
    if (response.outcome != outcome)
        fail_msg("%s %s: %s (%.*s)", url, path, fetch_outcome_text(response.outcome),
                 STR_ARG(response.why));
    assert_int_equal(response.body.bytes, outcome == FETCH_OK ? FEED_BYTES : 0);
}

static void private_ca_is_trusted_when_it_is_named(void **state)
{
    struct fixture *fixture = *state;
    expect(fixture, fixture->secure_url, fixture->ca_file, "feed.atom", FETCH_OK);
    expect(fixture, fixture->secure_url, fixture->ca_file, "nothing", FETCH_MISSING);
}

static void server_that_nobody_vouches_for_is_refused(void **state)
{
    struct fixture *fixture = *state;
    expect(fixture, fixture->secure_url, NULL, "feed.atom", FETCH_REFUSED);
    expect(fixture, fixture->secure_url, "/nothing.pem", "feed.atom", FETCH_REFUSED);
}

static void certificate_of_another_name_is_refused(void **state)
{
    struct fixture *fixture = *state;
    char url[64];
    snprintf(url, sizeof url, "https://localhost:%d/", fixture->secure_port);
    expect(fixture, url, fixture->ca_file, "feed.atom", FETCH_REFUSED);
}

static void redirects_lead_up_to_https_and_never_down(void **state)
{
    struct fixture *fixture = *state;
    expect(fixture, fixture->plain_url, fixture->ca_file, "feed.atom", FETCH_OK);
    expect(fixture, fixture->plain_url, fixture->ca_file, "up", FETCH_OK);
    expect(fixture, fixture->secure_url, fixture->ca_file, "down", FETCH_REFUSED);
    expect(fixture, fixture->plain_url, fixture->ca_file, "up-and-down", FETCH_REFUSED);
}

static void https_on_a_port_of_http_is_offline(void **state)
{
    struct fixture *fixture = *state;
    char url[64];
    snprintf(url, sizeof url, "https://127.0.0.1:%d/", fixture->plain_port);
    expect(fixture, url, fixture->ca_file, "feed.atom", FETCH_OFFLINE);
}

static void compressed_feed_is_unchanged_the_second_time(void **state)
{
    struct fixture *fixture = *state;
    const char *const urls[] = { fixture->plain_url, fixture->secure_url };
    for (size_t i = 0; i < 2; i++) {
        struct source *source = open_url(fixture, urls[i], fixture->ca_file);
        struct fetch_response first = get(source, fixture->arena, "feed.atom", STR(""));
        assert_int_equal(first.outcome, FETCH_OK);
        assert_true(str_starts(first.etag, "W/")); /* so nginx marks what it compressed */
        struct fetch_response second = get(source, fixture->arena, "feed.atom", first.etag);
        assert_int_equal(second.outcome, FETCH_UNCHANGED);
        assert_true(str_equal(second.etag, first.etag));
        source_close(source);
    }
}

static bool count_whole(void *context, size_t index, const struct fetch_response *response)
{
    int *count = context;
    (void)index;
    *count += response->outcome == FETCH_OK && response->body.bytes == FEED_BYTES;
    return true;
}

static void many_files_come_over_https(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_request requests[40];
    int count = 0;
    for (size_t i = 0; i < ARRAY_LEN(requests); i++)
        requests[i] = (struct fetch_request){ .path = STR("feed.atom"), .bytes_max = FEED_BYTES };
    struct source *source = open_url(fixture, fixture->secure_url, fixture->ca_file);
    source_get_many(source, NULL, requests, ARRAY_LEN(requests), count_whole, &count);
    source_close(source);
    assert_int_equal(count, ARRAY_LEN(requests));
}

int tls_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(private_ca_is_trusted_when_it_is_named),
        cmocka_unit_test(server_that_nobody_vouches_for_is_refused),
        cmocka_unit_test(certificate_of_another_name_is_refused),
        cmocka_unit_test(redirects_lead_up_to_https_and_never_down),
        cmocka_unit_test(https_on_a_port_of_http_is_offline),
        cmocka_unit_test(compressed_feed_is_unchanged_the_second_time),
        cmocka_unit_test(many_files_come_over_https),
    };
    return cmocka_run_group_tests_name("fetch: https", tests, start_server, stop_server);
}
