/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Approved announcements looked at together, before they are published. */
#pragma once

#include "app/approved.h"

/*
 * Says on standard error which of the announcements that will be published have one room at one
 * time, and which versions of one announcement say other things. Stops nothing.
 */
void publish_warn_together(const struct approved_folder *folder);
