/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where on a slide the thing stands that a finding is about. */
#include "layout/mark.h"
#include "layout_tests.h"
#include "made.h"
#include "scene_check.h"
#include "square.h"

static struct finding finding_about(const char *element, const char *span, size_t start)
{
    return (struct finding){
        .where = { .element = str_of(element) },
        .span = str_of(span),
        .span_start = start,
        .span_length = strlen(span), /* ASCII in these cases */
    };
}

/* The line of the scene that a box stands on: the first whose box holds its middle. */
static const struct scene_text *line_at(const struct scene *scene, struct box box)
{
    int x = box.x + box.width / 2, y = box.y + box.height / 2;
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_text *text = &scene->parts[i].text;
        const struct box *line = &text->box;
        if (scene->parts[i].kind == SCENE_TEXT && x >= line->x && x < line->x + line->width &&
            y >= line->y && y < line->y + line->height && text->role != SCENE_LABEL)
            return text;
    }
    return NULL;
}

static void check_inside(const struct scene *scene, const struct mark *mark)
{
    for (size_t i = 0; i < mark->count; i++) {
        struct box box = mark->boxes[i];
        assert_true(box.x >= 0 && box.y >= 0 && box.width > 0 && box.height > 0);
        assert_true(box.x + box.width <= scene->width && box.y + box.height <= scene->height);
    }
}

static void words_are_found_where_they_stand(void **state)
{
    static const struct {
        const char *element, *span;
        size_t start;
        const char *on_line; /* what the line of the first box begins with; NULL: no box */
    } cases[] = {
        { "title", "Tule", 0, "Tule" },
        { "summary", "kuollut", 15, "Onko" },
        { "content", "Voit", 38, "Voit" },
        { "content", "vain kuunnella", 43, "Voit" },
        { "it:where name", "Asukastupa", 0, "Asukastupa" },
        { "it:where street", "Esimerkkikatu 1", 0, "Asukastupa" }, /* one line holds both */
        { "it:audience", "aikuisille", 8, "Kaikille" },
        { "author name", "Niemel", 0, "" }, /* the number shares its row */
        /* The slide writes the number otherwise: the whole line. */
        { "it:contact tel", "+358401234567", 0, "040" },
        { "it:cost", "", 0, "Ei maksa" },
        { "it:signup", "", 0, NULL },
        { "entry", "", 0, NULL },
        { "", "", 0, NULL },
    };
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_FONTS);
    for (size_t display = 0; display < MADE_DISPLAYS; display++) {
        context.display = &made_displays[display];
        struct item item = made_item(made);
        const struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
        if (!scene_fits(scene))
            continue; /* words beyond its edge have no mark */
        for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
            struct finding finding = finding_about(cases[i].element, cases[i].span, cases[i].start);
            struct mark mark =
                mark_find(made->arena, scene, context.measure, &item.announcement, &finding);
            check_inside(scene, &mark);
            if ((mark.count > 0) != (cases[i].on_line != NULL))
                fail_msg("%s \"%s\" on %s: %zu boxes", cases[i].element, cases[i].span,
                         context.display->name.at, mark.count);
            if (!cases[i].on_line)
                continue;
            const struct scene_text *line = line_at(scene, mark.boxes[0]);
            if (!line)
                fail_msg("%s: the box stands on no line", cases[i].span);
            if (display == 0 && !str_starts(line->line.text, cases[i].on_line))
                fail_msg("%s: on \"%.*s\"", cases[i].span, STR_ARG(line->line.text));
        }
    }
}

/* Letters of half an em, so that the place can be counted. */
static void a_box_is_as_wide_as_its_words(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct item item = made_item(made);
    struct strong strong = { 0, 4 };
    item.announcement.summary = (struct str){ 0 };
    item.announcement.blocks[0].text = STR("Tule nyt mukaan.");
    item.announcement.blocks[0].strong = &strong;
    item.announcement.blocks[0].strong_count = 1;
    const struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
    struct finding finding = finding_about("content", "nyt", 5);
    struct mark mark = mark_find(made->arena, scene, context.measure, &item.announcement, &finding);
    assert_int_equal(mark.count, 1);
    const struct scene_text *line = line_at(scene, mark.boxes[0]);
    double em = line->line.size, air = 0.06 * em;
    double from = line->box.x + 4 * SQUARE_BOLD * em + SQUARE_REGULAR * em;
    assert_true(mark.boxes[0].x >= from - air - 2 && mark.boxes[0].x <= from - air + 1);
    assert_true(mark.boxes[0].width >= 1.5 * em && mark.boxes[0].width <= 1.5 * em + 2 * air + 2);
}

