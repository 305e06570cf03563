/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See made.h. */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "made.h"

#include "feed/read_entry.h"

static const char *either(const char *given, const char *usual)
{
    return given ? given : usual;
}

struct item made_item(struct arena *arena, const struct made_notice *notice)
{
    struct item item = { 0 };
    struct report report = report_new(arena);
    struct str xml = str_format(
        arena,
        "<entry xmlns=\"http://www.w3.org/2005/Atom\" xmlns:it=\"urn:x-infotaulu:1\" "
        "xml:lang=\"%s\"><id>urn:x:%s</id><it:group ref=\"urn:x:ryhma\"/><title>%s</title>"
        "<updated>2026-11-19T10:00:00+02:00</updated><author><name>%s</name></author>"
        "<summary>%s</summary><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
        "%s</div></content><category scheme=\"urn:x-infotaulu:kind\" term=\"event\"/>%s%s%s"
        "</entry>",
        either(notice->language, "fi"), either(notice->id, "1"),
        either(notice->title, "Tule lukupiiriin"), either(notice->sender, "Esimerkki ry"),
        either(notice->summary, "Luemme yhdessä kirjoja."),
        either(notice->text, "<p>Et tarvitse omaa kirjaa.</p><p>Saat kahvia ja teetä.</p>"),
        either(notice->when, "<it:when start=\"2026-11-24T17:00:00+02:00\" "
                             "end=\"2026-11-24T18:30:00+02:00\" tz=\"Europe/Helsinki\"/>"),
        either(notice->where, "<it:where mode=\"place\" name=\"Kirjasto\" "
                              "street=\"Esimerkkikatu 1\" city=\"Niemelä\"/>"),
        either(notice->more, ""));
    assert_true(entry_read(arena, xml, STR("made.xml"), &report, &item.announcement));
    return item;
}
