/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The highest edition ever accepted of each site: one line each,
 *   CHECK UPDATED FEED-HASH SITE
 * that an operator can read. Each line has a check of its own instead of one seal over the file,
 * so that a flipped bit costs the memory of one site and a lost key none. It need not be secret:
 * who can write here can read the key too.
 */
#include "base/log.h"
#include "keep/inside.h"
#include "keep/keep.h"
#include "keep/path.h"

#include <inttypes.h>
#include <sodium.h>

#define LOG_MODULE "keep"

#define ACCEPTED_NAME "accepted"
#define ACCEPTED_BYTES_MAX ((size_t)1 << 20) /* a site and its further ones are a handful */
#define ACCEPTED_ARENA_BYTES (8 * ACCEPTED_BYTES_MAX)
#define SITE_BYTES_MAX 8192 /* longer than any URL or path that works */
#define CHECK_BYTES 16
#define DECIMAL_DIGITS_MAX 19 /* INT64_MAX has as many */

struct accepted {
    struct str site;
    int64_t updated;
    struct hash feed;
};

static bool parse_seconds(struct str text, int64_t *ret_seconds)
{
    bool is_negative = str_starts(text, "-");
    int64_t seconds = 0;

    if (is_negative)
        text = str_slice(text, 1, text.bytes);
    if (text.bytes == 0 || text.bytes > DECIMAL_DIGITS_MAX)
        return false;
    for (size_t i = 0; i < text.bytes; i++) {
        int digit = text.at[i] - '0';

        if (digit < 0 || digit > 9 || __builtin_mul_overflow(seconds, 10, &seconds) ||
            __builtin_sub_overflow(seconds, digit, &seconds))
            return false;
    }
    /* Gathered below zero, where one more number fits than above. */
    if (!is_negative && seconds == INT64_MIN)
        return false;
    *ret_seconds = is_negative ? seconds : -seconds;
    return true;
}

struct check {
    char hex[2 * CHECK_BYTES + 1];
};

static struct check check_of(struct str line)
{
    struct check check;
    uint8_t sum[CHECK_BYTES];

    crypto_generichash(sum, sizeof sum, (const uint8_t *)line.at, line.bytes, NULL, 0);
    sodium_bin2hex(check.hex, sizeof check.hex, sum, sizeof sum);
    return check;
}

static struct str format_line(struct arena *arena, const struct accepted *accepted)
{
    struct str feed = hash_str(arena, &accepted->feed);
    struct str said = str_format(arena, "%" PRId64 " %.*s %.*s", accepted->updated, STR_ARG(feed),
                                 STR_ARG(accepted->site));
    struct check check = check_of(said);

    return str_format(arena, "%s %.*s\n", check.hex, STR_ARG(said));
}

/* Takes no memory: a rotten file may have a million lines. */
static bool parse_line(struct str line, struct accepted *ret_accepted)
{
    struct accepted accepted;
    struct str check, updated, feed, rest = line;

    if (!str_next(&rest, ' ', &check) || !str_is(check, check_of(rest).hex))
        return false;
    if (!str_next(&rest, ' ', &updated) || !parse_seconds(updated, &accepted.updated) ||
        !str_next(&rest, ' ', &feed) || !hash_parse(feed, &accepted.feed))
        return false;
    accepted.site = rest;
    *ret_accepted = accepted;
    return true;
}

/* The whole file. What is not a file of ours is as if there were none. */
static enum keep_outcome read_lines(struct keep *keep, struct arena *arena, struct str *ret_lines)
{
    struct path path = path_in(keep->state, ACCEPTED_NAME);
    enum keep_outcome outcome = path_read(arena, path.text, ACCEPTED_BYTES_MAX, ret_lines);

    if (outcome == KEEP_DAMAGED)
        log_debug("%s %s", path.text, keep_outcome_text(outcome));
    if (outcome == KEEP_DAMAGED || outcome == KEEP_MISSING) {
        *ret_lines = (struct str){ NULL, 0 };
        return KEEP_OK;
    }
    return outcome;
}

static bool find_site(struct str lines, struct str site, struct accepted *ret_highest)
{
    struct str line;
    bool found = false;

    while (str_next(&lines, '\n', &line)) {
        struct accepted accepted;

        if (!parse_line(line, &accepted) || !str_equal(accepted.site, site))
            continue;
        if (!found || accepted.updated > ret_highest->updated)
            *ret_highest = accepted;
        found = true;
    }
    return found;
}

bool keep_accepted_get(struct keep *keep, struct str site, int64_t *ret_updated,
                       struct hash *ret_feed)
{
    struct arena *arena = arena_new(ACCEPTED_ARENA_BYTES);
    struct accepted accepted = { 0 };
    struct str lines;
    bool found = read_lines(keep, arena, &lines) == KEEP_OK && find_site(lines, site, &accepted);

    if (found) {
        *ret_updated = accepted.updated;
        *ret_feed = accepted.feed;
    }
    arena_free(arena);
    return found;
}

/* The sound lines of all other sites, and this one's at the end. */
static struct str change_line(struct arena *arena, struct str lines,
                              const struct accepted *accepted)
{
    struct text text = text_new(arena, 2 * ACCEPTED_BYTES_MAX);
    struct str line;

    while (str_next(&lines, '\n', &line)) {
        struct accepted other;

        if (parse_line(line, &other) && !str_equal(other.site, accepted->site)) {
            text_add(&text, line);
            text_add_c(&text, "\n");
        }
    }
    text_add(&text, format_line(arena, accepted));
    return text_str(&text);
}

enum keep_outcome keep_accepted_put(struct keep *keep, struct str site, int64_t updated,
                                    const struct hash *feed)
{
    struct arena *arena = arena_new(ACCEPTED_ARENA_BYTES);
    struct accepted highest, accepted = { site, updated, *feed };
    struct path path = path_in(keep->state, ACCEPTED_NAME);
    struct str lines;
    enum keep_outcome outcome = read_lines(keep, arena, &lines);

    if (outcome == KEEP_OK && (site.bytes > SITE_BYTES_MAX || str_find_byte(site, '\n') >= 0))
        outcome = KEEP_FAILED;
    if (outcome != KEEP_OK)
        goto out;
    if (find_site(lines, site, &highest) && highest.updated >= updated)
        goto out;
    lines = change_line(arena, lines, &accepted);
    outcome = lines.bytes > ACCEPTED_BYTES_MAX ? KEEP_FULL : path_write(path.text, lines);
out:
    arena_free(arena);
    return outcome;
}
