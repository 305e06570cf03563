/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder for the length of one command. */
#pragma once

#include "base/arena.h"

/* Makes a folder of this user alone under TMPDIR; NULL with a message on standard error. */
char *temporary_folder(struct arena *arena) NODISCARD;

/* Removes it with all that is in it; NULL is fine. */
void temporary_remove(const char *folder);
