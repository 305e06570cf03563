/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sites in a folder: what is read, what is refused, and a child that hangs or dies. */
#include "base/clock.h"
#include "base/file.h"
#include "fetch/fetch_folder.h"
#include "fetch/folder_child.h"
#include "fetch_test.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define ARENA_BYTES ((size_t)64 << 20)
#define BODY_BYTES_MAX ((size_t)4 << 20)
#define CASE_S_MAX 5
/* An old time: files of the tests have rested, so that their etags count. */
#define RESTED_S 1700000000
#define NOBODY 65534 /* user "nobody" of Debian */

struct fixture {
    char base[64]; /* made by mkdtemp; holds the site and what is outside it */
    char site[80];
    struct arena *arena;
    struct source *source;
};

static const struct fetch_limits limits = {
    .total_ns = 20 * CLOCK_SECOND_NS,
    .folder_ns = CASE_S_MAX * CLOCK_SECOND_NS,
    .parallel = FETCH_PARALLEL,
};

static const char *path_in(const struct fixture *fixture, const char *name)
{
    return file_join(fixture->arena, fixture->site, name);
}

static void rest(const char *path)
{
    const struct timespec times[] = { { RESTED_S, 5 }, { RESTED_S, 5 } };
    assert_int_equal(utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW), 0);
}

static void put(const struct fixture *fixture, const char *name, const char *text)
{
    const char *path = path_in(fixture, name);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    close(fd);
    rest(path);
}

static struct source *open_folder(const char *folder, const struct fetch_options *options)
{
    const char *why = NULL;
    struct source *source = fetch_folder_open(folder, options, &limits, &why);
    assert_non_null(source);
    return source;
}

static int make_site(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    assert_non_null(fixture);
    snprintf(fixture->base, sizeof fixture->base, "/tmp/fetch-test-XXXXXX");
    assert_non_null(mkdtemp(fixture->base));
    assert_int_equal(chmod(fixture->base, 0755), 0);
    snprintf(fixture->site, sizeof fixture->site, "%s/site", fixture->base);
    fixture->arena = arena_new(ARENA_BYTES);
    assert_int_equal(file_make_folder(path_in(fixture, "media"), 0755), FILE_OK);
    put(fixture, "feed.atom", "<feed/>");
    put(fixture, "../secret", "outside");
    fixture->source = open_folder(fixture->site, NULL);
    *state = fixture;
    return 0;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *walk)
{
    (void)info;
    (void)kind;
    (void)walk;
    return remove(path);
}

static int remove_site(void **state)
{
    struct fixture *fixture = *state;
    source_close(fixture->source);
    arena_free(fixture->arena);
    nftw(fixture->base, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    free(fixture);
    return 0;
}

static struct fetch_response get_from(struct source *source, struct arena *arena,
                                      const struct fetch_request *request)
{
    struct fetch_response response = { .outcome = FETCH_OK, .why = STR("never called") };
    source_get(source, arena, request, &response);
    return response;
}

static struct fetch_response get(struct fixture *fixture, const char *path)
{
    struct fetch_request request = { .path = str_of(path), .bytes_max = BODY_BYTES_MAX };
    return get_from(fixture->source, fixture->arena, &request);
}

/* ---- reading ---- */

static void file_is_read(void **state)
{
    struct fixture *fixture = *state;
    put(fixture, "media/äiti ja lapsi 100%.txt", "kuva");
    put(fixture, "empty", "");
    struct fetch_response response = get(fixture, "feed.atom");
    assert_int_equal(response.outcome, FETCH_OK);
    assert_true(str_is(response.body, "<feed/>"));
    assert_true(response.etag.bytes > 0);
    assert_true(str_is(get(fixture, "media/äiti ja lapsi 100%.txt").body, "kuva"));
    response = get(fixture, "empty");
    assert_int_equal(response.outcome, FETCH_OK);
    assert_int_equal(response.body.bytes, 0);
}

static void large_file_is_read_whole(void **state)
{
    struct fixture *fixture = *state;
    char *bytes = arena_alloc(fixture->arena, BODY_BYTES_MAX + 1, 1);
    for (size_t i = 0; i < BODY_BYTES_MAX; i++)
        bytes[i] = (char)('a' + i * i % 23);
    put(fixture, "large", bytes);
    struct fetch_response response = get(fixture, "large");
    assert_int_equal(response.outcome, FETCH_OK);
    assert_int_equal(response.body.bytes, BODY_BYTES_MAX);
    assert_memory_equal(response.body.at, bytes, BODY_BYTES_MAX);
}

static void file_over_its_limit_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_request request = { .path = STR("feed.atom"), .bytes_max = 7 };
    assert_int_equal(get_from(fixture->source, fixture->arena, &request).outcome, FETCH_OK);
    request.bytes_max = 6;
    struct fetch_response response = get_from(fixture->source, fixture->arena, &request);
    assert_int_equal(response.outcome, FETCH_REFUSED);
    assert_true(str_is(response.why, "longer than 6 bytes"));
    assert_int_equal(response.etag.bytes, 0);
}

