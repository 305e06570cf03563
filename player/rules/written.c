/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every rule reads the texts anew: they are short, and a rule stays a function of its input. */
#include "rules/written.h"

#define SCRATCH_BYTES_MAX (8u << 20) /* a text has SEARCH_BYTES_MAX, each some 12 bytes here */
/* No slide has so many dates, and nobody reads so many findings of one rule. */
#define FOUND_MAX 40

static const char written_elements[] =
    "title,summary,content,it:audience,it:cost,it:signup,it:where name,it:where extra";

static bool is_on_slide(const struct sender_text *text)
{
    struct str rest = str_of(written_elements), element;
    while (text->kind == SENDER_TEXT && str_next(&rest, ',', &element)) {
        if (str_is(element, text->element))
            return true;
    }
    return false;
}

static size_t at_most(size_t count)
{
    return count < FOUND_MAX ? count : FOUND_MAX;
}

static bool is_covered(const struct written *written, const struct written_phone *phone)
{
    for (size_t i = 0; i < written->date_count; i++) {
        if (phone->start < written->dates[i].end && phone->end > written->dates[i].start)
            return true;
    }
    for (size_t i = 0; i < written->time_count; i++) {
        if (phone->start < written->times[i].end && phone->end > written->times[i].start)
            return true;
    }
    return false;
}

static void find_all(struct arena *arena, struct written *written)
{
    size_t kept = 0;
    written->time_count = written_times(arena, &written->text, &written->times);
    struct date_context context = { .text = &written->text,
                                    .language = written->language,
                                    .from = written->from,
                                    .times = written->times,
                                    .time_count = written->time_count };
    written->date_count = written_dates(arena, &context, &written->dates);
    written->phone_count = written_phones(arena, &written->text, &written->phones);
    for (size_t i = 0; i < written->phone_count; i++) {
        if (!is_covered(written, &written->phones[i]))
            written->phones[kept++] = written->phones[i];
    }
    written->phone_count = at_most(kept);
    written->time_count = at_most(written->time_count);
    written->date_count = at_most(written->date_count);
}

static void check_text(const struct rule_input *input, const struct sender_text *text,
                       struct report *report, written_fn *check)
{
    struct arena *scratch = arena_new(SCRATCH_BYTES_MAX);
    struct written written = { .input = input,
                               .text = search_text_of(scratch, text),
                               .language = input->announcement->language,
                               .from = written_first_day(input) };
    find_all(scratch, &written);
    check(&written, report);
    arena_free(scratch);
}

void written_each(const struct rule_input *input, struct report *report, written_fn *check)
{
    size_t before = report->count;
    for (size_t i = 0; i < input->text_count && report->count - before < FOUND_MAX; i++) {
        if (is_on_slide(&input->texts[i]))
            check_text(input, &input->texts[i], report, check);
    }
}

struct finding *written_add(const struct written *written, size_t start, size_t end,
                            enum finding_code code, struct report *report)
{
    const size_t *bytes = written->text.bytes;
    return rule_add(written->input, &written->text.from, bytes[start], bytes[end] - bytes[start],
                    code, report);
}

struct str written_words(const struct written *written, size_t start, size_t end)
{
    return search_slice(&written->text, start, end);
}

struct date written_first_day(const struct rule_input *input)
{
    return zone_local(input->zone, announcement_show_start(input->announcement, input->zone)).date;
}

struct date written_last_day(const struct rule_input *input)
{
    return zone_local(input->zone, announcement_show_end(input->announcement, input->zone) - 1)
        .date;
}
