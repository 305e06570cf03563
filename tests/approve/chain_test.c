/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each link of the chain: what passes, and which finding each kind of wrong gives. */
#include "approve/chain.h"
#include "approve_tests.h"

#define DOCUMENT STR("<feed>Kahvila on auki maanantaisin.</feed>\n")
#define OTHER_DOCUMENT STR("<feed>Kahvila on kiinni.</feed>\n")
#define NOT_SIGNED ((struct str){ 0 })
#define NOW "2026-11-24T10:00:00+02:00"

/* The keys of the test site. A seed makes a key, so the two of TWIN share only their number. */
enum {
    ROOT = 1,
    PUBLISHER,
    APPROVER,
    ALERT,
    RECEPTION,
    LONE,    /* a lone small centre's: every role */
    REVOKED, /* approver and publisher, valid for ever, revoked */
    LIMITED, /* approver and publisher in 2026 only */
    TWIN,    /* publisher and approver */
    TWIN_OTHER,
    FOREIGN, /* in no profile */
    SEED_COUNT
};

static uint64_t id_of_seed(unsigned seed)
{
    return UINT64_C(0xA0B0C0D000000000) + (seed == TWIN_OTHER ? TWIN : seed);
}

struct site {
    struct arena *arena;
    struct report report;
    const struct zone *zone;
    struct profile profile;
    struct public_key keys[SEED_COUNT];
};

static struct stamp stamp(const char *text)
{
    struct stamp stamp = { .kind = STAMP_NONE };
    if (text)
        assert_true(stamp_parse(str_of(text), &stamp));
    return stamp;
}

static int64_t moment(const struct site *site, const char *text)
{
    struct stamp at = stamp(text);
    return stamp_moment(&at, site->zone);
}

static void trust(struct site *site, unsigned seed, unsigned roles, const char *from,
                  const char *until, bool revoked)
{
    struct trusted_key *key = ARENA_PUSH(site->arena, site->profile.keys, site->profile.key_count);
    key->key = site->keys[seed];
    key->roles = roles;
    key->name = STR("a key");
    key->from = stamp(from);
    key->until = stamp(until);
    key->revoked = revoked;
}

static int give_site(void **state)
{
    struct arena *arena = arena_new((size_t)256 << 20);
    struct site *site = ARENA_NEW(arena, struct site);
    site->arena = arena;
    site->report = report_new(arena);
    site->zone = zone_open(arena, NULL, STR("Europe/Helsinki"));
    assert_non_null(site->zone);
    for (unsigned seed = ROOT; seed < SEED_COUNT; seed++)
        site->keys[seed] = public_of_seed(arena, (uint8_t)seed, id_of_seed(seed));
    const unsigned both = KEY_PUBLISHER | KEY_APPROVER;
    trust(site, PUBLISHER, KEY_PUBLISHER, NULL, NULL, false);
    trust(site, APPROVER, KEY_APPROVER, NULL, NULL, false);
    trust(site, ALERT, KEY_ALERT, NULL, NULL, false);
    trust(site, RECEPTION, KEY_RECEPTION, NULL, NULL, false);
    trust(site, LONE, both | KEY_ALERT | KEY_RECEPTION, NULL, NULL, false);
    trust(site, REVOKED, both, NULL, NULL, true);
    trust(site, LIMITED, both, "2026-01-01", "2026-12-31", false);
    trust(site, TWIN, both, NULL, NULL, false);
    trust(site, TWIN_OTHER, both, NULL, NULL, false);
    *state = site;
    return 0;
}

static int take_site(void **state)
{
    struct site *site = *state;
    arena_free(site->arena);
    return 0;
}

#define SITE_TEST(test) cmocka_unit_test_setup_teardown(test, give_site, take_site)

static struct str sign(struct site *site, unsigned seed, struct str bytes, struct str comment)
{
    return sign_with_seed(site->arena, (uint8_t)seed, id_of_seed(seed), bytes, comment);
}

static struct str approve_at(struct site *site, unsigned seed, struct str bytes, const char *at)
{
    struct approval approval = { .by = STR("Rooli"), .at = str_of(at), .rules = 1 };
    struct str comment = approval_format(site->arena, &approval);
    assert_true(comment.bytes > 0);
    return sign(site, seed, bytes, comment);
}

