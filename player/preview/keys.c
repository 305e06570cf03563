/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See keys.h. No single letter acts (WCAG 2.2, success criterion 2.1.4): who speaks to a computer
 * would give verdicts by talking.
 */
#include "preview/keys.h"

#include "base/i18n.h"

struct key_row {
    enum key key;
    unsigned modifiers;
    struct act act;
};

static const struct key_row desk_keys[] = {
    { KEY_LEFT, KEY_PLAIN, { ACT_PREVIOUS, 0 } },
    { KEY_RIGHT, KEY_PLAIN, { ACT_NEXT, 0 } },
    { KEY_HOME, KEY_PLAIN, { ACT_FIRST, 0 } },
    { KEY_END, KEY_PLAIN, { ACT_LAST, 0 } },
    { KEY_UP, KEY_PLAIN, { ACT_UP, 0 } },
    { KEY_DOWN, KEY_PLAIN, { ACT_DOWN, 0 } },
    { KEY_PAGE_UP, KEY_PLAIN, { ACT_PAGE_BEFORE, 0 } },
    { KEY_PAGE_DOWN, KEY_PLAIN, { ACT_PAGE_AFTER, 0 } },
    { KEY_TAB, KEY_PLAIN, { ACT_TAB, 0 } },
    { KEY_TAB, KEY_SHIFT, { ACT_TAB_BACK, 0 } },
    { KEY_SPACE, KEY_PLAIN, { ACT_PAUSE, 0 } },
    { KEY_ENTER, KEY_PLAIN, { ACT_ENTER, 0 } },
    { KEY_ESCAPE, KEY_PLAIN, { ACT_ESCAPE, 0 } },
    { KEY_F1, KEY_PLAIN, { ACT_KEYS, 0 } },
    { KEY_F2, KEY_PLAIN, { ACT_EYES, 0 } },
    { KEY_F3, KEY_PLAIN, { ACT_DISPLAY, 0 } },
    { KEY_F4, KEY_PLAIN, { ACT_TIME, 0 } },
    { KEY_F5, KEY_PLAIN, { ACT_FULL, 0 } },
    { KEY_F6, KEY_PLAIN, { ACT_LANGUAGE, 0 } },
    { KEY_F7, KEY_PLAIN, { ACT_COMPARE, 0 } },
    { KEY_ENTER, KEY_CTRL, { ACT_APPROVE, 0 } },
    { KEY_P, KEY_CTRL, { ACT_RETURN, 0 } },
    { KEY_R, KEY_CTRL, { ACT_REFUSE, 0 } },
    { KEY_K, KEY_CTRL, { ACT_CANCEL_DATE, 0 } },
    { KEY_X, KEY_CTRL, { ACT_TAKE_OFF, 0 } },
    { KEY_E, KEY_CTRL, { ACT_CORRECT, 0 } },
    { KEY_N, KEY_CTRL, { ACT_REPLACE, 0 } },
    { KEY_Z, KEY_CTRL, { ACT_UNDO, 0 } },
    { KEY_Q, KEY_CTRL, { ACT_QUIT, 0 } },
};

#define HOUR 3600L
#define DAY (24 * HOUR)

/* While the date and time are chosen, the arrows turn the clock. */
static const struct key_row time_keys[] = {
    { KEY_LEFT, KEY_PLAIN, { ACT_TIME_STEP, -DAY } },
    { KEY_RIGHT, KEY_PLAIN, { ACT_TIME_STEP, DAY } },
    { KEY_UP, KEY_PLAIN, { ACT_TIME_STEP, HOUR } },
    { KEY_DOWN, KEY_PLAIN, { ACT_TIME_STEP, -HOUR } },
    { KEY_HOME, KEY_PLAIN, { ACT_TIME_NOW, 0 } },
    { KEY_F4, KEY_PLAIN, { ACT_ESCAPE, 0 } },
};

static const struct key_row form_keys[] = {
    { KEY_UP, KEY_PLAIN, { ACT_UP, 0 } },
    { KEY_DOWN, KEY_PLAIN, { ACT_DOWN, 0 } },
    { KEY_TAB, KEY_PLAIN, { ACT_TAB, 0 } },
    { KEY_TAB, KEY_SHIFT, { ACT_TAB_BACK, 0 } },
    { KEY_ENTER, KEY_PLAIN, { ACT_ENTER, 0 } },
    { KEY_ESCAPE, KEY_PLAIN, { ACT_ESCAPE, 0 } },
    { KEY_BACKSPACE, KEY_PLAIN, { ACT_BACKSPACE, 0 } },
    { KEY_F1, KEY_PLAIN, { ACT_ESCAPE, 0 } },
    { KEY_C, KEY_CTRL, { ACT_COPY, 0 } },
    { KEY_Q, KEY_CTRL, { ACT_QUIT, 0 } },
};

