/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening, locking, objects, failed media, accepted editions and the size of the cache. */
#include "base/report.h"
#include "rig.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
/* clang-format off: cmocka wants those above */
#include <cmocka.h>
/* clang-format on */

#define OBJECT_MAX ((size_t)1 << 20)
#define BLOCK UINT64_C(4096)
#define NOBODY 65534

static void nothing(int number)
{
    (void)number;
}

static struct hash put(struct rig *rig, struct str bytes)
{
    struct hash hash;

    assert_int_equal(keep_put(rig->keep, bytes, &hash), KEEP_OK);
    return hash;
}

static enum keep_outcome get(struct rig *rig, const struct hash *hash, struct str *ret_bytes)
{
    return keep_get(rig->keep, rig->arena, hash, OBJECT_MAX, ret_bytes);
}

static void assert_sound(struct rig *rig, const struct hash *hash, struct str expected)
{
    struct str bytes;

    assert_int_equal(get(rig, hash, &bytes), KEEP_OK);
    assert_true(str_equal(bytes, expected));
}

/* Opening and locking. */

static void folders_are_made_for_their_owner_alone(void **state)
{
    struct rig *rig = *state;
    char path[PATH_ROOM];
    struct stat info;

    assert_int_equal(stat(rig->cache, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0700);
    assert_int_equal(stat(rig->state, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0700);
    snprintf(path, sizeof path, "%s/seal.key", rig->state);
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    assert_int_equal(info.st_size, 32);
    assert_string_equal(keep_cache_path(rig->keep), rig->cache);
    assert_string_equal(keep_state_path(rig->keep), rig->state);
}

static void something_else_in_place_of_a_folder_is_named(void **state)
{
    struct rig *rig = *state;
    struct keep *keep = NULL;
    char file[PATH_ROOM], below[PATH_ROOM];
    const char *wrong[] = { file, below };

    snprintf(file, sizeof file, "%s/file", rig->folder);
    snprintf(below, sizeof below, "%s/file/below", rig->folder);
    rig_write(file, STR("x"));
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        const char *folder = NULL;

        assert_int_equal(keep_open(wrong[i], rig->state, &keep, &folder), KEEP_DAMAGED);
        assert_ptr_equal(folder, wrong[i]);
        assert_int_equal(keep_open(rig->cache, wrong[i], &keep, &folder), KEEP_DAMAGED);
        assert_ptr_equal(folder, wrong[i]);
        assert_int_equal(keep_open(rig->cache, wrong[i], &keep, NULL), KEEP_DAMAGED);
    }
    assert_null(keep);
}

static void a_path_too_long_is_an_error(void **state)
{
    struct rig *rig = *state;
    struct keep *keep = NULL;
    const char *folder = NULL;
    char *path = memory_new(8192, 1);

    memset(path, 'a', 8191);
    assert_int_equal(keep_open(path, rig->state, &keep, &folder), KEEP_FAILED);
    assert_ptr_equal(folder, path);
    free(path);
}

/* The one who is root may do everything, so root becomes nobody for a while. */
static bool become_nobody(struct rig *rig)
{
    if (geteuid() != 0)
        return false;
    assert_int_equal(chown(rig->folder, NOBODY, NOBODY), 0);
    assert_int_equal(chown(rig->cache, NOBODY, NOBODY), 0);
    assert_int_equal(chown(rig->state, NOBODY, NOBODY), 0);
    assert_int_equal(seteuid(NOBODY), 0);
    return true;
}

static void become_root(bool again)
{
    if (again)
        assert_int_equal(seteuid(0), 0);
}

static void folders_that_may_not_be_used_are_denied(void **state)
{
    struct rig *rig = *state;
    struct keep *keep = NULL;
    const char *folder = NULL;
    char below[PATH_ROOM];
    bool root = become_nobody(rig);

    snprintf(below, sizeof below, "%s/cache/below", rig->folder);
    assert_int_equal(chmod(rig->cache, 0500), 0);
    assert_int_equal(keep_open(below, rig->state, &keep, &folder), KEEP_DENIED);
    assert_ptr_equal(folder, below);
    assert_int_equal(chmod(rig->cache, 0), 0);
    assert_int_equal(keep_open(rig->cache, rig->state, &keep, &folder), KEEP_DENIED);
    assert_ptr_equal(folder, rig->cache);
    assert_int_equal(chmod(rig->cache, 0700), 0);
    rig_remove(rig->state, false);
    become_root(root);
    rig_remove(rig->state, false);
    root = become_nobody(rig);
    assert_int_equal(chmod(rig->state, 0500), 0);
    assert_int_equal(keep_open(rig->cache, rig->state, &keep, &folder), KEEP_DENIED);
    assert_ptr_equal(folder, rig->state);
    assert_int_equal(chmod(rig->state, 0700), 0);
    become_root(root);
    assert_null(keep);
}

static void folders_that_are_only_readable_still_show(void **state)
{
    struct rig *rig = *state;
    bool root = become_nobody(rig);
    struct hash hash, other;

    keep_close(rig->keep);
    rig_remove(rig->state, false);
    become_root(root);
    rig_remove(rig->state, false);
    root = become_nobody(rig);
    assert_int_equal(keep_open(rig->cache, rig->state, &rig->keep, NULL), KEEP_OK);
    hash = put(rig, STR("seen before"));
    keep_close(rig->keep);
    rig->keep = NULL;
    assert_int_equal(chmod(rig->cache, 0500), 0);
    assert_int_equal(chmod(rig->state, 0500), 0);
    assert_int_equal(keep_open(rig->cache, rig->state, &rig->keep, NULL), KEEP_OK);
    assert_sound(rig, &hash, STR("seen before"));
    assert_int_equal(keep_lock(rig->keep), KEEP_DENIED);
    assert_int_equal(keep_accepted_put(rig->keep, STR("site"), 1, &hash), KEEP_DENIED);
    keep_failed_put(rig->keep, &hash, 1);
    assert_int_equal(chmod(rig->cache, 0700), 0);
    assert_int_equal(chmod(rig->state, 0700), 0);
    assert_int_equal(keep_put(rig->keep, STR("new"), &other), KEEP_OK);
    become_root(root);
}

static void one_writer_at_a_time_holds_the_lock(void **state)
{
    struct rig *rig = *state;
    struct keep *second = NULL;

    assert_int_equal(keep_open(rig->cache, rig->state, &second, NULL), KEEP_OK);
    assert_int_equal(keep_lock(rig->keep), KEEP_OK);
    assert_int_equal(keep_lock(rig->keep), KEEP_OK);
    assert_int_equal(keep_lock(second), KEEP_BUSY);
    keep_close(rig->keep);
    rig->keep = NULL;
    assert_int_equal(keep_lock(second), KEEP_OK);
    keep_close(second);
}

static void a_rotten_lock_or_key_is_made_anew(void **state)
{
    static const char *const names[] = { "lock", "seal.key" };
    struct rig *rig = *state;
    char path[PATH_ROOM];
    struct stat info;

    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        for (enum rot rot = ROT_CUT; rot < ROT_COUNT; rot++) {
            snprintf(path, sizeof path, "%s/%s", rig->state, names[i]);
            rig_open_again(rig);
            assert_int_equal(keep_lock(rig->keep), KEEP_OK);
            keep_close(rig->keep);
            rig->keep = NULL;
            rot_file(path, rot);
            assert_int_equal(keep_open(rig->cache, rig->state, &rig->keep, NULL), KEEP_OK);
            assert_int_equal(keep_lock(rig->keep), KEEP_OK);
            assert_int_equal(lstat(path, &info), 0);
            assert_true(S_ISREG(info.st_mode));
        }
    }
    assert_int_equal(info.st_size, 32);
}

