/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sizes, and the kinds of slides, on letters of a known width and on the real ones. */
#include "layout_tests.h"
#include "scene_check.h"

#include <stdlib.h>

static struct display display_of(double inches, int width, int height, double distance_m)
{
    return (struct display){ .name = STR("x"),
                             .diagonal_in = inches,
                             .width = width,
                             .height = height,
                             .distance_m = distance_m,
                             .scan_m = 1.5 };
}

static void check_words(struct arena *arena, const struct scene *scene, enum scene_role role,
                        const char *wanted)
{
    struct str words = scene_words(arena, scene, role);
    if (!str_is(words, wanted))
        fail_msg("%dx%d: \"%.*s\", not \"%s\"", scene->width, scene->height, STR_ARG(words),
                 wanted);
}

/* ---- sizes --------------------------------------------------------------------------------- */

/* player/README.md, F2: capitals of 1:200, as an em of Noto Sans, rounded up. */
static void letters_grow_with_the_viewing_distance(void **state)
{
    static const struct {
        double inches;
        int width, height;
        double distance_m;
        int em;
    } cases[] = {
        { 43, 1920, 1080, 2, 29 },  { 43, 1920, 1080, 3, 43 }, { 43, 1920, 1080, 5, 71 },
        { 43, 1920, 1080, 8, 113 }, { 55, 1920, 1080, 2, 23 }, { 55, 1920, 1080, 3, 34 },
        { 55, 1920, 1080, 5, 56 },  { 55, 1920, 1080, 8, 89 }, { 65, 1920, 1080, 3, 29 },
        { 65, 1920, 1080, 8, 75 },  { 43, 3840, 2160, 3, 85 }, { 65, 3840, 2160, 8, 150 },
        { 43, 1080, 1920, 3, 43 }, /* turned */
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct display display =
            display_of(cases[i].inches, cases[i].width, cases[i].height, cases[i].distance_m);
        assert_int_equal((int)layout_letter_min(&display), cases[i].em);
    }
}

/* player/README.md, F6: a tenth of the scanning distance, in whole pixels a module. */
static void codes_are_as_wide_as_their_distance_asks(void **state)
{
    static const struct {
        double inches, scan_m;
        const char *address;
        int modules, module_px;
    } cases[] = {
        { 55, 1.5, "https://suru.example.fi/ab", 25, 10 },                 /* 26 bytes, 237 px */
        { 55, 2, "https://suru.example.fi/ab", 25, 13 },                   /* 315 px */
        { 55, 3, "https://suru.example.fi/ab", 25, 19 },                   /* 473 px */
        { 43, 1.5, "https://suru.example.fi/ab", 25, 13 },                 /* 303 px */
        { 43, 2, "https://suru.example.fi/ab", 25, 17 },                   /* 403 px */
        { 43, 1.5, "https://suru.example.fi/abcdefghijklmnopqr", 29, 11 }, /* 42 bytes */
        { 43, 1.5, "https://suru.example.fi/abcdefghijklmnopqrabcdefghijklmnopqrab", 33, 10 },
    };
    struct made *made = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct layout_context context = made_context(made, MADE_SQUARE);
        struct display display = display_of(cases[i].inches, 1920, 1080, 3);
        struct item item = made_item(made);
        display.scan_m = cases[i].scan_m;
        context.display = &display;
        item.announcement.link = str_of(cases[i].address);
        struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
        const struct scene_part *code = scene_find(scene, SCENE_QR);
        assert_int_equal(code->qr.modules, cases[i].modules);
        assert_int_equal(code->qr.module_px, cases[i].module_px);
        assert_true(str_is(code->qr.payload, cases[i].address));
        scene_check(&context, scene, cases[i].address);
    }
}

/* A code for a far scanner leaves a picture that can be seen, or none. */
static void a_large_code_leaves_no_sliver_of_a_picture(void **state)
{
    struct made *made = *state;
    for (size_t i = 0; i < 2 * MADE_DISPLAYS; i++) {
        struct layout_context context = made_context(made, MADE_FONTS);
        struct display display = made_displays[i / 2];
        struct item item = made_item(made);
        display.scan_m = i % 2 ? 2 : 3;
        double with_border = display.scan_m * 100 * display_px_per_mm(&display) * 1.4;
        if (with_border > display.height * 0.85)
            continue; /* higher than the display itself */
        context.display = &display;
        struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
        scene_check(&context, scene, display.name.at);
        for (size_t k = 0; k < scene->count; k++) {
            const struct box *box = &scene->parts[k].picture.box;
            if (scene->parts[k].kind == SCENE_PICTURE)
                assert_true(box->width * 6 >= scene->width || box->height * 6 >= scene->height);
        }
    }
}

