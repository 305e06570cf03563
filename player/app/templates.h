/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Announcements to start from: filled in, in order, with comments that say what to change. */
#pragma once

#include "app/template_language.h"
#include "model/announcement.h"

/* By the name of a language of messages, "fi", "sv-simple" …; Finnish for any other. */
enum template_language template_language_of(struct str name);

/* Is there one of this kind? None for alerts, which associations do not raise. */
bool template_exists(enum kind kind);

/*
 * The bytes of a template.
 *
 * id    "urn:uuid:…", new each time.
 * now   seconds since 1970 UTC; its dates lie in the weeks after.
 * zone  Finland's.
 */
struct str template_write(struct arena *arena, enum kind kind, enum template_language language,
                          struct str id, int64_t now, const struct zone *zone) NODISCARD;
