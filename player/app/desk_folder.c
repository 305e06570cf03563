/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See desk_folder.h. undo/HEX/ holds one step of an announcement, HEX being the hash of its id: the
 * files "0", "1" … as they were, and "list", written last: without it the step never began. Lines
 * of the list: a number or "-" (there was nothing), a tab, a path; before them the verdict, the id
 * and the moment.
 */
#include "app/desk_folder.h"

#include "app/options.h"
#include "app/temporary.h"
#include "base/hash.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#define FOLDER_MODE 0755
#define FILE_MODE 0644
#define FILE_BYTES_MAX ((size_t)20 << 20) /* the largest picture; texts are far smaller */
#define LIST_BYTES_MAX ((size_t)64 << 10)
#define LOCK_TRIES 100
#define LOCK_PAUSE_NS 100000000L
#define ID_DIGITS 32
#define PUBLISHED_FILE "published"

static bool say(const char *path, enum file_outcome outcome)
{
    if (outcome == FILE_OK)
        return true;
    options_fail("%s %s", path, _(file_outcome_text(outcome)));
    return false;
}

/* ---- the folder ---------------------------------------------------------------------------- */

const char *desk_folder_of(struct arena *arena, const char *file)
{
    static const char *const names[] = { "inbox", "approved", "returned", "refused" };
    char whole[PATH_MAX];
    const char *beside = str_c(arena, file_folder_of(str_of(file)));
    if (!realpath(beside, whole))
        return NULL;
    struct str folder = str_copy(arena, str_of(whole));
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (str_is(file_name_of(folder), names[i]))
            return str_c(arena, file_folder_of(folder));
    }
    return NULL;
}

bool desk_folder_open(struct arena *arena, const char *path, struct desk_folder *ret_folder)
{
    struct desk_folder folder = { .arena = arena, .path = path };
    static const struct timespec pause = { .tv_nsec = LOCK_PAUSE_NS };
    folder.lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder.lock < 0)
        return say(path, file_outcome_of(errno));
    for (int i = 0; flock(folder.lock, LOCK_EX | LOCK_NB) != 0; i++) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            break; /* a share without locks */
        if (i == LOCK_TRIES) {
            options_fail(_("%s: somebody else is giving a verdict there. Try again soon"), path);
            close(folder.lock);
            return false;
        }
        nanosleep(&pause, NULL);
    }
    *ret_folder = folder;
    return true;
}

void desk_folder_close(struct desk_folder *folder)
{
    close(folder->lock);
}

char *desk_folder_join(const struct desk_folder *folder, const char *name)
{
    return file_join(folder->arena, folder->path, name);
}

/* ---- keeping ------------------------------------------------------------------------------- */

static char *step_path(const struct desk_folder *folder, struct str id)
{
    struct hash hash = hash_of(id);
    struct str name = str_slice(hash_str(folder->arena, &hash), 0, ID_DIGITS);
    return desk_folder_join(folder, str_format(folder->arena, "undo/%.*s", STR_ARG(name)).at);
}

/* One file beside the list; *ret_word is its number, or "-" when there is nothing to keep. */
static bool keep_file(const struct desk_folder *folder, const char *step, const char *path,
                      size_t number, struct str *ret_word)
{
    struct arena *scratch = arena_new(FILE_BYTES_MAX + LIST_BYTES_MAX);
    struct str bytes;
    enum file_outcome outcome = file_read(scratch, path, FILE_BYTES_MAX, &bytes);
    *ret_word = outcome == FILE_MISSING ? STR("-") : str_format(folder->arena, "%zu", number);
    if (outcome == FILE_OK)
        outcome = file_write(file_join(scratch, step, ret_word->at), bytes, FILE_MODE);
    else if (outcome == FILE_MISSING)
        outcome = FILE_OK;
    arena_free(scratch);
    return say(path, outcome);
}

bool desk_folder_keep(const struct desk_folder *folder, const struct desk_step *step)
{
    const char *path = step_path(folder, step->id);
    struct text list = text_new(folder->arena, LIST_BYTES_MAX);
    text_format(&list, "%s\n%.*s\n%.*s\n", step->verdict, STR_ARG(step->id), STR_ARG(step->at));
    if (file_exists(path))
        temporary_remove(path);
    if (!say(path, file_make_folder(path, FOLDER_MODE)))
        return false;
    for (size_t i = 0; i < step->path_count; i++) {
        struct str word;
        if (!keep_file(folder, path, step->paths[i], i, &word))
            return false;
        text_format(&list, "%.*s\t%s\n", STR_ARG(word), step->paths[i]);
    }
    const char *name = file_join(folder->arena, path, "list");
    return say(name, file_write(name, text_str(&list), FILE_MODE));
}

