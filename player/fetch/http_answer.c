/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See http_answer.h. What may come later is FETCH_OFFLINE, what is wrong is FETCH_REFUSED. */
#include "fetch/http_answer.h"

#include "base/clock.h"

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
    long status = http_transfer_status(transfer);
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

void http_answer_give(struct fetch_batch *batch, struct transfer *transfer, CURLcode code)
{
    struct fetch_response response = judge(transfer, code);
    if (batch->arena)
        copy_into(batch->arena, &response);
    batch_answer(batch, transfer->index, &response);
    http_transfer_end(transfer);
}
