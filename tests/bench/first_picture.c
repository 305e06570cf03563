/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Milliseconds from exec until a player's picture is on an X display: looks at one pixel of the
 * root window twice a millisecond. Usage: first_picture X Y PROGRAM ARGUMENT…
 */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define GIVE_UP_MS 5000.0
#define LOOK_EVERY_US 500

static double now_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static unsigned long pixel_at(Display *display, int x, int y)
{
    XImage *image = XGetImage(display, DefaultRootWindow(display), x, y, 1, 1, AllPlanes, ZPixmap);
    if (!image)
        return 0;
    unsigned long pixel = XGetPixel(image, 0, 0);
    XDestroyImage(image);
    return pixel;
}

static pid_t start(char **argv)
{
    pid_t pid = fork();
    if (pid != 0)
        return pid;
    int null = open("/dev/null", O_RDWR);
    dup2(null, STDOUT_FILENO);
    dup2(null, STDERR_FILENO);
    execvp(argv[0], argv);
    _exit(127);
}

int main(int argc, char **argv)
{
    Display *display = XOpenDisplay(NULL);
    if (!display || argc < 4) {
        fprintf(stderr, "usage: first_picture X Y PROGRAM ARGUMENT…, with DISPLAY set\n");
        return 2;
    }
    int x = (int)strtol(argv[1], NULL, 10), y = (int)strtol(argv[2], NULL, 10);
    unsigned long before = pixel_at(display, x, y);
    double from = now_ms(), took;
    pid_t pid = start(argv + 3);
    do {
        usleep(LOOK_EVERY_US);
        took = now_ms() - from;
    } while (pixel_at(display, x, y) == before && took < GIVE_UP_MS);
    printf("%.1f\n", took);
    kill(pid, SIGTERM);
    waitpid(pid, NULL, 0);
    return took < GIVE_UP_MS ? 0 : 1;
}
