/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See preview_source.h: what `preview` was given, gathered before anything is judged. */
#include "app/commands.h"
#include "app/preview_inside.h"
#include "app/verdict.h"
#include "base/identity_code.h"
#include "feed/read_entry.h"
#include "output/page.h"

#include <string.h>

/* Folders with more are not read beforehand: languages of a notice are then known as it is
 * looked at. */
#define READ_BEFORE_MAX 1000
#define READ_BYTES_MAX (8u << 20) /* for one entry of at most ENTRY_BYTES_MAX */
#define SCRATCH_BYTES_MAX (64u << 10)
#define LIVE_MAX 2000 /* a folder with more is not looked at again: that would take too long */

/* ---- what there is ------------------------------------------------------------------------- */

static bool has_root_key(const struct options *options)
{
    struct conf conf;
    return options_has(options, OPTION_ROOT_KEY) ||
           (paths_read_conf(options->arena, &conf) && conf.root_key);
}

static bool is_site(const struct preview_source *source, const char *path)
{
    if (strstr(path, "://"))
        return true;
    return file_is_folder(path) && !options_has(source->options, OPTION_UNSIGNED) &&
           file_exists(file_join(source->arena, path, "feed.atom.minisig")) &&
           has_root_key(source->options);
}

/* A folder of submissions: itself, its "inbox", or the entries of a site without a key. */
static const char *folder_of(const struct preview_source *source, const char *path)
{
    struct arena *arena = source->arena;
    const char *inbox = file_join(arena, path, "inbox");
    if (!file_is_folder(path))
        return path;
    if (file_exists(file_join(arena, path, "feed.atom.minisig")))
        return file_join(arena, path, "entries");
    return file_is_folder(inbox) ? inbox : path;
}

/* Whether somebody signed it, and what its files are like. */
static void note_files(struct preview_entry *entry)
{
    struct arena *scratch = arena_new(SCRATCH_BYTES_MAX);
    bool is_signed = file_exists(str_format(scratch, "%s.minisig", entry->path).at);
    arena_free(scratch);
    entry->kind = is_signed ? ENTRY_APPROVED : ENTRY_SUBMITTED;
    entry->folder = is_signed ? entry->own_folder : NULL;
    preview_facts_of(entry->path, &entry->facts);
    preview_facts_of(entry->media_path, &entry->media);
}

void preview_source_add(struct preview_source *source, const char *path)
{
    struct arena *arena = source->arena;
    size_t entry_count = source->count, known_count = source->count;
    struct preview_entry *entry = ARENA_PUSH(arena, source->entries, entry_count);
    struct desk_known *known = ARENA_PUSH(arena, source->known, known_count);
    ARENA_PUSH(arena, source->edition.items, source->edition.item_count)->refused = REASON_DAMAGED;
    source->count++;
    entry->path = str_c(arena, str_of(path));
    entry->own_folder = str_c(arena, file_folder_of(str_of(path)));
    entry->kind =
        file_exists(str_format(arena, "%s.minisig", path).at) ? ENTRY_APPROVED : ENTRY_SUBMITTED;
    entry->is_in_inbox = verdict_approved_folder(arena, entry->path) != NULL;
    note_files(entry);
    known->name = file_name_of(str_of(entry->path));
}

static void add_published(struct preview_source *source, const struct update_item *published,
                          const char *folder)
{
    struct arena *arena = source->arena;
    size_t entry_count = source->count, known_count = source->count;
    struct preview_entry *entry = ARENA_PUSH(arena, source->entries, entry_count);
    *ARENA_PUSH(arena, source->edition.items, source->edition.item_count) = published->item;
    ARENA_PUSH(arena, source->known, known_count)->name = published->item.announcement.title;
    source->count++;
    entry->kind = ENTRY_PUBLISHED;
    entry->known = published;
    entry->folder = folder;
}

static int open_files(struct preview_source *source, const char *path)
{
    struct arena *arena = source->arena;
    struct str *paths;
    size_t count;
    const char *folder = folder_of(source, path);
    if (!submission_paths(arena, folder, &paths, &count))
        return EXIT_COULD_NOT;
    for (size_t i = 0; i < count; i++)
        preview_source_add(source, str_c(arena, paths[i]));
    source->folder = file_is_folder(folder) && count <= LIVE_MAX ? folder : NULL;
    const char *beside =
        file_is_folder(folder) ? folder : str_c(arena, file_folder_of(str_of(path)));
    const char *approved = verdict_approved_folder(arena, file_join(arena, beside, "x.xml"));
    const char *of_centre = folder == path || !file_is_folder(path) ? beside : path;
    if (approved && file_exists(file_join(arena, approved, "centre.xml")))
        of_centre = approved;
    if (!command_profile_of(source->options, of_centre, &source->profile))
        return EXIT_COULD_NOT;
    source->round = preview_round_new(arena, approved);
    source->approved.folder = approved; /* a new desk has none before the first approval */
    return EXIT_FINE;
}

static int open_site(struct preview_source *source, const char *path)
{
    int code = site_edition_open(source->options, path, &source->site);
    source->has_site = true;
    if (code == EXIT_COULD_NOT)
        return code;
    const struct update *update = &source->site.update;
    size_t count = update->item_count;
    source->profile = update->profile;
    for (size_t i = 0; i < count; i++)
        add_published(source, &update->items[i], file_is_folder(path) ? path : NULL);
    source->round = preview_round_new(source->arena, NULL);
    return EXIT_FINE;
}

