/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See desk_window.h. Drawn with the window's own surface, as the player's window is: no renderer,
 * no GPU; but on Wayland with a renderer, for the reason that show/surface.c tells. A thread of its
 * own waits for the signals to end, because SDL's handler would be heard only at the next event.
 */
#include "preview/desk_window.h"

#include "preview/keys.h"
#include "preview/telling.h"
#include "preview/ui_paint.h"
#include "preview/view.h"
#include "preview/worker.h"

#include <SDL.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#define WINDOW_WIDTH 1600
#define WINDOW_HEIGHT 900
#define FRAME_BYTES_MAX (64u << 20)
#define WAIT_MS_MAX 60000

struct desk_window {
    const struct desk_window_options *options;
    SDL_Window *window;
    SDL_Renderer *renderer; /* on Wayland; else NULL */
    SDL_Texture *texture;   /* the renderer's, as large as the frame */
    struct worker *worker;
    struct ui_cache *cache;
    struct arena *arena; /* of the frame that is seen */
    struct ui ui;        /* that frame: what can be pressed */
    struct pixels frame;
    Uint32 wake_event, end_event;
    int pointer_x, pointer_y; /* px; -1: not over the window */
    struct act pressed;
    Uint32 key_at;   /* ms of SDL: when a key last did something */
    SDL_Rect before; /* where it was before it covered the screen */
    bool is_full;
    bool redraws, ends;
    bool was_closed; /* by its button: the QUIT that follows says nothing new */
    pthread_t signals;
    bool has_signals;
};

/* ---- signals ------------------------------------------------------------------------------- */

static sigset_t end_signals(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGUSR1); /* from ourselves: the thread is to end */
    return set;
}

void desk_window_block_signals(void)
{
    sigset_t set = end_signals();
    pthread_sigmask(SIG_BLOCK, &set, NULL);
}

static void *wait_for_signal(void *context)
{
    const struct desk_window *window = context;
    sigset_t set = end_signals();
    int number = 0;
    SDL_Event event = { .user = { .type = window->end_event } };
    if (sigwait(&set, &number) == 0 && number != SIGUSR1)
        SDL_PushEvent(&event);
    return NULL;
}

static void wake(void *context)
{
    const struct desk_window *window = context;
    SDL_Event event = { .user = { .type = window->wake_event } };
    SDL_PushEvent(&event);
}

/* ---- opening and closing ------------------------------------------------------------------- */

static void set_hints(void)
{
    static const char *const hints[][2] = {
        { SDL_HINT_FRAMEBUFFER_ACCELERATION, "0" },
        { SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0" },
        { SDL_HINT_NO_SIGNAL_HANDLERS, "1" },
        { SDL_HINT_APP_NAME, "Infotaulu" },
    };
    for (size_t i = 0; i < ARRAY_LEN(hints); i++)
        SDL_SetHint(hints[i][0], hints[i][1]);
    (void)setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 0); /* show/window.c says why */
}

static bool is_driver(const char *name)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver && strcmp(driver, name) == 0;
}

static bool make_window(struct desk_window *window)
{
    SDL_Rect room = { 0, 0, WINDOW_WIDTH, WINDOW_HEIGHT };
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    int width = WINDOW_WIDTH, height = WINDOW_HEIGHT;
    if (SDL_GetDisplayUsableBounds(0, &room) == 0 && (room.w < width || room.h < height)) {
        width = room.w;
        height = room.h;
    }
    window->window = SDL_CreateWindow("Infotaulu", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                      width, height, flags);
    if (!window->window)
        return false;
    if (!is_driver("wayland"))
        return SDL_GetWindowSurface(window->window);
    window->renderer = SDL_CreateRenderer(window->window, -1, SDL_RENDERER_ACCELERATED);
    return window->renderer;
}

/*
 * On X11 keys become letters by the locale of the environment. One that is not on the computer
 * would leave only those of ASCII, and no "ä": then C.UTF-8, which is on each, stands in for a
 * moment.
 */
