/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An entry is read by a table: a row for each element says whether it may stand twice, which
 * attributes it has and which function takes it. What the table does not know in Atom or in other
 * vocabularies is left alone, as Atom wants it; an unknown element or attribute of our own is a
 * finding, because a misspelt "until" would otherwise show a notice for months.
 */
#include "feed/read_entry.h"

#include "base/utf8.h"
#include "feed/entry_parts.h"
#include "feed/read_content.h"

#define SCHEME_KIND "urn:x-infotaulu:kind"
#define SCHEME_CENTRE "urn:x-infotaulu:centre"
#define SCHEME_AUDIENCE "http://www.yso.fi/onto/yso/"

#define LENGTH_DIGITS_MAX 18 /* of a file's length in an int64_t */
#define LIST_BYTES_MAX 2000  /* of the names that a finding offers */

/* Atom */

static void read_id(struct entry *entry, const xmlNode *node)
{
    entry->out->id = reader_text(entry->reader, node, NULL);
}

/* Text without markup: of another type it would show its tags, so that is a finding. */
static struct str plain_text(struct entry *entry, const xmlNode *node)
{
    unsigned type;
    bool is_plain = reader_choice(entry->reader, node, "type", "text", &type);
    (void)is_plain;
    return reader_text(entry->reader, node, NULL);
}

static void read_title(struct entry *entry, const xmlNode *node)
{
    entry->out->title = plain_text(entry, node);
}

static void read_summary(struct entry *entry, const xmlNode *node)
{
    entry->out->summary = plain_text(entry, node);
}

static void read_rights(struct entry *entry, const xmlNode *node)
{
    entry->out->rights = plain_text(entry, node);
}

static void read_updated(struct entry *entry, const xmlNode *node)
{
    if (!reader_moment(entry->reader, node, NULL, &entry->out->updated))
        entry->out->updated.kind = STAMP_NONE;
}

static void read_published(struct entry *entry, const xmlNode *node)
{
    if (!reader_moment(entry->reader, node, NULL, &entry->out->published))
        entry->out->published.kind = STAMP_NONE;
}

bool entry_node_author(struct reader *reader, const xmlNode *author,
                       struct organisation *ret_organisation)
{
    struct organisation organisation = { 0 };
    const xmlNode *name = node_find(author, NS_ATOM, "name");
    const xmlNode *uri = node_find(author, NS_ATOM, "uri");
    const xmlNode *email = node_find(author, NS_ATOM, "email");
    if (name)
        organisation.name = reader_text(reader, name, NULL);
    if (organisation.name.bytes == 0) {
        reader_say_missing(reader, author, STR("name"));
        return false;
    }
    if (uri)
        organisation.uri = reader_text(reader, uri, NULL);
    if (email)
        organisation.email = reader_text(reader, email, NULL);
    *ret_organisation = organisation;
    return true;
}

static void read_author(struct entry *entry, const xmlNode *node)
{
    struct announcement *out = entry->out;
    struct organisation organisation;
    if (entry_node_author(entry->reader, node, &organisation))
        *ARENA_PUSH(entry->reader->arena, out->authors, out->author_count) = organisation;
}

static void note_content(struct entry *entry, const xmlNode *node)
{
    entry->content = node; /* read when the links are known */
}

static struct str kind_words(struct arena *arena)
{
    struct text text = text_new(arena, LIST_BYTES_MAX);
    for (unsigned i = 0; i < KIND_COUNT; i++)
        text_format(&text, "%s%s", i > 0 ? ", " : "", kind_term((enum kind)i));
    return text_str(&text);
}

static void read_kind(struct entry *entry, const xmlNode *node, struct str term)
{
    if (entry->has_kind) {
        reader_say_twice(entry->reader, node, STR("category " SCHEME_KIND));
        return;
    }
    entry->has_kind = true;
    if (!kind_of_term(term, &entry->out->kind))
        reader_say_value(entry->reader, node, "term", term, kind_words(entry->reader->arena));
}

