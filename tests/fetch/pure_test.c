/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses and header lines. */
#include "fetch/http_reply.h"
#include "fetch/site_url.h"
#include "fetch/source_kind.h"
#include "fetch_test.h"

#define ARENA_BYTES ((size_t)1 << 20)

static int make_arena(void **state)
{
    *state = arena_new(ARENA_BYTES);
    return 0;
}

static int drop_arena(void **state)
{
    arena_free(*state);
    return 0;
}

/* ---- addresses ---- */

static void site_address_gets_one_form(void **state)
{
    static const struct {
        const char *url, *clean;
    } cases[] = {
        { "https://taulu.example.fi", "https://taulu.example.fi/" },
        { "https://taulu.example.fi/", "https://taulu.example.fi/" },
        { "https://taulu.example.fi/niemela", "https://taulu.example.fi/niemela/" },
        { "https://taulu.example.fi/niemela/", "https://taulu.example.fi/niemela/" },
        { "HTTP://127.0.0.1:8080/a", "http://127.0.0.1:8080/a/" },
        { "https://[::1]:8443/a%20b", "https://[::1]:8443/a%20b/" },
        { "http://taulu.example.fi/a/../b", "http://taulu.example.fi/b/" },
    };
    const char *why = NULL;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *clean = site_url_clean(*state, cases[i].url, &why);
        assert_non_null(clean);
        assert_string_equal(clean, cases[i].clean);
    }
}

static void site_address_that_is_none_is_refused_with_a_reason(void **state)
{
    static const char *const urls[] = {
        "",
        "taulu.example.fi",
        "http:",
        "http:/taulu.example.fi",
        "http://",
        "http:///feed",
        "https:///feed",
        "ftp://taulu.example.fi/",
        "file:///srv/site",
        "gopher://taulu.example.fi/",
        "https://taulu.example.fi/?a=b",
        "https://taulu.example.fi?",
        "https://taulu.example.fi/#top",
        "https://maija@taulu.example.fi/",
        "https://maija:salasana@taulu.example.fi/",
        "https://@taulu.example.fi/",
        "https://:@taulu.example.fi/",
        "https://taulu.example.fi\\@muu.example/",
        "https://taulu.example.fi/a b",
        "https://taulu.example.fi/\r\nHost: muu.example",
        "https://taulu.example.fi:port/",
        "https://taulu.example.fi:99999/",
        "https://tau lu.example.fi/",
    };
    for (size_t i = 0; i < ARRAY_LEN(urls); i++) {
        const char *why = NULL;
        if (site_url_clean(*state, urls[i], &why))
            fail_msg("accepted: %s", urls[i]);
        assert_non_null(why);
    }
}

static void endless_address_is_refused(void **state)
{
    char url[SITE_URL_BYTES_MAX + 100] = "https://taulu.example.fi/";
    const char *why = NULL;
    memset(url + strlen(url), 'a', sizeof url - strlen(url) - 1);
    assert_null(site_url_clean(*state, url, &why));
    assert_non_null(why);
}

