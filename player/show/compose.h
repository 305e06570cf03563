/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One slide from layout to pixels as the panel takes them. Belongs to the preparing thread. */
#pragma once

#include "rotate/rotation.h"
#include "show/generation.h"
#include "show/mailbox.h"

struct composer {
    struct fonts *fonts;
    struct keep *keep; /* NULL: no pictures */
    struct daily complaint;
};

/* The moment of a slide. */
struct composer_time {
    int64_t now; /* seconds since 1970 UTC */
    bool clock_is_real;
};

enum compose_outcome {
    COMPOSE_OK,
    COMPOSE_NO_PICTURE, /* the prepared picture is missing: another slide has to do */
    COMPOSE_NO_MEMORY,  /* for the pixels */
};

/*
 * Makes the slide of a slot (item NULL: the idle one) in the size of the order.
 *
 * slide  its pixels are made to fit; its play is a new one, or NULL for the idle slide. Untouched
 *        on COMPOSE_NO_PICTURE.
 */
enum compose_outcome compose_slide(struct composer *composer, const struct generation *generation,
                                   const struct slot *slot, const struct order *order,
                                   const struct composer_time *time, struct slide *slide) NODISCARD;
