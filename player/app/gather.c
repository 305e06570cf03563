/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gather.h. */
#include "app/gather.h"

#include "app/commands.h"
#include "app/terminal.h"
#include "base/clock.h"
#include "base/file.h"
#include "feed/read_entry.h"
#include "feed/read_feed.h"
#include "rules/rule_together.h"

#include <stdio.h>
#include <stdlib.h>

static bool is_site_folder(const struct options *options, const char *path)
{
    return file_is_folder(path) &&
           file_exists(file_join(options->arena, path, "feed.atom.minisig"));
}

bool gather_open(const struct options *options, bool with_views, struct gathering *ret_gathering)
{
    struct gathering gathering = { .with_views = with_views };
    struct profile *profile = ARENA_NEW(options->arena, struct profile);
    struct checked *checked = &gathering.checked;
    checked->arena = options->arena;
    checked->profile = profile;
    checked->strict = options_has(options, OPTION_STRICT);
    const char *first = options->arguments[0];
    const char *site = is_site_folder(options, first) ? first : NULL;
    if (!options_now(options, &checked->now) || !command_profile_of(options, site, profile))
        return false;
    const struct display *display = command_display(options, profile);
    if (!display ||
        !judge_open_to_look(options->arena, profile, display, checked->now, &gathering.judge))
        return false;
    gathering.with_views = with_views && gathering.judge.fonts;
    judge_add_sight(&gathering.judge);
    checked->zone = gathering.judge.zone;
    gathering.maker = (struct view_maker){ .fonts = gathering.judge.fonts,
                                           .profile = profile,
                                           .zone = checked->zone,
                                           .now = checked->now,
                                           .bytes_left = VIEW_BYTES_MAX };
    *ret_gathering = gathering;
    return true;
}

void gather_close(struct gathering *gathering)
{
    judge_close(&gathering->judge);
    while (gathering->site_count > 0)
        site_edition_close(gathering->sites[--gathering->site_count]);
}

/* ---- items --------------------------------------------------------------------------------- */

static void add_item(struct gathering *gathering, const struct submission *submission)
{
    struct checked *checked = &gathering->checked;
    *ARENA_PUSH(checked->arena, checked->items, checked->count) = (struct checked_item){
        .file = submission->file,
        .item = submission->item,
        .report = submission->report,
        .readable = submission->readable,
    };
    if (!gathering->with_views || !submission->readable)
        return;
    const struct pixels *picture = submission->pixels.at ? &submission->pixels : NULL;
    struct checked_item *item = &checked->items[checked->count - 1];
    item->view_count =
        view_make(checked->arena, &gathering->maker, &item->item, picture, &item->views);
}

static void add_feed_entry(void *context, const struct announcement *announcement,
                           struct report *report)
{
    struct gathering *gathering = context;
    struct submission submission = {
        .file = gathering->file,
        .item = { .announcement = *announcement },
        .report = *report,
        .readable = true,
    };
    submission_judge(gathering->checked.arena, &gathering->judge, gathering->folder, &submission);
    add_item(gathering, &submission);
    submission_free(&submission);
}

/* Where the pictures of a file lie; NULL for standard input, which lies nowhere. */
static const char *folder_of(struct arena *arena, struct str path)
{
    return str_is(path, "-") ? NULL : str_c(arena, file_folder_of(path));
}

/* A feed file: its announcements one by one, and what the feed itself lacks. */
static void check_feed(struct gathering *gathering, struct str path, struct str bytes)
{
    struct arena *arena = gathering->checked.arena;
    struct submission whole = { .file = path, .report = report_new(arena) };
    struct feed feed;
    whole.report.settings = gathering->judge.profile->rules;
    gathering->file = path;
    gathering->folder = folder_of(arena, path);
    const struct feed_taker taker = { add_feed_entry, gathering, gathering->judge.profile->rules };
    bool read = feed_read_announcements(arena, bytes, path, &taker, &whole.report);
    struct report quiet = report_new(arena);
    if (read && feed_read(arena, bytes, path, &quiet, &feed) && !feed.complete &&
        !report_has_code(&whole.report, FINDING_FEED_INCOMPLETE)) {
        struct place place = { .file = path, .line = 1, .column = 1, .element = STR("feed") };
        report_add(&whole.report, FINDING_FEED_INCOMPLETE, place);
    }
    if (whole.report.count > 0)
        add_item(gathering, &whole);
}

