/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two announcements, one beside the other: which things they tell otherwise, and in which words.
 * What a slide says is compared as it says it ("Milloin: joka tiistai klo 17"), and what it has no
 * room for as it would say it (the fifth date, the end of a series, the second contact): not how
 * it was written down. A notice with the same dates in another form tells the same. Pure.
 *
 * No difference at all means: the same to everybody who reads either of them, and shown at the same
 * time, in the same centres, for as long. What is not compared: id, group and the moments of
 * writing (but for the days on the screens that follow from them), dates that are over, dates more
 * than two years ahead, blanks, and the bytes of pictures, which the caller looks at.
 */
#pragma once

#include "compare/words.h"
#include "model/edition.h"

/*
 * One thing that is told otherwise. Two may have the same label: what the slides say of it, and
 * what they have no room for.
 */
struct difference {
    struct str label;         /* "Otsikko" in the reader's language, "Milloin" in the slide's */
    struct str before, after; /* empty: that one says nothing of it. '\n' ends a line */
    struct runs gone, come;   /* words of `before` and of `after` that the other has not */
    struct str element;       /* "title", "content", "it:when" …: what marks are looked for in */
};

struct differences {
    struct difference *at; /* in the order of a slide, what no slide says last; in the arena */
    size_t count;
};

struct difference_context {
    const struct profile *profile;
    const struct zone *zone;
    int64_t now;            /* which dates are still to come */
    enum language language; /* of the reader */
    bool is_other_picture;  /* who has the bytes knows if the pictures are the same */
};

/*
 * From `before` to `after`. Texts are the arena's or the announcements' own, so both must outlive
 * the answer; labels are static or the arena's.
 *
 * Fields that no slide shows tell their lines that differ, at most ten of them, then "…".
 *
 * Two sample announcements cost at most 0.1 ms and 80 kB of the arena; the worst that were thought
 * of within ENTRY_BYTES_MAX (2000 words that all differ, 60,000 letters in two parts, 400 rules for
 * each day) 10 to 30 ms and 2.4 MB. Measured with -O2.
 */
struct differences differences_of(struct arena *arena, const struct difference_context *context,
                                  const struct item *before, const struct item *after);

/*
 * A run of a difference as a finding, so that layout/mark.h finds it on the slide of the
 * announcement. Only `where` and the span are filled in; its texts are those of the difference and
 * of the announcement.
 *
 * announcement  the one that the text was made of.
 * text          `before` or `after` of this very difference.
 * run           one of `gone` for `before`, one of `come` for `after`.
 *
 * Of a text that the slide does not have as it stands here the finding has an element and no span.
 */
struct finding difference_finding(const struct difference *difference,
                                  const struct announcement *announcement, struct str text,
                                  struct run run);

/* More words than these say nothing one by one: everything is marked then. */
#define DIFFERENCE_MARKS_MAX 40

enum difference_side { SIDE_BEFORE, SIDE_AFTER };

/*
 * All that a difference marks on the slide of one side, as findings: one for each run; above
 * DIFFERENCE_MARKS_MAX a single one without a span, for the whole element. Answers how many, 0 for
 * a side of which every word is in the other.
 *
 * announcement  the one of that side.
 */
size_t difference_findings(const struct difference *difference,
                           const struct announcement *announcement, enum difference_side side,
                           struct finding ret_findings[DIFFERENCE_MARKS_MAX]);
