/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See replace.h. */
#include "app/replace.h"

#include "app/options.h"
#include "app/verdict.h"

#include <stdio.h>

/* Whose place it takes is said by a number or a file; which language version is up to its own. */
static bool choose(const struct shown_list *list, const char *given,
                   const struct announcement *submission, struct replaced *ret_replaced)
{
    bool is_known;
    const struct shown *shown = shown_find(list, str_of(given), submission, &is_known);
    if (!is_known) {
        options_fail(_("--replaces %s: no approved announcement has this number, id or file"),
                     given);
    } else if (!shown) {
        options_fail(_("--replaces %s: it is not there in the language of this one. Approve this "
                       "one by itself"),
                     given);
    } else if (shown->is_off) {
        options_fail(_("--replaces %s: it is taken off the screens. Approve this one by itself, "
                       "then it gets a number of its own"),
                     given);
    } else {
        *ret_replaced = (struct replaced){ .shown = shown,
                                           .id = shown->announcement.id,
                                           .group = shown->announcement.group };
        return true;
    }
    return false;
}

bool replace_find(struct arena *arena, const char *path, const char *given,
                  const struct announcement *submission, struct replaced *ret_replaced)
{
    struct shown_list list;
    const char *approved = verdict_approved_folder(arena, path);
    if (!approved) {
        options_fail(_("%s is not in a folder named inbox: only what lies there can take the place "
                       "of another"),
                     path);
        return false;
    }
    shown_read(arena, approved, &list);
    return choose(&list, given, submission, ret_replaced);
}

void replace_say(struct arena *arena, const struct replaced *replaced)
{
    if (!replaced->shown)
        return;
    struct str name = shown_name(arena, replaced->shown);
    printf(_("it takes the place of: %.*s\n"), STR_ARG(name));
}
