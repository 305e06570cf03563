/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a centre makes of the rules. It may be as strict as a rule can be kept, and milder down to
 * the rule's floor (base/rule_floor.h): nobody reads a file or shows a notice that is unsafe
 * because a profile says so. What lies beyond becomes the floor, and the finding names it.
 */
#include "feed/centre_parts.h"

#define LIMIT_MAX 1e9
#define FILE_BYTES_MAX 999999999 /* what a number may say; the floor lies lower */

/* enum severity, and one more: no findings at all. */
static const char severity_words[] = "advise ask warn block off";
enum { SEVERITY_WORD_OFF = SEVERITY_BLOCK + 1 };
static const char media_words[] = "image/png image/jpeg image/webp";

_Static_assert(SEVERITY_ADVISE == 0 && SEVERITY_BLOCK == 3, "severity_words names the values");

static void say_floor(struct reader *reader, const xmlNode *node, enum rule rule, struct str asked,
                      struct str used, struct str allowed)
{
    struct str args[] = { str_of(rule_info(rule)->id), asked, used, allowed };
    reader_say(reader, FINDING_PROFILE_FLOOR, node, args, ARRAY_LEN(args));
}

static struct str number(struct arena *arena, double value)
{
    return str_format(arena, "%.10g", value);
}

static double within(struct centre *centre, const xmlNode *node, enum rule rule, double limit)
{
    struct arena *arena = centre->reader.arena;
    const struct rule_range *range = rule_range(rule);
    if (range->most <= 0 || (limit >= range->least && limit <= range->most))
        return limit;
    double used = limit < range->least ? range->least : range->most;
    struct str allowed =
        str_format(arena, "%.10g–%.10g %s", range->least, range->most, rule_info(rule)->unit);
    say_floor(&centre->reader, node, rule, number(arena, limit), number(arena, used),
              str_trim(allowed));
    return used;
}

static void set_limit(struct centre *centre, const xmlNode *node, enum rule rule, double limit)
{
    struct rule_setting *setting = &centre->out->rules[rule];
    if (!rule_has_limit(rule)) {
        struct str id = str_of(rule_info(rule)->id);
        reader_say(&centre->reader, FINDING_PROFILE_NO_LIMIT, node, &id, 1);
        return;
    }
    setting->has_limit = true;
    setting->limit = within(centre, node, rule, limit);
}

/* "block, warn": what may stand in the attribute. */
static struct str allowed_words(struct arena *arena, enum rule rule)
{
    struct text text = text_new(arena, sizeof severity_words * 2);
    for (int i = SEVERITY_BLOCK; i >= (int)rule_least_severity(rule); i--)
        text_format(&text, "%s%s", i < SEVERITY_BLOCK ? ", " : "", severity_name((enum severity)i));
    if (rule_range(rule)->may_be_off)
        text_add(&text, STR(", off"));
    return text_str(&text);
}

/* `word`: the place of the severity in severity_words. */
static void set_severity(struct centre *centre, const xmlNode *node, enum rule rule, unsigned word)
{
    struct reader *reader = &centre->reader;
    struct rule_setting *setting = &centre->out->rules[rule];
    enum severity least = rule_least_severity(rule), severity = (enum severity)word;
    bool is_off = word == SEVERITY_WORD_OFF;
    if (is_off && rule_range(rule)->may_be_off) {
        setting->is_off = true;
        return;
    }
    if (is_off || severity < least) {
        struct str asked = is_off ? STR("off") : str_of(severity_name(severity));
        say_floor(reader, node, rule, asked, str_of(severity_name(least)),
                  allowed_words(reader->arena, rule));
        severity = least;
    }
    setting->has_severity = true;
    setting->severity = severity;
}

void centre_rules_rule(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct str id;
    enum rule rule;
    double limit;
    unsigned word;
    if (!reader_need(reader, node, "id", &id))
        return;
    if (!rule_find(id, &rule)) {
        reader_say(reader, FINDING_PROFILE_RULE, node, &id, 1);
        return;
    }
    if (reader_decimal(reader, node, "limit", 0, LIMIT_MAX, &limit))
        set_limit(centre, node, rule, limit);
    if (reader_choice(reader, node, "severity", severity_words, &word))
        set_severity(centre, node, rule, word);
}

void centre_rules_media(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    int bytes;
    (void)reader_bits(reader, node, "types", media_words);
    if (reader_number(reader, node, "bytes-max", 1, FILE_BYTES_MAX, &bytes))
        set_limit(centre, node, RULE_FILE_SIZE, bytes);
}
