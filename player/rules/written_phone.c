/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What starts with 0 and another digit, or with +358, and has the digits of a number. Account and
 * business numbers, post codes and hours look alike and are left out by what stands around them.
 */
#include "rules/written_phone.h"

/* The shortest subscriber numbers have five digits behind "09"; ITU-T E.164 allows 15 in all. */
#define DIGITS_LEAST 7
#define DIGITS_MOST 12
#define COMPLETE_DIGITS 10 /* "040 123 4567" */

/* In front of these digits are no telephone number. */
static const char other_numbers[] =
    "viite viitenumero viitenro tili tilinumero iban tunnus isbn pl box lupa luvan klo kello kl "
    "klockan referens referensnummer kontonummer konto nummerlott reference account";

struct scan {
    const struct search_text *text;
    size_t at;
    char digits[PHONE_DIGITS_MAX + 1];
    size_t count;
    bool full; /* more digits than a number has */
};

static bool is_bound_before(const struct search_text *text, size_t at)
{
    uint32_t before = search_point(text, at - 1);
    if (search_is_letter(text, at - 1) || search_is_digit(text, at - 1) || before == SEARCH_BLANK)
        return false;
    /* Groups of an account number: "FI21 1234 0600 0007 85". */
    size_t back = search_skip_spaces_back(text, at);
    if (search_is_digit(text, back - 1))
        return false;
    bool joins =
        before == '.' || before == ',' || before == ':' || before == '/' || search_is_dash(before);
    return !joins || !search_is_digit(text, at - 2);
}

static bool is_behind_other_word(const struct search_text *text, size_t at)
{
    size_t end = search_skip_spaces_back(text, at);
    end -= end > 0 && (search_point(text, end - 1) == ':' || search_point(text, end - 1) == '.');
    end = search_skip_spaces_back(text, end);
    return search_is_one(text, search_word_start(text, end), end, other_numbers);
}

static void take_group(struct scan *scan, struct written_phone *phone)
{
    size_t start = scan->at;
    for (; search_is_digit(scan->text, scan->at); scan->at++) {
        scan->full = scan->full || scan->count == PHONE_DIGITS_MAX;
        if (!scan->full)
            scan->digits[scan->count++] = (char)search_point(scan->text, scan->at);
    }
    if (phone->group_count < PHONE_GROUPS_MAX)
        phone->groups[phone->group_count++] = scan->at - start;
    else
        scan->full = true;
}

/* "040 123 4567 050 765 4321", "040 123 4567 12 paikkaa": the number before is complete. */
static bool is_complete(const struct scan *scan, const struct written_phone *phone)
{
    size_t most = phone->abroad ? COMPLETE_DIGITS + 2 : COMPLETE_DIGITS;
    bool next = search_point(scan->text, scan->at) == ' ' &&
                search_point(scan->text, scan->at + 1) == '0' && scan->count >= DIGITS_LEAST;
    return scan->count >= most || (next && search_is_digit(scan->text, scan->at + 2));
}

/* Past a "(" that is closed behind digits, and past ")", with the spaces behind them. */
static size_t skip_brackets(const struct search_text *text, size_t at)
{
    for (;;) {
        uint32_t sign = search_point(text, at);
        size_t end = at + 1;
        while (search_is_digit(text, end))
            end++;
        if (sign != ')' && (sign != '(' || search_point(text, end) != ')'))
            return at;
        at = search_skip_spaces(text, at + 1);
    }
}

/* Past the signs between two groups; false where the number ends. */
static bool take_signs(struct scan *scan, struct written_phone *phone)
{
    const struct search_text *text = scan->text;
    size_t at = scan->at;
    bool signs = false, spaces = search_point(text, at) == ' ';
    if (spaces && is_complete(scan, phone))
        return false;
    size_t bracket = search_skip_spaces(text, at);
    at = skip_brackets(text, bracket);
    bool brackets = at > bracket;
    if (!spaces && (search_point(text, at) == '-' || search_point(text, at) == '.')) {
        signs = true;
        at++;
    }
    if (at == scan->at || !search_is_digit(text, at))
        return false;
    phone->brackets = phone->brackets || brackets;
    phone->signs = phone->signs || signs;
    scan->at = at;
    return true;
}

/* In "09 123 4567 12.3.2026" and "09 123 4567 3 paikkaa" the last digits are another number. */
static void drop_other_number(struct scan *scan, struct written_phone *phone)
{
    uint32_t sign = search_point(scan->text, scan->at);
    bool joins = (sign == '.' || sign == ',' || sign == ':' || sign == '/') &&
                 search_is_digit(scan->text, scan->at + 1);
    size_t last = phone->groups[phone->group_count - 1], start = scan->at - last;
    if ((!joins && last > 1) || phone->group_count < 2 ||
        search_point(scan->text, start - 1) != ' ')
        return;
    phone->group_count--;
    scan->count -= last;
    scan->digits[scan->count] = 0;
    scan->at = search_skip_spaces_back(scan->text, start);
}

