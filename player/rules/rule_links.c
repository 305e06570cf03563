/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Links: where they lead (link-scheme, link-idn, link-owner, link-shortener), what they carry along
 * (link-tracking), whether people can type or scan them (link-visible, qr-payload), and that there
 * is one (lahella-link). An address that stands in the text is looked at like one in an attribute:
 * people type it.
 */
#include "base/utf8.h"
#include "layout/phrase.h"
#include "rules/link.h"
#include "rules/punycode.h"
#include "rules/rule_set.h"
#include "rules/script.h"

/* the catalogue of rules 1.6, measured: 122 bytes make 45 modules, which phones read no longer
 * afar. */
#define QR_BYTES_MAX 122

/* ---- every address once -------------------------------------------------------------------- */

/* One address: the text that it stands in, and from which byte. */
struct found_link {
    const struct rule_input *input;
    const struct sender_text *text;
    size_t start;
    struct link link;
};

typedef void link_fn(const struct found_link *found, struct report *report);

/* The link of the QR code often is the sign-up's too: it is judged where it stands first. */
static bool is_repeated(const struct rule_input *input, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (input->texts[i].kind == SENDER_ADDRESS &&
            str_equal(input->texts[i].text, input->texts[index].text))
            return true;
    return false;
}

static void judge_text(const struct rule_input *input, const struct sender_text *text,
                       link_fn *judge, struct report *report)
{
    size_t start, from = 0;
    struct str url;
    for (; link_find(text->text, from, &start, &url); from = start + url.bytes + 1) {
        struct found_link found = { input, text, start, link_of(url) };
        judge(&found, report);
    }
}

static void each_link(const struct rule_input *input, link_fn *judge, struct report *report)
{
    for (size_t i = 0; i < input->text_count; i++) {
        const struct sender_text *text = &input->texts[i];
        if (text->kind == SENDER_TEXT || text->kind == SENDER_ALT)
            judge_text(input, text, judge, report);
        if (text->kind != SENDER_ADDRESS || is_repeated(input, i))
            continue;
        struct found_link found = { input, text, 0, link_of(text->text) };
        judge(&found, report);
    }
}

/* A finding about a part of the address, which is its first argument too. */
static struct finding *add(const struct found_link *found, struct str part, enum finding_code code,
                           struct report *report)
{
    size_t from = found->start + (size_t)(part.at - found->link.url.at);
    struct finding *finding = rule_add(found->input, found->text, from, part.bytes, code, report);
    finding_arg(report, finding, finding->span);
    return finding;
}

/* ---- where it leads ------------------------------------------------------------------------ */

/* One thing at a time: what is wrong further left makes the rest unsure. */
static void judge_scheme(const struct found_link *found, struct report *report)
{
    const struct link *link = &found->link;
    bool bare = link->scheme.bytes == 0 && found->text->kind != SENDER_ADDRESS;
    if (!bare && !link_same(link->scheme, "https"))
        add(found, link->url, FINDING_LINK_NOT_HTTPS, report);
    else if (link->user.bytes > 0)
        add(found, link->host, FINDING_LINK_USER, report);
    else if (link_host_is_number(link))
        add(found, link->host, FINDING_LINK_NUMBER, report);
    else if (!link_host_is_name(link))
        add(found, link->url, FINDING_LINK_HOST, report);
    else if (link->port.bytes > 0 && !str_is(link->port, ":443"))
        add(found, link->url, FINDING_LINK_PORT, report);
}

void rule_link_scheme(const struct rule_input *input, struct report *report)
{
    each_link(input, judge_scheme, report);
}

static bool has_foreign(struct str host)
{
    for (size_t i = 0; i < host.bytes; i++)
        if ((unsigned char)host.at[i] >= 0x80)
            return true;
    return false;
}

static bool has_mixed_label(struct str host)
{
    struct str label;
    struct script_mix mix;
    while (str_next(&host, '.', &label))
        if (script_is_mixed(label, &mix))
            return true;
    return false;
}

static void judge_idn(const struct found_link *found, struct report *report)
{
    struct str host = found->link.host, letters, coded;
    if (!link_host_is_name(&found->link))
        return; /* link-scheme */
    if (!punycode_to_unicode(report->arena, host, &letters) ||
        !punycode_to_ascii(report->arena, letters, &coded)) {
        add(found, host, FINDING_LINK_CODED, report);
        return;
    }
    if (!has_foreign(letters))
        return;
    enum finding_code code = has_mixed_label(letters) ? FINDING_LINK_MIXED : FINDING_LINK_FOREIGN;
    size_t from = found->start + (size_t)(host.at - found->link.url.at);
    struct finding *finding = rule_add(found->input, found->text, from, host.bytes, code, report);
    finding_arg(report, finding, letters);
    finding_arg(report, finding, coded);
}

