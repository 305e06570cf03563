/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measured: the window surface without SDL's "framebuffer acceleration" costs 19 MiB and 58 ms to
 * the first frame, with it (a GL stack) 127 MiB and 145 ms; on Wayland there is no choice, see
 * surface.c. SDL_WaitEventTimeout sleeps on X11 and Wayland; with other drivers it polls every
 * millisecond, so there we sleep on a descriptor of our own and look for events at each waking.
 */
#include "show/window.h"

#include "base/clock.h"
#include "show/surface.h"

#include <SDL.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

/* A timer of whole milliseconds is too coarse for frames: nearer than this, we sleep ourselves. */
#define EXACT_NS (20 * CLOCK_MS_NS)

/* Drivers whose wait for events is a real sleep. */
static const char *const sleeping_drivers[] = { "x11", "wayland" };
/* Drivers without a screen. */
static const char *const blind_drivers[] = { "dummy", "offscreen" };
static const char *const x11_driver = "x11";

struct window {
    int wakeups; /* eventfd */
    atomic_bool is_connected;
    Uint32 wake_event;
    bool sleeps_in_sdl;
    bool is_window;
    int width, height;  /* px, asked for */
    bool settles_later; /* see window_settle */
    SDL_Window *window;
    struct surface surface;
    struct pixels scratch; /* where a surface of another format is blended */
};

static bool driver_is_one_of(const char *const *names, size_t count)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    for (size_t i = 0; driver && i < count; i++) {
        if (strcasecmp(driver, names[i]) == 0)
            return true;
    }
    return false;
}

/* ---- life ---------------------------------------------------------------------------------- */

/*
 * Without an address, SDL's search for a session bus starts a dbus-launch on X11, for nothing but
 * to keep a screensaver quiet that a lobby does not have. Set before there is a second thread.
 */
static void call_off_bus(void)
{
    (void)setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 0);
}

struct window *window_new(void)
{
    struct window *window = memory_new(1, sizeof *window);
    call_off_bus();
    window->wakeups = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (window->wakeups >= 0)
        return window;
    free(window);
    return NULL;
}

static void close_window(struct window *window)
{
    surface_close(&window->surface);
    if (window->window)
        SDL_DestroyWindow(window->window);
    window->window = NULL;
}

void window_free(struct window *window)
{
    if (!window)
        return;
    close_window(window);
    if (atomic_exchange(&window->is_connected, false))
        SDL_Quit();
    pixels_free(&window->scratch);
    close(window->wakeups);
    free(window);
}

