/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See desk_folder.h. undo/HEX/ holds one step of an announcement, HEX being the hash of its id: the
 * files "0", "1" … as they were, and "list", written last: without it the step never began. Lines
 * of the list: a number or "-" (there was nothing), a tab, a path; before them the verdict, the id
 * and the moment. Paths begin at the desk's folder. "seal" says of the same paths what the verdict
 * made of them, as SHA-256: hide.xml and a picture are of several verdicts, and what a later one
 * wrote must not go with an earlier.
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

/*
 * A path as it is kept: from the desk's folder on, so that a desk can be moved, and a copy of one
 * takes back what is its own. What lies elsewhere keeps its whole path.
 */
static struct str name_of(const struct desk_folder *folder, const char *path)
{
    char whole[PATH_MAX];
    struct str name = str_of(path);
    if (!realpath(folder->path, whole))
        return name;
    const char *below = file_join(folder->arena, whole, "");
    return str_starts(name, below) ? str_slice(name, strlen(below), name.bytes) : name;
}

/* And back. */
static const char *path_of(const struct desk_folder *folder, struct str name)
{
    const char *path = str_c(folder->arena, name);
    return path[0] == '/' ? path : file_join(folder->arena, folder->path, path);
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
        struct str name = name_of(folder, step->paths[i]);
        text_format(&list, "%.*s\t%.*s\n", STR_ARG(word), STR_ARG(name));
    }
    const char *name = file_join(folder->arena, path, "list");
    return say(name, file_write(name, text_str(&list), FILE_MODE));
}

/* ---- the step that was kept ---------------------------------------------------------------- */

struct step_file {
    const char *path;
    struct str name; /* the same as the list has it */
    struct str word; /* number of its copy; "-": there was nothing */
    struct str left; /* as the verdict left it: SHA-256, "-" for nothing; empty: not sealed */
    bool stays;      /* another announcement needs it by now */
};

struct step {
    const char *path;
    struct str verdict, id, at;
    struct step_file *files;
    size_t file_count;
};

static bool next_file(struct str *rest, struct str *ret_word, struct str *ret_path)
{
    struct str line;
    return str_next(rest, '\n', &line) && str_next(&line, '\t', ret_word) &&
           (*ret_path = line, true);
}

/* A seal that is missing, or half of one, says nothing: the program was killed before it. */
static void read_seal(const struct desk_folder *folder, struct step *step)
{
    struct str rest, left, path;
    const char *name = file_join(folder->arena, step->path, "seal");
    if (file_read(folder->arena, name, LIST_BYTES_MAX, &rest) != FILE_OK)
        return;
    for (size_t i = 0; i < step->file_count && next_file(&rest, &left, &path); i++) {
        if (str_equal(path, step->files[i].name))
            step->files[i].left = left;
    }
}

static bool read_step(const struct desk_folder *folder, struct str id, struct step *ret_step)
{
    struct arena *arena = folder->arena;
    struct step step = { .path = step_path(folder, id) };
    struct str rest, word, path;
    if (file_read(arena, file_join(arena, step.path, "list"), LIST_BYTES_MAX, &rest) != FILE_OK ||
        !str_next(&rest, '\n', &step.verdict) || !str_next(&rest, '\n', &step.id) ||
        !str_next(&rest, '\n', &step.at) || !str_equal(step.id, id))
        return false;
    while (next_file(&rest, &word, &path))
        *ARENA_PUSH(arena, step.files, step.file_count) =
            (struct step_file){ .path = path_of(folder, path), .name = path, .word = word };
    read_seal(folder, &step);
    *ret_step = step;
    return true;
}

/* ---- sealing ------------------------------------------------------------------------------- */

/* The SHA-256 of a file, "-" when there is none; empty, with a message, when it cannot be read. */
static struct str state_of(const struct desk_folder *folder, const char *path)
{
    struct arena *scratch = arena_new(FILE_BYTES_MAX + LIST_BYTES_MAX);
    struct str bytes, state = { "", 0 };
    enum file_outcome outcome = file_read(scratch, path, FILE_BYTES_MAX, &bytes);
    if (outcome == FILE_MISSING) {
        state = STR("-");
    } else if (say(path, outcome)) {
        struct hash hash = hash_of(bytes);
        state = hash_str(folder->arena, &hash);
    }
    arena_free(scratch);
    return state;
}