/* Forgets the findings so far. */
static void start_anew(struct site *site)
{
    site->report = report_new(site->arena);
}

/*
 * Just one finding has come, with this code, about this file, and as arguments the name of the
 * file and the number of the key where the sentence asks for them.
 */
static void check_finding(const struct site *site, enum finding_code code, struct str name,
                          const struct public_key *key, int line)
{
    if (site->report.count != 1 || site->report.findings[0].code != code) {
        print_error("line %d: %zu findings, the first is %d, want %d\n", line, site->report.count,
                    site->report.count ? (int)site->report.findings[0].code : -1, (int)code);
        fail();
    }
    const struct finding *finding = &site->report.findings[0];
    struct str message = finding_message(site->arena, finding);
    const char *english = finding_info(code)->message;
    assert_str(finding->where.file, name);
    assert_true(str_find_byte(message, '{') < 0);
    if (key) {
        struct str number = public_key_number(site->arena, key->id);
        assert_true(str_find(message, number) >= 0);
    }
    assert_int_equal(finding->arg_count,
                     (strstr(english, "{0}") != NULL) + (strstr(english, "{1}") != NULL));
}

#define assert_finding(site, code, name, key)                                                      \
    check_finding((site), FINDING_##code, STR(name), (key), __LINE__)

static bool check_profile(struct site *site, struct str bytes, struct str signature)
{
    const struct signed_bytes profile = { STR("centre.xml"), bytes, signature };
    start_anew(site);
    bool passed = chain_check_profile(&site->keys[ROOT], &profile, &site->report);
    assert_int_equal(passed, site->report.count == 0);
    return passed;
}

static bool check_feed(struct site *site, const char *now, struct str bytes, struct str signature)
{
    const struct signed_bytes feed = { STR("feed.atom"), bytes, signature };
    start_anew(site);
    bool passed = chain_check_document(&site->profile, site->zone, moment(site, now), KEY_PUBLISHER,
                                       &feed, &site->report);
    assert_int_equal(passed, site->report.count == 0);
    return passed;
}

static bool check_entry(struct site *site, unsigned roles, struct str bytes, struct str signature,
                        struct approval *ret_approval)
{
    const struct signed_bytes entry = { STR("a.xml"), bytes, signature };
    struct approval approval = { .rules = -1 };
    start_anew(site);
    bool passed =
        chain_check_entry(&site->profile, site->zone, roles, &entry, &site->report, &approval);
    assert_int_equal(passed, site->report.count == 0);
    assert_int_equal(passed, approval.rules != -1); /* untouched when it failed */
    if (ret_approval)
        *ret_approval = approval;
    return passed;
}

/* --- the profile --- */

static void a_profile_signed_by_the_root_passes(void **state)
{
    struct site *site = *state;
    assert_true(check_profile(site, DOCUMENT, sign(site, ROOT, DOCUMENT, STR("any comment"))));
}

static void a_profile_without_signature_is_named(void **state)
{
    struct site *site = *state;
    assert_false(check_profile(site, DOCUMENT, NOT_SIGNED));
    assert_finding(site, SIGNATURE_MISSING, "centre.xml", NULL);
    assert_str(site->report.findings[0].args[0], STR("centre.xml"));
    assert_false(check_profile(site, DOCUMENT, STR("<html>Please log in</html>")));
    assert_finding(site, SIGNATURE_FORM, "centre.xml", NULL);
}

static void a_profile_of_another_key_is_refused(void **state)
{
    struct site *site = *state;
    /* Also of the keys it names itself: those are trusted for other things. */
    const unsigned seeds[] = { FOREIGN, PUBLISHER, APPROVER, LONE };
    for (size_t i = 0; i < ARRAY_LEN(seeds); i++) {
        assert_false(check_profile(site, DOCUMENT, sign(site, seeds[i], DOCUMENT, STR("c"))));
        assert_finding(site, KEY_UNKNOWN, "centre.xml", &site->keys[seeds[i]]);
    }
    /* A foreign key that bears the root's number. */
    struct str forged = sign_with_seed(site->arena, FOREIGN, id_of_seed(ROOT), DOCUMENT, STR("c"));
    assert_false(check_profile(site, DOCUMENT, forged));
    assert_finding(site, SIGNATURE_WRONG, "centre.xml", NULL);
}

static void a_changed_or_swapped_profile_is_refused(void **state)
{
    struct site *site = *state;
    struct str document = DOCUMENT, signature = sign(site, ROOT, DOCUMENT, STR("c"));
    for (size_t place = 0; place < document.bytes; place++) {
        uint8_t byte = (uint8_t)((uint8_t)document.at[place] ^ 4);
        assert_false(check_profile(site, with_byte(site->arena, document, place, byte), signature));
        assert_finding(site, SIGNATURE_WRONG, "centre.xml", NULL);
    }
    assert_false(check_profile(site, OTHER_DOCUMENT, signature));
    assert_finding(site, SIGNATURE_WRONG, "centre.xml", NULL);
}

/* --- a document --- */

static void a_feed_signed_by_a_publisher_passes(void **state)
{
    struct site *site = *state;
    const unsigned seeds[] = { PUBLISHER, LONE, LIMITED, TWIN, TWIN_OTHER };
    for (size_t i = 0; i < ARRAY_LEN(seeds); i++)
        if (!check_feed(site, NOW, DOCUMENT, sign(site, seeds[i], DOCUMENT, STR("c"))))
            fail_msg("seed %u", seeds[i]);
}

static void a_feed_signed_for_another_task_is_refused(void **state)
{
    struct site *site = *state;
    const unsigned seeds[] = { ROOT, APPROVER, ALERT, RECEPTION, FOREIGN };
    for (size_t i = 0; i < ARRAY_LEN(seeds); i++) {
        assert_false(check_feed(site, NOW, DOCUMENT, sign(site, seeds[i], DOCUMENT, STR("c"))));
        assert_finding(site, KEY_UNKNOWN, "feed.atom", &site->keys[seeds[i]]);
        assert_str(site->report.findings[0].args[0], STR("feed.atom"));
    }
}

static void either_of_two_roles_is_enough(void **state)
{
    struct site *site = *state;
    const struct {
        unsigned seed;
        bool passes;
    } cases[] = { { APPROVER, true },   { RECEPTION, true }, { LONE, true },
                  { PUBLISHER, false }, { ALERT, false },    { FOREIGN, false } };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct signed_bytes hide = { STR("hide.xml"), DOCUMENT,
                                           sign(site, cases[i].seed, DOCUMENT, STR("c")) };
        start_anew(site);
        bool passed = chain_check_document(&site->profile, site->zone, moment(site, NOW),
                                           KEY_APPROVER | KEY_RECEPTION, &hide, &site->report);
        assert_int_equal(passed, cases[i].passes);
        if (!passed)
            assert_finding(site, KEY_UNKNOWN, "hide.xml", &site->keys[cases[i].seed]);
    }
}

