#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The liaison's window: `infotaulu preview` on an X server of its own, driven by keys and mouse.

What it shows is read from the window's name ("2/5 Tule lukupiiriin · 1 to stop it") and, pixel by
pixel, from the X server. Nothing is waited for blindly.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import time

import rig
from rig import Key, Server, Site, equal, run, that, wait_until

WIDTH, HEIGHT = 1920, 1080
NOW = "2026-11-24T10:00:05+02:00"  # most of a minute before the clock on the slide changes
PATIENCE_S = 60
GOOD = rig.SOURCE / "samples" / "submissions" / "good"
BAD = rig.SOURCE / "samples" / "submissions" / "bad"
CENTRE = rig.SOURCE / "samples" / "approved" / "centre.xml"


class Screen:
    """Xvfb on a display number that it chooses itself."""

    def __init__(self, folder):
        read, write = os.pipe()
        self.log = open(folder / "xvfb.log", "wb")
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten",
             "tcp", "-noreset"], pass_fds=[write], stdin=subprocess.DEVNULL, stdout=self.log,
            stderr=self.log, start_new_session=True)
        os.close(write)
        with os.fdopen(read) as answer:
            self.display = f":{answer.readline().strip()}"
        if self.display == ":":
            raise RuntimeError(f"no Xvfb: {(folder / 'xvfb.log').read_text()}")

    def env(self):
        return {"DISPLAY": self.display}

    def call(self, *words):
        done = subprocess.run(words, env={**os.environ, "DISPLAY": self.display},
                              stdin=subprocess.DEVNULL, capture_output=True, text=True)
        return done.stdout.strip()

    def differs_from(self, picture):
        """Pixels of the screen that are not those of a PNG file."""
        shot = picture.with_suffix(".shot.png")
        self.call("import", "-window", "root", f"png:{shot}")
        done = subprocess.run(["compare", "-metric", "AE", str(shot), str(picture), "null:"],
                              capture_output=True, text=True)
        answer = done.stderr.split()
        return int(float(answer[0])) if answer and answer[0][0].isdigit() else -1

    def end(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()


class Window:
    """A running preview."""

    def __init__(self, screen, folder, *words, now=NOW):
        self.screen = screen
        self.errors = open(folder / "preview.log", "wb")
        self.process = rig.start("preview", *words, "--now", now, stdout=self.errors,
                                 stderr=self.errors, env=screen.env())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.errors.close()

    def title(self):
        number = self.screen.call("xdotool", "search", "--onlyvisible", "--name", ".")
        return self.screen.call("xdotool", "getwindowname", number.split()[-1]) if number else ""

    def shows(self, words, what):
        """Waits until the window's name has these words."""
        fine = wait_until(lambda: words in self.title(), PATIENCE_S)
        return that(fine, f"{what}: the window is named {self.title()!r}, not {words!r}")

    def press(self, *keys):
        for key in keys:
            self.screen.call("xdotool", "key", key)

    def write(self, text):
        self.screen.call("xdotool", "type", "--delay", "40", text)

    def runs(self):
        return self.process.poll() is None

    def ends(self, what, code=0):
        got = wait_until(lambda: not self.runs(), PATIENCE_S)
        return that(got, f"{what}: it still runs") and equal(self.process.returncode, code, what)

    def cpu_s(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1]
        return sum(map(int, fields.split()[11:13])) / os.sysconf("SC_CLK_TCK")


# ---- folders -----------------------------------------------------------------------------------

def make_desk(folder):
    """An inbox with sound announcements, one that is stopped and one that is none."""
    inbox = folder / "inbox"
    inbox.mkdir(parents=True)
    for name in ("adventti", "digiapu", "joulu", "kielikahvila", "kielikahvila-sv", "neulonta"):
        shutil.copy(GOOD / f"{name}.xml", inbox)
    shutil.copytree(GOOD / "media", inbox / "media")
    shutil.copy(BAD / "weekday-agrees.xml", inbox)
    (inbox / "ei-mikaan.xml").write_text("<html>")
    return folder


# ---- tests -------------------------------------------------------------------------------------

def browses(screen, folder, desk):
    """Keys, overview, legend, and the end by Ctrl+Q."""
    with Window(screen, folder, desk, "--centre", CENTRE) as window:
        window.shows("1/8 ", "the first of eight")
        window.press("Right")
        window.shows("2/8 ", "the next")
        window.press("End")
        window.shows("8/8 ", "the last")
        window.press("Home", "Tab", "Down", "Right", "Return")
        window.shows("6/8 ", "two steps in the overview")
        window.press("F6")
        window.shows("5/8 ", "the same notice in another language")
        window.press("a", "q", "x", "p")  # no letter acts
        that(window.runs(), "letters end nothing")
        window.shows("5/8 ", "letters move nothing")
        window.press("F1", "Escape", "F2", "F2", "Escape", "F4", "Right", "Escape", "Left")
        window.shows("4/8 ", "back after panels and eyes")
        window.press("ctrl+q")
        window.ends("Ctrl+Q")


def names_what_is_broken(screen, folder, desk):
    with Window(screen, folder, desk / "inbox" / "ei-mikaan.xml") as window:
        window.shows("1/1 ", "a lone file that is no announcement")
        window.shows("1 stops it", "what is wrong with it")
        window.press("F5", "Escape", "Tab", "Tab", "space", "F3", "F6")
        window.shows("1/1 ", "keys do no harm there")
        window.process.send_signal(signal.SIGTERM)
        window.ends("SIGTERM")
    empty = folder / "empty"
    empty.mkdir()
    with Window(screen, folder, empty) as window:
        that(wait_until(lambda: window.title() != "", PATIENCE_S), "an empty folder opens a window")
        window.press("Right", "Tab", "Down", "F5", "Escape", "ctrl+q")
        window.ends("an empty folder")


def draws_what_render_draws(screen, folder, desk):
    """F5: one to one, every pixel that of `render`."""
    for name in ("adventti", "kielikahvila", "weekday-agrees"):
        path = desk / "inbox" / f"{name}.xml"
        pictures = folder / f"pictures-{name}"
        run("render", path, "--centre", CENTRE, "--now", NOW, "-o", pictures)
        wanted = sorted(pictures.glob("*.png"))[0]
        with Window(screen, folder, path, "--centre", CENTRE) as window:
            window.shows("1/1 ", name)
            window.press("F5")
            same = wait_until(lambda: screen.differs_from(wanted) == 0, PATIENCE_S, 0.2)
            that(same, f"F5 of {name}: {screen.differs_from(wanted)} pixels differ")
            window.press("Escape", "ctrl+q")
            window.ends(f"the end after F5 of {name}")


def shows_a_site(screen, folder):
    """What a web server publishes, verified as `play` does it; a wrong key opens nothing."""
    root, publisher, approver = (Key(folder, name) for name in ("root", "publisher", "approver"))
    site = Site(folder / "site", root, publisher, approver)
    entries = [site.entry("kerho", "Tule kerhoon"),
               site.entry("piiri", "Tule lukupiiriin", picture=rig.png(800, 600, (30, 120, 90)))]
    site.feed(entries, "2026-11-24T09:00:00+02:00")
    with Server(site.folder) as server:
        pictures = folder / "site-pictures"
        run("render", server.url, "--root-key", root.public, "--now", NOW, "-o", pictures)
        with Window(screen, folder, server.url, "--root-key", root.public) as window:
            window.shows("1/2 Tule kerhoon", "the first of the site")
            window.press("Right")
            window.shows("2/2 Tule lukupiiriin", "the second of the site")
            window.press("F5")
            wanted = [path for path in pictures.glob("*lukupiiriin*.png")][0]
            same = wait_until(lambda: screen.differs_from(wanted) == 0, PATIENCE_S, 0.2)
            that(same, f"F5 of a site: {screen.differs_from(wanted)} pixels differ")
            window.press("ctrl+q")
            window.ends("the end of a site")
        result = run("preview", server.url, "--root-key", publisher.public, "--now", NOW,
                     env={"DISPLAY": screen.display})
        equal(result.code, 2, "a site of another key")


def keeps_a_kiosk_open(screen, folder, desk):
    with Window(screen, folder, desk, "--centre", CENTRE, "--kiosk") as window:
        window.shows("1/8 ", "a kiosk")
        window.press("ctrl+q", "Escape", "alt+F4", "ctrl+w", "ctrl+c", "ctrl+Return", "Right")
        window.shows("2/8 ", "a kiosk browses all the same")
        that(window.runs(), "no key ends a kiosk")
        equal(sorted(path.name for path in desk.iterdir()), ["inbox"], "a kiosk signs nothing")
        window.process.send_signal(signal.SIGTERM)
        window.ends("SIGTERM in a kiosk")


def gives_verdicts(screen, folder, desk):
    """Approve, undo and return by keys; files are those of the commands."""
    key = Key(folder, "yhdyshenkilo")
    inbox, approved = desk / "inbox", desk / "approved"
    approved.mkdir()
    shutil.copy(CENTRE, approved)
    # The centre trusts the sample key alone: our own would be refused, and that is said.
    with Window(screen, folder, desk, "--key", key.secret, "--by", "Aula") as window:
        window.shows("1/8 ", "before a verdict")
        window.press("ctrl+Return", "Return")
        window.press("Escape")
        window.shows("1/8 ", "a key that nobody trusts approves nothing")
        that(not list(approved.glob("*.minisig")), "nothing was signed by a strange key")
        window.press("ctrl+q")
        window.ends("after a refused verdict")
    sample = rig.SOURCE / "samples" / "keys" / "approver.key"
    with Window(screen, folder, desk, "--key", sample, "--by", "Aula") as window:
        window.shows("1/8 Adventin", "before a verdict")
        window.press("ctrl+Return", "Return")
        signed = approved / "adventti.xml.minisig"
        that(wait_until(signed.exists, PATIENCE_S), "Ctrl+Enter and Enter sign")
        window.shows("2/8 ", "the next one that waits")
        gone = wait_until(lambda: not (inbox / "adventti.xml").exists(), PATIENCE_S)
        that(gone, "what is approved leaves the inbox")
        window.press("Home")
        window.shows("1/8 ", "back to the approved one")
        window.press("ctrl+z", "Return")
        back = wait_until(lambda: (inbox / "adventti.xml").exists() and not signed.exists(),
                          PATIENCE_S)
        that(back, "Ctrl+Z takes it back")
        window.shows("waits for a verdict", "what was taken back waits")
        window.press("Right")
        window.shows("2/8 ", "the one that is returned")
        window.press("ctrl+p")
        window.write("Soita minulle")
        window.press("Return", "Return")
        returned = desk / "returned" / "digiapu.xml"
        that(wait_until(returned.exists, PATIENCE_S), "Ctrl+P returns")
        letters = wait_until(lambda: list((desk / "letters").glob("*.txt")), PATIENCE_S)
        that(any("Soita minulle" in path.read_text() for path in letters or []),
             "the letter has the liaison's own line")
        window.shows("The letter is on the clipboard", "and that is said")
        window.press("ctrl+p", "ctrl+v")
        window.shows("A line of your own: Hei!", "what is pasted is the letter")
        window.press("Escape")
        window.press("ctrl+q")
        window.ends("after verdicts")


def sleeps_when_idle(screen, folder, desk):
    """A window that nobody touches takes no processor."""
    with Window(screen, folder, desk / "inbox" / "joulu.xml", "--centre", CENTRE) as window:
        window.shows("1/1 ", "one announcement")

        def is_calm():
            before = window.cpu_s()
            time.sleep(1)
            return window.cpu_s() - before < 0.03

        that(wait_until(is_calm, PATIENCE_S, 0), "it never rests")
        window.press("ctrl+q")
        window.ends("the end of an idle one")


def needs_a_screen(folder, desk):
    result = run("preview", desk / "inbox" / "joulu.xml",
                 env={"DISPLAY": ":nobody", "SDL_VIDEODRIVER": "x11"})
    equal(result.code, 2, "without a screen")
    that("render" in result.err, f"without a screen it names render: {result.err!r}")
    equal(run("preview", folder / "nowhere", env={"DISPLAY": ":nobody"}).code, 2, "no such file")
    equal(run("preview").code, 2, "without a path")


def test(folder):
    screen = Screen(folder)
    try:
        desk = make_desk(folder / "desk")
        browses(screen, folder, desk)
        names_what_is_broken(screen, folder, desk)
        draws_what_render_draws(screen, folder, desk)
        shows_a_site(screen, folder)
        keeps_a_kiosk_open(screen, folder, desk)
        sleeps_when_idle(screen, folder, desk)
        needs_a_screen(folder, desk)
        gives_verdicts(screen, folder, desk)
    finally:
        screen.end()


if __name__ == "__main__":
    rig.main(test)
