/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One archive for both directions: every struct has one function here that names its fields once,
 * and a packer that counts, writes or reads them. Writing with a second description was weighed
 * and left: the two fall apart silently when a field is added.
 *
 * Numbers are little-endian and of fixed size, texts and arrays have their length in front. The
 * first pass counts, so that the memory for ten thousand announcements is asked for once and
 * exactly. While reading, a count is believed only when that many of the smallest possible
 * elements still fit into what is left, so no number can ask for more memory than the bytes are
 * worth; the first thing that is wrong sets `failed`, after which everything reads as nothing.
 */
#include "model/pack.h"

#include <assert.h>
#include <math.h>

enum pack_mode { PACK_COUNT, PACK_WRITE, PACK_READ };

/* A zone that some `when` of this edition names; opened once however many name it. */
struct opened_zone {
    struct str name;
    const struct zone *zone;
};

struct packer {
    enum pack_mode mode;
    bool failed;
    char *to;        /* PACK_WRITE: where the next byte goes */
    size_t bytes;    /* counted or written so far */
    struct str from; /* PACK_READ: what is left */
    struct arena *arena;
    struct opened_zone *zones;
    size_t zone_count;
};

/*
 * Everything that gives a number its meaning: when a language, rule or reason is added, bytes of
 * before are of another shape and are refused, without anybody having to think of PACK_VERSION.
 */
#define X(code, ...) #code " "
#define SHAPE LANGUAGE_LIST(X) KIND_LIST(X) REASON_LIST(X) RULE_LIST(X)
#define SHAPE_BYTES 8

static const char magic[] = { 'I', 'T', 'A', 'U', 'L', 'U', 'E', 'D' };

/* Whole years of a stamp are four digits; more would overflow the calendar's arithmetic. */
#define YEAR_MAX 9999
#define OFFSET_S_MAX (24 * 3600)
#define MINUTES_MAX (2 * 24 * 60)

static void fail_unless(struct packer *packer, bool sound)
{
    if (packer->mode == PACK_READ && !sound)
        packer->failed = true;
}

/* The bytes of one plain thing, in the direction of the packer; zeroes after a failure. */
static void pack_bytes(struct packer *packer, void *data, size_t bytes)
{
    if (packer->mode == PACK_READ) {
        if (packer->failed || packer->from.bytes < bytes) {
            packer->failed = true;
            memset(data, 0, bytes);
            return;
        }
        memcpy(data, packer->from.at, bytes);
        packer->from.at += bytes;
        packer->from.bytes -= bytes;
        return;
    }
    if (packer->mode == PACK_WRITE)
        memcpy(packer->to + packer->bytes, data, bytes);
    packer->bytes += bytes;
}

/* A number of the lowest `bytes` bytes, the least first. */
static uint64_t pack_number(struct packer *packer, uint64_t number, size_t bytes)
{
    uint8_t data[8];
    uint64_t read = 0;

    for (size_t i = 0; i < bytes; i++)
        data[i] = (uint8_t)(number >> (8 * i));
    pack_bytes(packer, data, bytes);
    for (size_t i = bytes; i-- > 0;)
        read = read << 8 | data[i];
    return read;
}

static void pack_bool(struct packer *packer, bool *value)
{
    uint64_t number = pack_number(packer, *value ? 1 : 0, 1);

    fail_unless(packer, number <= 1);
    *value = number == 1;
}

static void pack_long(struct packer *packer, int64_t *value)
{
    *value = (int64_t)pack_number(packer, (uint64_t)*value, sizeof *value);
}

static void pack_unsigned(struct packer *packer, unsigned *value)
{
    *value = (unsigned)pack_number(packer, *value, 4);
}

static void pack_byte(struct packer *packer, uint8_t *value)
{
    *value = (uint8_t)pack_number(packer, *value, 1);
}

/* An int that must lie within bounds, and is `least` after a failure. */
static void pack_int(struct packer *packer, int *value, int least, int most)
{
    int number = (int)(uint32_t)pack_number(packer, (uint32_t)*value, 4);

    fail_unless(packer, number >= least && number <= most);
    *value = packer->failed ? least : number;
}

/* Sizes travel in 32 bits: PACK_BYTES_MAX is far below. */
static void pack_size(struct packer *packer, size_t *value)
{
    assert(*value <= UINT32_MAX);
    *value = (size_t)pack_number(packer, *value, 4);
}

