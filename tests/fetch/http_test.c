/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sites on a server that misbehaves. The limits are the program's own but for times and sizes that
 * would make the test slow; each case must end long before the whole time is over.
 */
#include "base/clock.h"
#include "fake_server.h"
#include "fetch/fetch_http.h"
#include "fetch_test.h"

#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#define ARENA_BYTES ((size_t)16 << 20)
#define BODY_BYTES_MAX ((size_t)1 << 20)
/* Every case ends within this; the whole time given to it is more. */
#define CASE_S_MAX 5

static const struct fetch_limits quick = {
    .total_ns = 20 * CLOCK_SECOND_NS,
    .connect_ms = 300,
    .slow_bytes_s = 1000,
    .slow_s = 1,
    .header_bytes_max = FETCH_HEADER_BYTES_MAX,
    .in_flight_bytes_max = FETCH_IN_FLIGHT_BYTES_MAX,
    .parallel = FETCH_PARALLEL,
};

struct fixture {
    struct fake_server *server;
    struct source *source;
    struct arena *arena;
    char url[64];
};

static int start_server(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    assert_non_null(fixture);
    fixture->server = fake_server_start();
    snprintf(fixture->url, sizeof fixture->url, "http://127.0.0.1:%d/",
             fake_server_port(fixture->server));
    *state = fixture;
    return 0;
}

static int stop_server(void **state)
{
    struct fixture *fixture = *state;
    fake_server_stop(fixture->server);
    free(fixture);
    return 0;
}

static struct source *open_url(const char *url, const struct fetch_options *options,
                               const struct fetch_limits *limits)
{
    const char *why = NULL;
    struct source *source = fetch_http_open(url, options, limits, &why);
    assert_non_null(source);
    return source;
}

static int open_site(void **state)
{
    struct fixture *fixture = *state;
    fixture->arena = arena_new(ARENA_BYTES);
    fixture->source = open_url(fixture->url, NULL, &quick);
    fake_server_forget(fixture->server);
    return 0;
}

static int close_site(void **state)
{
    struct fixture *fixture = *state;
    source_close(fixture->source);
    arena_free(fixture->arena);
    return 0;
}

static struct fetch_response get_from(struct source *source, struct arena *arena,
                                      const struct fetch_request *request)
{
    struct fetch_response response = { .outcome = FETCH_OK, .why = STR("never called") };
    source_get(source, arena, request, &response);
    return response;
}

static struct fetch_response get(struct fixture *fixture, const char *path)
{
    struct fetch_request request = { .path = str_of(path), .bytes_max = BODY_BYTES_MAX };
    return get_from(fixture->source, fixture->arena, &request);
}

static bool contains(struct str text, const char *what)
{
    return str_find(text, str_of(what)) >= 0;
}

/* ---- good answers ---- */

static void file_arrives_with_its_validators(void **state)
{
    struct fetch_response response = get(*state, "ok");
    assert_int_equal(response.outcome, FETCH_OK);
    assert_true(str_is(response.body, "hello"));
    assert_true(str_is(response.etag, "\"v1\""));
    assert_true(str_is(response.last_modified, "Fri, 20 Nov 2026 07:00:00 GMT"));
    assert_int_equal(response.retry_after_s, 0);
}

