/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * XHTML without a browser. A row of a table says what an element means here; everything else is
 * the rule of white space: it runs together into one space, and is nothing at the ends of a line.
 * No-break spaces and soft hyphens are letters that the author chose.
 *
 * A list item is one block whatever stands in it, because in joint material an item is a card:
 * paragraphs and lists inside become lines of it.
 */
#include "feed/read_content.h"

/* Unknown elements that are named; the hundredth <span> tells nobody more. */
#define UNKNOWN_NAMED_MAX 20
#define CONTENT_BYTES_MAX FEED_BYTES_MAX /* nothing that came through the door is longer */

enum meaning {
    MEANS_NOTHING, /* unknown: its text stays in the line */
    MEANS_LINE,    /* unknown: its text stays on a line of its own */
    MEANS_PARAGRAPH,
    MEANS_BULLETS,
    MEANS_NUMBERS,
    MEANS_ITEM,
    MEANS_STRONG,
    MEANS_BREAK,
    MEANS_PICTURE,
    MEANS_HARM,
    MEANS_FONT,  /* letters of its own: its text stays in the line */
    MEANS_MOVES, /* moving text: likewise */
};

static const struct {
    const char *name;
    enum meaning meaning;
} elements[] = {
    { "p", MEANS_PARAGRAPH },     { "ul", MEANS_BULLETS },    { "ol", MEANS_NUMBERS },
    { "li", MEANS_ITEM },         { "strong", MEANS_STRONG }, { "br", MEANS_BREAK },
    { "img", MEANS_PICTURE },     { "font", MEANS_FONT },     { "basefont", MEANS_FONT },
    { "marquee", MEANS_MOVES },   { "blink", MEANS_MOVES },

    { "script", MEANS_HARM },     { "style", MEANS_HARM },    { "object", MEANS_HARM },
    { "iframe", MEANS_HARM },     { "frame", MEANS_HARM },    { "frameset", MEANS_HARM },
    { "embed", MEANS_HARM },      { "applet", MEANS_HARM },   { "form", MEANS_HARM },
    { "input", MEANS_HARM },      { "button", MEANS_HARM },   { "select", MEANS_HARM },
    { "textarea", MEANS_HARM },   { "link", MEANS_HARM },     { "meta", MEANS_HARM },
    { "base", MEANS_HARM },       { "audio", MEANS_HARM },    { "video", MEANS_HARM },
    { "source", MEANS_HARM },     { "track", MEANS_HARM },    { "canvas", MEANS_HARM },
    { "svg", MEANS_HARM },        { "math", MEANS_HARM },     { "template", MEANS_HARM },
    { "portal", MEANS_HARM },     { "noscript", MEANS_HARM }, { "dialog", MEANS_HARM },

    { "div", MEANS_LINE },        { "h1", MEANS_LINE },       { "h2", MEANS_LINE },
    { "h3", MEANS_LINE },         { "h4", MEANS_LINE },       { "h5", MEANS_LINE },
    { "h6", MEANS_LINE },         { "section", MEANS_LINE },  { "article", MEANS_LINE },
    { "header", MEANS_LINE },     { "footer", MEANS_LINE },   { "blockquote", MEANS_LINE },
    { "pre", MEANS_LINE },        { "address", MEANS_LINE },  { "dl", MEANS_LINE },
    { "dt", MEANS_LINE },         { "dd", MEANS_LINE },       { "table", MEANS_LINE },
    { "tr", MEANS_LINE },         { "hr", MEANS_LINE },       { "figure", MEANS_LINE },
    { "figcaption", MEANS_LINE }, { "center", MEANS_LINE },
};

/* What is read so far. */
struct content {
    struct reader *reader;
    struct announcement *announcement;
    size_t unknown_count;

    bool is_open; /* a block, which has this kind, place and text: */
    bool is_item;
    struct block block;
    struct text text;
    bool space_waits; /* white space and line ends before the next letter */
    unsigned breaks_wait;

    unsigned strong_depth;
    bool strong_started;
    size_t strong_start;
};

/* Blocks */

static void close_strong(struct content *content)
{
    if (!content->strong_started)
        return;
    content->strong_started = false;
    struct block *block = &content->block;
    struct strong *strong = ARENA_PUSH(content->reader->arena, block->strong, block->strong_count);
    strong->start = content->strong_start;
    strong->bytes = content->text.bytes - content->strong_start;
}

static void close_block(struct content *content)
{
    if (!content->is_open)
        return;
    close_strong(content);
    content->is_open = false;
    content->is_item = false;
    if (content->text.bytes == 0)
        return;
    content->block.text = text_str(&content->text);
    struct announcement *announcement = content->announcement;
    *ARENA_PUSH(content->reader->arena, announcement->blocks, announcement->block_count) =
        content->block;
}

