/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an entry that entry_facts.c reads for read_entry.c. Only for this folder. */
#pragma once

#include "feed/entry_node.h"

/* An entry while it is read. */
struct entry {
    struct reader *reader;
    struct announcement *out;
    uint64_t seen; /* a bit for each row of the table */
    bool has_kind;
    bool has_link;
    size_t when_count; /* also those that are too many */
    const xmlNode *content;
};

/* Each reads one element of our namespace into the announcement; what is wrong is left out. */

void entry_facts_group(struct entry *entry, const xmlNode *node);    /* what it is a version of */
void entry_facts_when(struct entry *entry, const xmlNode *node);     /* a date, or a row of them */
void entry_facts_where(struct entry *entry, const xmlNode *node);    /* a venue, or from afar */
void entry_facts_contact(struct entry *entry, const xmlNode *node);  /* a person or a desk */
void entry_facts_spoken(struct entry *entry, const xmlNode *node);   /* languages spoken there */
void entry_facts_audience(struct entry *entry, const xmlNode *node); /* whom it is for */
void entry_facts_cost(struct entry *entry, const xmlNode *node);     /* free, or in words */
void entry_facts_signup(struct entry *entry, const xmlNode *node);   /* how and until when */
void entry_facts_show(struct entry *entry, const xmlNode *node);     /* when it is on the screen */
void entry_facts_number(struct entry *entry, const xmlNode *node);   /* "Nro 12" */
void entry_facts_approved(struct entry *entry, const xmlNode *node); /* known, and not believed */