static void good_bodies_of_every_form_arrive(void **state)
{
    static const struct {
        const char *path, *body;
    } cases[] = {
        { "empty", "" },        { "chunks", "hello" }, { "gzip", "hello from a compressed file" },
        { "portal", "<html>" }, { "hops/5", "hello" }, { "to/absolute", "hello" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct fetch_response response = get(*state, cases[i].path);
        if (response.outcome != FETCH_OK || !str_is(response.body, cases[i].body))
            fail_msg("%s: %.*s", cases[i].path, STR_ARG(response.why));
    }
}

static void body_as_long_as_its_limit_arrives(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_request request = { .path = STR("ok"), .bytes_max = 5 };
    assert_int_equal(get_from(fixture->source, fixture->arena, &request).outcome, FETCH_OK);
    request.bytes_max = 4;
    struct fetch_response response = get_from(fixture->source, fixture->arena, &request);
    assert_int_equal(response.outcome, FETCH_REFUSED);
    assert_true(str_is(response.why, "longer than 4 bytes"));
    assert_int_equal(response.body.bytes, 0);
    request = (struct fetch_request){ .path = STR("empty"), .bytes_max = 0 };
    assert_int_equal(get_from(fixture->source, fixture->arena, &request).outcome, FETCH_OK);
}

static void small_limit_leaves_room_for_compression(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_request request = { .path = STR("gzip"), .bytes_max = 28 };
    assert_int_equal(get_from(fixture->source, fixture->arena, &request).outcome, FETCH_OK);
    request.bytes_max = 27;
    assert_int_equal(get_from(fixture->source, fixture->arena, &request).outcome, FETCH_REFUSED);
}

static void unchanged_file_is_not_sent_again(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_request request = { .path = STR("validated"), .bytes_max = BODY_BYTES_MAX };
    struct fetch_response first = get_from(fixture->source, fixture->arena, &request);
    assert_int_equal(first.outcome, FETCH_OK);
    request.etag = first.etag;
    struct fetch_response second = get_from(fixture->source, fixture->arena, &request);
    assert_int_equal(second.outcome, FETCH_UNCHANGED);
    assert_true(str_is(second.etag, "\"v1\""));
    assert_int_equal(second.body.bytes, 0);
    request.etag = STR("\"v0\"");
    assert_int_equal(get_from(fixture->source, fixture->arena, &request).outcome, FETCH_OK);
}

static void unchanged_copy_keeps_the_validators_of_the_request(void **state)
{
    struct fixture *fixture = *state;
    static const char *const paths[] = { "304", "304-other" };
    for (size_t i = 0; i < ARRAY_LEN(paths); i++) {
        struct fetch_request request = { .path = str_of(paths[i]),
                                         .bytes_max = 9,
                                         .last_modified = STR("Fri, 20 Nov 2026 07:00:00 GMT") };
        struct fetch_response response = get_from(fixture->source, fixture->arena, &request);
        assert_int_equal(response.outcome, FETCH_UNCHANGED);
        assert_true(str_equal(response.last_modified, request.last_modified));
        assert_int_equal(response.etag.bytes, 0);
        assert_non_null(strstr(fake_server_last_request(fixture->server),
                               "\r\nIf-Modified-Since: Fri, 20 Nov 2026 07:00:00 GMT\r\n"));
    }
}

static void request_says_who_asks_and_gives_nothing_away(void **state)
{
    struct fixture *fixture = *state;
    static const char *const unwanted[] = { "Authorization", "Cookie", "Referer", "Range", "If-" };
    get(fixture, "ok"); /* sets a cookie */
    get(fixture, "ok");
    const char *request = fake_server_last_request(fixture->server);
    assert_non_null(strstr(request, "\r\nUser-Agent: infotaulu/"));
    assert_non_null(strstr(request, "\r\nAccept-Encoding: gzip\r\n"));
    for (size_t i = 0; i < ARRAY_LEN(unwanted); i++)
        assert_null(strstr(request, unwanted[i]));
}

static void name_is_encoded_once(void **state)
{
    struct fixture *fixture = *state;
    get(fixture, "media/äiti 100%.png");
    const char *expected = "GET /media/%C3%A4iti%20100%25.png HTTP/1.1\r\n";
    assert_memory_equal(fake_server_last_request(fixture->server), expected, strlen(expected));
}

static void site_in_a_folder_of_the_server_needs_no_slash(void **state)
{
    struct fixture *fixture = *state;
    static const char *const endings[] = { "ok/niemela", "ok/niemela/" };
    for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
        char url[128];
        snprintf(url, sizeof url, "%s%s", fixture->url, endings[i]);
        struct source *source = open_url(url, NULL, &quick);
        struct fetch_request request = { .path = STR("feed.atom"), .bytes_max = 99 };
        assert_int_equal(get_from(source, fixture->arena, &request).outcome, FETCH_OK);
        const char *expected = "GET /ok/niemela/feed.atom HTTP/1.1\r\n";
        assert_memory_equal(fake_server_last_request(fixture->server), expected, strlen(expected));
        source_close(source);
    }
}