static void a_feed_without_a_readable_signature_is_named(void **state)
{
    struct site *site = *state;
    assert_false(check_feed(site, NOW, DOCUMENT, NOT_SIGNED));
    assert_finding(site, SIGNATURE_MISSING, "feed.atom", NULL);
    assert_false(check_feed(site, NOW, DOCUMENT, STR("untrusted comment: x\n")));
    assert_finding(site, SIGNATURE_FORM, "feed.atom", NULL);
}

static void a_changed_or_swapped_feed_is_refused(void **state)
{
    struct site *site = *state;
    struct str document = DOCUMENT, signature = sign(site, PUBLISHER, DOCUMENT, STR("c"));
    for (size_t place = 0; place < document.bytes; place++) {
        uint8_t byte = (uint8_t)((uint8_t)document.at[place] ^ 0x20);
        struct str changed = with_byte(site->arena, document, place, byte);
        assert_false(check_feed(site, NOW, changed, signature));
        assert_finding(site, SIGNATURE_WRONG, "feed.atom", NULL);
    }
    assert_false(check_feed(site, NOW, OTHER_DOCUMENT, signature));
    assert_finding(site, SIGNATURE_WRONG, "feed.atom", NULL);
    struct str forged =
        sign_with_seed(site->arena, FOREIGN, id_of_seed(PUBLISHER), DOCUMENT, STR("c"));
    assert_false(check_feed(site, NOW, DOCUMENT, forged));
    assert_finding(site, SIGNATURE_WRONG, "feed.atom", NULL);
}

