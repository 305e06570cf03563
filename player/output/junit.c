/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See junit.h. Nobody owns this form; what is written here is what its common readers agree on:
 * testsuites, testsuite, testcase with failure or skipped, and system-out.
 */
#include "output/junit.h"

#include "base/identity_code.h"
#include "base/utf8.h"
#include "output/print.h"

#define SUITE_BYTES_MAX (16u << 20)

/* XML 1.0: what is no Char is left out. */
static bool is_char(uint32_t point)
{
    return point == '\t' || point == '\n' || point == '\r' ||
           (point >= 0x20 && point != 0xFFFE && point != 0xFFFF);
}

static void put_text(FILE *to, struct str text)
{
    char bytes[4];
    uint32_t point;
    while (utf8_next(&text, &point)) {
        if (point == '&' || point == '<' || point == '>' || point == '"')
            fprintf(to, "&#%u;", (unsigned)point);
        else if (is_char(point))
            fwrite(bytes, 1, utf8_put(point, bytes), to);
    }
}

static void put_attribute(FILE *to, const char *name, struct str value)
{
    fprintf(to, " %s=\"", name);
    put_text(to, value);
    fputc('"', to);
}

static enum rule rule_of(const struct finding *finding)
{
    return finding_info(finding->code)->rule;
}

struct suite {
    FILE *to;
    struct arena *arena;
    const struct checked_item *item;
    enum severity fails; /* the mildest severity that fails a case */
    struct str class_name;
};

static bool is_about(const struct suite *suite, size_t index, enum rule rule)
{
    return rule_of(&suite->item->report.findings[index]) == rule;
}

/* The worst finding of a rule, or NULL; the report is sorted. */
static const struct finding *worst_of(const struct suite *suite, enum rule rule)
{
    for (size_t i = 0; i < suite->item->report.count; i++)
        if (is_about(suite, i, rule))
            return &suite->item->report.findings[i];
    return NULL;
}

/* Rules that looked at nothing, because there was no announcement, are no cases. */
static bool is_case(const struct suite *suite, enum rule rule)
{
    return suite->item->readable || worst_of(suite, rule) ||
           suite->item->report.skipped[rule] != LACK_NONE;
}

static bool fails(const struct suite *suite, enum rule rule)
{
    const struct finding *worst = worst_of(suite, rule);
    return worst && worst->severity != SEVERITY_ASK && worst->severity >= suite->fails;
}

/* All findings of a rule, a line each: place, severity, what, and how to mend it. */
static void put_findings(const struct suite *suite, enum rule rule)
{
    for (size_t i = 0; i < suite->item->report.count; i++) {
        const struct finding *finding = &suite->item->report.findings[i];
        if (!is_about(suite, i, rule))
            continue;
        put_text(suite->to, str_format(suite->arena, "%.*s:%u:%u: %s: %.*s %.*s\n",
                                       STR_ARG(finding->where.file), finding->where.line,
                                       finding->where.column, print_severity(finding->severity),
                                       STR_ARG(finding_message(suite->arena, finding)),
                                       STR_ARG(finding_fix(suite->arena, finding))));
    }
}

static void put_failure(const struct suite *suite, enum rule rule)
{
    const struct finding *worst = worst_of(suite, rule);
    fputs("<failure", suite->to);
    put_attribute(suite->to, "type", str_of(severity_name(worst->severity)));
    put_attribute(suite->to, "message", finding_message(suite->arena, worst));
    fputs(">", suite->to);
    put_findings(suite, rule);
    fputs("</failure>", suite->to);
}

static void put_case(const struct suite *suite, enum rule rule)
{
    enum lack lack = (enum lack)suite->item->report.skipped[rule];
    fputs("  <testcase", suite->to);
    put_attribute(suite->to, "classname", suite->class_name);
    put_attribute(suite->to, "name", str_of(rule_info(rule)->id));
    fputs(" time=\"0\"", suite->to);
    if (!worst_of(suite, rule) && lack == LACK_NONE) {
        fputs("/>\n", suite->to);
        return;
    }
    fputc('>', suite->to);
    if (fails(suite, rule)) {
        put_failure(suite, rule);
    } else if (worst_of(suite, rule)) {
        fputs("<system-out>", suite->to);
        put_findings(suite, rule);
        fputs("</system-out>", suite->to);
    } else {
        fputs("<skipped", suite->to);
        put_attribute(suite->to, "message", str_of(lack_text(lack)));
        fputs("/>", suite->to);
    }
    fputs("</testcase>\n", suite->to);
}

struct counts {
    size_t cases, failures, skipped;
};

static struct counts count_cases(const struct suite *suite)
{
    struct counts counts = { 0 };
    for (unsigned i = 0; i < RULE_COUNT; i++) {
        enum rule rule = (enum rule)i;
        counts.cases += is_case(suite, rule);
        counts.failures += fails(suite, rule);
        counts.skipped += !worst_of(suite, rule) && suite->item->report.skipped[rule] != LACK_NONE;
    }
    return counts;
}

static struct suite suite_of(FILE *to, struct arena *arena, const struct checked *checked,
                             struct checked_item *item)
{
    report_sort(&item->report);
    return (struct suite){ .to = to,
                           .arena = arena,
                           .item = item,
                           .fails = checked->strict ? SEVERITY_WARN : SEVERITY_BLOCK,
                           .class_name = item->file };
}

static void put_counts(FILE *to, struct counts counts)
{
    fprintf(to, " tests=\"%zu\" failures=\"%zu\" errors=\"0\" skipped=\"%zu\" time=\"0\"",
            counts.cases, counts.failures, counts.skipped);
}

static void put_suite(FILE *to, const struct checked *checked, struct checked_item *item)
{
    struct arena *arena = arena_new(SUITE_BYTES_MAX);
    struct suite suite = suite_of(to, arena, checked, item);
    struct str title = identity_code_mask(arena, item->item.announcement.title);
    fputs(" <testsuite", to);
    put_attribute(to, "name", title.bytes > 0 ? title : item->file);
    put_counts(to, count_cases(&suite));
    fputs(">\n", to);
    for (unsigned rule = 0; rule < RULE_COUNT; rule++)
        if (is_case(&suite, (enum rule)rule))
            put_case(&suite, (enum rule)rule);
    fputs(" </testsuite>\n", to);
    arena_free(arena);
}

bool junit_checked(FILE *to, struct checked *checked)
{
    struct counts all = { 0 };
    for (size_t i = 0; i < checked->count; i++) {
        struct suite suite = suite_of(to, checked->arena, checked, &checked->items[i]);
        struct counts counts = count_cases(&suite);
        all.cases += counts.cases;
        all.failures += counts.failures;
        all.skipped += counts.skipped;
    }
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"infotaulu check\"", to);
    put_counts(to, all);
    fputs(">\n", to);
    for (size_t i = 0; i < checked->count; i++)
        put_suite(to, checked, &checked->items[i]);
    fputs("</testsuites>\n", to);
    return !ferror(to);
}
