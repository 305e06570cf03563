/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program keeps its own rules: its Finnish messages, the words that the screen itself puts on
 * a slide, and the advice of these rules have nothing that blocks or warns. A list names the few
 * messages that must hold a hard word, each with the rule that it breaks and why.
 */
#include "base/file.h"
#include "base/utf8.h"
#include "language/kit.h"
#include "layout/wording.h"
#include "written_notice.h"

#include <stdlib.h>

#define PO_BYTES_MAX (4u << 20)
#define MESSAGE_BYTES_MAX 8192
#define ALLOWED_MAX 200

/* A message that may break one rule: "rule-id<TAB>a piece of the message<TAB>why". */
struct allowed {
    struct str rule, piece;
    bool used;
};

struct own_words {
    struct written_notice *notice;
    struct allowed allowed[ALLOWED_MAX];
    size_t allowed_count, messages, faults;
};

static struct str file_of(struct arena *arena, const char *path)
{
    struct str bytes = { 0 };
    assert_int_equal(file_read(arena, path, PO_BYTES_MAX, &bytes), FILE_OK);
    return bytes;
}

static void read_allowed(struct own_words *own)
{
    struct str rest = file_of(own->notice->arena, CASES_FOLDER "/own-words.tsv"), line;
    while (str_next(&rest, '\n', &line)) {
        struct str columns = line, rule, piece, why;
        if (line.bytes == 0 || line.at[0] == '#')
            continue;
        assert_true(str_next(&columns, '\t', &rule) && str_next(&columns, '\t', &piece) &&
                    str_next(&columns, '\t', &why));
        assert_true(own->allowed_count < ALLOWED_MAX);
        own->allowed[own->allowed_count++] = (struct allowed){ rule, piece, false };
    }
}

static int open_own(void **state)
{
    struct own_words *own = memory_new(1, sizeof *own);
    void *notice = NULL;
    written_notice_open(&notice);
    own->notice = notice;
    own->notice->language = kit_open(own->notice->arena, WORDS_FOLDER, NULL, NULL);
    own->notice->announcement.title = STR("Kissa");
    *state = own;
    if (!own->notice->language || !own->notice->language->morphology)
        return -1; /* voikko-fi is needed here */
    read_allowed(own);
    return 0;
}

static int close_own(void **state)
{
    struct own_words *own = *state;
    void *notice = own->notice;
    kit_close((struct language_kit *)own->notice->language);
    written_notice_close(&notice);
    free(own);
    return 0;
}

static bool is_allowed(struct own_words *own, enum rule rule, struct str text)
{
    for (size_t i = 0; i < own->allowed_count; i++) {
        struct allowed *one = &own->allowed[i];
        if (str_is(one->rule, rule_info(rule)->id) && str_find(text, one->piece) >= 0) {
            one->used = true;
            return true;
        }
    }
    return false;
}

/* Fails at the end, so that all faults are seen at once. */
static void judge_own(struct own_words *own, struct str text)
{
    struct written_notice *notice = own->notice;
    notice->announcement.language = LANGUAGE_FI;
    notice->block.text = text;
    written_check(notice);
    own->messages++;
    for (size_t i = 0; i < notice->report.count; i++) {
        const struct finding *finding = &notice->report.findings[i];
        enum rule rule = finding_info(finding->code)->rule;
        if (rule_info(rule)->group != GROUP_PLAIN_LANGUAGE || finding->severity < SEVERITY_WARN ||
            is_allowed(own, rule, text))
            continue;
        own->faults++;
        print_error("%s: %.*s\n    in: %.*s\n", rule_info(rule)->id,
                    STR_ARG(finding_message(notice->arena, finding)), STR_ARG(text));
    }
}

/* Bytes of a place that the program fills in: "%-20.*s", "{0}"; 0 when there is none. */
static size_t place_bytes(struct str text, size_t at)
{
    static const char conversions[] = "sdiuxzlfgc";
    char first = text.at[at];
    size_t end = at + 1;
    if (first == '{') {
        ptrdiff_t close = str_find_byte(str_slice(text, at, 4), '}');
        return close < 0 ? 0 : (size_t)close + 1;
    }
    if (first != '%')
        return 0;
    while (end < text.bytes && strchr("0123456789.*-+lz", text.at[end]))
        end++;
    bool is_place = end < text.bytes && strchr(conversions, text.at[end]);
    return is_place ? end + 1 - at : 0;
}

static bool is_unit(struct str behind)
{
    return str_starts(behind, " mm") || str_starts(behind, " min") || str_starts(behind, " s.") ||
           str_starts(behind, " s,");
}

