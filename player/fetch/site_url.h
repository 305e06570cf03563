/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses of a site: what may be one, and which address a file of it has. Pure. */
#pragma once

#include "base/str.h"

/* Longer addresses are refused; what browsers and proxies can be trusted with (RFC 9110, 4.1). */
#define SITE_URL_BYTES_MAX 8000

/*
 * The address in one form, with a slash at its end, in the arena.
 *
 * NULL and a reason (static text): not http or https, no host, a user or password, a query, a
 * fragment, white space or a control character.
 */
char *site_url_clean(struct arena *arena, const char *url, const char **ret_why) NODISCARD;

/* The address of a file: the site and the path, in which all but A–Z a–z 0–9 - . _ ~ / is %XX. */
char *site_url_join(struct arena *arena, const char *site, struct str path) NODISCARD;

/* True for an address that starts with https. */
bool site_url_is_secure(const char *url);

/*
 * The protocols that a redirect may lead to, as libcurl wants them: whoever began with https is
 * never led back to http.
 */
const char *site_url_redirect_protocols(const char *url);

/*
 * May a redirect step be taken? No step leads from https back to http, not even in a chain that
 * began with http.
 */
bool site_url_step_is_allowed(bool has_been_secure, bool is_secure);

/*
 * The local folder that a site's text names: a path as it is, or "file:///srv/site" or
 * "file://localhost/…" with %XX taken back. NULL and a reason (static text) for another host, a
 * wrong %XX, a query, a fragment or an empty text.
 */
char *site_url_folder(struct arena *arena, const char *site, const char **ret_why) NODISCARD;
