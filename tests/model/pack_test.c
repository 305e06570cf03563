/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Packing and unpacking. The full edition sets every field to a value of its own, so that a field
 * that pack.c forgets or mixes up comes back different.
 */
#include "model/pack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
/* clang-format off: cmocka wants those above */
#include <cmocka.h>
/* clang-format on */

#define ARENA_MAX ((size_t)64 << 20)
#define FLIPS 4000
#define PLACE_OF_A_COUNT "kokouksen aihe" /* the text before a count that the tests inflate */

/* Makes values that all differ. */
struct filler {
    struct arena *arena;
    int last;
};

static int number(struct filler *filler)
{
    return ++filler->last;
}

static struct str text(struct filler *filler)
{
    return str_format(filler->arena, "ä%d", number(filler));
}

static struct date date(struct filler *filler)
{
    return date_add((struct date){ 2026, 1, 1 }, number(filler));
}

static struct stamp stamp(struct filler *filler)
{
    int n = number(filler);

    return (struct stamp){ .kind = (enum stamp_kind)(1 + n % 3),
                           .civil = { date(filler), n % 24, n % 60, (n + 7) % 60 },
                           .offset_s = n % 2 ? -3600 - n : 7200 + n };
}

static struct hash hash(struct filler *filler)
{
    return hash_of(text(filler));
}

static struct colour colour(struct filler *filler)
{
    return (struct colour){ (uint8_t)number(filler), (uint8_t)number(filler),
                            (uint8_t)number(filler) };
}

static struct theme theme(struct filler *filler)
{
    return (struct theme){ colour(filler), colour(filler), colour(filler), colour(filler),
                           colour(filler) };
}

static struct when when(struct filler *filler)
{
    struct when when = {
        .start = stamp(filler),
        .end = stamp(filler),
        .zone_name = number(filler) % 2 ? STR("Europe/Helsinki") : STR("Europe/Stockholm"),
        .repeat = { .frequency = REPEAT_MONTHLY,
                    .interval = number(filler),
                    .byday = { { -1, FRIDAY }, { 2, TUESDAY } },
                    .byday_count = 2,
                    .until = stamp(filler),
                    .count = number(filler) },
        .exdates = ARENA_ARRAY(filler->arena, struct date, 2),
        .exdate_count = 2,
        .cancelled = true,
    };

    when.exdates[0] = date(filler);
    when.exdates[1] = date(filler);
    return when;
}

static struct display display(struct filler *filler)
{
    return (struct display){
        .name = text(filler),
        .diagonal_in = number(filler) + 0.5,
        .width = number(filler),
        .height = number(filler),
        .rotation = 270,
        .distance_m = number(filler) / 8.0,
        .closest_m = number(filler) / 8.0,
        .scan_m = number(filler) / 8.0,
        .panel = text(filler),
        .clock_rtc = true,
        .dark = true,
    };
}

static struct trusted_key trusted_key(struct filler *filler)
{
    struct trusted_key trusted = { .roles = KEY_APPROVER | KEY_RECEPTION,
                                   .name = text(filler),
                                   .from = stamp(filler),
                                   .until = stamp(filler),
                                   .revoked = true };

    memcpy(trusted.key.bytes, hash(filler).bytes, PUBLIC_KEY_BYTES);
    memcpy(trusted.key.id, hash(filler).bytes, KEY_ID_BYTES);
    return trusted;
}

static struct opening opening(struct filler *filler)
{
    struct opening opening = { .spans = ARENA_ARRAY(filler->arena, struct opening_span, 2),
                               .span_count = 2,
                               .exceptions = ARENA_NEW(filler->arena, struct opening_exception),
                               .exception_count = 1 };

    opening.spans[0] = (struct opening_span){ { 480, 960 }, { true, false, true } };
    opening.spans[1] = (struct opening_span){ { 1320, 1500 }, { [SUNDAY] = true } };
    opening.exceptions[0] =
        (struct opening_exception){ date(filler), date(filler), true, { 600, 720 } };
    return opening;
}

static struct registered_organisation registered(struct filler *filler)
{
    return (struct registered_organisation){ text(filler), text(filler), text(filler),
                                             text(filler), text(filler), stamp(filler) };
}

