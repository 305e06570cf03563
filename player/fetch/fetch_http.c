/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libcurl's multi handle, turned by one thread. Threads, one a transfer, were weighed: no faster,
 * and each would need the limits on memory and time again. The limits of a single transfer are set
 * in http_transfer.c.
 */
#include "fetch/fetch_http.h"

#include "base/clock.h"
#include "fetch/http_answer.h"
#include "fetch/site_url.h"

#include <assert.h>
#include <stdlib.h>

#define SITE_ARENA_BYTES_MAX ((size_t)1 << 20)
/* Longest sleep of the loop; libcurl wakes it for everything, this is only a net below. */
#define POLL_MS_MAX 1000
#define MS_NS CLOCK_MS_NS

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
        http_transfer_start(place, request, batch->next);
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
        http_answer_give(batch, (struct transfer *)(void *)private, code);
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
        http_transfer_end(transfer);
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
        http_transfer_end(&site->transfers[i]);
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
