/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The feed: first made with the times of the one before. Only when that gives other bytes, or half
 * of its validity is gone, it gets new ones; so the same input gives the same bytes.
 */
#include "app/publish.h"

#include <stdio.h>

#define SIGNATURE_COMMENT "signature of a published feed"
#define UUID_BYTES 16

static int64_t updated_before(const struct publishing *publishing)
{
    return stamp_moment(&publishing->before.updated, publishing->zone);
}

/* A name for ever, made of what a centre and its publisher are: no two sites share it. */
static struct str derive_id(const struct publishing *publishing)
{
    struct arena *arena = publishing->arena;
    struct public_key public = secret_key_public(publishing->key);
    struct str key = { (const char *)public.bytes, PUBLIC_KEY_BYTES };
    struct hash hash = hash_of(str_join(arena, key, publishing->profile.id));
    hash.bytes[6] = (hash.bytes[6] & 0x0F) | 0x80; /* RFC 9562: version 8, of our own making */
    hash.bytes[8] = (hash.bytes[8] & 0x3F) | 0x80;
    struct str hex = str_hex(arena, hash.bytes, UUID_BYTES);
    return str_format(arena, "urn:uuid:%.8s-%.4s-%.4s-%.4s-%.12s", hex.at, hex.at + 8, hex.at + 12,
                      hex.at + 16, hex.at + 20);
}

static struct str title_of(const struct publishing *publishing)
{
    static const struct {
        enum language language;
        const char *words;
    } titles[] = {
        { LANGUAGE_FI, "hyväksytyt ilmoitukset" },
        { LANGUAGE_SV, "godkända meddelanden" },
        { LANGUAGE_EN, "approved announcements" },
    };
    const struct profile *profile = &publishing->profile;
    const char *words = titles[0].words;
    for (size_t i = 0; i < ARRAY_LEN(titles); i++)
        if (titles[i].language == profile->languages[0])
            words = titles[i].words;
    struct str name = profile_name(profile, profile->languages[0]);
    return str_format(publishing->arena, "%.*s: %s", STR_ARG(name), words);
}

static bool make_feed(struct publishing *publishing, int64_t updated, int64_t valid_until)
{
    struct feed_head *head = &publishing->head;
    publishing->updated = updated;
    head->updated = stamp_format(publishing->arena, updated, publishing->zone);
    head->valid_until = stamp_format(publishing->arena, valid_until, publishing->zone);
    publishing->feed = feed_write(publishing->arena, head);
    if (publishing->feed.bytes > 0)
        return true;
    options_fail(_("the feed would be larger than %u bytes. Remove announcements from %s"),
                 FEED_BYTES_MAX, publishing->folder);
    return false;
}

/* More than half of the validity that is asked for is left, and not more than all of it. */
static bool is_fresh(const struct publishing *publishing)
{
    if (publishing->before.valid_until.kind == STAMP_NONE)
        return false;
    int64_t left =
        stamp_moment(&publishing->before.valid_until, publishing->zone) - publishing->now;
    int64_t asked = publishing->valid_days * DAY_SECONDS;
    return 2 * left > asked && left <= asked + DAY_SECONDS;
}

/* Documents beside the feed count too: `updated` grows whenever a byte of the site changes. */
static bool documents_are_same(const struct publishing *publishing)
{
    const struct site_writer *writer = &publishing->writer;
    const struct publish_document *centre = &publishing->centre, *hide = &publishing->hide;
    return site_writer_has(writer, "centre.xml", centre->bytes) &&
           site_writer_has(writer, "centre.xml.minisig", centre->signature) &&
           (!hide->is_there || (site_writer_has(writer, "hide.xml", hide->bytes) &&
                                site_writer_has(writer, "hide.xml.minisig", hide->signature)));
}

static bool make_new_feed(struct publishing *publishing)
{
    int64_t updated = publishing->now;
    if (publishing->has_before && updated <= updated_before(publishing))
        updated = updated_before(publishing) + 1;
    if (updated > publishing->now + FEED_FUTURE_S_MAX)
        fprintf(stderr, "%s\n",
                _("infotaulu: warning: the feed before is from the future, so this one is too; "
                  "screens whose clock is right refuse it. Check the clock of this computer"));
    publishing->is_changed = true;
    return make_feed(publishing, updated, publishing->now + publishing->valid_days * DAY_SECONDS);
}

bool publish_feed_make(struct publishing *publishing)
{
    struct feed_head *head = &publishing->head;
    head->id = publishing->before.id.bytes > 0 ? publishing->before.id : derive_id(publishing);
    head->title = title_of(publishing);
    head->language_tag = str_of(language_tag(publishing->profile.languages[0]));
    head->items = publishing->items;
    head->item_count = publishing->fine_count;
    if (head->item_count > FEED_ENTRIES_MAX) {
        options_fail(_("more than %d announcements. Remove some from %s"), FEED_ENTRIES_MAX,
                     publishing->folder);
        return false;
    }
    if (!publishing->has_before || !is_fresh(publishing) || !documents_are_same(publishing))
        return make_new_feed(publishing);
    if (!make_feed(publishing, updated_before(publishing),
                   stamp_moment(&publishing->before.valid_until, publishing->zone)))
        return false;
    return str_equal(publishing->feed, publishing->bytes_before) || make_new_feed(publishing);
}

void publish_feed_sign(struct publishing *publishing)
{
    struct str comment =
        str_format(publishing->arena, "at=%.*s file=feed.atom", STR_ARG(publishing->head.updated));
    publishing->signature = secret_key_sign(publishing->arena, publishing->key, publishing->feed,
                                            STR(SIGNATURE_COMMENT), comment);
}
