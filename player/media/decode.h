/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pixels of an untrusted picture, from a child process that can do nothing else: no files, no
 * network, little memory, little time. The child is the program infotaulu-decode beside this one.
 */
#pragma once

#include "media/pixels.h"
#include "media/probe.h"

/* player/README.md, "Budgets". */
#define DECODE_SECONDS_MAX 5
#define DECODE_MEMORY_MAX (256u << 20) /* beyond the pixels and the file itself */

enum decode_outcome {
    DECODE_OK,
    DECODE_DAMAGED, /* the decoder refused it, ran into a limit or died: do not try it again */
    DECODE_FAILED,  /* our side failed: no child, no memory; another try may work */
};

struct decoder;

/*
 * Starts nothing yet; the child starts with the first picture and stands by for the next.
 *
 * program  path of infotaulu-decode; NULL: beside the running program, else the installed one.
 *
 * The child is ended by the kernel with the thread that first decodes, and by decoder_free.
 */
struct decoder *decoder_new(const char *program) NODISCARD;

/* Ends the child, if there is one, and frees it; NULL is fine. */
void decoder_free(struct decoder *decoder);

/*
 * Decodes a probed picture and turns it upright (EXIF).
 *
 * ret_pixels  set only with DECODE_OK; pixels_free gives it back.
 */
enum decode_outcome decoder_decode(struct decoder *decoder, struct str bytes,
                                   const struct probe *probe, struct pixels *ret_pixels) NODISCARD;
