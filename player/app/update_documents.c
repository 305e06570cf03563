/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The signed documents of a site. Each comes with its .minisig; when the two do not fit, both are
 * fetched once more (a publisher may have been in the middle of its work), then the last good
 * edition stays. An unchanged document costs one conditional request and no signature.
 */
#include "app/update.h"
#include "rules/theme.h"

#define LOG_MODULE "update"
#include "base/log.h"

static const size_t bytes_max[KEEP_DOCUMENT_COUNT] = {
    [KEEP_PROFILE] = PROFILE_BYTES_MAX,
    [KEEP_FEED] = FEED_BYTES_MAX,
    [KEEP_HIDE] = HIDE_BYTES_MAX,
};

struct exchange {
    struct fetch_response responses[KEEP_DOCUMENT_COUNT];
};

static bool note_response(void *context, size_t index, const struct fetch_response *response)
{
    struct exchange *exchange = context;
    exchange->responses[index] = *response;
    return true;
}

static void ask_all(struct update *update, struct exchange *exchange)
{
    struct fetch_request requests[KEEP_DOCUMENT_COUNT];
    for (int i = 0; i < KEEP_DOCUMENT_COUNT; i++) {
        const struct kept_document *kept = &update->kept.documents[i];
        bool whole = kept->bytes.bytes > 0 && kept->signature.bytes > 0;
        requests[i] = (struct fetch_request){
            .path = str_of(keep_document_name((enum keep_document)i)),
            .bytes_max = bytes_max[i],
            .etag = whole ? kept->etag : (struct str){ 0 },
            .last_modified = whole ? kept->last_modified : (struct str){ 0 },
        };
    }
    source_get_many(update->source, update->arena, requests, KEEP_DOCUMENT_COUNT, note_response,
                    exchange);
}

static struct str signature_path(struct update *update, enum keep_document document)
{
    return str_format(update->arena, "%s.minisig", keep_document_name(document));
}

/* Gets one file without conditions; an empty text when it did not come. */
static struct fetch_response get_plain(struct update *update, struct str path, size_t most)
{
    struct fetch_request request = { .path = path, .bytes_max = most };
    struct fetch_response response = { .outcome = FETCH_OFFLINE };
    source_get(update->source, update->arena, &request, &response);
    return response;
}

static void take_document(struct update *update, enum keep_document document,
                          const struct fetch_response *response)
{
    struct kept_document *to = &update->documents[document];
    *to = (struct kept_document){
        .bytes = response->body,
        .etag = response->etag,
        .last_modified = response->last_modified,
    };
    struct fetch_response signature =
        get_plain(update, signature_path(update, document), SIGNATURE_FILE_BYTES_MAX);
    if (signature.outcome == FETCH_OK)
        to->signature = signature.body;
}

/* False: the document is needed and did not come. */
static bool take_response(struct update *update, enum keep_document document,
                          const struct fetch_response *response)
{
    const char *name = keep_document_name(document);
    if (response->retry_after_s > update->retry_after_s)
        update->retry_after_s = response->retry_after_s;
    if (response->outcome == FETCH_OK) {
        take_document(update, document, response);
        return true;
    }
    if (response->outcome == FETCH_UNCHANGED) {
        update->documents[document] = update->kept.documents[document];
        return true;
    }
    if (document == KEEP_HIDE && response->outcome == FETCH_MISSING)
        return true;
    log_warning("%s %s%s%.*s", name, fetch_outcome_text(response->outcome),
                response->why.bytes ? ": " : "", STR_ARG(response->why));
    return false;
}

/* ---- verification -------------------------------------------------------------------------- */

static struct signed_bytes signed_document(const struct update *update, enum keep_document document)
{
    return (struct signed_bytes){
        .name = str_of(keep_document_name(document)),
        .bytes = update->documents[document].bytes,
        .signature = update->documents[document].signature,
    };
}

static bool verify(struct update *update, enum keep_document document, struct report *report)
{
    struct signed_bytes bytes = signed_document(update, document);
    unsigned roles = document == KEEP_FEED ? KEY_PUBLISHER : KEY_APPROVER | KEY_RECEPTION;
    if (document == KEEP_PROFILE)
        return chain_check_profile(&update->options->root, &bytes, report);
    return chain_check_document(&update->profile, update->zone, update->now, roles, &bytes, report);
}

/* Verifies; when it fails and there is a source, fetches file and signature once more. */
static bool verify_or_retry(struct update *update, enum keep_document document)
{
    struct report first = report_new(update->arena);
    if (verify(update, document, &first))
        return true;
    if (update->source) {
        struct str path = str_of(keep_document_name(document));
        struct fetch_response again = get_plain(update, path, bytes_max[document]);
        if (again.outcome == FETCH_OK)
            take_document(update, document, &again);
    }
    return verify(update, document, &update->report);
}

/*
 * When a profile was signed, as `profile sign` writes it into the signed comment; INT64_MIN for
 * the signature of another program, which says nothing of it.
 */
static int64_t profile_signed_at(const struct kept_document *profile)
{
    struct signature signature;
    struct str comment, word;
    struct stamp at;
    if (!signature_parse(profile->signature, &signature))
        return INT64_MIN;
    comment = signature.trusted_comment;
    bool is_said = str_next(&comment, ' ', &word) && str_starts(word, "at=") &&
                   stamp_parse(str_slice(word, 3, word.bytes), &at) && at.kind == STAMP_MOMENT;
    return is_said ? stamp_moment(&at, NULL) : INT64_MIN;
}

