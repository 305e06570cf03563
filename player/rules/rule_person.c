/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * personal-id, personal-id-near: no identity codes, anywhere. private-contact: mail addresses of
 * services for private people, and a mobile number beside a person's name.
 */
#include "base/identity_code.h"
#include "base/utf8.h"
#include "rules/link.h"
#include "rules/rule_set.h"

#define DIGITS_MAX 16 /* of a telephone number; ITU-T E.164 has 15 */

/* ---- identity codes ------------------------------------------------------------------------ */

static void find_codes(const struct rule_input *input, bool exact, enum finding_code code,
                       struct report *report)
{
    for (size_t i = 0; i < input->text_count; i++) {
        const struct sender_text *text = &input->texts[i];
        struct identity_code found;
        size_t from = 0;
        for (; identity_code_find(text->text, from, &found); from = found.start + found.bytes) {
            if (found.is_exact != exact)
                continue;
            struct finding *finding = rule_add(input, text, found.start, found.bytes, code, report);
            finding_arg(report, finding, finding->span);
        }
    }
}

void rule_personal_id(const struct rule_input *input, struct report *report)
{
    find_codes(input, true, FINDING_IDENTITY_CODE, report);
}

void rule_personal_id_near(const struct rule_input *input, struct report *report)
{
    find_codes(input, false, FINDING_IDENTITY_CODE_NEAR, report);
}

/* ---- mail addresses ------------------------------------------------------------------------ */

/* Services where people have their own boxes; without an ending: .com, .fi, .co.uk and others. */
static const char *const private_mail[] = {
    "gmail",      "googlemail", "hotmail",       "outlook", "icloud",   "yahoo",
    "ymail",      "live",       "msn",           "aol",     "gmx",      "proton",
    "protonmail", "luukku",     "suomi24",       "me.com",  "mac.com",  "kolumbus.fi",
    "mail.ru",    "yandex.ru",  "pp.inet.fi",    "inet.fi", "netti.fi", "elisanet.fi",
    "welho.com",  "jippii.fi",  "saunalahti.fi",
};

/* "com", "fi", "co.uk", but not "example.fi": that is somebody's own domain. */
static bool is_ending(struct str text)
{
    ptrdiff_t stop = str_find_byte(text, '.');
    if (stop < 0)
        return text.bytes > 0;
    struct str first = str_slice(text, 0, (size_t)stop);
    return link_same(first, "co") || link_same(first, "com");
}

static bool is_private_host(struct str host)
{
    for (size_t i = 0; i < ARRAY_LEN(private_mail); i++) {
        struct str service = str_of(private_mail[i]);
        struct str head = str_slice(host, 0, service.bytes);
        struct str tail = str_slice(host, service.bytes, host.bytes);
        bool has_ending = str_find_byte(service, '.') >= 0;
        if (!link_same(head, private_mail[i]))
            continue;
        if (has_ending ? tail.bytes == 0
                       : str_starts(tail, ".") && is_ending(str_slice(tail, 1, tail.bytes)))
            return true;
    }
    return false;
}

/* Letters, digits and what else stands in the two halves of an address. */
static bool is_mail_sign(char sign)
{
    unsigned char byte = (unsigned char)sign;
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z') || byte >= 0x80 || (byte != 0 && strchr("._-+", sign));
}

/* "@" and what people write in its place so that machines do not find it. */
static size_t at_sign(struct str text)
{
    static const char *const signs[] = { "@", "(at)", "[at]", "(ät)", " (at) ", " [at] " };
    for (size_t i = 0; i < ARRAY_LEN(signs); i++)
        if (str_starts(text, signs[i]))
            return strlen(signs[i]);
    return 0;
}

/* Judges what stands round an @ at this byte. */
static void judge_mail(const struct rule_input *input, const struct sender_text *text, size_t at,
                       size_t sign, struct report *report)
{
    struct str whole = text->text;
    size_t start = at, host = at + sign, end = host;
    while (start > 0 && is_mail_sign(whole.at[start - 1]))
        start--;
    while (end < whole.bytes && is_mail_sign(whole.at[end]))
        end++;
    while (end > host && strchr(".-_+", whole.at[end - 1]))
        end--;
    if (start == at || !is_private_host(str_slice(whole, host, end - host)))
        return;
    struct finding *finding =
        rule_add(input, text, start, end - start, FINDING_CONTACT_MAIL, report);
    finding_arg(report, finding, finding->span);
}

static void find_mail(const struct rule_input *input, struct report *report)
{
    for (size_t i = 0; i < input->text_count; i++) {
        const struct sender_text *text = &input->texts[i];
        for (size_t at = 0; at < text->text.bytes; at++) {
            size_t sign = at_sign(str_slice(text->text, at, text->text.bytes));
            if (sign > 0)
                judge_mail(input, text, at, sign, report);
        }
    }
}

/* ---- a name with a mobile number ----------------------------------------------------------- */

/* 04x and 050, at home or with the country's number before: "+358 (0)40 …". */
static bool is_mobile(struct str tel)
{
    char digits[DIGITS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < tel.bytes && count < DIGITS_MAX; i++)
        if (tel.at[i] >= '0' && tel.at[i] <= '9')
            digits[count++] = tel.at[i];
    struct str number = { digits, count };
    bool abroad = str_starts(tel, "+") || str_starts(number, "00");
    while (abroad && str_starts(number, "0"))
        number = str_slice(number, 1, number.bytes);
    if (abroad && !str_starts(number, "358"))
        return false;
    number = str_slice(number, abroad ? 3 : 0, number.bytes);
    if (str_starts(number, "0"))
        number = str_slice(number, 1, number.bytes);
    else if (!abroad)
        return false;
    return str_starts(number, "4") || str_starts(number, "50");
}

/* Two words or more that all start as a name does; scripts without capitals pass. */
static bool is_full_name(struct str name)
{
    size_t words = 0;
    uint32_t point, before = ' ';
    while (utf8_next(&name, &point)) {
        bool starts = utf8_is_space(before) && !utf8_is_space(point);
        bool is_small = !utf8_is_upper(point) && point < 0x590;
        if (starts && is_small)
            return false;
        words += starts;
        before = point;
    }
    return words >= 2;
}

static bool is_organisation(const struct announcement *announcement, struct str name)
{
    for (size_t i = 0; i < announcement->author_count; i++)
        if (str_equal(announcement->authors[i].name, name))
            return true;
    return false;
}

static void find_mobile(const struct rule_input *input, struct report *report)
{
    const struct announcement *announcement = input->announcement;
    for (size_t i = 0; i < announcement->contact_count; i++) {
        const struct contact *contact = &announcement->contacts[i];
        if (!is_mobile(contact->tel) || !is_full_name(contact->name) ||
            is_organisation(announcement, contact->name))
            continue;
        struct place place = rule_place(input, "it:contact name");
        struct finding *finding = report_add(report, FINDING_CONTACT_MOBILE, place);
        finding_span(report, finding, contact->name, 0, contact->name.bytes);
        finding_arg(report, finding, contact->name);
    }
}

void rule_private_contact(const struct rule_input *input, struct report *report)
{
    find_mail(input, report);
    find_mobile(input, report);
}