static void words_over_two_lines_have_two_boxes(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_FONTS);
    struct item item = made_item(made);
    item.announcement.blocks[0].text =
        STR("Ryhma kokoontuu joka viikko samassa paikassa ja samaan aikaan, ja uudet ihmiset "
            "ovat aina lampimasti tervetulleita mukaan koko vuoden ajan.");
    const struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
    struct finding finding = finding_about("content", item.announcement.blocks[0].text.at, 0);
    struct mark mark = mark_find(made->arena, scene, context.measure, &item.announcement, &finding);
    check_inside(scene, &mark);
    assert_true(mark.count >= 2);
    for (size_t i = 1; i < mark.count; i++)
        assert_true(mark.boxes[i].y > mark.boxes[i - 1].y);
}

/* The same word twice: the one that the sender's text means. */
static void the_place_in_the_text_chooses_between_equal_words(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_FONTS);
    struct item item = made_item(made);
    item.announcement.blocks = ARENA_ARRAY(made->arena, struct block, 2);
    item.announcement.block_count = 2;
    item.announcement.blocks[0] =
        (struct block){ .text = STR("Tule tanaan. Tule taas."), .line = 10, .column = 7 };
    item.announcement.blocks[1] =
        (struct block){ .text = STR("Tule viela."), .line = 11, .column = 7 };
    const struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
    static const struct {
        unsigned line;
        size_t start;
        const char *on_line;
    } cases[] = { { 10, 0, "Tule tanaan." }, { 10, 13, "Tule taas." }, { 11, 0, "Tule viela." } };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct finding finding = finding_about("content", "Tule", cases[i].start);
        finding.where.line = cases[i].line;
        finding.where.column = 7;
        struct mark mark =
            mark_find(made->arena, scene, context.measure, &item.announcement, &finding);
        assert_int_equal(mark.count, 1);
        assert_true(str_is(line_at(scene, mark.boxes[0])->line.text, cases[i].on_line));
    }
}

/* A finding keeps its words masked; the slide of the lobby shows them. */
static void masked_words_are_found_by_their_place(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_FONTS);
    struct item item = made_item(made);
    item.announcement.blocks[0].text = STR("Soita Matille. Kerro 131052-308T.");
    const struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
    struct finding finding = finding_about("content", "******-****", 21);
    struct mark mark = mark_find(made->arena, scene, context.measure, &item.announcement, &finding);
    assert_int_equal(mark.count, 1);
    assert_true(str_starts(line_at(scene, mark.boxes[0])->line.text, "Kerro"));
}

static void pictures_and_codes_are_marked_whole(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_FONTS);
    struct item item = made_item(made);
    const struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
    struct box picture = scene_find(scene, SCENE_PICTURE)->picture.box;
    struct box code = scene_find(scene, SCENE_QR)->qr.box;
    struct finding about_alt = finding_about("img alt", "kuva", 0);
    struct finding about_link = finding_about("link", "https", 0);
    struct mark mark =
        mark_find(made->arena, scene, context.measure, &item.announcement, &about_alt);
    assert_int_equal(mark.count, 1);
    assert_memory_equal(&mark.boxes[0], &picture, sizeof picture);
    mark = mark_find(made->arena, scene, context.measure, &item.announcement, &about_link);
    assert_int_equal(mark.count, 1);
    assert_memory_equal(&mark.boxes[0], &code, sizeof code);
}

static void right_to_left_words_stand_at_the_right(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_FONTS);
    struct item item = made_item(made);
    item.announcement.language = LANGUAGE_AR;
    item.announcement.title = STR("تعال إلينا");
    struct finding finding = finding_about("title", "تعال", 0);
    finding.span_length = 4;
    const struct scene *scene = layout_announcement(made->arena, &context, &item, 0);
    struct mark mark = mark_find(made->arena, scene, context.measure, &item.announcement, &finding);
    assert_int_equal(mark.count, 1);
    const struct scene_text *line = line_at(scene, mark.boxes[0]);
    assert_true(line->line.right_to_left);
    int right = line->box.x + line->box.width;
    assert_true(mark.boxes[0].x + mark.boxes[0].width >= right - 2);
}

int mark_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_where_they_stand),
        cmocka_unit_test(a_box_is_as_wide_as_its_words),
        cmocka_unit_test(words_over_two_lines_have_two_boxes),
        cmocka_unit_test(the_place_in_the_text_chooses_between_equal_words),
        cmocka_unit_test(masked_words_are_found_by_their_place),
        cmocka_unit_test(pictures_and_codes_are_marked_whole),
        cmocka_unit_test(right_to_left_words_stand_at_the_right),
    };
    return cmocka_run_group_tests_name("mark", tests, made_open, made_close);
}
