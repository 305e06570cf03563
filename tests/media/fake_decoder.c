/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A decoder that misbehaves as the name says by which it is called. */
#include "base/str.h"
#include "media/decode_protocol.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void say_hello(uint32_t version)
{
    struct decode_hello hello = { .version = version, .locks = DECODE_LOCK_CALLS };
    if (write(DECODE_SOCKET, &hello, sizeof hello) != (ssize_t)sizeof hello)
        _exit(EXIT_FAILURE);
}

static void wait_for_request(void)
{
    struct decode_request request;
    say_hello(DECODE_VERSION);
    if (read(DECODE_SOCKET, &request, sizeof request) != (ssize_t)sizeof request)
        _exit(EXIT_FAILURE);
}

static void wait_for_the_end(void)
{
    char byte;
    while (read(DECODE_SOCKET, &byte, 1) > 0)
        ;
}

static void answer(uint32_t status, size_t bytes)
{
    char message[64] = { 0 };
    memcpy(message, &status, sizeof status);
    wait_for_request();
    if (write(DECODE_SOCKET, message, bytes) == (ssize_t)bytes)
        wait_for_the_end();
}

static void act_old(void)
{
    say_hello(DECODE_VERSION - 1);
    wait_for_the_end();
}

static void act_mute(void)
{
    wait_for_the_end();
}

static void act_dying(void)
{
    wait_for_request();
    abort();
}

static void act_leaving(void)
{
    wait_for_request();
}

static void act_short(void)
{
    answer(DECODE_STATUS_DONE, 1);
}

static void act_long(void)
{
    answer(DECODE_STATUS_DONE, 64);
}

static void act_strange(void)
{
    answer(99, sizeof(struct decode_answer));
}

static void act_zero(void)
{
    answer(0, sizeof(struct decode_answer));
}

static void act_refusing(void)
{
    answer(DECODE_STATUS_REFUSED, sizeof(struct decode_answer));
}

static void act_failing(void)
{
    answer(DECODE_STATUS_FAILED, sizeof(struct decode_answer));
}

/* Says yes to two requests that only one was made for. */
static void act_hasty(void)
{
    struct decode_answer done = { .status = DECODE_STATUS_DONE };
    wait_for_request();
    for (int i = 0; i < 2; i++)
        if (write(DECODE_SOCKET, &done, sizeof done) != (ssize_t)sizeof done)
            return;
    wait_for_the_end();
}

static const struct {
    const char *name;
    void (*act)(void);
} acts[] = {
    { "old", act_old },         { "mute", act_mute },   { "dying", act_dying },
    { "leaving", act_leaving }, { "short", act_short }, { "long", act_long },
    { "strange", act_strange }, { "zero", act_zero },   { "refusing", act_refusing },
    { "failing", act_failing }, { "hasty", act_hasty },
};

int main(int count, char **arguments)
{
    const char *name = count > 0 ? strrchr(arguments[0], '/') : NULL;
    for (size_t i = 0; name && i < ARRAY_LEN(acts); i++)
        if (strcmp(name + 1, acts[i].name) == 0)
            acts[i].act();
    return EXIT_SUCCESS;
}
