/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See desk_forms.h. A form is built by one function and its answers become an order by another,
 * both found in a table by its kind. Sentences of the forms are the reader's language at once.
 */
#include "preview/desk_forms.h"

#include "base/i18n.h"
#include "model/ground.h"
#include "preview/desk_inside.h"
#include "preview/keys.h"

#include <string.h>

#define ORDER_BYTES_MAX (1u << 20)
#define SAID_NS (INT64_C(7) * 1000000000) /* what came of a verdict is read by tired eyes */
#define SECONDS_HOUR 3600L
#define SECONDS_DAY (24 * SECONDS_HOUR)

static struct str words(const char *text)
{
    return str_of(_(text));
}

/* What the form is about: its row stays, and its look is kept, for as long as it is open. */
static const struct desk_item *form_item(const struct desk *desk)
{
    const struct desk_look *look =
        desk->form.desk_row < desk->count ? desk->rows[desk->form.desk_row].look : NULL;
    return look ? &look->item : NULL;
}

static void add_text(struct form *form, const char *text)
{
    form_add(form, ROW_TEXT, FIELD_NONE, words(text));
}

static void add_button(struct form *form, const char *text, enum act_kind kind, long argument)
{
    struct form_row *row = form_add(form, ROW_BUTTON, FIELD_NONE, words(text));
    if (row)
        row->act = (struct act){ kind, argument };
}

static void add_field(struct form *form, enum form_row_kind kind, enum field field,
                      const char *label, bool is_needed)
{
    struct form_row *row = form_add(form, kind, (int)field, words(label));
    if (row)
        row->is_needed = is_needed;
}

static void add_send(struct form *form, const char *text)
{
    add_button(form, text, ACT_SEND, 0);
    add_button(form, N_("Not now"), ACT_ESCAPE, 0);
}

/* ---- forms that only tell ------------------------------------------------------------------ */

static void build_keys(struct desk *desk)
{
    size_t count;
    const struct key_help *help = keys_help(&count);
    struct form *form = &desk->form;
    form->title = words(N_("Keys of the keyboard"));
    for (size_t i = 0; i < count; i++) {
        bool is_hidden =
            help[i].verdict >= 0 && (!desk->port || !(desk->port->can >> help[i].verdict & 1));
        if (is_hidden || (desk->is_kiosk && help[i].act.kind == ACT_QUIT))
            continue;
        struct form_row *row = form_add(form, ROW_KEY, FIELD_NONE, words(help[i].words));
        if (row)
            row->key = words(help[i].keys);
    }
    add_button(form, N_("Close"), ACT_ESCAPE, 0);
}

static void build_time(struct desk *desk)
{
    struct form *form = &desk->form;
    form->title = words(N_("Day and time of the slide"));
    add_text(form, N_("Left and right change the day, up and down the hour."));
    add_button(form, N_("A day earlier"), ACT_TIME_STEP, -SECONDS_DAY);
    add_button(form, N_("A day later"), ACT_TIME_STEP, SECONDS_DAY);
    add_button(form, N_("An hour earlier"), ACT_TIME_STEP, -SECONDS_HOUR);
    add_button(form, N_("An hour later"), ACT_TIME_STEP, SECONDS_HOUR);
    add_button(form, N_("Now"), ACT_TIME_NOW, 0);
    add_button(form, N_("Close"), ACT_ESCAPE, 0);
    form->focus = form->row_count - 1;
}

/* ---- approve ------------------------------------------------------------------------------- */

static bool is_final(const struct desk_item *item)
{
    for (size_t i = 0; i < item->finding_count; i++)
        if (item->findings[i].is_final)
            return true;
    return !item->is_readable;
}

static void add_blocks(struct form *form, const struct desk_item *item, bool only_final)
{
    for (size_t i = 0; i < item->finding_count; i++) {
        const struct desk_finding *finding = &item->findings[i];
        if (finding->severity == SEVERITY_BLOCK && (finding->is_final || !only_final))
            form_add(form, ROW_TEXT, FIELD_NONE, finding->message);
    }
}