/* The three corners that a reader looks for, and that they lie on cells of the code. */
static void a_code_has_its_three_corners(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct item item = made_item(made);
    const struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
    const struct scene_part *code = scene_find(scene, SCENE_QR);
    int modules = code->qr.modules, far = modules - 7;
    const int corners[3][2] = { { 0, 0 }, { far, 0 }, { 0, far } };
    for (int i = 0; i < 3; i++) {
        for (int k = 0; k < 49; k++) {
            int x = k % 7, y = k / 7;
            bool ring = x == 0 || y == 0 || x == 6 || y == 6;
            bool heart = x > 1 && x < 5 && y > 1 && y < 5;
            int at = (corners[i][1] + y) * modules + corners[i][0] + x;
            assert_int_equal(code->qr.cells[at], ring || heart);
        }
    }
}

/* ---- the notice ---------------------------------------------------------------------------- */

static void a_notice_holds_all_that_the_sender_said(void **state)
{
    struct made *made = *state;
    for (int measure = 0; measure < MADE_MEASURES; measure++) {
        struct layout_context context = made_context(made, measure);
        struct item item = made_item(made);
        struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
        struct arena *arena = made->arena;
        scene_check(&context, scene, "a notice");
        assert_true(scene_fits(scene));
        check_words(arena, scene, SCENE_TITLE, "Tule sururyhmään");
        check_words(arena, scene, SCENE_BODY,
                    "Onko läheisesi kuollut? Ryhmässä tapaat muita, jotka surevat. "
                    "Voit vain kuunnella.");
        check_words(arena, scene, SCENE_FACT,
                    "Tänään klo_17–18.30 Asukastupa, Esimerkkikatu 1 Kaikille aikuisille "
                    "Ei maksa mitään 040_123_4567");
        check_words(arena, scene, SCENE_LABEL, "Milloin|Missä|Kenelle|Hinta|Soita");
        check_words(arena, scene, SCENE_HEADER, "Niemelän sote-keskus|ti_24.11. klo_10.00");
        check_words(arena, scene, SCENE_FOOTER, "Nro_12|Niemelän Tuki ry");
        check_words(arena, scene, SCENE_ADDRESS, "Lue puhelimella suru.example.fi");
        assert_int_equal(scene_count(scene, SCENE_PICTURE), 1);
        assert_int_equal(scene_count(scene, SCENE_QR), 1);
        assert_int_equal(scene->fact_lines, measure == MADE_SQUARE ? 6 : 5);
        assert_int_equal(scene->text_characters, 16 + 23 + 58);
    }
}

static void a_notice_stands_on_every_display(void **state)
{
    struct made *made = *state;
    for (int measure = 0; measure < MADE_MEASURES; measure++) {
        for (size_t i = 0; i < MADE_DISPLAYS; i++) {
            struct layout_context context = made_context(made, measure);
            struct item item = made_item(made);
            context.display = &made_displays[i];
            struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
            scene_check(&context, scene, made_displays[i].name.at);
            assert_true(scene->letter_size_min == layout_letter_min(context.display));
        }
    }
}

/* Pictures of every shape, with and without a code. */
static void no_picture_is_cropped_too_much(void **state)
{
    static const struct {
        int width, height;
    } shapes[] = { { 600, 450 },  { 450, 600 },  { 1920, 1080 }, { 1080, 1920 }, { 500, 500 },
                   { 2000, 300 }, { 300, 2000 }, { 4000, 3000 }, { 1, 1 } };
    struct made *made = *state;
    for (size_t i = 0; i < ARRAY_LEN(shapes) * MADE_DISPLAYS * 2; i++) {
        struct layout_context context = made_context(made, MADE_FONTS);
        struct item item = made_item(made);
        context.display = &made_displays[i / 2 % MADE_DISPLAYS];
        item.picture.width = shapes[i / 2 / MADE_DISPLAYS].width;
        item.picture.height = shapes[i / 2 / MADE_DISPLAYS].height;
        if (i % 2)
            item.announcement.link = (struct str){ 0 };
        scene_check(&context, layout_announcement(made->arena, &context, &item, 0),
                    context.display->name.at);
    }
}

