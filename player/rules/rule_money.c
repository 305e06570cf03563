/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fundraising, as far as figures tell it: a bank account or a MobilePay number without the number
 * of a permission. Where the announcement names a price, the account is how to pay it. What words
 * tell is in rule_words.c.
 */
#include "rules/link.h"
#include "rules/money.h"
#include "rules/rule_set.h"

#define IBAN_DIGITS 16       /* of a Finnish one, behind "FI" */
#define IBAN_MODULUS 97      /* ISO 13616 */
#define PAY_BYTES_BETWEEN 24 /* "MobilePay-numero on " */
#define PAY_DIGITS_MIN 5     /* a box number has 5 or 6 digits, a telephone number more */

static bool is_digit(char sign)
{
    return sign >= '0' && sign <= '9';
}

static bool is_word_byte(struct str text, size_t at)
{
    if (at >= text.bytes)
        return false;
    unsigned char byte = (unsigned char)text.at[at];
    return is_digit(text.at[at]) || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/* A space or a no-break space; its bytes. */
static size_t space_bytes(struct str text)
{
    static const char *const spaces[] = { " ", "\xC2\xA0", "\xE2\x80\xAF" };
    for (size_t i = 0; i < ARRAY_LEN(spaces); i++)
        if (str_starts(text, spaces[i]))
            return strlen(spaces[i]);
    return 0;
}

/* Reads digits with single spaces between them; how many, and *at behind the last. */
static size_t read_digits(struct str text, size_t *at, char *digits, size_t most)
{
    size_t count = 0, next = *at;
    while (next < text.bytes && count < most) {
        size_t space = count > 0 ? space_bytes(str_slice(text, next, text.bytes)) : 0;
        next += space;
        if (next >= text.bytes || !is_digit(text.at[next]))
            break;
        digits[count++] = text.at[next++];
        *at = next;
    }
    return count;
}

/* The 14 digits of the account, "FI" as 1518, the check digits: the rest of 97 is 1. */
static bool is_valid_iban(const char digits[IBAN_DIGITS])
{
    static const char country[] = "1518";
    int rest = 0;
    for (size_t i = 2; i < IBAN_DIGITS; i++)
        rest = (rest * 10 + digits[i] - '0') % IBAN_MODULUS;
    for (size_t i = 0; country[i] != '\0'; i++)
        rest = (rest * 10 + country[i] - '0') % IBAN_MODULUS;
    for (size_t i = 0; i < 2; i++)
        rest = (rest * 10 + digits[i] - '0') % IBAN_MODULUS;
    return rest == 1;
}

/* The bytes of a bank account that starts here, or 0. */
static size_t account_bytes(struct str text)
{
    char digits[IBAN_DIGITS];
    size_t at = 2;
    bool country = link_same(str_slice(text, 0, 2), "fi");
    if (!country || read_digits(text, &at, digits, IBAN_DIGITS) != IBAN_DIGITS ||
        is_word_byte(text, at) || !is_valid_iban(digits))
        return 0;
    return at;
}

/* "MobilePay 12345", "mobilepay-numero: 040 123 4567"; never beyond the sentence. */
static size_t pay_bytes(struct str text)
{
    static const char word[] = "mobilepay";
    char digits[PAY_DIGITS_MIN];
    size_t at = sizeof word - 1;
    if (!link_same(str_slice(text, 0, at), word))
        return 0;
    size_t end = at + PAY_BYTES_BETWEEN;
    while (at < end && at < text.bytes && !is_digit(text.at[at]) && !strchr(".!?\n", text.at[at]))
        at++;
    return read_digits(text, &at, digits, PAY_DIGITS_MIN) == PAY_DIGITS_MIN ? at : 0;
}

/* "RA/2026/123": letters, a year and a running number of the police. */
static bool is_permission(struct str text)
{
    size_t at = 0, digits = 0;
    while (at < text.bytes && text.at[at] >= 'A' && text.at[at] <= 'Z')
        at++;
    if (at == 0 || !str_starts(str_slice(text, at, text.bytes), "/20"))
        return false;
    for (at++; at < text.bytes && is_digit(text.at[at]); at++)
        digits++;
    return digits == 4 && at + 1 < text.bytes && text.at[at] == '/' && is_digit(text.at[at + 1]);
}

bool money_has_permission(const struct rule_input *input)
{
    for (size_t i = 0; i < input->text_count; i++) {
        struct str text = input->texts[i].text;
        for (size_t at = 0; at < text.bytes; at++)
            if ((at == 0 || !is_word_byte(text, at - 1)) &&
                is_permission(str_slice(text, at, text.bytes)))
                return true;
    }
    return false;
}

static bool find_in(const struct rule_input *input, const struct sender_text *text,
                    size_t (*bytes_of)(struct str text), enum finding_code code,
                    struct report *report)
{
    for (size_t at = 0; at < text->text.bytes; at++) {
        if (at > 0 && is_word_byte(text->text, at - 1))
            continue;
        size_t bytes = bytes_of(str_slice(text->text, at, text->text.bytes));
        if (bytes > 0) {
            rule_add(input, text, at, bytes, code, report);
            return true;
        }
    }
    return false;
}

void rule_fundraising(const struct rule_input *input, struct report *report)
{
    const struct announcement *announcement = input->announcement;
    bool has_price = announcement->has_cost && !announcement->cost_free;
    if (has_price || money_has_permission(input))
        return;
    for (size_t i = 0; i < input->text_count; i++) {
        const struct sender_text *text = &input->texts[i];
        if (text->kind != SENDER_TEXT && text->kind != SENDER_ALT)
            continue;
        if (find_in(input, text, account_bytes, FINDING_MONEY_ACCOUNT, report) ||
            find_in(input, text, pay_bytes, FINDING_MONEY_MOBILEPAY, report))
            return; /* one permission answers them all */
    }
}
