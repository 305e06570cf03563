/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See preview_port.h. A row of the table names a command and adds the words that it wants beside
 * --by, --key and --centre; the passphrase goes through a pipe (--passphrase-fd), never into the
 * words, which every user of the computer can see. What the command says on standard error is what
 * the liaison reads.
 */
#include "app/preview_port.h"

#include "app/desk_folder.h"
#include "approve/secret_key.h"
#include "base/file.h"
#include "output/page.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROGRAM "/proc/self/exe"
#define WORDS_MAX 32
#define OUTPUT_BYTES_MAX (64u << 10)
#define PASSPHRASE_FD 3 /* in the command's process */

extern char **environ;

struct port {
    struct verdict_port port; /* first, so that it can be turned back */
    const struct options *options;
};

/* The words of a command line. */
struct words {
    const char *list[WORDS_MAX + 1];
    size_t count;
};

static void add(struct words *words, const char *word)
{
    if (words->count < WORDS_MAX)
        words->list[words->count++] = word;
}

static void add_option(struct arena *arena, struct words *words, const char *name, struct str value)
{
    if (value.bytes == 0)
        return;
    add(words, name);
    add(words, str_c(arena, value));
}

/* ---- which command does what --------------------------------------------------------------- */

typedef void words_fn(struct arena *arena, const struct verdict_order *order, struct words *words);

static void approve_words(struct arena *arena, const struct verdict_order *order,
                          struct words *words)
{
    add(words, str_c(arena, order->file));
    add_option(arena, words, "--reason", order->reason);
    add_option(arena, words, "--seen", order->seen);
    if (order->verdict == DESK_APPROVE_BARE)
        add(words, "--without-picture");
}

static void replace_words(struct arena *arena, const struct verdict_order *order,
                          struct words *words)
{
    add(words, str_c(arena, order->file));
    add_option(arena, words, "--replaces", order->replaces);
    add_option(arena, words, "--seen", order->seen);
    add_option(arena, words, "--reason", order->reason);
}

static void correct_words(struct arena *arena, const struct verdict_order *order,
                          struct words *words)
{
    add(words, str_c(arena, order->file));
    add_option(arena, words, "--words", order->from);
    add_option(arena, words, "--text", order->text);
    add_option(arena, words, "--seen", order->seen);
}

/* Rules separated by commas; the command takes the worst of them. */
static struct str rules_of(struct arena *arena, const struct verdict_order *order)
{
    struct text rules = text_new(arena, OUTPUT_BYTES_MAX);
    for (size_t i = 0; i < order->rule_count; i++) {
        text_add(&rules, i > 0 ? STR(",") : (struct str){ 0 });
        text_add(&rules, order->rules[i]);
    }
    return text_str(&rules);
}

static void return_words(struct arena *arena, const struct verdict_order *order,
                         struct words *words)
{
    add(words, str_c(arena, order->file));
    add(words, "--rules"); /* also when none was chosen: then only the line of her own counts */
    add(words, str_c(arena, rules_of(arena, order)));
    add_option(arena, words, "--text", order->text);
    add(words, order->letter_only ? "--letter-only" : "--with-letter");
}

static void refuse_words(struct arena *arena, const struct verdict_order *order,
                         struct words *words)
{
    add(words, str_c(arena, order->file));
    add_option(arena, words, "--ground", order->ground);
    add_option(arena, words, "--text", order->text);
    add(words, order->letter_only ? "--letter-only" : "--with-letter");
}

static void hide_words(struct arena *arena, const struct verdict_order *order, struct words *words)
{
    add(words, str_c(arena, order->id));
    add(words, str_c(arena, order->folder));
    add_option(arena, words, "--date", order->day);
    if (order->verdict == DESK_TAKE_OFF)
        add_option(arena, words, "--text", order->text);
    /* Where the site lies beside the approved ones, the screens need not wait for a publisher. */
    const char *desk =
        desk_folder_of(arena, file_join(arena, str_c(arena, order->folder), "centre.xml"));
    const char *site = desk ? file_join(arena, desk, "site") : NULL;
    if (site && file_exists(file_join(arena, site, "feed.atom")))
        add_option(arena, words, "--output", str_of(site));
}

/* What is no announcement has no id: its file's name stands in for that, as in the record. */
static void undo_words(struct arena *arena, const struct verdict_order *order, struct words *words)
{
    const char *desk = desk_folder_of(arena, str_c(arena, order->file));
    add(words, str_c(arena, order->id.bytes > 0 ? order->id : file_name_of(order->file)));
    add(words, desk ? desk : ".");
}

