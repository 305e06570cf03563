/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Codes: our own on every display of the table of player/README.md, F6, read back from the slide as
 * it is drawn; and codes in delivered pictures, well and badly made, as a reader sees them.
 */
#include "layout/layout.h"
#include "made_code.h"
#include "picture_rig.h"
#include "rules/code_view.h"
#include "square.h"

#include <math.h>
#include <stdio.h>
#include <qrencode.h>
#include <stdlib.h>

#define ADDRESS "https://kylatupa.example.fi/lukupiiri"
#define CASE_TEXT_MAX 100
#define BLACK 0xff000000u
#define WHITE 0xffffffffu

/* ---- our own ------------------------------------------------------------------------------- */

static const struct scene_part *own_code(const struct scene *scene)
{
    for (size_t i = 0; i < scene->count; i++)
        if (scene->parts[i].kind == SCENE_QR)
            return &scene->parts[i];
    return NULL;
}

static const struct scene *lay_out(struct picture_rig *rig, const char *address)
{
    struct measure *measure = ARENA_NEW(rig->arena, struct measure);
    *measure = square_measure();
    rig->announcement.link = str_of(address);
    rig->announcement.has_picture = false;
    struct item *item = ARENA_NEW(rig->arena, struct item);
    item->announcement = rig->announcement;
    struct layout_context context = { .measure = measure,
                                      .profile = &rig->profile,
                                      .display = rig->displays[0],
                                      .zone = zone_open(rig->arena, NULL, STR("Europe/Helsinki")) };
    return layout_announcement(rig->arena, &context, item, 0);
}

/* F6: width of the code in px and px a module, for 25 modules. */
static void our_codes_are_as_large_as_the_distance_asks(void **state)
{
    static const struct {
        double diagonal, scan_m, px;
        int module_px;
    } cases[] = {
        { 55, 1.5, 237, 10 }, { 55, 2, 315, 13 }, { 55, 3, 473, 19 },
        { 43, 1.5, 303, 13 }, { 43, 2, 403, 17 }, { 43, 3, 605, 25 },
    };
    static rule_fn *const rules[] = { rule_qr_size, rule_qr_module, rule_qr_quiet, rule_qr_colour,
                                      rule_qr_level };
    struct picture_rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char what[CASE_TEXT_MAX];
        snprintf(what, sizeof what, "%.0f inches, %.1f m", cases[i].diagonal, cases[i].scan_m);
        rig->profile.displays[0].diagonal_in = cases[i].diagonal;
        rig->profile.displays[0].scan_m = cases[i].scan_m;
        rig->scenes[0] = lay_out(rig, "https://ab.example.fi/x");
        const struct scene_part *code = own_code(rig->scenes[0]);
        if (!code)
            fail_msg("%s: no code", what);
        assert_int_equal(code->qr.modules, 25);
        if (code->qr.module_px != cases[i].module_px)
            fail_msg("%s: %d px a module", what, code->qr.module_px);
        assert_true(code->qr.modules * code->qr.module_px >= cases[i].px);
        rig->input.picture = NULL;
        for (size_t j = 0; j < ARRAY_LEN(rules); j++)
            picture_rig_expect(rig, rules[j], NO_FINDING, what);
    }
}

/* A scene with a code that a wrong layout might have made. */
struct drawn {
    struct scene scene;
    struct scene_part parts[2];
    uint8_t cells[25 * 25];
};