static void validator_with_a_line_end_is_never_sent(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_request request = { .path = STR("ok"),
                                     .bytes_max = 9,
                                     .etag = STR("\"v1\"\r\nX-Evil: yes") };
    assert_int_equal(get_from(fixture->source, fixture->arena, &request).outcome, FETCH_OK);
    assert_null(strstr(fake_server_last_request(fixture->server), "X-Evil"));
    assert_null(strstr(fake_server_last_request(fixture->server), "If-None-Match"));
}

static void validators_that_cannot_be_sent_back_are_not_kept(void **state)
{
    struct fetch_response response = get(*state, "evil-etag");
    assert_int_equal(response.outcome, FETCH_OK);
    assert_int_equal(response.etag.bytes, 0);
    assert_int_equal(response.last_modified.bytes, 0);
}

/* ---- misbehaviour ---- */

static const struct misbehaviour {
    const char *path;
    enum fetch_outcome outcome;
    const char *why; /* a part of it; NULL: whatever libcurl says */
} misbehaviours[] = {
    { "truncated", FETCH_OFFLINE, NULL },
    { "chunks-cut", FETCH_OFFLINE, NULL },
    { "chunks-bad", FETCH_OFFLINE, NULL },
    { "gzip-truncated", FETCH_OFFLINE, NULL },
    { "gzip-broken", FETCH_OFFLINE, NULL },
    { "html", FETCH_OFFLINE, NULL }, /* shorter than it says */
    { "reset", FETCH_OFFLINE, NULL },
    { "close", FETCH_OFFLINE, NULL },
    { "half-headers", FETCH_OFFLINE, "the headers break off" },
    { "drip", FETCH_OFFLINE, NULL },
    { "silent", FETCH_OFFLINE, NULL },
    { "endless-chunks", FETCH_REFUSED, "longer than 1048576 bytes" },
    { "endless-body", FETCH_REFUSED, "longer than 1048576 bytes" },
    { "bomb", FETCH_REFUSED, "longer than 1048576 bytes" },
    { "empty-blocks", FETCH_REFUSED, "longer than 1048576 bytes" },
    { "declared", FETCH_REFUSED, "longer than 1048576 bytes" },
    { "endless-headers", FETCH_REFUSED, "headers longer than 65536 bytes" },
    { "endless-header-line", FETCH_REFUSED, "a header line of over 100 KiB" },
    { "endless-continue", FETCH_REFUSED, "headers longer than 65536 bytes" },
    { "garbage", FETCH_REFUSED, NULL },
    { "nine", FETCH_REFUSED, NULL },
    { "half-status", FETCH_OFFLINE, NULL },
    { "negative", FETCH_REFUSED, NULL },
    { "loop", FETCH_REFUSED, NULL },
    { "hops/6", FETCH_REFUSED, NULL },
    { "to/file", FETCH_REFUSED, NULL },
    { "to/gopher", FETCH_REFUSED, NULL },
    { "to/ftp", FETCH_REFUSED, NULL },
    { "to/user", FETCH_REFUSED, "a redirect with a user and a password" },
    { "to/nowhere", FETCH_REFUSED, NULL },
    { "no-location", FETCH_REFUSED, "HTTP 302" },
    { "304", FETCH_REFUSED, "HTTP 304" },
    { "endless-404", FETCH_MISSING, "HTTP 404" },
    { "status/404", FETCH_MISSING, "HTTP 404" },
    { "status/410", FETCH_MISSING, "HTTP 410" },
    { "status/429", FETCH_BUSY, "HTTP 429" },
    { "status/503", FETCH_BUSY, "HTTP 503" },
    { "status/500", FETCH_REFUSED, "HTTP 500" },
    { "status/401", FETCH_REFUSED, "HTTP 401" },
    { "status/403", FETCH_REFUSED, "HTTP 403" },
    { "status/206", FETCH_REFUSED, "HTTP 206" },
    { "../etc/passwd", FETCH_REFUSED, "not a path inside the site" },
    { "/etc/passwd", FETCH_REFUSED, "not a path inside the site" },
    { "http:///a", FETCH_REFUSED, "not a path inside the site" },
    { "", FETCH_REFUSED, "not a path inside the site" },
};

