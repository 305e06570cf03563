/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One parser for whole documents and for feeds that are read an entry at a time: libxml2's own
 * tree builder, with a hook before it that notes where each element starts and one behind it that
 * hands a finished part over and frees it.
 *
 * xmlTextReader was weighed for the feed. It needs the same memory, but it keeps its parser to
 * itself: neither the place of an element nor a failed allocation can be asked for reliably.
 * libxml2 says only in which line a tag ends; here the '<' is looked up in the bytes, so findings
 * name line and column also in a feed of one line.
 *
 * An allocation that fails inside libxml2 often gives a shorter tree and success. All its errors
 * come to one handler here, whichever part of the library raises them, and one word of memory
 * among them makes the document worthless.
 */
#include "feed/xml.h"

#include "base/utf8.h"
#include "feed/xml_guard.h"

#include <assert.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

/* The spots of XML_ELEMENTS_MAX elements are 2 MiB, growing doubles that; the rest is names. */
#define SCRATCH_BYTES_MAX ((size_t)64 << 20)
#define MESSAGE_BYTES_MAX 160

/* What is known while one document is parsed. */
struct parse {
    struct str bytes;
    const struct xml_parts *parts;
    struct report *report;
    struct xml_doc doc;
    xmlParserCtxtPtr ctxt;

    size_t offset; /* up to here lines and columns are counted */
    struct spot spot;
    size_t part_spots; /* spots before the part that is being read */

    struct xml_watch watch;
    bool stopped;  /* by us; the report says why, or the caller does */
    bool is_wrong; /* the first error is noted here: */
    struct spot wrong_at;
    char message[MESSAGE_BYTES_MAX];
};

static const xmlChar *utf8_of(const char *text)
{
    return (const xmlChar *)text;
}

/* Watching libxml2's errors */

static void note_memory(void *context, xmlErrorPtr error)
{
    struct xml_watch *watch = context;
    if (error->code == XML_ERR_NO_MEMORY)
        watch->out_of_memory = true;
}

static void watch_start(struct xml_watch *watch, void *context, xmlStructuredErrorFunc function)
{
    watch->out_of_memory = false;
    watch->old_context = xmlStructuredErrorContext;
    watch->old_function = xmlStructuredError;
    xmlSetStructuredErrorFunc(context, function);
}

void xml_watch_start(struct xml_watch *watch)
{
    watch_start(watch, watch, note_memory);
}

bool xml_watch_end(struct xml_watch *watch)
{
    xmlSetStructuredErrorFunc(watch->old_context, watch->old_function);
    return !watch->out_of_memory;
}

static void note_error(void *context, xmlErrorPtr error)
{
    struct parse *parse = context;
    note_memory(&parse->watch, error);
    bool breaks = error->level == XML_ERR_FATAL ||
                  (error->domain == XML_FROM_NAMESPACE && error->level == XML_ERR_ERROR);
    if (!breaks || parse->is_wrong)
        return;
    parse->is_wrong = true;
    parse->wrong_at.line = error->line > 0 ? (unsigned)error->line : 0;
    parse->wrong_at.column = error->int2 > 0 ? (unsigned)error->int2 : 0;
    struct str message = str_trim(str_of(error->message));
    message = str_slice(message, 0, sizeof parse->message - 1);
    /* Cut between characters: the message may quote the file. */
    while (message.bytes > 0 && !utf8_is_valid(message))
        message.bytes--;
    memcpy(parse->message, message.at ? message.at : "", message.bytes);
}

/* Where elements stand */

/* Counts lines and columns on to an offset; the parser only moves forward, so this is linear. */
static void count_to(struct parse *parse, size_t offset)
{
    struct str rest = str_slice(parse->bytes, parse->offset, offset - parse->offset);
    for (ptrdiff_t end; (end = str_find_byte(rest, '\n')) >= 0;) {
        parse->spot.line++;
        parse->spot.column = 1;
        rest = str_slice(rest, (size_t)end + 1, rest.bytes);
    }
    parse->spot.column += (unsigned)utf8_length(rest);
    parse->offset = offset;
}

/* Gives an element its spot. The parser stands behind its attributes now. */
static void note_spot(struct parse *parse, xmlNodePtr node)
{
    long consumed = xmlByteConsumed(parse->ctxt);
    if (consumed < 0 || (size_t)consumed > parse->bytes.bytes)
        return;
    const char *start = memrchr(parse->bytes.at, '<', (size_t)consumed);
    size_t offset = start ? (size_t)(start - parse->bytes.at) : 0;
    if (offset < parse->offset)
        return;
    count_to(parse, offset);
    struct xml_doc *doc = &parse->doc;
    *ARENA_PUSH(doc->scratch, doc->spots, doc->spot_count) = parse->spot;
    node->_private = (void *)(uintptr_t)doc->spot_count;
}