/* A lone announcement, or what is none. */
static void check_entry(struct gathering *gathering, struct str path, struct str bytes)
{
    struct arena *arena = gathering->checked.arena;
    struct submission submission = { .file = path, .bytes = bytes, .report = report_new(arena) };
    submission.report.settings = gathering->judge.profile->rules;
    submission.readable =
        entry_read(arena, bytes, path, &submission.report, &submission.item.announcement);
    if (submission.readable)
        submission_judge(arena, &gathering->judge, folder_of(arena, path), &submission);
    add_item(gathering, &submission);
    submission_free(&submission);
}

static void say_too_big(struct gathering *gathering, struct str path)
{
    struct submission submission = { .file = path, .report = report_new(gathering->checked.arena) };
    struct place place = { .file = path };
    finding_number(&submission.report, report_add(&submission.report, FINDING_XML_TOO_BIG, place),
                   FEED_BYTES_MAX);
    add_item(gathering, &submission);
}

/* Read once, since standard input gives its bytes once. */
static int check_file(struct gathering *gathering, struct str path)
{
    struct arena *arena = gathering->checked.arena;
    struct str bytes;
    char *name = str_c(arena, path);
    enum file_outcome outcome = file_read(arena, name, FEED_BYTES_MAX, &bytes);
    if (outcome == FILE_TOO_BIG)
        say_too_big(gathering, path);
    else if (outcome != FILE_OK)
        return options_fail("%s %s", name, _(file_outcome_text(outcome)));
    else if (str_is(feed_root_name(arena, bytes), "feed"))
        check_feed(gathering, path, bytes);
    else
        check_entry(gathering, path, bytes);
    return EXIT_FINE;
}

/* An item of a site with its picture as the update has prepared it, for the report that shows it.
 */
static void add_published(struct gathering *gathering, const struct site_edition *site,
                          struct submission *submission)
{
    const struct prepared_picture *picture = &submission->item.picture;
    size_t bytes = 4 * (size_t)picture->width * (size_t)picture->height;
    const void *mapped = NULL;
    if (gathering->with_views && bytes > 0)
        mapped = keep_map(site->keep, &picture->pixels, bytes);
    /* paint only reads; struct pixels has no const twin */
    submission->pixels =
        (struct pixels){ (uint32_t *)(uintptr_t)mapped, picture->width, picture->height };
    add_item(gathering, submission);
    if (mapped)
        keep_unmap(mapped, bytes);
}

/* A published site: verified, read and judged as the player does it. */
static int check_site(const struct options *options, const char *path, struct gathering *gathering)
{
    struct site_edition *site = ARENA_NEW(options->arena, struct site_edition);
    int code = site_edition_open(options, path, site);
    *ARENA_PUSH(options->arena, gathering->sites, gathering->site_count) = site;
    for (size_t i = 0; code != EXIT_COULD_NOT && i < site->update.item_count; i++) {
        const struct update_item *entry = &site->update.items[i];
        struct submission submission = { .item = entry->item,
                                         .report = entry->report,
                                         .readable = true };
        submission.file = entry->item.announcement.where.file;
        add_published(gathering, site, &submission);
    }
    return code == EXIT_COULD_NOT ? code : EXIT_FINE;
}

/* Without a root key the announcements of a site are judged all the same, and that is said. */
static bool has_root_key(const struct options *options)
{
    struct conf conf;
    return options_has(options, OPTION_ROOT_KEY) ||
           (paths_read_conf(options->arena, &conf) && conf.root_key);
}

