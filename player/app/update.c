/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of stages, and the last two of them. */
#include "app/update.h"

#include "app/hiding.h"
#include "app/temporary.h"
#include "model/pack.h"

#define LOG_MODULE "update"
#include "base/log.h"

#include <stdio.h>
#include <stdlib.h>

#define POLLS_WAITED_MAX                                                                           \
    3 /* content-schema/README.md: an incomplete edition waits for at most three polls */
#define WAITING_FILE "waiting"

struct stage {
    const char *description; /* "Failed to …" */
    bool (*run)(struct update *update);
};

static const struct stage signed_stages[] = {
    { "get and verify the documents", update_documents },
    { "get and verify the announcements", update_entries },
    { "get and prepare the pictures", update_media },
    { "get the warnings", update_warnings },
    { "check the announcements", update_judge },
    { "keep the edition", update_keep },
};

static const struct stage folder_stages[] = {
    { "read the folder", update_folder },
    { "check the announcements", update_judge },
    { "keep the edition", update_keep },
};

void update_read_kept(struct update *update)
{
    enum keep_outcome outcome =
        keep_edition_read(update->keep, update->arena, KEEP_CURRENT, &update->kept);
    if (outcome != KEEP_OK && outcome != KEEP_MISSING)
        log_warning("the kept edition %s", keep_outcome_text(outcome));
    bool same_site = str_is(update->kept.site, update->options->site);
    if (!same_site)
        update->kept = (struct kept_edition){ 0 };
    update->has_previous = update->kept.packed.bytes > 0 &&
                           unpack_edition(update->arena, update->kept.packed, &update->previous);
    update->index = previous_index(update->arena, &update->previous);
}

enum update_outcome update_run(struct arena *arena, const struct update_options *options,
                               struct keep *keep, struct source *source, struct update *ret_update)
{
    struct update *update = ret_update;
    *update = (struct update){
        .arena = arena,
        .options = options,
        .keep = keep,
        .source = source,
        .report = report_new(arena),
    };
    update_read_kept(update);
    /* With a clock in 1970 every key would be not yet valid. */
    update->now = options->now;
    if (!options->clock_is_real && update->has_previous && update->previous.updated > update->now)
        update->now = update->previous.updated;
    const struct stage *stages = options->unsigned_folder ? folder_stages : signed_stages;
    size_t count = options->unsigned_folder ? ARRAY_LEN(folder_stages) : ARRAY_LEN(signed_stages);
    for (size_t i = 0; i < count; i++) {
        if (!stages[i].run(update)) {
            log_debug("failed to %s", stages[i].description);
            return UPDATE_NONE;
        }
    }
    bool is_partial = update->left_out > 0 || report_has(&update->report, SEVERITY_BLOCK);
    return is_partial ? UPDATE_PARTIAL : UPDATE_KEPT;
}

void update_finish(struct update *update)
{
    if (update->judging)
        judge_close(&update->judge);
    update->judging = false;
}

/* --display and --size: the picture is laid out for a display of that many pixels. */
bool update_choose_display(struct update *update)
{
    const struct display *display =
        profile_display(&update->profile, str_of(update->options->display));
    if (!display) {
        log_error("the centre profile has no display named %s", update->options->display);
        return false;
    }
    struct display *own = ARENA_NEW(update->arena, struct display);
    *own = *display;
    if (update->options->width > 0) {
        own->width = update->options->width;
        own->height = update->options->height;
        own->rotation = 0;
    }
    update->display = own;
    return true;
}

enum reason update_reason_before(const struct update *update, const struct hash *entry)
{
    const struct item *before = previous_entry(&update->index, entry);
    return before ? before->refused : REASON_SHOWN;
}

/* ---- verdicts ------------------------------------------------------------------------------ */

/* The item of the previous edition with the same bytes and approval, judged by the same profile. */
static const struct item *judged_before(const struct update *update, const struct item *item)
{
    if (!update->has_previous || hash_is_none(&item->entry) ||
        !str_equal(update->previous.display, update->display->name) ||
        !str_equal(update->kept.documents[KEEP_PROFILE].bytes,
                   update->documents[KEEP_PROFILE].bytes))
        return NULL;
    const struct item *before = previous_entry(&update->index, &item->entry);
    bool same = before && hash_equal(&before->signature, &item->signature) &&
                before->picture.width == item->picture.width &&
                before->picture.height == item->picture.height && before->seconds > 0;
    return same ? before : NULL;
}

static void judge_one(struct update *update, struct update_item *entry)
{
    struct item *item = &entry->item;
    if (item->refused != REASON_SHOWN || entry->judged)
        return;
    const struct item *before = judged_before(update, item);
    if (before && before->refused != REASON_MEDIA_MISSING &&
        before->refused != REASON_HASH_MISMATCH && before->refused != REASON_DAMAGED) {
        item->verdict = before->verdict;
        item->refused = before->refused;
        item->blocked_by = before->blocked_by;
        item->seconds = before->seconds;
        item->pages = before->pages;
        return;
    }
    judge_item(&update->judge, item, NULL, entry->overrides, &entry->report);
}

