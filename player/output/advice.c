/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See advice.h. Most lines are a table: a sentence, and the rule whose limit stands in it. A rule
 * that a centre has switched off takes its line along, so that nobody is asked for what nobody
 * checks. What needs more than one number has a function of its own.
 */
#include "output/advice.h"

#include "layout/reading.h"

#include <math.h>

#define TEXT_SECONDS 30 /* text-length: a text of this length leaves time for the facts */
#define RULE_NONE RULE_COUNT
#define MEGABYTE 1000000.0

struct row {
    enum advice_section section;
    enum rule rule; /* whose limit is {0}; RULE_NONE: there is no number */
    double unit;    /* what the limit is divided by */
    const char *sentence;
};

static const struct row rows[] = {
    { ADVICE_FACTS, RULE_NONE, 1, N_("What is it? Find a short heading that says it at once.") },
    { ADVICE_FACTS, RULE_EVENT_FACTS, 1, N_("When? Give the day and the time.") },
    { ADVICE_FACTS, RULE_EVENT_FACTS, 1, N_("Where? Give the name of the place and the address.") },
    { ADVICE_FACTS, RULE_NONE, 1, N_("Can people get there by wheelchair? Say it.") },
    { ADVICE_FACTS, RULE_EVENT_FACTS, 1, N_("For whom? Say who may come.") },
    { ADVICE_FACTS, RULE_EVENT_FACTS, 1, N_("What does it cost? Say it also when it is free.") },
    { ADVICE_FACTS, RULE_EVENT_FACTS, 1,
      N_("Must people sign up? Say how, or say that they need "
         "not.") },
    { ADVICE_FACTS, RULE_EVENT_FACTS, 1,
      N_("Who arranges it? Give the name of your "
         "organisation.") },
    { ADVICE_FACTS, RULE_NONE, 1,
      N_("Whom can people ask? Give a phone number and a second way, "
         "such as a mail address.") },

    { ADVICE_TEXT, RULE_TITLE_LENGTH, 1, N_("Write a heading of at most {0} characters.") },
    { ADVICE_TEXT, RULE_MESSAGE_LEVELS, 1, N_("Put at most {0} things in a list.") },
    { ADVICE_TEXT, RULE_ALL_CAPS, 1, N_("Write at most {0} words in a row in CAPITAL LETTERS.") },

    { ADVICE_EASY, RULE_SENTENCE_TOO_LONG, 1,
      N_("Write short sentences: at most {0} words each.") },
    { ADVICE_EASY, RULE_NONE, 1, N_("Say one thing in each sentence.") },
    { ADVICE_EASY, RULE_NO_DIRECT_ADDRESS, 1,
      N_("Speak to the reader: “Come along!” “You can "
         "call us.”") },
    { ADVICE_EASY, RULE_WORD_TOO_LONG, 1, N_("Avoid words of more than {0} letters.") },
    { ADVICE_EASY, RULE_RARE_WORD, 1,
      N_("Use words that everyone knows. Explain a hard word at "
         "once.") },
    { ADVICE_EASY, RULE_ABBREVIATION, 1, N_("Write words in full. Do not shorten them.") },

    { ADVICE_DATES, RULE_DATE_FORMAT_FI, 1,
      N_("Write a date like this: 1.12.2026. Write a time "
         "like this: 17.30.") },
    { ADVICE_DATES, RULE_WEEKDAY_AGREES, 1, N_("Check in a calendar that the weekday is right.") },
    { ADVICE_DATES, RULE_YEAR_PRESENT, 1,
      N_("Write the year when the day is more than {0} months "
         "away.") },
    { ADVICE_DATES, RULE_EVENT_PAST, 1,
      N_("The notice leaves the screen by itself when the event "
         "is over.") },
    { ADVICE_DATES, RULE_VALIDITY_ORDER, 1,
      N_("We show a notice for at most {0} months. Then you "
         "can send it again.") },
    { ADVICE_DATES, RULE_NONE, 1, N_("Tell us at once if a date is cancelled.") },

    { ADVICE_PICTURE, RULE_NONE, 1, N_("You need no picture. If you send one, send one only.") },
    { ADVICE_PICTURE, RULE_FILE_TYPE, 1, N_("The picture is JPEG, PNG or WebP.") },
    { ADVICE_PICTURE, RULE_FILE_SIZE, MEGABYTE, N_("The file has at most {0} megabytes.") },
    { ADVICE_PICTURE, RULE_NONE, 1, N_("The picture is calm and clear. There is no text in it.") },
    { ADVICE_PICTURE, RULE_NONE, 1,
      N_("Say in words what is in the picture. Some people do not "
         "see it.") },
    { ADVICE_PICTURE, RULE_NONE, 1, N_("Ask everyone in the picture, and the one who took it.") },

    { ADVICE_LINK, RULE_NONE, 1,
      N_("One address is enough. The screen makes a code of it for "
         "phones.") },
    { ADVICE_LINK, RULE_LINK_VISIBLE, 1, N_("A good address is short: at most {0} characters.") },
    { ADVICE_LINK, RULE_LINK_SCHEME, 1, N_("The address starts with https://") },
    { ADVICE_LINK, RULE_LINK_SHORTENER, 1, N_("Give your own address, no shortened one.") },

    { ADVICE_LANGUAGES, RULE_LANGUAGE_TAG, 1, N_("Make a notice of its own for each language.") },

    { ADVICE_FORBIDDEN, RULE_PERSONAL_ID, 1, N_("Nobody's personal identity code.") },
    { ADVICE_FORBIDDEN, RULE_PRIVATE_CONTACT, 1,
      N_("No private phone number or mail address "
         "without leave.") },
    { ADVICE_FORBIDDEN, RULE_NONE, 1,
      N_("No sale and no advertising. We tell about activity that "
         "makes no profit.") },
    { ADVICE_FORBIDDEN, RULE_NONE, 1, N_("No party politics.") },
    { ADVICE_FORBIDDEN, RULE_FUNDRAISING, 1,
      N_("No collection of money without the number of its "
         "licence.") },
    { ADVICE_FORBIDDEN, RULE_NONE, 1, N_("No promise that something heals.") },

    { ADVICE_TICK, RULE_NONE, 1, N_("The heading says what it is about.") },
    { ADVICE_TICK, RULE_NONE, 1, N_("Day, time and place are right.") },
    { ADVICE_TICK, RULE_NONE, 1, N_("The price and the signing up are told.") },
    { ADVICE_TICK, RULE_NONE, 1, N_("The phone number and the address work.") },
    { ADVICE_TICK, RULE_NONE, 1, N_("Someone else has read the text and understood it.") },
    { ADVICE_TICK, RULE_NONE, 1, N_("Everyone in the picture has said yes.") },
    { ADVICE_TICK, RULE_NONE, 1, N_("The program Infotaulu found nothing to mend.") },
};

