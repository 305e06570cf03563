/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See temporary.h. */
#include "app/temporary.h"

#include "app/options.h"
#include "base/file.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

#define FOLDERS_OPEN_MAX 16

char *temporary_folder(struct arena *arena)
{
    const char *base = getenv("TMPDIR");
    char *path = file_join(arena, base && base[0] ? base : "/tmp", "infotaulu-XXXXXX");
    if (mkdtemp(path))
        return path;
    options_fail(_("no temporary folder under %s: %s"), base ? base : "/tmp",
                 _(file_outcome_text(file_outcome_of(errno))));
    return NULL;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status;
    (void)kind;
    (void)walk;
    return remove(path);
}

void temporary_remove(const char *folder)
{
    if (folder)
        nftw(folder, remove_one, FOLDERS_OPEN_MAX, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}
