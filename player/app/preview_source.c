/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See preview_source.h. A verdict costs ten times what a drawing costs (the picture is looked into,
 * words are looked up), so it is kept for as long as display and hour are the same; another page,
 * another eye or the next minute only draws anew. With pictures they are megabytes each: those of
 * the last few announcements are kept, the others are judged again.
 */
#include "app/preview_source.h"

#include "app/commands.h"
#include "app/preview_entry.h"
#include "app/preview_round.h"
#include "app/slides.h"
#include "app/verdict.h"
#include "base/clock.h"
#include "base/identity_code.h"
#include "feed/read_entry.h"
#include "layout/mark.h"
#include "output/page.h"
#include "paint/paint.h"
#include "rotate/rotation.h"

#include <stdlib.h>
#include <sys/stat.h>

#define ENTRY_ARENA_BYTES_MAX (64u << 20)
#define LOOK_ARENA_BYTES_MAX (16u << 20)
#define VERDICTS_KEPT 6
#define SECONDS_HOUR 3600
/* Folders with more are not read beforehand: languages of a notice are then known as it is
 * looked at. */
#define READ_BEFORE_MAX 1000

struct preview_source {
    struct desk_source desk; /* first, so that it can be turned back */
    const struct options *options;
    struct arena *arena;
    struct site_edition site;
    bool has_site;
    struct profile profile;
    struct judge judge;
    bool has_judge;
    struct display *displays; /* of the profile; the chosen one with the pixels of --size */
    size_t chosen;
    struct desk_centre centre;
    struct preview_entry *entries;
    struct desk_known *known;
    size_t count;
    struct edition edition; /* what is known of all of them, for the languages of a notice */
    struct preview_round *round;
    unsigned clock;
};

/* ---- verdicts ------------------------------------------------------------------------------ */

static struct judge judge_at(const struct preview_source *source, const struct desk_job *job)
{
    struct judge judge = source->judge;
    judge.display = &source->displays[job->display];
    judge.now = job->now;
    return judge;
}

static struct str kept(const struct preview_source *source, struct arena *arena,
                       const struct hash *hash, size_t bytes_max)
{
    struct str bytes = { 0 };
    if (hash_is_none(hash) ||
        keep_get(source->site.keep, arena, hash, bytes_max, &bytes) != KEEP_OK)
        bytes = (struct str){ 0 };
    return bytes;
}

/* A published one is read anew from its bytes, so that its report is that of this display. */
static void judge_published(const struct preview_source *source, const struct judge *judge,
                            struct preview_entry *entry)
{
    const struct item *known = &entry->known->item;
    struct submission *submission = &entry->submission;
    struct arena *arena = entry->arena;
    *submission = (struct submission){
        .file = known->announcement.where.file,
        .report = report_new(arena),
        .item = *known,
    };
    submission->report.settings = source->profile.rules;
    submission->bytes = kept(source, arena, &known->entry, ENTRY_BYTES_MAX);
    submission->readable = submission->bytes.bytes > 0 &&
                           entry_read(arena, submission->bytes, submission->file,
                                      &submission->report, &submission->item.announcement);
    if (!submission->readable) {
        submission->report = entry->known->report;
        return;
    }
    submission->item.announcement.number = known->announcement.number;
    struct str medium =
        kept(source, arena, &known->announcement.picture.hash, PICTURE_FILE_BYTES_MAX);
    submission->item.picture = (struct prepared_picture){ 0 };
    submission_judge_medium(judge, medium, submission);
}

/* When a file was written, to the nanosecond; 0 for one that is not there, or of a site. */
static int64_t mtime_of(const struct preview_entry *entry)
{
    struct stat facts;
    if (!entry->path || stat(entry->path, &facts) != 0)
        return 0;
    return facts.st_mtim.tv_sec * CLOCK_SECOND_NS + facts.st_mtim.tv_nsec;
}

static void judge_entry(const struct preview_source *source, const struct judge *judge,
                        struct preview_entry *entry)
{
    submission_free(&entry->submission);
    arena_free(entry->arena);
    entry->arena = arena_new(ENTRY_ARENA_BYTES_MAX);
    if (entry->known)
        judge_published(source, judge, entry);
    else
        submission_read(entry->arena, judge, entry->path, &entry->submission);
    entry->judged_for = judge->display;
    entry->judged_hour = judge->now / SECONDS_HOUR;
    entry->judged_mtime = mtime_of(entry);
}

/*
 * What was read beforehand takes the place of what was judged: the arena of a verdict holds the
 * whole file of a picture, and two hundred of them would fill the memory.
 */
static void forget_verdict(struct preview_source *source, struct preview_entry *entry)
{
    struct item *known = &source->edition.items[entry - source->entries];
    known->announcement = entry->before;
    if (entry->before.id.bytes == 0)
        known->refused = REASON_DAMAGED;
    submission_free(&entry->submission);
    entry->submission = (struct submission){ 0 };
    arena_free(entry->arena);
    entry->arena = NULL;
}

