/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts from the form to the order that the port gets. */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "made.h"
#include "preview/desk_forms.h"
#include "preview/keys.h"
#include "preview_tests.h"

#include <stdio.h>
#include <string.h>

#define ALL 1000

static void type(struct made *made, const char *text)
{
    assert_true(desk_type(made->desk, str_of(text)));
}

static void expect(struct str got, const char *wanted)
{
    char text[512];
    snprintf(text, sizeof text, "%.*s", STR_ARG(got));
    assert_string_equal(text, wanted);
}

static void an_approval_asks_for_the_role_once(void **state)
{
    struct made made = made_start(2, false);
    (void)state;
    made_work(&made, 0, ALL);
    made_do(&made, ACT_APPROVE);
    made_do(&made, ACT_SEND); /* the role is still empty */
    assert_false(made.desk->has_order);
    type(&made, "Yhdyshenkilö");
    made_do(&made, ACT_ENTER); /* to the button */
    made_do(&made, ACT_ENTER);
    assert_true(made.desk->has_order);
    made_work(&made, 0, ALL);
    assert_int_equal(made.port.last.verdict, DESK_APPROVE);
    expect(made.port.last.by, "Yhdyshenkilö");
    expect(made.port.last.file, "inbox/ilmoitus-1.xml");
    assert_int_equal(made.desk->current, 1);
    made_do(&made, ACT_APPROVE);
    assert_null(form_find(&made.desk->form, FIELD_BY));
    made_end(&made);
}

static void letters_go_into_a_field_wherever_the_focus_is(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 2, ALL);
    made_do(&made, ACT_RETURN);
    struct form *form = &made.desk->form;
    assert_int_equal(form->rows[form->focus].kind, ROW_TICK);
    type(&made, " "); /* ticks */
    type(&made, "S");
    type(&made, "oita");
    expect(form_text(form, FIELD_TEXT), "Soita");
    assert_false(form_find(form, FIELD_FINDING)->is_on);
    made_do(&made, ACT_ESCAPE);
    made_do(&made, ACT_UNDO);
    made_do(&made, ACT_KEYS); /* a form without fields */
    type(&made, "x");
    made_end(&made);
}

static void what_was_decided_cannot_be_decided_again_but_undone(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 0, ALL);
    assert_false(desk_can(made.desk, DESK_UNDO));
    made_do(&made, ACT_APPROVE);
    type(&made, "Y");
    made_do(&made, ACT_SEND);
    made_work(&made, 0, ALL);
    expect(made.desk->rows[0].state, "hyväksytty");
    assert_false(desk_can(made.desk, DESK_APPROVE));
    assert_true(desk_can(made.desk, DESK_UNDO));
    made_end(&made);
}

static struct made start_replacing(void)
{
    struct made made = made_start(2, false);
    made.has_twins = true;
    made_work(&made, 0, ALL);
    made_do(&made, ACT_REPLACE);
    type(&made, "Y"); /* the role is the first field that is needed */
    return made;
}

static void the_likeliest_one_is_replaced_unless_another_is_chosen(void **state)
{
    struct made made = start_replacing();
    (void)state;
    assert_true(form_find(&made.desk->form, FIELD_OTHER)->is_on);
    made_do(&made, ACT_SEND);
    made_work(&made, 0, ALL);
    assert_int_equal(made.port.last.verdict, DESK_REPLACE);
    expect(made.port.last.replaces, "urn:x:old");
    made_do(&made, ACT_FIRST);
    made_do(&made, ACT_UNDO);
    made_do(&made, ACT_SEND);
    made_work(&made, 0, ALL);
    expect(made.port.last.id, "urn:x:old"); /* its name in the record from then on */
    made_end(&made);
}

static void the_one_to_replace_can_be_named_by_its_number(void **state)
{
    struct made made = start_replacing();
    (void)state;
    form_focus(&made.desk->form,
               (size_t)(form_find(&made.desk->form, FIELD_NUMBER) - made.desk->form.rows));
    type(&made, "99");
    made_do(&made, ACT_SEND);
    assert_false(made.desk->has_order);
    assert_int_equal(made.desk->form.kind, FORM_REPLACE);
    assert_true(made.desk->toast.bytes > 0);
    made_do(&made, ACT_BACKSPACE);
    made_do(&made, ACT_BACKSPACE);
    type(&made, "Nro 7");
    made_do(&made, ACT_SEND);
    made_work(&made, 0, ALL);
    expect(made.port.last.replaces, "urn:x:other");
    made_end(&made);
}

