/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The liaison's folder: inbox/ approved/ returned/ refused/ letters/ and record.tsv. Verdicts work
 * on it one at a time, and each can be taken back until it is published; that something is taken
 * off the screens also later.
 *
 * Before a verdict changes a file, the file is copied to undo/, and a list says what stood where.
 * So a program that is killed in the middle leaves everything that there was.
 */
#pragma once

#include "base/file.h"

struct desk_folder {
    struct arena *arena;
    const char *path;
    int lock; /* descriptor of the folder, locked against a second verdict */
};

/*
 * The folder that holds a file: the one above a folder named inbox, approved, returned or refused.
 * NULL when the file lies elsewhere.
 */
const char *desk_folder_of(struct arena *arena, const char *file);

/* Waits for its turn, at most ten seconds; false with a message. desk_folder_close ends it. */
bool desk_folder_open(struct arena *arena, const char *path, struct desk_folder *ret_folder);

/* Gives the lock back. */
void desk_folder_close(struct desk_folder *folder);

/* A path of the folder: "approved", "record.tsv". */
char *desk_folder_join(const struct desk_folder *folder, const char *name) NODISCARD;

/* What undo has to know of a verdict. */
struct desk_step {
    const char *verdict; /* "approve" … */
    struct str id, at;   /* of the announcement; RFC 3339 */
    const char **paths; /* absolute or as given; every file that will be made, changed or removed */
    size_t path_count;
};

/* Keeps the files as they are now. It takes the place of an earlier step of the same id. */
bool desk_folder_keep(const struct desk_folder *folder, const struct desk_step *step) NODISCARD;

/*
 * The verdict is complete: notes how it left the files that were kept, so that undo sees what
 * changed since. Without a step it does nothing; what goes wrong is said, and then undo goes by
 * the inbox alone.
 */
void desk_folder_seal(const struct desk_folder *folder, struct str id);

enum desk_undo {
    DESK_UNDO_DONE,
    DESK_UNDO_NOTHING,    /* no verdict of this announcement can be taken back */
    DESK_UNDO_PUBLISHED,  /* it is on the screens by now; never of a list of what is taken off */
    DESK_UNDO_CHANGED,    /* a file is neither as the verdict left it nor as it was before */
    DESK_UNDO_IN_THE_WAY, /* another submission of the same name is in the inbox */
    DESK_UNDO_FAILED,     /* a file could not be read or written; said on standard error */
};

struct desk_undone {
    struct str verdict; /* which it was */
    const char *path;   /* CHANGED: of the file that changed */
    bool on_site;       /* the list of what is taken off went back in the site, too */
};

/*
 * Does an announcement of a folder, but for the file `except`, name a picture ("media/a.jpg")?
 * verdict.h has it; this file knows nothing of what is in an announcement.
 */
typedef bool desk_names_picture(struct arena *arena, const char *folder, const char *except,
                                struct str href);

/*
 * Puts back what the last verdict on an announcement changed, or nothing; a picture that another
 * announcement names by now stays. A list of what is taken off goes back in the folder "site" of
 * the desk, too, where that has the list that the verdict left. ret_undone is set but for
 * DESK_UNDO_NOTHING; its texts are in the folder's arena.
 */
enum desk_undo desk_folder_undo(const struct desk_folder *folder, struct str id,
                                desk_names_picture *names, struct desk_undone *ret_undone);

/*
 * A verdict that failed half-way: puts back what it changed, but for the inbox, which is emptied
 * last and so is as it was; then forgets the step.
 */
void desk_folder_abandon(const struct desk_folder *folder, struct str id);

/* Notes the moment of a publication (RFC 3339) beside an approved folder that is of a desk. */
void desk_folder_note_published(struct arena *arena, const char *approved, struct str at);