static void add_signer(struct desk *desk)
{
    struct form *form = &desk->form;
    if (desk->by[0] == '\0')
        add_field(form, ROW_FIELD, FIELD_BY, N_("Who approves? Write your role, not your name"),
                  true);
    if (desk->port->asks_passphrase && desk->passphrase[0] == '\0')
        add_field(form, ROW_SECRET, FIELD_PASSPHRASE, N_("Passphrase of the key"), true);
}

/* True when it may be approved; else the form says why not, and is complete. */
static bool may_approve(struct desk *desk)
{
    const struct desk_item *item = form_item(desk);
    struct form *form = &desk->form;
    form_add(form, ROW_HEADING, FIELD_NONE, item->title);
    if (!is_final(item) && desk->port->has_key)
        return true;
    if (is_final(item)) {
        form->title = words(N_("This cannot be approved yet"));
        add_text(form, N_("It has to be mended first:"));
        add_blocks(form, item, true);
    } else {
        add_text(form, N_("There is no key to sign with. Start with --key FILE."));
    }
    add_button(form, N_("Close"), ACT_ESCAPE, 0);
    return false;
}

static void add_reason(struct form *form, const struct desk_item *item)
{
    if (desk_worst(item) != SEVERITY_BLOCK)
        return;
    add_text(form, N_("These findings stop it. You can let them pass with a reason:"));
    add_blocks(form, item, false);
    add_field(form, ROW_FIELD, FIELD_REASON, N_("Why may it be shown all the same?"), true);
}

/* What approving does to the one that is there already. */
static void add_twin(struct desk *desk, const struct desk_twin *twin)
{
    const char *text = NULL;
    if (twin->relation == RELATION_ALIKE && twin->is_approved && twin->is_same)
        text =
            N_("It is the same as: {0}. Refuse this one with Ctrl R. If you approve it, both are "
               "shown.");
    else if (twin->relation == RELATION_VERSION && twin->is_approved)
        text = N_("It takes the place of: {0}.");
    else if (twin->relation == RELATION_ALIKE && twin->is_approved)
        text = N_("It is much like: {0}. Is it a new version of it? Then close this and press "
                  "Ctrl N. Else both are shown.");
    else if (twin->relation != RELATION_NONE)
        text = N_("The folder has another one like it: {0}");
    if (text)
        form_add(&desk->form, ROW_TEXT, FIELD_NONE,
                 i18n_fill(desk->arena, _(text), &twin->name, 1));
}

static void build_approve(struct desk *desk)
{
    const struct desk_item *item = form_item(desk);
    struct form *form = &desk->form;
    form->title = words(N_("Approve this announcement?"));
    if (!may_approve(desk))
        return;
    add_twin(desk, &item->twin);
    add_reason(form, item);
    add_signer(desk);
    if (item->has_picture && desk_can(desk, DESK_APPROVE_BARE))
        form_add(form, ROW_TICK, FIELD_BARE, words(N_("Without the picture")));
    add_send(form, N_("Approve and sign"));
    form_focus_next(form);
}

/* ---- replace ------------------------------------------------------------------------------- */

#define OTHERS_LISTED 8 /* the likeliest; any other one by its number */
_Static_assert(OTHERS_LISTED <= FIELD_FINDING - FIELD_OTHER, "others have room");

static struct str other_words(const struct desk *desk, const struct desk_other *other)
{
    struct str args[] = { other->name, other->also };
    if (other->also.bytes == 0)
        return other->name;
    return i18n_fill(desk->arena, _("{0} (stays as it was: {1})"), args, ARRAY_LEN(args));
}

static void build_replace(struct desk *desk)
{
    const struct desk_item *item = form_item(desk);
    struct form *form = &desk->form;
    form->title = words(N_("Which announcement does it replace?"));
    if (!may_approve(desk))
        return;
    add_text(form, N_("The earlier one leaves the screens. This one gets its number."));
    for (size_t i = 0; i < item->other_count && i < OTHERS_LISTED; i++) {
        struct form_row *row =
            form_add(form, ROW_CHOICE, FIELD_OTHER + (int)i, other_words(desk, &item->others[i]));
        if (row)
            row->is_on = i == 0 && item->others[i].is_alike;
    }
    add_field(form, ROW_FIELD, FIELD_NUMBER, N_("Or write its number"), false);
    add_reason(form, item);
    add_signer(desk);
    add_send(form, N_("Replace and sign"));
    if (item->other_count > 0 && item->others[0].is_alike)
        form_focus_next(form);
}

