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
    X(BAD_SIGNATURE, "approve/chain_test.c a_changed_or_swapped_feed_is_refused", \
      "approve/chain_test.c a_feed_signed_by_a_publisher_passes") \
    X(NOT_APPROVED, "approve/chain_test.c an_entry_that_nobody_approved_is_named", \
      "approve/chain_test.c an_approved_entry_passes_and_says_by_whom") \
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
    X(ICC_PROFILE, "bad/icc-profile.xml", "good/perhekahvila.xml") \
    X(EXIF_ORIENTATION, "bad/exif-orientation.xml", "good/perhekahvila.xml") \
    X(EXIF_PRIVATE, "bad/exif-private.xml", "good/perhekahvila.xml") \
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
    X(FLASH_GENERAL, "rules/flash_test.c two_colours_in_turn", \
      "rules/flash_test.c three_flashes_and_a_rest_pass") \
    X(FLASH_RED, "rules/flash_test.c two_colours_in_turn", \
      "rules/flash_test.c noise_is_no_change") \
    X(FLASH_EXTENDED, "rules/flash_test.c two_colours_in_turn", \
      "rules/flash_test.c three_flashes_and_a_rest_pass") \
    X(PATTERN, "rules/flash_test.c a_quarter_of_the_screen_is_much", \
      "rules/flash_test.c a_quarter_of_the_screen_is_much") \
    X(PICTURE_UPSCALE, "bad/picture-upscale.xml", "good/perhekahvila.xml") \
    X(PICTURE_ASPECT, "bad/picture-aspect.xml", "good/juttuseura.xml") \
    X(PICTURE_CROP, "bad/picture-crop.xml", "good/perhekahvila.xml") \
    X(PICTURE_ALPHA, "bad/picture-alpha.xml", "good/perhekahvila.xml") \
    X(PICTURE_BLUR, "bad/picture-blur.xml", "good/perhekahvila.xml") \
    X(PICTURE_TEXT, "bad/picture-text.xml", "good/perhekahvila.xml") \
    X(SLIDE_TEXT_MATCH, "bad/slide-text-match.xml", "good/juttuseura.xml") \
    X(BAKED_LETTER_HEIGHT, "bad/baked-letter-height.xml", "good/juttuseura.xml") \
    X(CONTRAST_BAKED, "bad/contrast-baked.xml", "good/juttuseura.xml") \
    X(ALT_PRESENT, "bad/alt-present.xml", "good/perhekahvila.xml") \
    X(ALT_LENGTH, "bad/alt-length.xml", "good/perhekahvila.xml") \
    X(ALT_FORM, "bad/alt-form.xml", "good/perhekahvila.xml") \
    X(PERSON_PICTURE, "bad/person-picture.xml", "good/perhekahvila.xml") \
    X(QR_SIZE, "bad/qr-size.xml", "good/juttuseura.xml") \
    X(QR_MODULE, "bad/qr-module.xml", "good/juttuseura.xml") \
    X(QR_QUIET, "bad/qr-quiet.xml", "good/juttuseura.xml") \
    X(QR_COLOUR, "bad/qr-colour.xml", "good/juttuseura.xml") \
    X(QR_LEVEL, "bad/qr-level.xml", "good/juttuseura.xml") \
    X(QR_DECODES, "bad/qr-decodes.xml", "good/juttuseura.xml") \
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
    X(COMMERCIAL_WORDS, "bad/commercial-words.xml", "good/perhekahvila.xml") \
    X(PARTY_POLITICAL, "bad/party-political.xml", "good/perhekahvila.xml") \
    X(MEDICAL_CLAIM, "bad/medical-claim.xml", "good/perhekahvila.xml") \
    X(RESPECTFUL_WORDS, "bad/respectful-words.xml", "good/perhekahvila.xml") \
    X(SECOND_CONTACT, "bad/second-contact.xml", "good/perhekahvila.xml") \
    X(PLACE_ACCESS, "bad/place-access.xml", "good/perhekahvila.xml") \
    X(ROOM_CLASH, "bad/room-clash.xml", "good/perhekahvila.xml") \
    X(VERSIONS_AGREE, "bad/versions-agree.xml", "good/perhekahvila.xml") \
    X(SENTENCE_TOO_LONG, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(MEAN_SENTENCE_LENGTH, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(MANY_CLAUSES, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(LONG_VERBLESS_RUN, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(LONG_NOUN_PHRASE, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(GENITIVE_CHAIN, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(PARTICIPLE_MODIFIER, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(AGENT_PARTICIPLE, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(TIME_CLAUSE_E, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(TIME_CLAUSE_TEHTYAAN, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(PURPOSE_CLAUSE, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(MANNER_TEKEMALLA, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(NOMINALISATION, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(RARE_CASE, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(POTENTIAL_MOOD, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(CONDITIONAL_MOOD, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(PASSIVE, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(NEGATION_DOUBLE, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(NO_DIRECT_ADDRESS, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(OFFICIALESE, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(SEKA_CONJUNCTION, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(RARE_WORD, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(HARD_WORD_UNEXPLAINED, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(COMPOUND_TOO_LONG, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(WORD_TOO_LONG, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(ABBREVIATION, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(ACRONYM_UNEXPLAINED, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(SLASH_OR_SEMICOLON, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(PARENTHESIS, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(ELIDED_HYPHEN, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(NUMBER_FORMAT, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(FOREIGN_WORD, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(INCONSISTENT_TERM, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(IDIOM, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(LINE_BREAK_IN_PHRASE, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(HARD_STRUCTURES, "rules/plain_test.c every_rule_has_a_case", \
      "rules/plain_test.c every_rule_has_a_case") \
    X(OVERALL_SCORE, "bad/overall-score.xml", "good/perhekahvila.xml")
/* clang-format on */
