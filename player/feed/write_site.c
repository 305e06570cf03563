/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the signing side writes. An entry keeps the sender's own words: only the enclosure link is
 * touched, in the tree, and the tree written out as it is. The feed is put together as text, each
 * entry a copy that stands by itself with its own namespaces: nothing has to be moved from one
 * tree to another, and the same input gives the same bytes.
 */
#include "feed/write_site.h"

#include "feed/entry_node.h"
#include "feed/read_entry.h"
#include "feed/read_profile.h"

#include <assert.h>
#include <inttypes.h>
#include <libxml/xmlsave.h>

#define PREFIX_TRIES 100                     /* "it", "it1" … until one is free */
#define SCRATCH_BYTES_MAX ((size_t)16 << 20) /* for one entry of at most ENTRY_BYTES_MAX */
#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static const xmlChar *utf8_of(const char *text)
{
    return (const xmlChar *)text;
}

/* Changing a tree */

/*
 * libxml2 reports most allocations that fail, which the watch hears, but not that of a name in its
 * dictionary: then a node comes back without one.
 */
struct edit {
    struct arena *arena;
    xmlNodePtr entry;
    bool failed;
    struct xml_watch watch;
};

static void edit_start(struct edit *edit, struct arena *arena, xmlNodePtr entry)
{
    *edit = (struct edit){ .arena = arena, .entry = entry };
    xml_watch_start(&edit->watch);
}

/* False when the tree must not be used. */
static bool edit_end(struct edit *edit)
{
    return xml_watch_end(&edit->watch) && !edit->failed;
}

/* Our namespace with a prefix, as attributes need it, where the node stands. */
static xmlNsPtr own_namespace(struct edit *edit, xmlNodePtr node)
{
    assert(node);
    for (xmlNodePtr at = node; at && at->type == XML_ELEMENT_NODE; at = at->parent)
        for (xmlNsPtr ns = at->nsDef; ns; ns = ns->next)
            if (ns->prefix && xmlStrEqual(ns->href, utf8_of(NS_INFOTAULU)) &&
                xmlSearchNs(node->doc, node, ns->prefix) == ns)
                return ns;
    for (int i = 0; i < PREFIX_TRIES; i++) {
        char prefix[8] = "it";
        if (i > 0)
            snprintf(prefix, sizeof prefix, "it%d", i);
        if (!xmlSearchNs(node->doc, node, utf8_of(prefix)))
            return xmlNewNs(edit->entry, utf8_of(NS_INFOTAULU), utf8_of(prefix));
    }
    return NULL;
}

/* Adds an element as the last one of the entry, on a line of its own; NULL without memory. */
static xmlNodePtr append_element(struct edit *edit, xmlNsPtr ns, const char *name)
{
    xmlNodePtr entry = edit->entry, last = xmlGetLastChild(entry);
    while (last && last->type == XML_TEXT_NODE && xmlIsBlankNode(last))
        last = last->prev;
    xmlNodePtr node = xmlNewDocNode(entry->doc, ns, utf8_of(name), NULL);
    xmlNodePtr line = xmlNewDocText(entry->doc, utf8_of("\n  "));
    if (!node || !node->name || !line) {
        xmlFreeNode(node);
        xmlFreeNode(line);
        edit->failed = true;
        return NULL;
    }
    if (last)
        xmlAddNextSibling(last, node);
    else
        xmlAddChild(entry, node);
    xmlAddPrevSibling(node, line);
    return node;
}

/* ns NULL: an attribute without namespace. */
static void set(struct edit *edit, xmlNodePtr node, xmlNsPtr ns, const char *name, struct str value)
{
    const char *text = str_c(edit->arena, value);
    xmlAttrPtr attribute = xmlSetNsProp(node, ns, utf8_of(name), utf8_of(text));
    edit->failed |= !attribute || !attribute->name;
}

static void set_hash(struct edit *edit, xmlNodePtr link, const struct hash *hash)
{
    xmlNsPtr ns = own_namespace(edit, link);
    edit->failed |= !ns;
    if (ns)
        set(edit, link, ns, "sha256", hash_str(edit->arena, hash));
}

