/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an operation on the kept files came to. */
#pragma once

enum keep_outcome {
    KEEP_OK,
    KEEP_MISSING, /* not there */
    KEEP_DAMAGED, /* there, but not what it should be; counts as missing, worth a log line */
    KEEP_BUSY,    /* another process is updating */
    KEEP_FULL,    /* no space left */
    KEEP_DENIED,  /* no permission, read-only */
    KEEP_FAILED,  /* any other error */
};
