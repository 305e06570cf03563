/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu report: who was on the screens, how often and how long, from the play logs of one or
 * many screens. The logs are all it needs: an announcement that is long gone, and an organisation
 * too, still stand in them.
 */
#include "app/commands.h"
#include "app/terminal.h"
#include "base/file.h"
#include "base/slug.h"
#include "record/play_report.h"

#include <stdio.h>
#include <stdlib.h>

#define LOG_BYTES_MAX ((size_t)1 << 30) /* a month of one screen is some 30 MB */
#define RECORD_BYTES_MAX ((size_t)64 << 20)
#define TALLY_BYTES_MAX ((size_t)4 << 30) /* some hundred million plays */
#define LETTER_MODE 0644
#define FOLDER_MODE 0755
#define SLUG_LETTERS 40

struct reporting {
    const struct options *options;
    struct arena *arena; /* of the tally */
    const struct zone *zone;
    struct play_report report;
    struct str *logs; /* paths */
    size_t log_count;
};

/* ---- what to read -------------------------------------------------------------------------- */

static bool is_log_name(struct str name)
{
    return str_starts(name, "plays-") && str_ends(name, ".csv");
}

static void push_log(struct reporting *reporting, struct str path)
{
    *ARENA_PUSH(reporting->arena, reporting->logs, reporting->log_count) = path;
}

static bool find_logs(struct reporting *reporting, const char *path)
{
    struct str *names;
    size_t count, before = reporting->log_count;
    if (!file_is_folder(path)) {
        push_log(reporting, str_of(path));
        return true;
    }
    enum file_outcome outcome = file_list(reporting->arena, path, &names, &count);
    if (outcome != FILE_OK) {
        options_fail("%s %s", path, _(file_outcome_text(outcome)));
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (is_log_name(names[i]))
            push_log(reporting,
                     str_of(file_join(reporting->arena, path, str_c(reporting->arena, names[i]))));
    }
    if (reporting->log_count == before) {
        options_fail(_("%s: there is no play log here (plays-YEAR-MONTH.csv)"), path);
        return false;
    }
    return true;
}

static bool find_all_logs(struct reporting *reporting)
{
    const struct options *options = reporting->options;
    bool fine = true;
    if (options->argument_count == 0)
        return find_logs(reporting, paths_state(options));
    for (size_t i = 0; i < options->argument_count; i++)
        fine = find_logs(reporting, options->arguments[i]) && fine;
    return fine;
}

static bool read_day(const struct options *options, enum option option, struct date fallback,
                     struct date *ret_day)
{
    struct stamp stamp;
    *ret_day = fallback;
    if (!options_has(options, option))
        return true;
    if (stamp_parse(str_of(options->values[option]), &stamp)) {
        *ret_day = stamp.civil.date;
        return true;
    }
    options_fail(_("--%s: \"%s\" is no day. Write it so: 2026-01-31"), options_name(option),
                 options->values[option]);
    return false;
}

/* From the first of January to this day, unless something else is asked for. */
static bool read_period(struct reporting *reporting, int64_t now)
{
    struct play_report *report = &reporting->report;
    struct date today = zone_local(reporting->zone, now).date;
    if (!read_day(reporting->options, OPTION_TO, today, &report->to))
        return false;
    struct date new_year = { report->to.year, 1, 1 };
    if (!read_day(reporting->options, OPTION_FROM, new_year, &report->from))
        return false;
    if (date_compare(report->from, report->to) <= 0)
        return true;
    options_fail(_("the first day is after the last one (--from, --to)"));
    return false;
}

static bool set_up(struct reporting *reporting)
{
    struct profile *profile = ARENA_NEW(reporting->arena, struct profile);
    int64_t now;
    if (!command_profile_of(reporting->options, NULL, profile) ||
        !options_now(reporting->options, &now))
        return false;
    reporting->zone = zone_open(reporting->arena, NULL, profile->zone_name);
    if (!reporting->zone) {
        options_fail(_("the time zone %.*s is not on this computer (package tzdata)"),
                     STR_ARG(profile->zone_name));
        return false;
    }
    /* The built-in reference is no centre. */
    if (options_has(reporting->options, OPTION_CENTRE))
        reporting->report.centre = profile_name(profile, profile->languages[0]);
    return read_period(reporting, now) && find_all_logs(reporting);
}

