/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of files, one function each. Only for this folder. */
#pragma once

#include "pages/notice.h"

/* index.html: every notice with its number. */
void page_index_write(FILE *to, struct arena *arena, const struct pages *pages);

/* 12.html: a notice in all its languages. */
void page_notice_write(FILE *to, struct arena *arena, const struct pages *pages,
                       const struct notice *notice);

enum paper { PAPER_A4, PAPER_A5 };

/* poster/12.html, poster/12-a5.html: a sheet for each language. */
void paper_write(FILE *to, struct arena *arena, const struct pages *pages,
                 const struct notice *notice, enum paper paper);

/* poster/peruttu.html: a strip for each date that is called off, and two to fill in by hand. */
void paper_write_strips(FILE *to, struct arena *arena, const struct pages *pages);

/* digest.eml: a letter to the staff, by the people whom the announcements are for. */
void staff_digest_write(FILE *to, struct arena *arena, const struct pages *pages);