/* The bytes of an element and of all in it, in UTF-8; empty when libxml2 had no memory. */
static struct str dump(struct arena *arena, xmlNodePtr node)
{
    struct str bytes = { "", 0 };
    xmlDocPtr doc = node->doc;
    /* Without it letters beyond ASCII would be written as numbers in attributes. */
    if (!doc->encoding)
        doc->encoding = xmlStrdup(utf8_of("UTF-8"));
    xmlOutputBufferPtr buffer = xmlAllocOutputBuffer(NULL);
    if (!buffer)
        return bytes;
    xmlNodeDumpOutput(buffer, doc, node, 0, 0, "UTF-8");
    bytes = str_copy(arena, (struct str){ (const char *)xmlOutputBufferGetContent(buffer),
                                          xmlOutputBufferGetSize(buffer) });
    xmlOutputBufferClose(buffer);
    return bytes;
}

/* Pinning */

/* What is known of the picture that is pinned. */
struct pin {
    const struct entry_media *media;
    struct str length, href;
};

static bool is_pinned(const struct reader *reader, const xmlNode *link, const struct pin *pin)
{
    struct hash hash;
    struct str written = node_value(reader->arena, link, NS_INFOTAULU, "sha256");
    return str_is(reader_text(reader, link, "type"), pin->media->type) &&
           str_equal(reader_text(reader, link, "length"), pin->length) &&
           hash_parse(written, &hash) && hash_equal(&hash, &pin->media->hash);
}

static void write_pin(struct edit *edit, xmlNodePtr link, const struct pin *pin)
{
    if (!link) {
        link = append_element(edit, edit->entry->ns, "link");
        if (!link)
            return;
        set(edit, link, NULL, "rel", STR("enclosure"));
        set(edit, link, NULL, "href", pin->href);
    }
    set(edit, link, NULL, "type", str_of(pin->media->type));
    set(edit, link, NULL, "length", pin->length);
    set_hash(edit, link, &pin->media->hash);
}

/* The document written out, with its declaration; empty when libxml2 had no memory. */
static struct str dump_document(struct arena *arena, xmlDocPtr tree)
{
    xmlChar *memory = NULL;
    int bytes = 0;
    xmlDocDumpMemoryEnc(tree, &memory, &bytes, "UTF-8");
    if (!memory)
        return (struct str){ "", 0 };
    struct str copy = str_copy(arena, (struct str){ (const char *)memory, (size_t)bytes });
    xmlFree(memory);
    return copy;
}

/* The entry with its picture pinned; the bytes themselves when nothing is to be changed. */
static bool pin_entry(struct reader *reader, struct str bytes, struct pin *pin,
                      struct str *ret_bytes)
{
    xmlNodePtr entry = xmlDocGetRootElement(reader->doc->tree);
    const xmlNode *picture = entry_node_picture(entry);
    if (picture)
        pin->href = reader_text(reader, picture, "src");
    const xmlNode *link = entry_node_enclosure(reader, entry, pin->href, NULL);
    if (!link && pin->href.bytes == 0) {
        reader_say_missing(reader, entry, STR("img"));
        return false;
    }
    if (link && is_pinned(reader, link, pin)) {
        *ret_bytes = bytes;
        return true;
    }
    struct edit edit;
    edit_start(&edit, reader->arena, entry);
    write_pin(&edit, (xmlNodePtr)(uintptr_t)link, pin);
    struct str written = dump_document(reader->arena, reader->doc->tree);
    if (!edit_end(&edit) || written.bytes == 0) {
        struct str why = STR("out of memory");
        reader_say(reader, FINDING_XML_BROKEN, entry, &why, 1);
        return false;
    }
    *ret_bytes = written;
    return true;
}

bool entry_pin_media(struct arena *arena, struct str bytes, const struct entry_media *media,
                     struct report *report, struct str *ret_bytes)
{
    struct xml_doc doc;
    if (!media) {
        *ret_bytes = bytes;
        return true;
    }
    assert(media->bytes > 0);
    struct pin pin = { .media = media, .length = str_format(arena, "%" PRId64, media->bytes) };
    if (!xml_parse(bytes, ENTRY_BYTES_MAX, (struct str){ "", 0 }, NULL, report, &doc))
        return false;
    struct reader reader = { .arena = arena, .report = report, .doc = &doc };
    bool is_done = pin_entry(&reader, bytes, &pin, ret_bytes);
    xml_free(&doc);
    return is_done;
}

/* Changing an entry as a whole */

typedef void change_fn(const struct reader *reader, struct edit *edit, const void *context);

