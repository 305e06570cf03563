/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libcurl's multi handle, turned by one thread. Its defaults protect from nothing, so every limit
 * is set here; those that libcurl knows only as a wish (the length of a body that is sent in
 * chunks or compressed, the sum of the headers) are counted in the callbacks.
 *
 * A body gathers in memory of its transfer and is copied into the caller's arena when it is whole:
 * growing in the arena would leave every smaller copy behind. Threads, one a transfer, were
 * weighed: no faster, and each would need the limits on memory and time again.
 */
#include "fetch/fetch_http.h"

#include "base/clock.h"
#include "base/log.h"
#include "fetch/http_reply.h"
#include "fetch/site_url.h"

#include <assert.h>
#include <curl/curl.h>
#include <fcntl.h>
#include <stdlib.h>

#define LOG_MODULE "fetch"

#define STATUS_OK 200
#define USER_AGENT "infotaulu/" INFOTAULU_VERSION
/* A page that says "not found" is read to its end up to here, so that the connection can stay. */
#define ERROR_PAGE_BYTES_MAX ((size_t)64 << 10)
/* A compressed body may be this much longer than the plain one; deflate needs under a thousandth.
 */
#define WIRE_EXTRA_BYTES ((size_t)64 << 10)
/* A body's first room when its length was not said; a feed's usual size. */
#define BODY_ROOM_MIN ((size_t)16 << 10)
/* Addresses, kept header lines (bounded by header_bytes_max) and reasons of one transfer. */
#define SCRATCH_BYTES_MAX ((size_t)1 << 20)
#define SITE_ARENA_BYTES_MAX ((size_t)1 << 20)
/* Longest sleep of the loop; libcurl wakes it for everything, this is only a net below. */
#define POLL_MS_MAX 1000
#define MS_NS CLOCK_MS_NS

enum stop_cause { STOP_NONE, STOP_TOO_LONG, STOP_HEADERS, STOP_DOWNGRADE };

/* One file on its way. */
struct transfer {
    struct http_site *site;
    CURL *easy;
    bool is_running;
    size_t index; /* in the batch */
    const struct fetch_request *request;
    struct arena *scratch; /* from the start until the caller has the answer */
    struct curl_slist *headers;
    bool had_validator;
    bool has_been_secure; /* a step of it went over https */
    struct http_reply reply;
    size_t header_bytes;
    char *body;
    size_t body_bytes, body_room, page_bytes;
    enum stop_cause stop; /* why a callback ended it */
    char error[CURL_ERROR_SIZE];
};

struct http_site {
    struct source source;
    struct arena *arena;
    struct fetch_limits limits;
    const char *url, *proxy, *ca_file; /* the last two may be NULL */
    CURLM *multi;
    struct transfer transfers[FETCH_PARALLEL];
};

/*
 * What libcurl's errors mean. Those that are not here are FETCH_OFFLINE: tried again later. A
 * reason stands where libcurl's own would puzzle the operator.
 */
static const struct refusal {
    CURLcode code;
    const char *why; /* NULL: libcurl's */
} refusals[] = {
    { CURLE_UNSUPPORTED_PROTOCOL, NULL }, /* a redirect to file://, a first line not of HTTP */
    { CURLE_URL_MALFORMAT, NULL },
    { CURLE_TOO_MANY_REDIRECTS, NULL },
    { CURLE_LOGIN_DENIED, "a redirect with a user and a password" },
    { CURLE_PEER_FAILED_VERIFICATION, NULL },
    { CURLE_SSL_CACERT_BADFILE, NULL },
    { CURLE_WEIRD_SERVER_REPLY, NULL },
    { CURLE_OUT_OF_MEMORY, "a header line of over 100 KiB" }, /* so libcurl calls it */
};

bool fetch_http_step_is_allowed(bool has_been_secure, bool is_secure)
{
    return is_secure || !has_been_secure;
}

/* ---- callbacks: what comes in is counted here ---- */

