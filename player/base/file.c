/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading opens first and asks afterwards what it has: a check before the open could be about
 * another file. O_NONBLOCK keeps a FIFO from holding the open up, O_NOCTTY a terminal from becoming
 * ours. Lengths are not trusted: files in /proc say 0, and a file may grow while it is read.
 *
 * Writing goes by a temporary file in the same folder and rename(2). O_TMPFILE with linkat(2) was
 * weighed: it leaves nothing behind even after a power cut, but linkat cannot replace a file and
 * network file systems do not have it.
 */
#include "base/file.h"

#include "base/i18n.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIPE_ROOM ((size_t)64 << 10)  /* for standard input: what a pipe holds on Linux */
#define UNSAID_ROOM ((size_t)4 << 10) /* for files that say 0: what /proc gives at a time */
#define TEMPORARY_NAME_MAX 200        /* of the name; with dot, pid and ".tmp" below NAME_MAX */
#define PERMISSION_BITS 07777

static const char *const outcome_texts[] = {
    [FILE_OK] = N_("is all right"),
    [FILE_MISSING] = N_("is missing"),
    [FILE_NOT_REGULAR] = N_("is not a regular file"),
    [FILE_TOO_BIG] = N_("is too big"),
    [FILE_DENIED] = N_("may not be used (no permission, or a read-only file system)"),
    [FILE_FULL] = N_("does not fit (no space left, or a limit on size)"),
    [FILE_FAILED] = N_("cannot be read or written"),
};

_Static_assert(ARRAY_LEN(outcome_texts) == FILE_FAILED + 1, "every outcome has its text");

const char *file_outcome_text(enum file_outcome outcome)
{
    assert((unsigned)outcome < ARRAY_LEN(outcome_texts));
    return outcome_texts[outcome];
}

enum file_outcome file_outcome_of(int error)
{
    static const struct {
        int error;
        enum file_outcome outcome;
    } meanings[] = {
        { ENOENT, FILE_MISSING },     { ENOTDIR, FILE_MISSING }, { EACCES, FILE_DENIED },
        { EPERM, FILE_DENIED },       { EROFS, FILE_DENIED },    { ENOSPC, FILE_FULL },
        { EDQUOT, FILE_FULL },        { EFBIG, FILE_FULL },      { EISDIR, FILE_NOT_REGULAR },
        { ENXIO, FILE_NOT_REGULAR }, /* open(2) of a socket or of a device that is not there */
        { ENODEV, FILE_NOT_REGULAR },
    };
    for (size_t i = 0; i < ARRAY_LEN(meanings); i++)
        if (meanings[i].error == error)
            return meanings[i].outcome;
    return FILE_FAILED;
}

static ssize_t read_again(int fd, void *at, size_t bytes)
{
    ssize_t count;
    do
        count = read(fd, at, bytes);
    while (count < 0 && errno == EINTR);
    return count;
}

/*
 * Reads until the end into a buffer with room for `expected` bytes and one more, by which the end
 * is seen without a second buffer; that byte also ends the text with a zero.
 */
static enum file_outcome read_to_end(struct arena *arena, int fd, size_t expected, size_t bytes_max,
                                     struct str *ret_bytes)
{
    size_t used = 0, room = expected + 1;
    char *buffer = arena_alloc(arena, room, 1);
    for (;;) {
        ssize_t count = read_again(fd, buffer + used, room - used);
        if (count < 0)
            return file_outcome_of(errno);
        if (count == 0)
            break;
        used += (size_t)count;
        if (used > bytes_max)
            return FILE_TOO_BIG;
        if (used < room)
            continue;
        room = used > bytes_max / 2 ? bytes_max + 1 : 2 * used;
        char *grown = arena_alloc(arena, room, 1);
        memcpy(grown, buffer, used);
        buffer = grown;
    }
    buffer[used] = '\0';
    *ret_bytes = (struct str){ buffer, used };
    return FILE_OK;
}

