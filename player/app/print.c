/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See print.h. */
#include "app/print.h"

#include "app/commands.h"

#define PRINT_BYTES_MAX (1u << 20)

const char *print_severity(enum severity severity)
{
    switch (severity) {
    case SEVERITY_BLOCK:
        return _("stops");
    case SEVERITY_WARN:
        return _("to mend");
    case SEVERITY_ASK:
        return _("question");
    case SEVERITY_ADVISE:
        break;
    }
    return _("hint");
}

static void print_place(FILE *to, const struct place *place)
{
    if (place->file.bytes > 0)
        fprintf(to, "%.*s:", STR_ARG(place->file));
    if (place->line > 0)
        fprintf(to, "%u:%u:", place->line, place->column);
    if (place->file.bytes > 0 || place->line > 0)
        fputc(' ', to);
}

static void print_more(FILE *to, const char *label, struct str text)
{
    if (text.bytes > 0)
        fprintf(to, "    %s%.*s\n", label, STR_ARG(text));
}

void print_finding(FILE *to, const struct finding *finding)
{
    struct arena *arena = arena_new(PRINT_BYTES_MAX);
    const struct rule_info *rule = rule_info(finding_info(finding->code)->rule);
    print_place(to, &finding->where);
    fprintf(to, "%s: %.*s [%s]\n", print_severity(finding->severity),
            STR_ARG(finding_message(arena, finding)), rule->id);
    print_more(to, "", finding_why(arena, finding));
    print_more(to, "→ ", finding_fix(arena, finding));
    print_more(to, "  ", finding_example(arena, finding));
    arena_free(arena);
}

void print_report(FILE *to, struct report *report)
{
    report_sort(report);
    for (size_t i = 0; i < report->count; i++)
        print_finding(to, &report->findings[i]);
}

void command_print_findings(struct report *report)
{
    print_report(stderr, report);
}
