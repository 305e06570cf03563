/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See written_notice.h. */
#include "written_notice.h"

#include "square.h"

#include <stdlib.h>

#define NOTICE_BYTES_MAX (64u << 20)
#define NOW INT64_C(1795860000) /* 28.11.2026 */

int written_notice_open(void **state)
{
    struct written_notice *notice = memory_new(1, sizeof *notice);
    struct arena *arena = arena_new(NOTICE_BYTES_MAX);
    struct announcement *announcement = &notice->announcement;
    notice->arena = arena;
    profile_reference(arena, &notice->profile);
    notice->author.name = STR("Niemelän Kylätupa ry");
    notice->block.text = STR("Tule mukaan.");
    notice->contact = (struct contact){ .role = STR("ohjaaja"), .tel = STR("+358401234508") };
    announcement->language = LANGUAGE_FI;
    announcement->title = STR("Lue kirja kanssamme");
    announcement->link = STR("https://kylatupa.example.fi");
    announcement->authors = &notice->author;
    announcement->author_count = 1;
    announcement->blocks = &notice->block;
    announcement->block_count = 1;
    announcement->contacts = &notice->contact;
    announcement->contact_count = 1;
    announcement->venues = &notice->venue;
    announcement->venue_count = 1;
    *state = notice;
    return 0;
}

int written_notice_close(void **state)
{
    struct written_notice *notice = *state;
    arena_free(notice->arena);
    free(notice);
    return 0;
}

void written_check(struct written_notice *notice)
{
    struct measure measure = square_measure();
    struct rule_input input = {
        .announcement = &notice->announcement,
        .profile = &notice->profile,
        .zone = zone_open(notice->arena, NULL, STR("UTC")),
        .now = NOW,
        .measure = &measure,
        .language = notice->language,
    };
    notice->report = report_new(notice->arena);
    notice->report.settings = notice->profile.rules;
    rules_check(&input, &notice->report);
}

static const char *rule_of(const struct finding *finding)
{
    return rule_info(finding_info(finding->code)->rule)->id;
}

const struct finding *written_finding(const struct written_notice *notice, const char *rule)
{
    for (size_t i = 0; i < notice->report.count; i++)
        if (strcmp(rule_of(&notice->report.findings[i]), rule) == 0)
            return &notice->report.findings[i];
    return NULL;
}

#define X(code, id, ...) id,
static const char *const judged[] = { RULES_SAFETY(X) RULES_LINKS(X) };
#undef X

void written_expect_now(struct written_notice *notice, const char *what, const char *rule)
{
    written_check(notice);
    if (rule[0] != '\0' && !written_finding(notice, rule))
        fail_msg("%s: no finding of %s", what, rule);
    for (size_t i = 0; rule[0] == '\0' && i < ARRAY_LEN(judged); i++)
        if (written_finding(notice, judged[i]))
            fail_msg("%s: %s", what, judged[i]);
}

void written_expect(struct written_notice *notice, const char *text, const char *rule)
{
    notice->block.text = str_of(text);
    written_expect_now(notice, text, rule);
}
