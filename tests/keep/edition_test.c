/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editions: current and previous, two copies of each, and every kind of rot in them. */
#include "rig.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
/* clang-format off: cmocka wants those above */
#include <cmocka.h>
/* clang-format on */

static void nothing(int number)
{
    (void)number;
}

static struct str numbered(struct arena *arena, const char *what, int number)
{
    return str_format(arena, "%s of edition %d", what, number);
}

static struct kept_edition make(struct arena *arena, int number)
{
    struct kept_edition edition = { .site = STR("https://a.example.fi/"),
                                    .packed = numbered(arena, "packed", number) };

    for (size_t i = 0; i < KEEP_DOCUMENT_COUNT; i++) {
        struct kept_document *document = &edition.documents[i];

        document->bytes = numbered(arena, keep_document_name((enum keep_document)i), number);
        document->signature = numbered(arena, "signature", number + (int)i);
        document->etag = numbered(arena, "etag", number + 100 * (int)i);
        document->last_modified = numbered(arena, "time", number + 1000 * (int)i);
    }
    edition.documents[KEEP_HIDE] = (struct kept_document){ 0 };
    return edition;
}

static void write_edition(struct rig *rig, int number)
{
    struct kept_edition edition = make(rig->arena, number);

    assert_int_equal(keep_edition_write(rig->keep, &edition), KEEP_OK);
}

static void assert_same(const struct kept_edition *a, const struct kept_edition *b)
{
    assert_true(str_equal(a->site, b->site));
    assert_true(str_equal(a->packed, b->packed));
    for (size_t i = 0; i < KEEP_DOCUMENT_COUNT; i++) {
        assert_true(str_equal(a->documents[i].bytes, b->documents[i].bytes));
        assert_true(str_equal(a->documents[i].signature, b->documents[i].signature));
        assert_true(str_equal(a->documents[i].etag, b->documents[i].etag));
        assert_true(str_equal(a->documents[i].last_modified, b->documents[i].last_modified));
    }
}

static void assert_is(struct rig *rig, enum keep_generation generation, int number)
{
    struct kept_edition expected = make(rig->arena, number), found;

    assert_int_equal(keep_edition_read(rig->keep, rig->arena, generation, &found), KEEP_OK);
    assert_same(&found, &expected);
}

static enum keep_outcome read_current(struct rig *rig, struct kept_edition *ret_edition)
{
    return keep_edition_read(rig->keep, rig->arena, KEEP_CURRENT, ret_edition);
}

static void a_new_machine_has_no_edition(void **state)
{
    struct rig *rig = *state;
    struct kept_edition edition = { .site = STR("untouched") };

    assert_int_equal(read_current(rig, &edition), KEEP_MISSING);
    assert_int_equal(keep_edition_read(rig->keep, rig->arena, KEEP_PREVIOUS, &edition),
                     KEEP_MISSING);
    assert_true(str_is(edition.site, "untouched"));
    assert_int_equal(keep_edition_stamp(rig->keep), 0);
}

static void the_edition_before_becomes_the_previous(void **state)
{
    struct rig *rig = *state;
    struct kept_edition edition;

    write_edition(rig, 1);
    assert_is(rig, KEEP_CURRENT, 1);
    assert_int_equal(keep_edition_read(rig->keep, rig->arena, KEEP_PREVIOUS, &edition),
                     KEEP_MISSING);
    for (int number = 2; number < 5; number++) {
        write_edition(rig, number);
        rig_open_again(rig);
        assert_is(rig, KEEP_CURRENT, number);
        assert_is(rig, KEEP_PREVIOUS, number - 1);
    }
    assert_int_equal(rig_leftovers(rig), 0);
}

static void the_stamp_changes_with_each_edition(void **state)
{
    struct rig *rig = *state;
    uint64_t before = 0;

    for (int number = 1; number < 20; number++) {
        uint64_t stamp;

        write_edition(rig, 1);
        stamp = keep_edition_stamp(rig->keep);
        assert_true(stamp != 0 && stamp != before);
        assert_true(stamp == keep_edition_stamp(rig->keep));
        before = stamp;
    }
}

static void an_empty_edition_is_one_too(void **state)
{
    struct rig *rig = *state;
    struct kept_edition empty = { 0 }, found;

    assert_int_equal(keep_edition_write(rig->keep, &empty), KEEP_OK);
    assert_int_equal(read_current(rig, &found), KEEP_OK);
    assert_same(&found, &empty);
}

/* The paths of a generation, the state's and the cache's. */
static void copies_of(const struct rig *rig, enum keep_generation generation,
                      char ret_paths[2][PATH_ROOM])
{
    const char *name = generation == KEEP_CURRENT ? "edition" : "edition.previous";

    snprintf(ret_paths[0], PATH_ROOM, "%s/%s", rig->state, name);
    snprintf(ret_paths[1], PATH_ROOM, "%s/%s", rig->cache, name);
}

