/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See scene_check.h. */
#include "scene_check.h"

#include <math.h>

#define SAFE_SHARE 0.05    /* safe-area */
#define CROP_SHARE 0.15    /* picture-crop */
#define DESCENT 0.25       /* em under the baseline, Noto Sans "g" */
#define QR_MODULE_PX_MIN 4 /* qr-module */
#define QR_QUIET 4         /* qr-quiet */
#define ROUNDING_PX 1.5

struct area {
    double left, top, right, bottom;
    const char *what;
    struct str text;
};

/* Where the ink of a line is: as wide as measured, from the capitals' top to under the "g". */
static struct area area_of_text(const struct layout_context *context, const struct scene_text *text)
{
    const struct line *line = &text->line;
    enum weight weight = line->strong_count > 0 ? WEIGHT_BOLD : line->weight;
    double width = context->measure->ops->width(context->measure, line->text, weight, line->size);
    bool at_right = (text->align == ALIGN_END) != line->right_to_left;
    double spare = text->box.width - width;
    double left = text->box.x + (text->align == ALIGN_CENTRE ? spare / 2 : at_right ? spare : 0);
    double middle = text->box.y + text->box.height / 2.0, cap = line->size * CAP_HEIGHT;
    return (struct area){ left,         middle - cap / 2,
                          left + width, middle + cap / 2 + line->size * DESCENT,
                          "text",       line->text };
}

static struct area area_of_box(struct box box, const char *what)
{
    return (struct area){ box.x, box.y, box.x + box.width, box.y + box.height, what, STR("") };
}

static bool overlap(const struct area *a, const struct area *b)
{
    return a->left + ROUNDING_PX < b->right && b->left + ROUNDING_PX < a->right &&
           a->top + ROUNDING_PX < b->bottom && b->top + ROUNDING_PX < a->bottom;
}

static void check_safe(const struct scene *scene, const struct area *area, const char *name)
{
    double x = scene->width * SAFE_SHARE - ROUNDING_PX;
    double y = scene->height * SAFE_SHARE - ROUNDING_PX;
    if (area->left < x || area->right > scene->width - x || area->top < y ||
        area->bottom > scene->height - y)
        fail_msg("%s: %s \"%.*s\" at %.0f,%.0f to %.0f,%.0f is beyond the margin of %dx%d", name,
                 area->what, STR_ARG(area->text), area->left, area->top, area->right, area->bottom,
                 scene->width, scene->height);
}

static void check_places(const struct layout_context *context, const struct scene *scene,
                         const char *name)
{
    struct arena *arena = arena_new(1u << 20);
    struct area *areas = ARENA_ARRAY(arena, struct area, scene->count);
    size_t count = 0;
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_part *part = &scene->parts[i];
        struct area area = { 0 };
        if (part->kind == SCENE_TEXT)
            area = area_of_text(context, &part->text);
        else if (part->kind == SCENE_QR)
            area = area_of_box(part->qr.box, "code");
        else if (part->kind == SCENE_PICTURE)
            area = area_of_box(part->picture.box, "picture");
        else if (part->kind == SCENE_SYMBOL)
            area = area_of_box(part->symbol.box, "sign");
        else
            continue;
        if (part->kind == SCENE_TEXT && part->text.role != SCENE_BAND)
            check_safe(scene, &area, name);
        for (size_t k = 0; k < count; k++) {
            if (overlap(&area, &areas[k]))
                fail_msg("%s: %s \"%.*s\" lies over %s \"%.*s\"", name, area.what,
                         STR_ARG(area.text), areas[k].what, STR_ARG(areas[k].text));
        }
        areas[count++] = area;
    }
    arena_free(arena);
}

static void check_letters(const struct scene *scene, const char *name)
{
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_part *part = &scene->parts[i];
        if (part->kind == SCENE_TEXT && part->text.line.size < scene->letter_size_min - 0.5)
            fail_msg("%s: \"%.*s\" has letters of %.1f px, the least is %.1f", name,
                     STR_ARG(part->text.line.text), part->text.line.size, scene->letter_size_min);
    }
}

static void check_code(const struct layout_context *context, const struct scene_part *part,
                       const char *name)
{
    const struct display *display = context->display;
    double asked = display->scan_m * 100 * display_px_per_mm(display);
    int side = part->qr.modules * part->qr.module_px;
    if (side < asked - 0.01 || part->qr.module_px < QR_MODULE_PX_MIN)
        fail_msg("%s: a code of %d px, %d a module; %.0f px are asked", name, side,
                 part->qr.module_px, asked);
    assert_int_equal(part->qr.box.width, side + 2 * QR_QUIET * part->qr.module_px);
    assert_int_equal(part->qr.box.height, part->qr.box.width);
}

static void check_picture(const struct scene *scene, const struct scene_part *part,
                          const char *name)
{
    const struct box *box = &part->picture.box;
    if (box->width <= 0 || box->height <= 0 || box->x < 0 || box->y < 0 ||
        box->x + box->width > scene->width || box->y + box->height > scene->height)
        fail_msg("%s: a picture of %dx%d at %d,%d", name, box->width, box->height, box->x, box->y);
    if (scene->picture_cropped < 0 || scene->picture_cropped > CROP_SHARE)
        fail_msg("%s: %.3f of the picture is cut away", name, scene->picture_cropped);
}

bool scene_fits(const struct scene *scene)
{
    return scene->wide_word.bytes == 0 && scene->characters_over == 0;
}

void scene_check(const struct layout_context *context, const struct scene *scene, const char *name)
{
    assert_int_equal(scene->width, display_seen_width(context->display));
    assert_int_equal(scene->height, display_seen_height(context->display));
    assert_true(scene->letter_size >= scene->letter_size_min - 0.001);
    check_letters(scene, name);
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_part *part = &scene->parts[i];
        if (part->kind == SCENE_QR)
            check_code(context, part, name);
        if (part->kind == SCENE_PICTURE)
            check_picture(scene, part, name);
        if (part->kind == SCENE_QR) {
            struct area area = area_of_box(part->qr.box, "code");
            check_safe(scene, &area, name);
        }
    }
    if (scene_fits(scene))
        check_places(context, scene, name);
}

struct str scene_words(struct arena *arena, const struct scene *scene, enum scene_role role)
{
    bool flows = role == SCENE_TITLE || role == SCENE_BODY || role == SCENE_FACT ||
                 role == SCENE_CARD || role == SCENE_ADDRESS;
    struct text words = text_new(arena, 8192);
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_part *part = &scene->parts[i];
        if (part->kind != SCENE_TEXT || part->text.role != role)
            continue;
        text_add_c(&words, words.bytes == 0 ? "" : flows ? " " : "|");
        text_add(&words, made_shown(arena, part->text.line.text));
    }
    return text_str(&words);
}

size_t scene_count(const struct scene *scene, enum scene_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < scene->count; i++)
        count += scene->parts[i].kind == kind;
    return count;
}

const struct scene_part *scene_find(const struct scene *scene, enum scene_kind kind)
{
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->parts[i].kind == kind)
            return &scene->parts[i];
    }
    fail_msg("the scene has no part of kind %d", (int)kind);
    return NULL;
}