/* ---- return and refuse --------------------------------------------------------------------- */

static void build_return(struct desk *desk)
{
    const struct desk_item *item = form_item(desk);
    struct form *form = &desk->form;
    form->title = words(N_("Return it to the sender"));
    add_text(form, N_("Choose what the letter asks to mend."));
    for (size_t i = 0; i < item->finding_count; i++) {
        const struct desk_finding *finding = &item->findings[i];
        struct form_row *row = form_add(form, ROW_TICK, FIELD_FINDING + (int)i, finding->message);
        if (row)
            row->is_on = finding->severity >= SEVERITY_WARN;
    }
    add_field(form, ROW_FIELD, FIELD_TEXT, N_("A line of your own"), item->finding_count == 0);
    if (desk->by[0] == '\0')
        add_field(form, ROW_FIELD, FIELD_BY, N_("Who answers? Write your role"), true);
    add_button(form, N_("Show the letter"), ACT_SEND, 1);
    add_send(form, N_("Return it"));
}

static const struct {
    const char *code, *words;
} grounds[] = {
#define X(name, code, words) { code, words },
    GROUND_LIST(X)
#undef X
};
_Static_assert(ARRAY_LEN(grounds) <= FIELD_DATE - FIELD_GROUND, "grounds have room");

/* The ground that suggests itself; a person decides. */
static bool is_likely_ground(const struct desk_item *item, size_t ground)
{
    return item->twin.is_same && strcmp(grounds[ground].code, "already-here") == 0;
}

static void build_refuse(struct desk *desk)
{
    struct form *form = &desk->form;
    const struct desk_item *item = form_item(desk);
    form->title = words(N_("Refuse this announcement"));
    add_text(form, N_("The program makes a letter with the ground. Send it yourself."));
    for (size_t i = 0; i < ARRAY_LEN(grounds); i++) {
        struct form_row *row =
            form_add(form, ROW_CHOICE, FIELD_GROUND + (int)i, words(grounds[i].words));
        if (row)
            row->is_on = is_likely_ground(item, i);
        if (row && row->is_on)
            form->focus = form->row_count - 1;
    }
    add_field(form, ROW_FIELD, FIELD_TEXT, N_("A line of your own"), false);
    if (desk->by[0] == '\0')
        add_field(form, ROW_FIELD, FIELD_BY, N_("Who answers? Write your role"), true);
    add_button(form, N_("Show the letter"), ACT_SEND, 1);
    add_send(form, N_("Refuse it"));
}

/* ---- what is on the screens ---------------------------------------------------------------- */

static void build_cancel_date(struct desk *desk)
{
    const struct desk_item *item = form_item(desk);
    struct form *form = &desk->form;
    form->title = words(N_("Cancel one date"));
    add_text(form, N_("The slide says that this date is cancelled and shows the next one."));
    for (size_t i = 0; i < item->date_count; i++) {
        if (item->dates[i].cancelled)
            continue;
        struct form_row *row =
            form_add(form, ROW_CHOICE, FIELD_DATE + (int)i, item->dates[i].words);
        if (row)
            row->is_on = form->focus == form->row_count - 1;
    }
    if (form->row_count == 1)
        add_text(form, N_("No date is left to cancel."));
    add_signer(desk);
    add_send(form, N_("Cancel this date"));
}

static void build_take_off(struct desk *desk)
{
    struct form *form = &desk->form;
    form->title = words(N_("Take it off the screens"));
    form_add(form, ROW_HEADING, FIELD_NONE, form_item(desk)->title);
    add_text(form, N_("It goes at the next look of the screens, in a few minutes."));
    add_field(form, ROW_FIELD, FIELD_TEXT, N_("Why?"), false);
    add_signer(desk);
    add_send(form, N_("Take it off"));
}

static void build_correct(struct desk *desk)
{
    struct form *form = &desk->form;
    form->title = words(N_("Mend a small slip"));
    add_text(form, N_("Only for slips. What changes the meaning is for the sender."));
    add_field(form, ROW_FIELD, FIELD_FROM, N_("These words"), true);
    add_field(form, ROW_FIELD, FIELD_TEXT, N_("become these words"), true);
    add_signer(desk);
    add_send(form, N_("Mend and sign"));
}

