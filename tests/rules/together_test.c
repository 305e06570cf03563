/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Announcements looked at together; and the facts that people need to come. */
#include "rules/rule_together.h"
#include "written_notice.h"

#include <stdlib.h>
#include <time.h>

#define BYTES_MAX (512u << 20)
#define NOW INT64_C(1795860000) /* 28.11.2026 10.00 UTC */
#define HOUR INT64_C(3600)

/* One announcement of a table: times in hours from NOW. */
struct one {
    const char *group, *room;
    int from, to;
    bool weekly, cancelled;
};

struct desk {
    struct arena *arena;
    const struct zone *zone;
    struct announcement *announcements;
    struct report *reports;
    struct together *items;
    size_t count;
};

static struct stamp at_hour(int hours)
{
    struct civil civil = civil_of_seconds(NOW + hours * HOUR);
    return (struct stamp){ .kind = STAMP_MOMENT, .civil = civil, .offset_s = 0 };
}

static void desk_open(struct desk *desk, size_t room)
{
    struct arena *arena = arena_new(BYTES_MAX);
    *desk = (struct desk){ .arena = arena,
                           .zone = zone_open(arena, NULL, STR("UTC")),
                           .announcements = ARENA_ARRAY(arena, struct announcement, room),
                           .reports = ARENA_ARRAY(arena, struct report, room),
                           .items = ARENA_ARRAY(arena, struct together, room) };
}

static struct announcement *desk_add(struct desk *desk, const struct one *one)
{
    struct announcement *announcement = &desk->announcements[desk->count];
    announcement->kind = KIND_EVENT;
    announcement->language = LANGUAGE_FI;
    announcement->group = str_of(one->group);
    announcement->title = str_format(desk->arena, "Ryhmä %zu", desk->count);
    announcement->whens = ARENA_NEW(desk->arena, struct when);
    announcement->when_count = 1;
    *announcement->whens = (struct when){ .start = at_hour(one->from),
                                          .end = at_hour(one->to),
                                          .cancelled = one->cancelled };
    if (one->weekly)
        announcement->whens->repeat = (struct repeat){ .frequency = REPEAT_WEEKLY, .interval = 1 };
    announcement->venues = ARENA_NEW(desk->arena, struct venue);
    announcement->venue_count = 1;
    *announcement->venues = (struct venue){ .mode = PLACE_ON_SITE,
                                            .name = STR("Yhteistalo"),
                                            .street = STR("Puistotie 5"),
                                            .extra = str_of(one->room) };
    desk->reports[desk->count] = report_new(desk->arena);
    desk->items[desk->count] = (struct together){ announcement, &desk->reports[desk->count] };
    desk->count++;
    return announcement;
}

static size_t findings(const struct desk *desk, size_t item, enum finding_code code)
{
    size_t count = 0;
    for (size_t i = 0; i < desk->reports[item].count; i++)
        count += desk->reports[item].findings[i].code == code;
    return count;
}

static void desk_close(struct desk *desk)
{
    arena_free(desk->arena);
}

/* ---- rooms --------------------------------------------------------------------------------- */

