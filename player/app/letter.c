/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See letter.h. A letter is put together by one function a kind, from sentences of gettext; for
 * the second language the same function runs again.
 */
#include "app/letter.h"

#include "app/options.h"
#include "base/identity_code.h"
#include "base/slug.h"
#include "output/mail.h"
#include "output/page.h"

#include <stdlib.h>

#define LETTER_BYTES_MAX ((size_t)64 << 10)
#define FOLDER_MODE 0755
#define FILE_MODE 0644
#define SLUG_LETTERS 40
#define TEXT_ENDING ".txt"

struct writing {
    struct arena *arena;
    const struct letter *letter;
    struct text text;
};

static void line(struct writing *writing, struct str words)
{
    text_add(&writing->text, words);
    text_add_c(&writing->text, "\n");
}

static void fill(struct writing *writing, const char *text, struct str a, struct str b)
{
    const struct str args[] = { a, b };
    line(writing, i18n_fill(writing->arena, text, args, ARRAY_LEN(args)));
}

static void gap(struct writing *writing)
{
    text_add_c(&writing->text, "\n");
}

static struct str title_of(const struct writing *writing)
{
    return identity_code_mask(writing->arena, writing->letter->announcement->title);
}

static struct str day_of(const struct writing *writing, int64_t moment)
{
    return date_text(writing->arena, zone_local(writing->letter->zone, moment).date);
}

/* The last day on which it may be shown. */
static struct str last_day_of(const struct writing *writing)
{
    const struct letter *letter = writing->letter;
    return day_of(writing, announcement_show_end(letter->announcement, letter->zone) - 1);
}

static void own_line(struct writing *writing)
{
    if (writing->letter->text.bytes > 0 && writing->letter->words.bytes == 0)
        line(writing, writing->letter->text);
}

/* ---- one function a kind ------------------------------------------------------------------- */

static void write_received(struct writing *writing)
{
    fill(writing, _("We got your announcement \"{0}\". Thank you!"), title_of(writing),
         (struct str){ 0 });
    line(writing, str_of(_("We look at it and answer you.")));
}

static void write_frequency(struct writing *writing)
{
    double often = writing->letter->shown_per_hour;
    struct str none = { 0 };
    if (often >= 1)
        fill(writing, _("It is shown about {0} times an hour."),
             str_format(writing->arena, "%.0f", often), none);
    else if (often > 0)
        fill(writing, _("It is shown about once in {0} minutes."),
             str_format(writing->arena, "%.0f", 60 / often), none);
}

static void write_replaced(struct writing *writing)
{
    static const char *const sentences[2][2] = {
        { N_("It takes the place of an earlier announcement: {0}."),
          N_("It takes the place of an earlier announcement: No {1}, {0}.") },
        { N_("It takes the place of your earlier announcement: {0}."),
          N_("It takes the place of your earlier announcement: No {1}, {0}.") },
    };
    const struct letter *letter = writing->letter;
    struct str title = identity_code_mask(writing->arena, letter->replaced);
    struct str number = str_format(writing->arena, "%d", letter->replaced_number);
    if (letter->replaced.bytes > 0)
        fill(writing, _(sentences[letter->replaced_is_theirs][letter->replaced_number > 0]), title,
             number);
}

static void write_approved(struct writing *writing)
{
    const struct letter *letter = writing->letter;
    struct str none = { 0 };
    int64_t start = announcement_show_start(letter->announcement, letter->zone);
    fill(writing, _("Your announcement \"{0}\" is approved. Thank you!"), title_of(writing), none);
    fill(writing, _("It is on our screens from {0} to {1}."),
         day_of(writing, start > letter->now ? start : letter->now), last_day_of(writing));
    write_frequency(writing);
    write_replaced(writing);
    if (letter->words.bytes > 0) {
        line(writing, str_of(_("We mended a slip in it:")));
        fill(writing, _("\"{0}\" is now \"{1}\"."), letter->words, letter->text);
    }
    own_line(writing);
    line(writing, str_of(_("If something changes, tell us at once.")));
}

