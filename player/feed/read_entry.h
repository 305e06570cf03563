/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An announcement from XML: a submission or an approved entry file. */
#pragma once

#include "model/announcement.h"

/* Largest entry file: a text of 4,000 characters with markup is far below. A guess of ours. */
#define ENTRY_BYTES_MAX (256u << 10)

/*
 * Reads one atom:entry.
 *
 * bytes   XML, at most ENTRY_BYTES_MAX; not kept.
 * file    its name, for the findings.
 * report  gets one finding for each thing the sender should mend, with line and column.
 * ret_announcement  set when true comes back; lives in `arena`.
 *
 * False: it is no announcement at all (the report says why). An announcement that came back may
 * still have findings that block.
 */
bool entry_read(struct arena *arena, struct str bytes, struct str file, struct report *report,
                struct announcement *ret_announcement) NODISCARD;