static void two_groups_in_one_room_at_one_time_are_told_of_each_other(void **state)
{
    static const struct {
        struct one first, second;
        bool clash;
    } cases[] = {
        { { "a", "huone 1", 24, 26, 0, 0 }, { "b", "huone 1", 25, 27, 0, 0 }, true },
        { { "a", "huone 1", 24, 26, 0, 0 }, { "b", "Huone  1.", 24, 26, 0, 0 }, true },
        { { "a", "huone 1", 24, 30, 0, 0 }, { "b", "huone 1", 26, 27, 0, 0 }, true },
        { { "a", "huone 1", 24, 26, 0, 0 }, { "b", "huone 1", 26, 27, 0, 0 }, false },
        { { "a", "huone 1", 24, 26, 0, 0 }, { "b", "huone 2", 24, 26, 0, 0 }, false },
        { { "a", "huone 1", 24, 26, 0, 0 }, { "a", "huone 1", 24, 26, 0, 0 }, false },
        { { "a", "huone 1", 24, 26, 0, 1 }, { "b", "huone 1", 24, 26, 0, 0 }, false },
        { { "a", "huone 1", 24, 26, 1, 0 }, { "b", "huone 1", 192, 194, 0, 0 }, true },
        { { "a", "huone 1", 24, 26, 1, 0 }, { "b", "huone 1", 193, 195, 1, 0 }, true },
        { { "a", "huone 1", 24, 26, 1, 0 }, { "b", "huone 1", 216, 218, 1, 0 }, false },
        /* Beyond the 60 days that are looked at. */
        { { "a", "huone 1", 1800, 1802, 0, 0 }, { "b", "huone 1", 1800, 1802, 0, 0 }, false },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct desk desk;
        desk_open(&desk, 2);
        desk_add(&desk, &cases[i].first);
        desk_add(&desk, &cases[i].second);
        together_check(desk.items, desk.count, desk.zone, NOW);
        for (size_t item = 0; item < 2; item++)
            if (findings(&desk, item, FINDING_ROOM_TAKEN) != (size_t)cases[i].clash)
                fail_msg("case %zu, item %zu", i, item);
        desk_close(&desk);
    }
}

static void a_clash_names_the_other_and_its_time(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk, 2);
    desk_add(&desk, &(struct one){ "a", "sali", 24, 26, true, false });
    desk_add(&desk, &(struct one){ "b", "sali", 25, 27, true, false });
    together_rooms(desk.items, desk.count, desk.zone, NOW);
    const struct finding *finding = &desk.reports[0].findings[0];
    assert_true(str_is(finding->args[0], "Ryhmä 1"));
    assert_true(str_ends(finding->args[1], "–13.00"));
    assert_int_equal(desk.reports[0].count, 1);
    assert_true(finding->more > 5); /* the other weeks */
    desk_close(&desk);
}

static void a_house_without_a_room_is_a_question(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk, 2);
    desk_add(&desk, &(struct one){ "a", "", 24, 26, false, false });
    desk_add(&desk, &(struct one){ "b", "", 24, 26, false, false });
    together_rooms(desk.items, desk.count, desk.zone, NOW);
    assert_int_equal(findings(&desk, 0, FINDING_HOUSE_SHARED), 1);
    assert_int_equal(desk.reports[0].findings[0].severity, SEVERITY_ASK);
    desk_close(&desk);
}

static void every_place_of_an_announcement_counts(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk, 2);
    struct announcement *first = desk_add(&desk, &(struct one){ "a", "ulkona", 24, 26, 0, 0 });
    desk_add(&desk, &(struct one){ "b", "sali", 24, 26, false, false });
    struct venue *venues = ARENA_ARRAY(desk.arena, struct venue, 2);
    venues[0] = first->venues[0];
    venues[1] = desk.announcements[1].venues[0];
    first->venues = venues;
    first->venue_count = 2;
    together_rooms(desk.items, desk.count, desk.zone, NOW);
    assert_int_equal(findings(&desk, 0, FINDING_ROOM_TAKEN), 1);
    assert_int_equal(findings(&desk, 1, FINDING_ROOM_TAKEN), 1);
    desk_close(&desk);
}

static void no_room_is_no_clash(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk, 2);
    for (int i = 0; i < 2; i++) {
        struct announcement *announcement =
            desk_add(&desk, &(struct one){ i ? "a" : "b", "", 24, 26, false, false });
        announcement->venues[0].mode = PLACE_ONLINE;
    }
    together_rooms(desk.items, desk.count, desk.zone, NOW);
    assert_int_equal(desk.reports[0].count + desk.reports[1].count, 0);
    desk_close(&desk);
}

