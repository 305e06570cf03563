/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See made.h. */
#include "made.h"

#include "calendar/zone.h"

#include <assert.h>
#include <string.h>

#define BYTES_MAX (16u << 20)
#define SLIDE_WIDTH 192
#define SLIDE_HEIGHT 108
#define TEXT(literal)                                                                              \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

static void carry_out(struct verdict_port *port, struct arena *arena,
                      const struct verdict_order *order, struct verdict_answer *ret_answer)
{
    struct made_port *made = (struct made_port *)port;
    made->last = *order;
    *ret_answer = (struct verdict_answer){
        .id = str_copy(arena, order->replaces),
        .done = !made->fails,
        .message = STR("valmis"),
        .letter = order->letter_only || made->writes_letters ? STR("Hei!\nKorjaa päivä.")
                                                             : (struct str){ 0 },
        .state = order->letter_only ? (struct str){ 0 } : STR("hyväksytty"),
    };
}

static const struct verdict_port_ops port_ops = { carry_out };

static const struct desk_display displays[] = {
    { TEXT("aula"), 1920, 1080, 43, 3 },
    { TEXT("kaytava"), 1080, 1920, 55, 3 },
};

static const enum language languages[] = { LANGUAGE_FI, LANGUAGE_SV, LANGUAGE_AR };

struct made made_start(size_t count, bool is_kiosk)
{
    struct made made = { .arena = arena_new(BYTES_MAX) };
    struct desk_known *known = ARENA_ARRAY(made.arena, struct desk_known, count + 1);
    for (size_t i = 0; i < count; i++)
        known[i] = (struct desk_known){
            .name = str_format(made.arena, "ilmoitus-%zu.xml", i + 1),
            .title = str_format(made.arena, "Tule sururyhmään %zu", i + 1),
            .group = str_format(made.arena, "urn:x:%zu", i / 2),
            .language = i % 2 == 0 ? LANGUAGE_FI : LANGUAGE_SV,
        };
    struct desk_centre *centre = ARENA_NEW(made.arena, struct desk_centre);
    *centre = (struct desk_centre){
        .name = STR("Niemelän sote-keskus"),
        .language = LANGUAGE_FI,
        .displays = displays,
        .display_count = ARRAY_LEN(displays),
        .languages = languages,
        .language_count = ARRAY_LEN(languages),
        .zone = zone_open(made.arena, NULL, STR("Europe/Helsinki")),
    };
    struct made_port *port = ARENA_NEW(made.arena, struct made_port);
    port->port = (struct verdict_port){
        .ops = &port_ops,
        .can = (1u << DESK_COUNT) - 1,
        .has_key = true,
    };
    made.centre = centre;
    made.desk = desk_new(centre, &port->port, known, count, MADE_NOW, is_kiosk);
    made.port = *port;
    return made;
}

void made_end(struct made *made)
{
    desk_free(made->desk);
    arena_free(made->arena);
}

static struct pixels ground(int width, int height, uint32_t colour)
{
    struct pixels pixels;
    bool done = pixels_new(width, height, &pixels);
    assert(done);
    (void)done;
    for (int i = 0; i < width * height; i++)
        pixels.at[i] = colour;
    return pixels;
}

/* Worst first, as judging sorts them. */
static struct desk_finding finding_of(struct arena *arena, size_t number, size_t count)
{
    static const struct desk_finding kinds[] = {
        { .severity = SEVERITY_BLOCK,
          .message = TEXT("24.12.2026 on torstai, ei tiistai."),
          .why = TEXT("Väärä päivä vie ihmiset turhaan paikalle."),
          .fix = TEXT("Korjaa päivä tai viikonpäivä."),
          .example = TEXT("torstaina 24.12.2026"),
          .rule = TEXT("weekday-agrees") },
        { .severity = SEVERITY_WARN,
          .message = TEXT("Puhelinnumero on oudosti kirjoitettu."),
          .fix = TEXT("Kirjoita numero näin: 040 123 4567."),
          .rule = TEXT("phone-format") },
        { .severity = SEVERITY_ASK,
          .message = TEXT("Kuka vastaa puhelimeen?"),
          .fix = TEXT("Kerro tehtävä."),
          .rule = TEXT("private-contact") },
        { .severity = SEVERITY_ADVISE,
          .message = TEXT("Otsikko voi olla lyhyempi."),
          .rule = TEXT("title-length") },
    };
    size_t kind = count <= ARRAY_LEN(kinds) ? number : number * ARRAY_LEN(kinds) / count;
    struct desk_finding finding = kinds[kind];
    finding.marks = ARENA_ARRAY(arena, struct box, 1);
    finding.marks[0] = (struct box){ 20, 50, 100, 10 };
    finding.mark_count = 1;
    return finding;
}

