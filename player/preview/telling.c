/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See telling.h. */
#include "preview/telling.h"

#include "base/i18n.h"
#include "layout/phrase.h"

#include <math.h>

#define LINE_BYTES_MAX 1024
#define DATES_NAMED 2
#define SECONDS_MINUTE 60
#define NO_BREAK_SPACE "\xC2\xA0"
#define GAP "\xC2\xA0· " /* the dot stays at the end of a line */

/* One digit behind the comma, none where it is 0; Finnish and Swedish write a comma. */
static struct str decimal(struct arena *arena, enum language language, double value)
{
    long tenths = lround(value * 10);
    const char *comma = language == LANGUAGE_EN ? "." : ",";
    if (tenths % 10 == 0)
        return str_format(arena, "%ld", tenths / 10);
    return str_format(arena, "%ld%s%ld", tenths / 10, comma, tenths % 10);
}

static struct str whole(struct arena *arena, long value)
{
    return str_format(arena, "%ld", value);
}

static void add(struct text *line, struct str part)
{
    if (part.bytes == 0)
        return;
    if (line->bytes > 0)
        text_add(line, STR(GAP));
    text_add(line, part);
}

/* ---- languages ----------------------------------------------------------------------------- */

/* One that cannot be laid out is no version. */
static bool has_version(const struct desk *desk, enum language language)
{
    struct str group = desk->rows[desk->current].known.group;
    for (size_t i = 0; i < desk->count; i++) {
        const struct desk_row *row = &desk->rows[i];
        if (row->known.language == language && str_equal(row->known.group, group) &&
            (!row->look || row->look->item.pages > 0))
            return true;
    }
    return false;
}

/* "suomi ✓ svenska –": those that the centre wants, and what is here of them. */
static struct str languages(struct arena *arena, const struct desk *desk,
                            const struct desk_item *item)
{
    struct text line = text_new(arena, LINE_BYTES_MAX);
    bool is_named = false;
    for (size_t i = 0; i < desk->centre->language_count; i++) {
        enum language language = desk->centre->languages[i];
        bool is_here = has_version(desk, language);
        is_named |= language == item->language;
        text_format(&line, "%s%s%s%s", line.bytes > 0 ? "  " : "", language_own_name(language),
                    NO_BREAK_SPACE, is_here ? "✓" : "–");
    }
    if (!is_named)
        text_format(&line, "%s%s ✓", line.bytes > 0 ? "  " : "", language_own_name(item->language));
    return text_str(&line);
}

/* ---- lines --------------------------------------------------------------------------------- */

static struct str who_line(struct arena *arena, const struct desk *desk,
                           const struct desk_item *item)
{
    struct text line = text_new(arena, LINE_BYTES_MAX);
    add(&line, item->organisations);
    add(&line, languages(arena, desk, item));
    return text_str(&line);
}

static struct str dates_line(struct arena *arena, const struct desk_item *item)
{
    struct text line = text_new(arena, LINE_BYTES_MAX), dates = text_new(arena, LINE_BYTES_MAX);
    for (size_t i = 0; i < item->date_count && i < DATES_NAMED; i++) {
        text_add(&dates, i > 0 ? STR(", ") : (struct str){ 0 });
        text_add(&dates, item->dates[i].words);
        if (item->dates[i].cancelled)
            text_format(&dates, " (%s)", _("cancelled"));
    }
    add(&line, item->repeat);
    struct str list[] = { text_str(&dates) };
    if (list[0].bytes > 0)
        add(&line, i18n_fill(arena, _("Next: {0}"), list, 1));
    return text_str(&line);
}

static struct str period(struct arena *arena, const struct desk_item *item)
{
    struct str args[] = { item->shown_from, item->shown_until };
    if (item->shown_until.bytes == 0)
        return (struct str){ 0 };
    return i18n_fill(arena, _("On the screens {0} – {1}"), args, 2);
}

static struct str round_part(struct arena *arena, const struct desk *desk,
                             const struct desk_round *round)
{
    enum language language = desk->centre->language;
    struct str args[] = {
        decimal(arena, language, round->before_s / SECONDS_MINUTE),
        decimal(arena, language, round->after_s / SECONDS_MINUTE),
    };
    if (str_equal(args[0], args[1]))
        return i18n_fill(arena, _("round still {1} min"), args, 2);
    return i18n_fill(arena, _("round {0} → {1} min"), args, 2);
}

