/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of rules, and what their findings come to. */
#include "rules/rules.h"

#include "rules/judged_text.h"
#include "rules/rule_set.h"
#include "rules/seen_words.h"

static rule_fn *const rules[] = {
    rule_contrast_text,
    rule_contrast_large,
    rule_contrast_enhanced,
    rule_contrast_picture,
    rule_contrast_nontext,
    rule_colour_alone,
    rule_cvd_preview,
    rule_glare_white,
    rule_apca_note,
    rule_line_length,
    rule_auto_hyphen,
    rule_safe_area,
    rule_capacity,
    rule_auto_advance,
    rule_pattern,
    rule_personal_id,
    rule_personal_id_near,
    rule_private_contact,
    rule_fundraising,
    rule_fundraising_words,
    rule_commercial_words,
    rule_party_political,
    rule_medical_claim,
    rule_respectful_words,
    rule_bidi_control,
    rule_invisible,
    rule_homoglyph,
    rule_control_markup,
    rule_italic_underline,
    rule_link_scheme,
    rule_link_idn,
    rule_link_owner,
    rule_link_shortener,
    rule_link_tracking,
    rule_link_visible,
    rule_qr_payload,
    rule_lahella_link,
    rule_event_facts,
    rule_event_past,
    rule_second_contact,
    rule_place_access,
    rule_date_valid,
    rule_weekday_agrees,
    rule_weekday_recurring,
    rule_date_format_fi,
    rule_date_format_sv,
    rule_time_format_fi,
    rule_time_format_sv,
    rule_time_format_en,
    rule_year_present,
    rule_validity_order,
    rule_phone_format,
    rule_phone_cost,
    rule_language_tag,
    rule_missing_glyph,
    rule_overflow,
    rule_letter_height_min,
    rule_letter_height_title,
    rule_title_length,
    rule_text_length,
    rule_message_levels,
    rule_duration_min_for_text,
    rule_all_caps,
    rule_overall_score,
    rule_sentence_too_long,
    rule_mean_sentence_length,
    rule_many_clauses,
    rule_negation_double,
    rule_long_verbless_run,
    rule_long_noun_phrase,
    rule_genitive_chain,
    rule_participle_modifier,
    rule_agent_participle,
    rule_time_clause_e,
    rule_time_clause_tehtyaan,
    rule_purpose_clause,
    rule_manner_tekemalla,
    rule_potential_mood,
    rule_conditional_mood,
    rule_nominalisation_minen,
    rule_rare_case,
    rule_officialese,
    rule_hard_word_unexplained,
    rule_compound_too_long,
    rule_word_too_long,
    rule_rare_word,
    rule_foreign_word,
    rule_abbreviation,
    rule_acronym_unexplained,
    rule_slash_or_semicolon,
    rule_parenthesis,
    rule_elided_hyphen,
    rule_number_format,
    rule_passive,
    rule_no_direct_address,
    rule_idiom,
    rule_inconsistent_term,
    rule_seka_conjunction,
    rule_line_break_in_phrase,
    rule_hard_structures,
    rule_picture_upscale,
    rule_picture_aspect,
    rule_picture_crop,
    rule_picture_alpha,
    rule_picture_blur,
    rule_picture_text,
    rule_slide_text_match,
    rule_baked_letter_height,
    rule_contrast_baked,
    rule_alt_present,
    rule_alt_length,
    rule_alt_form,
    rule_person_picture,
    rule_qr_size,
    rule_qr_module,
    rule_qr_quiet,
    rule_qr_colour,
    rule_qr_level,
    rule_qr_decodes,
};

/* Many times what the longest text that is analysed comes to; findings are copies. */
#define ANALYSED_BYTES_MAX (64u << 20)

void rules_check(const struct rule_input *input, struct report *report)
{
    struct rule_input with_texts = *input;
    struct sender_text *texts;
    with_texts.text_count = scan_texts(input->announcement, report->arena, &texts);
    with_texts.text_count = seen_texts(input, report->arena, with_texts.text_count, &texts);
    with_texts.texts = texts;
    struct arena *analysed = arena_new(ANALYSED_BYTES_MAX);
    with_texts.analysis = judged_text(analysed, &with_texts);
    for (size_t i = 0; i < ARRAY_LEN(rules); i++)
        rules[i](&with_texts, report);
    arena_free(analysed);
}

struct place rule_place(const struct rule_input *input, const char *element)
{
    struct place place = input->announcement->where;
    place.element = str_of(element);
    return place;
}

struct finding *rule_add(const struct rule_input *input, const struct sender_text *text,
                         size_t from, size_t bytes, enum finding_code code, struct report *report)
{
    struct place place = { .file = input->announcement->where.file,
                           .line = text->line,
                           .column = text->column,
                           .element = str_of(text->element) };
    struct finding *finding = report_add(report, code, place);
    finding_span(report, finding, text->text, from, bytes);
    return finding;
}

static bool is_overridden(struct str overrides, enum rule rule)
{
    struct str id;
    const struct rule_info *info = rule_info(rule);
    while (info->overridable && str_next(&overrides, ',', &id)) {
        if (str_is(str_trim(id), info->id))
            return true;
    }
    return false;
}

bool rules_blocking(const struct report *report, struct str overrides, enum rule *ret_rule)
{
    for (size_t i = 0; i < report->count; i++) {
        const struct finding *finding = &report->findings[i];
        enum rule rule = finding_info(finding->code)->rule;
        if (finding->severity != SEVERITY_BLOCK || rule == RULE_EVENT_PAST ||
            is_overridden(overrides, rule))
            continue;
        *ret_rule = rule;
        return true;
    }
    return false;
}

enum severity rules_verdict(const struct report *report, struct str overrides)
{
    enum severity worst = SEVERITY_ADVISE;
    for (size_t i = 0; i < report->count; i++) {
        const struct finding *finding = &report->findings[i];
        enum severity severity = finding->severity;
        if (severity == SEVERITY_BLOCK &&
            is_overridden(overrides, finding_info(finding->code)->rule))
            severity = SEVERITY_WARN;
        worst = severity > worst ? severity : worst;
    }
    return worst;
}
