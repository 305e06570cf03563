/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every kind of value is read in one place, so that the same mistake gets the same finding
 * wherever it stands. What is allowed is told in the values themselves ("1 … 300", "true, false"):
 * they need no translation.
 */
#include "feed/reader.h"

#define LIST_BYTES_MAX 2000 /* of the words that a finding offers */

static bool is_full(const struct reader *reader, enum finding_code code)
{
    const struct report *report = reader->report;
    if (report->count < READER_FINDINGS_MAX)
        return false;
    return finding_info(code)->severity != SEVERITY_BLOCK || report_has(report, SEVERITY_BLOCK);
}

void reader_say(struct reader *reader, enum finding_code code, const xmlNode *element,
                const struct str *args, size_t arg_count)
{
    reader->has_blocked |= finding_info(code)->severity == SEVERITY_BLOCK;
    if (is_full(reader, code))
        return;
    struct finding *finding = report_add(reader->report, code, xml_place(reader->doc, element));
    for (size_t i = 0; i < arg_count; i++)
        finding_arg(reader->report, finding, args[i]);
}

struct str reader_label(const struct reader *reader, const xmlNode *element, const char *attribute)
{
    struct str name = xml_name(reader->doc, element);
    if (!attribute)
        return name;
    return str_format(reader->arena, "%.*s %s", STR_ARG(name), attribute);
}

void reader_say_missing(struct reader *reader, const xmlNode *element, struct str what)
{
    reader_say(reader, reader->is_profile ? FINDING_PROFILE_MISSING : FINDING_ATOM_MISSING, element,
               &what, 1);
}

void reader_say_twice(struct reader *reader, const xmlNode *element, struct str what)
{
    reader_say(reader, FINDING_ATOM_TWICE, element, &what, 1);
}

void reader_say_value(struct reader *reader, const xmlNode *element, const char *attribute,
                      struct str value, struct str allowed)
{
    struct str args[] = { reader_label(reader, element, attribute), value, allowed };
    reader_say(reader, reader->is_profile ? FINDING_PROFILE_VALUE : FINDING_ATOM_VALUE, element,
               args, ARRAY_LEN(args));
}

void reader_say_unknown(struct reader *reader, const xmlNode *element, struct str allowed)
{
    struct str args[] = { xml_name(reader->doc, element->parent), xml_name(reader->doc, element),
                          allowed };
    reader_say(reader, reader->is_profile ? FINDING_PROFILE_VALUE : FINDING_ATOM_VALUE, element,
               args, ARRAY_LEN(args));
}

/* The number of a word in a list of words, or -1. */
static int word_number(struct str word, const char *words)
{
    struct str rest = str_of(words), next;
    for (int i = 0; str_next(&rest, ' ', &next); i++)
        if (str_equal(word, next))
            return i;
    return -1;
}

/* "a b c" as people list it: "a, b, c". */
static struct str word_list(struct arena *arena, const char *words)
{
    struct text text = text_new(arena, LIST_BYTES_MAX);
    struct str rest = str_of(words), next;
    while (str_next(&rest, ' ', &next))
        text_format(&text, "%s%.*s", text.bytes > 0 ? ", " : "", STR_ARG(next));
    return text_str(&text);
}

void reader_check_attributes(struct reader *reader, const xmlNode *element, const char *allowed)
{
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
        struct str name = str_of((const char *)attribute->name);
        if (attribute->ns || word_number(name, allowed) >= 0)
            continue;
        reader_say_value(reader, element, NULL, name, word_list(reader->arena, allowed));
    }
}

struct str reader_text(const struct reader *reader, const xmlNode *element, const char *attribute)
{
    if (!attribute)
        return node_text(reader->arena, element);
    return node_value(reader->arena, element, NULL, attribute);
}

bool reader_need(struct reader *reader, const xmlNode *element, const char *attribute,
                 struct str *ret_text)
{
    struct str text = reader_text(reader, element, attribute);
    if (text.bytes == 0) {
        reader_say_missing(reader, element, reader_label(reader, element, attribute));
        return false;
    }
    *ret_text = text;
    return true;
}

