/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of hidden items can only take things off the screen, so whatever is unclear in it takes
 * off more and not less.
 */
#include "feed/read_profile.h"
#include "feed/reader.h"

static struct hide_item *hide_item_of(struct reader *reader, struct hide *hide, struct str ref)
{
    for (size_t i = 0; i < hide->count; i++)
        if (str_equal(hide->items[i].ref, ref))
            return &hide->items[i];
    struct hide_item *item = ARENA_PUSH(reader->arena, hide->items, hide->count);
    item->ref = ref;
    return item;
}

/* A date that cannot be read hides the whole item: somebody wanted it off the screen. */
static void read_hide_item(struct reader *reader, const xmlNode *node, struct hide *hide)
{
    struct str ref;
    struct date date;
    reader_check_attributes(reader, node, "ref date");
    if (!reader_need(reader, node, "ref", &ref))
        return;
    struct hide_item *item = hide_item_of(reader, hide, ref);
    if (reader_date(reader, node, "date", &date))
        *ARENA_PUSH(reader->arena, item->dates, item->date_count) = date;
    else
        item->whole = true;
}

static bool read_hide(struct reader *reader, const xmlNode *root, struct hide *hide)
{
    struct str text;
    size_t count = 0;
    if (!reader_need(reader, root, "updated", &text) ||
        !reader_moment(reader, root, "updated", &hide->updated))
        return false;
    reader_check_attributes(reader, root, "updated");
    for (const xmlNode *node = node_first(root); node; node = node_next(node)) {
        if (!node_is(node, NS_INFOTAULU, "item")) {
            reader_say_unknown(reader, node, STR("item"));
            continue;
        }
        if (count++ == HIDE_ITEMS_MAX) {
            reader_say_value(reader, node, NULL, str_format(reader->arena, "%zu", count),
                             str_format(reader->arena, "0 … %d", HIDE_ITEMS_MAX));
            return false;
        }
        read_hide_item(reader, node, hide);
    }
    return true;
}

bool hide_read(struct arena *arena, struct str bytes, struct str file, struct report *report,
               struct hide *ret_hide)
{
    struct xml_doc doc;
    struct hide hide = { 0 };
    if (!xml_parse(bytes, HIDE_BYTES_MAX, file, NULL, report, &doc))
        return false;
    struct reader reader = { .arena = arena, .report = report, .doc = &doc };
    const xmlNode *root = reader_own_root(&reader, "hide");
    bool is_sound = root && read_hide(&reader, root, &hide);
    xml_free(&doc);
    if (is_sound)
        *ret_hide = hide;
    return is_sound;
}
