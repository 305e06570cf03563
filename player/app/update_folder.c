/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of unsigned announcements as an edition: for tests, demonstrations and senders. */
#include "app/submission.h"
#include "app/update.h"
#include "base/file.h"

#define LOG_MODULE "update"
#include "base/log.h"

/* --centre, else centre.xml of the folder, else the built-in reference; false for a broken one. */
static bool read_profile(struct update *update)
{
    const char *path = update->options->centre;
    struct str bytes;
    if (!path && file_is_folder(update->options->site)) {
        const char *own = file_join(update->arena, update->options->site, "centre.xml");
        path = file_exists(own) ? own : NULL;
    }
    if (!path) {
        profile_reference(update->arena, &update->profile);
        return true;
    }
    enum file_outcome outcome = file_read(update->arena, path, PROFILE_BYTES_MAX, &bytes);
    if (outcome != FILE_OK) {
        log_error("%s %s", path, file_outcome_text(outcome));
        return false;
    }
    if (!profile_read(update->arena, bytes, str_of(path), &update->report, &update->profile))
        return false;
    update_keep_readable_colours(update);
    return true;
}

static bool set_up(struct update *update)
{
    if (!read_profile(update) || !update_choose_display(update))
        return false;
    if (!judge_open(update->arena, &update->profile, update->display, update->options->now,
                    &update->judge))
        return false;
    update->zone = update->judge.zone;
    update->judging = true;
    return true;
}

static void keep_picture(struct update *update, struct submission *submission)
{
    size_t bytes = 4 * (size_t)submission->pixels.width * (size_t)submission->pixels.height;
    struct str data = { (const char *)submission->pixels.at, bytes };
    struct item *item = &submission->item;
    if (!submission->pixels.at)
        return;
    if (keep_put(update->keep, data, &item->picture.pixels) != KEEP_OK)
        item->refused = REASON_DAMAGED;
}

/* A file that is no announcement has no item: what is wrong with it is said of the folder. */
static void take_findings(struct report *to, const struct report *from)
{
    for (size_t i = 0; i < from->count; i++)
        *ARENA_PUSH(to->arena, to->findings, to->count) = from->findings[i];
}

bool update_folder(struct update *update)
{
    struct str *paths;
    size_t count;
    if (!set_up(update) || !submission_paths(update->arena, update->options->site, &paths, &count))
        return false;
    update->items = ARENA_ARRAY(update->arena, struct update_item, count + 1);
    for (size_t i = 0; i < count; i++) {
        struct submission submission;
        submission_read(update->arena, &update->judge, str_c(update->arena, paths[i]), &submission);
        if (submission.readable) {
            submission.item.entry = hash_of(submission.bytes);
            keep_picture(update, &submission);
            update->items[update->item_count++] = (struct update_item){
                .item = submission.item,
                .report = submission.report,
                .judged = true,
            };
        } else {
            take_findings(&update->report, &submission.report);
            update->left_out++;
        }
        submission_free(&submission);
    }
    return true;
}
