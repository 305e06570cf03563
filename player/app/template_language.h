/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Languages that templates are written in. */
#pragma once

enum template_language { TEMPLATE_FI, TEMPLATE_SV, TEMPLATE_EN, TEMPLATE_LANGUAGE_COUNT };