static void little_text_has_larger_letters(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_FONTS);
    struct item item = made_item(made);
    struct scene *much = layout_announcement(made->arena, &context, &item, 0);
    item.announcement.block_count = 0;
    item.announcement.has_cost = false;
    item.announcement.audience = (struct str){ 0 };
    struct scene *little = layout_announcement(made->arena, &context, &item, 0);
    assert_true(little->letter_size > much->letter_size);
    assert_true(much->letter_size >= 60);
}

static void text_that_does_not_fit_says_so(void **state)
{
    struct made *made = *state;
    struct text words = text_new(made->arena, 8000);
    for (int i = 0; i < 60; i++)
        text_add_c(&words, "Tule mukaan kerhoon. ");
    for (int measure = 0; measure < MADE_MEASURES; measure++) {
        for (size_t i = 0; i < MADE_DISPLAYS; i++) {
            struct layout_context context = made_context(made, measure);
            struct item item = made_item(made);
            context.display = &made_displays[i];
            item.announcement.blocks[0].text = text_str(&words);
            struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
            assert_true(scene->characters_over > 0);
            assert_true(scene->letter_size == scene->letter_size_min);
            scene_check(&context, scene, context.display->name.at);
        }
    }
}

static void a_word_too_long_for_a_line_is_named(void **state)
{
    static const char word[] = "lääkinnällisestäkuntoutusohjauspalvelustajaneuvonnasta";
    struct made *made = *state;
    for (int measure = 0; measure < MADE_MEASURES; measure++) {
        struct layout_context context = made_context(made, measure);
        struct item item = made_item(made);
        context.display = &made_displays[1];
        item.announcement.title = str_of(word);
        struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
        assert_true(str_is(scene->wide_word, word));
        item.announcement.title = STR("Tule");
        item.announcement.summary = str_of(word);
        scene = layout_announcement(made->arena, &context, &item, 0);
        assert_true(str_is(scene->wide_word, word));
        item.announcement.summary = STR("Tule");
        item.announcement.audience = str_of(word);
        scene = layout_announcement(made->arena, &context, &item, 0);
        assert_true(str_is(scene->wide_word, word));
    }
}

static void a_long_word_takes_the_place_of_the_picture(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct item item = made_item(made);
    item.announcement.title = STR("Terveyskeskuspotilaat mukaan"); /* 21 letters */
    item.announcement.link = (struct str){ 0 };
    struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
    assert_true(scene_fits(scene));
    scene_check(&context, scene, "a long word");
    item.announcement.title = STR("Terveyskeskuspotilaidenomaiset"); /* 30, of 0.6 × 72 px */
    scene = layout_announcement(made->arena, &context, &item, 0);
    assert_true(scene_fits(scene));
    assert_int_equal(scene_count(scene, SCENE_PICTURE), 0);
}

static void the_strip_names_the_languages_and_marks_its_own(void **state)
{
    static const enum language languages[] = { LANGUAGE_FI, LANGUAGE_SV, LANGUAGE_EN, LANGUAGE_RU,
                                               LANGUAGE_AR };
    struct made *made = *state;
    for (int measure = 0; measure < MADE_MEASURES; measure++) {
        for (size_t i = 0; i < MADE_DISPLAYS; i++) {
            struct layout_context context = made_context(made, measure);
            struct item item = made_item(made);
            context.display = &made_displays[i];
            context.versions = (struct versions){ languages, ARRAY_LEN(languages) };
            item.announcement.language = LANGUAGE_SV;
            struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
            scene_check(&context, scene, context.display->name.at);
            check_words(made->arena, scene, SCENE_STRIP, "suomi|svenska|English|русский|العربية");
            for (size_t k = 0; k < scene->count; k++) {
                const struct scene_text *text = &scene->parts[k].text;
                if (scene->parts[k].kind == SCENE_TEXT && text->role == SCENE_STRIP)
                    assert_int_equal(text->line.weight, str_is(text->line.text, "svenska")
                                                            ? WEIGHT_BOLD
                                                            : WEIGHT_REGULAR);
            }
        }
    }
}

static void one_language_needs_no_strip(void **state)
{
    static const enum language languages[] = { LANGUAGE_FI };
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct item item = made_item(made);
    context.versions = (struct versions){ languages, 1 };
    struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
    assert_int_equal(scene_words(made->arena, scene, SCENE_STRIP).bytes, 0);
}

