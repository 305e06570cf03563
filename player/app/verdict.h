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
#include "calendar/zone.h"

/* Does an announcement of a folder, but for one file (NULL: none), name a picture? */
bool verdict_names_picture(struct arena *arena, const char *folder, const char *except,
                           struct str href);

/* Where a verdict takes a submission. */
enum verdict_target { VERDICT_TO_APPROVED, VERDICT_TO_RETURNED, VERDICT_TO_REFUSED };

struct verdict_place {
    const char *source; /* the file that was given */
    const char *inbox;  /* its folder; NULL: it stays where it is */
    const char *folder; /* where the announcement lies after the verdict … */
    const char *file;   /* … and its path there */
};

/*
 * The announcement that is meant by what was given: a file stands for the one in it, anything else
 * is its id. *ret_title: its title, empty when it is not at hand.
 */
struct str verdict_ref_of(struct arena *arena, const char *given, struct str *ret_title) NODISCARD;

/* The folder "approved" beside a file's folder named "inbox"; NULL when it is not in an inbox. */
char *verdict_approved_folder(struct arena *arena, const char *path) NODISCARD;

/*
 * Where an announcement goes. An approved one goes over the one of the same id, whatever that file
 * is called; else it keeps its own name, changed when another file has it. Makes the folder. False
 * with a message.
 */
bool verdict_find_place(struct arena *arena, const char *path, struct str id,
                        enum verdict_target target, struct verdict_place *ret_place) NODISCARD;

struct verdict_files {
    struct str entry, signature;  /* signature empty: there is none */
    bool entry_is_changed;        /* against the file that was given */
    struct str media_href, media; /* empty: no picture */
};

/*
 * Writes picture, announcement and signature, in this order. False with a message; also when
 * another approved announcement has another picture of the same name.
 */
bool verdict_write(struct arena *arena, const struct verdict_place *place,
                   const struct verdict_files *files) NODISCARD;

struct announcement;

struct verdict_record {
    struct str at, id, by, key_number, overrides, reason;
    const char *verdict;
    int rules;
    struct hash content;
    struct str received;                     /* day, "2026-11-24"; empty: not known */
    const struct announcement *announcement; /* for the report; NULL: not at hand */
};

/* The day on which a file was put where it is, in a zone; empty when it is not there. */
struct str verdict_received(struct arena *arena, const char *path,
                            const struct zone *zone) NODISCARD;

struct desk_folder;

/*
 * Keeps every file that the verdict will touch, so that it can be taken back; files outside a
 * desk's folder are not kept. False with a message.
 */
bool verdict_keep(const struct desk_folder *folder, const struct verdict_place *place,
                  const struct verdict_files *files, const struct verdict_record *record) NODISCARD;

/*
 * Appends a line to the record beside the inbox, unless it is the last one already. False with a
 * message.
 */
bool verdict_note(struct arena *arena, const struct verdict_place *place,
                  const struct verdict_record *record) NODISCARD;

/* The same for a verdict that moves no file: the record of a desk's folder. */
bool verdict_note_in(struct arena *arena, const char *folder,
                     const struct verdict_record *record) NODISCARD;

/*
 * Takes the submission out of the inbox, with its picture unless another one there names it too.
 * False with a message.
 */
bool verdict_clear_inbox(struct arena *arena, const struct verdict_place *place,
                         struct str media_href) NODISCARD;

/*
 * All of it in its order: keep what will change, write, note, empty the inbox, seal what was kept.
 * When writing fails, what was written is put back. False with a message.
 *
 * folder  NULL: the announcement is in no desk's folder, and nothing can be taken back.
 */
bool verdict_carry_out(struct arena *arena, const struct desk_folder *folder,
                       const struct verdict_place *place, const struct verdict_files *files,
                       const struct verdict_record *record) NODISCARD;