static void read_category(struct entry *entry, const xmlNode *node)
{
    struct reader *reader = entry->reader;
    struct announcement *out = entry->out;
    struct str scheme = reader_text(reader, node, "scheme");
    struct str term;
    bool is_ours = str_is(scheme, SCHEME_KIND) || str_is(scheme, SCHEME_CENTRE) ||
                   str_is(scheme, SCHEME_AUDIENCE);
    if (!is_ours || !reader_need(reader, node, "term", &term))
        return;
    if (str_is(scheme, SCHEME_KIND))
        read_kind(entry, node, term);
    else if (str_is(scheme, SCHEME_CENTRE))
        *ARENA_PUSH(reader->arena, out->centres, out->centre_count) = term;
    else
        *ARENA_PUSH(reader->arena, out->audience_terms, out->audience_term_count) = term;
}

struct str entry_node_rel(const struct reader *reader, const xmlNode *link)
{
    struct str rel = reader_text(reader, link, "rel");
    return rel.bytes > 0 ? rel : STR("alternate"); /* RFC 4287, 4.2.7.2 */
}

/* More information: one page for people. Other alternates are for machines. */
static void read_page_link(struct entry *entry, const xmlNode *node)
{
    struct str type = reader_text(entry->reader, node, "type");
    if (type.bytes > 0 && !str_is(type, "text/html"))
        return;
    if (entry->has_link)
        reader_say_twice(entry->reader, node, STR("link rel=\"alternate\""));
    else if (!reader_address(entry->reader, node, "href", &entry->out->link))
        entry->out->link = (struct str){ "", 0 };
    entry->has_link = true;
}

static void read_link(struct entry *entry, const xmlNode *node)
{
    struct str rel = entry_node_rel(entry->reader, node), href;
    if (!reader_need(entry->reader, node, "href", &href))
        return;
    if (str_is(rel, "alternate"))
        read_page_link(entry, node);
}

/* The table */

typedef void entry_read_fn(struct entry *entry, const xmlNode *node);

static const struct entry_row {
    const char *ns, *name;
    entry_read_fn *read;
    bool is_single;
    const char *attributes; /* of our own elements: all that there are */
} rows[] = {
    { NS_ATOM, "id", read_id, true, NULL },
    { NS_ATOM, "title", read_title, true, NULL },
    { NS_ATOM, "updated", read_updated, true, NULL },
    { NS_ATOM, "published", read_published, true, NULL },
    { NS_ATOM, "summary", read_summary, true, NULL },
    { NS_ATOM, "content", note_content, true, NULL },
    { NS_ATOM, "rights", read_rights, true, NULL },
    { NS_ATOM, "author", read_author, false, NULL },
    { NS_ATOM, "category", read_category, false, NULL },
    { NS_ATOM, "link", read_link, false, NULL },
    { NS_INFOTAULU, "group", entry_facts_group, true, "ref" },
    { NS_INFOTAULU, "when", entry_facts_when, false, "start end tz rrule exdate status" },
    { NS_INFOTAULU, "where", entry_facts_where, false,
      "mode name street postcode city extra href tel access" },
    { NS_INFOTAULU, "spoken", entry_facts_spoken, true, "langs" },
    { NS_INFOTAULU, "contact", entry_facts_contact, false, "role name tel email" },
    { NS_INFOTAULU, "audience", entry_facts_audience, true, "" },
    { NS_INFOTAULU, "cost", entry_facts_cost, true, "free" },
    { NS_INFOTAULU, "signup", entry_facts_signup, true, "required until href tel email" },
    { NS_INFOTAULU, "show", entry_facts_show, true, "from until priority seconds" },
    { NS_INFOTAULU, "number", entry_facts_number, true, "" },
    { NS_INFOTAULU, "approved", entry_facts_approved, true, "by at rules" },
};

_Static_assert(ARRAY_LEN(rows) <= 64, "entry.seen has a bit for each");

static struct str own_words(struct arena *arena)
{
    struct text text = text_new(arena, LIST_BYTES_MAX);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        if (rows[i].attributes)
            text_format(&text, "%sit:%s", text.bytes > 0 ? ", " : "", rows[i].name);
    return text_str(&text);
}

static void read_by_row(struct entry *entry, const xmlNode *node, size_t number)
{
    const struct entry_row *row = &rows[number];
    struct reader *reader = entry->reader;
    if (row->is_single && (entry->seen & (UINT64_C(1) << number))) {
        reader_say_twice(reader, node, xml_name(reader->doc, node));
        return;
    }
    entry->seen |= UINT64_C(1) << number;
    if (row->attributes)
        reader_check_attributes(reader, node, row->attributes);
    row->read(entry, node);
}

