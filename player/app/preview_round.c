/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See preview_round.h. */
#include "app/preview_round.h"

#include "app/submission.h"
#include "base/file.h"
#include "feed/read_entry.h"
#include "rotate/plan.h"

#define APPROVED_BYTES_MAX (256u << 20) /* the texts of 10,000 announcements */
#define SCRATCH_BYTES_MAX (64u << 20)   /* one announcement with its picture */
#define TURNS_BYTES_MAX (256u << 20)
#define SECONDS_HOUR 3600
#define HOURS_PLAYED 2 /* for "so many times an hour" */
/* Playing hours in the head for each of a great many would take longer than anybody looks. */
#define PLAYED_MAX 100

struct preview_round {
    struct arena *arena;  /* of what is approved; NULL: nothing has been read yet */
    const char *folder;   /* of what is approved; NULL: no inbox is beside it */
    const char *approved; /* the same, when it was there at the last reading */
    struct str *paths;
    size_t path_count, done;
    struct item *items; /* fit to be shown */
    size_t item_count;
    const struct display *judged_for;
};

struct preview_round *preview_round_new(struct arena *arena, const char *approved)
{
    struct preview_round *round = ARENA_NEW(arena, struct preview_round);
    round->folder = approved ? str_c(arena, str_of(approved)) : NULL;
    preview_round_renew(round);
    return round;
}

void preview_round_renew(struct preview_round *round)
{
    round->judged_for = NULL;
    round->approved = round->folder && file_is_folder(round->folder) ? round->folder : NULL;
}

void preview_round_free(struct preview_round *round)
{
    if (round)
        arena_free(round->arena);
}

/* ---- what is on the screens ---------------------------------------------------------------- */

static void start(struct preview_round *round, const struct judge *judge)
{
    arena_free(round->arena);
    round->arena = arena_new(APPROVED_BYTES_MAX);
    round->items = NULL;
    round->item_count = round->done = 0;
    round->judged_for = judge->display;
    if (!submission_paths(round->arena, round->approved, &round->paths, &round->path_count))
        round->path_count = 0;
}

/*
 * Judged without a look into the picture: somebody has approved it already. What judging needs, the
 * whole file of the picture among it, goes at once; of the announcement the text stays.
 */
static void judge_next(struct preview_round *round, const struct judge *judge)
{
    struct submission submission;
    struct judge quick = *judge;
    struct arena *scratch = arena_new(SCRATCH_BYTES_MAX);
    quick.sight = NULL;
    submission_read(scratch, &quick, str_c(round->arena, round->paths[round->done++]), &submission);
    submission_free(&submission);
    if (submission.readable) {
        struct report ignored = report_new(round->arena);
        struct item *item = ARENA_PUSH(round->arena, round->items, round->item_count);
        *item = submission.item;
        item->refused = REASON_SHOWN;
        /* It was read a moment ago, so it can be read again. */
        (void)!entry_read(round->arena, submission.bytes, str_copy(round->arena, submission.file),
                          &ignored, &item->announcement);
    }
    arena_free(scratch);
}

/* ---- the round ----------------------------------------------------------------------------- */

struct counting {
    const struct judge *judge;
    struct desk_turns *turns;
    struct edition edition; /* on the screens, and room for one more */
    const struct edition *desk;
    bool is_desk; /* the desk's own announcements are on the screens */
    double seconds;
};

static void count_round(struct counting *counting)
{
    const struct judge *judge = counting->judge;
    struct desk_turns *turns = counting->turns;
    struct slot *slots;
    size_t count =
        rotation_round(&counting->edition, judge->zone, judge->now, true, turns->arena, &slots);
    turns->slots = ARENA_ARRAY(turns->arena, struct desk_slot, count + 1);
    for (size_t i = 0; i < count; i++) {
        counting->seconds += slots[i].seconds;
        if (!counting->is_desk || !slots[i].item)
            continue;
        turns->slots[turns->slot_count++] = (struct desk_slot){
            .item = (size_t)(slots[i].item - counting->edition.items),
            .page = slots[i].page,
            .seconds = slots[i].seconds,
        };
    }
}

