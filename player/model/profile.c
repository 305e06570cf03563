/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The centre profile's built-in reference and what can be asked of any profile. The reference
 * stands where no centre has said anything yet: a sender who checks a text at home, a first run.
 */
#include "model/profile.h"

#include <assert.h>
#include <math.h>

#define MM_IN_INCH 25.4

/*
 * Colours of player/README.md, "Looks". All text has 7:1 or more on the ground; on the tint only
 * ink and title do (the accent 6.4:1). A test measures it.
 */
static const struct theme light_theme = {
    .ground = { 0xFB, 0xFA, 0xF6 },
    .ink = { 0x14, 0x21, 0x2B },
    .title = { 0x0B, 0x3A, 0x45 },
    .accent = { 0x0B, 0x5C, 0x6B },
    .tint = { 0xE3, 0xEE, 0xF0 },
};

/*
 * player/README.md, "Looks" names ground, text and accent; title and tint are the same hues,
 * lighter and darker. Here the accent has 7:1 on the tint too.
 */
static const struct theme dark_theme = {
    .ground = { 0x10, 0x20, 0x2A },
    .ink = { 0xF4, 0xF1, 0xE8 },
    .title = { 0xCD, 0xEB, 0xF1 },
    .accent = { 0x7F, 0xD3, 0xE0 },
    .tint = { 0x1B, 0x34, 0x40 },
};

static const enum language reference_languages[] = { LANGUAGE_FI, LANGUAGE_SV, LANGUAGE_EN };

static const struct {
    enum language language;
    const char *text;
} reference_names[] = {
    { LANGUAGE_FI, "Terveysasema" },
    { LANGUAGE_SV, "Hälsostation" },
    { LANGUAGE_EN, "Health centre" },
};

/* The display on which every size of the catalogue is stated. */
static const struct display reference_display = {
    .name = { "aula", sizeof "aula" - 1 },
    .diagonal_in = 43,
    .width = 1920,
    .height = 1080,
    .distance_m = 3,
    .closest_m = 1,
    .scan_m = 1.5,
    .panel = { "lcd", sizeof "lcd" - 1 },
};

/*
 * The days before an event weigh more than the weeks before it. A visitor can still decide for what
 * is tomorrow; what is a month away comes again. Steps, not a formula: a liaison can say them.
 */
static const struct approach reference_approaches[] = {
    { 1, 2.0 },
    { 7, 1.5 },
    { 28, 1.0 },
    { 90, 0.5 },
};

static struct rotation_rules reference_rotation(void)
{
    struct rotation_rules rules = {
        .priority_max = 2,
        .outside_share = 1,
        .agenda_minutes = 5,
        .approach_count = ARRAY_LEN(reference_approaches),
    };

    memcpy(rules.approaches, reference_approaches, sizeof reference_approaches);
    return rules;
}

static void add_names(struct arena *arena, struct profile *profile)
{
    profile->name_count = ARRAY_LEN(reference_names);
    profile->names = ARENA_ARRAY(arena, struct local_text, profile->name_count);
    for (size_t i = 0; i < profile->name_count; i++) {
        profile->names[i].language = reference_names[i].language;
        profile->names[i].text = str_of(reference_names[i].text);
    }
}

void profile_reference(struct arena *arena, struct profile *ret_profile)
{
    struct profile profile = {
        .zone_name = STR("Europe/Helsinki"),
        .light = light_theme,
        .dark = dark_theme,
        .slide_seconds_min = 10,
        .slide_seconds_max = 60,
        .reading_cps = 8,
        .round_minutes = 10,
        .poll_seconds = 300,
        .rotation = reference_rotation(),
    };

    add_names(arena, &profile);
    profile.language_count = ARRAY_LEN(reference_languages);
    profile.languages = ARENA_ARRAY(arena, enum language, profile.language_count);
    memcpy(profile.languages, reference_languages, sizeof reference_languages);
    profile.display_count = 1;
    profile.displays = ARENA_NEW(arena, struct display);
    profile.displays[0] = reference_display;
    *ret_profile = profile;
}

static const struct local_text *find_name(const struct profile *profile, enum language language)
{
    for (size_t i = 0; i < profile->name_count; i++)
        if (profile->names[i].language == language)
            return &profile->names[i];
    return NULL;
}

struct str profile_name(const struct profile *profile, enum language language)
{
    const struct local_text *name = find_name(profile, language);

    if (!name && profile->language_count > 0)
        name = find_name(profile, profile->languages[0]);
    if (!name && profile->name_count > 0)
        name = &profile->names[0];
    return name ? name->text : (struct str){ NULL, 0 };
}

const struct display *profile_display(const struct profile *profile, struct str name)
{
    if (name.bytes == 0)
        return profile->display_count > 0 ? &profile->displays[0] : NULL;
    for (size_t i = 0; i < profile->display_count; i++)
        if (str_equal(profile->displays[i].name, name))
            return &profile->displays[i];
    return NULL;
}

static bool stands_upright(const struct display *display)
{
    return display->rotation == 90 || display->rotation == 270;
}

int display_seen_width(const struct display *display)
{
    return stands_upright(display) ? display->height : display->width;
}

int display_seen_height(const struct display *display)
{
    return stands_upright(display) ? display->width : display->height;
}

double display_px_per_mm(const struct display *display)
{
    assert(display->diagonal_in > 0);
    return hypot(display->width, display->height) / (display->diagonal_in * MM_IN_INCH);
}
