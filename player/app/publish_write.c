/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything to the disk, while others read the site: what the feed names is written before the
 * feed, and what the feed before named stays until the next change.
 *
 * Feed and signature cannot be renamed together. The signature goes first: a player that has the
 * old feed asks for the feed alone, hears that it is unchanged and looks at no signature. The other
 * way round every player that asks in between would get a new feed with an old signature. A player
 * that meets the moment all the same fetches both once more.
 */
#include "app/commands.h"
#include "app/desk_folder.h"
#include "app/publish.h"
#include "app/site_pages.h"
#include "app/site_slides.h"
#include "app/terminal.h"

#define MEDIUM_ARENA_BYTES_MAX ((size_t)64 << 20) /* a medium of at most PICTURE_FILE_BYTES_MAX */

/* A picture is read once more: it must still be the one that was approved when it is copied. */
static void put_medium(struct publishing *publishing, struct approved_item *item)
{
    struct arena *scratch = arena_new(MEDIUM_ARENA_BYTES_MAX);
    struct str bytes;
    if (approved_read_medium(&publishing->approved, scratch, item, &bytes)) {
        site_writer_put(&publishing->writer,
                        str_c(publishing->arena, approved_media_href(publishing->arena, item)),
                        bytes);
    } else {
        command_print_findings(&item->report);
        publishing->writer.failed = true;
    }
    arena_free(scratch);
}

static void put_entry(struct publishing *publishing, const struct approved_item *item)
{
    struct arena *arena = publishing->arena;
    struct str name = str_format(arena, "entries/%.*s.xml", STR_ARG(hash_str(arena, &item->hash)));
    site_writer_put(&publishing->writer, str_c(arena, name), item->bytes);
    site_writer_put(&publishing->writer, str_c(arena, str_join(arena, name, STR(".minisig"))),
                    item->signature);
}

static void put_objects(struct publishing *publishing)
{
    struct approved_folder *approved = &publishing->approved;
    for (size_t i = 0; i < approved->count && !publishing->writer.failed; i++) {
        struct approved_item *item = &approved->items[i];
        terminal_progress(N_("files"), i + 1, approved->count);
        if (item->state != APPROVED_FINE)
            continue;
        if (item->media_ending)
            put_medium(publishing, item);
        put_entry(publishing, item);
    }
    terminal_progress("", 0, 0);
}

static void put_document(struct publishing *publishing, const char *name,
                         const struct publish_document *document)
{
    struct arena *arena = publishing->arena;
    if (!document->is_there)
        return;
    site_writer_put(&publishing->writer, str_c(arena, str_format(arena, "%s.minisig", name)),
                    document->signature);
    site_writer_put(&publishing->writer, name, document->bytes);
}

/* What this edition and the one before name stays; readers may be in the middle of either. */
static void sweep(struct publishing *publishing)
{
    const struct feed *before = &publishing->before;
    size_t count = 0;
    struct hash *keep = ARENA_ARRAY(publishing->arena, struct hash,
                                    2 * (publishing->fine_count + before->entry_count) + 1);
    for (size_t i = 0; i < before->entry_count; i++) {
        keep[count++] = before->entries[i].hash;
        keep[count++] = before->entries[i].picture;
    }
    for (size_t i = 0; i < publishing->approved.count; i++) {
        const struct approved_item *item = &publishing->approved.items[i];
        if (item->state != APPROVED_FINE)
            continue;
        keep[count++] = item->hash;
        keep[count++] = item->announcement.picture.hash;
    }
    if (publishing->is_changed)
        site_writer_sweep(&publishing->writer, keep, count);
    else
        site_writer_sweep(&publishing->writer, NULL, 0);
}

static void put_pages(struct publishing *publishing)
{
    const struct pages pages = {
        .profile = &publishing->profile,
        .zone = publishing->zone,
        .now = publishing->updated,
        .items = publishing->pages,
        .count = publishing->page_count,
    };
    site_pages_put(&publishing->writer, &pages);
    bool has_slides = !options_has(publishing->options, OPTION_WITH_SLIDES) ||
                      site_slides_put(&publishing->writer, &pages);
    if (publishing->writer.failed || !has_slides)
        options_fail(_("the feed is published, but not all pages beside it"));
}

bool publish_write(struct publishing *publishing)
{
    struct site_writer *writer = &publishing->writer;
    put_objects(publishing);
    put_document(publishing, "centre.xml", &publishing->centre);
    put_document(publishing, "hide.xml", &publishing->hide);
    site_writer_put(writer, "feed.atom.minisig", publishing->signature);
    site_writer_put(writer, "feed.atom", publishing->feed);
    if (writer->failed) {
        options_fail(_("%s was not published; the feed before stays"), publishing->site);
        return false;
    }
    sweep(publishing);
    put_pages(publishing);
    desk_folder_note_published(publishing->arena, publishing->folder,
                               stamp_format(publishing->arena, publishing->now, publishing->zone));
    return true;
}
