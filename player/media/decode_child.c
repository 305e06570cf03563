/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu-decode: the only program that lets an image library near foreign bytes. It loads the
 * libraries, lets them do their first work on pictures of its own (some ask the processor or open
 * /proc/cpuinfo then), locks itself in and decodes what comes through its socket until that closes.
 *
 * The type is named by the player; the libraries never guess, so that no other format's reader can
 * be reached. The pixels are turned upright on their way out, a band of rows at a time.
 *
 * Weighed: one process for each picture. It would keep a picture that breaks the decoder from the
 * next one's pixels, and costs 20 ms a picture; what comes here has been approved by a person.
 */
#include "media/decode.h"
#include "media/decode_png.h"
#include "media/decode_protocol.h"
#include "media/decode_samples.h"
#include "media/lockdown.h"
#include "media/turn.h"

#include <SDL.h>
#include <SDL_image.h>
#include <errno.h>
#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#ifdef main
#undef main /* SDL's; nothing of SDL is started here */
#endif

#define BAND_ROWS 16 /* enough for turn_rows to write in runs */
/* Larger blocks are mapped singly and go back to the kernel with the picture. */
#define MAP_FROM_BYTES (1 << 20)
/* Page rounding, and what malloc keeps in hand. */
#define SPARE_BYTES ((size_t)8 << 20)

static const struct {
    int library; /* of SDL2_image; 0: always there */
    SDL_Surface *(*load)(SDL_RWops *source);
} formats[] = {
    [PICTURE_PNG] = { 0, NULL }, /* decode_png.c says why */
    [PICTURE_JPEG] = { IMG_INIT_JPG, IMG_LoadJPG_RW },
    [PICTURE_WEBP] = { IMG_INIT_WEBP, IMG_LoadWEBP_RW },
};

static SDL_Surface *load(const struct decode_request *request, const void *file)
{
    SDL_RWops *source = SDL_RWFromConstMem(file, (int)request->bytes);
    if (!source)
        return NULL;
    SDL_Surface *surface = formats[request->type].load(source);
    SDL_RWclose(source);
    return surface;
}

/* Copies a surface's rows, converted and turned. */
static bool copy_out(SDL_Surface *from, const struct decode_request *request, uint32_t *to)
{
    int width = from->w, height = from->h;
    struct turn turn = { (int)request->turn, width, height };
    uint32_t *rows = calloc((size_t)width * BAND_ROWS, sizeof *rows);
    SDL_Surface *band = rows ? SDL_CreateRGBSurfaceWithFormatFrom(
                                   rows, width, BAND_ROWS, 32, width * 4, SDL_PIXELFORMAT_ARGB8888)
                             : NULL;
    bool is_whole = band && SDL_SetSurfaceBlendMode(from, SDL_BLENDMODE_NONE) == 0;
    for (int y = 0; y < height && is_whole; y += BAND_ROWS) {
        int count = height - y < BAND_ROWS ? height - y : BAND_ROWS;
        is_whole = SDL_BlitSurface(from, &(SDL_Rect){ 0, y, width, count }, band, NULL) == 0;
        turn_rows(turn, rows, y, count, to);
    }
    SDL_FreeSurface(band);
    free(rows);
    return is_whole;
}

static enum decode_status decode(const struct decode_request *request, const void *file,
                                 uint32_t *to)
{
    if (request->type == PICTURE_PNG)
        return decode_png(request, file, to);
    SDL_Surface *surface = load(request, file);
    if (!surface)
        return DECODE_STATUS_REFUSED;
    bool is_whole = (uint32_t)surface->w == request->width &&
                    (uint32_t)surface->h == request->height && copy_out(surface, request, to);
    SDL_FreeSurface(surface);
    return is_whole ? DECODE_STATUS_DONE : DECODE_STATUS_REFUSED;
}

static bool is_sane(const struct decode_request *request)
{
    return request->type < ARRAY_LEN(formats) && request->turn >= 1 && request->turn <= 8 &&
           request->width >= 1 && request->width <= PICTURE_SIDE_MAX && request->height >= 1 &&
           request->height <= PICTURE_SIDE_MAX && request->bytes >= 1 &&
           request->bytes <= PICTURE_FILE_BYTES_MAX;
}

