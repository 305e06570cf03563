/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See verdict.h. Names come from senders: two of them may send an "ilmoitus.xml" or a "kuva.jpg",
 * and one may send a "centre.xml". None of that may cost an announcement that is approved already
 * or a file of the centre.
 *
 * The record is appended to and never written anew, so that whoever keeps it open in a spreadsheet
 * sees it grow and nothing that was noted is ever touched again.
 */
#include "app/verdict.h"

#include "app/desk_folder.h"
#include "app/options.h"
#include "app/submission.h"
#include "base/identity_code.h"
#include "feed/read_entry.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER_MODE 0755
#define FILE_MODE 0644
#define NAME_TRIES 1000
#define SCRATCH_BYTES_MAX (16u << 20) /* for one entry of at most ENTRY_BYTES_MAX */
#define RECORD_BYTES_MAX (64u << 20)  /* some 200,000 verdicts */
#define RECORD_LINE_BYTES_MAX (16u << 10)

static bool say(const char *path, enum file_outcome outcome)
{
    if (outcome == FILE_OK)
        return true;
    options_fail("%s %s", path, _(file_outcome_text(outcome)));
    return false;
}

/* ---- looking at announcements that lie somewhere ------------------------------------------- */

typedef bool entry_matches(const struct announcement *announcement, struct str wanted);

static bool has_id(const struct announcement *announcement, struct str wanted)
{
    return str_equal(announcement->id, wanted);
}

static bool has_medium(const struct announcement *announcement, struct str wanted)
{
    return announcement->has_picture && str_equal(announcement->picture.href, wanted);
}

static bool file_matches(const char *path, entry_matches *matches, struct str wanted)
{
    struct arena *scratch = arena_new(SCRATCH_BYTES_MAX);
    struct report report = report_new(scratch);
    struct announcement announcement;
    struct str bytes;
    bool is_match = file_read(scratch, path, ENTRY_BYTES_MAX, &bytes) == FILE_OK &&
                    entry_read(scratch, bytes, str_of(path), &report, &announcement) &&
                    matches(&announcement, wanted);
    arena_free(scratch);
    return is_match;
}

/* The first announcement of a folder that matches, but for one file; NULL for none. */
static const char *find_entry(struct arena *arena, const char *folder, const char *except,
                              entry_matches *matches, struct str wanted)
{
    struct str *paths;
    size_t count;
    if (!submission_paths(arena, folder, &paths, &count))
        return NULL;
    for (size_t i = 0; i < count; i++) {
        const char *path = str_c(arena, paths[i]);
        bool is_other = !except || !str_equal(file_name_of(paths[i]), file_name_of(str_of(except)));
        if (is_other && file_matches(path, matches, wanted))
            return path;
    }
    return NULL;
}

bool verdict_names_picture(struct arena *arena, const char *folder, const char *except,
                           struct str href)
{
    return find_entry(arena, folder, except, has_medium, href) != NULL;
}

struct str verdict_ref_of(struct arena *arena, const char *given, struct str *ret_title)
{
    struct report report = report_new(arena);
    struct announcement announcement;
    struct str bytes;
    *ret_title = (struct str){ "", 0 };
    if (!file_exists(given) || file_is_folder(given) ||
        file_read(arena, given, ENTRY_BYTES_MAX, &bytes) != FILE_OK ||
        !entry_read(arena, bytes, str_of(given), &report, &announcement))
        return str_of(given);
    *ret_title = identity_code_mask(arena, announcement.title);
    return announcement.id;
}

/* ---- the place ----------------------------------------------------------------------------- */

static const char *folder_of(struct arena *arena, const char *path)
{
    char whole[PATH_MAX];
    const char *folder = str_c(arena, file_folder_of(str_of(path)));
    return realpath(folder, whole) ? str_c(arena, str_of(whole)) : folder;
}

char *verdict_approved_folder(struct arena *arena, const char *path)
{
    struct str folder = str_of(folder_of(arena, path));
    if (!str_is(file_name_of(folder), "inbox"))
        return NULL;
    return file_join(arena, str_c(arena, file_folder_of(folder)), "approved");
}

/* Names that publish does not read as an announcement. */
static bool is_reserved(struct str name)
{
    return str_is(name, "centre.xml") || str_is(name, "hide.xml");
}

/* "ilmoitus", "ilmoitus-2" … with ".xml" behind, until nothing has that name. */
static char *free_name(struct arena *arena, const char *folder, struct str name)
{
    while (name.bytes > 0 && (name.at[0] == '.' || name.at[0] == '~'))
        name = str_slice(name, 1, name.bytes);
    if (str_ends(name, ".xml"))
        name = str_slice(name, 0, name.bytes - strlen(".xml"));
    if (name.bytes == 0)
        name = STR("ilmoitus");
    for (int i = 1; i < NAME_TRIES; i++) {
        struct str numbered = i == 1 ? str_format(arena, "%.*s.xml", STR_ARG(name))
                                     : str_format(arena, "%.*s-%d.xml", STR_ARG(name), i);
        char *path = file_join(arena, folder, str_c(arena, numbered));
        if (!is_reserved(numbered) && access(path, F_OK) != 0)
            return path;
    }
    return NULL;
}