static void pack_double(struct packer *packer, double *value)
{
    uint64_t bits;

    memcpy(&bits, value, sizeof bits);
    bits = pack_number(packer, bits, sizeof bits);
    memcpy(value, &bits, sizeof bits);
    fail_unless(packer, isfinite(*value));
}

/* One of `count` values of an enum; the first one after a failure. */
static unsigned pack_choice(struct packer *packer, unsigned value, unsigned count)
{
    unsigned read = (unsigned)pack_number(packer, value, 2);

    fail_unless(packer, read < count);
    return packer->failed ? 0 : read;
}

#define PACK_ENUM(packer, field, count) ((field) = pack_choice((packer), (field), (count)))

static void pack_str(struct packer *packer, struct str *text)
{
    size_t bytes = text->bytes;

    pack_size(packer, &bytes);
    if (packer->mode == PACK_READ) {
        fail_unless(packer, bytes <= packer->from.bytes);
        *text = (struct str){ NULL, 0 };
        if (packer->failed || bytes == 0)
            return;
        *text = str_copy(packer->arena, str_slice(packer->from, 0, bytes));
        packer->from = str_slice(packer->from, bytes, packer->from.bytes);
        return;
    }
    if (packer->mode == PACK_WRITE && bytes > 0)
        memcpy(packer->to + packer->bytes, text->at, bytes);
    packer->bytes += bytes;
}

static void pack_hash(struct packer *packer, struct hash *hash)
{
    pack_bytes(packer, hash->bytes, HASH_BYTES);
}

/*
 * The number of elements of an array. A count that is read must leave room for that many
 * elements of at least `element_bytes` each; 0 after a failure.
 */
static void pack_count(struct packer *packer, size_t *count, size_t element_bytes)
{
    pack_size(packer, count);
    if (packer->mode != PACK_READ)
        return;
    fail_unless(packer, element_bytes > 0 && *count <= packer->from.bytes / element_bytes);
    if (packer->failed)
        *count = 0;
}

/*
 * An array and its count, each element by its own function. The size of the smallest element is
 * what that function counts for one of zeroes: no texts, no arrays inside.
 */
#define PACK_ARRAY(packer, type, array, count, pack_one)                                           \
    do {                                                                                           \
        struct packer smallest_ = { .mode = PACK_COUNT };                                          \
        type nothing_ = { 0 };                                                                     \
        if ((packer)->mode == PACK_READ)                                                           \
            pack_one(&smallest_, &nothing_);                                                       \
        pack_count((packer), &(count), smallest_.bytes);                                           \
        if ((packer)->mode == PACK_READ)                                                           \
            (array) = (count) > 0 ? ARENA_ARRAY((packer)->arena, type, (count)) : NULL;            \
        for (size_t i_ = 0; i_ < (count); i_++)                                                    \
            pack_one((packer), &(array)[i_]);                                                      \
    } while (0)

/* Dates and times. */

static void pack_date(struct packer *packer, struct date *date)
{
    pack_int(packer, &date->year, 0, YEAR_MAX);
    pack_int(packer, &date->month, 0, 12);
    pack_int(packer, &date->day, 0, 31);
}

/* A date that must exist, since the calendar counts with it. */
static void pack_true_date(struct packer *packer, struct date *date)
{
    pack_date(packer, date);
    fail_unless(packer, date_is_valid(*date));
}

static void pack_stamp(struct packer *packer, struct stamp *stamp)
{
    PACK_ENUM(packer, stamp->kind, STAMP_MOMENT + 1);
    pack_date(packer, &stamp->civil.date);
    pack_int(packer, &stamp->civil.hour, 0, 23);
    pack_int(packer, &stamp->civil.minute, 0, 59);
    pack_int(packer, &stamp->civil.second, 0, 59);
    pack_int(packer, &stamp->offset_s, -OFFSET_S_MAX, OFFSET_S_MAX);
    fail_unless(packer, stamp->kind == STAMP_NONE || date_is_valid(stamp->civil.date));
}

static void pack_byday(struct packer *packer, struct byday *byday)
{
    pack_int(packer, &byday->nth, -5, 5);
    PACK_ENUM(packer, byday->weekday, WEEKDAY_COUNT);
}