static void build_undo(struct desk *desk)
{
    struct form *form = &desk->form;
    form->title = words(N_("Take the verdict back?"));
    form_add(form, ROW_HEADING, FIELD_NONE, form_item(desk)->title);
    add_text(form, N_("Everything is again as it was before. If there is a letter in the folder "
                      "letters, delete "
                      "it, or tell the sender."));
    add_send(form, N_("Take it back"));
}

static void build_letter(struct desk *desk)
{
    struct str rest = desk->answer.letter, line;
    struct form *form = &desk->form;
    form->title = words(N_("The letter"));
    while (form->row_count + 1 < FORM_ROWS_MAX && str_next(&rest, '\n', &line))
        form_add(form, ROW_TEXT, FIELD_NONE, line.bytes > 0 ? line : STR(" "));
    add_button(form, N_("Copy the letter"), ACT_COPY, 0);
    add_button(form, N_("Back"), ACT_ESCAPE, 0);
}

static void build_say(struct desk *desk)
{
    struct str rest = desk->answer.message, line;
    struct form *form = &desk->form;
    form->title = desk->answer.done ? words(N_("Done")) : words(N_("That did not work"));
    while (form->row_count + 1 < FORM_ROWS_MAX && str_next(&rest, '\n', &line))
        form_add(form, ROW_TEXT, FIELD_NONE, line);
    add_button(form, N_("Close"), ACT_ESCAPE, 0);
}

/* ---- orders -------------------------------------------------------------------------------- */

static struct str keep(const struct desk *desk, struct str text)
{
    return str_copy(desk->order_arena, text);
}

static bool order_approve(struct desk *desk, struct verdict_order *order)
{
    const struct form_row *bare = form_find(&desk->form, FIELD_BARE);
    if (bare && bare->is_on)
        order->verdict = DESK_APPROVE_BARE;
    order->reason = keep(desk, form_text(&desk->form, FIELD_REASON));
    return true;
}

/* "12" or "Nro 12". */
static const struct desk_other *other_of_number(const struct desk_item *item, struct str text)
{
    int number = 0;
    while (text.bytes > 0 && (text.at[0] < '0' || text.at[0] > '9'))
        text = str_slice(text, 1, text.bytes);
    if (!str_to_number(text, &number) || number == 0)
        return NULL;
    for (size_t i = 0; i < item->other_count; i++)
        if (item->others[i].number == number)
            return &item->others[i];
    return NULL;
}

/* A number that was written counts more than what was chosen before. */
static const struct desk_other *chosen_other(struct desk *desk)
{
    const struct desk_item *item = form_item(desk);
    struct str number = form_text(&desk->form, FIELD_NUMBER);
    if (number.bytes > 0)
        return other_of_number(item, number);
    for (size_t i = 0; i < item->other_count && i < OTHERS_LISTED; i++) {
        const struct form_row *row = form_find(&desk->form, FIELD_OTHER + (int)i);
        if (row && row->is_on)
            return &item->others[i];
    }
    return NULL;
}

static bool order_replace(struct desk *desk, struct verdict_order *order)
{
    const struct desk_other *other = chosen_other(desk);
    if (!other) {
        desk_say(desk, form_text(&desk->form, FIELD_NUMBER).bytes > 0
                           ? words(N_("No approved announcement in this language has that number."))
                           : words(N_("Choose the one that it replaces.")));
        return false;
    }
    order->replaces = keep(desk, other->id);
    order->reason = keep(desk, form_text(&desk->form, FIELD_REASON));
    return true;
}

static bool order_return(struct desk *desk, struct verdict_order *order)
{
    const struct desk_item *item = form_item(desk);
    struct str *rules = NULL;
    for (size_t i = 0; i < item->finding_count; i++) {
        const struct form_row *row = form_find(&desk->form, FIELD_FINDING + (int)i);
        if (row && row->is_on)
            *ARENA_PUSH(desk->order_arena, rules, order->rule_count) =
                keep(desk, item->findings[i].rule);
    }
    order->rules = rules;
    return true;
}

