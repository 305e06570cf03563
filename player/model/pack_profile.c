/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The profile of an edition: see pack_parts.h. */
#include "model/pack_parts.h"

static void pack_display(struct packer *packer, struct display *display)
{
    packer_str(packer, &display->name);
    packer_double(packer, &display->diagonal_in);
    packer_int(packer, &display->width, 0, INT32_MAX);
    packer_int(packer, &display->height, 0, INT32_MAX);
    packer_int(packer, &display->rotation, 0, 270);
    packer_need(packer, display->rotation % 90 == 0);
    packer_double(packer, &display->distance_m);
    packer_double(packer, &display->closest_m);
    packer_double(packer, &display->scan_m);
    packer_str(packer, &display->panel);
    packer_bool(packer, &display->clock_rtc);
    packer_bool(packer, &display->dark);
}

static void pack_trusted_key(struct packer *packer, struct trusted_key *trusted)
{
    packer_bytes(packer, trusted->key.id, KEY_ID_BYTES);
    packer_bytes(packer, trusted->key.bytes, PUBLIC_KEY_BYTES);
    packer_unsigned(packer, &trusted->roles);
    packer_str(packer, &trusted->name);
    pack_time_stamp(packer, &trusted->from);
    pack_time_stamp(packer, &trusted->until);
    packer_bool(packer, &trusted->revoked);
}

static void pack_local_text(struct packer *packer, struct local_text *text)
{
    packer_language(packer, &text->language);
    packer_str(packer, &text->text);
}

static void pack_colour(struct packer *packer, struct colour *colour)
{
    packer_byte(packer, &colour->red);
    packer_byte(packer, &colour->green);
    packer_byte(packer, &colour->blue);
}

static void pack_theme(struct packer *packer, struct theme *theme)
{
    pack_colour(packer, &theme->ground);
    pack_colour(packer, &theme->ink);
    pack_colour(packer, &theme->title);
    pack_colour(packer, &theme->accent);
    pack_colour(packer, &theme->tint);
}

static void pack_registered(struct packer *packer, struct registered_organisation *organisation)
{
    packer_str(packer, &organisation->name);
    packer_str(packer, &organisation->name_sv);
    packer_str(packer, &organisation->logo);
    packer_str(packer, &organisation->contact);
    packer_str(packer, &organisation->domains);
    pack_time_stamp(packer, &organisation->allowed_until);
}

static void pack_warnings(struct packer *packer, struct warning_source *warnings)
{
    packer_str(packer, &warnings->url);
    packer_str(packer, &warnings->area);
    PACKER_ENUM(packer, warnings->least, WARNING_EXTREME + 1);
}

static void pack_site(struct packer *packer, struct further_site *site)
{
    packer_str(packer, &site->url);
    packer_str(packer, &site->root_key);
}

static void pack_setting(struct packer *packer, struct rule_setting *setting)
{
    packer_bool(packer, &setting->has_severity);
    packer_bool(packer, &setting->has_limit);
    packer_bool(packer, &setting->is_off);
    PACKER_ENUM(packer, setting->severity, SEVERITY_BLOCK + 1);
    packer_double(packer, &setting->limit);
}

static void pack_quarter(struct packer *packer, struct language_quarter *quarter)
{
    packer_language(packer, &quarter->language);
    for (size_t i = 0; i < WEEKDAY_COUNT; i++)
        packer_bool(packer, &quarter->days[i]);
    packer_int(packer, &quarter->from, 0, PACK_MINUTES_MAX);
}

static void pack_rotation(struct packer *packer, struct rotation_rules *rules)
{
    packer_double(packer, &rules->priority_max);
    packer_bool(packer, &rules->priority_between);
    packer_double(packer, &rules->outside_share);
    packer_need(packer, rules->priority_max >= 1 && rules->outside_share >= 0);
    packer_int(packer, &rules->agenda_minutes, 0, PACK_MINUTES_MAX);
    packer_int(packer, &rules->approach_count, 0, APPROACH_COUNT_MAX);
    for (int i = 0; i < rules->approach_count; i++) {
        struct approach *step = &rules->approaches[i];
        packer_int(packer, &step->days, 0, INT32_MAX);
        packer_double(packer, &step->weight);
        packer_need(packer,
                    step->weight >= APPROACH_WEIGHT_MIN && step->weight <= APPROACH_WEIGHT_MAX);
    }
    PACKER_ARRAY(packer, struct language_quarter, rules->quarters, rules->quarter_count,
                 pack_quarter);
}

void pack_profile(struct packer *packer, struct profile *profile)
{
    packer_str(packer, &profile->id);
    PACKER_ARRAY(packer, struct local_text, profile->names, profile->name_count, pack_local_text);
    PACKER_ARRAY(packer, enum language, profile->languages, profile->language_count,
                 packer_language);
    packer_str(packer, &profile->zone_name);
    PACKER_ARRAY(packer, struct display, profile->displays, profile->display_count, pack_display);
    packer_need(packer, profile->display_count > 0);
    pack_time_opening(packer, &profile->opening);
    PACKER_ARRAY(packer, struct trusted_key, profile->keys, profile->key_count, pack_trusted_key);
    PACKER_ARRAY(packer, struct further_site, profile->sites, profile->site_count, pack_site);
    pack_warnings(packer, &profile->warnings);
    PACKER_ARRAY(packer, struct registered_organisation, profile->organisations,
                 profile->organisation_count, pack_registered);
    pack_theme(packer, &profile->light);
    pack_theme(packer, &profile->dark);
    for (size_t i = 0; i < RULE_COUNT; i++)
        pack_setting(packer, &profile->rules[i]);
    packer_int(packer, &profile->slide_seconds_min, 0, INT32_MAX);
    packer_int(packer, &profile->slide_seconds_max, 0, INT32_MAX);
    packer_double(packer, &profile->reading_cps);
    packer_int(packer, &profile->round_minutes, 0, INT32_MAX);
    packer_int(packer, &profile->poll_seconds, 0, INT32_MAX);
    pack_rotation(packer, &profile->rotation);
    packer_bool(packer, &profile->cut);
    packer_str(packer, &profile->submit);
    pack_time_stamp(packer, &profile->review);
    PACKER_ARRAY(packer, struct str, profile->words, profile->word_count, packer_str);
}