static void pack_repeat(struct packer *packer, struct repeat *repeat)
{
    PACK_ENUM(packer, repeat->frequency, REPEAT_MONTHLY + 1);
    pack_int(packer, &repeat->interval, 0, INT32_MAX);
    fail_unless(packer, repeat->frequency == REPEAT_NONE || repeat->interval > 0);
    pack_int(packer, &repeat->byday_count, 0, BYDAY_MAX);
    for (int i = 0; i < repeat->byday_count; i++)
        pack_byday(packer, &repeat->byday[i]);
    pack_stamp(packer, &repeat->until);
    pack_int(packer, &repeat->count, 0, INT32_MAX);
}

/* The zone of a name, opened in the arena; fails for one that this machine does not know. */
static const struct zone *find_zone(struct packer *packer, struct str name)
{
    struct opened_zone *opened;
    const struct zone *zone;

    for (size_t i = 0; i < packer->zone_count; i++)
        if (str_equal(packer->zones[i].name, name))
            return packer->zones[i].zone;
    zone = zone_open(packer->arena, NULL, name);
    fail_unless(packer, zone != NULL);
    opened = ARENA_PUSH(packer->arena, packer->zones, packer->zone_count);
    *opened = (struct opened_zone){ name, zone };
    return zone;
}

static void pack_when(struct packer *packer, struct when *when)
{
    pack_stamp(packer, &when->start);
    pack_stamp(packer, &when->end);
    pack_str(packer, &when->zone_name);
    if (packer->mode == PACK_READ && !packer->failed && when->zone_name.bytes > 0)
        when->zone = find_zone(packer, when->zone_name);
    pack_repeat(packer, &when->repeat);
    PACK_ARRAY(packer, struct date, when->exdates, when->exdate_count, pack_true_date);
    fail_unless(packer, when->exdate_count <= EXDATE_COUNT_MAX);
    pack_bool(packer, &when->cancelled);
}

static void pack_hours(struct packer *packer, struct hours *hours)
{
    pack_int(packer, &hours->from, 0, MINUTES_MAX);
    pack_int(packer, &hours->until, 0, MINUTES_MAX);
}

static void pack_opening_span(struct packer *packer, struct opening_span *span)
{
    pack_hours(packer, &span->hours);
    for (size_t i = 0; i < WEEKDAY_COUNT; i++)
        pack_bool(packer, &span->days[i]);
}

static void pack_opening_exception(struct packer *packer, struct opening_exception *exception)
{
    pack_true_date(packer, &exception->from);
    pack_true_date(packer, &exception->until);
    pack_bool(packer, &exception->closed);
    pack_hours(packer, &exception->hours);
}

static void pack_opening(struct packer *packer, struct opening *opening)
{
    PACK_ARRAY(packer, struct opening_span, opening->spans, opening->span_count, pack_opening_span);
    PACK_ARRAY(packer, struct opening_exception, opening->exceptions, opening->exception_count,
               pack_opening_exception);
}

/* The profile. */

static void pack_display(struct packer *packer, struct display *display)
{
    pack_str(packer, &display->name);
    pack_double(packer, &display->diagonal_in);
    pack_int(packer, &display->width, 0, INT32_MAX);
    pack_int(packer, &display->height, 0, INT32_MAX);
    pack_int(packer, &display->rotation, 0, 270);
    fail_unless(packer, display->rotation % 90 == 0);
    pack_double(packer, &display->distance_m);
    pack_double(packer, &display->closest_m);
    pack_double(packer, &display->scan_m);
    pack_str(packer, &display->panel);
    pack_bool(packer, &display->clock_rtc);
    pack_bool(packer, &display->dark);
}

static void pack_trusted_key(struct packer *packer, struct trusted_key *trusted)
{
    pack_bytes(packer, trusted->key.id, KEY_ID_BYTES);
    pack_bytes(packer, trusted->key.bytes, PUBLIC_KEY_BYTES);
    pack_unsigned(packer, &trusted->roles);
    pack_str(packer, &trusted->name);
    pack_stamp(packer, &trusted->from);
    pack_stamp(packer, &trusted->until);
    pack_bool(packer, &trusted->revoked);
}

static void pack_language(struct packer *packer, enum language *language)
{
    PACK_ENUM(packer, *language, LANGUAGE_COUNT);
}

static void pack_local_text(struct packer *packer, struct local_text *text)
{
    pack_language(packer, &text->language);
    pack_str(packer, &text->text);
}

