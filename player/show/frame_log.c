/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See frame_log.h. Nothing is written while a change runs, so that the log costs no frame. */
#include "show/frame_log.h"

#include "base/clock.h"

#include <inttypes.h>

#define BUFFER_BYTES (64u << 10) /* a change of a second at 60 Hz is a tenth of it */

bool frame_log_open(struct frame_log *log, const char *path)
{
    log->file = NULL;
    if (!path)
        return true;
    log->file = fopen(path, "we");
    if (log->file)
        setvbuf(log->file, NULL, _IOFBF, BUFFER_BYTES);
    return log->file != NULL;
}

void frame_log_close(struct frame_log *log)
{
    if (log->file)
        fclose(log->file);
    log->file = NULL;
}

void frame_log_add(struct frame_log *log, const struct slide *slide, unsigned share)
{
    if (!log->file)
        return;
    struct str name = slide_name(slide);
    fprintf(log->file, "%" PRId64 "\t%.*s\t%d\t%u\n", clock_mono_ns(), STR_ARG(name),
            slide->play ? slide->play->page : 0, share);
}

void frame_log_flush(struct frame_log *log)
{
    if (log->file)
        fflush(log->file);
}
