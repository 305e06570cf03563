/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Room for pixels comes from the kernel page by page, not from malloc: it goes back whole when it
 * is freed, and pixels that a decoder made lie in the same kind of memory.
 */
#include "media/pixels.h"

#include <assert.h>
#include <stddef.h>
#include <sys/mman.h>

static size_t pixels_bytes(int width, int height)
{
    return (size_t)width * (size_t)height * sizeof(uint32_t);
}

bool pixels_new(int width, int height, struct pixels *ret_pixels)
{
    assert(width > 0 && height > 0);
    if ((size_t)width > SIZE_MAX / sizeof(uint32_t) / (size_t)height)
        return false;
    void *at = mmap(NULL, pixels_bytes(width, height), PROT_READ | PROT_WRITE,
                    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (at == MAP_FAILED)
        return false;
    *ret_pixels = (struct pixels){ .at = at, .width = width, .height = height };
    return true;
}

void pixels_free(struct pixels *pixels)
{
    if (!pixels || !pixels->at)
        return;
    munmap(pixels->at, pixels_bytes(pixels->width, pixels->height));
    *pixels = (struct pixels){ 0 };
}