void desk_folder_seal(const struct desk_folder *folder, struct str id)
{
    struct step step;
    struct text seal = text_new(folder->arena, LIST_BYTES_MAX);
    if (!read_step(folder, id, &step))
        return;
    for (size_t i = 0; i < step.file_count; i++) {
        struct str state = state_of(folder, step.files[i].path);
        if (state.bytes == 0)
            return;
        text_format(&seal, "%.*s\t%.*s\n", STR_ARG(state), STR_ARG(step.files[i].name));
    }
    const char *name = file_join(folder->arena, step.path, "seal");
    say(name, file_write(name, text_str(&seal), FILE_MODE));
}

/* ---- taking back --------------------------------------------------------------------------- */

static bool is_published(const struct desk_folder *folder, struct str at)
{
    struct str published;
    const char *path = desk_folder_join(folder, PUBLISHED_FILE);
    /* Both are local times of one centre in the same form, so their bytes compare. */
    return file_read(folder->arena, path, LIST_BYTES_MAX, &published) == FILE_OK &&
           str_compare(str_trim(published), at) >= 0;
}

/* "…/inbox/a.xml", "…/inbox/media/a.jpg" */
static bool is_in_inbox(const char *path)
{
    return str_find(str_of(path), STR("/inbox/")) >= 0;
}

static bool is_submission(const char *path)
{
    return str_is(file_name_of(file_folder_of(str_of(path))), "inbox");
}

static const char *copy_path(const struct desk_folder *folder, const struct step *step,
                             const struct step_file *file)
{
    return file_join(folder->arena, step->path, str_c(folder->arena, file->word));
}

/* As it was before the verdict; empty, with a message, when the copy cannot be read. */
static struct str state_before(const struct desk_folder *folder, const struct step *step,
                               const struct step_file *file)
{
    return str_is(file->word, "-") ? file->word : state_of(folder, copy_path(folder, step, file));
}

/* Where nothing lies in the inbox nothing can be lost: a later verdict took the picture along. */
static enum desk_undo check_sealed(const struct desk_folder *folder, const struct step *step,
                                   const struct step_file *file)
{
    struct str now = state_of(folder, file->path);
    struct str before = state_before(folder, step, file);
    if (now.bytes == 0 || before.bytes == 0)
        return DESK_UNDO_FAILED;
    if (str_equal(now, file->left) || str_equal(now, before) ||
        (str_is(now, "-") && is_in_inbox(file->path)))
        return DESK_UNDO_DONE;
    return is_submission(file->path) ? DESK_UNDO_IN_THE_WAY : DESK_UNDO_CHANGED;
}

/* The file that the verdict wrote outside the inbox; NULL when there is none. */
static const char *entry_of(const struct step *step)
{
    for (size_t i = 0; i < step->file_count; i++) {
        const char *path = step->files[i].path;
        if (str_ends(str_of(path), ".xml") && !is_in_inbox(path))
            return path;
    }
    return NULL;
}

/* Is it a picture beside the announcement that another one there names, too? */
static bool is_shared(const struct desk_folder *folder, const struct step *step,
                      const struct step_file *file, desk_names_picture *names)
{
    struct str path = str_of(file->path);
    const char *entry = entry_of(step);
    if (!entry || str_ends(path, ".xml") || str_ends(path, ".minisig"))
        return false;
    const char *beside = str_c(folder->arena, file_folder_of(str_of(entry)));
    size_t from = strlen(beside) + 1;
    return str_starts(path, file_join(folder->arena, beside, "")) &&
           names(folder->arena, beside, entry, str_slice(path, from, path.bytes));
}

/* One that was another picture before can neither stay nor go: two announcements are tied to it. */
static bool may_stay(const struct desk_folder *folder, const struct step *step,
                     const struct step_file *file)
{
    return str_is(file->word, "-") ||
           str_equal(state_of(folder, file->path), state_before(folder, step, file));
}

/* May it go back to what it was? Of a verdict that was cut off only the inbox is held to that. */
static enum desk_undo check_file(const struct desk_folder *folder, const struct step *step,
                                 const struct step_file *file)
{
    if (file->left.bytes > 0)
        return check_sealed(folder, step, file);
    bool is_in_the_way = is_submission(file->path) && file_exists(file->path);
    return is_in_the_way ? DESK_UNDO_IN_THE_WAY : DESK_UNDO_DONE;
}

