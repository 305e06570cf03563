/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the player leaves on disk: play log, status, heartbeat; and its words to systemd. */
#include "kept.h"
#include "record/recent.h"
#include "show/frame_log.h"
#include "show/heartbeat.h"
#include "show/notify.h"
#include "show/playlog.h"
#include "show/screenshot.h"
#include "show/status.h"
#include "show_tests.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

struct files {
    struct kept kept;
    struct arena *arena;
    const struct zone *zone;
};

static int set_up(void **state)
{
    struct files *files = memory_new(1, sizeof *files);
    files->arena = arena_new((size_t)64 << 20);
    files->zone = zone_open(files->arena, NULL, STR("Europe/Helsinki"));
    *state = files;
    return files->zone && kept_make(&files->kept) ? 0 : -1;
}

static int tear_down(void **state)
{
    struct files *files = *state;
    kept_remove(&files->kept);
    arena_free(files->arena);
    free(files);
    return 0;
}

static struct str read_file(struct files *files, const char *name)
{
    struct str bytes = { 0 };
    char path[PATH_MAX];
    kept_path(&files->kept, name, path);
    assert_int_equal(file_read(files->arena, path, 1 << 20, &bytes), FILE_OK);
    return bytes;
}

static struct play example = {
    .id = { "urn:test:a", 10 },
    .group = { "urn:test:a", 10 },
    .language = { "fi", 2 },
    .organisations = { "Esimerkki ry", 12 },
    .title = { "Kahvila", 7 },
    .from = KEPT_NOW,
    .seconds = 12.34,
};

#define EXAMPLE_LINE                                                                               \
    "2026-11-25,aula,urn:test:a,urn:test:a,fi,Esimerkki ry,Kahvila,"                               \
    "2026-11-25T12:00:00+02:00,2026-11-25T12:00:12+02:00,12.3\n"

/* ---- play log ------------------------------------------------------------------------------ */

static void titles_survive_a_spreadsheet(void **state)
{
    static const struct {
        const char *title, *cell;
    } cases[] = {
        { "Kahvila", "Kahvila" },
        { "Kahvi, tee", "\"Kahvi, tee\"" },
        { "\"Ilo\" ry", "\"\"\"Ilo\"\" ry\"" },
        { "Kaksi\nriviä", "\"Kaksi riviä\"" },
        { "=1+1", "'=1+1" },
        { "@SUM(A1)", "'@SUM(A1)" },
        { "-5, +5", "\"'-5, +5\"" },
        { "", "" },
        { "a;b", "\"a;b\"" },
    };
    struct files *files = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct play play = example;
        play.title = str_of(cases[i].title);
        struct str line = playlog_line(files->arena, &play, STR("aula"), files->zone);
        struct str want = str_format(files->arena, ",Esimerkki ry,%s,2026-11-25T", cases[i].cell);
        if (str_find(line, want) < 0)
            fail_msg("%s", line.at);
        assert_true(str_find_byte(line, '\n') == (ptrdiff_t)line.bytes - 1);
    }
}

static void a_play_is_one_line_under_the_heading(void **state)
{
    struct files *files = *state;
    struct playlog log = playlog_new(files->kept.root);
    playlog_add(&log, &example, STR("aula"), files->zone);
    playlog_add(&log, &example, STR("aula"), files->zone);
    playlog_close(&log);
    log = playlog_new(files->kept.root);
    playlog_add(&log, &example, STR("aula"), files->zone);
    playlog_close(&log);
    assert_string_equal(read_file(files, "plays-2026-11.csv").at,
                        PLAYLOG_HEADER EXAMPLE_LINE EXAMPLE_LINE EXAMPLE_LINE);
}

static void each_month_has_its_file(void **state)
{
    struct files *files = *state;
    struct playlog log = playlog_new(files->kept.root);
    struct play play = example;
    playlog_add(&log, &play, STR("aula"), files->zone);
    play.from += 6 * DAY_SECONDS;
    playlog_add(&log, &play, STR("aula"), files->zone);
    playlog_close(&log);
    assert_string_equal(read_file(files, "plays-2026-11.csv").at, PLAYLOG_HEADER EXAMPLE_LINE);
    assert_true(str_starts(read_file(files, "plays-2026-12.csv"), PLAYLOG_HEADER "2026-12-01,"));
}