static bool read_file(struct preview_entry *entry, struct announcement *ret_announcement)
{
    struct arena *arena = entry->read_arena;
    struct report ignored = report_new(arena);
    struct str bytes;
    return file_read(arena, entry->path, ENTRY_BYTES_MAX, &bytes) == FILE_OK &&
           entry_read(arena, bytes, str_of(entry->path), &ignored, ret_announcement);
}

/* What was read before goes with its arena: a file may be written anew for years. */
static void read_anew(struct preview_entry *entry, struct item *item)
{
    struct arena *before = entry->read_arena;
    entry->read_arena = arena_new(READ_BYTES_MAX);
    *item = (struct item){ .refused = REASON_SHOWN };
    entry->media_path = NULL;
    if (!read_file(entry, &item->announcement))
        *item = (struct item){ .refused = REASON_DAMAGED };
    else if (item->announcement.has_picture)
        entry->media_path = file_join(entry->read_arena, entry->own_folder,
                                      str_c(entry->read_arena, item->announcement.picture.href));
    note_files(entry);
    arena_free(before);
}

void preview_source_read(struct preview_source *source, size_t index)
{
    struct preview_entry *entry = &source->entries[index];
    struct item *item = &source->edition.items[index];
    struct desk_known *known = &source->known[index];
    struct arena *arena = source->arena;
    if (!entry->known) {
        read_anew(entry, item);
        arena = entry->read_arena;
    }
    entry->before = item->announcement;
    known->title = identity_code_mask(arena, entry->before.title);
    known->group = entry->before.group;
    known->language = entry->before.language;
}

/* Groups and languages of all, before the first slide is drawn: its strip names the others. */
static void read_before(struct preview_source *source)
{
    for (size_t i = 0; i < source->count; i++)
        if (source->entries[i].known || source->count <= READ_BEFORE_MAX)
            preview_source_read(source, i);
}

static bool choose_displays(struct preview_source *source)
{
    const struct profile *profile = &source->profile;
    const struct display *chosen = command_display(source->options, profile);
    if (!chosen)
        return false;
    size_t count = profile->display_count;
    struct desk_display *told = ARENA_ARRAY(source->arena, struct desk_display, count);
    source->displays = ARENA_ARRAY(source->arena, struct display, count);
    for (size_t i = 0; i < count; i++) {
        struct display *display = &source->displays[i];
        *display = profile->displays[i];
        if (str_equal(display->name, chosen->name)) {
            *display = *chosen;
            source->chosen = i;
        }
        told[i] = (struct desk_display){ display->name, display_seen_width(display),
                                         display_seen_height(display), display->diagonal_in,
                                         display->distance_m };
    }
    source->centre = (struct desk_centre){
        .displays = told,
        .display_count = count,
        .languages = profile->languages,
        .language_count = profile->language_count,
        .language = page_language(),
        .is_live = source->folder != NULL,
    };
    source->centre.name = profile_name(profile, source->centre.language);
    if (source->centre.name.bytes == 0)
        source->centre.name = STR("Infotaulu");
    return true;
}

/* FreeType opens faces of one library in one thread at a time: here, before there are two. */
static void open_all_faces(struct fonts *fonts)
{
    struct measure *measure = fonts_measure(fonts);
    for (int weight = 0; weight < WEIGHT_COUNT; weight++)
        (void)measure->ops->width(measure, STR("aا→✓\xEE\x80\x80"), (enum weight)weight, 20);
}

int preview_source_open(const struct options *options, const char *path,
                        struct preview_source **ret_source)
{
    struct preview_source *source = ARENA_NEW(options->arena, struct preview_source);
    int64_t now;
    *ret_source = source;
    source->desk.ops = &preview_source_ops;
    source->options = options;
    source->arena = options->arena;
    if (!options_now(options, &now))
        return EXIT_COULD_NOT;
    int code = is_site(source, path) ? open_site(source, path) : open_files(source, path);
    if (code == EXIT_COULD_NOT || !choose_displays(source) ||
        !judge_open(source->arena, &source->profile, &source->displays[source->chosen], now,
                    &source->judge))
        return EXIT_COULD_NOT;
    source->has_judge = true;
    judge_add_sight(&source->judge);
    open_all_faces(source->judge.fonts);
    source->centre.zone = source->judge.zone;
    source->edition.profile = source->profile;
    read_before(source);
    preview_approved_refresh(&source->approved);
    return EXIT_FINE;
}

void preview_source_close(struct preview_source *source)
{
    if (!source)
        return;
    for (size_t i = 0; i < source->count; i++) {
        submission_free(&source->entries[i].submission);
        arena_free(source->entries[i].arena);
        preview_twin_free(&source->entries[i].twin);
        arena_free(source->entries[i].read_arena);
    }
    arena_free(source->pending_arena);
    preview_approved_free(&source->approved);
    preview_round_free(source->round);
    if (source->has_judge)
        judge_close(&source->judge);
    if (source->has_site)
        site_edition_close(&source->site);
}

struct desk_source *preview_source_desk(struct preview_source *source)
{
    return &source->desk;
}

const struct desk_centre *preview_source_centre(const struct preview_source *source)
{
    return &source->centre;
}

size_t preview_source_known(const struct preview_source *source,
                            const struct desk_known **ret_known)
{
    *ret_known = source->known;
    return source->count;
}

size_t preview_source_display(const struct preview_source *source)
{
    return source->chosen;
}
