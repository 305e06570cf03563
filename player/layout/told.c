/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See told.h. Paper hangs for weeks, so dates are compact and never relative. */
#include "layout/told.h"

#include "layout/facts.h"
#include "layout/phrase.h"
#include "layout/qr.h"

_Static_assert(TOLD_FACTS_MAX == FACTS_MAX, "all facts of a slide are told");

static struct layout_context context_of(const struct profile *profile, const struct zone *zone,
                                        int64_t now)
{
    return (struct layout_context){
        .profile = profile, .display = &profile->displays[0], .zone = zone, .now = now
    };
}

size_t told_facts(struct arena *arena, const struct profile *profile, const struct zone *zone,
                  int64_t now, const struct item *item, struct told_fact ret_facts[TOLD_FACTS_MAX])
{
    /* "Here" is true of a slide; a page is read at home, so the centre is no known place to it. */
    struct profile elsewhere = *profile;
    elsewhere.name_count = 0;
    struct layout_context context = context_of(&elsewhere, zone, now);
    struct frame frame = frame_start(arena, &context, item->announcement.language);
    struct facts facts = facts_of(&frame, item, true);
    for (size_t i = 0; i < facts.count; i++)
        ret_facts[i] = (struct told_fact){
            .label = facts.fact[i].label,
            .value = facts.fact[i].value,
            .source = facts.fact[i].source.at, /* a literal of facts.c */
        };
    return facts.count;
}

struct str told_date(struct arena *arena, const struct occurrence *date, const struct zone *zone,
                     enum language language)
{
    return phrase_occurrence(arena, wording_of(language), date, zone, (struct date){ 0 });
}

const char *told_number_word(enum language language)
{
    return wording_of(language)->number;
}

const char *told_cancelled_word(enum language language)
{
    return wording_of(language)->labels[LABEL_CANCELLED];
}

bool told_code_of(struct arena *arena, const struct profile *profile, struct str address,
                  struct told_code *ret_code)
{
    struct layout_context context = context_of(profile, NULL, 0);
    struct frame frame = { .arena = arena, .context = &context };
    struct qr qr;
    if (!qr_make(&frame, address, &qr))
        return false;
    *ret_code = (struct told_code){ qr.modules, qr.cells };
    return true;
}

struct str told_address(struct str url)
{
    return phrase_address(url);
}
