/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Announcements as files of a folder: what a sender hands in, before anyone has signed it. */
#pragma once

#include "app/judge.h"
#include "app/picture.h"
#include "model/edition.h"

/* A submission with everything that was found in it. */
struct submission {
    struct str file; /* its path, as given */
    struct str bytes;
    struct item item;
    struct report report;
    bool readable; /* it is an announcement; else only the report counts */
    struct ready_picture picture;
    struct pixels pixels; /* of it: the prepared picture, for those who draw; at is NULL for none */
    struct str media_path; /* of the picture's file; empty for none */
    struct hash media_hash;
    int64_t media_bytes;
};

/*
 * Reads and judges one file: XML, picture, slide, rules. Texts live in the arena; submission_free
 * gives the pixels back.
 *
 * settings  the profile's rule settings.
 */
void submission_read(struct arena *arena, const struct judge *judge, const char *path,
                     struct submission *ret_submission);

/* The same for bytes that are at hand ("-" and feeds have no folder: then `folder` is NULL). */
void submission_judge(struct arena *arena, const struct judge *judge, const char *folder,
                      struct submission *submission);

/* The same for an announcement whose picture's bytes are at hand; empty: there are none. */
void submission_judge_medium(const struct judge *judge, struct str medium,
                             struct submission *submission);

/* Gives the pixels back; all else is the arena's. */
void submission_free(struct submission *submission);

/* Is a file of this name a submission, as far as a name can say? Office junk is none. */
bool submission_is_name(struct str name);

/* Paths of the .xml files of a folder, or the path itself; false with a message. */
bool submission_paths(struct arena *arena, const char *path, struct str **ret_paths,
                      size_t *ret_count);
