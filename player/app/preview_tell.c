/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the liaison is told of an announcement, in her language, from what judging has found. */
#include "app/preview_entry.h"
#include "app/update.h"
#include "base/identity_code.h"
#include "layout/phrase.h"
#include "output/digest.h"
#include "preview/verdict_port.h"

#include <sys/stat.h>

#define NAMES_BYTES_MAX 1024
#define MM_PER_M 1000

/* Capitals can be read from two hundred times their height: player/README.md, F2. */
#define READ_FACTOR 200

/* ---- findings ------------------------------------------------------------------------------ */

static void tell_findings(const struct preview_tell *tell, struct report *report,
                          struct desk_item *item)
{
    report_sort(report);
    item->findings = ARENA_ARRAY(tell->arena, struct desk_finding, report->count + 1);
    item->finding_count = report->count;
    for (size_t i = 0; i < report->count; i++) {
        const struct finding *finding = &report->findings[i];
        const struct rule_info *rule = rule_info(finding_info(finding->code)->rule);
        item->findings[i] = (struct desk_finding){
            .severity = finding->severity,
            .is_final = finding->severity == SEVERITY_BLOCK && !rule->overridable,
            .message = finding_message(tell->arena, finding),
            .why = finding_why(tell->arena, finding),
            .fix = finding_fix(tell->arena, finding),
            .example = finding_example(tell->arena, finding),
            .rule = str_of(rule->id),
        };
    }
}

static void tell_good(const struct preview_tell *tell, const struct preview_entry *entry,
                      struct desk_item *item)
{
    const struct checked_item checked = {
        .file = entry->submission.file,
        .item = entry->submission.item,
        .report = entry->submission.report,
        .readable = entry->submission.readable,
    };
    const char **names;
    size_t count = digest_right(tell->arena, &checked, &names);
    item->good = ARENA_ARRAY(tell->arena, struct str, count + 1);
    for (size_t i = 0; i < count; i++)
        item->good[item->good_count++] = str_of(names[i]);
}

static void tell_missed(const struct preview_tell *tell, const struct report *report,
                        struct desk_item *item)
{
    bool seen[LACK_COUNT] = { false };
    item->missed = ARENA_ARRAY(tell->arena, struct str, LACK_COUNT);
    for (size_t rule = 0; rule < RULE_COUNT; rule++)
        seen[report->skipped[rule]] = true;
    for (size_t lack = LACK_NONE + 1; lack < LACK_COUNT; lack++)
        if (seen[lack])
            item->missed[item->missed_count++] = str_of(lack_text((enum lack)lack));
}

/* ---- dates --------------------------------------------------------------------------------- */

static struct date today_of(const struct preview_tell *tell)
{
    return zone_local(tell->judge->zone, tell->judge->now).date;
}

static struct str day_of(const struct preview_tell *tell, int64_t moment)
{
    struct date date = zone_local(tell->judge->zone, moment).date;
    return phrase_day(tell->arena, wording_of(tell->language), date, today_of(tell));
}

static bool is_hidden(const struct preview_tell *tell, struct date day)
{
    for (size_t i = 0; i < tell->hidden_date_count; i++)
        if (date_compare(tell->hidden_dates[i], day) == 0)
            return true;
    return false;
}

static void tell_dates(const struct preview_tell *tell, const struct announcement *announcement,
                       struct desk_item *item)
{
    const struct judge *judge = tell->judge;
    const struct wording *wording = wording_of(tell->language);
    struct occurrence list[DESK_DATES_MAX];
    item->date_count = when_list(announcement->whens, announcement->when_count, judge->zone,
                                 judge->now, list, DESK_DATES_MAX);
    for (size_t i = 0; i < item->date_count; i++) {
        struct date day = zone_local(judge->zone, list[i].start).date;
        item->dates[i] = (struct desk_date){
            .words = phrase_occurrence(tell->arena, wording, &list[i], judge->zone, today_of(tell)),
            .day = str_format(tell->arena, "%04d-%02d-%02d", day.year, day.month, day.day),
            .cancelled = list[i].cancelled || is_hidden(tell, day),
        };
    }
    for (size_t i = 0; i < announcement->when_count && item->repeat.bytes == 0; i++)
        item->repeat = phrase_repeat(tell->arena, wording, &announcement->whens[i]);
    item->shown_from = day_of(tell, announcement_show_start(announcement, judge->zone));
    item->shown_until = day_of(tell, announcement_show_end(announcement, judge->zone) - 1);
}