/* What was logged is read back: of this display, before the moment, over the end of a month. */
static void the_last_plays_are_read_back(void **state)
{
    struct files *files = *state;
    struct playlog log = playlog_new(files->kept.root);
    struct play play = example;
    struct play_row *rows;
    struct civil first = { .date = { 2026, 12, 1 }, .minute = 10 };
    int64_t december = zone_moment(files->zone, first);
    for (int i = 0; i < 5000; i++) { /* more than is read, and older than a day */
        play.from = december - 5000 * 40 + i * 40;
        playlog_add(&log, &play, STR("aula"), files->zone);
    }
    playlog_add(&log, &play, STR("toinen"), files->zone);
    play.from = december;
    play.title = STR("=\"Lainaus\", pilkku");
    playlog_add(&log, &play, STR("aula"), files->zone);
    playlog_close(&log);
    size_t count = recent_plays(files->arena, files->kept.root, STR("aula"), december + 30,
                                files->zone, &rows);
    assert_in_range(count, 500, DAY_SECONDS / 40 + 1);
    assert_int_equal(rows[count - 1].from, december);
    assert_true(str_is(rows[count - 1].title, "=\"Lainaus\", pilkku"));
    assert_true(rows[count - 1].seconds > 12.2 && rows[count - 1].seconds < 12.4);
    for (size_t i = 1; i < count; i++)
        assert_true(rows[i].from > rows[i - 1].from);
    count = recent_plays(files->arena, files->kept.root, STR("aula"), december, files->zone, &rows);
    assert_true(rows[count - 1].from < december);
    assert_int_equal(
        recent_plays(files->arena, "/nonexistent", STR("aula"), december, files->zone, &rows), 0);
}

static void a_torn_line_is_closed_off(void **state)
{
    static const struct {
        const char *torn, *then;
    } cases[] = {
        { PLAYLOG_HEADER "2026-11-25,aul", PLAYLOG_HEADER "2026-11-25,aul\n" EXAMPLE_LINE },
        { "date,disp", "date,disp\n" EXAMPLE_LINE },
        { PLAYLOG_HEADER EXAMPLE_LINE, PLAYLOG_HEADER EXAMPLE_LINE EXAMPLE_LINE },
        { "", PLAYLOG_HEADER EXAMPLE_LINE },
    };
    struct files *files = *state;
    char path[PATH_MAX];
    kept_path(&files->kept, "plays-2026-11.csv", path);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_int_equal(file_write(path, str_of(cases[i].torn), 0644), FILE_OK);
        struct playlog log = playlog_new(files->kept.root);
        playlog_add(&log, &example, STR("aula"), files->zone);
        playlog_close(&log);
        assert_string_equal(read_file(files, "plays-2026-11.csv").at, cases[i].then);
    }
}

/* The limit on file sizes stands for a full disk; SIGXFSZ is ignored as a player would be run. */
static void a_full_disk_tears_one_line_and_ends_nothing(void **state)
{
    struct files *files = *state;
    struct rlimit before, tight;
    struct playlog log = playlog_new(files->kept.root);
    playlog_add(&log, &example, STR("aula"), files->zone);
    size_t whole = sizeof PLAYLOG_HEADER EXAMPLE_LINE - 1;
    getrlimit(RLIMIT_FSIZE, &before);
    tight = before;
    tight.rlim_cur = whole + 20;
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &tight);
    for (int i = 0; i < 3; i++)
        playlog_add(&log, &example, STR("aula"), files->zone);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, SIG_DFL);
    playlog_add(&log, &example, STR("aula"), files->zone);
    playlog_close(&log);
    struct str bytes = read_file(files, "plays-2026-11.csv");
    assert_true(str_starts(bytes, PLAYLOG_HEADER EXAMPLE_LINE));
    assert_true(str_ends(bytes, "\n" EXAMPLE_LINE));
    assert_int_equal(bytes.bytes, whole + 20 + 1 + sizeof EXAMPLE_LINE - 1);
}

static void a_log_that_is_no_file_is_left_alone(void **state)
{
    struct files *files = *state;
    char path[PATH_MAX];
    kept_path(&files->kept, "plays-2026-11.csv", path);
    assert_int_equal(mkfifo(path, 0644), 0);
    struct playlog log = playlog_new(files->kept.root);
    playlog_add(&log, &example, STR("aula"), files->zone);
    playlog_close(&log);
    log = playlog_new("/nonexistent");
    playlog_add(&log, &example, STR("aula"), files->zone);
    playlog_tick(&log);
    playlog_close(&log);
}

