/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a line may be, in characters with spaces. Pure. */
#pragma once

enum line_verdict { LINE_FINE, LINE_ADVISE, LINE_WARN, LINE_BLOCK };

#define LINE_ADVISED 50 /* easy Finnish is set in lines of 55 to 60 at most */
#define LINE_MOST 80    /* WCAG 2.2, 1.4.8 */

/*
 * limit  from which a centre warns, 37 to 80; a line that is longer than LINE_ADVISED is rather
 *        long even under it.
 */
enum line_verdict line_length_verdict(long characters, long limit);
