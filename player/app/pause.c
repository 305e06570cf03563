/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See pause.h. The file holds the seconds; its time says from when. */
#include "app/pause.h"

#include "base/clock.h"
#include "base/file.h"

#include <stdio.h>
#include <sys/stat.h>

#define LOG_MODULE "pause"
#include "base/log.h"

#define PAUSE_FILE "retry-after"
#define PAUSE_FILE_BYTES_MAX 64
#define PAUSE_SECONDS_MAX (24 * 3600) /* fetch.h: at most a day */

int pause_left(struct arena *arena, const char *state)
{
    const char *path = file_join(arena, state, PAUSE_FILE);
    struct clock clock = clock_system();
    struct stat status;
    struct str text;
    int seconds;
    if (stat(path, &status) != 0 ||
        file_read(arena, path, PAUSE_FILE_BYTES_MAX, &text) != FILE_OK ||
        !str_to_number(str_trim(text), &seconds) || seconds > PAUSE_SECONDS_MAX)
        return 0;
    int64_t gone = clock_wall(&clock) - (int64_t)status.st_mtime;
    return gone < 0 || gone >= seconds ? 0 : seconds - (int)gone;
}

void pause_note(struct arena *arena, const char *state, int seconds)
{
    const char *path = file_join(arena, state, PAUSE_FILE);
    if (seconds <= 0) {
        if (file_exists(path) && remove(path) != 0)
            log_debug("the pause stays noted");
        return;
    }
    if (file_write(path, str_format(arena, "%d\n", seconds), 0600) != FILE_OK)
        log_debug("the pause is not noted");
}
