/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text in a picture, read by the program tesseract. Only for the .c files of this folder. */
#pragma once

#include "media/pixels.h"
#include "sight/child.h"
#include "sight/seen.h"

/* player/README.md, "Budgets". Measured: 0.3 s and 60 MB for a slide of 1080p, 1 s and 123 MB for
 * 2160p. */
#define READ_SECONDS_MAX 20
#define READ_MEMORY_MAX ((size_t)1 << 30) /* address space, of which a tenth is used */

/* True when the program starts and has the model of Finnish. */
bool read_text_is_there(const char *program);

/*
 * Reads a picture: fills in words and lines of `seen`, whose width and height are those of the
 * pixels. CHILD_DONE also when there is nothing to read.
 */
enum child_outcome read_text(struct arena *arena, const char *program, const uint8_t *grey,
                             struct seen *seen) NODISCARD;