/* Two elements of an array, each made by the function of its type. */
#define FILL(filler, type, array, count, make)                                                     \
    do {                                                                                           \
        (count) = 2;                                                                               \
        (array) = ARENA_ARRAY((filler)->arena, type, 2);                                           \
        (array)[0] = make(filler);                                                                 \
        (array)[1] = make(filler);                                                                 \
    } while (0)

static struct local_text local_text(struct filler *filler)
{
    return (struct local_text){ (enum language)(number(filler) % LANGUAGE_COUNT), text(filler) };
}

static enum language language(struct filler *filler)
{
    return (enum language)(number(filler) % LANGUAGE_COUNT);
}

static struct further_site site(struct filler *filler)
{
    return (struct further_site){ text(filler), text(filler) };
}

static struct language_quarter quarter(struct filler *filler)
{
    struct language_quarter quarter = { .language = LANGUAGE_SV, .from = number(filler) };
    quarter.days[WEEKDAY_COUNT - 1] = true;
    return quarter;
}

static struct rotation_rules rotation(struct filler *filler)
{
    struct rotation_rules rules = {
        .priority_max = 1.5,
        .priority_between = true,
        .outside_share = 0.25,
        .agenda_minutes = number(filler),
        .approaches = { { number(filler), 2.5 }, { number(filler), 0.5 } },
        .approach_count = 2,
    };
    FILL(filler, struct language_quarter, rules.quarters, rules.quarter_count, quarter);
    return rules;
}

static struct profile full_profile(struct filler *filler)
{
    struct profile profile = {
        .id = text(filler),
        .zone_name = text(filler),
        .opening = opening(filler),
        .light = theme(filler),
        .dark = theme(filler),
        .slide_seconds_min = number(filler),
        .slide_seconds_max = number(filler),
        .reading_cps = 7.25,
        .round_minutes = number(filler),
        .poll_seconds = number(filler),
        .rotation = rotation(filler),
        .cut = true,
        .submit = text(filler),
        .review = stamp(filler),
    };

    FILL(filler, struct local_text, profile.names, profile.name_count, local_text);
    FILL(filler, enum language, profile.languages, profile.language_count, language);
    FILL(filler, struct display, profile.displays, profile.display_count, display);
    FILL(filler, struct trusted_key, profile.keys, profile.key_count, trusted_key);
    FILL(filler, struct further_site, profile.sites, profile.site_count, site);
    FILL(filler, struct registered_organisation, profile.organisations, profile.organisation_count,
         registered);
    FILL(filler, struct str, profile.words, profile.word_count, text);
    for (size_t i = 0; i < RULE_COUNT; i++)
        profile.rules[i] =
            (struct rule_setting){ i % 2 == 0, i % 3 == 0, i % 5 == 0,
                                   (enum severity)(i % (SEVERITY_BLOCK + 1)), (double)i / 4 };
    return profile;
}

static struct organisation organisation(struct filler *filler)
{
    return (struct organisation){ text(filler), text(filler), text(filler) };
}

static struct block block(struct filler *filler)
{
    struct block block = { .kind = BLOCK_NUMBERED,
                           .text = STR(PLACE_OF_A_COUNT),
                           .strong = ARENA_ARRAY(filler->arena, struct strong, 2),
                           .strong_count = 2,
                           .line = (unsigned)number(filler),
                           .column = (unsigned)number(filler) };

    block.strong[0] = (struct strong){ 0, 3 };
    block.strong[1] = (struct strong){ 10, 4 };
    return block;
}

static struct picture picture(struct filler *filler)
{
    return (struct picture){ text(filler),
                             text(filler),
                             text(filler),
                             INT64_C(1) << 40,
                             hash(filler),
                             (unsigned)number(filler),
                             (unsigned)number(filler) };
}

static struct venue venue(struct filler *filler)
{
    return (struct venue){ PLACE_HYBRID, text(filler), text(filler),
                           text(filler), text(filler), text(filler),
                           text(filler), text(filler), ACCESS_LOOP | ACCESS_PARKING };
}

static struct contact contact(struct filler *filler)
{
    return (struct contact){ text(filler), text(filler), text(filler), text(filler) };
}