static long status_of(const struct transfer *transfer)
{
    long status = 0;
    curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

/* The most that may come over the wire for a body of at most bytes_max bytes. */
static size_t wire_bytes_max(const struct transfer *transfer)
{
    size_t bytes_max = transfer->request->bytes_max;
    return bytes_max + bytes_max / 64 + WIRE_EXTRA_BYTES;
}

/* Makes room for more of a body, twice as much each time, never over the limit. */
static void grow_body(struct transfer *transfer, size_t more)
{
    size_t needed = transfer->body_bytes + more, room = transfer->body_room;
    if (needed <= room)
        return;
    room = room * 2 > BODY_ROOM_MIN ? room * 2 : BODY_ROOM_MIN;
    if (room > transfer->request->bytes_max)
        room = transfer->request->bytes_max;
    if (room < needed)
        room = needed;
    transfer->body = memory_grow(transfer->body, room);
    transfer->body_room = room;
}

/* The body of an error: nobody reads it. */
static size_t skip_page(struct transfer *transfer, size_t bytes)
{
    transfer->page_bytes += bytes;
    if (transfer->page_bytes <= ERROR_PAGE_BYTES_MAX)
        return bytes;
    transfer->stop = STOP_TOO_LONG;
    return 0;
}

static size_t take_body(char *at, size_t size, size_t count, void *context)
{
    struct transfer *transfer = context;
    size_t bytes = size * count;
    if (status_of(transfer) != STATUS_OK)
        return skip_page(transfer, bytes);
    if (bytes > transfer->request->bytes_max - transfer->body_bytes) {
        transfer->stop = STOP_TOO_LONG;
        return 0;
    }
    if (bytes == 0)
        return 0;
    grow_body(transfer, bytes);
    memcpy(transfer->body + transfer->body_bytes, at, bytes);
    transfer->body_bytes += bytes;
    return bytes;
}

static size_t take_header(char *at, size_t size, size_t count, void *context)
{
    struct transfer *transfer = context;
    size_t bytes = size * count;
    transfer->header_bytes += bytes;
    if (transfer->header_bytes > transfer->site->limits.header_bytes_max) {
        transfer->stop = STOP_HEADERS;
        return 0;
    }
    http_reply_line(&transfer->reply, (struct str){ at, bytes });
    return bytes;
}

/*
 * Watches the wire: a declared length that is too long ends the transfer before the body comes,
 * and empty compressed blocks, of which any number decodes to nothing, end somewhere.
 */
static int watch_progress(void *context, curl_off_t expected, curl_off_t received,
                          curl_off_t to_send, curl_off_t sent)
{
    struct transfer *transfer = context;
    (void)to_send;
    (void)sent;
    curl_off_t bytes = expected > received ? expected : received;
    if (bytes < 0 || (uintmax_t)bytes <= wire_bytes_max(transfer))
        return 0;
    transfer->stop = STOP_TOO_LONG;
    return 1;
}

/* Called before each request of a chain of redirects, when the connection stands. */
static int allow_step(void *context, char *to, char *from, int to_port, int from_port)
{
    struct transfer *transfer = context;
    (void)to;
    (void)from;
    (void)to_port;
    (void)from_port;
    const char *url = NULL;
    curl_easy_getinfo(transfer->easy, CURLINFO_EFFECTIVE_URL, &url);
    bool is_secure = url && site_url_is_secure(url);
    if (!fetch_http_step_is_allowed(transfer->has_been_secure, is_secure)) {
        transfer->stop = STOP_DOWNGRADE;
        return CURL_PREREQFUNC_ABORT;
    }
    transfer->has_been_secure = is_secure;
    return CURL_PREREQFUNC_OK;
}

/* libcurl 7.88 leaves its sockets open for programs that we start, such as the decoder. */
static int close_on_exec(void *context, curl_socket_t socket, curlsocktype purpose)
{
    (void)context;
    (void)purpose;
    return fcntl(socket, F_SETFD, FD_CLOEXEC) == 0 ? CURL_SOCKOPT_OK : CURL_SOCKOPT_ERROR;
}

/* ---- setting a transfer up ---- */

/* A setting that libcurl refuses would be a limit that is not there. */
static void must(CURLcode code)
{
    if (code == CURLE_OUT_OF_MEMORY)
        memory_out(0);
    assert(code == CURLE_OK);
    if (code != CURLE_OK)
        abort();
}

static void set_numbers(struct transfer *transfer)
{
    const struct fetch_limits *limits = &transfer->site->limits;
    const struct {
        CURLoption option;
        long value;
    } settings[] = {
        { CURLOPT_NOSIGNAL, 1 },
        { CURLOPT_NOPROGRESS, 0 },
        { CURLOPT_QUICK_EXIT, 1 }, /* a name that is never resolved does not hold the end up */
        { CURLOPT_FOLLOWLOCATION, 1 },
        { CURLOPT_MAXREDIRS, FETCH_REDIRECTS_MAX },
        { CURLOPT_CONNECTTIMEOUT_MS, limits->connect_ms },
        { CURLOPT_LOW_SPEED_LIMIT, limits->slow_bytes_s },
        { CURLOPT_LOW_SPEED_TIME, limits->slow_s },
        { CURLOPT_NETRC, CURL_NETRC_IGNORED },
        { CURLOPT_DISALLOW_USERNAME_IN_URL, 1 }, /* of a redirect; the site's is checked before */
        { CURLOPT_SSL_VERIFYPEER, 1 },
        { CURLOPT_SSL_VERIFYHOST, 2 },
        { CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2 },
    };
    for (size_t i = 0; i < ARRAY_LEN(settings); i++)
        must(curl_easy_setopt(transfer->easy, settings[i].option, settings[i].value));
}

static void set_texts(struct transfer *transfer)
{
    const struct http_site *site = transfer->site;
    const struct str path = transfer->request->path;
    const struct {
        CURLoption option;
        const char *value;
    } settings[] = {
        { CURLOPT_URL, site_url_join(transfer->scratch, site->url, path) },
        { CURLOPT_PROTOCOLS_STR, "http,https" },
        { CURLOPT_REDIR_PROTOCOLS_STR, site_url_redirect_protocols(site->url) },
        { CURLOPT_USERAGENT, USER_AGENT },
        { CURLOPT_ACCEPT_ENCODING, "gzip" },
        /* "" and "*" keep libcurl from asking http_proxy and no_proxy of the environment. */
        { CURLOPT_PROXY, site->proxy ? site->proxy : "" },
        { CURLOPT_NOPROXY, site->proxy ? "" : "*" },
    };
    for (size_t i = 0; i < ARRAY_LEN(settings); i++)
        must(curl_easy_setopt(transfer->easy, settings[i].option, settings[i].value));
    if (!site->ca_file)
        return;
    must(curl_easy_setopt(transfer->easy, CURLOPT_CAINFO, site->ca_file));
    must(curl_easy_setopt(transfer->easy, CURLOPT_CAPATH, NULL));
}

static void set_callbacks(struct transfer *transfer)
{
    CURL *easy = transfer->easy;
    must(curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body));
    must(curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer));
    must(curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header));
    must(curl_easy_setopt(easy, CURLOPT_HEADERDATA, transfer));
    must(curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, watch_progress));
    must(curl_easy_setopt(easy, CURLOPT_XFERINFODATA, transfer));
    must(curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, allow_step));
    must(curl_easy_setopt(easy, CURLOPT_PREREQDATA, transfer));
    must(curl_easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, close_on_exec));
    must(curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer->error));
    must(curl_easy_setopt(easy, CURLOPT_PRIVATE, transfer));
}

