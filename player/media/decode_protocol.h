/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the player and its decoder say to each other: messages over one SOCK_SEQPACKET socket, so
 * that each arrives whole or not at all.
 *
 *   child → player   hello, once, when it is locked in
 *   player → child   request, with two descriptors: the sealed file, the room for the pixels
 *   child → player   answer
 */
#pragma once

#include <stdint.h>

/* Where the child finds its socket. */
#define DECODE_SOCKET 3

/* Descriptors of the child: 0 to 3, and the two of a request. */
#define DECODE_DESCRIPTORS 2
#define DECODE_DESCRIPTORS_OPEN_MAX (DECODE_SOCKET + 1 + DECODE_DESCRIPTORS)

/* Changes with every change of the messages: after half an update the two may not fit. */
#define DECODE_VERSION 1u

/* A child is replaced after so many pictures, so that nothing can add up in it. */
#define DECODE_PICTURES_MAX 64

enum decode_lock {
    DECODE_LOCK_CALLS = 1,  /* system calls are filtered */
    DECODE_LOCK_MEMORY = 2, /* memory is limited */
};

struct decode_hello {
    uint32_t version;
    uint32_t locks; /* enum decode_lock, as a set */
};

struct decode_request {
    uint32_t type;          /* enum picture_type */
    uint32_t turn;          /* EXIF orientation */
    uint32_t width, height; /* px, as stored; the pixels are written as seen */
    uint32_t bytes;         /* of the file */
};

enum decode_status {
    DECODE_STATUS_DONE = 1,
    DECODE_STATUS_REFUSED, /* not what the probe saw in it, or damaged */
    DECODE_STATUS_FAILED,  /* no memory for the pixels, or a library is missing */
};

struct decode_answer {
    uint32_t status;
};
