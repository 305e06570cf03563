/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JPEG (ITU-T T.81): a walk over its segments and, byte by byte, over its scans up to the end mark.
 * Within a scan every 0xFF of the picture is followed by 0x00, so the end mark cannot be found in
 * the wrong place, and a file that was cut has none.
 *
 * Only what every decoder reads is let through: 8 bits, baseline or progressive, grey or three
 * colours. Bytes behind the end mark are usual (phones put a film or a depth map there).
 */
#include "media/probe_format.h"

#define MARK 0xff
#define MARK_TEM 0x01
#define MARK_SOF0 0xc0
#define MARK_SOF2 0xc2
#define MARK_DHT 0xc4
#define MARK_JPG 0xc8
#define MARK_DAC 0xcc
#define MARK_SOF15 0xcf
#define MARK_RST0 0xd0
#define MARK_RST7 0xd7
#define MARK_SOI 0xd8
#define MARK_EOI 0xd9
#define MARK_SOS 0xda
#define MARK_DNL 0xdc
#define MARK_APP1 0xe1
#define MARK_APP2 0xe2

/*
 * A progressive file refines the whole picture with each scan; some hundred empty scans are a few
 * hundred bytes and minutes of work. Encoders write 6 to 12, optimisers up to about 20.
 */
#define SCANS_MAX 100
#define COMPONENTS_MAX 4
#define SAMPLING_MAX 4 /* T.81, table B.2 */
#define TABLES_MAX 4
#define EXIF_START "Exif\0\0"
#define XMP_START "http://ns.adobe.com/xap/1.0/"
#define ICC_START "ICC_PROFILE\0\1" /* the first piece */
#define ICC_HEAD_BYTES 14           /* with number and count of the pieces */

struct jpeg {
    struct probe *probe;
    struct str bytes;
    size_t at;
    unsigned scans;
    uint8_t component_ids[COMPONENTS_MAX];
    unsigned scanned; /* the components that had a scan, as a set */
    bool has_frame, has_exif, has_ended;
};

/* The next marker; any number of fill bytes may stand before it. */
static enum probe_verdict next_marker(struct jpeg *jpeg, uint8_t *ret_marker)
{
    if (jpeg->at < jpeg->bytes.bytes && probe_byte(jpeg->bytes, jpeg->at) != MARK)
        return PROBE_DAMAGED;
    while (probe_byte(jpeg->bytes, jpeg->at) == MARK)
        jpeg->at++;
    if (jpeg->at >= jpeg->bytes.bytes)
        return PROBE_CUT;
    *ret_marker = probe_byte(jpeg->bytes, jpeg->at++);
    return PROBE_OK;
}

/* The segment behind a marker, without its length. */
static enum probe_verdict next_segment(struct jpeg *jpeg, struct str *ret_segment)
{
    size_t left = jpeg->bytes.bytes - jpeg->at;
    uint32_t length = probe_be16(jpeg->bytes, jpeg->at);
    if (left >= 2 && length < 2)
        return PROBE_DAMAGED;
    if (left < 2 || length > left)
        return PROBE_CUT;
    *ret_segment = str_slice(jpeg->bytes, jpeg->at + 2, length - 2);
    jpeg->at += length;
    return PROBE_OK;
}

static bool is_component_sane(const struct jpeg *jpeg, struct str frame, size_t number)
{
    size_t at = 6 + 3 * number;
    uint8_t sampling = probe_byte(frame, at + 1);
    for (size_t i = 0; i < number; i++)
        if (jpeg->component_ids[i] == probe_byte(frame, at))
            return false;
    unsigned across = sampling >> 4, down = sampling & 15;
    return across >= 1 && across <= SAMPLING_MAX && down >= 1 && down <= SAMPLING_MAX &&
           probe_byte(frame, at + 2) < TABLES_MAX;
}

static enum probe_verdict read_frame(struct jpeg *jpeg, uint8_t marker, struct str frame)
{
    uint8_t count = probe_byte(frame, 5);
    bool is_usual = marker <= MARK_SOF2 && probe_byte(frame, 0) == 8;
    if (!is_usual || jpeg->has_frame || frame.bytes != 6 + 3 * (size_t)count)
        return PROBE_DAMAGED;
    if (count == 4)
        return PROBE_CMYK;
    if (count != 1 && count != 3)
        return PROBE_DAMAGED;
    for (size_t i = 0; i < count; i++) {
        if (!is_component_sane(jpeg, frame, i))
            return PROBE_DAMAGED;
        jpeg->component_ids[i] = probe_byte(frame, 6 + 3 * i);
    }
    jpeg->has_frame = true;
    jpeg->probe->components = count;
    return probe_sides(probe_be16(frame, 3), probe_be16(frame, 1), jpeg->probe);
}

