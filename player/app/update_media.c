/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pictures: each is kept by its hash as it came and once more as the pixels that the display
 * draws. What failed to decode is remembered and not tried again.
 */
#include "app/picture.h"
#include "app/update.h"

#define LOG_MODULE "update"
#include "base/log.h"

#define PICTURE_ARENA_BYTES_MAX (160u << 20)

static struct str medium_path(struct arena *arena, const struct picture *picture)
{
    return str_format(arena, "media/%.*s.%s", STR_ARG(hash_str(arena, &picture->hash)),
                      picture_ending_of(picture->type, picture->href));
}

/* The pixels that the previous edition had of the same medium, when they are still sound. */
static bool reuse_prepared(struct update *update, struct item *item)
{
    const struct item *before = previous_medium(&update->index, &item->announcement.picture.hash);
    if (!before || !str_equal(update->previous.display, update->display->name) ||
        before->picture.width > display_seen_width(update->display) ||
        before->picture.height > display_seen_height(update->display))
        return false;
    const struct prepared_picture *picture = &before->picture;
    struct arena *scratch = arena_new(PICTURE_ARENA_BYTES_MAX);
    struct str pixels;
    size_t bytes = 4 * (size_t)picture->width * (size_t)picture->height;
    enum keep_outcome outcome = keep_get(update->keep, scratch, &picture->pixels, bytes, &pixels);
    bool sound = outcome == KEEP_OK && pixels.bytes == bytes;
    arena_free(scratch);
    if (sound)
        item->picture = *picture;
    else if (outcome == KEEP_DAMAGED && update->options->write)
        keep_drop(update->keep, &picture->pixels);
    return sound;
}

static void refuse(struct update_item *entry, enum reason reason, enum finding_code code)
{
    struct place place = entry->item.announcement.where;
    place.element = STR("img");
    finding_arg(&entry->report, report_add(&entry->report, code, place),
                entry->item.announcement.picture.href);
    entry->item.refused = reason;
}

/* The medium from what is kept, else from the source; its hash is right when true comes back. */
static bool get_medium(struct update *update, struct arena *scratch, struct update_item *entry,
                       struct str *ret_bytes)
{
    const struct picture *picture = &entry->item.announcement.picture;
    enum keep_outcome outcome =
        keep_get(update->keep, scratch, &picture->hash, PICTURE_FILE_BYTES_MAX, ret_bytes);
    if (outcome == KEEP_OK)
        return true;
    if (outcome == KEEP_DAMAGED && update->options->write) {
        log_warning("a kept picture is damaged; it is fetched again");
        keep_drop(update->keep, &picture->hash);
    }
    if (!update->source) {
        enum reason before = update_reason_before(update, &entry->item.entry);
        refuse(entry, before == REASON_SHOWN ? REASON_DAMAGED : before, FINDING_FILE_NOT_THERE);
        return false;
    }
    struct fetch_request request = { .path = medium_path(scratch, picture),
                                     .bytes_max = PICTURE_FILE_BYTES_MAX };
    for (int tries = 0; tries < 2; tries++) {
        struct fetch_response response = { .outcome = FETCH_OFFLINE };
        struct hash hash;
        source_get(update->source, scratch, &request, &response);
        if (response.outcome != FETCH_OK) {
            refuse(entry, REASON_MEDIA_MISSING, FINDING_FILE_NOT_THERE);
            return false;
        }
        hash = hash_of(response.body);
        if (!hash_equal(&hash, &picture->hash))
            continue;
        if (update->options->write && keep_put(update->keep, response.body, &hash) != KEEP_OK)
            log_warning("a picture is not kept");
        *ret_bytes = response.body;
        return true;
    }
    refuse(entry, REASON_HASH_MISMATCH, FINDING_FILE_OTHER_BYTES);
    return false;
}

/* Keeps the pixels and notes them in the item. */
static void keep_pixels(struct update *update, struct item *item, struct pixels *pixels)
{
    size_t bytes = 4 * (size_t)pixels->width * (size_t)pixels->height;
    struct str data = { (const char *)pixels->at, bytes };
    struct hash hash;
    enum keep_outcome outcome = KEEP_OK;
    if (update->options->write)
        outcome = keep_put(update->keep, data, &hash);
    else
        hash = hash_of(data);
    if (outcome == KEEP_OK)
        item->picture = (struct prepared_picture){
            .width = pixels->width,
            .height = pixels->height,
            .source = item->announcement.picture.hash,
            .pixels = hash,
        };
    else {
        item->refused = REASON_DAMAGED;
        log_warning("a picture is not kept: %s", keep_outcome_text(outcome));
    }
}

static void prepare(struct update *update, struct update_item *entry, struct str bytes)
{
    struct item *item = &entry->item;
    const struct picture *picture = &item->announcement.picture;
    struct ready_picture ready;
    int why;
    if (keep_failed_get(update->keep, &picture->hash, &why)) {
        refuse(entry, REASON_BLOCKED_BY_RULE, (enum finding_code)why);
        item->blocked_by = finding_info((enum finding_code)why)->rule;
        return;
    }
    switch (picture_prepare(update->judge.decoder, bytes, &item->announcement, update->display,
                            &entry->report, &ready)) {
    case PICTURE_READY:
        keep_pixels(update, item, &ready.pixels);
        pixels_free(&ready.pixels);
        break;
    case PICTURE_REFUSED: {
        enum finding_code code = entry->report.findings[entry->report.count - 1].code;
        item->refused = REASON_BLOCKED_BY_RULE;
        item->blocked_by = finding_info(code)->rule;
        if (update->options->write)
            keep_failed_put(update->keep, &picture->hash, (int)code);
        break;
    }
    case PICTURE_LATER:
        item->refused = REASON_DAMAGED;
        break;
    }
}

bool update_media(struct update *update)
{
    if (!judge_open(update->arena, &update->profile, update->display, update->options->now,
                    &update->judge))
        return false;
    update->judging = true;
    for (size_t i = 0; i < update->item_count; i++) {
        struct update_item *entry = &update->items[i];
        if (update->options->progress)
            update->options->progress("pictures", i + 1, update->item_count);
        if (entry->item.refused != REASON_SHOWN || !entry->item.announcement.has_picture)
            continue;
        struct str bytes;
        struct arena *scratch = arena_new(PICTURE_ARENA_BYTES_MAX);
        if (get_medium(update, scratch, entry, &bytes) && !reuse_prepared(update, &entry->item))
            prepare(update, entry, bytes);
        arena_free(scratch);
    }
    if (update->options->progress)
        update->options->progress("", 0, 0);
    return true;
}
