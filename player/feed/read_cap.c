/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See read_cap.h. CAP is read by the letter where a word decides something (status, message,
 * severity) and with patience where it does not: a severity that is not known is the least one, an
 * element that is not known is passed over, as the institute's profile asks of readers.
 */
#include "feed/read_cap.h"

#include "feed/reader.h"

#include <assert.h>

#define NS_CAP "urn:oasis:names:tc:emergency:cap:1.2"

/* What is in an element of that name below another; empty for none. */
static struct str text_in(const struct reader *reader, const xmlNode *parent, const char *name)
{
    const xmlNode *node = node_find(parent, NS_CAP, name);
    return node ? reader_text(reader, node, NULL) : (struct str){ 0 };
}

static bool need_text(struct reader *reader, const xmlNode *parent, const char *name,
                      struct str *ret_text)
{
    struct str text = text_in(reader, parent, name);
    if (text.bytes == 0) {
        reader_say_missing(reader, parent, str_of(name));
        return false;
    }
    *ret_text = text;
    return true;
}

/* One of some words; without a finding, since CAP may say things that mean nothing here. */
static bool word_in(const struct reader *reader, const xmlNode *parent, const char *name,
                    const char *words, unsigned *ret_number)
{
    struct str text = text_in(reader, parent, name), rest = str_of(words), word;
    for (unsigned i = 0; str_next(&rest, ' ', &word); i++) {
        if (str_equal(text, word)) {
            *ret_number = i;
            return true;
        }
    }
    return false;
}

static bool read_moment(struct reader *reader, const xmlNode *parent, const char *name,
                        struct stamp *ret_stamp)
{
    const xmlNode *node = node_find(parent, NS_CAP, name);
    return node && reader_moment(reader, node, NULL, ret_stamp);
}

/* ---- one language -------------------------------------------------------------------------- */

static void read_codes(struct reader *reader, const xmlNode *area, struct cap_info *info)
{
    for (const xmlNode *node = node_first(area); node; node = node_next(node)) {
        if (!node_is(node, NS_CAP, "geocode") || info->code_count == CAP_AREAS_MAX)
            continue;
        struct str name = text_in(reader, node, "valueName"),
                   value = text_in(reader, node, "value");
        if (name.bytes > 0 && value.bytes > 0)
            *ARENA_PUSH(reader->arena, info->codes, info->code_count) =
                str_format(reader->arena, "%.*s:%.*s", STR_ARG(name), STR_ARG(value));
    }
}

static void read_areas(struct reader *reader, const xmlNode *node, struct cap_info *info)
{
    for (const xmlNode *area = node_first(node); area; area = node_next(area)) {
        if (!node_is(area, NS_CAP, "area") || info->place_count == CAP_AREAS_MAX)
            continue;
        struct str name = text_in(reader, area, "areaDesc");
        if (name.bytes > 0)
            *ARENA_PUSH(reader->arena, info->places, info->place_count) = name;
        read_codes(reader, area, info);
    }
}

static bool read_info(struct reader *reader, const xmlNode *node, const struct cap_alert *alert,
                      struct cap_info *ret_info)
{
    struct cap_info info = { .onset = alert->sent };
    struct str tag = text_in(reader, node, "language");
    unsigned severity = CAP_MINOR;
    /* CAP 1.2: without a tag it is English of the United States. */
    if (!language_of_tag(tag.bytes ? tag : STR("en"), &info.language, NULL))
        return false;
    bool is_whole = need_text(reader, node, "event", &info.event);
    if (!read_moment(reader, node, "expires", &info.expires)) {
        if (!node_find(node, NS_CAP, "expires"))
            reader_say_missing(reader, node, STR("expires"));
        is_whole = false;
    }
    if (node_find(node, NS_CAP, "onset"))
        is_whole &= read_moment(reader, node, "onset", &info.onset);
    if (word_in(reader, node, "severity", "Minor Moderate Severe Extreme", &severity))
        info.severity = (enum cap_severity)severity;
    info.headline = text_in(reader, node, "headline");
    info.description = text_in(reader, node, "description");
    info.instruction = text_in(reader, node, "instruction");
    info.sender = text_in(reader, node, "senderName");
    info.web = text_in(reader, node, "web");
    read_areas(reader, node, &info);
    if (is_whole)
        *ret_info = info;
    return is_whole;
}

/* ---- the warning --------------------------------------------------------------------------- */

/* "sender,identifier,sent sender,identifier,sent": the middle of each three counts. */
static void read_references(struct reader *reader, const xmlNode *root, struct cap_alert *alert)
{
    struct str rest = text_in(reader, root, "references"), three;
    while (str_next(&rest, ' ', &three)) {
        struct str sender, identifier;
        if (str_next(&three, ',', &sender) && str_next(&three, ',', &identifier) &&
            identifier.bytes > 0)
            *ARENA_PUSH(reader->arena, alert->references, alert->reference_count) = identifier;
    }
}

static bool need_word(struct reader *reader, const xmlNode *root, const char *name,
                      const char *words, unsigned *ret_number)
{
    struct str text;
    if (!need_text(reader, root, name, &text))
        return false;
    if (word_in(reader, root, name, words, ret_number))
        return true;
    reader_say_value(reader, node_find(root, NS_CAP, name), NULL, text, str_of(words));
    return false;
}