/* Adds a header that asks "has it changed?", unless the validator could break the request. */
static void add_validator(struct transfer *transfer, const char *name, struct str validator)
{
    if (!source_validator_is_sane(validator))
        return;
    struct str line = str_format(transfer->scratch, "%s: %.*s", name, STR_ARG(validator));
    struct curl_slist *headers = curl_slist_append(transfer->headers, line.at);
    if (!headers)
        memory_out(line.bytes);
    transfer->headers = headers;
    transfer->had_validator = true;
}

static void transfer_start(struct transfer *transfer, const struct fetch_request *request,
                           size_t index)
{
    struct http_site *site = transfer->site;
    CURL *easy = transfer->easy ? transfer->easy : curl_easy_init();
    if (!easy)
        memory_out(0);
    curl_easy_reset(easy);
    struct arena *scratch = arena_new(SCRATCH_BYTES_MAX);
    *transfer = (struct transfer){ .site = site,
                                   .easy = easy,
                                   .is_running = true,
                                   .index = index,
                                   .request = request,
                                   .scratch = scratch,
                                   .reply = { .arena = scratch } };
    set_numbers(transfer);
    set_texts(transfer);
    set_callbacks(transfer);
    add_validator(transfer, "If-None-Match", request->etag);
    add_validator(transfer, "If-Modified-Since", request->last_modified);
    must(curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer->headers));
    if (curl_multi_add_handle(site->multi, easy) != CURLM_OK)
        memory_out(0);
}

/* Ends a transfer, finished or not. The easy handle stays for the next one. */
static void transfer_end(struct transfer *transfer)
{
    if (!transfer->is_running)
        return;
    curl_multi_remove_handle(transfer->site->multi, transfer->easy);
    curl_slist_free_all(transfer->headers);
    arena_free(transfer->scratch);
    free(transfer->body);
    *transfer = (struct transfer){ .site = transfer->site, .easy = transfer->easy };
}

/* ---- judging what came ---- */

static const struct refusal *find_refusal(CURLcode code)
{
    for (size_t i = 0; i < ARRAY_LEN(refusals); i++)
        if (refusals[i].code == code)
            return &refusals[i];
    return NULL;
}

