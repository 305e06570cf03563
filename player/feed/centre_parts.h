/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The elements of a centre profile that have more to them than a few values. Each function reads
 * one element into the profile; what is wrong is left out, with a finding. Only for this folder.
 */
#pragma once

#include "feed/reader.h"
#include "model/profile.h"

struct centre {
    struct reader reader;
    struct profile *out;
    unsigned seen; /* a bit for each row of the table */
    struct local_text *submits;
    size_t submit_count;
};

/* <display> */
void centre_place_display(struct centre *centre, const xmlNode *node);

/* <opening>, of which there is one */
void centre_place_opening(struct centre *centre, const xmlNode *node);

/* <key> */
void centre_trust_key(struct centre *centre, const xmlNode *node);

/* <site>: a further one whose announcements may be shown here */
void centre_trust_site(struct centre *centre, const xmlNode *node);

/* <warnings>, of which there is one: where official warnings come from */
void centre_trust_warnings(struct centre *centre, const xmlNode *node);

/* <rotation>, of which there is one */
void centre_rotation(struct centre *centre, const xmlNode *node);

/* <rule> */
void centre_rules_rule(struct centre *centre, const xmlNode *node);

/* <media>, which is another way to write the limit of a rule */
void centre_rules_media(struct centre *centre, const xmlNode *node);
