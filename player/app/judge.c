/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See judge.h. */
#include "app/judge.h"

#include "app/options.h"
#include "app/paths.h"

#define SCRATCH_BYTES_MAX (64u << 20)

/* Word lists that a centre adds on its computer; content-schema/words/README.md tells senders. */
#define OWN_WORDS "/etc/infotaulu/words"

static bool open_judge(struct arena *arena, const struct profile *profile,
                       const struct display *display, int64_t now, struct judge *ret_judge,
                       const char **ret_why)
{
    struct judge judge = { .profile = profile, .display = display, .now = now };
    judge.zone = zone_open(arena, NULL, profile->zone_name);
    if (!judge.zone) {
        options_fail(_("the time zone %.*s is not on this computer (package tzdata)"),
                     STR_ARG(profile->zone_name));
        return false;
    }
    judge.fonts = fonts_open(paths_data(arena, "fonts/stack"), ret_why);
    judge.decoder = decoder_new(NULL);
    judge.language = kit_open(arena, paths_data(arena, "words"), OWN_WORDS, NULL);
    *ret_judge = judge;
    return true;
}

bool judge_open_to_look(struct arena *arena, const struct profile *profile,
                        const struct display *display, int64_t now, struct judge *ret_judge)
{
    const char *why;
    return open_judge(arena, profile, display, now, ret_judge, &why);
}

bool judge_open(struct arena *arena, const struct profile *profile, const struct display *display,
                int64_t now, struct judge *ret_judge)
{
    const char *why;
    struct judge judge;
    if (!open_judge(arena, profile, display, now, &judge, &why))
        return false;
    if (!judge.fonts) {
        options_fail(_("no letters to draw with: %s (package fonts-noto-core)"), why);
        judge_close(&judge);
        return false;
    }
    *ret_judge = judge;
    return true;
}

void judge_add_sight(struct judge *judge)
{
    if (!judge->sight)
        judge->sight = sight_open(NULL);
}

void judge_close(struct judge *judge)
{
    kit_close(judge->language);
    sight_close(judge->sight);
    decoder_free(judge->decoder);
    fonts_close(judge->fonts);
}

static struct measure *measure_of(const struct judge *judge)
{
    return judge->fonts ? fonts_measure(judge->fonts) : NULL;
}

struct layout_context judge_context(const struct judge *judge, const struct display *display,
                                    struct versions versions)
{
    return (struct layout_context){
        .measure = measure_of(judge),
        .profile = judge->profile,
        .display = display,
        .zone = judge->zone,
        .now = judge->now,
        .clock_is_real = true,
        .versions = versions,
    };
}

/* The page with the smallest letters, or one that does not fit, speaks for a display. */
static const struct scene *worst_page(struct arena *arena, const struct layout_context *context,
                                      const struct item *item)
{
    const struct scene *worst = NULL;
    int pages = layout_pages(arena, context, &item->announcement);
    for (int page = 0; page < pages; page++) {
        const struct scene *scene = layout_announcement(arena, context, item, page);
        bool bad = scene->wide_word.bytes > 0 || scene->characters_over > 0;
        if (!worst || bad || scene->letter_size < worst->letter_size)
            worst = scene;
        if (bad)
            break;
    }
    return worst;
}

static void note_verdict(const struct report *report, struct str overrides, struct item *item)
{
    enum rule rule;
    item->verdict = rules_verdict(report, overrides);
    item->refused = REASON_SHOWN;
    if (!rules_blocking(report, overrides, &rule))
        return;
    item->blocked_by = rule;
    item->refused = REASON_BLOCKED_BY_RULE;
    if (rule == RULE_MEDIA_MISSING)
        item->refused = REASON_MEDIA_MISSING;
    else if (rule == RULE_HASH_MISMATCH)
        item->refused = REASON_HASH_MISMATCH;
}