/* ---- status, heartbeat, frame log ---------------------------------------------------------- */

static void the_status_says_what_and_why(void **state)
{
    struct files *files = *state;
    assert_true(kept_write(files->kept.cache, files->kept.state, 1));
    struct keep *keep;
    struct daily complaint = { 0 };
    assert_int_equal(keep_open(files->kept.cache, files->kept.state, &keep, NULL), KEEP_OK);
    struct generation *generation = generation_read(keep, KEEP_CURRENT, NULL, &complaint);
    assert_non_null(generation);
    generation->edition.items[1].refused = REASON_DAMAGED;
    generation->edition.items[0].announcement.title = STR("\"Ilo\"\n\\ry");
    struct status_facts facts = {
        .generation = generation,
        .item = &generation->edition.items[0],
        .presented_at = KEPT_NOW,
        .now = KEPT_NOW + 10,
        .clock_is_real = true,
    };
    struct str json = status_json(files->arena, &facts);
    static const char *const wanted[] = {
        "\"presented_id\": \"urn:test:a\"",
        "\"presented_title\": \"\\\"Ilo\\\"\\u000a\\\\ry\"",
        "\"presented_at\": \"2026-11-25T12:00:00+02:00\"",
        "\"feed_age_s\": 7210",
        "\"feed_is_stale\": false",
        "\"round_wished_s\": 600",
        "\"reasons\": {\"shown\": 3, \"damaged\": 1}",
    };
    for (size_t i = 0; i < ARRAY_LEN(wanted); i++) {
        if (str_find(json, str_of(wanted[i])) < 0)
            fail_msg("%s is not in %s", wanted[i], json.at);
    }
    facts.item = NULL;
    facts.is_agenda = true;
    assert_true(str_find(status_json(files->arena, &facts), STR("\"presented_id\": \"agenda\"")) >
                0);
    facts.item = &generation->edition.items[0];
    facts.is_agenda = false;
    facts.now = KEPT_NOW + 2 * DAY_SECONDS;
    assert_true(str_find(status_json(files->arena, &facts), STR("\"feed_is_stale\": true")) > 0);

    struct status status = status_new(files->kept.root);
    facts.plays = 12;
    facts.failed_updates = 3;
    status_write(&status, &facts, false);
    assert_true(str_starts(read_file(files, "status.json"), "{\n"));
    static const char *const metrics[] = {
        "\ninfotaulu_last_frame_timestamp_seconds 1",
        "\ninfotaulu_feed_age_seconds ",
        "\ninfotaulu_items{verdict=\"pass\"} 4\n",
        "\ninfotaulu_items_refused{reason=\"damaged\"} 1\n",
        "\ninfotaulu_fetch_errors_total 3\n",
        "\ninfotaulu_plays_total 12\n",
        "# TYPE infotaulu_plays_total counter\n",
    };
    for (size_t i = 0; i < ARRAY_LEN(metrics); i++) {
        if (str_find(read_file(files, "metrics.prom"), str_of(metrics[i])) < 0)
            fail_msg("%s is not in metrics.prom", metrics[i]);
    }
    struct status nowhere = status_new("/nonexistent");
    status_write(&nowhere, &facts, true);
    generation_free(generation);
    keep_close(keep);
}

static void a_screenshot_is_a_small_picture_of_the_slide(void **state)
{
    struct files *files = *state;
    struct slide *slide = slide_new();
    struct screenshot screenshot = screenshot_new(files->kept.root);
    char path[PATH_MAX], command[PATH_MAX + 64];
    kept_path(&files->kept, "screenshot.png", path);
    screenshot_write(&screenshot); /* nothing was taken: nothing is written */
    assert_int_not_equal(access(path, F_OK), 0);
    assert_true(slide_fit(slide, 1920, 1080));
    for (size_t i = 0; i < 1920 * 1080; i++)
        slide->pixels.at[i] = 0xFF0B5C6B;
    screenshot_take(&screenshot, slide);
    screenshot_write(&screenshot);
    snprintf(command, sizeof command, "identify -format '%%wx%%h %%[pixel:p{9,9}]' %s", path);
    FILE *said = popen(command, "r");
    char line[128] = "";
    assert_non_null(said);
    assert_non_null(fgets(line, sizeof line, said));
    assert_int_equal(pclose(said), 0);
    assert_string_equal(line, "480x270 srgb(11,92,107)");
    assert_int_equal(unlink(path), 0);
    screenshot_take(&screenshot, slide); /* not due yet */
    screenshot_write(&screenshot);
    assert_int_not_equal(access(path, F_OK), 0);
    screenshot_free(&screenshot);
    slide_free(slide);
}