/* What a verdict is on the command line, and what it says of the announcement afterwards. */
struct deed {
    const char *command;
    words_fn *words; /* NULL: nothing does it, and the window does not show it */
    bool signs;      /* wants --key and the passphrase */
    bool is_last;    /* nothing but undo can follow it */
    const char *state;
};

static const struct deed deeds[DESK_COUNT] = {
    [DESK_APPROVE] = { "approve", approve_words, true, true, N_("approved") },
    [DESK_APPROVE_BARE] = { "approve", approve_words, true, true,
                            N_("approved without the picture") },
    [DESK_RETURN] = { "return", return_words, false, true, N_("returned") },
    [DESK_REFUSE] = { "refuse", refuse_words, false, true, N_("refused") },
    [DESK_CANCEL_DATE] = { "hide", hide_words, true, false, N_("one date is cancelled") },
    [DESK_TAKE_OFF] = { "hide", hide_words, true, true, N_("taken off") },
    [DESK_CORRECT] = { "correct", correct_words, true, true, N_("mended and approved") },
    [DESK_REPLACE] = { "approve", replace_words, true, true,
                       N_("approved in the place of an earlier one") },
    [DESK_UNDO] = { "undo", undo_words, false, true, N_("back in the inbox") },
};

/* ---- the command as a child ---------------------------------------------------------------- */

struct child {
    pid_t pid;
    int output;     /* its standard output and error, to read */
    int passphrase; /* -1: it wants none */
};

static bool make_pipe(int ends[2])
{
    return pipe2(ends, O_CLOEXEC) == 0;
}

/* dup2 onto itself would leave the descriptor to be closed: the pipes here are above it. */
static bool start(const struct words *words, bool asks, bool is_quiet, struct child *ret_child)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    int output[2], secret[2] = { -1, -1 };
    if (!make_pipe(output))
        return false;
    if (asks && !make_pipe(secret)) {
        close(output[0]);
        close(output[1]);
        return false;
    }
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
    if (is_quiet)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    else
        posix_spawn_file_actions_adddup2(&actions, output[1], STDERR_FILENO);
    if (asks)
        posix_spawn_file_actions_adddup2(&actions, secret[0], PASSPHRASE_FD);
    /* The window's threads block the signals that end programs; a command must hear them. */
    sigemptyset(&none);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    int failed = posix_spawn(&ret_child->pid, PROGRAM, &actions, &attributes,
                             (char *const *)(uintptr_t)words->list, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    close(output[1]);
    ret_child->output = output[0];
    ret_child->passphrase = asks ? secret[1] : -1;
    if (asks)
        close(secret[0]);
    if (failed == 0)
        return true;
    close(output[0]);
    if (asks)
        close(secret[1]);
    return false;
}

/* A line, as --passphrase-fd reads it; a pipe holds it without anyone reading. */
static void hand_over(const struct child *child, struct str passphrase)
{
    ssize_t written = write(child->passphrase, passphrase.at, passphrase.bytes);
    if (written == (ssize_t)passphrase.bytes)
        written = write(child->passphrase, "\n", 1);
    (void)written; /* a command that got half of it says that the passphrase is wrong */
    close(child->passphrase);
}

static struct str read_all(struct arena *arena, int from)
{
    struct text text = text_new(arena, OUTPUT_BYTES_MAX);
    char part[4096];
    for (;;) {
        ssize_t got = read(from, part, sizeof part);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        text_add(&text, (struct str){ part, (size_t)got });
    }
    close(from);
    return text_str(&text);
}

static int wait_for(pid_t pid)
{
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        continue;
    return WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_COULD_NOT;
}

/* Without "infotaulu: " before each sentence: who speaks is plain. */
static struct str tidy(struct arena *arena, struct str said)
{
    static const struct str name = { "infotaulu: ", 11 };
    struct text text = text_new(arena, OUTPUT_BYTES_MAX);
    struct str line;
    while (str_next(&said, '\n', &line)) {
        if (str_starts(line, name.at))
            line = str_slice(line, name.bytes, line.bytes);
        text_add(&text, line);
        text_add(&text, STR("\n"));
    }
    return str_trim(text_str(&text));
}

/* ---- the port ------------------------------------------------------------------------------ */

