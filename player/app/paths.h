/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things lie: data of the program, folders of the machine, and the local configuration. */
#pragma once

#include "app/options.h"

/* A file of the program ("fonts/stack"): beside the running program, else where it is installed. */
char *paths_data(struct arena *arena, const char *name) NODISCARD;

/* A program that belongs to this one ("infotaulu-desk"), found likewise. */
char *paths_program(struct arena *arena, const char *name) NODISCARD;

/* /etc/infotaulu/infotaulu.conf (INFOTAULU_CONF names another): NULL where a line is not there. */
struct conf {
    const char *site, *root_key, *display, *proxy, *ca_file;
};

/* False with a message when the file is there and cannot be understood. */
bool paths_read_conf(struct arena *arena, struct conf *ret_conf);

/* --cache, else /var/… for root and the service, else the user's XDG folder. In the arena. */
const char *paths_cache(const struct options *options);

/* --state, likewise. */
const char *paths_state(const struct options *options);

/* The heartbeat's file when it does not lie in the state folder: NULL with --state or for a user.
 */
const char *paths_heartbeat(const struct options *options);