#define X(code, heading) [ADVICE_##code] = (heading),
static const char *const headings[] = { ADVICE_SECTION_LIST(X) };
#undef X

const char *advice_heading(enum advice_section section)
{
    return _(headings[section]);
}

struct writer {
    struct arena *arena;
    const struct profile *profile;
    struct report settings; /* an empty report, for the limits in force */
    enum language language;
    struct advice_book book;
};

static void add(struct writer *writer, enum advice_section section, const char *sentence,
                const struct str *args, size_t count)
{
    struct advice *advice = &writer->book.sections[section];
    *ARENA_PUSH(writer->arena, advice->lines, advice->count) =
        i18n_fill(writer->arena, _(sentence), args, count);
}

/* A decimal as the language writes it: "4,5" but in English. */
static struct str number(const struct writer *writer, double value)
{
    struct str text = str_format(writer->arena, "%.10g", value);
    ptrdiff_t stop = str_find_byte(text, '.');
    if (stop < 0 || writer->language == LANGUAGE_EN)
        return text;
    return str_format(writer->arena, "%.*s,%s", (int)stop, text.at, text.at + stop + 1);
}

static void add_row(struct writer *writer, const struct row *row)
{
    struct str limit = { 0 };
    if (row->rule != RULE_NONE) {
        if (report_is_off(&writer->settings, row->rule))
            return;
        limit = number(writer, report_limit(&writer->settings, row->rule) / row->unit);
    }
    add(writer, row->section, row->sentence, &limit, 1);
}

