/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Entry files: first what is kept, then what is missing is fetched, then what does not verify is
 * fetched once more. Nothing is parsed before its hash and its approver's signature have been
 * checked; what fails stays as an item with its reason.
 */
#include "app/update.h"
#include "feed/read_entry.h"

#define LOG_MODULE "update"
#include "base/log.h"

enum slot_state { SLOT_WANTED, SLOT_DONE, SLOT_FAILED };

/* One entry of the feed on its way to being an item. */
struct slot_entry {
    enum slot_state state;
    struct str bytes, signature;
    struct approval approval;
    struct report report; /* of the last try */
    enum reason reason;   /* why it failed */
};

struct work {
    struct update *update;
    struct slot_entry *slots;
    size_t *request_slots; /* slot of each pair of requests */
    size_t requests;
};

static struct str entry_name(struct update *update, const struct feed_entry *entry)
{
    return str_format(update->arena, "entries/%.*s.xml",
                      STR_ARG(hash_str(update->arena, &entry->hash)));
}

/* Hash, then signature. On success the approval is kept. */
static bool verify_slot(struct update *update, const struct feed_entry *entry,
                        struct slot_entry *slot)
{
    struct str name = entry_name(update, entry);
    slot->report = report_new(update->arena);
    if (!chain_check_file(name, slot->bytes, 0, &entry->hash, &slot->report)) {
        slot->reason = REASON_HASH_MISMATCH;
        return false;
    }
    struct signed_bytes bytes = { name, slot->bytes, slot->signature };
    bool fine = chain_check_entry(&update->profile, update->zone, KEY_APPROVER | KEY_ALERT, &bytes,
                                  &slot->report, &slot->approval);
    bool does_not_fit = report_has_code(&slot->report, FINDING_APPROVAL_WRONG);
    slot->reason = does_not_fit ? REASON_BAD_SIGNATURE : REASON_NOT_APPROVED;
    return fine;
}

/* The signature that was kept for an entry in the previous edition. */
static bool kept_signature(struct update *update, const struct hash *entry,
                           struct str *ret_signature)
{
    const struct item *item = previous_entry(&update->index, entry);
    return item && keep_get(update->keep, update->arena, &item->signature, SIGNATURE_FILE_BYTES_MAX,
                            ret_signature) == KEEP_OK;
}

static void look_in_keep(struct update *update, const struct feed_entry *entry,
                         struct slot_entry *slot)
{
    enum keep_outcome outcome =
        keep_get(update->keep, update->arena, &entry->hash, ENTRY_BYTES_MAX, &slot->bytes);
    if (outcome == KEEP_DAMAGED) {
        log_warning("a kept announcement is damaged; it is fetched again");
        if (update->options->write)
            keep_drop(update->keep, &entry->hash);
        slot->reason = REASON_DAMAGED;
    }
    if (outcome == KEEP_OK && kept_signature(update, &entry->hash, &slot->signature) &&
        verify_slot(update, entry, slot))
        slot->state = SLOT_DONE;
}

static bool note_response(void *context, size_t index, const struct fetch_response *response)
{
    struct work *work = context;
    struct slot_entry *slot = &work->slots[work->request_slots[index / 2]];
    struct str *to = index % 2 == 0 ? &slot->bytes : &slot->signature;
    *to = response->outcome == FETCH_OK ? response->body : (struct str){ 0 };
    if (response->outcome != FETCH_OK && index % 2 == 0)
        slot->reason = REASON_MEDIA_MISSING;
    if (work->update->options->progress)
        work->update->options->progress("announcements", index + 1, 2 * work->requests);
    return true;
}

static struct fetch_request *make_requests(struct work *work)
{
    struct update *update = work->update;
    struct fetch_request *requests =
        ARENA_ARRAY(update->arena, struct fetch_request, 2 * update->feed.entry_count + 1);
    work->requests = 0;
    for (size_t i = 0; i < update->feed.entry_count; i++) {
        if (work->slots[i].state != SLOT_WANTED || hash_is_none(&update->feed.entries[i].hash))
            continue;
        struct str name = entry_name(update, &update->feed.entries[i]);
        struct str signature = str_join(update->arena, name, STR(".minisig"));
        requests[2 * work->requests] =
            (struct fetch_request){ .path = name, .bytes_max = ENTRY_BYTES_MAX };
        requests[2 * work->requests + 1] =
            (struct fetch_request){ .path = signature, .bytes_max = SIGNATURE_FILE_BYTES_MAX };
        work->request_slots[work->requests++] = i;
    }
    return requests;
}

