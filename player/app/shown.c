/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See shown.h. What cannot be read is passed over: `publish` says what is wrong with it. */
#include "app/shown.h"

#include "app/hiding.h"
#include "app/submission.h"
#include "app/taken_off.h"
#include "base/file.h"
#include "base/identity_code.h"
#include "feed/read_entry.h"
#include "feed/read_feed.h"

#define SCRATCH_BYTES_MAX ((size_t)64 << 20)

/* ---- numbers ------------------------------------------------------------------------------- */

static void note_number(void *context, const struct announcement *published, struct report *report)
{
    struct shown_list *list = context;
    (void)report;
    for (size_t i = 0; i < list->count; i++) {
        struct shown *shown = &list->items[i];
        if (str_equal(shown->announcement.group, published->group))
            shown->number = published->number;
    }
}

static void read_numbers(const char *approved, struct shown_list *list)
{
    struct arena *scratch = arena_new(SCRATCH_BYTES_MAX);
    struct report report = report_new(scratch);
    const char *desk = str_c(scratch, file_folder_of(str_of(approved)));
    const char *path = file_join(scratch, file_join(scratch, desk, "site"), "feed.atom");
    const struct feed_taker taker = { .take = note_number, .context = list };
    struct str bytes;
    if (file_read(scratch, path, FEED_BYTES_MAX, &bytes) == FILE_OK)
        (void)!feed_read_announcements(scratch, bytes, str_of(path), &taker, &report);
    arena_free(scratch);
}

/* ---- what is off --------------------------------------------------------------------------- */

static void note_hidden(const char *approved, struct shown_list *list)
{
    struct arena *scratch = arena_new(SCRATCH_BYTES_MAX);
    struct hide hide;
    if (taken_off_list(scratch, approved, &hide))
        for (size_t i = 0; i < list->count; i++) {
            struct item item = { .announcement = list->items[i].announcement };
            hiding_apply(scratch, &hide, &item);
            list->items[i].is_off = item.hidden;
        }
    arena_free(scratch);
}

/* ---- all of it ----------------------------------------------------------------------------- */

static bool read_one(struct arena *arena, const char *path, struct announcement *ret_announcement)
{
    struct report report = report_new(arena);
    struct str bytes;
    return file_read(arena, path, ENTRY_BYTES_MAX, &bytes) == FILE_OK &&
           entry_read(arena, bytes, str_of(path), &report, ret_announcement);
}

void shown_read(struct arena *arena, const char *approved, struct shown_list *ret_list)
{
    struct shown_list list = { 0 };
    struct str *paths;
    size_t count = 0;
    if (file_is_folder(approved) && submission_paths(arena, approved, &paths, &count))
        list.items = ARENA_ARRAY(arena, struct shown, count + 1);
    for (size_t i = 0; i < count; i++) {
        struct shown *shown = &list.items[list.count];
        shown->path = str_c(arena, paths[i]);
        list.count += read_one(arena, shown->path, &shown->announcement);
    }
    read_numbers(approved, &list);
    note_hidden(approved, &list);
    *ret_list = list;
}

/* The one that is called just so; NULL for none. */
static const struct shown *find_exact(const struct shown_list *list, struct str given)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct shown *shown = &list->items[i];
        if (str_equal(shown->announcement.id, given) ||
            str_equal(file_name_of(str_of(shown->path)), file_name_of(given)))
            return shown;
    }
    return NULL;
}

static bool is_meant(const struct shown *shown, struct str given)
{
    int number;
    if (str_to_number(given, &number))
        return number > 0 && shown->number == number;
    return str_equal(shown->announcement.group, given);
}

/* The tag tells the form of a language, too. *ret_other: when it is NULL, any that is meant. */
static const struct shown *find_version(const struct shown_list *list, struct str given,
                                        const struct announcement *submission,
                                        const struct shown **ret_other)
{
    const struct shown *same_language = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const struct shown *shown = &list->items[i];
        if (!is_meant(shown, given))
            continue;
        if (str_equal(shown->announcement.language_tag, submission->language_tag))
            return shown;
        if (!same_language && shown->announcement.language == submission->language)
            same_language = shown;
        if (!*ret_other)
            *ret_other = shown;
    }
    return same_language;
}

const struct shown *shown_find(const struct shown_list *list, struct str given,
                               const struct announcement *submission, bool *ret_is_other)
{
    const struct shown *exact = find_exact(list, given), *other = exact;
    *ret_is_other = false;
    if (exact && exact->announcement.language == submission->language)
        return exact;
    const struct shown *version =
        find_version(list, exact ? exact->announcement.group : given, submission, &other);
    *ret_is_other = !version && other;
    return version ? version : other;
}

struct str shown_name(struct arena *arena, const struct shown *shown)
{
    const struct str args[] = {
        str_format(arena, "%d", shown->number),
        identity_code_mask(arena, shown->announcement.title),
    };
    return shown->number > 0 ? i18n_fill(arena, _("No {0}, {1}"), args, ARRAY_LEN(args)) : args[1];
}
