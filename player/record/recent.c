/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See recent.h. */
#include "record/recent.h"

#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* The end of a regular file; empty when there is none. */
static struct str read_tail(struct arena *arena, const char *path)
{
    struct str tail = { "", 0 };
    struct stat info;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return tail;
    if (fstat(file, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0) {
        off_t from = info.st_size > RECENT_BYTES_MAX ? info.st_size - RECENT_BYTES_MAX : 0;
        size_t bytes = (size_t)(info.st_size - from);
        char *at = arena_alloc(arena, bytes, 1);
        ssize_t got = pread(file, at, bytes, from);
        tail = (struct str){ at, got > 0 ? (size_t)got : 0 };
        ptrdiff_t cut = from > 0 ? str_find_byte(tail, '\n') : -1;
        tail = str_slice(tail, (size_t)(cut + 1), tail.bytes);
    }
    close(file);
    return tail;
}

struct recent {
    struct arena *arena;
    struct str display;
    int64_t before;
    const struct zone *zone;
    struct play_row *rows;
    size_t count;
};

static void add_month(struct recent *recent, const char *folder, int year, int month)
{
    struct str name = str_format(recent->arena, "plays-%04d-%02d.csv", year, month);
    struct str rest = read_tail(recent->arena, file_join(recent->arena, folder, name.at)), line;
    while (str_next(&rest, '\n', &line)) {
        struct play_row row;
        if (play_row_read(recent->arena, line, recent->zone, &row) != PLAY_LINE_ROW ||
            !str_equal(row.display, recent->display) || row.from >= recent->before ||
            row.from < recent->before - RECENT_SECONDS)
            continue;
        *ARENA_PUSH(recent->arena, recent->rows, recent->count) = row;
    }
}

size_t recent_plays(struct arena *arena, const char *folder, struct str display, int64_t before,
                    const struct zone *zone, struct play_row **ret_rows)
{
    struct recent recent = { arena, display, before, zone, NULL, 0 };
    struct date yesterday = zone_local(zone, before - RECENT_SECONDS).date;
    struct date today = zone_local(zone, before).date;
    if (yesterday.month != today.month)
        add_month(&recent, folder, yesterday.year, yesterday.month);
    add_month(&recent, folder, today.year, today.month);
    *ret_rows = recent.rows;
    return recent.count;
}