static bool order_refuse(struct desk *desk, struct verdict_order *order)
{
    for (size_t i = 0; i < ARRAY_LEN(grounds); i++) {
        const struct form_row *row = form_find(&desk->form, FIELD_GROUND + (int)i);
        if (row && row->is_on)
            order->ground = str_of(grounds[i].code);
    }
    if (order->ground.bytes == 0)
        desk_say(desk, words(N_("Choose the ground first.")));
    return order->ground.bytes > 0;
}

static bool order_cancel_date(struct desk *desk, struct verdict_order *order)
{
    const struct desk_item *item = form_item(desk);
    for (size_t i = 0; i < item->date_count; i++) {
        const struct form_row *row = form_find(&desk->form, FIELD_DATE + (int)i);
        if (row && row->is_on)
            order->day = keep(desk, item->dates[i].day);
    }
    return true;
}

static bool order_correct(struct desk *desk, struct verdict_order *order)
{
    order->from = keep(desk, form_text(&desk->form, FIELD_FROM));
    return true;
}

static bool order_nothing_more(struct desk *desk, struct verdict_order *order)
{
    (void)desk;
    (void)order;
    return true;
}

struct form_rules {
    void (*build)(struct desk *desk);
    /* Fills in what the form asked; false when it said what is lacking. NULL: is not sent off. */
    bool (*order)(struct desk *desk, struct verdict_order *order);
    enum desk_verdict verdict;
};

static const struct form_rules forms[FORM_KIND_COUNT] = {
    [FORM_KEYS] = { build_keys, NULL, 0 },
    [FORM_TIME] = { build_time, NULL, 0 },
    [FORM_APPROVE] = { build_approve, order_approve, DESK_APPROVE },
    [FORM_RETURN] = { build_return, order_return, DESK_RETURN },
    [FORM_REFUSE] = { build_refuse, order_refuse, DESK_REFUSE },
    [FORM_CANCEL_DATE] = { build_cancel_date, order_cancel_date, DESK_CANCEL_DATE },
    [FORM_TAKE_OFF] = { build_take_off, order_nothing_more, DESK_TAKE_OFF },
    [FORM_CORRECT] = { build_correct, order_correct, DESK_CORRECT },
    [FORM_REPLACE] = { build_replace, order_replace, DESK_REPLACE },
    [FORM_UNDO] = { build_undo, order_nothing_more, DESK_UNDO },
    [FORM_LETTER] = { build_letter, NULL, 0 },
    [FORM_SAY] = { build_say, NULL, 0 },
};

void forms_open(struct desk *desk, enum form_kind kind)
{
    form_clear(&desk->form);
    desk->form.kind = kind;
    desk->form.desk_row = desk->current;
    forms[kind].build(desk);
}

static void swap_forms(struct desk *desk)
{
    struct form behind = desk->form_behind;
    desk->form_behind = desk->form;
    desk->form = behind;
}

void forms_close(struct desk *desk)
{
    bool is_over = desk->form.kind == FORM_LETTER || desk->form.kind == FORM_SAY;
    form_clear(&desk->form);
    if (!is_over || desk->form_behind.kind == FORM_NONE)
        return;
    swap_forms(desk);
    if (desk->current != desk->form.desk_row) /* somebody browsed meanwhile */
        desk_go_to(desk, desk->form.desk_row);
    form_focus_next(&desk->form);
}

/* A whole field: what was longer before must not show behind it. */
static void keep_field(char field[FORM_FIELD_BYTES + 1], struct str text)
{
    if (text.bytes == 0)
        return;
    explicit_bzero(field, FORM_FIELD_BYTES + 1);
    memcpy(field, text.at, text.bytes);
}

/* What was asked once stays for the next verdicts of this window. */
static void remember(struct desk *desk)
{
    keep_field(desk->by, form_text(&desk->form, FIELD_BY));
    keep_field(desk->passphrase, form_text(&desk->form, FIELD_PASSPHRASE));
    if (desk->passphrase[0] != '\0')
        desk->passphrase_ends_ns = desk->mono_ns + DESK_PASSPHRASE_NS;
}