static bool read_alert(struct reader *reader, const xmlNode *root, struct cap_alert *alert)
{
    unsigned status, scope, message;
    if (!node_is(root, NS_CAP, "alert")) {
        reader_say(reader, FINDING_XML_NOT_ANNOUNCEMENT, root, NULL, 0);
        return false;
    }
    if (!need_text(reader, root, "identifier", &alert->identifier) ||
        !need_word(reader, root, "status", "Actual Exercise", &status) ||
        !need_word(reader, root, "scope", "Public", &scope) ||
        !need_word(reader, root, "msgType", "Alert Update Cancel", &message) ||
        !read_moment(reader, root, "sent", &alert->sent)) {
        if (!node_find(root, NS_CAP, "sent"))
            reader_say_missing(reader, root, STR("sent"));
        return false;
    }
    alert->is_exercise = status == 1;
    alert->message = (enum cap_message)message;
    read_references(reader, root, alert);
    for (const xmlNode *node = node_first(root); node; node = node_next(node)) {
        struct cap_info info;
        if (node_is(node, NS_CAP, "info") && read_info(reader, node, alert, &info))
            *ARENA_PUSH(reader->arena, alert->infos, alert->info_count) = info;
    }
    /* A cancellation needs no words; a warning without any is none. */
    if (alert->info_count == 0 && alert->message != CAP_CANCEL && !reader->has_blocked)
        reader_say_missing(reader, root, STR("info"));
    return alert->info_count > 0 || alert->message == CAP_CANCEL;
}

bool cap_read(struct arena *arena, struct str bytes, struct str file, struct report *report,
              struct cap_alert *ret_alert)
{
    struct xml_doc doc;
    struct cap_alert alert = { 0 };
    if (!xml_parse(bytes, CAP_BYTES_MAX, file, NULL, report, &doc))
        return false;
    struct reader reader = { .arena = arena, .report = report, .doc = &doc };
    bool is_sound = read_alert(&reader, xmlDocGetRootElement(doc.tree), &alert);
    xml_free(&doc);
    if (is_sound)
        *ret_alert = alert;
    return is_sound;
}

/* ---- the list ------------------------------------------------------------------------------ */

static bool is_listed(const struct str *links, size_t count, struct str link)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(links[i], link))
            return true;
    }
    return false;
}

/* RSS 2.0 has no namespace. */
static bool is_rss(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && !node->ns &&
           str_is(str_of((const char *)node->name), name);
}

static const xmlNode *find_rss(const xmlNode *parent, const char *name)
{
    const xmlNode *node = node_first(parent);
    while (node && !is_rss(node, name))
        node = node_next(node);
    return node;
}

static bool read_items(struct reader *reader, const xmlNode *channel, struct str **ret_links,
                       size_t *ret_count)
{
    struct str *links = NULL;
    size_t count = 0;
    for (const xmlNode *item = node_first(channel); item; item = node_next(item)) {
        const xmlNode *node = is_rss(item, "item") ? find_rss(item, "link") : NULL;
        struct str link = node ? reader_text(reader, node, NULL) : (struct str){ 0 };
        if (link.bytes == 0 || is_listed(links, count, link))
            continue;
        if (count == CAP_RSS_ITEMS_MAX) {
            reader_say_value(reader, item, NULL, str_format(reader->arena, "%zu", count + 1),
                             str_format(reader->arena, "0 … %d", CAP_RSS_ITEMS_MAX));
            return false;
        }
        *ARENA_PUSH(reader->arena, links, count) = link;
    }
    *ret_links = links;
    *ret_count = count;
    return true;
}

bool cap_read_rss(struct arena *arena, struct str bytes, struct str file, struct report *report,
                  struct str **ret_links, size_t *ret_count)
{
    struct xml_doc doc;
    bool is_sound = false;
    if (!xml_parse(bytes, CAP_RSS_BYTES_MAX, file, NULL, report, &doc))
        return false;
    struct reader reader = { .arena = arena, .report = report, .doc = &doc };
    const xmlNode *root = xmlDocGetRootElement(doc.tree);
    const xmlNode *channel = is_rss(root, "rss") ? find_rss(root, "channel") : NULL;
    if (channel)
        is_sound = read_items(&reader, channel, ret_links, ret_count);
    else
        reader_say(&reader, FINDING_XML_NOT_ANNOUNCEMENT, root, NULL, 0);
    xml_free(&doc);
    return is_sound;
}

/* ---- what holds ---------------------------------------------------------------------------- */

bool cap_is_for(const struct cap_info *info, struct str code)
{
    return is_listed(info->codes, info->code_count, code);
}

static bool is_replaced(const struct cap_alert *alerts, size_t count, struct str identifier)
{
    for (size_t i = 0; i < count; i++) {
        if (is_listed(alerts[i].references, alerts[i].reference_count, identifier))
            return true;
    }
    return false;
}

static bool is_over(const struct cap_alert *alert, const struct zone *zone, int64_t now)
{
    for (size_t i = 0; i < alert->info_count; i++) {
        if (stamp_moment(&alert->infos[i].expires, zone) > now)
            return false;
    }
    return true;
}

size_t cap_in_force(struct cap_alert *alerts, size_t count, const struct zone *zone, int64_t now)
{
    size_t kept = 0;
    /* A warning that is written over by one that is kept has been judged already. */
    bool holds[CAP_RSS_ITEMS_MAX];
    assert(count <= CAP_RSS_ITEMS_MAX);
    for (size_t i = 0; i < count; i++)
        holds[i] = alerts[i].message != CAP_CANCEL && !is_over(&alerts[i], zone, now) &&
                   !is_replaced(alerts, count, alerts[i].identifier);
    for (size_t i = 0; i < count; i++) {
        if (holds[i])
            alerts[kept++] = alerts[i];
    }
    return kept;
}