/*
 * A profile that was signed before the kept one would make a key good again that has been revoked
 * since: then the kept one stays. One that was signed with a clock far ahead is no obstacle.
 */
static void keep_newer_profile(struct update *update)
{
    const struct kept_document *kept = &update->kept.documents[KEEP_PROFILE];
    struct kept_document *come = &update->documents[KEEP_PROFILE];
    struct signed_bytes bytes = { str_of(keep_document_name(KEEP_PROFILE)), kept->bytes,
                                  kept->signature };
    int64_t kept_at = profile_signed_at(kept), come_at = profile_signed_at(come);
    struct report quiet = report_new(update->arena);
    if (come_at == INT64_MIN || come_at >= kept_at || kept_at > update->now + FEED_FUTURE_S_MAX ||
        !chain_check_profile(&update->options->root, &bytes, &quiet))
        return;
    log_warning("centre.xml is older than the one that is kept, which stays");
    *come = *kept;
}

void update_keep_readable_colours(struct update *update)
{
    struct profile *profile = &update->profile, usual;
    struct place place = { .file = str_of(keep_document_name(KEEP_PROFILE)) };
    struct theme_verdict verdict = theme_check(profile, place, &update->report);
    profile_reference(update->arena, &usual);
    const struct profile *last = update->has_previous ? &update->previous.profile : &usual;
    if (!verdict.light)
        profile->light = last->light;
    if (!verdict.dark)
        profile->dark = last->dark;
    if (!verdict.light || !verdict.dark)
        log_warning("the colours of centre.xml cannot be read: the last good ones stay");
}

static bool use_profile(struct update *update)
{
    struct str name = str_of(keep_document_name(KEEP_PROFILE));
    if (!verify_or_retry(update, KEEP_PROFILE))
        return false;
    keep_newer_profile(update);
    if (!profile_read(update->arena, update->documents[KEEP_PROFILE].bytes, name, &update->report,
                      &update->profile))
        return false;
    update_keep_readable_colours(update);
    update->zone = zone_open(update->arena, NULL, update->profile.zone_name);
    if (!update->zone) {
        log_error("the time zone %.*s is not on this machine", STR_ARG(update->profile.zone_name));
        return false;
    }
    return true;
}

/*
 * What is kept was of the right age when it was accepted. It is older than the highest accepted
 * edition when an update ended between accepting and keeping the next.
 */
static bool check_age(struct update *update)
{
    struct accepted accepted = { 0 };
    const struct feed_state feed = { stamp_moment(&update->feed.updated, update->zone),
                                     hash_of(update->documents[KEEP_FEED].bytes) };
    accepted.any = keep_accepted_get(update->keep, str_of(update->options->site),
                                     &accepted.feed.updated, &accepted.feed.hash);
    if (update->source &&
        !chain_check_age(&accepted, &feed, update->options->now, update->options->clock_is_real,
                         update->zone, &update->report))
        return false;
    const struct stamp *until = &update->feed.valid_until;
    if (until->kind != STAMP_NONE && update->options->clock_is_real &&
        stamp_moment(until, update->zone) <= update->options->now) {
        struct place place = { .file = STR("feed.atom"), .element = STR("it:valid-until") };
        struct finding *finding = report_add(&update->report, FINDING_FEED_IS_STALE, place);
        finding_arg(&update->report, finding,
                    stamp_format(update->arena, stamp_moment(until, update->zone), update->zone));
    }
    return true;
}

static bool use_feed(struct update *update)
{
    struct str name = str_of(keep_document_name(KEEP_FEED));
    if (!verify_or_retry(update, KEEP_FEED) ||
        !feed_read(update->arena, update->documents[KEEP_FEED].bytes, name, &update->report,
                   &update->feed))
        return false;
    if (!update->feed.complete) {
        struct place place = { .file = name, .line = 1 };
        report_add(&update->report, FINDING_FEED_INCOMPLETE, place);
        return false;
    }
    return check_age(update);
}

/* A wrong hide.xml never stops the rest: then nothing more is hidden than before. */
static void use_hide(struct update *update)
{
    struct str name = str_of(keep_document_name(KEEP_HIDE));
    const struct kept_document *hide = &update->documents[KEEP_HIDE];
    if (hide->bytes.bytes == 0 && hide->signature.bytes == 0)
        return;
    bool fine = verify_or_retry(update, KEEP_HIDE);
    if (!fine && update->kept.documents[KEEP_HIDE].bytes.bytes > 0) {
        update->documents[KEEP_HIDE] = update->kept.documents[KEEP_HIDE];
        fine = verify(update, KEEP_HIDE, &update->report);
    }
    if (!fine || !hide_read(update->arena, update->documents[KEEP_HIDE].bytes, name,
                            &update->report, &update->hide))
        update->hide = (struct hide){ 0 };
}

bool update_documents(struct update *update)
{
    if (update->source) {
        struct exchange exchange = { 0 };
        for (int i = 0; i < KEEP_DOCUMENT_COUNT; i++)
            exchange.responses[i].outcome = FETCH_OFFLINE;
        ask_all(update, &exchange);
        for (int i = 0; i < KEEP_DOCUMENT_COUNT; i++) {
            if (!take_response(update, (enum keep_document)i, &exchange.responses[i]))
                return false;
        }
    } else {
        memcpy(update->documents, update->kept.documents, sizeof update->documents);
    }
    if (!use_profile(update) || !update_choose_display(update) || !use_feed(update))
        return false;
    use_hide(update);
    return true;
}
