/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See submission.h. */
#include "app/submission.h"

#include "app/options.h"
#include "app/picture.h"
#include "base/file.h"
#include "feed/read_entry.h"

static struct finding *add(struct submission *submission, enum finding_code code,
                           const char *element)
{
    struct place place = { .file = submission->file, .element = str_of(element) };
    if (str_is(place.element, "img")) {
        place.line = submission->item.announcement.picture.line;
        place.column = submission->item.announcement.picture.column;
    }
    return report_add(&submission->report, code, place);
}

/* A path out of the folder would read files that nobody sent. */
static bool stays_inside(struct str href)
{
    return href.bytes > 0 && href.at[0] != '/' && str_find(href, STR("..")) < 0 &&
           str_find(href, STR("://")) < 0;
}

/* An entry file of a site lies in entries/, its medium under its hash in media/ beside that. */
static char *published_path(struct arena *arena, const char *folder, const struct picture *picture)
{
    struct str name =
        str_format(arena, "../media/%.*s.%s", STR_ARG(hash_str(arena, &picture->hash)),
                   picture_ending_of(picture->type, picture->href));
    return file_join(arena, folder, str_c(arena, name));
}

static bool read_medium(struct arena *arena, const char *folder, struct submission *submission,
                        struct str *ret_bytes)
{
    const struct picture *picture = &submission->item.announcement.picture;
    char *path = file_join(arena, folder, str_c(arena, picture->href));
    enum file_outcome outcome = FILE_MISSING;
    if (stays_inside(picture->href))
        outcome = file_read(arena, path, PICTURE_FILE_BYTES_MAX, ret_bytes);
    if (outcome == FILE_MISSING && !hash_is_none(&picture->hash)) {
        path = published_path(arena, folder, picture);
        outcome = file_read(arena, path, PICTURE_FILE_BYTES_MAX, ret_bytes);
    }
    if (outcome == FILE_TOO_BIG) {
        struct finding *finding = add(submission, FINDING_PICTURE_BYTES, "img");
        finding_arg(&submission->report, finding, picture->href);
        finding_arg(&submission->report, finding, STR("> 20971520"));
        finding_number(&submission->report, finding,
                       (long)report_limit(&submission->report, RULE_FILE_SIZE));
        return false;
    }
    if (outcome != FILE_OK) {
        finding_arg(&submission->report, add(submission, FINDING_FILE_NOT_THERE, "img"),
                    picture->href);
        return false;
    }
    submission->media_path = str_of(path);
    submission->media_hash = hash_of(*ret_bytes);
    submission->media_bytes = (int64_t)ret_bytes->bytes;
    return true;
}

static bool is_declared_one(struct submission *submission)
{
    const struct picture *picture = &submission->item.announcement.picture;
    bool length = picture->length == 0 || picture->length == submission->media_bytes;
    bool hash = hash_is_none(&picture->hash) || hash_equal(&picture->hash, &submission->media_hash);
    if (length && hash)
        return true;
    finding_arg(&submission->report, add(submission, FINDING_FILE_OTHER_BYTES, "img"),
                picture->href);
    return false;
}

static void prepare_picture(const struct judge *judge, struct str bytes,
                            struct submission *submission)
{
    struct item *item = &submission->item;
    enum picture_outcome outcome =
        picture_prepare(judge->decoder, bytes, &item->announcement, judge->display,
                        &submission->report, &submission->picture);
    if (outcome != PICTURE_READY)
        return;
    submission->pixels = submission->picture.pixels;
    item->picture.width = submission->pixels.width;
    item->picture.height = submission->pixels.height;
    item->picture.source = submission->media_hash;
}

static void judge_prepared(const struct judge *judge, struct submission *submission)
{
    const struct ready_picture *ready = &submission->picture;
    struct rule_picture picture = { .probe = &ready->probe,
                                    .delivered_width = probe_seen_width(&ready->probe),
                                    .delivered_height = probe_seen_height(&ready->probe),
                                    .pixels = ready->pixels };
    judge_item(judge, &submission->item, ready->pixels.at ? &picture : NULL, (struct str){ 0 },
               &submission->report);
}

void submission_judge(struct arena *arena, const struct judge *judge, const char *folder,
                      struct submission *submission)
{
    struct str bytes;
    if (submission->item.announcement.has_picture && folder &&
        read_medium(arena, folder, submission, &bytes) && is_declared_one(submission))
        prepare_picture(judge, bytes, submission);
    judge_prepared(judge, submission);
}

void submission_judge_medium(const struct judge *judge, struct str medium,
                             struct submission *submission)
{
    submission->media_hash = hash_of(medium);
    submission->media_bytes = (int64_t)medium.bytes;
    if (submission->item.announcement.has_picture && medium.bytes > 0)
        prepare_picture(judge, medium, submission);
    judge_prepared(judge, submission);
}

void submission_read(struct arena *arena, const struct judge *judge, const char *path,
                     struct submission *ret_submission)
{
    struct submission *submission = ret_submission;
    *submission = (struct submission){ .file = str_of(path), .report = report_new(arena) };
    submission->report.settings = judge->profile->rules;
    enum file_outcome outcome = file_read(arena, path, FEED_BYTES_MAX, &submission->bytes);
    if (outcome == FILE_TOO_BIG) {
        finding_number(&submission->report, add(submission, FINDING_XML_TOO_BIG, ""),
                       (long)FEED_BYTES_MAX);
        return;
    }
    if (outcome != FILE_OK) {
        finding_arg(&submission->report, add(submission, FINDING_FILE_NOT_THERE, ""),
                    submission->file);
        return;
    }
    submission->readable = entry_read(arena, submission->bytes, submission->file,
                                      &submission->report, &submission->item.announcement);
    if (submission->readable)
        submission_judge(arena, judge, str_c(arena, file_folder_of(submission->file)), submission);
}

void submission_free(struct submission *submission)
{
    if (submission->pixels.at)
        pixels_free(&submission->pixels);
}

bool submission_is_name(struct str name)
{
    return str_is(file_ending_of(name), ".xml") && !str_starts(name, "~") &&
           !str_is(name, "centre.xml") && !str_is(name, "hide.xml");
}

bool submission_paths(struct arena *arena, const char *path, struct str **ret_paths,
                      size_t *ret_count)
{
    struct str *names, *paths = NULL;
    size_t name_count, count = 0;
    if (strcmp(path, "-") == 0 || !file_is_folder(path)) {
        if (strcmp(path, "-") != 0 && !file_exists(path)) {
            options_fail(_("there is no file %s"), path);
            return false;
        }
        *ARENA_PUSH(arena, paths, count) = str_of(path);
    } else {
        enum file_outcome outcome = file_list(arena, path, &names, &name_count);
        if (outcome != FILE_OK) {
            options_fail("%s %s", path, _(file_outcome_text(outcome)));
            return false;
        }
        for (size_t i = 0; i < name_count; i++) {
            if (submission_is_name(names[i]))
                *ARENA_PUSH(arena, paths, count) =
                    str_of(file_join(arena, path, str_c(arena, names[i])));
        }
    }
    *ret_paths = paths;
    *ret_count = count;
    return true;
}
