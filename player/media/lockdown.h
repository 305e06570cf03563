/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes from a process what a decoder has no use for. There is no way back. */
#pragma once

#include "base/attrs.h"

#include <stdbool.h>
#include <stddef.h>

/* An address sanitizer needs terabytes of address space and its own complaints on standard error.
 */
#if defined(__SANITIZE_ADDRESS__)
#define LOCKDOWN_IS_SANITIZED true
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LOCKDOWN_IS_SANITIZED true
#endif
#endif
#ifndef LOCKDOWN_IS_SANITIZED
#define LOCKDOWN_IS_SANITIZED false
#endif

struct lockdown {
    size_t own_bytes;   /* address space taken before the first picture */
    size_t most_bytes;  /* the hard limit, which the process cannot raise */
    bool filters_calls; /* false where the kernel cannot */
    bool limits_memory; /* false under a sanitizer */
};

/*
 * Call it when libraries are loaded and have done their first work. Afterwards the process may
 * compute, take memory, and read, write and close what is open; any other system call ends it with
 * SIGSYS. It ends with its parent (that is: with the thread that started it).
 *
 * False: a limit could not be set; the process must not go on.
 */
bool lockdown_enter(struct lockdown *ret_lockdown) NODISCARD;

/*
 * Limits memory to that of the start and `extra` bytes, for one picture.
 * False: the kernel refused.
 */
bool lockdown_memory(const struct lockdown *lockdown, size_t extra) NODISCARD;
