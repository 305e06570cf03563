/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See verdict_count.h. */
#include "record/verdict_count.h"

#include "base/i18n.h"

void verdict_count_rows(const struct desk_tally *desk, struct verdict_count ret_rows[VERDICT_ROWS])
{
    const struct verdict_count rows[VERDICT_ROWS] = {
        { _("Announcements received"), desk->received },
        { _("approved"), desk->verdicts[VERDICT_APPROVE] },
        { _("returned to be mended"), desk->verdicts[VERDICT_RETURN] },
        { _("refused"), desk->verdicts[VERDICT_REFUSE] },
        { _("dates cancelled"), desk->verdicts[VERDICT_CANCEL] },
        { _("taken off"), desk->verdicts[VERDICT_HIDE] },
    };
    memcpy(ret_rows, rows, sizeof rows);
}