static struct runs one_run(struct arena *arena, size_t start, size_t bytes)
{
    struct runs runs = { ARENA_ARRAY(arena, struct run, 1), 1 };
    runs.at[0] = (struct run){ start, bytes };
    return runs;
}

static void add_twin(struct arena *arena, struct desk_item *item)
{
    struct differences *differences = &item->twin.differences;
    item->twin = (struct desk_twin){
        .relation = RELATION_ALIKE,
        .is_approved = true,
        .name = STR("Nro 12, Tule sururyhmään"),
    };
    *ARENA_PUSH(arena, differences->at, differences->count) = (struct difference){
        .label = STR("Milloin"),
        .before = STR("ti 24.11. klo 17–18.30"),
        .after = STR("to 26.11. klo 17–18.30"),
        .gone = one_run(arena, 0, strlen("ti 24.11.")),
        .come = one_run(arena, 0, strlen("to 26.11.")),
        .element = STR("it:when"),
    };
    *ARENA_PUSH(arena, differences->at, differences->count) = (struct difference){
        .label = STR("Hinta"), .after = STR("Ei maksa mitään"), .come = one_run(arena, 0, 17)
    };
    item->twin.own_marks = ARENA_ARRAY(arena, struct box, 1);
    item->twin.own_marks[0] = (struct box){ 20, 50, 100, 10 };
    item->twin.own_mark_count = 1;
    item->twin.marks = item->twin.own_marks;
    item->twin.mark_count = 1;
    item->others = ARENA_ARRAY(arena, struct desk_other, 2);
    item->other_count = 2;
    item->others[0] = (struct desk_other){ STR("urn:x:old"), 12,
                                           STR("Nro 12, Tule sururyhmään · Niemelän Tuki ry"),
                                           STR("svenska"), true };
    item->others[1] = (struct desk_other){
        STR("urn:x:other"), 7, STR("Nro 7, Tule kahville · Esimerkki ry"), { NULL, 0 }, false
    };
}

struct desk_look *made_look(struct made *made, size_t row, size_t findings)
{
    struct desk_look *look = memory_new(1, sizeof *look);
    struct arena *arena = arena_new(BYTES_MAX);
    look->arena = arena;
    look->slide = ground(SLIDE_WIDTH, SLIDE_HEIGHT, 0xFFFBFAF6);
    look->thumb = ground(SLIDE_WIDTH / 2, SLIDE_HEIGHT / 2, 0xFFFBFAF6);
    look->item = (struct desk_item){
        .file = str_format(arena, "inbox/ilmoitus-%zu.xml", row + 1),
        .id = str_format(arena, "urn:x:%zu", row + 1),
        .title = str_format(arena, "Tule sururyhmään %zu", row + 1),
        .organisations = STR("Niemelän Tuki ry"),
        .state = STR("odottaa päätöstä"),
        .received = STR("to 19.11."),
        .is_readable = true,
        .has_picture = true,
        .fits = (1u << DESK_COUNT) - 1 - DESK_BIT(UNDO),
        .language = row % 2 == 0 ? LANGUAGE_FI : LANGUAGE_SV,
        .repeat = STR("joka tiistai"),
        .dates = { { STR("ti 24.11. klo 17"), STR("2026-11-24"), false },
                   { STR("ti 1.12. klo 17"), STR("2026-12-01"), true },
                   { STR("ti 8.12. klo 17"), STR("2026-12-08"), false } },
        .date_count = 3,
        .shown_from = STR("ti 24.11."),
        .shown_until = STR("ti 25.5.2027"),
        .pages = 1,
        .seconds = 28,
        .letter_px = 44,
        .letter_mm = 15.6,
        .read_m = 3.1,
    };
    look->item.findings = ARENA_ARRAY(arena, struct desk_finding, findings + 1);
    look->item.finding_count = findings;
    for (size_t i = 0; i < findings; i++)
        look->item.findings[i] = finding_of(arena, i, findings);
    look->item.good = ARENA_ARRAY(arena, struct str, 3);
    look->item.good[0] = STR("kellonajat");
    look->item.good[1] = STR("kirjainten koko");
    look->item.good[2] = STR("yksityisyys");
    look->item.good_count = 3;
    if (made->has_twins)
        add_twin(arena, &look->item);
    return look;
}

