/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A picture without what it tells of its maker: place, device, owner, names beside faces, comments,
 * and what phones put behind the picture. The pixels are not touched, byte for byte.
 */
#pragma once

#include "base/str.h"
#include "media/picture_facts.h"

/*
 * A copy in the arena; orientation and colour profile stay.
 *
 * probe  what probe_picture read of these very bytes.
 *
 * Answers the bytes themselves when nothing had to go, or when what is left would not be a whole
 * picture of the same size and turn.
 */
struct str picture_strip(struct arena *arena, struct str bytes,
                         const struct probe *probe) NODISCARD;
