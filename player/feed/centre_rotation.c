/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the centre asks of the rotation. Shares of organisations are equal whatever stands here: the
 * centre can only say how far priority goes, what a party from outside may have at most, and how
 * the days before an event weigh.
 */
#include "feed/centre_parts.h"

/* Bounds of content-schema/centre.xsd. */
#define PRIORITY_MAX 2 /* high doubles, never more */
#define PERCENT_MAX 100
#define AGENDA_MINUTES_MAX 120
#define APPROACH_DAYS_MAX 3650

#define MINUTES_A_DAY 1440

static const char day_words[] = "mo tu we th fr sa su"; /* enum weekday */

static void read_approach(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct rotation_rules *rules = &centre->out->rotation;
    struct approach step;
    reader_check_attributes(reader, node, "days weight");
    if (!reader_number(reader, node, "days", 0, APPROACH_DAYS_MAX, &step.days) ||
        !reader_decimal(reader, node, "weight", APPROACH_WEIGHT_MIN, APPROACH_WEIGHT_MAX,
                        &step.weight))
        return;
    int count = rules->approach_count;
    bool is_in_order = count == 0 || rules->approaches[count - 1].days < step.days;
    if (count == APPROACH_COUNT_MAX || !is_in_order) {
        reader_say_value(reader, node, "days", reader_text(reader, node, "days"),
                         str_format(reader->arena, "1 … %d, 0 < 1 < 7 …", APPROACH_COUNT_MAX));
        return;
    }
    rules->approaches[rules->approach_count++] = step;
}

/* "14:00" */
static bool read_clock(struct reader *reader, const xmlNode *node, int *ret_minutes)
{
    struct str text;
    int hour, minute;
    if (!reader_need(reader, node, "from", &text))
        return false;
    bool is_sound = text.bytes == 5 && text.at[2] == ':' &&
                    str_to_number(str_slice(text, 0, 2), &hour) &&
                    str_to_number(str_slice(text, 3, 2), &minute) && hour < 24 && minute < 60;
    if (is_sound)
        *ret_minutes = hour * 60 + minute;
    else
        reader_say_value(reader, node, "from", text, STR("00:00 … 23:59"));
    return is_sound;
}

static void read_quarter(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct rotation_rules *rules = &centre->out->rotation;
    struct language_quarter quarter = { .language = LANGUAGE_FI };
    struct str tag;
    reader_check_attributes(reader, node, "lang from days");
    if (!reader_need(reader, node, "lang", &tag) || !read_clock(reader, node, &quarter.from))
        return;
    if (!language_of_tag(tag, &quarter.language, NULL)) {
        reader_say_value(reader, node, "lang", tag, STR("fi, sv, en …"));
        return;
    }
    unsigned bits = reader_bits(reader, node, "days", day_words);
    for (unsigned day = 0; day < WEEKDAY_COUNT; day++)
        quarter.days[day] = bits == 0 || ((bits >> day) & 1);
    *ARENA_PUSH(reader->arena, rules->quarters, rules->quarter_count) = quarter;
}

static void read_children(struct centre *centre, const xmlNode *node)
{
    struct rotation_rules *rules = &centre->out->rotation;
    const struct rotation_rules before = *rules;
    rules->approach_count = 0;
    for (const xmlNode *child = node_first(node); child; child = node_next(child)) {
        if (node_is(child, NS_INFOTAULU, "approach"))
            read_approach(centre, child);
        else if (node_is(child, NS_INFOTAULU, "language-quarter"))
            read_quarter(centre, child);
        else
            reader_say_unknown(&centre->reader, child, STR("approach, language-quarter"));
    }
    if (rules->approach_count > 0)
        return;
    memcpy(rules->approaches, before.approaches, sizeof before.approaches);
    rules->approach_count = before.approach_count;
}

void centre_rotation(struct centre *centre, const xmlNode *node)
{
    struct reader *reader = &centre->reader;
    struct rotation_rules *rules = &centre->out->rotation;
    double number;
    unsigned choice;
    int minutes;
    if (reader_decimal(reader, node, "priority-max", 1, PRIORITY_MAX, &number))
        rules->priority_max = number;
    if (reader_choice(reader, node, "priority", "within between", &choice))
        rules->priority_between = choice == 1;
    if (reader_decimal(reader, node, "outside-max", 1, PERCENT_MAX, &number))
        rules->outside_share = number / PERCENT_MAX;
    if (reader_number(reader, node, "agenda-min", 0, AGENDA_MINUTES_MAX, &minutes))
        rules->agenda_minutes = minutes;
    read_children(centre, node);
}
