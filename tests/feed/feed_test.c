/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the groups, and holds what they share. */
#include "feed_tests.h"

#include <stdio.h>

#define X(code, ...) #code,
static const char *const code_names[] = { FINDING_LIST(X) };
#undef X

int set_up(void **state)
{
    *state = arena_new(TEST_ARENA_BYTES);
    return 0;
}

int tear_down(void **state)
{
    arena_free(*state);
    return 0;
}

struct str repository_file(struct arena *arena, const char *path)
{
    struct str bytes;
    char *whole = file_join(arena, SOURCE_DIR, path);
    if (file_read(arena, whole, FEED_BYTES_MAX, &bytes) != FILE_OK)
        fail_msg("cannot read %s", path);
    return bytes;
}

struct str entry_with(struct arena *arena, const char *inside)
{
    return str_format(arena,
                      "<entry xmlns=\"http://www.w3.org/2005/Atom\" xmlns:it=\"urn:x-infotaulu:1\" "
                      "xml:lang=\"fi\"><id>urn:a</id><title>Otsikko</title>"
                      "<updated>2026-11-19T10:00:00+02:00</updated>"
                      "<author><name>Esimerkki ry</name></author>\n%s</entry>",
                      inside);
}

struct announcement read_entry_with(struct arena *arena, struct report *report, const char *inside)
{
    struct announcement announcement;
    *report = report_new(arena);
    if (!entry_read(arena, entry_with(arena, inside), STR("a.xml"), report, &announcement)) {
        assert_findings(report, "");
        fail_msg("no announcement");
    }
    return announcement;
}

const char *code_name(enum finding_code code)
{
    return code_names[code];
}

void assert_findings(const struct report *report, const char *code)
{
    size_t wanted = strlen(code) > 0 ? 1 : 0;
    bool is_as_wanted = report->count == wanted &&
                        (wanted == 0 || strcmp(code_names[report->findings[0].code], code) == 0);
    if (is_as_wanted)
        return;
    for (size_t i = 0; i < report->count; i++) {
        const struct finding *finding = &report->findings[i];
        print_error("%s %u:%u %.*s\n", code_names[finding->code], finding->where.line,
                    finding->where.column, STR_ARG(finding->args[0]));
    }
    fail_msg("wanted: %s", wanted ? code : "no finding");
}

void assert_str(struct str text, const char *expected)
{
    if (!str_is(text, expected))
        fail_msg("\"%.*s\" is not \"%s\"", STR_ARG(text), expected);
}

int main(void)
{
    int failed = 0;
    failed += run_cap_tests();
    failed += run_cases_tests();
    failed += run_entry_tests();
    failed += run_feed_read_tests();
    failed += run_harden_tests();
    failed += run_memory_tests();
    failed += run_profile_tests();
    failed += run_schema_tests();
    failed += run_site_tests();
    return failed > 0 ? 1 : 0;
}
