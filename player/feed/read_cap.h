/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Warnings of authorities: the Common Alerting Protocol 1.2 (OASIS), as the Finnish Meteorological
 * Institute writes it (its CAP profile 1.1), and the RSS that lists them. What a warning may do on
 * a screen is decided elsewhere; here it is only read.
 */
#pragma once

#include "model/announcement.h"

#define CAP_BYTES_MAX (1u << 20)     /* a warning with large polygons is some 100 kB */
#define CAP_RSS_BYTES_MAX (1u << 20) /* the institute's is 10 to 20 kB */
#define CAP_RSS_ITEMS_MAX 200        /* warnings in force at a time in the whole country: tens */
#define CAP_AREAS_MAX 1000           /* municipalities: 309 in 2025 */

enum cap_message { CAP_ALERT, CAP_UPDATE, CAP_CANCEL };
enum cap_severity { CAP_MINOR, CAP_MODERATE, CAP_SEVERE, CAP_EXTREME };

/* The warning in one language. */
struct cap_info {
    enum language language;
    enum cap_severity severity;
    struct str event, headline, description, instruction, sender, web; /* empty where not there */
    struct stamp onset, expires; /* the onset is that of `sent` where there is none */
    struct str *codes;           /* of its areas: "FI-kuntanumero:049", "ISO 3166-2:FI-18" */
    size_t code_count;
    struct str *places; /* names of its areas */
    size_t place_count;
};

struct cap_alert {
    struct str identifier;
    struct stamp sent;
    enum cap_message message;
    bool is_exercise;       /* status Exercise: people should see that word */
    struct str *references; /* identifiers of the warnings that this one replaces or ends */
    size_t reference_count;
    struct cap_info *infos; /* of languages that announcements come in */
    size_t info_count;
};

/*
 * Reads one warning; it lives in the arena.
 *
 * False, with a finding: it is none, or one that is not for the public or not for real (status
 * Test, System or Draft; scope Restricted or Private).
 */
bool cap_read(struct arena *arena, struct str bytes, struct str file, struct report *report,
              struct cap_alert *ret_alert) NODISCARD;

/*
 * The addresses of the warnings that an RSS lists, in its order, each once; in the arena. False,
 * with a finding, when it is no RSS or lists too many.
 */
bool cap_read_rss(struct arena *arena, struct str bytes, struct str file, struct report *report,
                  struct str **ret_links, size_t *ret_count) NODISCARD;

/* Does the warning hold for an area, named by its code ("FI-kuntanumero:049")? */
bool cap_is_for(const struct cap_info *info, struct str code);

/*
 * The warnings still in force: without those that another one replaces or cancels, the
 * cancellations themselves, and those that are over at `now`. Keeps their order, writes them to the
 * front of the array and answers how many.
 */
size_t cap_in_force(struct cap_alert *alerts, size_t count, const struct zone *zone, int64_t now);
