/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The report as a page to read and to print: the first sheet of A4 is for the meeting, what stands
 * behind it is for who wants to look something up. Charts are plain SVG with the same numbers in a
 * table or beside the bars, so nothing is told by colour or shape alone.
 */
#include "model/audience.h"
#include "record/play_report.h"
#include "record/quantity.h"
#include "record/verdict_count.h"

#define CHART_ROWS_MAX 22 /* organisations that fit on the first sheet beside the rest */
#define GROUNDS_MAX 5

/* A chart in its own units: names to the left, bars, numbers to the right. */
#define ROW_HEIGHT 26
#define NAME_WIDTH 300
#define BARS_WIDTH 420
#define CHART_WIDTH 860
#define SHARE_MOST 1.5 /* shares above are drawn as this; the number beside says how much */
#define DAY_CHART_HEIGHT 120

static const char style[] =
    "body{font:17px/1.45 'Noto Sans','Segoe UI',Arial,sans-serif;color:#14212B;background:#FBFAF6;"
    "margin:0 auto;max-width:60rem;padding:1.5rem}"
    "h1{color:#0B3A45;font-size:1.7rem;line-height:1.15;margin:0 0 .3rem}"
    "h2{color:#0B3A45;font-size:1.15rem;margin:1.4rem 0 .4rem}"
    "p{margin:.3rem 0}"
    "dl.figures{display:flex;flex-wrap:wrap;gap:.6rem;margin:1rem 0}"
    "dl.figures div{background:#E3EEF0;border-radius:.5rem;padding:.5rem .9rem}"
    "dt{font-size:.9rem}dd{margin:0;font-size:1.35rem;font-weight:700;color:#0B3A45}"
    "table{border-collapse:collapse;width:100%;margin:.4rem 0}"
    "tbody th{font-weight:400}th,td{text-align:left;padding:.2rem .6rem .2rem 0;border-bottom:1px "
    "solid #C9D6D8;"
    "vertical-align:top}"
    "th.n,td.n{text-align:right;white-space:nowrap}"
    ".two{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}"
    ".wide{overflow-x:auto}svg{width:100%;height:auto;display:block}"
    "svg text{font:15px 'Noto Sans',Arial,sans-serif;fill:#14212B}"
    "@media(max-width:40rem){.two{grid-template-columns:1fr}body{padding:1rem}}"
    "@media print{body{background:#fff;font-size:10.5pt;max-width:none;padding:0}"
    "@page{size:A4;margin:14mm}h2{margin:3mm 0 1mm;break-after:avoid}.more{break-before:page}"
    "dl.figures{margin:2mm 0}tr{break-inside:avoid}}";

/* ---- words --------------------------------------------------------------------------------- */

/* Text into markup: the five signs that mean something there. */
static void add_text(struct text *to, struct str text)
{
    static const struct {
        char sign;
        const char *markup;
    } signs[] = {
        { '&', "&amp;" }, { '<', "&lt;" }, { '>', "&gt;" }, { '"', "&quot;" }, { '\'', "&#39;" }
    };
    for (size_t i = 0; i < text.bytes; i++) {
        const char *markup = NULL;
        for (size_t j = 0; j < ARRAY_LEN(signs); j++)
            markup = text.at[i] == signs[j].sign ? signs[j].markup : markup;
        if (markup)
            text_add_c(to, markup);
        else
            text_add(to, str_slice(text, i, 1));
    }
}

static void add_element(struct text *to, const char *open, struct str text, const char *close)
{
    text_add_c(to, open);
    add_text(to, text);
    text_add_c(to, close);
}

static void add_heading(struct text *to, const char *text)
{
    add_element(to, "<h2>", str_of(text), "</h2>\n");
}

/* A row of a table: the first cell is its heading, the others are numbers. */
static void add_row(struct text *to, const struct str *cells, size_t count)
{
    add_element(to, "<tr><th scope=\"row\">", cells[0], "</th>");
    for (size_t i = 1; i < count; i++)
        add_element(to, "<td class=\"n\">", cells[i], "</td>");
    text_add_c(to, "</tr>\n");
}