static struct announcement full_announcement(struct filler *filler)
{
    struct announcement full = {
        .id = text(filler),
        .language_tag = text(filler),
        .language = LANGUAGE_AR,
        .simple = true,
        .group = text(filler),
        .title = text(filler),
        .summary = text(filler),
        .updated = stamp(filler),
        .published = stamp(filler),
        .kind = KIND_JOINT,
        .has_picture = true,
        .picture = picture(filler),
        .spoken = text(filler),
        .audience = text(filler),
        .has_cost = true,
        .cost_free = true,
        .cost = text(filler),
        .has_signup = true,
        .signup_required = true,
        .signup_until = stamp(filler),
        .signup = text(filler),
        .signup_href = text(filler),
        .signup_tel = text(filler),
        .signup_email = text(filler),
        .link = text(filler),
        .rights = text(filler),
        .show = { stamp(filler), stamp(filler), PRIORITY_HIGH, number(filler) },
        .number = number(filler),
        .where = { text(filler), (unsigned)number(filler), (unsigned)number(filler), text(filler) },
    };

    FILL(filler, struct organisation, full.authors, full.author_count, organisation);
    FILL(filler, struct block, full.blocks, full.block_count, block);
    FILL(filler, struct when, full.whens, full.when_count, when);
    FILL(filler, struct venue, full.venues, full.venue_count, venue);
    FILL(filler, struct contact, full.contacts, full.contact_count, contact);
    FILL(filler, struct str, full.audience_terms, full.audience_term_count, text);
    FILL(filler, struct str, full.centres, full.centre_count, text);
    return full;
}

static struct item full_item(struct filler *filler)
{
    struct item item = {
        .announcement = full_announcement(filler),
        .entry = hash(filler),
        .refused = REASON_BLOCKED_BY_RULE,
        .blocked_by = RULE_COUNT - 1,
        .verdict = SEVERITY_WARN,
        .approved_by = text(filler),
        .approved_at = text(filler),
        .picture = { number(filler), number(filler), hash(filler), hash(filler) },
        .seconds = number(filler),
        .pages = number(filler),
        .hidden = true,
    };

    FILL(filler, struct date, item.hidden_dates, item.hidden_date_count, date);
    return item;
}

static struct edition full_edition(struct arena *arena)
{
    struct filler filler = { arena, 0 };
    struct edition edition = {
        .profile = full_profile(&filler),
        .display = text(&filler),
        .site = text(&filler),
        .accepted = INT64_C(5000000000),
        .updated = -number(&filler),
        .valid_until = INT64_MAX,
    };

    FILL(&filler, struct item, edition.items, edition.item_count, full_item);
    return edition;
}

/* Comparing. Each function says the fields once more; that is the point. */

#define SAME(field) assert_true(a->field == b->field)
#define SAME_STR(field) assert_true(str_equal(a->field, b->field))
#define SAME_HASH(field) assert_true(hash_equal(&a->field, &b->field))
#define SAME_STAMP(field) same_stamp(&a->field, &b->field)
#define SAME_ARRAY(array, count, same)                                                             \
    do {                                                                                           \
        assert_int_equal(a->count, b->count);                                                      \
        for (size_t i_ = 0; i_ < a->count; i_++)                                                   \
            same(&a->array[i_], &b->array[i_]);                                                    \
    } while (0)

static void same_str(const struct str *a, const struct str *b)
{
    assert_true(str_equal(*a, *b));
}

static void same_date(const struct date *a, const struct date *b)
{
    SAME(year);
    SAME(month);
    SAME(day);
}

static void same_stamp(const struct stamp *a, const struct stamp *b)
{
    SAME(kind);
    same_date(&a->civil.date, &b->civil.date);
    SAME(civil.hour);
    SAME(civil.minute);
    SAME(civil.second);
    SAME(offset_s);
}

static void same_hours(const struct hours *a, const struct hours *b)
{
    SAME(from);
    SAME(until);
}

static void same_span(const struct opening_span *a, const struct opening_span *b)
{
    same_hours(&a->hours, &b->hours);
    assert_memory_equal(a->days, b->days, sizeof a->days);
}

static void same_exception(const struct opening_exception *a, const struct opening_exception *b)
{
    same_date(&a->from, &b->from);
    same_date(&a->until, &b->until);
    SAME(closed);
    same_hours(&a->hours, &b->hours);
}