static void many_organisations_are_shortened_and_never_run_into_the_number(void **state)
{
    struct made *made = *state;
    struct organisation authors[8];
    for (size_t i = 0; i < ARRAY_LEN(authors); i++)
        authors[i] =
            (struct organisation){ .name = str_format(made->arena,
                                                      "Niemelän yhdistys numero %zu ry", i + 1) };
    for (size_t i = 0; i < MADE_DISPLAYS; i++) {
        struct layout_context context = made_context(made, MADE_FONTS);
        struct item item = made_item(made);
        context.display = &made_displays[i];
        item.announcement.authors = authors;
        item.announcement.author_count = ARRAY_LEN(authors);
        struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
        scene_check(&context, scene, context.display->name.at);
        struct str footer = scene_words(made->arena, scene, SCENE_FOOTER);
        if (!str_starts(footer, "Nro_12|Niemelän yhdistys") || !str_ends(footer, " …"))
            fail_msg("%s: %.*s", context.display->name.at, STR_ARG(footer));
    }
}

/* A centre with a long name still has its clock, or at least stands clear of it. */
static void a_long_name_of_the_centre_gives_way_to_nothing(void **state)
{
    struct made *made = *state;
    struct profile profile = made->profile;
    struct local_text name = { LANGUAGE_FI, STR("Niemelän ja Rantakylän sote-keskus, pääaula") };
    profile.names = &name;
    profile.name_count = 1;
    for (size_t i = 0; i < MADE_DISPLAYS; i++) {
        struct layout_context context = made_context(made, MADE_FONTS);
        struct item item = made_item(made);
        context.profile = &profile;
        context.display = &made_displays[i];
        scene_check(&context, layout_announcement(made->arena, &context, &item, 0),
                    context.display->name.at);
    }
}

/* ---- scripts from right to left ------------------------------------------------------------ */

static int mirrored_x(const struct scene *scene, const struct box *box)
{
    return scene->width - box->x - box->width;
}

static void a_slide_in_arabic_is_the_mirror_of_one_in_finnish(void **state)
{
    struct made *made = *state;
    for (size_t i = 0; i < 2; i++) {
        struct layout_context context = made_context(made, MADE_SQUARE);
        struct item item = made_item(made);
        context.display = &made_displays[i];
        struct scene *left = layout_announcement(made->arena, &context, &item, 0);
        item.announcement.language = LANGUAGE_AR;
        struct scene *right = layout_announcement(made->arena, &context, &item, 0);
        scene_check(&context, right, "Arabic");
        const struct scene_part *from = scene_find(left, SCENE_PICTURE);
        const struct scene_part *to = scene_find(right, SCENE_PICTURE);
        assert_int_equal(to->picture.box.x, mirrored_x(left, &from->picture.box));
        assert_int_equal(to->picture.box.y, from->picture.box.y);
        from = scene_find(left, SCENE_QR);
        to = scene_find(right, SCENE_QR);
        assert_int_equal(to->qr.box.x, mirrored_x(left, &from->qr.box));
        for (size_t k = 0; k < right->count; k++) {
            const struct scene_text *text = &right->parts[k].text;
            if (right->parts[k].kind == SCENE_TEXT && text->role != SCENE_ADDRESS)
                assert_true(text->line.right_to_left);
        }
        /* An address runs from left to right in every script. */
        const struct scene_text *last = NULL;
        for (size_t k = 0; k < right->count; k++) {
            if (right->parts[k].kind == SCENE_TEXT &&
                str_is(right->parts[k].text.line.text, "suru.example.fi"))
                last = &right->parts[k].text;
        }
        if (last)
            assert_false(last->line.right_to_left);
    }
}

/* ---- joint material ------------------------------------------------------------------------ */

static void cards_are_spread_evenly_over_pages(void **state)
{
    static const struct {
        size_t cards;
        int pages;
        size_t on_page[3];
    } cases[] = {
        { 0, 1, { 0 } },       { 1, 1, { 1 } },        { 2, 1, { 2 } },    { 4, 1, { 4 } },
        { 5, 2, { 3, 2 } },    { 6, 2, { 3, 3 } },     { 7, 2, { 4, 3 } }, { 8, 2, { 4, 4 } },
        { 9, 3, { 3, 3, 3 } }, { 10, 3, { 4, 4, 2 } },
    };
    struct made *made = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct item item = made_joint(made, cases[i].cards);
        struct layout_context context = made_context(made, MADE_FONTS);
        int pages = layout_pages(made->arena, &context, &item.announcement);
        assert_int_equal(pages, cases[i].pages);
        size_t seen = 0;
        for (int page = 0; page < pages; page++) {
            struct scene *scene = layout_announcement(made->arena, &context, &item, page);
            scene_check(&context, scene, "joint");
            assert_true(scene_fits(scene));
            assert_int_equal(scene->page, page);
            assert_int_equal(scene->pages, pages);
            struct str words = scene_words(made->arena, scene, SCENE_CARD);
            for (size_t card = 0; card < cases[i].on_page[page]; card++) {
                struct str name = str_format(made->arena, "Kerho %zu", ++seen);
                struct str phone = str_format(made->arena, "040_123_45%02zu", seen);
                assert_true(str_find(words, name) >= 0);
                assert_true(str_find(words, phone) >= 0);
            }
            struct str next = str_format(made->arena, "Kerho %zu", seen + 1);
            assert_true(str_find(words, next) < 0);
            struct str footer = scene_words(made->arena, scene, SCENE_FOOTER);
            struct str count = str_format(made->arena, "%d/%d", page + 1, pages);
            assert_int_equal(str_find(footer, count) >= 0, pages > 1);
        }
        assert_int_equal(seen, cases[i].cards);
    }
}