static void stop(struct parse *parse)
{
    parse->stopped = true;
    xmlStopParser(parse->ctxt);
}

/* The hooks */

static bool is_part(const struct parse *parse, const xmlNode *node)
{
    return parse->parts && node->ns && xmlStrEqual(node->name, utf8_of(parse->parts->name)) &&
           xmlStrEqual(node->ns->href, utf8_of(parse->parts->ns));
}

/* Stops at the element that is too deep or one too many. */
static void keep_limits(struct parse *parse)
{
    int depth_max = XML_DEPTH_MAX + (parse->parts ? XML_FEED_DEPTH_ROOM : 0);
    bool is_too_deep = parse->ctxt->nodeNr > depth_max;
    if (!is_too_deep && parse->doc.spot_count <= XML_ELEMENTS_MAX)
        return;
    struct place place = xml_place(&parse->doc, parse->ctxt->node);
    struct finding *finding =
        report_add(parse->report, is_too_deep ? FINDING_XML_TOO_DEEP : FINDING_XML_BROKEN, place);
    if (is_too_deep)
        finding_number(parse->report, finding, depth_max);
    else
        finding_arg(parse->report, finding, str_of("too many elements"));
    stop(parse);
}

// NOLINTNEXTLINE(readability-function-size): libxml2 says what its parameters are
static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted_count, const xmlChar **attributes)
{
    xmlParserCtxtPtr ctxt = context;
    struct parse *parse = ctxt->_private;
    xmlNodePtr above = ctxt->node;
    xmlSAX2StartElementNs(context, name, prefix, uri, namespace_count, namespaces, attribute_count,
                          defaulted_count, attributes);
    if (!ctxt->node || ctxt->node == above)
        return; /* no memory: the handler above has heard of it */
    if (ctxt->nodeNr == 2)
        parse->part_spots = parse->doc.spot_count;
    note_spot(parse, ctxt->node);
    keep_limits(parse);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    xmlParserCtxtPtr ctxt = context;
    struct parse *parse = ctxt->_private;
    xmlNodePtr node = ctxt->node;
    xmlSAX2EndElementNs(context, name, prefix, uri);
    if (!node || ctxt->nodeNr != 1 || !is_part(parse, node))
        return;
    bool is_sound = ctxt->wellFormed && ctxt->nsWellFormed && !parse->watch.out_of_memory;
    if (is_sound && !parse->parts->each(parse->parts->context, &parse->doc, node))
        stop(parse);
    xmlUnlinkNode(node);
    xmlFreeNode(node);
    parse->doc.spot_count = parse->part_spots;
}

/*
 * Text between the parts is dropped. That saves memory, and more: the tree builder appends text to
 * the last text node by a length that it remembers, which would be a part's when that is gone.
 */
static void on_text(void *context, const xmlChar *text, int bytes)
{
    xmlParserCtxtPtr ctxt = context;
    struct parse *parse = ctxt->_private;
    if (parse->parts && ctxt->nodeNr == 1)
        return;
    xmlSAX2Characters(context, text, bytes);
}

/* The guard has refused it already; this stands behind the guard. */
static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id,
                       const xmlChar *system_id)
{
    (void)name;
    (void)public_id;
    (void)system_id;
    xmlParserCtxtPtr ctxt = context;
    struct parse *parse = ctxt->_private;
    report_add(parse->report, FINDING_XML_DOCTYPE, (struct place){ .file = parse->doc.file });
    stop(parse);
}

static xmlParserInputPtr refuse_to_load(const char *url, const char *id, xmlParserCtxtPtr ctxt)
{
    (void)url;
    (void)id;
    (void)ctxt;
    return NULL;
}

static void set_hooks(xmlParserCtxtPtr ctxt, struct parse *parse)
{
    ctxt->_private = parse;
    ctxt->sax->startElementNs = on_start;
    ctxt->sax->endElementNs = on_end;
    ctxt->sax->characters = on_text;
    ctxt->sax->ignorableWhitespace = on_text;
    ctxt->sax->internalSubset = on_doctype;
    ctxt->sax->externalSubset = on_doctype;
}

