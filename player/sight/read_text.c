/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The picture goes in as a file in memory, words come out as hOCR, which tells the height of small
 * letters; TSV does not. Linking the library was weighed: it brings curl and libarchive into the
 * desk and a stranger's pixels to 700,000 lines of C++ inside it.
 *
 * One model for all languages, so that language versions share what was read in their picture. It
 * reads Swedish and English as well, but for å, which comes out as ä; with the Swedish model beside
 * it the words were the same. What is not in Latin letters is not compared with anything.
 */
#include "sight/read_text.h"

#include "sight/hocr.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define MODEL "fin"
#define ANSWER_BYTES_MAX ((size_t)4 << 20) /* 4,000 words of 300 bytes and the lines */
#define LIST_SECONDS_MAX 5
#define LIST_BYTES_MAX 65536

struct program {
    const char *path;
    char *const *arguments;
    int input; /* -1: none */
};

/* One thread: a second one makes a slide of 0.3 s no faster, and the player may need it. */
static char *const environment[] = { (char[]){ "OMP_THREAD_LIMIT=1" }, (char[]){ "LC_ALL=C" },
                                     (char[]){ "PATH=/usr/bin:/bin" }, NULL };

static int be_program(const void *context, int out)
{
    const struct program *program = context;
    int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    int input = program->input >= 0 ? program->input : nothing;
    if (dup2(input, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 ||
        dup2(nothing, STDERR_FILENO) < 0 ||
        close_range(STDERR_FILENO + 1, ~0u, CLOSE_RANGE_CLOEXEC) != 0)
        return EXIT_FAILURE;
    execve(program->path, program->arguments, environment);
    return EXIT_FAILURE;
}

bool read_text_is_there(const char *path)
{
    char name[] = "tesseract", list[] = "--list-langs";
    char *const arguments[] = { name, list, NULL };
    const struct program program = { path, arguments, -1 };
    const struct child_work work = { .run = be_program,
                                     .context = &program,
                                     .seconds = LIST_SECONDS_MAX,
                                     .memory_max = READ_MEMORY_MAX,
                                     .answer_max = LIST_BYTES_MAX };
    struct arena *scratch = arena_new(4 * LIST_BYTES_MAX);
    struct str answer, line;
    bool is_there = false;
    if (child_run(scratch, &work, &answer) == CHILD_DONE)
        while (!is_there && str_next(&answer, '\n', &line))
            is_there = str_is(str_trim(line), MODEL);
    arena_free(scratch);
    return is_there;
}

static bool write_all(int fd, const void *data, size_t bytes)
{
    const char *at = data;
    while (bytes > 0) {
        ssize_t written = write(fd, at, bytes);
        if (written <= 0)
            return false;
        at += written;
        bytes -= (size_t)written;
    }
    return true;
}

/* The picture as a PGM file in memory; -1 without memory. */
static int pgm_of(const uint8_t *grey, int width, int height)
{
    char head[64];
    int length = snprintf(head, sizeof head, "P5\n%d %d\n255\n", width, height);
    int fd = memfd_create("picture", MFD_CLOEXEC);
    if (fd < 0)
        return -1;
    if (!write_all(fd, head, (size_t)length) ||
        !write_all(fd, grey, (size_t)width * (size_t)height) || lseek(fd, 0, SEEK_SET) != 0) {
        close(fd);
        return -1;
    }
    return fd;
}

enum child_outcome read_text(struct arena *arena, const char *path, const uint8_t *grey,
                             struct seen *seen)
{
    char name[] = "tesseract", in[] = "stdin", out[] = "stdout", language[] = "-l", model[] = MODEL,
         set[] = "-c", hocr[] = "tessedit_create_hocr=1";
    char *const arguments[] = { name, in, out, language, model, set, hocr, NULL };
    int picture = pgm_of(grey, seen->width, seen->height);
    const struct program program = { path, arguments, picture };
    const struct child_work work = { .run = be_program,
                                     .context = &program,
                                     .seconds = READ_SECONDS_MAX,
                                     .memory_max = READ_MEMORY_MAX,
                                     .answer_max = ANSWER_BYTES_MAX };
    if (picture < 0)
        return CHILD_FAILED;
    /* The answer is gone after it is read: words are copied. */
    struct arena *scratch = arena_new(4 * ANSWER_BYTES_MAX);
    struct str answer;
    enum child_outcome outcome = child_run(scratch, &work, &answer);
    close(picture);
    if (outcome == CHILD_DONE)
        hocr_read(arena, answer, seen);
    arena_free(scratch);
    return outcome;
}
