/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libxml2 holds every attribute of a tag against every other, so that 100,000 of them cost 100 s,
 * and it takes encodings and DOCTYPEs that nobody here needs. One linear pass over the bytes keeps
 * all that away from it.
 *
 * The pass knows just the marks that XML opens with '<'. It need not agree with the parser about
 * a broken file, only never count less. Up to the first mistake in a tag both see the same values;
 * there the parser leaves the tag, and at the latest at the next '<', which no value may hold.
 */
#include "feed/xml_guard.h"

#include "base/utf8.h"

#include <strings.h>

static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* What '<' opens. Tags come last: their mark is the start of all others. */
enum mark { MARK_COMMENT, MARK_CDATA, MARK_INSTRUCTION, MARK_DOCTYPE, MARK_TAG };

static const struct {
    const char *start, *end; /* end NULL: the next '<' */
} marks[] = {
    [MARK_COMMENT] = { "<!--", "-->" },  [MARK_CDATA] = { "<![CDATA[", "]]>" },
    [MARK_INSTRUCTION] = { "<?", "?>" }, [MARK_DOCTYPE] = { "<!DOCTYPE", NULL },
    [MARK_TAG] = { "<", NULL },
};

/* One piece of markup; a tag with the text behind it, up to the next '<'. */
struct token {
    enum mark mark;
    struct str bytes;
};

/* Does the text start with a word, in capital or small letters? */
static bool starts_with(struct str text, const char *word)
{
    size_t bytes = strlen(word);
    return text.bytes >= bytes && strncasecmp(text.at, word, bytes) == 0;
}

static enum mark mark_of(struct str text)
{
    /* HTML, which a captive portal may send instead of a feed, writes it small. */
    if (starts_with(text, marks[MARK_DOCTYPE].start))
        return MARK_DOCTYPE;
    for (size_t i = 0; i < ARRAY_LEN(marks); i++)
        if (str_starts(text, marks[i].start))
            return (enum mark)i;
    return MARK_TAG;
}

/* Takes the next token off the front of *rest; false when there is no '<' left. */
static bool next_token(struct str *rest, struct token *ret_token)
{
    ptrdiff_t start = str_find_byte(*rest, '<');
    if (start < 0)
        return false;
    *rest = str_slice(*rest, (size_t)start, rest->bytes);
    enum mark mark = mark_of(*rest);
    size_t opened = strlen(marks[mark].start);
    struct str inside = str_slice(*rest, opened, rest->bytes);
    const char *end = marks[mark].end ? marks[mark].end : "<";
    ptrdiff_t found = str_find(inside, str_of(end));
    size_t bytes = found < 0 ? rest->bytes : opened + (size_t)found;
    if (found >= 0 && marks[mark].end)
        bytes += strlen(end);
    *ret_token = (struct token){ mark, str_slice(*rest, 0, bytes) };
    *rest = str_slice(*rest, bytes, rest->bytes);
    return true;
}

/* Values in quotes up to the '>' that ends the tag; what follows is text and may hold quotes too.
 */
static size_t count_attributes(struct str tag)
{
    size_t count = 0;
    char quote = 0;
    for (size_t i = 0; i < tag.bytes; i++) {
        char byte = tag.at[i];
        if (quote) {
            quote = byte == quote ? 0 : quote;
        } else if (byte == '"' || byte == '\'') {
            quote = byte;
            count++;
        } else if (byte == '>') {
            break;
        }
    }
    return count;
}

static struct place place_at(struct str bytes, const char *at, struct str file)
{
    struct place place = { .file = file, .line = 1 };
    struct str before = str_slice(bytes, 0, (size_t)(at - bytes.at));
    before = str_slice(before, xml_mark_bytes(bytes), before.bytes);
    for (ptrdiff_t end; (end = str_find_byte(before, '\n')) >= 0; place.line++)
        before = str_slice(before, (size_t)end + 1, before.bytes);
    place.column = (unsigned)utf8_length(before) + 1;
    return place;
}

size_t xml_mark_bytes(struct str bytes)
{
    return str_starts(bytes, byte_order_mark) ? strlen(byte_order_mark) : 0;
}