static void open_block(struct content *content, const xmlNode *element, enum block_kind kind)
{
    close_block(content);
    struct place place = xml_place(content->reader->doc, element);
    content->is_open = true;
    content->block = (struct block){ .kind = kind, .line = place.line, .column = place.column };
    content->text = text_new(content->reader->arena, CONTENT_BYTES_MAX);
    content->space_waits = false;
    content->breaks_wait = 0;
}

/* What waits before the next letters: nothing at the start of a block, line ends before spaces. */
static void add_waiting(struct content *content)
{
    if (content->text.bytes > 0 && content->breaks_wait > 0)
        for (unsigned i = 0; i < content->breaks_wait; i++)
            text_add(&content->text, STR("\n"));
    else if (content->text.bytes > 0 && content->space_waits)
        text_add(&content->text, STR(" "));
    content->space_waits = false;
    content->breaks_wait = 0;
}

static void add_letters(struct content *content, const xmlNode *element, struct str letters)
{
    if (!content->is_open)
        open_block(content, element, BLOCK_PARAGRAPH);
    add_waiting(content);
    if (content->strong_depth > 0 && !content->strong_started) {
        content->strong_started = true;
        content->strong_start = content->text.bytes;
    }
    text_add(&content->text, letters);
}

static void add_text(struct content *content, const xmlNode *element, struct str text)
{
    static const char blanks[] = " \t\r\n";
    while (text.bytes > 0) {
        size_t run = 0;
        while (run < text.bytes && !memchr(blanks, text.at[run], sizeof blanks - 1))
            run++;
        if (run > 0) {
            add_letters(content, element, str_slice(text, 0, run));
            text = str_slice(text, run, text.bytes);
            continue;
        }
        content->space_waits = true;
        text = str_slice(text, 1, text.bytes);
    }
}

/* What follows stands on a line of its own: of the open item, or in another block. */
static void end_line(struct content *content)
{
    if (!content->is_item)
        close_block(content);
    else if (content->breaks_wait == 0)
        content->breaks_wait = 1;
}

/* Elements */

/* What could do harm does so in any namespace: SVG has scripts too. */
static enum meaning meaning_of(const xmlNode *element)
{
    struct str name = str_of((const char *)element->name);
    for (size_t i = 0; i < ARRAY_LEN(elements); i++) {
        if (!str_is(name, elements[i].name))
            continue;
        bool is_meant = node_is_in(element, NS_XHTML) || elements[i].meaning == MEANS_HARM;
        return is_meant ? elements[i].meaning : MEANS_NOTHING;
    }
    return MEANS_NOTHING;
}

static void say_markup(struct content *content, enum finding_code code, const xmlNode *element,
                       struct str name)
{
    if (code == FINDING_MARKUP_UNKNOWN && ++content->unknown_count > UNKNOWN_NAMED_MAX)
        return;
    reader_say(content->reader, code, element, &name, 1);
}

/* What a style does that no element may: letters of its own, movement. */
static void check_style(struct content *content, const xmlNode *element)
{
    static const struct {
        const char *word;
        enum finding_code code;
    } words[] = {
        { "font", FINDING_FONT_OTHER },
        { "animation", FINDING_TEXT_MOVES },
        { "marquee", FINDING_TEXT_MOVES },
    };
    struct str style = reader_text(content->reader, element, "style");
    for (size_t i = 0; i < ARRAY_LEN(words); i++)
        if (str_find(style, str_of(words[i].word)) >= 0)
            say_markup(content, words[i].code, element, STR("style"));
}

/* "onclick" and its like: the feed repeats the text for readers that are browsers. */
static void check_handlers(struct content *content, const xmlNode *element)
{
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
        struct str name = str_of((const char *)attribute->name);
        if (!attribute->ns && str_starts(name, "on"))
            say_markup(content, FINDING_MARKUP_FORBIDDEN, element,
                       reader_label(content->reader, element, name.at));
    }
}

static void read_children(struct content *content, const xmlNode *parent, enum block_kind items);

/* An element that has lines of its own: a block, or within an item lines of the item. */
static void read_lines(struct content *content, const xmlNode *element, enum block_kind kind)
{
    if (content->is_item) {
        end_line(content);
        read_children(content, element, kind);
        end_line(content);
        return;
    }
    open_block(content, element, kind);
    content->is_item = kind != BLOCK_PARAGRAPH;
    read_children(content, element, kind);
    close_block(content);
}