bool update_judge(struct update *update)
{
    struct edition *edition = &update->edition;
    *edition = (struct edition){
        .profile = update->profile,
        .display = update->display->name,
        .site = str_of(update->options->site),
        .accepted = update->options->now,
        .valid_until = INT64_MAX,
        .items = ARENA_ARRAY(update->arena, struct item, update->item_count),
    };
    if (update->feed.updated.kind != STAMP_NONE)
        edition->updated = stamp_moment(&update->feed.updated, update->zone);
    if (update->feed.valid_until.kind != STAMP_NONE)
        edition->valid_until = stamp_moment(&update->feed.valid_until, update->zone);
    for (size_t i = 0; i < update->item_count; i++) {
        judge_one(update, &update->items[i]);
        hiding_apply(update->arena, &update->hide, &update->items[i].item);
        if (update->items[i].item.refused != REASON_SHOWN)
            update->left_out++;
        edition->items[edition->item_count++] = update->items[i].item;
    }
    return true;
}

/* ---- keeping ------------------------------------------------------------------------------- */

/*
 * Is there something that another look may find whole? A file that is not all there, or a
 * signature that does not fit, may still be on its way; a key that is not trusted stays so.
 */
static bool is_incomplete(const struct update *update)
{
    for (size_t i = 0; i < update->item_count; i++) {
        enum reason reason = update->items[i].item.refused;
        if (reason == REASON_MEDIA_MISSING || reason == REASON_HASH_MISMATCH ||
            reason == REASON_DAMAGED || reason == REASON_BAD_SIGNATURE ||
            report_has_code(&update->items[i].report, FINDING_APPROVAL_MISSING))
            return true;
    }
    return false;
}

/* Counts polls for this very feed in a small file, so that a restart does not begin anew. */
static int polls_waited(struct update *update)
{
    char *path = file_join(update->arena, keep_state_path(update->keep), WAITING_FILE);
    struct hash feed = hash_of(update->documents[KEEP_FEED].bytes);
    struct str text, name = hash_str(update->arena, &feed), hex, number;
    int count = 0;
    if (file_read(update->arena, path, 256, &text) == FILE_OK && str_next(&text, ' ', &hex) &&
        str_equal(hex, name) && str_next(&text, '\n', &number) && !str_to_number(number, &count))
        count = 0;
    count++;
    struct str line = str_format(update->arena, "%.*s %d\n", STR_ARG(name), count);
    if (file_is_folder(path))
        temporary_remove(path); /* else it would be the first poll for ever */
    if (file_write(path, line, 0600) != FILE_OK)
        log_debug("cannot count the polls waited");
    return count;
}

static bool must_wait(struct update *update)
{
    if (update->options->strict || !update->has_previous || !is_incomplete(update))
        return false;
    struct hash before = hash_of(update->kept.documents[KEEP_FEED].bytes);
    struct hash now = hash_of(update->documents[KEEP_FEED].bytes);
    if (hash_equal(&before, &now))
        return false; /* already taken: now it can only get better */
    int waited = polls_waited(update);
    if (waited >= POLLS_WAITED_MAX)
        return false;
    log_warning("the new edition is not complete; the last one stays (poll %d of %d)", waited,
                POLLS_WAITED_MAX);
    return true;
}

static bool same_as_kept(struct update *update, struct str packed)
{
    for (int i = 0; i < KEEP_DOCUMENT_COUNT; i++) {
        const struct kept_document *a = &update->documents[i], *b = &update->kept.documents[i];
        if (!str_equal(a->bytes, b->bytes) || !str_equal(a->signature, b->signature) ||
            !str_equal(a->etag, b->etag) || !str_equal(a->last_modified, b->last_modified))
            return false;
    }
    return str_equal(packed, update->kept.packed);
}

static void collect_garbage(struct update *update)
{
    struct hash *wanted = ARENA_ARRAY(update->arena, struct hash, 4 * update->item_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < update->item_count; i++) {
        const struct item *item = &update->items[i].item;
        wanted[count++] = item->entry;
        wanted[count++] = item->signature;
        wanted[count++] = item->picture.source;
        wanted[count++] = item->picture.pixels;
    }
    size_t removed = keep_collect(update->keep, wanted, count, KEEP_BYTES_MAX);
    if (removed > 0)
        log_notice("removed %zu objects: the cache was full", removed);
}

bool update_keep(struct update *update)
{
    if (!update->options->write)
        return true;
    if (must_wait(update))
        return false;
    struct kept_edition kept = { .site = str_of(update->options->site) };
    memcpy(kept.documents, update->documents, sizeof kept.documents);
    if (update->has_previous)
        update->edition.accepted = update->previous.accepted;
    kept.packed = pack_edition(update->arena, &update->edition);
    if (same_as_kept(update, kept.packed))
        return true;
    update->edition.accepted = update->options->now;
    kept.packed = pack_edition(update->arena, &update->edition);
    struct hash feed = hash_of(update->documents[KEEP_FEED].bytes);
    enum keep_outcome outcome = KEEP_OK;
    /* Accepted before kept: killed in between, the same feed may still come again. */
    if (!update->options->unsigned_folder)
        outcome = keep_accepted_put(update->keep, kept.site, update->edition.updated, &feed);
    if (outcome == KEEP_OK)
        outcome = keep_edition_write(update->keep, &kept);
    if (outcome != KEEP_OK) {
        log_error("the new edition is not kept: %s", keep_outcome_text(outcome));
        return false;
    }
    if (!update->options->strict)
        log_notice("edition of %zu announcements, %zu left out", update->item_count,
                   update->left_out);
    collect_garbage(update);
    return true;
}
