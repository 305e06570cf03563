/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See page.h. */
#include "output/page.h"

#include "base/utf8.h"
#include "output/page_css.h"

enum language page_language(void)
{
    enum language language = LANGUAGE_EN;
    /* TRANSLATORS: the code of the language you translate into: fi, sv … */
    language_of_tag(str_of(_("en")), &language, NULL);
    return language;
}

/* NUL and the controls that no HTML document may have; line breaks and tabs stay. */
static bool is_forbidden(uint32_t point)
{
    return (point < 0x20 && point != '\n' && point != '\t') || (point >= 0x7F && point < 0xA0) ||
           point == 0xFFFE || point == 0xFFFF;
}

static void put_point(FILE *to, uint32_t point)
{
    char bytes[4];
    switch (point) {
    case '&':
        fputs("&amp;", to);
        return;
    case '<':
        fputs("&lt;", to);
        return;
    case '>':
        fputs("&gt;", to);
        return;
    case '"':
        fputs("&quot;", to);
        return;
    case '\'':
        fputs("&#39;", to);
        return;
    default:
        fwrite(bytes, 1, utf8_put(point, bytes), to);
    }
}

void page_text(FILE *to, struct str text)
{
    uint32_t point;
    while (utf8_next(&text, &point))
        if (!is_forbidden(point))
            put_point(to, point);
}

void page_c(FILE *to, const char *text)
{
    page_text(to, str_of(text));
}

void page_element(FILE *to, const char *tag, struct str text)
{
    struct str rest = str_of(tag), name = { 0 };
    if (text.bytes == 0)
        return;
    str_next(&rest, ' ', &name);
    fprintf(to, "<%s>", tag);
    page_text(to, text);
    fprintf(to, "</%.*s>\n", STR_ARG(name));
}

void page_base64(FILE *to, struct str bytes)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const uint8_t *at = (const uint8_t *)bytes.at;
    for (size_t i = 0; i < bytes.bytes; i += 3) {
        size_t left = bytes.bytes - i;
        uint32_t three = (uint32_t)at[i] << 16;
        three |= left > 1 ? (uint32_t)at[i + 1] << 8 : 0;
        three |= left > 2 ? at[i + 2] : 0;
        fputc(digits[three >> 18], to);
        fputc(digits[three >> 12 & 63], to);
        fputc(left > 1 ? digits[three >> 6 & 63] : '=', to);
        fputc(left > 2 ? digits[three & 63] : '=', to);
    }
}

void page_start(FILE *to, struct str centre, const char *heading, struct str title)
{
    fprintf(to,
            "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
            language_tag(page_language()));
    fputs("<title>", to);
    page_c(to, heading);
    if (title.bytes > 0)
        fputs(": ", to);
    page_text(to, title);
    fputs("</title>\n<style>\n", to);
    fwrite(page_css, 1, sizeof page_css, to);
    fputs("</style>\n</head>\n<body>\n<header class=\"top\">\n", to);
    page_element(to, "p class=\"centre\"", centre);
    page_element(to, "h1", str_of(heading));
    fputs("</header>\n<main>\n", to);
}

void page_end(FILE *to, struct str foot)
{
    fputs("</main>\n", to);
    if (foot.bytes > 0) {
        fputs("<footer>\n", to);
        page_element(to, "p", foot);
        fputs("</footer>\n", to);
    }
    fputs("</body>\n</html>\n", to);
}