static void read_child(struct entry *entry, const xmlNode *node)
{
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (node_is(node, rows[i].ns, rows[i].name)) {
            read_by_row(entry, node, i);
            return;
        }
    }
    struct reader *reader = entry->reader;
    if (node_is_in(node, NS_INFOTAULU))
        reader_say_unknown(reader, node, own_words(reader->arena));
}

/* The picture's enclosure */

const xmlNode *entry_node_enclosure(const struct reader *reader, const xmlNode *entry,
                                    struct str href, size_t *ret_count)
{
    const xmlNode *same = NULL, *last = NULL;
    size_t count = 0;
    for (const xmlNode *node = node_first(entry); node; node = node_next(node)) {
        if (!node_is(node, NS_ATOM, "link") || !str_is(entry_node_rel(reader, node), "enclosure"))
            continue;
        count++;
        last = node;
        if (!same && str_equal(reader_text(reader, node, "href"), href))
            same = node;
    }
    if (ret_count)
        *ret_count = count;
    return same || count != 1 ? same : last;
}

const xmlNode *entry_node_picture(const xmlNode *entry)
{
    const xmlNode *content = node_find(entry, NS_ATOM, "content");
    return content ? content_picture(content) : NULL;
}

static void read_length(struct reader *reader, const xmlNode *link, int64_t *ret_length)
{
    struct str text = reader_text(reader, link, "length");
    int64_t length = 0;
    bool is_number = text.bytes <= LENGTH_DIGITS_MAX;
    for (size_t i = 0; is_number && i < text.bytes; i++) {
        is_number = text.at[i] >= '0' && text.at[i] <= '9';
        length = length * 10 + (text.at[i] - '0');
    }
    if (is_number)
        *ret_length = length;
    else
        reader_say_value(reader, link, "length", text, STR("0, 1, 2 …"));
}

/* Joins <img> and enclosure; a ready-made slide has only the enclosure. */
static void read_enclosure(struct entry *entry, const xmlNode *node)
{
    struct reader *reader = entry->reader;
    struct picture *picture = &entry->out->picture;
    size_t count;
    const xmlNode *link = entry_node_enclosure(reader, node, picture->href, &count);
    if (!link && count > 0)
        reader_say_twice(reader, node, STR("link rel=\"enclosure\""));
    if (!link)
        return;
    if (!entry->out->has_picture) {
        struct place place = xml_place(reader->doc, link);
        entry->out->has_picture = true;
        picture->href = reader_text(reader, link, "href");
        picture->line = place.line;
        picture->column = place.column;
    }
    picture->type = reader_text(reader, link, "type");
    read_length(reader, link, &picture->length);
    if (!reader_hash(reader, link, &picture->hash))
        picture->hash = (struct hash){ 0 };
}

/* What only the whole entry can tell */

static void check_length(struct entry *entry, const xmlNode *node, const char *what,
                         size_t characters, size_t most)
{
    if (characters <= most)
        return;
    struct reader *reader = entry->reader;
    struct str args[] = { str_of(what), str_format(reader->arena, "%zu", characters),
                          str_format(reader->arena, "%zu", most) };
    reader_say(reader, FINDING_ATOM_TOO_LONG, node, args, ARRAY_LEN(args));
}

/* Characters of all that a slide or a page would show, but for the title. */
static size_t count_text(const struct announcement *announcement)
{
    const struct str texts[] = { announcement->summary,    announcement->audience,
                                 announcement->cost,       announcement->signup,
                                 announcement->rights,     announcement->picture.alt,
                                 announcement->signup_tel, announcement->signup_email };
    size_t count = 0;
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        count += utf8_length(texts[i]);
    for (size_t i = 0; i < announcement->block_count; i++)
        count += utf8_length(announcement->blocks[i].text);
    for (size_t i = 0; i < announcement->author_count; i++)
        count += utf8_length(announcement->authors[i].name);
    for (size_t i = 0; i < announcement->contact_count; i++) {
        const struct contact *contact = &announcement->contacts[i];
        count += utf8_length(contact->role) + utf8_length(contact->name) +
                 utf8_length(contact->tel) + utf8_length(contact->email);
    }
    for (size_t i = 0; i < announcement->venue_count; i++) {
        const struct venue *venue = &announcement->venues[i];
        count += utf8_length(venue->name) + utf8_length(venue->street) +
                 utf8_length(venue->postcode) + utf8_length(venue->city) +
                 utf8_length(venue->extra) + utf8_length(venue->tel);
    }
    return count;
}

