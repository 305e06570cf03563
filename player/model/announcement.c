/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What follows from an announcement's own words. Only facts that need nothing but the announcement
 * stand here; whether it may be shown now is rules/ and show/.
 */
#include "model/announcement.h"

#define X(code, term) term,
static const char *const kind_terms[KIND_COUNT] = { KIND_LIST(X) };
#undef X

const char *kind_term(enum kind kind)
{
    return kind_terms[kind];
}

bool kind_of_term(struct str term, enum kind *ret_kind)
{
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (str_is(term, kind_terms[i])) {
            *ret_kind = (enum kind)i;
            return true;
        }
    }
    return false;
}

bool announcement_is_occasion(const struct announcement *announcement)
{
    return announcement->kind == KIND_EVENT || announcement->kind == KIND_GROUP ||
           announcement->kind == KIND_COURSE;
}

struct str announcement_qr_address(const struct announcement *announcement)
{
    return announcement->link.bytes > 0 ? announcement->link : announcement->signup_href;
}

int64_t announcement_show_start(const struct announcement *announcement, const struct zone *zone)
{
    if (announcement->show.from.kind != STAMP_NONE)
        return stamp_moment(&announcement->show.from, zone);
    if (announcement->published.kind != STAMP_NONE)
        return stamp_moment(&announcement->published, zone);
    if (announcement->updated.kind != STAMP_NONE)
        return stamp_moment(&announcement->updated, zone);
    /* Atom demands `updated`; without any date it has been valid for as long as there is time. */
    return 0;
}

/* Days are added on the calendar, so that a switch of the clock does not move the end. */
static int64_t default_end(int64_t start, const struct zone *zone)
{
    struct civil local = zone_local(zone, start);

    local.date = date_add(local.date, SHOW_DAYS_DEFAULT);
    return zone_moment(zone, local);
}

int64_t announcement_show_end(const struct announcement *announcement, const struct zone *zone)
{
    int64_t last_end, latest;
    bool endless = false;

    if (announcement->show.until.kind != STAMP_NONE)
        return stamp_end(&announcement->show.until, zone);
    latest = default_end(announcement_show_start(announcement, zone), zone);
    if (!when_last_end(announcement->whens, announcement->when_count, zone, &last_end, &endless))
        return latest;
    return !endless && last_end < latest ? last_end : latest;
}
