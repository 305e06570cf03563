/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words are looked for in the lines of the scene, letter by letter and without regard to
 * blanks, hyphens and case, since layout breaks lines there and starts facts with a capital. Lines
 * could have carried their place in the sender's text instead; but facts are put together from
 * several texts, and the slide's own form of a date or a number has no such place. Of several
 * finds the one nearest to where the sender wrote it counts.
 */
#include "layout/mark.h"

#include "base/utf8.h"

#include <math.h>

#define NO_BREAK_SPACE 0x00A0
#define SOFT_HYPHEN 0x00AD
#define NARROW_SPACE 0x202F
#define BULLET 0x2022
#define MARK_HEIGHT 1.22 /* em: from over the dots of capitals to under a "g" */
#define MARK_ROOM 0.06   /* em, at both ends of the words */

/* One letter of the scene's lines, or of the words. */
struct letter {
    uint32_t point; /* lower case */
    size_t line;    /* index into the lines */
    size_t from, to;
};

struct letters {
    struct letter *at;
    size_t count;
};

struct search {
    struct arena *arena;
    struct measure *measure;
    const struct scene_text **lines;
    size_t line_count;
    struct letters letters;
};

static bool is_passed_over(uint32_t point)
{
    return utf8_is_space(point) || point == NO_BREAK_SPACE || point == NARROW_SPACE ||
           point == SOFT_HYPHEN || point == BULLET || point == '-';
}

static void add_letters(struct arena *arena, struct letters *letters, struct str text, size_t line)
{
    struct str rest = text;
    uint32_t point;
    size_t from = 0;
    while (utf8_next(&rest, &point)) {
        size_t to = text.bytes - rest.bytes;
        if (!is_passed_over(point))
            *ARENA_PUSH(arena, letters->at, letters->count) =
                (struct letter){ utf8_lower(point), line, from, to };
        from = to;
    }
}

/* How many letters a text has in this sense. */
static size_t letter_count(struct str text)
{
    size_t count = 0;
    uint32_t point;
    while (utf8_next(&text, &point))
        count += !is_passed_over(point);
    return count;
}

/* ---- what the finding speaks of ------------------------------------------------------------ */

/* "it:where name" → "it:where" */
static struct str element_name(const struct finding *finding)
{
    struct str rest = finding->where.element, name = { 0 };
    str_next(&rest, ' ', &name);
    return name;
}

/* The sender's text of an element that stands on the slide as it was written, and how many letters
 * of the same element stand before it. False for one that the slide puts together. */
static bool written_text(const struct announcement *announcement, const struct finding *finding,
                         struct str *ret_text, size_t *ret_before)
{
    struct str name = element_name(finding);
    *ret_before = 0;
    if (str_is(name, "title"))
        *ret_text = announcement->title;
    else if (str_is(name, "summary"))
        *ret_text = announcement->summary;
    else if (!str_is(name, "content"))
        return false;
    for (size_t i = 0; str_is(name, "content"); i++) {
        if (i == announcement->block_count)
            return false;
        const struct block *block = &announcement->blocks[i];
        *ret_text = block->text;
        if (block->line == finding->where.line && block->column == finding->where.column)
            break;
        *ret_before += letter_count(block->text);
    }
    return true;
}

/* A finding keeps its words masked where they hold an identity code; here the slide's are wanted.
 */
static struct str words_of(const struct announcement *announcement, const struct finding *finding,
                           size_t *ret_before)
{
    struct str text;
    *ret_before = 0;
    if (finding->span_length == 0 || !written_text(announcement, finding, &text, ret_before))
        return finding->span;
    size_t from = utf8_head(text, finding->span_start).bytes;
    struct str head = str_slice(text, 0, from);
    *ret_before += letter_count(head);
    return utf8_head(str_slice(text, from, text.bytes), finding->span_length);
}

/* ---- lines --------------------------------------------------------------------------------- */

/* "1." before an item of a list, which is the slide's own. */
static bool is_list_number(struct str text)
{
    int number;
    return str_ends(text, ".") && str_to_number(str_slice(text, 0, text.bytes - 1), &number);
}

static bool is_line_of(const struct scene_text *text, struct str name)
{
    if (text->role == SCENE_LABEL || is_list_number(text->line.text))
        return false;
    if (str_is(name, "author"))
        return text->role == SCENE_FOOTER;
    return text->source.bytes > 0 && str_equal(text->source, name);
}

static void find_lines(struct search *search, const struct scene *scene, struct str name)
{
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_part *part = &scene->parts[i];
        if (part->kind != SCENE_TEXT || !is_line_of(&part->text, name))
            continue;
        add_letters(search->arena, &search->letters, part->text.line.text, search->line_count);
        *ARENA_PUSH(search->arena, search->lines, search->line_count) = &part->text;
    }
}

static double piece_width(const struct search *search, const struct line *line, size_t from,
                          size_t to, bool strong)
{
    enum weight weight = strong ? WEIGHT_BOLD : line->weight;
    struct str piece = str_slice(line->text, from, to - from);
    return piece.bytes ? search->measure->ops->width(search->measure, piece, weight, line->size)
                       : 0;
}

/* Width of the first bytes of a line, px. */
static double width_until(const struct search *search, const struct line *line, size_t bytes)
{
    double width = 0;
    size_t done = 0;
    for (size_t i = 0; i < line->strong_count && done < bytes; i++) {
        size_t start = line->strong[i].start, end = start + line->strong[i].bytes;
        start = start < bytes ? start : bytes;
        end = end < bytes ? end : bytes;
        if (start < done)
            continue;
        width += piece_width(search, line, done, start, false);
        width += piece_width(search, line, start, end, true);
        done = end;
    }
    return width + piece_width(search, line, done, bytes, false);
}

