/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looking as a whole: with the reader of this computer, where there is one, and with small programs
 * in its place that are absent, odd, slow to come or wrong.
 */
#include "base/file.h"
#include "media/decode.h"
#include "sight/sight.h"
#include "sight_tests.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define SLIDE SOURCE_DIR "/samples/submissions/good/media/ystava-dia.png"
#define TEST_BYTES_MAX ((size_t)64 << 20)
#define LANGUAGES "[ \"$1\" = --list-langs ] && { echo 'List of (2):'; echo fin; exit; }\n"
#define HOCR                                                                                       \
    "<span class='ocr_line' title='bbox 0 0 9 9; x_size 9'>"                                       \
    "<span class='ocrx_word' title='bbox 0 0 9 9; x_wconf 90'>sana</span>"

int give_arena(void **state)
{
    *state = arena_new(TEST_BYTES_MAX);
    return 0;
}

int take_arena(void **state)
{
    arena_free(*state);
    return 0;
}

/* ---- the real reader ----------------------------------------------------------------------- */

static struct pixels decode(struct arena *arena, const char *path)
{
    struct report report = report_new(arena);
    struct decoder *decoder = decoder_new(DECODER);
    struct pixels pixels;
    struct probe probe;
    struct str bytes;
    assert_int_equal(file_read(arena, path, PICTURE_FILE_BYTES_MAX, &bytes), FILE_OK);
    assert_true(probe_picture(bytes, STR(""), PICTURE_FILE_BYTES_MAX, &report, &probe));
    assert_int_equal(decoder_decode(decoder, bytes, &probe, &pixels), DECODE_OK);
    decoder_free(decoder);
    return pixels;
}

static bool has_word(const struct seen *seen, const char *word)
{
    for (size_t i = 0; i < seen->word_count; i++)
        if (str_is(seen->words[i].text, word) && seen->words[i].confidence > 80)
            return true;
    return false;
}

static void a_slide_is_read(void **state)
{
    static const char *const words[] = { "Kaipaatko", "juttuseuraa?", "ystävän.", "040",
                                         "4518",      "mitään",       "Ystävät" };
    struct sight *sight = sight_open(NULL);
    if (!sight_can_read(sight)) {
        sight_close(sight);
        print_message("tesseract with the model of Finnish is not here: nothing to test\n");
        skip();
    }
    struct pixels pixels = decode(*state, SLIDE);
    struct hash hash = hash_of(STR("slide"));
    const struct seen *seen = sight_look(sight, &pixels, &hash);
    assert_true(seen->text_was_read && seen->codes_were_read);
    assert_int_equal(seen->code_count, 0);
    for (size_t i = 0; i < ARRAY_LEN(words); i++)
        if (!has_word(seen, words[i]))
            fail_msg("%s was not read", words[i]);
    /* The em of the title is 125 px, of the text 69: an x is 0.536 of it, measured to 2 px. */
    assert_true(seen->lines[0].x_height > 60 && seen->lines[0].x_height < 72);
    assert_true(seen->lines[2].x_height > 33 && seen->lines[2].x_height < 41);
    assert_ptr_equal(sight_look(sight, &pixels, &hash), seen);
    pixels_free(&pixels);
    sight_close(sight);
}

/* ---- others in its place ------------------------------------------------------------------- */

struct reader {
    char folder[64], path[96], count[96];
};

