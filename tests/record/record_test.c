/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Play logs and the liaison's records, read back and added up. */
#include "base/csv.h"
#include "base/name_index.h"
#include "record/desk_tally.h"
#include "record/tally.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define ARENA_BYTES ((size_t)64 << 20)
#define HEADER "date,display,item_id,group,lang,organisations,title,from,to,duration_s\n"

struct rig {
    struct arena *arena;
    const struct zone *zone;
};

static int set_up(void **state)
{
    struct arena *arena = arena_new(ARENA_BYTES);
    struct rig *rig = ARENA_NEW(arena, struct rig);
    rig->arena = arena;
    rig->zone = zone_open(arena, NULL, STR("Europe/Helsinki"));
    *state = rig;
    return rig->zone ? 0 : 1;
}

static int tear_down(void **state)
{
    struct rig *rig = *state;
    arena_free(rig->arena);
    return 0;
}

static void assert_text(struct str got, const char *want)
{
    assert_int_equal(got.bytes, strlen(want));
    assert_memory_equal(got.bytes ? got.at : "", want, got.bytes);
}

static void near(double got, double want)
{
    assert_true(fabs(got - want) < 1e-6);
}

/* ---- CSV ----------------------------------------------------------------------------------- */

static void a_row_of_csv_is_read_back_as_it_was(void **state)
{
    struct rig *rig = *state;
    const struct str cells[] = { STR("plain"),      STR(""),          STR("a,b;c"),
                                 STR("\"quoted\""), STR("=SUM(A1)"),  STR(" spaces "),
                                 STR("ääni"),       STR("-5, \"x\""), STR("last") };
    struct text text = text_new(rig->arena, 1024);
    csv_add_row(&text, cells, ARRAY_LEN(cells));
    struct str row = str_slice(text_str(&text), 0, text_str(&text).bytes - 1), cell;
    for (size_t i = 0; i < ARRAY_LEN(cells); i++) {
        assert_true(csv_next(rig->arena, &row, &cell));
        assert_int_equal(cell.bytes, cells[i].bytes);
        assert_memory_equal(cell.bytes ? cell.at : "", cells[i].bytes ? cells[i].at : "",
                            cell.bytes);
    }
    assert_false(csv_next(rig->arena, &row, &cell));
}

static void a_line_end_in_a_cell_makes_no_second_row(void **state)
{
    struct rig *rig = *state;
    const struct str cells[] = { STR("two\nlines"), STR("x") };
    struct text text = text_new(rig->arena, 1024);
    csv_add_row(&text, cells, 2);
    assert_text(text_str(&text), "\"two lines\",x\n");
}

static void a_formula_stays_text_in_a_spreadsheet(void **state)
{
    struct rig *rig = *state;
    const struct str cells[] = { STR("+358 40 000 0000"), STR("@handle") };
    struct text text = text_new(rig->arena, 1024);
    csv_add_row(&text, cells, 2);
    assert_text(text_str(&text), "'+358 40 000 0000,'@handle\n");
}

static void an_index_gives_every_name_one_number(void **state)
{
    struct rig *rig = *state;
    struct name_index index = name_index_new(rig->arena);
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < 5000; i++) {
            struct str name = str_format(rig->arena, "name %zu", i);
            assert_int_equal(name_index_put(&index, name), i);
        }
    }
    assert_int_equal(index.count, 5000);
}

/* ---- a line of the log --------------------------------------------------------------------- */

#define LINE                                                                                       \
    "2026-11-24,aula,urn:a,urn:g,fi-simple,\"Kukkula ry; Puro ry\",Kahvila,"                       \
    "2026-11-24T10:00:00+02:00,2026-11-24T10:00:20+02:00,20.0"

static void a_play_is_read_with_all_its_columns(void **state)
{
    struct rig *rig = *state;
    struct play_row row;
    assert_int_equal(play_row_read(rig->arena, STR(LINE), rig->zone, &row), PLAY_LINE_ROW);
    assert_text(row.display, "aula");
    assert_text(row.id, "urn:a");
    assert_text(row.group, "urn:g");
    assert_text(row.language, "fi-simple");
    assert_text(row.organisations, "Kukkula ry; Puro ry");
    assert_text(row.title, "Kahvila");
    assert_int_equal(row.date.day, 24);
    assert_int_equal(row.to - row.from, 20);
    near(row.seconds, 20.0);
}