static void begin_table(struct text *to, const char *const *heads, size_t count)
{
    text_add_c(to, "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"");
    add_text(to, str_of(_(heads[0])));
    text_add_c(to, "\"><table><thead><tr>");
    for (size_t i = 0; i < count; i++)
        add_element(to, i ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">",
                    str_of(_(heads[i])), "</th>");
    text_add_c(to, "</tr></thead><tbody>\n");
}

static void end_table(struct text *to)
{
    text_add_c(to, "</tbody></table></div>\n");
}

/* ---- the first sheet ----------------------------------------------------------------------- */

static void add_figure(struct text *to, const char *label, struct str value)
{
    add_element(to, "<div><dt>", str_of(label), "</dt>");
    add_element(to, "<dd>", value, "</dd></div>\n");
}

static void add_head(struct text *to, const struct play_report *report)
{
    struct arena *arena = to->arena;
    const struct tally *tally = &report->tally;
    struct str none = { 0 };
    struct str centre = report->centre.bytes ? report->centre : str_of(_("Announcements"));
    add_element(to, "<h1>", centre, "</h1>\n");
    add_element(to, "<p>",
                quantity_fill(arena, _("Shown on the screens from {0} to {1}"),
                              quantity_date(arena, report->from), quantity_date(arena, report->to),
                              none),
                "</p>\n<dl class=\"figures\">\n");
    add_figure(to, _("Organisations"), quantity_count(arena, tally->organisation_count));
    add_figure(to, _("Announcements"), quantity_count(arena, tally->announcement_count));
    add_figure(to, _("Showings"), quantity_count(arena, tally->plays));
    add_figure(to, _("Time on the screens"), quantity_time(arena, tally->seconds));
    add_figure(to, _("Screens"), quantity_count(arena, tally->display_count));
    text_add_c(to, "</dl>\n");
}

static void add_share_bar(struct text *to, const struct tally_organisation *row, size_t index)
{
    double share = tally_share(row);
    double drawn = share < SHARE_MOST ? share : SHARE_MOST;
    int y = (int)index * ROW_HEIGHT;
    text_format(to, "<text x=\"0\" y=\"%d\">", y + 18);
    add_text(to, row->name);
    text_format(to,
                "</text><rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"16\" fill=\"#0B5C6B\"/>"
                "<text x=\"%d\" y=\"%d\">",
                NAME_WIDTH, y + 5, drawn / SHARE_MOST * BARS_WIDTH, NAME_WIDTH + BARS_WIDTH + 12,
                y + 18);
    add_text(to, quantity_percent(to->arena, share));
    text_add_c(to, "</text>\n");
}

static void add_share_chart(struct text *to, const struct tally *tally)
{
    size_t count =
        tally->organisation_count < CHART_ROWS_MAX ? tally->organisation_count : CHART_ROWS_MAX;
    int height = (int)count * ROW_HEIGHT, equal = NAME_WIDTH + (int)(BARS_WIDTH / SHARE_MOST);
    add_heading(to, _("Did everybody get an equal share?"));
    add_element(to, "<p>",
                str_of(_("The line is an equal share: the time of each day, divided by the "
                         "organisations that had something to show.")),
                "</p>\n");
    text_format(to, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"", CHART_WIDTH,
                height + 4);
    add_text(to, str_of(_("Share of each organisation; the same numbers are in the table")));
    text_add_c(to, "\">\n");
    for (size_t i = 0; i < count; i++)
        add_share_bar(to, &tally->organisations[i], i);
    text_format(to,
                "<line x1=\"%d\" y1=\"0\" x2=\"%d\" y2=\"%d\" stroke=\"#8A2B06\" "
                "stroke-width=\"3\" stroke-dasharray=\"6 4\"/></svg>\n",
                equal, equal, height);
    if (count < tally->organisation_count)
        add_element(to, "<p>", str_of(_("The table has all of them.")), "</p>\n");
}

static void add_verdicts(struct text *to, const struct desk_tally *desk)
{
    static const char *const heads[] = { N_("What was sent in"), N_("number") };
    struct verdict_count rows[VERDICT_ROWS];
    verdict_count_rows(desk, rows);
    begin_table(to, heads, ARRAY_LEN(heads));
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        const struct str cells[] = { str_of(rows[i].label),
                                     quantity_count(to->arena, rows[i].count) };
        add_row(to, cells, ARRAY_LEN(cells));
    }
    if (desk->timed > 0) {
        const struct str cells[] = { str_of(_("Days until the answer, median")),
                                     quantity_decimal(to->arena, desk->days_median) };
        add_row(to, cells, ARRAY_LEN(cells));
    }
    end_table(to);
}

