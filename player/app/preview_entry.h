/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One announcement of `preview`, and what is told of it. Only for preview_*.c. */
#pragma once

#include "app/preview_twin.h"

enum entry_kind {
    ENTRY_SUBMITTED, /* a file that waits for a verdict */
    ENTRY_APPROVED,  /* a file with a signature beside it */
    ENTRY_PUBLISHED, /* of a site */
};

/* What a file looks like from outside. */
struct preview_facts {
    int64_t bytes, mtime_ns;
};

/* False when there is no such file, or path is NULL; then *ret_facts is all 0. */
bool preview_facts_of(const char *path, struct preview_facts *ret_facts);

bool preview_facts_same(const struct preview_facts *a, const struct preview_facts *b);

/* A new file that may still be being copied. */
struct preview_pending {
    struct str name;
    struct preview_facts facts;
};

struct preview_entry {
    enum entry_kind kind;
    const char *path;       /* NULL for a published one */
    const char *own_folder; /* that its file lies in; likewise */
    const char *folder;     /* where a hide list for it goes; NULL: nowhere here */
    bool is_in_inbox;
    bool is_gone;                    /* its file was not there at the last look */
    struct preview_facts facts;      /* of its file at the last look … */
    struct preview_facts media;      /* … and of its picture; all 0: not there */
    const struct update_item *known; /* of the site; NULL for a file */
    struct announcement before;      /* as it was read last; no id: it was not */
    struct arena *read_arena;        /* of `before`; owned, NULL for a published one */
    const char *media_path;          /* where its picture should be; NULL: it has none */
    struct arena *arena;             /* of the submission; NULL: not judged, or forgotten */
    struct submission submission;
    const struct display *judged_for; /* display and hour of the verdict … */
    int64_t judged_hour;
    struct preview_facts judged_facts, judged_media; /* … and what its files were like */
    unsigned used;                                   /* when, for the pictures that are kept */
    struct preview_twin twin;
};

/* What a look tells beside pixels and marks. */
struct preview_tell {
    const struct judge *judge;
    struct arena *arena; /* of the look */
    enum language language;
    enum reason reason;              /* of a published one, WITHDRAWN of an approved one, too */
    const struct date *hidden_dates; /* that count as cancelled */
    size_t hidden_date_count;
    const struct scene *smallest; /* page with the smallest letters; NULL: it was not laid out */
};

/* Fills in everything of the item but page and marks; findings are sorted in the report. */
void preview_tell_item(const struct preview_tell *tell, struct preview_entry *entry,
                       struct desk_item *ret_item);
