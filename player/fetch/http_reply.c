/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables over status codes and header names; see the header. */
#include "fetch/http_reply.h"

#include "fetch/source_kind.h"

#include <curl/curl.h>
#include <stddef.h>
#include <strings.h>

/* A date of HTTP has 29 characters; the two old forms have at most 33 (RFC 9110, 5.6.7). */
#define DATE_BYTES_MAX 40

static const struct {
    const char *name;
    size_t offset; /* of the value in struct http_reply */
    bool is_validator;
} known_headers[] = {
    { "etag", offsetof(struct http_reply, etag), true },
    { "last-modified", offsetof(struct http_reply, last_modified), true },
    { "retry-after", offsetof(struct http_reply, retry_after), false },
    { "date", offsetof(struct http_reply, date), false },
};

static const struct {
    long status;
    enum fetch_outcome outcome;
} statuses[] = {
    { 200, FETCH_OK },      { 304, FETCH_UNCHANGED }, { 404, FETCH_MISSING },
    { 410, FETCH_MISSING }, { 429, FETCH_BUSY },      { 503, FETCH_BUSY },
};

static bool has_name(struct str name, const char *known)
{
    return name.bytes == strlen(known) && strncasecmp(name.at, known, name.bytes) == 0;
}

static void take_value(struct http_reply *reply, size_t header, struct str value)
{
    struct str *kept = (struct str *)((char *)reply + known_headers[header].offset);
    if (kept->bytes > 0)
        return;
    if (known_headers[header].is_validator && !source_validator_is_sane(value))
        return;
    *kept = str_copy(reply->arena, value);
}

void http_reply_line(struct http_reply *reply, struct str line)
{
    if (str_starts(line, "HTTP/")) {
        *reply = (struct http_reply){ .arena = reply->arena };
        return;
    }
    ptrdiff_t colon = str_find_byte(line, ':');
    if (colon < 0) {
        reply->is_whole = reply->is_whole || str_trim(line).bytes == 0;
        return;
    }
    struct str name = str_slice(line, 0, (size_t)colon);
    struct str value = str_trim(str_slice(line, (size_t)colon + 1, line.bytes));
    for (size_t i = 0; i < ARRAY_LEN(known_headers); i++)
        if (has_name(name, known_headers[i].name))
            take_value(reply, i, value);
}

enum fetch_outcome http_reply_outcome(long status, bool had_validator)
{
    /* A server that says "unchanged" to somebody who has nothing would leave him with nothing. */
    if (status == 304 && !had_validator)
        return FETCH_REFUSED;
    for (size_t i = 0; i < ARRAY_LEN(statuses); i++)
        if (statuses[i].status == status)
            return statuses[i].outcome;
    return FETCH_REFUSED;
}

/* Seconds since 1970 of an HTTP date; false when it is none. */
static bool read_date(struct str text, int64_t *ret_s)
{
    char date[DATE_BYTES_MAX + 1] = "";
    if (text.bytes == 0 || text.bytes > DATE_BYTES_MAX)
        return false;
    memcpy(date, text.at, text.bytes);
    time_t moment = curl_getdate(date, NULL);
    if (moment == (time_t)-1)
        return false;
    *ret_s = moment;
    return true;
}

static bool is_all_digits(struct str text)
{
    for (size_t i = 0; i < text.bytes; i++)
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
    return text.bytes > 0;
}

int http_reply_retry_s(const struct http_reply *reply, int64_t now_s)
{
    int seconds;
    if (is_all_digits(reply->retry_after)) {
        bool fits = str_to_number(reply->retry_after, &seconds); /* else it has ten digits */
        return fits && seconds < RETRY_AFTER_MAX_S ? seconds : RETRY_AFTER_MAX_S;
    }
    int64_t until_s, server_s;
    if (!read_date(reply->retry_after, &until_s))
        return 0;
    if (!read_date(reply->date, &server_s))
        server_s = now_s;
    if (until_s <= server_s)
        return 0;
    int64_t wait_s = until_s - server_s;
    return wait_s < RETRY_AFTER_MAX_S ? (int)wait_s : RETRY_AFTER_MAX_S;
}
