/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an announcement: a small part of XHTML. Only for this folder. */
#pragma once

#include "feed/reader.h"
#include "model/announcement.h"

/*
 * Reads atom:content into the blocks and the picture of an announcement. Elements that the screen
 * does not know keep their text and give a finding; those that could do something give one that
 * blocks, and their text is left out.
 */
void content_read(struct reader *reader, const xmlNode *content, struct announcement *announcement);

/* The first <img> inside an element; NULL for none. */
const xmlNode *content_picture(const xmlNode *element);
