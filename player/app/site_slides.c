/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See site_slides.h. The pictures are those that the site has just been given. */
#include "app/site_slides.h"

#include "app/judge.h"
#include "app/options.h"
#include "app/picture.h"
#include "app/terminal.h"
#include "base/csv.h"
#include "output/png_write.h"
#include "paint/paint.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#define SLIDE_BYTES_MAX ((size_t)512 << 20) /* pixels, PNG and picture of one slide at 4K */
#define TABLE_BYTES_MAX ((size_t)32 << 20)
#define TABLE_HEADER "file,display,number,lang,title,organisations,from,until,seconds\n"

struct drawing {
    struct site_writer *writer;
    const struct pages *pages;
    struct judge judge;
    const struct display *display;
    struct text table;
    struct str *names; /* of the files of this display */
    size_t name_count;
};

/* ---- one slide ----------------------------------------------------------------------------- */

static struct str day_of(const struct drawing *drawing, int64_t moment)
{
    struct date day = zone_local(drawing->pages->zone, moment).date;
    return str_format(drawing->writer->arena, "%04d-%02d-%02d", day.year, day.month, day.day);
}

static struct str organisations_of(struct arena *arena, const struct announcement *announcement)
{
    struct str all = { 0 };
    for (size_t i = 0; i < announcement->author_count; i++) {
        if (i > 0)
            all = str_join(arena, all, STR("; "));
        all = str_join(arena, all, announcement->authors[i].name);
    }
    return all;
}

static void add_row(struct drawing *drawing, struct str name, const struct item *item, int seconds)
{
    const struct announcement *announcement = &item->announcement;
    struct arena *arena = drawing->writer->arena;
    const struct str cells[] = {
        name,
        drawing->display->name,
        str_format(arena, "%d", announcement->number),
        announcement->language_tag,
        announcement->title,
        organisations_of(arena, announcement),
        day_of(drawing, announcement_show_start(announcement, drawing->pages->zone)),
        day_of(drawing, announcement_show_end(announcement, drawing->pages->zone) - 1),
        str_format(arena, "%d", seconds),
    };
    csv_add_row(&drawing->table, cells, ARRAY_LEN(cells));
}

/* Its picture as this display draws it; false, with all zero, when there is none to draw. */
static bool prepare(struct drawing *drawing, struct arena *scratch, const struct page_item *page,
                    struct ready_picture *ret_picture)
{
    struct report quiet = report_new(scratch);
    struct str bytes;
    const char *path = file_join(scratch, drawing->writer->path, str_c(scratch, page->media));
    *ret_picture = (struct ready_picture){ 0 };
    return page->media.bytes > 0 &&
           file_read(scratch, path, PICTURE_FILE_BYTES_MAX, &bytes) == FILE_OK &&
           picture_prepare(drawing->judge.decoder, bytes, &page->item.announcement,
                           drawing->display, &quiet, ret_picture) == PICTURE_READY;
}

static void draw_page(struct drawing *drawing, struct arena *scratch, const struct item *item,
                      const struct pixels *picture, int number)
{
    struct layout_context context =
        judge_context(&drawing->judge, drawing->display, (struct versions){ 0 });
    struct pixels pixels;
    context.clock_is_real = false;
    const struct scene *scene = layout_announcement(scratch, &context, item, number);
    if (!pixels_new(scene->width, scene->height, &pixels)) {
        options_fail(_("there is not enough memory"));
        drawing->writer->failed = true;
        return;
    }
    paint_scene(drawing->judge.fonts, scene, picture, &pixels);
    struct str more = number ? str_format(scratch, "-%d", number + 1) : STR("");
    struct str name = str_format(drawing->writer->arena, "slides/%.*s/%d-%s%.*s.png",
                                 STR_ARG(drawing->display->name), item->announcement.number,
                                 language_tag(item->announcement.language), STR_ARG(more));
    site_writer_put(drawing->writer, name.at, png_write(scratch, &pixels));
    pixels_free(&pixels);
    *ARENA_PUSH(drawing->writer->arena, drawing->names, drawing->name_count) = name;
    add_row(drawing, name, item, layout_seconds(&context, &item->announcement, scene));
}

static void draw_item(struct drawing *drawing, const struct page_item *page)
{
    struct arena *scratch = arena_new(SLIDE_BYTES_MAX);
    struct ready_picture picture;
    struct item item = page->item;
    bool has_picture = prepare(drawing, scratch, page, &picture);
    struct layout_context context =
        judge_context(&drawing->judge, drawing->display, (struct versions){ 0 });
    item.announcement.number = page->number;
    item.picture.width = picture.pixels.width;
    item.picture.height = picture.pixels.height;
    int count = layout_pages(scratch, &context, &item.announcement);
    for (int i = 0; i < count && !drawing->writer->failed; i++)
        draw_page(drawing, scratch, &item, has_picture ? &picture.pixels : NULL, i);
    if (has_picture)
        pixels_free(&picture.pixels);
    arena_free(scratch);
}

/* ---- all of them --------------------------------------------------------------------------- */

/* Pictures of slides that are gone must not go on hanging in the other system. */
static void sweep(struct drawing *drawing)
{
    struct arena *arena = drawing->writer->arena;
    struct str folder = str_format(arena, "slides/%.*s", STR_ARG(drawing->display->name));
    const char *path = file_join(arena, drawing->writer->path, folder.at);
    struct str *names;
    size_t count;
    site_writer_sweep_leftovers(drawing->writer, folder.at);
    if (file_list(arena, path, &names, &count) != FILE_OK)
        return;
    if (drawing->name_count > 0)
        qsort(drawing->names, drawing->name_count, sizeof *drawing->names, str_order);
    for (size_t i = 0; i < count; i++) {
        struct str name = str_format(arena, "%s/%.*s", folder.at, STR_ARG(names[i]));
        bool is_kept = drawing->name_count > 0 &&
                       bsearch(&name, drawing->names, drawing->name_count, sizeof name, str_order);
        const char *whole = file_join(arena, drawing->writer->path, name.at);
        if (!is_kept && str_ends(name, ".png") && unlink(whole) != 0 && errno != ENOENT)
            options_fail("%s %s", whole, _(file_outcome_text(file_outcome_of(errno))));
    }
}

static void draw_display(struct drawing *drawing)
{
    const struct pages *pages = drawing->pages;
    drawing->name_count = 0;
    for (size_t i = 0; i < pages->count && !drawing->writer->failed; i++) {
        terminal_progress(N_("slides"), i + 1, pages->count);
        draw_item(drawing, &pages->items[i]);
    }
    terminal_progress("", 0, 0);
    if (!drawing->writer->failed)
        sweep(drawing);
}

bool site_slides_put(struct site_writer *writer, const struct pages *pages)
{
    struct drawing drawing = { .writer = writer,
                               .pages = pages,
                               .table = text_new(writer->arena, TABLE_BYTES_MAX) };
    const struct profile *profile = pages->profile;
    if (!judge_open(writer->arena, profile, &profile->displays[0], pages->now, &drawing.judge))
        return false;
    text_add_c(&drawing.table, TABLE_HEADER);
    for (size_t i = 0; i < profile->display_count; i++) {
        drawing.display = &profile->displays[i];
        draw_display(&drawing);
    }
    site_writer_put(writer, "slides/slides.csv", text_str(&drawing.table));
    site_writer_sweep_leftovers(writer, "slides");
    judge_close(&drawing.judge);
    return true;
}