static void the_same_once_more_is_refused_on_that_ground(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made.has_twins = true;
    made_work(&made, 0, ALL);
    made.desk->rows[0].look->item.twin.is_same = true;
    made_do(&made, ACT_REFUSE);
    type(&made, "Kiitos!");
    made_do(&made, ACT_ENTER);
    type(&made, "Y");
    made_do(&made, ACT_SEND);
    made_work(&made, 0, ALL);
    expect(made.port.last.ground, "already-here");
    made_end(&made);
}

static void a_form_that_comes_back_is_about_the_same_announcement(void **state)
{
    struct made made = made_start(2, false);
    (void)state;
    made.port.fails = true;
    made_work(&made, 0, ALL);
    made_do(&made, ACT_APPROVE);
    type(&made, "Y");
    made_do(&made, ACT_SEND);
    made_do(&made, ACT_NEXT); /* while the command is at work */
    made_work(&made, 0, ALL);
    assert_int_equal(made.desk->form.kind, FORM_SAY);
    made_do(&made, ACT_ESCAPE);
    assert_int_equal(made.desk->form.kind, FORM_APPROVE);
    assert_int_equal(made.desk->current, 0);
    made.port.fails = false;
    made_do(&made, ACT_SEND);
    made_work(&made, 0, ALL);
    expect(made.port.last.file, "inbox/ilmoitus-1.xml");
    made_end(&made);
}

static void what_a_form_is_about_stays_until_it_is_closed(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 2, ALL);
    const struct desk_look *look = made.desk->rows[0].look;
    made.desk->stamp++;
    struct desk_job under_way = desk_next_job(made.desk);
    assert_int_equal(under_way.work, WORK_LOOK);
    made_do(&made, ACT_RETURN);
    desk_take_look(made.desk, &under_way, made_look(&made, 0, 0));
    assert_ptr_equal(made.desk->rows[0].look, look);
    made.desk->stamp++;
    made_work(&made, 0, ALL);
    assert_ptr_equal(made.desk->rows[0].look, look);
    made_do(&made, ACT_ESCAPE);
    made_work(&made, 0, ALL);
    assert_int_equal(made.desk->rows[0].look->stamp, made.desk->stamp);
    made_end(&made);
}

static void a_form_closes_when_its_announcement_becomes_another(void **state)
{
    static const enum desk_change changes[] = { CHANGE_WRITTEN, CHANGE_GONE };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(changes); i++) {
        struct made made = made_start(2, false);
        struct desk_news news[] = { { 0, changes[i], { .name = STR("a.xml") } } };
        struct desk_scan scan = { .arena = arena_new(1 << 20), .news = news, .news_count = 1 };
        made_work(&made, 0, ALL);
        made_do(&made, ACT_APPROVE);
        type(&made, "Y");
        made_do(&made, ACT_SEND);
        assert_true(made.desk->has_order); /* but nobody has begun it */
        desk_take_scan(made.desk, &scan);
        assert_false(made.desk->has_order);
        assert_int_equal(made.desk->form.kind, FORM_NONE);
        assert_int_equal(made.desk->form_behind.kind, FORM_NONE);
        made_end(&made);
    }
}

static void a_shorter_role_leaves_nothing_of_a_longer_one(void **state)
{
    struct made made = made_start(2, false);
    (void)state;
    made.port.fails = true;
    made_work(&made, 0, ALL);
    made_do(&made, ACT_APPROVE);
    type(&made, "Hyvaksyja");
    made_do(&made, ACT_SEND);
    made_work(&made, 0, ALL);
    made_do(&made, ACT_ESCAPE);
    for (int i = 0; i < 9; i++)
        form_backspace(&made.desk->form);
    form_focus(&made.desk->form,
               (size_t)(form_find(&made.desk->form, FIELD_BY) - made.desk->form.rows));
    for (int i = 0; i < 9; i++)
        made_do(&made, ACT_BACKSPACE);
    type(&made, "YH");
    made_do(&made, ACT_SEND);
    made_work(&made, 0, ALL);
    expect(made.port.last.by, "YH");
    made_end(&made);
}

