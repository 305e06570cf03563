/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of a notice that go together at a moment. */
#include "rotate/notices.h"
#include "rotate/rotation.h"

static bool is_version(const struct timetable *timetable, const struct item *item,
                       const struct item *other)
{
    const struct announcement *a = &item->announcement, *b = &other->announcement;
    return str_equal(a->group.bytes ? a->group : a->id, b->group.bytes ? b->group : b->id) &&
           timetable_reason(timetable, other) == REASON_SHOWN;
}

struct language_row rotation_versions(const struct timetable *timetable, const struct item *item)
{
    const struct edition *edition = timetable->edition;
    bool has[LANGUAGE_COUNT] = { false };
    struct language_row row = { .count = 0 };
    for (size_t i = 0; i < edition->item_count; i++) {
        if (is_version(timetable, item, &edition->items[i]))
            has[edition->items[i].announcement.language] = true;
    }
    for (size_t i = 0; i < edition->profile.language_count; i++) {
        enum language language = edition->profile.languages[i];
        if (has[language])
            row.list[row.count++] = language;
        has[language] = false;
    }
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        if (has[i])
            row.list[row.count++] = (enum language)i;
    }
    return row;
}

#define ALERT_VERSIONS_MAX 16

size_t rotation_alert_page(const struct timetable *timetable, const struct item *item, int page,
                           const struct item *ret_items[ALERT_VERSIONS])
{
    const struct edition *edition = timetable->edition;
    const struct item *list[ALERT_VERSIONS_MAX];
    size_t count = 0, taken = 0;
    for (size_t i = 0; i < edition->item_count && count < ALERT_VERSIONS_MAX; i++) {
        if (!is_version(timetable, item, &edition->items[i]))
            continue;
        size_t rank = notices_language_rank(&edition->profile, &edition->items[i]), at = count++;
        for (; at > 0 && notices_language_rank(&edition->profile, list[at - 1]) > rank; at--)
            list[at] = list[at - 1];
        list[at] = &edition->items[i];
    }
    for (size_t i = (size_t)page * ALERT_VERSIONS; i < count && taken < ALERT_VERSIONS; i++)
        ret_items[taken++] = list[i];
    if (taken == 0)
        ret_items[taken++] = item;
    return taken;
}