/* A name stands for what the program fills in: whatever it is, these rules do not judge it. Before
 * a unit it is a number. */
static struct str without_places(struct arena *arena, struct str text)
{
    struct text plain = text_new(arena, MESSAGE_BYTES_MAX);
    for (size_t i = 0; i < text.bytes;) {
        size_t place = place_bytes(text, i);
        bool measure = place > 0 && is_unit(str_slice(text, i + place, 5));
        text_add(&plain, measure ? STR("5") : place > 0 ? STR("Niemelä") : str_slice(text, i, 1));
        i += place > 0 ? place : 1;
    }
    return text_str(&plain);
}

/* What stands between the quotes of a .po line, with its escapes undone. */
static void add_unquoted(struct text *to, struct str line)
{
    ptrdiff_t quote = str_find_byte(line, '"');
    for (size_t i = (size_t)quote + 1; i + 1 < line.bytes; i++) {
        bool escape = line.at[i] == '\\';
        i += escape;
        text_add(to, escape && line.at[i] == 'n' ? STR("\n") : str_slice(line, i, 1));
    }
}

#define LABEL_LETTERS_MAX 3

/* "ma" over a column and "TIEDOSTO" in the help of a command are no sentences. */
static bool is_prose(struct str text)
{
    bool small = false;
    for (size_t i = 0; i < text.bytes; i++)
        small = small || (text.at[i] >= 'a' && text.at[i] <= 'z');
    return small && utf8_length(text) > LABEL_LETTERS_MAX;
}

/* Indented lines are commands and tables; a line ends a sentence there. */
static void judge_message(struct own_words *own, struct str message)
{
    struct arena *arena = own->notice->arena;
    struct str rest = message, line;
    if (message.bytes == 0)
        return;
    struct text lines = text_new(arena, MESSAGE_BYTES_MAX);
    while (str_next(&rest, '\n', &line)) {
        bool prose = line.bytes > 0 && line.at[0] != ' ';
        text_add(&lines, prose ? line : (struct str){ 0 });
        text_add_c(&lines, "\n\n");
    }
    struct str text = str_trim(without_places(arena, text_str(&lines)));
    if (is_prose(text))
        judge_own(own, text);
}

/* Each msgstr of a catalogue but the first, which is its header. */
static void judge_catalogue(struct own_words *own, struct str catalogue)
{
    struct str rest = catalogue, line;
    struct text message = text_new(own->notice->arena, MESSAGE_BYTES_MAX);
    bool is_header = true, inside = false;
    while (str_next(&rest, '\n', &line)) {
        bool starts = str_starts(line, "msgstr");
        if (starts || (inside && !str_starts(line, "\""))) {
            if (inside && !is_header)
                judge_message(own, text_str(&message));
            is_header = is_header && !inside;
            message = text_new(own->notice->arena, MESSAGE_BYTES_MAX);
        }
        inside = starts || (inside && str_starts(line, "\""));
        if (inside)
            add_unquoted(&message, line);
    }
}

static void the_finnish_messages_are_plain(void **state)
{
    struct own_words *own = *state;
    judge_catalogue(own, file_of(own->notice->arena, PO_FOLDER "/fi.po"));
    assert_true(own->messages > 500);
    assert_int_equal(own->faults, 0);
    for (size_t i = 0; i < own->allowed_count; i++)
        if (!own->allowed[i].used)
            fail_msg("own-words.tsv: nothing needs %.*s", STR_ARG(own->allowed[i].piece));
}

static void what_the_screen_says_itself_is_plain(void **state)
{
    struct own_words *own = *state;
    const struct wording *words = wording_of(LANGUAGE_FI);
    const char *const texts[] = {
        words->nothing_now,        words->read_on_phone,  words->cancelled,
        words->cancelled_today,    words->online,         words->by_phone,
        words->together,           words->agenda,         words->agenda_hint,
        words->cancelled_tomorrow, words->free_of_charge, words->important,
    };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        judge_own(own, str_of(texts[i] ? texts[i] : ""));
    for (size_t i = 0; i < LABEL_COUNT; i++)
        judge_own(own, str_of(words->labels[i] ? words->labels[i] : ""));
    for (size_t i = 0; i < ARRAY_LEN(words->access); i++)
        judge_own(own, str_of(words->access[i] ? words->access[i] : ""));
    assert_int_equal(own->faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_screen_says_itself_is_plain),
        cmocka_unit_test(the_finnish_messages_are_plain),
    };
    return cmocka_run_group_tests(tests, open_own, close_own);
}