static void leftovers_of_killed_writers_are_removed(void **state)
{
    static const char *const ours[] = { "%s/cache/objects/ab/.abcd.1234.tmp",
                                        "%s/cache/failed/.abcd.1.tmp",
                                        "%s/state/.edition.77.tmp",
                                        "%s/state/.accepted.77.tmp",
                                        "%s/cache/edition.next",
                                        "%s/state/.edition.previous.9.tmp" };
    static const char theirs[] = "%s/cache/.status.json.55.tmp";
    struct rig *rig = *state;
    char path[PATH_ROOM];

    snprintf(path, sizeof path, "%s/cache/objects/ab", rig->folder);
    assert_int_equal(file_make_folder(path, 0700), FILE_OK);
    snprintf(path, sizeof path, "%s/cache/failed", rig->folder);
    assert_int_equal(file_make_folder(path, 0700), FILE_OK);
    for (size_t i = 0; i < ARRAY_LEN(ours); i++) {
        struct str name = str_of(ours[i]);

        snprintf(path, sizeof path, "%s%s", rig->folder, name.at + 2);
        rig_write(path, STR("half"));
    }
    snprintf(path, sizeof path, "%s%s", rig->folder, theirs + 2);
    rig_write(path, STR("half"));
    assert_int_equal(rig_leftovers(rig), ARRAY_LEN(ours) + 1);
    assert_int_equal(keep_lock(rig->keep), KEEP_OK);
    assert_int_equal(rig_leftovers(rig), 1);
    assert_true(file_exists(path));
}

