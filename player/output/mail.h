/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Letters as files that a mail program opens as drafts (X-Unsent: 1), with the address, the subject
 * and the words filled in: a person reads them once more and sends them. RFC 5322, text in UTF-8.
 */
#pragma once

#include "base/str.h"

#include <stdio.h>

/*
 * Writes the head of a letter and the empty line behind it.
 *
 * to_whom  an address; empty, or one that could be taken for another header: left out.
 */
void mail_start(FILE *to, struct str to_whom, struct str subject);

/* Writes text; its lines end as mail wants them. */
void mail_text(FILE *to, struct str text);