/* A program of a shell script; $0.count gets a line a run. */
static void write_reader(struct reader *reader, const char *script)
{
    snprintf(reader->folder, sizeof reader->folder, "/tmp/sight_test.XXXXXX");
    assert_non_null(mkdtemp(reader->folder));
    snprintf(reader->path, sizeof reader->path, "%s/reader", reader->folder);
    snprintf(reader->count, sizeof reader->count, "%s/reader.count", reader->folder);
    FILE *file = fopen(reader->path, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s", script);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(reader->path, 0700), 0);
}

static void remove_reader(const struct reader *reader)
{
    unlink(reader->count);
    unlink(reader->path);
    assert_int_equal(rmdir(reader->folder), 0);
}

static struct pixels small_picture(struct arena *arena)
{
    struct pixels pixels = { ARENA_ARRAY(arena, uint32_t, 10 * 10), 10, 10 };
    memset(pixels.at, 0xff, 10 * 10 * sizeof *pixels.at);
    return pixels;
}

static void odd_readers_are_borne(void **state)
{
    static const struct {
        const char *script;
        bool can_read, was_read;
        size_t words;
    } cases[] = {
        { "exit 1\n", false, false, 0 },
        { "echo swe; echo eng\n", false, false, 0 },
        { "echo finnish; echo ' fin_old'\n", false, false, 0 },
        { "kill -9 $$\n", false, false, 0 },
        { LANGUAGES "exit 1\n", true, false, 0 },
        { LANGUAGES "kill -11 $$\n", true, false, 0 },
        { LANGUAGES "echo nonsense\n", true, true, 0 },
        { LANGUAGES "cat\n", true, true, 0 }, /* the picture comes back */
        { LANGUAGES "cat >/dev/null; echo \"" HOCR "\"\n", true, true, 1 },
        { LANGUAGES "yes | head -c 5000000\n", true, false, 0 },
        { LANGUAGES "[ -z \"$HOME$LANG\" ] && [ \"$OMP_THREAD_LIMIT\" = 1 ] && echo \"" HOCR "\"\n",
          true, true, 1 },
        { LANGUAGES "ls /proc/self/fd | grep -c . | grep -qx 4 && echo \"" HOCR "\"\n", true, true,
          1 },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct reader reader;
        write_reader(&reader, cases[i].script);
        struct sight *sight = sight_open(reader.path);
        struct pixels pixels = small_picture(*state);
        struct hash hash = { { 1 } };
        const struct seen *seen = sight_look(sight, &pixels, &hash);
        if (sight_can_read(sight) != cases[i].can_read ||
            seen->text_was_read != cases[i].was_read || seen->word_count != cases[i].words)
            fail_msg("%s: can read %d, was read %d, %zu words", cases[i].script,
                     sight_can_read(sight), seen->text_was_read, seen->word_count);
        assert_true(seen->codes_were_read);
        sight_close(sight);
        remove_reader(&reader);
    }
}

static void no_reader_reads_codes_alone(void **state)
{
    struct sight *sight = sight_open("/nonexistent/tesseract");
    struct pixels pixels = small_picture(*state);
    struct hash hash = { { 1 } };
    assert_false(sight_can_read(sight));
    const struct seen *seen = sight_look(sight, &pixels, &hash);
    assert_true(seen->codes_were_read);
    assert_false(seen->text_was_read);
    sight_close(sight);
}

static size_t runs_of(struct arena *arena, const struct reader *reader)
{
    struct str lines;
    return file_read(arena, reader->count, 4096, &lines) == FILE_OK ? lines.bytes : 0;
}

/* Versions in other languages share the picture; another size of it is another one. */
static void a_picture_is_read_once(void **state)
{
    struct reader reader;
    write_reader(&reader, LANGUAGES "printf . >>$0.count; echo \"" HOCR "\"\n");
    struct sight *sight = sight_open(reader.path);
    struct pixels pixels = small_picture(*state), smaller = small_picture(*state);
    smaller.height = 5;
    struct hash first = { { 1 } }, second = { { 2 } };
    for (int i = 0; i < 3; i++)
        assert_int_equal(sight_look(sight, &pixels, &first)->word_count, 1);
    assert_int_equal(runs_of(*state, &reader), 1);
    (void)sight_look(sight, &pixels, &second);
    (void)sight_look(sight, &smaller, &first);
    assert_int_equal(runs_of(*state, &reader), 3);
    (void)sight_look(sight, &pixels, &first);
    assert_int_equal(runs_of(*state, &reader), 3);
    sight_close(sight);
    remove_reader(&reader);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_slide_is_read, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(odd_readers_are_borne, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(no_reader_reads_codes_alone, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(a_picture_is_read_once, give_arena, take_arena),
    };
    int failed = child_tests() + hocr_tests() + codes_tests();
    return failed + cmocka_run_group_tests_name("sight", tests, NULL, NULL);
}
