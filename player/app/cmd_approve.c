/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu approve: the liaison's yes to one announcement. Judged as `check` judges, pinned to its
 * picture, signed, and only then written: what is wrong with file, key or passphrase is said while
 * nothing has changed yet. The bytes that are signed are those that were judged, not read anew.
 */
#include "app/amend.h"
#include "app/commands.h"
#include "app/desk_folder.h"
#include "app/frequency.h"
#include "app/key_file.h"
#include "app/letter.h"
#include "app/replace.h"
#include "app/submission.h"
#include "app/taken_off.h"
#include "app/verdict.h"
#include "app/verdict_judge.h"
#include "base/identity_code.h"
#include "feed/read_entry.h"
#include "feed/write_site.h"
#include "media/strip.h"

#include <stdio.h>

#define SIGNATURE_COMMENT "signature of an approved announcement"
#define OVERRIDES_BYTES_MAX 1024
#define REASON_BYTES_MAX ((size_t)8 << 10) /* of a line of 16 KiB in the record */
#define PICTURE_TYPE_UNKNOWN "application/octet-stream"

struct approving {
    const struct options *options;
    struct arena *arena;
    const char *path;
    int64_t now;
    struct profile profile;
    struct judge judge;
    struct submission submission;
    struct str before;        /* the file, before the liaison changed anything */
    struct replaced replaced; /* whose place it takes */
    struct taken_off off;
    struct str overrides; /* rule ids, separated by commas */
    struct str at;        /* RFC 3339 */
    struct str media;     /* bytes of the picture */
    struct str entry;     /* as it is signed */
    struct secret_key *key;
    struct str signature;
};

/* ---- the verdict --------------------------------------------------------------------------- */

/* Ids of the rules that block, in the order of the catalogue. */
static struct str blocking_rules(struct arena *arena, const struct report *report)
{
    bool blocks[RULE_COUNT] = { false };
    struct text ids = text_new(arena, OVERRIDES_BYTES_MAX);
    for (size_t i = 0; i < report->count; i++)
        if (report->findings[i].severity == SEVERITY_BLOCK)
            blocks[finding_info(report->findings[i].code)->rule] = true;
    for (unsigned rule = 0; rule < RULE_COUNT; rule++)
        if (blocks[rule])
            text_format(&ids, "%s%s", ids.bytes > 0 ? "," : "", rule_info((enum rule)rule)->id);
    return text_str(&ids);
}

static int say_not_amended(const struct approving *approving, enum amend_outcome outcome)
{
    const char *words = approving->options->values[OPTION_WORDS];
    if (outcome == AMEND_NOT_THERE)
        return options_fail(_("%s: \"%s\" does not stand there"), approving->path, words);
    if (outcome == AMEND_OFTEN)
        return options_fail(_("%s: \"%s\" stands there more than once. Give more words of it"),
                            approving->path, words);
    return options_fail(_("%s could not be changed"), approving->path);
}

/* False with a message. What is no announcement is told by the judge. */
static bool find_replaced(struct approving *approving)
{
    const char *given = approving->options->values[OPTION_REPLACES];
    struct report ignored = report_new(approving->arena);
    struct announcement announcement;
    return !given ||
           !entry_read(approving->arena, approving->before, str_of(approving->path), &ignored,
                       &announcement) ||
           replace_find(approving->arena, approving->path, given, &announcement,
                        &approving->replaced);
}

static struct amend amend_of(const struct approving *approving)
{
    const struct options *options = approving->options;
    const struct replaced *replaced = &approving->replaced;
    return (struct amend){
        .drop_picture = options_has(options, OPTION_WITHOUT_PICTURE),
        .words = str_of(options->values[OPTION_WORDS]),
        .text = str_of(options->values[OPTION_TEXT]),
        .id = replaced->id,
        .group = replaced->group,
    };
}

