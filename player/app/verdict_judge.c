/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See verdict_judge.h. A yes and a no are judged with the same rules: those of the centre. */
#include "app/verdict_judge.h"

#include "app/commands.h"
#include "app/verdict.h"
#include "base/file.h"

/* The folder where the centre's profile is looked for. */
static const char *profile_folder(struct arena *arena, const char *path)
{
    const char *approved = verdict_approved_folder(arena, path);
    if (approved && file_exists(file_join(arena, approved, "centre.xml")))
        return approved;
    return str_c(arena, file_folder_of(str_of(path)));
}

bool verdict_judge_open(const struct options *options, const char *path, int64_t now,
                        struct profile *ret_profile, struct judge *ret_judge)
{
    struct arena *arena = options->arena;
    if (!command_profile_of(options, profile_folder(arena, path), ret_profile) ||
        !judge_open(arena, ret_profile, &ret_profile->displays[0], now, ret_judge))
        return false;
    judge_add_sight(ret_judge);
    return true;
}