static double seconds_of(size_t count)
{
    struct desk desk;
    struct timespec before, after;
    desk_open(&desk, count);
    for (size_t i = 0; i < count; i++) {
        const char *group = str_c(desk.arena, str_format(desk.arena, "g%zu", i));
        desk_add(&desk, &(struct one){ group, "sali", 24, 26, true, false });
    }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
    together_check(desk.items, desk.count, desk.zone, NOW);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
    assert_int_equal(findings(&desk, count - 1, FINDING_ROOM_TAKEN), 1);
    desk_close(&desk);
    return (double)(after.tv_sec - before.tv_sec) + (double)(after.tv_nsec - before.tv_nsec) / 1e9;
}

/* All of them in one room at one time: comparing all with all would be 64 times as long. */
static void time_does_not_grow_with_the_square(void **state)
{
    (void)state;
    double few = seconds_of(500), many = seconds_of(4000);
    assert_true(many < few * 30 + 0.2);
}

/* ---- versions ------------------------------------------------------------------------------ */

static struct desk versions_of(struct announcement **ret_own)
{
    struct desk desk;
    desk_open(&desk, 2);
    for (int i = 0; i < 2; i++) {
        struct announcement *announcement =
            desk_add(&desk, &(struct one){ "a", "", 24, 26, true, false });
        announcement->language = i == 0 ? LANGUAGE_SV : LANGUAGE_FI; /* the Finnish one leads */
        announcement->has_cost = true;
        announcement->cost = i == 0 ? STR("Det kostar 5 euro") : STR("Maksaa 5 euroa");
        announcement->contacts = ARENA_NEW(desk.arena, struct contact);
        announcement->contact_count = 1;
        announcement->contacts[0].tel = i == 0 ? STR("+358 40 123 4503") : STR("040 123 4503");
        announcement->venues[0].name = i == 0 ? STR("Biblioteket") : STR("Kirjasto");
        announcement->venues[0].street = i == 0 ? STR("Biblioteksgatan 3") : STR("Kirjastokatu 3");
    }
    *ret_own = &desk.announcements[0];
    return desk;
}

static void change_nothing(struct announcement *own)
{
    own->title = STR("Kom till språkkaféet");
}

static void change_time(struct announcement *own)
{
    own->whens[0].start = at_hour(25);
}

static void change_end(struct announcement *own)
{
    own->whens[0].end = at_hour(27);
}

static void call_off(struct announcement *own)
{
    own->whens[0].cancelled = true;
}

static void say_no_time(struct announcement *own)
{
    own->when_count = 0;
}

static void change_house(struct announcement *own)
{
    own->venues[0].street = STR("Biblioteksgatan 13");
}

static void say_no_street(struct announcement *own)
{
    own->venues[0].street = (struct str){ 0 };
}

static void move_online(struct announcement *own)
{
    own->venues[0].mode = PLACE_ONLINE;
}

static void change_price(struct announcement *own)
{
    own->cost = STR("Det kostar 6,50 euro");
}

static void make_free(struct announcement *own)
{
    own->cost_free = true;
}

static void say_price_in_words(struct announcement *own)
{
    own->cost = STR("Det kostar fem euro");
}

static void change_phone(struct announcement *own)
{
    own->contacts[0].tel = STR("040 123 4504");
}

static void say_phone_at_signup(struct announcement *own)
{
    own->contacts[0].tel = STR("040 123 4504");
    own->signup_tel = STR("0401234503");
}

