/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See status.h. Flat JSON, written by hand: a library for eleven fields would be larger. */
#include "show/status.h"

#include "base/clock.h"
#include "base/identity_code.h"
#include "base/log.h"
#include "rotate/plan.h"

#include <inttypes.h>

#define LOG_MODULE "status"

#define JSON_BYTES_MAX (64u << 10)
#define ARENA_BYTES_MAX ((size_t)1 << 20)

struct status status_new(const char *folder)
{
    return (struct status){ .folder = folder };
}

static void add_text(struct text *json, const char *name, struct str value)
{
    text_format(json, "  \"%s\": \"", name);
    for (size_t i = 0; i < value.bytes; i++) {
        unsigned char byte = (unsigned char)value.at[i];
        if (byte < 0x20)
            text_format(json, "\\u%04x", byte);
        else if (byte == '"' || byte == '\\')
            text_format(json, "\\%c", byte);
        else
            text_add(json, str_slice(value, i, 1));
    }
    text_add_c(json, "\",\n");
}

/* An unknown moment is null, not a day in 1970. */
static void add_moment(struct text *json, const char *name, int64_t moment, const struct zone *zone)
{
    if (moment == 0 || moment == INT64_MAX)
        text_format(json, "  \"%s\": null,\n", name);
    else
        add_text(json, name, stamp_format(json->arena, moment, zone));
}

static void add_reasons(struct text *json, const struct status_facts *facts)
{
    const struct edition *edition = &facts->generation->edition;
    const struct timetable timetable = { edition, facts->generation->zone, facts->now,
                                         facts->clock_is_real };
    size_t counts[REASON_COUNT] = { 0 };
    for (size_t i = 0; i < edition->item_count; i++)
        counts[timetable_reason(&timetable, &edition->items[i])]++;
    text_add_c(json, "  \"reasons\": {");
    const char *before = "";
    for (size_t i = 0; i < REASON_COUNT; i++) {
        if (counts[i] == 0)
            continue;
        text_format(json, "%s\"%s\": %zu", before, reason_word((enum reason)i), counts[i]);
        before = ", ";
    }
    text_add_c(json, "}\n");
}

/* How long a round is, as it should be, and what one more announcement adds. */
static void add_round(struct text *json, const struct status_facts *facts)
{
    const struct edition *edition = &facts->generation->edition;
    const struct plan_round round =
        plan_round_of(edition, facts->generation->zone, facts->now, facts->clock_is_real);
    text_format(json, "  \"round_s\": %" PRId64 ",\n", round.seconds);
    text_format(json, "  \"round_wished_s\": %d,\n", edition->profile.round_minutes * 60);
    text_format(json, "  \"one_more_s\": %" PRId64 ",\n", round.one_more);
}

struct str status_json(struct arena *arena, const struct status_facts *facts)
{
    const struct edition *edition = &facts->generation->edition;
    const struct zone *zone = facts->generation->zone;
    struct text json = text_new(arena, JSON_BYTES_MAX);
    struct str title = STR("");
    bool is_stale = facts->clock_is_real && facts->now >= edition->valid_until;
    text_add_c(&json, "{\n");
    const struct slot slot = { .item = facts->item, .is_agenda = facts->is_agenda };
    add_text(&json, "presented_id", slot_id(&slot));
    if (facts->item)
        title = identity_code_mask(arena, facts->item->announcement.title);
    add_text(&json, "presented_title", title);
    add_moment(&json, "presented_at", facts->presented_at, zone);
    add_text(&json, "display", facts->generation->display.name);
    add_text(&json, "site", edition->site);
    add_moment(&json, "feed_updated", edition->updated, zone);
    add_moment(&json, "feed_accepted", edition->accepted, zone);
    add_moment(&json, "feed_valid_until", edition->valid_until, zone);
    if (facts->generation->is_reference)
        text_add_c(&json, "  \"feed_age_s\": null,\n");
    else
        text_format(&json, "  \"feed_age_s\": %" PRId64 ",\n", facts->now - edition->updated);
    text_format(&json, "  \"feed_is_stale\": %s,\n", is_stale ? "true" : "false");
    text_format(&json, "  \"clock_is_real\": %s,\n", facts->clock_is_real ? "true" : "false");
    text_format(&json, "  \"items\": %zu,\n", edition->item_count);
    add_round(&json, facts);
    add_reasons(&json, facts);
    text_add_c(&json, "}\n");
    return text_str(&json);
}

