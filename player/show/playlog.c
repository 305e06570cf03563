/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See playlog.h. O_APPEND and one write a line: two players on one folder, or one that is killed,
 * leave whole lines. A database was weighed; a file that opens in any spreadsheet outlives it.
 */
#include "show/playlog.h"

#include "base/clock.h"
#include "base/csv.h"
#include "base/file.h"
#include "base/log.h"
#include "calendar/stamp.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOG_MODULE "playlog"

#define LINE_BYTES_MAX (1u << 20) /* texts of an announcement are far shorter */

/* ---- a line -------------------------------------------------------------------------------- */

struct str playlog_line(struct arena *arena, const struct play *play, struct str display,
                        const struct zone *zone)
{
    struct text line = text_new(arena, LINE_BYTES_MAX);
    struct date date = zone_local(zone, play->from).date;
    int64_t to = play->from + (int64_t)llround(play->seconds);
    const struct str cells[] = {
        str_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day),
        display,
        play->id,
        play->group,
        play->language,
        play->organisations,
        play->title,
        stamp_format(arena, play->from, zone),
        stamp_format(arena, to, zone),
        str_format(arena, "%.1f", play->seconds),
    };
    csv_add_row(&line, cells, ARRAY_LEN(cells));
    return text_str(&line);
}

/* ---- the file ------------------------------------------------------------------------------ */

struct playlog playlog_new(const char *folder)
{
    return (struct playlog){ .folder = folder, .file = -1, .synced_at = clock_mono_ns() };
}

static void complain(struct playlog *log, int error)
{
    if (daily_is_due(&log->complaint))
        log_warning("plays are not logged: %s/plays-%04d-%02d.csv %s", log->folder, log->year,
                    log->month, file_outcome_text(file_outcome_of(error)));
}

/* Says whether the last line of a file that is not empty lacks its end. */
static bool ends_torn(int file, off_t bytes)
{
    char last = '\n';
    return bytes > 0 && pread(file, &last, 1, bytes - 1) == 1 && last != '\n';
}

/* Writes it whole, or notes that a part of it stands there. */
static bool write_line(struct playlog *log, struct str line)
{
    ssize_t wrote;
    do {
        wrote = write(log->file, line.at, line.bytes);
    } while (wrote < 0 && errno == EINTR);
    if (wrote == (ssize_t)line.bytes) {
        log->is_torn = false;
        return true;
    }
    if (wrote > 0)
        log->is_torn = true;
    complain(log, wrote < 0 ? errno : ENOSPC);
    return false;
}

static bool open_month(struct playlog *log, struct date date)
{
    if (log->file >= 0 && log->year == date.year && log->month == date.month)
        return true;
    playlog_close(log);
    log->year = date.year;
    log->month = date.month;
    struct arena *arena = arena_new(LINE_BYTES_MAX);
    struct str name = str_format(arena, "plays-%04d-%02d.csv", date.year, date.month);
    /* Opened without waiting: a FIFO in its place must not hold anyone up. */
    log->file = open(file_join(arena, log->folder, name.at),
                     O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0644);
    int error = errno;
    arena_free(arena);
    struct stat info;
    if (log->file >= 0 && (fstat(log->file, &info) != 0 || !S_ISREG(info.st_mode))) {
        close(log->file);
        log->file = -1;
        error = EINVAL;
    }
    if (log->file < 0) {
        complain(log, error);
        return false;
    }
    log->is_torn = ends_torn(log->file, info.st_size);
    return info.st_size > 0 || write_line(log, STR(PLAYLOG_HEADER));
}

static void sync_now(struct playlog *log)
{
    if (log->unsynced > 0 && fdatasync(log->file) != 0)
        complain(log, errno);
    log->unsynced = 0;
    log->synced_at = clock_mono_ns();
}

void playlog_add(struct playlog *log, const struct play *play, struct str display,
                 const struct zone *zone)
{
    if (!open_month(log, zone_local(zone, play->from).date))
        return;
    struct arena *arena = arena_new((size_t)16 * LINE_BYTES_MAX);
    struct str line = playlog_line(arena, play, display, zone);
    if (log->is_torn)
        line = str_join(arena, STR("\n"), line);
    if (write_line(log, line))
        log->unsynced++;
    arena_free(arena);
    playlog_tick(log);
}

void playlog_tick(struct playlog *log)
{
    int64_t age = clock_mono_ns() - log->synced_at;
    if (log->unsynced >= PLAYLOG_SYNC_LINES ||
        (log->unsynced > 0 && age >= PLAYLOG_SYNC_S * CLOCK_SECOND_NS))
        sync_now(log);
}

void playlog_close(struct playlog *log)
{
    if (log->file < 0)
        return;
    sync_now(log);
    close(log->file);
    log->file = -1;
}