static void pack_colour(struct packer *packer, struct colour *colour)
{
    pack_byte(packer, &colour->red);
    pack_byte(packer, &colour->green);
    pack_byte(packer, &colour->blue);
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
    pack_str(packer, &organisation->name);
    pack_str(packer, &organisation->name_sv);
    pack_str(packer, &organisation->logo);
    pack_str(packer, &organisation->contact);
    pack_str(packer, &organisation->domains);
    pack_stamp(packer, &organisation->allowed_until);
}

static void pack_warnings(struct packer *packer, struct warning_source *warnings)
{
    pack_str(packer, &warnings->url);
    pack_str(packer, &warnings->area);
    PACK_ENUM(packer, warnings->least, WARNING_EXTREME + 1);
}

static void pack_site(struct packer *packer, struct further_site *site)
{
    pack_str(packer, &site->url);
    pack_str(packer, &site->root_key);
}

static void pack_setting(struct packer *packer, struct rule_setting *setting)
{
    pack_bool(packer, &setting->has_severity);
    pack_bool(packer, &setting->has_limit);
    pack_bool(packer, &setting->is_off);
    PACK_ENUM(packer, setting->severity, SEVERITY_BLOCK + 1);
    pack_double(packer, &setting->limit);
}

static void pack_quarter(struct packer *packer, struct language_quarter *quarter)
{
    pack_language(packer, &quarter->language);
    for (size_t i = 0; i < WEEKDAY_COUNT; i++)
        pack_bool(packer, &quarter->days[i]);
    pack_int(packer, &quarter->from, 0, MINUTES_MAX);
}

static void pack_rotation(struct packer *packer, struct rotation_rules *rules)
{
    pack_double(packer, &rules->priority_max);
    pack_bool(packer, &rules->priority_between);
    pack_double(packer, &rules->outside_share);
    fail_unless(packer, rules->priority_max >= 1 && rules->outside_share >= 0);
    pack_int(packer, &rules->agenda_minutes, 0, MINUTES_MAX);
    pack_int(packer, &rules->approach_count, 0, APPROACH_COUNT_MAX);
    for (int i = 0; i < rules->approach_count; i++) {
        struct approach *step = &rules->approaches[i];
        pack_int(packer, &step->days, 0, INT32_MAX);
        pack_double(packer, &step->weight);
        fail_unless(packer,
                    step->weight >= APPROACH_WEIGHT_MIN && step->weight <= APPROACH_WEIGHT_MAX);
    }
    PACK_ARRAY(packer, struct language_quarter, rules->quarters, rules->quarter_count,
               pack_quarter);
}

static void pack_profile(struct packer *packer, struct profile *profile)
{
    pack_str(packer, &profile->id);
    PACK_ARRAY(packer, struct local_text, profile->names, profile->name_count, pack_local_text);
    PACK_ARRAY(packer, enum language, profile->languages, profile->language_count, pack_language);
    pack_str(packer, &profile->zone_name);
    PACK_ARRAY(packer, struct display, profile->displays, profile->display_count, pack_display);
    fail_unless(packer, profile->display_count > 0);
    pack_opening(packer, &profile->opening);
    PACK_ARRAY(packer, struct trusted_key, profile->keys, profile->key_count, pack_trusted_key);
    PACK_ARRAY(packer, struct further_site, profile->sites, profile->site_count, pack_site);
    pack_warnings(packer, &profile->warnings);
    PACK_ARRAY(packer, struct registered_organisation, profile->organisations,
               profile->organisation_count, pack_registered);
    pack_theme(packer, &profile->light);
    pack_theme(packer, &profile->dark);
    for (size_t i = 0; i < RULE_COUNT; i++)
        pack_setting(packer, &profile->rules[i]);
    pack_int(packer, &profile->slide_seconds_min, 0, INT32_MAX);
    pack_int(packer, &profile->slide_seconds_max, 0, INT32_MAX);
    pack_double(packer, &profile->reading_cps);
    pack_int(packer, &profile->round_minutes, 0, INT32_MAX);
    pack_int(packer, &profile->poll_seconds, 0, INT32_MAX);
    pack_rotation(packer, &profile->rotation);
    pack_bool(packer, &profile->cut);
    pack_str(packer, &profile->submit);
    pack_stamp(packer, &profile->review);
    PACK_ARRAY(packer, struct str, profile->words, profile->word_count, pack_str);
}

/* The announcement. */