static void add_sizes(struct text *to, const struct desk_tally *desk)
{
    static const char *const heads[] = { N_("Organisations by how much they sent"), N_("number"),
                                         N_("returned") };
    static const char *const labels[SENDER_SIZE_COUNT] = {
        [SENDER_FEW] = N_("1–2 announcements"),
        [SENDER_SOME] = N_("3–9 announcements"),
        [SENDER_MANY] = N_("10 announcements or more"),
    };
    begin_table(to, heads, ARRAY_LEN(heads));
    for (size_t i = 0; i < SENDER_SIZE_COUNT; i++) {
        const struct desk_size *size = &desk->sizes[i];
        double part = size->received ? (double)size->returned / (double)size->received : 0;
        const struct str cells[] = { str_of(_(labels[i])),
                                     quantity_count(to->arena, size->organisations),
                                     size->received ? quantity_percent(to->arena, part)
                                                    : STR("–") };
        add_row(to, cells, ARRAY_LEN(cells));
    }
    end_table(to);
}

static void add_grounds(struct text *to, const struct desk_tally *desk)
{
    static const char *const heads[] = { N_("Why something came back"), N_("times") };
    if (desk->ground_count == 0)
        return;
    begin_table(to, heads, ARRAY_LEN(heads));
    for (size_t i = 0; i < desk->ground_count && i < GROUNDS_MAX; i++) {
        const struct str cells[] = { desk->grounds[i].reason,
                                     quantity_count(to->arena, desk->grounds[i].count) };
        add_row(to, cells, ARRAY_LEN(cells));
    }
    end_table(to);
}

/* For whom there was something, and for whom nobody had anything. */
static void add_audiences(struct text *to, const struct desk_tally *desk)
{
#define X(term, name) name,
    static const char *const names[] = { AUDIENCE_LIST(X) };
#undef X
    static const char *const heads[] = { N_("For whom"), N_("organisations") };
    begin_table(to, heads, ARRAY_LEN(heads));
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        size_t count = 0;
        for (size_t j = 0; j < desk->organisation_count; j++)
            count += desk->organisations[j].audiences >> i & 1;
        const struct str cells[] = {
            str_of(_(names[i])),
            count ? quantity_count(to->arena, count) : str_of(_("nobody yet")),
        };
        add_row(to, cells, ARRAY_LEN(cells));
    }
    end_table(to);
}

static void add_sums(struct text *to, const char *const *heads, const struct tally_sum *sums,
                     size_t count)
{
    begin_table(to, heads, 3);
    for (size_t i = 0; i < count; i++) {
        const struct str cells[] = { sums[i].name, quantity_count(to->arena, sums[i].plays),
                                     quantity_time(to->arena, sums[i].seconds) };
        add_row(to, cells, ARRAY_LEN(cells));
    }
    end_table(to);
}

/* ---- behind it ----------------------------------------------------------------------------- */

static void add_day_chart(struct text *to, const struct tally *tally)
{
    double most = 1, width = (double)CHART_WIDTH / (double)tally->day_count;
    for (size_t i = 0; i < tally->day_count; i++)
        most = tally->days[i].seconds > most ? tally->days[i].seconds : most;
    add_heading(to, _("Time on the screens, by day"));
    text_format(to, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"", CHART_WIDTH,
                DAY_CHART_HEIGHT + 22);
    add_text(to,
             quantity_fill(to->arena, _("A bar for each day; the longest is {0}"),
                           quantity_time(to->arena, most), (struct str){ 0 }, (struct str){ 0 }));
    text_add_c(to, "\">\n");
    for (size_t i = 0; i < tally->day_count; i++) {
        double height = tally->days[i].seconds / most * DAY_CHART_HEIGHT;
        text_format(to,
                    "<rect x=\"%.2f\" y=\"%.1f\" width=\"%.2f\" height=\"%.1f\" "
                    "fill=\"#0B5C6B\"/>\n",
                    (double)i * width, DAY_CHART_HEIGHT - height, width * 0.85, height);
    }
    text_format(to, "<text x=\"0\" y=\"%d\">%.*s</text>", DAY_CHART_HEIGHT + 18,
                STR_ARG(quantity_date(to->arena, tally->days[0].date)));
    text_format(to, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.*s</text></svg>\n", CHART_WIDTH,
                DAY_CHART_HEIGHT + 18,
                STR_ARG(quantity_date(to->arena, tally->days[tally->day_count - 1].date)));
}