static void same_display(const struct display *a, const struct display *b)
{
    SAME_STR(name);
    SAME(diagonal_in);
    SAME(width);
    SAME(height);
    SAME(rotation);
    SAME(distance_m);
    SAME(closest_m);
    SAME(scan_m);
    SAME_STR(panel);
    SAME(clock_rtc);
    SAME(dark);
}

static void same_key(const struct trusted_key *a, const struct trusted_key *b)
{
    assert_memory_equal(a->key.id, b->key.id, KEY_ID_BYTES);
    assert_memory_equal(a->key.bytes, b->key.bytes, PUBLIC_KEY_BYTES);
    SAME(roles);
    SAME_STR(name);
    SAME_STAMP(from);
    SAME_STAMP(until);
    SAME(revoked);
}

static void same_local_text(const struct local_text *a, const struct local_text *b)
{
    SAME(language);
    SAME_STR(text);
}

static void same_language(const enum language *a, const enum language *b)
{
    assert_int_equal(*a, *b);
}

static void same_site(const struct further_site *a, const struct further_site *b)
{
    SAME_STR(url);
    SAME_STR(root_key);
}

static void same_registered(const struct registered_organisation *a,
                            const struct registered_organisation *b)
{
    SAME_STR(name);
    SAME_STR(name_sv);
    SAME_STR(logo);
    SAME_STR(contact);
    SAME_STR(domains);
    SAME_STAMP(allowed_until);
}

static void same_setting(const struct rule_setting *a, const struct rule_setting *b)
{
    SAME(has_severity);
    SAME(has_limit);
    SAME(is_off);
    SAME(severity);
    SAME(limit);
}

static void same_quarter(const struct language_quarter *a, const struct language_quarter *b)
{
    SAME(language);
    SAME(from);
    assert_memory_equal(a->days, b->days, sizeof a->days);
}

static void same_rotation(const struct rotation_rules *a, const struct rotation_rules *b)
{
    SAME(priority_max);
    SAME(priority_between);
    SAME(outside_share);
    SAME(agenda_minutes);
    SAME(approach_count);
    for (int i = 0; i < a->approach_count; i++) {
        assert_int_equal(a->approaches[i].days, b->approaches[i].days);
        assert_true(a->approaches[i].weight == b->approaches[i].weight);
    }
    SAME_ARRAY(quarters, quarter_count, same_quarter);
}

static void same_profile(const struct profile *a, const struct profile *b)
{
    SAME_STR(id);
    SAME_ARRAY(names, name_count, same_local_text);
    SAME_ARRAY(languages, language_count, same_language);
    SAME_STR(zone_name);
    SAME_ARRAY(displays, display_count, same_display);
    SAME_ARRAY(opening.spans, opening.span_count, same_span);
    SAME_ARRAY(opening.exceptions, opening.exception_count, same_exception);
    SAME_ARRAY(keys, key_count, same_key);
    SAME_ARRAY(sites, site_count, same_site);
    SAME_ARRAY(organisations, organisation_count, same_registered);
    assert_memory_equal(&a->light, &b->light, sizeof a->light);
    assert_memory_equal(&a->dark, &b->dark, sizeof a->dark);
    for (size_t i = 0; i < RULE_COUNT; i++)
        same_setting(&a->rules[i], &b->rules[i]);
    SAME(slide_seconds_min);
    SAME(slide_seconds_max);
    SAME(reading_cps);
    SAME(round_minutes);
    SAME(poll_seconds);
    same_rotation(&a->rotation, &b->rotation);
    SAME(cut);
    SAME_STR(submit);
    SAME_STAMP(review);
    SAME_ARRAY(words, word_count, same_str);
}

static void same_organisation(const struct organisation *a, const struct organisation *b)
{
    SAME_STR(name);
    SAME_STR(uri);
    SAME_STR(email);
}

static void same_strong(const struct strong *a, const struct strong *b)
{
    SAME(start);
    SAME(bytes);
}

static void same_block(const struct block *a, const struct block *b)
{
    SAME(kind);
    SAME_STR(text);
    SAME_ARRAY(strong, strong_count, same_strong);
    SAME(line);
    SAME(column);
}