static void check_limits(struct entry *entry, const xmlNode *node)
{
    struct reader *reader = entry->reader;
    const struct announcement *out = entry->out;
    const xmlNode *title = node_find(node, NS_ATOM, "title");
    check_length(entry, title ? title : node, "title", utf8_length(out->title),
                 TITLE_CHARACTERS_MAX);
    check_length(entry, entry->content ? entry->content : node, "content", count_text(out),
                 TEXT_CHARACTERS_MAX);
    if (entry->when_count <= WHEN_COUNT_MAX)
        return;
    const xmlNode *when = node_find(node, NS_INFOTAULU, "when");
    reader_say_value(reader, when, NULL, str_format(reader->arena, "%zu", entry->when_count),
                     str_format(reader->arena, "0 … %d", WHEN_COUNT_MAX));
}

static void check_needed(struct entry *entry, const xmlNode *node,
                         const struct entry_inherits *inherits)
{
    struct reader *reader = entry->reader;
    struct announcement *out = entry->out;
    if (out->id.bytes == 0)
        reader_say_missing(reader, node, STR("id"));
    if (out->title.bytes == 0)
        reader_say_missing(reader, node, STR("title"));
    if (!node_find(node, NS_ATOM, "updated"))
        reader_say_missing(reader, node, STR("updated"));
    if (node_find(node, NS_ATOM, "author"))
        return;
    out->authors = inherits->authors;
    out->author_count = inherits->author_count;
    if (out->author_count == 0)
        reader_say_missing(reader, node, STR("author"));
}

static void read_language(struct entry *entry, const xmlNode *node)
{
    struct announcement *out = entry->out;
    out->language_tag = node_language(entry->reader->arena, node);
    if (!language_of_tag(out->language_tag, &out->language, &out->simple))
        reader_say(entry->reader, FINDING_ATOM_LANGUAGE, node, &out->language_tag, 1);
}

void entry_node_read(struct reader *reader, const xmlNode *node,
                     const struct entry_inherits *inherits, struct announcement *ret_announcement)
{
    struct announcement out = { .where = xml_place(reader->doc, node),
                                .kind = KIND_NOTICE,
                                .show = { .priority = PRIORITY_NORMAL } };
    struct entry entry = { .reader = reader, .out = &out };
    out.where.file = str_copy(reader->arena, out.where.file);
    out.where.element = str_copy(reader->arena, out.where.element);
    read_language(&entry, node);
    for (const xmlNode *child = node_first(node); child; child = node_next(child))
        read_child(&entry, child);
    if (entry.content)
        content_read(reader, entry.content, &out);
    read_enclosure(&entry, node);
    if (out.group.bytes == 0)
        out.group = out.id;
    check_needed(&entry, node, inherits);
    check_limits(&entry, node);
    *ret_announcement = out;
}

void entry_node_say_root(struct reader *reader, const xmlNode *root)
{
    struct str name = str_of((const char *)root->name);
    /* An <entry> without Atom's namespace does start as it should: show what it lacks. */
    if (str_is(name, "entry") || str_is(name, "feed"))
        name = str_format(reader->arena, "%.*s xmlns=\"%s\"", STR_ARG(name),
                          root->ns ? (const char *)root->ns->href : "");
    reader_say(reader, FINDING_XML_NOT_ANNOUNCEMENT, root, &name, 1);
}

bool entry_read(struct arena *arena, struct str bytes, struct str file, struct report *report,
                struct announcement *ret_announcement)
{
    static const struct entry_inherits nothing = { 0 };
    struct xml_doc doc;
    if (!xml_parse(bytes, ENTRY_BYTES_MAX, file, NULL, report, &doc))
        return false;
    struct reader reader = { .arena = arena, .report = report, .doc = &doc };
    const xmlNode *root = xmlDocGetRootElement(doc.tree);
    bool is_entry = node_is(root, NS_ATOM, "entry");
    if (is_entry) {
        entry_node_read(&reader, root, &nothing, ret_announcement);
    } else {
        entry_node_say_root(&reader, root);
    }
    xml_free(&doc);
    return is_entry;
}