static void what_is_no_play_is_told_apart(void **state)
{
    static const struct {
        const char *line;
        enum play_line kind;
    } cases[] = {
        { "", PLAY_LINE_EMPTY },
        { "\r", PLAY_LINE_EMPTY },
        { HEADER, PLAY_LINE_HEADER },
        { "2026-11-24,aula,urn:a", PLAY_LINE_DAMAGED },
        { LINE ",more", PLAY_LINE_DAMAGED },
        { "2026-02-30,a,i,g,fi,o,t,2026-11-24T10:00:00+02:00,2026-11-24T10:00:20+02:00,20.0",
          PLAY_LINE_DAMAGED },
        { "2026-11-24,a,i,g,fi,o,t,2026-11-24T10:00:00,2026-11-24T10:00:20+02:00,20.0",
          PLAY_LINE_DAMAGED },
        { "2026-11-24,a,i,g,fi,o,t,2026-11-24T10:00:00+02:00,2026-11-24T10:00:20+02:00,-1",
          PLAY_LINE_DAMAGED },
        { "2026-11-24,a,i,g,fi,o,t,2026-11-24T10:00:00+02:00,2026-11-24T10:00:20+02:00,1e9",
          PLAY_LINE_DAMAGED },
        { "2026-11-24,a,,g,fi,o,t,2026-11-24T10:00:00+02:00,2026-11-24T10:00:20+02:00,20.0",
          PLAY_LINE_DAMAGED },
        { "\xff\xfe\"", PLAY_LINE_DAMAGED },
    };
    struct rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct play_row row;
        enum play_line kind = play_row_read(rig->arena, str_of(cases[i].line), rig->zone, &row);
        assert_int_equal(kind, cases[i].kind);
    }
}

/* ---- adding up ----------------------------------------------------------------------------- */

static void add_play(struct text *log, int day, int second, const char *display, const char *id,
                     const char *organisations, double seconds)
{
    const struct str cells[] = {
        str_format(log->arena, "2026-11-%02d", day),
        str_of(display),
        str_of(id),
        str_of(id),
        STR("fi"),
        str_of(organisations),
        str_format(log->arena, "Title of %s", id),
        str_format(log->arena, "2026-11-%02dT10:%02d:%02d+02:00", day, second / 60, second % 60),
        str_format(log->arena, "2026-11-%02dT11:00:00+02:00", day),
        str_format(log->arena, "%.1f", seconds),
    };
    csv_add_row(log, cells, ARRAY_LEN(cells));
}

static const struct date november_1 = { 2026, 11, 1 }, november_30 = { 2026, 11, 30 };

static struct tally tally_of(struct rig *rig, struct str log)
{
    struct tally_work *work = tally_begin(rig->arena, rig->zone, november_1, november_30);
    tally_add_log(work, log);
    return tally_end(work);
}

static const struct tally_organisation *find(const struct tally *tally, const char *name)
{
    for (size_t i = 0; i < tally->organisation_count; i++) {
        if (str_is(tally->organisations[i].name, name))
            return &tally->organisations[i];
    }
    fail_msg("no organisation %s", name);
    return NULL;
}

static void joint_material_counts_for_its_organisations_in_equal_parts(void **state)
{
    struct rig *rig = *state;
    struct text log = text_new(rig->arena, 1 << 16);
    add_play(&log, 24, 0, "aula", "a", "Kukkula ry", 20);
    add_play(&log, 24, 20, "aula", "j", "Kukkula ry; Puro ry; Metsä ry", 30);
    struct tally tally = tally_of(rig, text_str(&log));
    near(find(&tally, "Kukkula ry")->seconds, 30);
    near(find(&tally, "Puro ry")->seconds, 10);
    near(tally.seconds, 50);
    assert_int_equal(tally.plays, 2);
    assert_int_equal(find(&tally, "Kukkula ry")->plays, 2);
    assert_int_equal(find(&tally, "Kukkula ry")->announcements, 2);
    assert_int_equal(tally.announcement_count, 2);
}

