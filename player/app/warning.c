/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See warning.h. */
#include "app/warning.h"

#include "base/utf8.h"

#define TEXT_CHARACTERS 300 /* more is nobody's reading before a door; the address has the rest */

static const enum cap_severity levels[] = {
    [WARNING_MODERATE] = CAP_MODERATE,
    [WARNING_SEVERE] = CAP_SEVERE,
    [WARNING_EXTREME] = CAP_EXTREME,
};

bool warning_is(const struct item *item)
{
    return str_starts(item->announcement.id, WARNING_ID_PREFIX);
}

bool warning_is_wanted(const struct warning_source *source, const struct cap_info *info)
{
    return info->severity >= levels[source->least] && cap_is_for(info, source->area);
}

/* Cut behind a sentence where there is one, so that nothing is told by half. */
static struct str shorten(struct str text)
{
    struct str head = utf8_head(text, TEXT_CHARACTERS);
    if (head.bytes == text.bytes)
        return text;
    for (size_t i = head.bytes; i > 1; i--) {
        if (head.at[i - 1] == '.')
            return str_slice(head, 0, i);
    }
    return head;
}

static void add_paragraph(struct arena *arena, struct announcement *announcement, struct str text)
{
    text = shorten(str_trim(text));
    if (text.bytes > 0)
        *ARENA_PUSH(arena, announcement->blocks, announcement->block_count) =
            (struct block){ .kind = BLOCK_PARAGRAPH, .text = text };
}

static void add_time(struct arena *arena, struct announcement *announcement,
                     const struct cap_info *info)
{
    *ARENA_PUSH(arena, announcement->whens, announcement->when_count) =
        (struct when){ .start = info->onset, .end = info->expires, .repeat = { .interval = 1 } };
}

struct item warning_item(struct arena *arena, const struct cap_alert *alert,
                         const struct cap_info *info)
{
    struct announcement announcement = {
        .id = str_format(arena, WARNING_ID_PREFIX "%.*s:%s", STR_ARG(alert->identifier),
                         language_tag(info->language)),
        .group = str_format(arena, WARNING_ID_PREFIX "%.*s", STR_ARG(alert->identifier)),
        .language_tag = str_of(language_tag(info->language)),
        .language = info->language,
        .title = info->headline.bytes ? info->headline : info->event,
        .updated = alert->sent,
        .published = alert->sent,
        .kind = info->severity == CAP_EXTREME ? KIND_ALERT : KIND_NOTICE,
        .link = info->web,
        .show = { .from = alert->sent, .until = info->expires, .priority = PRIORITY_NORMAL },
    };
    *ARENA_PUSH(arena, announcement.authors, announcement.author_count) =
        (struct organisation){ .name = info->sender.bytes ? info->sender : info->event };
    add_paragraph(arena, &announcement, info->description);
    add_paragraph(arena, &announcement, info->instruction);
    add_time(arena, &announcement, info);
    return (struct item){
        .announcement = announcement,
        .approved_by = info->sender,
        .approved_at = str_copy(arena, (struct str){ "", 0 }),
    };
}
