/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One notice: the announcements of one number. Only for this folder. */
#pragma once

#include "layout/told.h"
#include "pages/page_item.h"

#include <stdio.h>

struct notice {
    int number;
    const struct page_item *versions; /* one a language, at least one */
    size_t count;
};

/* Takes the next notice off the items; *at begins with 0. False when none is left. */
bool notice_next(const struct pages *pages, size_t *at, struct notice *ret_notice);

/* The name that readers see over it: the centre's own language first. */
struct str notice_title(const struct notice *notice);

/* "Kukkulan järjestö, Puron seurakunta": the organisations of one version. */
struct str notice_organisations(struct arena *arena, const struct announcement *announcement);

/* Lead and body of one version as HTML: paragraphs, lists, strong words. */
void notice_write_text(FILE *to, const struct announcement *announcement);

/* Its facts as a <dl>. */
void notice_write_facts(FILE *to, struct arena *arena, const struct pages *pages,
                        const struct page_item *item);

/* Its picture; `up` leads to the root of the site ("", "../"). */
void notice_write_picture(FILE *to, const struct page_item *item, const char *up);

/* A QR code as SVG, with its quiet zone; nothing when the address is too long. */
void notice_write_code(FILE *to, struct arena *arena, const struct pages *pages,
                       struct str address);

/* " lang=… dir=…" of a version. */
void notice_write_language(FILE *to, const struct announcement *announcement);

#define NOTICE_DATES_MAX 20

/* Dates to come that are called off, at most NOTICE_DATES_MAX. */
size_t notice_cancelled(const struct pages *pages, const struct page_item *item,
                        struct occurrence ret_dates[NOTICE_DATES_MAX]);
