/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The type comes from the first bytes, never from the name. Readers of one format answer with a
 * verdict and know nothing of findings; the tables here put the verdict into a person's words.
 *
 * Weighed: to let the decoding library read the header. It believes what the header says, and
 * takes memory for it, before it has seen one pixel; 342 of 360 cut JPEGs were whole to it.
 */
#include "media/probe.h"

#include "base/file.h"
#include "media/probe_format.h"

#include <strings.h>

#define PNG_START "\x89PNG"
#define JPEG_START "\xff\xd8\xff"
#define WEBP_BRAND_AT 8

static const struct {
    const char *name, *media_type, *ending;
    struct str start;
    enum probe_verdict (*read)(struct str bytes, struct probe *ret_probe);
} types[] = {
    [PICTURE_PNG] = { "PNG", "image/png", "png", { PNG_START, sizeof PNG_START - 1 }, probe_png },
    [PICTURE_JPEG] = { "JPEG",
                       "image/jpeg",
                       "jpg",
                       { JPEG_START, sizeof JPEG_START - 1 },
                       probe_jpeg },
    [PICTURE_WEBP] = { "WebP", "image/webp", "webp", { "RIFF", 4 }, probe_webp },
};

/* Endings that fit a type, besides its own. */
static const struct {
    const char *ending;
    enum picture_type type;
} other_endings[] = {
    { "jpeg", PICTURE_JPEG },
    { "jpe", PICTURE_JPEG },
    { "jfif", PICTURE_JPEG },
    { "apng", PICTURE_PNG },
};

static const struct {
    enum finding_code finding;
    bool is_refused;
} outcomes[] = {
    [PROBE_OK] = { 0, false }, /* finds nothing */
    [PROBE_OK_FIRST] = { FINDING_PICTURE_MOVES_FIRST, false },
    [PROBE_CUT] = { FINDING_PICTURE_CUT, true },
    [PROBE_DAMAGED] = { FINDING_PICTURE_DAMAGED, true },
    [PROBE_CMYK] = { FINDING_PICTURE_CMYK, true },
    [PROBE_MOVES] = { FINDING_PICTURE_MOVES, true },
    [PROBE_SIDES] = { FINDING_PICTURE_SIDES, true },
};

static struct finding *add_finding(struct report *report, enum finding_code code, struct str name)
{
    struct finding *finding = report_add(report, code, (struct place){ .file = name });
    finding_arg(report, finding, name);
    return finding;
}

/* True when the file is so short that it ends within the type's first bytes. */
static bool is_start_of(struct str bytes, struct str start)
{
    return bytes.bytes < start.bytes && memcmp(bytes.at, start.at, bytes.bytes) == 0;
}

/* WebP shares its first four bytes with sound and film; its brand comes behind the length. */
static bool is_of_type(struct str bytes, enum picture_type type)
{
    if (!probe_has(bytes, 0, types[type].start.at, types[type].start.bytes))
        return false;
    if (type != PICTURE_WEBP)
        return true;
    return PROBE_HAS(bytes, WEBP_BRAND_AT, "WEBP") || bytes.bytes <= WEBP_BRAND_AT + 3;
}

/* What it is in place of a picture, and what to send. */
static void add_foreign(struct str bytes, struct report *report, struct str name)
{
    static const enum finding_code codes[] = {
        [FAMILY_PICTURE] = FINDING_PICTURE_TYPE,      [FAMILY_PHONE] = FINDING_PICTURE_PHONE,
        [FAMILY_DOCUMENT] = FINDING_PICTURE_DOCUMENT, [FAMILY_DRAWING] = FINDING_PICTURE_DRAWING,
        [FAMILY_FILM] = FINDING_PICTURE_FILM,         [FAMILY_PACKED] = FINDING_PICTURE_PACKED,
    };
    enum probe_family family;
    const char *foreign = probe_foreign_name(bytes, &family);
    if (foreign)
        finding_arg(report, add_finding(report, codes[family], name), str_of(foreign));
    else
        add_finding(report, FINDING_PICTURE_UNKNOWN, name);
}

static bool find_type(struct str bytes, struct report *report, struct str name,
                      enum picture_type *ret_type)
{
    for (size_t i = 0; i < ARRAY_LEN(types); i++) {
        if (is_of_type(bytes, (enum picture_type)i)) {
            *ret_type = (enum picture_type)i;
            return true;
        }
    }
    for (size_t i = 0; i < ARRAY_LEN(types); i++) {
        if (bytes.bytes == 0 || is_start_of(bytes, types[i].start)) {
            add_finding(report, FINDING_PICTURE_CUT, name);
            return false;
        }
    }
    add_foreign(bytes, report, name);
    return false;
}