/* ---- reading ------------------------------------------------------------------------------- */

typedef void log_taker(void *context, struct str bytes);

static bool read_logs(struct reporting *reporting, log_taker *take, void *context)
{
    for (size_t i = 0; i < reporting->log_count; i++) {
        struct arena *arena = arena_new(LOG_BYTES_MAX + LOG_BYTES_MAX / 2);
        char *path = str_c(arena, reporting->logs[i]);
        struct str bytes;
        enum file_outcome outcome = file_read(arena, path, LOG_BYTES_MAX, &bytes);
        if (outcome == FILE_OK)
            take(context, bytes);
        else
            options_fail("%s %s", path, _(file_outcome_text(outcome)));
        arena_free(arena);
        if (outcome != FILE_OK)
            return false;
        terminal_progress(N_("logs"), i + 1, reporting->log_count);
    }
    terminal_progress("", 0, 0);
    return true;
}

static void take_into_tally(void *context, struct str bytes)
{
    tally_add_log(context, bytes);
}

static bool read_record(struct reporting *reporting)
{
    const char *path = reporting->options->values[OPTION_RECORD];
    struct play_report *report = &reporting->report;
    struct str bytes;
    if (!path)
        return true;
    enum file_outcome outcome = file_read(reporting->arena, path, RECORD_BYTES_MAX, &bytes);
    if (outcome != FILE_OK) {
        options_fail("%s %s", path, _(file_outcome_text(outcome)));
        return false;
    }
    struct desk_work *work =
        desk_begin(reporting->arena, reporting->zone, report->from, report->to);
    desk_add_record(work, bytes);
    report->desk = desk_end(work);
    report->has_desk = true;
    return true;
}

/* ---- writing ------------------------------------------------------------------------------- */

static int write_text(const struct reporting *reporting, struct str text)
{
    const char *path = reporting->options->values[OPTION_OUTPUT];
    if (!path) {
        bool done = fwrite(text.at, 1, text.bytes, stdout) == text.bytes && fflush(stdout) == 0;
        return done ? EXIT_FINE : options_fail(_("the output could not be written"));
    }
    enum file_outcome outcome = file_write(path, text, LETTER_MODE);
    return outcome == FILE_OK ? EXIT_FINE
                              : options_fail("%s %s", path, _(file_outcome_text(outcome)));
}

static int write_table(struct reporting *reporting)
{
    return write_text(reporting, play_report_text(reporting->arena, &reporting->report));
}

static int write_csv(struct reporting *reporting)
{
    return write_text(reporting, play_report_csv(reporting->arena, &reporting->report));
}

static int write_html(struct reporting *reporting)
{
    return write_text(reporting, play_report_html(reporting->arena, &reporting->report));
}

static int write_letters(struct reporting *reporting)
{
    const struct tally *tally = &reporting->report.tally;
    const char *folder = reporting->options->values[OPTION_OUTPUT];
    struct arena *arena = reporting->arena;
    if (!folder)
        return options_fail(_("letters need a folder: -o FOLDER"));
    enum file_outcome outcome = file_make_folder(folder, FOLDER_MODE);
    for (size_t i = 0; outcome == FILE_OK && i < tally->organisation_count; i++) {
        const struct tally_organisation *organisation = &tally->organisations[i];
        struct str slug = slug_of(arena, organisation->name, SLUG_LETTERS);
        struct str name = str_format(arena, "%03zu-%.*s.txt", i + 1, STR_ARG(slug));
        outcome =
            file_write(file_join(arena, folder, str_c(arena, name)),
                       play_report_letter(arena, &reporting->report, organisation), LETTER_MODE);
    }
    if (outcome != FILE_OK)
        return options_fail("%s %s", folder, _(file_outcome_text(outcome)));
    fprintf(stderr,
            i18n_plural("%zu letter in %s\n", "%zu letters in %s\n", tally->organisation_count),
            tally->organisation_count, folder);
    return EXIT_FINE;
}

