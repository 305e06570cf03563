/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * "1.12" is a time behind "klo" and a day elsewhere; "Joh. 3:16" is a verse and "1:50" a scale. So
 * a time needs its clock word, a colon in a place where nothing else has one, am or pm, or a range
 * of hours with minutes. A time without any of these is left alone: it cannot be wrong, either.
 */
#include "rules/written_time.h"

#include "calendar/civil.h"

#define HOUR_MAX 24
#define MINUTE_MAX 59

static const struct {
    enum clock_word clock;
    const char *words;
} clock_words[] = {
    { CLOCK_KLO, "klo" },
    { CLOCK_KL, "kl" },
    { CLOCK_LONG, "kello klockan kell" },
};

/* What may stand before "3:16" and is no time: books of the Bible, scales, results. */
static const char verse_words[] =
    "moos joos tuom sam kun aik neh ps psalmi psalm snl saarn jes jer hes dan matt matteus mark "
    "markus luuk luukas joh johannes apt room kor gal ef fil kol tess tim tit hepr jaak piet juud "
    "ilm mos luk apg rom heb jak pet upp acts cor eph phil col thess hebr rev gen exod isa jer "
    "mittakaava suhde suhteessa skala scale ratio tulos resultat score";

static bool is_bound_before(const struct search_text *text, size_t at)
{
    uint32_t before = search_point(text, at - 1);
    if (before == 0)
        return true;
    if (search_is_digit(text, at - 1) || search_is_letter(text, at - 1) || before == SEARCH_BLANK)
        return false;
    bool joins = before == '.' || before == ',' || before == ':' || before == '/' ||
                 before == '+' || search_is_dash(before);
    return !joins || !search_is_digit(text, at - 2);
}

/* Reads am or pm; true when it stands there, spaces before it allowed. */
static bool read_half_day(const struct search_text *text, size_t at, struct written_hour *hour,
                          size_t *ret_end)
{
    size_t start = search_skip_spaces(text, at), end = search_word_end(text, start);
    bool short_form = search_is_one(text, start, end, "am pm");
    bool dotted = search_is_one(text, start, end, "a p") && search_point(text, end) == '.' &&
                  search_is_one(text, end + 1, end + 2, "m") && !search_is_letter(text, end + 2);
    if ((!short_form && !dotted) || hour->hour > 12 || hour->hour == 0)
        return false;
    bool after_noon = search_is_one(text, start, start + 1, "p");
    hour->hour = hour->hour % 12 + (after_noon ? 12 : 0);
    hour->half_day = true;
    *ret_end = dotted ? end + 2 : end;
    return true;
}

/* Reads "17", "17.30" or "17:30"; false where a longer number or a day goes on. */
static bool read_hour(const struct search_text *text, size_t at, struct written_hour *ret_hour,
                      size_t *ret_end)
{
    struct written_hour hour = { 0 };
    size_t digits = search_number(text, at, 2, &hour.hour), end = at + digits;
    if (digits == 0 || hour.hour > HOUR_MAX)
        return false;
    uint32_t sign = search_point(text, end);
    if ((sign == '.' || sign == ':') && search_is_digit(text, end + 1)) {
        if (search_number(text, end + 1, 2, &hour.minute) != 2 || hour.minute > MINUTE_MAX)
            return false;
        hour.has_minute = true;
        hour.colon = sign == ':';
        end += 3;
        sign = search_point(text, end);
        if ((sign == '.' || sign == ':' || sign == ',') && search_is_digit(text, end + 1))
            return false;
    }
    if (sign == '/' && search_is_digit(text, end + 1))
        return false;
    (void)read_half_day(text, end, &hour, &end);
    if (search_is_letter(text, end))
        return false;
    *ret_end = end;
    *ret_hour = hour;
    return true;
}

/* Past a clock word that is said once more: "klo 17 – klo 19". */
static size_t skip_clock_word(const struct search_text *text, size_t at)
{
    size_t end = search_word_end(text, at);
    for (size_t i = 0; i < ARRAY_LEN(clock_words); i++) {
        if (!search_is_one(text, at, end, clock_words[i].words))
            continue;
        end += search_point(text, end) == '.';
        return search_skip_spaces(text, end);
    }
    return at;
}

/* Adds "–19" to a time that ends at time->end. */
static void read_until(const struct search_text *text, struct written_time *time)
{
    size_t dash = search_skip_spaces(text, time->end);
    if (!search_is_dash(search_point(text, dash)))
        return;
    size_t at = skip_clock_word(text, search_skip_spaces(text, dash + 1));
    if (!read_hour(text, at, &time->until, &time->end))
        return;
    time->has_until = true;
    time->hyphen = search_point(text, dash) == '-';
}

/* "klo 17.30–19" */
static bool read_after_clock(const struct search_text *text, size_t at, struct written_time *time)
{
    size_t end = search_word_end(text, at);
    for (size_t i = 0; end > at && i < ARRAY_LEN(clock_words); i++) {
        if (search_is_one(text, at, end, clock_words[i].words))
            time->clock = clock_words[i].clock;
    }
    if (time->clock == CLOCK_NONE)
        return false;
    time->clock_stop = search_point(text, end) == '.';
    end = search_skip_spaces(text, end + time->clock_stop);
    if (!read_hour(text, end, &time->from, &time->end))
        return false;
    read_until(text, time);
    return true;
}

static bool may_be_day(const struct written_hour *hour)
{
    return hour->hour >= 1 && hour->minute >= 1 && hour->minute <= 12;
}

static bool stands_behind_verse(const struct search_text *text, size_t at)
{
    size_t end = search_skip_spaces_back(text, at);
    end -= end > 0 && search_point(text, end - 1) == '.';
    size_t start = search_word_start(text, end);
    return search_is_one(text, start, end, verse_words);
}

/* "17:30", "17.30–19.00", "5 pm" */
static bool read_bare(const struct search_text *text, size_t at, struct written_time *time)
{
    if (!is_bound_before(text, at) || !read_hour(text, at, &time->from, &time->end))
        return false;
    read_until(text, time);
    if (time->from.half_day || (time->has_until && time->until.half_day))
        return true;
    if (!time->from.has_minute || stands_behind_verse(text, at))
        return false;
    if (time->from.colon)
        return true;
    if (!time->has_until || !time->until.has_minute)
        return false;
    time->doubtful = may_be_day(&time->from) && may_be_day(&time->until);
    return true;
}

size_t written_times(struct arena *arena, const struct search_text *text,
                     struct written_time **ret_times)
{
    struct written_time *times = NULL;
    size_t count = 0;
    for (size_t at = 0; at < text->count;) {
        struct written_time time = { .start = at };
        bool starts_word = search_is_letter(text, at) && !search_is_letter(text, at - 1) &&
                           !search_is_digit(text, at - 1);
        bool found = starts_word ? read_after_clock(text, at, &time)
                                 : search_is_digit(text, at) && read_bare(text, at, &time);
        if (found)
            *ARENA_PUSH(arena, times, count) = time;
        at = found ? time.end : at + 1;
    }
    *ret_times = times;
    return count;
}
