/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is looked at in the bytes of an XML file before any parser sees them. */
#pragma once

#include "base/report.h"

struct xml_limits {
    size_t bytes, attributes; /* of the file; in one tag */
};

/* Bytes of the byte order mark that a file may start with: 3 or 0. */
size_t xml_mark_bytes(struct str bytes);

/* False, with a finding in the report, when the bytes must not be parsed. */
bool xml_guard(struct str bytes, const struct xml_limits *limits, struct str file,
               struct report *report) NODISCARD;

/* The local name of the root element, a part of `bytes`; empty when there is none. */
struct str xml_root_name(struct str bytes);
