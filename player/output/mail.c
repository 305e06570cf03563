/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See mail.h. */
#include "output/mail.h"

#include "output/page.h"

#define WORD_BYTES 39 /* RFC 2047: an encoded word has 75 signs, 52 of them for these bytes */

/* A header whose text is not ASCII: encoded words, cut between characters. */
static void write_header(FILE *to, const char *name, struct str text)
{
    fprintf(to, "%s:", name);
    while (text.bytes > 0) {
        size_t end = text.bytes < WORD_BYTES ? text.bytes : WORD_BYTES;
        while (end > 1 && end < text.bytes && ((unsigned char)text.at[end] & 0xC0) == 0x80)
            end--;
        fputs(" =?utf-8?B?", to);
        page_base64(to, str_slice(text, 0, end));
        fputs("?=\r\n", to);
        text = str_slice(text, end, text.bytes);
    }
}

/* One address and nothing else: no white space, no comma, no second line. */
static bool is_address(struct str text)
{
    bool has_at = false;
    for (size_t i = 0; i < text.bytes; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        if (byte <= ' ' || byte >= 0x7F || strchr(",;<>\"()\\", byte))
            return false;
        has_at = has_at || byte == '@';
    }
    return has_at;
}

void mail_start(FILE *to, struct str to_whom, struct str subject)
{
    fputs("MIME-Version: 1.0\r\nX-Unsent: 1\r\nContent-Type: text/plain; charset=utf-8\r\n"
          "Content-Transfer-Encoding: 8bit\r\n",
          to);
    if (is_address(to_whom))
        fprintf(to, "To: %.*s\r\n", STR_ARG(to_whom));
    write_header(to, "Subject", subject);
    fputs("\r\n", to);
}

void mail_text(FILE *to, struct str text)
{
    struct str line;
    while (str_next(&text, '\n', &line))
        fprintf(to, "%.*s\r\n", STR_ARG(line));
}