static void same_picture(const struct picture *a, const struct picture *b)
{
    SAME_STR(href);
    SAME_STR(type);
    SAME_STR(alt);
    SAME(length);
    SAME_HASH(hash);
    SAME(line);
    SAME(column);
}

static void same_when(const struct when *a, const struct when *b)
{
    SAME_STAMP(start);
    SAME_STAMP(end);
    SAME_STR(zone_name);
    SAME(repeat.frequency);
    SAME(repeat.interval);
    SAME(repeat.byday_count);
    for (int i = 0; i < BYDAY_MAX; i++) {
        SAME(repeat.byday[i].nth);
        SAME(repeat.byday[i].weekday);
    }
    SAME_STAMP(repeat.until);
    SAME(repeat.count);
    SAME_ARRAY(exdates, exdate_count, same_date);
    SAME(cancelled);
    assert_true(b->zone_name.bytes == 0 ? b->zone == NULL : b->zone != NULL);
}

static void same_venue(const struct venue *a, const struct venue *b)
{
    SAME(mode);
    SAME_STR(name);
    SAME_STR(street);
    SAME_STR(postcode);
    SAME_STR(city);
    SAME_STR(extra);
    SAME_STR(href);
    SAME_STR(tel);
    SAME(access);
}

static void same_contact(const struct contact *a, const struct contact *b)
{
    SAME_STR(role);
    SAME_STR(name);
    SAME_STR(tel);
    SAME_STR(email);
}

static void same_announcement(const struct announcement *a, const struct announcement *b)
{
    SAME_STR(id);
    SAME_STR(language_tag);
    SAME(language);
    SAME(simple);
    SAME_STR(group);
    SAME_STR(title);
    SAME_STR(summary);
    SAME_STAMP(updated);
    SAME_STAMP(published);
    SAME(kind);
    SAME_ARRAY(authors, author_count, same_organisation);
    SAME_ARRAY(blocks, block_count, same_block);
    SAME(has_picture);
    same_picture(&a->picture, &b->picture);
    SAME_ARRAY(whens, when_count, same_when);
    SAME_ARRAY(venues, venue_count, same_venue);
    SAME_ARRAY(contacts, contact_count, same_contact);
    SAME_STR(spoken);
    SAME_STR(audience);
    SAME_ARRAY(audience_terms, audience_term_count, same_str);
    SAME(has_cost);
    SAME(cost_free);
    SAME_STR(cost);
    SAME(has_signup);
    SAME(signup_required);
    SAME_STAMP(signup_until);
    SAME_STR(signup);
    SAME_STR(signup_href);
    SAME_STR(signup_tel);
    SAME_STR(signup_email);
    SAME_STR(link);
    SAME_STR(rights);
    SAME_ARRAY(centres, centre_count, same_str);
    SAME_STAMP(show.from);
    SAME_STAMP(show.until);
    SAME(show.priority);
    SAME(show.seconds);
    SAME(number);
    SAME_STR(where.file);
    SAME(where.line);
    SAME(where.column);
    SAME_STR(where.element);
}

static void same_item(const struct item *a, const struct item *b)
{
    same_announcement(&a->announcement, &b->announcement);
    SAME_HASH(entry);
    SAME(refused);
    SAME(blocked_by);
    SAME(verdict);
    SAME_STR(approved_by);
    SAME_STR(approved_at);
    SAME(picture.width);
    SAME(picture.height);
    SAME_HASH(picture.source);
    SAME_HASH(picture.pixels);
    SAME(seconds);
    SAME(pages);
    SAME(hidden);
    SAME_ARRAY(hidden_dates, hidden_date_count, same_date);
}

static void same_edition(const struct edition *a, const struct edition *b)
{
    same_profile(&a->profile, &b->profile);
    SAME_STR(display);
    SAME_STR(site);
    SAME(accepted);
    SAME(updated);
    SAME(valid_until);
    SAME_ARRAY(items, item_count, same_item);
}

/* Bytes of exactly their size on the heap, so that the sanitizer sees a read past the end. */
static struct str tight(struct str bytes)
{
    char *copy = memory_new(bytes.bytes, 1);

    if (bytes.bytes > 0)
        memcpy(copy, bytes.at, bytes.bytes);
    return (struct str){ copy, bytes.bytes };
}

static void let_go(struct str bytes)
{
    free((void *)(uintptr_t)bytes.at);
}

