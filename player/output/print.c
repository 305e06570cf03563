/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See print.h. The lines of findings begin with the place as compilers write it, so that editors
 * and scripts find it; all else is indented or a sentence of its own.
 */
#include "output/print.h"

#include "base/identity_code.h"
#include "output/digest.h"

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

/* ---- one finding --------------------------------------------------------------------------- */

/* Select graphic rendition, as terminals know it: bold with red, yellow, blue, cyan. */
#define COLOUR_END "\033[0m"
#define COLOUR_BOLD "\033[1m"
#define COLOUR_DIM "\033[2m"

static const char *const colours[] = {
    [SEVERITY_ADVISE] = "\033[1;36m",
    [SEVERITY_ASK] = "\033[1;34m",
    [SEVERITY_WARN] = "\033[1;33m",
    [SEVERITY_BLOCK] = "\033[1;31m",
};

struct printer {
    FILE *to;
    struct arena *arena; /* for one item */
    bool colour;
};

static const char *code(const struct printer *printer, const char *sequence)
{
    return printer->colour ? sequence : "";
}

static void put_place(const struct printer *printer, const struct place *place)
{
    if (place->file.bytes > 0)
        fprintf(printer->to, "%.*s:", STR_ARG(place->file));
    if (place->line > 0)
        fprintf(printer->to, "%u:%u:", place->line, place->column);
    if (place->file.bytes > 0 || place->line > 0)
        fputc(' ', printer->to);
}

static void put_line(const struct printer *printer, const struct finding *finding)
{
    const struct rule_info *rule = rule_info(finding_info(finding->code)->rule);
    put_place(printer, &finding->where);
    fprintf(printer->to, "%s%s:%s %.*s %s[%s]%s\n", code(printer, colours[finding->severity]),
            print_severity(finding->severity), code(printer, COLOUR_END),
            STR_ARG(finding_message(printer->arena, finding)), code(printer, COLOUR_DIM), rule->id,
            code(printer, COLOUR_END));
}

static void put_more(const struct printer *printer, const char *label, struct str text)
{
    if (text.bytes > 0)
        fprintf(printer->to, "    %s%.*s\n", label, STR_ARG(text));
}

static void put_finding(const struct printer *printer, const struct finding *finding)
{
    put_line(printer, finding);
    put_more(printer, "", finding_why(printer->arena, finding));
    put_more(printer, "→ ", finding_fix(printer->arena, finding));
    put_more(printer, "  ", finding_example(printer->arena, finding));
}

void print_finding(FILE *to, const struct finding *finding)
{
    struct printer printer = { .to = to, .arena = arena_new(PRINT_BYTES_MAX) };
    put_finding(&printer, finding);
    arena_free(printer.arena);
}

void print_report(FILE *to, struct report *report)
{
    report_sort(report);
    for (size_t i = 0; i < report->count; i++)
        print_finding(to, &report->findings[i]);
}

/* ---- all of them --------------------------------------------------------------------------- */

static void put_head(const struct printer *printer, const struct checked_item *item)
{
    struct str title = identity_code_mask(printer->arena, item->item.announcement.title);
    fprintf(printer->to, "%s%.*s", code(printer, COLOUR_BOLD), STR_ARG(item->file));
    if (title.bytes > 0)
        fprintf(printer->to, ": %.*s", STR_ARG(title));
    fprintf(printer->to, "%s\n%.*s\n", code(printer, COLOUR_END),
            STR_ARG(digest_verdict(printer->arena, item)));
}

static void put_rest(const struct printer *printer, const struct findings *rest)
{
    if (rest->count == 0)
        return;
    fprintf(printer->to,
            i18n_plural("and %zu more finding:\n", "and %zu more findings:\n", rest->count),
            rest->count);
    for (size_t i = 0; i < rest->count; i++)
        put_line(printer, rest->at[i]);
}

static void put_questions(const struct printer *printer, const struct findings *questions)
{
    if (questions->count > 0)
        fprintf(printer->to, "%s\n", _("Only you know the answer:"));
    for (size_t i = 0; i < questions->count; i++)
        put_finding(printer, questions->at[i]);
}

static void put_right(const struct printer *printer, const struct digest *digest)
{
    for (size_t i = 0; i < digest->right_count; i++)
        fprintf(printer->to, i == 0 ? _("In order: %s") : ", %s", digest->right[i]);
    if (digest->right_count > 0)
        fputs(".\n", printer->to);
}

static void put_item(FILE *to, struct checked_item *item, bool colour)
{
    struct printer printer = { to, arena_new(16 * PRINT_BYTES_MAX), colour };
    struct digest digest = digest_of(printer.arena, item);
    put_head(&printer, item);
    for (size_t i = 0; i < digest.first.count; i++)
        put_finding(&printer, digest.first.at[i]);
    put_rest(&printer, &digest.rest);
    put_questions(&printer, &digest.questions);
    put_right(&printer, &digest);
    fputc('\n', to);
    arena_free(printer.arena);
}

static void put_lacks(FILE *to, const struct checked *checked)
{
    const char *lacks[LACK_COUNT];
    size_t count = checked_lacks(checked, lacks);
    for (size_t i = 0; i < count; i++)
        fprintf(to, "%s.\n", lacks[i]);
}

bool print_checked(FILE *to, struct checked *checked, bool colour)
{
    for (size_t i = 0; i < checked->count; i++)
        put_item(to, &checked->items[i], colour);
    put_lacks(to, checked);
    size_t pass = checked_count(checked, "pass"), ask = checked_count(checked, "ask");
    size_t warn = checked_count(checked, "warn"), block = checked_count(checked, "block");
    fprintf(to, i18n_plural("%zu announcement: ", "%zu announcements: ", checked->count),
            checked->count);
    fprintf(to, _("%zu fine, %zu with a question, %zu to mend, %zu stopped\n"), pass, ask, warn,
            block);
    return !ferror(to);
}
