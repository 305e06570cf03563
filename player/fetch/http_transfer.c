/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libcurl's defaults protect from nothing, so every limit is set here; those that libcurl knows
 * only as a wish (the length of a body that is sent in chunks or compressed, the sum of the
 * headers) are counted in the callbacks.
 *
 * A body gathers in memory of its transfer and is copied into the caller's arena when it is whole:
 * growing in the arena would leave every smaller copy behind.
 */
#include "fetch/http_transfer.h"

#include "fetch/site_url.h"

#include <assert.h>
#include <fcntl.h>
#include <stdlib.h>

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

/* ---- callbacks: what comes in is counted here ---- */

long http_transfer_status(const struct transfer *transfer)
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
    if (http_transfer_status(transfer) != STATUS_OK)
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
    if (!site_url_step_is_allowed(transfer->has_been_secure, is_secure)) {
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

void http_transfer_start(struct transfer *transfer, const struct fetch_request *request,
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

void http_transfer_end(struct transfer *transfer)
{
    if (!transfer->is_running)
        return;
    curl_multi_remove_handle(transfer->site->multi, transfer->easy);
    curl_slist_free_all(transfer->headers);
    arena_free(transfer->scratch);
    free(transfer->body);
    *transfer = (struct transfer){ .site = transfer->site, .easy = transfer->easy };
}
