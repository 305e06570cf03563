/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For each rule a case that it finds and one that it lets pass. A rule without a row does not
 * build (proof.c); that a row is true is looked at by proof_test.py.
 *
 * X(CODE, what fails it, what passes it)
 *
 * Either is a sample ("bad/NAME.xml", "good/NAME.xml" of samples/submissions) or a test
 * ("FOLDER/FILE.c NAME_OF_THE_TEST" of tests/). One test may be both: a table of cases.
 */
#pragma once

/* clang-format off */
#define PROOF_LIST(X) \
    X(XML_FORM, "bad/xml-form-attributes.xml", "good/perhekahvila.xml") \
    X(ATOM_FORM, "bad/atom-form-bad-date.xml", "good/perhekahvila.xml") \
    X(CONTENT_MARKUP, "bad/content-markup-form.xml", "good/perhekahvila.xml") \
    X(ID_UNIQUE, "bad/id-unique.xml", "good/perhekahvila.xml") \
    X(FEED_COMPLETE, "bad/feed-complete.xml", "good/perhekahvila.xml") \
    X(BAD_SIGNATURE, "base/report_test.c a_profile_replaces_the_worst_severity_of_a_rule", \
      "base/report_test.c a_profile_replaces_the_worst_severity_of_a_rule") \
    X(NOT_APPROVED, "rules/rules_test.c overrides_let_pass_what_may_be_let_pass", \
      "rules/rules_test.c overrides_let_pass_what_may_be_let_pass") \
    X(FEED_OLDER, "approve/chain_test.c an_older_or_a_different_feed_is_refused", \
      "approve/chain_test.c an_older_or_a_different_feed_is_refused") \
    X(FEED_STALE, "base/report_test.c a_profile_replaces_the_worst_severity_of_a_rule", \
      "base/report_test.c a_profile_replaces_the_worst_severity_of_a_rule") \
    X(MEDIA_MISSING, "bad/media-missing.xml", "good/perhekahvila.xml") \
    X(HASH_MISMATCH, "bad/hash-mismatch.xml", "good/perhekahvila.xml") \
    X(FILE_TYPE, "bad/file-type-gif.xml", "good/perhekahvila.xml") \
    X(FILE_HEADER_FIRST, "bad/file-header-first.xml", "good/perhekahvila.xml") \
    X(FILE_SIZE, "feed/profile_test.c a_limit_over_its_floor_becomes_the_floor", \
      "feed/profile_test.c a_limit_over_its_floor_becomes_the_floor") \
    X(FILE_COMPLETE, "bad/file-complete.xml", "good/perhekahvila.xml") \
    X(FILE_NAME_MATCH, "bad/file-name-match.xml", "good/perhekahvila.xml") \
    X(ANIM_FORMAT, "bad/anim-format.xml", "good/perhekahvila.xml") \
    X(JPEG_CMYK, "bad/jpeg-cmyk.xml", "good/perhekahvila.xml") \
    X(MISSING_GLYPH, "bad/missing-glyph.xml", "good/perhekahvila.xml") \
    X(OVERFLOW, "bad/overflow.xml", "good/perhekahvila.xml") \
    X(LETTER_HEIGHT_MIN, "bad/letter-height-min.xml", "good/perhekahvila.xml") \
    X(LETTER_HEIGHT_TITLE, "rules/slide_test.c a_title_too_long_for_large_letters_is_told", \
      "rules/slide_test.c a_title_too_long_for_large_letters_is_told") \
    X(TITLE_LENGTH, "bad/title-length.xml", "good/perhekahvila.xml") \
    X(TEXT_LENGTH, "bad/text-length.xml", "good/perhekahvila.xml") \
    X(MESSAGE_LEVELS, "rules/slide_test.c a_list_has_few_items", \
      "rules/slide_test.c a_list_has_few_items") \
    X(DURATION_MIN_FOR_TEXT, "bad/duration-min-for-text.xml", "good/perhekahvila.xml") \
    X(ALL_CAPS, "feed/profile_test.c only_some_rules_can_be_switched_off", \
      "feed/profile_test.c only_some_rules_can_be_switched_off") \
    X(CONTRAST_TEXT, "rules/contrast_test.c a_centre_can_ask_for_more", \
      "rules/contrast_test.c a_centre_can_ask_for_more") \
    X(CONTRAST_LARGE, "rules/contrast_test.c a_large_title_may_be_fainter", \
      "rules/contrast_test.c a_large_title_may_be_fainter") \
    X(CONTRAST_ENHANCED, "rules/contrast_test.c facts_want_more", \
      "rules/contrast_test.c facts_want_more") \
    X(CONTRAST_PICTURE, "rules/contrast_test.c a_picture_that_is_not_there_is_said", \
      "rules/contrast_test.c a_picture_that_is_not_there_is_said") \
    X(CONTRAST_NONTEXT, "rules/contrast_test.c a_card_needs_a_border_that_is_seen", \
      "rules/contrast_test.c a_card_needs_a_border_that_is_seen") \
    X(COLOUR_ALONE, "rules/contrast_test.c two_states_need_more_than_a_colour", \
      "rules/contrast_test.c two_states_need_more_than_a_colour") \
    X(CVD_PREVIEW, "rules/contrast_test.c colours_that_others_do_not_see_are_told", \
      "rules/contrast_test.c colours_that_others_do_not_see_are_told") \
    X(GLARE_WHITE, "rules/contrast_test.c a_white_picture_slide_dazzles_only_where_asked", \
      "rules/contrast_test.c a_white_picture_slide_dazzles_only_where_asked") \
    X(APCA_NOTE, "rules/contrast_test.c apca_is_told_only_when_asked_for", \
      "rules/contrast_test.c apca_is_told_only_when_asked_for") \
    X(LOW_VISION_FACTOR, "rules/room_test.c poor_sight_multiplies_both", \
      "rules/room_test.c poor_sight_multiplies_both") \
    X(FONT_ALLOWED, "bad/font-allowed.xml", "good/perhekahvila.xml") \
    X(LINE_LENGTH, "rules/room_test.c lines_of_a_picture_slide_are_counted", \
      "rules/room_test.c lines_of_a_picture_slide_are_counted") \
    X(AUTO_HYPHEN, "rules/room_test.c words_are_never_broken_by_the_screen", \
      "rules/room_test.c words_are_never_broken_by_the_screen") \
    X(SAFE_AREA, "rules/room_test.c a_code_keeps_from_the_edge_but_not_its_quiet_zone", \
      "rules/room_test.c a_code_keeps_from_the_edge_but_not_its_quiet_zone") \
    X(CAPACITY, "rules/room_test.c capacity_and_overflow_do_not_both_speak", \
      "rules/room_test.c capacity_and_overflow_do_not_both_speak") \
    X(AUTO_ADVANCE, "bad/auto-advance.xml", "good/perhekahvila.xml") \
    X(TICKER, "bad/ticker.xml", "good/perhekahvila.xml") \
    X(EVENT_FACTS, "bad/event-facts-no-when.xml", "good/perhekahvila.xml") \
    X(EVENT_PAST, "bad/event-past.xml", "good/perhekahvila.xml") \
    X(DATE_VALID, "bad/date-valid.xml", "good/perhekahvila.xml") \
    X(WEEKDAY_AGREES, "bad/weekday-agrees.xml", "good/perhekahvila.xml") \
    X(WEEKDAY_RECURRING, "bad/weekday-recurring.xml", "good/perhekahvila.xml") \
    X(DATE_FORMAT_FI, "bad/date-format-fi.xml", "good/perhekahvila.xml") \
    X(DATE_FORMAT_SV, "bad/date-format-sv.xml", "good/laulu-sv.xml") \
    X(TIME_FORMAT_FI, "bad/time-format-fi.xml", "good/perhekahvila.xml") \
    X(TIME_FORMAT_SV, "bad/time-format-sv.xml", "good/laulu-sv.xml") \
    X(TIME_FORMAT_EN, "bad/time-format-en.xml", "good/kielikahvila-en.xml") \
    X(YEAR_PRESENT, "bad/year-present.xml", "good/perhekahvila.xml") \
    X(VALIDITY_ORDER, "bad/validity-order.xml", "good/perhekahvila.xml") \
    X(PHONE_FORMAT, "bad/phone-format.xml", "good/perhekahvila.xml") \
    X(PHONE_COST, "bad/phone-cost.xml", "good/perhekahvila.xml") \
    X(LANGUAGE_TAG, "bad/language-tag.xml", "good/perhekahvila.xml") \
    X(PERSONAL_ID, "bad/personal-id.xml", "good/perhekahvila.xml") \
    X(PERSONAL_ID_NEAR, "bad/personal-id-near.xml", "good/perhekahvila.xml") \
    X(PRIVATE_CONTACT, "bad/private-contact.xml", "good/perhekahvila.xml") \
    X(FUNDRAISING, "bad/fundraising.xml", "good/perhekahvila.xml") \
    X(BIDI_CONTROL, "bad/bidi-control.xml", "good/perhekahvila.xml") \
    X(INVISIBLE, "bad/invisible.xml", "good/perhekahvila.xml") \
    X(HOMOGLYPH, "bad/homoglyph.xml", "good/perhekahvila.xml") \
    X(CONTROL_MARKUP, "bad/control-markup.xml", "good/perhekahvila.xml") \
    X(ITALIC_UNDERLINE, "bad/italic-underline.xml", "good/perhekahvila.xml") \
    X(QR_PAYLOAD, "bad/qr-payload.xml", "good/perhekahvila.xml") \
    X(LINK_VISIBLE, "bad/link-visible.xml", "good/perhekahvila.xml") \
    X(LINK_SCHEME, "bad/link-scheme.xml", "good/perhekahvila.xml") \
    X(LINK_IDN, "bad/link-idn.xml", "good/perhekahvila.xml") \
    X(LINK_OWNER, "rules/links_test.c a_meeting_on_the_web_is_not_on_own_pages", \
      "rules/links_test.c a_meeting_on_the_web_is_not_on_own_pages") \
    X(LINK_SHORTENER, "bad/link-shortener.xml", "good/perhekahvila.xml") \
    X(LINK_TRACKING, "bad/link-tracking.xml", "good/perhekahvila.xml") \
    X(LAHELLA_LINK, "rules/links_test.c an_announcement_without_a_link_gets_advice", \
      "rules/links_test.c an_announcement_without_a_link_gets_advice") \
    X(COMMERCIAL_WORDS, "rules/words_test.c a_finding_points_at_the_words", \
      "rules/words_test.c a_finding_points_at_the_words") \
    X(PARTY_POLITICAL, "rules/words_test.c a_party_is_found_as_the_organiser", \
      "rules/words_test.c a_party_is_found_as_the_organiser") \
    X(MEDICAL_CLAIM, "rules/words_test.c promises_of_a_cure_are_found", \
      "rules/words_test.c promises_of_a_cure_are_found") \
    X(RESPECTFUL_WORDS, "rules/words_test.c hurting_words_warn_and_hiding_words_advise", \
      "rules/words_test.c hurting_words_warn_and_hiding_words_advise") \
    X(SECOND_CONTACT, "rules/together_test.c a_phone_alone_is_not_enough", \
      "rules/together_test.c a_phone_alone_is_not_enough") \
    X(PLACE_ACCESS, "rules/together_test.c how_people_get_in_is_asked_once", \
      "rules/together_test.c how_people_get_in_is_asked_once") \
    X(ROOM_CLASH, "rules/together_test.c a_house_without_a_room_is_a_question", \
      "rules/together_test.c a_house_without_a_room_is_a_question") \
    X(VERSIONS_AGREE, "rules/together_test.c versions_of_one_announcement_must_agree", \
      "rules/together_test.c versions_of_one_announcement_must_agree") \
    X(OFFICIALESE, "language/analysis_test.c without_kit_or_morphology_there_are_tokens", \
      "language/analysis_test.c without_kit_or_morphology_there_are_tokens") \
    X(RARE_WORD, "language/word_list_test.c the_lists_of_the_program_are_sound", \
      "language/word_list_test.c the_lists_of_the_program_are_sound") \
    X(ABBREVIATION, "language/word_list_test.c the_lists_of_the_program_are_sound", \
      "language/word_list_test.c the_lists_of_the_program_are_sound") \
    X(OVERALL_SCORE, "bad/overall-score.xml", "good/perhekahvila.xml")

