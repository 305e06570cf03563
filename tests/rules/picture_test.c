/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture: its size and shape, its pixels, the words in it and the words about it. */
#include "picture_rig.h"
#include "rules/seen_words.h"

#include <math.h>
#include <stdio.h>

#define CASE_TEXT_MAX 100

static void expect_arg(const struct finding *finding, size_t arg, const char *value)
{
    assert_true(arg < finding->arg_count);
    if (!str_is(finding->args[arg], value))
        fail_msg("argument %zu is %.*s, not %s", arg, STR_ARG(finding->args[arg]), value);
}

/* ---- size and shape ------------------------------------------------------------------------ */

static void pictures_may_be_enlarged_a_little(void **state)
{
    static const struct {
        int width, height;
        enum finding_code code;
    } cases[] = {
        { 1600, 1200, NO_FINDING },
        { 800, 600, NO_FINDING },
        { 534, 400, NO_FINDING }, /* 1.499 */
        { 532, 400, FINDING_PICTURE_SMALL },
        { 600, 398, FINDING_PICTURE_SMALL }, /* the tighter side counts */
        { 400, 300, FINDING_PICTURE_SMALL }, /* 2.0 */
        { 398, 300, FINDING_PICTURE_TOO_SMALL },
    };
    struct picture_rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char what[CASE_TEXT_MAX];
        snprintf(what, sizeof what, "%d × %d", cases[i].width, cases[i].height);
        picture_rig_size(rig, cases[i].width, cases[i].height, 0xffffffff);
        picture_rig_expect(rig, rule_picture_upscale, cases[i].code, what);
    }
    /* The file counts, not what was made of it; and the display that enlarges it most. */
    picture_rig_size(rig, 400, 300, 0xffffffff);
    rig->picture.delivered_width = 4000;
    rig->picture.delivered_height = 3000;
    picture_rig_expect(rig, rule_picture_upscale, NO_FINDING, "a large file");
    picture_rig_size(rig, 800, 600, 0xffffffff);
    rig->input.display_count = 2;
    rig->second_part.picture.box = (struct box){ 0, 0, 2000, 1500 };
    struct finding finding =
        picture_rig_expect(rig, rule_picture_upscale, FINDING_PICTURE_TOO_SMALL, "two displays");
    expect_arg(&finding, 0, "kaytava");
    expect_arg(&finding, 1, "2.5");
    expect_arg(&finding, 2, "2000");
}

static void slides_have_the_shape_of_a_display(void **state)
{
    static const struct {
        int width, height;
        enum finding_code code;
    } cases[] = {
        { 1920, 1080, NO_FINDING },
        { 3840, 2160, NO_FINDING },
        { 1280, 720, NO_FINDING },
        { 1920, 1072, NO_FINDING }, /* 0.7 % */
        { 1920, 1060, FINDING_PICTURE_SHAPE },
        { 1080, 1920, FINDING_PICTURE_SHAPE },
        { 1024, 768, FINDING_PICTURE_SHAPE },
        { 1240, 1754, FINDING_PICTURE_PAPER },
        { 3508, 2480, FINDING_PICTURE_PAPER },
    };
    struct picture_rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char what[CASE_TEXT_MAX];
        snprintf(what, sizeof what, "%d × %d", cases[i].width, cases[i].height);
        picture_rig_slide(rig);
        rig->picture.delivered_width = cases[i].width;
        rig->picture.delivered_height = cases[i].height;
        picture_rig_expect(rig, rule_picture_aspect, cases[i].code, what);
    }
    /* An upright display of the centre takes an upright slide; beside text any shape is fine. */
    rig->picture.delivered_width = 1080;
    rig->picture.delivered_height = 1920;
    rig->second.rotation = 90;
    rig->input.display_count = 2;
    picture_rig_expect(rig, rule_picture_aspect, NO_FINDING, "upright display");
    rig->input.display_count = 1;
    rig->announcement.kind = KIND_EVENT;
    picture_rig_expect(rig, rule_picture_aspect, NO_FINDING, "beside text");
}

