/* SPDX-License-Identifier: GPL-3.0-or-later */
/* phone-format: numbers in groups; phone-cost: what a call costs stands beside the number. */
#include "layout/phrase.h"
#include "rules/written.h"

/* --- phone-format --------------------------------------------------------------------------- */

static void check_groups(const struct written *written, struct report *report)
{
    for (size_t i = 0; i < written->phone_count; i++) {
        const struct written_phone *phone = &written->phones[i];
        if (written_phone_is_grouped(phone))
            continue;
        struct str words = written_words(written, phone->start, phone->end);
        struct str better = phrase_phone(report->arena, str_of(phone->digits));
        struct finding *finding =
            written_add(written, phone->start, phone->end, FINDING_PHONE_FORM, report);
        finding_arg(report, finding, words);
        finding_arg(report, finding, better);
        finding->found = finding->span;
        finding->limit = finding->args[1];
    }
}

/* Only what people read: numbers of the facts are grouped by the slide itself. */
void rule_phone_format(const struct rule_input *input, struct report *report)
{
    written_each(input, report, check_groups);
}

/* --- phone-cost ----------------------------------------------------------------------------- */

#define SCRATCH_BYTES_MAX (8u << 20) /* a text has SEARCH_BYTES_MAX, each some 12 bytes here */

static const char money_words[] = "euro euroa euron euros eurot euroja eur snt sentti senttiä "
                                  "sentin cent cents senti евро цент цента центов";
static const char call_words[] = "min minuutti minuutilta minuutissa minuuttia puhelu puhelun "
                                 "puhelusta puhelut minut minuten samtal samtalet minute call "
                                 "calls мин минута минуту звонок minutis kõne";
/* What the operators' own words for prices are: local, mobile or extra charge. */
static const char price_words[] = "pvm mpm ppm lna msa";

static bool has_word_of(const struct search_text *text, const char *words)
{
    for (size_t at = 0; at < text->count; at++) {
        if (!search_is_letter(text, at) || search_is_letter(text, at - 1))
            continue;
        if (search_is_one(text, at, search_word_end(text, at), words))
            return true;
    }
    return false;
}

static bool has_money(const struct search_text *text)
{
    for (size_t at = 0; at < text->count; at++) {
        if (search_point(text, at) == 0x20AC)
            return true;
    }
    return has_word_of(text, money_words);
}

/* "2 euroa minuutissa", "0,08 €/puhelu", "8 c/min", "pvm": what some call costs. */
static bool tells_call_price(const struct search_text *text)
{
    bool money = has_money(text) || has_word_of(text, "c");
    return has_word_of(text, price_words) || (money && has_word_of(text, call_words));
}

/* Sentences of the sender, in the announcement or in its picture. */
static bool is_prose(const struct sender_text *text)
{
    return text->kind == SENDER_TEXT || text->kind == SENDER_SEEN;
}

static bool any_tells_call_price(const struct rule_input *input)
{
    bool told = false;
    for (size_t i = 0; !told && i < input->text_count; i++) {
        struct arena *scratch = arena_new(SCRATCH_BYTES_MAX);
        struct search_text text = search_text_of(scratch, &input->texts[i]);
        told = is_prose(&input->texts[i]) && tells_call_price(&text);
        arena_free(scratch);
    }
    return told;
}

/* The first charged number of a text whose price is not told beside it. */
static bool find_charged(const struct search_text *text, bool is_number, struct arena *scratch,
                         struct written_phone *ret_phone)
{
    struct written_phone *phones;
    size_t count = written_phones(scratch, text, &phones);
    for (size_t i = 0; i < count; i++) {
        if (!written_phone_charged(&phones[i]) || (!is_number && has_money(text)))
            continue;
        *ret_phone = phones[i];
        return true;
    }
    return false;
}

/* Once a text: the remedy is the same. */
static void check_cost(const struct rule_input *input, const struct sender_text *from,
                       struct report *report)
{
    struct arena *scratch = arena_new(SCRATCH_BYTES_MAX);
    struct search_text text = search_text_of(scratch, from);
    struct written_phone phone;
    if (find_charged(&text, from->kind == SENDER_TEL, scratch, &phone)) {
        size_t start = text.bytes[phone.start], end = text.bytes[phone.end];
        struct finding *finding =
            rule_add(input, &text.from, start, end - start, FINDING_PHONE_PRICE, report);
        finding_arg(report, finding, search_slice(&text, phone.start, phone.end));
        finding->found = str_of(written_phone_charged(&phone));
    }
    arena_free(scratch);
}

void rule_phone_cost(const struct rule_input *input, struct report *report)
{
    bool told = any_tells_call_price(input);
    for (size_t i = 0; !told && i < input->text_count; i++) {
        const struct sender_text *text = &input->texts[i];
        if (text->kind == SENDER_TEL || is_prose(text))
            check_cost(input, text, report);
    }
}
