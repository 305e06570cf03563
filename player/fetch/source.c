/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is the same for both kinds of source: which of them a text means, which paths may be asked
 * for, and the book of a batch. The kinds themselves stand behind a table of two functions.
 */
#include "base/clock.h"
#include "base/log.h"
#include "fetch/fetch.h"
#include "fetch/fetch_folder.h"
#include "fetch/fetch_http.h"
#include "fetch/source_kind.h"

#include <assert.h>
#include <strings.h>

#define LOG_MODULE "fetch"

/* Longest ETag or date that is kept; real ones have under 100 bytes. */
#define VALIDATOR_BYTES_MAX 512

const struct fetch_limits fetch_limits_default = {
    .total_ns = FETCH_TOTAL_S * CLOCK_SECOND_NS,
    .connect_ms = FETCH_CONNECT_S * 1000L,
    .slow_bytes_s = FETCH_SLOW_BYTES_S,
    .slow_s = FETCH_SLOW_S,
    .header_bytes_max = FETCH_HEADER_BYTES_MAX,
    .in_flight_bytes_max = FETCH_IN_FLIGHT_BYTES_MAX,
    .parallel = FETCH_PARALLEL,
    .folder_ns = FETCH_FOLDER_S * CLOCK_SECOND_NS,
};

static const char *const outcome_texts[] = {
    [FETCH_OK] = "was fetched",
    [FETCH_UNCHANGED] = "is unchanged",
    [FETCH_MISSING] = "is missing",
    [FETCH_OFFLINE] = "cannot be reached now",
    [FETCH_BUSY] = "is not served now, the server is busy",
    [FETCH_REFUSED] = "was refused",
};

_Static_assert(ARRAY_LEN(outcome_texts) == FETCH_REFUSED + 1, "every outcome has its text");

const char *fetch_outcome_text(enum fetch_outcome outcome)
{
    assert((unsigned)outcome < ARRAY_LEN(outcome_texts));
    return outcome_texts[outcome];
}

int64_t source_deadline(const struct fetch_options *options, const struct fetch_limits *limits)
{
    if (options && options->deadline_ns != 0)
        return options->deadline_ns;
    return clock_mono_ns() + limits->total_ns;
}

static bool is_printable_ascii(char byte)
{
    return byte >= ' ' && byte <= '~';
}

static bool is_control(char byte)
{
    return (unsigned char)byte < ' ' || byte == '\x7f';
}

bool source_path_is_allowed(struct str path)
{
    if (path.bytes == 0 || path.bytes > FETCH_PATH_BYTES_MAX || path.at[path.bytes - 1] == '/')
        return false;
    for (size_t i = 0; i < path.bytes; i++)
        if (is_control(path.at[i]) || path.at[i] == '\\')
            return false;
    struct str piece;
    while (str_next(&path, '/', &piece))
        if (piece.bytes == 0 || str_is(piece, ".") || str_is(piece, ".."))
            return false;
    return true;
}

bool source_validator_is_sane(struct str validator)
{
    for (size_t i = 0; i < validator.bytes; i++)
        if (!is_printable_ascii(validator.at[i]))
            return false;
    return validator.bytes > 0 && validator.bytes <= VALIDATOR_BYTES_MAX;
}

const struct fetch_request *batch_peek(struct fetch_batch *batch)
{
    for (; !batch->is_over && batch->next < batch->count; batch->next++) {
        const struct fetch_request *request = &batch->requests[batch->next];
        assert(request->bytes_max <= FETCH_BODY_BYTES_MAX);
        if (source_path_is_allowed(request->path))
            return request;
        batch_fail(batch, batch->next, FETCH_REFUSED, "not a path inside the site");
    }
    return NULL;
}

void batch_answer(struct fetch_batch *batch, size_t index, const struct fetch_response *response)
{
    assert(index < batch->count);
    if (batch->is_over)
        return;
    struct str path = batch->requests[index].path;
    log_debug("%.*s %s (%.*s), %zu bytes", STR_ARG(path), fetch_outcome_text(response->outcome),
              STR_ARG(response->why), response->body.bytes);
    batch->is_over = !batch->done(batch->context, index, response);
}

void batch_fail(struct fetch_batch *batch, size_t index, enum fetch_outcome outcome,
                const char *why)
{
    batch_answer(batch, index, &(struct fetch_response){ .outcome = outcome, .why = str_of(why) });
}

void batch_fail_rest(struct fetch_batch *batch, enum fetch_outcome outcome, const char *why)
{
    for (; batch_peek(batch); batch->next++)
        batch_fail(batch, batch->next, outcome, why);
}

struct source *source_open_http(const char *url, const struct fetch_options *options,
                                const char **ret_why)
{
    return fetch_http_open(url, options, &fetch_limits_default, ret_why);
}

struct source *source_open_folder(const char *folder, const struct fetch_options *options,
                                  const char **ret_why)
{
    return fetch_folder_open(folder, options, &fetch_limits_default, ret_why);
}

struct source *source_open(const char *site, const struct fetch_options *options,
                           const char **ret_why)
{
    static const struct {
        const char *start;
        struct source *(*open)(const char *site, const struct fetch_options *options,
                               const char **ret_why);
    } kinds[] = {
        { "http://", source_open_http },
        { "https://", source_open_http },
        { "file://", source_open_folder },
    };
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
        if (strncasecmp(site, kinds[i].start, strlen(kinds[i].start)) == 0)
            return kinds[i].open(site, options, ret_why);
    if (strstr(site, "://")) {
        *ret_why = "the address is not http, https, file or a folder";
        return NULL;
    }
    return source_open_folder(site, options, ret_why);
}

void source_close(struct source *source)
{
    if (source)
        source->ops->close(source);
}

void source_get_many(struct source *source, struct arena *arena,
                     const struct fetch_request *requests, size_t count, fetch_done *done,
                     void *context)
{
    assert(source && done && (requests || count == 0));
    assert(!source->is_busy);
    struct fetch_batch batch = {
        .arena = arena, .requests = requests, .count = count, .done = done, .context = context
    };
    source->is_busy = true;
    source->ops->get_many(source, &batch);
    source->is_busy = false;
    assert(batch.is_over || batch.next == count);
}

static bool keep_response(void *context, size_t index, const struct fetch_response *response)
{
    struct fetch_response *kept = context;
    (void)index;
    *kept = *response;
    return true;
}

void source_get(struct source *source, struct arena *arena, const struct fetch_request *request,
                struct fetch_response *ret_response)
{
    assert(arena);
    source_get_many(source, arena, request, 1, keep_response, ret_response);
}