/* ---- metrics ------------------------------------------------------------------------------- */

static void add_metric(struct text *text, const char *name, const char *kind, const char *help)
{
    text_format(text, "# HELP infotaulu_%s %s\n# TYPE infotaulu_%s %s\n", name, help, name, kind);
}

static void add_value(struct text *text, const char *name, const char *kind, const char *help,
                      int64_t value)
{
    add_metric(text, name, kind, help);
    text_format(text, "infotaulu_%s %" PRId64 "\n", name, value);
}

static void add_items(struct text *text, const struct status_facts *facts)
{
    const struct edition *edition = &facts->generation->edition;
    size_t verdicts[SEVERITY_BLOCK + 1] = { 0 }, reasons[REASON_COUNT] = { 0 };
    for (size_t i = 0; i < edition->item_count; i++) {
        verdicts[edition->items[i].verdict]++;
        reasons[edition->items[i].refused]++;
    }
    add_metric(text, "items", "gauge", "Announcements of the edition by their worst finding.");
    for (unsigned i = 0; i <= SEVERITY_BLOCK; i++)
        text_format(text, "infotaulu_items{verdict=\"%s\"} %zu\n",
                    i == SEVERITY_ADVISE ? "pass" : severity_name((enum severity)i), verdicts[i]);
    add_metric(text, "items_refused", "gauge", "Announcements that may not be shown, by reason.");
    for (unsigned i = REASON_SHOWN + 1; i < REASON_COUNT; i++)
        text_format(text, "infotaulu_items_refused{reason=\"%s\"} %zu\n",
                    reason_word((enum reason)i), reasons[i]);
}

struct str status_metrics(struct arena *arena, const struct status_facts *facts)
{
    struct text text = text_new(arena, JSON_BYTES_MAX);
    int64_t age = facts->now - facts->generation->edition.updated;
    add_value(&text, "last_frame_timestamp_seconds", "gauge",
              "When the slide on the screen was presented.", facts->presented_at);
    if (!facts->generation->is_reference)
        add_value(&text, "feed_age_seconds", "gauge", "Since the feed was published.", age);
    add_items(&text, facts);
    add_value(&text, "fetch_errors_total", "counter", "Updates that failed.",
              (int64_t)facts->failed_updates);
    add_value(&text, "plays_total", "counter", "Slides shown.", (int64_t)facts->plays);
    return text_str(&text);
}

/* ---- files --------------------------------------------------------------------------------- */

static void write_file(struct status *status, struct arena *arena, const char *name,
                       struct str text)
{
    char *path = file_join(arena, status->folder, name);
    enum file_outcome outcome = file_write(path, text, 0644);
    if (outcome != FILE_OK && daily_is_due(&status->complaint))
        log_warning("%s %s", path, file_outcome_text(outcome));
}

void status_write(struct status *status, const struct status_facts *facts, bool is_last)
{
    int64_t now = clock_mono_ns();
    if (!is_last && status->written_at != 0 &&
        now - status->written_at < STATUS_SECONDS_LEAST * CLOCK_SECOND_NS)
        return;
    status->written_at = now;
    struct arena *arena = arena_new(ARENA_BYTES_MAX);
    write_file(status, arena, "status.json", status_json(arena, facts));
    write_file(status, arena, "metrics.prom", status_metrics(arena, facts));
    arena_free(arena);
}