static void folder_can_be_named_as_a_file_address(void **state)
{
    struct fixture *fixture = *state;
    static const char *const starts[] = { "file://", "file://localhost", "" };
    for (size_t i = 0; i < ARRAY_LEN(starts); i++) {
        struct str name = str_format(fixture->arena, "%s%s/", starts[i], fixture->site);
        struct source *source = open_folder(name.at, NULL);
        struct fetch_request request = { .path = STR("feed.atom"), .bytes_max = 99 };
        assert_int_equal(get_from(source, fixture->arena, &request).outcome, FETCH_OK);
        source_close(source);
    }
}

/* ---- unchanged ---- */

static void unchanged_file_is_not_read_again(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_request request = { .path = STR("feed.atom"), .bytes_max = 99 };
    request.etag = get_from(fixture->source, fixture->arena, &request).etag;
    struct fetch_response response = get_from(fixture->source, fixture->arena, &request);
    assert_int_equal(response.outcome, FETCH_UNCHANGED);
    assert_int_equal(response.body.bytes, 0);
    assert_true(str_equal(response.etag, request.etag));
}

static void etag_of_a_web_server_is_none_of_ours(void **state)
{
    struct fixture *fixture = *state;
    char many[400];
    memset(many, 'a', sizeof many);
    struct fetch_request request = { .path = STR("feed.atom"), .bytes_max = 99 };
    request.etag = STR("W/\"abc\"");
    assert_int_equal(get_from(fixture->source, fixture->arena, &request).outcome, FETCH_OK);
    request.etag = (struct str){ many, sizeof many };
    assert_int_equal(get_from(fixture->source, fixture->arena, &request).outcome, FETCH_OK);
}

static void every_way_to_change_a_file_is_noticed(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_request request = { .path = STR("feed.atom"), .bytes_max = 99 };
    struct fetch_response response = get_from(fixture->source, fixture->arena, &request);

    request.etag = response.etag; /* longer */
    put(fixture, "feed.atom", "<feed></feed>");
    response = get_from(fixture->source, fixture->arena, &request);
    assert_int_equal(response.outcome, FETCH_OK);

    request.etag = response.etag; /* as long, and its time set back, as copying programs do */
    put(fixture, "feed.atom", "<FEED></FEED>");
    response = get_from(fixture->source, fixture->arena, &request);
    assert_int_equal(response.outcome, FETCH_OK);
    assert_true(str_is(response.body, "<FEED></FEED>"));

    request.etag = response.etag; /* another file under the name */
    put(fixture, "new", "<Feed></Feed>");
    assert_int_equal(rename(path_in(fixture, "new"), path_in(fixture, "feed.atom")), 0);
    response = get_from(fixture->source, fixture->arena, &request);
    assert_true(str_is(response.body, "<Feed></Feed>"));
}

static void etag_of_a_file_just_written_on_a_coarse_clock_is_not_given(void **state)
{
    struct fixture *fixture = *state;
    struct stat info = { .st_size = 5, .st_mtim = { 1000, 0 }, .st_ino = 7 };
    assert_int_equal(folder_etag(fixture->arena, &info, 1000).bytes, 0);
    assert_int_equal(folder_etag(fixture->arena, &info, 1002).bytes, 0);
    assert_true(folder_etag(fixture->arena, &info, 1003).bytes > 0);
    assert_true(folder_etag(fixture->arena, &info, 500).bytes > 0); /* written in the future */
    info.st_mtim.tv_nsec = 1;
    assert_true(folder_etag(fixture->arena, &info, 1000).bytes > 0);
}