static bool connect(struct desk_window *window)
{
    const char *given = getenv("LC_ALL");
    char *before = given ? strdup(given) : NULL;
    locale_t known = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
    if (!known)
        (void)setenv("LC_ALL", "C.UTF-8", 1);
    bool done = SDL_Init(SDL_INIT_VIDEO) == 0 && make_window(window);
    if (!known && before)
        (void)setenv("LC_ALL", before, 1);
    else if (!known)
        (void)unsetenv("LC_ALL");
    if (known)
        freelocale(known);
    free(before);
    return done;
}

static bool start(struct desk_window *window, const char **ret_why)
{
    set_hints();
    if (!connect(window)) {
        /* a copy: SDL's own text ends with SDL */
        *ret_why = str_c(window->options->desk->arena, str_of(SDL_GetError()));
        return false;
    }
    SDL_EnableScreenSaver();
    window->wake_event = SDL_RegisterEvents(2);
    window->end_event = window->wake_event + 1;
    window->cache = ui_cache_new();
    window->has_signals = pthread_create(&window->signals, NULL, wait_for_signal, window) == 0;
    window->worker = worker_start(window->options->source, window->options->port, wake, window);
    if (window->worker)
        return true;
    *ret_why = "no thread can be started";
    return false;
}

static void stop(struct desk_window *window)
{
    if (window->window)
        SDL_HideWindow(window->window); /* the job at work may take some seconds yet */
    worker_stop(window->worker);
    if (window->has_signals) {
        pthread_kill(window->signals, SIGUSR1);
        pthread_join(window->signals, NULL);
    }
    ui_cache_free(window->cache);
    arena_free(window->arena);
    pixels_free(&window->frame);
    if (window->texture)
        SDL_DestroyTexture(window->texture);
    if (window->renderer)
        SDL_DestroyRenderer(window->renderer);
    if (window->window)
        SDL_DestroyWindow(window->window);
    SDL_Quit();
}

/* ---- drawing ------------------------------------------------------------------------------- */

/* Pixels of the display, of which a point may be several. */
static bool size_in_pixels(const struct desk_window *window, int *ret_width, int *ret_height)
{
    if (window->renderer)
        return SDL_GetRendererOutputSize(window->renderer, ret_width, ret_height) == 0;
    const SDL_Surface *surface = SDL_GetWindowSurface(window->window);
    if (!surface)
        return false;
    *ret_width = surface->w;
    *ret_height = surface->h;
    return true;
}

static bool make_frame(struct desk_window *window)
{
    int width, height;
    if (!size_in_pixels(window, &width, &height))
        return false;
    if (window->frame.width == width && window->frame.height == height)
        return true;
    pixels_free(&window->frame);
    if (window->texture)
        SDL_DestroyTexture(window->texture);
    window->texture = NULL;
    return pixels_new(width, height, &window->frame);
}

static void build(struct desk_window *window)
{
    struct desk *desk = window->options->desk;
    arena_free(window->arena);
    window->arena = arena_new(FRAME_BYTES_MAX);
    window->ui = ui_new(window->arena, fonts_measure(window->options->fonts),
                        desk->centre->language, window->frame.width, window->frame.height);
    window->ui.pointer_x = window->pointer_x;
    window->ui.pointer_y = window->pointer_y;
    view_desk(&window->ui, desk);
}

static bool show_texture(struct desk_window *window)
{
    const struct pixels *frame = &window->frame;
    if (!window->texture)
        window->texture = SDL_CreateTexture(window->renderer, SDL_PIXELFORMAT_XRGB8888,
                                            SDL_TEXTUREACCESS_STATIC, frame->width, frame->height);
    if (!window->texture ||
        SDL_UpdateTexture(window->texture, NULL, frame->at,
                          frame->width * (int)sizeof *frame->at) != 0 ||
        SDL_RenderCopy(window->renderer, window->texture, NULL, NULL) != 0)
        return false;
    SDL_RenderPresent(window->renderer);
    return true;
}

static bool show_surface(struct desk_window *window)
{
    SDL_Surface *surface = SDL_GetWindowSurface(window->window);
    SDL_Surface *from = SDL_CreateRGBSurfaceWithFormatFrom(
        window->frame.at, window->frame.width, window->frame.height, 32,
        window->frame.width * (int)sizeof *window->frame.at, SDL_PIXELFORMAT_XRGB8888);
    bool copied = from && surface && SDL_BlitSurface(from, NULL, surface, NULL) == 0;
    SDL_FreeSurface(from);
    return copied && SDL_UpdateWindowSurface(window->window) == 0;
}

