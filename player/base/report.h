/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Findings: what a person should know about an announcement, a profile or a site, with its place
 * and a remedy. A finding is a code; one list (finding_list.h) gives its rule, its severity and
 * its sentences, so that tests ask for codes and people read their own language.
 */
#pragma once

#include "base/finding_list.h"
#include "base/i18n.h"
#include "base/rule_floor.h"
#include "base/rule_list.h"
#include "base/str.h"

enum severity { SEVERITY_ADVISE, SEVERITY_ASK, SEVERITY_WARN, SEVERITY_BLOCK };
enum rule_group { GROUP_PLAIN_LANGUAGE, GROUP_TECHNICAL, GROUP_CONTENT, GROUP_SAFETY };

#define X(code, ...) RULE_##code,
enum rule { RULE_LIST(X) RULE_COUNT };
#undef X

#define X(code, ...) FINDING_##code,
enum finding_code { FINDING_LIST(X) FINDING_COUNT };
#undef X

struct rule_info {
    const char *id;
    enum rule_group group;
    enum severity severity;
    bool overridable; /* false: no approver can let it pass */
    double limit;     /* 0: has none */
    const char *unit;
    const char *source;
};

struct finding_info {
    enum rule rule;
    enum severity severity;
    const char *message, *why, *fix, *example; /* English, to be translated; "" for none */
};

const struct rule_info *rule_info(enum rule rule);               /* of the list; static */
const struct finding_info *finding_info(enum finding_code code); /* likewise */

/* What a centre can make of a rule: rule_floor.h. */
struct rule_range {
    double least, most;      /* of its limit; both 0: it has no bounds */
    bool may_be_off, is_off; /* switched off by a profile; off until a profile asks for it */
};

const struct rule_range *rule_range(enum rule rule); /* of the list; static */

/* The mildest severity that a profile can give a rule: warn where its worst findings block. */
enum severity rule_least_severity(enum rule rule);

/* Has it a number that a profile can set? */
bool rule_has_limit(enum rule rule);

/* The rule of an id; false for an unknown one. */
bool rule_find(struct str id, enum rule *ret_rule);

/* "block", "warn", "ask" or "advise", as in the JSON. */
const char *severity_name(enum severity severity);

/* "technical" …, likewise. */
const char *rule_group_name(enum rule_group group);

/* Where something stands. Line and column count from 1; 0 is "not known". */
struct place {
    struct str file;
    unsigned line, column;
    struct str element; /* "title", "it:when" …; empty when it is the whole file */
};

#define FINDING_ARGS_MAX 4

struct finding {
    enum finding_code code;
    enum severity severity;
    struct place where;
    struct str args[FINDING_ARGS_MAX];
    size_t arg_count;
    struct str span;                /* the words it is about, empty for none */
    size_t span_start, span_length; /* in code points within the element's text */
    struct str found, limit;        /* what was measured, what is allowed; empty for none */
    size_t more;                    /* places like it that have no finding of their own */
};

/* What one profile makes of a rule; see report_add. */
struct rule_setting {
    bool has_severity, has_limit;
    bool is_off; /* severity="off": it has no findings */
    enum severity severity;
    double limit;
};

/* What a rule may lack on this computer. X(CODE, what was therefore not looked at) */
#define LACK_LIST(X)                                                                               \
    X(VOIKKO, N_("Finnish words were not looked at: the package voikko-fi is missing"))            \
    X(WORD_LISTS, N_("Hard words were not looked for: the program's word lists are missing"))      \
    X(FONTS, N_("The slide was not drawn: the package fonts-noto-core is missing"))                \
    X(TESSERACT, N_("Text in pictures was not read: the package tesseract-ocr-fin is missing"))    \
    X(READING, N_("Text in the picture was not read: it took too long"))                           \
    X(PICTURE, N_("The picture was not looked at: it could not be opened"))

#define X(code, ...) LACK_##code,
enum lack { LACK_NONE, LACK_LIST(X) LACK_COUNT };
#undef X

struct report {
    struct arena *arena;
    const struct rule_setting *settings; /* RULE_COUNT of them, or NULL for the defaults */
    struct finding *findings;
    size_t count;
    int words;    /* of lead and body; -1: not counted */
    double score; /* how hard the text is, 0 to 100; -1: not measured */
    uint8_t skipped[RULE_COUNT]; /* enum lack: why a rule could not run; see report_skip */
};

/* An empty report; everything in it is copied into the arena, which must outlive it. */
struct report report_new(struct arena *arena);

/*
 * Adds a finding. Where its rule is not overridable, its severity is the list's, whatever the
 * profile says. Otherwise a severity that the profile gives the rule takes the place of the worst
 * one: a finding as severe as its rule gets the profile's severity, and a milder one keeps its own
 * but is never more severe than the profile's: a rule turned down to "advise" has no finding left
 * that warns, and one turned up to "block" does not make its warnings block. A rule that is off
 * has none: the finding is then made for the caller alone.
 *
 * Answers the finding, so that arguments and numbers can be filled in; valid until the next call.
 */
struct finding *report_add(struct report *report, enum finding_code code, struct place where);

/* Adds an argument ({0}, {1} … of the message in turn); copied, identity codes in it masked. */
void finding_arg(struct report *report, struct finding *finding, struct str value);

/* The same for a number, in decimal. */
void finding_number(struct report *report, struct finding *finding, long value);

/* Names the words that it is about: some bytes of an element's text; copied and masked as well. */
void finding_span(struct report *report, struct finding *finding, struct str text, size_t from,
                  size_t bytes);

/* The limit in force for a rule. */
double report_limit(const struct report *report, enum rule rule);

/* Is the rule off here? Only dear rules need to ask: report_add keeps nothing of a rule that is. */
bool report_is_off(const struct report *report, enum rule rule);

/* The severity in force for a rule, of its worst findings. */
enum severity report_severity(const struct report *report, enum rule rule);

/* Notes that a rule could not run, and why: it is said once and never counts as passed. */
void report_skip(struct report *report, enum rule rule, enum lack lack);

/* What was not looked at for this lack, in the reader's language; "" for LACK_NONE. */
const char *lack_text(enum lack lack);

/* True when some finding has this severity or a worse one. */
bool report_has(const struct report *report, enum severity at_least);

/* True when some finding has this code, whatever its severity. */
bool report_has_code(const struct report *report, enum finding_code code);

/* True when a finding blocks that no approver may override. */
bool report_is_final(const struct report *report);

/* Sorts by severity (worst first), then by place; the order of equal ones stays. */
void report_sort(struct report *report);

/*
 * What is wrong: the first of a finding's four sentences. Each is in the reader's language, with
 * the arguments filled in, in the arena; empty when the finding has none.
 */
struct str finding_message(struct arena *arena, const struct finding *finding) NODISCARD;

/* Why it matters. */
struct str finding_why(struct arena *arena, const struct finding *finding) NODISCARD;

/* What to do about it. */
struct str finding_fix(struct arena *arena, const struct finding *finding) NODISCARD;

/* How it would read. */
struct str finding_example(struct arena *arena, const struct finding *finding) NODISCARD;
