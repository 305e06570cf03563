/* SPDX-License-Identifier: GPL-3.0-or-later */
/* infotaulu render: each slide as PNG, exactly the lobby's pixels. */
#include "app/commands.h"
#include "app/site_edition.h"
#include "app/slides.h"
#include "base/file.h"
#include "base/slug.h"
#include "paint/paint.h"
#include "rotate/agenda.h"
#include "rotate/rotation.h"

#include <stdio.h>

#define SLUG_LETTERS 24

static char *file_name(struct arena *arena, const char *folder, size_t number,
                       const struct slot *slot)
{
    struct str name = STR("idle"), language = { 0 };
    if (slot->is_agenda) {
        name = STR("agenda");
        language = str_of(language_tag(slot->language));
    } else if (slot->item) {
        name = slug_of(arena, slot->item->announcement.title, SLUG_LETTERS);
        language = slot->item->announcement.language_tag;
    }
    bool has_pages = slot->is_agenda || (slot->item && slot->item->pages > 1);
    struct str page = has_pages ? str_format(arena, "-%d", slot->page + 1) : (struct str){ 0 };
    struct str file =
        str_format(arena, "%02zu%s%.*s%s%.*s%.*s.png", number, name.bytes ? "-" : "", STR_ARG(name),
                   language.bytes ? "-" : "", STR_ARG(language), STR_ARG(page));
    return file_join(arena, folder, str_c(arena, file));
}

static int render_slot(const struct site_edition *edition, const char *path,
                       const struct slot *slot)
{
    struct pixels pixels;
    char hex[HASH_HEX_BYTES + 1];
    if (!slides_paint_slot(edition, slot, &pixels))
        return options_fail(_("there is not enough memory for a slide"));
    struct hash hash = paint_hash(&pixels);
    bool written = slides_write_png(&pixels, path);
    pixels_free(&pixels);
    if (!written)
        return EXIT_COULD_NOT;
    hash_hex(&hash, hex);
    printf("%s  %s\n", hex, path);
    return EXIT_FINE;
}

/* A lone file shows all its pages, whatever the time: its sender wants to see it. */
static size_t lone_slots(const struct site_edition *edition, struct slot **ret_slots)
{
    struct slot *slots = NULL;
    size_t count = 0;
    for (size_t i = 0; i < edition->update.edition.item_count; i++) {
        const struct item *item = &edition->update.edition.items[i];
        int pages = item->pages > 0 ? item->pages : 1;
        for (int page = 0; page < pages; page++)
            *ARENA_PUSH(edition->arena, slots, count) =
                (struct slot){ .item = item, .page = page, .seconds = item->seconds };
    }
    *ret_slots = slots;
    return count;
}

static size_t slots_of(const struct site_edition *edition, struct slot **ret_slots)
{
    struct timetable timetable = site_timetable(edition);
    if (edition->kind == SITE_LONE_FILE)
        return lone_slots(edition, ret_slots);
    size_t count = rotation_round(timetable.edition, timetable.zone, timetable.now, true,
                                  edition->arena, ret_slots);
    if (count > 0)
        return count;
    *ret_slots = ARENA_NEW(edition->arena, struct slot); /* what the lobby shows then: idle */
    return 1;
}

/* The agenda in each language of the centre that it speaks, the own one always. */
static void add_agenda(const struct site_edition *edition, struct slot **slots, size_t *count)
{
    const struct profile *profile = &edition->update.edition.profile;
    struct timetable timetable = site_timetable(edition);
    for (size_t i = 0; i < profile->language_count; i++) {
        struct agenda_line *lines;
        enum language language = profile->languages[i];
        size_t found = agenda_lines(&timetable, language, edition->arena, &lines);
        if (i > 0 && !agenda_speaks(lines, found, language))
            continue;
        for (int page = 0; page < agenda_pages(found); page++)
            *ARENA_PUSH(edition->arena, *slots, *count) =
                (struct slot){ .page = page, .is_agenda = true, .language = language };
    }
}

static int render(const struct site_edition *edition, const char *folder, bool with_agenda)
{
    struct slot *slots;
    size_t count = slots_of(edition, &slots);
    if (with_agenda)
        add_agenda(edition, &slots, &count);
    enum file_outcome outcome = file_make_folder(folder, 0755);
    if (outcome != FILE_OK)
        return options_fail("%s %s", folder, _(file_outcome_text(outcome)));
    for (size_t i = 0; i < count; i++) {
        char *path = file_name(edition->arena, folder, i + 1, &slots[i]);
        int code = render_slot(edition, path, &slots[i]);
        if (code != EXIT_FINE)
            return code;
    }
    return EXIT_FINE;
}

static int run(const struct options *options)
{
    struct site_edition edition;
    const char *folder = options->values[OPTION_OUTPUT];
    if (!folder)
        return options_fail(_("where to? Give -o FOLDER"));
    int code = site_edition_open(options, options->arguments[0], &edition);
    if (code != EXIT_COULD_NOT) {
        int rendered = render(&edition, folder, options_has(options, OPTION_AGENDA));
        code = rendered == EXIT_FINE ? code : rendered;
    }
    site_edition_close(&edition);
    return code;
}

const struct command command_render = {
    .name = "render",
    .arguments = N_("PATH -o FOLDER"),
    .summary = N_("make pictures of the slides, exactly as the lobby shows them"),
    .examples = "render ilmoitus.xml -o kuvat\n"
                "render samples/site --root-key samples/root.pub -o kuvat --display aula\n"
                "render samples/site --root-key samples/root.pub -o kuvat --agenda",
    .options = OPTION_BIT(OUTPUT) | OPTION_BIT(ROOT_KEY) | OPTION_BIT(CENTRE) |
               OPTION_BIT(DISPLAY) | OPTION_BIT(SIZE) | OPTION_BIT(NOW) | OPTION_BIT(UNSIGNED) |
               OPTION_BIT(AGENDA) | OPTION_BIT(PROXY) | OPTION_BIT(CA_FILE),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run,
};