/* Some bytes of a line as a box, where paint/ draws them. */
static struct box line_box(const struct search *search, const struct scene_text *text, size_t from,
                           size_t to)
{
    double all = width_until(search, &text->line, text->line.text.bytes);
    double before = width_until(search, &text->line, from);
    double width = width_until(search, &text->line, to) - before;
    double room = text->box.width - all, start = text->box.x;
    if (text->align == ALIGN_CENTRE)
        start += room / 2;
    else if ((text->align == ALIGN_END) != text->line.right_to_left)
        start += room;
    start += text->line.right_to_left ? all - before - width : before;
    double air = text->line.size * MARK_ROOM, high = text->line.size * MARK_HEIGHT;
    high = fmin(high, fmax(text->box.height, text->line.size));
    return (struct box){ (int)floor(start - air),
                         (int)floor(text->box.y + (text->box.height - high) / 2),
                         (int)ceil(width + 2 * air), (int)ceil(high) };
}

/* ---- boxes --------------------------------------------------------------------------------- */

static struct box within(const struct scene *scene, struct box box)
{
    int right = box.x + box.width, bottom = box.y + box.height;
    box.x = box.x > 0 ? box.x : 0;
    box.y = box.y > 0 ? box.y : 0;
    box.width = (right < scene->width ? right : scene->width) - box.x;
    box.height = (bottom < scene->height ? bottom : scene->height) - box.y;
    return box;
}

static void add_box(struct arena *arena, const struct scene *scene, struct mark *mark,
                    struct box box)
{
    box = within(scene, box);
    if (box.width > 0 && box.height > 0)
        *ARENA_PUSH(arena, mark->boxes, mark->count) = box;
}

static struct box around(struct box a, struct box b)
{
    int right = a.x + a.width > b.x + b.width ? a.x + a.width : b.x + b.width;
    int bottom = a.y + a.height > b.y + b.height ? a.y + a.height : b.y + b.height;
    a.x = a.x < b.x ? a.x : b.x;
    a.y = a.y < b.y ? a.y : b.y;
    a.width = right - a.x;
    a.height = bottom - a.y;
    return a;
}

static void mark_whole_lines(const struct search *search, const struct scene *scene,
                             struct mark *mark)
{
    struct box all = { 0 };
    for (size_t i = 0; i < search->line_count; i++) {
        const struct scene_text *text = search->lines[i];
        struct box box = line_box(search, text, 0, text->line.text.bytes);
        all = i == 0 ? box : around(all, box);
    }
    if (search->line_count > 0)
        add_box(search->arena, scene, mark, all);
}

static bool stands_at(const struct letters *letters, size_t at, const struct letters *words)
{
    for (size_t i = 0; i < words->count; i++)
        if (letters->at[at + i].point != words->at[i].point)
            return false;
    return true;
}

/* The find that is nearest to the letter where the sender wrote it. */
static bool nearest_find(const struct letters *letters, const struct letters *words, size_t wanted,
                         size_t *ret_at)
{
    size_t best = SIZE_MAX;
    for (size_t at = 0; at + words->count <= letters->count; at++) {
        size_t far = at > wanted ? at - wanted : wanted - at;
        if (far < best && stands_at(letters, at, words)) {
            best = far;
            *ret_at = at;
        }
    }
    return best != SIZE_MAX;
}

static void mark_letters(const struct search *search, const struct scene *scene, size_t at,
                         size_t count, struct mark *mark)
{
    const struct letter *letters = search->letters.at + at;
    for (size_t i = 0, first = 0; i < count; i++) {
        if (i + 1 < count && letters[i + 1].line == letters[first].line)
            continue;
        const struct scene_text *text = search->lines[letters[first].line];
        add_box(search->arena, scene, mark,
                line_box(search, text, letters[first].from, letters[i].to));
        first = i + 1;
    }
}

static void mark_parts(struct arena *arena, const struct scene *scene, enum scene_kind kind,
                       struct mark *mark)
{
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_part *part = &scene->parts[i];
        if (part->kind == kind)
            add_box(arena, scene, mark, kind == SCENE_QR ? part->qr.box : part->picture.box);
    }
}

/* The address of the code stands under another name when it is that of signing up. */
static bool is_about_code(const struct announcement *announcement, const struct finding *finding)
{
    struct str element = finding->where.element;
    return str_is(element, "link") ||
           (str_is(element, "it:signup href") && announcement->link.bytes == 0);
}

struct mark mark_find(struct arena *arena, const struct scene *scene, struct measure *measure,
                      const struct announcement *announcement, const struct finding *finding)
{
    struct search search = { .arena = arena, .measure = measure };
    struct mark mark = { 0 };
    struct letters words = { 0 };
    struct str name = element_name(finding);
    size_t before, at;
    if (str_is(name, "img") || is_about_code(announcement, finding)) {
        mark_parts(arena, scene, str_is(name, "img") ? SCENE_PICTURE : SCENE_QR, &mark);
        return mark;
    }
    find_lines(&search, scene, name);
    add_letters(arena, &words, words_of(announcement, finding, &before), 0);
    if (words.count > 0 && nearest_find(&search.letters, &words, before, &at))
        mark_letters(&search, scene, at, words.count, &mark);
    else
        mark_whole_lines(&search, scene, &mark);
    return mark;
}