void forms_drop_order(struct desk *desk)
{
    struct str passphrase = desk->order.passphrase;
    /* keep() copied it, so the copy may be written to */
    if (passphrase.bytes > 0)
        explicit_bzero((char *)(uintptr_t)passphrase.at, passphrase.bytes);
    desk->order = (struct verdict_order){ 0 };
    arena_free(desk->order_arena);
    desk->order_arena = NULL;
    desk->has_order = false;
}

/* False when the form lacks something, which is said. */
static bool is_complete(struct desk *desk, bool letter_only)
{
    size_t lacking = form_lacking(&desk->form);
    if (lacking == desk->form.row_count || letter_only)
        return true;
    desk->form.focus = lacking;
    desk_say(desk, words(N_("This field is still empty.")));
    return false;
}

static bool make_order(struct desk *desk, const struct form_rules *rules, bool letter_only)
{
    const struct desk_item *item = form_item(desk);
    const struct desk_row *row = &desk->rows[desk->form.desk_row];
    desk->order_arena = arena_new(ORDER_BYTES_MAX);
    desk->order_row = desk->form.desk_row;
    desk->order = (struct verdict_order){
        .verdict = rules->verdict,
        .file = keep(desk, item->file),
        .id = keep(desk, row->id.bytes > 0 ? row->id : item->id),
        .title = keep(desk, item->title),
        .folder = keep(desk, item->folder),
        .seen = keep(desk, item->seen),
        .text = keep(desk, form_text(&desk->form, FIELD_TEXT)),
        .letter_only = letter_only,
    };
    if (!rules->order(desk, &desk->order))
        return false;
    remember(desk);
    desk->order.by = keep(desk, str_of(desk->by));
    desk->order.passphrase = keep(desk, str_of(desk->passphrase));
    return true;
}

void forms_send(struct desk *desk, bool letter_only)
{
    const struct form_rules *rules = &forms[desk->form.kind];
    if (!rules->order || !form_item(desk) || desk->has_order ||
        desk->at_work.work == WORK_VERDICT || !is_complete(desk, letter_only))
        return;
    if (!desk_row_can(desk, desk->form.desk_row, rules->verdict)) {
        desk_say(desk, words(N_("This verdict does not fit this announcement.")));
        return;
    }
    if (!make_order(desk, rules, letter_only)) {
        forms_drop_order(desk);
        return;
    }
    desk->has_order = true;
    if (!letter_only) { /* kept, in case that it does not work */
        form_clear(&desk->form_behind);
        swap_forms(desk);
    }
    desk_say(desk, words(N_("One moment …")));
}

static bool is_held_by(const struct form *form, size_t row)
{
    return forms[form->kind].order && form->desk_row == row;
}

bool forms_hold(const struct desk *desk, size_t row)
{
    return is_held_by(&desk->form, row) || is_held_by(&desk->form_behind, row);
}

void forms_forget(struct desk *desk, size_t row)
{
    if (!forms_hold(desk, row))
        return;
    if (desk->has_order && desk->order_row == row)
        forms_drop_order(desk);
    form_clear(&desk->form);
    form_clear(&desk->form_behind);
    desk_say(desk, words(N_("The announcement was changed just now. Look at it again.")));
}

/* A letter that was made is at hand for a mail program that opens no drafts. */
static void say_done(struct desk *desk)
{
    struct str said = desk->answer.message;
    if (desk->answer.letter.bytes > 0) {
        desk->clip = desk->answer.letter;
        said = i18n_fill(desk->answer_arena, _("{0}. The letter is on the clipboard."), &said, 1);
    }
    desk_say(desk, said);
    desk->toast_ends_ns = desk->mono_ns + SAID_NS;
}

void forms_answer(struct desk *desk)
{
    desk->toast_ends_ns = 0;
    if (desk->answer.done && desk->answer.letter.bytes > 0 && desk->form.kind != FORM_NONE) {
        swap_forms(desk);
        forms_open(desk, FORM_LETTER);
    } else if (desk->answer.done) {
        form_clear(&desk->form_behind);
        say_done(desk);
    } else {
        if (desk->form.kind != FORM_NONE) /* the letter's */
            swap_forms(desk);
        form_forget_secrets(&desk->form_behind);
        forms_open(desk, FORM_SAY);
    }
}