/* ---- who and where from -------------------------------------------------------------------- */

static struct str names_of(const struct preview_tell *tell, const struct announcement *announcement)
{
    struct text names = text_new(tell->arena, NAMES_BYTES_MAX);
    for (size_t i = 0; i < announcement->author_count; i++) {
        text_add(&names, i > 0 ? STR(", ") : (struct str){ 0 });
        text_add(&names, identity_code_mask(tell->arena, announcement->authors[i].name));
    }
    return text_str(&names);
}

/* Why a published one is or is not on the screens, in a few words. */
static const char *const reason_words[REASON_COUNT] = {
    [REASON_SHOWN] = N_("on the screens now"),
    [REASON_NOT_APPROVED] = N_("not approved"),
    [REASON_BAD_SIGNATURE] = N_("its signature is wrong"),
    [REASON_HASH_MISMATCH] = N_("its file is not the approved one"),
    [REASON_MEDIA_MISSING] = N_("its picture is missing"),
    [REASON_BLOCKED_BY_RULE] = N_("a rule stops it"),
    [REASON_NOT_YET] = N_("not yet on the screens"),
    [REASON_EXPIRED] = N_("its time is over"),
    [REASON_OUTSIDE_HOURS] = N_("the centre is closed"),
    [REASON_OTHER_CENTRE] = N_("for another centre"),
    [REASON_CANCELLED] = N_("cancelled"),
    [REASON_WITHDRAWN] = N_("taken off"),
    [REASON_CLOCK_UNKNOWN] = N_("the clock is not sure"),
    [REASON_DAMAGED] = N_("its file is damaged"),
};

static struct str state_of(const struct preview_tell *tell, const struct preview_entry *entry)
{
    if (entry->kind == ENTRY_PUBLISHED || tell->reason == REASON_WITHDRAWN)
        return str_of(_(reason_words[tell->reason]));
    if (entry->kind == ENTRY_APPROVED)
        return str_of(_("approved"));
    return str_of(_("waits for a verdict"));
}

static unsigned fits(const struct preview_entry *entry)
{
    unsigned hiding = entry->folder ? DESK_BIT(CANCEL_DATE) | DESK_BIT(TAKE_OFF) : 0;
    if (entry->kind == ENTRY_PUBLISHED)
        return hiding;
    if (entry->kind == ENTRY_APPROVED)
        return hiding | DESK_BIT(CORRECT) | DESK_BIT(UNDO);
    if (!entry->is_in_inbox)
        return DESK_BIT(APPROVE) | DESK_BIT(APPROVE_BARE);
    if (!entry->submission.readable) /* its form for approval says what is wrong with it */
        return DESK_BIT(APPROVE) | DESK_BIT(RETURN) | DESK_BIT(REFUSE);
    unsigned replacing = entry->twin.other_count > 0 ? DESK_BIT(REPLACE) : 0;
    return DESK_BIT(APPROVE) | DESK_BIT(APPROVE_BARE) | DESK_BIT(RETURN) | DESK_BIT(REFUSE) |
           DESK_BIT(CORRECT) | replacing;
}

static struct str received(const struct preview_tell *tell, const struct preview_entry *entry)
{
    struct stat facts;
    if (!entry->path || stat(entry->path, &facts) != 0)
        return (struct str){ 0 };
    return day_of(tell, facts.st_mtime);
}

/* ---- others like it ------------------------------------------------------------------------ */

/* In a text that was masked the runs would stand elsewhere: there are none then. */
static struct runs runs_copy(struct arena *arena, const struct runs *runs, bool is_masked)
{
    size_t count = is_masked ? 0 : runs->count;
    struct runs copy = { ARENA_ARRAY(arena, struct run, count + 1), count };
    for (size_t i = 0; i < count; i++)
        copy.at[i] = runs->at[i];
    return copy;
}

