/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See checked.h. */
#include "output/checked.h"

const char *checked_verdict(const struct checked_item *item)
{
    enum severity worst = SEVERITY_ADVISE;
    for (size_t i = 0; i < item->report.count; i++) {
        enum severity severity = item->report.findings[i].severity;
        worst = severity > worst ? severity : worst;
    }
    return worst == SEVERITY_ADVISE ? "pass" : severity_name(worst);
}

size_t checked_count(const struct checked *checked, const char *verdict)
{
    size_t count = 0;
    for (size_t i = 0; i < checked->count; i++)
        count += strcmp(checked_verdict(&checked->items[i]), verdict) == 0;
    return count;
}

size_t checked_findings(const struct checked_item *item, enum severity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < item->report.count; i++)
        count += item->report.findings[i].severity == severity;
    return count;
}

static size_t words_in(struct str part)
{
    size_t words = 0;
    bool inside = false;
    for (size_t i = 0; i < part.bytes; i++) {
        bool space = str_is_blank(part.at[i]);
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

int checked_words(const struct checked_item *item)
{
    const struct announcement *announcement = &item->item.announcement;
    if (item->report.words >= 0)
        return item->report.words;
    size_t words = words_in(announcement->summary);
    for (size_t i = 0; i < announcement->block_count; i++)
        words += words_in(announcement->blocks[i].text);
    return (int)words;
}

size_t checked_dates(const struct checked *checked, const struct announcement *announcement,
                     struct occurrence *ret_dates)
{
    return when_list(announcement->whens, announcement->when_count, checked->zone, checked->now,
                     ret_dates, CHECKED_DATES_MAX);
}

enum lack checked_lack(const struct checked *checked, enum rule rule)
{
    for (size_t i = 0; i < checked->count; i++) {
        uint8_t lack = checked->items[i].report.skipped[rule];
        if (lack != LACK_NONE)
            return (enum lack)lack;
    }
    return LACK_NONE;
}

size_t checked_lacks(const struct checked *checked, const char **ret_texts)
{
    bool seen[LACK_COUNT] = { false };
    size_t count = 0;
    for (unsigned rule = 0; rule < RULE_COUNT; rule++)
        seen[checked_lack(checked, (enum rule)rule)] = true;
    for (unsigned lack = LACK_NONE + 1; lack < LACK_COUNT; lack++)
        if (seen[lack])
            ret_texts[count++] = lack_text((enum lack)lack);
    return count;
}

struct str checked_centre(const struct checked *checked, enum language language)
{
    return profile_name(checked->profile, language);
}