void rule_link_idn(const struct rule_input *input, struct report *report)
{
    each_link(input, judge_idn, report);
}

/* The row of the responsible organisation in the centre's register, or NULL. */
static const struct registered_organisation *responsible(const struct rule_input *input)
{
    const struct announcement *announcement = input->announcement;
    for (size_t i = 0; announcement->author_count > 0 && i < input->profile->organisation_count;
         i++) {
        const struct registered_organisation *row = &input->profile->organisations[i];
        if (str_equal(row->name, announcement->authors[0].name) ||
            (row->name_sv.bytes > 0 && str_equal(row->name_sv, announcement->authors[0].name)))
            return row;
    }
    return NULL;
}

/* Both may be written with their own letters or as browsers write them. */
static bool is_own_page(struct arena *arena, struct str host, struct str domains)
{
    struct str domain, coded;
    if (!punycode_to_ascii(arena, host, &host))
        return false;
    while (str_next(&domains, ' ', &domain))
        if (punycode_to_ascii(arena, domain, &coded) && link_is_under(host, coded))
            return true;
    return link_is_under(host, STR("lahella.fi")); /* where the pilot asks them to publish */
}

/* The links that the announcement offers; a meeting on the web is held on somebody else's pages. */
static bool is_offered(const struct announcement *announcement, const struct sender_text *text)
{
    const char *at = text->text.at;
    bool same = str_equal(announcement->link, announcement->signup_href);
    return at == announcement->signup_href.at || (at == announcement->link.at && !same);
}

void rule_link_owner(const struct rule_input *input, struct report *report)
{
    const struct registered_organisation *owner = responsible(input);
    if (!owner || owner->domains.bytes == 0)
        return;
    for (size_t i = 0; i < input->text_count; i++) {
        const struct sender_text *text = &input->texts[i];
        struct link link = link_of(text->text);
        if (text->kind != SENDER_ADDRESS || !is_offered(input->announcement, text) ||
            !link_host_is_name(&link) || is_own_page(report->arena, link.host, owner->domains))
            continue;
        struct found_link found = { input, text, 0, link };
        struct finding *finding = add(&found, link.host, FINDING_LINK_STRANGE, report);
        finding_arg(report, finding, input->announcement->authors[0].name);
        finding_arg(report, finding, owner->domains);
    }
}

/* Services whose addresses lead elsewhere, and codes that their makers can turn elsewhere. */
static const char *const shorteners[] = {
    "adf.ly",  "bit.ly",  "bitly.com", "bl.ink",     "buff.ly",     "clck.ru",   "cutt.ly",
    "dlvr.it", "fb.me",   "goo.gl",    "is.gd",      "lnkd.in",     "me-qr.com", "ow.ly",
    "qrco.de", "qrfy.io", "rb.gy",     "rebrand.ly", "s.id",        "short.gy",  "shorturl.at",
    "t.co",    "t.ly",    "tiny.cc",   "tiny.one",   "tinyurl.com", "tr.im",     "trib.al",
    "u.to",    "urly.fi", "v.gd",      "wa.link",    "x.gd",
};

static bool is_shortener(struct str host)
{
    for (size_t i = 0; i < ARRAY_LEN(shorteners); i++)
        if (link_is_under(host, str_of(shorteners[i])))
            return true;
    return false;
}

static void judge_shortener(const struct found_link *found, struct report *report)
{
    if (is_shortener(found->link.host))
        add(found, found->link.host, FINDING_LINK_SHORTENED, report);
}

/* Takes the next word between spaces, line ends and brackets off the front. */
static bool next_word(struct str *rest, struct str *ret_word)
{
    static const char stops[] = " \n()";
    size_t start = 0, end;
    while (start < rest->bytes && strchr(stops, rest->at[start]))
        start++;
    for (end = start; end < rest->bytes && !strchr(stops, rest->at[end]);)
        end++;
    *ret_word = str_slice(*rest, start, end - start);
    *rest = str_slice(*rest, end, rest->bytes);
    return ret_word->bytes > 0;
}

