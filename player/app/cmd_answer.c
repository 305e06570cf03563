/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu return and infotaulu refuse: the liaison's no, with a letter that says what to do. Both
 * move the submission out of the inbox, note the verdict and write the letter; only the reasons are
 * of two kinds. No key signs a no: nothing is shown because of it.
 */
#include "app/commands.h"
#include "app/letter.h"
#include "app/submission.h"
#include "app/verdict.h"
#include "app/verdict_judge.h"
#include "base/identity_code.h"
#include "model/ground.h"

#include <stdio.h>

struct answering {
    const struct options *options;
    struct arena *arena;
    const char *path;
    int64_t now;
    struct profile profile;
    struct judge judge;
    struct submission submission;
    struct letter letter;
    const char *verdict; /* "return", "refuse" */
    enum verdict_target target;
    struct str reason; /* for the record */
};

/* ---- reasons ------------------------------------------------------------------------------- */

static bool is_listed(struct str list, const char *id)
{
    struct str word;
    while (str_next(&list, ',', &word)) {
        if (str_is(str_trim(word), id))
            return true;
    }
    return false;
}

static bool is_point(const struct answering *answering, const struct finding *finding)
{
    const char *rules = answering->options->values[OPTION_RULES];
    if (rules)
        return is_listed(str_of(rules), rule_info(finding_info(finding->code)->rule)->id);
    return finding->severity >= SEVERITY_WARN;
}

static bool is_there(const struct letter *letter, enum rule rule)
{
    for (size_t i = 0; i < letter->point_count; i++) {
        if (finding_info(letter->points[i]->code)->rule == rule)
            return true;
    }
    return false;
}

/* The worst three, one a rule: who gets twenty things to mend, mends none. */
static void choose_points(struct answering *answering)
{
    struct letter *letter = &answering->letter;
    struct report *report = &answering->submission.report;
    report_sort(report);
    for (size_t i = 0; i < report->count && letter->point_count < LETTER_POINTS_MAX; i++) {
        const struct finding *finding = &report->findings[i];
        enum rule rule = finding_info(finding->code)->rule;
        if (!is_point(answering, finding) || is_there(letter, rule))
            continue;
        letter->points[letter->point_count++] = finding;
        struct str id = str_of(rule_info(rule)->id);
        answering->reason = answering->reason.bytes
                                ? str_format(answering->arena, "%.*s, %.*s",
                                             STR_ARG(answering->reason), STR_ARG(id))
                                : id;
    }
}

static bool find_return_reason(struct answering *answering)
{
    choose_points(answering);
    if (answering->letter.point_count > 0 || answering->letter.text.bytes > 0) {
        answering->reason = answering->reason.bytes ? answering->reason : answering->letter.text;
        return true;
    }
    options_fail(_("%s: what is to be mended? Nothing was found in it that must be. Say it with "
                   "--text TEXT"),
                 answering->path);
    return false;
}

static const struct {
    const char *word, *sentence;
} grounds[] = {
#define X(code, word, sentence) { word, sentence },
    GROUND_LIST(X)
#undef X
};

static bool find_ground(struct answering *answering)
{
    const char *word = answering->options->values[OPTION_GROUND];
    struct text known = text_new(answering->arena, 1024);
    for (size_t i = 0; i < ARRAY_LEN(grounds); i++) {
        text_format(&known, "%s%s", i ? "|" : "", grounds[i].word);
        if (word && strcmp(word, grounds[i].word) == 0) {
            bool is_own = strcmp(word, "other") == 0;
            if (is_own && answering->letter.text.bytes == 0)
                break;
            answering->letter.ground = is_own ? NULL : grounds[i].sentence;
            answering->reason = is_own ? answering->letter.text : str_of(grounds[i].word);
            return true;
        }
    }
    if (word && strcmp(word, "other") == 0)
        options_fail(_("--ground other needs your own words: --text TEXT"));
    else
        options_fail(_("on which ground? Give --ground %s"), text_str(&known).at);
    return false;
}

/* ---- doing it ------------------------------------------------------------------------------ */

/* What is no announcement, or has no title, is called in its letter what the sender called it. */
static void name_by_file(struct submission *submission)
{
    struct announcement *announcement = &submission->item.announcement;
    if (announcement->title.bytes == 0)
        announcement->title = file_name_of(submission->file);
}

static bool open_all(struct answering *answering)
{
    struct arena *arena = answering->arena;
    if (!verdict_judge_open(answering->options, answering->path, answering->now,
                            &answering->profile, &answering->judge))
        return false;
    submission_read(arena, &answering->judge, answering->path, &answering->submission);
    name_by_file(&answering->submission);
    answering->letter = (struct letter){
        .kind = answering->target == VERDICT_TO_RETURNED ? LETTER_RETURNED : LETTER_REFUSED,
        .announcement = &answering->submission.item.announcement,
        .profile = &answering->profile,
        .zone = answering->judge.zone,
        .now = answering->now,
        .by = str_of(answering->options->values[OPTION_BY]),
        .text = str_trim(str_of(answering->options->values[OPTION_TEXT])),
    };
    return true;
}