static struct str time_line(struct arena *arena, const struct desk *desk,
                            const struct desk_item *item)
{
    struct text line = text_new(arena, LINE_BYTES_MAX);
    struct str args[] = { whole(arena, item->seconds), whole(arena, item->pages) };
    add(&line, period(arena, item));
    add(&line, item->pages > 1 ? i18n_fill(arena, _("{1} slides, each {0} s"), args, 2)
                               : i18n_fill(arena, _("{0} s at a time"), args, 1));
    if (desk->current < desk->turns.round_count) {
        const struct desk_round *round = &desk->turns.rounds[desk->current];
        struct str times[] = { whole(arena, lround(round->times_per_hour)) };
        if (round->is_known && round->times_per_hour >= 0.5)
            add(&line, i18n_fill(arena,
                                 i18n_plural("about {0} time an hour", "about {0} times an hour",
                                             (unsigned long)lround(round->times_per_hour)),
                                 times, 1));
        if (round->is_known)
            add(&line, round_part(arena, desk, round));
    }
    return text_str(&line);
}

static struct str letters_line(struct arena *arena, const struct desk *desk,
                               const struct desk_item *item)
{
    enum language language = desk->centre->language;
    struct text line = text_new(arena, LINE_BYTES_MAX);
    size_t displays = desk->centre->display_count;
    struct str args[] = {
        decimal(arena, language, item->letter_mm),
        decimal(arena, language, item->read_m),
        whole(arena, lround(item->letter_px)),
    };
    add(&line, i18n_fill(arena, _("Smallest letters {0} mm high, read from {1} m"), args, 3));
    struct str count[] = { whole(arena, (long)displays) };
    add(&line, i18n_fill(arena,
                         i18n_plural("the one display looked at", "all {0} displays looked at",
                                     (unsigned long)displays),
                         count, 1));
    return text_str(&line);
}

static struct str file_line(struct arena *arena, const struct desk *desk,
                            const struct desk_item *item)
{
    struct text line = text_new(arena, LINE_BYTES_MAX);
    struct str args[] = { item->received };
    if (item->received.bytes > 0)
        add(&line, i18n_fill(arena, _("Arrived {0}"), args, 1));
    if (item->file.bytes > 0)
        add(&line, desk->rows[desk->current].known.name);
    return text_str(&line);
}

size_t telling_facts(struct arena *arena, const struct desk *desk, struct str *ret_lines)
{
    const struct desk_item *item = desk_item(desk);
    size_t count = 0;
    if (!item)
        return 0;
    if (item->pages > 0) {
        struct str lines[] = {
            who_line(arena, desk, item),
            dates_line(arena, item),
            time_line(arena, desk, item),
            letters_line(arena, desk, item),
        };
        for (size_t i = 0; i < ARRAY_LEN(lines); i++)
            if (lines[i].bytes > 0)
                ret_lines[count++] = lines[i];
    }
    struct str file = file_line(arena, desk, item);
    if (file.bytes > 0)
        ret_lines[count++] = file;
    return count;
}

/* ---- findings ------------------------------------------------------------------------------ */

static struct str counted(struct arena *arena, enum severity severity, unsigned long count)
{
    struct str args[] = { whole(arena, (long)count) };
    const char *words = "";
    if (severity == SEVERITY_BLOCK)
        words = i18n_plural("{0} stops it", "{0} stop it", count);
    else if (severity == SEVERITY_WARN)
        words = i18n_plural("{0} thing to mend", "{0} things to mend", count);
    else if (severity == SEVERITY_ASK)
        words = i18n_plural("{0} question", "{0} questions", count);
    else
        words = i18n_plural("{0} hint", "{0} hints", count);
    return i18n_fill(arena, words, args, 1);
}

struct str telling_summary(struct arena *arena, const struct desk_item *item)
{
    struct text line = text_new(arena, LINE_BYTES_MAX);
    unsigned long counts[SEVERITY_BLOCK + 1] = { 0 };
    for (size_t i = 0; i < item->finding_count; i++)
        counts[item->findings[i].severity]++;
    for (int severity = SEVERITY_BLOCK; severity >= SEVERITY_ADVISE; severity--) {
        if (counts[severity] == 0)
            continue;
        text_add(&line, line.bytes > 0 ? STR(", ") : (struct str){ 0 });
        text_add(&line, counted(arena, (enum severity)severity, counts[severity]));
    }
    return line.bytes > 0 ? text_str(&line) : str_of(_("All is fine"));
}

const char *telling_severity(enum severity severity)
{
    switch (severity) {
    case SEVERITY_BLOCK:
        return _("Stops it:");
    case SEVERITY_WARN:
        return _("Mend:");
    case SEVERITY_ASK:
        return _("Question:");
    case SEVERITY_ADVISE:
        break;
    }
    return _("Hint:");
}

/* ---- another one like it ------------------------------------------------------------------- */

struct str telling_twin(struct arena *arena, const struct desk_twin *twin)
{
    const char *text = _("The folder has another one like it: {0}");
    if (twin->is_approved && twin->is_same)
        text = _("The same is approved already: {0}");
    else if (twin->is_approved && twin->relation == RELATION_VERSION)
        text = _("A new version of: {0}");
    else if (twin->is_approved)
        text = _("Much like: {0}");
    else if (twin->is_same)
        text = _("The same is in the folder twice: {0}");
    return i18n_fill(arena, text, &twin->name, 1);
}