/* Objects. */

static void an_object_comes_back_by_its_hash(void **state)
{
    struct rig *rig = *state;
    struct hash expected = hash_of(STR("kuva")), hash;

    assert_false(keep_has(rig->keep, &expected));
    hash = put(rig, STR("kuva"));
    assert_true(hash_equal(&hash, &expected));
    assert_true(keep_has(rig->keep, &hash));
    assert_sound(rig, &hash, STR("kuva"));
    hash = put(rig, STR(""));
    assert_sound(rig, &hash, STR(""));
    assert_int_equal(rig_leftovers(rig), 0);
}

static void an_object_that_is_not_there_is_missing(void **state)
{
    struct rig *rig = *state;
    struct hash hash = hash_of(STR("nobody put this"));
    struct str bytes = STR("untouched");

    assert_int_equal(get(rig, &hash, &bytes), KEEP_MISSING);
    assert_true(str_is(bytes, "untouched"));
    assert_null(keep_map(rig->keep, &hash, 15));
    keep_drop(rig->keep, &hash);
}

static void an_object_over_the_limit_is_damaged(void **state)
{
    struct rig *rig = *state;
    struct hash hash = put(rig, STR("12345678"));
    struct str bytes;

    assert_int_equal(keep_get(rig->keep, rig->arena, &hash, 7, &bytes), KEEP_DAMAGED);
    assert_int_equal(keep_get(rig->keep, rig->arena, &hash, 8, &bytes), KEEP_OK);
}

static void a_rotten_object_is_noticed_dropped_and_put_again(void **state)
{
    static const struct str kept = { "a picture, said in words", 24 };
    struct rig *rig = *state;

    for (enum rot rot = 0; rot < ROT_COUNT; rot++) {
        struct hash hash = put(rig, kept), other = put(rig, STR("another one"));
        enum keep_outcome outcome;
        char path[PATH_ROOM];
        struct str bytes;

        rig_object_path(rig, &hash, path);
        rot_file(path, rot);
        outcome = get(rig, &hash, &bytes);
        if (outcome == KEEP_OK || (outcome == KEEP_MISSING) != (rot == ROT_GONE))
            fail_msg("%s: %s", rot_text(rot), keep_outcome_text(outcome));
        if (rot != ROT_FLIPPED)
            assert_null(keep_map(rig->keep, &hash, kept.bytes));
        if (rot >= ROT_FOLDER)
            assert_false(keep_has(rig->keep, &hash));
        keep_drop(rig->keep, &hash);
        assert_int_equal(get(rig, &hash, &bytes), KEEP_MISSING);
        put(rig, kept);
        assert_sound(rig, &hash, kept);
        assert_sound(rig, &other, STR("another one"));
    }
}

static void putting_an_object_heals_a_rotten_one(void **state)
{
    static const struct str kept = { "a picture, said in words", 24 };
    struct rig *rig = *state;

    for (enum rot rot = 0; rot < ROT_COUNT; rot++) {
        struct hash hash = put(rig, kept);
        char path[PATH_ROOM];

        rig_object_path(rig, &hash, path);
        rot_file(path, rot);
        put(rig, kept);
        assert_sound(rig, &hash, kept);
    }
}

