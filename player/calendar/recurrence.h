/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates that repeat: the subset of RFC 5545 that content-schema/README.md names, computed directly.
 * A rule is a row of candidate days a fixed step apart, so that the next date after a moment costs
 * the same near the start and years later, and an impossible rule ends at once.
 */
#pragma once

#include "calendar/when.h"

#define REPEAT_COUNT_MAX 10000 /* 27 years of days; a COUNT is counted out from the start */

/*
 * Reads "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270531T210000Z": DAILY, WEEKLY or MONTHLY with INTERVAL,
 * BYDAY, UNTIL or COUNT, in capital letters. "2TU" and "-1FR" only for MONTHLY; COUNT up to
 * REPEAT_COUNT_MAX. UNTIL is 20270531, 20270531T210000Z, 20270531T210000 or what stamp_parse
 * reads. False for anything else, also for parts that RFC 5545 knows and this subset does not: a
 * date shown wrongly is worse than a finding.
 */
bool repeat_parse(struct str text, struct repeat *ret_repeat) NODISCARD;

/*
 * The first occurrence, by start, that ends after a moment; false when there is none within 40
 * years of it (series.c says why 40).
 *
 * zone  the centre's; stands where a when has none of its own.
 *
 * A cancelled when without a rule overrides, among `whens`, the occurrences that start at the same
 * moment (or on its day or days, when it is written as bare dates): such an occurrence is answered
 * once, with `cancelled`. A cancelled when that overrides nothing is answered by itself.
 */
bool when_next(const struct when *whens, size_t count, const struct zone *zone, int64_t after,
               struct occurrence *ret_next);

/*
 * Up to `room` occurrences that end after a moment, in the order of their starts; answers how
 * many. What two whens say alike is answered once.
 */
size_t when_list(const struct when *whens, size_t count, const struct zone *zone, int64_t after,
                 struct occurrence *ret_list, size_t room);

/*
 * The end of the last occurrence, cancelled ones among them. False when there is none at all;
 * *ret_endless when a rule has neither UNTIL nor COUNT (then *ret_end is not set).
 */
bool when_last_end(const struct when *whens, size_t count, const struct zone *zone,
                   int64_t *ret_end, bool *ret_endless);