static void longest_etag_fits(void **state)
{
    struct fixture *fixture = *state;
    struct timespec latest = { INT64_MIN, 999999999 };
    struct stat info = { .st_size = INT64_MIN, .st_mtim = latest, .st_ctim = latest };
    info.st_ino = UINT64_MAX;
    assert_true(folder_etag(fixture->arena, &info, 0).bytes <= FOLDER_ETAG_BYTES_MAX);
}

/* ---- what is no file of the site ---- */

static void make_strange_things(const struct fixture *fixture)
{
    static const struct {
        const char *name, *target;
    } links[] = {
        { "to-zero", "/dev/zero" },    { "to-secret", "../secret" },
        { "to-etc", "/etc/hostname" }, { "up", ".." },
        { "to-nothing", "nothing" },   { "to-itself", "to-itself" },
        { "to-feed", "feed.atom" },    { "media/to-feed", "../feed.atom" },
        { "to-media", "media" },       { "media/out", "../../secret" },
    };
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    for (size_t i = 0; i < ARRAY_LEN(links); i++)
        assert_int_equal(symlink(links[i].target, path_in(fixture, links[i].name)), 0);
    assert_int_equal(mkfifo(path_in(fixture, "fifo"), 0644), 0);
    snprintf(address.sun_path, sizeof address.sun_path, "%s", path_in(fixture, "socket"));
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    close(fd);
    put(fixture, "media/a.txt", "kuva");
}

static void what_is_no_file_of_the_site_is_not_read(void **state)
{
    static const struct {
        const char *path;
        enum fetch_outcome outcome;
    } cases[] = {
        { "nothing", FETCH_MISSING },
        { "nothing/feed.atom", FETCH_MISSING },
        { "feed.atom/more", FETCH_MISSING },
        { "to-nothing", FETCH_MISSING },
        { "to-feed", FETCH_OK },
        { "media/to-feed", FETCH_OK },
        { "to-media/a.txt", FETCH_OK },
        { "media", FETCH_REFUSED },
        { "fifo", FETCH_REFUSED },
        { "socket", FETCH_REFUSED },
        { "to-zero", FETCH_REFUSED },
        { "to-secret", FETCH_REFUSED },
        { "to-etc", FETCH_REFUSED },
        { "to-itself", FETCH_REFUSED },
        { "up/secret", FETCH_REFUSED },
        { "media/out", FETCH_REFUSED },
        { "../secret", FETCH_REFUSED },
        { "media/../../secret", FETCH_REFUSED },
        { "/etc/hostname", FETCH_REFUSED },
        { "", FETCH_REFUSED },
    };
    make_strange_things(*state);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        int64_t start_ns = clock_mono_ns();
        struct fetch_response response = get(*state, cases[i].path);
        if (response.outcome != cases[i].outcome)
            fail_msg("%s: %s (%.*s)", cases[i].path, fetch_outcome_text(response.outcome),
                     STR_ARG(response.why));
        assert_true(clock_mono_ns() - start_ns < limits.folder_ns);
        assert_true(response.why.bytes > 0);
    }
}

static void without_openat2_links_are_kept_inside_too(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *path;
        int error; /* 0: opened */
    } cases[] = {
        { "feed.atom", 0 },       { "to-feed", 0 },       { "media/to-feed", 0 },
        { "to-media/a.txt", 0 },  { "to-zero", EXDEV },   { "to-secret", EXDEV },
        { "to-etc", EXDEV },      { "up/secret", EXDEV }, { "media/out", EXDEV },
        { "to-itself", ELOOP },   { "nothing", ENOENT },  { "../secret", EXDEV },
        { "../site-2/a", EXDEV },
    };
    make_strange_things(fixture);
    /* Its name begins like the site's, but it is another folder. */
    assert_int_equal(file_make_folder(path_in(fixture, "../site-2"), 0755), FILE_OK);
    put(fixture, "../site-2/a", "a");
    int root = open(fixture->site, O_PATH | O_DIRECTORY | O_CLOEXEC);
    char *real = realpath(fixture->site, NULL);
    for (int guard = GUARD_KERNEL; guard <= GUARD_REALPATH; guard++) {
        for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
            int fd = folder_open_inside(root, real, cases[i].path, (enum folder_guard)guard);
            int error = fd < 0 ? errno : 0;
            if (error != cases[i].error)
                fail_msg("%s: %s", cases[i].path, strerror(error));
            if (fd >= 0)
                close(fd);
        }
    }
    free(real);
    close(root);
}