/* The first byte that cannot stand in a UTF-8 text; NULL when there is none. */
static const char *first_wrong_byte(struct str bytes)
{
    const char *zero = memchr(bytes.at, 0, bytes.bytes);
    if (!zero && utf8_is_valid(bytes))
        return NULL;
    struct str rest = bytes, before = bytes;
    for (uint32_t point; utf8_next(&rest, &point); before = rest)
        if (point == 0 || (point == 0xFFFD && before.bytes - rest.bytes == 1))
            break;
    return before.at;
}

/* Does the XML declaration name another encoding than UTF-8 or its part ASCII? */
static bool names_other_encoding(struct str bytes)
{
    static const struct str word = { "encoding", sizeof "encoding" - 1 };
    struct str rest = str_slice(bytes, xml_mark_bytes(bytes), bytes.bytes);
    struct token token;
    if (!starts_with(rest, "<?xml") || !next_token(&rest, &token))
        return false;
    ptrdiff_t found = str_find(token.bytes, word);
    if (found < 0)
        return false;
    struct str value = str_slice(token.bytes, (size_t)found + word.bytes, token.bytes.bytes);
    while (value.bytes > 0 && (str_is_blank(value.at[0]) || strchr("=\"'", value.at[0])))
        value = str_slice(value, 1, value.bytes);
    return !starts_with(value, "UTF-8") && !starts_with(value, "US-ASCII");
}

/* The first token that the parser must not see; false when there is none. */
static bool find_breach(struct str bytes, size_t attributes_max, enum finding_code *ret_code,
                        const char **ret_at)
{
    struct str rest = bytes;
    struct token token;
    while (next_token(&rest, &token)) {
        bool is_doctype = token.mark == MARK_DOCTYPE;
        if (!is_doctype && token.mark != MARK_TAG)
            continue;
        if (!is_doctype && count_attributes(token.bytes) <= attributes_max)
            continue;
        *ret_code = is_doctype ? FINDING_XML_DOCTYPE : FINDING_XML_ATTRIBUTES;
        *ret_at = token.bytes.at;
        return true;
    }
    return false;
}

bool xml_guard(struct str bytes, const struct xml_limits *limits, struct str file,
               struct report *report)
{
    struct place whole = { .file = file };
    if (bytes.bytes > limits->bytes) {
        struct finding *finding = report_add(report, FINDING_XML_TOO_BIG, whole);
        finding_number(report, finding, (long)limits->bytes);
        return false;
    }
    if (str_trim(str_slice(bytes, xml_mark_bytes(bytes), bytes.bytes)).bytes == 0) {
        report_add(report, FINDING_XML_EMPTY, whole);
        return false;
    }
    const char *wrong = first_wrong_byte(bytes);
    if (!wrong && names_other_encoding(bytes))
        wrong = bytes.at;
    if (wrong) {
        report_add(report, FINDING_XML_NOT_UTF8, place_at(bytes, wrong, file));
        return false;
    }
    enum finding_code code;
    const char *at;
    if (!find_breach(bytes, limits->attributes, &code, &at))
        return true;
    struct finding *finding = report_add(report, code, place_at(bytes, at, file));
    if (code == FINDING_XML_ATTRIBUTES)
        finding_number(report, finding, (long)limits->attributes);
    return false;
}

struct str xml_root_name(struct str bytes)
{
    struct str rest = bytes;
    struct token token;
    while (next_token(&rest, &token)) {
        if (token.mark == MARK_COMMENT || token.mark == MARK_INSTRUCTION ||
            token.mark == MARK_DOCTYPE)
            continue;
        if (token.mark != MARK_TAG)
            break;
        struct str name = str_slice(token.bytes, 1, token.bytes.bytes);
        size_t end = 0;
        while (end < name.bytes && !str_is_blank(name.at[end]) && !strchr("/>", name.at[end]))
            end++;
        name = str_slice(name, 0, end);
        ptrdiff_t colon = str_find_byte(name, ':');
        return colon < 0 ? name : str_slice(name, (size_t)colon + 1, name.bytes);
    }
    return (struct str){ NULL, 0 };
}
