/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See first_pages.h. Each page is a row of steps; what is to be typed stands by itself. */
#include "app/first_pages.h"

#include "output/page.h"

#include <stdlib.h>

static void step(FILE *to, const char *text)
{
    page_element(to, "li", str_of(text));
}

/* A step with something to type or to copy under it. */
static void step_with(FILE *to, const char *text, const char *typed)
{
    fputs("<li>", to);
    page_c(to, text);
    page_element(to, "pre class=\"example\"", str_of(typed));
    fputs("</li>\n", to);
}

static void start_steps(FILE *to, const char *heading)
{
    fputs("<section class=\"card\">\n", to);
    page_element(to, "h2", str_of(heading));
    fputs("<ol class=\"advice\">\n", to);
}

static void end_steps(FILE *to)
{
    fputs("</ol>\n</section>\n", to);
}

/* ---- for IT -------------------------------------------------------------------------------- */

static void write_it(FILE *to, struct arena *arena, const struct first_day *day)
{
    const struct first_key_told *root = &day->keys[FIRST_KEY_ROOT];
    struct str conf = str_format(arena,
                                 "site = https://palvelin.example.fi/infotaulu/\n"
                                 "root-key = %.*s\ndisplay = aula\n",
                                 STR_ARG(root->public_text));
    start_steps(to, _("The server, once"));
    step_with(to, _("Publish the folder every day, and whenever something was approved:"),
              str_format(arena, "infotaulu publish %s/approved -o %s/site --key %s/%s", day->folder,
                         day->folder, day->folder, day->keys[FIRST_KEY_PUBLISHER].file)
                  .at);
    step(to, _("Serve the folder site with any web server, over https. It holds no secrets."));
    step_with(to, _("Write the letters that are due, every morning:"),
              str_format(arena, "infotaulu letters %s", day->folder).at);
    end_steps(to);
    start_steps(to, _("Each screen"));
    step(to, _("Install the package infotaulu and a bare X server."));
    step_with(to, _("Write this into /etc/infotaulu/infotaulu.conf, with your own address:"),
              conf.at);
    step_with(to, _("Start it:"), "systemctl enable --now infotaulu");
    step_with(to, _("Look whether it is alive:"), "infotaulu status");
    end_steps(to);
    start_steps(to, _("When a person or a key changes"));
    step(to, _("A new liaison makes a key of the own: infotaulu key new -o approver.key"));
    step(to, _("Put the new public key into approved/centre.xml. Set the old one to revoked."));
    step_with(to, _("Sign the profile with the root key from the safe, and publish:"),
              "infotaulu profile sign approved/centre.xml --key root.key");
    end_steps(to);
}

/* ---- for the liaison ----------------------------------------------------------------------- */

static void write_liaison(FILE *to, struct arena *arena, const struct first_day *day)
{
    start_steps(to, _("Ten minutes a week"));
    step(to, _("Put what the associations sent into the folder inbox."));
    step_with(to, _("Open the desk:"),
              str_format(arena, "infotaulu preview %s --key %s/%s", day->folder, day->folder,
                         day->keys[FIRST_KEY_APPROVER].file)
                  .at);
    step(to, _("Look at the slide. It is just what the lobby will see."));
    step(to, _("Press Ctrl+Enter to approve, Ctrl+P to return, Ctrl+R to refuse."));
    step(to, _("Open the folder letters. Send the letters with your mail program."));
    end_steps(to);
    start_steps(to, _("When something is cancelled"));
    step(to, _("Find the announcement at the desk. Press Ctrl+K and choose the date."));
    step(to, _("Press Ctrl+X when all of it must leave the screens now."));
    end_steps(to);
    start_steps(to, _("Before the first announcement"));
    step_with(to, _("Make the page of your requirements, and send it to the associations:"),
              str_format(arena,
                         "infotaulu requirements --centre %s/approved/centre.xml -o "
                         "vaatimukset.html",
                         day->folder)
                  .at);
    step(to, _("Tell them the address:"));
    page_element(to, "li class=\"send\"", day->mail);
    step(to, _("Nobody else may know your passphrase. Ask IT for a key of the own for a deputy."));
    end_steps(to);
}

/* ---- for the safe -------------------------------------------------------------------------- */

static void write_recovery(FILE *to, struct arena *arena, const struct first_day *day)
{
    (void)arena;
    page_element(to, "p class=\"lead\"",
                 str_of(_("Keep this sheet and a copy of keys/root.key in a safe. Who has both the "
                          "file and its passphrase decides what the screens trust.")));
    fputs("<table class=\"overview\"><thead><tr>", to);
    page_element(to, "th scope=\"col\"", str_of(_("Key")));
    page_element(to, "th scope=\"col\"", str_of(_("Number")));
    page_element(to, "th scope=\"col\"", str_of(_("Public key")));
    fputs("</tr></thead><tbody>\n", to);
    for (size_t i = 0; i < FIRST_KEY_COUNT; i++) {
        fputs("<tr>", to);
        page_element(to, "th scope=\"row\"", str_of(day->keys[i].name));
        page_element(to, "td", day->keys[i].number);
        page_element(to, "td style=\"overflow-wrap:anywhere\"", day->keys[i].public_text);
        fputs("</tr>\n", to);
    }
    fputs("</tbody></table>\n", to);
    start_steps(to, _("If a key is lost or copied"));
    step(to, _("Take the root key out of the safe."));
    step(to, _("Set the lost key to revoked=\"true\" in approved/centre.xml."));
    step(to, _("Make a new key and put its public half into the profile."));
    step(to, _("Sign the profile, publish, and put the root key back."));
    end_steps(to);
    start_steps(to, _("If the root key itself is lost"));
    step(to, _("Make a new one, sign the profile with it, and write its public half to each "
               "screen's infotaulu.conf. The announcements stay as they are."));
    end_steps(to);
    fputs("<p>", to);
    page_c(to, _("Passphrase, in a sealed envelope: ____________________"));
    fputs("</p>\n", to);
}

/* ---- all of them --------------------------------------------------------------------------- */

static const struct {
    const char *name, *purpose, *heading;
    void (*write)(FILE *to, struct arena *arena, const struct first_day *day);
} pages[FIRST_PAGE_COUNT] = {
    [FIRST_PAGE_IT] = { "it.html", N_("for the IT person"), N_("Infotaulu: for the IT person"),
                        write_it },
    [FIRST_PAGE_LIAISON] = { "yhdyshenkilo.html", N_("for the liaison"),
                             N_("Infotaulu: for the liaison"), write_liaison },
    [FIRST_PAGE_RECOVERY] = { "palautus.html", N_("the recovery sheet, for the safe"),
                              N_("Infotaulu: recovery sheet"), write_recovery },
};

const char *first_page_name(enum first_page page)
{
    return pages[page].name;
}

const char *first_page_purpose(enum first_page page)
{
    return _(pages[page].purpose);
}

struct str first_page_text(struct arena *arena, enum first_page page, const struct first_day *day)
{
    char *memory = NULL;
    size_t bytes = 0;
    FILE *to = open_memstream(&memory, &bytes);
    if (!to)
        return (struct str){ 0 };
    page_start(to, day->name, _(pages[page].heading), (struct str){ 0 });
    pages[page].write(to, arena, day);
    page_end(to, (struct str){ 0 });
    struct str text =
        fclose(to) == 0 ? str_copy(arena, (struct str){ memory, bytes }) : (struct str){ 0 };
    free(memory);
    return text;
}