/* The file as it was goes to a path: its own, or the same file of a site. */
static bool put_back(const struct desk_folder *folder, const struct step *step,
                     const struct step_file *file, const char *to)
{
    struct arena *scratch = arena_new(FILE_BYTES_MAX + LIST_BYTES_MAX);
    struct str bytes;
    enum file_outcome outcome = FILE_OK;
    if (str_is(file->word, "-")) {
        if (unlink(to) != 0 && errno != ENOENT)
            outcome = file_outcome_of(errno);
    } else {
        outcome = file_read(scratch, copy_path(folder, step, file), FILE_BYTES_MAX, &bytes);
        if (outcome == FILE_OK)
            outcome = file_write(to, bytes, FILE_MODE);
    }
    arena_free(scratch);
    return say(to, outcome);
}

static bool restore(const struct desk_folder *folder, const struct step *step,
                    const struct step_file *file)
{
    return put_back(folder, step, file, file->path);
}

/* A step of a list keeps hide.xml and its signature, in this order. */
static bool is_of_list(const struct step *step)
{
    return step->file_count == 2 && str_is(file_name_of(str_of(step->files[0].path)), "hide.xml");
}

/*
 * The list goes out at once, and so does its end: where the site beside still has what the verdict
 * left. A screen that asks in between finds a signature without a list, or fetches both once more.
 */
static bool restore_site(const struct desk_folder *folder, const struct step *step, bool *ret_done)
{
    const char *site = desk_folder_join(folder, "site");
    const struct step_file *list = &step->files[0], *signature = &step->files[1];
    const char *to = file_join(folder->arena, site, "hide.xml");
    const char *signature_to = file_join(folder->arena, site, "hide.xml.minisig");
    *ret_done = list->left.bytes > 0 && file_exists(file_join(folder->arena, site, "feed.atom")) &&
                str_equal(state_of(folder, to), list->left);
    if (!*ret_done)
        return true;
    if (str_is(list->word, "-"))
        return put_back(folder, step, list, to) && put_back(folder, step, signature, signature_to);
    return put_back(folder, step, signature, signature_to) && put_back(folder, step, list, to);
}

/* People have seen a notice before it was taken off: that it comes back is news to nobody. */
static bool is_too_late(const struct desk_folder *folder, const struct step *step)
{
    bool is_known = is_of_list(step) && step->files[0].left.bytes > 0;
    return !is_known && is_published(folder, step->at);
}

/* Sets what stays on the way; *ret_path is of the file that is not fine. */
static enum desk_undo check_step(const struct desk_folder *folder, struct step *step,
                                 desk_names_picture *names, const char **ret_path)
{
    if (is_too_late(folder, step))
        return DESK_UNDO_PUBLISHED;
    for (size_t i = 0; i < step->file_count; i++) {
        struct step_file *file = &step->files[i];
        enum desk_undo outcome = check_file(folder, step, file);
        *ret_path = file->path;
        if (outcome != DESK_UNDO_DONE)
            return outcome;
        file->stays = is_shared(folder, step, file, names);
        if (file->stays && !may_stay(folder, step, file))
            return DESK_UNDO_CHANGED;
    }
    return DESK_UNDO_DONE;
}

enum desk_undo desk_folder_undo(const struct desk_folder *folder, struct str id,
                                desk_names_picture *names, struct desk_undone *ret_undone)
{
    struct step step;
    struct desk_undone undone = { 0 };
    if (!read_step(folder, id, &step))
        return DESK_UNDO_NOTHING;
    enum desk_undo outcome = check_step(folder, &step, names, &undone.path);
    undone.verdict = step.verdict;
    *ret_undone = undone;
    if (outcome != DESK_UNDO_DONE)
        return outcome;
    for (size_t i = 0; i < step.file_count; i++) {
        if (!step.files[i].stays && !restore(folder, &step, &step.files[i]))
            return DESK_UNDO_FAILED;
    }
    if (is_of_list(&step) && !restore_site(folder, &step, &ret_undone->on_site))
        return DESK_UNDO_FAILED;
    temporary_remove(step.path);
    return DESK_UNDO_DONE;
}

void desk_folder_abandon(const struct desk_folder *folder, struct str id)
{
    struct step step;
    if (!read_step(folder, id, &step))
        return;
    for (size_t i = 0; i < step.file_count; i++) {
        if (!is_in_inbox(step.files[i].path) && !restore(folder, &step, &step.files[i]))
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