static struct fetch_response stopped_response(struct transfer *transfer)
{
    struct str why = STR("a redirect from https back to http");
    if (transfer->stop == STOP_TOO_LONG)
        why = str_format(transfer->scratch, "longer than %zu bytes", transfer->request->bytes_max);
    if (transfer->stop == STOP_HEADERS)
        why = str_format(transfer->scratch, "headers longer than %zu bytes",
                         transfer->site->limits.header_bytes_max);
    return (struct fetch_response){ .outcome = FETCH_REFUSED, .why = why };
}

static struct fetch_response broken_response(struct transfer *transfer, CURLcode code)
{
    const struct refusal *refusal = find_refusal(code);
    const char *why = transfer->error[0] ? transfer->error : curl_easy_strerror(code);
    if (refusal && refusal->why)
        why = refusal->why;
    return (struct fetch_response){
        .outcome = refusal ? FETCH_REFUSED : FETCH_OFFLINE,
        .why = str_copy(transfer->scratch, str_of(why)),
    };
}

/*
 * A copy keeps the validators that it came with. Those of a 304 may be missing, or of the plain
 * form where the copy was compressed, or of a newer file when the server contradicts itself; with
 * such ones an old copy could count as current for ever.
 */
static void add_validators(const struct transfer *transfer, struct fetch_response *response)
{
    if (response->outcome == FETCH_OK) {
        response->etag = transfer->reply.etag;
        response->last_modified = transfer->reply.last_modified;
    } else if (response->outcome == FETCH_UNCHANGED) {
        response->etag = transfer->request->etag;
        response->last_modified = transfer->request->last_modified;
    }
}

static struct fetch_response status_response(struct transfer *transfer, long status)
{
    struct clock clock = clock_system();
    struct fetch_response response = {
        .outcome = http_reply_outcome(status, transfer->had_validator),
        .retry_after_s = http_reply_retry_s(&transfer->reply, clock_wall(&clock)),
        .why = str_format(transfer->scratch, "HTTP %ld", status),
    };
    if (response.outcome == FETCH_OK)
        response.body = (struct str){ transfer->body, transfer->body_bytes };
    if (status == 304 && response.outcome == FETCH_REFUSED)
        response.why = STR("HTTP 304 to a request that asked for everything");
    add_validators(transfer, &response);
    return response;
}

static struct fetch_response judge(struct transfer *transfer, CURLcode code)
{
    long status = status_of(transfer);
    /* An error page without an end still says which error it is. */
    bool is_long_page = transfer->stop == STOP_TOO_LONG && status != STATUS_OK && status != 0;
    /* libcurl 7.88 takes headers that break off in the middle for whole ones without a body. */
    if (code == CURLE_OK && !transfer->reply.is_whole)
        return (struct fetch_response){ .outcome = FETCH_OFFLINE,
                                        .why = STR("the headers break off") };
    if (code == CURLE_OK || is_long_page)
        return status_response(transfer, status);
    return transfer->stop != STOP_NONE ? stopped_response(transfer)
                                       : broken_response(transfer, code);
}

static void copy_into(struct arena *arena, struct fetch_response *response)
{
    response->body = str_copy(arena, response->body);
    response->etag = str_copy(arena, response->etag);
    response->last_modified = str_copy(arena, response->last_modified);
    response->why = str_copy(arena, response->why);
}

static void transfer_answer(struct fetch_batch *batch, struct transfer *transfer, CURLcode code)
{
    struct fetch_response response = judge(transfer, code);
    if (batch->arena)
        copy_into(batch->arena, &response);
    batch_answer(batch, transfer->index, &response);
    transfer_end(transfer);
}

/* ---- the loop ---- */

static bool is_anything_running(const struct http_site *site)
{
    for (int i = 0; i < site->limits.parallel; i++)
        if (site->transfers[i].is_running)
            return true;
    return false;
}

/* A place for one more transfer of at most bytes_max bytes, or NULL when it has to wait. */
static struct transfer *free_place(struct http_site *site, size_t bytes_max)
{
    struct transfer *place = NULL;
    size_t in_flight = 0;
    for (int i = 0; i < site->limits.parallel; i++) {
        if (!site->transfers[i].is_running)
            place = &site->transfers[i];
        else
            in_flight += site->transfers[i].request->bytes_max;
    }
    /* The largest file goes alone rather than never. */
    bool fits = in_flight == 0 || (in_flight < site->limits.in_flight_bytes_max &&
                                   bytes_max <= site->limits.in_flight_bytes_max - in_flight);
    return fits ? place : NULL;
}

