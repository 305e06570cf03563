#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A liaison's week by keyboard alone: twelve submissions get their verdicts in the window, the
approved ones are published and a lobby player shows them; then a date is cancelled and an
announcement taken off in the window, and the same player follows without a publisher; at last a
new version takes the place of an earlier one, is taken back, and does it again.
"""

import re
import shutil
import time

import rig
from play_test import Show
from preview_test import BAD, CENTRE, GOOD, NOW, PATIENCE_S, Screen, Window
from rig import Player, equal, run, say, that, wait_until

KEYS = rig.SOURCE / "samples" / "keys"
SOUND = ("adventti", "digiapu", "joulu", "keitto", "kielikahvila", "laulu", "neulonta",
         "neuroryhma", "perhekahvila", "piha")
APPROVED = ("adventti", "joulu", "keitto", "kielikahvila", "laulu", "neuroryhma", "perhekahvila",
            "piha")
SHOWN = tuple(name for name in APPROVED if name != "joulu")  # joulu: from December on
SLIDE_S = 0.5
NEW_ID = "urn:uuid:12345678-0000-4000-8000-000000000001"

SEND = ("Return", "Return")  # to the button that sends, and press it
# What the liaison presses for each file, in the order of the queue, and where the file then lies.
# Words in quotation marks are typed.
WEEK = (
    ("adventti", ("ctrl+Return", "Return"), "approved"),
    ("digiapu", ("ctrl+p", "'Kerro paikka", *SEND), "returned"),
    ("ei-mikaan", ("ctrl+p", "'Tiedosto ei aukea", *SEND), "returned"),
    ("joulu", ("ctrl+Return", "Return"), "approved"),
    ("keitto", ("ctrl+Return", "Return"), "approved"),
    ("kielikahvila", ("ctrl+Return", "Return"), "approved"),
    ("laulu", ("ctrl+Return", "shift+Tab", "space", *SEND), "approved"),
    ("neulonta", ("ctrl+r", "space", *SEND), "refused"),
    ("neuroryhma", ("ctrl+e", "'Puhumme", "Return", "'Juttelemme", *SEND), "approved"),
    ("perhekahvila", ("ctrl+Return", "Return"), "approved"),
    ("piha", ("ctrl+Return", "Return"), "approved"),
    ("weekday-agrees", ("ctrl+p", *SEND), "returned"),
)


class Root:
    public = KEYS / "root.pub"


def make_desk(folder):
    inbox, approved = folder / "inbox", folder / "approved"
    inbox.mkdir(parents=True)
    approved.mkdir()
    for name in SOUND:
        shutil.copy(GOOD / f"{name}.xml", inbox)
    shutil.copytree(GOOD / "media", inbox / "media")
    shutil.copy(BAD / "weekday-agrees.xml", inbox)
    (inbox / "ei-mikaan.xml").write_text("<html>")
    for suffix in ("", ".minisig"):
        shutil.copy(f"{CENTRE}{suffix}", approved)
    return folder


def id_of(name):
    return re.search(r"<id>([^<]+)", (GOOD / f"{name}.xml").read_text())[1]


def press(window, keys):
    for key in keys:
        if key.startswith("'"):
            window.write(key[1:])
        else:
            window.press(key)
    return sum(len(key) - 1 if key.startswith("'") else 1 for key in keys)


def decides_twelve(screen, folder, desk):
    """Every submission gets a verdict; after each the next one that waits is there by itself."""
    began, pressed = time.monotonic(), 0
    with Window(screen, folder, desk, "--key", KEYS / "approver.key", "--by", "Aula") as window:
        for number, (name, keys, goes_to) in enumerate(WEEK, 1):
            if not window.shows(f"{number}/12 ", f"{name} is next"):
                return
            pressed += press(window, keys)
            gone = wait_until(lambda: (desk / goes_to / f"{name}.xml").exists()
                              and not (desk / "inbox" / f"{name}.xml").exists(), PATIENCE_S)
            that(gone, f"{name} goes to {goes_to}")
        window.press("ctrl+q")
        window.ends("after the week")
    say(f"  twelve submissions: {pressed} keys, {time.monotonic() - began:.1f} s by machine")


def leaves_what_was_decided(desk):
    equal(list((desk / "inbox").glob("*.xml")), [], "the inbox is empty")
    signed = sorted(path.name.split(".")[0] for path in (desk / "approved").glob("*.minisig"))
    equal(signed, sorted((*APPROVED, "centre")), "what is signed")
    that("<img" not in (desk / "approved" / "laulu.xml").read_text(), "laulu has no picture")
    that("Juttelemme yhdessä" in (desk / "approved" / "neuroryhma.xml").read_text(),
         "the small correction is in the signed file")
    letters = "".join(path.read_text() for path in (desk / "letters").glob("*.txt"))
    for words in ("Kerro paikka", "Tiedosto ei aukea", "Juttelemme"):
        that(words in letters, f"a letter says {words!r}")


def publish(desk, now=NOW):
    result = run("publish", desk / "approved", "-o", desk / "site", "--key",
                 KEYS / "publisher.key", "--root-key", Root.public, "--now", now)
    equal(result.code, 0, f"publish: {result}")


def takes_off(screen, folder, desk):
    """On what is shown already: one date cancelled, another announcement off the screens."""
    later = NOW.replace("T10:00", "T10:30")
    published = sorted(APPROVED)
    with Window(screen, folder, desk / "approved", "--key", KEYS / "approver.key", "--by", "Aula",
                now=later) as window:
        window.shows("1/8 ", "the published ones")
        window.press(*["Right"] * published.index("kielikahvila"))
        window.shows("4/8 ", "the one whose date is cancelled")
        press(window, ("ctrl+k", *SEND))
        hide = desk / "site" / "hide.xml"
        got = wait_until(lambda: hide.exists() and 'date="2026-11-25"' in hide.read_text(),
                         PATIENCE_S)
        that(got, "Ctrl+K puts the next date into the published list")
        window.press("Home", *["Right"] * published.index("keitto"))
        window.shows("3/8 ", "the one that is taken off")
        press(window, ("ctrl+x", *SEND))
        off = wait_until(lambda: hide.exists() and id_of("keitto") in hide.read_text(), PATIENCE_S)
        that(off, "Ctrl+X puts it into the published list")
        window.press("ctrl+q")
        window.ends("after taking off")


def replaces(screen, folder, desk, player):
    """A new version under another id: it gets the place of the earlier one, also in the lobby."""
    later, title = NOW.replace("T10:00", "T10:45"), "Perhekahvila muuttaa"
    text = (GOOD / "perhekahvila.xml").read_text().replace(id_of("perhekahvila"), NEW_ID)
    text = text.replace("<title>Perhekahvila</title>", f"<title>{title}</title>")
    (desk / "inbox" / "uusi.xml").write_text(text)
    shutil.copytree(GOOD / "media", desk / "inbox" / "media", dirs_exist_ok=True)
    with Window(screen, folder, desk, "--key", KEYS / "approver.key", "--by", "Aula",
                now=later) as window:
        window.shows(f"1/1 {title}", "the new version")
        press(window, ("ctrl+n", "Return"))
        approved = desk / "approved" / "perhekahvila.xml"
        that(wait_until(lambda: title in approved.read_text(), PATIENCE_S),
             "Ctrl+N puts it where the earlier one stood")
        window.shows("approved in the place of an earlier one", "and says so")
        press(window, ("ctrl+z", "Return"))
        that(wait_until(lambda: title not in approved.read_text(), PATIENCE_S), "Ctrl+Z undoes it")
        window.shows("waits for a verdict", "it waits again")
        press(window, ("ctrl+n", "Return"))
        that(wait_until(lambda: title in approved.read_text() and
                        not (desk / "inbox" / "uusi.xml").exists(), PATIENCE_S), "and again")
        window.press("ctrl+q")
        window.ends("after replacing")
    publish(desk, later)

    def is_shown():
        return any(title in path.read_text()
                   for path in player.folder.rglob("plays-*.csv"))

    that(wait_until(is_shown, PATIENCE_S), "the lobby shows the new version")
    equal(NEW_ID in (desk / "site" / "feed.atom").read_text(), False, "an id of its own")


def follows(screen, folder, desk):
    """The player shows what was approved, and nothing that was taken off."""
    ids = {name: id_of(name) for name in SHOWN}
    player = Player(folder / "screen", desk / "site", Root)
    show = Show(folder, player, None, slide_s=SLIDE_S, now=NOW, env={"SDL_VIDEODRIVER": "dummy"})
    try:
        got = wait_until(lambda: set(ids.values()) <= set(show.slides()), PATIENCE_S)
        that(got, f"shown {show.slides()[-12:]}; {show.complaints()[-600:]}")
        equal(set(show.slides()) - set(ids.values()) - {"idle"}, set(), "nothing else is shown")
        takes_off(screen, folder, desk)
        rest = set(ids.values()) - {ids["keitto"]}

        def is_off():
            last = show.slides()[-2 * len(SHOWN):]
            return ids["keitto"] not in last and rest <= set(last)

        that(wait_until(is_off, PATIENCE_S), f"keitto is still shown: {show.slides()[-24:]}")
        replaces(screen, folder, desk, player)
    finally:
        show.end()


def test(folder):
    screen = Screen(folder)
    try:
        desk = make_desk(folder / "desk")
        decides_twelve(screen, folder, desk)
        leaves_what_was_decided(desk)
        publish(desk)
        follows(screen, folder, desk)
    finally:
        screen.end()


if __name__ == "__main__":
    rig.main(test)