static void swapped_objects_are_both_noticed(void **state)
{
    struct rig *rig = *state;
    struct hash first = put(rig, STR("one one")), second = put(rig, STR("two two"));
    char a[PATH_ROOM], b[PATH_ROOM], between[PATH_ROOM];
    struct str bytes;

    rig_object_path(rig, &first, a);
    rig_object_path(rig, &second, b);
    snprintf(between, sizeof between, "%s/between", rig->folder);
    assert_int_equal(rename(a, between), 0);
    assert_int_equal(rename(b, a), 0);
    assert_int_equal(rename(between, b), 0);
    assert_int_equal(get(rig, &first, &bytes), KEEP_DAMAGED);
    assert_int_equal(get(rig, &second, &bytes), KEEP_DAMAGED);
    put(rig, STR("one one"));
    put(rig, STR("two two"));
    assert_sound(rig, &first, STR("one one"));
    assert_sound(rig, &second, STR("two two"));
}

static void folders_of_objects_may_rot_too(void **state)
{
    struct rig *rig = *state;
    struct hash hash = hash_of(STR("kuva"));
    char above[PATH_ROOM], fan[PATH_ROOM];
    struct str bytes;

    snprintf(above, sizeof above, "%s/objects", rig->cache);
    snprintf(fan, sizeof fan, "%s/objects/%02x", rig->cache, hash.bytes[0]);
    for (enum rot rot = ROT_GONE; rot < ROT_COUNT; rot++) {
        char *rotten = rot % 2 ? above : fan;

        put(rig, STR("kuva"));
        rig_remove(rotten, true);
        rig_write(rotten, STR("x"));
        rot_file(rotten, rot);
        /* A folder that is missing or empty is only that; it is filled again. */
        assert_int_not_equal(get(rig, &hash, &bytes), KEEP_OK);
        put(rig, STR("kuva"));
        assert_sound(rig, &hash, STR("kuva"));
        rig_remove(above, true);
        unlink(above);
    }
}

static void a_cache_deleted_while_open_is_made_again(void **state)
{
    struct rig *rig = *state;
    struct hash hash = put(rig, STR("kuva"));
    struct str bytes;

    rig_remove(rig->cache, false);
    assert_int_equal(get(rig, &hash, &bytes), KEEP_MISSING);
    put(rig, STR("kuva"));
    assert_sound(rig, &hash, STR("kuva"));
}

