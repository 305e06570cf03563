/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule functions. Only for the .c files of this folder. */
#pragma once

#include "rules/input.h"

typedef void rule_fn(const struct rule_input *input, struct report *report);

rule_fn rule_contrast_text, rule_contrast_large, rule_contrast_enhanced, rule_contrast_picture;
rule_fn rule_contrast_nontext, rule_colour_alone, rule_cvd_preview, rule_glare_white;
rule_fn rule_apca_note, rule_line_length, rule_auto_hyphen, rule_safe_area, rule_capacity;
rule_fn rule_auto_advance, rule_pattern;
rule_fn rule_event_facts, rule_event_past, rule_missing_glyph, rule_overflow;
rule_fn rule_date_valid, rule_weekday_agrees, rule_weekday_recurring, rule_year_present;
rule_fn rule_date_format_fi, rule_date_format_sv;
rule_fn rule_time_format_fi, rule_time_format_sv, rule_time_format_en;
rule_fn rule_validity_order, rule_phone_format, rule_phone_cost, rule_language_tag;
rule_fn rule_personal_id, rule_personal_id_near, rule_private_contact, rule_fundraising;
rule_fn rule_bidi_control, rule_invisible, rule_homoglyph, rule_control_markup;
rule_fn rule_italic_underline, rule_second_contact, rule_place_access;
rule_fn rule_commercial_words, rule_party_political, rule_fundraising_words, rule_medical_claim;
rule_fn rule_respectful_words;
rule_fn rule_link_scheme, rule_link_idn, rule_link_owner, rule_link_shortener, rule_link_tracking;
rule_fn rule_link_visible, rule_qr_payload, rule_lahella_link;
rule_fn rule_letter_height_min, rule_letter_height_title, rule_title_length, rule_text_length;
rule_fn rule_message_levels, rule_duration_min_for_text, rule_all_caps;
rule_fn rule_picture_upscale, rule_picture_aspect, rule_picture_crop, rule_picture_alpha;
rule_fn rule_picture_blur, rule_picture_text, rule_slide_text_match, rule_baked_letter_height;
rule_fn rule_contrast_baked, rule_alt_present, rule_alt_length, rule_alt_form;
rule_fn rule_overall_score;
rule_fn rule_sentence_too_long, rule_mean_sentence_length, rule_many_clauses;
rule_fn rule_negation_double, rule_long_verbless_run, rule_long_noun_phrase;
rule_fn rule_genitive_chain, rule_participle_modifier, rule_agent_participle;
rule_fn rule_time_clause_e, rule_time_clause_tehtyaan, rule_purpose_clause;
rule_fn rule_manner_tekemalla, rule_potential_mood, rule_conditional_mood;
rule_fn rule_nominalisation_minen, rule_rare_case, rule_officialese, rule_hard_word_unexplained;
rule_fn rule_compound_too_long, rule_word_too_long, rule_rare_word, rule_foreign_word;
rule_fn rule_abbreviation, rule_acronym_unexplained, rule_slash_or_semicolon, rule_parenthesis;
rule_fn rule_elided_hyphen, rule_number_format, rule_passive, rule_no_direct_address;
rule_fn rule_idiom, rule_inconsistent_term, rule_seka_conjunction, rule_line_break_in_phrase;
rule_fn rule_hard_structures;
rule_fn rule_person_picture, rule_qr_size, rule_qr_module, rule_qr_quiet, rule_qr_colour;
rule_fn rule_qr_level, rule_qr_decodes;

/* The announcement's place, with an element named. */
struct place rule_place(const struct rule_input *input, const char *element);

/* Adds a finding about some bytes of a sender's text: its place and its span. */
struct finding *rule_add(const struct rule_input *input, const struct sender_text *text,
                         size_t from, size_t bytes, enum finding_code code, struct report *report);
