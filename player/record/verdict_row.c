/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See verdict_row.h. */
#include "record/verdict_row.h"

enum column {
    COLUMN_AT,
    COLUMN_VERDICT,
    COLUMN_ID,
    COLUMN_BY,
    COLUMN_KEY,
    COLUMN_RULES,
    COLUMN_CONTENT,
    COLUMN_OVERRIDES,
    COLUMN_REASON,
    COLUMNS_LEAST,
    COLUMN_RECEIVED = COLUMNS_LEAST,
    COLUMN_LANGUAGE,
    COLUMN_ORGANISATIONS,
    COLUMN_AUDIENCE,
    COLUMN_TITLE,
    COLUMN_COUNT,
};

#define X(code, word) [VERDICT_##code] = (word),
static const char *const words[] = { VERDICT_LIST(X) };
#undef X

const char *verdict_word(enum verdict verdict)
{
    return words[verdict];
}

static bool find_verdict(struct str word, enum verdict *ret_verdict)
{
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        if (str_is(word, words[i])) {
            *ret_verdict = (enum verdict)i;
            return true;
        }
    }
    return false;
}

/* str_next takes no empty column at the end of a line, so missing ones are as good as empty. */
static size_t split(struct str line, struct str *cells)
{
    size_t count = 0;
    while (count < COLUMN_COUNT && str_next(&line, '\t', &cells[count]))
        count++;
    return count;
}

bool verdict_row_read(struct str line, const struct zone *zone, struct verdict_row *ret_row)
{
    struct str cells[COLUMN_COUNT] = { { 0 } };
    struct stamp at;
    struct verdict_row row;
    if (split(str_trim(line), cells) <= COLUMN_CONTENT || !stamp_parse(cells[COLUMN_AT], &at) ||
        !find_verdict(cells[COLUMN_VERDICT], &row.verdict) || cells[COLUMN_ID].bytes == 0)
        return false;
    row.date = zone_local(zone, stamp_moment(&at, zone)).date;
    row.id = cells[COLUMN_ID];
    row.reason = cells[COLUMN_REASON];
    if (!stamp_parse(cells[COLUMN_RECEIVED], &row.received))
        row.received = (struct stamp){ 0 };
    row.language = cells[COLUMN_LANGUAGE];
    row.organisations = cells[COLUMN_ORGANISATIONS];
    row.audience = cells[COLUMN_AUDIENCE];
    row.title = cells[COLUMN_TITLE];
    *ret_row = row;
    return true;
}
