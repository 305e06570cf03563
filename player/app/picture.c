/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See picture.h. Scaled once, when the medium arrives, and kept so. */
#include "app/picture.h"

#include "base/file.h"

static bool scale_down(struct pixels *whole, const struct display *display,
                       struct pixels *ret_pixels)
{
    int width = display_seen_width(display), height = display_seen_height(display);
    struct pixels scaled;
    scale_fit(whole->width, whole->height, &width, &height);
    if (width == whole->width && height == whole->height) {
        *ret_pixels = *whole;
        *whole = (struct pixels){ 0 };
        return true;
    }
    if (!pixels_new(width, height, &scaled))
        return false;
    struct crop all = { 0, 0, whole->width, whole->height };
    scale_into(whole, all, scaled.at, width, height, width);
    *ret_pixels = scaled;
    return true;
}

static enum picture_outcome decode(struct decoder *decoder, struct str bytes, struct str name,
                                   const struct display *display, struct report *report,
                                   struct ready_picture *ret_picture)
{
    struct ready_picture ready;
    struct pixels whole;
    size_t most = (size_t)report_limit(report, RULE_FILE_SIZE);
    if (!probe_picture(bytes, name, most, report, &ready.probe))
        return PICTURE_REFUSED;
    switch (decoder_decode(decoder, bytes, &ready.probe, &whole)) {
    case DECODE_DAMAGED: {
        struct place place = { .file = name };
        finding_arg(report, report_add(report, FINDING_PICTURE_DAMAGED, place), name);
        return PICTURE_REFUSED;
    }
    case DECODE_FAILED:
        return PICTURE_LATER;
    case DECODE_OK:
        break;
    }
    bool scaled = scale_down(&whole, display, &ready.pixels);
    if (whole.at)
        pixels_free(&whole);
    if (!scaled)
        return PICTURE_LATER;
    *ret_picture = ready;
    return PICTURE_READY;
}

/* media/ knows only the picture's name; people look for the line that names it. */
enum picture_outcome picture_prepare(struct decoder *decoder, struct str bytes,
                                     const struct announcement *announcement,
                                     const struct display *display, struct report *report,
                                     struct ready_picture *ret_picture)
{
    size_t before = report->count;
    enum picture_outcome outcome =
        decode(decoder, bytes, announcement->picture.href, display, report, ret_picture);
    for (size_t i = before; i < report->count; i++) {
        report->findings[i].where = (struct place){
            .file = announcement->where.file,
            .line = announcement->picture.line,
            .column = announcement->picture.column,
            .element = STR("img"),
        };
    }
    return outcome;
}

const char *picture_ending_of(struct str media_type, struct str name)
{
    static const enum picture_type types[] = { PICTURE_PNG, PICTURE_JPEG, PICTURE_WEBP };
    struct str ending = file_ending_of(name);
    for (size_t i = 0; i < ARRAY_LEN(types); i++) {
        if (str_is(media_type, picture_media_type(types[i])))
            return picture_ending(types[i]);
    }
    for (size_t i = 0; i < ARRAY_LEN(types); i++) {
        const char *known = picture_ending(types[i]);
        if (str_ends(ending, known))
            return known;
    }
    return str_is(ending, ".jpeg") ? "jpg" : "bin";
}