static void an_equal_share_is_that_of_the_days_on_which_something_was_shown(void **state)
{
    struct rig *rig = *state;
    struct text log = text_new(rig->arena, 1 << 16);
    add_play(&log, 2, 0, "aula", "a", "Kukkula ry", 60);
    add_play(&log, 3, 0, "aula", "a", "Kukkula ry", 40);
    add_play(&log, 3, 60, "aula", "b", "Puro ry", 20);
    struct tally tally = tally_of(rig, text_str(&log));
    near(find(&tally, "Kukkula ry")->equal_seconds, 60 + 30);
    near(find(&tally, "Puro ry")->equal_seconds, 30);
    near(tally_share(find(&tally, "Puro ry")), 20.0 / 30.0);
    assert_int_equal(find(&tally, "Kukkula ry")->days, 2);
    assert_int_equal(tally.day_count, 2);
    assert_int_equal(tally.days[1].organisations, 2);
    assert_text(tally.organisations[0].name, "Kukkula ry");
}

static void a_log_that_was_copied_twice_counts_once(void **state)
{
    struct rig *rig = *state;
    struct text log = text_new(rig->arena, 1 << 20);
    for (int i = 0; i < 600; i++)
        add_play(&log, 24, i, "aula", "a", "Kukkula ry", 1);
    struct tally_work *work = tally_begin(rig->arena, rig->zone, november_1, november_30);
    tally_add_log(work, text_str(&log));
    tally_add_log(work, text_str(&log));
    struct text other = text_new(rig->arena, 1 << 16);
    add_play(&other, 24, 0, "kaytava", "a", "Kukkula ry", 1);
    tally_add_log(work, text_str(&other));
    struct tally tally = tally_end(work);
    assert_int_equal(tally.plays, 601);
    assert_int_equal(tally.doubles, 600);
    assert_int_equal(tally.display_count, 2);
    assert_text(tally.displays[0].name, "aula");
}

static void a_torn_line_costs_itself_alone(void **state)
{
    struct rig *rig = *state;
    struct tally tally = tally_of(rig, STR(HEADER "2026-11-24,aula,urn:\n" LINE "\n" HEADER));
    assert_int_equal(tally.damaged, 1);
    assert_int_equal(tally.plays, 1);
}

static void days_outside_the_period_do_not_count(void **state)
{
    struct rig *rig = *state;
    struct text log = text_new(rig->arena, 1 << 16);
    for (int day = 1; day <= 30; day++)
        add_play(&log, day, 0, "aula", "a", "Kukkula ry", 10);
    struct date from = { 2026, 11, 10 }, to = { 2026, 11, 12 };
    struct tally_work *work = tally_begin(rig->arena, rig->zone, from, to);
    tally_add_log(work, text_str(&log));
    struct tally tally = tally_end(work);
    assert_int_equal(tally.plays, 3);
    assert_int_equal(tally.announcements[0].first.day, 10);
    assert_int_equal(tally.announcements[0].last.day, 12);
}

static void what_belongs_to_nobody_is_nobodys_share(void **state)
{
    struct rig *rig = *state;
    struct text log = text_new(rig->arena, 1 << 16);
    add_play(&log, 24, 0, "aula", "a", "Kukkula ry", 20);
    add_play(&log, 24, 20, "aula", "agenda", "", 15);
    struct tally tally = tally_of(rig, text_str(&log));
    assert_int_equal(tally.plays, 1);
    assert_int_equal(tally.announcement_count, 1);
    near(find(&tally, "Kukkula ry")->equal_seconds, 20);
}

static void an_empty_log_adds_up_to_nothing(void **state)
{
    struct tally tally = tally_of(*state, STR(""));
    assert_int_equal(tally.plays, 0);
    assert_int_equal(tally.organisation_count, 0);
}

/* ---- the desk ------------------------------------------------------------------------------ */

#define ROW(at, verdict, id, reason, received, organisations, audience)                            \
    at "\t" verdict "\t" id "\tliaison\tAB12\t4\thash\t\t" reason "\t" received                    \
       "\tfi\t" organisations "\t" audience "\tTitle\n"