static void what_is_cut_away_is_told(void **state)
{
    struct picture_rig *rig = *state;
    rig->scene.picture_cropped = 0.15;
    picture_rig_expect(rig, rule_picture_crop, NO_FINDING, "15 %");
    rig->scene.picture_cropped = 0.16;
    struct finding finding =
        picture_rig_expect(rig, rule_picture_crop, FINDING_PICTURE_CROPPED, "16 %");
    expect_arg(&finding, 1, "16");
    rig->scene.picture_cropped = 0;
    rig->part.picture.box = (struct box){ 0, 0, 600, 108 };
    picture_rig_expect(rig, rule_picture_crop, NO_FINDING, "a banner");
    rig->part.picture.box = (struct box){ 0, 0, 600, 107 };
    picture_rig_expect(rig, rule_picture_crop, FINDING_PICTURE_STRIP, "a strip");
    rig->part.kind = SCENE_FILL;
    picture_rig_expect(rig, rule_picture_crop, NO_FINDING, "no picture on the slide");
}

/* ---- pixels -------------------------------------------------------------------------------- */

static void slides_are_opaque(void **state)
{
    struct picture_rig *rig = *state;
    picture_rig_slide(rig);
    picture_rig_expect(rig, rule_picture_alpha, NO_FINDING, "opaque");
    rig->probe.has_alpha = true;
    picture_rig_expect(rig, rule_picture_alpha, NO_FINDING, "a channel that is full");
    rig->picture.pixels.at[77777] = 0xfe123456;
    picture_rig_expect(rig, rule_picture_alpha, NO_FINDING, "rounded");
    rig->picture.pixels.at[77777] = 0x80123456;
    picture_rig_expect(rig, rule_picture_alpha, FINDING_PICTURE_CLEAR, "one pixel");
    rig->announcement.kind = KIND_EVENT;
    picture_rig_expect(rig, rule_picture_alpha, NO_FINDING, "beside text");
}

/* Soft hills with edges: what a photo has. sigma 0 leaves it sharp. */
static void draw_photo(struct picture_rig *rig, double sigma)
{
    struct pixels *pixels = &rig->picture.pixels;
    for (int y = 0; y < pixels->height; y++) {
        for (int x = 0; x < pixels->width; x++) {
            double wave = sin(x / 9.0) + sin(y / 7.0) + sin((x + y) / 5.0), soft;
            /* An edge that is blurred by sigma: the error function of its distance. */
            soft = sigma > 0 ? erf(wave * 6 / sigma) : wave > 0 ? 1 : -1;
            uint32_t grey = (uint32_t)(128 + 100 * soft);
            pixels->at[(size_t)y * (size_t)pixels->width + (size_t)x] =
                0xff000000 | grey << 16 | grey << 8 | grey;
        }
    }
}

static void blurred_photos_are_noticed(void **state)
{
    static const struct {
        double sigma;
        enum finding_code code;
    } cases[] = {
        { 0, NO_FINDING },
        { 2, NO_FINDING },
        { 12, FINDING_PICTURE_BLURRED },
        { 30, FINDING_PICTURE_BLURRED },
    };
    struct picture_rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char what[CASE_TEXT_MAX];
        snprintf(what, sizeof what, "sigma %.0f", cases[i].sigma);
        draw_photo(rig, cases[i].sigma);
        picture_rig_expect(rig, rule_picture_blur, cases[i].code, what);
    }
    picture_rig_size(rig, 800, 600, 0xff808080);
    picture_rig_expect(rig, rule_picture_blur, NO_FINDING, "a plain ground has no edges");
    /* Blur that is gone at the size in which the picture is shown does not count. */
    picture_rig_size(rig, 4000, 3000, 0xff808080);
    draw_photo(rig, 12);
    rig->part.picture.box = (struct box){ 0, 0, 400, 300 };
    picture_rig_expect(rig, rule_picture_blur, NO_FINDING, "a large picture, shown small");
}

/* ---- words in the picture ------------------------------------------------------------------ */

static void five_sure_words_are_text(void **state)
{
    struct picture_rig *rig = *state;
    picture_rig_line(rig, "Lukupiiri kokoontuu joka keskiviikko", 90, 30);
    picture_rig_line(rig, "ja klo 17 - |", 90, 30);     /* klo has three letters: that is five */
    picture_rig_line(rig, "Aave sana kuvassa", 60, 30); /* ghosts */
    struct finding finding =
        picture_rig_expect(rig, rule_picture_text, FINDING_TEXT_IN_PICTURE, "five");
    expect_arg(&finding, 0, "Lukupiiri kokoontuu joka keskiviikko klo");
    rig->seen.word_count = 4;
    picture_rig_expect(rig, rule_picture_text, NO_FINDING, "four");
    rig->seen.word_count = 12;
    rig->announcement.kind = KIND_PICTURE_SLIDE;
    picture_rig_expect(rig, rule_picture_text, NO_FINDING, "a slide is made of text");
    rig->announcement.kind = KIND_EVENT;
    rig->seen.text_was_read = false;
    picture_rig_expect(rig, rule_picture_text, NO_FINDING, "nobody read it");
    rig->input.picture = NULL;
    picture_rig_expect(rig, rule_picture_text, NO_FINDING, "no picture");
}

