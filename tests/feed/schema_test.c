/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The schemas of content-schema against the examples and the cases: what the program finds fine
 * the schema finds fine, and xmllint, which knows nothing of this program, is the judge.
 */
#include "feed_tests.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs a shell command; its exit code. */
static int run(const char *command)
{
    int status = system(command);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool validates(struct arena *arena, const char *schema, const char *file)
{
    return run(str_format(arena,
                          "xmllint --nonet --noout --schema " SOURCE_DIR
                          "/content-schema/%s '%s' 2>/dev/null",
                          schema, file)
                   .at) == 0;
}

static const char *repository_path(struct arena *arena, const char *path)
{
    return file_join(arena, SOURCE_DIR, path);
}

/* The same for a text that is written to a file of its own. */
static bool text_validates(struct arena *arena, const char *schema, struct str text)
{
    char path[] = "/tmp/infotaulu-schema-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, text.at, text.bytes), text.bytes);
    close(file);
    bool is_valid = validates(arena, schema, path);
    unlink(path);
    return is_valid;
}

static void every_example_validates(void **state)
{
    static const struct {
        const char *schema, *file;
    } cases[] = {
        { "atom.xsd", "content-schema/example-minimal.xml" },
        { "atom.xsd", "content-schema/example-full.xml" },
        { "atom.xsd", "tests/cases/feed/good-feed.xml" },
        { "centre.xsd", "content-schema/centre-example.xml" },
        { "hide.xsd", "content-schema/hide-example.xml" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        if (!validates(*state, cases[i].schema, repository_path(*state, cases[i].file)))
            fail_msg("%s does not validate", cases[i].file);
}

static void no_example_has_a_finding(void **state)
{
    static const char *const files[] = { "content-schema/example-minimal.xml",
                                         "content-schema/example-full.xml" };
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        struct announcement read;
        struct report report = report_new(*state);
        assert_true(entry_read(*state, repository_file(*state, files[i]), str_of(files[i]), &report,
                               &read));
        assert_findings(&report, "");
    }
}

static void what_the_program_finds_fine_the_schema_finds_fine(void **state)
{
    struct str *names;
    size_t count, good = 0;
    char *folder = file_join(*state, SOURCE_DIR, "tests/cases/feed");
    assert_int_equal(file_list(*state, folder, &names, &count), FILE_OK);
    for (size_t i = 0; i < count; i++) {
        if (!str_starts(names[i], "good-") || !str_ends(names[i], ".xml"))
            continue;
        good++;
        if (!validates(*state, "atom.xsd", file_join(*state, folder, names[i].at)))
            fail_msg("%s does not validate", names[i].at);
    }
    assert_in_range(good, 5, 1000);
}

/* What a schema can say it says too, so that an editor marks it while the sender writes. */
static void the_schema_refuses_what_it_can(void **state)
{
    static const struct {
        const char *schema, *file;
    } cases[] = {
        { "atom.xsd", "atom-date" },          { "atom.xsd", "atom-link" },
        { "atom.xsd", "atom-missing-start" }, { "atom.xsd", "atom-misspelt" },
        { "atom.xsd", "atom-rrule" },         { "atom.xsd", "atom-value" },
        { "atom.xsd", "atom-value-type" },    { "atom.xsd", "markup-forbidden" },
        { "atom.xsd", "markup-unknown" },     { "atom.xsd", "markup-type-html" },
        { "atom.xsd", "markup-no-div" },      { "atom.xsd", "picture-no-src" },
        { "atom.xsd", "xml-no-namespace" },   { "atom.xsd", "xml-other-root" },
        { "centre.xsd", "centre-bad" },       { "hide.xsd", "hide-bad" },
        { "hide.xsd", "hide-no-time" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str path = str_format(*state, SOURCE_DIR "/tests/cases/feed/%s.xml", cases[i].file);
        if (validates(*state, cases[i].schema, path.at))
            fail_msg("%s validates", cases[i].file);
    }
}

static void what_is_written_validates(void **state)
{
    struct str bytes = repository_file(*state, "content-schema/example-full.xml"), pinned;
    const struct entry_media media = { "image/jpeg", 48213, hash_of(bytes) };
    struct report report = report_new(*state);
    assert_true(entry_pin_media(*state, bytes, &media, &report, &pinned));
    assert_true(text_validates(*state, "atom.xsd", pinned));

    struct feed_item item = { .bytes = pinned,
                              .hash = hash_of(pinned),
                              .media_href = STR("media/0f34.jpg"),
                              .number = 12,
                              .approved_by = STR("Järjestöyhdyshenkilö"),
                              .approved_at = STR("2026-11-19T09:30:00+02:00"),
                              .rules = 1 };
    struct feed_tombstone gone = { STR("urn:gone"),
                                   { .kind = STAMP_MOMENT, .civil = { { 2026, 11, 1 }, 0, 0, 0 } },
                                   3 };
    struct feed_head head = { .id = STR("urn:feed"),
                              .title = STR("Ilmoitukset"),
                              .language_tag = STR("fi"),
                              .updated = STR("2026-11-20T09:00:00+02:00"),
                              .valid_until = STR("2026-12-20T00:00:00+02:00"),
                              .items = &item,
                              .item_count = 1,
                              .tombstones = &gone,
                              .tombstone_count = 1 };
    assert_true(text_validates(*state, "atom.xsd", feed_write(*state, &head)));

    struct date date = { 2026, 11, 24 };
    struct hide_item hidden[] = { { .ref = STR("urn:a"), .whole = true },
                                  { .ref = STR("urn:b"), .dates = &date, .date_count = 1 } };
    struct hide hide = { .items = hidden, .count = ARRAY_LEN(hidden) };
    assert_true(stamp_parse(STR("2026-11-23T08:15:30+02:00"), &hide.updated));
    assert_true(text_validates(*state, "hide.xsd", hide_write(*state, &hide)));
}

static void the_readme_shows_the_minimal_example(void **state)
{
    struct str readme = repository_file(*state, "content-schema/README.md");
    struct str example = repository_file(*state, "content-schema/example-minimal.xml");
    assert_true(str_find(readme, example) > 0);
}

#define JSON_CHECK                                                                                 \
    "python3 -c \"import json, jsonschema, sys; "                                                  \
    "jsonschema.Draft202012Validator.check_schema(json.load(open(sys.argv[1]))); "                 \
    "jsonschema.validate(json.load(open(sys.argv[2])), json.load(open(sys.argv[1])))\" "

static int check_json(const char *example)
{
    char command[1024];
    snprintf(command, sizeof command,
             JSON_CHECK "'" SOURCE_DIR "/content-schema/check.schema.json' %s >/dev/null 2>&1",
             example);
    return run(command);
}

static void the_example_of_a_report_fits_its_schema(void **state)
{
    (void)state;
    if (run("python3 -c 'import jsonschema' 2>/dev/null") != 0)
        skip(); /* Debian's python3-jsonschema is not there */
    assert_int_equal(check_json("'" SOURCE_DIR "/content-schema/check-example.json'"), 0);
    assert_int_not_equal(check_json("'" SOURCE_DIR "/content-schema/check.schema.json'"), 0);
}

int run_schema_tests(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(every_example_validates),
        TEST(no_example_has_a_finding),
        TEST(what_the_program_finds_fine_the_schema_finds_fine),
        TEST(the_schema_refuses_what_it_can),
        TEST(what_is_written_validates),
        TEST(the_readme_shows_the_minimal_example),
        TEST(the_example_of_a_report_fits_its_schema),
    };
    return cmocka_run_group_tests_name("schema", tests, NULL, NULL);
}