/* Unpacks into an arena of its own, and looks at what that cost. */
static bool unpacks(struct str bytes)
{
    struct arena *arena = arena_new(ARENA_MAX);
    struct edition edition = { .accepted = 77 };
    bool whole = unpack_edition(arena, bytes, &edition);

    if (!whole)
        assert_int_equal(edition.accepted, 77);
    /* The zone files of two zones come on top. */
    assert_true(arena_bytes(arena) <= UNPACK_FACTOR * bytes.bytes + 65536);
    arena_free(arena);
    return whole;
}

static int set_up(void **state)
{
    *state = arena_new(ARENA_MAX);
    return 0;
}

static int tear_down(void **state)
{
    arena_free(*state);
    return 0;
}

static void every_field_comes_back(void **state)
{
    struct edition before = full_edition(*state), after;
    struct str bytes = pack_edition(*state, &before), again;

    assert_true(unpack_edition(*state, bytes, &after));
    same_edition(&before, &after);
    again = pack_edition(*state, &after);
    assert_true(str_equal(bytes, again));
}

static void an_edition_without_items_comes_back(void **state)
{
    struct edition before = { .updated = 5 }, after;

    profile_reference(*state, &before.profile);
    assert_true(unpack_edition(*state, pack_edition(*state, &before), &after));
    same_edition(&before, &after);
    assert_null(after.items);
}

static void nothing_of_it_points_into_the_bytes(void **state)
{
    struct edition before = full_edition(*state), after;
    struct str bytes = tight(pack_edition(*state, &before));

    assert_true(unpack_edition(*state, bytes, &after));
    let_go(bytes);
    same_edition(&before, &after);
}

static void bytes_cut_anywhere_are_refused(void **state)
{
    struct edition edition = full_edition(*state);
    struct str bytes = pack_edition(*state, &edition);

    for (size_t i = 0; i < bytes.bytes; i++) {
        struct str cut = tight(str_slice(bytes, 0, i));

        assert_false(unpacks(cut));
        let_go(cut);
    }
}

static void bytes_behind_the_end_are_refused(void **state)
{
    struct edition edition = full_edition(*state);
    struct str bytes = pack_edition(*state, &edition);

    assert_true(unpacks(bytes));
    assert_false(unpacks(str_join(*state, bytes, STR("\0"))));
}

static void bits_flipped_anywhere_are_survived(void **state)
{
    struct edition edition = full_edition(*state);
    struct str bytes = pack_edition(*state, &edition);
    size_t step = bytes.bytes * 8 / FLIPS + 1, refused = 0;

    for (size_t bit = 0; bit < bytes.bytes * 8; bit += step) {
        struct str flipped = tight(bytes);

        ((char *)(uintptr_t)flipped.at)[bit / 8] ^= (char)(1 << bit % 8);
        refused += !unpacks(flipped);
        let_go(flipped);
    }
    assert_true(refused > 0);
}

static void bytes_set_to_their_most_are_survived(void **state)
{
    struct edition edition = full_edition(*state);
    struct str bytes = pack_edition(*state, &edition);

    for (size_t i = 0; i + 4 <= bytes.bytes; i++) {
        struct str changed = tight(bytes);

        memset((char *)(uintptr_t)changed.at + i, 0xFF, 4);
        (void)unpacks(changed);
        let_go(changed);
    }
}

static void another_magic_version_or_shape_is_refused(void **state)
{
    struct edition edition = full_edition(*state);
    struct str bytes = pack_edition(*state, &edition);

    for (size_t i = 0; i < 20; i++) {
        struct str changed = tight(bytes);

        ((char *)(uintptr_t)changed.at)[i] ^= 1;
        assert_false(unpacks(changed));
        let_go(changed);
    }
}

