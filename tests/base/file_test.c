/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files in a folder of the test's own, which is removed at the end. */
#include "base/file.h"
#include "base_tests.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define NOBODY 65534

struct place_for_files {
    struct arena *arena;
    char folder[64];
};

static int make_place(void **state)
{
    struct place_for_files *place = memory_new(1, sizeof *place);
    place->arena = arena_new((size_t)64 << 20);
    snprintf(place->folder, sizeof place->folder, "/tmp/base_test.XXXXXX");
    if (!mkdtemp(place->folder))
        return -1;
    *state = place;
    return 0;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *walk)
{
    (void)info;
    (void)kind;
    (void)walk;
    return remove(path);
}

static int remove_place(void **state)
{
    struct place_for_files *place = *state;
    int failed = nftw(place->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    arena_free(place->arena);
    free(place);
    return failed;
}

static const char *in(struct place_for_files *place, const char *name)
{
    return file_join(place->arena, place->folder, name);
}

static void put(struct place_for_files *place, const char *name, const char *content)
{
    assert_int_equal(file_write(in(place, name), str_of(content), 0644), FILE_OK);
}

static void check_content(struct place_for_files *place, const char *name, const char *want)
{
    struct str got;
    assert_int_equal(file_read(place->arena, in(place, name), 1000, &got), FILE_OK);
    assert_str(got, want);
}

/* All names in the folder, the hidden ones too: nothing may be left behind. */
static int count_names(struct place_for_files *place)
{
    char command[128];
    snprintf(command, sizeof command, "ls -A '%s' | wc -l", place->folder);
    FILE *stream = popen(command, "r");
    assert_non_null(stream);
    int count = -1;
    assert_int_equal(fscanf(stream, "%d", &count), 1);
    pclose(stream);
    return count;
}

static void a_file_is_read_up_to_the_limit_and_not_beyond(void **state)
{
    struct place_for_files *place = *state;
    put(place, "five", "abcde");
    put(place, "none", "");
    static const struct {
        const char *name;
        size_t bytes_max;
        enum file_outcome outcome;
        const char *content;
    } cases[] = {
        { "five", 1000, FILE_OK, "abcde" }, { "five", 5, FILE_OK, "abcde" },
        { "five", 4, FILE_TOO_BIG, "-" },   { "five", 0, FILE_TOO_BIG, "-" },
        { "none", 0, FILE_OK, "" },         { "none", 5, FILE_OK, "" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str got = STR("-"); /* untouched when it fails */
        assert_int_equal(
            file_read(place->arena, in(place, cases[i].name), cases[i].bytes_max, &got),
            cases[i].outcome);
        assert_str(got, cases[i].content);
        if (cases[i].outcome == FILE_OK)
            assert_int_equal(got.at[got.bytes], 0);
    }
}

static void a_file_that_hides_its_length_is_read_whole_and_within_the_limit(void **state)
{
    struct place_for_files *place = *state;
    /* Files of /proc are regular and say 0 bytes, as a file does that grows while it is read. */
    struct stat info;
    assert_int_equal(stat("/proc/self/smaps", &info), 0);
    assert_int_equal(info.st_size, 0);
    struct str got;
    assert_int_equal(file_read(place->arena, "/proc/self/smaps", 8 << 20, &got), FILE_OK);
    assert_true(got.bytes > 8192); /* it went through more than one buffer */
    assert_true(str_ends(got, "\n"));
    static const size_t limits[] = { 0, 16, 4095, 4096, 4097, 8192 };
    for (size_t i = 0; i < ARRAY_LEN(limits); i++)
        assert_int_equal(file_read(place->arena, "/proc/self/smaps", limits[i], &got),
                         FILE_TOO_BIG);
}

static void make_socket(const char *path)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    assert_true(strlen(path) < sizeof address.sun_path);
    memcpy(address.sun_path, path, strlen(path));
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    close(fd);
}

static void only_regular_files_are_read_and_nothing_waits(void **state)
{
    struct place_for_files *place = *state;
    put(place, "file", "text");
    assert_int_equal(mkfifo(in(place, "fifo"), 0600), 0);
    make_socket(in(place, "socket"));
    assert_int_equal(symlink("/dev/zero", in(place, "zero")), 0);
    assert_int_equal(symlink("fifo", in(place, "to-fifo")), 0);
    assert_int_equal(symlink("file", in(place, "to-file")), 0);
    assert_int_equal(symlink("nowhere", in(place, "to-nowhere")), 0);
    assert_int_equal(symlink("loop", in(place, "loop")), 0);
    static const struct {
        const char *name;
        enum file_outcome outcome;
    } cases[] = {
        { "to-file", FILE_OK },          { "missing", FILE_MISSING },
        { "file/below", FILE_MISSING },  { "to-nowhere", FILE_MISSING },
        { ".", FILE_NOT_REGULAR },       { "fifo", FILE_NOT_REGULAR },
        { "to-fifo", FILE_NOT_REGULAR }, { "socket", FILE_NOT_REGULAR },
        { "zero", FILE_NOT_REGULAR },    { "/dev/null", FILE_NOT_REGULAR },
        { "loop", FILE_FAILED },
    };
    alarm(20); /* a read that waits must end the test, not hold it */
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str got;
        enum file_outcome outcome = file_read(place->arena, in(place, cases[i].name), 1000, &got);
        if (outcome != cases[i].outcome)
            fail_msg("%s %s", cases[i].name, file_outcome_text(outcome));
    }
    alarm(0);
}