static void an_object_that_is_whole_is_not_written_again(void **state)
{
    struct rig *rig = *state;
    struct hash hash = put(rig, STR("kuva"));
    char path[PATH_ROOM];
    struct stat before, after;

    rig_object_path(rig, &hash, path);
    assert_int_equal(stat(path, &before), 0);
    put(rig, STR("kuva"));
    assert_int_equal(stat(path, &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
}

static void mapped_pixels_are_the_bytes(void **state)
{
    struct rig *rig = *state;
    struct hash hash = put(rig, STR("pixels"));
    const void *mapped = keep_map(rig->keep, &hash, 6);

    assert_non_null(mapped);
    assert_memory_equal(mapped, "pixels", 6);
    keep_drop(rig->keep, &hash);
    assert_memory_equal(mapped, "pixels", 6);
    keep_unmap(mapped, 6);
    hash = put(rig, STR("pixels"));
    assert_null(keep_map(rig->keep, &hash, 5));
    assert_null(keep_map(rig->keep, &hash, 7));
    assert_null(keep_map(rig->keep, &hash, 0));
    keep_unmap(NULL, 6);
}

static void a_full_disk_leaves_nothing_behind(void **state)
{
    struct rig *rig = *state;
    struct str large = { ARENA_ARRAY(rig->arena, char, 100000), 100000 };
    struct hash hash = hash_of(large), untouched = { { 9 } }, ret = untouched;
    struct rlimit before, small;
    enum keep_outcome outcome, accepted;

    put(rig, STR("there already"));
    signal(SIGXFSZ, nothing);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = (struct rlimit){ .rlim_cur = 50, .rlim_max = before.rlim_max };
    setrlimit(RLIMIT_FSIZE, &small);
    outcome = keep_put(rig->keep, large, &ret);
    accepted = keep_accepted_put(rig->keep, STR("https://a.example.fi/"), 5, &hash);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, SIG_DFL);
    assert_int_equal(outcome, KEEP_FULL);
    assert_int_equal(accepted, KEEP_FULL);
    assert_true(hash_equal(&ret, &untouched));
    assert_false(keep_has(rig->keep, &hash));
    assert_int_equal(rig_leftovers(rig), 0);
    put(rig, large);
    assert_sound(rig, &hash, large);
}

/* Failed media. */

static void a_medium_that_failed_is_remembered(void **state)
{
    struct rig *rig = *state;
    struct hash hash = hash_of(STR("broken picture"));
    int why = -1;

    assert_false(keep_failed_get(rig->keep, &hash, &why));
    keep_failed_put(rig->keep, &hash, FINDING_XML_EMPTY);
    assert_true(keep_failed_get(rig->keep, &hash, &why));
    assert_int_equal(why, FINDING_XML_EMPTY);
    keep_failed_put(rig->keep, &hash, FINDING_COUNT - 1);
    rig_open_again(rig);
    assert_true(keep_failed_get(rig->keep, &hash, &why));
    assert_int_equal(why, FINDING_COUNT - 1);
}

static void a_rotten_note_of_failure_is_none(void **state)
{
    struct rig *rig = *state;
    struct hash hash = hash_of(STR("broken picture"));
    char path[PATH_ROOM], hex[HASH_HEX_BYTES + 1];
    int why = -1;

    hash_hex(&hash, hex);
    snprintf(path, sizeof path, "%s/failed/%s", rig->cache, hex);
    for (enum rot rot = 0; rot < ROT_COUNT; rot++) {
        keep_failed_put(rig->keep, &hash, 3);
        assert_true(keep_failed_get(rig->keep, &hash, &why));
        rot_file(path, rot);
        assert_false(keep_failed_get(rig->keep, &hash, &why));
    }
    assert_int_equal(why, 3);
}

/* Accepted editions. */

static void the_highest_accepted_edition_is_remembered_by_site(void **state)
{
    static const char *const sites[] = { "https://a.example.fi/", "/srv/a folder with spaces",
                                         "https://a.example.fi/2" };
    struct rig *rig = *state;
    struct hash feed = hash_of(STR("feed")), found;
    int64_t updated = -1;

    assert_false(keep_accepted_get(rig->keep, str_of(sites[0]), &updated, &found));
    for (size_t i = 0; i < ARRAY_LEN(sites); i++) {
        feed.bytes[0] = (uint8_t)i;
        assert_int_equal(
            keep_accepted_put(rig->keep, str_of(sites[i]), INT64_C(1790000000) + (int64_t)i, &feed),
            KEEP_OK);
    }
    rig_open_again(rig);
    for (size_t i = 0; i < ARRAY_LEN(sites); i++) {
        assert_true(keep_accepted_get(rig->keep, str_of(sites[i]), &updated, &found));
        assert_int_equal(updated, INT64_C(1790000000) + (int64_t)i);
        assert_int_equal(found.bytes[0], i);
    }
    assert_false(keep_accepted_get(rig->keep, STR("https://a.example.fi"), &updated, &found));
}

static void an_accepted_edition_is_never_lowered(void **state)
{
    static const struct {
        int64_t put, stands;
    } cases[] = { { -5, -5 },
                  { 100, 100 },
                  { 99, 100 },
                  { 100, 100 },
                  { INT64_MAX, INT64_MAX },
                  { 5, INT64_MAX },
                  { INT64_MIN, INT64_MAX } };
    struct rig *rig = *state;

    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct hash feed = { { (uint8_t)i } }, found;
        int64_t updated;

        assert_int_equal(keep_accepted_put(rig->keep, STR("site"), cases[i].put, &feed), KEEP_OK);
        assert_true(keep_accepted_get(rig->keep, STR("site"), &updated, &found));
        assert_int_equal(updated, cases[i].stands);
        assert_int_equal(hash_equal(&found, &feed), cases[i].put == cases[i].stands && i != 3);
    }
}

static void the_lowest_moment_is_kept_too(void **state)
{
    struct rig *rig = *state;
    struct hash feed = { { 1 } }, found;
    int64_t updated;

    assert_int_equal(keep_accepted_put(rig->keep, STR("site"), INT64_MIN, &feed), KEEP_OK);
    assert_true(keep_accepted_get(rig->keep, STR("site"), &updated, &found));
    assert_true(updated == INT64_MIN);
}

