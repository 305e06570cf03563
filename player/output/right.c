/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was right. Rules are grouped under words that a sender has for them, by the start of their
 * ids, so that a new rule mostly finds its group without a line here; one without a group is never
 * praised.
 */
#include "output/digest.h"

enum praise {
    PRAISE_NONE,
    PRAISE_FACTS,
    PRAISE_DATES,
    PRAISE_TIMES,
    PRAISE_PHONES,
    PRAISE_LETTERS,
    PRAISE_LENGTH,
    PRAISE_FIT,
    PRAISE_COLOURS,
    PRAISE_PICTURE,
    PRAISE_LINKS,
    PRAISE_LANGUAGE,
    PRAISE_EASY,
    PRAISE_WORDS,
    PRAISE_PRIVACY,
    PRAISE_SIGNS,
    PRAISE_COUNT,
};

static const char *const names[PRAISE_COUNT] = {
    [PRAISE_NONE] = "",
    [PRAISE_FACTS] = N_("what people need to know"),
    [PRAISE_DATES] = N_("dates and weekdays"),
    [PRAISE_TIMES] = N_("times of day"),
    [PRAISE_PHONES] = N_("phone numbers"),
    [PRAISE_LETTERS] = N_("size of the letters"),
    [PRAISE_LENGTH] = N_("length of the text"),
    [PRAISE_FIT] = N_("room on the screen"),
    [PRAISE_COLOURS] = N_("colours"),
    [PRAISE_PICTURE] = N_("the picture"),
    [PRAISE_LINKS] = N_("the web address"),
    [PRAISE_LANGUAGE] = N_("the language of the text"),
    [PRAISE_EASY] = N_("words and sentences"),
    [PRAISE_WORDS] = N_("what it is for"),
    [PRAISE_PRIVACY] = N_("privacy"),
    [PRAISE_SIGNS] = N_("letters and signs"),
};

/* The first row that fits counts. */
struct praise_row {
    const char *id_start;
    enum praise praise;
};

static const struct praise_row rows[] = {
    { "event-facts", PRAISE_FACTS },
    { "second-contact", PRAISE_FACTS },
    { "place-access", PRAISE_FACTS },
    { "room-clash", PRAISE_FACTS },
    { "event-past", PRAISE_DATES },
    { "date-", PRAISE_DATES },
    { "weekday-", PRAISE_DATES },
    { "year-", PRAISE_DATES },
    { "validity-", PRAISE_DATES },
    { "time-format-", PRAISE_TIMES },
    { "phone-", PRAISE_PHONES },
    { "language-tag", PRAISE_LANGUAGE },
    { "letter-height-", PRAISE_LETTERS },
    { "title-length", PRAISE_LENGTH },
    { "text-length", PRAISE_LENGTH },
    { "message-levels", PRAISE_LENGTH },
    { "duration-", PRAISE_LENGTH },
    { "overflow", PRAISE_FIT },
    { "capacity", PRAISE_FIT },
    { "line-length", PRAISE_FIT },
    { "safe-area", PRAISE_FIT },
    { "auto-hyphen", PRAISE_FIT },
    { "contrast-", PRAISE_COLOURS },
    { "colour-", PRAISE_COLOURS },
    { "cvd-", PRAISE_COLOURS },
    { "glare-", PRAISE_COLOURS },
    { "missing-glyph", PRAISE_SIGNS },
    { "all-caps", PRAISE_SIGNS },
    { "italic-underline", PRAISE_SIGNS },
    { "bidi-control", PRAISE_SIGNS },
    { "invisible", PRAISE_SIGNS },
    { "homoglyph", PRAISE_SIGNS },
    { "control-markup", PRAISE_SIGNS },
    { "personal-id", PRAISE_PRIVACY },
    { "private-contact", PRAISE_PRIVACY },
    { "person-picture", PRAISE_PRIVACY },
    { "commercial-words", PRAISE_WORDS },
    { "party-political", PRAISE_WORDS },
    { "fundraising", PRAISE_WORDS },
    { "medical-claim", PRAISE_WORDS },
    { "respectful-", PRAISE_WORDS },
    { "link-", PRAISE_LINKS },
    { "lahella-link", PRAISE_LINKS },
    { "qr-", PRAISE_LINKS },
    { "file-", PRAISE_PICTURE },
    { "anim-format", PRAISE_PICTURE },
    { "jpeg-cmyk", PRAISE_PICTURE },
    { "media-missing", PRAISE_PICTURE },
    { "hash-mismatch", PRAISE_PICTURE },
    { "picture-", PRAISE_PICTURE },
    { "alt-", PRAISE_PICTURE },
    { "exif-", PRAISE_PICTURE },
    { "icc-", PRAISE_PICTURE },
    { "baked-", PRAISE_PICTURE },
    { "slide-text-", PRAISE_PICTURE },
    { "flash-", PRAISE_PICTURE },
    { "pattern", PRAISE_PICTURE },
};

static enum praise praise_of(enum rule rule)
{
    const struct rule_info *info = rule_info(rule);
    if (info->group == GROUP_PLAIN_LANGUAGE)
        return PRAISE_EASY;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        if (strncmp(info->id, rows[i].id_start, strlen(rows[i].id_start)) == 0)
            return rows[i].praise;
    return PRAISE_NONE;
}

static bool has_phone(const struct announcement *announcement)
{
    for (size_t i = 0; i < announcement->contact_count; i++)
        if (announcement->contacts[i].tel.bytes > 0)
            return true;
    return announcement->signup_tel.bytes > 0;
}

/* Languages whose words the rules know. */
static bool has_known_words(enum language language)
{
    return language == LANGUAGE_FI || language == LANGUAGE_SV || language == LANGUAGE_EN;
}

/* Is there anything that the rules under a word could have found fault with? */
static bool has_matter(const struct announcement *announcement, enum praise praise)
{
    switch (praise) {
    case PRAISE_FACTS:
        return announcement_is_occasion(announcement);
    case PRAISE_DATES:
    case PRAISE_TIMES:
        return announcement->when_count > 0;
    case PRAISE_PHONES:
        return has_phone(announcement);
    case PRAISE_PICTURE:
        return announcement->has_picture;
    case PRAISE_EASY:
    case PRAISE_WORDS:
        return has_known_words(announcement->language);
    case PRAISE_LINKS:
        return announcement_qr_address(announcement).bytes > 0;
    default:
        return true;
    }
}

size_t digest_right(struct arena *arena, const struct checked_item *item, const char ***ret_names)
{
    enum { NO_RULE, RIGHT, NOT_RIGHT } state[PRAISE_COUNT] = { NO_RULE };
    const char **list = NULL;
    size_t count = 0;
    for (unsigned rule = 0; item->readable && rule < RULE_COUNT; rule++) {
        enum praise praise = praise_of((enum rule)rule);
        if (report_is_off(&item->report, (enum rule)rule))
            continue;
        if (state[praise] == NO_RULE)
            state[praise] = RIGHT;
        if (item->report.skipped[rule] != LACK_NONE)
            state[praise] = NOT_RIGHT;
    }
    for (size_t i = 0; i < item->report.count; i++)
        state[praise_of(finding_info(item->report.findings[i].code)->rule)] = NOT_RIGHT;
    for (enum praise praise = PRAISE_NONE + 1; praise < PRAISE_COUNT; praise++)
        if (state[praise] == RIGHT && has_matter(&item->item.announcement, praise))
            *ARENA_PUSH(arena, list, count) = _(names[praise]);
    *ret_names = list;
    return count;
}