/* What the liaison changes is judged in the place of what was sent. */
static int amend(struct approving *approving)
{
    struct submission *submission = &approving->submission;
    struct arena *arena = approving->arena;
    *submission =
        (struct submission){ .file = str_of(approving->path), .report = report_new(arena) };
    submission->report.settings = approving->profile.rules;
    enum file_outcome read = file_read(arena, approving->path, ENTRY_BYTES_MAX, &approving->before);
    if (read != FILE_OK)
        return options_fail("%s %s", approving->path, _(file_outcome_text(read)));
    if (!find_replaced(approving))
        return EXIT_COULD_NOT;
    const struct amend amend = amend_of(approving);
    enum amend_outcome outcome =
        amend_entry(arena, approving->before, &amend, &submission->report, &submission->bytes);
    if (outcome != AMEND_DONE) {
        command_print_findings(&submission->report);
        return say_not_amended(approving, outcome);
    }
    submission->readable = entry_read(arena, submission->bytes, submission->file,
                                      &submission->report, &submission->item.announcement);
    if (submission->readable)
        submission_judge(arena, &approving->judge, str_c(arena, file_folder_of(submission->file)),
                         submission);
    return EXIT_FINE;
}

static bool is_amended(const struct approving *approving)
{
    return options_has(approving->options, OPTION_REPLACES) ||
           options_has(approving->options, OPTION_WITHOUT_PICTURE) ||
           options_has(approving->options, OPTION_WORDS);
}

static int read_submission(struct approving *approving)
{
    if (is_amended(approving))
        return amend(approving);
    submission_read(approving->arena, &approving->judge, approving->path, &approving->submission);
    approving->before = approving->submission.bytes;
    return EXIT_FINE;
}

/* What the window showed is what may be signed: a share can change under it. */
static bool is_as_seen(const struct approving *approving)
{
    const char *seen = approving->options->values[OPTION_SEEN];
    const struct submission *submission = &approving->submission;
    struct str rest = str_of(seen), entry, medium;
    struct hash hash, wanted;
    if (!seen)
        return true;
    hash = hash_of(approving->before);
    bool is_same =
        str_next(&rest, ',', &entry) && hash_parse(entry, &wanted) && hash_equal(&hash, &wanted);
    bool has_picture = submission->readable && submission->item.announcement.has_picture;
    if (is_same && has_picture && str_next(&rest, ',', &medium))
        is_same = hash_parse(medium, &wanted) && hash_equal(&submission->media_hash, &wanted);
    if (!is_same)
        options_fail(_("%s was changed after you looked at it. Look at it again"), approving->path);
    return is_same;
}

/* Reads and judges; EXIT_FINE when it may be approved. Findings are printed in any case. */
static int judge_submission(struct approving *approving)
{
    struct submission *submission = &approving->submission;
    const struct report *report = &submission->report;
    int code = read_submission(approving);
    if (code != EXIT_FINE)
        return code;
    if (!is_as_seen(approving))
        return EXIT_COULD_NOT;
    command_print_findings(&submission->report);
    struct str blocking = blocking_rules(approving->arena, report);
    bool is_final = !submission->readable || report_is_final(report);
    if (!is_final && blocking.bytes == 0)
        return EXIT_FINE;
    if (!is_final && options_has(approving->options, OPTION_REASON)) {
        approving->overrides = blocking;
        return EXIT_FINE;
    }
    if (is_final)
        options_fail(_("%s is not approved"), approving->path);
    else
        options_fail(_("%s is not approved. With --reason TEXT this may pass: %.*s"),
                     approving->path, STR_ARG(blocking));
    return EXIT_FINDINGS;
}

/* ---- what is signed ------------------------------------------------------------------------ */

static const char *media_type_of(const struct approving *approving)
{
    const struct picture *picture = &approving->submission.item.announcement.picture;
    struct report ignored = report_new(approving->arena);
    struct probe probe;
    if (probe_picture(approving->media, picture->href, PICTURE_FILE_BYTES_MAX, &ignored, &probe))
        return picture_media_type(probe.type);
    /* A picture that was let pass all the same keeps the type that its sender gave. */
    return picture->type.bytes > 0 ? str_c(approving->arena, picture->type) : PICTURE_TYPE_UNKNOWN;
}