static void a_changed_comment_of_a_feed_is_refused(void **state)
{
    struct site *site = *state;
    struct str signature = sign(site, PUBLISHER, DOCUMENT, STR("2026"));
    struct str changed = with_each(site->arena, signature, STR("2026"), STR("2027"));
    assert_false(check_feed(site, NOW, DOCUMENT, changed));
    assert_finding(site, SIGNATURE_WRONG, "feed.atom", NULL);
}

static void a_revoked_key_is_refused_at_any_time(void **state)
{
    struct site *site = *state;
    struct str signature = sign(site, REVOKED, DOCUMENT, STR("c"));
    const char *const times[] = { "1970-01-01T00:00:00Z", NOW, "2099-01-01T00:00:00Z" };
    for (size_t i = 0; i < ARRAY_LEN(times); i++) {
        assert_false(check_feed(site, times[i], DOCUMENT, signature));
        assert_finding(site, KEY_REVOKED, "feed.atom", &site->keys[REVOKED]);
    }
    /* Only what the key has really signed counts as signed by it. */
    assert_false(check_feed(site, NOW, OTHER_DOCUMENT, signature));
    assert_finding(site, SIGNATURE_WRONG, "feed.atom", NULL);
}

/* Moments about the validity of LIMITED: its days are days of Helsinki. */
static const struct {
    const char *at;
    bool valid;
} limited_cases[] = {
    { "1970-01-01T00:00:00Z", false },      { "2025-12-31T21:59:59Z", false },
    { "2025-12-31T22:00:00Z", true },       { "2026-01-01T00:00:00+02:00", true },
    { "2026-07-01T12:00:00+03:00", true },  { "2026-12-31T23:59:59+02:00", true },
    { "2027-01-01T00:00:00+02:00", false }, { "2027-01-01T01:00:00Z", false },
    { "2026-12-31T21:59:59Z", true },       { "2026-12-31T22:00:00Z", false },
};

static void a_feed_is_refused_outside_the_days_of_its_key(void **state)
{
    struct site *site = *state;
    struct str signature = sign(site, LIMITED, DOCUMENT, STR("c"));
    for (size_t i = 0; i < ARRAY_LEN(limited_cases); i++) {
        bool passed = check_feed(site, limited_cases[i].at, DOCUMENT, signature);
        if (passed != limited_cases[i].valid)
            fail_msg("%s", limited_cases[i].at);
        if (!passed)
            assert_finding(site, KEY_EXPIRED, "feed.atom", &site->keys[LIMITED]);
    }
}

static void a_key_may_have_one_end_only(void **state)
{
    struct site *site = *state;
    struct str signature = sign(site, FOREIGN, DOCUMENT, STR("c"));
    const struct {
        const char *from, *until, *now;
        bool passes;
    } cases[] = {
        { "2026-06-01", NULL, "2026-05-31T23:59:59+03:00", false },
        { "2026-06-01", NULL, "2026-06-01T00:00:00+03:00", true },
        { "2026-06-01", NULL, "2099-01-01T00:00:00Z", true },
        { NULL, "2026-06-01", "1970-01-01T00:00:00Z", true },
        { NULL, "2026-06-01", "2026-06-01T23:59:59+03:00", true },
        { NULL, "2026-06-01", "2026-06-02T00:00:00+03:00", false },
        { "2026-06-01T12:00:00+03:00", NULL, "2026-06-01T11:59:59+03:00", false },
        { "2026-06-01T12:00:00+03:00", NULL, "2026-06-01T12:00:00+03:00", true },
        { NULL, "2026-06-01T12:00:00+03:00", "2026-06-01T11:59:59+03:00", true },
        { NULL, "2026-06-01T12:00:00+03:00", "2026-06-01T12:00:00+03:00", false },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        size_t before = site->profile.key_count;
        trust(site, FOREIGN, KEY_PUBLISHER, cases[i].from, cases[i].until, false);
        if (check_feed(site, cases[i].now, DOCUMENT, signature) != cases[i].passes)
            fail_msg("case %zu", i);
        site->profile.key_count = before;
    }
}

