/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The decoder from the player's side: the right pixels from right pictures, and the player alive
 * and well after everything a decoder or a picture can do.
 */
#include "base/clock.h"
#include "make_picture.h"
#include "media/decode.h"
#include "media/decode_protocol.h"
#include "media_tests.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

/* 3 × 2 pixels that have nothing in common. */
#define GRID_WIDTH 3
#define GRID_HEIGHT 2
static const uint32_t grid[GRID_WIDTH * GRID_HEIGHT] = { 0xff102030, 0xff405060, 0x80ff0000,
                                                         0xff00ff00, 0x010000ff, 0xffffffff };

static enum decode_outcome try_decode(struct decoder *decoder, struct arena *arena,
                                      struct str bytes, struct pixels *ret_pixels)
{
    struct report report = report_new(arena);
    struct probe probe;
    assert_true(probe_picture(bytes, STR(""), PICTURE_FILE_BYTES_MAX, &report, &probe));
    return decoder_decode(decoder, bytes, &probe, ret_pixels);
}

static struct pixels must_decode(struct decoder *decoder, struct arena *arena, struct str bytes)
{
    struct pixels pixels = { 0 };
    assert_int_equal(try_decode(decoder, arena, bytes, &pixels), DECODE_OK);
    return pixels;
}

static void must_be(struct pixels pixels, const uint32_t *want, int width, int height)
{
    assert_int_equal(pixels.width, width);
    assert_int_equal(pixels.height, height);
    for (int i = 0; i < width * height; i++)
        if (pixels.at[i] != want[i])
            fail_msg("pixel %d is %08x, not %08x", i, pixels.at[i], want[i]);
    pixels_free(&pixels);
}

static void lossless_pictures_come_back_as_they_are(void **state)
{
    struct decoder *decoder = decoder_new(DECODER);
    struct str png = make_png_of(*state, grid, GRID_WIDTH, GRID_HEIGHT, STR(""));
    must_be(must_decode(decoder, *state, png), grid, GRID_WIDTH, GRID_HEIGHT);
    struct str webp = make_webp(*state, grid, GRID_WIDTH, GRID_HEIGHT, true);
    must_be(must_decode(decoder, *state, webp), grid, GRID_WIDTH, GRID_HEIGHT);
    decoder_free(decoder);
}

