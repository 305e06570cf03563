/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pages for people: one self-contained HTML file with the style of page.css, in the reader's
 * language, for a phone, a window and paper. What a sender wrote goes in by page_text and its kin
 * only, so that it is never taken for markup.
 */
#pragma once

#include "base/i18n.h"
#include "base/str.h"
#include "model/language.h"

#include <stdio.h>

/* The language that the program speaks now: Finnish, Swedish or English. */
enum language page_language(void);

/* Head of a page up to the start of <main>: the centre's name (may be empty) over the heading. */
void page_start(FILE *to, struct str centre, const char *heading, struct str title);

/* What stands under <main>, and the end. */
void page_end(FILE *to, struct str foot);

/* A text, escaped for content and for quoted attributes; what HTML forbids is left out. */
void page_text(FILE *to, struct str text);
void page_c(FILE *to, const char *text); /* the same from a C string */

/* <TAG>text</TAG>; nothing for an empty text. `tag` may have attributes: "p class=\"why\"". */
void page_element(FILE *to, const char *tag, struct str text);

/* Bytes in base64, for data: addresses. */
void page_base64(FILE *to, struct str bytes);