static void a_letter_goes_to_the_clipboard_by_key_and_by_verdict(void **state)
{
    struct made made = made_start(2, false);
    (void)state;
    made_work(&made, 2, ALL);
    desk_do(made.desk, keys_act(made.desk, KEY_C, KEY_CTRL)); /* no letter, no copy */
    assert_int_equal(made.desk->clip.bytes, 0);
    made_do(&made, ACT_RETURN);
    type(&made, "Soita!");
    made_do_with(&made, ACT_SEND, 1);
    made_work(&made, 0, ALL);
    assert_int_equal(made.desk->form.kind, FORM_LETTER);
    desk_do(made.desk, keys_act(made.desk, KEY_C, KEY_CTRL));
    expect(made.desk->clip, "Hei!\nKorjaa päivä.");
    made.desk->clip = (struct str){ 0 };
    made_do(&made, ACT_ESCAPE);
    type(&made, "Y");
    made.port.writes_letters = true;
    made_do(&made, ACT_SEND);
    if (!made.desk->has_order) { /* the role was lacking */
        type(&made, "Y");
        made_do(&made, ACT_SEND);
    }
    made_work(&made, 0, ALL);
    expect(made.desk->clip, "Hei!\nKorjaa päivä.");
    made_end(&made);
}

static void undo_goes_back_to_the_last_verdict(void **state)
{
    struct made made = made_start(2, false);
    (void)state;
    made_work(&made, 0, ALL);
    made_do(&made, ACT_UNDO); /* nothing was decided yet */
    assert_int_equal(made.desk->form.kind, FORM_NONE);
    made_do(&made, ACT_APPROVE);
    type(&made, "Y");
    made_do(&made, ACT_SEND);
    made_work(&made, 0, ALL);
    assert_int_equal(made.desk->current, 1);
    made_do(&made, ACT_UNDO);
    assert_int_equal(made.desk->current, 0);
    assert_int_equal(made.desk->form.kind, FORM_UNDO);
    made_end(&made);
}

static void no_ground_is_chosen_for_the_liaison(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 0, ALL);
    made_do(&made, ACT_REFUSE);
    form_focus(&made.desk->form,
               (size_t)(form_find(&made.desk->form, FIELD_BY) - made.desk->form.rows));
    type(&made, "Y");
    made_do(&made, ACT_SEND);
    assert_false(made.desk->has_order);
    assert_int_equal(made.desk->form.kind, FORM_REFUSE);
    made_end(&made);
}

static void a_block_passes_only_with_a_reason(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 1, ALL);
    made_do(&made, ACT_APPROVE);
    struct form *form = &made.desk->form;
    assert_non_null(form_find(form, FIELD_REASON));
    type(&made, "Sovittu puhelimessa");
    made_do(&made, ACT_ENTER);
    type(&made, "Y");
    made_do(&made, ACT_SEND);
    made_work(&made, 1, ALL);
    expect(made.port.last.reason, "Sovittu puhelimessa");
    made_end(&made);
}

static void a_final_block_has_no_button_to_approve(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 1, ALL);
    made.desk->rows[0].look->item.findings[0].is_final = true;
    made_do(&made, ACT_APPROVE);
    for (size_t i = 0; i < made.desk->form.row_count; i++)
        assert_int_not_equal(made.desk->form.rows[i].act.kind, ACT_SEND);
    made_end(&made);
}

static void a_tick_approves_without_the_picture(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 0, ALL);
    made_do(&made, ACT_APPROVE);
    type(&made, "Y");
    struct form_row *bare = form_find(&made.desk->form, FIELD_BARE);
    made_do_with(&made, ACT_ROW, bare - made.desk->form.rows);
    assert_true(bare->is_on);
    made_do(&made, ACT_SEND);
    made_work(&made, 0, ALL);
    assert_int_equal(made.port.last.verdict, DESK_APPROVE_BARE);
    made_end(&made);
}