/* What a PNG can say in other ways than four bytes a pixel: two rows of two pixels. */
static const struct png_case {
    const char *what;
    uint8_t depth, colour;
    struct str palette, transparent, rows;
    uint32_t want[4];
} png_cases[] = {
    { "palette",
      8,
      3,
      { "\1\2\3\4\5\6", 6 },
      { "", 0 },
      { "\0\1\1\0", 4 },
      { 0xff010203, 0xff040506, 0xff040506, 0xff010203 } },
    { "palette of bits",
      1,
      3,
      { "\1\2\3\4\5\6", 6 },
      { "", 0 },
      { "\x40\x80", 2 },
      { 0xff010203, 0xff040506, 0xff040506, 0xff010203 } },
    { "palette with alpha",
      8,
      3,
      { "\1\2\3\4\5\6", 6 },
      { "\x80\x40", 2 },
      { "\0\1\1\0", 4 },
      { 0x80010203, 0x40040506, 0x40040506, 0x80010203 } },
    { "grey",
      8,
      0,
      { "", 0 },
      { "", 0 },
      { "\0\x7f\x80\xff", 4 },
      { 0xff000000, 0xff7f7f7f, 0xff808080, 0xffffffff } },
    { "grey bits",
      1,
      0,
      { "", 0 },
      { "", 0 },
      { "\x40\x80", 2 },
      { 0xff000000, 0xffffffff, 0xffffffff, 0xff000000 } },
    { "grey and alpha",
      8,
      4,
      { "", 0 },
      { "", 0 },
      { "\0\xff\x7f\x80\x80\0\xff\xff", 8 },
      { 0xff000000, 0x807f7f7f, 0x00808080, 0xffffffff } },
    { "deep colours",
      16,
      2,
      { "", 0 },
      { "", 0 },
      { "\x11\x11\x22\x22\x33\x33\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff\x44\x44\x55\x55\x66\x66",
        24 },
      { 0xff112233, 0xff000000, 0xffffffff, 0xff445566 } },
    { "grey of 2 bits",
      2,
      0,
      { "", 0 },
      { "", 0 },
      { "\x10\xb0", 2 },
      { 0xff000000, 0xff555555, 0xffaaaaaa, 0xffffffff } },
    { "grey of 4 bits",
      4,
      0,
      { "", 0 },
      { "", 0 },
      { "\x01\xef", 2 },
      { 0xff000000, 0xff111111, 0xffeeeeee, 0xffffffff } },
    { "deep grey",
      16,
      0,
      { "", 0 },
      { "", 0 },
      { "\0\0\x11\x11\xee\xee\xff\xff", 8 },
      { 0xff000000, 0xff111111, 0xffeeeeee, 0xffffffff } },
    { "deep grey and alpha",
      16,
      4,
      { "", 0 },
      { "", 0 },
      { "\0\0\xff\xff\x11\x11\x80\x80\xee\xee\x22\x22\xff\xff\xff\xff", 16 },
      { 0xff000000, 0x80111111, 0x22eeeeee, 0xffffffff } },
    { "deep colours and alpha",
      16,
      6,
      { "", 0 },
      { "", 0 },
      { "\x11\x11\x22\x22\x33\x33\x44\x44\x55\x55\x66\x66\x77\x77\x88\x88"
        "\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
        32 },
      { 0x44112233, 0x88556677, 0xff000000, 0xffffffff } },
    { "bits, one clear",
      1,
      0,
      { "", 0 },
      { "\0\1", 2 },
      { "\x40\x80", 2 },
      { 0xff000000, 0x00000000, 0x00000000, 0xff000000 } },
    { "deep grey, one clear",
      16,
      0,
      { "", 0 },
      { "\x11\x11", 2 },
      { "\0\0\x11\x11\xee\xee\xff\xff", 8 },
      { 0xff000000, 0x00000000, 0xffeeeeee, 0xffffffff } },
    { "deep colours, one clear",
      16,
      2,
      { "", 0 },
      { "\x11\x11\x22\x22\x33\x33", 6 },
      { "\x11\x11\x22\x22\x33\x33\x11\x11\x22\x22\x33\x34"
        "\xff\xff\xff\xff\xff\xff\x44\x44\x55\x55\x66\x66",
        24 },
      { 0x00000000, 0xff112233, 0xffffffff, 0xff445566 } },
    { "grey, one clear",
      8,
      0,
      { "", 0 },
      { "\0\x80", 2 },
      { "\0\x7f\x80\xff", 4 },
      { 0xff000000, 0xff7f7f7f, 0x00000000, 0xffffffff } },
    { "colours, one clear",
      8,
      2,
      { "", 0 },
      { "\0\1\0\2\0\3", 6 },
      { "\1\2\3\4\5\6\7\x08\x09\1\2\3", 12 },
      { 0x00000000, 0xff040506, 0xff070809, 0x00000000 } },
    { "palette, one clear",
      8,
      3,
      { "\1\2\3\4\5\6", 6 },
      { "\xff\0", 2 },
      { "\0\1\1\0", 4 },
      { 0xff010203, 0x00000000, 0x00000000, 0xff010203 } },
};

static struct str make_png_case(struct arena *arena, const struct png_case *png_case)
{
    struct text png = png_start(arena);
    png_header(&png, 2, 2, png_case->depth, png_case->colour);
    if (png_case->palette.bytes > 0)
        png_chunk(&png, "PLTE", png_case->palette);
    if (png_case->transparent.bytes > 0)
        png_chunk(&png, "tRNS", png_case->transparent);
    png_rows(&png, (const uint8_t *)png_case->rows.at, png_case->rows.bytes / 2, 2);
    png_chunk(&png, "IEND", STR(""));
    return text_str(&png);
}

static void every_way_to_store_pixels_is_understood(void **state)
{
    struct decoder *decoder = decoder_new(DECODER);
    bool is_right = true;
    for (size_t i = 0; i < ARRAY_LEN(png_cases); i++) {
        struct pixels pixels = must_decode(decoder, *state, make_png_case(*state, &png_cases[i]));
        for (int p = 0; p < 4; p++) {
            /* Where nothing is to be seen, the colour does not matter. */
            uint32_t got = pixels.at[p], want = png_cases[i].want[p];
            if (got == want || (got >> 24 == 0 && want >> 24 == 0))
                continue;
            print_error("%s: pixel %d is %08x, not %08x\n", png_cases[i].what, p, got, want);
            is_right = false;
        }
        pixels_free(&pixels);
    }
    decoder_free(decoder);
    assert_true(is_right);
}