static void every_misbehaviour_ends_soon_and_is_named(void **state)
{
    for (size_t i = 0; i < ARRAY_LEN(misbehaviours); i++) {
        const struct misbehaviour *bad = &misbehaviours[i];
        int64_t start_ns = clock_mono_ns();
        struct fetch_response response = get(*state, bad->path);
        int64_t took_ns = clock_mono_ns() - start_ns;
        if (response.outcome != bad->outcome || (bad->why && !contains(response.why, bad->why)))
            fail_msg("%s: %s (%.*s)", bad->path, fetch_outcome_text(response.outcome),
                     STR_ARG(response.why));
        if (took_ns > CASE_S_MAX * CLOCK_SECOND_NS)
            fail_msg("%s took %lld ms", bad->path, (long long)(took_ns / CLOCK_MS_NS));
        assert_int_equal(response.body.bytes, 0);
        assert_int_equal(response.etag.bytes, 0);
        assert_true(response.why.bytes > 0);
        if (get(*state, "ok").outcome != FETCH_OK)
            fail_msg("after %s not even an honest file arrives", bad->path);
    }
}

static void two_lengths_never_give_a_longer_body(void **state)
{
    /* Which of the two counts is libcurl's choice; a whole body must not be made up. */
    struct fetch_response response = get(*state, "two-lengths");
    assert_true(response.outcome != FETCH_OK || str_is(response.body, "hi"));
}

static void cut_body_without_a_length_is_left_to_the_signature(void **state)
{
    /* Its end cannot be told from an early one; what matters is that nothing is made up. */
    struct fetch_response response = get(*state, "gzip-eof");
    assert_int_equal(response.outcome, FETCH_OK);
    assert_true(response.body.bytes < strlen("hello from a compressed file"));
    assert_true(str_starts(STR("hello from a compressed file"),
                           str_c(((struct fixture *)*state)->arena, response.body)));
}

static void redirect_with_an_endless_body_does_no_harm(void **state)
{
    struct fetch_response response = get(*state, "endless-redirect");
    assert_true(response.outcome != FETCH_OK || str_is(response.body, "hello"));
    assert_int_equal(get(*state, "ok").outcome, FETCH_OK);
}

static void small_limit_does_not_hide_that_a_file_is_missing(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_request request = { .path = STR("status/404"), .bytes_max = 10 };
    assert_int_equal(get_from(fixture->source, fixture->arena, &request).outcome, FETCH_MISSING);
    /* Its page is longer than that, and is read nevertheless, so that the connection can stay. */
    assert_int_equal(get(fixture, "ok").outcome, FETCH_OK);
    assert_int_equal(fake_server_connections(fixture->server), 1);
    request.path = STR("endless-404");
    assert_int_equal(get_from(fixture->source, fixture->arena, &request).outcome, FETCH_MISSING);
}

static void busy_server_says_when_to_come_back(void **state)
{
    struct fetch_response seconds = get(*state, "busy-seconds");
    assert_int_equal(seconds.outcome, FETCH_BUSY);
    assert_int_equal(seconds.retry_after_s, 120);
    struct fetch_response date = get(*state, "busy-date");
    assert_int_equal(date.outcome, FETCH_BUSY);
    assert_int_equal(date.retry_after_s, 600);
}

