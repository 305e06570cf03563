/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sorts an edition's items into notices and organisations. All items take part; which of them may
 * be shown is asked anew whenever time has changed the answer.
 */
#include "rotate/notices.h"

#include <assert.h>
#include <stdlib.h>

/* 10,000 items with their authors take under 4 MiB; the reader bounds both. */
#define NOTICES_BYTES_MAX ((size_t)256 << 20)

/*
 * An organisation that the register knows by a Swedish name too is one organisation. Without a
 * register entry the name as written counts.
 */
static const struct registered_organisation *find_registered(const struct notices *notices,
                                                             struct str name)
{
    size_t number;
    if (!key_index_get(&notices->registered, name, &number))
        return NULL;
    return notices->registered_at[number];
}

static struct str party_name(const struct notices *notices, const struct organisation *author)
{
    const struct registered_organisation *known = find_registered(notices, author->name);
    return known ? known->name : author->name;
}

static void note_registered(struct notices *notices, struct str name,
                            const struct registered_organisation *known)
{
    if (name.bytes == 0)
        return;
    size_t number = key_index_put(&notices->registered, name);
    if (!notices->registered_at[number])
        notices->registered_at[number] = known;
}

static void read_register(struct notices *notices)
{
    const struct profile *profile = &notices->edition->profile;
    size_t names = 2 * profile->organisation_count;
    notices->registered = key_index_new(notices->arena, names);
    notices->registered_at =
        ARENA_ARRAY(notices->arena, const struct registered_organisation *, names + 1);
    for (size_t i = 0; i < profile->organisation_count; i++) {
        const struct registered_organisation *known = &profile->organisations[i];
        note_registered(notices, known->name, known);
        note_registered(notices, known->name_sv, known);
    }
}

size_t notices_language_rank(const struct profile *profile, const struct item *item)
{
    for (size_t i = 0; i < profile->language_count; i++) {
        if (profile->languages[i] == item->announcement.language)
            return i;
    }
    return profile->language_count;
}

/* Nobody's item, as a folder without authors may hold, is of one organisation without a name. */
static const struct organisation nobody = { 0 };

size_t notices_author_count(const struct item *item)
{
    return item->announcement.author_count ? item->announcement.author_count : 1;
}

static const struct organisation *author_at(const struct item *item, size_t index)
{
    return item->announcement.author_count ? &item->announcement.authors[index] : &nobody;
}

size_t notices_party(const struct notices *notices, const struct item *item, size_t author)
{
    struct str name = party_name(notices, author_at(item, author));
    size_t number = 0;
    bool found = key_index_get(&notices->names, name, &number);
    assert(found);
    (void)found;
    return number;
}

static bool has_number(const size_t *list, size_t count, size_t number)
{
    for (size_t i = 0; i < count; i++) {
        if (list[i] == number)
            return true;
    }
    return false;
}

static void add_party(struct notices *notices, struct notice *notice,
                      const struct organisation *author)
{
    struct str name = party_name(notices, author);
    size_t number = key_index_put(&notices->names, name);
    if (number == notices->party_count) {
        struct party *fresh = ARENA_PUSH(notices->arena, notices->parties, notices->party_count);
        fresh->name = name;
        fresh->weight = 1;
        fresh->is_outside = notices->edition->profile.organisation_count > 0 &&
                            !find_registered(notices, author->name);
    }
    if (has_number(notice->parties, notice->party_count, number))
        return;
    *ARENA_PUSH(notices->arena, notice->parties, notice->party_count) = number;
    struct party *party = &notices->parties[number];
    *ARENA_PUSH(notices->arena, party->notices, party->notice_count) =
        (size_t)(notice - notices->list);
}

/* Keeps the versions in order; a notice has a handful of them. */
static void add_version(struct notices *notices, struct notice *notice, const struct item *item)
{
    const struct profile *profile = &notices->edition->profile;
    size_t rank = notices_language_rank(profile, item);
    (void)ARENA_PUSH(notices->arena, notice->items, notice->item_count);
    size_t at = notice->item_count - 1;
    while (at > 0 && notices_language_rank(profile, notice->items[at - 1]) > rank) {
        notice->items[at] = notice->items[at - 1];
        at--;
    }
    notice->items[at] = item;
}

static struct str group_of(const struct item *item)
{
    const struct announcement *announcement = &item->announcement;
    return announcement->group.bytes > 0 ? announcement->group : announcement->id;
}

static size_t count_authors(const struct edition *edition)
{
    size_t count = 0;
    for (size_t i = 0; i < edition->item_count; i++)
        count += notices_author_count(&edition->items[i]);
    return count;
}

struct notices notices_of(const struct edition *edition)
{
    struct notices notices = { .arena = arena_new(NOTICES_BYTES_MAX), .edition = edition };
    notices.groups = key_index_new(notices.arena, edition->item_count);
    notices.names = key_index_new(notices.arena, count_authors(edition));
    read_register(&notices);
    notices.of_item = ARENA_ARRAY(notices.arena, size_t, edition->item_count + 1);
    for (size_t i = 0; i < edition->item_count; i++) {
        const struct item *item = &edition->items[i];
        size_t number = key_index_put(&notices.groups, group_of(item));
        bool is_first = number == notices.count;
        if (is_first)
            ARENA_PUSH(notices.arena, notices.list, notices.count)->group = group_of(item);
        struct notice *notice = &notices.list[number];
        notices.of_item[i] = number;
        add_version(&notices, notice, item);
        if (is_first && item->announcement.kind == KIND_ALERT) {
            notice->is_alert = true;
            *ARENA_PUSH(notices.arena, notices.alerts, notices.alert_count) = number;
        }
        for (size_t author = 0; !notice->is_alert && author < notices_author_count(item); author++)
            add_party(&notices, notice, author_at(item, author));
    }
    return notices;
}

void notices_free(struct notices *notices)
{
    arena_free(notices->arena);
    *notices = (struct notices){ 0 };
}
