/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words to systemd (Type=notify, WatchdogSec): datagrams to the socket it names; no libsystemd. */
#pragma once

#include <stdint.h>
#include <sys/socket.h>
#include <sys/un.h>

struct notify {
    int socket; /* descriptor, -1: nobody listens */
    struct sockaddr_un address;
    socklen_t address_bytes;
};

/* Connects to $NOTIFY_SOCKET, when there is one. */
struct notify notify_new(void);

/* Sends "READY=1", "WATCHDOG=1", "STATUS=…"; never waits, nothing comes of a failure. */
void notify_send(const struct notify *notify, const char *words);

/* Closes the socket, if there is one. */
void notify_close(struct notify *notify);

/* Nanoseconds within which systemd wants a sign of life; 0: it does not ask. */
int64_t notify_watchdog_ns(void);
