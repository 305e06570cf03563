/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whom the screens trust. A key that is doubtful in any of its words is not trusted; only a
 * doubtful "revoked" still makes a key, a revoked one.
 */
#include "feed/centre_parts.h"

/* In the order of the bits of enum key_role. */
static const char role_words[] = "publisher approver alert reception";

_Static_assert(KEY_PUBLISHER == 1 << 0 && KEY_RECEPTION == 1 << 3, "role_words names the bits");

static int base64_value(char letter)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *found = letter ? strchr(letters, letter) : NULL;
    return found ? (int)(found - letters) : -1;
}

/*
 * A minisign public key: "Ed", the key's number and its 32 bytes, 42 bytes in base64, which needs
 * no padding. Written here and not asked of approve/, which stands before this folder.
 */
static bool parse_key(struct str text, struct public_key *ret_key)
{
    uint8_t bytes[2 + KEY_ID_BYTES + PUBLIC_KEY_BYTES];
    if (text.bytes != sizeof bytes / 3 * 4)
        return false;
    for (size_t i = 0; i < text.bytes; i += 4) {
        uint32_t group = 0;
        for (size_t j = i; j < i + 4; j++) {
            int value = base64_value(text.at[j]);
            if (value < 0)
                return false;
            group = group << 6 | (uint32_t)value;
        }
        bytes[i / 4 * 3] = (uint8_t)(group >> 16);
        bytes[i / 4 * 3 + 1] = (uint8_t)(group >> 8);
        bytes[i / 4 * 3 + 2] = (uint8_t)group;
    }
    if (bytes[0] != 'E' || bytes[1] != 'd')
        return false;
    memcpy(ret_key->id, bytes + 2, KEY_ID_BYTES);
    memcpy(ret_key->bytes, bytes + 2 + KEY_ID_BYTES, PUBLIC_KEY_BYTES);
    return true;
}

/* The text of a key, which must be one; with a finding. */
static bool need_key(struct reader *reader, const xmlNode *node, const char *attribute,
                     struct public_key *ret_key)
{
    struct str text;
    if (!reader_need(reader, node, attribute, &text))
        return false;
    if (parse_key(text, ret_key))
        return true;
    reader_say_value(reader, node, attribute, text, STR("RW… (56 × A–Z a–z 0–9 + /)"));
    return false;
}

void centre_trust_key(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct profile *out = centre->out;
    struct trusted_key key = { 0 };
    struct str text;
    bool is_sound = need_key(reader, node, NULL, &key.key);
    is_sound &= reader_need(reader, node, "name", &key.name);
    is_sound &= reader_need(reader, node, "role", &text);
    key.roles = reader_bits(reader, node, "role", role_words);
    if (!reader_stamp(reader, node, "from", &key.from))
        key.from.kind = STAMP_NONE;
    if (!reader_stamp(reader, node, "until", &key.until))
        key.until.kind = STAMP_NONE;
    reader_check_order(reader, node, &key.from, &key.until);
    is_sound &= !reader->has_blocked && key.roles != 0;
    if (!reader_bool(reader, node, "revoked", &key.revoked))
        key.revoked = node_attribute(node, NULL, "revoked") != NULL;
    if (is_sound)
        *ARENA_PUSH(reader->arena, out->keys, out->key_count) = key;
}

void centre_trust_site(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct profile *out = centre->out;
    struct further_site site;
    struct public_key key;
    if (!reader_need(reader, node, "url", &site.url) ||
        !reader_address(reader, node, "url", &site.url) ||
        !need_key(reader, node, "root-key", &key))
        return;
    site.root_key = reader_text(reader, node, "root-key");
    *ARENA_PUSH(reader->arena, out->sites, out->site_count) = site;
}

void centre_trust_warnings(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct warning_source source = { .least = WARNING_SEVERE };
    unsigned least;
    if (!reader_need(reader, node, "url", &source.url) ||
        !reader_address(reader, node, "url", &source.url) ||
        !reader_need(reader, node, "area", &source.area))
        return;
    if (reader_choice(reader, node, "least", "moderate severe extreme", &least))
        source.least = (enum warning_level)least;
    centre->out->warnings = source;
}