static void add_common(struct arena *arena, const struct port *port, const struct deed *deed,
                       const struct verdict_order *order, struct words *words)
{
    const struct options *options = port->options;
    static const enum option handed_on[] = { OPTION_CENTRE, OPTION_NOW };
    add_option(arena, words, "--by", order->by);
    add_option(arena, words, "--lang", str_of(language_tag(page_language())));
    if (deed->signs)
        add_option(arena, words, "--key", str_of(options->values[OPTION_KEY]));
    for (size_t i = 0; i < ARRAY_LEN(handed_on); i++) {
        struct str name = str_format(arena, "--%s", options_name(handed_on[i]));
        add_option(arena, words, name.at, str_of(options->values[handed_on[i]]));
    }
    if (deed->signs && order->passphrase.bytes > 0) {
        add(words, "--passphrase-fd");
        add(words, str_format(arena, "%d", PASSPHRASE_FD).at);
    }
}

static struct str state_after(const struct deed *deed, struct arena *arena,
                              const struct verdict_order *order)
{
    /* What was decided in this window is in the inbox again: it waits as before. */
    bool waits = order->verdict == DESK_UNDO && file_exists(str_c(arena, order->file));
    if (waits || !deed->is_last)
        return (struct str){ 0 };
    return str_of(_(deed->state));
}

/* Alone, or behind an empty line after what was done (--with-letter); empty for none. */
static struct str letter_of(const struct verdict_order *order, struct str said)
{
    bool has_letter = order->verdict == DESK_RETURN || order->verdict == DESK_REFUSE;
    ptrdiff_t gap = str_find(said, STR("\n\n"));
    if (order->letter_only)
        return said;
    return has_letter && gap >= 0 ? str_trim(str_slice(said, (size_t)gap, said.bytes))
                                  : (struct str){ 0 };
}

static struct verdict_answer failed_answer(struct arena *arena, struct str said)
{
    struct str message = tidy(arena, said);
    if (message.bytes == 0)
        message = str_of(_("There is no letter yet: choose what it says."));
    return (struct verdict_answer){ .message = message };
}

static struct verdict_answer done_answer(const struct deed *deed, struct arena *arena,
                                         const struct verdict_order *order, struct str said)
{
    struct verdict_answer answer = { .done = true, .letter = letter_of(order, said) };
    if (order->letter_only)
        return answer;
    /* What lies among the approved ones has a folder for its hide list, and goes back there. */
    bool is_approved = order->verdict == DESK_UNDO && order->folder.bytes > 0;
    const char *state = is_approved ? _("as it was before") : _(deed->state);
    answer.message = str_format(arena, "%.*s: %s", STR_ARG(order->title), state);
    answer.state = state_after(deed, arena, order);
    if (order->verdict == DESK_REPLACE)
        answer.id = str_copy(arena, order->replaces);
    return answer;
}

static void carry_out(struct verdict_port *verdicts, struct arena *arena,
                      const struct verdict_order *order, struct verdict_answer *ret_answer)
{
    const struct port *port = (const struct port *)verdicts;
    const struct deed *deed = &deeds[order->verdict];
    bool asks = deed->signs && order->passphrase.bytes > 0;
    struct words words = { .count = 0 };
    struct child child;
    add(&words, "infotaulu");
    add(&words, deed->command);
    deed->words(arena, order, &words);
    add_common(arena, port, deed, order, &words);
    if (!start(&words, asks, order->letter_only, &child)) {
        *ret_answer =
            (struct verdict_answer){ .message = str_of(_("The command could not be started.")) };
        return;
    }
    if (asks)
        hand_over(&child, order->passphrase);
    struct str said = read_all(arena, child.output);
    bool done = wait_for(child.pid) == EXIT_FINE;
    *ret_answer = done ? done_answer(deed, arena, order, said) : failed_answer(arena, said);
}

static const struct verdict_port_ops ops = { carry_out };

/* Has the key file a passphrase? Of one that cannot be read the command says more. */
static bool asks_passphrase(const struct options *options)
{
    const char *path = options->values[OPTION_KEY];
    struct str text;
    if (!path || file_read(options->arena, path, SECRET_KEY_FILE_BYTES_MAX, &text) != FILE_OK)
        return false;
    bool asks = secret_key_is_protected(text);
    explicit_bzero((char *)(uintptr_t)text.at, text.bytes); /* our own copy */
    return asks;
}

struct verdict_port *preview_port_new(const struct options *options)
{
    struct port *port = ARENA_NEW(options->arena, struct port);
    if (options_has(options, OPTION_KIOSK))
        return NULL;
    *port = (struct port){
        .options = options,
        .port = {
            .ops = &ops,
            .can = (1u << DESK_COUNT) - 1,
            .asks_passphrase = asks_passphrase(options),
            .by = options->values[OPTION_BY],
            .has_key = options_has(options, OPTION_KEY),
        },
    };
    return &port->port;
}