static void add_organisations(struct text *to, const struct tally *tally)
{
    static const char *const heads[] = { N_("Organisation"), N_("announcements"), N_("showings"),
                                         N_("time"), N_("of an equal share") };
    begin_table(to, heads, ARRAY_LEN(heads));
    for (size_t i = 0; i < tally->organisation_count; i++) {
        const struct tally_organisation *row = &tally->organisations[i];
        const struct str cells[] = { row->name, quantity_count(to->arena, row->announcements),
                                     quantity_count(to->arena, row->plays),
                                     quantity_time(to->arena, row->seconds),
                                     quantity_percent(to->arena, tally_share(row)) };
        add_row(to, cells, ARRAY_LEN(cells));
    }
    end_table(to);
}

static void add_announcements(struct text *to, const struct tally *tally)
{
    static const char *const heads[] = { N_("Announcement"), N_("language"), N_("days"),
                                         N_("showings"), N_("time") };
    begin_table(to, heads, ARRAY_LEN(heads));
    for (size_t i = 0; i < tally->announcement_count; i++) {
        const struct tally_announcement *row = &tally->announcements[i];
        const struct str cells[] = {
            str_format(to->arena, "%.*s (%.*s)", STR_ARG(row->title), STR_ARG(row->organisations)),
            row->language,
            str_format(to->arena, "%.*s–%.*s", STR_ARG(quantity_date(to->arena, row->first)),
                       STR_ARG(quantity_date(to->arena, row->last))),
            quantity_count(to->arena, row->plays),
            quantity_time(to->arena, row->seconds),
        };
        add_row(to, cells, ARRAY_LEN(cells));
    }
    end_table(to);
}

static void add_desk(struct text *to, const struct desk_tally *desk)
{
    text_add_c(to, "<div class=\"two\"><div>\n");
    add_verdicts(to, desk);
    add_grounds(to, desk);
    text_add_c(to, "</div><div>\n");
    add_audiences(to, desk);
    add_sizes(to, desk);
    text_add_c(to, "</div></div>\n");
}

static void add_shown(struct text *to, const struct tally *tally)
{
    static const char *const languages[] = { N_("Language"), N_("showings"), N_("time") };
    static const char *const displays[] = { N_("Screen"), N_("showings"), N_("time") };
    text_add_c(to, "<div class=\"more\">\n");
    add_heading(to, _("Organisations"));
    add_organisations(to, tally);
    add_day_chart(to, tally);
    text_add_c(to, "<div class=\"two\"><div>\n");
    add_sums(to, languages, tally->languages, tally->language_count);
    text_add_c(to, "</div><div>\n");
    add_sums(to, displays, tally->displays, tally->display_count);
    text_add_c(to, "</div></div>\n");
    add_heading(to, _("Announcements"));
    add_announcements(to, tally);
    text_add_c(to, "</div>\n");
}

struct str play_report_html(struct arena *arena, const struct play_report *report)
{
    struct text to = text_new(arena, PLAY_REPORT_BYTES_MAX);
    /* TRANSLATORS: the language of this page as BCP 47 has it: fi, sv */
    text_format(&to,
                "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
                _("en"));
    add_text(&to, str_of(_("Report of the screens")));
    text_format(&to, "</title>\n<style>%s</style>\n</head>\n<body>\n<main>\n", style);
    add_head(&to, report);
    if (report->tally.plays > 0)
        add_share_chart(&to, &report->tally);
    else
        add_element(&to, "<p>", str_of(_("Nothing was shown in this time.\n")), "</p>\n");
    if (report->has_desk)
        add_desk(&to, &report->desk);
    if (report->tally.plays > 0)
        add_shown(&to, &report->tally);
    text_add_c(&to, "</main>\n</body>\n</html>\n");
    return text_str(&to);
}