static void write_points(struct writing *writing)
{
    const struct letter *letter = writing->letter;
    for (size_t i = 0; i < letter->point_count; i++) {
        struct str message = finding_message(writing->arena, letter->points[i]);
        struct str fix = finding_fix(writing->arena, letter->points[i]);
        struct str example = finding_example(writing->arena, letter->points[i]);
        text_format(&writing->text, "%zu. %.*s\n", i + 1, STR_ARG(message));
        if (fix.bytes > 0)
            text_format(&writing->text, "   %.*s\n", STR_ARG(fix));
        if (example.bytes > 0)
            text_format(&writing->text, "   %.*s\n", STR_ARG(example));
    }
}

static void write_returned(struct writing *writing)
{
    struct str none = { 0 };
    fill(writing, _("Thank you for the announcement \"{0}\"."), title_of(writing), none);
    line(writing, str_of(_("We cannot show it yet. Please mend this first:")));
    gap(writing);
    write_points(writing);
    own_line(writing);
    gap(writing);
    line(writing, str_of(_("Then send the announcement again.")));
    if (writing->letter->profile->submit.bytes > 0)
        line(writing, writing->letter->profile->submit);
}

static void write_refused(struct writing *writing)
{
    const struct letter *letter = writing->letter;
    struct str none = { 0 };
    fill(writing, _("Thank you for the announcement \"{0}\"."), title_of(writing), none);
    line(writing, str_of(_("We cannot show it on our screens.")));
    if (letter->ground)
        line(writing, str_of(_(letter->ground)));
    own_line(writing);
    line(writing, str_of(_("You can ask us more about this.")));
}

static void write_still_true(struct writing *writing)
{
    fill(writing, _("Your announcement \"{0}\" has been on our screens for a long time."),
         title_of(writing), (struct str){ 0 });
    line(writing, str_of(_("Is everything in it still right?")));
    line(writing, str_of(_("Answer yes or no. If something has changed, send a new one.")));
}

static void write_expiring(struct writing *writing)
{
    fill(writing, _("Your announcement \"{0}\" leaves our screens on {1}."), title_of(writing),
         last_day_of(writing));
    line(writing, str_of(_("Do you want to go on? Then send a new announcement.")));
}

static const struct {
    const char *name;
    const char *subject; /* {0}: the title */
    void (*write)(struct writing *writing);
} kinds[] = {
    [LETTER_RECEIVED] = { "saapui", N_("We got your announcement: {0}"), write_received },
    [LETTER_APPROVED] = { "hyvaksytty", N_("Your announcement is approved: {0}"), write_approved },
    [LETTER_RETURNED] = { "palautettu", N_("Please mend your announcement: {0}"), write_returned },
    [LETTER_REFUSED] = { "hylatty", N_("We cannot show your announcement: {0}"), write_refused },
    [LETTER_STILL_TRUE] = { "onko-voimassa", N_("Is your announcement still right? {0}"),
                            write_still_true },
    [LETTER_EXPIRING] = { "paattyy", N_("Your announcement is about to end: {0}"), write_expiring },
};

_Static_assert(ARRAY_LEN(kinds) == LETTER_KIND_COUNT, "every letter has its function");

/* ---- the whole ----------------------------------------------------------------------------- */

static void write_once(struct writing *writing, enum language language)
{
    const struct letter *letter = writing->letter;
    i18n_start(language_tag(language));
    line(writing, str_of(_("Hello!")));
    gap(writing);
    kinds[letter->kind].write(writing);
    gap(writing);
    line(writing, str_of(_("Kind regards")));
    if (letter->by.bytes > 0)
        line(writing, letter->by);
    line(writing, profile_name(letter->profile, language));
}

/* Letters are written in three languages; for the others English is the nearest. */
static enum language first_language(const struct announcement *announcement)
{
    bool is_known = announcement->language == LANGUAGE_FI || announcement->language == LANGUAGE_SV;
    return is_known ? announcement->language : LANGUAGE_EN;
}

