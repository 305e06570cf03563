/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Taken apart as browsers do it (WHATWG URL), where that differs from RFC 3986: the last @ before
 * the path ends the user, and a backslash is as good as a slash. What is not a clean name is said,
 * never repaired.
 */
#include "rules/link.h"

#include "base/utf8.h"

#define LABEL_BYTES_MAX 63 /* RFC 1035 */

static char small(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

static bool starts_with(struct str text, const char *start)
{
    size_t i = 0;
    while (start[i] != '\0' && i < text.bytes && small(text.at[i]) == start[i])
        i++;
    return start[i] == '\0';
}

bool link_same(struct str a, const char *b)
{
    return a.bytes == strlen(b) && starts_with(a, b);
}

static struct str from_byte(struct str text, size_t from)
{
    return str_slice(text, from, text.bytes);
}

/* The bytes before the first of these. */
static size_t run_before(struct str text, const char *stops)
{
    size_t run = 0;
    while (run < text.bytes && !strchr(stops, text.at[run]))
        run++;
    return run;
}

static bool is_scheme(struct str text)
{
    for (size_t i = 0; i < text.bytes; i++) {
        char letter = small(text.at[i]);
        bool later = i > 0 && ((letter >= '0' && letter <= '9') || strchr("+-.", letter));
        if (!later && !(letter >= 'a' && letter <= 'z'))
            return false;
    }
    return text.bytes > 0;
}

/* "host:8080" has no scheme; "tel:123" has. */
static struct str take_scheme(struct str *rest)
{
    size_t colon = run_before(*rest, ":/?#");
    struct str scheme = str_slice(*rest, 0, colon);
    struct str behind = from_byte(*rest, colon + 1);
    bool is_there = colon < rest->bytes && rest->at[colon] == ':' && is_scheme(scheme);
    bool is_host = str_find_byte(scheme, '.') >= 0 && !str_starts(behind, "//");
    if (!is_there || is_host)
        return (struct str){ 0 };
    *rest = behind;
    return scheme;
}

static void take_authority(struct link *link, struct str authority)
{
    size_t at = authority.bytes;
    while (at > 0 && authority.at[at - 1] != '@')
        at--;
    if (at > 0) {
        link->user = str_slice(authority, 0, at);
        authority = from_byte(authority, at);
    }
    bool bracket = str_starts(authority, "[");
    size_t host = bracket ? run_before(authority, "]") + 1 : run_before(authority, ":");
    link->host = str_slice(authority, 0, host);
    link->port = from_byte(authority, host);
}

struct link link_of(struct str url)
{
    struct link link = { .url = url };
    struct str rest = url;
    link.scheme = take_scheme(&rest);
    if (str_starts(rest, "//"))
        rest = from_byte(rest, 2);
    size_t authority = run_before(rest, "/?#\\");
    take_authority(&link, str_slice(rest, 0, authority));
    link.rest = from_byte(rest, authority);
    size_t query = run_before(link.rest, "?");
    struct str behind = from_byte(link.rest, query + 1);
    link.query = str_slice(behind, 0, run_before(behind, "#"));
    return link;
}

/* ---- in a text ----------------------------------------------------------------------------- */

static bool starts_address(struct str text)
{
    static const char *const starts[] = { "https://", "http://", "www." };
    for (size_t i = 0; i < ARRAY_LEN(starts); i++)
        if (starts_with(text, starts[i]) && text.bytes > strlen(starts[i]))
            return true;
    return false;
}

/* "www.example.fi:stä": a colon with letters behind it is the grammar's. */
static bool is_inflected(struct str behind, uint32_t point)
{
    uint32_t next;
    return point == ':' && utf8_next(&behind, &next) && utf8_is_letter(next);
}

static struct str address_at(struct str text)
{
    struct str rest = text, before = text;
    uint32_t point;
    while (utf8_next(&rest, &point) && !utf8_is_space(point) && !is_inflected(rest, point) &&
           !(point < 0x80 && strchr("<>\"", (int)point)))
        before = rest;
    struct str url = str_slice(text, 0, text.bytes - before.bytes);
    while (url.bytes > 0 && strchr(".,;:!?)]'", url.at[url.bytes - 1]))
        url = str_slice(url, 0, url.bytes - 1);
    return url;
}

bool link_find(struct str text, size_t from, size_t *ret_start, struct str *ret_url)
{
    struct str rest = from_byte(text, from);
    uint32_t point = ' ', before = ' ';
    for (; rest.bytes > 0; before = point) {
        struct str here = rest;
        if (!utf8_is_letter(before) && starts_address(here)) {
            *ret_url = address_at(here);
            *ret_start = text.bytes - here.bytes;
            return true;
        }
        utf8_next(&rest, &point);
    }
    return false;
}

/* ---- hosts --------------------------------------------------------------------------------- */

static struct str without_last_stop(struct str host)
{
    return str_ends(host, ".") ? str_slice(host, 0, host.bytes - 1) : host;
}

bool link_is_under(struct str host, struct str domain)
{
    host = without_last_stop(host);
    domain = without_last_stop(domain);
    if (domain.bytes == 0 || host.bytes < domain.bytes)
        return false;
    size_t before = host.bytes - domain.bytes;
    if (before > 0 && host.at[before - 1] != '.')
        return false;
    for (size_t i = 0; i < domain.bytes; i++)
        if (small(host.at[before + i]) != small(domain.at[i]))
            return false;
    return true;
}

static struct str last_label(struct str host)
{
    struct str rest = without_last_stop(host), label = { 0 };
    while (str_next(&rest, '.', &label))
        continue;
    return label;
}

/* A last label of digits, or of "0x" and hexadecimal digits, makes browsers read a number. */
bool link_host_is_number(const struct link *link)
{
    struct str label = last_label(link->host);
    bool hexadecimal = starts_with(label, "0x");
    if (str_starts(link->host, "["))
        return true;
    for (size_t i = hexadecimal ? 2 : 0; i < label.bytes; i++) {
        char letter = small(label.at[i]);
        bool digit = letter >= '0' && letter <= '9';
        if (!digit && !(hexadecimal && letter >= 'a' && letter <= 'f'))
            return false;
    }
    return label.bytes > 0;
}

static bool is_label(struct str label)
{
    struct str rest = label;
    uint32_t point;
    if (label.bytes == 0 || label.bytes > LABEL_BYTES_MAX || str_starts(label, "-") ||
        str_ends(label, "-"))
        return false;
    while (utf8_next(&rest, &point)) {
        bool mark = point >= 0x300 && point <= 0x36F; /* the dots of a letter in two parts */
        if (!utf8_is_letter(point) && !utf8_is_digit(point) && point != '-' && !mark)
            return false;
    }
    return true;
}

bool link_host_is_name(const struct link *link)
{
    struct str rest = without_last_stop(link->host), label;
    size_t labels = 0;
    bool backslash = str_starts(link->rest, "\\");
    for (; str_next(&rest, '.', &label); labels++)
        if (!is_label(label))
            return false;
    return labels >= 2 && !backslash && !str_ends(without_last_stop(link->host), ".");
}
