/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads hOCR, the form in which OCR programs write lines and words with their places. Trusts
 * nothing in it: what does not read as a line or a word is passed over, and places are cut to the
 * picture. Only for the .c files of this folder.
 */
#pragma once

#include "sight/seen.h"

#define HOCR_WORDS_MAX 4000 /* a slide holds some hundred; a map full of ghosts some thousand */

/*
 * Fills in the words and lines of `seen`, whose width and height are set; in the arena, with
 * copies of the texts.
 */
void hocr_read(struct arena *arena, struct str hocr, struct seen *seen);
