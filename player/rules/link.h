/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a web address, and the addresses that stand in a text. */
#pragma once

#include "base/str.h"

/* Slices of the address; empty for a part that is not there. */
struct link {
    struct str url;    /* the whole */
    struct str scheme; /* "https"; empty when the address starts with its host */
    struct str user;   /* "name:password" with its @ */
    struct str host;   /* without brackets and port */
    struct str port;   /* with its colon */
    struct str rest;   /* path, query and fragment */
    struct str query;  /* behind the question mark, without the fragment */
};

/* Takes an address apart, whatever is wrong with it: nothing is checked or decoded here. */
struct link link_of(struct str url) NODISCARD;

/*
 * The next address in a text from byte `from` on: what starts with "http://", "https://" or
 * "www.", up to a space; not the full stop or bracket that ends a sentence. *ret_start: its byte.
 */
bool link_find(struct str text, size_t from, size_t *ret_start, struct str *ret_url);

/* Equal but for the case of a–z. */
bool link_same(struct str a, const char *b);

/* True when host is the domain or one under it: "a.b.fi" of "b.fi", never "ab.fi". */
bool link_is_under(struct str host, struct str domain);

/* "192.0.2.1", "[2001:db8::1]" and the other ways to write a number: the host is no name. */
bool link_host_is_number(const struct link *link);

/* At least two labels, none empty or over 63 bytes, of letters, digits and hyphens of any script.
 */
bool link_host_is_name(const struct link *link);
