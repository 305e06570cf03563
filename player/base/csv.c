/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See csv.h. Semicolons are quoted too: spreadsheets set to Finnish take them for separators.
 */
#include "base/csv.h"

/* Excel and LibreOffice compute cells that begin so (OWASP, "CSV injection"). */
static bool looks_like_a_formula(struct str cell)
{
    return cell.bytes > 0 && memchr("=+-@\t\r", cell.at[0], 6) != NULL;
}

static bool needs_quotes(struct str cell)
{
    for (size_t i = 0; i < cell.bytes; i++) {
        if (memchr(",\"\n\r;", cell.at[i], 5))
            return true;
    }
    return cell.bytes > 0 && (cell.at[0] == ' ' || cell.at[cell.bytes - 1] == ' ');
}

static void add_quoted(struct text *to, struct str cell)
{
    text_add_c(to, "\"");
    for (size_t i = 0; i < cell.bytes; i++) {
        if (cell.at[i] == '"')
            text_add_c(to, "\"");
        bool breaks = cell.at[i] == '\n' || cell.at[i] == '\r';
        text_add(to, breaks ? STR(" ") : str_slice(cell, i, 1));
    }
    text_add_c(to, "\"");
}

static void add_cell(struct text *to, struct str cell)
{
    if (looks_like_a_formula(cell))
        cell = str_join(to->arena, STR("'"), cell);
    if (needs_quotes(cell))
        add_quoted(to, cell);
    else
        text_add(to, cell);
}

void csv_add_row(struct text *to, const struct str *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            text_add_c(to, ",");
        add_cell(to, cells[i]);
    }
    text_add_c(to, "\n");
}

/* The bytes up to the quote that closes, two quotes made one; *rest moves behind it. */
static struct str take_quoted(struct arena *unquoted, struct str *rest)
{
    char *at = arena_alloc(unquoted, rest->bytes + 1, 1);
    size_t bytes = 0, i = 1;
    for (; i < rest->bytes; i++) {
        bool is_quote = rest->at[i] == '"';
        if (is_quote && !(i + 1 < rest->bytes && rest->at[i + 1] == '"'))
            break;
        i += is_quote;
        at[bytes++] = rest->at[i];
    }
    *rest = str_slice(*rest, i + 1, rest->bytes);
    return (struct str){ at, bytes };
}

bool csv_next(struct arena *unquoted, struct str *rest, struct str *ret_cell)
{
    struct str cell, behind;
    if (!rest->at || rest->bytes == 0)
        return false;
    if (rest->at[0] == '"') {
        cell = take_quoted(unquoted, rest);
        ptrdiff_t comma = str_find_byte(*rest, ',');
        behind = comma < 0 ? str_slice(*rest, rest->bytes, 0)
                           : str_slice(*rest, (size_t)comma + 1, rest->bytes);
    } else {
        ptrdiff_t comma = str_find_byte(*rest, ',');
        size_t end = comma < 0 ? rest->bytes : (size_t)comma;
        cell = str_slice(*rest, 0, end);
        behind = str_slice(*rest, end + (comma >= 0), rest->bytes);
    }
    if (cell.bytes > 1 && cell.at[0] == '\'' && looks_like_a_formula(str_slice(cell, 1, 1)))
        cell = str_slice(cell, 1, cell.bytes);
    *rest = behind;
    *ret_cell = cell;
    return true;
}