static struct drawn *draw_code(struct picture_rig *rig)
{
    struct drawn *drawn = ARENA_NEW(rig->arena, struct drawn);
    drawn->scene =
        (struct scene){ .width = 1920, .height = 1080, .parts = drawn->parts, .count = 1 };
    drawn->cells[8 * 25] = 1; /* level M: the two bits are 1 and 0 */
    drawn->parts[0].kind = SCENE_QR;
    drawn->parts[0].qr.modules = 25;
    drawn->parts[0].qr.module_px = 13;
    drawn->parts[0].qr.cells = drawn->cells;
    drawn->parts[0].qr.box = (struct box){ 100, 100, 33 * 13, 33 * 13 };
    drawn->parts[1].kind = SCENE_TEXT;
    drawn->parts[1].text.box = (struct box){ 100, 100 + 33 * 13, 400, 60 };
    rig->scenes[0] = &drawn->scene;
    rig->input.picture = NULL;
    return drawn;
}

static void a_wrong_code_of_our_own_is_found(void **state)
{
    struct picture_rig *rig = *state;
    struct drawn *drawn = draw_code(rig);
    drawn->scene.count = 2;
    picture_rig_expect(rig, rule_qr_size, NO_FINDING, "right");
    picture_rig_expect(rig, rule_qr_quiet, NO_FINDING, "right");
    picture_rig_expect(rig, rule_qr_level, NO_FINDING, "right");
    drawn->parts[1].text.box.y--;
    picture_rig_expect(rig, rule_qr_quiet, FINDING_CODE_CROWDED, "a line on the border");
    drawn->scene.count = 1;
    drawn->parts[0].qr.box = (struct box){ 100, 100, 31 * 13, 31 * 13 };
    picture_rig_expect(rig, rule_qr_quiet, FINDING_CODE_CROWDED, "three modules");
    drawn->parts[0].qr.box = (struct box){ 1500, 100, 33 * 13, 33 * 13 };
    picture_rig_expect(rig, rule_qr_quiet, FINDING_CODE_CROWDED, "beyond the edge");
    drawn->parts[0].qr.module_px = 11;
    picture_rig_expect(rig, rule_qr_size, FINDING_CODE_SMALL, "275 of 303 px");
    drawn->parts[0].qr.module_px = 3;
    picture_rig_expect(rig, rule_qr_module, FINDING_CODE_FINE, "3 px");
    drawn->parts[0].qr.module_px = 4;
    picture_rig_expect(rig, rule_qr_module, NO_FINDING, "4 px");
}

static void the_level_is_read_from_the_code(void **state)
{
    static const struct {
        QRecLevel level;
        enum finding_code code;
    } cases[] = {
        { QR_ECLEVEL_L, FINDING_CODE_WEAK },
        { QR_ECLEVEL_M, NO_FINDING },
        { QR_ECLEVEL_Q, NO_FINDING },
        { QR_ECLEVEL_H, NO_FINDING },
    };
    struct picture_rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct drawn *drawn = draw_code(rig);
        QRcode *code = QRcode_encodeString8bit("abcdefghij", 0, cases[i].level);
        assert_non_null(code);
        for (int j = 0; j < code->width * code->width; j++)
            drawn->cells[j] = code->data[j] & 1;
        drawn->parts[0].qr.modules = code->width;
        QRcode_free(code);
        picture_rig_expect(rig, rule_qr_level, cases[i].code, "level");
    }
}

/* ---- delivered ----------------------------------------------------------------------------- */

/* The slide with a code in its middle, seen as a reader sees it. */
static void deliver(struct picture_rig *rig, const struct made_code *code, uint32_t ground)
{
    picture_rig_slide(rig);
    picture_rig_size(rig, 1920, 1080, ground);
    made_code_draw(&rig->picture.pixels, code, 960, 540);
    int side = (int)lround(made_code_modules(code->payload) * code->module_px);
    rig->codes[0] = (struct seen_code){ .payload = str_of(code->payload),
                                        .box = { 960 - side / 2, 540 - side / 2, side, side },
                                        .is_upright = fabs(remainder(code->turn, 90)) < 1 };
    rig->seen.code_count = 1;
    rig->announcement.link = STR(ADDRESS);
}