static void set_hints(void)
{
    static const char *const hints[][2] = {
        { SDL_HINT_FRAMEBUFFER_ACCELERATION, "0" },
        { SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0" },
        { SDL_HINT_VIDEO_WAYLAND_ALLOW_LIBDECOR, "0" }, /* draws frames, which we have none of */
        { SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0" },
        { SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0" },
        { SDL_HINT_NO_SIGNAL_HANDLERS, "1" }, /* signals.h has them */
        { SDL_HINT_APP_NAME, "infotaulu" },
    };
    for (size_t i = 0; i < ARRAY_LEN(hints); i++)
        SDL_SetHint(hints[i][0], hints[i][1]);
}

bool window_connect(struct window *window, const char **ret_why)
{
    set_hints();
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        *ret_why = SDL_GetError();
        return false;
    }
    window->wake_event = SDL_RegisterEvents(1);
    window->sleeps_in_sdl = driver_is_one_of(sleeping_drivers, ARRAY_LEN(sleeping_drivers));
    atomic_store(&window->is_connected, true);
    SDL_DisableScreenSaver();
    return true;
}

/*
 * Where and how a window over the whole screen is made. On X11 it begins as one without a frame in
 * the size of the screen: SDL's own full screen waits 0.1 s for a window manager to agree, and the
 * recommended base has none.
 */
static Uint32 cover_screen(struct window *window, SDL_Rect *box)
{
    if (driver_is_one_of(blind_drivers, ARRAY_LEN(blind_drivers)))
        return 0;
    window->settles_later = driver_is_one_of(&x11_driver, 1) && SDL_GetDisplayBounds(0, box) == 0;
    return window->settles_later ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP;
}

static bool make_window(struct window *window)
{
    SDL_Rect box = { SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, window->width,
                     window->height };
    Uint32 flags = window->is_window ? SDL_WINDOW_RESIZABLE : cover_screen(window, &box);
    window->window = SDL_CreateWindow("Infotaulu", box.x, box.y, box.w, box.h,
                                      SDL_WINDOW_BORDERLESS | SDL_WINDOW_ALLOW_HIGHDPI | flags);
    if (!window->window || !surface_open(window->window, &window->surface))
        return false;
    if (!window->is_window)
        SDL_ShowCursor(SDL_DISABLE);
    return true;
}

bool window_open(struct window *window, bool is_window, int width, int height, const char **ret_why)
{
    window->is_window = is_window;
    window->width = width;
    window->height = height;
    if (make_window(window))
        return true;
    *ret_why = SDL_GetError();
    return false;
}

void window_settle(struct window *window)
{
    if (window->window && window->settles_later)
        SDL_SetWindowFullscreen(window->window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    window->settles_later = false;
}

bool window_size(struct window *window, int *ret_width, int *ret_height)
{
    const SDL_Surface *surface = surface_pixels(&window->surface);
    if (!surface)
        return false;
    *ret_width = surface->w;
    *ret_height = surface->h;
    return true;
}

int window_rate(struct window *window)
{
    SDL_DisplayMode mode;
    int display = SDL_GetWindowDisplayIndex(window->window);
    if (display < 0 || SDL_GetCurrentDisplayMode(display, &mode) != 0)
        return 0;
    return mode.refresh_rate;
}

/* ---- drawing ------------------------------------------------------------------------------- */

static bool is_our_format(const SDL_Surface *surface)
{
    return surface->format->format == SDL_PIXELFORMAT_XRGB8888 ||
           surface->format->format == SDL_PIXELFORMAT_ARGB8888;
}

/* For surfaces of other formats (16 bits, another order): blended beside them, then converted. */
static bool draw_converted(struct window *window, SDL_Surface *surface, const struct fade *fade,
                           unsigned share)
{
    struct pixels *scratch = &window->scratch;
    if (scratch->width != surface->w || scratch->height != surface->h) {
        pixels_free(scratch);
        if (!pixels_new(surface->w, surface->h, scratch))
            return false;
    }
    int stride = surface->w * (int)sizeof *scratch->at;
    fade_draw(fade, share, scratch->at, stride);
    for (size_t i = 0; i < fade->count; i++) {
        const struct box *box = &fade->boxes[i];
        const uint32_t *from = scratch->at + (ptrdiff_t)box->y * surface->w + box->x;
        uint8_t *to = (uint8_t *)surface->pixels + (ptrdiff_t)box->y * surface->pitch +
                      (ptrdiff_t)box->x * surface->format->BytesPerPixel;
        if (SDL_ConvertPixels(box->width, box->height, SDL_PIXELFORMAT_ARGB8888, from, stride,
                              surface->format->format, to, surface->pitch) != 0)
            return false;
    }
    return true;
}

bool window_draw(struct window *window, const struct fade *fade, unsigned share)
{
    /* SDL may have made a new one since the last frame. */
    SDL_Surface *surface = surface_pixels(&window->surface);
    if (!surface || surface->w != fade->to->width || surface->h != fade->to->height)
        return false;
    if (is_our_format(surface))
        fade_draw(fade, share, surface->pixels, surface->pitch);
    else if (!draw_converted(window, surface, fade, share))
        return false;
    return surface_show(&window->surface, fade->boxes, fade->count);
}

/* Copies pixels into the middle of a surface. */
static bool copy_whole(SDL_Surface *surface, const struct pixels *pixels)
{
    SDL_Rect to = { (surface->w - pixels->width) / 2, (surface->h - pixels->height) / 2, 0, 0 };
    SDL_Surface *from = SDL_CreateRGBSurfaceWithFormatFrom(
        pixels->at, pixels->width, pixels->height, 32, pixels->width * (int)sizeof *pixels->at,
        SDL_PIXELFORMAT_XRGB8888);
    bool copied = from && SDL_BlitSurface(from, NULL, surface, &to) == 0;
    SDL_FreeSurface(from);
    return copied;
}

bool window_draw_whole(struct window *window, const struct pixels *pixels, struct colour ground)
{
    SDL_Surface *surface = surface_pixels(&window->surface);
    if (!surface)
        return false;
    bool covers = pixels->at && pixels->width >= surface->w && pixels->height >= surface->h;
    if (!covers &&
        SDL_FillRect(surface, NULL,
                     SDL_MapRGB(surface->format, ground.red, ground.green, ground.blue)) != 0)
        return false;
    if (pixels->at && !copy_whole(surface, pixels))
        return false;
    const struct box whole = { .width = surface->w, .height = surface->h };
    return surface_show(&window->surface, &whole, 1);
}

/* ---- waiting ------------------------------------------------------------------------------- */

/* Told apart before anyone acts: SDL ends a Wayland connection with a QUIT that no CLOSE precedes,
 * while a window manager's wish to close the window comes as both. */
#define EVENT_CLOSE 16u
#define EVENT_QUIT 32u
#define EVENT_DISPLAY 64u /* another display, or the same in another way */

static unsigned key_bits(const SDL_KeyboardEvent *key)
{
    bool quits = key->keysym.sym == SDLK_ESCAPE ||
                 (key->keysym.sym == SDLK_q && (key->keysym.mod & KMOD_CTRL) != 0);
    return quits ? WINDOW_CLOSED : 0;
}

static unsigned window_bits(const SDL_WindowEvent *event)
{
    switch (event->event) {
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
        return WINDOW_EXPOSED;
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED:
        return WINDOW_RESIZED;
    case SDL_WINDOWEVENT_CLOSE:
        return EVENT_CLOSE | WINDOW_CLOSED;
    default:
        return 0;
    }
}

static unsigned event_bits(const SDL_Event *event)
{
    switch (event->type) {
    case SDL_WINDOWEVENT:
        return window_bits(&event->window);
    case SDL_KEYDOWN:
        return key_bits(&event->key);
    case SDL_QUIT:
        return EVENT_QUIT;
    case SDL_DISPLAYEVENT:
        return event->display.event == SDL_DISPLAYEVENT_DISCONNECTED ? 0 : EVENT_DISPLAY;
    default:
        return 0;
    }
}

/* A display that came back may be of another size. Failing is drawing's to find out. */
static void open_anew(struct window *window)
{
    close_window(window);
    if (make_window(window))
        window_settle(window);
}

/* Takes all events; `bits` are those of events taken before. */
static unsigned take_events(struct window *window, unsigned bits)
{
    SDL_Event event;
    while (SDL_PollEvent(&event))
        bits |= event_bits(&event);
    if ((bits & EVENT_QUIT) && !(bits & EVENT_CLOSE))
        bits |= WINDOW_LOST;
    if (!window->is_window)
        bits &= ~(unsigned)WINDOW_CLOSED;
    if ((bits & EVENT_DISPLAY) && window->width > 0 && !window->is_window) {
        open_anew(window);
        bits |= WINDOW_RESIZED;
    }
    return bits & (WINDOW_EXPOSED | WINDOW_RESIZED | WINDOW_CLOSED | WINDOW_LOST);
}

static bool was_woken(const struct window *window)
{
    eventfd_t count;
    return eventfd_read(window->wakeups, &count) == 0;
}

static void sleep_exactly(int64_t until)
{
    const struct timespec at = { .tv_sec = until / CLOCK_SECOND_NS,
                                 .tv_nsec = until % CLOCK_SECOND_NS };
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL);
}

static unsigned sleep_in_sdl(int milliseconds)
{
    SDL_Event event;
    return SDL_WaitEventTimeout(&event, milliseconds) ? event_bits(&event) : 0;
}

static void sleep_on_descriptor(const struct window *window, int milliseconds)
{
    struct pollfd wakeups = { .fd = window->wakeups, .events = POLLIN };
    poll(&wakeups, 1, milliseconds);
}

unsigned window_wait(struct window *window, int64_t until)
{
    unsigned bits = take_events(window, 0);
    int64_t left = until - clock_mono_ns();
    if (bits != 0 || was_woken(window) || left <= 0)
        return bits;
    if (left < EXACT_NS) {
        sleep_exactly(until);
    } else {
        /* Rounded down: what is left over is slept exactly. */
        int milliseconds = left > INT32_MAX * CLOCK_MS_NS ? INT32_MAX : (int)(left / CLOCK_MS_NS);
        if (window->sleeps_in_sdl)
            bits = sleep_in_sdl(milliseconds);
        else
            sleep_on_descriptor(window, milliseconds);
    }
    bits = take_events(window, bits);
    (void)was_woken(window);
    return bits;
}

void window_wake(struct window *window)
{
    eventfd_write(window->wakeups, 1);
    if (!atomic_load(&window->is_connected) || !window->sleeps_in_sdl)
        return;
    SDL_Event event = { .user = { .type = window->wake_event } };
    SDL_PushEvent(&event);
}
