/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * versions-agree. Names of places and streets are translated (Kirjastokatu, Biblioteksgatan), so
 * of a place only the kind and the figures of its address are compared, of a price only free or
 * not and the figures, of telephones whether the two have any in common: a Swedish version may
 * name one more person. What one of two versions does not say is no contradiction.
 */
#include "base/utf8.h"
#include "rules/rule_together.h"
#include "rules/together_parts.h"

#include <stdlib.h>

#define DATES_MAX 64 /* compared of each version: a weekly group's next year */
#define FIGURES_BYTES_MAX 128
#define PHONE_DIGITS 7 /* the last ones: "+358 9 …" is "09 …" */
#define PHONES_MAX 16
#define VERSIONS_BYTES_MAX (64u << 20)

struct facing {
    struct arena *arena;
    const struct announcement *first; /* the version that others are held against */
    const struct announcement *own;
    struct report *report;
    const struct zone *zone;
    int64_t now;
};

static void tell(const struct facing *facing, enum finding_code code, const char *element,
                 struct str there, struct str here)
{
    struct place place = facing->own->where;
    place.element = str_of(element);
    struct finding *finding = report_add(facing->report, code, place);
    finding_arg(facing->report, finding, str_of(language_own_name(facing->first->language)));
    finding_arg(facing->report, finding, there);
    finding_arg(facing->report, finding, here);
}

/* ---- times --------------------------------------------------------------------------------- */

struct dates {
    struct occurrence at[DATES_MAX];
    size_t count;
};

static void list_dates(const struct facing *facing, const struct announcement *announcement,
                       struct dates *ret_dates)
{
    ret_dates->count = when_list(announcement->whens, announcement->when_count, facing->zone,
                                 facing->now, ret_dates->at, DATES_MAX);
}

static bool same_date(const struct occurrence *a, const struct occurrence *b)
{
    return a->start == b->start && a->end == b->end && a->cancelled == b->cancelled;
}

static struct str time_text(const struct facing *facing, const struct dates *dates, size_t i)
{
    if (i >= dates->count)
        return STR("–");
    struct str time = together_time(facing->arena, facing->zone, &dates->at[i]);
    return dates->at[i].cancelled ? str_format(facing->arena, "(%.*s)", STR_ARG(time)) : time;
}

static void compare_dates(const struct facing *facing)
{
    struct dates there, here;
    list_dates(facing, facing->first, &there);
    list_dates(facing, facing->own, &here);
    if (facing->first->when_count == 0 || facing->own->when_count == 0)
        return;
    for (size_t i = 0; i < there.count || i < here.count; i++) {
        if (i < there.count && i < here.count && same_date(&there.at[i], &here.at[i]))
            continue;
        tell(facing, FINDING_VERSION_DATES, "it:when", time_text(facing, &there, i),
             time_text(facing, &here, i));
        return;
    }
}

/* ---- place and price ----------------------------------------------------------------------- */

/* The figures of a text, a space between: "5 €, lapset 2,50" gives "5 2,50". */
static void add_figures(struct text *to, struct str words)
{
    bool inside = false;
    for (size_t i = 0; i < words.bytes; i++) {
        char sign = words.at[i];
        bool digit = sign >= '0' && sign <= '9';
        bool comma = inside && (sign == ',' || sign == '.') && i + 1 < words.bytes &&
                     words.at[i + 1] >= '0' && words.at[i + 1] <= '9';
        if (digit && !inside && to->bytes > 0)
            text_add_c(to, " ");
        if (digit || comma)
            text_add(to, comma ? STR(",") : str_slice(words, i, 1));
        inside = digit || comma;
    }
}

static struct str figures_of(struct arena *arena, struct str a, struct str b)
{
    struct text text = text_new(arena, FIGURES_BYTES_MAX);
    add_figures(&text, a);
    add_figures(&text, b);
    return text_str(&text);
}

static struct str address_text(struct arena *arena, const struct venue *venue)
{
    struct str name = venue->name.bytes > 0 ? venue->name : venue->extra;
    if (venue->street.bytes == 0)
        return name.bytes > 0 ? name : STR("–");
    return str_format(arena, "%.*s, %.*s", STR_ARG(name), STR_ARG(venue->street));
}

static bool is_on_site(const struct venue *venue)
{
    return venue->mode == PLACE_ON_SITE || venue->mode == PLACE_HYBRID;
}