/* ---- what needs more than one number ------------------------------------------------------- */

static void add_text_length(struct writer *writer)
{
    const struct profile *profile = writer->profile;
    int most = reading_characters(profile->slide_seconds_max, profile->reading_cps);
    int seconds =
        profile->slide_seconds_max < TEXT_SECONDS ? profile->slide_seconds_max : TEXT_SECONDS;
    double wished = profile->rules[RULE_TEXT_LENGTH].has_limit
                        ? report_limit(&writer->settings, RULE_TEXT_LENGTH)
                        : reading_characters(seconds, profile->reading_cps);
    struct str wished_text = number(writer, wished), most_text = number(writer, most);
    struct str times[] = { number(writer, profile->slide_seconds_min),
                           number(writer, profile->slide_seconds_max) };
    add(writer, ADVICE_TEXT, N_("Write at most {0} characters. Spaces count, too."), &wished_text,
        1);
    if (most > wished)
        add(writer, ADVICE_TEXT, N_("A text of more than {0} characters cannot be shown."),
            &most_text, 1);
    add(writer, ADVICE_TEXT, N_("The screen shows your notice for {0} to {1} seconds at a time."),
        times, ARRAY_LEN(times));
}

static void add_picture_size(struct writer *writer)
{
    int width = 0, height = 0;
    for (size_t i = 0; i < writer->profile->display_count; i++) {
        const struct display *display = &writer->profile->displays[i];
        width = display->width > width ? display->width : width;
        height = display->height > height ? display->height : height;
    }
    struct str sides[] = { number(writer, width), number(writer, height) };
    add(writer, ADVICE_PICTURE, N_("{0} × {1} pixels are enough."), sides, ARRAY_LEN(sides));
}

static void add_languages(struct writer *writer)
{
    struct text names = text_new(writer->arena, 1024);
    for (size_t i = 0; i < writer->profile->language_count; i++) {
        text_add_c(&names, i ? ", " : "");
        text_add_c(&names, language_own_name(writer->profile->languages[i]));
    }
    struct str list = text_str(&names);
    if (list.bytes > 0)
        add(writer, ADVICE_LANGUAGES, N_("We show notices in these languages: {0}."), &list, 1);
}

static void add_screens(struct writer *writer)
{
    for (size_t i = 0; i < writer->profile->display_count; i++) {
        const struct display *display = &writer->profile->displays[i];
        bool upright = display_seen_height(display) > display_seen_width(display);
        struct str args[] = { display->name, number(writer, display->diagonal_in),
                              number(writer, display->distance_m) };
        add(writer, ADVICE_SCREEN,
            upright ? N_("{0}: {1} inches, upright. People look at it from {2} metres.")
                    : N_("{0}: {1} inches. People look at it from {2} metres."),
            args, ARRAY_LEN(args));
    }
    add(writer, ADVICE_SCREEN, N_("The screen makes a slide of your text. You need not draw."),
        NULL, 0);
    add(writer, ADVICE_SCREEN, N_("The shorter the text, the larger the letters."), NULL, 0);
}

struct advice_book advice_of(struct arena *arena, const struct profile *profile,
                             enum language language)
{
    struct writer writer = {
        .arena = arena, .profile = profile, .settings = report_new(arena), .language = language
    };
    writer.settings.settings = profile->rules;
    add_text_length(&writer);
    add_languages(&writer);
    add_screens(&writer);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        add_row(&writer, &rows[i]);
    add_picture_size(&writer);
    return writer.book;
}
