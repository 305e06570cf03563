/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of pages with letters beyond a–z, as browsers write them: RFC 3492. */
#pragma once

#include "base/str.h"

#define PUNYCODE_LABEL_POINTS_MAX 63 /* of a label; RFC 1035 */

/*
 * A host label by label: "kyläyhdistys.fi" → "xn--kylyhdistys-n8a.fi". Letters are made small.
 * False when a label is longer than PUNYCODE_LABEL_POINTS_MAX.
 */
bool punycode_to_ascii(struct arena *arena, struct str host, struct str *ret_ascii);

/* The way back; labels without "xn--" stay. False also when a code stands for no letters. */
bool punycode_to_unicode(struct arena *arena, struct str host, struct str *ret_unicode);
