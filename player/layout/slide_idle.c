/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing to show just now: a calm slide with the centre's name and the time, never black. */
#include "layout/slides.h"

#include <math.h>

#define UNITS_IDLE 104
#define UNITS_NAME 60

struct scene *slide_idle(struct arena *arena, const struct layout_context *context)
{
    const struct profile *profile = context->profile;
    enum language language = profile->language_count ? profile->languages[0] : LANGUAGE_FI;
    struct frame frame = frame_start(arena, context, language);
    if (frame.scene->width > frame.scene->height)
        frame_bar(&frame);
    frame_header(&frame, frame.safe.x + frame.safe.width);
    struct flow text =
        flow_title(&frame, str_of(frame.wording->nothing_now), frame_px(&frame, UNITS_IDLE),
                   frame_px(&frame, UNITS_LETTER_MIN), frame.safe.width);
    for (size_t i = 0; i < text.count; i++)
        text.texts[i].align = ALIGN_CENTRE;
    int y = (frame.scene->height - text.height) / 2;
    flow_place(&frame, &text, frame.safe.x, y);
    for (size_t i = 1; i < profile->language_count && i < 3; i++) {
        const struct wording *other = wording_of(profile->languages[i]);
        double size = frame_px(&frame, UNITS_NAME);
        int pitch = (int)lround(size * PITCH_BODY);
        int top = y + text.height + frame_px(&frame, 40) + (int)(i - 1) * pitch;
        if (top + pitch > frame.safe.y + frame.safe.height)
            break; /* the centre's own language has been heard */
        frame_line(&frame, (struct box){ frame.safe.x, top, frame.safe.width, pitch },
                   str_of(other->nothing_now),
                   &(struct line_look){ SCENE_BODY, WEIGHT_REGULAR, size, frame.theme->ink,
                                        ALIGN_CENTRE });
    }
    return frame_finish(&frame);
}
