/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * While a passphrase is typed the terminal shows nothing. Whatever ends or stops the program then
 * must not leave the terminal like that, so those signals are held back: the wait is on the
 * terminal and on them, and one that comes is let through only after the terminal is as before. A
 * handler would need a variable that the whole program shares. After SIGTSTP and "fg" the question
 * is asked again.
 */
#include "app/passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#define PROMPT_BYTES_MAX 512

void passphrase_wipe(struct passphrase *passphrase)
{
    explicit_bzero(passphrase, sizeof *passphrase);
}

struct str passphrase_str(const struct passphrase *passphrase)
{
    return (struct str){ passphrase->bytes, passphrase->length };
}

enum line_outcome { LINE_READ, LINE_STOPPED, LINE_TOO_LONG, LINE_FAILED };

/* A line without its end, byte by byte: what stands behind it is somebody else's. */
static enum line_outcome read_line(int fd, struct passphrase *ret_passphrase)
{
    size_t length = 0;
    for (;;) {
        char byte;
        ssize_t count = read(fd, &byte, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return LINE_FAILED;
        if (count == 0 || byte == '\n')
            break;
        if (length == PASSPHRASE_BYTES_MAX)
            return LINE_TOO_LONG;
        ret_passphrase->bytes[length++] = byte;
    }
    if (length > 0 && ret_passphrase->bytes[length - 1] == '\r')
        length--;
    ret_passphrase->bytes[length] = '\0';
    ret_passphrase->length = length;
    return LINE_READ;
}

/* The terminal while it shows nothing. */
struct quiet_terminal {
    int fd, signals;
    struct termios before;
    sigset_t mask_before;
};

static bool hold_signals(struct quiet_terminal *terminal)
{
    static const int numbers[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU };
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < ARRAY_LEN(numbers); i++)
        sigaddset(&held, numbers[i]);
    sigprocmask(SIG_BLOCK, &held, &terminal->mask_before);
    terminal->signals = signalfd(-1, &held, SFD_CLOEXEC | SFD_NONBLOCK);
    return terminal->signals >= 0;
}

static void close_terminal(struct quiet_terminal *terminal)
{
    tcsetattr(terminal->fd, TCSAFLUSH, &terminal->before);
    if (terminal->signals >= 0)
        close(terminal->signals);
    /* What came in the meantime ends or stops the program here. */
    sigprocmask(SIG_SETMASK, &terminal->mask_before, NULL);
}

static bool open_terminal(int fd, struct quiet_terminal *ret_terminal)
{
    struct quiet_terminal terminal = { .fd = fd, .signals = -1 };
    if (tcgetattr(fd, &terminal.before) != 0)
        return false;
    struct termios quiet = terminal.before;
    quiet.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK | ECHONL);
    bool is_held = hold_signals(&terminal);
    if (!is_held || tcsetattr(fd, TCSAFLUSH, &quiet) != 0) {
        close_terminal(&terminal);
        return false;
    }
    *ret_terminal = terminal;
    return true;
}

static void write_prompt(int fd, const char *text)
{
    ssize_t count = write(fd, text, strlen(text));
    (void)count; /* a terminal that shows no question will give no answer either */
}

/* Waits for a line or for a signal, whichever is first. */
static enum line_outcome read_quietly(const struct quiet_terminal *terminal,
                                      struct passphrase *ret_passphrase)
{
    struct pollfd waits[] = {
        { .fd = terminal->signals, .events = POLLIN },
        { .fd = terminal->fd, .events = POLLIN },
    };
    while (poll(waits, ARRAY_LEN(waits), -1) < 0) {
        if (errno != EINTR)
            return LINE_FAILED;
    }
    return waits[0].revents ? LINE_STOPPED : read_line(terminal->fd, ret_passphrase);
}

/* One question; asked again when the program was stopped and goes on. */
static enum line_outcome ask(int fd, const char *prompt, struct passphrase *ret_passphrase)
{
    enum line_outcome outcome;
    do {
        struct quiet_terminal terminal;
        if (!open_terminal(fd, &terminal))
            return LINE_FAILED;
        write_prompt(fd, prompt);
        outcome = read_quietly(&terminal, ret_passphrase);
        write_prompt(fd, "\n");
        close_terminal(&terminal);
    } while (outcome == LINE_STOPPED);
    return outcome;
}

static bool is_usable(enum line_outcome outcome, const struct passphrase *passphrase)
{
    if (outcome == LINE_TOO_LONG)
        options_fail(_("the passphrase is too long: at most %d bytes"), PASSPHRASE_BYTES_MAX);
    else if (outcome != LINE_READ)
        options_fail(_("the passphrase could not be read"));
    else if (passphrase->length == 0)
        options_fail(_("the passphrase is empty"));
    else
        return true;
    return false;
}

static bool ask_again(int fd, const struct passphrase *first)
{
    struct passphrase second = { .length = 0 };
    enum line_outcome outcome = ask(fd, _("The same passphrase again: "), &second);
    bool is_same =
        is_usable(outcome, &second) && str_equal(passphrase_str(first), passphrase_str(&second));
    if (!is_same && outcome == LINE_READ && second.length > 0)
        options_fail(_("the two passphrases differ"));
    passphrase_wipe(&second);
    return is_same;
}

static bool ask_on_terminal(const char *key_name, bool twice, struct passphrase *passphrase)
{
    char prompt[PROMPT_BYTES_MAX];
    int fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        options_fail(_("there is no terminal to ask for the passphrase of %s on. "
                       "Give --passphrase-fd NUMBER"),
                     key_name);
        return false;
    }
    snprintf(prompt, sizeof prompt, twice ? _("New passphrase of %s: ") : _("Passphrase of %s: "),
             key_name);
    bool fine =
        is_usable(ask(fd, prompt, passphrase), passphrase) && (!twice || ask_again(fd, passphrase));
    close(fd);
    return fine;
}

bool passphrase_get(const struct options *options, const char *key_name, bool twice,
                    struct passphrase *ret_passphrase)
{
    int fd;
    bool fine;
    passphrase_wipe(ret_passphrase);
    if (!options_has(options, OPTION_PASSPHRASE_FD))
        fine = ask_on_terminal(key_name, twice, ret_passphrase);
    else
        fine = options_number(options, OPTION_PASSPHRASE_FD, 0, &fd) &&
               is_usable(read_line(fd, ret_passphrase), ret_passphrase);
    if (!fine)
        passphrase_wipe(ret_passphrase);
    return fine;
}