static void a_file_is_read_relative_to_an_open_folder(void **state)
{
    struct place_for_files *place = *state;
    int folder = open(place->folder, O_RDONLY | O_DIRECTORY);
    assert_int_equal(file_make_folder(in(place, "below"), 0755), FILE_OK);
    assert_int_equal(file_write_at(folder, "below/-", STR("minus"), 0644), FILE_OK);
    assert_int_equal(file_write_at(folder, "-", STR("dash"), 0644), FILE_OK);
    struct str got;
    assert_int_equal(file_read_at(place->arena, folder, "below/-", 10, &got), FILE_OK);
    assert_str(got, "minus");
    assert_int_equal(file_read_at(place->arena, folder, "-", 10, &got), FILE_OK);
    assert_str(got, "dash");
    close(folder);
}

/* Reads standard input, which is a pipe with so many bytes in it. */
static enum file_outcome read_standard_input(struct arena *arena, size_t bytes, size_t bytes_max,
                                             struct str *ret_bytes)
{
    int ends[2], old = dup(STDIN_FILENO);
    assert_int_equal(pipe(ends), 0);
    char *sent = memory_new(bytes + 1, 1);
    memset(sent, 'x', bytes);
    assert_int_equal(write(ends[1], sent, bytes), bytes);
    free(sent);
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    enum file_outcome outcome = file_read(arena, "-", bytes_max, ret_bytes);
    if (old >= 0) {
        dup2(old, STDIN_FILENO);
        close(old);
    }
    return outcome;
}

static void a_minus_is_standard_input(void **state)
{
    struct place_for_files *place = *state;
    static const struct {
        size_t bytes, bytes_max;
        enum file_outcome outcome;
    } cases[] = {
        { 0, 0, FILE_OK },           { 0, 10, FILE_OK },
        { 10, 10, FILE_OK },         { 11, 10, FILE_TOO_BIG },
        { 1, 0, FILE_TOO_BIG },      { 60000, 60000, FILE_OK },
        { 60000, 1 << 20, FILE_OK }, { 60000, 59999, FILE_TOO_BIG },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str got = { NULL, 0 };
        assert_int_equal(
            read_standard_input(place->arena, cases[i].bytes, cases[i].bytes_max, &got),
            cases[i].outcome);
        if (cases[i].outcome == FILE_OK)
            assert_int_equal(got.bytes, cases[i].bytes);
    }
}

static void a_written_file_has_its_bytes_and_its_mode_and_nothing_beside_it(void **state)
{
    struct place_for_files *place = *state;
    mode_t umask_before = umask(077);
    static const unsigned modes[] = { 0644, 0600, 0664 };
    for (size_t i = 0; i < ARRAY_LEN(modes); i++) {
        const char *path = in(place, "file");
        struct stat info;
        assert_int_equal(file_write(path, STR("a\0b"), modes[i]), FILE_OK);
        assert_int_equal(stat(path, &info), 0);
        assert_int_equal(info.st_mode & 07777, modes[i]);
        assert_int_equal(info.st_size, 3);
        assert_int_equal(count_names(place), 1);
    }
    umask(umask_before);
    put(place, "file", "shorter");
    check_content(place, "file", "shorter");
}

static void a_stale_temporary_is_in_nobodys_way(void **state)
{
    struct place_for_files *place = *state;
    char name[64];
    snprintf(name, sizeof name, ".file.%ld.tmp", (long)getpid());
    put(place, "elsewhere", "untouched");
    assert_int_equal(symlink("elsewhere", in(place, name)), 0);
    put(place, "file", "new");
    check_content(place, "file", "new");
    check_content(place, "elsewhere", "untouched");
    assert_int_equal(count_names(place), 2);
}