static void keep_slot(struct update *update, const struct slot_entry *slot)
{
    struct hash hash;
    enum keep_outcome outcome = keep_put(update->keep, slot->bytes, &hash);
    if (outcome == KEEP_OK)
        outcome = keep_put(update->keep, slot->signature, &hash);
    if (outcome != KEEP_OK)
        log_warning("an announcement is not kept: %s", keep_outcome_text(outcome));
}

/* Fetches what is still wanted and verifies it. */
static void fetch_pass(struct work *work)
{
    struct update *update = work->update;
    struct fetch_request *requests = make_requests(work);
    if (work->requests == 0)
        return;
    source_get_many(update->source, update->arena, requests, 2 * work->requests, note_response,
                    work);
    for (size_t i = 0; i < work->requests; i++) {
        struct slot_entry *slot = &work->slots[work->request_slots[i]];
        const struct feed_entry *entry = &update->feed.entries[work->request_slots[i]];
        if (slot->bytes.bytes == 0 || !verify_slot(update, entry, slot))
            continue;
        slot->state = SLOT_DONE;
        if (update->options->write)
            keep_slot(update, slot);
    }
}

/* What the feed says of an announcement, for one that cannot be read itself. */
static void name_as_feed(struct announcement *announcement, const struct feed_entry *entry)
{
    announcement->id = entry->id;
    announcement->group = entry->id;
    announcement->title = entry->title;
    announcement->language_tag = entry->language_tag;
    announcement->number = entry->number;
    if (!language_of_tag(entry->language_tag, &announcement->language, NULL))
        announcement->language = LANGUAGE_FI;
}

static void read_slot(struct update *update, const struct feed_entry *entry,
                      struct slot_entry *slot, struct update_item *to)
{
    struct str name = entry_name(update, entry);
    struct item *item = &to->item;
    to->report = slot->report;
    to->report.settings = update->profile.rules;
    to->overrides = slot->approval.overrides;
    item->signature = hash_of(slot->signature);
    item->approved_by = str_copy(update->arena, slot->approval.by);
    item->approved_at = str_copy(update->arena, slot->approval.at);
    if (!entry_read(update->arena, slot->bytes, name, &to->report, &item->announcement)) {
        item->refused = REASON_BLOCKED_BY_RULE;
        item->blocked_by = RULE_XML_FORM;
        name_as_feed(&item->announcement, entry);
        return;
    }
    item->announcement.number = entry->number;
    if (!approval_has_role(&slot->approval, item->announcement.kind)) {
        struct place place = { .file = name };
        finding_arg(&to->report, report_add(&to->report, FINDING_APPROVAL_KEY, place),
                    slot->approval.by);
        item->refused = REASON_NOT_APPROVED;
    }
}

/* Without a source the reason is the one that was found when there was one. */
static enum reason missing_reason(const struct update *update, const struct feed_entry *entry,
                                  const struct slot_entry *slot)
{
    enum reason before = update_reason_before(update, &entry->hash);
    if (!update->source && before != REASON_SHOWN)
        return before;
    if (!update->source && update->has_previous)
        return REASON_DAMAGED; /* it was shown, so it was there */
    return slot->reason == REASON_SHOWN ? REASON_MEDIA_MISSING : slot->reason;
}

/* What did not come or verify: known by what the feed says of it, never drawn. */
static void note_missing(struct update_item *to, const struct feed_entry *entry,
                         const struct slot_entry *slot, enum reason reason)
{
    to->report = slot->report;
    to->item.refused = reason;
    name_as_feed(&to->item.announcement, entry);
}

bool update_entries(struct update *update)
{
    size_t count = update->feed.entry_count;
    struct work work = {
        .update = update,
        .slots = ARENA_ARRAY(update->arena, struct slot_entry, count + 1),
        .request_slots = ARENA_ARRAY(update->arena, size_t, count + 1),
    };
    for (size_t i = 0; i < count; i++) {
        work.slots[i].report = report_new(update->arena);
        look_in_keep(update, &update->feed.entries[i], &work.slots[i]);
    }
    for (int pass = 0; update->source && pass < 2; pass++)
        fetch_pass(&work);
    update->items = ARENA_ARRAY(update->arena, struct update_item, count + 1);
    update->item_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct feed_entry *entry = &update->feed.entries[i];
        update->items[i].item.entry = entry->hash;
        if (work.slots[i].state == SLOT_DONE)
            read_slot(update, entry, &work.slots[i], &update->items[i]);
        else
            note_missing(&update->items[i], entry, &work.slots[i],
                         missing_reason(update, entry, &work.slots[i]));
    }
    return true;
}
