/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu start: the first day of a centre. Six questions, and there are the liaison's folders,
 * the keys, a signed profile, a page for the IT person, a page for whoever takes the liaison's
 * chair, and a sheet to keep in a safe. Nothing that is there already is touched.
 */
#include "app/commands.h"
#include "app/first_pages.h"
#include "app/key_pair.h"
#include "app/passphrase.h"
#include "base/file.h"
#include "base/slug.h"
#include "base/utf8.h"
#include "feed/read_profile.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define FOLDER_MODE 0755
#define FILE_MODE 0644
#define ANSWER_BYTES_MAX 300
#define PROFILE_TEXT_BYTES_MAX ((size_t)64 << 10)
#define KEY_YEARS 2 /* people change: keys end by themselves */
#define ID_LETTERS 30
#define SIGNATURE_COMMENT "signature of a centre profile"

struct starting {
    const struct options *options;
    struct arena *arena;
    const char *path;
    int64_t now;
    const struct zone *zone;
    struct first_day day;
    struct secret_key *keys[FIRST_KEY_COUNT];
};

/* ---- questions ----------------------------------------------------------------------------- */

struct question {
    const char *text;
    const char *fallback; /* NULL: it must be answered */
    const char *wanted;   /* said when the answer is none */
    bool (*take)(struct starting *starting, struct str answer);
};

static bool take_name(struct starting *starting, struct str answer)
{
    starting->day.name = answer;
    return utf8_is_valid(answer) && answer.bytes > 0;
}

static bool take_name_sv(struct starting *starting, struct str answer)
{
    starting->day.name_sv = answer;
    return utf8_is_valid(answer);
}

static bool take_number(struct str answer, double least, double most, double *ret_number)
{
    struct str copy = answer;
    ptrdiff_t comma = str_find_byte(copy, ',');
    char text[32];
    if (copy.bytes >= sizeof text)
        return false;
    memcpy(text, copy.at, copy.bytes);
    text[copy.bytes] = '\0';
    if (comma >= 0) /* as Finns write it */
        text[comma] = '.';
    return str_to_decimal(str_of(text), ret_number) && *ret_number >= least && *ret_number <= most;
}

static bool take_inches(struct starting *starting, struct str answer)
{
    return take_number(answer, 10, 200, &starting->day.inches);
}

static bool take_distance(struct starting *starting, struct str answer)
{
    return take_number(answer, 0.5, 30, &starting->day.distance_m);
}

static bool take_hours(struct starting *starting, struct str answer)
{
    struct str from;
    struct first_day *day = &starting->day;
    return str_next(&answer, '-', &from) && str_to_number(str_trim(from), &day->opens) &&
           str_to_number(str_trim(answer), &day->closes) && day->opens < day->closes &&
           day->closes <= 24;
}

static bool take_mail(struct starting *starting, struct str answer)
{
    starting->day.mail = answer;
    return utf8_is_valid(answer) && str_find_byte(answer, '@') > 0 &&
           str_find_byte(answer, ' ') < 0;
}

static const struct question questions[] = {
    { N_("What is the name of the centre?"), NULL, N_("Write the name, for example: Niemelä"),
      take_name },
    { N_("And in Swedish? (may be empty)"), "", N_("Write the name in Swedish"), take_name_sv },
    { N_("How large is the screen, in inches?"), "43", N_("Write a number from 10 to 200"),
      take_inches },
    { N_("How far away do people sit, in metres?"), "3", N_("Write a number from 0.5 to 30"),
      take_distance },
    { N_("When is the centre open on weekdays? For example 8-16"), "8-16",
      N_("Write two hours with a line between: 8-16"), take_hours },
    { N_("To which mail address do associations send their announcements?"), NULL,
      N_("Write an address such as ilmoitukset@keskus.example.fi"), take_mail },
};

static bool read_answer(struct starting *starting, struct str *ret_answer)
{
    char line[ANSWER_BYTES_MAX];
    if (!fgets(line, sizeof line, stdin))
        return false;
    *ret_answer = str_copy(starting->arena, str_trim(str_of(line)));
    return true;
}

/* On a terminal it asks again; out of a file a wrong answer ends it. */
static bool ask(struct starting *starting, size_t number)
{
    const struct question *question = &questions[number];
    bool is_terminal = isatty(STDIN_FILENO);
    for (;;) {
        struct str answer;
        fprintf(stderr, "%zu/%zu %s", number + 1, ARRAY_LEN(questions), _(question->text));
        if (question->fallback && question->fallback[0])
            fprintf(stderr, " [%s]", question->fallback);
        fputs("\n> ", stderr);
        if (!read_answer(starting, &answer)) {
            options_fail(_("the answers ended before the questions"));
            return false;
        }
        if (answer.bytes == 0 && question->fallback)
            answer = str_of(question->fallback);
        if (question->take(starting, answer))
            return true;
        options_fail("%s", _(question->wanted));
        if (!is_terminal)
            return false;
    }
}

/* ---- what is made -------------------------------------------------------------------------- */