/* ---- taking back --------------------------------------------------------------------------- */

struct step {
    const char *path;
    struct str verdict, id, at;
    struct str files; /* the lines behind */
};

static bool read_step(const struct desk_folder *folder, struct str id, struct step *ret_step)
{
    struct step step = { .path = step_path(folder, id) };
    const char *list = file_join(folder->arena, step.path, "list");
    return file_read(folder->arena, list, LIST_BYTES_MAX, &step.files) == FILE_OK &&
           str_next(&step.files, '\n', &step.verdict) && str_next(&step.files, '\n', &step.id) &&
           str_next(&step.files, '\n', &step.at) && str_equal(step.id, id) &&
           (*ret_step = step, true);
}

static bool is_published(const struct desk_folder *folder, struct str at)
{
    struct str published;
    const char *path = desk_folder_join(folder, PUBLISHED_FILE);
    /* Both are local times of one centre in the same form, so their bytes compare. */
    return file_read(folder->arena, path, LIST_BYTES_MAX, &published) == FILE_OK &&
           str_compare(str_trim(published), at) >= 0;
}

static bool next_file(struct str *rest, struct str *ret_word, struct str *ret_path)
{
    struct str line;
    return str_next(rest, '\n', &line) && str_next(&line, '\t', ret_word) &&
           (*ret_path = line, true);
}

/* "…/inbox/a.xml", "…/inbox/media/a.jpg" */
static bool is_in_inbox(struct str path)
{
    return str_find(path, STR("/inbox/")) >= 0;
}

/* A new submission of the same name must not be lost under an old one. */
static bool is_in_the_way(const struct desk_folder *folder, struct str path)
{
    bool is_submission = str_is(file_name_of(file_folder_of(path)), "inbox");
    return is_submission && file_exists(str_c(folder->arena, path));
}

static bool restore(const struct desk_folder *folder, const struct step *step, struct str word,
                    struct str path)
{
    const char *name = str_c(folder->arena, path);
    struct arena *scratch = arena_new(FILE_BYTES_MAX + LIST_BYTES_MAX);
    struct str bytes;
    enum file_outcome outcome = FILE_OK;
    if (str_is(word, "-")) {
        if (unlink(name) != 0 && errno != ENOENT)
            outcome = file_outcome_of(errno);
    } else {
        const char *kept = file_join(scratch, step->path, str_c(scratch, word));
        outcome = file_read(scratch, kept, FILE_BYTES_MAX, &bytes);
        if (outcome == FILE_OK)
            outcome = file_write(name, bytes, FILE_MODE);
    }
    arena_free(scratch);
    return say(name, outcome);
}

enum desk_undo desk_folder_undo(const struct desk_folder *folder, struct str id,
                                struct str *ret_verdict)
{
    struct step step;
    struct str word, path, rest;
    if (!read_step(folder, id, &step))
        return DESK_UNDO_NOTHING;
    if (is_published(folder, step.at))
        return DESK_UNDO_PUBLISHED;
    for (rest = step.files; next_file(&rest, &word, &path);) {
        if (is_in_the_way(folder, path))
            return DESK_UNDO_CHANGED;
    }
    for (rest = step.files; next_file(&rest, &word, &path);) {
        if (!restore(folder, &step, word, path))
            return DESK_UNDO_FAILED;
    }
    *ret_verdict = step.verdict;
    temporary_remove(step.path);
    return DESK_UNDO_DONE;
}

void desk_folder_abandon(const struct desk_folder *folder, struct str id)
{
    struct step step;
    struct str word, path;
    if (!read_step(folder, id, &step))
        return;
    while (next_file(&step.files, &word, &path)) {
        if (!is_in_inbox(path) && !restore(folder, &step, word, path))
            return; /* what could not be put back is still kept */
    }
    temporary_remove(step.path);
    rmdir(desk_folder_join(folder, "undo")); /* when it is empty */
}

void desk_folder_note_published(struct arena *arena, const char *approved, struct str at)
{
    const char *root = desk_folder_of(arena, file_join(arena, approved, "centre.xml"));
    if (!root || !file_exists(file_join(arena, root, "record.tsv")))
        return;
    const char *path = file_join(arena, root, PUBLISHED_FILE);
    say(path, file_write(path, str_join(arena, at, STR("\n")), FILE_MODE));
}
