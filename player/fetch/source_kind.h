/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two kinds of source share. Private to this folder and its tests. */
#pragma once

#include "fetch/fetch.h"

/* The limits of fetch.h as numbers that a test may make smaller. */
struct fetch_limits {
    int64_t total_ns; /* from the opening, when the options name no deadline */
    long connect_ms;
    long slow_bytes_s, slow_s;
    size_t header_bytes_max; /* of one transfer, with all its redirects */
    size_t in_flight_bytes_max;
    int parallel; /* at most FETCH_PARALLEL */
    int64_t folder_ns;
};

extern const struct fetch_limits fetch_limits_default;

/* The requests of one source_get_many and how far they have come. */
struct fetch_batch {
    struct arena *arena; /* NULL: see source_get_many */
    const struct fetch_request *requests;
    size_t count, next; /* next: the first that nobody has begun with */
    fetch_done *done;
    void *context;
    bool is_over; /* done said false */
};

struct source_ops {
    /* Answers every request of the batch, or stops when it is over. */
    void (*get_many)(struct source *source, struct fetch_batch *batch);
    void (*close)(struct source *source);
};

/* The first member of each kind. */
struct source {
    const struct source_ops *ops;
    int64_t deadline_ns;
    bool is_busy; /* inside source_get_many */
};

/* The deadline that the options name, or the default from now on. */
int64_t source_deadline(const struct fetch_options *options, const struct fetch_limits *limits);

/*
 * True when the path stays inside a site whatever a server or a file system makes of it: no empty
 * piece, ".", "..", backslash or control character, not absolute, at most FETCH_PATH_BYTES_MAX.
 */
bool source_path_is_allowed(struct str path);

/*
 * True for a validator that may stand in a header: printable ASCII, not too long. The caller's
 * comes from a file on disk, the server's from the network.
 */
bool source_validator_is_sane(struct str validator);

/* The request at batch->next, or NULL; answers those with a forbidden path on the way. */
const struct fetch_request *batch_peek(struct fetch_batch *batch);

/* Hands a response to the caller. */
void batch_answer(struct fetch_batch *batch, size_t index, const struct fetch_response *response);

/* Answers one request without a body; `why` must outlive the call. */
void batch_fail(struct fetch_batch *batch, size_t index, enum fetch_outcome outcome,
                const char *why);

/* The same for all that nobody has begun with. */
void batch_fail_rest(struct fetch_batch *batch, enum fetch_outcome outcome, const char *why);