static void a_key_that_is_named_twice_is_good_when_one_is(void **state)
{
    struct site *site = *state;
    struct str signature = sign(site, LIMITED, DOCUMENT, STR("c"));
    const char *later = "2027-06-01T12:00:00+03:00";
    assert_false(check_feed(site, later, DOCUMENT, signature));
    trust(site, LIMITED, KEY_PUBLISHER, "2027-01-01", "2027-12-31", false);
    assert_true(check_feed(site, later, DOCUMENT, signature));
    assert_true(check_feed(site, NOW, DOCUMENT, signature));
    assert_false(check_feed(site, "2028-01-01T00:00:00+02:00", DOCUMENT, signature));
    assert_finding(site, KEY_EXPIRED, "feed.atom", &site->keys[LIMITED]);
}

static void a_key_that_is_revoked_once_is_revoked_everywhere(void **state)
{
    struct site *site = *state;
    struct str signature = sign(site, PUBLISHER, DOCUMENT, STR("c"));
    assert_true(check_feed(site, NOW, DOCUMENT, signature));
    trust(site, PUBLISHER, KEY_RECEPTION, NULL, NULL, true);
    assert_false(check_feed(site, NOW, DOCUMENT, signature));
    assert_finding(site, KEY_REVOKED, "feed.atom", &site->keys[PUBLISHER]);
    /* Under another number it is still the same key. */
    struct str renamed =
        sign_with_seed(site->arena, ALERT, id_of_seed(SEED_COUNT), DOCUMENT, STR("c"));
    trust(site, ALERT, KEY_PUBLISHER, NULL, NULL, false);
    struct trusted_key *key = &site->profile.keys[site->profile.key_count - 1];
    key->key = public_of_seed(site->arena, ALERT, id_of_seed(SEED_COUNT));
    assert_true(check_feed(site, NOW, DOCUMENT, renamed));
    trust(site, ALERT, KEY_ALERT, NULL, NULL, true);
    assert_false(check_feed(site, NOW, DOCUMENT, renamed));
    assert_finding(site, KEY_REVOKED, "feed.atom", &key->key);
    /* A key that only shares the number of a revoked one is another key. */
    trust(site, TWIN, KEY_PUBLISHER, NULL, NULL, true);
    assert_true(check_feed(site, NOW, DOCUMENT, sign(site, TWIN_OTHER, DOCUMENT, STR("c"))));
    assert_false(check_feed(site, NOW, DOCUMENT, sign(site, TWIN, DOCUMENT, STR("c"))));
}

static void a_profile_without_keys_trusts_nobody(void **state)
{
    struct site *site = *state;
    site->profile.key_count = 0;
    site->profile.keys = NULL;
    assert_false(check_feed(site, NOW, DOCUMENT, sign(site, PUBLISHER, DOCUMENT, STR("c"))));
    assert_finding(site, KEY_UNKNOWN, "feed.atom", &site->keys[PUBLISHER]);
}

/* --- an entry --- */

static void an_approved_entry_passes_and_says_by_whom(void **state)
{
    struct site *site = *state;
    struct approval said = { .by = STR("Rooli"),
                             .at = STR("2026-11-19T09:30:00+02:00"),
                             .rules = 4,
                             .overrides = STR("overflow") };
    struct approval approval;
    struct str signature = sign(site, APPROVER, DOCUMENT, approval_format(site->arena, &said));
    assert_true(check_entry(site, KEY_APPROVER, DOCUMENT, signature, &approval));
    assert_str(approval.by, said.by);
    assert_str(approval.at, said.at);
    assert_str(approval.overrides, said.overrides);
    assert_int_equal(approval.rules, 4);
    assert_ptr_equal(approval.key, &site->profile.keys[1]);
    assert_true(approval.by.at > signature.at && approval.by.at < signature.at + signature.bytes);
}

