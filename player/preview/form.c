/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See form.h. Fields are written at their end only: they are a line long. */
#include "preview/form.h"

#include <string.h>

bool form_row_takes_focus(const struct form_row *row)
{
    return row->kind >= ROW_FIELD;
}

void form_step(struct form *form, int by)
{
    size_t count = form->row_count;
    size_t at = form->focus < count ? form->focus : by > 0 ? count - 1 : 0;
    for (size_t tried = 0; tried < count; tried++) {
        at = by > 0 ? (at + 1) % count : (at + count - 1) % count;
        if (form_row_takes_focus(&form->rows[at])) {
            form->focus = at;
            return;
        }
    }
}

void form_focus(struct form *form, size_t row)
{
    if (row < form->row_count && form_row_takes_focus(&form->rows[row]))
        form->focus = row;
}

void form_focus_next(struct form *form)
{
    size_t row = form_lacking(form);
    for (size_t i = 0; row == form->row_count && i < form->row_count; i++) {
        const struct act *act = &form->rows[i].act;
        if (form->rows[i].kind == ROW_BUTTON && act->kind == ACT_SEND && act->argument == 0) {
            form->focus = i;
            return;
        }
    }
    form_focus(form, row);
}

static struct form_row *field(struct form *form)
{
    struct form_row *row = form->focus < form->row_count ? &form->rows[form->focus] : NULL;
    return row && (row->kind == ROW_FIELD || row->kind == ROW_SECRET) ? row : NULL;
}

bool form_focus_field(struct form *form)
{
    if (field(form))
        return true;
    for (size_t i = 0; i < form->row_count; i++) {
        size_t row = (form->focus + i) % form->row_count;
        if (form->rows[row].kind == ROW_FIELD) {
            form->focus = row;
            return true;
        }
    }
    return false;
}

static bool is_inside_character(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

void form_type(struct form *form, struct str text)
{
    struct form_row *row = field(form);
    if (!row)
        return;
    size_t room = FORM_FIELD_BYTES - row->bytes;
    size_t bytes = text.bytes < room ? text.bytes : room;
    while (bytes > 0 && bytes < text.bytes && is_inside_character(text.at[bytes]))
        bytes--;
    for (size_t i = 0; i < bytes; i++) {
        bool is_control = (unsigned char)text.at[i] < ' ';
        row->text[row->bytes++] = is_control ? ' ' : text.at[i];
    }
    row->text[row->bytes] = '\0';
}

void form_backspace(struct form *form)
{
    struct form_row *row = field(form);
    if (!row)
        return;
    while (row->bytes > 0 && is_inside_character(row->text[row->bytes - 1]))
        row->bytes--;
    row->bytes -= row->bytes > 0;
    row->text[row->bytes] = '\0';
}

bool form_toggle(struct form *form)
{
    struct form_row *row = form->focus < form->row_count ? &form->rows[form->focus] : NULL;
    if (!row || (row->kind != ROW_TICK && row->kind != ROW_CHOICE))
        return false;
    if (row->kind == ROW_TICK) {
        row->is_on = !row->is_on;
        return true;
    }
    for (size_t i = 0; i < form->row_count; i++)
        if (form->rows[i].kind == ROW_CHOICE)
            form->rows[i].is_on = false;
    row->is_on = true;
    return true;
}

struct form_row *form_find(struct form *form, int id)
{
    for (size_t i = 0; i < form->row_count; i++)
        if (form->rows[i].id == id)
            return &form->rows[i];
    return NULL;
}

struct str form_text(struct form *form, int id)
{
    const struct form_row *row = form_find(form, id);
    return row ? str_trim((struct str){ row->text, row->bytes }) : (struct str){ 0 };
}

size_t form_lacking(const struct form *form)
{
    for (size_t i = 0; i < form->row_count; i++) {
        const struct form_row *row = &form->rows[i];
        if (row->is_needed && str_trim((struct str){ row->text, row->bytes }).bytes == 0)
            return i;
    }
    return form->row_count;
}

struct form_row *form_add(struct form *form, enum form_row_kind kind, int id, struct str label)
{
    if (form->row_count == FORM_ROWS_MAX)
        return NULL;
    struct form_row *row = &form->rows[form->row_count++];
    *row = (struct form_row){ .kind = kind, .id = id, .label = label };
    if (form_row_takes_focus(row) && form->focus >= form->row_count - 1)
        form->focus = form->row_count - 1;
    else if (form->focus >= form->row_count - 1)
        form->focus = form->row_count;
    return row;
}

void form_forget_secrets(struct form *form)
{
    for (size_t i = 0; i < form->row_count; i++) {
        struct form_row *row = &form->rows[i];
        if (row->kind != ROW_SECRET)
            continue;
        explicit_bzero(row->text, sizeof row->text);
        row->bytes = 0;
    }
}

void form_clear(struct form *form)
{
    if (form->rows)
        explicit_bzero(form->rows, FORM_ROWS_MAX * sizeof *form->rows);
    form->kind = FORM_NONE;
    form->row_count = 0;
    form->focus = 0;
    form->scroll = 0;
}