static void take_look(struct made *made, const struct desk_job *job, size_t findings)
{
    struct desk_look *look = made_look(made, job->item, findings);
    if (job->with_twin)
        look->twin = ground(SLIDE_WIDTH, SLIDE_HEIGHT, 0xFFE3EEF0);
    desk_take_look(made->desk, job, look);
}

static void answer_scan(struct made *made)
{
    struct desk_scan scan = made->scan;
    scan.arena = arena_new(BYTES_MAX);
    made->scan = (struct desk_scan){ 0 };
    desk_take_scan(made->desk, &scan);
}

static void answer_round(struct made *made, const struct desk_job *job)
{
    struct desk_turns turns = { .arena = arena_new(BYTES_MAX), .stamp = job->stamp };
    size_t count = made->desk->count;
    turns.rounds = ARENA_ARRAY(turns.arena, struct desk_round, count + 1);
    turns.slots = ARENA_ARRAY(turns.arena, struct desk_slot, count + 1);
    turns.round_count = turns.slot_count = count;
    for (size_t i = 0; i < count; i++) {
        turns.rounds[i] = (struct desk_round){ true, 540, 568, 3 };
        turns.slots[i] = (struct desk_slot){ count - 1 - i, 0, 28 };
    }
    desk_take_turns(made->desk, &turns, false);
}

static void answer_order(struct made *made)
{
    struct arena *arena = arena_new(BYTES_MAX);
    struct verdict_answer answer;
    made->port.port.ops->carry_out(&made->port.port, arena, &made->desk->order, &answer);
    /* What the order points to goes with its answer: the tests look at copies. */
    struct verdict_order *last = &made->port.last;
    struct str *texts[] = { &last->file,       &last->id,     &last->folder,  &last->by,
                            &last->passphrase, &last->reason, &last->ground,  &last->day,
                            &last->from,       &last->text,   &last->replaces };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        *texts[i] = str_copy(made->arena, *texts[i]);
    struct str *rules = ARENA_ARRAY(made->arena, struct str, last->rule_count + 1);
    for (size_t i = 0; i < last->rule_count; i++)
        rules[i] = str_copy(made->arena, last->rules[i]);
    last->rules = rules;
    desk_take_answer(made->desk, arena, &answer);
}

size_t made_work(struct made *made, size_t findings, size_t most)
{
    size_t done = 0;
    while (done < most) {
        struct desk_job job = desk_next_job(made->desk);
        if (job.work == WORK_NONE)
            break;
        if (job.work == WORK_LOOK)
            take_look(made, &job, findings);
        else if (job.work == WORK_ROUND)
            answer_round(made, &job);
        else if (job.work == WORK_SCAN)
            answer_scan(made);
        else
            answer_order(made);
        done++;
    }
    return done;
}

void made_do(struct made *made, enum act_kind kind)
{
    made_do_with(made, kind, 0);
}

void made_do_with(struct made *made, enum act_kind kind, long argument)
{
    desk_do(made->desk, (struct act){ kind, argument });
}
