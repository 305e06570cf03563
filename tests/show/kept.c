/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See kept.h. */
#include "kept.h"

#include "keep/keep.h"
#include "model/pack.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define ARENA_BYTES ((size_t)64 << 20)

bool kept_make(struct kept *kept)
{
    snprintf(kept->root, sizeof kept->root, "/tmp/infotaulu-show-XXXXXX");
    if (!mkdtemp(kept->root))
        return false;
    kept_path(kept, "cache", kept->cache);
    kept_path(kept, "state", kept->state);
    return true;
}

void kept_path(const struct kept *kept, const char *name, char ret_path[PATH_MAX])
{
    struct arena *arena = arena_new(ARENA_BYTES);
    snprintf(ret_path, PATH_MAX, "%s", file_join(arena, kept->root, name));
    arena_free(arena);
}

static void remove_all(const char *folder)
{
    DIR *open = opendir(folder);
    struct dirent *entry;
    struct arena *arena = arena_new(ARENA_BYTES);
    while (open && (entry = readdir(open))) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        const char *path = file_join(arena, folder, entry->d_name);
        if (entry->d_type == DT_DIR)
            remove_all(path);
        else
            unlink(path);
    }
    if (open)
        closedir(open);
    rmdir(folder);
    arena_free(arena);
}

void kept_remove(struct kept *kept)
{
    if (kept->root[0] != '\0')
        remove_all(kept->root);
}

/* ---- an edition ---------------------------------------------------------------------------- */

static struct stamp stamp_of(const char *text)
{
    struct stamp stamp = { 0 };
    return stamp_parse(str_of(text), &stamp) ? stamp : (struct stamp){ 0 };
}

static struct item *add_item(struct arena *arena, struct edition *edition, const char *id,
                             const char *author, struct str title)
{
    struct item *item = ARENA_PUSH(arena, edition->items, edition->item_count);
    struct announcement *announcement = &item->announcement;
    announcement->id = str_of(id);
    announcement->group = str_of(id);
    announcement->language_tag = STR("fi");
    announcement->language = LANGUAGE_FI;
    announcement->title = title;
    announcement->summary = STR("Tule mukaan. Et tarvitse ilmoittautumista.");
    announcement->updated = stamp_of("2026-11-20T09:00:00+02:00");
    announcement->show.priority = PRIORITY_NORMAL;
    ARENA_PUSH(arena, announcement->authors, announcement->author_count)->name = str_of(author);
    struct block *block = ARENA_PUSH(arena, announcement->blocks, announcement->block_count);
    block->text = STR("Kahvila on auki joka maanantai. Kahvi ei maksa mitään.");
    item->seconds = 10;
    item->pages = 1;
    return item;
}

static struct edition *new_edition(struct arena *arena, int number)
{
    struct edition *edition = ARENA_NEW(arena, struct edition);
    profile_reference(arena, &edition->profile);
    edition->profile.id = STR("niemela");
    edition->display = edition->profile.displays[0].name;
    edition->site = STR("https://taulu.example.fi/");
    edition->accepted = KEPT_NOW - 3600;
    edition->updated = KEPT_NOW - 7200;
    edition->valid_until = KEPT_NOW + 86400;
    (void)add_item(arena, edition, "urn:test:a", "Esimerkki ry", STR("Perhekahvila"));
    struct item *fi =
        add_item(arena, edition, "urn:test:b-fi", "Toinen yhdistys ry", STR("Kävelyryhmä"));
    struct item *sv =
        add_item(arena, edition, "urn:test:b-sv", "Toinen yhdistys ry", STR("Promenadgrupp"));
    fi->announcement.group = sv->announcement.group = STR("urn:test:b");
    sv->announcement.language_tag = STR("sv");
    sv->announcement.language = LANGUAGE_SV;
    (void)add_item(arena, edition, "urn:test:changing", "Kolmas ry",
                   str_format(arena, "Painos %d", number));
    return edition;
}

static bool write_edition(struct arena *arena, const struct edition *edition, const char *cache,
                          const char *state)
{
    struct keep *keep;
    struct kept_edition kept = { .site = edition->site, .packed = pack_edition(arena, edition) };
    if (kept.packed.bytes == 0 || keep_open(cache, state, &keep, NULL) != KEEP_OK)
        return false;
    bool wrote = keep_lock(keep) == KEEP_OK && keep_edition_write(keep, &kept) == KEEP_OK;
    keep_close(keep);
    return wrote;
}

bool kept_write(const char *cache, const char *state, int number)
{
    struct arena *arena = arena_new(ARENA_BYTES);
    bool wrote = write_edition(arena, new_edition(arena, number), cache, state);
    arena_free(arena);
    return wrote;
}

bool kept_write_without_picture(const char *cache, const char *state)
{
    struct arena *arena = arena_new(ARENA_BYTES);
    struct edition *edition = new_edition(arena, 1);
    struct item *item = add_item(arena, edition, "urn:test:picture", "Neljäs ry", STR("Kuva"));
    item->announcement.has_picture = true;
    item->picture.width = 600;
    item->picture.height = 450;
    item->picture.pixels = hash_of(STR("not there"));
    bool wrote = write_edition(arena, edition, cache, state);
    arena_free(arena);
    return wrote;
}
