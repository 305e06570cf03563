/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One slide of each kind, lying and upright, against the pictures beside this file: composed in
 * memory at one fixed moment, by the code that `play` and `render` run, with the fonts of
 * fonts/stack and no others. On a mismatch the picture that was made and the difference lie in
 * the build folder, and the message names them.
 *
 * A change that is meant: `golden_test --update` (or GOLDEN_UPDATE=1) writes them anew. Look at
 * each before it is committed; `optipng tests/golden/…png` makes it smaller without changing a
 * pixel.
 */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "app/slides.h"
#include "app/submission.h"
#include "base/file.h"
#include "compare.h"
#include "feed/read_profile.h"
#include "paint/paint.h"

#include <stdio.h>
#include <stdlib.h>

#define NOW "2026-11-24T10:00:00+02:00"
#define ARENA_BYTES_MAX (128u << 20)
#define PICTURES_FOLDER BUILD_DIR "/golden"

static const enum language three_languages[] = { LANGUAGE_FI, LANGUAGE_SV, LANGUAGE_AR };
static const char *const display_names[] = { "aula", "kaytava" };
#define DISPLAYS ARRAY_LEN(display_names)

struct golden {
    const char *name; /* of the picture, less "-aula.png" */
    const char *file; /* NULL: the idle slide */
    int page, number;
    size_t languages; /* of three_languages, in the strip; 0: no strip */
    const char *also; /* file of an alert's other language; NULL: none */
    size_t agenda;    /* rows of agenda_rows; 0: it is no agenda */
};

static const struct golden goldens[] = {
    { "ryhma", "ryhma.xml", .number = 12 },      /* picture, code and number */
    { "ruotsi", "ruotsi.xml", 0, 12, 3, 0, 0 },  /* a language version with its strip */
    { "arabia", "arabia.xml", 0, 12, 3, 0, 0 },  /* mirrored */
    { "tiedote", "tiedote.xml", .number = 3 },   /* text alone, with a list */
    { "yhdessa-1", "yhdessa.xml", .number = 7 }, /* joint material, two pages */
    { "yhdessa-2", "yhdessa.xml", 1, 7, 0, 0, 0 },
    { "kuvadia", "kuvadia.xml", .page = 0 }, /* upright it becomes a notice */
    { "peruttu", "peruttu.xml", .number = 3 },
    { "tyhja", .file = NULL },
    { "ensi-tiistai", "ensi-tiistai.xml", .number = 8 }, /* a day that is named */
    { "halytys", "halytys.xml", .also = "halytys-sv.xml" },
    { "asialista", NULL, .agenda = 5 },
    { "asialista-2", NULL, .page = 1, .agenda = 8 }, /* the second page, with a long title */
};

/* What the agenda tells of: look for the rows of README.md, "Looks". */
static const struct {
    const char *title, *name, *extra, *start;
    int number;
} agenda_rows[] = {
    { "Sururyhmä", "Täällä", "2. kerros", "2026-11-24T17:00:00+02:00", 12 },
    { "Kävely", "Kirjasto", NULL, "2026-11-24T18:00:00+02:00", 4 },
    { "Yhteislaulu", "Täällä", "ruokala", "2026-11-25T10:00:00+02:00", 3 },
    { "Digiapu", "Täällä", "aula", "2026-11-25T13:30:00+02:00", 9 },
    { "Isien ryhmä", "Kirjasto", NULL, "2026-11-25T18:00:00+02:00", 7 },
    { "Keskustelua muistisairaan ihmisen läheisille", "Seurakuntatalo", NULL,
      "2026-11-25T18:00:00+02:00", 21 },
    { "Lukupiiri", "Kirjasto", NULL, "2026-11-25T18:30:00+02:00", 2 },
    { "Jooga", "Urheilutalo", NULL, "2026-11-25T19:00:00+02:00", 14 },
};

#define TESTS (ARRAY_LEN(goldens) * DISPLAYS)

/* What all tests share, and which slide one test is about. */
struct studio {
    struct arena *arena;
    struct profile profile;
    struct judge judge;
    bool update;
};

struct one {
    struct studio *studio;
    const struct golden *golden;
    const char *display;
    char name[64];
};

static void read_centre(struct studio *studio)
{
    struct str bytes;
    struct report report = report_new(studio->arena);
    assert_int_equal(file_read(studio->arena, TESTS_DIR "/centre.xml", PROFILE_BYTES_MAX, &bytes),
                     FILE_OK);
    assert_true(profile_read(studio->arena, bytes, STR("centre.xml"), &report, &studio->profile));
    assert_int_equal(report.count, 0);
}