static void delivered_codes_are_measured(void **state)
{
    static const struct {
        const char *what;
        struct made_code code;
        uint32_t ground;
        enum finding_code size, module, quiet, colour;
    } cases[] = {
        { "right",
          { ADDRESS, 12, 4, BLACK, WHITE, 0 },
          0xff0b5c6b,
          NO_FINDING,
          NO_FINDING,
          NO_FINDING,
          NO_FINDING },
        { "upside down",
          { ADDRESS, 12, 4, BLACK, WHITE, 180 },
          0xff0b5c6b,
          NO_FINDING,
          NO_FINDING,
          NO_FINDING,
          NO_FINDING },
        { "on its side",
          { ADDRESS, 12, 4, BLACK, WHITE, 90 },
          0xff0b5c6b,
          NO_FINDING,
          NO_FINDING,
          NO_FINDING,
          NO_FINDING },
        { "broken pixels",
          { ADDRESS, 11.7, 4, BLACK, WHITE, 0 },
          0xff0b5c6b,
          NO_FINDING,
          NO_FINDING,
          NO_FINDING,
          NO_FINDING },
        { "small",
          { ADDRESS, 6, 4, BLACK, WHITE, 0 },
          WHITE,
          FINDING_CODE_SMALL,
          NO_FINDING,
          NO_FINDING,
          NO_FINDING },
        { "tiny",
          { ADDRESS, 3, 4, BLACK, WHITE, 0 },
          WHITE,
          FINDING_CODE_SMALL,
          FINDING_CODE_FINE,
          NO_FINDING,
          NO_FINDING },
        { "three modules of border",
          { ADDRESS, 12, 3, BLACK, WHITE, 0 },
          0xff0b5c6b,
          NO_FINDING,
          NO_FINDING,
          FINDING_CODE_CROWDED,
          NO_FINDING },
        { "none on white",
          { ADDRESS, 12, 0, BLACK, WHITE, 0 },
          WHITE,
          NO_FINDING,
          NO_FINDING,
          NO_FINDING,
          NO_FINDING },
        { "grey",
          { ADDRESS, 12, 4, 0xff888888, WHITE, 0 },
          WHITE,
          NO_FINDING,
          NO_FINDING,
          NO_FINDING,
          FINDING_CODE_FAINT },
        { "blue",
          { ADDRESS, 12, 4, 0xff0b5c6b, WHITE, 0 },
          WHITE,
          NO_FINDING,
          NO_FINDING,
          NO_FINDING,
          NO_FINDING },
    };
    struct picture_rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        deliver(rig, &cases[i].code, cases[i].ground);
        picture_rig_expect(rig, rule_qr_size, cases[i].size, cases[i].what);
        picture_rig_expect(rig, rule_qr_module, cases[i].module, cases[i].what);
        picture_rig_expect(rig, rule_qr_quiet, cases[i].quiet, cases[i].what);
        picture_rig_expect(rig, rule_qr_colour, cases[i].colour, cases[i].what);
        picture_rig_expect(rig, rule_qr_level, NO_FINDING, cases[i].what);
    }
}

/* What a reader's corners are off by does no harm. */
static void modules_are_counted_with_a_box_that_is_off(void **state)
{
    struct picture_rig *rig = *state;
    const struct made_code code = { ADDRESS, 12, 4, BLACK, WHITE, 0 };
    int modules = made_code_modules(ADDRESS);
    for (int turn = 0; turn < 360; turn += 90) {
        for (int off = -3; off <= 3; off++) {
            struct made_code turned = code;
            struct code_view view;
            turned.turn = turn;
            deliver(rig, &turned, WHITE);
            rig->codes[0].box.x -= off;
            rig->codes[0].box.y -= off;
            rig->codes[0].box.width += 2 * off;
            rig->codes[0].box.height += 2 * off;
            assert_true(code_view_of(&rig->picture.pixels, &rig->codes[0], &view));
            if (view.modules != modules || !view.is_quiet || view.is_weak)
                fail_msg("turned by %d, off by %d: %d modules", turn, off, view.modules);
        }
    }
}

