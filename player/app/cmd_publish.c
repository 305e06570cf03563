/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu publish: a folder of approved announcements → a site that players and feed readers
 * read while it is being written. So what the feed names is written before the feed, and what the
 * feed before named stays until the next change.
 *
 * Feed and signature cannot be renamed together. The signature goes first: a player that has the
 * old feed asks for the feed alone, hears that it is unchanged and looks at no signature. The other
 * way round every player that asks in between would get a new feed with an old signature. A player
 * that meets the moment all the same fetches both once more.
 *
 * The same input gives the same bytes: the feed is first made with the times of the one before,
 * and only when that gives other bytes, or half of its validity is gone, with new ones.
 */
#include "app/approved.h"
#include "app/commands.h"
#include "app/desk_folder.h"
#include "app/hiding.h"
#include "app/key_file.h"
#include "app/numbers.h"
#include "app/publish_together.h"
#include "app/site_pages.h"
#include "app/site_slides.h"
#include "app/terminal.h"
#include "base/identity_code.h"
#include "feed/read_profile.h"
#include "feed/write_site.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#define VALID_DAYS_DEFAULT 30
#define VALID_DAYS_MAX 3650 /* ten years: a longer promise is a slip of the finger */
#define MEDIUM_ARENA_BYTES_MAX ((size_t)64 << 20) /* a medium of at most PICTURE_FILE_BYTES_MAX */
#define PUBLISH_BYTES_MAX ((size_t)2 << 30)       /* 10,000 announcements of the largest size */
#define SIGNATURE_COMMENT "signature of a published feed"
#define UUID_BYTES 16

/* One of the signed documents that are handed on as they are. */
struct document {
    struct str bytes, signature;
    bool is_there;
};

struct publishing {
    const struct options *options;
    struct arena *arena;
    const char *folder, *site;
    int64_t now;
    int valid_days;

    struct document centre, hide;
    struct hide hidden; /* what it says */
    struct profile profile;
    const struct zone *zone;
    struct secret_key *key;
    struct site_writer writer;

    bool has_before; /* a feed lies there that can be read */
    struct str bytes_before;
    struct feed before;
    struct numbered *numbered_before;
    size_t numbered_before_count;

    struct approved_folder approved;
    size_t fine_count, over_count, bad_count, picture_count;
    struct feed_item *items;
    struct page_item *pages; /* the same for people, without what is taken off */
    size_t page_count;
    int64_t updated; /* of the feed */
    struct feed_head head;
    struct str feed, signature;
    bool is_changed;
};

/* ---- the centre's documents ---------------------------------------------------------------- */

static enum file_outcome read_document(struct publishing *publishing, const char *name,
                                       size_t bytes_max, struct document *ret_document)
{
    struct arena *arena = publishing->arena;
    const char *path = file_join(arena, publishing->folder, name);
    const char *beside = str_c(arena, str_format(arena, "%s.minisig", path));
    struct document document = { .is_there = true };
    enum file_outcome outcome = file_read(arena, path, bytes_max, &document.bytes);
    if (outcome != FILE_OK)
        return outcome;
    if (file_read(arena, beside, SIGNATURE_FILE_BYTES_MAX, &document.signature) != FILE_OK)
        document.signature = (struct str){ "", 0 };
    *ret_document = document;
    return FILE_OK;
}

static struct signed_bytes signed_document(const struct document *document, const char *name)
{
    return (struct signed_bytes){ str_of(name), document->bytes, document->signature };
}

/* Against --root-key when it is given, else only that there is a signature. */
static bool verify_centre(struct publishing *publishing, struct report *report)
{
    static const struct conf no_conf = { 0 };
    struct signed_bytes centre = signed_document(&publishing->centre, "centre.xml");
    struct public_key root;
    struct signature signature;
    if (options_has(publishing->options, OPTION_ROOT_KEY))
        return command_root_key(publishing->options, &no_conf, &root) &&
               chain_check_profile(&root, &centre, report);
    if (signature_parse(centre.signature, &signature))
        return true;
    finding_arg(report, report_add(report, FINDING_SIGNATURE_MISSING, (struct place){ 0 }),
                centre.name);
    return false;
}

