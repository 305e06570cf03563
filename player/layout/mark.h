/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where on a slide the thing stands that a finding is about: for the numbered marks of the report
 * and for the preview. Pure: a scene, an announcement and a finding go in, boxes come out.
 */
#pragma once

#include "layout/scene.h"

/* The boxes of one finding, in reading order. */
struct mark {
    struct box *boxes; /* px of the scene, within it; in the arena */
    size_t count;      /* 0: it stands nowhere on this slide, as a fact that is missing */
};

/*
 * Looks for the words of a finding (its span), a box a line. Without words, or where the slide
 * writes them otherwise than the sender (a phone number), one box round the whole element; round
 * the picture for what is said of it, round the code for a web address.
 *
 * measure       the one that the scene was laid out with.
 * announcement  the one that it was made from, as the rules have seen it.
 */
struct mark mark_find(struct arena *arena, const struct scene *scene, struct measure *measure,
                      const struct announcement *announcement, const struct finding *finding);