/* Of those that are kept the longest unused goes. */
static void forget_oldest(struct preview_source *source)
{
    size_t count = 0;
    struct preview_entry *oldest = NULL;
    for (size_t i = 0; i < source->count; i++) {
        struct preview_entry *entry = &source->entries[i];
        count += entry->arena != NULL;
        if (entry->arena && (!oldest || entry->used < oldest->used))
            oldest = entry;
    }
    if (count > VERDICTS_KEPT)
        forget_verdict(source, oldest);
}

static bool is_judged(const struct preview_entry *entry, const struct judge *judge)
{
    return entry->arena && entry->judged_for == judge->display &&
           entry->judged_hour == judge->now / SECONDS_HOUR &&
           entry->judged_mtime == mtime_of(entry);
}

/* ---- looks --------------------------------------------------------------------------------- */

/* The page with the smallest letters speaks for the announcement. */
static const struct scene *smallest_page(struct arena *arena, const struct judge *judge,
                                         const struct item *item)
{
    const struct scene *smallest = NULL;
    struct layout_context context = judge_context(judge, judge->display, (struct versions){ 0 });
    for (int page = 0; page < item->pages; page++) {
        const struct scene *scene = layout_announcement(arena, &context, item, page);
        if (!smallest || scene->letter_size < smallest->letter_size)
            smallest = scene;
    }
    return smallest;
}

static void add_marks(struct arena *arena, const struct judge *judge, const struct scene *scene,
                      const struct preview_entry *entry, struct desk_item *item)
{
    const struct report *report = &entry->submission.report;
    for (size_t i = 0; i < item->finding_count; i++) {
        struct mark mark = mark_find(arena, scene, fonts_measure(judge->fonts),
                                     &entry->submission.item.announcement, &report->findings[i]);
        item->findings[i].marks = mark.boxes;
        item->findings[i].mark_count = mark.count;
    }
}

static bool make_thumb(const struct pixels *slide, struct pixels *ret_thumb)
{
    int width = DESK_THUMB_WIDTH, height = DESK_THUMB_HEIGHT;
    struct crop whole = { 0, 0, slide->width, slide->height };
    scale_fit(slide->width, slide->height, &width, &height);
    if (!pixels_new(width, height, ret_thumb))
        return false;
    scale_into(slide, whole, ret_thumb->at, width, height, width);
    return true;
}

static bool paint(const struct judge *judge, const struct desk_job *job, const struct scene *scene,
                  const struct preview_entry *entry, struct desk_look *look)
{
    const struct pixels *picture = &entry->submission.pixels;
    if (!pixels_new(scene->width, scene->height, &look->slide))
        return false;
    paint_scene(judge->fonts, scene, picture->at ? picture : NULL, &look->slide);
    return eyes_apply(job->eyes, display_px_per_mm(judge->display), judge->display->distance_m,
                      &look->slide) &&
           make_thumb(&look->slide, &look->thumb);
}

static struct timetable timetable_at(const struct preview_source *source, const struct judge *judge)
{
    return (struct timetable){
        .edition = &source->edition,
        .zone = judge->zone,
        .now = judge->now,
        .clock_is_real = true,
    };
}

/* What is told and drawn; the scene is gone afterwards, its marks stay. */
static bool tell_and_paint(struct preview_source *source, const struct judge *judge,
                           const struct desk_job *job, struct desk_look *look)
{
    struct preview_entry *entry = &source->entries[job->item];
    struct item *known = &source->edition.items[job->item], *item = &entry->submission.item;
    struct arena *scratch = arena_new(ENTRY_ARENA_BYTES_MAX);
    int pages = entry->submission.readable ? item->pages : 0;
    struct preview_tell tell = { judge, look->arena, source->centre.language, REASON_SHOWN, NULL };
    /* Of a published one its approval, number and dates taken off stay as the site has them. */
    known->announcement = item->announcement;
    if (!entry->known)
        known->refused = entry->submission.readable ? item->refused : REASON_DAMAGED;
    known->pages = pages;
    known->seconds = item->seconds;
    struct timetable timetable = timetable_at(source, judge);
    tell.reason = timetable_reason(&timetable, known);
    if (pages > 0)
        tell.smallest = smallest_page(scratch, judge, item);
    preview_tell_item(&tell, entry, &look->item);
    look->item.pages = pages;
    look->item.page = job->page < pages ? job->page : pages - 1;
    bool done = true;
    if (pages > 0) {
        struct item drawn = *known;
        drawn.picture = item->picture;
        const struct slot slot = { .item = &drawn, .page = look->item.page };
        const struct scene *scene = slides_scene(scratch, judge, judge->display, &timetable, &slot);
        add_marks(look->arena, judge, scene, entry, &look->item);
        done = paint(judge, job, scene, entry, look);
    }
    arena_free(scratch);
    return done;
}