static struct desk_tally desk_of(struct rig *rig, const char *record)
{
    struct desk_work *work = desk_begin(rig->arena, rig->zone, november_1, november_30);
    desk_add_record(work, str_of(record));
    return desk_end(work);
}

static void verdicts_days_and_grounds_are_counted(void **state)
{
    struct desk_tally tally =
        desk_of(*state, ROW("2026-11-05T10:00:00+02:00", "return", "a", "weekday-agrees",
                            "2026-11-02", "Puro ry", "")
                            ROW("2026-11-09T10:00:00+02:00", "approve", "a", "", "2026-11-08",
                                "Puro ry", "p2433") ROW("2026-11-09T10:05:00+02:00", "refuse", "b",
                                                        "commercial", "2026-11-02", "Myynti Oy", "")
                                ROW("2026-11-20T10:05:00+02:00", "hide", "a", "", "", "", ""));
    assert_int_equal(tally.received, 2);
    assert_int_equal(tally.verdicts[VERDICT_APPROVE], 1);
    assert_int_equal(tally.verdicts[VERDICT_RETURN], 1);
    assert_int_equal(tally.verdicts[VERDICT_REFUSE], 1);
    assert_int_equal(tally.verdicts[VERDICT_HIDE], 1);
    assert_int_equal(tally.timed, 3);
    near(tally.days_median, 3);
    assert_int_equal(tally.days_most, 7);
    assert_int_equal(tally.ground_count, 2);
    assert_int_equal(tally.organisation_count, 2);
    assert_text(tally.organisations[1].name, "Puro ry");
    assert_int_equal(tally.organisations[1].received, 1);
    assert_int_equal(tally.organisations[1].audiences, 1u << 3);
    assert_int_equal(tally.sizes[SENDER_FEW].organisations, 2);
    assert_int_equal(tally.sizes[SENDER_FEW].returned, 1);
}

static void what_was_undone_does_not_count(void **state)
{
    struct desk_tally tally = desk_of(
        *state, ROW("2026-11-05T10:00:00+02:00", "refuse", "a", "commercial", "2026-11-05",
                    "Puro ry", "") ROW("2026-11-05T10:01:00+02:00", "undo", "a", "", "", "", ""));
    assert_int_equal(tally.received, 0);
    assert_int_equal(tally.verdicts[VERDICT_REFUSE], 0);
}

static void lines_of_an_older_form_still_count(void **state)
{
    struct desk_tally tally = desk_of(
        *state, "2026-11-05T10:00:00+02:00\tapprove\ta\tliaison\tAB12\t3\thash\t\t\nrubbish\n");
    assert_int_equal(tally.verdicts[VERDICT_APPROVE], 1);
    assert_int_equal(tally.received, 1);
    assert_int_equal(tally.timed, 0);
    assert_int_equal(tally.damaged, 1);
}

static void every_verdict_has_its_word(void **state)
{
    (void)state;
    for (size_t i = 0; i < VERDICT_COUNT; i++)
        assert_true(strlen(verdict_word((enum verdict)i)) > 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_row_of_csv_is_read_back_as_it_was),
        TEST(a_line_end_in_a_cell_makes_no_second_row),
        TEST(a_formula_stays_text_in_a_spreadsheet),
        TEST(an_index_gives_every_name_one_number),
        TEST(a_play_is_read_with_all_its_columns),
        TEST(what_is_no_play_is_told_apart),
        TEST(joint_material_counts_for_its_organisations_in_equal_parts),
        TEST(an_equal_share_is_that_of_the_days_on_which_something_was_shown),
        TEST(a_log_that_was_copied_twice_counts_once),
        TEST(a_torn_line_costs_itself_alone),
        TEST(days_outside_the_period_do_not_count),
        TEST(what_belongs_to_nobody_is_nobodys_share),
        TEST(an_empty_log_adds_up_to_nothing),
        TEST(verdicts_days_and_grounds_are_counted),
        TEST(what_was_undone_does_not_count),
        TEST(lines_of_an_older_form_still_count),
        TEST(every_verdict_has_its_word),
    };
    return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