static void read_list(struct content *content, const xmlNode *list, enum block_kind kind)
{
    if (content->is_item)
        say_markup(content, FINDING_MARKUP_UNKNOWN, list, xml_name(content->reader->doc, list));
    end_line(content);
    read_children(content, list, kind);
}

static void read_strong(struct content *content, const xmlNode *strong, enum block_kind items)
{
    content->strong_depth++;
    read_children(content, strong, items);
    if (--content->strong_depth == 0)
        close_strong(content);
}

static void read_picture(struct content *content, const xmlNode *image)
{
    struct announcement *announcement = content->announcement;
    if (announcement->has_picture) {
        reader_say_twice(content->reader, image, STR("img"));
        return;
    }
    struct str href;
    if (!reader_need(content->reader, image, "src", &href))
        return;
    struct place place = xml_place(content->reader->doc, image);
    announcement->has_picture = true;
    announcement->picture = (struct picture){ .href = href,
                                              .alt = reader_text(content->reader, image, "alt"),
                                              .line = place.line,
                                              .column = place.column };
}

static void read_unknown(struct content *content, const xmlNode *element, enum meaning meaning,
                         enum block_kind items)
{
    enum finding_code code = meaning == MEANS_FONT    ? FINDING_FONT_OTHER
                             : meaning == MEANS_MOVES ? FINDING_TEXT_MOVES
                                                      : FINDING_MARKUP_UNKNOWN;
    say_markup(content, code, element, xml_name(content->reader->doc, element));
    if (meaning == MEANS_LINE)
        end_line(content);
    read_children(content, element, items);
    if (meaning == MEANS_LINE)
        end_line(content);
}

static void read_element(struct content *content, const xmlNode *element, enum block_kind items)
{
    enum meaning meaning = meaning_of(element);
    check_handlers(content, element);
    check_style(content, element);
    switch (meaning) {
    case MEANS_PARAGRAPH:
        read_lines(content, element, BLOCK_PARAGRAPH);
        break;
    case MEANS_ITEM:
        read_lines(content, element, items);
        break;
    case MEANS_BULLETS:
        read_list(content, element, BLOCK_BULLET);
        break;
    case MEANS_NUMBERS:
        read_list(content, element, BLOCK_NUMBERED);
        break;
    case MEANS_STRONG:
        read_strong(content, element, items);
        break;
    case MEANS_BREAK:
        content->breaks_wait++;
        break;
    case MEANS_PICTURE:
        read_picture(content, element);
        break;
    case MEANS_HARM:
        say_markup(content, FINDING_MARKUP_FORBIDDEN, element,
                   xml_name(content->reader->doc, element));
        break;
    case MEANS_NOTHING:
    case MEANS_LINE:
    case MEANS_FONT:
    case MEANS_MOVES:
        read_unknown(content, element, meaning, items);
        break;
    }
}

/* items: the kind of block that an <li> is here. */
static void read_children(struct content *content, const xmlNode *parent, enum block_kind items)
{
    for (const xmlNode *node = parent->children; node; node = node->next) {
        if (node->type == XML_ELEMENT_NODE)
            read_element(content, node, items);
        else if (node->type == XML_TEXT_NODE && node->content)
            add_text(content, parent, str_of((const char *)node->content));
    }
}

/* Atom allows one <div> in the content and nothing beside it. */
static const xmlNode *find_div(struct reader *reader, const xmlNode *element)
{
    const xmlNode *div = node_find(element, NS_XHTML, "div");
    if (!div)
        reader_say_missing(reader, element, STR("div"));
    for (const xmlNode *node = node_first(element); div && node; node = node_next(node))
        if (node != div)
            reader_say_unknown(reader, node, STR("div"));
    return div;
}

void content_read(struct reader *reader, const xmlNode *element, struct announcement *announcement)
{
    struct str type = reader_text(reader, element, "type");
    if (!str_is(type, "xhtml")) {
        struct str written = type.bytes > 0 ? type : STR("text"); /* Atom's own default */
        reader_say(reader, FINDING_MARKUP_TYPE, element, &written, 1);
        return;
    }
    const xmlNode *div = find_div(reader, element);
    if (!div)
        return;
    struct content content = { .reader = reader, .announcement = announcement };
    check_handlers(&content, div);
    read_children(&content, div, BLOCK_BULLET);
    close_block(&content);
}

const xmlNode *content_picture(const xmlNode *element)
{
    for (const xmlNode *node = node_first(element); node; node = node_next(node)) {
        const xmlNode *found = node_is(node, NS_XHTML, "img") ? node : content_picture(node);
        if (found)
            return found;
    }
    return NULL;
}
