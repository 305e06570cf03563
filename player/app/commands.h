/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sub-commands, one .c each, and what several of them ask. */
#pragma once

#include "app/options.h"
#include "app/paths.h"
#include "approve/minisign.h"
#include "model/profile.h"

extern const struct command command_play;
extern const struct command command_check, command_render, command_fetch, command_list,
    command_explain, command_approve, command_publish, command_key, command_profile, command_new,
    command_requirements, command_rules, command_preview, command_status, command_report,
    command_plan, command_alert;

extern const struct command command_return, command_refuse, command_correct, command_hide,
    command_undo, command_letters, command_start;

/*
 * The root key of --root-key or of the configuration: the key itself or a file with it. False with
 * a message when none is given or it cannot be read.
 */
bool command_root_key(const struct options *options, const struct conf *conf,
                      struct public_key *ret_key);

/*
 * The root key that the last `fetch` into this state folder used (the file "root-key" there): for
 * commands that look at a cache and are not told.
 */
void command_keep_root_key(struct arena *arena, const char *state, const struct public_key *key);

/* Reads it back from the folder of --state. False, without a message, when there is none. */
bool command_kept_root_key(const struct options *options, struct public_key *ret_key);

/*
 * The profile of --centre, else of `folder`/centre.xml when there is one (folder may be NULL), else
 * the built-in reference. False with a message (what and where) for a broken one.
 */
bool command_profile_of(const struct options *options, const char *folder,
                        struct profile *ret_profile);

struct form;

/*
 * The whole run of a command that tells of the profile alone (of --centre, else the built-in one),
 * in the one of `count` forms that the options ask for. The exit code; a message when it failed.
 */
int command_tell_profile(const struct options *options, const struct form *forms, size_t count);

/* The display of --display with the pixels of --size, in the arena; NULL with a message. */
const struct display *command_display(const struct options *options, const struct profile *profile);

struct report;

/* Prints findings as text: place, severity, sentence, rule, and indented what to do. */
void command_print_findings(struct report *report);
