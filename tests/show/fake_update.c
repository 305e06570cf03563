/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Stands for the update child: fake_update MODE CACHE STATE FILE
 *
 *   next   makes another edition the current one; FILE counts them
 *   hang   writes its process id into FILE and sleeps
 *   fail   adds a byte to FILE and answers 2
 *   rot    overwrites both copies of the current edition, once, and answers 0
 */
#include "base/file.h"
#include "kept.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int count_up(const char *path)
{
    struct arena *arena = arena_new((size_t)1 << 16);
    struct str text = { 0 };
    int number = 1;
    if (file_read(arena, path, 100, &text) == FILE_OK)
        (void)str_to_number(text, &number);
    number++;
    if (file_write(path, str_format(arena, "%d", number), 0644) != FILE_OK)
        number = 0;
    arena_free(arena);
    return number;
}

static int hang(const char *path)
{
    struct arena *arena = arena_new((size_t)1 << 16);
    bool wrote = file_write(path, str_format(arena, "%d", (int)getpid()), 0644) == FILE_OK;
    arena_free(arena);
    for (int i = 0; wrote && i < 600; i++)
        sleep(1);
    return 2;
}

static int rot(const char *cache, const char *state, const char *path)
{
    const char *const folders[] = { cache, state };
    if (count_up(path) != 2)
        return 0;
    for (int i = 0; i < 2; i++) {
        struct arena *arena = arena_new((size_t)1 << 16);
        if (file_write(file_join(arena, folders[i], "edition"), STR("rot"), 0600) != FILE_OK)
            return 2;
        arena_free(arena);
    }
    return 0;
}

int main(int argc, char **argv)
{
    if (argc != 5)
        return 2;
    const char *mode = argv[1], *cache = argv[2], *state = argv[3], *path = argv[4];
    if (strcmp(mode, "next") == 0)
        return kept_write(cache, state, count_up(path)) ? 0 : 2;
    if (strcmp(mode, "hang") == 0)
        return hang(path);
    if (strcmp(mode, "rot") == 0)
        return rot(cache, state, path);
    (void)count_up(path);
    return 2;
}