/* "+358 (0)40 123" and "040 123" are the same number at home: "040123". */
static bool set_digits(const struct scan *scan, struct written_phone *phone)
{
    const char *digits = scan->digits;
    if (phone->abroad) {
        digits += 3;
        digits += *digits == '0';
        phone->digits[0] = '0';
        memcpy(phone->digits + 1, digits, strlen(digits) + 1);
    } else {
        memcpy(phone->digits, digits, strlen(digits) + 1);
    }
    size_t count = strlen(phone->digits);
    return count >= DIGITS_LEAST && count <= DIGITS_MOST && phone->digits[1] != '0' &&
           phone->digits[0] == '0';
}

static bool is_hour(const char *digits)
{
    return (digits[0] - '0') * 10 + digits[1] - '0' <= 24 && digits[2] < '6';
}

/* "0123456-7" names a business, "0900-1700" hours, "02150-02160" post codes. */
static bool is_other_number(const struct written_phone *phone)
{
    if (!phone->signs || phone->brackets || phone->group_count != 2)
        return false;
    size_t first = phone->groups[0], second = phone->groups[1];
    bool hours = first == 4 && second == 4 && is_hour(phone->digits) && is_hour(phone->digits + 4);
    return (first == 7 && second == 1) || hours || (first == 5 && second == 5);
}

static bool read_phone(const struct search_text *text, size_t at, struct written_phone *phone)
{
    struct scan scan = { .text = text, .at = at };
    bool bracket = search_point(text, at) == '(';
    phone->start = at;
    phone->brackets = bracket;
    scan.at += bracket;
    phone->abroad = search_point(text, scan.at) == '+';
    scan.at += phone->abroad;
    if (!search_is_digit(text, scan.at) || !is_bound_before(text, at) ||
        is_behind_other_word(text, at))
        return false;
    do {
        take_group(&scan, phone);
    } while (take_signs(&scan, phone));
    if (!scan.full)
        drop_other_number(&scan, phone);
    phone->end = scan.at;
    if (scan.full || search_is_letter(text, scan.at) ||
        (phone->abroad && strncmp(scan.digits, "358", 3) != 0) || !set_digits(&scan, phone))
        return false;
    return !is_other_number(phone);
}

size_t written_phones(struct arena *arena, const struct search_text *text,
                      struct written_phone **ret_phones)
{
    struct written_phone *phones = NULL;
    size_t count = 0;
    for (size_t at = 0; at < text->count;) {
        struct written_phone phone = { 0 };
        uint32_t sign = search_point(text, at);
        if ((sign == '0' || sign == '+' || sign == '(') && read_phone(text, at, &phone)) {
            *ARENA_PUSH(arena, phones, count) = phone;
            at = phone.end;
        } else {
            at++;
        }
    }
    *ret_phones = phones;
    return count;
}

/* Area or operator first, then threes and fours; a short rest may stay whole or end in two. */
bool written_phone_is_grouped(const struct written_phone *phone)
{
    size_t first = phone->abroad ? 1 : 0, last = phone->group_count - 1;
    size_t area_least = phone->abroad ? 1 : 2, area_most = phone->abroad ? 3 : 4;
    if (phone->brackets || phone->signs || last <= first ||
        (phone->abroad && phone->groups[0] != 3))
        return false;
    if (phone->groups[first] < area_least || phone->groups[first] > area_most)
        return false;
    if (last == first + 1)
        return phone->groups[last] >= 3 && phone->groups[last] <= 5;
    for (size_t i = first + 1; i <= last; i++) {
        size_t least = i == last ? 2 : 3;
        if (phone->groups[i] < least || phone->groups[i] > 4)
            return false;
    }
    return true;
}

const char *written_phone_charged(const struct written_phone *phone)
{
    static const char *const prefixes[] = { "0600", "0700", "0100", "0200" };
    size_t first =
        phone->abroad && phone->group_count > 1 ? phone->groups[1] + 1 : phone->groups[0];
    /* "020 012 3456" is a number of the series 020. */
    if (first == 3)
        return NULL;
    for (size_t i = 0; i < ARRAY_LEN(prefixes); i++) {
        if (strncmp(phone->digits, prefixes[i], 4) == 0)
            return prefixes[i];
    }
    return NULL;
}