static void one_rotten_copy_is_replaced_by_the_other(void **state)
{
    struct rig *rig = *state;
    char paths[2][PATH_ROOM];

    write_edition(rig, 1);
    write_edition(rig, 2);
    for (size_t i = 0; i < (size_t)4 * ROT_COUNT; i++) {
        enum keep_generation generation = i % 2 ? KEEP_CURRENT : KEEP_PREVIOUS;
        size_t copy = i / 2 % 2;

        copies_of(rig, generation, paths);
        rot_file(paths[copy], (enum rot)(i / 4));
        assert_is(rig, KEEP_CURRENT, 2);
        assert_is(rig, KEEP_PREVIOUS, 1);
        /* The next writer mends it; then the other one may rot. */
        rig_open_again(rig);
        assert_int_equal(keep_lock(rig->keep), KEEP_OK);
        rot_file(paths[1 - copy], ROT_CUT);
        assert_is(rig, KEEP_CURRENT, 2);
        assert_is(rig, KEEP_PREVIOUS, 1);
        rig_open_again(rig);
        assert_int_equal(keep_lock(rig->keep), KEEP_OK);
    }
}

static void two_rotten_copies_are_damage_and_a_new_edition_heals(void **state)
{
    struct rig *rig = *state;
    char paths[2][PATH_ROOM];
    int number = 1;

    for (enum rot rot = 0; rot < ROT_COUNT; rot++) {
        struct kept_edition found;

        write_edition(rig, number);
        write_edition(rig, number + 1);
        copies_of(rig, KEEP_CURRENT, paths);
        rot_file(paths[0], rot);
        rot_file(paths[1], rot);
        assert_int_equal(read_current(rig, &found), rot == ROT_GONE ? KEEP_MISSING : KEEP_DAMAGED);
        assert_is(rig, KEEP_PREVIOUS, number);
        write_edition(rig, number + 2);
        assert_is(rig, KEEP_CURRENT, number + 2);
        /* The rotten one did not drive out the good one. */
        assert_is(rig, KEEP_PREVIOUS, number);
        number += 10;
    }
}

static void every_flipped_bit_is_seen(void **state)
{
    struct rig *rig = *state;
    char paths[2][PATH_ROOM];
    struct str bytes;

    write_edition(rig, 1);
    copies_of(rig, KEEP_CURRENT, paths);
    assert_int_equal(unlink(paths[1]), 0);
    assert_int_equal(file_read(rig->arena, paths[0], 1 << 20, &bytes), FILE_OK);
    for (size_t i = 0; i < bytes.bytes; i++) {
        struct arena *arena = arena_new(1 << 20);
        struct str changed = str_copy(arena, bytes);
        struct kept_edition found;

        ((char *)(uintptr_t)changed.at)[i] ^= (char)(1 << i % 8);
        rig_write(paths[0], changed);
        assert_int_equal(keep_edition_read(rig->keep, arena, KEEP_CURRENT, &found), KEEP_DAMAGED);
        arena_free(arena);
    }
}

static void every_cut_is_seen(void **state)
{
    struct rig *rig = *state;
    char paths[2][PATH_ROOM];
    struct str bytes;

    write_edition(rig, 1);
    copies_of(rig, KEEP_CURRENT, paths);
    assert_int_equal(unlink(paths[1]), 0);
    assert_int_equal(file_read(rig->arena, paths[0], 1 << 20, &bytes), FILE_OK);
    for (size_t i = 0; i < bytes.bytes; i++) {
        struct arena *arena = arena_new(1 << 20);
        struct kept_edition found = { .site = STR("untouched") };

        assert_int_equal(truncate(paths[0], (off_t)(bytes.bytes - 1 - i)), 0);
        assert_int_equal(keep_edition_read(rig->keep, arena, KEEP_CURRENT, &found), KEEP_DAMAGED);
        assert_true(str_is(found.site, "untouched"));
        arena_free(arena);
    }
}

static void a_wrong_seal_leaves_the_signed_documents(void **state)
{
    struct rig *rig = *state;
    struct kept_edition expected = make(rig->arena, 1), found;
    char key[PATH_ROOM];

    write_edition(rig, 1);
    snprintf(key, sizeof key, "%s/seal.key", rig->state);
    for (enum rot rot = ROT_FLIPPED; rot <= ROT_GONE; rot++) {
        rot_file(key, rot);
        if (rot != ROT_FLIPPED) {
            assert_int_equal(read_current(rig, &found), KEEP_DAMAGED);
            rig_open_again(rig);
        }
        memset(&found, 0, sizeof found);
        assert_int_equal(read_current(rig, &found), KEEP_DAMAGED);
        assert_int_equal(found.packed.bytes, 0);
        found.packed = expected.packed;
        assert_same(&found, &expected);
    }
    write_edition(rig, 2);
    assert_is(rig, KEEP_CURRENT, 2);
}

static void a_process_that_runs_on_sees_editions_of_a_new_key(void **state)
{
    struct rig *rig = *state;
    struct keep *screen = rig->keep, *update = NULL;
    struct kept_edition edition = make(rig->arena, 3), found;
    char key[PATH_ROOM];

    snprintf(key, sizeof key, "%s/seal.key", rig->state);
    rot_file(key, ROT_EMPTIED);
    assert_int_equal(keep_open(rig->cache, rig->state, &update, NULL), KEEP_OK);
    assert_int_equal(keep_edition_write(update, &edition), KEEP_OK);
    keep_close(update);
    assert_int_equal(keep_edition_read(screen, rig->arena, KEEP_CURRENT, &found), KEEP_OK);
    assert_same(&found, &edition);
}

