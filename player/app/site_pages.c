/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See site_pages.h. A page of a withdrawn announcement must go as well, or phones still find it. */
#include "app/site_pages.h"

#include "app/options.h"
#include "output/page.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

struct putting {
    struct site_writer *writer;
    struct str *names;
    size_t count;
};

static void put(void *context, const char *name, struct str bytes)
{
    struct putting *putting = context;
    struct arena *arena = putting->writer->arena;
    *ARENA_PUSH(arena, putting->names, putting->count) = str_copy(arena, str_of(name));
    site_writer_put(putting->writer, name, bytes);
}

/* Removes pages of one folder ("", "poster/") that were not made this time. */
static void sweep(struct putting *putting, const char *folder)
{
    struct arena *arena = putting->writer->arena;
    struct str *names;
    size_t count;
    const char *path = file_join(arena, putting->writer->path, folder);
    if (file_list(arena, path, &names, &count) != FILE_OK)
        return;
    for (size_t i = 0; i < count; i++) {
        struct str name = str_join(arena, str_of(folder), names[i]);
        bool is_kept = bsearch(&name, putting->names, putting->count, sizeof name, str_order);
        const char *whole = file_join(arena, putting->writer->path, str_c(arena, name));
        if (!is_kept && pages_is_name(name) && unlink(whole) != 0 && errno != ENOENT)
            options_fail("%s %s", whole, _(file_outcome_text(file_outcome_of(errno))));
    }
}

void site_pages_put(struct site_writer *writer, const struct pages *pages)
{
    struct putting putting = { .writer = writer };
    enum language spoken = page_language();
    i18n_start(language_tag(pages->profile->languages[0]));
    bool made = pages_make(pages, put, &putting);
    i18n_start(language_tag(spoken));
    if (!made) {
        options_fail(_("there is not enough memory"));
        writer->failed = true;
    }
    if (writer->failed)
        return;
    qsort(putting.names, putting.count, sizeof *putting.names, str_order);
    sweep(&putting, "");
    sweep(&putting, "poster/");
    site_writer_sweep_leftovers(writer, "poster");
}
