/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One write(2) a line, so that the lines of two processes do not mix. The level is the one variable
 * of the program that is not passed along: a log that must be handed to every function would be
 * left out where it is wanted most.
 */
#include "base/log.h"

#include "base/utf8.h"

#include <errno.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define LINE_BYTES_MAX 2048 /* journald splits lines at 48 KiB; nobody reads this much */

static atomic_int level_max = LOG_NOTICE;

static const struct {
    const char *word;
    int priority; /* of syslog(3) */
} levels[] = {
    [LOG_ERROR] = { "error", 3 },
    [LOG_WARNING] = { "warning", 4 },
    [LOG_NOTICE] = { "notice", 5 },
    [LOG_DEBUG] = { "debug", 7 },
};

void log_set_level(enum log_level most)
{
    atomic_store(&level_max, (int)most);
}

/*
 * JOURNAL_STREAM names the device and inode of the stream that goes to the journal. The variable
 * alone is not enough: a terminal that systemd started hands it on to everything in it.
 */
static bool is_journal(void)
{
    const char *stream = getenv("JOURNAL_STREAM");
    struct stat info;
    if (!stream || fstat(STDERR_FILENO, &info) != 0)
        return false;
    char mine[48];
    snprintf(mine, sizeof mine, "%ju:%ju", (uintmax_t)info.st_dev, (uintmax_t)info.st_ino);
    return strcmp(stream, mine) == 0;
}

static bool is_control(uint32_t point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029 ||
           point == 0xFFFD;
}

/* Copies a message without control characters, cut between characters; answers the bytes. */
static size_t clean(struct str message, char *line, size_t room)
{
    size_t used = 0;
    uint32_t point;
    while (utf8_next(&message, &point)) {
        char bytes[4];
        size_t count = utf8_put(is_control(point) ? '?' : point, bytes);
        if (used + count > room)
            break;
        memcpy(line + used, bytes, count);
        used += count;
    }
    return used;
}

static void write_whole(const char *line, size_t bytes)
{
    while (bytes > 0) {
        ssize_t written = write(STDERR_FILENO, line, bytes);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return; /* there is no other place to complain */
        line += written;
        bytes -= (size_t)written;
    }
}

void log_line(enum log_level level, const char *module, const char *format, ...)
{
    if ((int)level > atomic_load(&level_max))
        return;
    int error = errno; /* a caller may still want to look at it */
    char message[LINE_BYTES_MAX];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(message, sizeof message, format, args);
    va_end(args);
    size_t bytes = length < 0 ? 0 : (size_t)length;
    if (bytes >= sizeof message)
        bytes = sizeof message - 1;

    char line[LINE_BYTES_MAX + 64];
    int head = is_journal() ? snprintf(line, 64, "<%d>%.32s: ", levels[level].priority, module)
                            : snprintf(line, 64, "%s: %.32s: ", levels[level].word, module);
    size_t used = (size_t)head;
    used += clean((struct str){ message, bytes }, line + used, sizeof line - used - 1);
    line[used++] = '\n';
    write_whole(line, used);
    errno = error;
}
