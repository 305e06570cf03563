/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See replace.h. */
#include "app/replace.h"

#include "app/options.h"
#include "app/submission.h"
#include "app/verdict.h"
#include "base/file.h"
#include "feed/read_entry.h"

#include <stdio.h>

static struct replaced replaced_of(const struct shown *shown, bool is_other,
                                   const struct announcement *submission)
{
    return (struct replaced){
        .shown = shown,
        .is_other = is_other,
        .id = is_other ? submission->id : shown->announcement.id,
        .group = shown->announcement.group,
        .old_id = submission->id,
        .old_group = submission->group,
    };
}

/* Whose place it takes is said by a number or a file; which language version is up to its own. */
static bool choose(const struct shown_list *list, const char *given,
                   const struct announcement *submission, struct replaced *ret_replaced)
{
    bool is_other;
    const struct shown *shown = shown_find(list, str_of(given), submission, &is_other);
    if (shown && !shown->is_off) {
        *ret_replaced = replaced_of(shown, is_other, submission);
        return true;
    }
    if (shown)
        options_fail(_("--replaces %s: it is taken off the screens. Approve this one by itself, "
                       "then it gets a number of its own"),
                     given);
    else
        options_fail(_("--replaces %s: no approved announcement has this number, id or file"),
                     given);
    return false;
}

bool replace_find(struct arena *arena, const char *path, const char *given,
                  const struct announcement *submission, struct replaced *ret_replaced)
{
    struct shown_list list;
    const char *approved = verdict_approved_folder(arena, path);
    if (!approved) {
        options_fail(_("%s is not in a folder named inbox: only what lies there can take the place "
                       "of another"),
                     path);
        return false;
    }
    shown_read(arena, approved, &list);
    return choose(&list, given, submission, ret_replaced);
}

bool replace_is_theirs(const struct replaced *replaced, const struct announcement *submission)
{
    const struct announcement *before = &replaced->shown->announcement;
    for (size_t i = 0; i < before->author_count; i++) {
        for (size_t j = 0; j < submission->author_count; j++) {
            if (str_equal(before->authors[i].name, submission->authors[j].name))
                return true;
        }
    }
    return false;
}

/* ---- what belongs to it -------------------------------------------------------------------- */

/* Is it in the group that the submission has left? */
static bool is_left_behind(struct arena *arena, const char *path, const struct replaced *replaced)
{
    struct report ignored = report_new(arena);
    struct announcement announcement;
    struct str bytes;
    if (file_read(arena, path, ENTRY_BYTES_MAX, &bytes) != FILE_OK ||
        !entry_read(arena, bytes, str_of(path), &ignored, &announcement))
        return false;
    struct str group = announcement.group;
    return !str_equal(group, replaced->group) &&
           (str_equal(group, replaced->old_id) || str_equal(group, replaced->old_group));
}

/* Approved by themselves they would point to a group that nobody is in, and get a second number. */
static void say_left_behind(struct arena *arena, const char *path, const struct replaced *replaced)
{
    const struct shown *shown = replaced->shown;
    struct str given =
        shown->number > 0 ? str_format(arena, "%d", shown->number) : shown->announcement.id;
    struct str *paths;
    size_t count;
    if (!submission_paths(arena, str_c(arena, file_folder_of(str_of(path))), &paths, &count))
        return;
    for (size_t i = 0; i < count; i++) {
        if (is_left_behind(arena, str_c(arena, paths[i]), replaced))
            printf(_("it has another language version: --replaces %.*s also for %.*s\n"),
                   STR_ARG(given), STR_ARG(paths[i]));
    }
}

void replace_say(struct arena *arena, const char *path, const struct replaced *replaced)
{
    if (!replaced->shown)
        return;
    struct str name = shown_name(arena, replaced->shown);
    if (replaced->is_other)
        printf(_("it becomes another language version of: %.*s\n"), STR_ARG(name));
    else
        printf(_("it takes the place of: %.*s\n"), STR_ARG(name));
    say_left_behind(arena, path, replaced);
}