/* The picture that was judged, read again to be pinned and copied. */
static bool read_medium(struct approving *approving)
{
    const struct submission *submission = &approving->submission;
    const char *path = str_c(approving->arena, submission->media_path);
    enum file_outcome outcome =
        file_read(approving->arena, path, PICTURE_FILE_BYTES_MAX, &approving->media);
    struct hash hash = outcome == FILE_OK ? hash_of(approving->media) : (struct hash){ { 0 } };
    if (outcome == FILE_OK && approving->media.bytes > 0 &&
        hash_equal(&hash, &submission->media_hash))
        return true;
    if (outcome != FILE_OK)
        options_fail("%s %s", path, _(file_outcome_text(outcome)));
    else
        options_fail(_("%s is empty, or changed while it was looked at"), path);
    return false;
}

/*
 * What the picture tells of its maker does not go out: screens keep it for months, and anyone can
 * take it from a site. Only of a picture that is copied out of an inbox; one that lies where it
 * stays is not written to.
 */
static void strip_medium(struct approving *approving)
{
    struct submission *submission = &approving->submission;
    struct arena *arena = approving->arena;
    if (!verdict_approved_folder(arena, approving->path))
        return;
    struct str stripped = picture_strip(arena, approving->media, &submission->picture.probe);
    if (stripped.at == approving->media.at)
        return;
    approving->media = stripped;
    submission->media_hash = hash_of(stripped);
    submission->media_bytes = (int64_t)stripped.bytes;
    printf("%s\n",
           _("removed from the picture: where it was taken, with which device and of whom"));
}

/* The pinned entry must still be the announcement that was judged, and name its picture. */
static bool is_same_announcement(struct approving *approving)
{
    const struct submission *submission = &approving->submission;
    struct report report = report_new(approving->arena);
    struct announcement again;
    bool fine = entry_read(approving->arena, approving->entry, submission->file, &report, &again) &&
                str_equal(again.id, submission->item.announcement.id) &&
                (!again.has_picture || hash_equal(&again.picture.hash, &submission->media_hash));
    if (!fine) {
        command_print_findings(&report);
        options_fail(_("%s could not be tied to its picture"), approving->path);
    }
    return fine;
}

static bool pin(struct approving *approving)
{
    const struct submission *submission = &approving->submission;
    struct report report = report_new(approving->arena);
    approving->entry = submission->bytes;
    if (!submission->item.announcement.has_picture)
        return true;
    if (!read_medium(approving))
        return false;
    strip_medium(approving);
    const struct entry_media media = { media_type_of(approving), submission->media_bytes,
                                       submission->media_hash };
    if (!entry_pin_media(approving->arena, submission->bytes, &media, &report, &approving->entry)) {
        command_print_findings(&report);
        options_fail(_("%s could not be tied to its picture"), approving->path);
        return false;
    }
    return is_same_announcement(approving);
}

/* ---- the signature ------------------------------------------------------------------------- */

/* Would the screens of this centre take the signature? Without keys nobody can say. */
static bool is_trusted(struct approving *approving)
{
    const struct announcement *announcement = &approving->submission.item.announcement;
    struct report report = report_new(approving->arena);
    struct signed_bytes entry = { approving->submission.file, approving->entry,
                                  approving->signature };
    struct approval approval;
    if (approving->profile.key_count == 0) {
        fprintf(stderr, "%s\n",
                _("infotaulu: warning: no centre profile with keys is at hand (--centre FILE), so "
                  "nobody can say if the screens trust this key"));
        return true;
    }
    if (chain_check_entry(&approving->profile, approving->judge.zone,
                          approval_role(announcement->kind), &entry, &report, &approval))
        return true;
    command_print_findings(&report);
    options_fail(_("the screens of this centre would not trust %s. Nothing was signed"),
                 approving->options->values[OPTION_KEY]);
    return false;
}

static bool sign(struct approving *approving)
{
    const struct options *options = approving->options;
    struct approval approval = {
        .by = str_of(options->values[OPTION_BY]),
        .at = approving->at,
        .rules = RULES_VERSION,
        .overrides = approving->overrides,
    };
    struct str comment = approval_format(approving->arena, &approval);
    if (comment.bytes == 0) {
        options_fail(_("--by: \"%s\" cannot be written as a role"), options->values[OPTION_BY]);
        return false;
    }
    if (!key_file_open(options, KEY_OF_PERSON, &approving->key))
        return false;
    approving->signature = secret_key_sign(approving->arena, approving->key, approving->entry,
                                           STR(SIGNATURE_COMMENT), comment);
    return is_trusted(approving);
}

