/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written in one text of the sender: dates, times, telephone numbers. */
#pragma once

#include "rules/rule_set.h"
#include "rules/written_dates.h"
#include "rules/written_phone.h"
#include "rules/written_time.h"

struct written {
    const struct rule_input *input;
    struct search_text text;
    enum language language;
    struct date from; /* the first day on which it is shown */
    struct written_time *times;
    struct written_date *dates;
    struct written_phone *phones;
    size_t time_count, date_count, phone_count;
};

typedef void written_fn(const struct written *written, struct report *report);

/*
 * Calls `check` for each text that stands on the slide in the sender's own words: title, lead,
 * body, for whom, price, sign-up, place.
 */
void written_each(const struct rule_input *input, struct report *report, written_fn *check);

/* Adds a finding about the words from one point of the text to another. */
struct finding *written_add(const struct written *written, size_t start, size_t end,
                            enum finding_code code, struct report *report);

/* The words themselves. */
struct str written_words(const struct written *written, size_t start, size_t end);

/* The first day on which an announcement is shown, in the centre's zone. */
struct date written_first_day(const struct rule_input *input);

/* The last one: the day of the last second that it is shown. */
struct date written_last_day(const struct rule_input *input);
