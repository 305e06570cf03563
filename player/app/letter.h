/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a sender is told of an announcement: short, with at most three things to do, in the language
 * of the announcement with Finnish behind it. Letters lie in letters/ of the liaison's folder, as
 * drafts for a mail program (.eml) and as plain text (.txt); nobody sends them but a person.
 */
#pragma once

#include "app/desk_folder.h"
#include "model/announcement.h"
#include "model/profile.h"

enum letter_kind {
    LETTER_RECEIVED,
    LETTER_APPROVED,
    LETTER_RETURNED,
    LETTER_REFUSED,
    LETTER_STILL_TRUE, /* of a long series: is it as it was? */
    LETTER_EXPIRING,
    LETTER_KIND_COUNT,
};

#define LETTER_POINTS_MAX 3

struct letter {
    enum letter_kind kind;
    const struct announcement *announcement;
    const struct profile *profile;
    const struct zone *zone;
    int64_t now;
    struct str by;                                   /* role of who answers */
    struct str text;                                 /* a line of the liaison's own */
    const struct finding *points[LETTER_POINTS_MAX]; /* RETURNED: what is to be mended */
    size_t point_count;
    const char *ground;      /* REFUSED: English, to be translated */
    struct str words;        /* APPROVED: the slip that was mended; `text` is what it became */
    struct str replaced;     /* APPROVED: title of the one whose place it takes; empty: none … */
    int replaced_number;     /* … its number, 0: it had none … */
    bool replaced_is_theirs; /* … and the organisation that gets the letter had sent it */
    double shown_per_hour;   /* APPROVED: about so often; 0: not known */
};

/* The whole letter as text; in the arena. */
struct str letter_text(struct arena *arena, const struct letter *letter) NODISCARD;

/* "-palautettu-tule-sururyhmaan-niemelan-tuki-ry.txt": its file's name behind the day. */
struct str letter_name_end(struct arena *arena, const struct letter *letter) NODISCARD;

/*
 * Writes both files, under a name that says day, kind, title and organisation. False with a
 * message.
 *
 * A letter of the same name is written over: it is the same letter, made anew.
 */
bool letter_save(const struct desk_folder *folder, const struct letter *letter);