static void an_edition_of_another_machine_is_not_trusted(void **state)
{
    struct rig *rig = *state, *other;
    void *other_state = NULL;
    char from[2][PATH_ROOM], to[2][PATH_ROOM];
    struct kept_edition found;

    rig_set_up(&other_state);
    other = other_state;
    write_edition(other, 1);
    copies_of(other, KEEP_CURRENT, from);
    copies_of(rig, KEEP_CURRENT, to);
    assert_int_equal(rename(from[0], to[0]), 0);
    assert_int_equal(read_current(rig, &found), KEEP_DAMAGED);
    rig_tear_down(&other_state);
}

static void swapped_generations_are_both_whole(void **state)
{
    struct rig *rig = *state;
    char current[2][PATH_ROOM], previous[2][PATH_ROOM], between[PATH_ROOM];

    write_edition(rig, 1);
    write_edition(rig, 2);
    copies_of(rig, KEEP_CURRENT, current);
    copies_of(rig, KEEP_PREVIOUS, previous);
    snprintf(between, sizeof between, "%s/between", rig->folder);
    assert_int_equal(rename(current[0], between), 0);
    assert_int_equal(rename(previous[0], current[0]), 0);
    assert_int_equal(rename(between, previous[0]), 0);
    assert_is(rig, KEEP_CURRENT, 1);
    assert_is(rig, KEEP_PREVIOUS, 2);
}

static void a_cache_that_cannot_be_written_stops_no_edition(void **state)
{
    struct rig *rig = *state;
    char paths[2][PATH_ROOM];

    write_edition(rig, 1);
    rig_remove(rig->cache, true);
    rig_write(rig->cache, STR("a file"));
    write_edition(rig, 2);
    assert_is(rig, KEEP_CURRENT, 2);
    copies_of(rig, KEEP_CURRENT, paths);
    assert_false(file_exists(paths[1]));
}

static void a_full_disk_leaves_the_old_edition(void **state)
{
    struct rig *rig = *state;
    struct kept_edition large = make(rig->arena, 2);
    struct rlimit before, small;
    enum keep_outcome outcome;
    uint64_t stamp;

    write_edition(rig, 0);
    write_edition(rig, 1);
    stamp = keep_edition_stamp(rig->keep);
    large.packed = (struct str){ ARENA_ARRAY(rig->arena, char, 100000), 100000 };
    signal(SIGXFSZ, nothing);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    for (rlim_t limit = 0; limit < 100000; limit = 2 * limit + 1) {
        small = (struct rlimit){ .rlim_cur = limit, .rlim_max = before.rlim_max };
        setrlimit(RLIMIT_FSIZE, &small);
        outcome = keep_edition_write(rig->keep, &large);
        setrlimit(RLIMIT_FSIZE, &before);
        assert_int_equal(outcome, KEEP_FULL);
        assert_is(rig, KEEP_CURRENT, 1);
        assert_is(rig, KEEP_PREVIOUS, 0);
        assert_true(stamp == keep_edition_stamp(rig->keep));
        assert_int_equal(rig_leftovers(rig), 0);
    }
    signal(SIGXFSZ, SIG_DFL);
    assert_int_equal(keep_edition_write(rig->keep, &large), KEEP_OK);
}

static void an_edition_too_large_is_refused(void **state)
{
    struct rig *rig = *state;
    struct kept_edition edition = make(rig->arena, 1);

    write_edition(rig, 1);
    /* Only its length is looked at. */
    edition.packed.bytes = KEEP_EDITION_BYTES_MAX + 1;
    assert_int_equal(keep_edition_write(rig->keep, &edition), KEEP_FULL);
    edition.packed.bytes = SIZE_MAX;
    assert_int_equal(keep_edition_write(rig->keep, &edition), KEEP_FULL);
    assert_is(rig, KEEP_CURRENT, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, rig_set_up, rig_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_new_machine_has_no_edition),
        TEST(the_edition_before_becomes_the_previous),
        TEST(the_stamp_changes_with_each_edition),
        TEST(an_empty_edition_is_one_too),
        TEST(one_rotten_copy_is_replaced_by_the_other),
        TEST(two_rotten_copies_are_damage_and_a_new_edition_heals),
        TEST(every_flipped_bit_is_seen),
        TEST(every_cut_is_seen),
        TEST(a_wrong_seal_leaves_the_signed_documents),
        TEST(a_process_that_runs_on_sees_editions_of_a_new_key),
        TEST(an_edition_of_another_machine_is_not_trusted),
        TEST(swapped_generations_are_both_whole),
        TEST(a_cache_that_cannot_be_written_stops_no_edition),
        TEST(a_full_disk_leaves_the_old_edition),
        TEST(an_edition_too_large_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
