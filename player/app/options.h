/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Options and sub-commands as tables: one meaning of each option everywhere, each sub-command takes
 * those that can mean something to it.
 */
#pragma once

#include "base/arena.h"
#include "base/i18n.h"
#include "base/str.h"

/* Exit codes: a contract. */
enum { EXIT_FINE = 0, EXIT_FINDINGS = 1, EXIT_COULD_NOT = 2 };

/* X(CODE, name, argument or "", help) */
#define OPTION_LIST(X)                                                                             \
    X(SITE, "site", N_("URL|FOLDER"), N_("where the site is"))                                     \
    X(ROOT_KEY, "root-key", N_("KEY|FILE"), N_("the public key that signs the centre profile"))    \
    X(CENTRE, "centre", N_("FILE"), N_("the centre profile to check against"))                     \
    X(DISPLAY, "display", N_("NAME"), N_("display of the centre profile"))                         \
    X(SIZE, "size", "WxH", N_("size of the picture, in pixels"))                                   \
    X(CACHE, "cache", N_("FOLDER"), N_("folder for what can be fetched again"))                    \
    X(STATE, "state", N_("FOLDER"), N_("folder for what must be kept"))                            \
    X(NOW, "now", N_("TIME"), N_("start the clock at this time"))                                  \
    X(LANG, "lang", "fi|sv|en", N_("language of the messages"))                                    \
    X(FORMAT, "format", "text|json", N_("form of the output"))                                     \
    X(OUTPUT, "output", N_("FILE|FOLDER"), N_("where the result goes"))                            \
    X(FROM, "from", N_("TIME"), N_("begin here"))                                                  \
    X(TO, "to", N_("DAY"), N_("the last day"))                                                     \
    X(RECORD, "record", N_("FILE"), N_("the liaison's record, record.tsv"))                        \
    X(STRICT, "strict", "", N_("things to mend stop the announcement too"))                        \
    X(UNSIGNED, "unsigned", "", N_("take announcements without signature and approval"))           \
    X(WINDOW, "window", "", N_("in a window instead of full screen"))                              \
    X(SLIDES, "slides", N_("NUMBER"), N_("stop after so many slides"))                             \
    X(FOR, "for", N_("SECONDS"), N_("stop after this time"))                                       \
    X(SPEED, "speed", N_("FACTOR"), N_("let the clock run faster"))                                \
    X(SLIDE_TIME, "slide-time", N_("SECONDS"), N_("every slide stays exactly this long"))          \
    X(POLL, "poll", N_("SECONDS"), N_("look for news this often"))                                 \
    X(FRAME_LOG, "frame-log", N_("FILE"), N_("write a line for each picture that is shown"))       \
    X(HOURS, "hours", N_("NUMBER"), N_("for so many hours"))                                       \
    X(AGENDA, "agenda", "", N_("the slides of today and tomorrow too"))                            \
    X(PUBLISHER_KEY, "publisher-key", N_("FILE"), N_("the secret key that publishes the site"))    \
    X(PROXY, "proxy", "URL", N_("proxy for web addresses"))                                        \
    X(CA_FILE, "ca-file", N_("FILE"), N_("certificate of a private authority"))                    \
    X(KEY, "key", N_("FILE"), N_("the secret key to sign with"))                                   \
    X(PASSPHRASE_FD, "passphrase-fd", N_("NUMBER"),                                                \
      N_("read the passphrase from this file number"))                                             \
    X(NO_PASSPHRASE, "no-passphrase", "", N_("make a key without passphrase"))                     \
    X(BY, "by", N_("ROLE"), N_("who approves, as a role"))                                         \
    X(REASON, "reason", N_("TEXT"), N_("why a finding that blocks may pass"))                      \
    X(RULES, "rules", N_("RULE,RULE…"), N_("what is to be mended, as rules"))                      \
    X(GROUND, "ground", N_("WORD"), N_("why it is refused"))                                       \
    X(TEXT, "text", N_("TEXT"), N_("words of your own"))                                           \
    X(WORDS, "words", N_("TEXT"), N_("the words that become others"))                              \
    X(DATE, "date", N_("DAY"), N_("only this date"))                                               \
    X(WITHOUT_PICTURE, "without-picture", "", N_("approve it without its picture"))                \
    X(REPLACES, "replaces", N_("NUMBER|FILE|ID"), N_("the approved one whose place it takes"))     \
    X(SEEN, "seen", N_("HASH[,HASH]"),                                                             \
      N_("only these bytes of announcement and picture (SHA-256)"))                                \
    X(LETTER_ONLY, "letter-only", "", N_("only show the letter"))                                  \
    X(WITH_LETTER, "with-letter", "", N_("print the letter, too"))                                 \
    X(WITH_SLIDES, "with-slides", "", N_("the slides as PNG files too"))                           \
    X(VALID_DAYS, "valid-days", N_("DAYS"), N_("how long the feed is good without news"))          \
    X(KIOSK, "kiosk", "", N_("only look: no verdicts, and no key closes the window"))              \
    X(WITH_PARENT, "with-parent", "", N_("end together with the program that started this one"))   \
    X(COMMENT, "comment", N_("TEXT"), N_("a line of your own in the files of a new key"))

#define X(code, ...) OPTION_##code,
enum option { OPTION_LIST(X) OPTION_COUNT };
#undef X

/* A row of options as bits. */
#define OPTION_BIT(code) (UINT64_C(1) << OPTION_##code)

struct options {
    const char *values[OPTION_COUNT]; /* NULL: not given; "" for one without argument */
    const char **arguments;           /* what is no option */
    size_t argument_count;
    struct arena *arena; /* for as long as the program runs */
};

struct command {
    const char *name;
    const char *arguments; /* for --help: "PATH…" */
    const char *summary;
    const char *examples; /* lines without the program's name */
    const char *formats;  /* of --format, where they are not "text|json" */
    uint64_t options;     /* OPTION_BITs; --lang and --help always */
    size_t arguments_min, arguments_max;
    int (*run)(const struct options *options);
};

/*
 * Reads a command line behind the sub-command's name.
 *
 * Answers -1 to go on, else the exit code: --help was asked for (printed) or something is wrong
 * (said on standard error).
 */
int options_parse(const struct command *command, int argc, char **argv, struct arena *arena,
                  struct options *ret_options);

/* "site" of OPTION_SITE. */
const char *options_name(enum option option);

/* Was it given? */
bool options_has(const struct options *options, enum option option);

/* A whole number of 0 or more, else the default; false with a message when it is not one. */
bool options_number(const struct options *options, enum option option, int fallback,
                    int *ret_number);

/* A decimal number, likewise. */
bool options_decimal(const struct options *options, enum option option, double fallback,
                     double *ret_number);

/* --size in px, 0 and 0 when it is not given; false likewise. */
bool options_size(const struct options *options, int *ret_width, int *ret_height);

/* --now as seconds since 1970 UTC; the system's wall clock when it is not given. */
bool options_now(const struct options *options, int64_t *ret_now);

/* One line on standard error, "infotaulu: …"; answers EXIT_COULD_NOT. */
int options_fail(const char *format, ...) PRINTF_LIKE(1, 2);

/* The language of messages: --lang among the arguments, else the environment. */
const char *options_language(int argc, char **argv);