/* The tree, or NULL when anything at all went wrong. */
static xmlDocPtr run_parser(struct parse *parse)
{
    /* Never NOENT, DTDLOAD, DTDATTR, HUGE or RECOVER. NOCDATA gives CDATA as ordinary text. */
    static const int options = XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES;
    xmlParserCtxtPtr ctxt = xmlNewParserCtxt();
    if (!ctxt) {
        parse->watch.out_of_memory = true;
        return NULL;
    }
    parse->ctxt = ctxt;
    set_hooks(ctxt, parse);
    xmlDocPtr tree =
        xmlCtxtReadMemory(ctxt, parse->bytes.at, (int)parse->bytes.bytes, NULL, NULL, options);
    if (ctxt->errNo == XML_ERR_NO_MEMORY || ctxt->lastError.code == XML_ERR_NO_MEMORY)
        parse->watch.out_of_memory = true;
    bool is_sound = tree && ctxt->wellFormed && ctxt->nsWellFormed && !parse->is_wrong &&
                    !parse->stopped && !parse->watch.out_of_memory && xmlDocGetRootElement(tree);
    xmlFreeParserCtxt(ctxt);
    if (is_sound)
        return tree;
    xmlFreeDoc(tree);
    return NULL;
}

/* Says why there is no tree, unless somebody has done so when the parser was stopped. */
static void report_failure(struct parse *parse)
{
    if (parse->stopped)
        return;
    struct place place = { .file = parse->doc.file,
                           .line = parse->wrong_at.line,
                           .column = parse->wrong_at.column };
    const char *why = parse->is_wrong ? parse->message : "not well-formed";
    if (parse->watch.out_of_memory) {
        place = (struct place){ .file = parse->doc.file };
        why = "out of memory";
    }
    struct finding *finding = report_add(parse->report, FINDING_XML_BROKEN, place);
    finding_arg(parse->report, finding, str_of(why));
}

bool xml_parse(struct str bytes, size_t bytes_max, struct str file, const struct xml_parts *parts,
               struct report *report, struct xml_doc *ret_doc)
{
    assert(bytes_max <= INT32_MAX);
    const struct xml_limits limits = {
        .bytes = bytes_max,
        .attributes = XML_ATTRIBUTES_MAX + (parts ? XML_FEED_ATTRIBUTES_ROOM : 0),
    };
    if (!xml_guard(bytes, &limits, file, report))
        return false;
    struct parse parse = { .bytes = bytes,
                           .parts = parts,
                           .report = report,
                           .doc = { .scratch = arena_new(SCRATCH_BYTES_MAX), .file = file },
                           .offset = xml_mark_bytes(bytes),
                           .spot = { 1, 1 } };
    xmlExternalEntityLoader loader = xmlGetExternalEntityLoader();
    xmlSetExternalEntityLoader(refuse_to_load);
    watch_start(&parse.watch, &parse, note_error);
    parse.doc.tree = run_parser(&parse);
    bool memory_held = xml_watch_end(&parse.watch);
    xmlSetExternalEntityLoader(loader);
    if (!parse.doc.tree || !memory_held) {
        report_failure(&parse);
        xml_free(&parse.doc);
        return false;
    }
    *ret_doc = parse.doc;
    return true;
}

void xml_free(struct xml_doc *doc)
{
    xmlFreeDoc(doc->tree);
    arena_free(doc->scratch);
    *doc = (struct xml_doc){ 0 };
}

struct str xml_name(const struct xml_doc *doc, const xmlNode *element)
{
    static const struct {
        const char *ns, *prefix;
    } prefixes[] = {
        { NS_INFOTAULU, "it:" }, { NS_HISTORY, "fh:" }, { NS_TOMBSTONE, "at:" }, { NS_APP, "app:" }
    };
    struct str name = str_of((const char *)element->name);
    const xmlNode *root = xmlDocGetRootElement(element->doc);
    /* In a profile everything is ours, and nobody writes prefixes there. */
    if (element->ns && root && root->ns && xmlStrEqual(root->ns->href, utf8_of(NS_INFOTAULU)) &&
        xmlStrEqual(element->ns->href, root->ns->href))
        return name;
    for (size_t i = 0; element->ns && i < ARRAY_LEN(prefixes); i++)
        if (xmlStrEqual(element->ns->href, utf8_of(prefixes[i].ns)))
            return str_join(doc->scratch, str_of(prefixes[i].prefix), name);
    return name;
}

struct place xml_place(const struct xml_doc *doc, const xmlNode *element)
{
    struct place place = { .file = doc->file, .element = xml_name(doc, element) };
    uintptr_t number = (uintptr_t)element->_private;
    if (number == 0 || number > doc->spot_count)
        return place;
    place.line = doc->spots[number - 1].line;
    place.column = doc->spots[number - 1].column;
    return place;
}