/* Rules that ask how a slide looks. */
static void note_undrawn(struct report *report)
{
    static const enum rule drawn[] = {
        RULE_MISSING_GLYPH,         RULE_OVERFLOW,         RULE_LETTER_HEIGHT_MIN,
        RULE_LETTER_HEIGHT_TITLE,   RULE_TITLE_LENGTH,     RULE_TEXT_LENGTH,
        RULE_DURATION_MIN_FOR_TEXT, RULE_CONTRAST_TEXT,    RULE_CONTRAST_LARGE,
        RULE_CONTRAST_ENHANCED,     RULE_CONTRAST_PICTURE, RULE_CONTRAST_NONTEXT,
        RULE_COLOUR_ALONE,          RULE_CVD_PREVIEW,      RULE_LINE_LENGTH,
        RULE_AUTO_HYPHEN,           RULE_SAFE_AREA,        RULE_CAPACITY,
    };
    for (size_t i = 0; i < ARRAY_LEN(drawn); i++)
        report_skip(report, drawn[i], LACK_FONTS);
}

/* What is no announcement, or far beyond the limits, is not laid out. */
static bool can_be_laid_out(const struct report *report)
{
    enum rule rule;
    return !rules_blocking(report, (struct str){ 0 }, &rule) || rule != RULE_ATOM_FORM;
}

/* What a machine sees in the picture; a rule that would ask for what is not known is noted. */
static struct rule_picture look_into(const struct judge *judge, const struct item *item,
                                     const struct rule_picture *picture, struct report *report)
{
    static const enum rule of_text[] = { RULE_PICTURE_TEXT, RULE_SLIDE_TEXT_MATCH,
                                         RULE_BAKED_LETTER_HEIGHT, RULE_CONTRAST_BAKED,
                                         RULE_LINE_LENGTH };
    struct rule_picture seen = *picture;
    if (!judge->sight || !picture->pixels.at)
        return seen;
    seen.seen = sight_look(judge->sight, &picture->pixels, &item->picture.source);
    enum lack lack = sight_can_read(judge->sight) ? LACK_READING : LACK_TESSERACT;
    for (size_t i = 0; i < ARRAY_LEN(of_text) && !seen.seen->text_was_read; i++)
        report_skip(report, of_text[i], lack);
    if (!seen.seen->codes_were_read)
        report_skip(report, RULE_QR_DECODES, LACK_READING);
    return seen;
}

void judge_item(const struct judge *judge, struct item *item, const struct rule_picture *picture,
                struct str overrides, struct report *report)
{
    const struct profile *profile = judge->profile;
    struct arena *scratch = arena_new(SCRATCH_BYTES_MAX);
    const struct scene **scenes =
        ARENA_ARRAY(scratch, const struct scene *, profile->display_count);
    const struct display **displays =
        ARENA_ARRAY(scratch, const struct display *, profile->display_count);
    size_t count = judge->fonts && can_be_laid_out(report) ? profile->display_count : 0;
    if (!judge->fonts)
        note_undrawn(report);
    for (size_t i = 0; i < count; i++) {
        displays[i] = &profile->displays[i];
        struct layout_context context = judge_context(judge, displays[i], (struct versions){ 0 });
        scenes[i] = worst_page(scratch, &context, item);
    }
    struct layout_context context = judge_context(judge, judge->display, (struct versions){ 0 });
    if (count > 0) {
        const struct scene *scene = layout_announcement(scratch, &context, item, 0);
        item->seconds = layout_seconds(&context, &item->announcement, scene);
        item->pages = layout_pages(scratch, &context, &item->announcement);
    }
    struct rule_picture seen;
    if (picture)
        seen = look_into(judge, item, picture, report);
    struct rule_input input = {
        .announcement = &item->announcement,
        .profile = profile,
        .zone = judge->zone,
        .now = judge->now,
        .measure = measure_of(judge),
        .fonts = judge->fonts,
        .scenes = scenes,
        .displays = displays,
        .display_count = count,
        .language = judge->language,
        .picture = picture ? &seen : NULL,
    };
    rules_check(&input, report);
    note_verdict(report, overrides, item);
    arena_free(scratch);
}