static int open_studio(struct studio *studio)
{
    const char *why = NULL;
    struct stamp now;
    studio->arena = arena_new(ARENA_BYTES_MAX);
    read_centre(studio);
    assert_true(stamp_parse(STR(NOW), &now));
    studio->judge = (struct judge){
        .fonts = fonts_open(SOURCE_DIR "/fonts/stack", &why),
        .decoder = decoder_new(DECODER),
        .profile = &studio->profile,
        .display = &studio->profile.displays[0],
        .zone = zone_open(studio->arena, NULL, studio->profile.zone_name),
    };
    if (!studio->judge.fonts)
        print_error("fonts/stack: %s (package fonts-noto-core)\n", why);
    assert_non_null(studio->judge.fonts);
    assert_non_null(studio->judge.zone);
    studio->judge.now = stamp_moment(&now, studio->judge.zone);
    return 0;
}

static void close_studio(struct studio *studio)
{
    decoder_free(studio->judge.decoder);
    fonts_close(studio->judge.fonts);
    arena_free(studio->arena);
}

static struct scene *lay_out_agenda(struct arena *arena, const struct layout_context *context,
                                    const struct golden *golden)
{
    struct item *items = ARENA_ARRAY(arena, struct item, golden->agenda);
    struct agenda_line *lines = ARENA_ARRAY(arena, struct agenda_line, golden->agenda);
    for (size_t i = 0; i < golden->agenda; i++) {
        struct announcement *announcement = &items[i].announcement;
        struct stamp start;
        assert_true(stamp_parse(str_of(agenda_rows[i].start), &start));
        announcement->title = str_of(agenda_rows[i].title);
        announcement->number = agenda_rows[i].number;
        announcement->venues = ARENA_NEW(arena, struct venue);
        announcement->venue_count = 1;
        announcement->venues[0] = (struct venue){ .mode = PLACE_ON_SITE,
                                                  .name = str_of(agenda_rows[i].name),
                                                  .extra = str_of(agenda_rows[i].extra) };
        int64_t moment = stamp_moment(&start, context->zone);
        lines[i] = (struct agenda_line){ .item = &items[i],
                                         .date = { .start = moment, .end = moment + 3600 },
                                         .is_here = agenda_rows[i].extra != NULL };
    }
    return layout_agenda(arena, context, LANGUAGE_FI, lines, golden->agenda, golden->page);
}

static void read_one(struct arena *arena, const struct judge *judge, const char *file,
                     struct submission *submission)
{
    submission_read(arena, judge, file_join(arena, TESTS_DIR, file), submission);
    assert_true(submission->readable);
    assert_false(report_has(&submission->report, SEVERITY_WARN));
}

static struct pixels draw(struct arena *arena, const struct judge *judge,
                          const struct golden *golden)
{
    struct submission submission = { 0 }, also = { 0 };
    struct versions versions = { three_languages, golden->languages };
    struct layout_context context = judge_context(judge, judge->display, versions);
    struct scene *scene;
    struct pixels pixels;
    if (golden->also) {
        read_one(arena, judge, golden->also, &also);
        context.also = &also.item;
    }
    if (golden->file) {
        read_one(arena, judge, golden->file, &submission);
        submission.item.announcement.number = golden->number;
        scene = layout_announcement(arena, &context, &submission.item, golden->page);
    } else if (golden->agenda > 0) {
        scene = lay_out_agenda(arena, &context, golden);
    } else {
        scene = layout_idle(arena, &context);
    }
    assert_true(pixels_new(scene->width, scene->height, &pixels));
    paint_scene(judge->fonts, scene, submission.pixels.at ? &submission.pixels : NULL, &pixels);
    submission_free(&submission);
    submission_free(&also);
    return pixels;
}

static char *path_of(struct arena *arena, const char *folder, const char *name, const char *ending)
{
    return str_c(arena, str_format(arena, "%s/%s%s.png", folder, name, ending));
}

/* Keeps what was made and where it differs; answers both paths in one text. */
static struct str keep_pictures(struct arena *arena, const char *name, const struct pixels *made,
                                const struct pixels *wanted)
{
    struct pixels drawn;
    char *made_path = path_of(arena, PICTURES_FOLDER, name, "");
    char *drawn_path = path_of(arena, PICTURES_FOLDER, name, "-difference");
    if (file_make_folder(PICTURES_FOLDER, 0755) != FILE_OK || !slides_write_png(made, made_path))
        return STR("(the pictures could not be kept)");
    bool same_size = made->width == wanted->width && made->height == wanted->height;
    if (!same_size || !compare_draw(made, wanted, &drawn))
        return str_of(made_path);
    bool written = slides_write_png(&drawn, drawn_path);
    pixels_free(&drawn);
    return written ? str_format(arena, "%s\n%s", made_path, drawn_path) : str_of(made_path);
}