static struct act find(const struct key_row *rows, size_t count, enum key key, unsigned modifiers)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i].key == key && rows[i].modifiers == modifiers)
            return rows[i].act;
    return (struct act){ ACT_NONE, 0 };
}

struct act keys_act(const struct desk *desk, enum key key, unsigned modifiers)
{
    struct act act = { ACT_NONE, 0 };
    if (desk->form.kind == FORM_TIME)
        act = find(time_keys, ARRAY_LEN(time_keys), key, modifiers);
    if (desk->form.kind != FORM_NONE)
        return act.kind != ACT_NONE ? act : find(form_keys, ARRAY_LEN(form_keys), key, modifiers);
    act = find(desk_keys, ARRAY_LEN(desk_keys), key, modifiers);
    return act.kind != ACT_NONE ? act : (struct act){ ACT_LEGEND, 0 };
}

#define ALWAYS (-1)

static const struct key_help help[] = {
    { N_("← →"),
      N_("browse"),
      N_("The announcement before, or the next one"),
      { ACT_NEXT, 0 },
      ALWAYS },
    { N_("Ctrl Enter"),
      N_("approve"),
      N_("Approve: it goes to the screens"),
      { ACT_APPROVE, 0 },
      DESK_APPROVE },
    { N_("Ctrl P"),
      N_("return"),
      N_("Return it to the sender with a letter"),
      { ACT_RETURN, 0 },
      DESK_RETURN },
    { N_("Ctrl R"),
      N_("refuse"),
      N_("Refuse it and give the ground"),
      { ACT_REFUSE, 0 },
      DESK_REFUSE },
    { N_("Ctrl K"),
      N_("cancel a date"),
      N_("Cancel one date: the slide says so"),
      { ACT_CANCEL_DATE, 0 },
      DESK_CANCEL_DATE },
    { N_("Ctrl X"),
      N_("take off"),
      N_("Take it off the screens now"),
      { ACT_TAKE_OFF, 0 },
      DESK_TAKE_OFF },
    { N_("Ctrl E"),
      N_("correct"),
      N_("Mend a small slip in the text"),
      { ACT_CORRECT, 0 },
      DESK_CORRECT },
    { N_("Ctrl N"),
      N_("replace"),
      N_("Approve it in the place of an earlier announcement"),
      { ACT_REPLACE, 0 },
      DESK_REPLACE },
    { N_("Ctrl Z"),
      N_("undo"),
      N_("Take the last verdict back, until it is published"),
      { ACT_UNDO, 0 },
      DESK_UNDO },
    { N_("F7"),
      N_("compare"),
      N_("Beside the announcement that it repeats or changes"),
      { ACT_COMPARE, 0 },
      ALWAYS },
    { N_("Tab"), N_("all"), N_("All announcements as small pictures"), { ACT_TAB, 0 }, ALWAYS },
    { N_("F2"),
      N_("sight"),
      N_("See the slide with poor sight or colour blindness"),
      { ACT_EYES, 0 },
      ALWAYS },
    { N_("F3"), N_("display"), N_("The slide on the next display"), { ACT_DISPLAY, 0 }, ALWAYS },
    { N_("F4"),
      N_("time"),
      N_("The slide on another day or at another hour"),
      { ACT_TIME, 0 },
      ALWAYS },
    { N_("F5"),
      N_("full screen"),
      N_("The slide alone, as large as in the lobby"),
      { ACT_FULL, 0 },
      ALWAYS },
    { N_("F6"),
      N_("language"),
      N_("The same notice in another language"),
      { ACT_LANGUAGE, 0 },
      ALWAYS },
    { N_("Space"),
      N_("rotation"),
      N_("Let the slides change as in the lobby; again: pause"),
      { ACT_PAUSE, 0 },
      ALWAYS },
    { N_("↑ ↓"), "", N_("The finding above or below"), { ACT_DOWN, 0 }, ALWAYS },
    { N_("Page Up, Page Down"),
      "",
      N_("The slides of an announcement with several"),
      { ACT_PAGE_AFTER, 0 },
      ALWAYS },
    { N_("Home, End"), "", N_("The first or the last announcement"), { ACT_FIRST, 0 }, ALWAYS },
    { N_("Esc"), "", N_("One step back"), { ACT_ESCAPE, 0 }, ALWAYS },
    { N_("F1"), N_("keys"), N_("This list of keys"), { ACT_KEYS, 0 }, ALWAYS },
    { N_("Ctrl Q"), N_("quit"), N_("Close the window"), { ACT_QUIT, 0 }, ALWAYS },
};

const struct key_help *keys_help(size_t *ret_count)
{
    *ret_count = ARRAY_LEN(help);
    return help;
}