/* y of the line on which a card's phone stands, less that of its name. */
static int phone_under_name(const struct scene *scene, const char *name, const char *phone)
{
    int name_y = 0, phone_y = 0;
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_text *text = &scene->parts[i].text;
        if (scene->parts[i].kind != SCENE_TEXT)
            continue;
        if (str_is(text->line.text, name))
            name_y = text->box.y;
        if (str_is(text->line.text, phone))
            phone_y = text->box.y;
    }
    assert_true(name_y > 0 && phone_y > 0);
    return phone_y - name_y;
}

/* Two pages are one notice: letters of one size, and phones of a page in the same place. */
static void pages_of_one_notice_look_alike(void **state)
{
    struct made *made = *state;
    for (size_t i = 0; i < 2; i++) {
        struct layout_context context = made_context(made, MADE_FONTS);
        struct item item = made_joint(made, 6);
        struct block *longest = &item.announcement.blocks[1];
        context.display = &made_displays[i];
        longest->text = STR("Apua surullisille\nSoita, jos olet surullinen tai väsynyt, niin me "
                            "kuuntelemme sinua\n040 123 4502");
        longest->strong[0].bytes = sizeof "Apua surullisille" - 1;
        struct scene *first = layout_announcement(made->arena, &context, &item, 0);
        struct scene *second = layout_announcement(made->arena, &context, &item, 1);
        assert_true(first->letter_size == second->letter_size);
        scene_check(&context, first, "the first page");
        scene_check(&context, second, "the second page");
        int on_name = phone_under_name(first, "Kerho 1",
                                       "040\xC2\xA0"
                                       "123\xC2\xA0"
                                       "4501");
        int other = phone_under_name(first, "Apua surullisille",
                                     "040\xC2\xA0"
                                     "123\xC2\xA0"
                                     "4502");
        assert_int_equal(on_name == 0, other == 0);
    }
}

static void a_band_is_as_high_as_what_stands_in_it(void **state)
{
    static const int heights[] = { 450, 300, 800 }; /* of 600 px wide pictures */
    struct made *made = *state;
    for (size_t i = 0; i < ARRAY_LEN(heights); i++) {
        struct layout_context context = made_context(made, MADE_FONTS);
        struct item item = made_item(made);
        context.display = &made_displays[1];
        item.picture.height = heights[i];
        struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
        scene_check(&context, scene, "a band");
        int band = scene_find(scene, SCENE_FILL)->fill.box.height;
        int picture = scene_find(scene, SCENE_PICTURE)->picture.box.height;
        int code = scene_find(scene, SCENE_QR)->qr.box.height;
        assert_int_equal(band, picture > code ? picture : code);
    }
}

/* The checks lay out every page on every display in one arena of 64 MB. */
static void the_longest_notices_need_little_memory(void **state)
{
    struct made *made = *state;
    struct text words = text_new(made->arena, TEXT_CHARACTERS_MAX);
    while (words.bytes + 8 < TEXT_CHARACTERS_MAX)
        text_add_c(&words, "a bb c. ");
    struct item long_text = made_item(made), cards = made_joint(made, 100);
    struct item long_card = made_joint(made, 1);
    long_text.announcement.blocks[0].text = text_str(&words);
    long_card.announcement.blocks[0].text = text_str(&words);
    const struct item *const items[] = { &long_text, &cards, &long_card };
    for (size_t i = 0; i < ARRAY_LEN(items) * 2; i++) {
        struct layout_context context = made_context(made, MADE_FONTS);
        struct arena *arena = arena_new(TEST_BYTES_MAX);
        const struct item *item = items[i / 2];
        context.display = &made_displays[i % 2];
        int pages = layout_pages(arena, &context, &item->announcement);
        for (int page = 0; page < pages; page++)
            (void)layout_announcement(arena, &context, item, page);
        size_t bytes = arena_bytes(arena);
        arena_free(arena);
        assert_in_range(bytes, 1, 4u << 20);
    }
}

