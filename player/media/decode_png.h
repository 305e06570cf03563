/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PNG by libpng itself. */
#pragma once

#include "base/attrs.h"
#include "media/decode_protocol.h"

/*
 * Decodes a PNG and turns it upright.
 *
 * to  width × height pixels.
 */
enum decode_status decode_png(const struct decode_request *request, const void *file,
                              uint32_t *to) NODISCARD;