static void tell_differences(struct arena *arena, const struct differences *differences,
                             struct differences *ret_copy)
{
    *ret_copy = (struct differences){ 0 };
    for (size_t i = 0; i < differences->count; i++) {
        const struct difference *difference = &differences->at[i];
        struct str before = identity_code_mask(arena, difference->before);
        struct str after = identity_code_mask(arena, difference->after);
        bool is_masked =
            !str_equal(before, difference->before) || !str_equal(after, difference->after);
        *ARENA_PUSH(arena, ret_copy->at, ret_copy->count) = (struct difference){
            .label = str_copy(arena, difference->label),
            .before = str_copy(arena, before),
            .after = str_copy(arena, after),
            .gone = runs_copy(arena, &difference->gone, is_masked),
            .come = runs_copy(arena, &difference->come, is_masked),
            .element = str_copy(arena, difference->element),
        };
    }
}

static void tell_twin(const struct preview_tell *tell, const struct preview_twin *twin,
                      struct desk_item *item)
{
    struct arena *arena = tell->arena;
    item->twin = (struct desk_twin){
        .relation = twin->relation,
        .is_same = twin->is_same,
        .is_approved = twin->is_approved,
        .name = str_copy(arena, twin->name),
    };
    tell_differences(arena, &twin->differences, &item->twin.differences);
    item->others = ARENA_ARRAY(arena, struct desk_other, twin->other_count + 1);
    item->other_count = twin->other_count;
    for (size_t i = 0; i < twin->other_count; i++) {
        const struct desk_other *other = &twin->others[i];
        item->others[i] = *other;
        item->others[i].id = str_copy(arena, other->id);
        item->others[i].name = str_copy(arena, other->name);
        item->others[i].also = str_copy(arena, other->also);
    }
}

/* ---- all of it ----------------------------------------------------------------------------- */

static void tell_letters(const struct preview_tell *tell, struct desk_item *item)
{
    if (!tell->smallest)
        return;
    item->letter_px = tell->smallest->letter_size;
    item->letter_mm = item->letter_px * CAP_HEIGHT / display_px_per_mm(tell->judge->display);
    item->read_m = item->letter_mm * READ_FACTOR / MM_PER_M;
}

/* SHA-256 of the file, and behind a comma of its picture. */
static struct str seen_of(struct arena *arena, const struct submission *submission)
{
    struct hash hash = hash_of(submission->bytes);
    if (!submission->item.announcement.has_picture || submission->media_bytes == 0)
        return hash_str(arena, &hash);
    struct str medium = hash_str(arena, &submission->media_hash);
    return str_join(arena, str_join(arena, hash_str(arena, &hash), STR(",")), medium);
}

void preview_tell_item(const struct preview_tell *tell, struct preview_entry *entry,
                       struct desk_item *ret_item)
{
    struct submission *submission = &entry->submission;
    const struct announcement *announcement = &submission->item.announcement;
    struct desk_item item = {
        .file = str_copy(tell->arena, str_of(entry->path)),
        .folder = str_copy(tell->arena, str_of(entry->folder)),
        .state = state_of(tell, entry),
        .received = received(tell, entry),
        .is_readable = submission->readable,
        .fits = entry->kind == ENTRY_APPROVED && tell->reason == REASON_WITHDRAWN ? DESK_BIT(UNDO)
                                                                                  : fits(entry),
    };
    tell_findings(tell, &submission->report, &item);
    tell_missed(tell, &submission->report, &item);
    if (submission->readable) {
        item.id = str_copy(tell->arena, announcement->id);
        item.seen = seen_of(tell->arena, submission);
        item.title = identity_code_mask(tell->arena, announcement->title);
        item.organisations = names_of(tell, announcement);
        item.language = announcement->language;
        item.has_picture = announcement->has_picture;
        item.seconds = submission->item.seconds;
        tell_good(tell, entry, &item);
        tell_dates(tell, announcement, &item);
        tell_letters(tell, &item);
        tell_twin(tell, &entry->twin, &item);
    }
    *ret_item = item;
}