/* In a process of its own, because root may read everything. */
static int outcome_as_nobody(const struct fixture *fixture, const char *path)
{
    int status = 0;
    pid_t pid = fork();
    if (pid == 0) {
        const char *why = NULL;
        if (getuid() == 0 && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0))
            _exit(99);
        struct source *source = fetch_folder_open(fixture->site, NULL, &limits, &why);
        struct fetch_request request = { .path = str_of(path), .bytes_max = 99 };
        _exit(source ? (int)get_from(source, fixture->arena, &request).outcome : 98);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void file_without_permission_is_refused(void **state)
{
    struct fixture *fixture = *state;
    put(fixture, "closed", "closed");
    put(fixture, "media/a.txt", "kuva");
    assert_int_equal(outcome_as_nobody(fixture, "media/a.txt"), FETCH_OK);
    assert_int_equal(chmod(path_in(fixture, "closed"), 0), 0);
    assert_int_equal(chmod(path_in(fixture, "media"), 0), 0);
    assert_int_equal(outcome_as_nobody(fixture, "closed"), FETCH_REFUSED);
    assert_int_equal(outcome_as_nobody(fixture, "media/a.txt"), FETCH_REFUSED);
    assert_int_equal(chmod(path_in(fixture, "media"), 0755), 0);
}

/* ---- the folder itself ---- */

static void missing_folder_is_offline_until_it_is_there(void **state)
{
    struct fixture *fixture = *state;
    struct source *source = open_folder(path_in(fixture, "../stick"), NULL);
    struct fetch_request request = { .path = STR("feed.atom"), .bytes_max = 99 };
    assert_int_equal(get_from(source, fixture->arena, &request).outcome, FETCH_OFFLINE);
    assert_int_equal(file_make_folder(path_in(fixture, "../stick"), 0755), FILE_OK);
    assert_int_equal(get_from(source, fixture->arena, &request).outcome, FETCH_MISSING);
    put(fixture, "../stick/feed.atom", "<feed/>");
    assert_int_equal(get_from(source, fixture->arena, &request).outcome, FETCH_OK);
    source_close(source);
}

static void file_in_the_place_of_the_folder_is_offline(void **state)
{
    struct fixture *fixture = *state;
    struct source *source = open_folder(path_in(fixture, "feed.atom"), NULL);
    struct fetch_request request = { .path = STR("feed.atom"), .bytes_max = 99 };
    assert_int_equal(get_from(source, fixture->arena, &request).outcome, FETCH_OFFLINE);
    source_close(source);
}

static void folder_without_a_name_is_refused(void **state)
{
    const char *why = NULL;
    (void)state;
    assert_null(source_open_folder("", NULL, &why));
    assert_non_null(why);
}

static void site_may_be_a_link_itself(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(symlink("site", path_in(fixture, "../current")), 0);
    struct source *source = open_folder(path_in(fixture, "../current"), NULL);
    struct fetch_request request = { .path = STR("feed.atom"), .bytes_max = 99 };
    assert_int_equal(get_from(source, fixture->arena, &request).outcome, FETCH_OK);
    source_close(source);
}

/* ---- the child ---- */

static void child_that_hangs_is_ended_and_asked_no_more(void **state)
{
    struct fixture *fixture = *state;
    const char *why = NULL;
    struct fetch_limits impatient = limits;
    struct fetch_request request = { .path = STR("feed.atom"), .bytes_max = 99 };
    impatient.folder_ns = CLOCK_SECOND_NS;
    struct source *source = fetch_folder_open(fixture->site, NULL, &impatient, &why);
    pid_t child = fetch_folder_child(source);
    assert_int_equal(get_from(source, fixture->arena, &request).outcome, FETCH_OK);
    assert_int_equal(kill(child, SIGSTOP), 0);
    int64_t start_ns = clock_mono_ns();
    assert_int_equal(get_from(source, fixture->arena, &request).outcome, FETCH_OFFLINE);
    int64_t took_ns = clock_mono_ns() - start_ns;
    assert_true(took_ns >= impatient.folder_ns && took_ns < CASE_S_MAX * CLOCK_SECOND_NS);
    assert_int_equal(kill(child, 0), -1); /* gone, and nobody's zombie */
    start_ns = clock_mono_ns();
    assert_int_equal(get_from(source, fixture->arena, &request).outcome, FETCH_OFFLINE);
    assert_true(clock_mono_ns() - start_ns < impatient.folder_ns);
    source_close(source);
}

static void child_that_dies_is_offline_at_once(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(kill(fetch_folder_child(fixture->source), SIGKILL), 0);
    int64_t start_ns = clock_mono_ns();
    assert_int_equal(get(fixture, "feed.atom").outcome, FETCH_OFFLINE);
    assert_true(clock_mono_ns() - start_ns < limits.folder_ns);
    assert_int_equal(get(fixture, "feed.atom").outcome, FETCH_OFFLINE);
}

static bool count_offline(void *context, size_t index, const struct fetch_response *response)
{
    int *count = context;
    (void)index;
    assert_int_equal(response->outcome, FETCH_OFFLINE);
    ++*count;
    return true;
}

static void deadline_comes_before_the_limit_of_one_file(void **state)
{
    struct fixture *fixture = *state;
    struct fetch_request requests[20];
    struct fetch_options options = { .deadline_ns = clock_mono_ns() + 50 * CLOCK_MS_NS };
    struct source *source = open_folder(fixture->site, &options);
    int count = 0;
    for (size_t i = 0; i < ARRAY_LEN(requests); i++)
        requests[i] = (struct fetch_request){ .path = STR("feed.atom"), .bytes_max = 99 };
    assert_int_equal(kill(fetch_folder_child(source), SIGSTOP), 0);
    int64_t start_ns = clock_mono_ns();
    source_get_many(source, fixture->arena, requests, ARRAY_LEN(requests), count_offline, &count);
    assert_true(clock_mono_ns() - start_ns < limits.folder_ns);
    assert_int_equal(count, ARRAY_LEN(requests));
    source_close(source);
}

static void child_keeps_nothing_of_ours_open(void **state)
{
    struct fixture *fixture = *state;
    int ours = open(path_in(fixture, "feed.atom"), O_RDONLY); /* as a lock file may be */
    assert_true(ours > STDERR_FILENO);
    struct source *source = open_folder(fixture->site, NULL);
    struct fetch_request request = { .path = STR("feed.atom"), .bytes_max = 99 };
    get_from(source, fixture->arena, &request);
    struct str folder = str_format(fixture->arena, "/proc/%d/fd", (int)fetch_folder_child(source));
    struct str *names;
    size_t count;
    assert_int_equal(file_list(fixture->arena, folder.at, &names, &count), FILE_OK);
    /* The socket, standard error and the folder. */
    assert_true(count >= 2 && count <= 3);
    source_close(source);
    close(ours);
}

static void child_ends_with_its_parent(void **state)
{
    struct fixture *fixture = *state;
    int pipes[2];
    pid_t child = 0;
    assert_int_equal(pipe(pipes), 0);
    assert_int_equal(prctl(PR_SET_CHILD_SUBREAPER, 1), 0); /* so that the orphan becomes ours */
    pid_t parent = fork();
    if (parent == 0) {
        const char *why = NULL;
        struct source *source = fetch_folder_open(fixture->site, NULL, &limits, &why);
        pid_t pid = fetch_folder_child(source);
        struct fetch_request request = { .path = STR("feed.atom"), .bytes_max = 99 };
        get_from(source, fixture->arena, &request); /* now it is surely under way */
        /* Stopped, it does not see that the conversation is over; only the signal ends it. */
        kill(pid, SIGSTOP);
        if (write(pipes[1], &pid, sizeof pid) != sizeof pid)
            _exit(1);
        raise(SIGKILL);
    }
    assert_int_equal(read(pipes[0], &child, sizeof child), sizeof child);
    assert_int_equal(waitpid(parent, NULL, 0), parent);
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    prctl(PR_SET_CHILD_SUBREAPER, 0);
    close(pipes[0]);
    close(pipes[1]);
}

static void closing_leaves_no_child_and_no_descriptor(void **state)
{
    struct fixture *fixture = *state;
    struct str *names;
    size_t before, after;
    assert_int_equal(file_list(fixture->arena, "/proc/self/fd", &names, &before), FILE_OK);
    for (int i = 0; i < 20; i++) {
        struct source *source = open_folder(fixture->site, NULL);
        pid_t child = fetch_folder_child(source);
        source_close(source);
        assert_int_equal(kill(child, 0), -1);
    }
    assert_int_equal(file_list(fixture->arena, "/proc/self/fd", &names, &after), FILE_OK);
    assert_int_equal(before, after);
}

/* ---- many ---- */

struct tally {
    int calls, calls_max;
    size_t bytes;
};

static bool count_answer(void *context, size_t index, const struct fetch_response *response)
{
    struct tally *tally = context;
    assert_int_equal(index, tally->calls);
    tally->calls++;
    tally->bytes += response->body.bytes;
    assert_true(response->outcome != FETCH_OK || str_is(response->body, "<feed/>"));
    return tally->calls != tally->calls_max;
}

static void many_files_are_answered_once_each(void **state)
{
    struct fixture *fixture = *state;
    static const char *const paths[] = { "feed.atom", "nothing", "..", "feed.atom", "media" };
    struct fetch_request requests[ARRAY_LEN(paths)];
    for (size_t i = 0; i < ARRAY_LEN(paths); i++)
        requests[i] = (struct fetch_request){ .path = str_of(paths[i]), .bytes_max = 99 };
    struct arena *const arenas[2] = { fixture->arena, NULL };
    for (size_t i = 0; i < 2; i++) {
        struct tally tally = { .calls = 0 };
        source_get_many(fixture->source, arenas[i], requests, ARRAY_LEN(paths), count_answer,
                        &tally);
        assert_int_equal(tally.calls, ARRAY_LEN(paths));
        assert_int_equal(tally.bytes, 2 * strlen("<feed/>"));
    }
    struct tally stopped = { .calls_max = 2 };
    source_get_many(fixture->source, NULL, requests, ARRAY_LEN(paths), count_answer, &stopped);
    assert_int_equal(stopped.calls, 2);
}

#define SITE_TEST(test) cmocka_unit_test_setup_teardown(test, make_site, remove_site)

int folder_tests(void)
{
    const struct CMUnitTest tests[] = {
        SITE_TEST(file_is_read),
        SITE_TEST(large_file_is_read_whole),
        SITE_TEST(file_over_its_limit_is_refused),
        SITE_TEST(folder_can_be_named_as_a_file_address),
        SITE_TEST(unchanged_file_is_not_read_again),
        SITE_TEST(etag_of_a_web_server_is_none_of_ours),
        SITE_TEST(every_way_to_change_a_file_is_noticed),
        SITE_TEST(etag_of_a_file_just_written_on_a_coarse_clock_is_not_given),
        SITE_TEST(longest_etag_fits),
        SITE_TEST(what_is_no_file_of_the_site_is_not_read),
        SITE_TEST(without_openat2_links_are_kept_inside_too),
        SITE_TEST(file_without_permission_is_refused),
        SITE_TEST(missing_folder_is_offline_until_it_is_there),
        SITE_TEST(file_in_the_place_of_the_folder_is_offline),
        cmocka_unit_test(folder_without_a_name_is_refused),
        SITE_TEST(site_may_be_a_link_itself),
        SITE_TEST(child_that_hangs_is_ended_and_asked_no_more),
        SITE_TEST(child_that_dies_is_offline_at_once),
        SITE_TEST(deadline_comes_before_the_limit_of_one_file),
        SITE_TEST(child_keeps_nothing_of_ours_open),
        SITE_TEST(child_ends_with_its_parent),
        SITE_TEST(closing_leaves_no_child_and_no_descriptor),
        SITE_TEST(many_files_are_answered_once_each),
    };
    return cmocka_run_group_tests_name("fetch: folder", tests, NULL, NULL);
}
