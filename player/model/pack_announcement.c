/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An announcement of an edition: see pack_parts.h. */
#include "model/pack_parts.h"

static void pack_organisation(struct packer *packer, struct organisation *organisation)
{
    packer_str(packer, &organisation->name);
    packer_str(packer, &organisation->uri);
    packer_str(packer, &organisation->email);
}

static void pack_strong(struct packer *packer, struct strong *strong)
{
    packer_size(packer, &strong->start);
    packer_size(packer, &strong->bytes);
}

static void pack_block(struct packer *packer, struct block *block)
{
    PACKER_ENUM(packer, block->kind, BLOCK_NUMBERED + 1);
    packer_str(packer, &block->text);
    PACKER_ARRAY(packer, struct strong, block->strong, block->strong_count, pack_strong);
    for (size_t i = 0; i < block->strong_count; i++)
        packer_need(packer,
                    block->strong[i].start <= block->text.bytes &&
                        block->strong[i].bytes <= block->text.bytes - block->strong[i].start);
    packer_unsigned(packer, &block->line);
    packer_unsigned(packer, &block->column);
}

static void pack_picture(struct packer *packer, struct picture *picture)
{
    packer_str(packer, &picture->href);
    packer_str(packer, &picture->type);
    packer_str(packer, &picture->alt);
    packer_long(packer, &picture->length);
    packer_hash(packer, &picture->hash);
    packer_unsigned(packer, &picture->line);
    packer_unsigned(packer, &picture->column);
}

static void pack_venue(struct packer *packer, struct venue *venue)
{
    PACKER_ENUM(packer, venue->mode, PLACE_HYBRID + 1);
    packer_str(packer, &venue->name);
    packer_str(packer, &venue->street);
    packer_str(packer, &venue->postcode);
    packer_str(packer, &venue->city);
    packer_str(packer, &venue->extra);
    packer_str(packer, &venue->href);
    packer_str(packer, &venue->tel);
    packer_unsigned(packer, &venue->access);
}

static void pack_contact(struct packer *packer, struct contact *contact)
{
    packer_str(packer, &contact->role);
    packer_str(packer, &contact->name);
    packer_str(packer, &contact->tel);
    packer_str(packer, &contact->email);
}

static void pack_show(struct packer *packer, struct show_period *show)
{
    pack_time_stamp(packer, &show->from);
    pack_time_stamp(packer, &show->until);
    PACKER_ENUM(packer, show->priority, PRIORITY_HIGH + 1);
    packer_int(packer, &show->seconds, 0, INT32_MAX);
}

static void pack_place(struct packer *packer, struct place *place)
{
    packer_str(packer, &place->file);
    packer_unsigned(packer, &place->line);
    packer_unsigned(packer, &place->column);
    packer_str(packer, &place->element);
}

/* Who speaks of what, in which words. */
static void pack_message(struct packer *packer, struct announcement *announcement)
{
    packer_str(packer, &announcement->id);
    packer_str(packer, &announcement->language_tag);
    packer_language(packer, &announcement->language);
    packer_bool(packer, &announcement->simple);
    packer_str(packer, &announcement->group);
    packer_str(packer, &announcement->title);
    packer_str(packer, &announcement->summary);
    pack_time_stamp(packer, &announcement->updated);
    pack_time_stamp(packer, &announcement->published);
    PACKER_ENUM(packer, announcement->kind, KIND_COUNT);
    PACKER_ARRAY(packer, struct organisation, announcement->authors, announcement->author_count,
                 pack_organisation);
    PACKER_ARRAY(packer, struct block, announcement->blocks, announcement->block_count, pack_block);
    packer_bool(packer, &announcement->has_picture);
    pack_picture(packer, &announcement->picture);
}

/* When, where, for whom, at what price: the facts of the second half of a slide. */
static void pack_facts(struct packer *packer, struct announcement *announcement)
{
    PACKER_ARRAY(packer, struct when, announcement->whens, announcement->when_count,
                 pack_time_when);
    packer_need(packer, announcement->when_count <= WHEN_COUNT_MAX);
    PACKER_ARRAY(packer, struct venue, announcement->venues, announcement->venue_count, pack_venue);
    PACKER_ARRAY(packer, struct contact, announcement->contacts, announcement->contact_count,
                 pack_contact);
    packer_str(packer, &announcement->spoken);
    packer_str(packer, &announcement->audience);
    PACKER_ARRAY(packer, struct str, announcement->audience_terms,
                 announcement->audience_term_count, packer_str);
    packer_bool(packer, &announcement->has_cost);
    packer_bool(packer, &announcement->cost_free);
    packer_str(packer, &announcement->cost);
    packer_bool(packer, &announcement->has_signup);
    packer_bool(packer, &announcement->signup_required);
    pack_time_stamp(packer, &announcement->signup_until);
    packer_str(packer, &announcement->signup);
    packer_str(packer, &announcement->signup_href);
    packer_str(packer, &announcement->signup_tel);
    packer_str(packer, &announcement->signup_email);
}

void pack_announcement(struct packer *packer, struct announcement *announcement)
{
    pack_message(packer, announcement);
    pack_facts(packer, announcement);
    packer_str(packer, &announcement->link);
    packer_str(packer, &announcement->rights);
    PACKER_ARRAY(packer, struct str, announcement->centres, announcement->centre_count, packer_str);
    pack_show(packer, &announcement->show);
    packer_int(packer, &announcement->number, 0, INT32_MAX);
    pack_place(packer, &announcement->where);
}
