/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The library looks at the picture in a child of ours: a code that was made to break it breaks
 * nothing else. Its answer is a list of heads and payloads, and is believed no more than a file.
 *
 * A code with light modules on dark is looked for only where no other is found: the library reads
 * none, so the picture is turned to its negative for a second look.
 */
#include "sight/read_codes.h"

#include "base/int.h"
#include "sight/clean.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>
#include <zbar.h>

#define READ_MEMORY_MAX ((size_t)1 << 30)
#define GREY_FORMAT 0x30303859 /* "Y800", as zbar names one grey byte a pixel */
#define CORNERS 4
#define CORNER_SHARE 0.03 /* of the side, that a corner may stand off its box's; a turn of 2° */
#define CORNER_PX 3

struct view {
    const uint8_t *grey;
    int width, height;
};

/* What the child says of a code; the payload follows. */
struct code_head {
    int32_t x[CORNERS], y[CORNERS];
    uint32_t is_inverted, payload_bytes;
};

/* ---- in the child -------------------------------------------------------------------------- */

static bool say(int out, const void *data, size_t bytes)
{
    return write(out, data, bytes) == (ssize_t)bytes; /* a pipe's write of a few kilobytes */
}

static bool say_code(int out, const zbar_symbol_t *symbol, bool is_inverted)
{
    const char *data = zbar_symbol_get_data(symbol);
    struct code_head head = { .is_inverted = is_inverted,
                              .payload_bytes = zbar_symbol_get_data_length(symbol) };
    if (zbar_symbol_get_loc_size(symbol) != CORNERS || head.payload_bytes > CODE_PAYLOAD_MAX)
        return true;
    for (unsigned i = 0; i < CORNERS; i++) {
        head.x[i] = zbar_symbol_get_loc_x(symbol, i);
        head.y[i] = zbar_symbol_get_loc_y(symbol, i);
    }
    return say(out, &head, sizeof head) && say(out, data, head.payload_bytes);
}

/* How many codes were said; -1 when something failed. */
static int look(const struct view *view, const uint8_t *grey, bool is_inverted, int out)
{
    int count = 0;
    zbar_image_scanner_t *scanner = zbar_image_scanner_create();
    zbar_image_t *image = zbar_image_create();
    zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    zbar_image_set_format(image, GREY_FORMAT);
    zbar_image_set_size(image, (unsigned)view->width, (unsigned)view->height);
    zbar_image_set_data(image, grey, (size_t)view->width * (size_t)view->height, NULL);
    if (zbar_scan_image(scanner, image) < 0)
        count = -1;
    const zbar_symbol_t *symbol = count < 0 ? NULL : zbar_image_first_symbol(image);
    for (; symbol && count >= 0 && count < CODES_MAX; symbol = zbar_symbol_next(symbol))
        count = say_code(out, symbol, is_inverted) ? count + 1 : -1;
    zbar_image_destroy(image);
    zbar_image_scanner_destroy(scanner);
    return count;
}

static int be_reader(const void *context, int out)
{
    const struct view *view = context;
    int count = look(view, view->grey, false, out);
    if (count != 0)
        return count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
    size_t pixels = (size_t)view->width * (size_t)view->height;
    uint8_t *negative = malloc(pixels);
    if (!negative)
        return EXIT_FAILURE;
    for (size_t i = 0; i < pixels; i++)
        negative[i] = (uint8_t)(255 - view->grey[i]);
    count = look(view, negative, true, out);
    free(negative);
    return count >= 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* ---- in the parent ------------------------------------------------------------------------- */

static bool is_near(int value, int side, int tolerance)
{
    return abs(value - side) <= tolerance;
}

/* The box round the corners, cut to the picture; false when nothing is left. */
static bool box_of(const struct code_head *head, const struct seen *seen, struct seen_code *code)
{
    int left = INT_MAX, top = INT_MAX, right = 0, bottom = 0;
    for (size_t i = 0; i < CORNERS; i++) {
        left = int_lesser(left, int_greater(head->x[i], 0));
        top = int_lesser(top, int_greater(head->y[i], 0));
        right = int_greater(right, int_lesser(head->x[i], seen->width));
        bottom = int_greater(bottom, int_lesser(head->y[i], seen->height));
    }
    if (right <= left || bottom <= top)
        return false;
    int side = int_greater(right - left, bottom - top);
    int tolerance = int_greater(CORNER_PX, (int)(side * CORNER_SHARE));
    code->is_upright = is_near(right - left, bottom - top, tolerance);
    for (size_t i = 0; i < CORNERS && code->is_upright; i++)
        code->is_upright =
            (is_near(head->x[i], left, tolerance) || is_near(head->x[i], right, tolerance)) &&
            (is_near(head->y[i], top, tolerance) || is_near(head->y[i], bottom, tolerance));
    code->box = (struct seen_box){ left, top, right - left, bottom - top };
    return true;
}

static void take_answer(struct arena *arena, struct str answer, struct seen *seen)
{
    struct seen_code *codes = ARENA_ARRAY(arena, struct seen_code, CODES_MAX);
    struct code_head head;
    seen->codes = codes;
    while (answer.bytes >= sizeof head && seen->code_count < CODES_MAX) {
        struct seen_code *code = &codes[seen->code_count];
        memcpy(&head, answer.at, sizeof head);
        answer = str_slice(answer, sizeof head, answer.bytes);
        if (head.payload_bytes > answer.bytes)
            return;
        code->payload = clean_text(arena, str_slice(answer, 0, head.payload_bytes));
        code->is_inverted = head.is_inverted != 0;
        seen->code_count += box_of(&head, seen, code);
        answer = str_slice(answer, head.payload_bytes, answer.bytes);
    }
}

enum child_outcome read_codes(struct arena *arena, const uint8_t *grey, struct seen *seen)
{
    const struct view view = { grey, seen->width, seen->height };
    const struct child_work work = {
        .run = be_reader,
        .context = &view,
        .seconds = CODE_SECONDS_MAX,
        .memory_max = READ_MEMORY_MAX,
        .answer_max = CODES_MAX * (sizeof(struct code_head) + CODE_PAYLOAD_MAX),
    };
    struct arena *scratch = arena_new(4 * work.answer_max);
    struct str answer;
    enum child_outcome outcome = child_run(scratch, &work, &answer);
    if (outcome == CHILD_DONE)
        take_answer(arena, answer, seen);
    arena_free(scratch);
    return outcome;
}