static void other_codes_are_not_measured(void **state)
{
    struct picture_rig *rig = *state;
    const struct made_code turned = { ADDRESS, 3, 0, BLACK, WHITE, 20 };
    deliver(rig, &turned, WHITE);
    picture_rig_expect(rig, rule_qr_size, NO_FINDING, "turned");
    picture_rig_expect(rig, rule_qr_quiet, NO_FINDING, "turned");
    rig->codes[0].is_inverted = true;
    picture_rig_expect(rig, rule_qr_colour, FINDING_CODE_INVERTED, "inverted");
    const struct made_code invisible = { ADDRESS, 12, 4, WHITE, WHITE, 0 };
    deliver(rig, &invisible, WHITE);
    picture_rig_expect(rig, rule_qr_colour, NO_FINDING, "nothing there");
    rig->codes[0].box = (struct seen_box){ 0, 0, 1, 1 };
    picture_rig_expect(rig, rule_qr_quiet, NO_FINDING, "a point");
    rig->seen.codes_were_read = false;
    picture_rig_expect(rig, rule_qr_decodes, NO_FINDING, "not read");
}

static void a_code_leads_where_the_link_leads(void **state)
{
    static const struct {
        const char *payload, *link;
        enum finding_code code;
    } cases[] = {
        { ADDRESS, ADDRESS, NO_FINDING },
        { "HTTPS://KYLATUPA.EXAMPLE.FI/lukupiiri", ADDRESS, NO_FINDING },
        { "kylatupa.example.fi/lukupiiri", ADDRESS, NO_FINDING },
        { "https://kylatupa.example.fi/", "https://kylatupa.example.fi", NO_FINDING },
        { "http://kylatupa.example.fi/lukupiiri", ADDRESS, FINDING_CODE_OTHER },
        { "https://kylatupa.example.fi/LUKUPIIRI", ADDRESS, FINDING_CODE_OTHER },
        { "https://kylatupa.example.fi.muu.example/lukupiiri", ADDRESS, FINDING_CODE_OTHER },
        { "https://kylatupa.example.fi@muu.example.fi/lukupiiri", ADDRESS, FINDING_CODE_OTHER },
        { "https://kylatupa.example.fi/lukupiiri?a=1", ADDRESS, FINDING_CODE_OTHER },
        { "WIFI:T:WPA;S:kahvila;P:salasana;;", ADDRESS, FINDING_CODE_OTHER },
        { "tel:0401234508", ADDRESS, FINDING_CODE_OTHER },
        { "", ADDRESS, FINDING_CODE_OTHER },
        { ADDRESS, "", FINDING_CODE_UNDECLARED },
    };
    struct picture_rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        picture_rig_slide(rig);
        rig->codes[0] = (struct seen_code){ .payload = str_of(cases[i].payload) };
        rig->seen.code_count = 1;
        rig->announcement.link = str_of(cases[i].link);
        picture_rig_expect(rig, rule_qr_decodes, cases[i].code, cases[i].payload);
    }
    rig->announcement.signup_href = STR(ADDRESS);
    picture_rig_expect(rig, rule_qr_decodes, NO_FINDING, "the address of the sign-up");
}

#define RIGGED(test) cmocka_unit_test_setup_teardown(test, picture_rig_open, picture_rig_close)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        RIGGED(our_codes_are_as_large_as_the_distance_asks),
        RIGGED(a_wrong_code_of_our_own_is_found),
        RIGGED(the_level_is_read_from_the_code),
        RIGGED(delivered_codes_are_measured),
        RIGGED(modules_are_counted_with_a_box_that_is_off),
        RIGGED(other_codes_are_not_measured),
        RIGGED(a_code_leads_where_the_link_leads),
    };
    return cmocka_run_group_tests_name("qr", tests, NULL, NULL);
}
