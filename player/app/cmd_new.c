/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu new: a template to edit, so that nobody starts from an empty file. It passes `check` as
 * it is; a sender who changes one thing at a time sees at once which one was wrong. Finnish unless
 * --lang says otherwise: the language of the lobby and not that of the computer.
 */
#include "app/commands.h"
#include "app/templates.h"
#include "base/file.h"

#include <stdio.h>
#include <sys/random.h>

#define FILE_MODE 0644
#define UUID_BYTES 16

/* A random UUID, version 4 of RFC 9562; false when the system has no randomness. */
static bool random_id(struct arena *arena, struct str *ret_id)
{
    uint8_t bytes[UUID_BYTES];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        return false;
    bytes[6] = (bytes[6] & 0x0F) | 0x40;
    bytes[8] = (bytes[8] & 0x3F) | 0x80;
    struct str hex = str_hex(arena, bytes, sizeof bytes);
    *ret_id = str_format(arena, "urn:uuid:%.8s-%.4s-%.4s-%.4s-%.12s", hex.at, hex.at + 8,
                         hex.at + 12, hex.at + 16, hex.at + 20);
    return true;
}

static bool read_kind(const struct options *options, enum kind *ret_kind)
{
    const char *word = options->argument_count > 0 ? options->arguments[0] : "event";
    if (kind_of_term(str_of(word), ret_kind) && template_exists(*ret_kind))
        return true;
    options_fail(_("there is no template %s. There is: event, group, support, volunteering, "
                   "course, notice, joint, picture-slide"),
                 word);
    return false;
}

static int write_out(const char *path, struct str bytes)
{
    if (!path || strcmp(path, "-") == 0) {
        fwrite(bytes.at, 1, bytes.bytes, stdout);
        return EXIT_FINE;
    }
    if (file_exists(path))
        return options_fail(_("%s is there already; nothing was written"), path);
    enum file_outcome outcome = file_write(path, bytes, FILE_MODE);
    return outcome == FILE_OK ? EXIT_FINE
                              : options_fail("%s %s", path, _(file_outcome_text(outcome)));
}

static int run(const struct options *options)
{
    struct arena *arena = options->arena;
    const struct zone *zone = zone_open(arena, NULL, STR("Europe/Helsinki"));
    enum template_language language = template_language_of(str_of(options->values[OPTION_LANG]));
    enum kind kind;
    struct str id;
    int64_t now;
    if (!zone)
        return options_fail(_("the time zone %s is not on this computer (package tzdata)"),
                            "Europe/Helsinki");
    if (!read_kind(options, &kind) || !options_now(options, &now))
        return EXIT_COULD_NOT;
    if (!random_id(arena, &id))
        return options_fail(_("this computer has no random numbers to give"));
    return write_out(options->values[OPTION_OUTPUT],
                     template_write(arena, kind, language, id, now, zone));
}

const struct command command_new = {
    .name = "new",
    .arguments = N_("[KIND]"),
    .summary = N_("write a template of an announcement to start from"),
    .examples = "new event > ilmoitus.xml\n"
                "new group -o ryhma.xml\n"
                "new course --lang sv -o kurs.xml",
    .options = OPTION_BIT(OUTPUT) | OPTION_BIT(NOW),
    .arguments_max = 1,
    .run = run,
};
