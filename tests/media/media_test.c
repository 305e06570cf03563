/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs all tests of media/. */
#include "media_tests.h"

#include <stdlib.h>

int give_arena(void **state)
{
    *state = arena_new(TEST_BYTES_MAX);
    return 0;
}

int take_arena(void **state)
{
    arena_free(*state);
    return 0;
}

/* What a whole picture says of itself, and no more. */
static bool says_its_facts(const struct report *report, const struct probe *probe)
{
    size_t facts = (size_t)probe->foreign_profile + probe->turn_is_odd + probe->has_private;
    return report->count == facts &&
           report_has_code(report, FINDING_PICTURE_COLOURS) == probe->foreign_profile &&
           report_has_code(report, FINDING_PICTURE_TURN) == probe->turn_is_odd &&
           report_has_code(report, FINDING_PICTURE_PRIVATE) == probe->has_private;
}

struct probe check_passes(struct arena *arena, struct str bytes, const char *file, int line)
{
    struct report report = report_new(arena);
    struct probe probe = { 0 };
    bool passes = probe_picture(bytes, STR(""), PICTURE_FILE_BYTES_MAX, &report, &probe);
    if (!passes || !says_its_facts(&report, &probe)) {
        print_error("%s:%d: %s\n", file, line,
                    report.count > 0 ? finding_info(report.findings[0].code)->message
                                     : "refused without a finding");
        fail();
    }
    return probe;
}

void check_refused(struct arena *arena, struct str bytes, enum finding_code code, const char *file,
                   int line)
{
    struct report report = report_new(arena);
    struct probe probe;
    bool passes = probe_picture(bytes, STR(""), PICTURE_FILE_BYTES_MAX, &report, &probe);
    if (passes || report.count != 1 || report.findings[0].code != code) {
        print_error("%s:%d: %s with %zu findings: %s\n", file, line, passes ? "passed" : "refused",
                    report.count,
                    report.count > 0 ? finding_info(report.findings[0].code)->message : "");
        fail();
    }
}

int main(void)
{
    int failed = 0;
    failed += probe_tests();
    failed += probe_png_tests();
    failed += probe_jpeg_tests();
    failed += probe_webp_tests();
    failed += turn_tests();
    failed += scale_tests();
    failed += strip_tests();
    failed += lockdown_tests();
    failed += decode_tests();
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
