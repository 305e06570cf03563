/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A slide as boxes: what is drawn where, in px from the top left. Made by layout.h from an
 * announcement, turned into pixels by paint/. Pure data; all of it belongs to one arena.
 */
#pragma once

#include "model/profile.h"
#include "text/fonts.h"

struct box {
    int x, y, width, height;
};

enum align { ALIGN_START, ALIGN_END, ALIGN_CENTRE }; /* start: left, or right for rtl text */

/* What a text is on the slide. X(CODE, name for findings and tests) */
#define SCENE_ROLE_LIST(X)                                                                         \
    X(HEADER, "header")                                                                            \
    X(TITLE, "title")                                                                              \
    X(BODY, "content")                                                                             \
    X(LABEL, "label")                                                                              \
    X(FACT, "fact")                                                                                \
    X(CARD, "card")                                                                                \
    X(ADDRESS, "address")                                                                          \
    X(FOOTER, "footer")                                                                            \
    X(STRIP, "strip")                                                                              \
    X(BAND, "band")

#define X(code, ...) SCENE_##code,
enum scene_role { SCENE_ROLE_LIST(X) SCENE_ROLE_COUNT };
#undef X

struct scene_text {
    struct box box; /* the line box: its height is the line pitch, capitals stand in its middle */
    struct line line;
    struct colour colour;
    enum align align;
    enum scene_role role;
    struct str source; /* "title", "it:when" …: the element of the announcement */
};

enum scene_symbol { SYMBOL_CANCELLED, SYMBOL_WARNING };

enum scene_kind { SCENE_FILL, SCENE_TEXT, SCENE_PICTURE, SCENE_QR, SCENE_SYMBOL };

/* One thing to draw, in order: later ones lie over earlier ones. */
struct scene_part {
    enum scene_kind kind;
    union {
        struct {
            struct box box;
            struct colour colour;
        } fill;
        struct scene_text text;
        struct {
            struct box box; /* filled; the picture is cropped to its ratio */
        } picture;
        struct {
            struct box box; /* with the quiet zone of 4 modules, all white */
            struct str payload;
            int modules; /* a side, without the quiet zone */
            int module_px;
            const uint8_t *cells; /* modules × modules, rows from the top; 1 is dark */
        } qr;
        struct {
            struct box box;
            struct colour ink, ground;
            enum scene_symbol symbol;
        } symbol;
    };
};

struct scene {
    int width, height; /* px, as people see the display */
    struct colour ground;
    struct scene_part *parts;
    size_t count;

    /* What the rules ask of it. */
    double letter_size;     /* em of the smallest letters of the announcement, px */
    double letter_size_min; /* least em that the display allows, px */
    int characters_over;    /* about so many must go before all fits; 0: it fits */
    struct str wide_word;   /* a word that fits on no line; empty for none */
    double picture_cropped; /* share of the picture that is cut away, 0 to 1 */
    int fact_lines;         /* lines of facts and contact, for the reading time */
    int text_characters;    /* of title, lead and body, spaces counted */
    int page, pages;        /* of joint material, from 0 */
};
