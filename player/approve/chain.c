/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every signed file goes the same way: the number in the signature picks the keys, the signature
 * must verify with one of them, and only then does it matter whether that key is valid. So a
 * finding about an expired or a revoked key is always about a real signature of it, and nobody
 * can cause one by writing a number into a file.
 *
 * A revoked key is revoked wherever the profile names it, whatever its number and its role there:
 * whoever stole it will look for the line that was forgotten.
 */
#include "approve/chain.h"

#define FEED_NAME STR("feed.atom")

/* What keys say about one signature. Of several keys the one furthest down has the last word. */
enum verdict { VERDICT_UNKNOWN, VERDICT_WRONG, VERDICT_EXPIRED, VERDICT_REVOKED, VERDICT_GOOD };

/* What the keys are asked about. */
struct question {
    const struct profile *profile;
    const struct zone *zone;
    int64_t moment; /* at which the key must be valid */
    unsigned roles; /* one of these is enough */
    const struct signature *signature;
    struct str bytes;
};

/* By the key itself: a new number does not make a stolen key good again. */
static bool key_is_revoked(const struct profile *profile, const struct public_key *key)
{
    for (size_t i = 0; i < profile->key_count; i++) {
        const struct trusted_key *other = &profile->keys[i];
        if (other->revoked && memcmp(other->key.bytes, key->bytes, PUBLIC_KEY_BYTES) == 0)
            return true;
    }
    return false;
}

static bool key_is_valid(const struct trusted_key *key, const struct zone *zone, int64_t moment)
{
    bool has_begun = key->from.kind == STAMP_NONE || stamp_moment(&key->from, zone) <= moment;
    bool has_ended = key->until.kind != STAMP_NONE && stamp_end(&key->until, zone) <= moment;
    return has_begun && !has_ended;
}

static enum verdict judge_key(const struct question *question, const struct trusted_key *key)
{
    bool has_id = memcmp(key->key.id, question->signature->key_id, KEY_ID_BYTES) == 0;
    if (!has_id || (key->roles & question->roles) == 0)
        return VERDICT_UNKNOWN;
    if (!signature_verify(question->signature, &key->key, question->bytes))
        return VERDICT_WRONG;
    if (key_is_revoked(question->profile, &key->key))
        return VERDICT_REVOKED;
    return key_is_valid(key, question->zone, question->moment) ? VERDICT_GOOD : VERDICT_EXPIRED;
}

/* The best that any key of the profile says; the numbers need not be unique, so each is asked. */
static enum verdict judge(const struct question *question, const struct trusted_key **ret_key)
{
    enum verdict best = VERDICT_UNKNOWN;
    for (size_t i = 0; i < question->profile->key_count && best != VERDICT_GOOD; i++) {
        const struct trusted_key *key = &question->profile->keys[i];
        enum verdict verdict = judge_key(question, key);
        if (verdict == VERDICT_GOOD)
            *ret_key = key;
        if (verdict > best)
            best = verdict;
    }
    return best;
}

/* Adds a finding about a file and answers it, to be filled in. */
static struct finding *add(struct report *report, enum finding_code code, struct str name)
{
    return report_add(report, code, (struct place){ .file = name });
}

static void add_named(struct report *report, enum finding_code code, struct str name)
{
    finding_arg(report, add(report, code, name), name);
}

static struct str number_of(struct report *report, const struct signature *signature)
{
    return public_key_number(report->arena, signature->key_id);
}

/* The two things that can be said before any key is asked. */
static bool read_signature(const struct signed_bytes *file, struct report *report,
                           struct signature *ret_signature)
{
    if (file->signature.bytes == 0)
        add_named(report, FINDING_SIGNATURE_MISSING, file->name);
    else if (!signature_parse(file->signature, ret_signature))
        add_named(report, FINDING_SIGNATURE_FORM, file->name);
    else
        return true;
    return false;
}

/* Says what is wrong with a document; true when nothing is. */
static bool settle_document(enum verdict verdict, const struct signed_bytes *document,
                            const struct signature *signature, struct report *report)
{
    static const enum finding_code codes[] = {
        [VERDICT_UNKNOWN] = FINDING_KEY_UNKNOWN,
        [VERDICT_WRONG] = FINDING_SIGNATURE_WRONG,
        [VERDICT_EXPIRED] = FINDING_KEY_EXPIRED,
        [VERDICT_REVOKED] = FINDING_KEY_REVOKED,
    };
    if (verdict == VERDICT_GOOD)
        return true;
    struct finding *finding = add(report, codes[verdict], document->name);
    finding_arg(report, finding, document->name);
    if (verdict != VERDICT_WRONG)
        finding_arg(report, finding, number_of(report, signature));
    return false;
}