static void pack_organisation(struct packer *packer, struct organisation *organisation)
{
    pack_str(packer, &organisation->name);
    pack_str(packer, &organisation->uri);
    pack_str(packer, &organisation->email);
}

static void pack_strong(struct packer *packer, struct strong *strong)
{
    pack_size(packer, &strong->start);
    pack_size(packer, &strong->bytes);
}

static void pack_block(struct packer *packer, struct block *block)
{
    PACK_ENUM(packer, block->kind, BLOCK_NUMBERED + 1);
    pack_str(packer, &block->text);
    PACK_ARRAY(packer, struct strong, block->strong, block->strong_count, pack_strong);
    for (size_t i = 0; i < block->strong_count; i++)
        fail_unless(packer,
                    block->strong[i].start <= block->text.bytes &&
                        block->strong[i].bytes <= block->text.bytes - block->strong[i].start);
    pack_unsigned(packer, &block->line);
    pack_unsigned(packer, &block->column);
}

static void pack_picture(struct packer *packer, struct picture *picture)
{
    pack_str(packer, &picture->href);
    pack_str(packer, &picture->type);
    pack_str(packer, &picture->alt);
    pack_long(packer, &picture->length);
    pack_hash(packer, &picture->hash);
    pack_unsigned(packer, &picture->line);
    pack_unsigned(packer, &picture->column);
}

static void pack_venue(struct packer *packer, struct venue *venue)
{
    PACK_ENUM(packer, venue->mode, PLACE_HYBRID + 1);
    pack_str(packer, &venue->name);
    pack_str(packer, &venue->street);
    pack_str(packer, &venue->postcode);
    pack_str(packer, &venue->city);
    pack_str(packer, &venue->extra);
    pack_str(packer, &venue->href);
    pack_str(packer, &venue->tel);
    pack_unsigned(packer, &venue->access);
}

static void pack_contact(struct packer *packer, struct contact *contact)
{
    pack_str(packer, &contact->role);
    pack_str(packer, &contact->name);
    pack_str(packer, &contact->tel);
    pack_str(packer, &contact->email);
}

static void pack_show(struct packer *packer, struct show_period *show)
{
    pack_stamp(packer, &show->from);
    pack_stamp(packer, &show->until);
    PACK_ENUM(packer, show->priority, PRIORITY_HIGH + 1);
    pack_int(packer, &show->seconds, 0, INT32_MAX);
}

static void pack_place(struct packer *packer, struct place *place)
{
    pack_str(packer, &place->file);
    pack_unsigned(packer, &place->line);
    pack_unsigned(packer, &place->column);
    pack_str(packer, &place->element);
}

/* Who speaks of what, in which words. */
static void pack_message(struct packer *packer, struct announcement *announcement)
{
    pack_str(packer, &announcement->id);
    pack_str(packer, &announcement->language_tag);
    pack_language(packer, &announcement->language);
    pack_bool(packer, &announcement->simple);
    pack_str(packer, &announcement->group);
    pack_str(packer, &announcement->title);
    pack_str(packer, &announcement->summary);
    pack_stamp(packer, &announcement->updated);
    pack_stamp(packer, &announcement->published);
    PACK_ENUM(packer, announcement->kind, KIND_COUNT);
    PACK_ARRAY(packer, struct organisation, announcement->authors, announcement->author_count,
               pack_organisation);
    PACK_ARRAY(packer, struct block, announcement->blocks, announcement->block_count, pack_block);
    pack_bool(packer, &announcement->has_picture);
    pack_picture(packer, &announcement->picture);
}

/* When, where, for whom, at what price: the facts of the second half of a slide. */
static void pack_facts(struct packer *packer, struct announcement *announcement)
{
    PACK_ARRAY(packer, struct when, announcement->whens, announcement->when_count, pack_when);
    fail_unless(packer, announcement->when_count <= WHEN_COUNT_MAX);
    PACK_ARRAY(packer, struct venue, announcement->venues, announcement->venue_count, pack_venue);
    PACK_ARRAY(packer, struct contact, announcement->contacts, announcement->contact_count,
               pack_contact);
    pack_str(packer, &announcement->spoken);
    pack_str(packer, &announcement->audience);
    PACK_ARRAY(packer, struct str, announcement->audience_terms, announcement->audience_term_count,
               pack_str);
    pack_bool(packer, &announcement->has_cost);
    pack_bool(packer, &announcement->cost_free);
    pack_str(packer, &announcement->cost);
    pack_bool(packer, &announcement->has_signup);
    pack_bool(packer, &announcement->signup_required);
    pack_stamp(packer, &announcement->signup_until);
    pack_str(packer, &announcement->signup);
    pack_str(packer, &announcement->signup_href);
    pack_str(packer, &announcement->signup_tel);
    pack_str(packer, &announcement->signup_email);
}