/* How often an item comes in the next hours. */
static double times_per_hour(const struct counting *counting, const struct item *item)
{
    const struct judge *judge = counting->judge;
    struct arena *arena = arena_new(TURNS_BYTES_MAX);
    struct rotation *rotation = rotation_new(&counting->edition, judge->zone);
    struct plan plan;
    size_t times = 0;
    plan_make(rotation, &counting->edition, judge->zone, judge->now,
              judge->now + HOURS_PLAYED * SECONDS_HOUR, arena, &plan);
    for (size_t i = 0; i < plan.slot_count; i++)
        times += plan.slots[i].slot.item == item && plan.slots[i].slot.page == 0;
    rotation_free(rotation);
    arena_free(arena);
    return (double)times / HOURS_PLAYED;
}

static bool takes_part(const struct counting *counting, size_t item)
{
    for (size_t i = 0; i < counting->turns->slot_count; i++)
        if (counting->turns->slots[i].item == item)
            return true;
    return false;
}

static void count_item(struct counting *counting, size_t index)
{
    const struct item *item = &counting->desk->items[index];
    struct desk_round *round = &counting->turns->rounds[index];
    double own = (double)item->seconds * item->pages;
    bool is_alone = counting->is_desk && counting->desk->item_count == 1;
    if (item->pages == 0 || is_alone) /* one announcement by itself has no round */
        return;
    bool is_there = counting->is_desk && takes_part(counting, index);
    *round = (struct desk_round){
        .is_known = true,
        .before_s = counting->seconds - (is_there ? own : 0),
        .after_s = counting->seconds + (is_there ? 0 : own),
    };
    if (counting->desk->item_count > PLAYED_MAX)
        return;
    if (counting->is_desk) {
        round->times_per_hour =
            is_there ? times_per_hour(counting, &counting->edition.items[index]) : 0;
        return;
    }
    struct item *guest = &counting->edition.items[counting->edition.item_count++];
    *guest = *item;
    guest->refused = REASON_SHOWN;
    round->times_per_hour = times_per_hour(counting, guest);
    counting->edition.item_count--;
}

/* What waits for a verdict is in no round yet: the rotation of the desk shows one after another. */
static void show_one_by_one(const struct edition *desk, struct desk_turns *turns)
{
    turns->slots = ARENA_ARRAY(turns->arena, struct desk_slot, desk->item_count + 1);
    for (size_t i = 0; i < desk->item_count; i++)
        if (desk->items[i].pages > 0)
            turns->slots[turns->slot_count++] =
                (struct desk_slot){ .item = i, .seconds = desk->items[i].seconds };
}

static void count_all(const struct preview_round *round, const struct judge *judge,
                      const struct edition *desk, struct desk_turns *turns)
{
    struct counting counting = { .judge = judge, .turns = turns, .desk = desk };
    counting.is_desk = !round->approved;
    counting.edition = *desk;
    size_t there = counting.is_desk ? desk->item_count : round->item_count;
    const struct item *items = counting.is_desk ? desk->items : round->items;
    counting.edition.items = ARENA_ARRAY(turns->arena, struct item, there + 1);
    for (size_t i = 0; i < there; i++)
        counting.edition.items[i] = items[i];
    counting.edition.item_count = there;
    turns->rounds = ARENA_ARRAY(turns->arena, struct desk_round, desk->item_count + 1);
    turns->round_count = desk->item_count;
    count_round(&counting);
    for (size_t i = 0; i < desk->item_count; i++)
        count_item(&counting, i);
    if (!counting.is_desk)
        show_one_by_one(desk, turns);
}

bool preview_round_step(struct preview_round *round, const struct judge *judge,
                        const struct edition *edition, bool *ret_more, struct desk_turns *ret_turns)
{
    struct desk_turns turns = { .arena = NULL };
    *ret_more = false;
    if (round->approved) {
        if (!round->arena || round->judged_for != judge->display)
            start(round, judge);
        if (round->done < round->path_count) {
            judge_next(round, judge);
            *ret_more = true;
            return false;
        }
    }
    turns.arena = arena_new(TURNS_BYTES_MAX);
    count_all(round, judge, edition, &turns);
    *ret_turns = turns;
    return true;
}
