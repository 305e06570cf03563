/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A look at the folder while its announcements are on the desk: what has come, what was written
 * anew, what somebody else took away. Names, sizes and times are compared, since a share tells of
 * no change by itself. A file that is new must look the same twice: until then it is being copied.
 */
#include "app/options.h"
#include "app/preview_inside.h"
#include "base/clock.h"

#include <sys/stat.h>

#define SCAN_BYTES_MAX ((size_t)64 << 20)

bool preview_facts_of(const char *path, struct preview_facts *ret_facts)
{
    struct stat facts;
    *ret_facts = (struct preview_facts){ 0 };
    if (!path || stat(path, &facts) != 0)
        return false;
    *ret_facts = (struct preview_facts){
        .bytes = facts.st_size,
        .mtime_ns = facts.st_mtim.tv_sec * CLOCK_SECOND_NS + facts.st_mtim.tv_nsec,
    };
    return true;
}

bool preview_facts_same(const struct preview_facts *a, const struct preview_facts *b)
{
    return a->bytes == b->bytes && a->mtime_ns == b->mtime_ns;
}

static void add_news(struct preview_source *source, struct desk_scan *scan, size_t index,
                     enum desk_change change)
{
    if (change != CHANGE_GONE)
        preview_source_read(source, index);
    *ARENA_PUSH(scan->arena, scan->news, scan->news_count) =
        (struct desk_news){ index, change, source->known[index] };
}

static void take_gone(struct preview_source *source, struct desk_scan *scan, size_t index)
{
    struct preview_entry *entry = &source->entries[index];
    if (entry->is_gone)
        return;
    add_news(source, scan, index, CHANGE_GONE);
    entry->is_gone = true;
    source->edition.items[index].pages = 0; /* it leaves the rotation of the desk */
}

/* The picture counts, too: it often comes after the announcement that names it. */
static void look_at_known(struct preview_source *source, struct desk_scan *scan, size_t index)
{
    struct preview_entry *entry = &source->entries[index];
    struct preview_facts facts, media;
    if (!preview_facts_of(entry->path, &facts)) {
        take_gone(source, scan, index);
        return;
    }
    preview_facts_of(entry->media_path, &media);
    bool is_back = entry->is_gone, is_written = !preview_facts_same(&facts, &entry->facts) ||
                                                !preview_facts_same(&media, &entry->media);
    entry->is_gone = false;
    if (is_back)
        add_news(source, scan, index, CHANGE_BACK);
    else if (is_written)
        add_news(source, scan, index, CHANGE_WRITTEN);
}

static bool is_known(const struct preview_source *source, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(source->known[i].name, name))
            return true;
    return false;
}

/* Did the look before find the very same file under this name? */
static bool was_seen(const struct preview_source *source, struct str name,
                     const struct preview_facts *facts)
{
    for (size_t i = 0; i < source->pending_count; i++)
        if (str_equal(source->pending[i].name, name))
            return preview_facts_same(&source->pending[i].facts, facts);
    return false;
}

static void look_at_new(struct preview_source *source, struct desk_scan *scan,
                        const struct str *names, size_t count)
{
    size_t before = source->count, pending_count = 0;
    struct arena *arena = arena_new(SCAN_BYTES_MAX);
    struct preview_pending *pending = ARENA_ARRAY(arena, struct preview_pending, count + 1);
    for (size_t i = 0; i < count; i++) {
        struct preview_facts facts;
        const char *path = file_join(scan->arena, source->folder, str_c(scan->arena, names[i]));
        if (!submission_is_name(names[i]) || is_known(source, before, names[i]) ||
            !preview_facts_of(path, &facts))
            continue;
        if (was_seen(source, names[i], &facts)) {
            preview_source_add(source, path);
            preview_source_read(source, source->count - 1);
            *ARENA_PUSH(scan->arena, scan->come, scan->come_count) =
                source->known[source->count - 1];
        } else {
            pending[pending_count++] = (struct preview_pending){ str_copy(arena, names[i]), facts };
        }
    }
    arena_free(source->pending_arena);
    source->pending_arena = arena;
    source->pending = pending;
    source->pending_count = pending_count;
}

/* ret_scan->come and the known of news point into the source: the desk copies them at once. */
void preview_scan(struct desk_source *desk, struct desk_scan *ret_scan)
{
    struct preview_source *source = (struct preview_source *)desk;
    struct desk_scan scan = { .arena = arena_new(SCAN_BYTES_MAX) };
    struct str *names;
    size_t name_count, known = source->count;
    enum file_outcome outcome = file_list(scan.arena, source->folder, &names, &name_count);
    if (outcome == FILE_OK) {
        for (size_t i = 0; i < known; i++)
            look_at_known(source, &scan, i);
        look_at_new(source, &scan, names, name_count);
        scan.approved_changed = preview_approved_refresh(&source->approved);
        if (scan.approved_changed)
            preview_round_renew(source->round);
        source->serial += scan.approved_changed || scan.news_count > 0 || scan.come_count > 0;
    } else {
        const struct str args[] = { str_of(source->folder), str_of(_(file_outcome_text(outcome))) };
        scan.trouble =
            i18n_fill(scan.arena, _("The folder {0} {1}. Check the network. Nothing is lost."),
                      args, ARRAY_LEN(args));
    }
    *ret_scan = scan;
}