static void one_rotten_line_costs_one_site(void **state)
{
    struct rig *rig = *state;
    struct hash feed = hash_of(STR("feed")), found;
    char path[PATH_ROOM];
    struct str bytes;
    size_t lost_most = 0;

    assert_int_equal(keep_accepted_put(rig->keep, STR("first"), 1, &feed), KEEP_OK);
    assert_int_equal(keep_accepted_put(rig->keep, STR("second"), 2, &feed), KEEP_OK);
    snprintf(path, sizeof path, "%s/accepted", rig->state);
    assert_int_equal(file_read(rig->arena, path, 4096, &bytes), FILE_OK);
    for (size_t i = 0; i < bytes.bytes * 8; i++) {
        struct str changed = str_copy(rig->arena, bytes);
        int64_t first = 1, second = 2;
        size_t lost;

        ((char *)(uintptr_t)changed.at)[i / 8] ^= (char)(1 << i % 8);
        rig_write(path, changed);
        lost = !keep_accepted_get(rig->keep, STR("first"), &first, &found);
        lost += !keep_accepted_get(rig->keep, STR("second"), &second, &found);
        assert_int_equal(first, 1);
        assert_int_equal(second, 2);
        /* A line break in the middle of the file belongs to both lines. */
        assert_true(lost == 1 || bytes.at[i / 8] == '\n');
        lost_most = lost > lost_most ? lost : lost_most;
    }
    assert_true(lost_most >= 1);
}

static void a_rotten_list_of_accepted_editions_starts_anew(void **state)
{
    struct rig *rig = *state;
    struct hash feed = hash_of(STR("feed")), found;
    char path[PATH_ROOM];
    int64_t updated;

    snprintf(path, sizeof path, "%s/accepted", rig->state);
    for (enum rot rot = 0; rot < ROT_COUNT; rot++) {
        assert_int_equal(keep_accepted_put(rig->keep, STR("site"), 5, &feed), KEEP_OK);
        rot_file(path, rot);
        assert_int_equal(keep_accepted_put(rig->keep, STR("site"), 6, &feed), KEEP_OK);
        assert_true(keep_accepted_get(rig->keep, STR("site"), &updated, &found));
        assert_int_equal(updated, 6);
        unlink(path);
    }
}

static void a_list_of_many_empty_lines_costs_no_memory(void **state)
{
    struct rig *rig = *state;
    struct hash feed = hash_of(STR("feed")), found;
    struct str lines = { ARENA_ARRAY(rig->arena, char, 1 << 20), 1 << 20 };
    char path[PATH_ROOM];
    int64_t updated;

    for (size_t i = 0; i < lines.bytes; i++)
        ((char *)(uintptr_t)lines.at)[i] = "a \n"[i % 3];
    snprintf(path, sizeof path, "%s/accepted", rig->state);
    rig_write(path, lines);
    assert_false(keep_accepted_get(rig->keep, STR("site"), &updated, &found));
    assert_int_equal(keep_accepted_put(rig->keep, STR("site"), 7, &feed), KEEP_OK);
    assert_true(keep_accepted_get(rig->keep, STR("site"), &updated, &found));
}

static void a_site_with_a_line_break_is_refused(void **state)
{
    struct rig *rig = *state;
    struct hash feed = hash_of(STR("feed")), found;
    int64_t updated;

    assert_int_equal(keep_accepted_put(rig->keep, STR("a\nb"), 5, &feed), KEEP_FAILED);
    assert_false(keep_accepted_get(rig->keep, STR("a\nb"), &updated, &found));
}

/* The size of the cache. */

