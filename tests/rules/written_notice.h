/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A notice that no rule objects to, for tests that change one thing in it. */
#pragma once

/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#include "rules/rules.h"

struct written_notice {
    struct arena *arena;
    struct announcement announcement;
    struct block block; /* its only paragraph */
    struct organisation author;
    struct contact contact;
    struct venue venue;
    struct profile profile;
    const struct language_kit *language; /* NULL: the word lists are missing */
    struct report report; /* of the last written_check */
};

/* As setup and teardown of a test: *state is the notice. */
int written_notice_open(void **state);
int written_notice_close(void **state);

/* Runs every rule over the notice as it is now. */
void written_check(struct written_notice *notice);

/* The first finding of a rule, or NULL. */
const struct finding *written_finding(const struct written_notice *notice, const char *rule);

/*
 * With this text as its paragraph the notice must have a finding of the rule, or none of the rules
 * about safety and links when it is ""; fails with the text otherwise. The notice keeps the text.
 */
void written_expect(struct written_notice *notice, const char *text, const char *rule);

/* The same, for the notice as it is; `what` is said when it fails. */
void written_expect_now(struct written_notice *notice, const char *what, const char *rule);