static const struct {
    const char *file, *roles; /* roles NULL: the root key, which the profile does not name */
    const char *name;
    bool is_machine;
} key_kinds[FIRST_KEY_COUNT] = {
    [FIRST_KEY_ROOT] = { "keys/root.key", NULL, N_("Root key"), false },
    [FIRST_KEY_APPROVER] = { "keys/approver.key", "approver", N_("Liaison"), false },
    [FIRST_KEY_SECOND] = { "keys/approver-2.key", "approver", N_("Liaison's deputy"), false },
    [FIRST_KEY_RECEPTION] = { "keys/reception.key", "reception", N_("Reception"), false },
    [FIRST_KEY_PUBLISHER] = { "keys/publisher.key", "publisher", N_("Publishing computer"), true },
};

static bool say(const char *path, enum file_outcome outcome)
{
    if (outcome == FILE_OK)
        return true;
    options_fail("%s %s", path, _(file_outcome_text(outcome)));
    return false;
}

static char *at(const struct starting *starting, const char *name)
{
    return file_join(starting->arena, starting->path, name);
}

static bool make_folders(const struct starting *starting)
{
    static const char *const names[] = { "inbox",   "approved", "returned", "refused",
                                         "letters", "site",     "keys" };
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        const char *path = at(starting, names[i]);
        if (!say(path, file_make_folder(path, FOLDER_MODE)))
            return false;
    }
    return true;
}

/* One passphrase for all keys of persons on the first day; each changes it with a key of the own.
 */
static bool make_keys(struct starting *starting)
{
    struct passphrase passphrase = { .length = 0 };
    bool fine = true;
    if (!options_has(starting->options, OPTION_NO_PASSPHRASE) &&
        !passphrase_get(starting->options, at(starting, "keys"), true, &passphrase))
        return false;
    for (size_t i = 0; fine && i < FIRST_KEY_COUNT; i++) {
        struct str secret =
            key_kinds[i].is_machine ? (struct str){ "", 0 } : passphrase_str(&passphrase);
        fine = key_pair_make(starting->arena, at(starting, key_kinds[i].file), secret, NULL,
                             &starting->keys[i]);
    }
    passphrase_wipe(&passphrase);
    return fine;
}

/* The term by which announcements name the centre: "niemelan-sote-keskus". */
static struct str id_of(struct arena *arena, struct str name)
{
    struct str id = slug_of(arena, name, ID_LETTERS);
    return id.bytes ? id : STR("keskus");
}

static void add_escaped(struct text *text, struct str value)
{
    static const struct {
        char sign;
        const char *markup;
    } signs[] = { { '&', "&amp;" }, { '<', "&lt;" }, { '>', "&gt;" }, { '"', "&quot;" } };
    for (size_t i = 0; i < value.bytes; i++) {
        const char *markup = NULL;
        for (size_t j = 0; j < ARRAY_LEN(signs); j++)
            markup = value.at[i] == signs[j].sign ? signs[j].markup : markup;
        if (markup)
            text_add_c(text, markup);
        else
            text_add(text, str_slice(value, i, 1));
    }
}

static void add_name(struct text *text, const char *language, struct str name)
{
    if (name.bytes == 0)
        return;
    text_format(text, "  <name xml:lang=\"%s\">", language);
    add_escaped(text, name);
    text_add_c(text, "</name>\n");
}

static void add_keys(const struct starting *starting, struct text *text)
{
    struct date today = zone_local(starting->zone, starting->now).date;
    for (size_t i = 0; i < FIRST_KEY_COUNT; i++) {
        if (!key_kinds[i].roles)
            continue;
        struct public_key public = secret_key_public(starting->keys[i]);
        text_format(text,
                    "  <key role=\"%s\" name=\"%s\" from=\"%04d-%02d-%02d\" until=\"%04d-12-31\">"
                    "%.*s</key>\n",
                    key_kinds[i].roles, _(key_kinds[i].name), today.year, today.month, today.day,
                    today.year + KEY_YEARS, STR_ARG(public_key_format(starting->arena, &public)));
    }
}

static struct str profile_text(const struct starting *starting)
{
    const struct first_day *day = &starting->day;
    struct text text = text_new(starting->arena, PROFILE_TEXT_BYTES_MAX);
    text_format(&text,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<centre xmlns=\"urn:x-infotaulu:1\" id=\"%.*s\" zone=\"Europe/Helsinki\">\n",
                STR_ARG(id_of(starting->arena, day->name)));
    add_name(&text, "fi", day->name);
    add_name(&text, "sv", day->name_sv);
    text_add_c(&text, "  <languages>fi sv en</languages>\n");
    text_format(&text,
                "  <display name=\"aula\" diagonal-in=\"%g\" width=\"1920\" height=\"1080\" "
                "distance-m=\"%g\"/>\n",
                day->inches, day->distance_m);
    text_format(&text,
                "  <opening>\n    <hours days=\"mo tu we th fr\" from=\"%02d:00\" "
                "until=\"%02d:00\"/>\n  </opening>\n",
                day->opens, day->closes);
    add_keys(starting, &text);
    text_add_c(&text, "  <submit xml:lang=\"fi\">Lähetä ilmoitus osoitteeseen ");
    add_escaped(&text, day->mail);
    text_add_c(&text, ".</submit>\n  <submit xml:lang=\"sv\">Skicka meddelandet till ");
    add_escaped(&text, day->mail);
    text_add_c(&text, ".</submit>\n</centre>\n");
    return text_str(&text);
}

