/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one list of rules. Everything that names a rule (profile, JSON, messages, tests) grows from
 * it. How to add a rule: a line here, its sentences in finding_list.h, the code that finds it, a
 * case that fails it and one that passes.
 *
 * X(CODE, id, group, severity, may an approver override it?, limit or 0, unit, source)
 *
 * The severity is the worst that the rule's findings have by default. Sources are spelled out in
 * README.md of this folder's parent.
 */
#pragma once

#define RULE_LIST(X) \
    X(XML_FORM, "xml-form", TECHNICAL, BLOCK, false, 0, "", "XML 1.0") \
    X(ATOM_FORM, "atom-form", TECHNICAL, BLOCK, false, 0, "", "RFC 4287") \
    X(CONTENT_MARKUP, "content-markup", TECHNICAL, BLOCK, true, 0, "", "content-schema") \
    X(ID_UNIQUE, "id-unique", TECHNICAL, BLOCK, true, 0, "", "RFC 4287") \
    X(FEED_COMPLETE, "feed-complete", TECHNICAL, BLOCK, true, 0, "", "RFC 5005") \
    X(BAD_SIGNATURE, "bad-signature", TECHNICAL, BLOCK, false, 0, "", "minisign") \
    X(NOT_APPROVED, "not-approved", TECHNICAL, BLOCK, false, 0, "", "minisign") \
    X(FEED_OLDER, "feed-older", TECHNICAL, BLOCK, false, 0, "", "The Update Framework") \
    X(FEED_STALE, "feed-stale", TECHNICAL, WARN, true, 0, "", "The Update Framework") \
    X(MEDIA_MISSING, "media-missing", TECHNICAL, BLOCK, false, 0, "", "content-schema") \
    X(HASH_MISMATCH, "hash-mismatch", TECHNICAL, BLOCK, false, 0, "", "content-schema") \
    X(FILE_TYPE, "file-type", TECHNICAL, BLOCK, true, 0, "", "content-schema") \
    X(FILE_HEADER_FIRST, "file-header-first", TECHNICAL, BLOCK, false, 8192, "px", \
      "content-schema") \
    X(FILE_SIZE, "file-size", TECHNICAL, BLOCK, true, 10000000, "B", "content-schema") \
    X(FILE_COMPLETE, "file-complete", TECHNICAL, BLOCK, true, 0, "", "PNG, JPEG, WebP") \
    X(FILE_NAME_MATCH, "file-name-match", TECHNICAL, ADVISE, true, 0, "", "content-schema") \
    X(ANIM_FORMAT, "anim-format", TECHNICAL, BLOCK, true, 0, "", "content-schema") \
    X(JPEG_CMYK, "jpeg-cmyk", TECHNICAL, BLOCK, true, 0, "", "content-schema") \
    X(MISSING_GLYPH, "missing-glyph", TECHNICAL, BLOCK, true, 0, "", "fonts/") \
    X(OVERFLOW, "overflow", TECHNICAL, BLOCK, true, 0, "px", "layout") \
    X(EVENT_FACTS, "event-facts", CONTENT, BLOCK, true, 0, "", "content-schema") \
    X(EVENT_PAST, "event-past", CONTENT, BLOCK, true, 0, "min", "content-schema")
