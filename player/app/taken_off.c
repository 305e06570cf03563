/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See taken_off.h. */
#include "app/taken_off.h"

#include "app/hiding.h"
#include "app/options.h"
#include "app/verdict.h"
#include "base/file.h"

#include <stdio.h>

bool taken_off_list(struct arena *arena, const char *approved, struct hide *ret_hide)
{
    struct report ignored = report_new(arena);
    const char *path = file_join(arena, approved, "hide.xml");
    struct hide hide = { 0 };
    struct str bytes;
    if (file_read(arena, path, HIDE_BYTES_MAX, &bytes) != FILE_OK ||
        !hide_read(arena, bytes, str_of(path), &ignored, &hide))
        return false;
    *ret_hide = hide;
    return true;
}

/* Whose line it is: what takes it back is called by that. */
static struct str whole_ref(const struct hide *hide, const struct announcement *announcement)
{
    for (size_t i = 0; i < hide->count; i++) {
        struct str ref = hide->items[i].ref;
        if (hide->items[i].whole &&
            (str_equal(ref, announcement->id) || str_equal(ref, announcement->group)))
            return ref;
    }
    return (struct str){ "", 0 };
}

static struct taken_off read_off(struct arena *arena, const char *approved,
                                 const struct announcement *announcement)
{
    struct hide hide = { 0 };
    struct item item = { .announcement = *announcement };
    if (taken_off_list(arena, approved, &hide))
        hiding_apply(arena, &hide, &item);
    return (struct taken_off){ .ref = whole_ref(&hide, announcement),
                               .dates = item.hidden_dates,
                               .date_count = item.hidden_date_count };
}

bool taken_off_check(struct arena *arena, const char *path, const struct announcement *announcement,
                     struct taken_off *ret_off)
{
    const char *approved = verdict_approved_folder(arena, path);
    if (!approved)
        approved = str_c(arena, file_folder_of(str_of(path)));
    *ret_off = read_off(arena, approved, announcement);
    struct str ref = str_equal(ret_off->ref, announcement->id) ? str_of(path) : ret_off->ref;
    if (ret_off->ref.bytes == 0)
        return true;
    options_fail(_("%s: it is taken off the screens; take that back first: infotaulu undo %.*s"),
                 path, STR_ARG(ref));
    return false;
}

/* They stay cancelled whatever is approved under the same id or group. */
void taken_off_say(struct arena *arena, const struct taken_off *off)
{
    for (size_t i = 0; i < off->date_count; i++) {
        struct str day = date_text(arena, off->dates[i]);
        printf(_("stays cancelled: %.*s\n"), STR_ARG(day));
    }
}