bool verdict_find_place(struct arena *arena, const char *path, struct str id,
                        enum verdict_target target, struct verdict_place *ret_place)
{
    static const char *const names[] = { [VERDICT_TO_APPROVED] = "approved",
                                         [VERDICT_TO_RETURNED] = "returned",
                                         [VERDICT_TO_REFUSED] = "refused" };
    struct verdict_place place = { .source = path, .file = path };
    const char *approved = verdict_approved_folder(arena, path);
    if (!approved) {
        place.folder = str_c(arena, file_folder_of(str_of(path)));
        *ret_place = place;
        return true;
    }
    place.inbox = folder_of(arena, path);
    place.source = file_join(arena, place.inbox, str_c(arena, file_name_of(str_of(path))));
    place.folder = file_join(arena, str_c(arena, file_folder_of(str_of(approved))), names[target]);
    if (!say(place.folder, file_make_folder(place.folder, FOLDER_MODE)))
        return false;
    place.file =
        target == VERDICT_TO_APPROVED ? find_entry(arena, approved, NULL, has_id, id) : NULL;
    if (!place.file)
        place.file = free_name(arena, place.folder, file_name_of(str_of(path)));
    if (!place.file) {
        options_fail(_("%s: no name is free for %s"), place.folder, path);
        return false;
    }
    *ret_place = place;
    return true;
}

/* ---- writing ------------------------------------------------------------------------------- */

/* A picture that is called like a signed file could take the place of one. */
static bool is_picture_name(struct str href)
{
    return !str_ends(href, ".xml") && !str_ends(href, ".minisig");
}

static bool lies_there(const char *path, struct str bytes)
{
    struct arena *scratch = arena_new(bytes.bytes + SCRATCH_BYTES_MAX);
    struct str there;
    bool is_same =
        file_read(scratch, path, bytes.bytes, &there) == FILE_OK && str_equal(there, bytes);
    arena_free(scratch);
    return is_same;
}

static bool write_medium(struct arena *arena, const struct verdict_place *place,
                         const struct verdict_files *files)
{
    char *path = file_join(arena, place->folder, str_c(arena, files->media_href));
    if (!is_picture_name(files->media_href)) {
        options_fail(_("%.*s is no name for a picture"), STR_ARG(files->media_href));
        return false;
    }
    if (lies_there(path, files->media))
        return true;
    const char *other =
        find_entry(arena, place->folder, place->file, has_medium, files->media_href);
    if (other && file_exists(path)) {
        options_fail(_("%s is another picture already, of %s. Rename the picture, also in %s"),
                     path, other, place->source);
        return false;
    }
    const char *folder = str_c(arena, file_folder_of(str_of(path)));
    return say(folder, file_make_folder(folder, FOLDER_MODE)) &&
           say(path, file_write(path, files->media, FILE_MODE));
}

static const char *signature_path(struct arena *arena, const struct verdict_place *place)
{
    return str_format(arena, "%s.minisig", place->file).at;
}

bool verdict_write(struct arena *arena, const struct verdict_place *place,
                   const struct verdict_files *files)
{
    const char *signature = signature_path(arena, place);
    if (place->inbox && files->media_href.bytes > 0 && !write_medium(arena, place, files))
        return false;
    if ((place->inbox || files->entry_is_changed) &&
        !say(place->file, file_write(place->file, files->entry, FILE_MODE)))
        return false;
    return files->signature.bytes == 0 ||
           say(signature, file_write(signature, files->signature, FILE_MODE));
}

#define PATHS_MAX 5

bool verdict_keep(const struct desk_folder *folder, const struct verdict_place *place,
                  const struct verdict_files *files, const struct verdict_record *record)
{
    struct arena *arena = folder->arena;
    const char *href = str_c(arena, files->media_href);
    const char *paths[PATHS_MAX];
    struct desk_step step = {
        .verdict = record->verdict, .id = record->id, .at = record->at, .paths = paths
    };
    if (!place->inbox)
        return true;
    paths[step.path_count++] = place->source;
    paths[step.path_count++] = place->file;
    paths[step.path_count++] = signature_path(arena, place);
    if (files->media_href.bytes > 0) {
        paths[step.path_count++] = file_join(arena, place->inbox, href);
        paths[step.path_count++] = file_join(arena, place->folder, href);
    }
    return desk_folder_keep(folder, &step);
}

/* ---- the record ---------------------------------------------------------------------------- */

struct str verdict_received(struct arena *arena, const char *path, const struct zone *zone)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return (struct str){ "", 0 };
    struct date date = zone_local(zone, (int64_t)status.st_mtime).date;
    return str_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/* A tab or a line end in a text must not make a column or a line. */