static void lossy_pictures_come_back_nearly(void **state)
{
    uint32_t red[64];
    for (size_t i = 0; i < ARRAY_LEN(red); i++)
        red[i] = 0xffc81e1e;
    struct str files[] = { make_webp(*state, red, 8, 8, false),
                           make_jpeg(*state, 8, 8, (struct jpeg_kind){ .components = 1 }),
                           make_jpeg(*state, 8, 8, (struct jpeg_kind){ .components = 3 }) };
    /* Of the first pixel; the JPEG pattern starts with 64, 104, 144. */
    static const int want[][3] = { { 200, 30, 30 }, { 64, 64, 64 }, { 64, 104, 144 } };
    struct decoder *decoder = decoder_new(DECODER);
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        struct pixels pixels = must_decode(decoder, *state, files[i]);
        assert_int_equal(pixels.at[0] >> 24, 255);
        for (int c = 0; c < 3; c++)
            assert_in_range(abs((int)(pixels.at[0] >> (16 - 8 * c) & 0xff) - want[i][c]), 0, 25);
        pixels_free(&pixels);
    }
    decoder_free(decoder);
}

static void pictures_come_back_upright(void **state)
{
    /* turn_test.c says why. */
    static const struct {
        int turn, width, height;
        int seen[6];
    } cases[] = {
        { 1, 3, 2, { 0, 1, 2, 3, 4, 5 } }, { 2, 3, 2, { 2, 1, 0, 5, 4, 3 } },
        { 3, 3, 2, { 5, 4, 3, 2, 1, 0 } }, { 4, 3, 2, { 3, 4, 5, 0, 1, 2 } },
        { 5, 2, 3, { 0, 3, 1, 4, 2, 5 } }, { 6, 2, 3, { 3, 0, 4, 1, 5, 2 } },
        { 7, 2, 3, { 5, 2, 4, 1, 3, 0 } }, { 8, 2, 3, { 2, 5, 1, 4, 0, 3 } },
    };
    struct decoder *decoder = decoder_new(DECODER);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        uint32_t want[6];
        for (int p = 0; p < 6; p++)
            want[p] = grid[cases[i].seen[p]];
        struct str exif = make_exif(*state, cases[i].turn, true, false);
        struct str png = make_png_of(*state, grid, GRID_WIDTH, GRID_HEIGHT, exif);
        must_be(must_decode(decoder, *state, png), want, cases[i].width, cases[i].height);
    }
    decoder_free(decoder);
}

/* More rows than the child turns at once. */
static void tall_pictures_are_turned_whole(void **state)
{
    enum { WIDTH = 5, HEIGHT = 53 };
    uint32_t stored[WIDTH * HEIGHT], want[WIDTH * HEIGHT];
    for (uint32_t i = 0; i < WIDTH * HEIGHT; i++)
        stored[i] = 0xff000000 | i;
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
            want[x * HEIGHT + HEIGHT - 1 - y] = stored[y * WIDTH + x];
    struct decoder *decoder = decoder_new(DECODER);
    struct str png = make_png_of(*state, stored, WIDTH, HEIGHT, make_exif(*state, 6, true, false));
    must_be(must_decode(decoder, *state, png), want, HEIGHT, WIDTH);
    decoder_free(decoder);
}

static void a_picture_of_another_size_is_damaged(void **state)
{
    struct decoder *decoder = decoder_new(DECODER);
    struct str png = make_png_of(*state, grid, GRID_WIDTH, GRID_HEIGHT, STR(""));
    struct probe probe = assert_passes(*state, png);
    struct pixels pixels;
    probe.width++;
    assert_int_equal(decoder_decode(decoder, png, &probe, &pixels), DECODE_DAMAGED);
    probe.width--;
    probe.type = PICTURE_JPEG;
    assert_int_equal(decoder_decode(decoder, png, &probe, &pixels), DECODE_DAMAGED);
    must_be(must_decode(decoder, *state, png), grid, GRID_WIDTH, GRID_HEIGHT);
    decoder_free(decoder);
}