static const struct {
    const char *name;
    int (*write)(struct reporting *reporting);
} formats[] = {
    { "text", write_table },
    { "csv", write_csv },
    { "html", write_html },
    { "letters", write_letters },
};

#define FORMAT_NAMES "text|csv|html|letters|xibo"

/* ---- play by play -------------------------------------------------------------------------- */

struct xibo {
    struct reporting *reporting;
    FILE *to;
};

static void take_into_xibo(void *context, struct str bytes)
{
    struct xibo *xibo = context;
    const struct play_report *report = &xibo->reporting->report;
    struct str line;
    while (str_next(&bytes, '\n', &line)) {
        struct arena *scratch = arena_new(PLAY_REPORT_BYTES_MAX + line.bytes);
        struct play_row row;
        if (play_row_read(scratch, line, xibo->reporting->zone, &row) == PLAY_LINE_ROW &&
            date_compare(row.date, report->from) >= 0 && date_compare(row.date, report->to) <= 0) {
            struct str text = play_report_xibo_row(scratch, &row, xibo->reporting->zone);
            fwrite(text.at, 1, text.bytes, xibo->to);
        }
        arena_free(scratch);
    }
}

static int write_xibo(struct reporting *reporting)
{
    const char *path = reporting->options->values[OPTION_OUTPUT];
    char *memory = NULL;
    size_t bytes = 0;
    struct xibo xibo = { reporting, path ? open_memstream(&memory, &bytes) : stdout };
    if (!xibo.to)
        return options_fail(_("there is not enough memory"));
    fputs(PLAY_REPORT_XIBO_HEADER, xibo.to);
    bool fine = read_logs(reporting, take_into_xibo, &xibo) && fflush(xibo.to) == 0;
    if (!path)
        return fine ? EXIT_FINE : EXIT_COULD_NOT;
    fclose(xibo.to);
    int code = fine ? write_text(reporting, (struct str){ memory, bytes }) : EXIT_COULD_NOT;
    free(memory);
    return code;
}

/* ---- the command --------------------------------------------------------------------------- */

static int write_report(struct reporting *reporting, const char *format)
{
    struct play_report *report = &reporting->report;
    for (size_t i = 0; i < ARRAY_LEN(formats); i++) {
        if (strcmp(format, formats[i].name) != 0)
            continue;
        struct tally_work *work =
            tally_begin(reporting->arena, reporting->zone, report->from, report->to);
        if (!read_logs(reporting, take_into_tally, work) || !read_record(reporting))
            return EXIT_COULD_NOT;
        report->tally = tally_end(work);
        return formats[i].write(reporting);
    }
    if (strcmp(format, "xibo") == 0)
        return write_xibo(reporting);
    return options_fail(_("--format: \"%s\" is not known. Wanted: %s"), format, FORMAT_NAMES);
}

static int run(const struct options *options)
{
    const char *format = options->values[OPTION_FORMAT];
    struct reporting reporting = { .options = options, .arena = arena_new(TALLY_BYTES_MAX) };
    int code = EXIT_COULD_NOT;
    if (set_up(&reporting))
        code = write_report(&reporting, format ? format : "text");
    arena_free(reporting.arena);
    return code;
}

const struct command command_report = {
    .name = "report",
    .arguments = N_("[FOLDER|FILE…]"),
    .summary = N_("who was on the screens, how often and how long, from the play logs"),
    .examples = "report --from 2026-01-01 --to 2026-12-31\n"
                "report aula/ kaytava/ --record record.tsv --format html -o vuosi.html\n"
                "report --format letters -o kirjeet/",
    .options = OPTION_BIT(FROM) | OPTION_BIT(TO) | OPTION_BIT(RECORD) | OPTION_BIT(FORMAT) |
               OPTION_BIT(OUTPUT) | OPTION_BIT(CENTRE) | OPTION_BIT(STATE) | OPTION_BIT(NOW),
    .arguments_max = 10000,
    .run = run,
};
