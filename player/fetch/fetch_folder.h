/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A site in a folder. Private to this folder and its tests; others use fetch.h. */
#pragma once

#include "fetch/source_kind.h"

#include <sys/types.h>

/* source_open_folder with limits of one's own. The limits are copied. */
struct source *fetch_folder_open(const char *folder, const struct fetch_options *options,
                                 const struct fetch_limits *limits, const char **ret_why) NODISCARD;

/* The child of a source opened so, that a test may hold it up. */
pid_t fetch_folder_child(const struct source *source);