static void words_are_compared_without_their_signs(void **state)
{
    static const struct {
        const char *seen, *declared;
        bool is_same;
    } cases[] = {
        { "Jutella.", "jutella", true },
        { "jutella", "JUTELLA!", true },
        { "17–18.30", "17-18.30", true },
        { "1718", "17–18", true },
        { "ystava\xcc\x88n", "ystävän", true },
        { "juteIla", "jutella", true }, /* a capital I for an l */
        { "lukupiri", "lukupiiri", true },
        { "lukupiiiri", "lukupiiri", true },
        { "pä", "på", true }, /* the ring is two pixels */
        { "spräkkafet", "språkkafét", true },
        { "AII", "All", true },
        { "pelataan", "lautapelataanko", true }, /* a part of a long word */
        { "talo", "kalo", false },
        { "maanantai", "lauantai", false },
        { "4518", "4519", false },
        { "17", "1718", false },
    };
    struct picture_rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct block block = { .text = str_of(cases[i].declared) };
        rig->announcement.blocks = &block;
        rig->announcement.block_count = 1;
        rig->announcement.title = STR("x");
        rig->input.text_count = scan_texts(&rig->announcement, rig->arena, &rig->texts);
        rig->input.texts = rig->texts;
        struct declared declared = declared_of(rig->arena, &rig->input);
        if (declared_has(&declared, seen_fold(rig->arena, str_of(cases[i].seen))) !=
            cases[i].is_same)
            fail_msg("%s and %s", cases[i].seen, cases[i].declared);
    }
}

static void a_slide_says_what_the_announcement_says(void **state)
{
    static const struct {
        const char *lines[3];
        enum finding_code code;
    } cases[] = {
        { { "Tule lukupiiriin keskiviikkona", "Soita 040 123 4508", "klo 17 Kylätuvalla" },
          NO_FINDING },
        { { "Tule lukupiiriin keskiviikkona", "Soita 0401234508", "KLO 17 KYLÄTUVALLA" },
          NO_FINDING },
        { { "Tule lukupiiriin keskiviikkona", "Soita 040 123 4508", "klo 17 Kylätuvalla Ylätalo" },
          NO_FINDING }, /* 9 of 10 */
        { { "Tule lukupiiriin keskiviikkona", "Soita 040 123 4508", "klo 17 Ylätalo Alatalo" },
          FINDING_SLIDE_WORDS }, /* 8 of 10 */
        { { "Neulo sukkia kotona", "Soita 040 123 4508", "perjantaina aamulla klo 17" },
          FINDING_SLIDE_OTHER },
        { { "Tule lukupiiriin keskiviikkona", "Soita 040 123", "klo 17 Kylätuvalla" },
          FINDING_SLIDE_FACT },
        { { "Tule lukupiiriin keskiviikkona", "Soita 040 123 4509 Kylätuvalla", "klo 17 tule" },
          FINDING_SLIDE_FACT },
        { { "Tule", "klo", "17" }, NO_FINDING }, /* too little was read */
    };
    struct block block = { .text = STR("Tule lukupiiriin keskiviikkona klo 17 Kylätuvalla. "
                                       "Soita 040 123 4508") };
    struct picture_rig *rig = *state;
    picture_rig_slide(rig);
    rig->announcement.blocks = &block;
    rig->announcement.block_count = 1;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        rig->seen.word_count = rig->seen.line_count = 0;
        for (size_t j = 0; j < ARRAY_LEN(cases[i].lines); j++)
            picture_rig_line(rig, cases[i].lines[j], 90, 40);
        picture_rig_expect(rig, rule_slide_text_match, cases[i].code, cases[i].lines[0]);
    }
    rig->seen.word_count = rig->seen.line_count = 0;
    picture_rig_line(rig, "Neulo sukkia kotona perjantaina", 90, 40);
    rig->announcement.language = LANGUAGE_RU;
    picture_rig_expect(rig, rule_slide_text_match, NO_FINDING, "letters that are not read");
    rig->announcement.language = LANGUAGE_FI;
    rig->announcement.kind = KIND_EVENT;
    picture_rig_expect(rig, rule_slide_text_match, NO_FINDING, "beside text");
}