/* What is written is read back by the reader of every screen before anything is signed. */
static bool write_profile(struct starting *starting)
{
    struct arena *arena = starting->arena;
    struct report report = report_new(arena);
    struct str bytes = profile_text(starting);
    const char *path = at(starting, "approved/centre.xml");
    const char *beside = at(starting, "approved/centre.xml.minisig");
    if (!profile_read(arena, bytes, str_of(path), &report, &starting->day.profile) ||
        report_has(&report, SEVERITY_BLOCK)) {
        command_print_findings(&report);
        options_fail(_("the centre profile %s cannot be used"), path);
        return false;
    }
    struct str when = stamp_format(arena, starting->now, starting->zone);
    struct str comment = str_format(arena, "at=%.*s file=centre.xml", STR_ARG(when));
    struct str signature = secret_key_sign(arena, starting->keys[FIRST_KEY_ROOT], bytes,
                                           STR(SIGNATURE_COMMENT), comment);
    return say(path, file_write(path, bytes, FILE_MODE)) &&
           say(beside, file_write(beside, signature, FILE_MODE));
}

/* What the pages tell to type must work from any folder. */
static const char *whole_path(const struct starting *starting)
{
    char whole[PATH_MAX];
    return realpath(starting->path, whole) ? str_c(starting->arena, str_of(whole)) : starting->path;
}

static bool write_pages(struct starting *starting)
{
    struct first_day *day = &starting->day;
    struct arena *arena = starting->arena;
    for (size_t i = 0; i < FIRST_KEY_COUNT; i++) {
        struct public_key public = secret_key_public(starting->keys[i]);
        day->keys[i] = (struct first_key_told){
            .file = key_kinds[i].file,
            .name = _(key_kinds[i].name),
            .number = public_key_number(arena, public.id),
            .public_text = public_key_format(arena, &public),
        };
    }
    day->folder = whole_path(starting);
    for (enum first_page page = 0; page < FIRST_PAGE_COUNT; page++) {
        const char *path = at(starting, first_page_name(page));
        struct str text = first_page_text(arena, page, day);
        if (text.bytes == 0) {
            options_fail(_("there is not enough memory"));
            return false;
        }
        if (!say(path, file_write(path, text, FILE_MODE)))
            return false;
    }
    return true;
}

/* ---- the command --------------------------------------------------------------------------- */

static bool is_free(struct starting *starting)
{
    static const char *const names[] = { "approved/centre.xml", "keys/root.key" };
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (file_exists(at(starting, names[i]))) {
            options_fail(_("%s is there already: this folder has had its first day"),
                         at(starting, names[i]));
            return false;
        }
    }
    return true;
}

static bool set_up(struct starting *starting)
{
    starting->zone = zone_open(starting->arena, NULL, STR("Europe/Helsinki"));
    if (!starting->zone) {
        options_fail(_("the time zone %.*s is not on this computer (package tzdata)"), 15,
                     "Europe/Helsinki");
        return false;
    }
    if (!options_now(starting->options, &starting->now) || !is_free(starting))
        return false;
    for (size_t i = 0; i < ARRAY_LEN(questions); i++) {
        if (!ask(starting, i))
            return false;
    }
    return true;
}

static void say_done(const struct starting *starting)
{
    printf(_("The folders are ready: %s\n"), starting->path);
    for (enum first_page page = 0; page < FIRST_PAGE_COUNT; page++)
        printf("  %s  %s\n", first_page_name(page), first_page_purpose(page));
    fputs(_("Move keys/root.key to a safe place now. Print the recovery sheet.\n"), stdout);
    if (options_has(starting->options, OPTION_NO_PASSPHRASE))
        fputs(_("infotaulu: warning: the keys have no passphrase: whoever copies the files can "
                "sign with them\n"),
              stderr);
}

static int run(const struct options *options)
{
    struct starting starting = { .options = options,
                                 .arena = options->arena,
                                 .path = options->arguments[0] };
    bool fine = set_up(&starting) && make_folders(&starting) && make_keys(&starting) &&
                write_profile(&starting) && write_pages(&starting);
    for (size_t i = 0; i < FIRST_KEY_COUNT; i++)
        secret_key_free(starting.keys[i]);
    if (fine)
        say_done(&starting);
    return fine ? EXIT_FINE : EXIT_COULD_NOT;
}

const struct command command_start = {
    .name = "start",
    .arguments = N_("FOLDER"),
    .summary = N_("six questions, and a centre's folders, keys and profile are there"),
    .examples = "start /srv/infotaulu\n"
                "start infotaulu --no-passphrase < vastaukset.txt",
    .options = OPTION_BIT(NO_PASSPHRASE) | OPTION_BIT(PASSPHRASE_FD) | OPTION_BIT(NOW),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run,
};