static bool change_entry(struct arena *arena, struct str bytes, change_fn *change,
                         const void *context, struct report *report, struct str *ret_bytes)
{
    struct xml_doc doc;
    struct edit edit;
    if (!xml_parse(bytes, ENTRY_BYTES_MAX, (struct str){ "", 0 }, NULL, report, &doc))
        return false;
    struct reader reader = { .arena = arena, .report = report, .doc = &doc };
    xmlNodePtr entry = xmlDocGetRootElement(doc.tree);
    edit_start(&edit, arena, entry);
    change(&reader, &edit, context);
    struct str written = dump_document(arena, doc.tree);
    bool is_done = edit_end(&edit) && written.bytes > 0;
    if (!is_done) {
        struct str why = STR("out of memory");
        reader_say(&reader, FINDING_XML_BROKEN, entry, &why, 1);
    }
    xml_free(&doc);
    if (is_done)
        *ret_bytes = written;
    return is_done;
}

/* Leaving a picture out */

static void remove_node(xmlNodePtr node)
{
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

/* A paragraph that held nothing but the picture would be an empty line on the slide. */
static void remove_picture(xmlNodePtr picture)
{
    xmlNodePtr parent = picture->parent;
    remove_node(picture);
    bool is_empty = true;
    for (xmlNodePtr node = parent->children; node; node = node->next)
        is_empty = is_empty && xmlIsBlankNode(node);
    if (is_empty && node_is(parent, NS_XHTML, "p"))
        remove_node(parent);
}

static void remove_media(const struct reader *reader, struct edit *edit, const void *context)
{
    xmlNodePtr entry = edit->entry;
    const xmlNode *picture;
    (void)context;
    while ((picture = entry_node_picture(entry)))
        remove_picture((xmlNodePtr)(uintptr_t)picture);
    for (xmlNodePtr node = entry->children, next; node; node = next) {
        next = node->next;
        if (node_is(node, NS_ATOM, "link") && str_is(entry_node_rel(reader, node), "enclosure"))
            remove_node(node);
    }
}

bool entry_drop_media(struct arena *arena, struct str bytes, struct report *report,
                      struct str *ret_bytes)
{
    return change_entry(arena, bytes, remove_media, NULL, report, ret_bytes);
}

/* Taking the place of another */

struct identity {
    struct str id, group;
};

static xmlNodePtr find_child(xmlNodePtr entry, const char *ns, const char *name)
{
    for (xmlNodePtr node = entry->children; node; node = node->next)
        if (node_is(node, ns, name))
            return node;
    return NULL;
}

static void set_content(struct edit *edit, xmlNodePtr node, struct str text)
{
    xmlNodeSetContent(node, NULL);
    xmlNodeAddContent(node, utf8_of(str_c(edit->arena, text)));
}

static void set_group(struct edit *edit, struct str group)
{
    xmlNodePtr node = find_child(edit->entry, NS_INFOTAULU, "group");
    xmlNsPtr ns = own_namespace(edit, edit->entry);
    if (!node && ns)
        node = append_element(edit, ns, "group");
    edit->failed |= !node;
    if (node)
        set(edit, node, NULL, "ref", group);
}

/* One that has no id is no announcement, and is refused before it comes here. */
static void take_identity(const struct reader *reader, struct edit *edit, const void *context)
{
    const struct identity *identity = context;
    xmlNodePtr id = find_child(edit->entry, NS_ATOM, "id");
    xmlNodePtr group = find_child(edit->entry, NS_INFOTAULU, "group");
    (void)reader;
    if (id)
        set_content(edit, id, identity->id);
    if (!str_equal(identity->id, identity->group))
        set_group(edit, identity->group);
    else if (group)
        remove_node(group);
}

bool entry_take_identity(struct arena *arena, struct str bytes, struct str id, struct str group,
                         struct report *report, struct str *ret_bytes)
{
    const struct identity identity = { id, group };
    return change_entry(arena, bytes, take_identity, &identity, report, ret_bytes);
}

/* The feed */

/* Text or an attribute's value with the signs of markup escaped. */
static void add_escaped(struct text *text, struct str value)
{
    for (size_t i = 0; i < value.bytes; i++) {
        char byte = value.at[i];
        if (byte == '&')
            text_add_c(text, "&amp;");
        else if (byte == '<')
            text_add_c(text, "&lt;");
        else if (byte == '>')
            text_add_c(text, "&gt;");
        else if (byte == '"')
            text_add_c(text, "&quot;");
        else
            text_add(text, (struct str){ (unsigned char)byte < ' ' ? " " : &value.at[i], 1 });
    }
}

static void add_element(struct text *text, const char *name, struct str value)
{
    text_format(text, "  <%s>", name);
    add_escaped(text, value);
    text_format(text, "</%s>\n", name);
}

static void add_attribute(struct text *text, const char *name, struct str value)
{
    text_format(text, " %s=\"", name);
    add_escaped(text, value);
    text_add_c(text, "\"");
}

static struct str stamp_written(struct arena *arena, const struct stamp *stamp)
{
    const struct civil *civil = &stamp->civil;
    int offset = stamp->offset_s < 0 ? -stamp->offset_s : stamp->offset_s;
    struct str date =
        str_format(arena, "%04d-%02d-%02d", civil->date.year, civil->date.month, civil->date.day);
    if (stamp->kind == STAMP_DATE)
        return date;
    struct str time = str_format(arena, "%.*sT%02d:%02d:%02d", STR_ARG(date), civil->hour,
                                 civil->minute, civil->second);
    if (stamp->kind == STAMP_LOCAL)
        return time;
    return str_format(arena, "%.*s%c%02d:%02d", STR_ARG(time), stamp->offset_s < 0 ? '-' : '+',
                      offset / 3600, offset / 60 % 60);
}

static void add_tombstone(struct text *text, const struct feed_tombstone *tombstone)
{
    text_add_c(text, "  <at:deleted-entry");
    add_attribute(text, "ref", tombstone->id);
    add_attribute(text, "when", stamp_written(text->arena, &tombstone->when));
    if (tombstone->number > 0)
        text_format(text, "><it:number>%d</it:number></at:deleted-entry>\n", tombstone->number);
    else
        text_add_c(text, "/>\n");
}

static void add_head(struct text *text, const struct feed_head *head)
{
    text_add_c(text, XML_HEAD "<feed xmlns=\"" NS_ATOM "\" xmlns:at=\"" NS_TOMBSTONE
                              "\" xmlns:fh=\"" NS_HISTORY "\" xmlns:it=\"" NS_INFOTAULU "\"");
    if (head->language_tag.bytes > 0)
        add_attribute(text, "xml:lang", head->language_tag);
    text_add_c(text, ">\n");
    add_element(text, "id", head->id);
    add_element(text, "title", head->title);
    add_element(text, "updated", head->updated);
    text_add_c(text, "  <link rel=\"self\" type=\"application/atom+xml\" href=\"feed.atom\"/>\n"
                     "  <fh:complete/>\n");
    if (head->valid_until.bytes > 0)
        add_element(text, "it:valid-until", head->valid_until);
    for (size_t i = 0; i < head->tombstone_count; i++)
        add_tombstone(text, &head->tombstones[i]);
}

/* What publish says of an entry; a submission that says it itself is not believed. */
static bool is_publishers(const struct reader *reader, const xmlNode *node)
{
    return node_is(node, NS_INFOTAULU, "number") || node_is(node, NS_INFOTAULU, "approved") ||
           (node_is(node, NS_ATOM, "link") && str_is(entry_node_rel(reader, node), "self"));
}

static void remove_publishers(const struct reader *reader, xmlNodePtr entry)
{
    for (xmlNodePtr node = entry->children, next; node; node = next) {
        next = node->next;
        if (node->type != XML_ELEMENT_NODE || !is_publishers(reader, node))
            continue;
        if (node->prev && xmlIsBlankNode(node->prev)) {
            xmlNodePtr blank = node->prev;
            xmlUnlinkNode(blank);
            xmlFreeNode(blank);
        }
        xmlUnlinkNode(node);
        xmlFreeNode(node);
    }
}

/* Ordinary readers find the picture beside the feed, under the name that publish gave it. */
static void move_picture(struct edit *edit, const struct reader *reader, struct str media_href)
{
    const xmlNode *picture = entry_node_picture(edit->entry);
    struct str href = picture ? reader_text(reader, picture, "src") : (struct str){ "", 0 };
    const xmlNode *link = entry_node_enclosure(reader, edit->entry, href, NULL);
    if (picture)
        set(edit, (xmlNodePtr)(uintptr_t)picture, NULL, "src", media_href);
    if (link)
        set(edit, (xmlNodePtr)(uintptr_t)link, NULL, "href", media_href);
}

static void add_self_link(struct edit *edit, const struct hash *hash)
{
    xmlNodePtr link = append_element(edit, edit->entry->ns, "link");
    if (!link)
        return;
    struct str hex = hash_str(edit->arena, hash);
    set(edit, link, NULL, "rel", STR("self"));
    set(edit, link, NULL, "type", STR("application/atom+xml;type=entry"));
    set(edit, link, NULL, "href", str_format(edit->arena, "entries/%.*s.xml", STR_ARG(hex)));
    set_hash(edit, link, hash);
}

/*
 * A sender's element without a namespace would fall into Atom's inside the feed, and ordinary
 * readers would see what nobody approved.
 */
static void keep_no_namespace(struct edit *edit)
{
    for (xmlNsPtr ns = edit->entry->nsDef; ns; ns = ns->next)
        if (!ns->prefix)
            return;
    edit->failed |= !xmlNewNs(edit->entry, utf8_of(""), NULL);
}

static void add_publishers(struct edit *edit, const struct feed_item *item)
{
    xmlNsPtr ns = own_namespace(edit, edit->entry);
    edit->failed |= !ns;
    add_self_link(edit, &item->hash);
    xmlNodePtr number = item->number > 0 ? append_element(edit, ns, "number") : NULL;
    if (number)
        xmlNodeAddContent(number, utf8_of(str_format(edit->arena, "%d", item->number).at));
    xmlNodePtr approved = item->approved_by.bytes > 0 ? append_element(edit, ns, "approved") : NULL;
    if (!approved)
        return;
    set(edit, approved, NULL, "by", item->approved_by);
    set(edit, approved, NULL, "at", item->approved_at);
    set(edit, approved, NULL, "rules", str_format(edit->arena, "%d", item->rules));
}

/* Adds the entry as it stands in the feed; false when it is none or there was no memory. */
static bool add_entry(struct text *text, struct arena *scratch, const struct feed_item *item)
{
    static const struct str no_name = { "", 0 };
    struct report report = report_new(scratch);
    struct xml_doc doc;
    struct edit edit;
    if (!xml_parse(item->bytes, ENTRY_BYTES_MAX, no_name, NULL, &report, &doc))
        return false;
    const struct reader reader = { .arena = scratch, .report = &report, .doc = &doc };
    xmlNodePtr entry = xmlDocGetRootElement(doc.tree);
    struct str copy = { "", 0 };
    edit_start(&edit, scratch, entry);
    if (node_is(entry, NS_ATOM, "entry")) {
        keep_no_namespace(&edit);
        remove_publishers(&reader, entry);
        if (item->media_href.bytes > 0)
            move_picture(&edit, &reader, item->media_href);
        add_publishers(&edit, item);
        copy = dump(scratch, entry);
    }
    bool is_whole = edit_end(&edit) && copy.bytes > 0;
    xml_free(&doc);
    if (is_whole)
        text_format(text, "  %.*s\n", STR_ARG(copy));
    return is_whole;
}

struct str feed_write(struct arena *arena, const struct feed_head *head)
{
    struct text text = text_new(arena, FEED_BYTES_MAX);
    bool is_whole = true;
    add_head(&text, head);
    for (size_t i = 0; is_whole && i < head->item_count; i++) {
        struct arena *scratch = arena_new(SCRATCH_BYTES_MAX);
        is_whole = add_entry(&text, scratch, &head->items[i]);
        arena_free(scratch);
    }
    text_add_c(&text, "</feed>\n");
    return is_whole && !text.too_big ? text_str(&text) : (struct str){ "", 0 };
}

/* The list of hidden items */

static void add_hidden(struct text *text, const struct hide_item *item, const struct date *date)
{
    text_add_c(text, "  <item");
    add_attribute(text, "ref", item->ref);
    if (date)
        text_format(text, " date=\"%04d-%02d-%02d\"", date->year, date->month, date->day);
    text_add_c(text, "/>\n");
}

struct str hide_write(struct arena *arena, const struct hide *hide)
{
    struct text text = text_new(arena, HIDE_BYTES_MAX);
    text_add_c(&text, XML_HEAD "<hide xmlns=\"" NS_INFOTAULU "\"");
    add_attribute(&text, "updated", stamp_written(arena, &hide->updated));
    text_add_c(&text, ">\n");
    for (size_t i = 0; i < hide->count; i++) {
        const struct hide_item *item = &hide->items[i];
        if (item->whole)
            add_hidden(&text, item, NULL);
        for (size_t j = 0; j < item->date_count; j++)
            add_hidden(&text, item, &item->dates[j]);
    }
    text_add_c(&text, "</hide>\n");
    return text.too_big ? (struct str){ "", 0 } : text_str(&text);
}