static enum decode_status map_and_decode(const struct decode_request *request,
                                         const int descriptors[DECODE_DESCRIPTORS],
                                         const struct lockdown *lockdown)
{
    if (!is_sane(request))
        return DECODE_STATUS_FAILED;
    size_t pixels_bytes = (size_t)request->width * request->height * sizeof(uint32_t);
    /* The pixels may lie here twice: in the library's surface and in the player's memory. */
    if (!lockdown_memory(lockdown,
                         2 * pixels_bytes + request->bytes + SPARE_BYTES + DECODE_MEMORY_MAX))
        return DECODE_STATUS_FAILED;
    /* Private: older kernels map a file that is sealed against writing in no other way. */
    void *file = mmap(NULL, request->bytes, PROT_READ, MAP_PRIVATE, descriptors[0], 0);
    void *pixels = mmap(NULL, pixels_bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptors[1], 0);
    enum decode_status status = DECODE_STATUS_FAILED;
    if (file != MAP_FAILED && pixels != MAP_FAILED)
        status = decode(request, file, pixels);
    if (pixels != MAP_FAILED)
        munmap(pixels, pixels_bytes);
    if (file != MAP_FAILED)
        munmap(file, request->bytes);
    return status;
}

/* Takes the next request; false when the player has closed the socket or spoke nonsense. */
static bool receive(struct decode_request *ret_request, int ret_descriptors[DECODE_DESCRIPTORS])
{
    union {
        struct cmsghdr head;
        char room[CMSG_SPACE(DECODE_DESCRIPTORS * sizeof(int))];
    } control;
    struct decode_request request;
    struct iovec part = { &request, sizeof request };
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control
    };
    ssize_t got;
    do
        got = recvmsg(DECODE_SOCKET, &message, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    const struct cmsghdr *head = got == sizeof request ? CMSG_FIRSTHDR(&message) : NULL;
    if (!head || head->cmsg_level != SOL_SOCKET || head->cmsg_type != SCM_RIGHTS ||
        head->cmsg_len != CMSG_LEN(DECODE_DESCRIPTORS * sizeof(int)))
        return false;
    *ret_request = request;
    memcpy(ret_descriptors, CMSG_DATA(head), DECODE_DESCRIPTORS * sizeof(int));
    return true;
}

static bool say(const void *message, size_t bytes)
{
    ssize_t sent;
    do
        sent = write(DECODE_SOCKET, message, bytes);
    while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)bytes;
}

static bool has_library(uint32_t type, int libraries)
{
    return type < ARRAY_LEN(formats) &&
           (formats[type].library & libraries) == formats[type].library;
}

/* Answers until the socket closes. */
static void serve(const struct lockdown *lockdown, int libraries)
{
    struct decode_request request;
    int descriptors[DECODE_DESCRIPTORS];
    struct decode_answer answer;
    do {
        if (!receive(&request, descriptors))
            return;
        answer.status = DECODE_STATUS_FAILED;
        if (has_library(request.type, libraries))
            answer.status = map_and_decode(&request, descriptors, lockdown);
        for (size_t i = 0; i < DECODE_DESCRIPTORS; i++)
            close(descriptors[i]);
    } while (say(&answer, sizeof answer));
}

/* Libraries look at the processor, the environment and their own files when they first work. */
static void warm_up(void)
{
    static const struct {
        enum picture_type type;
        const uint8_t *file;
        size_t bytes;
    } tiny[] = {
        { PICTURE_PNG, tiny_png, sizeof tiny_png },
        { PICTURE_JPEG, tiny_jpeg, sizeof tiny_jpeg },
        { PICTURE_WEBP, tiny_webp_lossy, sizeof tiny_webp_lossy },
        { PICTURE_WEBP, tiny_webp_lossless, sizeof tiny_webp_lossless },
    };
    for (size_t i = 0; i < ARRAY_LEN(tiny); i++) {
        uint32_t pixel;
        struct decode_request request = { .type = tiny[i].type,
                                          .turn = 1,
                                          .width = 1,
                                          .height = 1,
                                          .bytes = (uint32_t)tiny[i].bytes };
        (void)!decode(&request, tiny[i].file, &pixel);
    }
    SDL_SetError("none");
}

int main(void)
{
    struct lockdown lockdown;
    /* Whatever the player left open is none of a decoder's business. */
    if (close_range(DECODE_SOCKET + 1, ~0u, 0) != 0)
        return EXIT_FAILURE;
    mallopt(M_MMAP_THRESHOLD, MAP_FROM_BYTES);
    int libraries = IMG_Init(IMG_INIT_JPG | IMG_INIT_WEBP);
    warm_up();
    /* libpng complains on standard error; a foreign file has no say in the log. */
    if (!LOCKDOWN_IS_SANITIZED && dup2(STDIN_FILENO, STDERR_FILENO) < 0)
        return EXIT_FAILURE;
    if (!lockdown_enter(&lockdown))
        return EXIT_FAILURE;
    struct decode_hello hello = {
        .version = DECODE_VERSION,
        .locks = (lockdown.filters_calls ? DECODE_LOCK_CALLS : 0u) |
                 (lockdown.limits_memory ? DECODE_LOCK_MEMORY : 0u),
    };
    if (say(&hello, sizeof hello))
        serve(&lockdown, libraries);
    /* No exit handlers: they would ask for system calls that are gone. */
    _exit(EXIT_SUCCESS);
}
