/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See publish_together.h. Reports of their own: what was found before has been told before. */
#include "app/publish_together.h"

#include "app/commands.h"
#include "rules/rule_together.h"

void publish_warn_together(const struct approved_folder *folder)
{
    struct report *reports = ARENA_ARRAY(folder->arena, struct report, folder->count + 1);
    struct together *items = ARENA_ARRAY(folder->arena, struct together, folder->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < folder->count; i++) {
        const struct approved_item *item = &folder->items[i];
        if (item->state != APPROVED_FINE)
            continue;
        reports[count] = report_new(folder->arena);
        reports[count].settings = folder->profile->rules;
        items[count] = (struct together){ &item->announcement, &reports[count] };
        count++;
    }
    together_check(items, count, folder->zone, folder->now);
    for (size_t i = 0; i < count; i++)
        command_print_findings(&reports[i]);
}
