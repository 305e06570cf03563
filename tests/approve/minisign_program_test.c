/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The minisign program reads what we write, and we read what it writes. Each test works in a
 * folder of its own and runs the program there.
 */
#include "approve_tests.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define DOCUMENT STR("<feed>Kahvila on auki.</feed>\n")
#define FILE_BYTES_MAX 65536
#define ARGS_MAX 16
#define PASSPHRASE "kahvi ja pulla"
#define MINISIGN_MEMORY_KIB (1536L * 1024) /* its scrypt takes 1 GiB */

struct folder {
    struct arena *arena;
    char path[64];
};

static int give_folder(void **state)
{
    struct arena *arena = arena_new((size_t)64 << 20);
    struct folder *folder = ARENA_NEW(arena, struct folder);
    folder->arena = arena;
    memcpy(folder->path, "/tmp/infotaulu-approve-XXXXXX", sizeof "/tmp/infotaulu-approve-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    *state = folder;
    return 0;
}

static const char *path_of(const struct folder *folder, const char *name)
{
    return file_join(folder->arena, folder->path, name);
}

static int take_folder(void **state)
{
    struct folder *folder = *state;
    struct str *names;
    size_t count;
    assert_int_equal(file_list(folder->arena, folder->path, &names, &count), FILE_OK);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(unlink(path_of(folder, names[i].at)), 0);
    assert_int_equal(rmdir(folder->path), 0);
    arena_free(folder->arena);
    return 0;
}

#define FOLDER_TEST(test) cmocka_unit_test_setup_teardown(test, give_folder, take_folder)

static void put(const struct folder *folder, const char *name, struct str bytes)
{
    assert_int_equal(file_write(path_of(folder, name), bytes, 0600), FILE_OK);
}

static struct str get(const struct folder *folder, const char *name)
{
    struct str bytes = STR("");
    assert_int_equal(file_read(folder->arena, path_of(folder, name), FILE_BYTES_MAX, &bytes),
                     FILE_OK);
    return bytes;
}

static void start_in_folder(const struct folder *folder, posix_spawn_file_actions_t *actions)
{
    assert_int_equal(posix_spawn_file_actions_init(actions), 0);
    assert_int_equal(posix_spawn_file_actions_addchdir_np(actions, folder->path), 0);
    assert_int_equal(posix_spawn_file_actions_addopen(actions, 0, "stdin", O_RDONLY, 0), 0);
    assert_int_equal(
        posix_spawn_file_actions_addopen(actions, 1, "stdout", O_WRONLY | O_CREAT | O_TRUNC, 0600),
        0);
    assert_int_equal(posix_spawn_file_actions_adddup2(actions, 1, 2), 0);
}

/*
 * Runs minisign in the folder.
 *
 * input  what it reads, passphrases with a line end each.
 * words  its arguments, ended by NULL.
 * Answers its exit code; what it said is then in the file "stdout".
 */
static int minisign(const struct folder *folder, const char *input, const char *const *words)
{
    char *args[ARGS_MAX] = { (char *)"minisign" };
    size_t count = 1;
    for (; *words; words++) {
        assert_true(count + 1 < ARGS_MAX);
        args[count++] = (char *)*words; /* posix_spawn does not write to them */
    }
    put(folder, "stdin", str_of(input));
    posix_spawn_file_actions_t actions;
    start_in_folder(folder, &actions);
    pid_t child;
    int error = posix_spawnp(&child, "minisign", &actions, NULL, args, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0)
        fail_msg("the minisign program is needed: %s", strerror(error));
    int status;
    while (waitpid(child, &status, 0) < 0)
        assert_int_equal(errno, EINTR);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

#define MINISIGN(folder, input, ...)                                                               \
    minisign((folder), (input), (const char *const[]){ __VA_ARGS__, NULL })

static struct public_key get_public(const struct folder *folder, const char *name)
{
    struct public_key key;
    assert_true(public_key_parse(get(folder, name), &key));
    return key;
}

static void what_we_sign_minisign_verifies(void **state)
{
    struct folder *folder = *state;
    struct secret_key *key = secret_key_new();
    struct public_key public_key = secret_key_public(key);
    struct str line = public_key_format(folder->arena, &public_key);
    put(folder, "feed", DOCUMENT);
    put(folder, "feed.minisig",
        secret_key_sign(folder->arena, key, DOCUMENT, STR("a feed"), STR("by=Hyvä rooli")));
    put(folder, "key.pub", str_format(folder->arena, "untrusted comment: x\n%s\n", line.at));
    assert_int_equal(MINISIGN(folder, "", "-Vm", "feed", "-P", line.at), 0);
    assert_true(str_find(get(folder, "stdout"), STR("by=Hyvä rooli")) >= 0);
    assert_int_equal(MINISIGN(folder, "", "-VHQm", "feed", "-p", "key.pub"), 0);
    assert_str(get(folder, "stdout"), STR("by=Hyvä rooli\n"));
    put(folder, "feed", STR("other"));
    assert_int_not_equal(MINISIGN(folder, "", "-Vm", "feed", "-P", line.at), 0);
    secret_key_free(key);
}

static void the_longest_comments_we_write_minisign_reads(void **state)
{
    struct folder *folder = *state;
    struct secret_key *key = secret_key_new();
    struct public_key public_key = secret_key_public(key);
    struct str comment = STR("0123456789abcdef");
    while (comment.bytes < TRUSTED_COMMENT_BYTES_MAX)
        comment = str_join(folder->arena, comment, comment);
    put(folder, "feed", DOCUMENT);
    put(folder, "feed.minisig", secret_key_sign(folder->arena, key, DOCUMENT, comment, comment));
    struct str line = public_key_format(folder->arena, &public_key);
    assert_int_equal(MINISIGN(folder, "", "-VQm", "feed", "-P", line.at), 0);
    assert_str(str_trim(get(folder, "stdout")), comment);
    secret_key_free(key);
}

static void a_key_of_ours_signs_in_minisign(void **state)
{
    struct folder *folder = *state;
    struct secret_key *key = secret_key_new();
    struct public_key public_key = secret_key_public(key);
    struct str file = STR("");
    assert_int_equal(secret_key_format(folder->arena, key, STR("ours"), STR(""), &file),
                     SECRET_KEY_OK);
    put(folder, "our.key", file);
    put(folder, "feed", DOCUMENT);
    assert_int_equal(MINISIGN(folder, "", "-S", "-s", "our.key", "-m", "feed", "-c", "unsigned",
                              "-t", "signed by=Äiti"),
                     0);
    assert_true(file_verifies(get(folder, "feed.minisig"), &public_key, DOCUMENT));
    /* The same key, bytes and comments: the same file, whoever writes it. */
    struct str signature =
        secret_key_sign(folder->arena, key, DOCUMENT, STR("unsigned"), STR("signed by=Äiti"));
    assert_str(get(folder, "feed.minisig"), signature);
    secret_key_free(key);
}

static void a_key_of_ours_gives_minisign_the_same_public_key(void **state)
{
    struct folder *folder = *state;
    struct secret_key *key = secret_key_new();
    struct public_key public_key = secret_key_public(key);
    struct str file = STR("");
    assert_int_equal(secret_key_format(folder->arena, key, STR("ours"), STR(""), &file),
                     SECRET_KEY_OK);
    put(folder, "our.key", file);
    assert_int_equal(MINISIGN(folder, "", "-R", "-s", "our.key", "-p", "our.pub"), 0);
    struct str written = get(folder, "our.pub");
    assert_str(line_of(written, 1), public_key_format(folder->arena, &public_key));
    /* minisign leaves zeros in front out. */
    struct str number = public_key_number(folder->arena, public_key.id);
    while (str_starts(number, "0"))
        number = str_slice(number, 1, number.bytes);
    assert_true(str_ends(line_of(written, 0), number.at));
    secret_key_free(key);
}

static void a_key_of_minisign_is_read(void **state)
{
    struct folder *folder = *state;
    put(folder, "feed", DOCUMENT);
    assert_int_equal(MINISIGN(folder, "", "-G", "-W", "-s", "its.key", "-p", "its.pub"), 0);
    struct public_key public_key = get_public(folder, "its.pub");
    struct secret_key *key = NULL;
    assert_false(secret_key_is_protected(get(folder, "its.key")));
    assert_int_equal(secret_key_parse(get(folder, "its.key"), STR(""), &key), SECRET_KEY_OK);
    struct public_key own = secret_key_public(key);
    assert_memory_equal(&own, &public_key, sizeof own);
    put(folder, "feed.minisig", secret_key_sign(folder->arena, key, DOCUMENT, STR("u"), STR("t")));
    assert_int_equal(MINISIGN(folder, "", "-Vm", "feed", "-p", "its.pub"), 0);
    secret_key_free(key);
}

static void what_minisign_signs_we_verify(void **state)
{
    struct folder *folder = *state;
    struct signature signature;
    put(folder, "feed", DOCUMENT);
    assert_int_equal(MINISIGN(folder, "", "-G", "-W", "-s", "its.key", "-p", "its.pub"), 0);
    struct public_key key = get_public(folder, "its.pub");
    assert_int_equal(MINISIGN(folder, "", "-S", "-s", "its.key", "-m", "feed"), 0);
    assert_true(signature_parse(get(folder, "feed.minisig"), &signature));
    assert_true(signature.prehashed);
    assert_true(str_starts(signature.trusted_comment, "timestamp:"));
    assert_true(signature_verify(&signature, &key, DOCUMENT));
    assert_false(signature_verify(&signature, &key, STR("other")));
    assert_int_equal(MINISIGN(folder, "", "-Sl", "-s", "its.key", "-m", "feed"), 0);
    assert_true(signature_parse(get(folder, "feed.minisig"), &signature));
    assert_false(signature.prehashed);
    assert_true(signature_verify(&signature, &key, DOCUMENT));
    assert_false(signature_verify(&signature, &key, STR("other")));
}

static void a_protected_key_of_ours_signs_in_minisign(void **state)
{
    struct folder *folder = *state;
    struct secret_key *key = secret_key_new();
    struct public_key public_key = secret_key_public(key);
    struct str file = STR("");
    assert_int_equal(secret_key_format(folder->arena, key, STR("ours"), STR(PASSPHRASE), &file),
                     SECRET_KEY_OK);
    put(folder, "our.key", file);
    put(folder, "feed", DOCUMENT);
    assert_int_not_equal(MINISIGN(folder, "wrong\n", "-S", "-s", "our.key", "-m", "feed"), 0);
    assert_true(str_find(get(folder, "stdout"), STR("Wrong password")) >= 0);
    assert_int_equal(MINISIGN(folder, PASSPHRASE "\n", "-S", "-s", "our.key", "-m", "feed"), 0);
    assert_true(file_verifies(get(folder, "feed.minisig"), &public_key, DOCUMENT));
    secret_key_free(key);
}

/* Memory that may still be had, in KiB; 0 when the system does not say. */
static long memory_available(struct arena *arena)
{
    struct str text, line;
    if (file_read(arena, "/proc/meminfo", FILE_BYTES_MAX, &text) != FILE_OK)
        return 0;
    while (str_next(&text, '\n', &line))
        if (str_starts(line, "MemAvailable:"))
            return strtol(line.at + strlen("MemAvailable:"), NULL, 10);
    return 0;
}

static void a_protected_key_of_minisign_is_read(void **state)
{
    struct folder *folder = *state;
    if (memory_available(folder->arena) < MINISIGN_MEMORY_KIB) {
        print_message("SKIPPED: minisign's own passphrase keys want 1 GiB, which is not free\n");
        skip();
    }
    int outcome =
        MINISIGN(folder, PASSPHRASE "\n" PASSPHRASE "\n", "-G", "-s", "its.key", "-p", "its.pub");
    if (outcome != 0 && str_find(get(folder, "stdout"), STR("ore memory")) >= 0) {
        print_message("SKIPPED: minisign did not get the memory for its passphrase key\n");
        skip();
    }
    assert_int_equal(outcome, 0);
    struct str file = get(folder, "its.key");
    struct public_key public_key = get_public(folder, "its.pub");
    struct secret_key *key = NULL;
    assert_true(secret_key_is_protected(file));
    assert_int_equal(secret_key_parse(file, STR(""), &key), SECRET_KEY_NEEDS_PASSPHRASE);
    assert_int_equal(secret_key_parse(file, STR(PASSPHRASE), &key), SECRET_KEY_OK);
    struct public_key own = secret_key_public(key);
    assert_memory_equal(&own, &public_key, sizeof own);
    secret_key_free(key);
}

int minisign_program_tests(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(what_we_sign_minisign_verifies),
        FOLDER_TEST(the_longest_comments_we_write_minisign_reads),
        FOLDER_TEST(a_key_of_ours_signs_in_minisign),
        FOLDER_TEST(a_key_of_ours_gives_minisign_the_same_public_key),
        FOLDER_TEST(a_key_of_minisign_is_read),
        FOLDER_TEST(what_minisign_signs_we_verify),
        FOLDER_TEST(a_protected_key_of_ours_signs_in_minisign),
        FOLDER_TEST(a_protected_key_of_minisign_is_read),
    };
    return cmocka_run_group_tests_name("minisign program", tests, NULL, NULL);
}
