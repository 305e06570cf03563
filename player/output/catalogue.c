/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See catalogue.h. */
#include "output/catalogue.h"

#include "output/print.h"

#include <jansson.h>

#define SENTENCE_BYTES_MAX 4096
#define TEXTS_BYTES_MAX (16u << 20)

/* The bytes of a place for an argument, "{0}" or "{0,}", at the front; 0 for other text. */
static size_t gap_bytes(struct str text)
{
    static const size_t lengths[] = { sizeof "{0}" - 1, sizeof "{0,}" - 1 };
    for (size_t i = 0; i < ARRAY_LEN(lengths); i++)
        if (text.bytes >= lengths[i] && text.at[0] == '{' && text.at[lengths[i] - 1] == '}')
            return lengths[i];
    return 0;
}

struct str catalogue_sentence(struct arena *arena, const char *english)
{
    struct str sentence = english[0] ? str_of(_(english)) : (struct str){ 0 };
    struct text plain = text_new(arena, SENTENCE_BYTES_MAX);
    while (sentence.bytes > 0) {
        size_t bytes = gap_bytes(sentence);
        text_add(&plain, bytes > 0 ? STR("…") : str_slice(sentence, 0, 1));
        sentence = str_slice(sentence, bytes > 0 ? bytes : 1, sentence.bytes);
    }
    return text_str(&plain);
}

static struct report settings_of(const struct profile *profile)
{
    return (struct report){ .settings = profile->rules };
}

/* ---- text ---------------------------------------------------------------------------------- */

/* "4.5 (4.5–7) : 1"; nothing where a rule has no number. */
static void put_limit(FILE *to, const struct report *report, enum rule rule)
{
    const struct rule_range *range = rule_range(rule);
    if (!rule_has_limit(rule))
        return;
    fprintf(to, " %.10g", report_limit(report, rule));
    if (range->most > 0)
        fprintf(to, _(" (from %.10g to %.10g)"), range->least, range->most);
    fprintf(to, " %s", rule_info(rule)->unit);
}

/* What a profile can make of it at the mildest. */
static const char *floor_word(enum rule rule)
{
    return rule_range(rule)->may_be_off ? _("off") : print_severity(rule_least_severity(rule));
}

static void put_rule(FILE *to, const struct report *report, enum rule rule)
{
    const struct rule_info *info = rule_info(rule);
    const char *severity =
        report_is_off(report, rule) ? _("off") : print_severity(report_severity(report, rule));
    fprintf(to, "%-22s %-11s %-14s", info->id, severity, rule_group_name(info->group));
    put_limit(to, report, rule);
    fprintf(to, _("  at least: %s"), floor_word(rule));
    fprintf(to, "  [%s]%s\n", info->source,
            info->overridable ? "" : _(" – nobody can override it"));
}

static void put_sentence(FILE *to, struct arena *arena, const char *sign, const char *english)
{
    struct str sentence = catalogue_sentence(arena, english);
    if (sentence.bytes > 0)
        fprintf(to, "    %s%.*s\n", sign, STR_ARG(sentence));
}

static void put_texts(FILE *to, struct arena *arena, enum rule rule)
{
    for (unsigned code = 0; code < FINDING_COUNT; code++) {
        const struct finding_info *info = finding_info((enum finding_code)code);
        if (info->rule != rule)
            continue;
        put_sentence(to, arena, "", info->message);
        put_sentence(to, arena, "  ", info->why);
        put_sentence(to, arena, "  → ", info->fix);
        put_sentence(to, arena, "    ", info->example);
    }
}

bool catalogue_text(FILE *to, const struct profile *profile)
{
    struct arena *arena = arena_new(TEXTS_BYTES_MAX);
    struct report report = settings_of(profile);
    for (unsigned rule = 0; rule < RULE_COUNT; rule++) {
        put_rule(to, &report, (enum rule)rule);
        put_texts(to, arena, (enum rule)rule);
    }
    arena_free(arena);
    return !ferror(to);
}

/* ---- JSON ---------------------------------------------------------------------------------- */

static json_t *number_json(double value, bool is_there)
{
    return is_there ? json_real(value) : json_null();
}

static json_t *floor_json(enum rule rule)
{
    const struct rule_range *range = rule_range(rule);
    bool may_be_off = range->may_be_off, has_range = range->most > 0;
    const char *severity = may_be_off ? "off" : severity_name(rule_least_severity(rule));
    return json_pack("{s:s, s:o, s:o}", "severity", severity, "least",
                     number_json(range->least, has_range), "most",
                     number_json(range->most, has_range));
}

static json_t *sentence_json(struct arena *arena, const char *english)
{
    struct str sentence = catalogue_sentence(arena, english);
    return json_stringn_nocheck(sentence.bytes ? sentence.at : "", sentence.bytes);
}

static json_t *texts_json(struct arena *arena, enum rule rule)
{
    json_t *texts = json_array();
    for (unsigned code = 0; code < FINDING_COUNT; code++) {
        const struct finding_info *info = finding_info((enum finding_code)code);
        if (info->rule != rule)
            continue;
        json_t *text = json_object();
        json_object_set_new(text, "severity", json_string(severity_name(info->severity)));
        json_object_set_new(text, "what", sentence_json(arena, info->message));
        json_object_set_new(text, "why", sentence_json(arena, info->why));
        json_object_set_new(text, "fix", sentence_json(arena, info->fix));
        json_object_set_new(text, "example", sentence_json(arena, info->example));
        json_array_append_new(texts, text);
    }
    return texts;
}

static json_t *rule_json(struct arena *arena, const struct report *report, enum rule rule)
{
    const struct rule_info *info = rule_info(rule);
    const char *severity =
        report_is_off(report, rule) ? "off" : severity_name(report_severity(report, rule));
    json_t *object = json_object();
    json_object_set_new(object, "rule", json_string(info->id));
    json_object_set_new(object, "group", json_string(rule_group_name(info->group)));
    json_object_set_new(object, "severity", json_string(severity));
    json_object_set_new(object, "overridable", json_boolean(info->overridable));
    json_object_set_new(object, "limit",
                        number_json(report_limit(report, rule), rule_has_limit(rule)));
    json_object_set_new(object, "unit", json_string(info->unit));
    json_object_set_new(object, "floor", floor_json(rule));
    json_object_set_new(object, "source", json_string(info->source));
    json_object_set_new(object, "texts", texts_json(arena, rule));
    return object;
}

bool catalogue_json(FILE *to, const struct profile *profile)
{
    struct arena *arena = arena_new(TEXTS_BYTES_MAX);
    struct report report = settings_of(profile);
    json_t *rules = json_array();
    for (unsigned rule = 0; rule < RULE_COUNT; rule++)
        json_array_append_new(rules, rule_json(arena, &report, (enum rule)rule));
    bool done = json_dumpf(rules, to, JSON_INDENT(1)) == 0 && fputc('\n', to) != EOF;
    json_decref(rules);
    arena_free(arena);
    return done;
}