/* False when the file is too long to be opened at all. */
static bool check_bytes(struct str bytes, struct str name, size_t bytes_max, struct report *report)
{
    bool is_over_cap = bytes.bytes > PICTURE_FILE_BYTES_MAX;
    if (bytes_max > PICTURE_FILE_BYTES_MAX)
        bytes_max = PICTURE_FILE_BYTES_MAX;
    if (bytes.bytes <= bytes_max)
        return true;
    struct finding *finding = add_finding(report, FINDING_PICTURE_BYTES, name);
    finding_number(report, finding, (long)bytes.bytes);
    finding_number(report, finding, (long)bytes_max);
    finding->found = finding->args[1];
    finding->limit = finding->args[2];
    /* A centre may make its own limit a hint; the player's cap stays. */
    return !is_over_cap && finding->severity < SEVERITY_BLOCK;
}

static void check_name(struct str name, enum picture_type type, struct report *report)
{
    struct str ending = file_ending_of(name);
    if (ending.bytes < 2)
        return; /* objects of a site are named by their hash alone */
    ending = str_slice(ending, 1, ending.bytes);
    bool fits = ending.bytes == strlen(types[type].ending) &&
                strncasecmp(ending.at, types[type].ending, ending.bytes) == 0;
    for (size_t i = 0; i < ARRAY_LEN(other_endings) && !fits; i++)
        fits = other_endings[i].type == type && ending.bytes == strlen(other_endings[i].ending) &&
               strncasecmp(ending.at, other_endings[i].ending, ending.bytes) == 0;
    if (!fits)
        finding_arg(report, add_finding(report, FINDING_PICTURE_NAME, name),
                    str_of(types[type].name));
}

/* Puts a verdict into the report; true when the picture may be decoded. */
static bool judge(enum probe_verdict verdict, const struct probe *probe, struct str name,
                  struct report *report)
{
    if (verdict == PROBE_OK)
        return true;
    struct finding *finding = add_finding(report, outcomes[verdict].finding, name);
    if (verdict == PROBE_SIDES) {
        finding_number(report, finding, probe->width);
        finding_number(report, finding, probe->height);
        finding->found = str_format(report->arena, "%d × %d", probe->width, probe->height);
        finding->limit = str_format(report->arena, "%d", PICTURE_SIDE_MAX);
    }
    return !outcomes[verdict].is_refused;
}

/* What a whole picture says of itself that people should know. */
static void note_facts(const struct probe *probe, struct str name, struct report *report)
{
    if (probe->foreign_profile)
        add_finding(report, FINDING_PICTURE_COLOURS, name);
    if (probe->turn_is_odd)
        add_finding(report, FINDING_PICTURE_TURN, name);
    if (probe->has_private)
        add_finding(report, FINDING_PICTURE_PRIVATE, name);
}

bool probe_picture(struct str bytes, struct str name, size_t bytes_max, struct report *report,
                   struct probe *ret_probe)
{
    struct probe probe = { .turn = 1 };
    if (!find_type(bytes, report, name, &probe.type))
        return false;
    if (!check_bytes(bytes, name, bytes_max, report))
        return false;
    enum probe_verdict verdict = types[probe.type].read(bytes, &probe);
    check_name(name, probe.type, report);
    if (!judge(verdict, &probe, name, report))
        return false;
    note_facts(&probe, name, report);
    *ret_probe = probe;
    return true;
}

enum probe_verdict probe_sides(uint32_t width, uint32_t height, struct probe *probe)
{
    if (width == 0 || height == 0 || width > INT32_MAX || height > INT32_MAX)
        return PROBE_DAMAGED;
    probe->width = (int)width;
    probe->height = (int)height;
    if (width > PICTURE_SIDE_MAX || height > PICTURE_SIDE_MAX)
        return PROBE_SIDES;
    return width * height > PICTURE_PIXELS_MAX ? PROBE_SIDES : PROBE_OK;
}

const char *picture_type_name(enum picture_type type)
{
    return types[type].name;
}

const char *picture_media_type(enum picture_type type)
{
    return types[type].media_type;
}

const char *picture_ending(enum picture_type type)
{
    return types[type].ending;
}

/* From 5 on, the turns put the picture on its side. */
#define TURN_SIDEWAYS 5

int probe_seen_width(const struct probe *probe)
{
    return probe->turn >= TURN_SIDEWAYS ? probe->height : probe->width;
}

int probe_seen_height(const struct probe *probe)
{
    return probe->turn >= TURN_SIDEWAYS ? probe->width : probe->height;
}