static void start_more(struct http_site *site, struct fetch_batch *batch)
{
    const struct fetch_request *request;
    while ((request = batch_peek(batch)) != NULL) {
        struct transfer *place = free_place(site, request->bytes_max);
        if (!place)
            return;
        transfer_start(place, request, batch->next);
        batch->next++;
    }
}

/* Answers what has come to its end; true when something had. */
static bool collect(struct http_site *site, struct fetch_batch *batch)
{
    bool any = false;
    int left;
    const CURLMsg *message;
    while (!batch->is_over && (message = curl_multi_info_read(site->multi, &left)) != NULL) {
        if (message->msg != CURLMSG_DONE)
            continue;
        char *private = NULL;
        CURLcode code = message->data.result;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &private);
        transfer_answer(batch, (struct transfer *)(void *)private, code);
        any = true;
    }
    return any;
}

static void give_up(struct http_site *site, struct fetch_batch *batch, const char *why)
{
    for (int i = 0; i < site->limits.parallel; i++) {
        struct transfer *transfer = &site->transfers[i];
        if (!transfer->is_running)
            continue;
        batch_fail(batch, transfer->index, FETCH_OFFLINE, why);
        transfer_end(transfer);
    }
    batch_fail_rest(batch, FETCH_OFFLINE, why);
}

/* One turn of libcurl, and a sleep when nothing came of it. False when libcurl cannot go on. */
static bool turn(struct http_site *site, struct fetch_batch *batch)
{
    int running;
    if (curl_multi_perform(site->multi, &running) != CURLM_OK)
        return false;
    if (collect(site, batch))
        return true;
    int64_t left_ms = (site->source.deadline_ns - clock_mono_ns()) / MS_NS + 1;
    int wait_ms = left_ms < POLL_MS_MAX ? (int)left_ms : POLL_MS_MAX;
    return curl_multi_poll(site->multi, NULL, 0, wait_ms > 0 ? wait_ms : 0, NULL) == CURLM_OK;
}

static void http_get_many(struct source *source, struct fetch_batch *batch)
{
    struct http_site *site = (struct http_site *)source;
    const char *trouble = NULL;
    while (!trouble && !batch->is_over) {
        if (clock_mono_ns() >= source->deadline_ns) {
            trouble = "the time for the update is over";
            break;
        }
        start_more(site, batch);
        if (batch->is_over || !is_anything_running(site))
            break;
        if (!turn(site, batch))
            trouble = "libcurl gave up";
    }
    if (trouble)
        give_up(site, batch, trouble);
    for (int i = 0; i < site->limits.parallel; i++)
        transfer_end(&site->transfers[i]);
}

/* ---- opening and closing ---- */

static void http_close(struct source *source)
{
    struct http_site *site = (struct http_site *)source;
    for (int i = 0; i < FETCH_PARALLEL; i++) {
        assert(!site->transfers[i].is_running);
        curl_easy_cleanup(site->transfers[i].easy);
    }
    curl_multi_cleanup(site->multi);
    curl_global_cleanup();
    arena_free(site->arena);
    free(site);
}

static CURLM *multi_new(const struct fetch_limits *limits)
{
    CURLM *multi = curl_multi_init();
    if (!multi)
        memory_out(0);
    curl_multi_setopt(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, (long)limits->parallel);
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)limits->parallel);
    return multi;
}

struct source *fetch_http_open(const char *url, const struct fetch_options *options,
                               const struct fetch_limits *limits, const char **ret_why)
{
    static const struct source_ops ops = { http_get_many, http_close };
    assert(limits->parallel >= 1 && limits->parallel <= FETCH_PARALLEL);
    struct arena *arena = arena_new(SITE_ARENA_BYTES_MAX);
    const char *clean = site_url_clean(arena, url, ret_why);
    if (!clean || curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        if (clean)
            *ret_why = "libcurl cannot be used";
        arena_free(arena);
        return NULL;
    }
    struct http_site *site = memory_new(1, sizeof *site);
    site->source = (struct source){ &ops, source_deadline(options, limits), false };
    site->arena = arena;
    site->limits = *limits;
    site->url = clean;
    if (options && options->proxy)
        site->proxy = str_c(arena, str_of(options->proxy));
    if (options && options->ca_file)
        site->ca_file = str_c(arena, str_of(options->ca_file));
    site->multi = multi_new(limits);
    for (int i = 0; i < FETCH_PARALLEL; i++)
        site->transfers[i].site = site;
    return &site->source;
}