/* The only child of this process, as /proc tells; 0 for none. */
static pid_t find_child(void)
{
    pid_t found = 0;
    DIR *processes = opendir("/proc");
    assert_non_null(processes);
    for (struct dirent *entry = readdir(processes); entry; entry = readdir(processes)) {
        char path[300];
        int child = 0, parent = 0;
        snprintf(path, sizeof path, "/proc/%s/stat", entry->d_name);
        FILE *stat = entry->d_name[0] >= '1' && entry->d_name[0] <= '9' ? fopen(path, "re") : NULL;
        if (!stat)
            continue;
        if (fscanf(stat, "%d %*s %*c %d", &child, &parent) == 2 && parent == getpid())
            found = child;
        fclose(stat);
    }
    closedir(processes);
    return found;
}

static void a_decoder_killed_between_pictures_is_replaced(void **state)
{
    struct decoder *decoder = decoder_new(DECODER);
    struct str png = make_png_of(*state, grid, GRID_WIDTH, GRID_HEIGHT, STR(""));
    must_be(must_decode(decoder, *state, png), grid, GRID_WIDTH, GRID_HEIGHT);
    for (int i = 0; i < 5; i++) {
        pid_t child = find_child();
        assert_true(child > 0);
        assert_int_equal(kill(child, SIGKILL), 0);
        must_be(must_decode(decoder, *state, png), grid, GRID_WIDTH, GRID_HEIGHT);
        assert_int_not_equal(find_child(), child);
    }
    decoder_free(decoder);
    assert_int_equal(find_child(), 0);
}

static void a_decoder_that_hangs_is_ended_in_time(void **state)
{
    struct decoder *decoder = decoder_new(DECODER);
    struct str png = make_png_of(*state, grid, GRID_WIDTH, GRID_HEIGHT, STR(""));
    must_be(must_decode(decoder, *state, png), grid, GRID_WIDTH, GRID_HEIGHT);
    struct pixels pixels;
    pid_t child = find_child();
    assert_int_equal(kill(child, SIGSTOP), 0);
    int64_t start = clock_mono_ns();
    assert_int_equal(try_decode(decoder, *state, png, &pixels), DECODE_DAMAGED);
    int64_t took = clock_mono_ns() - start;
    assert_in_range(took / CLOCK_MS_NS, 1000 * DECODE_SECONDS_MAX,
                    1000 * DECODE_SECONDS_MAX + 2000);
    assert_int_equal(kill(child, 0), -1);
    must_be(must_decode(decoder, *state, png), grid, GRID_WIDTH, GRID_HEIGHT);
    decoder_free(decoder);
}

/* Calls the fake decoder by a name of its own. */
static enum decode_outcome outcome_with(const char *name, struct arena *arena)
{
    char folder[] = "/tmp/infotaulu-media-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_int_equal(symlink(FAKE_DECODER, path), 0);
    struct decoder *decoder = decoder_new(path);
    struct pixels pixels = { 0 };
    struct str png = make_png_of(arena, grid, GRID_WIDTH, GRID_HEIGHT, STR(""));
    enum decode_outcome outcome = try_decode(decoder, arena, png, &pixels);
    if (outcome == DECODE_OK) {
        pixels_free(&pixels);
        /* Whatever it does for a second picture, the player lives on. */
        (void)!try_decode(decoder, arena, png, &pixels);
        pixels_free(&pixels);
    }
    assert_true(outcome == DECODE_OK || pixels.at == NULL);
    decoder_free(decoder);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0);
    return outcome;
}

static void a_decoder_of_ill_will_is_seen_through(void **state)
{
    static const struct {
        const char *name;
        enum decode_outcome want;
    } cases[] = {
        { "absent", DECODE_FAILED },    { "old", DECODE_FAILED },      { "mute", DECODE_FAILED },
        { "dying", DECODE_DAMAGED },    { "leaving", DECODE_DAMAGED }, { "short", DECODE_DAMAGED },
        { "long", DECODE_DAMAGED },     { "strange", DECODE_DAMAGED }, { "zero", DECODE_DAMAGED },
        { "refusing", DECODE_DAMAGED }, { "failing", DECODE_FAILED },  { "hasty", DECODE_OK },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        enum decode_outcome got = outcome_with(cases[i].name, *state);
        if (got != cases[i].want)
            fail_msg("%s: outcome %d, not %d", cases[i].name, (int)got, (int)cases[i].want);
        assert_int_equal(find_child(), 0);
    }
}