static void an_entry_is_approved_only_by_the_right_role(void **state)
{
    struct site *site = *state;
    const struct {
        unsigned seed, roles;
        bool passes;
    } cases[] = {
        { APPROVER, KEY_APPROVER, true },   { APPROVER, KEY_ALERT, false },
        { ALERT, KEY_ALERT, true },         { ALERT, KEY_APPROVER, false },
        { LONE, KEY_APPROVER, true },       { LONE, KEY_ALERT, true },
        { PUBLISHER, KEY_APPROVER, false }, { RECEPTION, KEY_APPROVER, false },
        { ROOT, KEY_APPROVER, false },      { FOREIGN, KEY_APPROVER, false },
        { TWIN, KEY_APPROVER, true },       { TWIN_OTHER, KEY_APPROVER, true },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str signature = approve_at(site, cases[i].seed, DOCUMENT, NOW);
        bool passed = check_entry(site, cases[i].roles, DOCUMENT, signature, NULL);
        if (passed != cases[i].passes)
            fail_msg("case %zu", i);
        if (!passed)
            assert_finding(site, APPROVAL_KEY, "a.xml", &site->keys[cases[i].seed]);
    }
}

static void an_entry_that_nobody_approved_is_named(void **state)
{
    struct site *site = *state;
    assert_false(check_entry(site, KEY_APPROVER, DOCUMENT, NOT_SIGNED, NULL));
    assert_finding(site, APPROVAL_MISSING, "a.xml", NULL);
    assert_false(check_entry(site, KEY_APPROVER, DOCUMENT, STR("404 not found\n"), NULL));
    assert_finding(site, APPROVAL_WRONG, "a.xml", NULL);
}

static void a_changed_or_swapped_entry_is_refused(void **state)
{
    struct site *site = *state;
    struct str document = DOCUMENT, signature = approve_at(site, APPROVER, DOCUMENT, NOW);
    for (size_t place = 0; place < document.bytes; place++) {
        uint8_t byte = (uint8_t)((uint8_t)document.at[place] ^ 1);
        struct str changed = with_byte(site->arena, document, place, byte);
        assert_false(check_entry(site, KEY_APPROVER, changed, signature, NULL));
        assert_finding(site, APPROVAL_WRONG, "a.xml", NULL);
    }
    assert_false(check_entry(site, KEY_APPROVER, OTHER_DOCUMENT, signature, NULL));
    assert_finding(site, APPROVAL_WRONG, "a.xml", NULL);
}

static void an_approval_that_was_changed_later_is_refused(void **state)
{
    struct site *site = *state;
    struct str signature = approve_at(site, APPROVER, DOCUMENT, NOW);
    static const struct {
        const char *from, *to;
    } changes[] = {
        { "at=2026-", "at=2025-" },
        { "rules=1", "rules=2" },
        { "overrides= ", "overrides=overflow " },
        { "by=Rooli", "by=Toinen rooli" },
    };
    for (size_t i = 0; i < ARRAY_LEN(changes); i++) {
        struct str changed =
            with_each(site->arena, signature, str_of(changes[i].from), str_of(changes[i].to));
        assert_int_not_equal(str_equal(changed, signature), true);
        assert_false(check_entry(site, KEY_APPROVER, DOCUMENT, changed, NULL));
        assert_finding(site, APPROVAL_WRONG, "a.xml", NULL);
    }
}

static void a_signature_that_is_no_approval_is_refused(void **state)
{
    struct site *site = *state;
    static const char *const comments[] = {
        "",
        "timestamp:1780000000\tfile:a.xml\thashed",
        "at=2026-11-19 rules=1 overrides= by=Rooli",
        "at=2026-11-19T09:30:00+02:00 rules=1 overrides= by=",
    };
    for (size_t i = 0; i < ARRAY_LEN(comments); i++) {
        /* Whether the key's days fit does not matter when no day is said. */
        const unsigned seeds[] = { APPROVER, LIMITED };
        for (size_t k = 0; k < ARRAY_LEN(seeds); k++) {
            struct str signature = sign(site, seeds[k], DOCUMENT, str_of(comments[i]));
            assert_false(check_entry(site, KEY_APPROVER, DOCUMENT, signature, NULL));
            assert_finding(site, APPROVAL_WRONG, "a.xml", NULL);
        }
        struct str foreign = sign(site, FOREIGN, DOCUMENT, str_of(comments[i]));
        assert_false(check_entry(site, KEY_APPROVER, DOCUMENT, foreign, NULL));
        assert_finding(site, APPROVAL_KEY, "a.xml", &site->keys[FOREIGN]);
    }
}

