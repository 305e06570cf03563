/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list is a file of the folder, found by listing it: no table of names here that could be
 * forgotten when a list is added.
 */
#include "language/kit.h"

#include "base/file.h"

/* One list more than any folder of ours has, many times over. */
#define KIT_LISTS_MAX 256

struct kit_list {
    struct str name;
    enum language language;
    struct word_list *list;
};

/* "officialese.fi.tsv": its name and language; false for other files. */
static bool read_name(struct str file, struct str *ret_name, enum language *ret_language)
{
    if (!str_ends(file, ".tsv"))
        return false;
    struct str name = str_slice(file, 0, file.bytes - strlen(".tsv"));
    ptrdiff_t stop = str_find_byte(name, '.');
    if (stop <= 0)
        return false;
    *ret_name = str_slice(name, 0, (size_t)stop);
    return language_of_tag(str_slice(name, (size_t)stop + 1, name.bytes), ret_language, NULL);
}

static struct kit_list *find_list(struct kit_list *lists, size_t count, struct str name,
                                  enum language language)
{
    for (size_t i = 0; i < count; i++) {
        if (lists[i].language == language && str_equal(lists[i].name, name))
            return &lists[i];
    }
    return NULL;
}

/* Reads the lists of a folder into those that there are; a file that cannot be read is not there.
 */
static void read_folder(struct arena *arena, const char *folder, struct kit_list *lists,
                        size_t *count)
{
    struct str *files, bytes, name;
    size_t file_count;
    enum language language;
    if (file_list(arena, folder, &files, &file_count) != FILE_OK)
        return;
    for (size_t i = 0; i < file_count; i++) {
        if (!read_name(files[i], &name, &language) ||
            file_read(arena, file_join(arena, folder, str_c(arena, files[i])), WORD_LIST_BYTES_MAX,
                      &bytes) != FILE_OK)
            continue;
        struct kit_list *to = find_list(lists, *count, name, language);
        if (!to && *count < KIT_LISTS_MAX) {
            to = &lists[(*count)++];
            *to = (struct kit_list){ name, language, word_list_new(arena) };
        }
        if (to && !word_list_add(to->list, bytes))
            continue; /* the read has looked at the size */
    }
}

struct language_kit *kit_open(struct arena *arena, const char *folder, const char *own_folder,
                              const char *voikko_folder)
{
    struct language_kit *kit = ARENA_NEW(arena, struct language_kit);
    struct kit_list *lists = ARENA_ARRAY(arena, struct kit_list, KIT_LISTS_MAX);
    read_folder(arena, folder, lists, &kit->list_count);
    if (kit->list_count == 0)
        return NULL;
    if (own_folder)
        read_folder(arena, own_folder, lists, &kit->list_count);
    kit->lists = lists;
    if (!voikko_folder || voikko_folder[0])
        kit->morphology = morphology_open(voikko_folder);
    return kit;
}

void kit_close(struct language_kit *kit)
{
    if (!kit)
        return;
    morphology_free(kit->morphology);
    kit->morphology = NULL;
}

const struct word_list *kit_list(const struct language_kit *kit, const char *name,
                                 enum language language)
{
    for (size_t i = 0; kit && i < kit->list_count; i++) {
        if (kit->lists[i].language == language && str_is(kit->lists[i].name, name))
            return kit->lists[i].list;
    }
    return NULL;
}