/* The picture goes along with its announcement. */
static void read_medium(const struct answering *answering, struct verdict_files *files)
{
    const struct submission *submission = &answering->submission;
    if (submission->media_path.bytes == 0)
        return;
    const char *path = str_c(answering->arena, submission->media_path);
    if (file_read(answering->arena, path, PICTURE_FILE_BYTES_MAX, &files->media) == FILE_OK)
        files->media_href = submission->item.announcement.picture.href;
}

static bool move(struct answering *answering, const struct desk_folder *folder)
{
    const struct submission *submission = &answering->submission;
    struct arena *arena = answering->arena;
    struct verdict_place place;
    struct verdict_files files = { .entry = submission->bytes };
    /* What is no announcement has no id; its file's name stands in for that. */
    struct str id =
        submission->readable ? submission->item.announcement.id : file_name_of(submission->file);
    struct verdict_record record = {
        .at = stamp_format(arena, answering->now, answering->judge.zone),
        .verdict = answering->verdict,
        .id = id,
        .by = answering->letter.by,
        .rules = RULES_VERSION,
        .content = hash_of(submission->bytes),
        .reason = answering->reason,
        .received = verdict_received(arena, answering->path, answering->judge.zone),
        .announcement = submission->readable ? &submission->item.announcement : NULL,
    };
    read_medium(answering, &files);
    return verdict_find_place(arena, answering->path, id, answering->target, &place) &&
           verdict_carry_out(arena, folder, &place, &files, &record);
}

static void print_letter(const struct answering *answering)
{
    struct str text = letter_text(answering->arena, &answering->letter);
    fwrite(text.at, 1, text.bytes, stdout);
}

static int give_verdict(struct answering *answering)
{
    struct desk_folder folder;
    const char *path = desk_folder_of(answering->arena, answering->path);
    if (!path || !verdict_approved_folder(answering->arena, answering->path))
        return options_fail(_("%s is not in a folder named inbox; --letter-only shows the letter"),
                            answering->path);
    if (!desk_folder_open(answering->arena, path, &folder))
        return EXIT_COULD_NOT;
    bool fine = letter_save(&folder, &answering->letter) && move(answering, &folder);
    desk_folder_close(&folder);
    if (!fine)
        return EXIT_COULD_NOT;
    struct str title = identity_code_mask(answering->arena, answering->letter.announcement->title);
    const char *letters = desk_folder_join(&folder, "letters");
    if (answering->target == VERDICT_TO_RETURNED)
        printf(_("returned: %.*s; the letter is in %s\n"), STR_ARG(title), letters);
    else
        printf(_("refused: %.*s; the letter is in %s\n"), STR_ARG(title), letters);
    if (options_has(answering->options, OPTION_WITH_LETTER)) {
        printf("\n");
        print_letter(answering);
    }
    return EXIT_FINE;
}

static int answer(struct answering *answering)
{
    bool has_reason = answering->target == VERDICT_TO_RETURNED ? find_return_reason(answering)
                                                               : find_ground(answering);
    if (!has_reason)
        return EXIT_COULD_NOT;
    if (!options_has(answering->options, OPTION_LETTER_ONLY))
        return give_verdict(answering);
    print_letter(answering);
    return EXIT_FINE;
}

static int run(struct answering *answering)
{
    const struct options *options = answering->options;
    answering->arena = options->arena;
    answering->path = options->arguments[0];
    if (!file_exists(answering->path) || file_is_folder(answering->path))
        return options_fail(_("%s is not a file"), answering->path);
    if (!options_has(options, OPTION_BY))
        return options_fail(_("who answers? Give --by ROLE"));
    if (!options_now(options, &answering->now) || !open_all(answering))
        return EXIT_COULD_NOT;
    int code = answer(answering);
    submission_free(&answering->submission);
    judge_close(&answering->judge);
    return code;
}

static int run_return(const struct options *options)
{
    struct answering answering = { .options = options,
                                   .verdict = "return",
                                   .target = VERDICT_TO_RETURNED };
    return run(&answering);
}

static int run_refuse(const struct options *options)
{
    struct answering answering = { .options = options,
                                   .verdict = "refuse",
                                   .target = VERDICT_TO_REFUSED };
    return run(&answering);
}

#define COMMON_OPTIONS                                                                             \
    (OPTION_BIT(BY) | OPTION_BIT(TEXT) | OPTION_BIT(LETTER_ONLY) | OPTION_BIT(WITH_LETTER) |       \
     OPTION_BIT(CENTRE) | OPTION_BIT(NOW))

const struct command command_return = {
    .name = "return",
    .arguments = "FILE",
    .summary = N_("send an announcement back to be mended, with a letter that says what"),
    .examples = "return inbox/kahvila.xml --by Järjestöyhdyshenkilö\n"
                "return inbox/kahvila.xml --by Järjestöyhdyshenkilö --rules weekday-agrees "
                "--text \"Soita, jos jokin on epäselvää.\"",
    .options = COMMON_OPTIONS | OPTION_BIT(RULES),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run_return,
};

const struct command command_refuse = {
    .name = "refuse",
    .arguments = "FILE",
    .summary = N_("refuse an announcement on a ground that is told to the sender"),
    .examples = "refuse inbox/myynti.xml --by Järjestöyhdyshenkilö --ground advertising",
    .options = COMMON_OPTIONS | OPTION_BIT(GROUND),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run_refuse,
};
