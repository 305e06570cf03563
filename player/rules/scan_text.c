/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk for all rules, so that none of them forgets a field. */
#include "rules/scan_text.h"

struct scan {
    struct arena *arena;
    struct sender_text *texts;
    size_t count;
    unsigned line, column; /* of what is added next */
};

static void add(struct scan *scan, enum sender_kind kind, const char *element, struct str text)
{
    if (text.bytes == 0)
        return;
    *ARENA_PUSH(scan->arena, scan->texts, scan->count) =
        (struct sender_text){ kind, element, text, scan->line, scan->column };
}

/* What follows stands here; where that is not known, at the start of the announcement. */
static void stand_at(struct scan *scan, const struct announcement *announcement, unsigned line,
                     unsigned column)
{
    const struct place *start = &announcement->where;
    scan->line = line > 0 ? line : start->line;
    scan->column = line > 0 ? column : start->column;
}

static void scan_content(struct scan *scan, const struct announcement *announcement)
{
    const struct picture *picture = &announcement->picture;
    for (size_t i = 0; i < announcement->block_count; i++) {
        const struct block *block = &announcement->blocks[i];
        stand_at(scan, announcement, block->line, block->column);
        add(scan, SENDER_TEXT, "content", block->text);
    }
    if (announcement->has_picture) {
        stand_at(scan, announcement, picture->line, picture->column);
        add(scan, SENDER_ALT, "img alt", picture->alt);
        add(scan, SENDER_FILE, "img src", picture->href);
    }
    stand_at(scan, announcement, 0, 0);
}

static void scan_people(struct scan *scan, const struct announcement *announcement)
{
    for (size_t i = 0; i < announcement->author_count; i++) {
        const struct organisation *author = &announcement->authors[i];
        add(scan, SENDER_TEXT, "author name", author->name);
        add(scan, SENDER_ADDRESS, "author uri", author->uri);
        add(scan, SENDER_EMAIL, "author email", author->email);
    }
    for (size_t i = 0; i < announcement->contact_count; i++) {
        const struct contact *contact = &announcement->contacts[i];
        add(scan, SENDER_TEXT, "it:contact role", contact->role);
        add(scan, SENDER_TEXT, "it:contact name", contact->name);
        add(scan, SENDER_TEL, "it:contact tel", contact->tel);
        add(scan, SENDER_EMAIL, "it:contact email", contact->email);
    }
}

static void scan_venues(struct scan *scan, const struct announcement *announcement)
{
    for (size_t i = 0; i < announcement->venue_count; i++) {
        const struct venue *venue = &announcement->venues[i];
        add(scan, SENDER_TEXT, "it:where name", venue->name);
        add(scan, SENDER_TEXT, "it:where street", venue->street);
        add(scan, SENDER_TEXT, "it:where postcode", venue->postcode);
        add(scan, SENDER_TEXT, "it:where city", venue->city);
        add(scan, SENDER_TEXT, "it:where extra", venue->extra);
        add(scan, SENDER_ADDRESS, "it:where href", venue->href);
        add(scan, SENDER_TEL, "it:where tel", venue->tel);
    }
}

size_t scan_texts(const struct announcement *announcement, struct arena *arena,
                  struct sender_text **ret_texts)
{
    struct scan scan = { .arena = arena };
    stand_at(&scan, announcement, 0, 0);
    add(&scan, SENDER_TEXT, "title", announcement->title);
    add(&scan, SENDER_TEXT, "summary", announcement->summary);
    scan_content(&scan, announcement);
    scan_people(&scan, announcement);
    scan_venues(&scan, announcement);
    add(&scan, SENDER_TEXT, "it:audience", announcement->audience);
    add(&scan, SENDER_TEXT, "it:cost", announcement->cost);
    add(&scan, SENDER_TEXT, "it:signup", announcement->signup);
    add(&scan, SENDER_ADDRESS, "it:signup href", announcement->signup_href);
    add(&scan, SENDER_TEL, "it:signup tel", announcement->signup_tel);
    add(&scan, SENDER_EMAIL, "it:signup email", announcement->signup_email);
    add(&scan, SENDER_ADDRESS, "link", announcement->link);
    add(&scan, SENDER_TEXT, "rights", announcement->rights);
    *ret_texts = scan.texts;
    return scan.count;
}
