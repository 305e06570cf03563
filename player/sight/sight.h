/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a machine sees in a picture: text by the program tesseract, codes by libzbar, each in a
 * child process with limits. What was seen is remembered, so that language versions and displays
 * that share a picture cost one look.
 *
 * Only the desk looks. The player shows what an approver has signed, and the approver's computer
 * has looked: a second look on every screen would cost a second a picture and could only differ by
 * the release of the program.
 */
#pragma once

#include "base/hash.h"
#include "media/pixels.h"
#include "sight/seen.h"

struct sight;

/*
 * Starts nothing but a question whether there is a program to read with.
 *
 * reader  path of tesseract; NULL: found in PATH. Without it, or without the Finnish model, only
 *         codes are read.
 */
struct sight *sight_open(const char *reader) NODISCARD;

/* Forgets everything; NULL is fine. */
void sight_close(struct sight *sight);

/* True when text can be read on this computer. */
bool sight_can_read(const struct sight *sight);

/*
 * Looks at a picture, or remembers it.
 *
 * picture  names the bytes that the pixels came from.
 *
 * Valid until the next look. A part that failed (a reader that was stuck) says so in `seen`.
 */
const struct seen *sight_look(struct sight *sight, const struct pixels *pixels,
                              const struct hash *picture);
