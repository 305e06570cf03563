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

enum picture_outcome picture_prepare(struct decoder *decoder, struct str bytes, struct str name,
                                     const struct display *display, struct report *report,
                                     struct pixels *ret_pixels)
{
    struct probe probe;
    struct pixels whole;
    size_t most = (size_t)report_limit(report, RULE_FILE_SIZE);
    if (!probe_picture(bytes, name, most, report, &probe))
        return PICTURE_REFUSED;
    switch (decoder_decode(decoder, bytes, &probe, &whole)) {
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
    bool scaled = scale_down(&whole, display, ret_pixels);
    if (whole.at)
        pixels_free(&whole);
    return scaled ? PICTURE_READY : PICTURE_LATER;
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
