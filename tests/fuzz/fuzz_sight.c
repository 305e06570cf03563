/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The answer of the program that reads text in pictures. Whatever it says, words and lines lie
 * within the picture, belong to each other and are text that people can be shown.
 */
#include "base/utf8.h"
#include "sight/hocr.h"

#include <stdlib.h>

#define ARENA_BYTES ((size_t)256 << 20)
#define WIDTH 1920
#define HEIGHT 1080

/* assert() that also counts in an optimised build. */
#define CHECK(condition) ((condition) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_box(const struct seen_box *box)
{
    CHECK(box->x >= 0 && box->y >= 0 && box->width > 0 && box->height > 0);
    CHECK(box->x + box->width <= WIDTH && box->y + box->height <= HEIGHT);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new(ARENA_BYTES);
    struct seen seen = { .width = WIDTH, .height = HEIGHT };
    hocr_read(arena, (struct str){ (const char *)data, size }, &seen);
    size_t words = 0;
    for (size_t i = 0; i < seen.line_count; i++) {
        const struct seen_line *line = &seen.lines[i];
        check_box(&line->box);
        CHECK(line->x_height >= 0 && line->x_height <= HEIGHT);
        CHECK(line->first_word == words);
        words += line->word_count;
    }
    CHECK(words == seen.word_count && words <= HOCR_WORDS_MAX);
    for (size_t i = 0; i < seen.word_count; i++) {
        check_box(&seen.words[i].box);
        CHECK(seen.words[i].confidence >= 0 && seen.words[i].confidence <= 100);
        CHECK(seen.words[i].text.bytes > 0 && utf8_is_valid(seen.words[i].text));
    }
    arena_free(arena);
    return 0;
}