bool chain_check_profile(const struct public_key *root, const struct signed_bytes *profile,
                         struct report *report)
{
    struct signature signature;
    enum verdict verdict = VERDICT_GOOD;
    if (!read_signature(profile, report, &signature))
        return false;
    if (memcmp(signature.key_id, root->id, KEY_ID_BYTES) != 0)
        verdict = VERDICT_UNKNOWN;
    else if (!signature_verify(&signature, root, profile->bytes))
        verdict = VERDICT_WRONG;
    return settle_document(verdict, profile, &signature, report);
}

bool chain_check_document(const struct profile *profile, const struct zone *zone, int64_t now,
                          unsigned roles, const struct signed_bytes *document,
                          struct report *report)
{
    struct signature signature;
    const struct trusted_key *key;
    if (!read_signature(document, report, &signature))
        return false;
    const struct question question = { profile, zone, now, roles, &signature, document->bytes };
    return settle_document(judge(&question, &key), document, &signature, report);
}

/* Says what is wrong with an approval; true when nothing is. */
static bool settle_entry(enum verdict verdict, const struct signed_bytes *entry,
                         const struct signature *signature, struct report *report)
{
    static const enum finding_code codes[] = {
        [VERDICT_UNKNOWN] = FINDING_APPROVAL_KEY,
        [VERDICT_WRONG] = FINDING_APPROVAL_WRONG,
        [VERDICT_EXPIRED] = FINDING_APPROVAL_EXPIRED,
        [VERDICT_REVOKED] = FINDING_APPROVAL_REVOKED,
    };
    if (verdict == VERDICT_GOOD)
        return true;
    struct finding *finding = add(report, codes[verdict], entry->name);
    if (verdict != VERDICT_WRONG)
        finding_arg(report, finding, number_of(report, signature));
    return false;
}

/* The signed time of an approval; false when the comment is none. */
static bool read_approval(struct str comment, const struct zone *zone,
                          struct approval *ret_approval, int64_t *ret_at)
{
    struct stamp at;
    if (!approval_parse(comment, ret_approval) || !stamp_parse(ret_approval->at, &at))
        return false;
    *ret_at = stamp_moment(&at, zone);
    return true;
}

bool chain_check_entry(const struct profile *profile, const struct zone *zone, unsigned roles,
                       const struct signed_bytes *entry, struct report *report,
                       struct approval *ret_approval)
{
    struct signature signature;
    struct approval approval = { 0 };
    int64_t at = 0;
    if (entry->signature.bytes == 0) {
        add(report, FINDING_APPROVAL_MISSING, entry->name);
        return false;
    }
    if (!signature_parse(entry->signature, &signature)) {
        add(report, FINDING_APPROVAL_WRONG, entry->name);
        return false;
    }
    /* The time is taken from the comment first; judge() says whether it is signed. */
    bool is_approval = read_approval(signature.trusted_comment, zone, &approval, &at);
    const struct question question = { profile, zone, at, roles, &signature, entry->bytes };
    enum verdict verdict = judge(&question, &approval.key);
    if (!is_approval && (verdict == VERDICT_GOOD || verdict == VERDICT_EXPIRED))
        verdict = VERDICT_WRONG;
    if (!settle_entry(verdict, entry, &signature, report))
        return false;
    *ret_approval = approval;
    return true;
}

/* Adds a finding about the times of a feed. */
static struct finding *add_age(struct report *report, enum finding_code code, int64_t updated,
                               const struct zone *zone)
{
    struct finding *finding = add(report, code, FEED_NAME);
    finding_arg(report, finding, stamp_format(report->arena, updated, zone));
    return finding;
}

bool chain_check_age(const struct accepted *accepted, const struct feed_state *feed, int64_t now,
                     bool clock_is_real, const struct zone *zone, struct report *report)
{
    const struct feed_state *before = &accepted->feed;
    int64_t updated = feed->updated;
    if (accepted->any && updated < before->updated) {
        struct finding *finding = add_age(report, FINDING_FEED_IS_OLDER, updated, zone);
        finding_arg(report, finding, stamp_format(report->arena, before->updated, zone));
        return false;
    }
    if (accepted->any && updated == before->updated && !hash_equal(&feed->hash, &before->hash)) {
        add_age(report, FINDING_FEED_OTHER_BYTES, updated, zone);
        return false;
    }
    if (clock_is_real && updated > now + FEED_FUTURE_S_MAX) {
        add_age(report, FINDING_FEED_FROM_FUTURE, updated, zone);
        return false;
    }
    return true;
}

bool chain_check_file(struct str name, struct str bytes, int64_t length, const struct hash *hash,
                      struct report *report)
{
    struct hash found = hash_of(bytes);
    bool has_length = length == 0 || (length > 0 && (uint64_t)length == bytes.bytes);
    if (has_length && hash_equal(&found, hash))
        return true;
    add_named(report, FINDING_FILE_OTHER_BYTES, name);
    return false;
}
