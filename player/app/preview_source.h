/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The announcements of `preview`: files of a folder or the entries of a site, judged and drawn one
 * by one by the code of `check` and `render`.
 */
#pragma once

#include "app/site_edition.h"
#include "preview/desk_source.h"

struct preview_source;

/*
 * Gathers what a path or URL names, without judging it. A folder with a signed site is read as a
 * site when a root key is at hand, else its entries are; a folder without announcements but with a
 * folder "inbox" stands for that one.
 *
 * Answers EXIT_FINE, or EXIT_COULD_NOT with a message. preview_source_close ends it in any case.
 */
int preview_source_open(const struct options *options, const char *path,
                        struct preview_source **ret_source);

/* NULL is fine. */
void preview_source_close(struct preview_source *source);

/* For the worker. */
struct desk_source *preview_source_desk(struct preview_source *source);

/* What the desk shows of the centre; lives as long as the source. */
const struct desk_centre *preview_source_centre(const struct preview_source *source);

/* What is known of its announcements, likewise; answers how many. */
size_t preview_source_known(const struct preview_source *source,
                            const struct desk_known **ret_known);

/* The display of --display, by its place in the centre's row. */
size_t preview_source_display(const struct preview_source *source);
