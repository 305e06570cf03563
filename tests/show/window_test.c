/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The window itself, on an X server of our own (Xvfb): it covers the screen, draws in any depth,
 * follows its size, wakes from its sleep, and a server that dies is exit code 2.
 */
#include "base/clock.h"
#include "base/file.h"
#include "kept.h"
#include "show/player.h"
#include "show/window.h"
#include "show_tests.h"

#include <SDL.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define WIDTH 800
#define HEIGHT 500

struct server {
    pid_t pid;
    int display;
};

/* Starts a server that chooses its own number; false when Xvfb is not installed. */
static bool server_start(struct server *server, const char *depth)
{
    char screen[64], fd[16], number[16] = "";
    int pipes[2];
    assert_int_equal(pipe(pipes), 0);
    snprintf(screen, sizeof screen, "%dx%dx%s", WIDTH, HEIGHT, depth);
    snprintf(fd, sizeof fd, "%d", pipes[1]);
    server->pid = fork();
    if (server->pid == 0) {
        close(pipes[0]);
        (void)!freopen("/dev/null", "w", stderr);
        execlp("Xvfb", "Xvfb", "-displayfd", fd, "-noreset", "-nolisten", "tcp", "-screen", "0",
               screen, (char *)NULL);
        _exit(127);
    }
    close(pipes[1]);
    ssize_t got = 0, more;
    while (got < (ssize_t)sizeof number - 1 && !strchr(number, '\n') &&
           (more = read(pipes[0], number + got, sizeof number - 1 - (size_t)got)) > 0)
        got += more;
    close(pipes[0]);
    if (got == 0) {
        waitpid(server->pid, NULL, 0);
        return false;
    }
    number[strcspn(number, "\n")] = '\0';
    char name[24];
    snprintf(name, sizeof name, ":%s", number);
    setenv("DISPLAY", name, 1);
    setenv("SDL_VIDEODRIVER", "x11", 1);
    return true;
}

static void server_stop(const struct server *server)
{
    kill(server->pid, SIGTERM);
    waitpid(server->pid, NULL, 0);
}

