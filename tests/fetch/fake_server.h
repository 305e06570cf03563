/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A web server that misbehaves on request: the path says how (the table in fake_server.c). It
 * lives in a process of its own on 127.0.0.1 and ends with fake_server_stop or with the test.
 */
#pragma once

struct fake_server;

/* Starts it on a free port. Never NULL: ends the test program when it cannot. */
struct fake_server *fake_server_start(void);
void fake_server_stop(struct fake_server *server);

int fake_server_port(const struct fake_server *server);

/* Since the start or the last fake_server_forget: connections, requests, and requests that were
 * answered at the same time. */
int fake_server_connections(const struct fake_server *server);
int fake_server_requests(const struct fake_server *server);
int fake_server_most_at_once(const struct fake_server *server);
void fake_server_forget(struct fake_server *server);

/* The last request as it came, with all its header lines. */
const char *fake_server_last_request(const struct fake_server *server);