static void without_a_program_it_is_our_fault(void **state)
{
    static const char *const programs[] = { "/nonexistent/infotaulu-decode", "/etc/passwd",
                                            "/tmp" };
    struct str png = make_png_of(*state, grid, GRID_WIDTH, GRID_HEIGHT, STR(""));
    for (size_t i = 0; i < ARRAY_LEN(programs); i++) {
        struct pixels pixels;
        struct decoder *decoder = decoder_new(programs[i]);
        assert_int_equal(try_decode(decoder, *state, png, &pixels), DECODE_FAILED);
        decoder_free(decoder);
    }
    decoder_free(decoder_new(NULL));
    decoder_free(NULL);
}

static unsigned count_descriptors(void)
{
    unsigned count = 0;
    DIR *open_files = opendir("/proc/self/fd");
    assert_non_null(open_files);
    while (readdir(open_files))
        count++;
    closedir(open_files);
    return count;
}

/* Through several children, good and bad pictures in turn. */
static void many_pictures_leave_nothing_behind(void **state)
{
    struct decoder *decoder = decoder_new(DECODER);
    struct str png = make_png_of(*state, grid, GRID_WIDTH, GRID_HEIGHT, STR(""));
    struct probe probe = assert_passes(*state, png), wrong = probe;
    struct pixels pixels;
    wrong.height++;
    unsigned before = count_descriptors();
    for (int i = 0; i < 3 * DECODE_PICTURES_MAX; i++) {
        bool is_wrong = i % 5 == 4;
        enum decode_outcome outcome =
            decoder_decode(decoder, png, is_wrong ? &wrong : &probe, &pixels);
        assert_int_equal(outcome, is_wrong ? DECODE_DAMAGED : DECODE_OK);
        if (!is_wrong)
            must_be(pixels, grid, GRID_WIDTH, GRID_HEIGHT);
        assert_in_range(count_descriptors(), before, before + 1);
    }
    decoder_free(decoder);
    assert_int_equal(count_descriptors(), before);
    assert_int_equal(find_child(), 0);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
}

static void ignore_signal(int number)
{
    (void)number;
}

/* A signal every half millisecond cuts into every call that waits. */
static void signals_do_not_disturb(void **state)
{
    struct sigaction tick = { .sa_handler = ignore_signal }, old;
    struct itimerval often = { { 0, 500 }, { 0, 500 } }, never = { { 0, 0 }, { 0, 0 } };
    struct str jpeg = make_jpeg(*state, 1200, 900, (struct jpeg_kind){ .components = 3 });
    struct decoder *decoder = decoder_new(DECODER);
    assert_int_equal(sigaction(SIGALRM, &tick, &old), 0);
    assert_int_equal(setitimer(ITIMER_REAL, &often, NULL), 0);
    for (int i = 0; i < 5; i++) {
        struct pixels pixels = must_decode(decoder, *state, jpeg);
        pixels_free(&pixels);
    }
    assert_int_equal(setitimer(ITIMER_REAL, &never, NULL), 0);
    assert_int_equal(sigaction(SIGALRM, &old, NULL), 0);
    decoder_free(decoder);
}

/* What the child holds: nothing of the player's files, and the walls are up. */
static void the_decoder_is_locked_in(void **state)
{
    int leak = dup(STDERR_FILENO); /* not closed on exec */
    struct decoder *decoder = decoder_new(DECODER);
    struct str png = make_png_of(*state, grid, GRID_WIDTH, GRID_HEIGHT, STR(""));
    must_be(must_decode(decoder, *state, png), grid, GRID_WIDTH, GRID_HEIGHT);
    char path[64], line[256];
    snprintf(path, sizeof path, "/proc/%d/status", (int)find_child());
    FILE *status = fopen(path, "re");
    assert_non_null(status);
    int privileges = 0, filter = 0;
    while (fgets(line, sizeof line, status)) {
        (void)sscanf(line, "NoNewPrivs: %d", &privileges);
        (void)sscanf(line, "Seccomp: %d", &filter);
    }
    fclose(status);
    assert_int_equal(privileges, 1);
    assert_int_equal(filter, kernel_filters_calls() ? 2 : 0);

    /* Only the privileged may look at descriptors of a process that is not dumpable. */
    snprintf(path, sizeof path, "/proc/%d/fd", (int)find_child());
    DIR *descriptors = opendir(path);
    unsigned count = 0;
    while (descriptors && readdir(descriptors))
        count++;
    if (descriptors) {
        closedir(descriptors);
        assert_int_equal(count, 2 + DECODE_SOCKET + 1); /* with . and .. */
    }
    decoder_free(decoder);
    close(leak);
}

