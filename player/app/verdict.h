/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a verdict does to files. A submission that lies in a folder named "inbox" moves with its
 * picture to the folder "approved" beside it, and a line goes into "record.tsv" beside both; any
 * other stays where it is and gets its signature there.
 *
 * The order is such that the program may be killed anywhere: the inbox is emptied last, and doing
 * it again gives the same files.
 */
#pragma once

#include "base/file.h"
#include "base/hash.h"

struct verdict_place {
    const char *source; /* the file that was given */
    const char *inbox;  /* its folder; NULL: it stays where it is */
    const char *folder; /* where the approved announcement lies … */
    const char *file;   /* … and its path there */
};

/* The folder "approved" beside a file's folder named "inbox"; NULL when it is not in an inbox. */
char *verdict_approved_folder(struct arena *arena, const char *path) NODISCARD;

/*
 * Where an announcement goes: over the one of the same id, whatever that file is called, else
 * under its own name, changed when another announcement or a file of the centre has it. Makes the
 * folder. False with a message.
 */
bool verdict_find_place(struct arena *arena, const char *path, struct str id,
                        struct verdict_place *ret_place) NODISCARD;

struct verdict_files {
    struct str entry, signature;
    bool entry_is_changed;        /* against the file that was given */
    struct str media_href, media; /* empty: no picture */
};

/*
 * Writes picture, announcement and signature, in this order. False with a message; also when
 * another approved announcement has another picture of the same name.
 */
bool verdict_write(struct arena *arena, const struct verdict_place *place,
                   const struct verdict_files *files) NODISCARD;

struct verdict_record {
    struct str at, id, by, key_number, overrides, reason;
    const char *verdict;
    int rules;
    struct hash content;
};

/* Appends a line to the record, unless it stands there already. False with a message. */
bool verdict_note(struct arena *arena, const struct verdict_place *place,
                  const struct verdict_record *record) NODISCARD;

/*
 * Takes the submission out of the inbox, with its picture unless another one there names it too.
 * False with a message.
 */
bool verdict_clear_inbox(struct arena *arena, const struct verdict_place *place,
                         struct str media_href) NODISCARD;
