/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a centre makes of the rules. It may be as strict as it likes, and milder down to the floor
 * of a rule: nobody reads a file or shows a notice that is unsafe because a profile says so.
 */
#include "feed/centre_parts.h"

#define LIMIT_MAX 1e9
#define FILE_BYTES_MAX 999999999 /* what a number may say; the floor lies lower */

static const char severity_words[] = "advise ask warn block"; /* enum severity */
static const char media_words[] = "image/png image/jpeg image/webp";

_Static_assert(SEVERITY_ADVISE == 0 && SEVERITY_BLOCK == 3, "severity_words names the values");

/* What a centre can ask for at most; the catalogue of rules, column "centre config". */
static const struct {
    enum rule rule;
    double most;
} floors[] = {
    { RULE_FILE_HEADER_FIRST, 8192 },
    { RULE_FILE_SIZE, 20 << 20 },
};

static void say_floor(struct reader *reader, const xmlNode *node, enum rule rule, struct str value)
{
    struct str args[] = { str_of(rule_info(rule)->id), value };
    reader_say(reader, FINDING_PROFILE_FLOOR, node, args, ARRAY_LEN(args));
}

static void set_limit(struct centre *centre, const xmlNode *node, enum rule rule, double limit)
{
    struct reader *reader = &centre->reader;
    for (size_t i = 0; i < ARRAY_LEN(floors); i++) {
        if (floors[i].rule != rule || limit <= floors[i].most)
            continue;
        say_floor(reader, node, rule, str_format(reader->arena, "%.10g", limit));
        limit = floors[i].most;
    }
    centre->out->rules[rule].has_limit = true;
    centre->out->rules[rule].limit = limit;
}

static void set_severity(struct centre *centre, const xmlNode *node, enum rule rule,
                         enum severity severity)
{
    if (!rule_info(rule)->overridable && severity < SEVERITY_BLOCK) {
        say_floor(&centre->reader, node, rule, str_of(severity_name(severity)));
        return;
    }
    centre->out->rules[rule].has_severity = true;
    centre->out->rules[rule].severity = severity;
}

void centre_rules_rule(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct str id;
    enum rule rule;
    double limit;
    unsigned severity;
    if (!reader_need(reader, node, "id", &id))
        return;
    if (!rule_find(id, &rule)) {
        reader_say(reader, FINDING_PROFILE_RULE, node, &id, 1);
        return;
    }
    if (reader_decimal(reader, node, "limit", 0, LIMIT_MAX, &limit))
        set_limit(centre, node, rule, limit);
    if (reader_choice(reader, node, "severity", severity_words, &severity))
        set_severity(centre, node, rule, (enum severity)severity);
}

void centre_rules_media(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    int bytes;
    (void)reader_bits(reader, node, "types", media_words);
    if (reader_number(reader, node, "bytes-max", 1, FILE_BYTES_MAX, &bytes))
        set_limit(centre, node, RULE_FILE_SIZE, bytes);
}
