/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Warnings of authorities beside the announcements. They are nobody's submission: no approver signs
 * them one by one. What approves them is the profile, which the root key signs, and which names one
 * address and one municipality; so the address should be https. Whatever fails here leaves the
 * announcements as they are, and the warnings of the last edition as long as they hold.
 */
#include "app/update.h"
#include "app/warning.h"
#include "base/file.h"
#include "feed/read_cap.h"

#define LOG_MODULE "warnings"
#include "base/log.h"

#define WARNINGS_MAX 20 /* of one municipality at a time there are two or three */

struct warning_work {
    struct update *update;
    const struct warning_source *source;
    struct report report; /* what is wrong with a warning is the log's, not the sender's */
    struct cap_alert alerts[CAP_RSS_ITEMS_MAX];
    size_t alert_count;
};

/* ---- getting ------------------------------------------------------------------------------- */

/* One file of any address: the folder is a source of its own. */
static bool get(struct warning_work *work, struct str url, size_t bytes_max, struct str *ret_bytes)
{
    struct arena *arena = work->update->arena;
    struct str name = file_name_of(url);
    const char *why = "";
    const char *folder = str_c(arena, str_slice(url, 0, url.bytes - name.bytes));
    struct source *source = source_open(folder, work->update->options->fetch, &why);
    struct fetch_response response = { .outcome = FETCH_REFUSED, .why = str_of(why) };
    const struct fetch_request request = { .path = name, .bytes_max = bytes_max };
    if (source)
        source_get(source, arena, &request, &response);
    source_close(source);
    if (response.outcome == FETCH_OK) {
        *ret_bytes = response.body;
        return true;
    }
    log_warning("%.*s %s", STR_ARG(url), fetch_outcome_text(response.outcome));
    return false;
}

/* What the list names, read; a warning that cannot be had is passed over, the others count. */
static bool get_all(struct warning_work *work)
{
    struct arena *arena = work->update->arena;
    struct str bytes, *links;
    size_t count;
    if (!get(work, work->source->url, CAP_RSS_BYTES_MAX, &bytes))
        return false;
    if (!cap_read_rss(arena, bytes, work->source->url, &work->report, &links, &count)) {
        log_warning("%.*s is no list of warnings", STR_ARG(work->source->url));
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct cap_alert *alert = &work->alerts[work->alert_count];
        if (!get(work, links[i], CAP_BYTES_MAX, &bytes))
            continue;
        if (cap_read(arena, bytes, links[i], &work->report, alert))
            work->alert_count++;
        else
            log_warning("%.*s is no warning for the public", STR_ARG(links[i]));
    }
    return true;
}

/* ---- taking them up ------------------------------------------------------------------------ */

static void add(struct update *update, const struct item *item)
{
    /* The array has no room behind its end: it was made for the feed. */
    struct update_item *items =
        ARENA_ARRAY(update->arena, struct update_item, update->item_count + 1);
    for (size_t i = 0; i < update->item_count; i++)
        items[i] = update->items[i];
    items[update->item_count] =
        (struct update_item){ .item = *item, .report = report_new(update->arena) };
    update->items = items;
    update->item_count++;
}

/* An authority's words are not judged by the rules for senders; every rule is let pass. */
static struct str all_rules(struct arena *arena)
{
    struct text ids = text_new(arena, 64u << 10);
    for (unsigned rule = 0; rule < RULE_COUNT; rule++)
        text_format(&ids, "%s%s", rule ? "," : "", rule_info((enum rule)rule)->id);
    return text_str(&ids);
}

static void take_alert(struct warning_work *work, const struct cap_alert *alert, struct str all)
{
    struct update *update = work->update;
    for (size_t i = 0; i < alert->info_count; i++) {
        const struct cap_info *info = &alert->infos[i];
        if (!warning_is_wanted(work->source, info))
            continue;
        struct item item = warning_item(update->arena, alert, info);
        add(update, &item);
        update->items[update->item_count - 1].overrides = all;
    }
}

static void take_up(struct warning_work *work)
{
    struct update *update = work->update;
    size_t before = update->item_count;
    struct str all = all_rules(update->arena);
    size_t count = cap_in_force(work->alerts, work->alert_count, update->zone, update->now);
    for (size_t i = 0; i < count && update->item_count - before < WARNINGS_MAX; i++)
        take_alert(work, &work->alerts[i], all);
}

/* Nobody answers: a warning of this morning is better than none, until it ends by itself. */
static void keep_former(struct update *update)
{
    struct str all = all_rules(update->arena);
    for (size_t i = 0; update->has_previous && i < update->previous.item_count; i++) {
        const struct item *item = &update->previous.items[i];
        if (!warning_is(item) ||
            announcement_show_end(&item->announcement, update->zone) <= update->now)
            continue;
        add(update, item);
        update->items[update->item_count - 1].overrides = all;
    }
}

bool update_warnings(struct update *update)
{
    struct warning_work *work = ARENA_NEW(update->arena, struct warning_work);
    *work = (struct warning_work){ .update = update,
                                   .source = &update->profile.warnings,
                                   .report = report_new(update->arena) };
    if (work->source->url.bytes == 0)
        return true;
    if (update->source && update->options->fetch && get_all(work))
        take_up(work);
    else
        keep_former(update);
    return true;
}