static bool open_centre(struct publishing *publishing)
{
    struct arena *arena = publishing->arena;
    struct report report = report_new(arena);
    const char *path = file_join(arena, publishing->folder, "centre.xml");
    enum file_outcome outcome =
        read_document(publishing, "centre.xml", PROFILE_BYTES_MAX, &publishing->centre);
    if (outcome != FILE_OK) {
        options_fail(_("the centre profile %s: %s"), path, _(file_outcome_text(outcome)));
        return false;
    }
    bool fine =
        verify_centre(publishing, &report) &&
        profile_read(arena, publishing->centre.bytes, str_of(path), &report, &publishing->profile);
    command_print_findings(&report);
    if (!fine) {
        options_fail(_("the centre profile %s cannot be used"), path);
        return false;
    }
    publishing->zone = zone_open(arena, NULL, publishing->profile.zone_name);
    if (!publishing->zone)
        options_fail(_("the time zone %.*s is not on this computer (package tzdata)"),
                     STR_ARG(publishing->profile.zone_name));
    return publishing->zone != NULL;
}

/* Would players take a feed that this key signs? Asked of the same code that they ask. */
static bool open_key(struct publishing *publishing)
{
    struct arena *arena = publishing->arena;
    struct report report = report_new(arena);
    if (!key_file_open(publishing->options, KEY_OF_MACHINE, &publishing->key))
        return false;
    struct str sample = STR("feed.atom"), comment = { "", 0 };
    struct signed_bytes feed = {
        sample, sample, secret_key_sign(arena, publishing->key, sample, comment, comment)
    };
    if (chain_check_document(&publishing->profile, publishing->zone, publishing->now, KEY_PUBLISHER,
                             &feed, &report))
        return true;
    struct public_key public = secret_key_public(publishing->key);
    command_print_findings(&report);
    options_fail(_("%s, number %.*s, is no publisher's key of this centre now"),
                 publishing->options->values[OPTION_KEY],
                 STR_ARG(public_key_number(arena, public.id)));
    return false;
}

/* A list of hidden items that players would not take is not handed on; the rest is. */
static void open_hide(struct publishing *publishing)
{
    struct report report = report_new(publishing->arena);
    enum file_outcome outcome =
        read_document(publishing, "hide.xml", HIDE_BYTES_MAX, &publishing->hide);
    struct signed_bytes hide = signed_document(&publishing->hide, "hide.xml");
    if (outcome == FILE_MISSING)
        return;
    if (outcome != FILE_OK) {
        options_fail("hide.xml %s", _(file_outcome_text(outcome)));
    } else if (chain_check_document(&publishing->profile, publishing->zone, publishing->now,
                                    KEY_APPROVER | KEY_RECEPTION, &hide, &report) &&
               hide_read(publishing->arena, hide.bytes, hide.name, &report, &publishing->hidden)) {
        command_print_findings(&report);
        return;
    }
    command_print_findings(&report);
    options_fail(_("left out: %s"), "hide.xml");
    publishing->hide.is_there = false;
    publishing->bad_count++;
}

/* ---- the edition before -------------------------------------------------------------------- */

static void note_before(void *context, const struct announcement *announcement,
                        struct report *report)
{
    struct publishing *publishing = context;
    (void)report;
    *ARENA_PUSH(publishing->arena, publishing->numbered_before, publishing->numbered_before_count) =
        (struct numbered){ announcement->id, announcement->group, announcement->number };
}