/* ---- on disk ------------------------------------------------------------------------------- */

/* What was replaced, what was changed and why: all must be found years later. */
static struct str reason_of(const struct approving *approving)
{
    const struct options *options = approving->options;
    struct arena *arena = approving->arena;
    struct text reason = text_new(arena, REASON_BYTES_MAX);
    if (approving->replaced.shown)
        text_add(&reason, shown_name(arena, approving->replaced.shown));
    if (options_has(options, OPTION_WORDS))
        text_format(&reason, "%s%s → %s", reason.bytes ? "; " : "", options->values[OPTION_WORDS],
                    options->values[OPTION_TEXT]);
    if (options_has(options, OPTION_REASON))
        text_format(&reason, "%s%s", reason.bytes ? "; " : "", options->values[OPTION_REASON]);
    return text_str(&reason);
}

static const char *verdict_of(const struct approving *approving)
{
    if (approving->replaced.shown)
        return "replace";
    return options_has(approving->options, OPTION_WORDS) ? "correct" : "approve";
}

static struct verdict_record record_of(const struct approving *approving)
{
    struct public_key public = secret_key_public(approving->key);
    return (struct verdict_record){
        .at = approving->at,
        .verdict = verdict_of(approving),
        .id = approving->submission.item.announcement.id,
        .by = str_of(approving->options->values[OPTION_BY]),
        .key_number = public_key_number(approving->arena, public.id),
        .rules = RULES_VERSION,
        .content = hash_of(approving->entry),
        .overrides = approving->overrides,
        .reason = reason_of(approving),
        .received = verdict_received(approving->arena, approving->path, approving->judge.zone),
        .announcement = &approving->submission.item.announcement,
    };
}

/* The sender hears that it is approved; a letter that cannot be written undoes no verdict. */
static void write_letter(const struct approving *approving, const struct desk_folder *folder)
{
    const struct options *options = approving->options;
    struct letter letter = {
        .kind = LETTER_APPROVED,
        .announcement = &approving->submission.item.announcement,
        .profile = &approving->profile,
        .zone = approving->judge.zone,
        .now = approving->now,
        .by = str_of(options->values[OPTION_BY]),
        .words = str_of(options->values[OPTION_WORDS]),
        .text = str_of(options->values[OPTION_TEXT]),
        .shown_per_hour = frequency_per_hour(approving->arena, desk_folder_join(folder, "approved"),
                                             &approving->submission.item.announcement,
                                             approving->submission.item.seconds),
    };
    if (approving->replaced.shown && !approving->replaced.is_other) {
        letter.replaced = approving->replaced.shown->announcement.title;
        letter.replaced_number = approving->replaced.shown->number;
        letter.replaced_is_theirs = replace_is_theirs(&approving->replaced, letter.announcement);
    }
    letter_save(folder, &letter);
}

static bool write_files(struct approving *approving, const struct desk_folder *folder)
{
    const struct announcement *announcement = &approving->submission.item.announcement;
    struct arena *arena = approving->arena;
    struct verdict_place place;
    struct verdict_files files = {
        .entry = approving->entry,
        .signature = approving->signature,
        .entry_is_changed = !str_equal(approving->entry, approving->before),
        .media = approving->media,
    };
    if (announcement->has_picture)
        files.media_href = announcement->picture.href;
    struct verdict_record record = record_of(approving);
    if (!verdict_find_place(arena, approving->path, announcement->id, VERDICT_TO_APPROVED,
                            &place) ||
        !verdict_carry_out(arena, folder, &place, &files, &record))
        return false;
    if (folder)
        write_letter(approving, folder);
    struct str title = identity_code_mask(arena, announcement->title);
    printf(_("approved: %.*s, %s\n"), STR_ARG(title), place.file);
    replace_say(arena, approving->path, &approving->replaced);
    taken_off_say(arena, &approving->off);
    return true;
}