struct str letter_text(struct arena *arena, const struct letter *letter)
{
    struct writing writing = { .arena = arena,
                               .letter = letter,
                               .text = text_new(arena, LETTER_BYTES_MAX) };
    enum language spoken = page_language(), first = first_language(letter->announcement);
    write_once(&writing, first);
    if (first != LANGUAGE_FI) {
        text_add_c(&writing.text, "\n---\n\n");
        write_once(&writing, LANGUAGE_FI);
    }
    i18n_start(language_tag(spoken));
    return text_str(&writing.text);
}

static struct str subject_of(struct arena *arena, const struct letter *letter)
{
    enum language spoken = page_language();
    i18n_start(language_tag(first_language(letter->announcement)));
    const struct str title = identity_code_mask(arena, letter->announcement->title);
    struct str subject = i18n_fill(arena, _(kinds[letter->kind].subject), &title, 1);
    i18n_start(language_tag(spoken));
    return subject;
}

/* Whom to write to: the organisation, else the first contact that has an address. */
static struct str address_of(const struct announcement *announcement)
{
    for (size_t i = 0; i < announcement->author_count; i++) {
        if (announcement->authors[i].email.bytes > 0)
            return announcement->authors[i].email;
    }
    for (size_t i = 0; i < announcement->contact_count; i++) {
        if (announcement->contacts[i].email.bytes > 0)
            return announcement->contacts[i].email;
    }
    return (struct str){ 0 };
}

static struct str mail_of(struct arena *arena, const struct letter *letter, struct str text)
{
    char *memory = NULL;
    size_t bytes = 0;
    FILE *to = open_memstream(&memory, &bytes);
    if (!to)
        return (struct str){ 0 };
    mail_start(to, address_of(letter->announcement), subject_of(arena, letter));
    mail_text(to, text);
    struct str mail =
        fclose(to) == 0 ? str_copy(arena, (struct str){ memory, bytes }) : (struct str){ 0 };
    free(memory);
    return mail;
}

static bool save(const char *path, struct str bytes)
{
    enum file_outcome outcome = file_write(path, bytes, FILE_MODE);
    if (outcome != FILE_OK)
        options_fail("%s %s", path, _(file_outcome_text(outcome)));
    return outcome == FILE_OK;
}

/* With the organisation: two of them may well send a notice of the same title on the same day. */
struct str letter_name_end(struct arena *arena, const struct letter *letter)
{
    const struct announcement *announcement = letter->announcement;
    struct str title = slug_of(arena, announcement->title, SLUG_LETTERS);
    struct str sender = { 0 };
    if (announcement->author_count > 0)
        sender = slug_of(arena, announcement->authors[0].name, SLUG_LETTERS);
    return str_format(arena, "-%s-%.*s%s%.*s" TEXT_ENDING, kinds[letter->kind].name, STR_ARG(title),
                      sender.bytes > 0 ? "-" : "", STR_ARG(sender));
}

bool letter_save(const struct desk_folder *folder, const struct letter *letter)
{
    struct arena *arena = folder->arena;
    struct str text = letter_text(arena, letter);
    struct date day = zone_local(letter->zone, letter->now).date;
    const char *letters = desk_folder_join(folder, "letters");
    enum file_outcome outcome = file_make_folder(letters, FOLDER_MODE);
    if (outcome != FILE_OK) {
        options_fail("%s %s", letters, _(file_outcome_text(outcome)));
        return false;
    }
    struct str end = letter_name_end(arena, letter);
    struct str name = str_format(arena, "%04d-%02d-%02d%.*s", day.year, day.month, day.day,
                                 (int)(end.bytes - strlen(TEXT_ENDING)), end.at);
    const char *path = file_join(arena, letters, name.at);
    return save(str_format(arena, "%s" TEXT_ENDING, path).at, text) &&
           save(str_format(arena, "%s.eml", path).at, mail_of(arena, letter, text));
}
