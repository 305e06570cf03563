/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See preview_source.h. A verdict costs ten times what a drawing costs (the picture is looked into,
 * words are looked up), so it is kept for as long as display and hour are the same; another page,
 * another eye or the next minute only draws anew. With pictures they are megabytes each: those of
 * the last few announcements are kept, the others are judged again.
 */
#include "app/hiding.h"
#include "app/preview_inside.h"
#include "app/slides.h"
#include "app/taken_off.h"
#include "feed/read_entry.h"
#include "layout/mark.h"
#include "paint/paint.h"
#include "rotate/rotation.h"

#define ENTRY_ARENA_BYTES_MAX (64u << 20)
#define LOOK_ARENA_BYTES_MAX (16u << 20)
#define VERDICTS_KEPT 6
#define SECONDS_HOUR 3600

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

static void judge_entry(const struct preview_source *source, const struct judge *judge,
                        struct preview_entry *entry)
{
    submission_free(&entry->submission);
    arena_free(entry->arena);
    preview_twin_free(&entry->twin); /* what differs from it may be another thing now */
    entry->arena = arena_new(ENTRY_ARENA_BYTES_MAX);
    if (entry->known)
        judge_published(source, judge, entry);
    else
        submission_read(entry->arena, judge, entry->path, &entry->submission);
    entry->judged_for = judge->display;
    entry->judged_hour = judge->now / SECONDS_HOUR;
    preview_facts_of(entry->path, &entry->judged_facts);
    preview_facts_of(entry->media_path, &entry->judged_media);
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
    preview_twin_free(&entry->twin);
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

static bool is_as_judged(const struct preview_entry *entry)
{
    struct preview_facts facts, media;
    preview_facts_of(entry->path, &facts);
    preview_facts_of(entry->media_path, &media);
    return preview_facts_same(&facts, &entry->judged_facts) &&
           preview_facts_same(&media, &entry->judged_media);
}

static bool is_judged(const struct preview_entry *entry, const struct judge *judge)
{
    return entry->arena && entry->judged_for == judge->display &&
           entry->judged_hour == judge->now / SECONDS_HOUR && is_as_judged(entry);
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
                  const struct submission *submission, struct pixels *ret_slide)
{
    const struct pixels *picture = &submission->pixels;
    if (!pixels_new(scene->width, scene->height, ret_slide))
        return false;
    paint_scene(judge->fonts, scene, picture->at ? picture : NULL, ret_slide);
    return eyes_apply(job->eyes, display_px_per_mm(judge->display), judge->display->distance_m,
                      ret_slide);
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

/* ---- twins --------------------------------------------------------------------------------- */

static void find_twin(struct preview_source *source, const struct judge *judge,
                      struct preview_entry *entry)
{
    const struct preview_search search = {
        .judge = judge,
        .language = source->centre.language,
        .approved = &source->approved,
        .serial = source->serial,
        .entries = source->entries,
        .count = source->count,
    };
    preview_twin_find(&search, entry);
}

/*
 * Where the words of each difference stand on a slide of one of the two. Each search takes all
 * letters of an element apart, which is forgotten before the next one: a look has no room for them.
 */
static struct mark mark_differences(struct arena *arena, const struct judge *judge,
                                    const struct scene *scene, const struct preview_twin *twin,
                                    const struct announcement *announcement, bool is_twin)
{
    struct mark all = { 0 };
    struct finding findings[DIFFERENCE_MARKS_MAX];
    enum difference_side side = is_twin ? SIDE_BEFORE : SIDE_AFTER;
    for (size_t i = 0; i < twin->differences.count; i++) {
        size_t count = difference_findings(&twin->differences.at[i], announcement, side, findings);
        for (size_t k = 0; k < count; k++) {
            struct arena *scratch = arena_new(ENTRY_ARENA_BYTES_MAX);
            struct mark mark =
                mark_find(scratch, scene, fonts_measure(judge->fonts), announcement, &findings[k]);
            for (size_t m = 0; m < mark.count; m++)
                *ARENA_PUSH(arena, all.boxes, all.count) = mark.boxes[m];
            arena_free(scratch);
        }
    }
    return all;
}

/* The slide of the twin, when it is asked for. One that cannot be laid out has none. */
static bool draw_twin(const struct preview_source *source, const struct judge *judge,
                      const struct desk_job *job, struct desk_look *look)
{
    const struct preview_twin *twin = &source->entries[job->item].twin;
    const struct announcement *announcement = &twin->submission.item.announcement;
    const struct slot slot = { .item = &twin->submission.item };
    if (!job->with_twin || twin->relation == RELATION_NONE || twin->submission.item.pages == 0)
        return true;
    struct arena *scratch = arena_new(ENTRY_ARENA_BYTES_MAX);
    struct timetable timetable = timetable_at(source, judge);
    const struct scene *scene = slides_scene(scratch, judge, judge->display, &timetable, &slot);
    struct mark mark = mark_differences(look->arena, judge, scene, twin, announcement, true);
    look->item.twin.marks = mark.boxes;
    look->item.twin.mark_count = mark.count;
    bool done = paint(judge, job, scene, &twin->submission, &look->twin);
    arena_free(scratch);
    return done;
}

static void mark_own(const struct judge *judge, const struct scene *scene,
                     const struct preview_entry *entry, struct desk_look *look)
{
    struct mark mark = mark_differences(look->arena, judge, scene, &entry->twin,
                                        &entry->submission.item.announcement, false);
    look->item.twin.own_marks = mark.boxes;
    look->item.twin.own_mark_count = mark.count;
}

/* ---- all of a look ------------------------------------------------------------------------- */

static bool draw(const struct preview_source *source, const struct judge *judge,
                 const struct desk_job *job, struct desk_look *look)
{
    const struct preview_entry *entry = &source->entries[job->item];
    struct timetable timetable = timetable_at(source, judge);
    struct item drawn = source->edition.items[job->item];
    drawn.picture = entry->submission.item.picture;
    const struct slot slot = { .item = &drawn, .page = look->item.page };
    struct arena *scratch = arena_new(ENTRY_ARENA_BYTES_MAX);
    const struct scene *scene = slides_scene(scratch, judge, judge->display, &timetable, &slot);
    add_marks(look->arena, judge, scene, entry, &look->item);
    mark_own(judge, scene, entry, look);
    bool done = paint(judge, job, scene, &entry->submission, &look->slide) &&
                make_thumb(&look->slide, &look->thumb) && draw_twin(source, judge, job, look);
    arena_free(scratch);
    return done;
}

/* What hide.xml takes off of an approved file, as a publication would tell the screens. */
static void apply_hiding(const struct preview_entry *entry, struct item *item)
{
    struct hide hide;
    item->hidden = false;
    item->hidden_date_count = 0;
    item->hidden_dates = NULL;
    if (entry->kind == ENTRY_APPROVED &&
        taken_off_list(entry->read_arena, entry->own_folder, &hide))
        hiding_apply(entry->read_arena, &hide, item);
}

/* What is told and drawn; the scene is gone afterwards, its marks stay. */
static bool tell_and_draw(struct preview_source *source, const struct judge *judge,
                          const struct desk_job *job, struct desk_look *look)
{
    struct preview_entry *entry = &source->entries[job->item];
    struct item *known = &source->edition.items[job->item], *item = &entry->submission.item;
    struct arena *scratch = arena_new(ENTRY_ARENA_BYTES_MAX);
    int pages = entry->submission.readable ? item->pages : 0;
    struct preview_tell tell = {
        .judge = judge,
        .arena = look->arena,
        .language = source->centre.language,
    };
    /* Of a published one its approval, number and dates taken off stay as the site has them. */
    known->announcement = item->announcement;
    if (!entry->known) {
        known->refused = entry->submission.readable ? item->refused : REASON_DAMAGED;
        apply_hiding(entry, known);
    }
    known->pages = pages;
    known->seconds = item->seconds;
    struct timetable timetable = timetable_at(source, judge);
    tell.reason = known->hidden ? REASON_WITHDRAWN : timetable_reason(&timetable, known);
    tell.hidden_dates = known->hidden_dates;
    tell.hidden_date_count = known->hidden_date_count;
    if (pages > 0)
        tell.smallest = smallest_page(scratch, judge, item);
    preview_tell_item(&tell, entry, &look->item);
    look->item.pages = pages;
    look->item.page = job->page < pages ? job->page : pages - 1;
    arena_free(scratch);
    return pages == 0 || draw(source, judge, job, look);
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
    find_twin(source, &judge, entry);
    bool done = tell_and_draw(source, &judge, job, &made);
    if (done) {
        *ret_look = made;
        return true;
    }
    pixels_free(&made.slide);
    pixels_free(&made.twin);
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

const struct desk_source_ops preview_source_ops = { look, turns, preview_scan };
