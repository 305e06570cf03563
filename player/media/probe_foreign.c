/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names for the files that people send instead of a picture, so that the answer can be "this is a
 * HEIC file" and not "unknown". Only first bytes are looked at; nothing here is ever opened.
 *
 * The names are what the file is called in every language of the program.
 */
#include "media/probe_format.h"

#include <strings.h>

#define TEXT_LOOK_BYTES 4096 /* how far into a text the tag is looked for */
#define ZIP_LOOK_BYTES 16384 /* names of the parts of an office file come within this */

struct start {
    size_t at;
    const char *bytes;
    size_t length;
    const char *name;
};

#define START(at, bytes, name)                                                                     \
    {                                                                                              \
        at, bytes, sizeof(bytes) - 1, name                                                         \
    }

/* The first that fits wins. */
static const struct start starts[] = {
    START(0, "GIF8", "GIF"),
    START(0, "II*\0", "TIFF"),
    START(0, "MM\0*", "TIFF"),
    START(0, "II+\0", "TIFF"),
    START(0, "MM\0+", "TIFF"),
    START(0, "%PDF-", "PDF"),
    START(3, "%PDF-", "PDF"), /* behind a byte order mark */
    START(0, "8BPS", "Photoshop"),
    START(0, "gimp xcf", "GIMP"),
    START(0, "\xff\x0a", "JPEG XL"),
    START(4, "JXL \r\n\x87\n", "JPEG XL"),
    START(4, "jP  \r\n\x87\n", "JPEG 2000"),
    START(0, "\xff\x4f\xff\x51", "JPEG 2000"),
    START(0, "\x8aMNG", "MNG"),
    START(0, "\0\0\1\0", "ICO"),
    START(0, "\0\0\2\0", "CUR"),
    START(0, "%!PS", "PostScript"),
    START(0, "\xc5\xd0\xd3\xc6", "PostScript"),
    START(0, "\xd7\xcd\xc6\x9a", "WMF"),
    START(40, " EMF", "EMF"),
    START(0, "qoif", "QOI"),
    START(0, "{\\rtf", "RTF"),
    START(0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word, PowerPoint or Excel"),
    START(8, "AVI ", "AVI"),
    START(8, "WAVE", "WAV"),
    START(0, "\x1a\x45\xdf\xa3", "WebM"),
    START(0, "OggS", "Ogg"),
    START(0, "ID3", "MP3"),
    START(0, "\x1f\x8b", "gzip"),
    START(0, "7z\xbc\xaf\x27\x1c", "7z"),
    START(0, "Rar!\x1a\x07", "RAR"),
};

/* The brand behind "ftyp" (ISO/IEC 14496-12); what is none of these is a film. */
static const struct {
    char brand[5];
    const char *name;
} brands[] = {
    { "avif", "AVIF" }, { "avis", "AVIF" }, { "heic", "HEIC" }, { "heix", "HEIC" },
    { "heim", "HEIC" }, { "heis", "HEIC" }, { "hevc", "HEIC" }, { "hevx", "HEIC" },
    { "mif1", "HEIF" }, { "msf1", "HEIF" }, { "crx ", "CR3" },  { "qt  ", "QuickTime" },
};

/* Office files are zip archives; the names of their parts tell which. */
static const struct {
    const char *part, *name;
} zip_parts[] = {
    { "word/", "Word" },
    { "ppt/", "PowerPoint" },
    { "xl/", "Excel" },
    { "application/vnd.oasis.opendocument.text", "OpenDocument (ODT)" },
    { "application/vnd.oasis.opendocument.presentation", "OpenDocument (ODP)" },
    { "application/vnd.oasis.opendocument.graphics", "OpenDocument (ODG)" },
    { "application/vnd.oasis.opendocument", "OpenDocument" },
    { "application/epub+zip", "EPUB" },
    { "[Content_Types].xml", "Microsoft Office" },
    { "", "ZIP" },
};

static const struct {
    const char *tag, *name;
} text_tags[] = {
    { "<svg", "SVG" },
    { "<html", "HTML" },
    { "<!doctype html", "HTML" },
    { "<?xml", "XML" },
};

static const char *film_or_photo(struct str bytes)
{
    if (!PROBE_HAS(bytes, 4, "ftyp"))
        return NULL;
    /* "mif1" is the general brand: one of the compatible brands behind it may be more exact. */
    const char *general = NULL;
    uint32_t box = probe_be32(bytes, 0);
    for (size_t at = 8; at + 4 <= box && at + 4 <= bytes.bytes; at += at == 8 ? 8 : 4) {
        for (size_t i = 0; i < ARRAY_LEN(brands); i++) {
            if (!probe_has(bytes, at, brands[i].brand, 4))
                continue;
            if (strcmp(brands[i].name, "HEIF") != 0)
                return brands[i].name;
            general = brands[i].name;
        }
    }
    return general ? general : "MP4";
}

static const char *archive(struct str bytes)
{
    if (!PROBE_HAS(bytes, 0, "PK\3\4"))
        return NULL;
    struct str head = str_slice(bytes, 0, ZIP_LOOK_BYTES);
    size_t i = 0;
    while (zip_parts[i].part[0] != '\0' && str_find(head, str_of(zip_parts[i].part)) < 0)
        i++;
    return zip_parts[i].name;
}

static bool has_tag(struct str head, const char *tag)
{
    size_t length = strlen(tag);
    for (size_t at = 0; at + length <= head.bytes; at++)
        if (strncasecmp(head.at + at, tag, length) == 0)
            return true;
    return false;
}

/* Text that begins like markup. */
static const char *markup(struct str bytes)
{
    struct str head =
        str_slice(bytes, PROBE_HAS(bytes, 0, "\xef\xbb\xbf") ? 3 : 0, TEXT_LOOK_BYTES);
    head = str_trim(head);
    if (!PROBE_HAS(head, 0, "<"))
        return NULL;
    for (size_t i = 0; i < ARRAY_LEN(text_tags); i++)
        if (has_tag(head, text_tags[i].tag))
            return text_tags[i].name;
    return NULL;
}

/* Two letters are little to go by: the header's length and its reserved zeros must fit too. */
static const char *bitmap(struct str bytes)
{
    bool fits = PROBE_HAS(bytes, 0, "BM") && probe_le32(bytes, 6) == 0;
    uint32_t header = probe_le32(bytes, 14);
    return fits && (header == 12 || (header >= 40 && header <= 124)) ? "BMP" : NULL;
}

/* Of the names above; what is not here is FAMILY_PICTURE. */
static const struct {
    const char *name;
    enum probe_family family;
} families[] = {
    { "HEIC", FAMILY_PHONE },
    { "HEIF", FAMILY_PHONE },
    { "AVIF", FAMILY_PHONE },
    { "PDF", FAMILY_DOCUMENT },
    { "Word, PowerPoint or Excel", FAMILY_DOCUMENT },
    { "Word", FAMILY_DOCUMENT },
    { "PowerPoint", FAMILY_DOCUMENT },
    { "Excel", FAMILY_DOCUMENT },
    { "OpenDocument (ODT)", FAMILY_DOCUMENT },
    { "OpenDocument (ODP)", FAMILY_DOCUMENT },
    { "OpenDocument (ODG)", FAMILY_DOCUMENT },
    { "OpenDocument", FAMILY_DOCUMENT },
    { "EPUB", FAMILY_DOCUMENT },
    { "Microsoft Office", FAMILY_DOCUMENT },
    { "RTF", FAMILY_DOCUMENT },
    { "HTML", FAMILY_DOCUMENT },
    { "XML", FAMILY_DOCUMENT },
    { "SVG", FAMILY_DRAWING },
    { "PostScript", FAMILY_DRAWING },
    { "WMF", FAMILY_DRAWING },
    { "EMF", FAMILY_DRAWING },
    { "Photoshop", FAMILY_DRAWING },
    { "GIMP", FAMILY_DRAWING },
    { "MP4", FAMILY_FILM },
    { "QuickTime", FAMILY_FILM },
    { "AVI", FAMILY_FILM },
    { "WebM", FAMILY_FILM },
    { "Ogg", FAMILY_FILM },
    { "MP3", FAMILY_FILM },
    { "WAV", FAMILY_FILM },
    { "ZIP", FAMILY_PACKED },
    { "gzip", FAMILY_PACKED },
    { "7z", FAMILY_PACKED },
    { "RAR", FAMILY_PACKED },
};

static const char *name_of(struct str bytes)
{
    static const char *(*const askers[])(struct str bytes) = { film_or_photo, archive, bitmap,
                                                               markup };
    for (size_t i = 0; i < ARRAY_LEN(starts); i++)
        if (probe_has(bytes, starts[i].at, starts[i].bytes, starts[i].length))
            return starts[i].name;
    for (size_t i = 0; i < ARRAY_LEN(askers); i++) {
        const char *name = askers[i](bytes);
        if (name)
            return name;
    }
    return NULL;
}

const char *probe_foreign_name(struct str bytes, enum probe_family *ret_family)
{
    const char *name = name_of(bytes);
    if (!name)
        return NULL;
    *ret_family = FAMILY_PICTURE;
    for (size_t i = 0; i < ARRAY_LEN(families); i++)
        if (strcmp(families[i].name, name) == 0)
            *ret_family = families[i].family;
    return name;
}
