/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editions by hand in cache and state folders, for the tests of this folder. */
#pragma once

#include "base/clock.h"
#include "model/edition.h"

#include <limits.h>

/* Folders of one test, under one that is removed at its end. */
struct kept {
    char root[PATH_MAX], cache[PATH_MAX], state[PATH_MAX];
};

/* Makes fresh folders; false when that does not work. */
bool kept_make(struct kept *kept);
void kept_remove(struct kept *kept);

/* A file in the state folder, or in the root. */
void kept_path(const struct kept *kept, const char *name, char ret_path[PATH_MAX]);

/*
 * Makes an edition the current one: three organisations with four notices, of which "changing" has
 * the title "Painos N". Ids are "urn:test:a", "urn:test:b-fi", "urn:test:b-sv" and
 * "urn:test:changing".
 */
bool kept_write(const char *cache, const char *state, int number);

/* The same with one item that wants a picture which is not there. */
bool kept_write_without_picture(const char *cache, const char *state);

/* Wednesday, 25 November 2026, 12 o'clock. */
#define KEPT_NOW INT64_C(1795600800)