/* A test's work in a process of its own: Xlib ends the whole process when its server dies. */
static int in_child(int (*work)(void *context), void *context)
{
    int status = 0;
    pid_t pid = fork();
    if (pid == 0)
        _exit(work(context));
    assert_true(pid > 0 && waitpid(pid, &status, 0) == pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

#define CHECK(that)                                                                                \
    do {                                                                                           \
        if (!(that)) {                                                                             \
            fprintf(stderr, "line %d: %s\n", __LINE__, #that);                                     \
            return 1;                                                                              \
        }                                                                                          \
    } while (false)

static void *wake_soon(void *window)
{
    const struct timespec soon = { .tv_nsec = 100 * CLOCK_MS_NS };
    nanosleep(&soon, NULL);
    window_wake(window);
    return NULL;
}

static int draw_and_sleep(void *context)
{
    struct window *window = window_new();
    const char *why = "";
    int width = 0, height = 0;
    (void)context;
    CHECK(window && window_connect(window, &why) && window_open(window, false, 100, 100, &why));
    CHECK(window_size(window, &width, &height) && width == WIDTH && height == HEIGHT);
    window_settle(window);

    struct pixels from, to, small;
    CHECK(pixels_new(WIDTH, HEIGHT, &from) && pixels_new(WIDTH, HEIGHT, &to));
    CHECK(pixels_new(10, 10, &small));
    for (int i = 0; i < WIDTH * HEIGHT; i++)
        to.at[i] = i / WIDTH < 100 ? 0xFF336699u : 0;
    struct arena *arena = arena_new((size_t)1 << 20);
    struct fade fade = fade_start(arena, &from, &to);
    CHECK(window_draw_whole(window, &from, (struct colour){ 0 }));
    for (unsigned share = 0; share <= 256; share += 64)
        CHECK(window_draw(window, &fade, share));
    CHECK(window_draw_whole(window, &small, (struct colour){ 1, 2, 3 }));
    struct fade wrong = { &small, &small, NULL, 0 };
    CHECK(!window_draw(window, &wrong, 256)); /* not of the surface's size */

    /* The first events are the window's own; then it sleeps as long as it should. */
    while (window_wait(window, clock_mono_ns() + 200 * CLOCK_MS_NS) != 0)
        continue;
    int64_t before = clock_mono_ns();
    CHECK(window_wait(window, before + 300 * CLOCK_MS_NS) == 0);
    CHECK(clock_mono_ns() - before >= 290 * CLOCK_MS_NS);
    before = clock_mono_ns();
    CHECK(window_wait(window, before + 5 * CLOCK_MS_NS) == 0);
    CHECK(clock_mono_ns() - before >= 5 * CLOCK_MS_NS);
    pthread_t thread;
    CHECK(pthread_create(&thread, NULL, wake_soon, window) == 0);
    before = clock_mono_ns();
    CHECK(window_wait(window, before + 20 * CLOCK_SECOND_NS) == 0);
    CHECK(clock_mono_ns() - before < 10 * CLOCK_SECOND_NS);
    pthread_join(thread, NULL);

    /* A display that is plugged in has the window opened anew. */
    SDL_Event plugged = { .display = { .type = SDL_DISPLAYEVENT,
                                       .event = SDL_DISPLAYEVENT_CONNECTED } };
    CHECK(SDL_PushEvent(&plugged) == 1);
    CHECK(window_wait(window, clock_mono_ns() + CLOCK_SECOND_NS) & WINDOW_RESIZED);
    CHECK(window_draw(window, &fade, 256));

    /* Keys do not end a screen. */
    SDL_Event key = { .key = { .type = SDL_KEYDOWN, .keysym = { .sym = SDLK_ESCAPE } } };
    CHECK(SDL_PushEvent(&key) == 1);
    CHECK((window_wait(window, clock_mono_ns() + CLOCK_MS_NS) & WINDOW_CLOSED) == 0);
    arena_free(arena);
    pixels_free(&from);
    pixels_free(&to);
    pixels_free(&small);
    window_free(window);
    return 0;
}

static int close_by_key(void *context)
{
    static const SDL_Keysym keys[] = { { .sym = SDLK_ESCAPE },
                                       { .sym = SDLK_q, .mod = KMOD_LCTRL } };
    struct window *window = window_new();
    const char *why = "";
    int width = 0, height = 0;
    (void)context;
    CHECK(window && window_connect(window, &why) && window_open(window, true, 320, 200, &why));
    CHECK(window_size(window, &width, &height) && width == 320 && height == 200);
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        SDL_Event key = { .key = { .type = SDL_KEYDOWN, .keysym = keys[i] } };
        CHECK(SDL_PushEvent(&key) == 1);
        CHECK(window_wait(window, clock_mono_ns() + CLOCK_MS_NS) & WINDOW_CLOSED);
    }
    SDL_Event quit = { .type = SDL_QUIT }; /* as SDL says that a display is gone */
    CHECK(SDL_PushEvent(&quit) == 1);
    CHECK(window_wait(window, clock_mono_ns() + CLOCK_MS_NS) & WINDOW_LOST);
    window_free(window);
    return 0;
}

static void a_window_covers_the_screen_in_any_depth(void **state)
{
    static const char *const depths[] = { "24", "16" };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(depths); i++) {
        struct server server;
        if (!server_start(&server, depths[i]))
            skip();
        int code = in_child(draw_and_sleep, NULL);
        server_stop(&server);
        assert_int_equal(code, 0);
    }
}

static void a_window_on_a_desk_is_closed_by_a_key(void **state)
{
    struct server server;
    (void)state;
    if (!server_start(&server, "24"))
        skip();
    int code = in_child(close_by_key, NULL);
    server_stop(&server);
    assert_int_equal(code, 0);
}

struct playing {
    struct kept kept;
    char frames[PATH_MAX];
};

static int play(void *context)
{
    struct playing *playing = context;
    const struct player_options options = {
        .cache = playing->kept.cache,
        .state = playing->kept.state,
        .font_stack = SOURCE_DIR "/fonts/stack",
        .frame_log = playing->frames,
        .clock = clock_from(KEPT_NOW, 1),
        .slide_time = 0.5,
        .for_seconds = 60,
    };
    return player_run(&options);
}

/* Kills the server once the first frame is there. */
static void *kill_server(void *context)
{
    void **both = context;
    const struct server *server = both[0];
    const struct playing *playing = both[1];
    const struct timespec step = { .tv_nsec = 20 * CLOCK_MS_NS };
    struct arena *arena = arena_new((size_t)16 << 20);
    struct str frames = { 0 };
    for (int i = 0; i < 1500 && frames.bytes == 0; i++) {
        if (file_read(arena, playing->frames, 1 << 20, &frames) != FILE_OK)
            frames.bytes = 0;
        nanosleep(&step, NULL);
    }
    arena_free(arena);
    kill(server->pid, SIGKILL);
    return NULL;
}

static void a_server_that_dies_is_exit_code_2(void **state)
{
    struct server server;
    struct playing playing;
    pthread_t thread;
    void *both[] = { &server, &playing };
    (void)state;
    if (!server_start(&server, "24"))
        skip();
    assert_true(kept_make(&playing.kept));
    kept_path(&playing.kept, "frames", playing.frames);
    assert_true(kept_write(playing.kept.cache, playing.kept.state, 1));
    assert_int_equal(pthread_create(&thread, NULL, kill_server, both), 0);
    int64_t before = clock_mono_ns();
    int code = in_child(play, &playing);
    pthread_join(thread, NULL);
    waitpid(server.pid, NULL, 0);
    kept_remove(&playing.kept);
    assert_int_equal(code, 2);
    assert_true(clock_mono_ns() - before < 45 * CLOCK_SECOND_NS);
}

int window_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_window_covers_the_screen_in_any_depth),
        cmocka_unit_test(a_window_on_a_desk_is_closed_by_a_key),
        cmocka_unit_test(a_server_that_dies_is_exit_code_2),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
