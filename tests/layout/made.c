/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See made.h. */
#include "made.h"

#include "square.h"

#include <stdlib.h>

#define NAME(text)                                                                                 \
    {                                                                                              \
        text, sizeof text - 1                                                                      \
    }

const struct display made_displays[MADE_DISPLAYS] = {
    { .name = NAME("43\" 3 m"),
      .diagonal_in = 43,
      .width = 1920,
      .height = 1080,
      .distance_m = 3,
      .scan_m = 1.5 },
    { .name = NAME("43\" 3 m upright"),
      .diagonal_in = 43,
      .width = 1920,
      .height = 1080,
      .rotation = 90,
      .distance_m = 3,
      .scan_m = 1.5 },
    { .name = NAME("55\" 5 m"),
      .diagonal_in = 55,
      .width = 1920,
      .height = 1080,
      .distance_m = 5,
      .scan_m = 2 },
    { .name = NAME("55\" 3 m upright, dark"),
      .diagonal_in = 55,
      .width = 1080,
      .height = 1920,
      .distance_m = 3,
      .scan_m = 1.5,
      .dark = true },
    { .name = NAME("65\" 8 m 2160p"),
      .diagonal_in = 65,
      .width = 3840,
      .height = 2160,
      .distance_m = 8,
      .scan_m = 1.5 },
    { .name = NAME("43\" 2 m 2160p turned"),
      .diagonal_in = 43,
      .width = 3840,
      .height = 2160,
      .rotation = 270,
      .distance_m = 2,
      .scan_m = 1 },
    { .name = NAME("32\" 2 m 720p"),
      .diagonal_in = 32,
      .width = 1280,
      .height = 720,
      .distance_m = 2,
      .scan_m = 1 },
    { .name = NAME("24\" 2 m 4:3"),
      .diagonal_in = 24,
      .width = 1600,
      .height = 1200,
      .distance_m = 2,
      .scan_m = 1.5 },
};

static void add_name(struct made *made, enum language language, const char *text)
{
    *ARENA_PUSH(made->arena, made->profile.names, made->profile.name_count) =
        (struct local_text){ language, str_of(text) };
}

int made_open(void **state)
{
    const char *why = NULL;
    struct made *made = memory_new(1, sizeof *made);
    made->arena = arena_new(TEST_BYTES_MAX);
    made->square = square_measure();
    made->fonts = fonts_open(SOURCE_DIR "/fonts/stack", &why);
    if (!made->fonts)
        print_error("fonts/stack: %s (package fonts-noto-core)\n", why);
    profile_reference(made->arena, &made->profile);
    made->profile.id = STR("niemela"); /* a centre of its own, not the reference */
    made->profile.names = NULL;
    made->profile.name_count = 0;
    add_name(made, LANGUAGE_FI, "Niemelän sote-keskus");
    add_name(made, LANGUAGE_SV, "Niemelä social- och hälsocentral");
    made->zone = zone_open(made->arena, NULL, STR("Europe/Helsinki"));
    *state = made;
    return made->fonts && made->zone ? 0 : -1;
}

int made_close(void **state)
{
    struct made *made = *state;
    fonts_close(made->fonts);
    arena_free(made->arena);
    free(made);
    return 0;
}

int64_t made_moment(const struct made *made, const char *local)
{
    struct stamp stamp;
    assert_true(stamp_parse(str_of(local), &stamp));
    return stamp_moment(&stamp, made->zone);
}

struct layout_context made_context(struct made *made, int measure)
{
    return (struct layout_context){
        .measure = measure == MADE_SQUARE ? &made->square : fonts_measure(made->fonts),
        .profile = &made->profile,
        .display = &made_displays[0],
        .zone = made->zone,
        .now = made_moment(made, MADE_NOW),
        .clock_is_real = true,
    };
}

struct when made_when(const char *start, const char *end, const char *rrule)
{
    struct when when = { .repeat = { .interval = 1 } };
    assert_true(stamp_parse(str_of(start), &when.start));
    if (end)
        assert_true(stamp_parse(str_of(end), &when.end));
    if (rrule)
        assert_true(repeat_parse(str_of(rrule), &when.repeat));
    return when;
}

static struct block paragraph(const char *text)
{
    return (struct block){ .kind = BLOCK_PARAGRAPH, .text = str_of(text) };
}

struct item made_item(struct made *made)
{
    struct announcement announcement = {
        .id = STR("urn:x:1"),
        .language = LANGUAGE_FI,
        .title = STR("Tule sururyhmään"),
        .summary = STR("Onko läheisesi kuollut?"),
        .kind = KIND_GROUP,
        .audience = STR("Kaikille aikuisille."),
        .has_cost = true,
        .cost_free = true,
        .link = STR("https://www.suru.example.fi/"),
        .number = 12,
    };
    announcement.authors = ARENA_NEW(made->arena, struct organisation);
    announcement.authors[0].name = STR("Niemelän Tuki ry");
    announcement.author_count = 1;
    announcement.blocks = ARENA_NEW(made->arena, struct block);
    announcement.blocks[0] =
        paragraph("Ryhmässä tapaat muita, jotka surevat. Voit vain kuunnella.");
    announcement.block_count = 1;
    announcement.whens = ARENA_NEW(made->arena, struct when);
    announcement.whens[0] = made_when("2026-11-24T17:00", "2026-11-24T18:30", NULL);
    announcement.when_count = 1;
    announcement.venues = ARENA_NEW(made->arena, struct venue);
    announcement.venues[0] = (struct venue){ .mode = PLACE_ON_SITE,
                                             .name = STR("Asukastupa"),
                                             .street = STR("Esimerkkikatu 1"),
                                             .city = STR("Niemelä") };
    announcement.venue_count = 1;
    announcement.contacts = ARENA_NEW(made->arena, struct contact);
    announcement.contacts[0].tel = STR("+358401234567");
    announcement.contact_count = 1;
    return (struct item){ .announcement = announcement,
                          .picture = { 600, 450, { { 0 } }, { { 0 } } } };
}

struct item made_joint(struct made *made, size_t cards)
{
    struct item item = made_item(made);
    struct announcement *announcement = &item.announcement;
    announcement->kind = KIND_JOINT;
    announcement->title = STR("Apua lapsiperheille");
    announcement->summary = STR("Soita meille.");
    announcement->when_count = announcement->venue_count = announcement->contact_count = 0;
    announcement->has_cost = false;
    announcement->audience = (struct str){ 0 };
    announcement->blocks = ARENA_ARRAY(made->arena, struct block, cards);
    announcement->block_count = cards;
    for (size_t i = 0; i < cards; i++) {
        struct block *block = &announcement->blocks[i];
        block->kind = BLOCK_BULLET;
        block->text = str_format(
            made->arena, "Kerho %zu\nTule tiistaisin klo 10–12\n040 123 45%02zu", i + 1, i + 1);
        block->strong = ARENA_NEW(made->arena, struct strong);
        block->strong[0] = (struct strong){ 0, 7 };
        block->strong_count = 1;
    }
    item.picture.width = 0;
    return item;
}

struct str made_shown(struct arena *arena, struct str text)
{
    struct text out = text_new(arena, 8192);
    for (size_t i = 0; i < text.bytes; i++) {
        bool gap = i + 1 < text.bytes && memcmp(text.at + i, "\xC2\xA0", 2) == 0;
        text_add(&out, gap ? STR("_") : str_slice(text, i, 1));
        i += gap;
    }
    return text_str(&out);
}
