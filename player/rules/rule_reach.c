/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * second-contact: not everybody can call. place-access: not everybody can climb stairs. What is
 * said in words counts as much as what is said in an attribute.
 */
#include "base/utf8.h"
#include "model/profile.h"
#include "rules/rule_set.h"
#include "rules/search_text.h"

/* ---- a second way of contact --------------------------------------------------------------- */

static bool has_phone(const struct announcement *announcement)
{
    bool found = announcement->signup_tel.bytes > 0;
    for (size_t i = 0; i < announcement->contact_count; i++)
        found = found || announcement->contacts[i].tel.bytes > 0;
    return found;
}

/* A mail address, or a page where one can write: also a mail address of the organisation. */
static bool has_other_way(const struct announcement *announcement)
{
    bool found = announcement->signup_email.bytes > 0 || announcement->signup_href.bytes > 0 ||
                 announcement->link.bytes > 0;
    for (size_t i = 0; i < announcement->contact_count; i++)
        found = found || announcement->contacts[i].email.bytes > 0;
    for (size_t i = 0; i < announcement->author_count; i++)
        found = found || announcement->authors[i].email.bytes > 0;
    return found;
}

void rule_second_contact(const struct rule_input *input, struct report *report)
{
    const struct announcement *announcement = input->announcement;
    if (announcement->kind != KIND_ALERT && has_phone(announcement) && !has_other_way(announcement))
        report_add(report, FINDING_CONTACT_PHONE_ONLY, rule_place(input, "it:contact"));
}

/* ---- how people get in --------------------------------------------------------------------- */

/* Beginnings of words that tell how people get in, for better or worse. */
static const char *const access_words[] = {
    "esteet",  "esteel",   "pyörätuol", "rollaattor", "hissi",     "luiska",   "porta", "porras",
    "kynny",   "induktio", "tillgäng",  "rullstol",   "rollator",  "hiss",     "trapp", "ramp",
    "tröskel", "wheelch",  "accessib",  "stair",      "step-free", "elevator", "lift",
};

/* The centre itself: whoever reads the slide has come in already. */
static const char here_words[] = "täällä tässä här here";

static bool word_begins(const struct search_text *text, size_t start, const char *beginning)
{
    struct str rest = str_of(beginning);
    uint32_t point;
    while (utf8_next(&rest, &point))
        if (utf8_lower(search_point(text, start++)) != point)
            return false;
    return true;
}

static bool tells_access(const struct search_text *text)
{
    for (size_t at = 0; at < text->count; at++) {
        if (!search_is_letter(text, at) || (at > 0 && search_is_letter(text, at - 1)))
            continue;
        for (size_t i = 0; i < ARRAY_LEN(access_words); i++)
            if (word_begins(text, at, access_words[i]))
                return true;
    }
    return false;
}

static bool is_told_in_words(const struct rule_input *input, struct arena *arena)
{
    for (size_t i = 0; i < input->text_count; i++) {
        if (input->texts[i].kind != SENDER_TEXT)
            continue;
        struct search_text text = search_text_of(arena, &input->texts[i]);
        if (tells_access(&text))
            return true;
    }
    return false;
}

/* "Täällä", or the centre by its own name. */
static bool is_here(const struct rule_input *input, struct arena *arena, struct str name)
{
    struct sender_text from = { .kind = SENDER_TEXT, .element = "it:where name", .text = name };
    struct search_text text = search_text_of(arena, &from);
    struct str centre = profile_name(input->profile, input->announcement->language);
    return search_is_one(&text, 0, text.count, here_words) ||
           (centre.bytes > 0 && str_equal(centre, name));
}

void rule_place_access(const struct rule_input *input, struct report *report)
{
    const struct announcement *announcement = input->announcement;
    if (!announcement_is_occasion(announcement) || is_told_in_words(input, report->arena))
        return;
    for (size_t i = 0; i < announcement->venue_count; i++) {
        const struct venue *venue = &announcement->venues[i];
        struct str name = venue->name.bytes > 0 ? venue->name : venue->street;
        bool on_site = venue->mode == PLACE_ON_SITE || venue->mode == PLACE_HYBRID;
        if (!on_site || venue->access != 0 || name.bytes == 0 ||
            is_here(input, report->arena, name))
            continue;
        struct place place = rule_place(input, "it:where");
        finding_arg(report, report_add(report, FINDING_ACCESS_UNSAID, place), name);
        return; /* one question is enough */
    }
}