/* Is the value there? An element's text always is, an attribute may be left out. */
static bool is_given(const xmlNode *element, const char *attribute)
{
    return !attribute || node_attribute(element, NULL, attribute);
}

void reader_say_date(struct reader *reader, const xmlNode *element, const char *attribute,
                     struct str value)
{
    struct str args[] = { reader_label(reader, element, attribute), value };
    reader_say(reader, FINDING_ATOM_DATE, element, args, ARRAY_LEN(args));
}

bool reader_stamp(struct reader *reader, const xmlNode *element, const char *attribute,
                  struct stamp *ret_stamp)
{
    if (!is_given(element, attribute))
        return false;
    struct str text = reader_text(reader, element, attribute);
    if (stamp_parse(text, ret_stamp))
        return true;
    reader_say_date(reader, element, attribute, text);
    return false;
}

/* A stamp that must be of one kind. */
static bool stamp_of_kind(struct reader *reader, const xmlNode *element, const char *attribute,
                          enum stamp_kind kind, struct stamp *ret_stamp)
{
    struct stamp stamp;
    if (!reader_stamp(reader, element, attribute, &stamp))
        return false;
    if (stamp.kind != kind) {
        reader_say_date(reader, element, attribute, reader_text(reader, element, attribute));
        return false;
    }
    *ret_stamp = stamp;
    return true;
}

bool reader_moment(struct reader *reader, const xmlNode *element, const char *attribute,
                   struct stamp *ret_stamp)
{
    return stamp_of_kind(reader, element, attribute, STAMP_MOMENT, ret_stamp);
}

bool reader_date(struct reader *reader, const xmlNode *element, const char *attribute,
                 struct date *ret_date)
{
    struct stamp stamp;
    if (!stamp_of_kind(reader, element, attribute, STAMP_DATE, &stamp))
        return false;
    *ret_date = stamp.civil.date;
    return true;
}

/*
 * As written, without a zone: a bare date is compared as a date, and a time beside one of another
 * zone by what the clock says there. Who mixes them by less than a day has other findings.
 */
static bool is_before(const struct stamp *last, const struct stamp *first)
{
    if (last->kind == STAMP_DATE || first->kind == STAMP_DATE)
        return date_compare(last->civil.date, first->civil.date) < 0;
    if (last->kind == STAMP_MOMENT && first->kind == STAMP_MOMENT)
        return civil_to_seconds(last->civil) - last->offset_s <
               civil_to_seconds(first->civil) - first->offset_s;
    return civil_compare(last->civil, first->civil) < 0;
}

static struct str stamp_text(struct arena *arena, const struct stamp *stamp)
{
    const struct civil *civil = &stamp->civil;
    struct str date =
        str_format(arena, "%04d-%02d-%02d", civil->date.year, civil->date.month, civil->date.day);
    if (stamp->kind == STAMP_DATE)
        return date;
    return str_format(arena, "%.*sT%02d:%02d", STR_ARG(date), civil->hour, civil->minute);
}

void reader_check_order(struct reader *reader, const xmlNode *element, const struct stamp *first,
                        const struct stamp *last)
{
    if (first->kind == STAMP_NONE || last->kind == STAMP_NONE || !is_before(last, first))
        return;
    struct str args[] = { stamp_text(reader->arena, first), stamp_text(reader->arena, last) };
    reader_say(reader, FINDING_ATOM_ORDER, element, args, ARRAY_LEN(args));
}

bool reader_bool(struct reader *reader, const xmlNode *element, const char *attribute,
                 bool *ret_bool)
{
    if (!is_given(element, attribute))
        return false;
    struct str text = reader_text(reader, element, attribute);
    bool is_true = str_is(text, "true") || str_is(text, "1");
    if (!is_true && !str_is(text, "false") && !str_is(text, "0")) {
        reader_say_value(reader, element, attribute, text, STR("true, false"));
        return false;
    }
    *ret_bool = is_true;
    return true;
}

