/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Values of a document with their findings: each function here answers false when the value is
 * not there (silently) or is wrong (after a finding at the element's place). Only for this folder.
 *
 * attribute  without namespace; NULL: the element's text.
 */
#pragma once

#include "base/hash.h"
#include "calendar/stamp.h"
#include "feed/xml_node.h"

/* No person reads more; a block is noted all the same when there is none yet. */
#define READER_FINDINGS_MAX 1000

struct reader {
    struct arena *arena;
    struct report *report;
    const struct xml_doc *doc;
    bool is_profile; /* "missing" and "not allowed" are said of the centre profile */
    bool has_blocked;
    struct str zone_name; /* the last zone opened, */
    const struct zone *zone;
};

/* Adds a finding at an element, with its arguments. */
void reader_say(struct reader *reader, enum finding_code code, const xmlNode *element,
                const struct str *args, size_t arg_count);

/* What the finding is about: "title" or "it:when start". */
struct str reader_label(const struct reader *reader, const xmlNode *element, const char *attribute);

/* Something that must be there is not; `what` as reader_label makes it. */
void reader_say_missing(struct reader *reader, const xmlNode *element, struct str what);

/* Something stands more than once; the first stays. */
void reader_say_twice(struct reader *reader, const xmlNode *element, struct str what);

/* A value is none of those allowed, which are told in words. */
void reader_say_value(struct reader *reader, const xmlNode *element, const char *attribute,
                      struct str value, struct str allowed);

/* Of an element that has no business where it stands. */
void reader_say_unknown(struct reader *reader, const xmlNode *element, struct str allowed);

/* A value is no date or time as this place wants it. */
void reader_say_date(struct reader *reader, const xmlNode *element, const char *attribute,
                     struct str value);

/* A finding for each attribute without namespace that is not in the list of words. */
void reader_check_attributes(struct reader *reader, const xmlNode *element, const char *allowed);

/* The value, or the text, as node_value gives it; empty for none. */
struct str reader_text(const struct reader *reader, const xmlNode *element,
                       const char *attribute) NODISCARD;

/* The text; a finding when there is none. */
bool reader_need(struct reader *reader, const xmlNode *element, const char *attribute,
                 struct str *ret_text) NODISCARD;

/* A date or time of any form that stamp_parse reads. */
bool reader_stamp(struct reader *reader, const xmlNode *element, const char *attribute,
                  struct stamp *ret_stamp) NODISCARD;

/* As Atom wants it: a time with its offset. */
bool reader_moment(struct reader *reader, const xmlNode *element, const char *attribute,
                   struct stamp *ret_stamp) NODISCARD;

/* A bare date. */
bool reader_date(struct reader *reader, const xmlNode *element, const char *attribute,
                 struct date *ret_date) NODISCARD;

/* A finding when the second of two stamps comes before the first. */
void reader_check_order(struct reader *reader, const xmlNode *element, const struct stamp *first,
                        const struct stamp *last);

/* true, false, 1 or 0. */
bool reader_bool(struct reader *reader, const xmlNode *element, const char *attribute,
                 bool *ret_bool) NODISCARD;

/* One of some words, separated by spaces in `words`; the number of it. */
bool reader_choice(struct reader *reader, const xmlNode *element, const char *attribute,
                   const char *words, unsigned *ret_number) NODISCARD;

/* Some of the words; a bit for each (bit 0: the first). A word that is wrong is left out. */
unsigned reader_bits(struct reader *reader, const xmlNode *element, const char *attribute,
                     const char *words);

/* A whole number from least to most. */
bool reader_number(struct reader *reader, const xmlNode *element, const char *attribute, int least,
                   int most, int *ret_number) NODISCARD;

/* A number with a full stop, likewise. */
bool reader_decimal(struct reader *reader, const xmlNode *element, const char *attribute,
                    double least, double most, double *ret_number) NODISCARD;

/* An absolute web address. */
bool reader_address(struct reader *reader, const xmlNode *element, const char *attribute,
                    struct str *ret_address) NODISCARD;

/* it:sha256 of a link. */
bool reader_hash(struct reader *reader, const xmlNode *element, struct hash *ret_hash) NODISCARD;

/* A time zone by its name, opened. */
bool reader_zone(struct reader *reader, const xmlNode *element, const char *attribute,
                 struct str *ret_name, const struct zone **ret_zone) NODISCARD;

/* The root of a document of our own; NULL with a finding when it is another one. */
const xmlNode *reader_own_root(struct reader *reader, const char *name);