static void pages_stand_on_every_display(void **state)
{
    struct made *made = *state;
    for (int measure = 0; measure < MADE_MEASURES; measure++) {
        for (size_t cards = 1; cards < 10; cards++) {
            struct item item = made_joint(made, cards);
            for (size_t i = 0; i < MADE_DISPLAYS; i++) {
                struct layout_context context = made_context(made, measure);
                context.display = &made_displays[i];
                int pages = layout_pages(made->arena, &context, &item.announcement);
                for (int page = 0; page < pages; page++)
                    scene_check(&context, layout_announcement(made->arena, &context, &item, page),
                                context.display->name.at);
            }
        }
    }
}

/* ---- cancelled, picture, idle -------------------------------------------------------------- */

static void a_cancelled_date_has_a_slide_of_its_own(void **state)
{
    static const struct {
        enum language language;
        const char *start, *band;
    } cases[] = {
        { LANGUAGE_FI, "2026-11-24T17:00", "Peruttu tänään" },
        { LANGUAGE_FI, "2026-11-25T17:00", "Peruttu huomenna" },
        { LANGUAGE_FI, "2026-12-01T17:00", "Peruttu ti_1.12." },
        { LANGUAGE_SV, "2026-11-24T17:00", "Inställt i dag" },
        { LANGUAGE_EN, "2026-11-25T17:00", "Cancelled tomorrow" },
        { LANGUAGE_RU, "2026-11-24T17:00", "Отменено сегодня" },
        { LANGUAGE_AR, "2026-11-24T17:00", "أُلغي اليوم" },
    };
    struct made *made = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases) * MADE_DISPLAYS; i++) {
        struct layout_context context = made_context(made, MADE_FONTS);
        struct item item = made_item(made);
        context.display = &made_displays[i % MADE_DISPLAYS];
        item.announcement.language = cases[i / MADE_DISPLAYS].language;
        item.announcement.whens[0] = made_when(cases[i / MADE_DISPLAYS].start, NULL, NULL);
        item.announcement.whens[0].cancelled = true;
        struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
        scene_check(&context, scene, context.display->name.at);
        check_words(made->arena, scene, SCENE_BAND, cases[i / MADE_DISPLAYS].band);
        assert_int_equal(scene_count(scene, SCENE_SYMBOL), 1);
        assert_int_equal(scene_count(scene, SCENE_PICTURE), 0);
        bool far = context.display->distance_m > 5; /* its letters leave room for six lines */
        if (!far && !scene_fits(scene))
            fail_msg("%s does not fit", context.display->name.at);
    }
}

static void a_hidden_date_counts_as_cancelled(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct item item = made_item(made);
    struct date hidden[] = { { 2026, 11, 24 } };
    item.hidden_dates = hidden;
    item.hidden_date_count = 1;
    struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
    check_words(made->arena, scene, SCENE_BAND, "Peruttu tänään");
    context.clock_is_real = false;
    scene = layout_announcement(made->arena, &context, &item, 0);
    check_words(made->arena, scene, SCENE_BAND, "Peruttu ti_24.11.");
}

static void a_picture_slide_is_the_picture_and_nothing_else(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct item item = made_item(made);
    item.announcement.kind = KIND_PICTURE_SLIDE;
    item.picture.width = 1920;
    item.picture.height = 1080;
    struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
    assert_int_equal(scene->count, 1);
    const struct scene_part *part = scene_find(scene, SCENE_PICTURE);
    assert_memory_equal(&part->picture.box, (&(struct box){ 0, 0, 1920, 1080 }),
                        sizeof(struct box));
    assert_true(scene->picture_cropped < 0.01);
    item.picture.width = 1280; /* of the same shape */
    item.picture.height = 720;
    assert_int_equal(layout_announcement(made->arena, &context, &item, 0)->count, 1);
}

