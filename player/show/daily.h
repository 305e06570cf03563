/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Complaints that repeat: a full disk is said once a day, not with every slide. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct daily {
    int64_t said_at; /* monotonic ns; 0: never */
};

/* True when a day has gone by since it last was, and at first. */
bool daily_is_due(struct daily *daily);
