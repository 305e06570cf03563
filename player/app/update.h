/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One update of a player: fetch, verify, read, prepare, check, keep. A table of stages over one
 * struct; a stage that fails leaves the last good edition where it is. Without a source the same
 * stages go over what is kept, which is how `list` and `explain` look at a cache.
 */
#pragma once

#include "app/judge.h"
#include "app/previous.h"
#include "approve/chain.h"
#include "feed/read_feed.h"
#include "feed/read_profile.h"
#include "fetch/fetch.h"
#include "keep/keep.h"

/* Called as work goes on, for a line on the terminal; done of all, 0 of 0 at the end. */
typedef void update_progress_fn(const char *what, size_t done, size_t all);

struct update_options {
    const char *site;       /* as given; the name under which it is accepted */
    struct public_key root; /* not looked at when `unsigned_folder` */
    bool unsigned_folder;
    const char *centre;  /* profile file for an unsigned folder; NULL: its own or the reference */
    const char *display; /* name; NULL: the profile's first */
    const struct fetch_options *fetch; /* for what lies elsewhere than the site; NULL: nothing */
    int width, height;                 /* 0: the display's own */
    int64_t now;
    bool clock_is_real;
    bool write;  /* false: nothing is kept (list, explain) */
    bool strict; /* an incomplete edition is taken at once (a first look, a folder to render) */
    update_progress_fn *progress; /* NULL: none */
};

enum update_outcome {
    UPDATE_KEPT,    /* the newest edition is kept, whole */
    UPDATE_PARTIAL, /* it is, but items were left out */
    UPDATE_NONE,    /* no update; the last good edition stays */
};

struct update_item {
    struct item item;
    struct report report;
    struct str overrides; /* rule ids */
    bool judged;          /* the report has the rules' findings already */
};

struct update {
    struct arena *arena;
    const struct update_options *options;
    int64_t now; /* options' now, or a later moment that a wrong clock cannot be before */
    struct keep *keep;
    struct source *source; /* NULL: only what is kept */

    struct kept_edition kept; /* what was current before */
    struct edition previous;
    bool has_previous;
    struct previous index; /* of `previous` */

    struct kept_document documents[KEEP_DOCUMENT_COUNT];
    struct profile profile;
    const struct display *display;
    const struct zone *zone;
    struct feed feed;
    struct hide hide;
    struct report report; /* of the site as a whole */
    struct judge judge;
    bool judging;

    struct update_item *items;
    size_t item_count;
    size_t left_out;
    int retry_after_s;
    struct edition edition;
};

/*
 * Runs an update. The struct is filled as far as it came and lives in the arena; update_finish
 * closes what it opened.
 */
enum update_outcome update_run(struct arena *arena, const struct update_options *options,
                               struct keep *keep, struct source *source, struct update *ret_update);

/* Closes what update_run opened, however far it came. */
void update_finish(struct update *update);

/*
 * Colours that cannot be read are not shown, whoever has signed them: the last good ones stay, else
 * the player's own. The rest of such a profile holds all the same: a key that it revokes must not
 * live on because of a colour.
 */
void update_keep_readable_colours(struct update *update);

/* Reads the edition that is current into `kept` and `previous`. */
void update_read_kept(struct update *update);

/*
 * Chooses the display of the profile that options name (with --size its pixels); false with a log
 * line when there is none of that name.
 */
bool update_choose_display(struct update *update);

/*
 * Why the item of an entry file was not shown in the kept edition; REASON_SHOWN when it was, or
 * when nothing is kept of it. What never came cannot be judged again from what is kept.
 */
enum reason update_reason_before(const struct update *update, const struct hash *entry);

/* ---- the stages, one .c each; false ends the update --------------------------------------- */

/* Documents, their signatures, the profile, the feed and its age, the hidden items. */
bool update_documents(struct update *update);

/* Entry files by hash, with a valid approval, read. */
bool update_entries(struct update *update);

/* Pictures by hash, prepared for the display. */
bool update_media(struct update *update);

/* The same three for a folder of unsigned announcements. */
bool update_folder(struct update *update);

/* Warnings of authorities, where the profile names a source of them. Never fails. */
bool update_warnings(struct update *update);

/* Verdicts, and all of it as an edition. */
bool update_judge(struct update *update);

/* Keeps the edition. */
bool update_keep(struct update *update);