static void an_approval_counts_when_the_key_was_valid_then(void **state)
{
    struct site *site = *state;
    for (size_t i = 0; i < ARRAY_LEN(limited_cases); i++) {
        struct str signature = approve_at(site, LIMITED, DOCUMENT, limited_cases[i].at);
        bool passed = check_entry(site, KEY_APPROVER, DOCUMENT, signature, NULL);
        if (passed != limited_cases[i].valid)
            fail_msg("%s", limited_cases[i].at);
        if (!passed)
            assert_finding(site, APPROVAL_EXPIRED, "a.xml", &site->keys[LIMITED]);
    }
}

static void an_approval_of_a_revoked_key_never_counts(void **state)
{
    struct site *site = *state;
    const char *const times[] = { "2020-01-01T00:00:00Z", NOW };
    for (size_t i = 0; i < ARRAY_LEN(times); i++) {
        struct str signature = approve_at(site, REVOKED, DOCUMENT, times[i]);
        assert_false(check_entry(site, KEY_APPROVER, DOCUMENT, signature, NULL));
        assert_finding(site, APPROVAL_REVOKED, "a.xml", &site->keys[REVOKED]);
    }
}

/* --- age and files --- */

static void an_older_or_a_different_feed_is_refused(void **state)
{
    struct site *site = *state;
    const struct hash same = hash_of(STR("a")), other = hash_of(STR("b"));
    const int64_t updated = moment(site, "2026-11-20T09:00:00+02:00");
    const int64_t day = 86400;
    const struct {
        int64_t updated;
        const struct hash *feed;
        int64_t now;
        bool any, clock_is_real;
        int code; /* -1: passes */
    } cases[] = {
        { updated, &same, updated, true, true, -1 },
        { updated, &other, updated, true, true, FINDING_FEED_OTHER_BYTES },
        { updated + 1, &other, updated, true, true, -1 },
        { updated - 1, &other, updated, true, true, FINDING_FEED_IS_OLDER },
        { updated - 1, &same, updated, true, true, FINDING_FEED_IS_OLDER },
        { updated - 1, &same, updated, true, false, FINDING_FEED_IS_OLDER },
        { updated, &other, updated, true, false, FINDING_FEED_OTHER_BYTES },
        { updated - 1, &other, updated, false, true, -1 },
        { updated, &other, updated, false, true, -1 },
        { updated + day, &other, updated, true, true, -1 },
        { updated + day + 1, &other, updated, true, true, FINDING_FEED_FROM_FUTURE },
        { updated + day + 1, &other, updated, false, true, FINDING_FEED_FROM_FUTURE },
        { updated + day + 1, &other, updated, true, false, -1 },
        { updated, &same, 0, true, true, FINDING_FEED_FROM_FUTURE },
        { updated, &same, 0, true, false, -1 },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct accepted accepted = { cases[i].any, { updated, same } };
        const struct feed_state feed = { cases[i].updated, *cases[i].feed };
        start_anew(site);
        bool passed = chain_check_age(&accepted, &feed, cases[i].now, cases[i].clock_is_real,
                                      site->zone, &site->report);
        if (passed != (cases[i].code < 0))
            fail_msg("case %zu", i);
        if (passed)
            assert_int_equal(site->report.count, 0);
        else
            check_finding(site, (enum finding_code)cases[i].code, STR("feed.atom"), NULL, __LINE__);
    }
}

static void the_times_of_a_refused_feed_are_those_of_the_centre(void **state)
{
    struct site *site = *state;
    const struct accepted accepted = {
        true, { moment(site, "2026-11-20T07:00:00Z"), hash_of(STR("a")) }
    };
    const struct feed_state feed = { moment(site, "2026-07-20T07:00:00Z"), hash_of(STR("b")) };
    assert_false(chain_check_age(&accepted, &feed, 0, false, site->zone, &site->report));
    assert_str(site->report.findings[0].args[0], STR("2026-07-20T10:00:00+03:00"));
    assert_str(site->report.findings[0].args[1], STR("2026-11-20T09:00:00+02:00"));
}

