/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `check --format json`, by jansson. */
#include "output/json.h"

#include "base/identity_code.h"

#include <jansson.h>
#include <math.h>

static json_t *text(struct str value)
{
    return json_stringn_nocheck(value.bytes ? value.at : "", value.bytes);
}

/* What the sender wrote; findings have masked their texts already. */
static json_t *sent_text(const struct checked *checked, struct str value)
{
    return text(identity_code_mask(checked->arena, value));
}

static json_t *text_or_null(struct str value)
{
    return value.bytes ? text(value) : json_null();
}

static json_t *span_of(const struct finding *finding)
{
    if (finding->span.bytes == 0)
        return json_null();
    return json_pack("{s:o,s:i,s:i}", "text", text(finding->span), "start",
                     (int)finding->span_start, "length", (int)finding->span_length);
}

static json_t *finding_json(struct arena *arena, const struct finding *finding)
{
    const struct rule_info *rule = rule_info(finding_info(finding->code)->rule);
    json_t *object = json_object();
    json_object_set_new(object, "rule", json_string(rule->id));
    json_object_set_new(object, "group", json_string(rule_group_name(rule->group)));
    json_object_set_new(object, "severity", json_string(severity_name(finding->severity)));
    json_object_set_new(object, "file", text(finding->where.file));
    json_object_set_new(object, "line", json_integer(finding->where.line));
    json_object_set_new(object, "column", json_integer(finding->where.column));
    json_object_set_new(object, "element", text(finding->where.element));
    json_object_set_new(object, "span", span_of(finding));
    json_object_set_new(object, "message", text(finding_message(arena, finding)));
    json_object_set_new(object, "why", text(finding_why(arena, finding)));
    json_object_set_new(object, "fix", text(finding_fix(arena, finding)));
    json_object_set_new(object, "example", text(finding_example(arena, finding)));
    json_object_set_new(object, "found", text_or_null(finding->found));
    json_object_set_new(object, "limit", text_or_null(finding->limit));
    json_object_set_new(object, "unit", json_string(rule->unit));
    json_object_set_new(object, "source", json_string(rule->source));
    return object;
}

static json_t *next_dates(const struct checked *checked, const struct announcement *announcement)
{
    struct occurrence dates[CHECKED_DATES_MAX];
    json_t *array = json_array();
    size_t count = checked_dates(checked, announcement, dates);
    for (size_t i = 0; i < count; i++)
        json_array_append_new(array,
                              text(stamp_format(checked->arena, dates[i].start, checked->zone)));
    return array;
}

/* With one decimal; null where the text was not measured. */
static json_t *score_of(const struct report *report)
{
    return report->score < 0 ? json_null() : json_real(round(report->score * 10) / 10);
}

static json_t *item_json(const struct checked *checked, struct checked_item *item)
{
    const struct announcement *announcement = &item->item.announcement;
    json_t *findings = json_array(), *object = json_object();
    report_sort(&item->report);
    for (size_t i = 0; i < item->report.count; i++)
        json_array_append_new(findings, finding_json(checked->arena, &item->report.findings[i]));
    json_object_set_new(object, "id", sent_text(checked, announcement->id));
    json_object_set_new(object, "file", text(item->file));
    json_object_set_new(object, "title", sent_text(checked, announcement->title));
    json_object_set_new(object, "lang", sent_text(checked, announcement->language_tag));
    json_object_set_new(object, "verdict", json_string(checked_verdict(item)));
    json_object_set_new(object, "words", json_integer(checked_words(item)));
    json_object_set_new(object, "score", score_of(&item->report));
    json_object_set_new(object, "duration_s", json_integer(item->item.seconds));
    json_object_set_new(object, "next", next_dates(checked, announcement));
    json_object_set_new(object, "findings", findings);
    return object;
}

/* Rules that could not run somewhere, and why. */
static json_t *skipped_json(const struct checked *checked)
{
    json_t *array = json_array();
    for (unsigned rule = 0; rule < RULE_COUNT; rule++) {
        enum lack lack = checked_lack(checked, (enum rule)rule);
        if (lack != LACK_NONE)
            json_array_append_new(array,
                                  json_pack("{s:s,s:s}", "rule", rule_info((enum rule)rule)->id,
                                            "reason", lack_text(lack)));
    }
    return array;
}

bool json_checked(FILE *to, struct checked *checked)
{
    static const char *const verdicts[] = { "pass", "ask", "warn", "block" };
    json_t *items = json_array(), *summary = json_object(), *root = json_object();
    for (size_t i = 0; i < checked->count; i++)
        json_array_append_new(items, item_json(checked, &checked->items[i]));
    for (size_t i = 0; i < ARRAY_LEN(verdicts); i++)
        json_object_set_new(summary, verdicts[i],
                            json_integer((json_int_t)checked_count(checked, verdicts[i])));
    enum language first =
        checked->profile->language_count ? checked->profile->languages[0] : LANGUAGE_FI;
    json_object_set_new(root, "version", json_integer(1));
    json_object_set_new(root, "centre", text(profile_name(checked->profile, first)));
    json_object_set_new(root, "items", items);
    json_object_set_new(root, "summary", summary);
    json_object_set_new(root, "skipped", skipped_json(checked));
    bool done = json_dumpf(root, to, JSON_INDENT(1) | JSON_REAL_PRECISION(6)) == 0 &&
                fputc('\n', to) != EOF;
    json_decref(root);
    return done;
}
