/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See heartbeat.h. The descriptor is kept: a touch is one system call and reads no folder. */
#include "show/heartbeat.h"

#include "base/file.h"
#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOG_MODULE "heartbeat"

static int open_file(const char *path)
{
    return open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW, 0644);
}

struct heartbeat heartbeat_new(const char *path, const char *fallback)
{
    struct heartbeat heartbeat = { .file = open_file(path) };
    if (heartbeat.file < 0 && fallback) {
        path = fallback;
        heartbeat.file = open_file(path);
    }
    snprintf(heartbeat.path, sizeof heartbeat.path, "%s", path);
    return heartbeat;
}

static bool is_there(const struct heartbeat *heartbeat)
{
    struct stat info;
    return heartbeat->file >= 0 && fstat(heartbeat->file, &info) == 0 && info.st_nlink > 0;
}

void heartbeat_touch(struct heartbeat *heartbeat)
{
    if (!is_there(heartbeat)) {
        heartbeat_close(heartbeat);
        heartbeat->file = open_file(heartbeat->path);
    }
    if (heartbeat->file >= 0 && futimens(heartbeat->file, NULL) == 0)
        return;
    int error = errno;
    if (daily_is_due(&heartbeat->complaint))
        log_warning("%s %s", heartbeat->path, file_outcome_text(file_outcome_of(error)));
}

void heartbeat_close(struct heartbeat *heartbeat)
{
    if (heartbeat->file >= 0)
        close(heartbeat->file);
    heartbeat->file = -1;
}
