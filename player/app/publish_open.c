/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a publication begins with: the centre's signed documents, the key, the edition before. Each
 * is looked at as a player will look at it, so that nothing is published that no screen would take.
 */
#include "app/commands.h"
#include "app/key_file.h"
#include "app/publish.h"

#include <stdio.h>

/* ---- the centre's documents ---------------------------------------------------------------- */

static enum file_outcome read_document(struct publishing *publishing, const char *name,
                                       size_t bytes_max, struct publish_document *ret_document)
{
    struct arena *arena = publishing->arena;
    const char *path = file_join(arena, publishing->folder, name);
    const char *beside = str_c(arena, str_format(arena, "%s.minisig", path));
    struct publish_document document = { .is_there = true };
    enum file_outcome outcome = file_read(arena, path, bytes_max, &document.bytes);
    if (outcome != FILE_OK)
        return outcome;
    if (file_read(arena, beside, SIGNATURE_FILE_BYTES_MAX, &document.signature) != FILE_OK)
        document.signature = (struct str){ "", 0 };
    *ret_document = document;
    return FILE_OK;
}

static struct signed_bytes signed_document(const struct publish_document *document,
                                           const char *name)
{
    return (struct signed_bytes){ str_of(name), document->bytes, document->signature };
}

/* Against --root-key when it is given, else only that there is a signature. */
static bool verify_centre(struct publishing *publishing, struct report *report)
{
    static const struct conf no_conf = { 0 };
    struct signed_bytes centre = signed_document(&publishing->centre, "centre.xml");
    struct public_key root;
    struct signature signature;
    if (options_has(publishing->options, OPTION_ROOT_KEY))
        return command_root_key(publishing->options, &no_conf, &root) &&
               chain_check_profile(&root, &centre, report);
    if (signature_parse(centre.signature, &signature))
        return true;
    finding_arg(report, report_add(report, FINDING_SIGNATURE_MISSING, (struct place){ 0 }),
                centre.name);
    return false;
}

bool publish_open_centre(struct publishing *publishing)
{
    struct arena *arena = publishing->arena;
    struct report report = report_new(arena);
    const char *path = file_join(arena, publishing->folder, "centre.xml");
    enum file_outcome outcome =
        read_document(publishing, "centre.xml", PROFILE_BYTES_MAX, &publishing->centre);
    if (outcome != FILE_OK) {
        options_fail(_("the centre profile %s: %s"), path, _(file_outcome_text(outcome)));
        return false;
    }
    bool fine =
        verify_centre(publishing, &report) &&
        profile_read(arena, publishing->centre.bytes, str_of(path), &report, &publishing->profile);
    command_print_findings(&report);
    if (!fine) {
        options_fail(_("the centre profile %s cannot be used"), path);
        return false;
    }
    publishing->zone = zone_open(arena, NULL, publishing->profile.zone_name);
    if (!publishing->zone)
        options_fail(_("the time zone %.*s is not on this computer (package tzdata)"),
                     STR_ARG(publishing->profile.zone_name));
    return publishing->zone != NULL;
}

/* Would players take a feed that this key signs? Asked of the same code that they ask. */
bool publish_open_key(struct publishing *publishing)
{
    struct arena *arena = publishing->arena;
    struct report report = report_new(arena);
    if (!key_file_open(publishing->options, KEY_OF_MACHINE, &publishing->key))
        return false;
    struct str sample = STR("feed.atom"), comment = { "", 0 };
    struct signed_bytes feed = {
        sample, sample, secret_key_sign(arena, publishing->key, sample, comment, comment)
    };
    if (chain_check_document(&publishing->profile, publishing->zone, publishing->now, KEY_PUBLISHER,
                             &feed, &report))
        return true;
    struct public_key public = secret_key_public(publishing->key);
    command_print_findings(&report);
    options_fail(_("%s, number %.*s, is no publisher's key of this centre now"),
                 publishing->options->values[OPTION_KEY],
                 STR_ARG(public_key_number(arena, public.id)));
    return false;
}

/* A list of hidden items that players would not take is not handed on; the rest is. */
void publish_open_hide(struct publishing *publishing)
{
    struct report report = report_new(publishing->arena);
    enum file_outcome outcome =
        read_document(publishing, "hide.xml", HIDE_BYTES_MAX, &publishing->hide);
    struct signed_bytes hide = signed_document(&publishing->hide, "hide.xml");
    if (outcome == FILE_MISSING)
        return;
    if (outcome != FILE_OK) {
        options_fail("hide.xml %s", _(file_outcome_text(outcome)));
    } else if (chain_check_document(&publishing->profile, publishing->zone, publishing->now,
                                    KEY_APPROVER | KEY_RECEPTION, &hide, &report) &&
               hide_read(publishing->arena, hide.bytes, hide.name, &report, &publishing->hidden)) {
        command_print_findings(&report);
        return;
    }
    command_print_findings(&report);
    options_fail(_("left out: %s"), "hide.xml");
    publishing->hide.is_there = false;
    publishing->bad_count++;
}

/* ---- the edition before -------------------------------------------------------------------- */

static void note_before(void *context, const struct announcement *announcement,
                        struct report *report)
{
    struct publishing *publishing = context;
    (void)report;
    *ARENA_PUSH(publishing->arena, publishing->numbered_before, publishing->numbered_before_count) =
        (struct numbered){ announcement->id, announcement->group, announcement->number };
}

/* What lies there is taken at its word for numbers and times; a forged time only harms itself. */
bool publish_open_before(struct publishing *publishing)
{
    struct arena *arena = publishing->arena;
    struct report report = report_new(arena);
    const char *path = file_join(arena, publishing->site, "feed.atom");
    enum file_outcome outcome = file_read(arena, path, FEED_BYTES_MAX, &publishing->bytes_before);
    if (outcome == FILE_MISSING)
        return true;
    if (outcome != FILE_OK) {
        options_fail("%s %s", path, _(file_outcome_text(outcome)));
        return false;
    }
    const struct feed_taker taker = { .take = note_before, .context = publishing };
    publishing->has_before =
        feed_read(arena, publishing->bytes_before, str_of(path), &report, &publishing->before) &&
        feed_read_announcements(arena, publishing->bytes_before, str_of(path), &taker, &report);
    if (!publishing->has_before) {
        publishing->before = (struct feed){ 0 };
        publishing->numbered_before_count = 0;
        fprintf(stderr, _("infotaulu: warning: %s cannot be read; the numbers start anew\n"), path);
    }
    return true;
}