/* What lies there is taken at its word for numbers and times; a forged time only harms itself. */
static bool read_before(struct publishing *publishing)
{
    struct arena *arena = publishing->arena;
    struct report report = report_new(arena);
    const char *path = file_join(arena, publishing->site, "feed.atom");
    enum file_outcome outcome = file_read(arena, path, FEED_BYTES_MAX, &publishing->bytes_before);
    if (outcome == FILE_MISSING)
        return true;
    if (outcome != FILE_OK) {
        options_fail("%s %s", path, _(file_outcome_text(outcome)));
        return false;
    }
    const struct feed_taker taker = { .take = note_before, .context = publishing };
    publishing->has_before =
        feed_read(arena, publishing->bytes_before, str_of(path), &report, &publishing->before) &&
        feed_read_announcements(arena, publishing->bytes_before, str_of(path), &taker, &report);
    if (!publishing->has_before) {
        publishing->before = (struct feed){ 0 };
        publishing->numbered_before_count = 0;
        fprintf(stderr, _("infotaulu: warning: %s cannot be read; the numbers start anew\n"), path);
    }
    return true;
}

static int64_t updated_before(const struct publishing *publishing)
{
    return stamp_moment(&publishing->before.updated, publishing->zone);
}

/* ---- the announcements --------------------------------------------------------------------- */

static void say_left_out(struct publishing *publishing)
{
    for (size_t i = 0; i < publishing->approved.count; i++) {
        struct approved_item *item = &publishing->approved.items[i];
        if (item->state == APPROVED_OVER) {
            publishing->over_count++;
            struct str title = identity_code_mask(publishing->arena, item->announcement.title);
            printf(_("over: %.*s, %.*s\n"), STR_ARG(title), STR_ARG(item->file));
        } else if (item->state == APPROVED_BAD) {
            publishing->bad_count++;
            command_print_findings(&item->report);
            options_fail(_("left out: %.*s"), STR_ARG(item->file));
        }
    }
}

static size_t language_place(const struct profile *profile, enum language language)
{
    size_t place = 0;
    while (place < profile->language_count && profile->languages[place] != language)
        place++;
    return place;
}

/* An announcement with what it is sorted by. */
struct candidate {
    struct approved_item *item;
    struct numbered numbered;
    size_t language, order;
};