bool reader_choice(struct reader *reader, const xmlNode *element, const char *attribute,
                   const char *words, unsigned *ret_number)
{
    if (!is_given(element, attribute))
        return false;
    struct str text = reader_text(reader, element, attribute);
    int number = word_number(text, words);
    if (number < 0) {
        reader_say_value(reader, element, attribute, text, word_list(reader->arena, words));
        return false;
    }
    *ret_number = (unsigned)number;
    return true;
}

unsigned reader_bits(struct reader *reader, const xmlNode *element, const char *attribute,
                     const char *words)
{
    struct str rest = reader_text(reader, element, attribute), word;
    unsigned bits = 0;
    while (str_next(&rest, ' ', &word)) {
        int number = word_number(word, words);
        if (number < 0)
            reader_say_value(reader, element, attribute, word, word_list(reader->arena, words));
        else
            bits |= 1u << number;
    }
    return bits;
}

bool reader_number(struct reader *reader, const xmlNode *element, const char *attribute, int least,
                   int most, int *ret_number)
{
    if (!is_given(element, attribute))
        return false;
    struct str text = reader_text(reader, element, attribute);
    int number;
    if (!str_to_number(text, &number) || number < least || number > most) {
        reader_say_value(reader, element, attribute, text,
                         str_format(reader->arena, "%d … %d", least, most));
        return false;
    }
    *ret_number = number;
    return true;
}

bool reader_decimal(struct reader *reader, const xmlNode *element, const char *attribute,
                    double least, double most, double *ret_number)
{
    if (!is_given(element, attribute))
        return false;
    struct str text = reader_text(reader, element, attribute);
    double number;
    if (!str_to_decimal(text, &number) || number < least || number > most) {
        reader_say_value(reader, element, attribute, text,
                         str_format(reader->arena, "%g … %g", least, most));
        return false;
    }
    *ret_number = number;
    return true;
}

/* "https://" or "http://" with a host behind it, and nothing that ends an address. */
static bool is_address(struct str text)
{
    if (!str_starts(text, "https://") && !str_starts(text, "http://"))
        return false;
    struct str host = str_slice(text, str_starts(text, "https") ? 8 : 7, text.bytes);
    for (size_t i = 0; i < host.bytes; i++)
        if ((unsigned char)host.at[i] <= ' ' || strchr("<>\"", host.at[i]))
            return false;
    return host.bytes > 0 && !strchr("/?#", host.at[0]);
}

bool reader_address(struct reader *reader, const xmlNode *element, const char *attribute,
                    struct str *ret_address)
{
    if (!is_given(element, attribute))
        return false;
    struct str text = reader_text(reader, element, attribute);
    if (!is_address(text)) {
        reader_say(reader, FINDING_ATOM_LINK, element, &text, 1);
        return false;
    }
    *ret_address = text;
    return true;
}

bool reader_hash(struct reader *reader, const xmlNode *element, struct hash *ret_hash)
{
    if (!node_attribute(element, NS_INFOTAULU, "sha256"))
        return false;
    struct str text = node_value(reader->arena, element, NS_INFOTAULU, "sha256");
    struct hash hash;
    if (!hash_parse(text, &hash) || hash_is_none(&hash)) {
        reader_say_value(reader, element, "it:sha256", text, STR("64 × 0–9, a–f"));
        return false;
    }
    *ret_hash = hash;
    return true;
}

bool reader_zone(struct reader *reader, const xmlNode *element, const char *attribute,
                 struct str *ret_name, const struct zone **ret_zone)
{
    if (!is_given(element, attribute))
        return false;
    struct str name = reader_text(reader, element, attribute);
    if (!reader->zone || !str_equal(reader->zone_name, name)) {
        const struct zone *zone = zone_open(reader->arena, NULL, name);
        if (!zone) {
            reader_say(reader, FINDING_ATOM_ZONE, element, &name, 1);
            return false;
        }
        reader->zone_name = name;
        reader->zone = zone;
    }
    *ret_name = name;
    *ret_zone = reader->zone;
    return true;
}

const xmlNode *reader_own_root(struct reader *reader, const char *name)
{
    const xmlNode *root = xmlDocGetRootElement(reader->doc->tree);
    if (node_is(root, NS_INFOTAULU, name))
        return root;
    reader_say_missing(reader, root, str_of(name));
    return NULL;
}