/* Rules whose cases are still to be written. Take a row from here when you add one above. */
#define PROOF_LACKING_LIST(X) \
    X(ICC_PROFILE) \
    X(EXIF_ORIENTATION) \
    X(EXIF_PRIVATE) \
    X(FLASH_GENERAL) \
    X(FLASH_RED) \
    X(FLASH_EXTENDED) \
    X(PATTERN) \
    X(PICTURE_UPSCALE) \
    X(PICTURE_ASPECT) \
    X(PICTURE_CROP) \
    X(PICTURE_ALPHA) \
    X(PICTURE_BLUR) \
    X(PICTURE_TEXT) \
    X(SLIDE_TEXT_MATCH) \
    X(BAKED_LETTER_HEIGHT) \
    X(CONTRAST_BAKED) \
    X(ALT_PRESENT) \
    X(ALT_LENGTH) \
    X(ALT_FORM) \
    X(PERSON_PICTURE) \
    X(QR_SIZE) \
    X(QR_MODULE) \
    X(QR_QUIET) \
    X(QR_COLOUR) \
    X(QR_LEVEL) \
    X(QR_DECODES) \
    X(SENTENCE_TOO_LONG) \
    X(MEAN_SENTENCE_LENGTH) \
    X(MANY_CLAUSES) \
    X(LONG_VERBLESS_RUN) \
    X(LONG_NOUN_PHRASE) \
    X(GENITIVE_CHAIN) \
    X(PARTICIPLE_MODIFIER) \
    X(AGENT_PARTICIPLE) \
    X(TIME_CLAUSE_E) \
    X(TIME_CLAUSE_TEHTYAAN) \
    X(PURPOSE_CLAUSE) \
    X(MANNER_TEKEMALLA) \
    X(NOMINALISATION) \
    X(RARE_CASE) \
    X(POTENTIAL_MOOD) \
    X(CONDITIONAL_MOOD) \
    X(PASSIVE) \
    X(NEGATION_DOUBLE) \
    X(NO_DIRECT_ADDRESS) \
    X(SEKA_CONJUNCTION) \
    X(HARD_WORD_UNEXPLAINED) \
    X(COMPOUND_TOO_LONG) \
    X(WORD_TOO_LONG) \
    X(ACRONYM_UNEXPLAINED) \
    X(SLASH_OR_SEMICOLON) \
    X(PARENTHESIS) \
    X(ELIDED_HYPHEN) \
    X(NUMBER_FORMAT) \
    X(FOREIGN_WORD) \
    X(INCONSISTENT_TERM) \
    X(IDIOM) \
    X(LINE_BREAK_IN_PHRASE) \
    X(HARD_STRUCTURES)
/* clang-format on */