/* Telephone numbers are written in two ways. */
static void a_number_of_the_contact_is_declared(void **state)
{
    struct contact contact = { .role = STR("emäntä"), .tel = STR("+358401234508") };
    struct picture_rig *rig = *state;
    picture_rig_slide(rig);
    rig->announcement.contacts = &contact;
    rig->announcement.contact_count = 1;
    picture_rig_line(rig, "Lue kirja kanssamme emäntä 040 123 4508", 90, 40);
    picture_rig_expect(rig, rule_slide_text_match, NO_FINDING, "national");
}

/* 43 inches at 3 m: capitals of 39 px at 1:155, an x of three quarters of that, 29.3 px. */
static void letters_of_a_slide_are_measured(void **state)
{
    static const struct {
        double x_height;
        int width; /* of the picture: it is enlarged or shrunk to 1920 */
        enum finding_code code;
    } cases[] = {
        { 40, 1920, NO_FINDING },
        { 28, 1920, NO_FINDING }, /* within 2 px of it */
        { 27, 1920, FINDING_LETTERS_BAKED },
        { 14, 960, NO_FINDING },
        { 12, 960, FINDING_LETTERS_BAKED },
        { 40, 3840, FINDING_LETTERS_BAKED },
        { 60, 3840, NO_FINDING },
        { 0, 1920, NO_FINDING }, /* not known */
    };
    struct picture_rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char what[CASE_TEXT_MAX];
        snprintf(what, sizeof what, "%.0f px of %d", cases[i].x_height, cases[i].width);
        picture_rig_slide(rig);
        picture_rig_size(rig, cases[i].width, cases[i].width * 9 / 16, 0xffffffff);
        rig->seen.word_count = rig->seen.line_count = 0;
        picture_rig_line(rig, "Lue kirja", 90, 70);
        picture_rig_line(rig, "Tule lukupiiriin", 90, cases[i].x_height);
        picture_rig_expect(rig, rule_baked_letter_height, cases[i].code, what);
    }
    rig->seen.word_count = rig->seen.line_count = 0;
    picture_rig_line(rig, "~ - ii", 90, 5);
    picture_rig_expect(rig, rule_baked_letter_height, NO_FINDING, "no word in it");
    picture_rig_line(rig, "Tule lukupiiriin", 40, 5);
    picture_rig_expect(rig, rule_baked_letter_height, NO_FINDING, "a ghost");
}

/* Strokes of a colour in the boxes of all words. */
static void draw_words(struct picture_rig *rig, uint32_t ink)
{
    for (size_t i = 0; i < rig->seen.word_count; i++) {
        struct seen_box box = rig->words[i].box;
        for (int y = box.y + 8; y < box.y + box.height - 8; y++)
            for (int x = box.x; x < box.x + box.width; x++)
                if (x / 6 % 3 == 0)
                    rig->picture.pixels.at[(size_t)y * 1920 + (size_t)x] = ink;
    }
}

static void faint_words_of_a_slide_are_told(void **state)
{
    static const struct {
        uint32_t ground, ink;
        enum finding_code code;
    } cases[] = {
        { 0xffffffff, 0xff000000, NO_FINDING },
        { 0xffffffff, 0xff767676, NO_FINDING }, /* 4.54 */
        { 0xffffffff, 0xff777777, FINDING_COLOURS_BAKED },
        { 0xffffffff, 0xffaaaaaa, FINDING_COLOURS_BAKED },
        { 0xff0a3c6e, 0xffffffff, NO_FINDING },
    };
    struct picture_rig *rig = *state;
    picture_rig_line(rig, "Lue kirja kanssamme", 90, 40);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char what[CASE_TEXT_MAX];
        snprintf(what, sizeof what, "%06x on %06x", cases[i].ink & 0xffffff,
                 cases[i].ground & 0xffffff);
        picture_rig_slide(rig);
        picture_rig_size(rig, 1920, 1080, cases[i].ground);
        draw_words(rig, cases[i].ink);
        picture_rig_expect(rig, rule_contrast_baked, cases[i].code, what);
    }
}