static int compare_candidates(const void *first, const void *second)
{
    const struct candidate *a = first, *b = second;
    if (a->numbered.number != b->numbered.number)
        return a->numbered.number < b->numbered.number ? -1 : 1;
    if (a->language != b->language)
        return a->language < b->language ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

static struct str media_href(struct arena *arena, const struct approved_item *item)
{
    if (!item->media_ending)
        return (struct str){ "", 0 };
    return str_format(arena, "media/%.*s.%s",
                      STR_ARG(hash_str(arena, &item->announcement.picture.hash)),
                      item->media_ending);
}

static struct feed_item feed_item_of(struct arena *arena, const struct candidate *candidate)
{
    const struct approved_item *item = candidate->item;
    return (struct feed_item){
        .bytes = item->bytes,
        .hash = item->hash,
        .media_href = media_href(arena, item),
        .number = candidate->numbered.number,
        .approved_by = item->approval.by,
        .approved_at = item->approval.at,
        .rules = item->approval.rules,
    };
}

/* Those that go in, in the order of their files' names. */
static struct candidate *gather_candidates(struct publishing *publishing)
{
    const struct approved_folder *approved = &publishing->approved;
    struct candidate *candidates =
        ARENA_ARRAY(publishing->arena, struct candidate, approved->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < approved->count; i++) {
        struct approved_item *item = &approved->items[i];
        if (item->state != APPROVED_FINE)
            continue;
        publishing->picture_count += item->media_ending != NULL;
        candidates[count++] = (struct candidate){
            .item = item,
            .numbered = { item->announcement.id, item->announcement.group, 0 },
            .language = language_place(&publishing->profile, item->announcement.language),
            .order = i,
        };
    }
    publishing->fine_count = count;
    return candidates;
}

static struct numbers_log number_candidates(struct publishing *publishing,
                                            struct candidate *candidates)
{
    size_t count = publishing->fine_count;
    struct numbered *numbered = ARENA_ARRAY(publishing->arena, struct numbered, count + 1);
    const struct numbers_before before = {
        .items = publishing->numbered_before,
        .item_count = publishing->numbered_before_count,
        .tombstones = publishing->before.tombstones,
        .tombstone_count = publishing->before.tombstone_count,
    };
    for (size_t i = 0; i < count; i++)
        numbered[i] = candidates[i].numbered;
    const struct numbers_log log = numbers_assign(publishing->arena, &before, publishing->now,
                                                  publishing->zone, numbered, count);
    for (size_t i = 0; i < count; i++)
        candidates[i].numbered = numbered[i];
    qsort(candidates, count, sizeof *candidates, compare_candidates);
    return log;
}

/* What hide.xml takes off is said on the pages too. One that cannot be read was told before. */
static struct page_item page_item_of(const struct publishing *publishing,
                                     const struct candidate *candidate,
                                     const struct feed_item *feed_item)
{
    struct page_item page = {
        .item = { .announcement = candidate->item->announcement },
        .number = feed_item->number,
        .media = feed_item->media_href,
    };
    hiding_apply(publishing->arena, &publishing->hidden, &page.item);
    return page;
}

static bool gather(struct publishing *publishing)
{
    publishing->approved = (struct approved_folder){
        .arena = publishing->arena,
        .path = publishing->folder,
        .profile = &publishing->profile,
        .zone = publishing->zone,
        .now = publishing->now,
    };
    if (!approved_read(&publishing->approved, terminal_progress))
        return false;
    say_left_out(publishing);
    publish_warn_together(&publishing->approved);
    struct candidate *candidates = gather_candidates(publishing);
    const struct numbers_log log = number_candidates(publishing, candidates);
    publishing->items =
        ARENA_ARRAY(publishing->arena, struct feed_item, publishing->fine_count + 1);
    for (size_t i = 0; i < publishing->fine_count; i++)
        publishing->items[i] = feed_item_of(publishing->arena, &candidates[i]);
    publishing->pages =
        ARENA_ARRAY(publishing->arena, struct page_item, publishing->fine_count + 1);
    for (size_t i = 0; i < publishing->fine_count; i++) {
        struct page_item page = page_item_of(publishing, &candidates[i], &publishing->items[i]);
        if (!page.item.hidden)
            publishing->pages[publishing->page_count++] = page;
    }
    publishing->head.tombstones = log.tombstones;
    publishing->head.tombstone_count = log.count;
    return true;
}

/* ---- the feed ------------------------------------------------------------------------------ */

/* A name for ever, made of what a centre and its publisher are: no two sites share it. */
static struct str derive_id(const struct publishing *publishing)
{
    struct arena *arena = publishing->arena;
    struct public_key public = secret_key_public(publishing->key);
    struct str key = { (const char *)public.bytes, PUBLIC_KEY_BYTES };
    struct hash hash = hash_of(str_join(arena, key, publishing->profile.id));
    hash.bytes[6] = (hash.bytes[6] & 0x0F) | 0x80; /* RFC 9562: version 8, of our own making */
    hash.bytes[8] = (hash.bytes[8] & 0x3F) | 0x80;
    struct str hex = str_hex(arena, hash.bytes, UUID_BYTES);
    return str_format(arena, "urn:uuid:%.8s-%.4s-%.4s-%.4s-%.12s", hex.at, hex.at + 8, hex.at + 12,
                      hex.at + 16, hex.at + 20);
}

static struct str title_of(const struct publishing *publishing)
{
    static const struct {
        enum language language;
        const char *words;
    } titles[] = {
        { LANGUAGE_FI, "hyväksytyt ilmoitukset" },
        { LANGUAGE_SV, "godkända meddelanden" },
        { LANGUAGE_EN, "approved announcements" },
    };
    const struct profile *profile = &publishing->profile;
    const char *words = titles[0].words;
    for (size_t i = 0; i < ARRAY_LEN(titles); i++)
        if (titles[i].language == profile->languages[0])
            words = titles[i].words;
    struct str name = profile_name(profile, profile->languages[0]);
    return str_format(publishing->arena, "%.*s: %s", STR_ARG(name), words);
}

static bool make_feed(struct publishing *publishing, int64_t updated, int64_t valid_until)
{
    struct feed_head *head = &publishing->head;
    publishing->updated = updated;
    head->updated = stamp_format(publishing->arena, updated, publishing->zone);
    head->valid_until = stamp_format(publishing->arena, valid_until, publishing->zone);
    publishing->feed = feed_write(publishing->arena, head);
    if (publishing->feed.bytes > 0)
        return true;
    options_fail(_("the feed would be larger than %u bytes. Remove announcements from %s"),
                 FEED_BYTES_MAX, publishing->folder);
    return false;
}

/* More than half of the validity that is asked for is left, and not more than all of it. */
static bool is_fresh(const struct publishing *publishing)
{
    if (publishing->before.valid_until.kind == STAMP_NONE)
        return false;
    int64_t left =
        stamp_moment(&publishing->before.valid_until, publishing->zone) - publishing->now;
    int64_t asked = publishing->valid_days * DAY_SECONDS;
    return 2 * left > asked && left <= asked + DAY_SECONDS;
}

/* Documents beside the feed count too: `updated` grows whenever a byte of the site changes. */
static bool documents_are_same(const struct publishing *publishing)
{
    const struct site_writer *writer = &publishing->writer;
    const struct document *centre = &publishing->centre, *hide = &publishing->hide;
    return site_writer_has(writer, "centre.xml", centre->bytes) &&
           site_writer_has(writer, "centre.xml.minisig", centre->signature) &&
           (!hide->is_there || (site_writer_has(writer, "hide.xml", hide->bytes) &&
                                site_writer_has(writer, "hide.xml.minisig", hide->signature)));
}

static bool make_new_feed(struct publishing *publishing)
{
    int64_t updated = publishing->now;
    if (publishing->has_before && updated <= updated_before(publishing))
        updated = updated_before(publishing) + 1;
    if (updated > publishing->now + FEED_FUTURE_S_MAX)
        fprintf(stderr, "%s\n",
                _("infotaulu: warning: the feed before is from the future, so this one is too; "
                  "screens whose clock is right refuse it. Check the clock of this computer"));
    publishing->is_changed = true;
    return make_feed(publishing, updated, publishing->now + publishing->valid_days * DAY_SECONDS);
}

static bool compose(struct publishing *publishing)
{
    struct feed_head *head = &publishing->head;
    head->id = publishing->before.id.bytes > 0 ? publishing->before.id : derive_id(publishing);
    head->title = title_of(publishing);
    head->language_tag = str_of(language_tag(publishing->profile.languages[0]));
    head->items = publishing->items;
    head->item_count = publishing->fine_count;
    if (head->item_count > FEED_ENTRIES_MAX) {
        options_fail(_("more than %d announcements. Remove some from %s"), FEED_ENTRIES_MAX,
                     publishing->folder);
        return false;
    }
    if (!publishing->has_before || !is_fresh(publishing) || !documents_are_same(publishing))
        return make_new_feed(publishing);
    if (!make_feed(publishing, updated_before(publishing),
                   stamp_moment(&publishing->before.valid_until, publishing->zone)))
        return false;
    return str_equal(publishing->feed, publishing->bytes_before) || make_new_feed(publishing);
}

static void sign_feed(struct publishing *publishing)
{
    struct str comment =
        str_format(publishing->arena, "at=%.*s file=feed.atom", STR_ARG(publishing->head.updated));
    publishing->signature = secret_key_sign(publishing->arena, publishing->key, publishing->feed,
                                            STR(SIGNATURE_COMMENT), comment);
}

/* ---- writing ------------------------------------------------------------------------------- */

/* A picture is read once more: it must still be the one that was approved when it is copied. */
static void put_medium(struct publishing *publishing, struct approved_item *item)
{
    struct arena *scratch = arena_new(MEDIUM_ARENA_BYTES_MAX);
    struct str bytes;
    if (approved_read_medium(&publishing->approved, scratch, item, &bytes)) {
        site_writer_put(&publishing->writer,
                        str_c(publishing->arena, media_href(publishing->arena, item)), bytes);
    } else {
        command_print_findings(&item->report);
        publishing->writer.failed = true;
    }
    arena_free(scratch);
}

static void put_entry(struct publishing *publishing, const struct approved_item *item)
{
    struct arena *arena = publishing->arena;
    struct str name = str_format(arena, "entries/%.*s.xml", STR_ARG(hash_str(arena, &item->hash)));
    site_writer_put(&publishing->writer, str_c(arena, name), item->bytes);
    site_writer_put(&publishing->writer, str_c(arena, str_join(arena, name, STR(".minisig"))),
                    item->signature);
}

static void put_objects(struct publishing *publishing)
{
    struct approved_folder *approved = &publishing->approved;
    for (size_t i = 0; i < approved->count && !publishing->writer.failed; i++) {
        struct approved_item *item = &approved->items[i];
        terminal_progress(N_("files"), i + 1, approved->count);
        if (item->state != APPROVED_FINE)
            continue;
        if (item->media_ending)
            put_medium(publishing, item);
        put_entry(publishing, item);
    }
    terminal_progress("", 0, 0);
}

static void put_document(struct publishing *publishing, const char *name,
                         const struct document *document)
{
    struct arena *arena = publishing->arena;
    if (!document->is_there)
        return;
    site_writer_put(&publishing->writer, str_c(arena, str_format(arena, "%s.minisig", name)),
                    document->signature);
    site_writer_put(&publishing->writer, name, document->bytes);
}

/* What this edition and the one before name stays; readers may be in the middle of either. */
static void sweep(struct publishing *publishing)
{
    const struct feed *before = &publishing->before;
    size_t count = 0;
    struct hash *keep = ARENA_ARRAY(publishing->arena, struct hash,
                                    2 * (publishing->fine_count + before->entry_count) + 1);
    for (size_t i = 0; i < before->entry_count; i++) {
        keep[count++] = before->entries[i].hash;
        keep[count++] = before->entries[i].picture;
    }
    for (size_t i = 0; i < publishing->approved.count; i++) {
        const struct approved_item *item = &publishing->approved.items[i];
        if (item->state != APPROVED_FINE)
            continue;
        keep[count++] = item->hash;
        keep[count++] = item->announcement.picture.hash;
    }
    if (publishing->is_changed)
        site_writer_sweep(&publishing->writer, keep, count);
    else
        site_writer_sweep(&publishing->writer, NULL, 0);
}

static void put_pages(struct publishing *publishing)
{
    const struct pages pages = {
        .profile = &publishing->profile,
        .zone = publishing->zone,
        .now = publishing->updated,
        .items = publishing->pages,
        .count = publishing->page_count,
    };
    site_pages_put(&publishing->writer, &pages);
    bool has_slides = !options_has(publishing->options, OPTION_WITH_SLIDES) ||
                      site_slides_put(&publishing->writer, &pages);
    if (publishing->writer.failed || !has_slides)
        options_fail(_("the feed is published, but not all pages beside it"));
}

static bool write_site(struct publishing *publishing)
{
    struct site_writer *writer = &publishing->writer;
    put_objects(publishing);
    put_document(publishing, "centre.xml", &publishing->centre);
    put_document(publishing, "hide.xml", &publishing->hide);
    site_writer_put(writer, "feed.atom.minisig", publishing->signature);
    site_writer_put(writer, "feed.atom", publishing->feed);
    if (writer->failed) {
        options_fail(_("%s was not published; the feed before stays"), publishing->site);
        return false;
    }
    sweep(publishing);
    put_pages(publishing);
    desk_folder_note_published(publishing->arena, publishing->folder,
                               stamp_format(publishing->arena, publishing->now, publishing->zone));
    return true;
}

/* ---- the command --------------------------------------------------------------------------- */

static int say_result(const struct publishing *publishing)
{
    printf(_("announcements: %zu, pictures: %zu, over: %zu, left out: %zu\n"),
           publishing->fine_count, publishing->picture_count, publishing->over_count,
           publishing->bad_count);
    if (publishing->is_changed)
        printf(_("changed: %s, %.*s, valid until %.*s\n"), publishing->site,
               STR_ARG(publishing->head.updated), STR_ARG(publishing->head.valid_until));
    else
        printf(_("unchanged: %s, %.*s, valid until %.*s\n"), publishing->site,
               STR_ARG(publishing->head.updated), STR_ARG(publishing->head.valid_until));
    return publishing->bad_count > 0 ? EXIT_FINDINGS : EXIT_FINE;
}

static int publish(struct publishing *publishing)
{
    bool fine = read_before(publishing) && gather(publishing) && compose(publishing);
    if (!fine)
        return EXIT_COULD_NOT;
    sign_feed(publishing);
    return write_site(publishing) ? say_result(publishing) : EXIT_COULD_NOT;
}

/* Pictures of the site would lie among those of the folder, and be swept away with them. */
static bool is_same_folder(const char *a, const char *b)
{
    char whole_a[PATH_MAX], whole_b[PATH_MAX];
    return realpath(a, whole_a) && realpath(b, whole_b) && strcmp(whole_a, whole_b) == 0;
}

static bool read_options(struct publishing *publishing)
{
    const struct options *options = publishing->options;
    publishing->folder = options->arguments[0];
    publishing->site = options->values[OPTION_OUTPUT];
    if (!options_now(options, &publishing->now) ||
        !options_number(options, OPTION_VALID_DAYS, VALID_DAYS_DEFAULT, &publishing->valid_days))
        return false;
    if (!publishing->site)
        options_fail(_("where does the site go? Give -o FOLDER"));
    else if (!file_is_folder(publishing->folder))
        options_fail(_("%s is not a folder"), publishing->folder);
    else if (is_same_folder(publishing->folder, publishing->site))
        options_fail(_("the site needs a folder of its own: %s"), publishing->site);
    else if (publishing->valid_days < 1 || publishing->valid_days > VALID_DAYS_MAX)
        options_fail(_("--valid-days is a number from 1 to %d"), VALID_DAYS_MAX);
    else
        return true;
    return false;
}

static int run(const struct options *options)
{
    struct publishing publishing = { .options = options, .arena = arena_new(PUBLISH_BYTES_MAX) };
    int code = EXIT_COULD_NOT;
    if (read_options(&publishing) && open_centre(&publishing) && open_key(&publishing) &&
        site_writer_open(publishing.arena, publishing.site, &publishing.writer)) {
        open_hide(&publishing);
        code = publish(&publishing);
        site_writer_close(&publishing.writer);
    }
    secret_key_free(publishing.key);
    arena_free(publishing.arena);
    return code;
}

const struct command command_publish = {
    .name = "publish",
    .arguments = N_("FOLDER"),
    .summary = N_("make a signed site of the approved announcements of a folder"),
    .examples = "publish approved -o /srv/taulu --key julkaisija.key\n"
                "publish approved -o /srv/taulu --key julkaisija.key --root-key juuri.pub "
                "--valid-days 14",
    .options = OPTION_BIT(OUTPUT) | OPTION_BIT(KEY) | OPTION_BIT(PASSPHRASE_FD) |
               OPTION_BIT(ROOT_KEY) | OPTION_BIT(VALID_DAYS) | OPTION_BIT(NOW) |
               OPTION_BIT(WITH_SLIDES),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run,
};