static void on_a_display_of_another_shape_its_text_is_shown(void **state)
{
    struct made *made = *state;
    struct item item = made_item(made);
    struct block blocks[] = {
        { .text = STR("Tule sururyhmään") }, /* the title, which has its own place */
        { .text = STR("Voit vain kuunnella.") },
        { .text = STR("Niemelän Tuki ry") }, /* the footer's */
        { .text = STR("Soita 040 123 4567") },
    };
    item.announcement.kind = KIND_PICTURE_SLIDE;
    item.announcement.blocks = blocks;
    item.announcement.block_count = ARRAY_LEN(blocks);
    item.picture.width = 1920;
    item.picture.height = 1080;
    for (size_t i = 1; i < MADE_DISPLAYS; i++) {
        struct layout_context context = made_context(made, MADE_FONTS);
        context.display = &made_displays[i];
        bool same =
            display_seen_width(context.display) * 9 == display_seen_height(context.display) * 16;
        struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
        scene_check(&context, scene, context.display->name.at);
        assert_int_equal(scene_count(scene, SCENE_PICTURE), same);
        if (same)
            continue;
        check_words(made->arena, scene, SCENE_TITLE, "Tule sururyhmään");
        assert_true(str_starts(scene_words(made->arena, scene, SCENE_BODY), "Voit"));
        assert_int_equal(scene_words(made->arena, scene, SCENE_FACT).bytes, 0);
    }
}

static void nothing_to_show_is_said_calmly(void **state)
{
    struct made *made = *state;
    for (int measure = 0; measure < MADE_MEASURES; measure++) {
        for (size_t i = 0; i < MADE_DISPLAYS; i++) {
            struct layout_context context = made_context(made, measure);
            context.display = &made_displays[i];
            struct scene *scene = layout_idle(made->arena, &context);
            scene_check(&context, scene, context.display->name.at);
            assert_true(
                str_starts(scene_words(made->arena, scene, SCENE_HEADER), "Niemelän sote-keskus|"));
            context.clock_is_real = false;
            scene = layout_idle(made->arena, &context);
            scene_check(&context, scene, "idle without a clock");
            check_words(made->arena, scene, SCENE_HEADER, "Niemelän sote-keskus");
        }
    }
    struct layout_context context = made_context(made, MADE_FONTS);
    struct scene *scene = layout_idle(made->arena, &context);
    check_words(made->arena, scene, SCENE_TITLE, "Ei ilmoituksia juuri nyt");
    check_words(made->arena, scene, SCENE_BODY,
                "Inga meddelanden just nu No announcements just now");
}

/* ---- the clock ----------------------------------------------------------------------------- */

static void without_a_clock_no_time_is_shown(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_FONTS);
    struct item item = made_item(made);
    context.clock_is_real = false;
    struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
    check_words(made->arena, scene, SCENE_HEADER, "Niemelän sote-keskus");
    assert_true(str_starts(scene_words(made->arena, scene, SCENE_FACT), "ti_24.11. klo_17–18.30 "));
}

/* Against burn-in: every hour a little elsewhere, and never out of the safe area. */
static void the_slide_moves_a_little_with_the_hour(void **state)
{
    struct made *made = *state;
    struct item item = made_item(made);
    item.announcement.whens[0] = made_when("2026-12-01T17:00", "2026-12-01T18:00", NULL);
    for (size_t i = 0; i < MADE_DISPLAYS; i++) {
        int places[24][2];
        double letters = 0;
        for (int hour = 0; hour < 24; hour++) {
            struct layout_context context = made_context(made, MADE_FONTS);
            context.display = &made_displays[i];
            context.now = made_moment(made, "2026-11-25T00:00") + hour * 3600;
            struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
            scene_check(&context, scene, context.display->name.at);
            /* The size is that of every hour: nothing is laid out anew. */
            assert_true(hour == 0 || scene->letter_size == letters);
            letters = scene->letter_size;
            for (size_t k = 0; k < scene->count; k++) {
                const struct scene_part *part = &scene->parts[k];
                if (part->kind == SCENE_TEXT && part->text.role == SCENE_TITLE) {
                    places[hour][0] = part->text.box.x;
                    places[hour][1] = part->text.box.y;
                }
            }
            if (hour == 0)
                continue;
            int x = abs(places[hour][0] - places[hour - 1][0]);
            int y = abs(places[hour][1] - places[hour - 1][1]);
            assert_in_range(x, 1, 8);
            assert_in_range(y, 1, 8);
        }
    }
}

