/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See pages.h: which files there are, and under which names. */
#include "pages/pages.h"

#include "pages/write.h"

#include <stdlib.h>

#define FILE_ARENA_BYTES_MAX ((size_t)64 << 20)

struct taking {
    const struct pages *pages;
    pages_taker *take;
    void *context;
    bool failed;
};

/* What is being written: one of the kinds, or a whole-site file. */
struct job {
    const char *name;
    const struct notice *notice;
    void (*write)(FILE *to, struct arena *arena, const struct pages *pages);
    void (*write_notice)(FILE *to, struct arena *arena, const struct pages *pages,
                         const struct notice *notice);
};

static void run(struct taking *taking, const struct job *job)
{
    struct arena *arena = arena_new(FILE_ARENA_BYTES_MAX);
    char *memory = NULL;
    size_t bytes = 0;
    FILE *to = open_memstream(&memory, &bytes);
    if (to && job->write)
        job->write(to, arena, taking->pages);
    else if (to)
        job->write_notice(to, arena, taking->pages, job->notice);
    if (!to || fclose(to) != 0)
        taking->failed = true;
    else
        taking->take(taking->context, job->name, (struct str){ memory, bytes });
    free(memory);
    arena_free(arena);
}

static void write_a4(FILE *to, struct arena *arena, const struct pages *pages,
                     const struct notice *notice)
{
    paper_write(to, arena, pages, notice, PAPER_A4);
}

static void write_a5(FILE *to, struct arena *arena, const struct pages *pages,
                     const struct notice *notice)
{
    paper_write(to, arena, pages, notice, PAPER_A5);
}

static const struct {
    const char *before, *after; /* round the number */
    void (*write)(FILE *to, struct arena *arena, const struct pages *pages,
                  const struct notice *notice);
} kinds[] = {
    { "", ".html", page_notice_write },
    { "poster/", ".html", write_a4 },
    { "poster/", "-a5.html", write_a5 },
};

static const struct {
    const char *name;
    void (*write)(FILE *to, struct arena *arena, const struct pages *pages);
} wholes[] = {
    { "index.html", page_index_write },
    { "poster/peruttu.html", paper_write_strips },
    { "digest.eml", staff_digest_write },
};

bool pages_make(const struct pages *pages, pages_taker *take, void *context)
{
    struct taking taking = { .pages = pages, .take = take, .context = context };
    struct notice notice;
    for (size_t i = 0; i < ARRAY_LEN(wholes); i++)
        run(&taking, &(struct job){ .name = wholes[i].name, .write = wholes[i].write });
    for (size_t at = 0; !taking.failed && notice_next(pages, &at, &notice);) {
        for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
            char name[64];
            snprintf(name, sizeof name, "%s%d%s", kinds[i].before, notice.number, kinds[i].after);
            run(&taking,
                &(struct job){ .name = name, .notice = &notice, .write_notice = kinds[i].write });
        }
    }
    return !taking.failed;
}

bool pages_is_name(struct str name)
{
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        int number;
        size_t around = strlen(kinds[i].before) + strlen(kinds[i].after);
        if (!str_starts(name, kinds[i].before) || !str_ends(name, kinds[i].after) ||
            name.bytes <= around)
            continue;
        if (str_to_number(str_slice(name, strlen(kinds[i].before), name.bytes - around), &number))
            return true;
    }
    return false;
}