static void headers_that_drip_end_with_the_whole_time(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_options options = { .deadline_ns = clock_mono_ns() + 500 * CLOCK_MS_NS };
    struct source *source = open_url(fixture->url, &options, &quick);
    struct fetch_request request = { .path = STR("drip-headers"), .bytes_max = 99 };
    int64_t start_ns = clock_mono_ns();
    struct fetch_response response = get_from(source, fixture->arena, &request);
    assert_int_equal(response.outcome, FETCH_OFFLINE);
    assert_true(clock_mono_ns() - start_ns < 3 * CLOCK_SECOND_NS);
    source_close(source);
}

/* ---- nobody there ---- */

/* A port on which something is bound; listening or not. */
static int bind_port(int *ret_port)
{
    struct sockaddr_in address = { .sin_family = AF_INET,
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t bytes = sizeof address;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_true(fd >= 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, bytes), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&address, &bytes), 0);
    *ret_port = ntohs(address.sin_port);
    return fd;
}

static void get_from_port(struct arena *arena, int port, struct fetch_response *ret_response)
{
    char url[64];
    snprintf(url, sizeof url, "http://127.0.0.1:%d/", port);
    struct source *source = open_url(url, NULL, &quick);
    struct fetch_request request = { .path = STR("feed.atom"), .bytes_max = 99 };
    *ret_response = get_from(source, arena, &request);
    source_close(source);
}

static void refused_connection_is_offline(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_response response;
    int port, fd = bind_port(&port); /* bound, so that nobody else takes it, but not listening */
    get_from_port(fixture->arena, port, &response);
    close(fd);
    assert_int_equal(response.outcome, FETCH_OFFLINE);
    assert_true(response.why.bytes > 0);
}

