/* SPDX-License-Identifier: GPL-3.0-or-later */
/* infotaulu list: what the cache would show now, a line a slide. */
#include "app/commands.h"
#include "app/site_edition.h"
#include "base/identity_code.h"
#include "rotate/rotation.h"

#include <stdio.h>

static const char *verdict_word(const struct item *item)
{
    return item->verdict == SEVERITY_ADVISE ? "pass" : severity_name(item->verdict);
}

/* Titles come from outside: a tab in one must not make a column, nor an identity code be shown. */
static struct str plain(struct arena *arena, struct str text)
{
    struct str copy = identity_code_mask(arena, text);
    char *at = (char *)(uintptr_t)copy.at; /* our own copy */
    for (size_t i = 0; i < copy.bytes; i++) {
        if ((unsigned char)at[i] < 0x20)
            at[i] = ' ';
    }
    return copy;
}

static void print_slot(struct arena *arena, const struct slot *slot)
{
    const struct announcement *announcement = &slot->item->announcement;
    const struct prepared_picture *picture = &slot->item->picture;
    struct str hash = picture->width > 0 ? hash_str(arena, &picture->source) : STR("-");
    struct str author = announcement->author_count ? announcement->authors[0].name : STR("-");
    printf("%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t%d\t%s\n", STR_ARG(plain(arena, announcement->id)),
           STR_ARG(plain(arena, announcement->language_tag)),
           STR_ARG(plain(arena, announcement->title)), STR_ARG(plain(arena, author)), STR_ARG(hash),
           slot->seconds, verdict_word(slot->item));
}

static int run(const struct options *options)
{
    struct site_edition edition;
    int code = site_edition_open_kept(options, &edition);
    if (code != EXIT_COULD_NOT) {
        struct slot *slots;
        struct timetable timetable = site_timetable(&edition);
        size_t count = rotation_round(timetable.edition, timetable.zone, timetable.now, true,
                                      edition.arena, &slots);
        for (size_t i = 0; i < count; i++)
            print_slot(edition.arena, &slots[i]);
    }
    site_edition_close(&edition);
    return edition.is_empty ? EXIT_FINE : code; /* nothing to show: no line, and no fault */
}

const struct command command_list = {
    .name = "list",
    .arguments = "",
    .summary = N_("what the screen would show now, from the cache"),
    .examples = "list\n"
                "list --now 2026-12-01T10:00",
    .options = OPTION_BIT(CACHE) | OPTION_BIT(STATE) | OPTION_BIT(NOW) | OPTION_BIT(ROOT_KEY) |
               OPTION_BIT(DISPLAY) | OPTION_BIT(SIZE),
    .run = run,
};