static void the_heartbeat_is_made_again(void **state)
{
    struct files *files = *state;
    char path[PATH_MAX];
    struct stat info;
    static const struct timespec old[2] = { { .tv_sec = 1 }, { .tv_sec = 1 } };
    kept_path(&files->kept, "heartbeat", path);
    struct heartbeat heartbeat = heartbeat_new("/nonexistent/heartbeat", path);
    heartbeat_touch(&heartbeat);
    assert_int_equal(utimensat(AT_FDCWD, path, old, 0), 0);
    heartbeat_touch(&heartbeat);
    assert_int_equal(stat(path, &info), 0);
    assert_true(info.st_mtime > 1000000);
    assert_int_equal(unlink(path), 0);
    heartbeat_touch(&heartbeat);
    assert_int_equal(stat(path, &info), 0);
    heartbeat_close(&heartbeat);
    heartbeat = heartbeat_new("/nonexistent/heartbeat", NULL);
    heartbeat_touch(&heartbeat);
    heartbeat_close(&heartbeat);
}

static void a_frame_log_that_cannot_be_made_is_an_error(void **state)
{
    struct frame_log log;
    (void)state;
    assert_false(frame_log_open(&log, "/nonexistent/frames"));
    assert_true(frame_log_open(&log, NULL));
    static const struct slide idle = { 0 };
    frame_log_add(&log, &idle, 256);
    frame_log_flush(&log);
    frame_log_close(&log);
}

/* ---- systemd ------------------------------------------------------------------------------- */

static void systemd_hears_us(void **state)
{
    struct files *files = *state;
    char path[PATH_MAX], heard[64] = "";
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    kept_path(&files->kept, "notify", path);
    snprintf(address.sun_path, sizeof address.sun_path, "%.100s", path);
    int server = socket(AF_UNIX, SOCK_DGRAM, 0);
    assert_int_equal(bind(server, (struct sockaddr *)&address, sizeof address), 0);
    setenv("NOTIFY_SOCKET", path, 1);
    struct notify notify = notify_new();
    notify_send(&notify, "READY=1");
    assert_int_equal(recv(server, heard, sizeof heard, MSG_DONTWAIT), 7);
    assert_memory_equal(heard, "READY=1", 7);
    close(server);
    notify_send(&notify, "WATCHDOG=1"); /* nobody listens any more */
    notify_close(&notify);
    unsetenv("NOTIFY_SOCKET");
    notify = notify_new();
    notify_send(&notify, "READY=1");
    notify_close(&notify);
}

static void the_watchdog_is_read(void **state)
{
    static const struct {
        const char *text;
        int64_t ns;
    } cases[] = {
        { "30000000", INT64_C(30000000000) }, { "", 0 }, { "soon", 0 }, { "-5", 0 },
        { "99999999999999999999999", 0 },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        setenv("WATCHDOG_USEC", cases[i].text, 1);
        assert_true(notify_watchdog_ns() == cases[i].ns);
    }
    unsetenv("WATCHDOG_USEC");
    assert_true(notify_watchdog_ns() == 0);
}

int files_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(titles_survive_a_spreadsheet, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_play_is_one_line_under_the_heading, set_up, tear_down),
        cmocka_unit_test_setup_teardown(each_month_has_its_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_last_plays_are_read_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_torn_line_is_closed_off, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_full_disk_tears_one_line_and_ends_nothing, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_log_that_is_no_file_is_left_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_status_says_what_and_why, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_screenshot_is_a_small_picture_of_the_slide, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_heartbeat_is_made_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_frame_log_that_cannot_be_made_is_an_error, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(systemd_hears_us, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_watchdog_is_read, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