/* What a screen reader reads out. */
static void set_title(struct desk_window *window)
{
    struct str spoken = telling_spoken(window->arena, window->options->desk);
    char *name = str_c(window->arena, spoken);
    if (strcmp(name, SDL_GetWindowTitle(window->window)) != 0)
        SDL_SetWindowTitle(window->window, name);
}

static void draw(struct desk_window *window)
{
    window->redraws = false;
    window->options->desk->is_changed = false;
    if (!make_frame(window))
        return;
    build(window);
    ui_paint(window->options->fonts, window->cache, &window->ui, &window->frame);
    if (!(window->renderer ? show_texture(window) : show_surface(window)))
        window->redraws = true; /* the surface is old: again with a new one */
    set_title(window);
}

/*
 * On X11 the window first becomes as large as the screen by itself: without a window manager nobody
 * answers the wish for the whole screen, and SDL believes that it was granted.
 */
static void cover_by_size(struct desk_window *window)
{
    SDL_Rect screen = { 0, 0, WINDOW_WIDTH, WINDOW_HEIGHT };
    int display = SDL_GetWindowDisplayIndex(window->window);
    SDL_GetWindowPosition(window->window, &window->before.x, &window->before.y);
    SDL_GetWindowSize(window->window, &window->before.w, &window->before.h);
    if (SDL_GetDisplayBounds(display < 0 ? 0 : display, &screen) != 0)
        return;
    SDL_SetWindowBordered(window->window, SDL_FALSE);
    SDL_SetWindowPosition(window->window, screen.x, screen.y);
    SDL_SetWindowSize(window->window, screen.w, screen.h);
}

static void uncover_by_size(struct desk_window *window)
{
    SDL_SetWindowBordered(window->window, SDL_TRUE);
    SDL_SetWindowSize(window->window, window->before.w, window->before.h);
    SDL_SetWindowPosition(window->window, window->before.x, window->before.y);
}

