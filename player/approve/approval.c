/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an approver says with a signature, as one line that people can read in the .minisig file.
 * The role stands last so that it may hold blanks and need no quoting. One approval has one
 * spelling: the reader takes nothing that the writer would not write.
 */
#include "approve/chain.h"
#include "base/utf8.h"

#include <assert.h>

#define AT_BYTES_MIN 20 /* "2026-12-01T17:00:00Z" */
#define AT_SECONDS 16   /* place of the colon before the seconds, which RFC 3339 wants */
#define NO_LINE ((struct str){ 0 })

struct range {
    uint32_t first, last;
};

/* Would end the line, hide something, or turn the order of what stands beside it. */
static const struct range unfit_points[] = {
    { 0x00, 0x1F },     { 0x7F, 0x9F },     /* controls */
    { 0x2028, 0x2029 }, { 0x202A, 0x202E }, /* ends of lines; embeddings and overrides */
    { 0x2066, 0x2069 }, { 0xFEFF, 0xFEFF }, /* isolates; byte order mark */
};

static bool is_unfit(uint32_t point)
{
    for (size_t i = 0; i < ARRAY_LEN(unfit_points); i++)
        if (point >= unfit_points[i].first && point <= unfit_points[i].last)
            return true;
    return false;
}

static bool by_is_sound(struct str by)
{
    uint32_t point;
    if (by.bytes == 0 || by.bytes > APPROVAL_BY_BYTES_MAX || !utf8_is_valid(by) ||
        !str_equal(by, str_trim(by)))
        return false;
    while (utf8_next(&by, &point))
        if (is_unfit(point))
            return false;
    return true;
}

static bool at_is_sound(struct str at)
{
    struct stamp stamp;
    return at.bytes >= AT_BYTES_MIN && at.at[AT_SECONDS] == ':' && stamp_parse(at, &stamp) &&
           stamp.kind == STAMP_MOMENT;
}

static bool rule_id_is_sound(struct str id)
{
    for (size_t i = 0; i < id.bytes; i++) {
        char byte = id.at[i];
        bool is_letter = byte >= 'a' && byte <= 'z', is_digit = byte >= '0' && byte <= '9';
        if (!is_letter && !is_digit && byte != '-')
            return false;
    }
    return id.bytes > 0;
}

/* Ids of rules with a comma between; rules that this version does not know are fine. */
static bool overrides_are_sound(struct str overrides)
{
    struct str id;
    if (str_ends(overrides, ","))
        return false;
    while (str_next(&overrides, ',', &id))
        if (!rule_id_is_sound(id))
            return false;
    return true;
}

/* Takes "name=value " off the front. */
static bool take_field(struct str *rest, const char *name, struct str *ret_value)
{
    struct str field;
    if (!str_next(rest, ' ', &field) || !str_starts(field, name))
        return false;
    *ret_value = str_slice(field, strlen(name), field.bytes);
    return true;
}

bool approval_parse(struct str trusted_comment, struct approval *ret_approval)
{
    struct approval approval = { 0 };
    struct str rest = trusted_comment, rules;
    if (!take_field(&rest, "at=", &approval.at) || !take_field(&rest, "rules=", &rules) ||
        !take_field(&rest, "overrides=", &approval.overrides) || !str_starts(rest, "by="))
        return false;
    approval.by = str_slice(rest, strlen("by="), rest.bytes);
    if (str_starts(rules, "0") || !str_to_number(rules, &approval.rules))
        return false;
    if (!at_is_sound(approval.at) || !overrides_are_sound(approval.overrides) ||
        !by_is_sound(approval.by))
        return false;
    *ret_approval = approval;
    return true;
}

/* The role as one sound line; empty when nothing is left of it. */
static struct str sound_by(struct arena *arena, struct str by)
{
    struct text text = text_new(arena, APPROVAL_BY_BYTES_MAX);
    uint32_t point;
    by = str_trim(by);
    while (utf8_next(&by, &point)) {
        char bytes[4];
        size_t count = utf8_put(is_unfit(point) ? ' ' : point, bytes);
        text_add(&text, (struct str){ bytes, count });
    }
    return str_trim(text_str(&text));
}

struct str approval_format(struct arena *arena, const struct approval *approval)
{
    struct approval again;
    struct str by = sound_by(arena, approval->by);
    struct text line = text_new(arena, TRUSTED_COMMENT_BYTES_MAX);
    text_add_c(&line, "at=");
    text_add(&line, approval->at);
    text_format(&line, " rules=%d overrides=", approval->rules);
    text_add(&line, approval->overrides);
    text_add_c(&line, " by=");
    text_add(&line, by);
    if (line.too_big || !approval_parse(text_str(&line), &again))
        return NO_LINE;
    return text_str(&line);
}

unsigned approval_role(enum kind kind)
{
    return kind == KIND_ALERT ? KEY_ALERT : KEY_APPROVER;
}

bool approval_has_role(const struct approval *approval, enum kind kind)
{
    assert(approval->key);
    return (approval->key->roles & approval_role(kind)) != 0;
}

bool approval_overrides(const struct approval *approval, const char *rule_id)
{
    struct str rest = approval->overrides, id;
    while (str_next(&rest, ',', &id))
        if (str_is(id, rule_id))
            return true;
    return false;
}
