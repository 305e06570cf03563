/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See desk_tally.h. "Undo" takes the last verdict on the same announcement back, so lines are
 * gathered first and counted at the end. How large an organisation is nobody tells the program; how
 * much it sends stands in for that, and the report says so.
 */
#include "record/desk_tally.h"

#include "base/name_index.h"
#include "model/audience.h"
#include "record/play_row.h"

#include <stdlib.h>

struct desk_work {
    struct arena *arena;
    const struct zone *zone;
    struct date from, to;
    struct verdict_row *rows;
    size_t row_count;
    struct name_index organisation_names, ground_names, id_names, id_of_names;
    int *days;
    size_t day_count;
    struct desk_tally tally;
};

struct desk_work *desk_begin(struct arena *arena, const struct zone *zone, struct date from,
                             struct date to)
{
    struct desk_work *work = ARENA_NEW(arena, struct desk_work);
    *work = (struct desk_work){ .arena = arena, .zone = zone, .from = from, .to = to };
    work->organisation_names = name_index_new(arena);
    work->ground_names = name_index_new(arena);
    work->id_names = name_index_new(arena);
    work->id_of_names = name_index_new(arena);
    return work;
}

/* Takes the last verdict on an announcement away. */
static void undo(struct desk_work *work, struct str id)
{
    for (size_t i = work->row_count; i-- > 0;) {
        if (!str_equal(work->rows[i].id, id))
            continue;
        size_t behind = work->row_count - i - 1;
        memmove(&work->rows[i], &work->rows[i + 1], behind * sizeof *work->rows);
        work->row_count--;
        return;
    }
}

void desk_add_record(struct desk_work *work, struct str bytes)
{
    struct str line;
    while (str_next(&bytes, '\n', &line)) {
        struct verdict_row row;
        if (str_trim(line).bytes == 0)
            continue;
        if (!verdict_row_read(line, work->zone, &row))
            work->tally.damaged++;
        else if (row.verdict == VERDICT_UNDO)
            undo(work, row.id);
        else
            *ARENA_PUSH(work->arena, work->rows, work->row_count) = row;
    }
}

/* ---- counting ------------------------------------------------------------------------------ */

static uint32_t audiences_of(struct str terms)
{
#define X(term, name) term,
    static const char *const known[] = { AUDIENCE_LIST(X) };
#undef X
    uint32_t bits = 0;
    struct str term;
    while (str_next(&terms, ' ', &term)) {
        for (size_t i = 0; i < ARRAY_LEN(known); i++)
            bits |= str_ends(term, known[i]) ? UINT32_C(1) << i : 0;
    }
    return bits;
}

static struct desk_organisation *organisation_of(struct desk_work *work, struct str name)
{
    struct desk_tally *tally = &work->tally;
    size_t number = name_index_put(&work->organisation_names, name);
    if (number == tally->organisation_count)
        ARENA_PUSH(work->arena, tally->organisations, tally->organisation_count)->name = name;
    return &tally->organisations[number];
}

static void count_organisation(struct desk_work *work, const struct verdict_row *row,
                               struct str name)
{
    struct desk_organisation *organisation = organisation_of(work, name);
    struct str key = str_format(work->arena, "%.*s\n%.*s", STR_ARG(name), STR_ARG(row->id));
    size_t before = work->id_of_names.count;
    name_index_put(&work->id_of_names, key);
    organisation->received += work->id_of_names.count > before;
    organisation->approved += row->verdict == VERDICT_APPROVE;
    organisation->returned += row->verdict == VERDICT_RETURN;
    organisation->refused += row->verdict == VERDICT_REFUSE;
    if (row->verdict == VERDICT_APPROVE)
        organisation->audiences |= audiences_of(row->audience);
}

static void count_ground(struct desk_work *work, const struct verdict_row *row)
{
    struct desk_tally *tally = &work->tally;
    bool has_ground = row->verdict == VERDICT_RETURN || row->verdict == VERDICT_REFUSE;
    if (!has_ground || row->reason.bytes == 0)
        return;
    size_t number = name_index_put(&work->ground_names, row->reason);
    if (number == tally->ground_count)
        ARENA_PUSH(work->arena, tally->grounds, tally->ground_count)->reason = row->reason;
    tally->grounds[number].count++;
}

/* Verdicts on what was just sent in; taking off and cancelling come later and answer nobody. */
static bool answers_a_sender(enum verdict verdict)
{
    return verdict == VERDICT_APPROVE || verdict == VERDICT_RETURN || verdict == VERDICT_REFUSE;
}

static void count_days(struct desk_work *work, const struct verdict_row *row)
{
    if (!answers_a_sender(row->verdict) || row->received.kind == STAMP_NONE)
        return;
    int64_t days = date_to_days(row->date) - date_to_days(row->received.civil.date);
    if (days >= 0 && days < INT32_MAX)
        *ARENA_PUSH(work->arena, work->days, work->day_count) = (int)days;
}

static void count_row(struct desk_work *work, const struct verdict_row *row)
{
    struct desk_tally *tally = &work->tally;
    struct str rest = row->organisations, name;
    tally->verdicts[row->verdict]++;
    if (!answers_a_sender(row->verdict))
        return;
    size_t before = work->id_names.count;
    name_index_put(&work->id_names, row->id);
    tally->received += work->id_names.count > before;
    count_days(work, row);
    count_ground(work, row);
    while (play_row_organisation(&rest, &name))
        count_organisation(work, row, name);
}

/* ---- the end ------------------------------------------------------------------------------- */

static int compare_numbers(const void *a, const void *b)
{
    const int *left = a, *right = b;
    return (*left > *right) - (*left < *right);
}

static int compare_grounds(const void *a, const void *b)
{
    const struct desk_ground *left = a, *right = b;
    int order = (left->count < right->count) - (left->count > right->count);
    return order ? order : str_compare(left->reason, right->reason);
}

static int compare_organisations(const void *a, const void *b)
{
    const struct desk_organisation *left = a, *right = b;
    return str_compare(left->name, right->name);
}

static void end_days(struct desk_work *work)
{
    struct desk_tally *tally = &work->tally;
    size_t count = work->day_count;
    tally->timed = count;
    if (count == 0)
        return;
    qsort(work->days, count, sizeof *work->days, compare_numbers);
    tally->days_most = work->days[count - 1];
    tally->days_median = (work->days[(count - 1) / 2] + work->days[count / 2]) / 2.0;
}

static void add_size(struct desk_tally *tally, const struct desk_organisation *organisation)
{
    enum sender_size size = organisation->received <= SENDER_FEW_MOST    ? SENDER_FEW
                            : organisation->received <= SENDER_SOME_MOST ? SENDER_SOME
                                                                         : SENDER_MANY;
    tally->sizes[size].organisations++;
    tally->sizes[size].received += organisation->received;
    tally->sizes[size].returned += organisation->returned;
}

struct desk_tally desk_end(struct desk_work *work)
{
    struct desk_tally *tally = &work->tally;
    for (size_t i = 0; i < work->row_count; i++) {
        const struct verdict_row *row = &work->rows[i];
        if (date_compare(row->date, work->from) >= 0 && date_compare(row->date, work->to) <= 0)
            count_row(work, row);
    }
    end_days(work);
    for (size_t i = 0; i < tally->organisation_count; i++)
        add_size(tally, &tally->organisations[i]);
    if (tally->ground_count > 1)
        qsort(tally->grounds, tally->ground_count, sizeof *tally->grounds, compare_grounds);
    if (tally->organisation_count > 1)
        qsort(tally->organisations, tally->organisation_count, sizeof *tally->organisations,
              compare_organisations);
    return *tally;
}