static void a_file_passes_only_with_its_length_and_hash(void **state)
{
    struct site *site = *state;
    const struct hash right = hash_of(DOCUMENT), wrong = hash_of(OTHER_DOCUMENT);
    const struct hash none = { { 0 } }, empty = hash_of(STR(""));
    const int64_t length = (int64_t)DOCUMENT.bytes;
    const struct {
        struct str bytes;
        int64_t length;
        const struct hash *hash;
        bool passes;
    } cases[] = {
        { DOCUMENT, length, &right, true },
        { DOCUMENT, 0, &right, true },
        { DOCUMENT, length + 1, &right, false },
        { DOCUMENT, length - 1, &right, false },
        { DOCUMENT, -length, &right, false },
        { DOCUMENT, length, &wrong, false },
        { DOCUMENT, 0, &none, false },
        { STR(""), 0, &none, false },
        { STR(""), 0, &empty, true },
        { OTHER_DOCUMENT, 0, &right, false },
        { (struct str){ 0 }, 0, &empty, true },
        { STR(""), length, &right, false },
        { DOCUMENT, length + ((int64_t)1 << 32), &right, false },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        start_anew(site);
        bool passed = chain_check_file(STR("kahvila.jpg"), cases[i].bytes, cases[i].length,
                                       cases[i].hash, &site->report);
        if (passed != cases[i].passes)
            fail_msg("case %zu", i);
        if (!passed)
            assert_finding(site, FILE_OTHER_BYTES, "kahvila.jpg", NULL);
    }
}

static void no_approver_may_let_these_findings_pass(void **state)
{
    struct site *site = *state;
    assert_false(check_feed(site, NOW, DOCUMENT, NOT_SIGNED));
    assert_true(report_is_final(&site->report));
    assert_false(check_entry(site, KEY_APPROVER, DOCUMENT, NOT_SIGNED, NULL));
    assert_true(report_is_final(&site->report));
}

int chain_tests(void)
{
    const struct CMUnitTest tests[] = {
        SITE_TEST(a_profile_signed_by_the_root_passes),
        SITE_TEST(a_profile_without_signature_is_named),
        SITE_TEST(a_profile_of_another_key_is_refused),
        SITE_TEST(a_changed_or_swapped_profile_is_refused),
        SITE_TEST(a_feed_signed_by_a_publisher_passes),
        SITE_TEST(a_feed_signed_for_another_task_is_refused),
        SITE_TEST(either_of_two_roles_is_enough),
        SITE_TEST(a_feed_without_a_readable_signature_is_named),
        SITE_TEST(a_changed_or_swapped_feed_is_refused),
        SITE_TEST(a_changed_comment_of_a_feed_is_refused),
        SITE_TEST(a_revoked_key_is_refused_at_any_time),
        SITE_TEST(a_feed_is_refused_outside_the_days_of_its_key),
        SITE_TEST(a_key_may_have_one_end_only),
        SITE_TEST(a_key_that_is_named_twice_is_good_when_one_is),
        SITE_TEST(a_key_that_is_revoked_once_is_revoked_everywhere),
        SITE_TEST(a_profile_without_keys_trusts_nobody),
        SITE_TEST(an_approved_entry_passes_and_says_by_whom),
        SITE_TEST(an_entry_is_approved_only_by_the_right_role),
        SITE_TEST(an_entry_that_nobody_approved_is_named),
        SITE_TEST(a_changed_or_swapped_entry_is_refused),
        SITE_TEST(an_approval_that_was_changed_later_is_refused),
        SITE_TEST(a_signature_that_is_no_approval_is_refused),
        SITE_TEST(an_approval_counts_when_the_key_was_valid_then),
        SITE_TEST(an_approval_of_a_revoked_key_never_counts),
        SITE_TEST(an_older_or_a_different_feed_is_refused),
        SITE_TEST(the_times_of_a_refused_feed_are_those_of_the_centre),
        SITE_TEST(a_file_passes_only_with_its_length_and_hash),
        SITE_TEST(no_approver_may_let_these_findings_pass),
    };
    return cmocka_run_group_tests_name("chain", tests, NULL, NULL);
}