static void compare_places(const struct facing *facing)
{
    const struct announcement *first = facing->first, *own = facing->own;
    if (first->venue_count == 0 || own->venue_count == 0)
        return;
    const struct venue *there = &first->venues[0], *here = &own->venues[0];
    struct str numbers = figures_of(facing->arena, there->street, there->postcode);
    struct str own_numbers = figures_of(facing->arena, here->street, here->postcode);
    bool both = there->street.bytes > 0 && here->street.bytes > 0 &&
                (there->postcode.bytes > 0) == (here->postcode.bytes > 0);
    if (is_on_site(there) != is_on_site(here) || (both && !str_equal(numbers, own_numbers)))
        tell(facing, FINDING_VERSION_PLACE, "it:where", address_text(facing->arena, there),
             address_text(facing->arena, here));
}

static void compare_prices(const struct facing *facing)
{
    const struct announcement *first = facing->first, *own = facing->own;
    struct str there = figures_of(facing->arena, first->cost, (struct str){ 0 });
    struct str here = figures_of(facing->arena, own->cost, (struct str){ 0 });
    bool both = there.bytes > 0 && here.bytes > 0;
    if (!first->has_cost || !own->has_cost ||
        (first->cost_free == own->cost_free && (!both || str_equal(there, here))))
        return;
    tell(facing, FINDING_VERSION_PRICE, "it:cost", first->cost, own->cost);
}

/* ---- telephones ---------------------------------------------------------------------------- */

struct phones {
    struct str at[PHONES_MAX];
    size_t count;
};

static void add_phone(struct phones *phones, struct str tel)
{
    if (tel.bytes > 0 && phones->count < PHONES_MAX)
        phones->at[phones->count++] = tel;
}

static struct phones phones_of(const struct announcement *announcement)
{
    struct phones phones = { .count = 0 };
    for (size_t i = 0; i < announcement->contact_count; i++)
        add_phone(&phones, announcement->contacts[i].tel);
    add_phone(&phones, announcement->signup_tel);
    return phones;
}

/* The last digits, first the very last; how many there are. */
static size_t last_digits(struct str tel, char ret_digits[PHONE_DIGITS])
{
    size_t count = 0;
    for (size_t i = tel.bytes; i > 0 && count < PHONE_DIGITS; i--)
        if (tel.at[i - 1] >= '0' && tel.at[i - 1] <= '9')
            ret_digits[count++] = tel.at[i - 1];
    return count;
}

static bool same_phone(struct str a, struct str b)
{
    char left[PHONE_DIGITS], right[PHONE_DIGITS];
    size_t count = last_digits(a, left);
    return count == last_digits(b, right) && memcmp(left, right, count) == 0;
}

static void compare_phones(const struct facing *facing)
{
    struct phones there = phones_of(facing->first), here = phones_of(facing->own);
    for (size_t i = 0; i < there.count; i++)
        for (size_t j = 0; j < here.count; j++)
            if (same_phone(there.at[i], here.at[j]))
                return;
    if (there.count > 0 && here.count > 0)
        tell(facing, FINDING_VERSION_PHONE, "it:contact", there.at[0], here.at[0]);
}

/* ---- groups -------------------------------------------------------------------------------- */

struct version {
    const struct together *item;
    size_t index;
};

/* The Finnish version of a group first, then in the order that was given. */
static int compare_versions(const void *a, const void *b)
{
    const struct version *left = a, *right = b;
    const struct announcement *one = left->item->announcement, *two = right->item->announcement;
    int order = str_compare(one->group, two->group);
    if (order == 0)
        order = (two->language == LANGUAGE_FI) - (one->language == LANGUAGE_FI);
    return order ? order : (left->index > right->index) - (left->index < right->index);
}

static void compare_with(const struct facing *facing)
{
    compare_dates(facing);
    compare_places(facing);
    compare_prices(facing);
    compare_phones(facing);
}

void together_versions(const struct together *items, size_t count, const struct zone *zone,
                       int64_t now)
{
    struct arena *arena = arena_new(VERSIONS_BYTES_MAX);
    struct version *versions = ARENA_ARRAY(arena, struct version, count + 1);
    for (size_t i = 0; i < count; i++)
        versions[i] = (struct version){ &items[i], i };
    qsort(versions, count, sizeof *versions, compare_versions);
    for (size_t i = 1, first = 0; i < count; i++) {
        const struct together *item = versions[i].item;
        const struct announcement *head = versions[first].item->announcement;
        if (!str_equal(head->group, item->announcement->group)) {
            first = i;
            continue;
        }
        struct facing facing = { arena, head, item->announcement, item->report, zone, now };
        compare_with(&facing);
    }
    arena_free(arena);
}
