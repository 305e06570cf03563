/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See digest.h. */
#include "output/digest.h"

static void push(struct arena *arena, struct findings *list, const struct finding *finding)
{
    *ARENA_PUSH(arena, list->at, list->count) = finding;
}

struct digest digest_of(struct arena *arena, struct checked_item *item)
{
    struct digest digest = { 0 };
    report_sort(&item->report);
    for (size_t i = 0; i < item->report.count; i++) {
        const struct finding *finding = &item->report.findings[i];
        if (finding->severity == SEVERITY_ASK)
            push(arena, &digest.questions, finding);
        else if (digest.first.count < DIGEST_FIRST)
            push(arena, &digest.first, finding);
        else
            push(arena, &digest.rest, finding);
    }
    digest.right_count = digest_right(arena, item, &digest.right);
    return digest;
}

struct str digest_verdict(struct arena *arena, const struct checked_item *item)
{
    size_t blocks = checked_findings(item, SEVERITY_BLOCK);
    size_t warnings = checked_findings(item, SEVERITY_WARN);
    size_t questions = checked_findings(item, SEVERITY_ASK);
    if (blocks > 0)
        return str_format(arena,
                          i18n_plural("The screen cannot show this yet. Mend %zu thing first.",
                                      "The screen cannot show this yet. Mend %zu things first.",
                                      blocks),
                          blocks);
    if (warnings > 0)
        return str_format(arena,
                          i18n_plural("Almost ready. Mend %zu thing, then send it.",
                                      "Almost ready. Mend %zu things, then send it.", warnings),
                          warnings);
    if (questions > 0)
        return str_of(_("Nothing to mend. Think about the questions, then send it."));
    if (item->report.count > 0)
        return str_of(_("Fine. You can send it. The hints make it better still."));
    return str_of(_("Fine. You can send it."));
}