static void dangerous_lines_are_found_in_pictures(void **state)
{
    struct picture_rig *rig = *state;
    struct sender_text *texts = NULL;
    picture_rig_line(rig, "Tunnus 010594Y9032", 90, 30);
    picture_rig_line(rig, "aave", 20, 30);
    picture_rig_line(rig, "040 123 4508", 90, 30);
    rig->codes[0].payload = STR("https://a.example.fi/?id=010594Y9032");
    rig->seen.code_count = 1;
    assert_int_equal(seen_texts(&rig->input, rig->arena, 0, &texts), 3);
    assert_true(str_is(texts[2].text, "https://a.example.fi/?id=010594Y9032"));
    assert_int_equal(texts[0].kind, SENDER_SEEN);
    assert_true(str_is(texts[0].text, "Tunnus 010594Y9032"));
    assert_true(str_is(texts[1].text, "040 123 4508"));
    rig->input.picture = NULL;
    assert_int_equal(seen_texts(&rig->input, rig->arena, 0, &texts), 0);
}

/* What a call costs may stand on the next line of the slide. */
static void a_charged_number_in_a_picture_needs_its_price(void **state)
{
    struct picture_rig *rig = *state;
    struct report report = report_new(rig->arena);
    struct sender_text *texts = NULL;
    picture_rig_line(rig, "Soita 0600 12345", 90, 30);
    rig->input.text_count = seen_texts(&rig->input, rig->arena, 0, &texts);
    rig->input.texts = texts;
    rule_phone_cost(&rig->input, &report);
    assert_true(report_has_code(&report, FINDING_PHONE_PRICE));
    picture_rig_line(rig, "2 euroa minuutissa", 90, 30);
    report = report_new(rig->arena);
    rig->input.text_count = seen_texts(&rig->input, rig->arena, 0, &texts);
    rig->input.texts = texts;
    rule_phone_cost(&rig->input, &report);
    assert_int_equal(report.count, 0);
}

/* ---- words about the picture --------------------------------------------------------------- */

struct alt_case {
    const char *alt;
    enum finding_code code;
};

static void check_alts(struct picture_rig *rig, rule_fn *rule, const struct alt_case *cases,
                       size_t count)
{
    for (size_t i = 0; i < count; i++) {
        rig->announcement.picture.alt = str_of(cases[i].alt);
        picture_rig_expect(rig, rule, cases[i].code, cases[i].alt);
    }
    rig->announcement.has_picture = false;
    picture_rig_expect(rig, rule, NO_FINDING, "no picture");
}

static void a_description_tells_something(void **state)
{
    static const struct alt_case cases[] = {
        { "Polku vie metsään.", NO_FINDING },
        { "", FINDING_ALT_MISSING },
        { "  \n", FINDING_ALT_MISSING },
        { "Kuva", FINDING_ALT_WORD },
        { "kuva 1", FINDING_ALT_WORD },
        { "Kuva2.", FINDING_ALT_WORD },
        { "logo", FINDING_ALT_WORD },
        { "Bild", FINDING_ALT_WORD },
        { "image001", FINDING_ALT_WORD },
        { "...", FINDING_ALT_WORD },
        { "IMG_2034", FINDING_ALT_WORD },
        { "polku", FINDING_ALT_WORD }, /* the name of the file */
        { "Polku.jpg", FINDING_ALT_WORD },
        { "Ryhmä 2024.PNG", FINDING_ALT_WORD },
        { "WhatsApp Image 2026-11-02", FINDING_ALT_WORD },
        { "lue kirja kanssamme", FINDING_ALT_TITLE },
        { "Kuva metsästä", NO_FINDING },
        { "Kahvilan logo.", NO_FINDING },
    };
    check_alts(*state, rule_alt_present, cases, ARRAY_LEN(cases));
}

static struct str letters(struct picture_rig *rig, size_t count)
{
    struct text text = text_new(rig->arena, 2 * count + 1);
    for (size_t i = 0; i < count; i++)
        text_add(&text, STR("ä"));
    return text_str(&text);
}

static void a_description_is_short(void **state)
{
    static const struct {
        size_t length;
        enum finding_code code;
    } cases[] = {
        { 125, NO_FINDING },
        { 126, FINDING_ALT_LONG },
        { 250, FINDING_ALT_LONG },
        { 251, FINDING_ALT_TOO_LONG },
    };
    struct picture_rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        char what[CASE_TEXT_MAX];
        snprintf(what, sizeof what, "%zu letters", cases[i].length);
        rig->announcement.picture.alt = letters(rig, cases[i].length);
        picture_rig_expect(rig, rule_alt_length, cases[i].code, what);
    }
}

