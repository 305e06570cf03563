/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables grow from the two lists, so a code cannot be without its sentences. A finding keeps
 * its code and its arguments and is put into words only when somebody reads it: the same report
 * serves a test, the JSON and readers of three languages.
 */
#include "base/report.h"

#include "base/identity_code.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>

#define X(code_, id_, group_, severity_, overridable_, limit_, unit_, source_)                     \
    { .id = (id_),                                                                                 \
      .group = GROUP_##group_,                                                                     \
      .severity = SEVERITY_##severity_,                                                            \
      .overridable = (overridable_),                                                               \
      .limit = (limit_),                                                                           \
      .unit = (unit_),                                                                             \
      .source = (source_) },
static const struct rule_info rules[] = { RULE_LIST(X) };
#undef X

#define X(code_, rule_, severity_, message_, why_, fix_, example_)                                 \
    { .rule = RULE_##rule_,                                                                        \
      .severity = SEVERITY_##severity_,                                                            \
      .message = (message_),                                                                       \
      .why = (why_),                                                                               \
      .fix = (fix_),                                                                               \
      .example = (example_) },
static const struct finding_info findings[] = { FINDING_LIST(X) };
#undef X

/* How a row of FLOOR_LIST says whether a rule can be off: { may be off, is off }. */
#define SWITCH_KEPT false, false
#define SWITCH_ON true, false
#define SWITCH_OFF true, true
#define RANGE(least_, most_, may_be_off_, is_off_)                                                 \
    {                                                                                              \
        .least = (least_), .most = (most_), .may_be_off = (may_be_off_), .is_off = (is_off_)       \
    }
#define RANGE_OF(least_, most_, switches_) RANGE(least_, most_, switches_)

#define X(code_, least_, most_, switch_) [RULE_##code_] = RANGE_OF(least_, most_, SWITCH_##switch_),
static const struct rule_range ranges[RULE_COUNT] = { FLOOR_LIST(X) };
#undef X

static const char *const severity_names[] = {
    [SEVERITY_ADVISE] = "advise",
    [SEVERITY_ASK] = "ask",
    [SEVERITY_WARN] = "warn",
    [SEVERITY_BLOCK] = "block",
};

static const char *const group_names[] = {
    [GROUP_PLAIN_LANGUAGE] = "plain-language",
    [GROUP_TECHNICAL] = "technical",
    [GROUP_CONTENT] = "content",
    [GROUP_SAFETY] = "safety",
};

#define X(code_, text_) [LACK_##code_] = (text_),
static const char *const lacks[] = { [LACK_NONE] = "", LACK_LIST(X) };
#undef X

_Static_assert(ARRAY_LEN(rules) == RULE_COUNT, "every rule has its row");
_Static_assert(ARRAY_LEN(findings) == FINDING_COUNT, "every finding has its row");
_Static_assert(ARRAY_LEN(severity_names) == SEVERITY_BLOCK + 1, "every severity has its word");
_Static_assert(ARRAY_LEN(group_names) == GROUP_SAFETY + 1, "every group has its word");

const struct rule_info *rule_info(enum rule rule)
{
    assert((unsigned)rule < RULE_COUNT);
    return &rules[rule];
}

const struct finding_info *finding_info(enum finding_code code)
{
    assert((unsigned)code < FINDING_COUNT);
    return &findings[code];
}

const struct rule_range *rule_range(enum rule rule)
{
    assert((unsigned)rule < RULE_COUNT);
    return &ranges[rule];
}

/* What can be overridden by a person can be made a warning by a centre, but never less. */
enum severity rule_least_severity(enum rule rule)
{
    const struct rule_info *info = rule_info(rule);
    if (info->severity < SEVERITY_BLOCK)
        return SEVERITY_ADVISE;
    return info->overridable ? SEVERITY_WARN : SEVERITY_BLOCK;
}

bool rule_has_limit(enum rule rule)
{
    return rule_info(rule)->limit > 0 || rule_range(rule)->most > 0;
}

bool rule_find(struct str id, enum rule *ret_rule)
{
    for (size_t i = 0; i < ARRAY_LEN(rules); i++) {
        if (str_is(id, rules[i].id)) {
            *ret_rule = (enum rule)i;
            return true;
        }
    }
    return false;
}

const char *severity_name(enum severity severity)
{
    assert((unsigned)severity < ARRAY_LEN(severity_names));
    return severity_names[severity];
}

const char *rule_group_name(enum rule_group group)
{
    assert((unsigned)group < ARRAY_LEN(group_names));
    return group_names[group];
}

struct report report_new(struct arena *arena)
{
    return (struct report){ .arena = arena, .words = -1, .score = -1 };
}

/* The severity of a finding under the report's settings; the rule is told in report.h. */
static enum severity severity_in_force(const struct report *report, enum finding_code code)
{
    const struct finding_info *info = finding_info(code);
    const struct rule_info *rule = rule_info(info->rule);
    if (!report->settings || !rule->overridable || !report->settings[info->rule].has_severity)
        return info->severity;
    enum severity chosen = report->settings[info->rule].severity;
    if (info->severity >= rule->severity)
        return chosen;
    return info->severity < chosen ? info->severity : chosen;
}