static void pack_announcement(struct packer *packer, struct announcement *announcement)
{
    pack_message(packer, announcement);
    pack_facts(packer, announcement);
    pack_str(packer, &announcement->link);
    pack_str(packer, &announcement->rights);
    PACK_ARRAY(packer, struct str, announcement->centres, announcement->centre_count, pack_str);
    pack_show(packer, &announcement->show);
    pack_int(packer, &announcement->number, 0, INT32_MAX);
    pack_place(packer, &announcement->where);
}

/* The edition. */

static void pack_prepared(struct packer *packer, struct prepared_picture *picture)
{
    pack_int(packer, &picture->width, 0, INT32_MAX);
    pack_int(packer, &picture->height, 0, INT32_MAX);
    pack_hash(packer, &picture->source);
    pack_hash(packer, &picture->pixels);
}

static void pack_item(struct packer *packer, struct item *item)
{
    pack_announcement(packer, &item->announcement);
    pack_hash(packer, &item->entry);
    pack_hash(packer, &item->signature);
    PACK_ENUM(packer, item->refused, REASON_COUNT);
    PACK_ENUM(packer, item->blocked_by, RULE_COUNT);
    PACK_ENUM(packer, item->verdict, SEVERITY_BLOCK + 1);
    pack_str(packer, &item->approved_by);
    pack_str(packer, &item->approved_at);
    pack_prepared(packer, &item->picture);
    pack_int(packer, &item->seconds, 0, INT32_MAX);
    pack_int(packer, &item->pages, 0, INT32_MAX);
    pack_bool(packer, &item->hidden);
    PACK_ARRAY(packer, struct date, item->hidden_dates, item->hidden_date_count, pack_true_date);
}

/* What must be equal, byte for byte, before anything behind it has a meaning. */
static void pack_head(struct packer *packer)
{
    struct hash shape = hash_of(STR(SHAPE));
    uint8_t head[sizeof magic + SHAPE_BYTES];
    unsigned version = PACK_VERSION;

    memcpy(head, magic, sizeof magic);
    memcpy(head + sizeof magic, shape.bytes, SHAPE_BYTES);
    pack_bytes(packer, head, sizeof head);
    fail_unless(packer, memcmp(head, magic, sizeof magic) == 0 &&
                            memcmp(head + sizeof magic, shape.bytes, SHAPE_BYTES) == 0);
    pack_unsigned(packer, &version);
    fail_unless(packer, version == PACK_VERSION);
}

static void pack_all(struct packer *packer, struct edition *edition)
{
    pack_head(packer);
    pack_profile(packer, &edition->profile);
    pack_str(packer, &edition->display);
    pack_str(packer, &edition->site);
    pack_long(packer, &edition->accepted);
    pack_long(packer, &edition->updated);
    pack_long(packer, &edition->valid_until);
    PACK_ARRAY(packer, struct item, edition->items, edition->item_count, pack_item);
}

struct str pack_edition(struct arena *arena, const struct edition *edition)
{
    /* The functions above take what they may fill; counting and writing put back the same. */
    struct edition copy = *edition;
    struct packer counter = { .mode = PACK_COUNT };
    struct packer writer = { .mode = PACK_WRITE };

    pack_all(&counter, &copy);
    if (counter.bytes > PACK_BYTES_MAX)
        return (struct str){ NULL, 0 };
    writer.to = ARENA_ARRAY(arena, char, counter.bytes);
    pack_all(&writer, &copy);
    assert(writer.bytes == counter.bytes);
    return (struct str){ writer.to, writer.bytes };
}

bool unpack_edition(struct arena *arena, struct str bytes, struct edition *ret_edition)
{
    struct edition edition = { 0 };
    struct packer reader = { .mode = PACK_READ, .from = bytes, .arena = arena };

    if (bytes.bytes > PACK_BYTES_MAX)
        return false;
    pack_all(&reader, &edition);
    if (reader.failed || reader.from.bytes > 0)
        return false;
    *ret_edition = edition;
    return true;
}
