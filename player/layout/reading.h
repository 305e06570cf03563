/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long a slide takes to read, player/README.md, F4. One formula for the player, which waits
 * that long, and for the rules, which tell the sender so.
 */
#pragma once

/*
 * Seconds for so many characters of title, lead and body, spaces counted, at `cps` characters a
 * second, and for lines of facts and contact, which are looked up rather than read through.
 */
double reading_seconds(double characters, int fact_lines, double cps);

/* The most characters that are read within so many seconds when there are no facts; 0 at least. */
int reading_characters(double seconds, double cps);