bool report_is_off(const struct report *report, enum rule rule)
{
    const struct rule_setting *setting = report->settings ? &report->settings[rule] : NULL;
    if (setting && (setting->is_off || setting->has_severity))
        return setting->is_off;
    return rule_range(rule)->is_off;
}

enum severity report_severity(const struct report *report, enum rule rule)
{
    const struct rule_info *info = rule_info(rule);
    bool is_own = report->settings && info->overridable && report->settings[rule].has_severity;
    return is_own ? report->settings[rule].severity : info->severity;
}

struct finding *report_add(struct report *report, enum finding_code code, struct place where)
{
    bool is_off = report_is_off(report, finding_info(code)->rule);
    struct finding *finding = is_off ? ARENA_NEW(report->arena, struct finding)
                                     : ARENA_PUSH(report->arena, report->findings, report->count);
    finding->code = code;
    finding->severity = severity_in_force(report, code);
    finding->where = where;
    finding->where.file = str_copy(report->arena, where.file);
    finding->where.element = str_copy(report->arena, where.element);
    return finding;
}

void finding_arg(struct report *report, struct finding *finding, struct str value)
{
    assert(finding->arg_count < FINDING_ARGS_MAX);
    finding->args[finding->arg_count++] = identity_code_mask(report->arena, value);
}

void finding_number(struct report *report, struct finding *finding, long value)
{
    finding_arg(report, finding, str_format(report->arena, "%ld", value));
}

/* Masked before it is cut, because a span may hold a part of a code. */
void finding_span(struct report *report, struct finding *finding, struct str text, size_t from,
                  size_t bytes)
{
    finding->span_start = utf8_length(str_slice(text, 0, from));
    finding->span_length = utf8_length(str_slice(text, from, bytes));
    struct str masked = identity_code_mask(report->arena, text);
    size_t before = utf8_head(masked, finding->span_start).bytes;
    finding->span = utf8_head(str_slice(masked, before, masked.bytes), finding->span_length);
}

double report_limit(const struct report *report, enum rule rule)
{
    const struct rule_info *info = rule_info(rule);
    bool is_set = report->settings && report->settings[rule].has_limit;
    return is_set ? report->settings[rule].limit : info->limit;
}

bool report_has(const struct report *report, enum severity at_least)
{
    for (size_t i = 0; i < report->count; i++)
        if (report->findings[i].severity >= at_least)
            return true;
    return false;
}

bool report_has_code(const struct report *report, enum finding_code code)
{
    for (size_t i = 0; i < report->count; i++)
        if (report->findings[i].code == code)
            return true;
    return false;
}

bool report_is_final(const struct report *report)
{
    for (size_t i = 0; i < report->count; i++) {
        const struct finding *finding = &report->findings[i];
        const struct rule_info *rule = rule_info(finding_info(finding->code)->rule);
        if (finding->severity == SEVERITY_BLOCK && !rule->overridable)
            return true;
    }
    return false;
}

struct ranked {
    struct finding finding;
    size_t rank; /* the place before sorting: qsort alone does not keep equal ones in order */
};

static int order_of(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_ranked(const void *first, const void *second)
{
    const struct ranked *a = first, *b = second;
    const struct place *here = &a->finding.where, *there = &b->finding.where;
    int order = order_of(b->finding.severity, a->finding.severity);
    if (order == 0)
        order = str_compare(here->file, there->file);
    if (order == 0)
        order = order_of(here->line, there->line);
    if (order == 0)
        order = order_of(here->column, there->column);
    return order != 0 ? order : order_of(a->rank, b->rank);
}

void report_sort(struct report *report)
{
    if (report->count < 2)
        return;
    struct ranked *ranked = memory_new(report->count, sizeof *ranked);
    for (size_t i = 0; i < report->count; i++)
        ranked[i] = (struct ranked){ report->findings[i], i };
    qsort(ranked, report->count, sizeof *ranked, compare_ranked);
    for (size_t i = 0; i < report->count; i++)
        report->findings[i] = ranked[i].finding;
    free(ranked);
}

static struct str in_words(struct arena *arena, const struct finding *finding, const char *english)
{
    return i18n_fill(arena, _(english), finding->args, finding->arg_count);
}

struct str finding_message(struct arena *arena, const struct finding *finding)
{
    struct str message = in_words(arena, finding, finding_info(finding->code)->message);
    if (finding->more == 0)
        return message;
    struct str count = str_format(arena, "%zu", finding->more);
    struct str more = i18n_fill(arena, _("More places like this: {0}."), &count, 1);
    return str_format(arena, "%.*s (%.*s)", STR_ARG(message), STR_ARG(more));
}

struct str finding_why(struct arena *arena, const struct finding *finding)
{
    return in_words(arena, finding, finding_info(finding->code)->why);
}

struct str finding_fix(struct arena *arena, const struct finding *finding)
{
    return in_words(arena, finding, finding_info(finding->code)->fix);
}

struct str finding_example(struct arena *arena, const struct finding *finding)
{
    return in_words(arena, finding, finding_info(finding->code)->example);
}

void report_skip(struct report *report, enum rule rule, enum lack lack)
{
    report->skipped[rule] = (uint8_t)lack;
}

const char *lack_text(enum lack lack)
{
    assert((unsigned)lack < ARRAY_LEN(lacks));
    return lacks[lack][0] ? i18n_text(lacks[lack]) : "";
}