/* Walks to the marker that ends the scan; the restart markers within must count 0 to 7. */
static enum probe_verdict skip_scan(struct jpeg *jpeg)
{
    unsigned restarts = 0;
    for (;;) {
        struct str rest = str_slice(jpeg->bytes, jpeg->at, jpeg->bytes.bytes);
        ptrdiff_t mark = str_find_byte(rest, (char)MARK);
        if (mark < 0)
            return PROBE_CUT;
        jpeg->at += (size_t)mark;
        if (jpeg->bytes.bytes - jpeg->at < 2)
            return PROBE_CUT;
        uint8_t next = probe_byte(jpeg->bytes, jpeg->at + 1);
        if (next == MARK) {
            jpeg->at++; /* a fill byte */
            continue;
        }
        bool is_restart = next >= MARK_RST0 && next <= MARK_RST7;
        if (next != 0 && !is_restart)
            return PROBE_OK;
        if (is_restart && next != MARK_RST0 + restarts++ % 8)
            return PROBE_DAMAGED;
        jpeg->at += 2;
    }
}

static enum probe_verdict read_scan(struct jpeg *jpeg, struct str head)
{
    uint8_t count = probe_byte(head, 0);
    if (!jpeg->has_frame || ++jpeg->scans > SCANS_MAX || count < 1 ||
        count > jpeg->probe->components || head.bytes != 4 + 2 * (size_t)count)
        return PROBE_DAMAGED;
    for (size_t i = 0; i < count; i++) {
        int number = 0;
        while (number < jpeg->probe->components &&
               jpeg->component_ids[number] != probe_byte(head, 1 + 2 * i))
            number++;
        if (number == jpeg->probe->components)
            return PROBE_DAMAGED;
        jpeg->scanned |= 1u << number;
    }
    return skip_scan(jpeg);
}

static void read_app(struct jpeg *jpeg, uint8_t marker, struct str segment)
{
    if (marker == MARK_APP1 && PROBE_HAS(segment, 0, EXIF_START) && !jpeg->has_exif) {
        probe_exif(segment, jpeg->probe);
        jpeg->has_exif = true;
    }
    if (marker == MARK_APP1 && PROBE_HAS(segment, 0, XMP_START))
        probe_xmp(segment, jpeg->probe);
    if (marker == MARK_APP2 && PROBE_HAS(segment, 0, ICC_START))
        jpeg->probe->foreign_profile =
            probe_icc_is_foreign(str_slice(segment, ICC_HEAD_BYTES, segment.bytes));
}

static enum probe_verdict end_picture(struct jpeg *jpeg)
{
    jpeg->has_ended = true;
    bool is_whole = jpeg->has_frame && jpeg->scanned == (1u << jpeg->probe->components) - 1;
    return is_whole ? PROBE_OK : PROBE_DAMAGED;
}

static bool is_frame(uint8_t marker)
{
    return marker >= MARK_SOF0 && marker <= MARK_SOF15 && marker != MARK_DHT &&
           marker != MARK_JPG && marker != MARK_DAC;
}

/* Markers without a place here: those without a segment, and a height that comes afterwards. */
static bool is_misplaced(uint8_t marker)
{
    return marker <= MARK_TEM || (marker >= MARK_RST0 && marker <= MARK_SOI) || marker == MARK_DNL;
}

static enum probe_verdict read_marker(struct jpeg *jpeg)
{
    uint8_t marker;
    struct str segment;
    enum probe_verdict verdict = next_marker(jpeg, &marker);
    if (verdict != PROBE_OK)
        return verdict;
    if (marker == MARK_EOI)
        return end_picture(jpeg);
    if (is_misplaced(marker))
        return PROBE_DAMAGED;
    verdict = next_segment(jpeg, &segment);
    if (verdict != PROBE_OK)
        return verdict;
    if (is_frame(marker))
        return read_frame(jpeg, marker, segment);
    if (marker == MARK_SOS)
        return read_scan(jpeg, segment);
    read_app(jpeg, marker, segment);
    return PROBE_OK;
}

enum probe_verdict probe_jpeg(struct str bytes, struct probe *ret_probe)
{
    struct jpeg jpeg = { .probe = ret_probe, .bytes = bytes, .at = 2 };
    enum probe_verdict verdict = PROBE_OK;
    while (verdict == PROBE_OK && !jpeg.has_ended)
        verdict = read_marker(&jpeg);
    return verdict;
}
