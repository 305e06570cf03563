/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk as a window: a state goes in, boxes come out. Pure. */
#pragma once

#include "preview/desk.h"
#include "preview/ui.h"

/* Below this, in px, findings and keys have no room and only the slide is shown. */
#define VIEW_WIDTH_MIN 880
#define VIEW_HEIGHT_MIN 540

/*
 * Draws everything into an empty window; what can be pressed is in its hits. Texts and parts are of
 * the window's arena, slides those of the desk: neither may go before the window is painted.
 */
void view_desk(struct ui *ui, const struct desk *desk);
