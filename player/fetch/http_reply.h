/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the status and the header lines of an answer mean. Pure; no network, no libcurl handle. */
#pragma once

#include "fetch/fetch.h"

/* "at most a day" of fetch.h. */
#define RETRY_AFTER_MAX_S 86400

/* The header lines that matter, of the last answer in a chain of redirects. */
struct http_reply {
    struct arena *arena; /* where the values are copied */
    struct str etag, last_modified, retry_after, date;
    bool is_whole; /* the empty line after them has come */
};

/*
 * Takes one header line, with or without its line end. A status line ("HTTP/…") begins a new
 * answer and forgets the one before. Of a header that comes twice the first counts. Validators
 * that could not be sent back (control characters, too long) are dropped.
 */
void http_reply_line(struct http_reply *reply, struct str line);

/* What a status means. had_validator: the request asked whether something has changed. */
enum fetch_outcome http_reply_outcome(long status, bool had_validator);

/*
 * Seconds of a Retry-After header: a number, or a date, which is counted from the server's own
 * Date (or from now_s, seconds since 1970, when there is none), because this machine's clock may
 * be wrong by years. 0 for anything else; at most a day.
 */
int http_reply_retry_s(const struct http_reply *reply, int64_t now_s);