static const char *entries_of(const struct options *options, const char *path)
{
    fprintf(stderr, "infotaulu: %s\n",
            _("the signatures are not checked: no root key was given (--root-key)"));
    return file_join(options->arena, path, "entries");
}

int gather_path(const struct options *options, const char *path, struct gathering *gathering)
{
    struct str *paths;
    size_t count;
    int code = EXIT_FINE;
    int64_t started = clock_mono_ns();
    bool folder = is_site_folder(options, path);
    if (strstr(path, "://") || (folder && has_root_key(options)))
        return check_site(options, path, gathering);
    if (folder)
        path = entries_of(options, path);
    if (!submission_paths(options->arena, path, &paths, &count))
        return EXIT_COULD_NOT;
    for (size_t i = 0; i < count; i++) {
        terminal_progress_since(N_("announcements"), i + 1, count, started);
        if (check_file(gathering, paths[i]) != EXIT_FINE)
            code = EXIT_COULD_NOT;
    }
    terminal_progress("", 0, 0);
    return code;
}

/* ---- what only shows among many ------------------------------------------------------------ */

/* By a text, then in the order of the run, so that the later one of two is the double. */
struct sorted {
    struct str text;
    size_t index;
};

static int compare_sorted(const void *a, const void *b)
{
    const struct sorted *left = a, *right = b;
    int order = str_compare(left->text, right->text);
    return order ? order : (left->index > right->index) - (left->index < right->index);
}

typedef struct str text_of_fn(struct arena *arena, const struct announcement *announcement);

static struct str id_of(struct arena *arena, const struct announcement *announcement)
{
    (void)arena;
    return announcement->id;
}

static struct str group_and_language(struct arena *arena, const struct announcement *announcement)
{
    return str_format(arena, "%.*s\n%.*s", STR_ARG(announcement->group),
                      STR_ARG(announcement->language_tag));
}

static void add_double(struct checked_item *later, enum finding_code code, const char *element)
{
    struct place place = later->item.announcement.where;
    place.element = str_of(element);
    if (report_has_code(&later->report, FINDING_ID_TWICE) ||
        report_has_code(&later->report, FINDING_LANGUAGE_TWICE))
        return;
    struct finding *finding = report_add(&later->report, code, place);
    if (code == FINDING_LANGUAGE_TWICE)
        finding_arg(&later->report, finding, later->item.announcement.language_tag);
}

static void find_doubles_by(struct checked *checked, text_of_fn *text_of, enum finding_code code,
                            const char *element)
{
    struct sorted *row = ARENA_ARRAY(checked->arena, struct sorted, checked->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < checked->count; i++) {
        const struct announcement *announcement = &checked->items[i].item.announcement;
        if (checked->items[i].readable && announcement->id.bytes > 0)
            row[count++] = (struct sorted){ text_of(checked->arena, announcement), i };
    }
    qsort(row, count, sizeof *row, compare_sorted);
    for (size_t i = 1; i < count; i++) {
        if (str_equal(row[i].text, row[i - 1].text))
            add_double(&checked->items[row[i].index], code, element);
    }
}

/* Rooms that two have at one time, versions that say other things. */
static void look_together(struct checked *checked)
{
    struct together *items = ARENA_ARRAY(checked->arena, struct together, checked->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < checked->count; i++) {
        struct checked_item *item = &checked->items[i];
        if (item->readable && item->item.announcement.id.bytes > 0)
            items[count++] = (struct together){ &item->item.announcement, &item->report };
    }
    together_check(items, count, checked->zone, checked->now);
}

void gather_end(struct gathering *gathering)
{
    gathering->checked.maker = gathering->with_views ? &gathering->maker : NULL;
    find_doubles_by(&gathering->checked, id_of, FINDING_ID_TWICE, "id");
    find_doubles_by(&gathering->checked, group_and_language, FINDING_LANGUAGE_TWICE, "it:group");
    look_together(&gathering->checked);
}
