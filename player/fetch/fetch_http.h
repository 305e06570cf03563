/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A site on a web server. Private to this folder and its tests; others use fetch.h. */
#pragma once

#include "fetch/source_kind.h"

/* source_open_http with limits of one's own. The limits are copied. */
struct source *fetch_http_open(const char *url, const struct fetch_options *options,
                               const struct fetch_limits *limits, const char **ret_why) NODISCARD;