static void connection_that_is_never_taken_is_offline_soon(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_response response;
    int port, fd = bind_port(&port), waiting[4];
    assert_int_equal(listen(fd, 0), 0);
    struct sockaddr_in address = { .sin_family = AF_INET,
                                   .sin_port = htons((uint16_t)port),
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    for (size_t i = 0; i < ARRAY_LEN(waiting); i++) { /* the queue holds one or two */
        waiting[i] = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        (void)!connect(waiting[i], (struct sockaddr *)&address, sizeof address);
    }
    int64_t start_ns = clock_mono_ns();
    get_from_port(fixture->arena, port, &response);
    for (size_t i = 0; i < ARRAY_LEN(waiting); i++)
        close(waiting[i]);
    close(fd);
    assert_int_equal(response.outcome, FETCH_OFFLINE);
    assert_true(clock_mono_ns() - start_ns < CASE_S_MAX * CLOCK_SECOND_NS);
}

static void name_that_does_not_exist_is_offline(void **state)
{
    struct fixture *fixture = *state;
    /* ".invalid" is reserved; without a name server the answer is the same. */
    struct source *source = open_url("http://taulu.invalid/", NULL, &quick);
    struct fetch_request request = { .path = STR("feed.atom"), .bytes_max = 99 };
    int64_t start_ns = clock_mono_ns();
    assert_int_equal(get_from(source, fixture->arena, &request).outcome, FETCH_OFFLINE);
    assert_true(clock_mono_ns() - start_ns < CASE_S_MAX * CLOCK_SECOND_NS);
    source_close(source);
}

/* ---- proxies ---- */

static void environment_has_no_say_about_proxies(void **state)
{
    struct fixture *fixture = *state;
    static const char *const names[] = { "http_proxy", "all_proxy", "ALL_PROXY" };
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        assert_int_equal(setenv(names[i], "http://127.0.0.1:1", 1), 0);
    assert_int_equal(get(fixture, "ok").outcome, FETCH_OK);
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        unsetenv(names[i]);
}

static void named_proxy_is_used_for_everything(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_options options = { .proxy = fixture->url };
    assert_int_equal(setenv("no_proxy", "*", 1), 0);
    struct source *source = open_url("http://taulu.invalid/niemela", &options, &quick);
    struct fetch_request request = { .path = STR("feed.atom"), .bytes_max = 99 };
    struct fetch_response response = get_from(source, fixture->arena, &request);
    unsetenv("no_proxy");
    source_close(source);
    const char *expected = "GET http://taulu.invalid/niemela/feed.atom HTTP/1.1\r\n";
    assert_memory_equal(fake_server_last_request(fixture->server), expected, strlen(expected));
    (void)response; /* the server knows no such path */
}

/* ---- many at once ---- */

#define MANY 40

struct tally {
    int answers[MANY];
    int calls, calls_max; /* false after the last */
    enum fetch_outcome expected;
    size_t body_bytes;
};

static bool count_answer(void *context, size_t index, const struct fetch_response *response)
{
    struct tally *tally = context;
    assert_true(index < MANY);
    tally->answers[index]++;
    tally->calls++;
    assert_int_equal(response->outcome, tally->expected);
    assert_int_equal(response->body.bytes, tally->body_bytes);
    return tally->calls != tally->calls_max;
}

static void ask_for_many(struct source *source, struct arena *arena, const char *path,
                         size_t bytes_max, struct tally *tally)
{
    struct fetch_request requests[MANY];
    for (size_t i = 0; i < MANY; i++)
        requests[i] = (struct fetch_request){ .path = str_of(path), .bytes_max = bytes_max };
    source_get_many(source, arena, requests, MANY, count_answer, tally);
}

static void many_files_come_side_by_side_and_once_each(void **state)
{
    struct fixture *fixture = *state;
    struct tally tally = { .expected = FETCH_OK, .body_bytes = 4 };
    ask_for_many(fixture->source, fixture->arena, "file", 100, &tally);
    for (size_t i = 0; i < MANY; i++)
        assert_int_equal(tally.answers[i], 1);
    assert_int_equal(fake_server_requests(fixture->server), MANY);
    assert_int_equal(fake_server_connections(fixture->server), FETCH_PARALLEL);
    int most = fake_server_most_at_once(fixture->server);
    assert_true(most > 1 && most <= FETCH_PARALLEL);
}

static void large_files_wait_for_each_other(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_limits limits = quick;
    limits.in_flight_bytes_max = 250;
    struct source *source = open_url(fixture->url, NULL, &limits);
    struct tally two = { .expected = FETCH_OK, .body_bytes = 4 };
    ask_for_many(source, NULL, "file", 100, &two);
    assert_int_equal(two.calls, MANY);
    assert_int_equal(fake_server_most_at_once(fixture->server), 2);
    struct tally alone = { .expected = FETCH_OK, .body_bytes = 4 };
    fake_server_forget(fixture->server);
    ask_for_many(source, NULL, "file", 1000, &alone); /* each is over the limit */
    assert_int_equal(alone.calls, MANY);
    assert_int_equal(fake_server_most_at_once(fixture->server), 1);
    source_close(source);
}

static void one_connection_serves_one_after_another(void **state)
{
    struct fixture *fixture = *state;
    for (int i = 0; i < 10; i++) {
        assert_int_equal(get(fixture, "ok").outcome, FETCH_OK);
        assert_int_equal(get(fixture, "status/404").outcome, FETCH_MISSING);
    }
    assert_int_equal(fake_server_requests(fixture->server), 20);
    assert_int_equal(fake_server_connections(fixture->server), 1);
}

static void caller_can_end_a_batch(void **state)
{
    struct fixture *fixture = *state;
    struct tally tally = { .expected = FETCH_OK, .body_bytes = 4, .calls_max = 3 };
    ask_for_many(fixture->source, fixture->arena, "file", 100, &tally);
    assert_int_equal(tally.calls, 3);
    tally = (struct tally){ .expected = FETCH_REFUSED, .calls_max = 1 };
    ask_for_many(fixture->source, fixture->arena, "..", 100, &tally);
    assert_int_equal(tally.calls, 1);
    assert_int_equal(get(fixture, "ok").outcome, FETCH_OK);
}

static void deadline_answers_everything_that_is_left(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_options options = { .deadline_ns = clock_mono_ns() + 300 * CLOCK_MS_NS };
    struct source *source = open_url(fixture->url, &options, &quick);
    struct tally tally = { .expected = FETCH_OFFLINE };
    int64_t start_ns = clock_mono_ns();
    ask_for_many(source, fixture->arena, "silent", 100, &tally);
    assert_true(clock_mono_ns() - start_ns < 2 * CLOCK_SECOND_NS);
    assert_int_equal(tally.calls, MANY);
    fake_server_forget(fixture->server);
    struct tally late = { .expected = FETCH_OFFLINE };
    ask_for_many(source, fixture->arena, "ok", 100, &late);
    assert_int_equal(late.calls, MANY);
    assert_int_equal(fake_server_requests(fixture->server), 0);
    source_close(source);
}

static void no_request_at_all_is_fine(void **state)
{
    struct fixture *fixture = *state;
    struct tally tally = { .calls = 0 };
    source_get_many(fixture->source, fixture->arena, NULL, 0, count_answer, &tally);
    assert_int_equal(tally.calls, 0);
}

static bool look_at_texts(void *context, size_t index, const struct fetch_response *response)
{
    int *seen = context;
    (void)index;
    assert_true(str_is(response->body, "hello"));
    assert_true(str_is(response->etag, "\"v1\""));
    assert_true(str_is(response->why, "HTTP 200"));
    ++*seen;
    return true;
}

static void bodies_can_be_looked_at_without_an_arena(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_request requests[8];
    int seen = 0;
    for (size_t i = 0; i < ARRAY_LEN(requests); i++)
        requests[i] = (struct fetch_request){ .path = STR("ok"), .bytes_max = 99 };
    source_get_many(fixture->source, NULL, requests, ARRAY_LEN(requests), look_at_texts, &seen);
    assert_int_equal(seen, ARRAY_LEN(requests));
}

#define SITE_TEST(test) cmocka_unit_test_setup_teardown(test, open_site, close_site)

int http_tests(void)
{
    const struct CMUnitTest tests[] = {
        SITE_TEST(file_arrives_with_its_validators),
        SITE_TEST(good_bodies_of_every_form_arrive),
        SITE_TEST(body_as_long_as_its_limit_arrives),
        SITE_TEST(small_limit_leaves_room_for_compression),
        SITE_TEST(unchanged_file_is_not_sent_again),
        SITE_TEST(unchanged_copy_keeps_the_validators_of_the_request),
        SITE_TEST(request_says_who_asks_and_gives_nothing_away),
        SITE_TEST(name_is_encoded_once),
        SITE_TEST(site_in_a_folder_of_the_server_needs_no_slash),
        SITE_TEST(validator_with_a_line_end_is_never_sent),
        SITE_TEST(validators_that_cannot_be_sent_back_are_not_kept),
        SITE_TEST(every_misbehaviour_ends_soon_and_is_named),
        SITE_TEST(two_lengths_never_give_a_longer_body),
        SITE_TEST(cut_body_without_a_length_is_left_to_the_signature),
        SITE_TEST(redirect_with_an_endless_body_does_no_harm),
        SITE_TEST(small_limit_does_not_hide_that_a_file_is_missing),
        SITE_TEST(busy_server_says_when_to_come_back),
        SITE_TEST(headers_that_drip_end_with_the_whole_time),
        SITE_TEST(refused_connection_is_offline),
        SITE_TEST(connection_that_is_never_taken_is_offline_soon),
        SITE_TEST(name_that_does_not_exist_is_offline),
        SITE_TEST(environment_has_no_say_about_proxies),
        SITE_TEST(named_proxy_is_used_for_everything),
        SITE_TEST(many_files_come_side_by_side_and_once_each),
        SITE_TEST(large_files_wait_for_each_other),
        SITE_TEST(one_connection_serves_one_after_another),
        SITE_TEST(caller_can_end_a_batch),
        SITE_TEST(deadline_answers_everything_that_is_left),
        SITE_TEST(no_request_at_all_is_fine),
        SITE_TEST(bodies_can_be_looked_at_without_an_arena),
    };
    return cmocka_run_group_tests_name("fetch: web server", tests, start_server, stop_server);
}