static void set_use(struct rig *rig, const struct hash *hash, time_t when)
{
    const struct timespec times[] = { { .tv_sec = when }, { .tv_sec = when } };
    char path[PATH_ROOM];

    rig_object_path(rig, hash, path);
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void the_longest_unused_objects_go_first(void **state)
{
    struct rig *rig = *state;
    struct hash hashes[6];

    for (size_t i = 0; i < ARRAY_LEN(hashes); i++) {
        hashes[i] = put(rig, str_format(rig->arena, "object %zu", i));
        set_use(rig, &hashes[i], 1000 + (time_t)i);
    }
    assert_int_equal(keep_collect(rig->keep, NULL, 0, 6 * BLOCK), 0);
    assert_int_equal(keep_collect(rig->keep, NULL, 0, 4 * BLOCK), 2);
    assert_false(keep_has(rig->keep, &hashes[0]));
    assert_false(keep_has(rig->keep, &hashes[1]));
    assert_true(keep_has(rig->keep, &hashes[2]));
    /* What is put again is in use again. */
    put(rig, STR("object 2"));
    assert_int_equal(keep_collect(rig->keep, NULL, 0, 2 * BLOCK), 2);
    assert_true(keep_has(rig->keep, &hashes[2]));
    assert_true(keep_has(rig->keep, &hashes[5]));
}

static void wanted_objects_stay_whatever_the_limit(void **state)
{
    struct rig *rig = *state;
    struct hash hashes[6], wanted[3];

    for (size_t i = 0; i < ARRAY_LEN(hashes); i++) {
        hashes[i] = put(rig, str_format(rig->arena, "object %zu", i));
        set_use(rig, &hashes[i], 1000 + (time_t)i);
    }
    wanted[0] = hashes[5];
    wanted[1] = hashes[0];
    wanted[2] = hashes[0];
    assert_int_equal(keep_collect(rig->keep, wanted, 3, 0), 4);
    assert_true(keep_has(rig->keep, &hashes[0]));
    assert_true(keep_has(rig->keep, &hashes[5]));
    /* Being wanted is being used: the one of 1970 is not the oldest any more. */
    hashes[1] = put(rig, STR("younger"));
    set_use(rig, &hashes[1], 2000);
    assert_int_equal(keep_collect(rig->keep, NULL, 0, 2 * BLOCK), 1);
    assert_false(keep_has(rig->keep, &hashes[1]));
}

static void collecting_passes_over_what_is_no_object(void **state)
{
    struct rig *rig = *state;
    struct hash hash = put(rig, STR("kuva"));
    char path[PATH_ROOM];

    rig_object_path(rig, &hash, path);
    rot_file(path, ROT_ENDLESS);
    assert_int_equal(keep_collect(rig->keep, NULL, 0, 0), 0);
    rig_remove(rig->cache, false);
    assert_int_equal(keep_collect(rig->keep, &hash, 1, 0), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, rig_set_up, rig_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(folders_are_made_for_their_owner_alone),
        TEST(something_else_in_place_of_a_folder_is_named),
        TEST(a_path_too_long_is_an_error),
        TEST(folders_that_may_not_be_used_are_denied),
        TEST(folders_that_are_only_readable_still_show),
        TEST(one_writer_at_a_time_holds_the_lock),
        TEST(a_rotten_lock_or_key_is_made_anew),
        TEST(leftovers_of_killed_writers_are_removed),
        TEST(an_object_comes_back_by_its_hash),
        TEST(an_object_that_is_not_there_is_missing),
        TEST(an_object_over_the_limit_is_damaged),
        TEST(a_rotten_object_is_noticed_dropped_and_put_again),
        TEST(putting_an_object_heals_a_rotten_one),
        TEST(swapped_objects_are_both_noticed),
        TEST(folders_of_objects_may_rot_too),
        TEST(a_cache_deleted_while_open_is_made_again),
        TEST(an_object_that_is_whole_is_not_written_again),
        TEST(mapped_pixels_are_the_bytes),
        TEST(a_full_disk_leaves_nothing_behind),
        TEST(a_medium_that_failed_is_remembered),
        TEST(a_rotten_note_of_failure_is_none),
        TEST(the_highest_accepted_edition_is_remembered_by_site),
        TEST(an_accepted_edition_is_never_lowered),
        TEST(the_lowest_moment_is_kept_too),
        TEST(one_rotten_line_costs_one_site),
        TEST(a_rotten_list_of_accepted_editions_starts_anew),
        TEST(a_list_of_many_empty_lines_costs_no_memory),
        TEST(a_site_with_a_line_break_is_refused),
        TEST(the_longest_unused_objects_go_first),
        TEST(wanted_objects_stay_whatever_the_limit),
        TEST(collecting_passes_over_what_is_no_object),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
