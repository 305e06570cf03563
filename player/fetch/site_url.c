/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libcurl's own URL reader has the last word, so that nothing is read in one way here and in
 * another there. It is kinder than an operator's typing error deserves (one slash, three slashes,
 * a user, a query), so its answer is asked for only after plain checks over the characters.
 */
#include "fetch/site_url.h"

#include <curl/curl.h>
#include <strings.h>

#define HTTPS_START "https://"
#define FILE_START "file://"
#define FILE_HOST "localhost"

bool site_url_is_secure(const char *url)
{
    return strncasecmp(url, HTTPS_START, strlen(HTTPS_START)) == 0;
}

const char *site_url_redirect_protocols(const char *url)
{
    return site_url_is_secure(url) ? "https" : "http,https";
}

bool site_url_step_is_allowed(bool has_been_secure, bool is_secure)
{
    return is_secure || !has_been_secure;
}

/* What the characters alone tell; NULL when nothing is wrong. */
static const char *complaint(const char *url)
{
    static const struct {
        const char *bytes, *why;
    } forbidden[] = {
        { "?", "the address has a query" },
        { "#", "the address has a fragment" },
        { "\\", "the address has a backslash" },
    };
    if (strlen(url) > SITE_URL_BYTES_MAX)
        return "the address is too long";
    for (const char *at = url; *at; at++)
        if ((unsigned char)*at <= ' ' || *at == '\x7f')
            return "the address has white space or a control character";
    for (size_t i = 0; i < ARRAY_LEN(forbidden); i++)
        if (strpbrk(url, forbidden[i].bytes))
            return forbidden[i].why;
    if (strncasecmp(url, "http://", 7) != 0 && !site_url_is_secure(url))
        return "the address is not http or https";
    const char *host = strchr(url, ':') + strlen("://");
    size_t host_bytes = strcspn(host, "/");
    if (host_bytes == 0)
        return "the address has no host";
    if (memchr(host, '@', host_bytes))
        return "the address has a user or a password, which are never sent";
    return NULL;
}

/* The address as libcurl writes it, freed with curl_free; NULL when it cannot read it. */
static char *normal_form(const char *url)
{
    char *normal = NULL;
    CURLU *parts = curl_url();
    if (!parts)
        memory_out(0);
    if (curl_url_set(parts, CURLUPART_URL, url, CURLU_URLENCODE) == CURLUE_OK)
        curl_url_get(parts, CURLUPART_URL, &normal, 0);
    curl_url_cleanup(parts);
    return normal;
}

char *site_url_clean(struct arena *arena, const char *url, const char **ret_why)
{
    const char *why = complaint(url);
    if (why) {
        *ret_why = why;
        return NULL;
    }
    char *normal = normal_form(url);
    if (!normal) {
        *ret_why = "the address cannot be read";
        return NULL;
    }
    struct str address = str_of(normal);
    struct str end = str_ends(address, "/") ? STR("") : STR("/");
    struct str clean = str_join(arena, address, end);
    curl_free(normal);
    return str_c(arena, clean);
}

static bool is_plain(char byte)
{
    static const char others[] = "-._~/";
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || memchr(others, byte, sizeof others - 1);
}

char *site_url_join(struct arena *arena, const char *site, struct str path)
{
    static const char digits[] = "0123456789ABCDEF";
    size_t site_bytes = strlen(site), used = site_bytes;
    char *url = arena_alloc(arena, site_bytes + 3 * path.bytes + 1, 1);
    memcpy(url, site, site_bytes + 1);
    for (size_t i = 0; i < path.bytes; i++) {
        unsigned char byte = (unsigned char)path.at[i];
        if (is_plain(path.at[i])) {
            url[used++] = path.at[i];
            continue;
        }
        url[used++] = '%';
        url[used++] = digits[byte >> 4];
        url[used++] = digits[byte & 15];
    }
    return url; /* the arena's memory is zeroed, so the text ends */
}

/* Takes %XX back. NULL for a wrong one and for a zero byte. */
static char *percent_decoded(struct arena *arena, struct str text)
{
    char *decoded = arena_alloc(arena, text.bytes + 1, 1);
    size_t used = 0;
    for (size_t i = 0; i < text.bytes; i++) {
        uint8_t byte = (uint8_t)text.at[i];
        if (text.at[i] == '%') {
            struct str hex = str_slice(text, i + 1, 2);
            if (hex.bytes != 2 || !str_unhex(hex, &byte, 1) || byte == 0)
                return NULL;
            i += 2;
        }
        decoded[used++] = (char)byte;
    }
    return decoded;
}

char *site_url_folder(struct arena *arena, const char *site, const char **ret_why)
{
    *ret_why = "the folder has no name";
    if (!*site)
        return NULL;
    if (strncasecmp(site, FILE_START, strlen(FILE_START)) != 0)
        return str_c(arena, str_of(site));
    const char *path = site + strlen(FILE_START);
    if (strncasecmp(path, FILE_HOST "/", strlen(FILE_HOST "/")) == 0)
        path += strlen(FILE_HOST);
    *ret_why = "a file address names a folder of this machine: file:///srv/site";
    if (*path != '/' || strpbrk(path, "?#"))
        return NULL;
    *ret_why = "the file address has a wrong %XX";
    return percent_decoded(arena, str_of(path));
}