static void a_link_is_replaced_and_not_written_through(void **state)
{
    struct place_for_files *place = *state;
    put(place, "target", "untouched");
    assert_int_equal(symlink("target", in(place, "link")), 0);
    put(place, "link", "new");
    check_content(place, "target", "untouched");
    check_content(place, "link", "new");
}

static void a_long_name_has_room_for_its_temporary(void **state)
{
    struct place_for_files *place = *state;
    char name[256] = "";
    memset(name, 'n', 255);
    put(place, name, "long");
    check_content(place, name, "long");
    assert_int_equal(count_names(place), 1);
}

static void a_file_that_cannot_be_written_leaves_nothing(void **state)
{
    struct place_for_files *place = *state;
    assert_int_equal(file_make_folder(in(place, "folder/below"), 0755), FILE_OK);
    put(place, "file", "old");
    static const struct {
        const char *name;
        enum file_outcome outcome;
    } cases[] = {
        { "folder", FILE_NOT_REGULAR },
        { "missing/file", FILE_MISSING },
        { "file/x", FILE_MISSING },
        { "folder/", FILE_NOT_REGULAR },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_int_equal(file_write(in(place, cases[i].name), STR("new"), 0644), cases[i].outcome);
    assert_int_equal(file_write("", STR("new"), 0644), FILE_NOT_REGULAR);
    assert_int_equal(count_names(place), 2);
    check_content(place, "file", "old");
}

static void write_with_a_limit(void *data)
{
    struct place_for_files *place = data;
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit limit = { 4096, 4096 };
    char *much = memory_new(10000, 1);
    bool is_as_wanted =
        setrlimit(RLIMIT_FSIZE, &limit) == 0 &&
        file_write(in(place, "file"), (struct str){ much, 10000 }, 0644) == FILE_FULL;
    _exit(is_as_wanted ? 0 : 1);
}

static void a_full_disk_leaves_the_old_file(void **state)
{
    struct place_for_files *place = *state;
    put(place, "file", "old");
    assert_int_equal(run_in_child(write_with_a_limit, place).exit_code, 0);
    check_content(place, "file", "old");
    assert_int_equal(count_names(place), 1);
}

static void use_what_is_forbidden(void *data)
{
    struct place_for_files *place = data;
    const char *file = in(place, "closed/file"), *folder = in(place, "closed/new");
    struct str got;
    bool is_as_wanted = geteuid() != 0 || seteuid(NOBODY) == 0;
    is_as_wanted &= file_write(file, STR("x"), 0644) == FILE_DENIED;
    is_as_wanted &= file_read(place->arena, file, 10, &got) == FILE_DENIED;
    is_as_wanted &= file_make_folder(folder, 0755) == FILE_DENIED;
    _exit(is_as_wanted ? 0 : 1);
}

static void what_is_forbidden_is_denied(void **state)
{
    struct place_for_files *place = *state;
    assert_int_equal(chmod(place->folder, 0755), 0);
    assert_int_equal(file_make_folder(in(place, "closed"), 0700), FILE_OK);
    assert_int_equal(file_write(in(place, "closed/file"), STR("secret"), 0), FILE_OK);
    assert_int_equal(chmod(in(place, "closed"), 0500), 0);
    assert_int_equal(run_in_child(use_what_is_forbidden, place).exit_code, 0);
    assert_int_equal(chmod(in(place, "closed"), 0700), 0);
}

static void folders_are_made_with_those_above(void **state)
{
    struct place_for_files *place = *state;
    put(place, "file", "x");
    static const struct {
        const char *name;
        enum file_outcome outcome;
    } cases[] = {
        { "a/b/c", FILE_OK },    { "a/b/c", FILE_OK },      { "a//b/d/", FILE_OK },
        { "file", FILE_FAILED }, { "file/x", FILE_FAILED }, { "", FILE_OK },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_int_equal(file_make_folder(in(place, cases[i].name), 0755), cases[i].outcome);
    assert_true(file_is_folder(in(place, "a/b/c")));
    assert_true(file_is_folder(in(place, "a/b/d")));
    assert_false(file_is_folder(in(place, "file")));
    assert_true(file_exists(in(place, "file")));
    assert_false(file_exists(in(place, "missing")));
}

static void errors_have_their_meaning(void **state)
{
    (void)state;
    static const struct {
        int error;
        enum file_outcome outcome;
    } cases[] = {
        { ENOENT, FILE_MISSING }, { ENOTDIR, FILE_MISSING }, { EACCES, FILE_DENIED },
        { EPERM, FILE_DENIED },   { EROFS, FILE_DENIED },    { ENOSPC, FILE_FULL },
        { EDQUOT, FILE_FULL },    { EFBIG, FILE_FULL },      { EIO, FILE_FAILED },
        { EMFILE, FILE_FAILED },  { 0, FILE_FAILED },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_int_equal(file_outcome_of(cases[i].error), cases[i].outcome);
    for (int outcome = FILE_OK; outcome <= FILE_FAILED; outcome++)
        assert_non_null(file_outcome_text((enum file_outcome)outcome));
}

static void a_path_has_a_folder_a_name_and_an_ending(void **state)
{
    (void)state;
    static const struct {
        const char *path, *folder, *name, *ending;
    } cases[] = {
        { "a/b/c.xml", "a/b", "c.xml", ".xml" },
        { "c.xml", ".", "c.xml", ".xml" },
        { "/c", "/", "c", "" },
        { "//c", "/", "c", "" },
        { "a//c.tar.gz", "a", "c.tar.gz", ".gz" },
        { "a.b/c", "a.b", "c", "" },
        { "a/", "a", "", "" },
        { "", ".", "", "" },
        { ".hidden", ".", ".hidden", "" },
        { "a/.hidden.xml", "a", ".hidden.xml", ".xml" },
        { "dot.", ".", "dot.", "" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str path = str_of(cases[i].path);
        assert_str(file_folder_of(path), cases[i].folder);
        assert_str(file_name_of(path), cases[i].name);
        assert_str(file_ending_of(path), cases[i].ending);
    }
}

static void paths_are_joined(void **state)
{
    struct place_for_files *place = *state;
    static const char *const cases[][3] = {
        { "a", "b", "a/b" }, { "a/", "b", "a/b" }, { "/", "b", "/b" },
        { "a", "/b", "/b" }, { "", "b", "b" },     { ".", "b/c", "./b/c" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_string_equal(file_join(place->arena, cases[i][0], cases[i][1]), cases[i][2]);
}

static void names_are_listed_in_the_order_of_their_bytes(void **state)
{
    struct place_for_files *place = *state;
    struct str *names;
    size_t count = 99;
    assert_int_equal(file_list(place->arena, place->folder, &names, &count), FILE_OK);
    assert_int_equal(count, 0);
    static const char *const made[] = { "b", "ä", "a", "a.xml", ".hidden", "B", "10", "9" };
    static const char *const listed[] = { "10", "9", "B", "a", "a.xml", "b", "ä" };
    for (size_t i = 0; i < ARRAY_LEN(made); i++)
        put(place, made[i], "x");
    assert_int_equal(file_list(place->arena, place->folder, &names, &count), FILE_OK);
    assert_int_equal(count, ARRAY_LEN(listed));
    for (size_t i = 0; i < count; i++)
        assert_str(names[i], listed[i]);
    assert_int_equal(file_list(place->arena, in(place, "missing"), &names, &count), FILE_MISSING);
    assert_int_equal(file_list(place->arena, in(place, "a"), &names, &count), FILE_MISSING);
}

#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

int file_tests(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(a_file_is_read_up_to_the_limit_and_not_beyond),
        IN_A_FOLDER(a_file_that_hides_its_length_is_read_whole_and_within_the_limit),
        IN_A_FOLDER(only_regular_files_are_read_and_nothing_waits),
        IN_A_FOLDER(a_file_is_read_relative_to_an_open_folder),
        IN_A_FOLDER(a_minus_is_standard_input),
        IN_A_FOLDER(a_written_file_has_its_bytes_and_its_mode_and_nothing_beside_it),
        IN_A_FOLDER(a_stale_temporary_is_in_nobodys_way),
        IN_A_FOLDER(a_link_is_replaced_and_not_written_through),
        IN_A_FOLDER(a_long_name_has_room_for_its_temporary),
        IN_A_FOLDER(a_file_that_cannot_be_written_leaves_nothing),
        IN_A_FOLDER(a_full_disk_leaves_the_old_file),
        IN_A_FOLDER(what_is_forbidden_is_denied),
        IN_A_FOLDER(folders_are_made_with_those_above),
        cmocka_unit_test(errors_have_their_meaning),
        cmocka_unit_test(a_path_has_a_folder_a_name_and_an_ending),
        IN_A_FOLDER(paths_are_joined),
        IN_A_FOLDER(names_are_listed_in_the_order_of_their_bytes),
    };
    return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