/* "bit.ly/ryhma" in a sentence, without anything before it. */
static void find_bare_shortener(const struct rule_input *input, const struct sender_text *text,
                                struct report *report)
{
    struct str rest = text->text, word;
    while (next_word(&rest, &word)) {
        struct link link = link_of(word);
        struct found_link found = { input, text, (size_t)(word.at - text->text.at), link };
        bool is_bare = link.scheme.bytes == 0 && link.rest.bytes > 1 && !str_starts(word, "www.");
        if (is_bare && is_shortener(link.host))
            add(&found, link.host, FINDING_LINK_SHORTENED, report);
    }
}

void rule_link_shortener(const struct rule_input *input, struct report *report)
{
    each_link(input, judge_shortener, report);
    for (size_t i = 0; i < input->text_count; i++)
        if (input->texts[i].kind == SENDER_TEXT || input->texts[i].kind == SENDER_ALT)
            find_bare_shortener(input, &input->texts[i], report);
}

/* ---- what it carries along ----------------------------------------------------------------- */

static bool is_tracker(struct str parameter)
{
    static const char *const names[] = { "fbclid",  "gclid",  "dclid",  "gbraid", "wbraid",
                                         "msclkid", "igshid", "mc_eid", "mc_cid" };
    ptrdiff_t equals = str_find_byte(parameter, '=');
    struct str name = equals < 0 ? parameter : str_slice(parameter, 0, (size_t)equals);
    if (link_same(str_slice(name, 0, 4), "utm_"))
        return true;
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        if (link_same(name, names[i]))
            return true;
    return false;
}

static void judge_tracking(const struct found_link *found, struct report *report)
{
    struct str rest = found->link.query, parameter;
    while (str_next(&rest, '&', &parameter)) {
        if (is_tracker(parameter)) {
            add(found, parameter, FINDING_LINK_TRACKED, report);
            return; /* they come in bunches */
        }
    }
}

void rule_link_tracking(const struct rule_input *input, struct report *report)
{
    each_link(input, judge_tracking, report);
}

/* ---- the address beside the code ----------------------------------------------------------- */

static const struct sender_text *qr_text(const struct rule_input *input)
{
    struct str address = announcement_qr_address(input->announcement);
    for (size_t i = 0; address.bytes > 0 && i < input->text_count; i++)
        if (input->texts[i].text.at == address.at)
            return &input->texts[i];
    return NULL;
}

/* What is too long, and how long it may be. */
struct too_long {
    struct str part; /* of a sender's text */
    size_t length;
    long limit;
};

static void add_length(const struct rule_input *input, const struct sender_text *text,
                       const struct too_long *what, enum finding_code code, struct report *report)
{
    size_t from = (size_t)(what->part.at - text->text.at);
    struct finding *finding = rule_add(input, text, from, what->part.bytes, code, report);
    finding_number(report, finding, (long)what->length);
    finding_number(report, finding, what->limit);
    finding->found = finding->args[0];
    finding->limit = finding->args[1];
}

void rule_qr_payload(const struct rule_input *input, struct report *report)
{
    const struct sender_text *text = qr_text(input);
    long limit = (long)report_limit(report, RULE_QR_PAYLOAD);
    if (!text)
        return;
    size_t bytes = text->text.bytes;
    if (bytes > QR_BYTES_MAX)
        add_length(input, text, &(struct too_long){ text->text, bytes, QR_BYTES_MAX },
                   FINDING_QR_TOO_LONG, report);
    else if (bytes > (size_t)limit)
        add_length(input, text, &(struct too_long){ text->text, bytes, limit }, FINDING_QR_LONG,
                   report);
}

void rule_link_visible(const struct rule_input *input, struct report *report)
{
    const struct sender_text *text = qr_text(input);
    long limit = (long)report_limit(report, RULE_LINK_VISIBLE);
    if (!text)
        return;
    struct str seen = phrase_address(text->text);
    size_t characters = utf8_length(seen);
    if (characters > (size_t)limit)
        add_length(input, text, &(struct too_long){ seen, characters, limit }, FINDING_LINK_LONG,
                   report);
}

void rule_lahella_link(const struct rule_input *input, struct report *report)
{
    const struct announcement *announcement = input->announcement;
    if (announcement->kind != KIND_ALERT && announcement_qr_address(announcement).bytes == 0)
        report_add(report, FINDING_LINK_NONE, rule_place(input, "link"));
}