static enum file_outcome read_open_file(struct arena *arena, int fd, size_t bytes_max,
                                        struct str *ret_bytes)
{
    struct stat info;
    if (fstat(fd, &info) != 0)
        return file_outcome_of(errno);
    if (!S_ISREG(info.st_mode))
        return FILE_NOT_REGULAR;
    if ((uintmax_t)info.st_size > bytes_max)
        return FILE_TOO_BIG;
    size_t expected = (size_t)info.st_size;
    if (expected == 0)
        expected = bytes_max < UNSAID_ROOM ? bytes_max : UNSAID_ROOM;
    return read_to_end(arena, fd, expected, bytes_max, ret_bytes);
}

enum file_outcome file_read_at(struct arena *arena, int folder, const char *path, size_t bytes_max,
                               struct str *ret_bytes)
{
    assert(bytes_max < SIZE_MAX / 2);
    int fd = openat(folder, path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return file_outcome_of(errno);
    enum file_outcome outcome = read_open_file(arena, fd, bytes_max, ret_bytes);
    close(fd);
    return outcome;
}

enum file_outcome file_read(struct arena *arena, const char *path, size_t bytes_max,
                            struct str *ret_bytes)
{
    if (strcmp(path, "-") != 0)
        return file_read_at(arena, AT_FDCWD, path, bytes_max, ret_bytes);
    assert(bytes_max < SIZE_MAX / 2);
    size_t expected = bytes_max < PIPE_ROOM ? bytes_max : PIPE_ROOM;
    return read_to_end(arena, STDIN_FILENO, expected, bytes_max, ret_bytes);
}

static enum file_outcome write_whole(int fd, struct str bytes)
{
    while (bytes.bytes > 0) {
        ssize_t count = write(fd, bytes.at, bytes.bytes);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return file_outcome_of(errno);
        bytes = str_slice(bytes, (size_t)count, bytes.bytes);
    }
    return FILE_OK;
}

static enum file_outcome sync_whole(int fd)
{
    if (fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP)
        return FILE_OK; /* EINVAL: a file system that has nothing to sync */
    return file_outcome_of(errno);
}

/* Fills a new file and closes it. */
static enum file_outcome write_temporary(int folder, const char *name, struct str bytes,
                                         unsigned mode)
{
    int fd = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return file_outcome_of(errno);
    enum file_outcome outcome = write_whole(fd, bytes);
    /* The mode is meant as it is asked for, whatever the umask of who started us. */
    if (outcome == FILE_OK && fchmod(fd, mode & PERMISSION_BITS) != 0)
        outcome = file_outcome_of(errno);
    if (outcome == FILE_OK)
        outcome = sync_whole(fd);
    if (close(fd) != 0 && outcome == FILE_OK)
        outcome = file_outcome_of(errno);
    return outcome;
}

/* Writes a file of an open folder. */
static enum file_outcome replace(int folder, const char *name, struct str bytes, unsigned mode)
{
    char temporary[NAME_MAX + 1];
    snprintf(temporary, sizeof temporary, ".%.*s.%ld.tmp", TEMPORARY_NAME_MAX, name,
             (long)getpid());
    /* What an earlier process of our number left when it was cut off. */
    unlinkat(folder, temporary, 0);
    enum file_outcome outcome = write_temporary(folder, temporary, bytes, mode);
    if (outcome == FILE_OK && renameat(folder, temporary, folder, name) != 0)
        outcome = file_outcome_of(errno);
    if (outcome != FILE_OK) {
        unlinkat(folder, temporary, 0);
        return outcome;
    }
    return sync_whole(folder);
}

enum file_outcome file_write_at(int folder, const char *path, struct str bytes, unsigned mode)
{
    struct str above = file_folder_of(str_of(path));
    const char *name = file_name_of(str_of(path)).at;
    char parent[PATH_MAX];
    if (!name || !*name)
        return FILE_NOT_REGULAR;
    if (above.bytes >= sizeof parent)
        return FILE_FAILED;
    memcpy(parent, above.at, above.bytes);
    parent[above.bytes] = '\0';
    int fd = openat(folder, parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return file_outcome_of(errno);
    enum file_outcome outcome = replace(fd, name, bytes, mode);
    close(fd);
    return outcome;
}

enum file_outcome file_write(const char *path, struct str bytes, unsigned mode)
{
    return file_write_at(AT_FDCWD, path, bytes, mode);
}

bool file_is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool file_exists(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0;
}

static enum file_outcome make_one_folder(const char *path, unsigned mode)
{
    if (mkdir(path, (mode_t)(mode & PERMISSION_BITS)) == 0)
        return FILE_OK;
    int error = errno;
    /* Asked afterwards, because another process may have been quicker. */
    return file_is_folder(path) ? FILE_OK : file_outcome_of(error);
}

enum file_outcome file_make_folder(const char *path, unsigned mode)
{
    char upto[PATH_MAX];
    size_t bytes = strlen(path);
    if (bytes >= sizeof upto)
        return FILE_FAILED;
    memcpy(upto, path, bytes + 1);
    for (size_t i = 1; i < bytes; i++) {
        if (upto[i] != '/')
            continue;
        upto[i] = '\0';
        enum file_outcome outcome = make_one_folder(upto, mode);
        if (outcome != FILE_OK)
            return outcome;
        upto[i] = '/';
    }
    return make_one_folder(path, mode);
}

/* Where the name starts: after the last slash. */
static size_t name_start(struct str path)
{
    size_t start = path.bytes;
    while (start > 0 && path.at[start - 1] != '/')
        start--;
    return start;
}

struct str file_folder_of(struct str path)
{
    size_t end = name_start(path);
    if (end == 0)
        return STR(".");
    while (end > 1 && path.at[end - 1] == '/')
        end--;
    return str_slice(path, 0, end);
}

struct str file_name_of(struct str path)
{
    return str_slice(path, name_start(path), path.bytes);
}

struct str file_ending_of(struct str path)
{
    struct str name = file_name_of(path);
    /* A dot in front hides a file, and one at the end ends nothing. */
    for (size_t i = name.bytes; i > 1; i--)
        if (name.at[i - 1] == '.')
            return i == name.bytes ? STR("") : str_slice(name, i - 1, name.bytes);
    return STR("");
}

char *file_join(struct arena *arena, const char *folder, const char *name)
{
    if (name[0] == '/' || folder[0] == '\0')
        return str_c(arena, str_of(name));
    const char *between = str_ends(str_of(folder), "/") ? "" : "/";
    struct str path = str_format(arena, "%s%s%s", folder, between, name);
    return str_c(arena, path);
}

static enum file_outcome read_names(struct arena *arena, DIR *stream, struct str **ret_names,
                                    size_t *ret_count)
{
    struct str *names = NULL;
    size_t count = 0;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(stream);
        if (!entry && errno != 0)
            return file_outcome_of(errno);
        if (!entry)
            break;
        if (entry->d_name[0] == '.')
            continue;
        struct str *name = ARENA_PUSH(arena, names, count);
        *name = str_copy(arena, str_of(entry->d_name));
    }
    if (count > 0)
        qsort(names, count, sizeof *names, str_order);
    *ret_names = names;
    *ret_count = count;
    return FILE_OK;
}

enum file_outcome file_list(struct arena *arena, const char *folder, struct str **ret_names,
                            size_t *ret_count)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return file_outcome_of(errno);
    DIR *stream = fdopendir(fd);
    if (!stream) {
        enum file_outcome outcome = file_outcome_of(errno);
        close(fd);
        return outcome;
    }
    enum file_outcome outcome = read_names(arena, stream, ret_names, ret_count);
    closedir(stream);
    return outcome;
}