static void a_description_starts_and_ends_well(void **state)
{
    static const struct alt_case cases[] = {
        { "Polku vie metsään.", NO_FINDING },
        { "Mitä? Polku vie metsään!", NO_FINDING },
        { "Kyltti: \"Polku vie metsään.\"", NO_FINDING },
        { "طريق إلى الغابة؟", NO_FINDING },
        { "Polku vie metsään", FINDING_ALT_STOP },
        { "Polku vie metsään,", FINDING_ALT_STOP },
        { "Kuvassa polku vie metsään.", FINDING_ALT_STARTS },
        { "Kuva: polku vie metsään.", FINDING_ALT_STARTS },
        { "An image of a path.", FINDING_ALT_STARTS },
        { "Bild på en stig.", FINDING_ALT_STARTS },
        { "Kuvasto on pöydällä.", NO_FINDING },
        { "Kuva", NO_FINDING }, /* another rule's */
        { "", NO_FINDING },
    };
    check_alts(*state, rule_alt_form, cases, ARRAY_LEN(cases));
}

static void people_are_asked_after(void **state)
{
    static const struct {
        const char *alt, *rights;
        enum finding_code code;
    } cases[] = {
        { "Polku vie metsään.", "", NO_FINDING },
        { "Kaksi ihmistä kävelee.", "", FINDING_PERSON_ASKED },
        { "Två barn leker.", "", FINDING_PERSON_ASKED },
        { "Three women sing.", "Photo: Kylätupa", FINDING_PERSON_ASKED },
        { "ثلاثة أشخاص يتحدثون.", "", FINDING_PERSON_ASKED },
        { "Три человека беседуют.", "", FINDING_PERSON_ASKED },
        { "", "", FINDING_PERSON_UNKNOWN },
        { "", "Piirros: Kylätupa", NO_FINDING },
        { "Kaksi ihmistä kävelee.", "Piirros: Kylätupa", NO_FINDING },
        { "Piirroksessa on kissa. Kaksi ihmistä.", "Kuvitus: Kylätupa", NO_FINDING },
        { "Piirretty ihminen hymyilee.", "", NO_FINDING },
        { "Kaksi ihmistä kävelee.", "Kuvan ihmiset ovat antaneet luvan.", NO_FINDING },
        { "Två barn leker.", "Alla på bilden har gett sitt samtycke.", NO_FINDING },
        { "Two men sing.", "Both have agreed to be shown.", NO_FINDING },
        { "Korissa on vauvan sukat.", "", NO_FINDING },
        { "Miesten vuoro on oven kyltissä.", "", NO_FINDING },
        { "Ihmisoikeuksien juliste.", "", NO_FINDING },
    };
    struct picture_rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        rig->announcement.picture.alt = str_of(cases[i].alt);
        rig->announcement.rights = str_of(cases[i].rights);
        picture_rig_expect(rig, rule_person_picture, cases[i].code, cases[i].alt);
    }
    rig->announcement.has_picture = false;
    picture_rig_expect(rig, rule_person_picture, NO_FINDING, "no picture");
}

#define RIGGED(test) cmocka_unit_test_setup_teardown(test, picture_rig_open, picture_rig_close)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        RIGGED(pictures_may_be_enlarged_a_little),
        RIGGED(slides_have_the_shape_of_a_display),
        RIGGED(what_is_cut_away_is_told),
        RIGGED(slides_are_opaque),
        RIGGED(blurred_photos_are_noticed),
        RIGGED(five_sure_words_are_text),
        RIGGED(words_are_compared_without_their_signs),
        RIGGED(a_slide_says_what_the_announcement_says),
        RIGGED(a_number_of_the_contact_is_declared),
        RIGGED(letters_of_a_slide_are_measured),
        RIGGED(faint_words_of_a_slide_are_told),
        RIGGED(dangerous_lines_are_found_in_pictures),
        RIGGED(a_charged_number_in_a_picture_needs_its_price),
        RIGGED(a_description_tells_something),
        RIGGED(a_description_is_short),
        RIGGED(a_description_starts_and_ends_well),
        RIGGED(people_are_asked_after),
    };
    return cmocka_run_group_tests_name("picture", tests, NULL, NULL);
}