static void a_letter_is_shown_before_and_changes_nothing(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 3, ALL);
    made_do(&made, ACT_RETURN);
    made_do_with(&made, ACT_SEND, 1);
    made_work(&made, 3, ALL);
    assert_int_equal(made.desk->form.kind, FORM_LETTER);
    assert_int_equal(made.desk->rows[0].state.bytes, 0);
    made_do(&made, ACT_ESCAPE);
    assert_int_equal(made.desk->form.kind, FORM_RETURN);
    made_end(&made);
}

static void a_return_names_the_findings_that_are_ticked(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 3, ALL); /* block, warn and ask: the first two are ticked */
    made_do(&made, ACT_RETURN);
    struct form *form = &made.desk->form;
    form_find(form, FIELD_FINDING)->is_on = false;
    form_focus(form, (size_t)(form_find(form, FIELD_BY) - form->rows));
    type(&made, "Y");
    made_do(&made, ACT_SEND);
    made_work(&made, 3, ALL);
    assert_int_equal(made.port.last.rule_count, 1);
    expect(made.port.last.rules[0], "phone-format");
    made_end(&made);
}

static void a_refusal_has_one_ground(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 0, ALL);
    made_do(&made, ACT_REFUSE);
    struct form *form = &made.desk->form;
    made_do_with(&made, ACT_ROW, form_find(form, FIELD_GROUND + 1) - form->rows);
    form_focus(form, (size_t)(form_find(form, FIELD_BY) - form->rows));
    type(&made, "Y");
    made_do(&made, ACT_SEND);
    made_work(&made, 0, ALL);
    expect(made.port.last.ground, "advertising");
    made_end(&made);
}

static void a_cancelled_date_cannot_be_cancelled_again(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 0, ALL);
    made_do(&made, ACT_CANCEL_DATE);
    struct form *form = &made.desk->form;
    assert_non_null(form_find(form, FIELD_DATE));
    assert_null(form_find(form, FIELD_DATE + 1));
    made_do_with(&made, ACT_ROW, form_find(form, FIELD_DATE + 2) - form->rows);
    form_focus(form, (size_t)(form_find(form, FIELD_BY) - form->rows));
    type(&made, "Y");
    made_do(&made, ACT_SEND);
    made_work(&made, 0, ALL);
    expect(made.port.last.day, "2026-12-08");
    made_end(&made);
}

static void a_verdict_that_failed_brings_its_form_back(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 0, ALL);
    made_do(&made, ACT_APPROVE);
    type(&made, "Y");
    made_do(&made, ACT_SEND);
    assert_int_equal(desk_next_job(made.desk).work, WORK_VERDICT);
    made_do(&made, ACT_APPROVE); /* one at a time */
    assert_int_equal(made.desk->form.kind, FORM_NONE);
    struct verdict_answer answer = { .message = STR("levy on täynnä") };
    desk_take_answer(made.desk, arena_new(1 << 16), &answer);
    assert_int_equal(made.desk->form.kind, FORM_SAY);
    made_do(&made, ACT_ESCAPE);
    assert_int_equal(made.desk->form.kind, FORM_APPROVE);
    expect(form_text(&made.desk->form, FIELD_BY), "Y");
    made_end(&made);
}

static void a_passphrase_is_forgotten_when_nobody_acts(void **state)
{
    struct made made = made_start(2, false);
    (void)state;
    made.desk->port->asks_passphrase = true;
    made_work(&made, 0, ALL);
    desk_tick(made.desk, MADE_NOW, 1);
    made_do(&made, ACT_APPROVE);
    struct form *form = &made.desk->form;
    type(&made, "Y");
    made_do(&made, ACT_ENTER);
    assert_int_equal(form->rows[form->focus].kind, ROW_SECRET);
    type(&made, "salaisuus");
    made_do(&made, ACT_SEND);
    made_work(&made, 0, ALL);
    expect(made.port.last.passphrase, "salaisuus");
    assert_string_equal(made.desk->passphrase, "salaisuus");
    desk_tick(made.desk, MADE_NOW, 1 + DESK_PASSPHRASE_NS);
    assert_string_equal(made.desk->passphrase, "");
    made_do(&made, ACT_APPROVE);
    assert_non_null(form_find(&made.desk->form, FIELD_PASSPHRASE));
    made_end(&made);
}

