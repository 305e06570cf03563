/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The log is for the operator: English, stable, one line an event, on standard error (systemd puts
 * it into the journal). People who write or approve announcements get findings instead.
 */
#pragma once

#include "base/attrs.h"

enum log_level { LOG_ERROR, LOG_WARNING, LOG_NOTICE, LOG_DEBUG };

/* Nothing beyond this level is written; NOTICE from the start. */
void log_set_level(enum log_level most);

/*
 * One line: "warning: module: message". Where standard error is the stream that the environment
 * variable JOURNAL_STREAM names, the level goes as systemd's "<4>" prefix instead. Control
 * characters and bytes that are not UTF-8 are written as '?'. Keeps errno.
 */
void log_line(enum log_level level, const char *module, const char *format, ...) PRINTF_LIKE(3, 4);

/* Each .c file says `#define LOG_MODULE "fetch"` before it uses these. */
#define log_error(...) log_line(LOG_ERROR, LOG_MODULE, __VA_ARGS__)
#define log_warning(...) log_line(LOG_WARNING, LOG_MODULE, __VA_ARGS__)
#define log_notice(...) log_line(LOG_NOTICE, LOG_MODULE, __VA_ARGS__)
#define log_debug(...) log_line(LOG_DEBUG, LOG_MODULE, __VA_ARGS__)
