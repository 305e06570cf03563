/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See alert_words.h. Easy language: one thing a sentence, said to the reader, the action last. */
#include "app/alert_words.h"

#include "base/hash.h"
#include "calendar/stamp.h"

#include <assert.h>

#define ENTRY_BYTES_MAX 8192
#define UUID_BYTES 16

static const char *const drills[ALERT_LANGUAGES] = { "Harjoitus", "Övning" };
static const enum language languages[ALERT_LANGUAGES] = { LANGUAGE_FI, LANGUAGE_SV };

static const struct {
    const char *title, *text;
} sentences[ALERT_SENTENCES][ALERT_LANGUAGES] = {
    { { "Vettä ei saa juoda", "Hanavesi on likaista. Saat vettä neuvonnasta." },
      { "Drick inte vattnet", "Kranvattnet är smutsigt. Du får vatten i receptionen." } },
    { { "Mene heti ulos", "Talossa on vaara. Älä käytä hissiä." },
      { "Gå genast ut", "Det är fara i huset. Använd inte hissen." } },
    { { "Pysy sisällä", "Ulkona on vaara. Sulje ovet ja ikkunat." },
      { "Stanna inne", "Det är fara ute. Stäng dörrar och fönster." } },
    { { "Sähkö on poikki", "Odota aulassa. Työntekijä tulee luoksesi." },
      { "Strömmen är bruten", "Vänta i aulan. Personalen kommer till dig." } },
    { { "Puhelimet eivät toimi", "Tarvitsetko apua? Tule neuvontaan." },
      { "Telefonerna fungerar inte", "Behöver du hjälp? Kom till receptionen." } },
};

struct alert_words alert_words_of(int number, int version)
{
    assert(number >= 1 && number <= ALERT_SENTENCES);
    assert(version >= 0 && version < ALERT_LANGUAGES);
    return (struct alert_words){ languages[version], sentences[number - 1][version].title,
                                 sentences[number - 1][version].text, drills[version] };
}

/* Of our own making (RFC 9562, version 8): the same alert raised twice is the same announcement. */
static struct str make_id(struct arena *arena, const struct alert_order *order, const char *what)
{
    struct hash hash =
        hash_of(str_format(arena, "%.*s alert %d %d %lld %s", STR_ARG(order->profile->id),
                           order->number, order->is_drill, (long long)order->from, what));
    hash.bytes[6] = (hash.bytes[6] & 0x0F) | 0x80;
    hash.bytes[8] = (hash.bytes[8] & 0x3F) | 0x80;
    struct str hex = str_hex(arena, hash.bytes, UUID_BYTES);
    return str_format(arena, "urn:uuid:%.8s-%.4s-%.4s-%.4s-%.12s", hex.at, hex.at + 8, hex.at + 12,
                      hex.at + 16, hex.at + 20);
}

/* The centre's name comes from its profile: the signs that mean something in XML are written out.
 */
static struct str escaped(struct arena *arena, struct str text)
{
    struct text out = text_new(arena, 6 * text.bytes + 1);
    for (size_t i = 0; i < text.bytes; i++) {
        char byte = text.at[i];
        if (byte == '&')
            text_add_c(&out, "&amp;");
        else if (byte == '<')
            text_add_c(&out, "&lt;");
        else if (byte == '>')
            text_add_c(&out, "&gt;");
        else
            text_add(&out, str_slice(text, i, 1));
    }
    return text_str(&out);
}

struct str alert_entry(struct arena *arena, const struct alert_order *order, int version)
{
    struct alert_words words = alert_words_of(order->number, version);
    const char *tag = language_tag(words.language);
    struct str from = stamp_format(arena, order->from, order->zone);
    struct str until = stamp_format(arena, order->until, order->zone);
    struct str author = escaped(arena, profile_name(order->profile, words.language));
    struct text out = text_new(arena, ENTRY_BYTES_MAX);
    text_format(&out,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<entry xmlns=\"http://www.w3.org/2005/Atom\" xmlns:it=\"urn:x-infotaulu:1\" "
                "xml:lang=\"%s-simple\">\n"
                "  <id>%.*s</id>\n  <title>%s%s%s</title>\n  <updated>%.*s</updated>\n",
                tag, STR_ARG(make_id(arena, order, tag)), order->is_drill ? words.drill : "",
                order->is_drill ? ": " : "", words.title, STR_ARG(from));
    text_format(&out,
                "  <author><name>%.*s</name></author>\n"
                "  <content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
                "<p>%s</p></div></content>\n"
                "  <category scheme=\"urn:x-infotaulu:kind\" term=\"alert\"/>\n",
                STR_ARG(author), words.text);
    if (order->profile->id.bytes > 0)
        text_format(&out, "  <category scheme=\"urn:x-infotaulu:centre\" term=\"%.*s\"/>\n",
                    STR_ARG(order->profile->id));
    text_format(&out,
                "  <it:group ref=\"%.*s\"/>\n"
                "  <it:show from=\"%.*s\" until=\"%.*s\" priority=\"high\"/>\n</entry>\n",
                STR_ARG(make_id(arena, order, "group")), STR_ARG(from), STR_ARG(until));
    return text_str(&out);
}