static void file_name_becomes_an_address(void **state)
{
    static const struct {
        const char *path, *url;
    } cases[] = {
        { "feed.atom", "http://x/feed.atom" },
        { "media/a-b_c~1.webp", "http://x/media/a-b_c~1.webp" },
        { "a b", "http://x/a%20b" },
        { "äiti.png", "http://x/%C3%A4iti.png" },
        { "100%.png", "http://x/100%25.png" },
        { "%2e%2e/a", "http://x/%252e%252e/a" },
        { "a?b#c&d=e", "http://x/a%3Fb%23c%26d%3De" },
        { "http:", "http://x/http%3A" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *url = site_url_join(*state, "http://x/", str_of(cases[i].path));
        assert_string_equal(url, cases[i].url);
    }
}

static void https_never_leads_back_to_http(void **state)
{
    (void)state;
    assert_string_equal(site_url_redirect_protocols("https://taulu.example.fi/"), "https");
    assert_string_equal(site_url_redirect_protocols("HTTPS://taulu.example.fi/"), "https");
    assert_string_equal(site_url_redirect_protocols("http://taulu.example.fi/"), "http,https");
    assert_true(site_url_step_is_allowed(false, false));
    assert_true(site_url_step_is_allowed(false, true));
    assert_true(site_url_step_is_allowed(true, true));
    assert_false(site_url_step_is_allowed(true, false));
}

static void folder_address_names_a_local_path(void **state)
{
    static const struct {
        const char *site, *folder; /* NULL: refused */
    } cases[] = {
        { "/srv/site", "/srv/site" },
        { "site", "site" },
        { "a%20b", "a%20b" },
        { "file:///srv/site", "/srv/site" },
        { "FILE:///srv/site/", "/srv/site/" },
        { "file://localhost/srv/site", "/srv/site" },
        { "file:///srv/a%20b%C3%A4", "/srv/a b\xc3\xa4" },
        { "", NULL },
        { "file://", NULL },
        { "file://palvelin.example.fi/srv/site", NULL },
        { "file:///srv/site?a", NULL },
        { "file:///srv/site#a", NULL },
        { "file:///srv/%2", NULL },
        { "file:///srv/%zz", NULL },
        { "file:///srv/%00", NULL },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *why = NULL;
        const char *folder = site_url_folder(*state, cases[i].site, &why);
        if (!cases[i].folder) {
            assert_null(folder);
            assert_non_null(why);
            continue;
        }
        assert_non_null(folder);
        assert_string_equal(folder, cases[i].folder);
    }
}

static void paths_that_could_leave_the_site_are_not_allowed(void **state)
{
    static const struct {
        const char *path;
        bool is_allowed;
    } cases[] = {
        { "feed.atom", true },
        { "entries/0f34.xml.minisig", true },
        { "äiti ja lapsi.png", true },
        { "..a/b..", true },
        { ".hidden", true },
        { "", false },
        { "/", false },
        { "/etc/passwd", false },
        { "..", false },
        { "../feed.atom", false },
        { "a/../../b", false },
        { "a/..", false },
        { ".", false },
        { "./feed.atom", false },
        { "a//b", false },
        { "a/", false },
        { "a\\..\\b", false },
        { "a\nb", false },
        { "a\x7f", false },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        if (source_path_is_allowed(str_of(cases[i].path)) != cases[i].is_allowed)
            fail_msg("wrong about: %s", cases[i].path);
    assert_false(source_path_is_allowed((struct str){ "a\0b", 3 }));
}

static void overlong_path_is_not_allowed(void **state)
{
    char path[FETCH_PATH_BYTES_MAX + 1];
    (void)state;
    memset(path, 'a', sizeof path);
    assert_true(source_path_is_allowed((struct str){ path, FETCH_PATH_BYTES_MAX }));
    assert_false(source_path_is_allowed((struct str){ path, FETCH_PATH_BYTES_MAX + 1 }));
}

static void source_is_chosen_by_the_look_of_its_address(void **state)
{
    static const struct {
        const char *site;
        bool is_opened;
    } cases[] = {
        { "http://taulu.example.fi/", true },
        { "HTTPS://taulu.example.fi", true },
        { "file:///srv/site", true },
        { "/srv/site", true },
        { "site", true },
        { "smb://palvelin.example.fi/taulu", false },
        { "ftp://taulu.example.fi/", false },
        { "https://u:p@taulu.example.fi/", false },
        { "file://palvelin.example.fi/a", false },
        { "", false },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *why = NULL;
        struct source *source = source_open(cases[i].site, NULL, &why);
        if ((source != NULL) != cases[i].is_opened)
            fail_msg("wrong about: %s", cases[i].site);
        assert_true(source || why);
        source_close(source);
    }
    source_close(NULL);
}

/* ---- header lines ---- */

static struct http_reply reply_of(struct arena *arena, const char *lines)
{
    struct http_reply reply = { .arena = arena };
    struct str rest = str_of(lines), line;
    while (str_next(&rest, '\n', &line))
        http_reply_line(&reply, line);
    return reply;
}

static void header_names_have_any_case_and_values_any_space(void **state)
{
    struct http_reply reply = reply_of(*state, "HTTP/1.1 200 OK\r\nETAG:\t W/\"a:b\" \r\n"
                                               "last-modified:Fri, 20 Nov 2026 07:00:00 GMT\r\n"
                                               "X-ETag: no\r\nETagX: no\r\n: no\r\nno colon\r\n");
    assert_true(str_is(reply.etag, "W/\"a:b\""));
    assert_true(str_is(reply.last_modified, "Fri, 20 Nov 2026 07:00:00 GMT"));
}

static void only_the_last_answer_and_the_first_of_two_lines_count(void **state)
{
    struct http_reply reply = reply_of(*state, "HTTP/1.1 302 Found\r\nETag: \"hop\"\r\n"
                                               "Retry-After: 9\r\n\r\n"
                                               "HTTP/2 200\r\nEtag: \"a\"\r\nEtag: \"b\"\r\n");
    assert_true(str_is(reply.etag, "\"a\""));
    assert_int_equal(reply.retry_after.bytes, 0);
}

static void validators_that_could_break_a_request_are_dropped(void **state)
{
    char many[2000];
    (void)state;
    memset(many, 'a', sizeof many);
    assert_true(source_validator_is_sane(STR("\"a\"")));
    assert_false(source_validator_is_sane(STR("")));
    assert_false(source_validator_is_sane(STR("\"a\r\nHost: muu.example\"")));
    assert_false(source_validator_is_sane(STR("\"ä\"")));
    assert_false(source_validator_is_sane((struct str){ "a\0b", 3 }));
    assert_false(source_validator_is_sane((struct str){ many, sizeof many }));
}

static void each_status_has_its_outcome(void **state)
{
    static const struct {
        long status;
        bool had_validator;
        enum fetch_outcome outcome;
    } cases[] = {
        { 200, false, FETCH_OK },       { 200, true, FETCH_OK },
        { 304, true, FETCH_UNCHANGED }, { 304, false, FETCH_REFUSED },
        { 404, false, FETCH_MISSING },  { 410, false, FETCH_MISSING },
        { 429, false, FETCH_BUSY },     { 503, false, FETCH_BUSY },
        { 500, false, FETCH_REFUSED },  { 502, true, FETCH_REFUSED },
        { 403, false, FETCH_REFUSED },  { 401, false, FETCH_REFUSED },
        { 204, false, FETCH_REFUSED },  { 206, false, FETCH_REFUSED },
        { 301, false, FETCH_REFUSED },  { 999, false, FETCH_REFUSED },
        { 0, false, FETCH_REFUSED },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_int_equal(http_reply_outcome(cases[i].status, cases[i].had_validator),
                         cases[i].outcome);
}

static void retry_after_is_seconds_or_a_date(void **state)
{
#define MORNING INT64_C(1795158000) /* 2026-11-20T07:00:00Z */
    static const struct {
        const char *lines;
        int seconds;
    } cases[] = {
        { "", 0 },
        { "Retry-After: 120", 120 },
        { "Retry-After: 0", 0 },
        { "Retry-After: 86400", 86400 },
        { "Retry-After: 86401", 86400 },
        { "Retry-After: 99999999999999999999", 86400 },
        { "Retry-After: -5", 0 },
        { "Retry-After: soon", 0 },
        { "Retry-After:", 0 },
        { "Retry-After: Fri, 20 Nov 2026 07:00:30 GMT", 30 },
        { "Retry-After: Friday, 20-Nov-26 07:00:30 GMT", 30 },
        { "Retry-After: Fri Nov 20 07:00:30 2026", 30 },
        { "Retry-After: Fri, 20 Nov 2026 06:00:00 GMT", 0 },
        { "Retry-After: Fri, 20 Nov 2099 07:00:00 GMT", 86400 },
        { "Retry-After: Fri, 20 Nov 2026 07:00:30 GMT and then many more words", 0 },
        /* The server's clock is off by 26 years, ours must not matter. */
        { "Date: Thu, 01 Jan 2000 00:00:00 GMT\nRetry-After: Thu, 01 Jan 2000 00:01:00 GMT", 60 },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct http_reply reply = reply_of(*state, cases[i].lines);
        if (http_reply_retry_s(&reply, MORNING) != cases[i].seconds)
            fail_msg("%d from: %s", http_reply_retry_s(&reply, MORNING), cases[i].lines);
    }
}

static void each_outcome_has_a_text(void **state)
{
    (void)state;
    for (int i = FETCH_OK; i <= FETCH_REFUSED; i++)
        assert_true(strlen(fetch_outcome_text((enum fetch_outcome)i)) > 0);
}

int pure_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(site_address_gets_one_form),
        cmocka_unit_test(site_address_that_is_none_is_refused_with_a_reason),
        cmocka_unit_test(endless_address_is_refused),
        cmocka_unit_test(file_name_becomes_an_address),
        cmocka_unit_test(https_never_leads_back_to_http),
        cmocka_unit_test(folder_address_names_a_local_path),
        cmocka_unit_test(paths_that_could_leave_the_site_are_not_allowed),
        cmocka_unit_test(overlong_path_is_not_allowed),
        cmocka_unit_test(source_is_chosen_by_the_look_of_its_address),
        cmocka_unit_test(header_names_have_any_case_and_values_any_space),
        cmocka_unit_test(only_the_last_answer_and_the_first_of_two_lines_count),
        cmocka_unit_test(validators_that_could_break_a_request_are_dropped),
        cmocka_unit_test(each_status_has_its_outcome),
        cmocka_unit_test(retry_after_is_seconds_or_a_date),
        cmocka_unit_test(each_outcome_has_a_text),
    };
    return cmocka_run_group_tests_name("fetch: pure", tests, make_arena, drop_arena);
}
