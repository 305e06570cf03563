/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looking at a parsed tree. Nothing here allocates through libxml2, so nothing can come out
 * shorter than it is; every text is a copy in the arena. Only for this folder.
 */
#pragma once

#include "feed/xml.h"

/* Is it an element of this namespace and local name? */
bool node_is(const xmlNode *node, const char *ns, const char *name);

/* Is it any element of this namespace? */
bool node_is_in(const xmlNode *node, const char *ns);

/* The first child element; NULL for none. */
const xmlNode *node_first(const xmlNode *parent);

/* The next element beside one; NULL for none. */
const xmlNode *node_next(const xmlNode *element);

/* The first child of that name, or NULL. */
const xmlNode *node_find(const xmlNode *parent, const char *ns, const char *name);

/* The attribute of a name; ns NULL: without namespace. NULL for none. */
const xmlAttr *node_attribute(const xmlNode *element, const char *ns, const char *name);

/*
 * The value of an attribute, white space run together into one space and none at the ends. No-break
 * spaces stay. Empty for none.
 */
struct str node_value(struct arena *arena, const xmlNode *element, const char *ns,
                      const char *name) NODISCARD;

/* The text inside an element, of all levels, likewise. */
struct str node_text(struct arena *arena, const xmlNode *element) NODISCARD;

/* xml:lang of the element or the nearest one above it; empty for none. */
struct str node_language(struct arena *arena, const xmlNode *element) NODISCARD;