/* Writing takes what it is given, so a wrong value reaches the reader, which must see it. */
static void values_out_of_range_are_refused(void **state)
{
    struct edition edition = full_edition(*state);
    struct announcement *first = &edition.items[0].announcement;

#define REFUSED(field, value)                                                                      \
    do {                                                                                           \
        struct edition untouched = edition;                                                        \
        __typeof__(field) old = (field);                                                           \
        assert_true(unpacks(pack_edition(*state, &untouched)));                                    \
        (field) = (value);                                                                         \
        assert_false(unpacks(pack_edition(*state, &edition)));                                     \
        (field) = old;                                                                             \
    } while (0)

    REFUSED(first->kind, KIND_COUNT);
    REFUSED(first->language, LANGUAGE_COUNT);
    REFUSED(first->number, -1);
    REFUSED(first->whens[0].zone_name, STR("Europe/Nowhere"));
    REFUSED(first->whens[0].zone_name, STR("../../etc/passwd"));
    REFUSED(first->whens[0].repeat.interval, 0);
    REFUSED(first->whens[0].repeat.byday[0].nth, 6);
    REFUSED(first->whens[0].exdates[0].day, 0);
    REFUSED(first->whens[0].start.civil.date.month, 13);
    REFUSED(first->whens[0].start.civil.hour, 24);
    REFUSED(first->blocks[0].strong[1].bytes, 5);
    REFUSED(first->blocks[0].strong[1].start, UINT32_MAX);
    REFUSED(edition.items[0].blocked_by, RULE_COUNT);
    REFUSED(edition.items[0].refused, REASON_COUNT);
    REFUSED(edition.items[0].picture.width, -1);
    REFUSED(edition.profile.displays[0].rotation, 45);
    REFUSED(edition.profile.displays[0].diagonal_in, 1.0 / 0.0);
    REFUSED(edition.profile.display_count, 0);
    REFUSED(edition.profile.opening.spans[0].hours.until, 2881);
#undef REFUSED
}

static void a_count_larger_than_the_rest_is_refused(void **state)
{
    struct edition edition = full_edition(*state);
    struct str bytes = pack_edition(*state, &edition);
    ptrdiff_t place = str_find(bytes, STR(PLACE_OF_A_COUNT));
    struct str changed = tight(bytes);

    assert_true(place > 0);
    memset((char *)(uintptr_t)changed.at + place + sizeof PLACE_OF_A_COUNT - 1, 0xFF, 4);
    assert_false(unpacks(changed));
    let_go(changed);
}

static void many_announcements_take_their_room_and_no_more(void **state)
{
    enum { MANY = 1000 };
    struct edition edition = full_edition(*state), after;
    struct item item = { .announcement = { .title = STR("x") } };
    struct arena *arena = arena_new(ARENA_MAX);
    struct str bytes;

    edition.items = ARENA_ARRAY(*state, struct item, MANY);
    edition.item_count = MANY;
    for (size_t i = 0; i < MANY; i++)
        edition.items[i] = item;
    bytes = pack_edition(*state, &edition);
    assert_true(unpack_edition(arena, bytes, &after));
    assert_int_equal(after.item_count, MANY);
    assert_true(str_is(after.items[MANY - 1].announcement.title, "x"));
    assert_true(arena_bytes(arena) <= UNPACK_FACTOR * bytes.bytes + 65536);
    arena_free(arena);
}

/* One letter each is what weighs most for its bytes. */
static void many_short_words_take_their_room_and_no_more(void **state)
{
    enum { MANY = 20000 };
    struct edition edition = full_edition(*state), after;
    struct arena *arena = arena_new(ARENA_MAX);
    struct str bytes;

    edition.profile.words = ARENA_ARRAY(*state, struct str, MANY);
    edition.profile.word_count = MANY;
    for (size_t i = 0; i < MANY; i++)
        edition.profile.words[i] = STR("ä");
    bytes = pack_edition(*state, &edition);
    assert_true(unpack_edition(arena, bytes, &after));
    assert_true(arena_bytes(arena) <= UNPACK_FACTOR * bytes.bytes + 65536);
    arena_free(arena);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_field_comes_back),
        TEST(an_edition_without_items_comes_back),
        TEST(nothing_of_it_points_into_the_bytes),
        TEST(bytes_cut_anywhere_are_refused),
        TEST(bytes_behind_the_end_are_refused),
        TEST(bits_flipped_anywhere_are_survived),
        TEST(bytes_set_to_their_most_are_survived),
        TEST(another_magic_version_or_shape_is_refused),
        TEST(values_out_of_range_are_refused),
        TEST(a_count_larger_than_the_rest_is_refused),
        TEST(many_announcements_take_their_room_and_no_more),
        TEST(many_short_words_take_their_room_and_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
