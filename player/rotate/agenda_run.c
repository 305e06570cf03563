/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When the agenda comes, in which language and for how long. It belongs to the centre: nobody pays
 * for it. Each appearance is in the centre's own language and in one of the others by turns; a long
 * agenda takes one language at a time, so that it never fills the screen for minutes.
 */
#include "rotate/agenda.h"
#include "rotate/rotation_inside.h"

#define PAGES_FOR_TWO 2 /* the most pages that come in two languages at once */
#define PAGES_MAX 4
#define SECONDS_BEGIN 3 /* reading time: to begin … */
#define SECONDS_ROW 3   /* … and a row: 2 s to find it, 1 s for its few words */

/* Is there a line for this notice, as far as the board knows? */
static bool has_line(const struct rotation *rotation, const struct notice *notice, int64_t end)
{
    for (size_t i = 0; i < notice->item_count; i++) {
        if (board_is_shown(&rotation->board, notice->items[i]) &&
            agenda_has(board_state(&rotation->board, notice->items[i]), end))
            return true;
    }
    return false;
}

/* Counts the lines, and notes which languages speak in them. */
static size_t count_lines(const struct rotation *rotation, int64_t end, bool speaks[LANGUAGE_COUNT])
{
    size_t count = 0;
    for (size_t i = 0; i < rotation->notices.count; i++) {
        const struct notice *notice = &rotation->notices.list[i];
        if (!notice->is_active || notice->is_alert || !has_line(rotation, notice, end))
            continue;
        count++;
        for (size_t k = 0; k < notice->item_count; k++)
            speaks[notice->items[k]->announcement.language] |=
                board_is_shown(&rotation->board, notice->items[k]);
    }
    return count;
}

/* The centre's languages that speak in it, the own one always; answers how many. */
static int languages_of(const struct profile *profile, const bool speaks[LANGUAGE_COUNT],
                        enum language list[LANGUAGE_COUNT])
{
    int count = 0;
    list[count++] = profile->language_count > 0 ? profile->languages[0] : LANGUAGE_FI;
    for (size_t i = 1; i < profile->language_count; i++) {
        if (speaks[profile->languages[i]])
            list[count++] = profile->languages[i];
    }
    return count;
}

static bool is_due(struct rotation *rotation, int64_t now)
{
    struct progress *progress = &rotation->progress;
    int minutes = rotation->notices.edition->profile.rotation.agenda_minutes;
    if (minutes == 0 || rotation->each_once || !rotation->board.clock_is_real ||
        !rotation->board.is_open)
        return false;
    if (progress->agenda_at == 0 || now < progress->agenda_at)
        progress->agenda_at = now;
    return now - progress->agenda_at >= (int64_t)minutes * 60;
}

void agenda_begin(struct rotation *rotation, int64_t now)
{
    bool speaks[LANGUAGE_COUNT] = { false };
    enum language list[LANGUAGE_COUNT];
    struct progress *progress = &rotation->progress;
    if (!is_due(rotation, now))
        return;
    size_t lines = count_lines(rotation, agenda_end(rotation->zone, now), speaks);
    progress->agenda_at = now;
    if (lines == 0)
        return;
    int pages = agenda_pages(lines), count = 0;
    int languages = languages_of(&rotation->notices.edition->profile, speaks, list);
    size_t turn = progress->agenda_count++;
    struct agenda_run run = { .runs = true, .lines = lines };
    bool both = pages <= PAGES_FOR_TWO;
    size_t other = languages > 1 ? 1 + (both ? turn : turn / 2) % (size_t)(languages - 1) : 0;
    if (both || turn % 2 == 0 || other == 0)
        run.languages[count++] = list[0];
    if (other > 0 && (both || turn % 2 == 1))
        run.languages[count++] = list[other];
    run.language_count = count;
    run.pages = pages < PAGES_MAX ? pages : PAGES_MAX;
    progress->agenda = run;
}

bool agenda_take(struct rotation *rotation, int64_t now, struct slot *ret_slot)
{
    struct agenda_run *run = &rotation->progress.agenda;
    const struct profile *profile = &rotation->notices.edition->profile;
    if (!run->runs || !rotation->board.is_open)
        return run->runs = false;
    size_t rows = agenda_first(run->lines, run->page + 1) - agenda_first(run->lines, run->page);
    int seconds = SECONDS_BEGIN + SECONDS_ROW * (int)rows;
    seconds = seconds > profile->slide_seconds_min ? seconds : profile->slide_seconds_min;
    seconds = seconds < profile->slide_seconds_max ? seconds : profile->slide_seconds_max;
    *ret_slot = (struct slot){ .page = run->page,
                               .seconds = seconds,
                               .is_agenda = true,
                               .language = run->languages[run->language] };
    rotation->progress.agenda_at = now + seconds;
    if (++run->page == run->pages) {
        run->page = 0;
        run->runs = ++run->language < run->language_count;
    }
    return true;
}
