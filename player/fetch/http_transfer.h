/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file on its way from a site over HTTP. Only for the .c files of this folder. */
#pragma once

#include "fetch/http_reply.h"
#include "fetch/source_kind.h"

#include <curl/curl.h>

#define STATUS_OK 200

/* Why a callback ended a transfer. */
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

/* A site with all that its transfers share; the loop of fetch_http.c turns them. */
struct http_site {
    struct source source;
    struct arena *arena;
    struct fetch_limits limits;
    const char *url, *proxy, *ca_file; /* the last two may be NULL */
    CURLM *multi;
    struct transfer transfers[FETCH_PARALLEL];
};

/*
 * Puts a request on its way; libcurl's loop does the rest. What is asked for must stay until the
 * end; `index` is its number in the batch. The transfer must not be running.
 */
void http_transfer_start(struct transfer *transfer, const struct fetch_request *request,
                         size_t index);

/* Ends a transfer, finished or not; none is fine. The easy handle stays for the next one. */
void http_transfer_end(struct transfer *transfer);

/* The status of the last reply; 0 when there was none. */
long http_transfer_status(const struct transfer *transfer);