static void cover(struct desk_window *window, bool full)
{
    if (full && is_driver("x11"))
        cover_by_size(window);
    SDL_SetWindowFullscreen(window->window, full ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    if (!full && is_driver("x11"))
        uncover_by_size(window);
}

static void follow_desk(struct desk_window *window)
{
    const struct desk *desk = window->options->desk;
    bool full = window->options->is_full || desk->view == VIEW_FULL;
    if (full != window->is_full) {
        window->is_full = full;
        cover(window, full);
        window->redraws = true;
    }
    SDL_ShowCursor(desk->view == VIEW_FULL ? SDL_DISABLE : SDL_ENABLE);
}

/* ---- keys ---------------------------------------------------------------------------------- */

static const struct {
    SDL_Keycode code;
    enum key key;
} keys[] = {
    { SDLK_LEFT, KEY_LEFT },
    { SDLK_RIGHT, KEY_RIGHT },
    { SDLK_UP, KEY_UP },
    { SDLK_DOWN, KEY_DOWN },
    { SDLK_PAGEUP, KEY_PAGE_UP },
    { SDLK_PAGEDOWN, KEY_PAGE_DOWN },
    { SDLK_HOME, KEY_HOME },
    { SDLK_END, KEY_END },
    { SDLK_TAB, KEY_TAB },
    { SDLK_SPACE, KEY_SPACE },
    { SDLK_RETURN, KEY_ENTER },
    { SDLK_KP_ENTER, KEY_ENTER },
    { SDLK_ESCAPE, KEY_ESCAPE },
    { SDLK_BACKSPACE, KEY_BACKSPACE },
    { SDLK_F1, KEY_F1 },
    { SDLK_F2, KEY_F2 },
    { SDLK_F3, KEY_F3 },
    { SDLK_F4, KEY_F4 },
    { SDLK_F5, KEY_F5 },
    { SDLK_F6, KEY_F6 },
    { SDLK_F7, KEY_F7 },
    { SDLK_c, KEY_C },
    { SDLK_e, KEY_E },
    { SDLK_k, KEY_K },
    { SDLK_n, KEY_N },
    { SDLK_p, KEY_P },
    { SDLK_q, KEY_Q },
    { SDLK_r, KEY_R },
    { SDLK_x, KEY_X },
    { SDLK_z, KEY_Z },
};

/* Keys that only change others. */
static bool is_modifier(SDL_Keycode code)
{
    static const SDL_Keycode codes[] = { SDLK_LCTRL,    SDLK_RCTRL,        SDLK_LSHIFT,
                                         SDLK_RSHIFT,   SDLK_LALT,         SDLK_RALT,
                                         SDLK_LGUI,     SDLK_RGUI,         SDLK_MODE,
                                         SDLK_CAPSLOCK, SDLK_NUMLOCKCLEAR, SDLK_SCROLLLOCK };
    for (size_t i = 0; i < ARRAY_LEN(codes); i++)
        if (codes[i] == code)
            return true;
    return false;
}

/* What the desk wants others to have. */
static void copy(struct desk *desk)
{
    if (desk->clip.bytes > 0)
        (void)SDL_SetClipboardText(str_c(desk->answer_arena, desk->clip));
    desk->clip = (struct str){ 0 };
}

static void paste(struct desk *desk)
{
    char *text = SDL_GetClipboardText();
    if (text)
        desk_type(desk, str_of(text));
    SDL_free(text);
}

/*
 * A key that is held down repeats some thirty times a second. Slides that changed so fast would
 * flash; at this pace no more than three changes fall into a second (WCAG 2.2, 2.3.1).
 */
#define REPEAT_MS_LEAST 350

static bool is_too_fast(struct desk_window *window, const SDL_KeyboardEvent *event)
{
    bool is_fast = event->repeat && window->options->desk->form.kind == FORM_NONE &&
                   event->timestamp - window->key_at < REPEAT_MS_LEAST;
    if (!is_fast)
        window->key_at = event->timestamp;
    return is_fast;
}

static void take_key(struct desk *desk, const SDL_KeyboardEvent *event)
{
    SDL_Keycode code = event->keysym.sym;
    unsigned modifiers = KEY_PLAIN;
    enum key key = KEY_OTHER;
    if (is_modifier(code) || (event->keysym.mod & KMOD_ALT)) /* Alt: the desktop's own keys */
        return;
    if (event->keysym.mod & KMOD_CTRL)
        modifiers |= KEY_CTRL;
    if (event->keysym.mod & KMOD_SHIFT)
        modifiers |= KEY_SHIFT;
    for (size_t i = 0; i < ARRAY_LEN(keys); i++)
        if (keys[i].code == code)
            key = keys[i].key;
    if (code == SDLK_v && modifiers == KEY_CTRL && desk->form.kind != FORM_NONE)
        paste(desk);
    else
        desk_do(desk, keys_act(desk, key, modifiers));
}

/* ---- mouse and touch ----------------------------------------------------------------------- */

/* Events count in points; the frame is in pixels. */
static void set_pointer(struct desk_window *window, int x, int y)
{
    int width = 1, height = 1;
    SDL_GetWindowSize(window->window, &width, &height);
    window->pointer_x = (int)((int64_t)x * window->frame.width / (width > 0 ? width : 1));
    window->pointer_y = (int)((int64_t)y * window->frame.height / (height > 0 ? height : 1));
}

static bool is_same(struct act a, struct act b)
{
    return a.kind == b.kind && a.argument == b.argument;
}

static void move(struct desk_window *window, int x, int y)
{
    struct act before = ui_press(&window->ui, window->pointer_x, window->pointer_y);
    set_pointer(window, x, y);
    struct act after = ui_press(&window->ui, window->pointer_x, window->pointer_y);
    window->redraws |= !is_same(before, after);
}

/* It counts when it is let go where it was pressed: who slips can slide away (WCAG 2.2, 2.5.2). */
static void press_or_let_go(struct desk_window *window, const SDL_MouseButtonEvent *event)
{
    if (event->button != SDL_BUTTON_LEFT)
        return;
    set_pointer(window, event->x, event->y);
    struct act act = ui_press(&window->ui, window->pointer_x, window->pointer_y);
    if (event->state == SDL_PRESSED) {
        window->pressed = act;
        return;
    }
    if (is_same(act, window->pressed))
        desk_do(window->options->desk, act);
    window->pressed = (struct act){ ACT_NONE, 0 };
}

static void turn_wheel(struct desk_window *window, const SDL_MouseWheelEvent *event)
{
    if (event->y != 0)
        desk_do(window->options->desk, (struct act){ event->y > 0 ? ACT_UP : ACT_DOWN, 0 });
}

/* ---- the loop ------------------------------------------------------------------------------ */

static void take_window_event(struct desk_window *window, const SDL_WindowEvent *event)
{
    if (event->event == SDL_WINDOWEVENT_LEAVE) {
        window->pointer_x = window->pointer_y = -1;
        window->redraws = true;
    } else if (event->event == SDL_WINDOWEVENT_CLOSE) {
        window->was_closed = true;
        desk_do(window->options->desk, (struct act){ ACT_QUIT, 0 });
    } else {
        window->redraws |= event->event == SDL_WINDOWEVENT_EXPOSED ||
                           event->event == SDL_WINDOWEVENT_SIZE_CHANGED ||
                           event->event == SDL_WINDOWEVENT_RESTORED ||
                           event->event == SDL_WINDOWEVENT_SHOWN;
    }
}

static void take_event(struct desk_window *window, const SDL_Event *event)
{
    struct desk *desk = window->options->desk;
    switch (event->type) {
    case SDL_KEYDOWN:
        if (!is_too_fast(window, &event->key))
            take_key(desk, &event->key);
        break;
    case SDL_TEXTINPUT:
        desk_type(desk, str_of(event->text.text));
        break;
    case SDL_MOUSEMOTION:
        move(window, event->motion.x, event->motion.y);
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        press_or_let_go(window, &event->button);
        break;
    case SDL_MOUSEWHEEL:
        turn_wheel(window, &event->wheel);
        break;
    case SDL_WINDOWEVENT:
        take_window_event(window, &event->window);
        break;
    case SDL_QUIT: /* without a CLOSE before it the display is gone */
        window->ends |= !window->was_closed;
        window->was_closed = false;
        break;
    default:
        window->ends |= event->type == window->end_event;
    }
}

static void take_answer(struct desk_window *window)
{
    struct desk *desk = window->options->desk;
    struct worker_answer answer;
    if (!worker_take(window->worker, &answer))
        return;
    if (answer.job.work == WORK_LOOK)
        desk_take_look(desk, &answer.job, answer.look);
    else if (answer.job.work == WORK_ROUND)
        desk_take_turns(desk, answer.has_turns ? &answer.turns : NULL, answer.more_turns);
    else if (answer.job.work == WORK_SCAN)
        desk_take_scan(desk, &answer.scan);
    else
        desk_take_answer(desk, answer.arena, &answer.answer);
}

static int wait_ms(const struct desk *desk)
{
    int64_t next = desk_next_tick(desk), left = next - clock_mono_ns();
    if (next == INT64_MAX || left > WAIT_MS_MAX * CLOCK_MS_NS)
        return WAIT_MS_MAX;
    return left <= 0 ? 0 : (int)(left / CLOCK_MS_NS) + 1;
}

static void step(struct desk_window *window)
{
    struct desk *desk = window->options->desk;
    SDL_Event event;
    if (SDL_WaitEventTimeout(&event, window->redraws || desk->is_changed ? 0 : wait_ms(desk))) {
        do
            take_event(window, &event);
        while (SDL_PollEvent(&event));
    }
    take_answer(window);
    copy(desk);
    desk_tick(desk, clock_wall(window->options->clock), clock_mono_ns());
    struct desk_job job = desk_next_job(desk);
    if (job.work != WORK_NONE)
        worker_give(window->worker, &job, &desk->order);
    follow_desk(window);
    if (window->redraws || desk->is_changed)
        draw(window);
}

bool desk_window_run(const struct desk_window_options *options, const char **ret_why)
{
    struct desk_window window = { .options = options, .pointer_x = -1, .pointer_y = -1 };
    bool started = start(&window, ret_why);
    desk_tick(options->desk, clock_wall(options->clock), clock_mono_ns());
    while (started && !options->desk->quits && !window.ends)
        step(&window);
    stop(&window);
    return started;
}