/* One verdict at a time where the liaison's folder is; elsewhere nobody else is at work. */
static bool write_all(struct approving *approving)
{
    struct desk_folder folder;
    const char *path = verdict_approved_folder(approving->arena, approving->path)
                           ? desk_folder_of(approving->arena, approving->path)
                           : NULL;
    if (!path)
        return write_files(approving, NULL);
    if (!desk_folder_open(approving->arena, path, &folder))
        return false;
    bool fine = write_files(approving, &folder);
    desk_folder_close(&folder);
    return fine;
}

static int approve(struct approving *approving)
{
    int code = judge_submission(approving);
    if (code != EXIT_FINE)
        return code;
    if (!taken_off_check(approving->arena, approving->path,
                         &approving->submission.item.announcement, &approving->off))
        return EXIT_COULD_NOT;
    approving->at = stamp_format(approving->arena, approving->now, approving->judge.zone);
    bool fine = pin(approving) && sign(approving) && write_all(approving);
    return fine ? EXIT_FINE : EXIT_COULD_NOT;
}

static bool read_options(struct approving *approving)
{
    const struct options *options = approving->options;
    approving->path = options->arguments[0];
    if (strcmp(approving->path, "-") == 0 || !file_exists(approving->path) ||
        file_is_folder(approving->path))
        options_fail(_("%s is not a file"), approving->path);
    else if (!options_has(options, OPTION_BY))
        options_fail(_("who approves? Give --by ROLE"));
    else if (!options_has(options, OPTION_KEY))
        options_fail(_("which key? Give --key FILE"));
    else if (options_has(options, OPTION_REASON) &&
             str_trim(str_of(options->values[OPTION_REASON])).bytes == 0)
        options_fail(_("--reason needs a reason"));
    else if (options_has(options, OPTION_WORDS) != options_has(options, OPTION_TEXT))
        options_fail(_("a correction needs both: --words TEXT and --text TEXT"));
    else
        return options_now(options, &approving->now);
    return false;
}

static int run(const struct options *options)
{
    struct approving approving = { .options = options, .arena = options->arena };
    if (!read_options(&approving) || !verdict_judge_open(options, approving.path, approving.now,
                                                         &approving.profile, &approving.judge))
        return EXIT_COULD_NOT;
    int code = approve(&approving);
    secret_key_free(approving.key);
    submission_free(&approving.submission);
    judge_close(&approving.judge);
    return code;
}

const struct command command_approve = {
    .name = "approve",
    .arguments = "FILE",
    .summary = N_("approve an announcement: check it, sign it, move it from inbox to approved"),
    .examples = "approve inbox/kahvila.xml --by Järjestöyhdyshenkilö --key hyvaksyja.key\n"
                "approve inbox/kahvila.xml --by Järjestöyhdyshenkilö --key hyvaksyja.key "
                "--reason \"Sovittu puhelimessa\"\n"
                "approve inbox/kahvila-uusi.xml --replaces 12 --by Järjestöyhdyshenkilö "
                "--key hyvaksyja.key",
    .options = OPTION_BIT(BY) | OPTION_BIT(KEY) | OPTION_BIT(CENTRE) | OPTION_BIT(REASON) |
               OPTION_BIT(PASSPHRASE_FD) | OPTION_BIT(NOW) | OPTION_BIT(WITHOUT_PICTURE) |
               OPTION_BIT(WORDS) | OPTION_BIT(TEXT) | OPTION_BIT(REPLACES) | OPTION_BIT(SEEN),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run,
};

static int run_correct(const struct options *options)
{
    if (!options_has(options, OPTION_WORDS))
        return options_fail(_("a correction needs both: --words TEXT and --text TEXT"));
    return run(options);
}

const struct command command_correct = {
    .name = "correct",
    .arguments = "FILE",
    .summary = N_("mend a small slip in an announcement, and approve it"),
    .examples = "correct inbox/kahvila.xml --words \"tistaisin\" --text \"tiistaisin\" "
                "--by Järjestöyhdyshenkilö --key hyvaksyja.key",
    .options = OPTION_BIT(BY) | OPTION_BIT(KEY) | OPTION_BIT(CENTRE) | OPTION_BIT(REASON) |
               OPTION_BIT(PASSPHRASE_FD) | OPTION_BIT(NOW) | OPTION_BIT(WORDS) | OPTION_BIT(TEXT) |
               OPTION_BIT(SEEN),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run_correct,
};