static bool is_labelled_before(const struct differences *differences, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (str_equal(differences->at[i].label, differences->at[index].label))
            return true;
    return false;
}

struct str telling_differences(struct arena *arena, const struct desk_twin *twin)
{
    struct text labels = text_new(arena, LINE_BYTES_MAX);
    if (twin->is_same)
        return str_of(_("Nothing differs."));
    for (size_t i = 0; i < twin->differences.count; i++) {
        if (is_labelled_before(&twin->differences, i))
            continue;
        text_add(&labels, labels.bytes > 0 ? STR(", ") : (struct str){ 0 });
        text_add(&labels, twin->differences.at[i].label);
    }
    struct str args[] = { text_str(&labels) };
    return i18n_fill(arena, _("What differs: {0}"), args, 1);
}

/* ---- what is said -------------------------------------------------------------------------- */

struct str telling_notice(const struct desk *desk)
{
    if (desk->toast_ends_ns != 0)
        return desk->toast_is_legend ? str_of(_("← → browse · Tab all · F1 keys · Esc back"))
                                     : desk->toast;
    if (desk_is_slow(desk) && !desk->is_kiosk)
        return str_of(_("The computer or the folder answers slowly. Wait: nothing is lost."));
    return desk->trouble;
}

/* The row that a form is about now: the one with the focus, else the first, which it tells. */
static struct str spoken_row(struct arena *arena, const struct form *form)
{
    bool only_tells = form->kind == FORM_SAY || form->kind == FORM_LETTER;
    size_t at = only_tells ? 0 : form->focus;
    if (at >= form->row_count)
        return (struct str){ 0 };
    const struct form_row *row = &form->rows[at];
    struct str text = { row->text, row->bytes };
    if (row->kind == ROW_TICK || row->kind == ROW_CHOICE)
        return str_format(arena, "%.*s: %s", STR_ARG(row->label),
                          row->is_on ? _("chosen") : _("not chosen"));
    if (row->kind == ROW_FIELD && text.bytes > 0)
        return str_format(arena, "%.*s: %.*s", STR_ARG(row->label), STR_ARG(text));
    return row->label;
}

static struct str spoken_form(struct arena *arena, const struct form *form)
{
    struct str row = spoken_row(arena, form);
    return row.bytes > 0 ? str_format(arena, "%.*s · %.*s", STR_ARG(form->title), STR_ARG(row))
                         : form->title;
}

static struct str spoken_item(struct arena *arena, const struct desk *desk)
{
    const struct desk_item *item = desk_item(desk);
    if (!item)
        return desk->centre->name;
    struct str state = desk->rows[desk->current].state, summary = telling_summary(arena, item);
    state = state.bytes > 0 ? state : item->state;
    struct str spoken =
        str_format(arena, "%zu/%zu %.*s · %.*s · %.*s", desk->current + 1, desk->count,
                   STR_ARG(item->title), STR_ARG(summary), STR_ARG(state));
    if (item->twin.relation == RELATION_NONE)
        return spoken;
    struct str twin = telling_twin(arena, &item->twin);
    return str_format(arena, "%.*s · %.*s", STR_ARG(spoken), STR_ARG(twin));
}

struct str telling_spoken(struct arena *arena, const struct desk *desk)
{
    /* The legend is for eyes: its arrows are signs that X cannot put into every name. */
    bool is_legend = desk->toast_ends_ns != 0 && desk->toast_is_legend;
    struct str notice = is_legend ? (struct str){ 0 } : telling_notice(desk);
    struct str rest =
        desk->form.kind != FORM_NONE ? spoken_form(arena, &desk->form) : spoken_item(arena, desk);
    if (notice.bytes == 0)
        return rest;
    return str_format(arena, "%.*s · %.*s", STR_ARG(notice), STR_ARG(rest));
}

/* ---- how it is looked at ------------------------------------------------------------------- */

struct str telling_moment(struct arena *arena, const struct desk *desk)
{
    const struct wording *wording = wording_of(desk->centre->language);
    struct civil now = zone_local(desk->centre->zone, desk->now);
    struct str day = phrase_day(arena, wording, now.date, now.date);
    struct str time = phrase_clock(arena, now);
    return str_format(arena, "%.*s%s%s %.*s", STR_ARG(day), wording->clock[0] ? " " : "",
                      wording->clock, STR_ARG(time));
}

const char *telling_eyes(enum eyes eyes)
{
    static const char *const names[EYES_COUNT] = {
        [EYES_PLAIN] = N_("Full sight"),
        [EYES_POOR] = N_("Poor sight: as with acuity 0.3 and half the contrast"),
        [EYES_PROTAN] = N_("Colour vision without red (protanopia)"),
        [EYES_DEUTAN] = N_("Colour vision without green (deuteranopia)"),
        [EYES_TRITAN] = N_("Colour vision without blue (tritanopia)"),
    };
    return _(names[eyes]);
}