static bool look(struct desk_source *desk, const struct desk_job *job, struct desk_look *ret_look)
{
    struct preview_source *source = (struct preview_source *)desk;
    struct preview_entry *entry = &source->entries[job->item];
    struct judge judge = judge_at(source, job);
    struct desk_look made = { .arena = arena_new(LOOK_ARENA_BYTES_MAX) };
    if (!is_judged(entry, &judge))
        judge_entry(source, &judge, entry);
    entry->used = ++source->clock;
    forget_oldest(source);
    bool done = tell_and_paint(source, &judge, job, &made);
    if (done) {
        *ret_look = made;
        return true;
    }
    pixels_free(&made.slide);
    pixels_free(&made.thumb);
    arena_free(made.arena);
    return false;
}

static bool turns(struct desk_source *desk, const struct desk_job *job, bool *ret_more,
                  struct desk_turns *ret_turns)
{
    struct preview_source *source = (struct preview_source *)desk;
    struct judge judge = judge_at(source, job);
    return preview_round_step(source->round, &judge, &source->edition, ret_more, ret_turns);
}

static const struct desk_source_ops ops = { look, turns };

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

static struct str base_name(struct str path)
{
    size_t from = path.bytes;
    while (from > 0 && path.at[from - 1] != '/')
        from--;
    return str_slice(path, from, path.bytes);
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

static void add_files(struct preview_source *source, const struct str *paths, size_t count)
{
    struct arena *arena = source->arena;
    source->entries = ARENA_ARRAY(arena, struct preview_entry, count + 1);
    source->known = ARENA_ARRAY(arena, struct desk_known, count + 1);
    source->count = count;
    for (size_t i = 0; i < count; i++) {
        struct preview_entry *entry = &source->entries[i];
        struct str signature = str_join(arena, paths[i], STR(".minisig"));
        entry->path = str_c(arena, paths[i]);
        entry->kind = file_exists(str_c(arena, signature)) ? ENTRY_APPROVED : ENTRY_SUBMITTED;
        entry->is_in_inbox = verdict_approved_folder(arena, entry->path) != NULL;
        if (entry->kind == ENTRY_APPROVED)
            entry->folder = str_c(arena, file_folder_of(paths[i]));
        source->known[i].name = base_name(paths[i]);
    }
}

static int open_files(struct preview_source *source, const char *path)
{
    struct arena *arena = source->arena;
    struct str *paths;
    size_t count;
    const char *folder = folder_of(source, path);
    if (!submission_paths(arena, folder, &paths, &count))
        return EXIT_COULD_NOT;
    add_files(source, paths, count);
    const char *beside =
        file_is_folder(folder) ? folder : str_c(arena, file_folder_of(str_of(path)));
    const char *approved = verdict_approved_folder(arena, file_join(arena, beside, "x.xml"));
    const char *of_centre = folder == path || !file_is_folder(path) ? beside : path;
    if (approved && file_exists(file_join(arena, approved, "centre.xml")))
        of_centre = approved;
    if (!command_profile_of(source->options, of_centre, &source->profile))
        return EXIT_COULD_NOT;
    source->round = preview_round_new(arena, approved);
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
    source->entries = ARENA_ARRAY(source->arena, struct preview_entry, count + 1);
    source->known = ARENA_ARRAY(source->arena, struct desk_known, count + 1);
    source->count = count;
    for (size_t i = 0; i < count; i++) {
        source->entries[i].kind = ENTRY_PUBLISHED;
        source->entries[i].known = &update->items[i];
        source->entries[i].folder = file_is_folder(path) ? path : NULL;
        source->known[i].name = update->items[i].item.announcement.title;
    }
    source->round = preview_round_new(source->arena, NULL);
    return EXIT_FINE;
}

/* Groups and languages of all, before the first slide is drawn: its strip names the others. */
static void read_before(struct preview_source *source)
{
    struct item *items = ARENA_ARRAY(source->arena, struct item, source->count + 1);
    source->edition = (struct edition){
        .profile = source->profile,
        .items = items,
        .item_count = source->count,
    };
    for (size_t i = 0; i < source->count; i++) {
        struct preview_entry *entry = &source->entries[i];
        struct report ignored = report_new(source->arena);
        struct str bytes;
        if (entry->known)
            items[i] = entry->known->item;
        else if (source->count > READ_BEFORE_MAX ||
                 file_read(source->arena, entry->path, ENTRY_BYTES_MAX, &bytes) != FILE_OK ||
                 !entry_read(source->arena, bytes, str_of(entry->path), &ignored,
                             &items[i].announcement))
            items[i] = (struct item){ .refused = REASON_DAMAGED };
        entry->before = items[i].announcement;
        source->known[i].title = identity_code_mask(source->arena, entry->before.title);
        source->known[i].group = entry->before.group;
        source->known[i].language = entry->before.language;
    }
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
    source->desk.ops = &ops;
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
    read_before(source);
    return EXIT_FINE;
}

void preview_source_close(struct preview_source *source)
{
    if (!source)
        return;
    for (size_t i = 0; i < source->count; i++) {
        submission_free(&source->entries[i].submission);
        arena_free(source->entries[i].arena);
    }
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