static void add_column(struct text *line, struct str text)
{
    if (line->bytes > 0)
        text_add_c(line, "\t");
    for (size_t i = 0; i < text.bytes; i++) {
        struct str byte = str_slice(text, i, 1);
        text_add(line, (unsigned char)byte.at[0] < ' ' ? STR(" ") : byte);
    }
}

static struct str joined(struct arena *arena, struct str all, const char *between, struct str more)
{
    return all.bytes ? str_join(arena, str_join(arena, all, str_of(between)), more) : more;
}

static struct str organisations_of(struct arena *arena, const struct announcement *announcement)
{
    struct str all = { 0 };
    for (size_t i = 0; i < announcement->author_count; i++)
        all = joined(arena, all, "; ", announcement->authors[i].name);
    return all;
}

static struct str audience_of(struct arena *arena, const struct announcement *announcement)
{
    struct str all = { 0 };
    for (size_t i = 0; i < announcement->audience_term_count; i++)
        all = joined(arena, all, " ", file_name_of(announcement->audience_terms[i]));
    return all;
}

/* The columns are told in record/verdict_row.h, which reads them back. */
static struct str record_line(struct arena *arena, const struct verdict_record *record)
{
    const struct announcement *announcement = record->announcement;
    static const struct str none = { "", 0 };
    struct text line = text_new(arena, RECORD_LINE_BYTES_MAX);
    const struct str columns[] = {
        record->at,
        str_of(record->verdict),
        record->id,
        record->by,
        record->key_number,
        str_format(arena, "%d", record->rules),
        hash_str(arena, &record->content),
        record->overrides,
        record->reason,
        record->received,
        announcement ? announcement->language_tag : none,
        announcement ? organisations_of(arena, announcement) : none,
        announcement ? audience_of(arena, announcement) : none,
        announcement ? identity_code_mask(arena, announcement->title) : none,
    };
    for (size_t i = 0; i < ARRAY_LEN(columns); i++)
        add_column(&line, columns[i]);
    text_add_c(&line, "\n");
    return text_str(&line);
}

static bool append(const char *path, struct str text)
{
    int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, FILE_MODE);
    if (fd < 0)
        return say(path, file_outcome_of(errno));
    ssize_t count = write(fd, text.at, text.bytes);
    int error = count < 0 ? errno : ENOSPC;
    bool is_whole = count == (ssize_t)text.bytes;
    if (is_whole && fsync(fd) != 0) {
        error = errno;
        is_whole = false;
    }
    close(fd);
    return is_whole || say(path, file_outcome_of(error));
}

bool verdict_note(struct arena *arena, const struct verdict_place *place,
                  const struct verdict_record *record)
{
    if (!place->inbox)
        return true;
    const char *above = str_c(arena, file_folder_of(str_of(place->inbox)));
    return verdict_note_in(arena, above, record);
}

bool verdict_note_in(struct arena *arena, const char *folder, const struct verdict_record *record)
{
    struct str there = { "", 0 };
    const char *path = file_join(arena, folder, "record.tsv");
    struct str line = record_line(arena, record);
    enum file_outcome outcome = file_read(arena, path, RECORD_BYTES_MAX, &there);
    if (outcome != FILE_OK && outcome != FILE_MISSING)
        return say(path, outcome);
    if (str_ends(there, line.at)) /* the same verdict, carried out again after it was cut off */
        return true;
    if (there.bytes > 0 && !str_ends(there, "\n")) /* a writer that was cut off */
        line = str_join(arena, STR("\n"), line);
    return append(path, line);
}

/* ---- the inbox ----------------------------------------------------------------------------- */

static bool remove_file(const char *path)
{
    return unlink(path) == 0 || errno == ENOENT || say(path, file_outcome_of(errno));
}

/*
 * The announcement first: without its picture it could not be approved again, while a picture
 * without announcement is only left over.
 */
bool verdict_clear_inbox(struct arena *arena, const struct verdict_place *place,
                         struct str media_href)
{
    if (!place->inbox)
        return true;
    if (!remove_file(place->source))
        return false;
    if (media_href.bytes == 0 ||
        find_entry(arena, place->inbox, place->source, has_medium, media_href))
        return true;
    return remove_file(file_join(arena, place->inbox, str_c(arena, media_href)));
}

bool verdict_carry_out(struct arena *arena, const struct desk_folder *folder,
                       const struct verdict_place *place, const struct verdict_files *files,
                       const struct verdict_record *record)
{
    if (folder && !verdict_keep(folder, place, files, record))
        return false;
    if (!verdict_write(arena, place, files)) {
        if (folder)
            desk_folder_abandon(folder, record->id);
        return false;
    }
    if (!verdict_note(arena, place, record) ||
        !verdict_clear_inbox(arena, place, files->media_href))
        return false;
    if (folder)
        desk_folder_seal(folder, record->id);
    return true;
}
