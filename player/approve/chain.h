/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The chain of trust of a site: root key → centre profile → feed → each entry file → media. One
 * function a link; each works on raw bytes before anything parses them, and says in the report
 * what is wrong.
 */
#pragma once

#include "approve/minisign.h"
#include "base/hash.h"
#include "base/report.h"
#include "model/announcement.h"

/* A file of a site and its .minisig, as they came. */
struct signed_bytes {
    struct str name; /* for the findings: "feed.atom" */
    struct str bytes;
    struct str signature; /* empty: it has none */
};

/* What an approver's trusted comment says; texts point into the signature. */
struct approval {
    struct str by;                 /* role */
    struct str at;                 /* RFC 3339 */
    int rules;                     /* version of the rules, 1 or more */
    struct str overrides;          /* rule ids, separated by commas; empty for none */
    const struct trusted_key *key; /* the profile's; NULL after approval_parse */
};

#define APPROVAL_BY_BYTES_MAX 256 /* a role is a few words */

/*
 * Is the profile signed by the root key?
 *
 * False: one of SIGNATURE_MISSING, SIGNATURE_FORM, KEY_UNKNOWN, SIGNATURE_WRONG.
 */
bool chain_check_profile(const struct public_key *root, const struct signed_bytes *profile,
                         struct report *report) NODISCARD;

/*
 * Is a document (the feed: KEY_PUBLISHER; hide.xml: KEY_APPROVER | KEY_RECEPTION) signed by a key
 * that the profile trusts with one of the roles, that is valid at `now` and not revoked?
 *
 * zone  the centre's, for the days of the keys.
 *
 * A key that the profile names twice is good when one of the two is; when one of them is revoked,
 * neither is. False: a finding as above, or KEY_EXPIRED (also: not valid yet) or KEY_REVOKED.
 */
bool chain_check_document(const struct profile *profile, const struct zone *zone, int64_t now,
                          unsigned roles, const struct signed_bytes *document,
                          struct report *report) NODISCARD;

/*
 * Is an entry file signed by an approver (KEY_APPROVER; for an alert KEY_ALERT)? A key that
 * expired after the approval still counts as long as it was valid at the signed time `at`; a
 * revoked one never does. The clock is not asked: a screen's may be in 1970.
 *
 * ret_approval  set only when true comes back.
 *
 * False: one of APPROVAL_MISSING, APPROVAL_WRONG (bytes or comment are not what was signed, or
 * the comment is no approval), APPROVAL_KEY, APPROVAL_EXPIRED, APPROVAL_REVOKED.
 */
bool chain_check_entry(const struct profile *profile, const struct zone *zone, unsigned roles,
                       const struct signed_bytes *entry, struct report *report,
                       struct approval *ret_approval) NODISCARD;

/* The role whose key approves this kind: KEY_ALERT for an alert, for anything else KEY_APPROVER. */
unsigned approval_role(enum kind kind);

/*
 * Does the key of a checked approval have that role? chain_check_entry looks before anyone knows
 * what kind the entry is of; this is asked once it is read.
 */
bool approval_has_role(const struct approval *approval, enum kind kind);

/* Is a rule id among the overrides of an approval? */
bool approval_overrides(const struct approval *approval, const char *rule_id);

/*
 * The trusted comment of an approval: "at=2026-11-19T09:30:00+02:00 rules=1 overrides=a,b by=Role",
 * all four, in this order, one blank between; the role goes to the end of the line.
 *
 * In `by` line ends, control characters and marks that turn the direction of text become spaces;
 * what is over APPROVAL_BY_BYTES_MAX is cut. The empty text when there is no role, `at` is not a
 * whole time of RFC 3339, or rules or overrides cannot be said: never a comment that
 * approval_parse would refuse.
 */
struct str approval_format(struct arena *arena, const struct approval *approval) NODISCARD;

/* The approval of a trusted comment; false for anything but what approval_format writes. */
bool approval_parse(struct str trusted_comment, struct approval *ret_approval) NODISCARD;

/* One state of a feed: its time (seconds since 1970 UTC) and its bytes. */
struct feed_state {
    int64_t updated;
    struct hash hash;
};

/* What the newest accepted edition of a site was. */
struct accepted {
    bool any;
    struct feed_state feed;
};

#define FEED_FUTURE_S_MAX                                                                          \
    INT64_C(86400) /* content-schema/README.md: over a day ahead of a synchronised clock */

/*
 * May a feed follow the accepted one? Older, or of the same time with other bytes: no; over a day
 * ahead of a clock that is known to be right: no.
 *
 * zone  for the times in the findings.
 *
 * False: FEED_IS_OLDER, FEED_OTHER_BYTES or FEED_FROM_FUTURE.
 */
bool chain_check_age(const struct accepted *accepted, const struct feed_state *feed, int64_t now,
                     bool clock_is_real, const struct zone *zone, struct report *report) NODISCARD;

/*
 * Is a file of a site the one that was approved: length (0: not said) and SHA-256? A hash of
 * zeros, "none", fits nothing. False: FILE_OTHER_BYTES.
 */
bool chain_check_file(struct str name, struct str bytes, int64_t length, const struct hash *hash,
                      struct report *report) NODISCARD;
