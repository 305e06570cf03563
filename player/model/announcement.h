/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One notice in one language, as its sender wrote it and its approver signed it: plain data, no
 * behaviour. All texts belong to the arena that it was read into.
 */
#pragma once

#include "base/hash.h"
#include "base/report.h"
#include "calendar/recurrence.h"
#include "model/language.h"

/* Limits of content-schema/README.md. */
#define TITLE_CHARACTERS_MAX 200
#define TEXT_CHARACTERS_MAX 4000
#define FEED_BYTES_MAX (8u << 20)
#define FEED_ENTRIES_MAX 10000

/* X(CODE, category term) */
#define KIND_LIST(X)                                                                               \
    X(NOTICE, "notice")                                                                            \
    X(EVENT, "event")                                                                              \
    X(GROUP, "group")                                                                              \
    X(SUPPORT, "support")                                                                          \
    X(VOLUNTEERING, "volunteering")                                                                \
    X(COURSE, "course")                                                                            \
    X(JOINT, "joint")                                                                              \
    X(PICTURE_SLIDE, "picture-slide")                                                              \
    X(ALERT, "alert")

#define X(code, ...) KIND_##code,
enum kind { KIND_LIST(X) KIND_COUNT };
#undef X

/* The category term of a kind. */
const char *kind_term(enum kind kind);

/* The kind of a term, which is written just so; false for an unknown one. */
bool kind_of_term(struct str term, enum kind *ret_kind);

struct organisation {
    struct str name, uri, email;
};

enum block_kind { BLOCK_PARAGRAPH, BLOCK_BULLET, BLOCK_NUMBERED };

/* A run of bytes of a block's text that is strong. */
struct strong {
    size_t start, bytes;
};

/* A paragraph or a list item; '\n' in the text is a <br>. */
struct block {
    enum block_kind kind;
    struct str text;
    struct strong *strong;
    size_t strong_count;
    unsigned line, column; /* in the file it came from */
};

struct picture {
    struct str href;  /* as written: relative to the announcement */
    struct str type;  /* media type of the enclosure link; empty when it has none */
    struct str alt;   /* what is in it, for those who do not see it */
    int64_t length;   /* bytes, 0 when not said */
    struct hash hash; /* none when not said (a submission) */
    unsigned line, column;
};

enum place_mode { PLACE_NONE, PLACE_ON_SITE, PLACE_ONLINE, PLACE_PHONE, PLACE_HYBRID };

/* Bits of `access`: what the venue has for people who need it. */
enum access {
    ACCESS_WHEELCHAIR = 1,
    ACCESS_ROLLATOR = 2,
    ACCESS_LOOP = 4,
    ACCESS_TOILET = 8,
    ACCESS_PARKING = 16,
    ACCESS_UNKNOWN = 32,
};

struct venue {
    enum place_mode mode;
    struct str name, street, postcode, city, extra, href, tel;
    unsigned access;
};

struct contact {
    struct str role, name, tel, email;
};

enum priority { PRIORITY_LOW, PRIORITY_NORMAL, PRIORITY_HIGH };

struct show_period {
    struct stamp from;  /* STAMP_NONE: at once */
    struct stamp until; /* last day, inclusive; STAMP_NONE: see announcement_show_end */
    enum priority priority;
    int seconds; /* wished slide time, 0: none */
};

struct announcement {
    struct str id;
    struct str language_tag; /* as written: "fi-simple" */
    enum language language;
    bool simple;      /* the easy-language form */
    struct str group; /* it:group; the id itself when there is none */
    struct str title;
    struct str summary;
    struct stamp updated, published;
    enum kind kind;

    struct organisation *authors; /* the first is responsible */
    size_t author_count;

    struct block *blocks;
    size_t block_count;
    bool has_picture;
    struct picture picture;

    struct when *whens;
    size_t when_count;
    struct venue *venues;
    size_t venue_count;
    struct contact *contacts;
    size_t contact_count;
    struct str spoken; /* langs of it:spoken, as written */
    struct str audience;
    struct str *audience_terms; /* YSO terms of the categories */
    size_t audience_term_count;

    bool has_cost, cost_free;
    struct str cost;
    bool has_signup, signup_required;
    struct stamp signup_until;
    struct str signup, signup_href, signup_tel, signup_email;

    struct str link; /* link rel="alternate" type="text/html": more information */
    struct str rights;
    struct str *centres; /* target centres; none: all */
    size_t centre_count;
    struct show_period show;
    int number;         /* "Nro 12", 0: none */
    struct place where; /* of the entry element in its file */
};

/* Events, groups and courses: what happens at a time and a place. */
bool announcement_is_occasion(const struct announcement *announcement);

/* The address that the QR code is made of: the link, else the sign-up's; empty for none. */
struct str announcement_qr_address(const struct announcement *announcement);

#define SHOW_DAYS_DEFAULT 90 /* content-schema/README.md: no `until` and no end of a `when` */

/*
 * The first moment in which the announcement may be shown, in seconds since 1970 UTC: that of
 * it:show, else its publication. zone is the centre's.
 */
int64_t announcement_show_start(const struct announcement *announcement, const struct zone *zone);

/*
 * The moment from which it may not any more: that of it:show, else the end of its last date, at
 * most SHOW_DAYS_DEFAULT.
 */
int64_t announcement_show_end(const struct announcement *announcement, const struct zone *zone);
