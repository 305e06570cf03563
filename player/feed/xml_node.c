/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libxml2's own getters (xmlGetProp, xmlNodeGetContent) allocate, and answer NULL both for "not
 * there" and for "no memory". Here the text nodes are read where they lie.
 */
#include "feed/xml_node.h"

#define NS_XML "http://www.w3.org/XML/1998/namespace"

static bool has_name(const xmlChar *node_name, const xmlNs *node_ns, const char *ns,
                     const char *name)
{
    if (!xmlStrEqual(node_name, (const xmlChar *)name))
        return false;
    return ns ? node_ns && xmlStrEqual(node_ns->href, (const xmlChar *)ns) : !node_ns;
}

bool node_is(const xmlNode *node, const char *ns, const char *name)
{
    return node->type == XML_ELEMENT_NODE && has_name(node->name, node->ns, ns, name);
}

bool node_is_in(const xmlNode *node, const char *ns)
{
    return node->type == XML_ELEMENT_NODE && node->ns &&
           xmlStrEqual(node->ns->href, (const xmlChar *)ns);
}

static const xmlNode *element_from(const xmlNode *node)
{
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

const xmlNode *node_first(const xmlNode *parent)
{
    return element_from(parent->children);
}

const xmlNode *node_next(const xmlNode *element)
{
    return element_from(element->next);
}

const xmlNode *node_find(const xmlNode *parent, const char *ns, const char *name)
{
    for (const xmlNode *node = node_first(parent); node; node = node_next(node))
        if (node_is(node, ns, name))
            return node;
    return NULL;
}

const xmlAttr *node_attribute(const xmlNode *element, const char *ns, const char *name)
{
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next)
        if (has_name(attribute->name, attribute->ns, ns, name))
            return attribute;
    return NULL;
}

/* The text nodes under a node, in order, to a buffer or (NULL) to nowhere; answers the bytes. */
static size_t gather(const xmlNode *first, char *to)
{
    size_t bytes = 0;
    for (const xmlNode *node = first; node; node = node->next) {
        if (node->type == XML_ELEMENT_NODE) {
            bytes += gather(node->children, to ? to + bytes : NULL);
            continue;
        }
        bool is_text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
        if (!is_text || !node->content)
            continue;
        size_t length = strlen((const char *)node->content);
        if (to)
            memcpy(to + bytes, node->content, length);
        bytes += length;
    }
    return bytes;
}

/* Runs white space together in place; answers the bytes that are left. */
static size_t collapse(char *text, size_t bytes)
{
    size_t used = 0;
    for (size_t i = 0; i < bytes; i++) {
        if (!str_is_blank(text[i]))
            text[used++] = text[i];
        else if (used > 0 && text[used - 1] != ' ')
            text[used++] = ' ';
    }
    if (used > 0 && text[used - 1] == ' ')
        used--;
    text[used] = '\0';
    return used;
}

static struct str text_under(struct arena *arena, const xmlNode *first)
{
    size_t bytes = gather(first, NULL);
    if (bytes == 0)
        return (struct str){ "", 0 };
    char *text = arena_alloc(arena, bytes + 1, 1);
    gather(first, text);
    return (struct str){ text, collapse(text, bytes) };
}

struct str node_value(struct arena *arena, const xmlNode *element, const char *ns, const char *name)
{
    const xmlAttr *attribute = node_attribute(element, ns, name);
    return text_under(arena, attribute ? attribute->children : NULL);
}

struct str node_text(struct arena *arena, const xmlNode *element)
{
    return text_under(arena, element->children);
}

struct str node_language(struct arena *arena, const xmlNode *element)
{
    for (const xmlNode *node = element; node && node->type == XML_ELEMENT_NODE; node = node->parent)
        if (node_attribute(node, NS_XML, "lang"))
            return node_value(arena, node, NS_XML, "lang");
    return (struct str){ "", 0 };
}