/* The same in, the same out: `render` and `play` agree. */
static void a_scene_is_the_same_every_time(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_FONTS);
    struct item item = made_item(made);
    struct scene *first = layout_announcement(made->arena, &context, &item, 0);
    struct scene *again = layout_announcement(made->arena, &context, &item, 0);
    assert_int_equal(first->count, again->count);
    for (size_t i = 0; i < first->count; i++) {
        assert_int_equal(first->parts[i].kind, again->parts[i].kind);
        assert_memory_equal(&first->parts[i].text.box, &again->parts[i].text.box,
                            sizeof(struct box));
    }
}

/* ---- reading time, player/README.md, F4 ------------------------------------------------------ */

static void longer_text_stays_longer(void **state)
{
    static const struct {
        int characters, cps, fact_lines, wished, pages, seconds;
    } cases[] = {
        { 74, 12, 0, 0, 1, 10 },  { 74, 8, 0, 0, 1, 13 },  { 74, 6, 0, 0, 1, 16 },
        { 120, 12, 0, 0, 1, 13 }, { 120, 8, 0, 0, 1, 18 }, { 120, 6, 0, 0, 1, 23 },
        { 216, 12, 0, 0, 1, 21 }, { 216, 8, 0, 0, 1, 30 }, { 216, 6, 0, 0, 1, 39 },
        { 456, 12, 0, 0, 1, 41 }, { 456, 8, 0, 0, 1, 60 }, { 456, 6, 0, 0, 1, 60 },
        { 0, 8, 0, 0, 1, 10 },    { 120, 8, 6, 0, 1, 30 }, { 120, 8, 6, 40, 1, 40 },
        { 120, 8, 6, 12, 1, 30 }, /* a shorter wish is not heard */
        { 120, 8, 0, 90, 1, 60 }, /* nor one beyond the limit */
        { 240, 8, 0, 0, 2, 18 },  /* each page is read for its part */
    };
    struct made *made = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct layout_context context = made_context(made, MADE_SQUARE);
        struct profile profile = made->profile;
        struct announcement announcement = { .show = { .seconds = cases[i].wished } };
        struct scene scene = { .text_characters = cases[i].characters,
                               .fact_lines = cases[i].fact_lines,
                               .pages = cases[i].pages };
        profile.reading_cps = cases[i].cps;
        context.profile = &profile;
        assert_int_equal(layout_seconds(&context, &announcement, &scene), cases[i].seconds);
    }
}

int slides_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_grow_with_the_viewing_distance),
        cmocka_unit_test(codes_are_as_wide_as_their_distance_asks),
        cmocka_unit_test(a_large_code_leaves_no_sliver_of_a_picture),
        cmocka_unit_test(a_code_has_its_three_corners),
        cmocka_unit_test(a_notice_holds_all_that_the_sender_said),
        cmocka_unit_test(a_notice_stands_on_every_display),
        cmocka_unit_test(no_picture_is_cropped_too_much),
        cmocka_unit_test(little_text_has_larger_letters),
        cmocka_unit_test(text_that_does_not_fit_says_so),
        cmocka_unit_test(a_word_too_long_for_a_line_is_named),
        cmocka_unit_test(a_long_word_takes_the_place_of_the_picture),
        cmocka_unit_test(the_strip_names_the_languages_and_marks_its_own),
        cmocka_unit_test(one_language_needs_no_strip),
        cmocka_unit_test(many_organisations_are_shortened_and_never_run_into_the_number),
        cmocka_unit_test(a_long_name_of_the_centre_gives_way_to_nothing),
        cmocka_unit_test(a_slide_in_arabic_is_the_mirror_of_one_in_finnish),
        cmocka_unit_test(cards_are_spread_evenly_over_pages),
        cmocka_unit_test(pages_of_one_notice_look_alike),
        cmocka_unit_test(a_band_is_as_high_as_what_stands_in_it),
        cmocka_unit_test(the_longest_notices_need_little_memory),
        cmocka_unit_test(pages_stand_on_every_display),
        cmocka_unit_test(a_cancelled_date_has_a_slide_of_its_own),
        cmocka_unit_test(a_hidden_date_counts_as_cancelled),
        cmocka_unit_test(a_picture_slide_is_the_picture_and_nothing_else),
        cmocka_unit_test(on_a_display_of_another_shape_its_text_is_shown),
        cmocka_unit_test(nothing_to_show_is_said_calmly),
        cmocka_unit_test(without_a_clock_no_time_is_shown),
        cmocka_unit_test(the_slide_moves_a_little_with_the_hour),
        cmocka_unit_test(a_scene_is_the_same_every_time),
        cmocka_unit_test(longer_text_stays_longer),
    };
    return cmocka_run_group_tests_name("slides", tests, made_open, made_close);
}