static void a_wrong_passphrase_is_asked_for_again(void **state)
{
    struct made made = made_start(1, false);
    struct form *form = &made.desk->form;
    (void)state;
    made.desk->port->asks_passphrase = true;
    made_work(&made, 0, ALL);
    made_do(&made, ACT_APPROVE);
    type(&made, "Y");
    made_do(&made, ACT_ENTER);
    type(&made, "väärä");
    made_do(&made, ACT_SEND);
    assert_int_equal(desk_next_job(made.desk).work, WORK_VERDICT);
    struct verdict_answer answer = { .message = STR("salalause on väärä") };
    desk_take_answer(made.desk, arena_new(1 << 16), &answer);
    made_do(&made, ACT_ESCAPE);
    expect(form_text(form, FIELD_BY), "Y");
    assert_int_equal(form_text(form, FIELD_PASSPHRASE).bytes, 0);
    assert_int_equal(form->rows[form->focus].kind, ROW_SECRET);
    assert_string_equal(made.desk->passphrase, "");
    made_end(&made);
}

static void a_field_keeps_whole_characters(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 0, ALL);
    made_do(&made, ACT_APPROVE);
    type(&made, "ä\nö");
    expect(form_text(&made.desk->form, FIELD_BY), "ä ö");
    made_do(&made, ACT_BACKSPACE);
    expect(form_text(&made.desk->form, FIELD_BY), "ä");
    for (int i = 0; i < 2 * FORM_FIELD_BYTES; i++)
        type(&made, "€");
    struct str text = form_text(&made.desk->form, FIELD_BY);
    assert_true(text.bytes <= FORM_FIELD_BYTES);
    assert_int_equal((text.bytes - strlen("ä ")) % strlen("€"), 0);
    made_end(&made);
}

int forms_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_approval_asks_for_the_role_once),
        cmocka_unit_test(letters_go_into_a_field_wherever_the_focus_is),
        cmocka_unit_test(what_was_decided_cannot_be_decided_again_but_undone),
        cmocka_unit_test(the_likeliest_one_is_replaced_unless_another_is_chosen),
        cmocka_unit_test(the_one_to_replace_can_be_named_by_its_number),
        cmocka_unit_test(the_same_once_more_is_refused_on_that_ground),
        cmocka_unit_test(a_form_that_comes_back_is_about_the_same_announcement),
        cmocka_unit_test(what_a_form_is_about_stays_until_it_is_closed),
        cmocka_unit_test(a_form_closes_when_its_announcement_becomes_another),
        cmocka_unit_test(a_shorter_role_leaves_nothing_of_a_longer_one),
        cmocka_unit_test(a_letter_goes_to_the_clipboard_by_key_and_by_verdict),
        cmocka_unit_test(undo_goes_back_to_the_last_verdict),
        cmocka_unit_test(no_ground_is_chosen_for_the_liaison),
        cmocka_unit_test(a_block_passes_only_with_a_reason),
        cmocka_unit_test(a_final_block_has_no_button_to_approve),
        cmocka_unit_test(a_tick_approves_without_the_picture),
        cmocka_unit_test(a_letter_is_shown_before_and_changes_nothing),
        cmocka_unit_test(a_return_names_the_findings_that_are_ticked),
        cmocka_unit_test(a_refusal_has_one_ground),
        cmocka_unit_test(a_cancelled_date_cannot_be_cancelled_again),
        cmocka_unit_test(a_verdict_that_failed_brings_its_form_back),
        cmocka_unit_test(a_passphrase_is_forgotten_when_nobody_acts),
        cmocka_unit_test(a_wrong_passphrase_is_asked_for_again),
        cmocka_unit_test(a_field_keeps_whole_characters),
    };
    return cmocka_run_group_tests_name("forms", tests, NULL, NULL);
}
