/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See notify.h, and sd_notify(3) for the protocol. */
#include "show/notify.h"

#include "base/clock.h"
#include "base/str.h"

#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

#define MICROSECOND_NS INT64_C(1000)

struct notify notify_new(void)
{
    struct notify notify = { .socket = -1, .address = { .sun_family = AF_UNIX } };
    struct str path = str_of(getenv("NOTIFY_SOCKET"));
    if (path.bytes < 2 || path.bytes >= sizeof notify.address.sun_path ||
        (path.at[0] != '/' && path.at[0] != '@'))
        return notify;
    memcpy(notify.address.sun_path, path.at, path.bytes);
    if (path.at[0] == '@') /* a name in the kernel's own space */
        notify.address.sun_path[0] = '\0';
    notify.address_bytes = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + path.bytes);
    notify.socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    return notify;
}

void notify_send(const struct notify *notify, const char *words)
{
    if (notify->socket < 0)
        return;
    ssize_t sent = sendto(notify->socket, words, strlen(words), MSG_NOSIGNAL,
                          (const struct sockaddr *)&notify->address, notify->address_bytes);
    (void)sent; /* systemd may be gone or busy; the watchdog is its own judge */
}

void notify_close(struct notify *notify)
{
    if (notify->socket >= 0)
        close(notify->socket);
    notify->socket = -1;
}

int64_t notify_watchdog_ns(void)
{
    struct str text = str_of(getenv("WATCHDOG_USEC"));
    int64_t microseconds = 0;
    for (size_t i = 0; i < text.bytes; i++) {
        if (text.at[i] < '0' || text.at[i] > '9' || microseconds > INT64_C(1000000000000))
            return 0;
        microseconds = microseconds * 10 + (text.at[i] - '0');
    }
    return microseconds * MICROSECOND_NS;
}
