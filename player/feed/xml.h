/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The only door to libxml2. Bytes are guarded before the parser sees them (size, UTF-8, DOCTYPE,
 * attributes a tag), the parser runs with a limit of depth and without DTD, entities, network and
 * loaders, and its own running out of memory is never taken for a shorter document.
 *
 * Only the .c files of this folder include this header.
 */
#pragma once

#include "base/report.h"

#include <libxml/tree.h>

#define XML_DEPTH_MAX 64      /* content-schema/README.md, limits */
#define XML_ATTRIBUTES_MAX 64 /* 100,000 in one tag cost libxml2 100 s */
/*
 * A feed repeats announcements that have reached these limits, one level deeper and with what
 * publish adds to a tag (namespaces, type, length, hash): it is given that room, or one
 * announcement could make a whole feed unreadable.
 */
#define XML_FEED_DEPTH_ROOM 1
#define XML_FEED_ATTRIBUTES_ROOM 8
/* Elements held at one time: some 120 B each, so at most 30 MiB. 10,000 withdrawals need 20,000. */
#define XML_ELEMENTS_MAX 250000

#define NS_ATOM "http://www.w3.org/2005/Atom"
#define NS_XHTML "http://www.w3.org/1999/xhtml"
#define NS_INFOTAULU "urn:x-infotaulu:1"
#define NS_HISTORY "http://purl.org/syndication/history/1.0"
#define NS_TOMBSTONE "http://purl.org/atompub/tombstones/1.0"
#define NS_APP "http://www.w3.org/2007/app"

/* Line and column (in characters) of an element's '<', from 1. */
struct spot {
    unsigned line, column;
};

/* A parsed document that knows where each of its elements stood. */
struct xml_doc {
    xmlDocPtr tree;
    struct spot *spots; /* numbered by the elements' _private, less one */
    size_t spot_count;
    struct arena *scratch; /* owns the spots */
    struct str file;       /* name for the findings; the caller's */
};

/*
 * Children of the root that are handed over one by one as soon as they are complete, and freed
 * then. What is between them is not kept.
 *
 * each  may read the part; false stops the parsing (the caller has reported why). Not called any
 *       more once the document has turned out to be broken.
 */
typedef bool xml_part_fn(void *context, const struct xml_doc *doc, const xmlNode *part);

struct xml_parts {
    const char *ns, *name;
    xml_part_fn *each;
    void *context;
};

/*
 * Parses a document.
 *
 * bytes      not kept.
 * parts      NULL: the whole tree is built.
 * ret_doc    set when true comes back; free with xml_free.
 *
 * False: the report has a finding that says why (or `each` stopped it).
 */
bool xml_parse(struct str bytes, size_t bytes_max, struct str file, const struct xml_parts *parts,
               struct report *report, struct xml_doc *ret_doc) NODISCARD;

/* Frees what xml_parse made; the document is empty then. */
void xml_free(struct xml_doc *doc);

/* Where an element stands, with its name as people write it ("title", "it:when"). */
struct place xml_place(const struct xml_doc *doc, const xmlNode *element);

/* The same name alone; in the document's own scratch memory. */
struct str xml_name(const struct xml_doc *doc, const xmlNode *element);

/* Watches libxml2 while a tree is changed or written out. */
struct xml_watch {
    bool out_of_memory;
    void *old_context;
    void (*old_function)(void *, xmlErrorPtr);
};

/* Takes over its error handler. Lives on the caller's stack until xml_watch_end. */
void xml_watch_start(struct xml_watch *watch);

/* Gives the handler back. False: it ran out of memory, the result must be thrown away. */
bool xml_watch_end(struct xml_watch *watch) NODISCARD;
