/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See theme.h. */
#include "rules/theme.h"

#include "rules/contrast.h"

#include <math.h>
#include <stddef.h>

/* What stands on what; the words are those of the profile. X(letters, ground, are they facts?) */
static const struct {
    const char *letters, *ground;
    size_t letters_at, ground_at;
    bool is_fact;
} pairs[] = {
#define PAIR(letters_, ground_, is_fact_)                                                          \
    {                                                                                              \
#letters_, #ground_, offsetof(struct theme, letters_), offsetof(struct theme, ground_),    \
            is_fact_                                                                               \
    }
    PAIR(ink, ground, true), PAIR(title, ground, false), PAIR(accent, ground, false),
    PAIR(ink, tint, true),   PAIR(title, tint, false),
};

static struct colour colour_at(const struct theme *theme, size_t at)
{
    struct colour colour;
    memcpy(&colour, (const char *)theme + at, sizeof colour);
    return colour;
}

static double limit_of(const struct profile *profile, enum rule rule)
{
    const struct rule_setting *setting = &profile->rules[rule];
    return setting->has_limit ? setting->limit : rule_info(rule)->limit;
}

/* Two colours that are hard to tell apart. */
struct faint {
    size_t pair;
    double ratio, limit;
};

static void add(struct report *report, enum finding_code code, struct place place,
                const char *theme, const struct faint *faint)
{
    struct finding *finding = report_add(report, code, place);
    finding_arg(report, finding, str_of(theme));
    finding_arg(report, finding,
                str_format(report->arena, "%s / %s", pairs[faint->pair].letters,
                           pairs[faint->pair].ground));
    finding->found = str_format(report->arena, "%.2f", floor(faint->ratio * 100) / 100);
    finding->limit = str_format(report->arena, "%.10g", faint->limit);
    finding_arg(report, finding, finding->found);
    finding_arg(report, finding, finding->limit);
}

static bool check(const struct profile *profile, const struct theme *theme, const char *name,
                  struct place place, struct report *report)
{
    double least = limit_of(profile, RULE_CONTRAST_TEXT);
    double facts = limit_of(profile, RULE_CONTRAST_ENHANCED);
    bool is_readable = true;
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
        struct colour letters = colour_at(theme, pairs[i].letters_at);
        struct colour ground = colour_at(theme, pairs[i].ground_at);
        double ratio = contrast_ratio(letters, ground);
        if (ratio < least)
            add(report, FINDING_THEME_FAINT, place, name, &(struct faint){ i, ratio, least });
        else if (pairs[i].is_fact && ratio < facts)
            add(report, FINDING_THEME_WEAK, place, name, &(struct faint){ i, ratio, facts });
        is_readable = is_readable && ratio >= least;
    }
    return is_readable;
}

struct theme_verdict theme_check(const struct profile *profile, struct place place,
                                 struct report *report)
{
    place.element = STR("theme");
    return (struct theme_verdict){
        .light = check(profile, &profile->light, "light", place, report),
        .dark = check(profile, &profile->dark, "dark", place, report),
    };
}
