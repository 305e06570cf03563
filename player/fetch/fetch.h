/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes of a site, from a web server or a folder. Trust is no matter of this stage: it bounds
 * size, time and place, and says how it went. The only user of libcurl.
 */
#pragma once

#include "base/str.h"

/* Limits of player/README.md, "Budgets". */
#define FETCH_REDIRECTS_MAX 5
#define FETCH_CONNECT_S 10
#define FETCH_TOTAL_S 60
#define FETCH_HEADER_BYTES_MAX (64u << 10)
#define FETCH_PARALLEL 6
/* A transfer slower than this for FETCH_SLOW_S is given up; both guesses of ours. */
#define FETCH_SLOW_BYTES_S 200
#define FETCH_SLOW_S 15
/*
 * What the transfers under way may hold together, by their bytes_max: two of the largest media.
 * More of them wait their turn, so that six large bodies cannot come at once.
 */
#define FETCH_IN_FLIGHT_BYTES_MAX (40u << 20)
/* One file of a folder: half of the whole time, so that a share that is merely slow can answer. */
#define FETCH_FOLDER_S 30
/* No request may allow more; a mistake of ours, far over any budget. */
#define FETCH_BODY_BYTES_MAX (1u << 30)
/* Bytes of a request's path; a guess of ours, far over "media/HASH.webp". */
#define FETCH_PATH_BYTES_MAX 1024

enum fetch_outcome {
    FETCH_OK,
    FETCH_UNCHANGED, /* 304: what the caller has is current */
    FETCH_MISSING,   /* 404, 410, or no such file */
    FETCH_OFFLINE,   /* nobody answers, a broken transfer, a time-out: try again later */
    FETCH_BUSY,      /* 429 or 503: try again after retry_after_s */
    FETCH_REFUSED,   /* too large, too many redirects, a forbidden scheme, any other status */
};

/* An English half sentence for the log: "is missing", "is unchanged" … */
const char *fetch_outcome_text(enum fetch_outcome outcome);

struct fetch_request {
    /*
     * Relative to the site, "feed.atom", as a file's name is written and not as in a URL: "%" is
     * a percent sign. Empty pieces, ".", ".." and absolute paths are refused.
     */
    struct str path;
    size_t bytes_max;               /* of the body after decompression */
    struct str etag, last_modified; /* of the copy that the caller has; empty: none */
};

struct fetch_response {
    enum fetch_outcome outcome;
    struct str body;                /* the arena's; empty unless FETCH_OK */
    struct str etag, last_modified; /* to send next time; empty unless FETCH_OK or _UNCHANGED */
    int retry_after_s;              /* 0: not said; at most a day */
    struct str why; /* English half sentence for the log: "HTTP 500", "longer than 8388608 bytes" */
};

/*
 * Called once a request, in any order, as each is done. False ends the batch: it is not called
 * again. It must not ask the same source for more.
 */
typedef bool fetch_done(void *context, size_t index, const struct fetch_response *response);

struct source;

struct fetch_options {
    const char *proxy;   /* URL; NULL: none, the environment is not asked */
    const char *ca_file; /* PEM of a private CA, trusted alone; NULL: the system's */
    int64_t deadline_ns; /* on clock_mono_ns; the whole update ends by then. 0: FETCH_TOTAL_S on */
};

/*
 * A site on a web server, "https://taulu.example.fi/niemela/"; the slash at the end may be left
 * out. NULL and a reason (static text) for a URL that is not http or https, or that has a user, a
 * query or a fragment. options may be NULL. Asks nobody yet.
 */
struct source *source_open_http(const char *url, const struct fetch_options *options,
                                const char **ret_why) NODISCARD;

/*
 * A site in a local or mounted folder. Each read happens in a child process that is given up at
 * the deadline, since a dead network mount answers nothing, not even an error.
 *
 * A folder that is not there is no error here: each request answers FETCH_OFFLINE, because a
 * mount or a USB stick may come back. Links that leave the folder are refused, absolute ones
 * always. NULL and a reason (static text) when there can be no child. options may be NULL.
 */
struct source *source_open_folder(const char *folder, const struct fetch_options *options,
                                  const char **ret_why) NODISCARD;

/* Either of the two, by the look of the text: "http://…", "https://…", "file://…" or a path. */
struct source *source_open(const char *site, const struct fetch_options *options,
                           const char **ret_why) NODISCARD;

/* Ends connections and child. NULL is fine. */
void source_close(struct source *source);

/*
 * Gets some files, up to FETCH_PARALLEL at once. Bodies and texts of the responses go into the
 * arena.
 *
 * arena  NULL: they live only until `done` returns. For many media, which are stored one by one
 *        and would fill an arena together.
 */
void source_get_many(struct source *source, struct arena *arena,
                     const struct fetch_request *requests, size_t count, fetch_done *done,
                     void *context);

/* Gets one file. */
void source_get(struct source *source, struct arena *arena, const struct fetch_request *request,
                struct fetch_response *ret_response);