/* Empty when the slide is as the picture in `path`; else what to say. In the arena. */
static struct str differs(struct arena *arena, const struct one *one, const char *path,
                          const struct pixels *made)
{
    struct pixels wanted;
    struct str message = { 0 };
    if (!compare_load(path, &wanted))
        return str_format(
            arena, "%s is not there: write it with golden_test --update and look at it", path);
    struct pixel_difference difference = compare_pixels(made, &wanted);
    if (!difference.passes)
        message =
            str_format(arena, "%s: %ld pixels (%.3f %%) differ, by up to %d levels\n%.*s",
                       one->name, difference.pixels, difference.share * 100, difference.levels,
                       STR_ARG(keep_pictures(arena, one->name, made, &wanted)));
    pixels_free(&wanted);
    return message;
}

static void a_slide_looks_as_it_did(void **state)
{
    struct one *one = *state;
    struct arena *arena = arena_new(ARENA_BYTES_MAX);
    char *path = path_of(arena, TESTS_DIR, one->name, "");
    char message[1024] = "";
    struct judge judge = one->studio->judge;
    judge.display = profile_display(&one->studio->profile, str_of(one->display));
    struct pixels made = draw(arena, &judge, one->golden);
    struct str said = { 0 };
    if (one->studio->update)
        said = slides_write_png(&made, path) ? said : STR("it could not be written");
    else
        said = differs(arena, one, path, &made);
    (void)snprintf(message, sizeof message, "%.*s", STR_ARG(said));
    pixels_free(&made);
    arena_free(arena);
    if (message[0])
        fail_msg("%s", message);
}

/* ---- the comparison itself ----------------------------------------------------------------- */

static void the_comparison_lets_rounding_pass_and_nothing_else(void **state)
{
    struct one *one = *state;
    struct arena *arena = arena_new(ARENA_BYTES_MAX);
    struct pixels slide = draw(arena, &one->studio->judge, one->golden), other;
    size_t count = (size_t)slide.width * (size_t)slide.height;
    assert_true(pixels_new(slide.width, slide.height, &other));
    memcpy(other.at, slide.at, count * sizeof *slide.at);
    assert_true(compare_pixels(&slide, &other).passes);
    for (size_t i = 0; i < count; i++) /* two levels everywhere */
        other.at[i] ^= (other.at[i] & 2) ? 0x020202 : 0;
    assert_true(compare_pixels(&slide, &other).passes);
    for (size_t i = 0; i < count / 2000; i++) /* eight levels on few pixels */
        other.at[i * 2000] = slide.at[i * 2000] ^ 8;
    assert_true(compare_pixels(&slide, &other).passes);
    for (size_t i = 0; i < count / 500; i++) /* … on too many */
        other.at[i * 500] = slide.at[i * 500] ^ 8;
    assert_false(compare_pixels(&slide, &other).passes);
    memcpy(other.at, slide.at, count * sizeof *slide.at);
    other.at[count / 2] ^= 16; /* one pixel that is plainly another */
    assert_false(compare_pixels(&slide, &other).passes);
    memcpy(other.at, slide.at + 1, (count - 1) * sizeof *slide.at); /* moved by one pixel */
    assert_false(compare_pixels(&slide, &other).passes);
    struct pixels narrow = { other.at, other.width - 1, other.height };
    assert_false(compare_pixels(&slide, &narrow).passes);
    pixels_free(&other);
    pixels_free(&slide);
    arena_free(arena);
}

int main(int argc, char **argv)
{
    struct studio studio = { 0 };
    struct one ones[TESTS];
    struct CMUnitTest tests[TESTS + 1] = { { 0 } };
    const char *update = getenv("GOLDEN_UPDATE");
    studio.update =
        (update && strcmp(update, "1") == 0) || (argc > 1 && strcmp(argv[1], "--update") == 0);
    if (open_studio(&studio) != 0)
        return EXIT_FAILURE;
    for (size_t i = 0; i < TESTS; i++) {
        struct one *one = &ones[i];
        *one = (struct one){ .studio = &studio,
                             .golden = &goldens[i / DISPLAYS],
                             .display = display_names[i % DISPLAYS] };
        (void)snprintf(one->name, sizeof one->name, "%s-%s", one->golden->name, one->display);
        tests[i] = (struct CMUnitTest){ one->name, a_slide_looks_as_it_did, NULL, NULL, one };
    }
    tests[TESTS] = (struct CMUnitTest){ "the_comparison_lets_rounding_pass_and_nothing_else",
                                        the_comparison_lets_rounding_pass_and_nothing_else, NULL,
                                        NULL, &ones[0] };
    int failed = cmocka_run_group_tests_name("golden", tests, NULL, NULL);
    close_studio(&studio);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