/* Pictures of every format to be spoiled. */
static struct str sample(struct arena *arena, int number)
{
    uint32_t pixels[40 * 30];
    for (uint32_t i = 0; i < ARRAY_LEN(pixels); i++)
        pixels[i] = (i * 7 % 256) << 24 | i * 0x030201;
    switch (number % 5) {
    case 0:
        return make_png_of(arena, pixels, 40, 30, make_exif(arena, 6, true, true));
    case 1:
        return make_jpeg(arena, 120, 90, (struct jpeg_kind){ .components = 3 });
    case 2:
        return make_jpeg(arena, 120, 90,
                         (struct jpeg_kind){ .components = 3, .is_progressive = true });
    case 3:
        return make_webp(arena, pixels, 40, 30, true);
    default:
        return make_webp(arena, pixels, 40, 30, false);
    }
}

#define SPOILED 500
#define SPOILED_SECONDS_MAX 60 /* all of them; one alone may take DECODE_SECONDS_MAX */

/* Flips some bits, or cuts the file; the CRCs of a PNG are put right, else none would get through.
 */
static struct str spoil(struct arena *arena, struct str bytes, int number, uint32_t *random)
{
    struct str spoiled = str_copy(arena, bytes);
    char *at = (char *)(uintptr_t)spoiled.at;
    for (int flips = 1 + number % 7; flips > 0; flips--) {
        *random = *random * 1664525 + 1013904223;
        at[(*random >> 8) % spoiled.bytes] ^= (char)(1 << (*random >> 5 & 7));
    }
    if (number % 10 == 9)
        spoiled.bytes = (*random >> 8) % spoiled.bytes;
    if (number % 5 == 0)
        png_mend(spoiled);
    return spoiled;
}

static void spoiled_pictures_do_no_harm(void **state)
{
    struct decoder *decoder = decoder_new(DECODER);
    struct str files[5];
    int refused = 0, damaged = 0, shown = 0;
    uint32_t random = 2;
    for (int i = 0; i < 5; i++)
        files[i] = sample(*state, i);
    int64_t start = clock_mono_ns();
    for (int i = 0; i < SPOILED; i++) {
        struct arena *arena = arena_new(TEST_BYTES_MAX);
        struct str bytes = spoil(arena, files[i % 5], i, &random);
        struct report report = report_new(arena);
        struct probe probe;
        struct pixels pixels = { 0 };
        if (!probe_picture(bytes, STR(""), PICTURE_FILE_BYTES_MAX, &report, &probe)) {
            assert_true(report.count > 0);
            refused++;
        } else if (decoder_decode(decoder, bytes, &probe, &pixels) == DECODE_OK) {
            shown++;
        } else {
            damaged++;
        }
        pixels_free(&pixels);
        arena_free(arena);
    }
    print_message("  %d refused, %d damaged, %d shown\n", refused, damaged, shown);
    assert_true(clock_mono_ns() - start < SPOILED_SECONDS_MAX * CLOCK_SECOND_NS);
    assert_true(refused > 0 && damaged > 0);
    decoder_free(decoder);
}

int decode_tests(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lossless_pictures_come_back_as_they_are, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(every_way_to_store_pixels_is_understood, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(lossy_pictures_come_back_nearly, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(pictures_come_back_upright, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(tall_pictures_are_turned_whole, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(a_picture_of_another_size_is_damaged, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(a_decoder_killed_between_pictures_is_replaced, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(a_decoder_that_hangs_is_ended_in_time, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(a_decoder_of_ill_will_is_seen_through, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(without_a_program_it_is_our_fault, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(many_pictures_leave_nothing_behind, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(signals_do_not_disturb, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(the_decoder_is_locked_in, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(spoiled_pictures_do_no_harm, give_arena, take_arena),
    };
    return cmocka_run_group_tests_name("decode", tests, NULL, NULL);
}
