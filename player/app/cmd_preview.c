/* SPDX-License-Identifier: GPL-3.0-or-later */
/* infotaulu preview: the liaison's window. */
#include "app/commands.h"
#include "app/preview_port.h"
#include "app/preview_source.h"
#include "base/clock.h"
#include "preview/desk_window.h"

/* The window's own letters; their signs are no part of the slides' fonts. */
static struct fonts *open_fonts(const struct options *options)
{
    const char *why;
    struct fonts *fonts = fonts_open(paths_data(options->arena, "fonts/desk"), &why);
    if (!fonts)
        options_fail(_("no letters to draw with: %s (package fonts-noto-core)"), why);
    return fonts;
}

static int show(const struct options *options, struct preview_source *source, struct fonts *fonts,
                const struct clock *clock)
{
    const struct desk_known *known;
    const char *why;
    size_t count = preview_source_known(source, &known);
    struct verdict_port *port = preview_port_new(options);
    bool is_kiosk = options_has(options, OPTION_KIOSK);
    struct desk *desk =
        desk_new(preview_source_centre(source), port, known, count, clock_wall(clock), is_kiosk);
    desk->display = preview_source_display(source);
    struct desk_window_options how = {
        .desk = desk,
        .source = preview_source_desk(source),
        .port = port,
        .fonts = fonts,
        .clock = clock,
        .is_full = is_kiosk,
    };
    bool shown = desk_window_run(&how, &why);
    if (!shown)
        options_fail(_("there is no screen to show it on: %s. Try: infotaulu render"), why);
    desk_free(desk);
    return shown ? EXIT_FINE : EXIT_COULD_NOT;
}

static int run(const struct options *options)
{
    struct preview_source *source = NULL;
    struct clock clock = clock_system();
    int64_t now;
    desk_window_block_signals();
    if (!options_now(options, &now))
        return EXIT_COULD_NOT;
    if (options_has(options, OPTION_NOW))
        clock = clock_from(now, 1);
    struct fonts *fonts = open_fonts(options);
    int code = EXIT_COULD_NOT;
    if (fonts && preview_source_open(options, options->arguments[0], &source) == EXIT_FINE)
        code = show(options, source, fonts, &clock);
    preview_source_close(source);
    fonts_close(fonts);
    return code;
}

const struct command command_preview = {
    .name = "preview",
    .arguments = N_("PATH|URL"),
    .summary = N_("the liaison's window: slides as in the lobby, findings, verdicts"),
    .examples = "preview inbox --key hyvaksyja.key --by Järjestöyhdyshenkilö\n"
                "preview ilmoitus.xml\n"
                "preview https://sote.example.fi/taulu --root-key juuri.pub --kiosk",
    .options = OPTION_BIT(ROOT_KEY) | OPTION_BIT(CENTRE) | OPTION_BIT(DISPLAY) | OPTION_BIT(SIZE) |
               OPTION_BIT(NOW) | OPTION_BIT(UNSIGNED) | OPTION_BIT(PROXY) | OPTION_BIT(CA_FILE) |
               OPTION_BIT(KEY) | OPTION_BIT(BY) | OPTION_BIT(KIOSK),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run,
};
