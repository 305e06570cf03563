/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The verdicts of the window, carried out by the commands that do them on the command line: the
 * same program is started with the same words, so that both leave the same files, and a crash or a
 * full disk costs a verdict and not the window. How to plug a verdict in: a row of the table in
 * preview_port.c.
 */
#pragma once

#include "app/options.h"
#include "preview/verdict_port.h"

/*
 * The port of --key and --by; in the arena of the options. NULL when --kiosk says that there are
 * no verdicts.
 */
struct verdict_port *preview_port_new(const struct options *options) NODISCARD;