static void versions_of_one_announcement_must_agree(void **state)
{
    static const struct {
        const char *name;
        void (*change)(struct announcement *own);
        bool differs;
        enum finding_code code;
    } cases[] = {
        { "nothing", change_nothing, false, 0 },
        { "time", change_time, true, FINDING_VERSION_DATES },
        { "end", change_end, true, FINDING_VERSION_DATES },
        { "off", call_off, true, FINDING_VERSION_DATES },
        { "no time", say_no_time, false, 0 },
        { "house", change_house, true, FINDING_VERSION_PLACE },
        { "no street", say_no_street, false, 0 },
        { "online", move_online, true, FINDING_VERSION_PLACE },
        { "price", change_price, true, FINDING_VERSION_PRICE },
        { "free", make_free, true, FINDING_VERSION_PRICE },
        { "price in words", say_price_in_words, false, 0 },
        { "phone", change_phone, true, FINDING_VERSION_PHONE },
        { "phone at sign-up", say_phone_at_signup, false, 0 },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct announcement *own;
        struct desk desk = versions_of(&own);
        cases[i].change(own);
        together_check(desk.items, desk.count, desk.zone, NOW);
        if (desk.reports[0].count != (size_t)cases[i].differs || desk.reports[1].count != 0)
            fail_msg("%s: %zu and %zu findings", cases[i].name, desk.reports[0].count,
                     desk.reports[1].count);
        if (cases[i].differs)
            assert_int_equal(desk.reports[0].findings[0].code, cases[i].code);
        desk_close(&desk);
    }
}

static void announcements_of_other_groups_need_not_agree(void **state)
{
    (void)state;
    struct announcement *own;
    struct desk desk = versions_of(&own);
    own->group = STR("b");
    change_phone(own);
    change_price(own);
    together_versions(desk.items, desk.count, desk.zone, NOW);
    assert_int_equal(desk.reports[0].count, 0);
    desk_close(&desk);
}

/* ---- facts to come by ---------------------------------------------------------------------- */

static void a_phone_alone_is_not_enough(void **state)
{
    struct written_notice *notice = *state;
    written_expect_now(notice, "with a page", "");
    assert_null(written_finding(notice, "second-contact"));
    notice->announcement.link = (struct str){ 0 };
    written_expect_now(notice, "no page", "second-contact");
    notice->contact.email = STR("apu@kylatupa.example.fi");
    written_check(notice);
    assert_null(written_finding(notice, "second-contact"));
}

static void how_people_get_in_is_asked_once(void **state)
{
    static const struct {
        const char *name, *extra, *text;
        unsigned access;
        bool asked;
    } cases[] = {
        { "Kylätupa", "", "Tule mukaan.", 0, true },
        { "Kylätupa", "", "Tule mukaan.", ACCESS_WHEELCHAIR, false },
        { "Kylätupa", "", "Tule mukaan.", ACCESS_UNKNOWN, false },
        { "Kylätupa", "Talossa on hissi", "Tule mukaan.", 0, false },
        { "Kylätupa", "", "Ovella on kaksi porrasta.", 0, false },
        { "Kylätupa", "", "Paikka on esteetön.", 0, false },
        { "Kylätupa", "", "Neuvomme asumisessa.", 0, true },
        { "Täällä", "aula", "Tule mukaan.", 0, false },
    };
    struct written_notice *notice = *state;
    notice->announcement.kind = KIND_GROUP;
    notice->venue.mode = PLACE_ON_SITE;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        notice->venue.name = str_of(cases[i].name);
        notice->venue.extra = str_of(cases[i].extra);
        notice->venue.access = cases[i].access;
        notice->block.text = str_of(cases[i].text);
        written_check(notice);
        if ((written_finding(notice, "place-access") != NULL) != cases[i].asked)
            fail_msg("case %zu", i);
    }
}

#define NOTICE(test)                                                                               \
    cmocka_unit_test_setup_teardown(test, written_notice_open, written_notice_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_groups_in_one_room_at_one_time_are_told_of_each_other),
        cmocka_unit_test(a_clash_names_the_other_and_its_time),
        cmocka_unit_test(a_house_without_a_room_is_a_question),
        cmocka_unit_test(every_place_of_an_announcement_counts),
        cmocka_unit_test(no_room_is_no_clash),
        cmocka_unit_test(time_does_not_grow_with_the_square),
        cmocka_unit_test(versions_of_one_announcement_must_agree),
        cmocka_unit_test(announcements_of_other_groups_need_not_agree),
        NOTICE(a_phone_alone_is_not_enough),
        NOTICE(how_people_get_in_is_asked_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
