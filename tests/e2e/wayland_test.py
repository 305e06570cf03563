#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lobby and the liaison's window on Wayland: `play` and `preview` in weston, once with as many
points as pixels and once with a scale of 2. The pixels are as many both times, and so the pictures
have to be the same: what is drawn in points and stretched is not.

Weston draws into an X server of its own, from which keys come and pixels are read. Its headless
backend has no seat, without which SDL 2.26 does not start.
"""

import signal
import subprocess
import time

import rig
from play_test import Show
from preview_test import CENTRE, GOOD, HEIGHT, NOW, WIDTH, Screen, Window
from rig import Player, equal, run, that, wait_until

SAMPLES = rig.SOURCE / "samples"
PATIENCE_S = 20
SLIDE_S = 300  # none changes meanwhile
KEYS_BUTTON = (1820, 1044)  # px, "F1 keys"
ASIDE = (1500, 1044)  # px, no button
FOOTER = 76  # px high


class Root:
    public = SAMPLES / "root.pub"


class Compositor(Screen):
    """Weston, whose one output fills a screen of Xvfb."""

    def __init__(self, folder, scale):
        super().__init__(folder)
        self.runtime = folder / "runtime"
        self.runtime.mkdir(mode=0o700)
        (folder / "weston.ini").write_text("[core]\nidle-time=0\n")
        self.weston_log = open(folder / "weston.log", "wb")
        self.weston = subprocess.Popen(
            ["weston", "--backend=x11-backend.so", "--use-pixman", "--shell=kiosk-shell.so",
             f"--scale={scale}", f"--width={WIDTH // scale}", f"--height={HEIGHT // scale}",
             "--socket=wayland", f"--config={folder / 'weston.ini'}"],
            env=rig.environment(DISPLAY=self.display, XDG_RUNTIME_DIR=str(self.runtime)),
            stdin=subprocess.DEVNULL, stdout=self.weston_log, stderr=self.weston_log,
            start_new_session=True)
        if not wait_until((self.runtime / "wayland").exists, PATIENCE_S):
            self.end()
            raise RuntimeError(f"no weston: {(folder / 'weston.log').read_text()}")

    def env(self):
        return {"XDG_RUNTIME_DIR": str(self.runtime), "WAYLAND_DISPLAY": "wayland",
                "SDL_VIDEODRIVER": "wayland",
                # SDL and Mesa leave some bytes behind here; on X11 leaks are looked for.
                "ASAN_OPTIONS": f"{rig.environment()['ASAN_OPTIONS']}:detect_leaks=0"}

    def point(self, place, *more):
        self.call("xdotool", "mousemove", *map(str, place), *more)

    def shows(self, picture, what):
        """Waits until the screen has these pixels and no others."""
        fine = wait_until(lambda: self.differs_from(picture) == 0, PATIENCE_S, 0.1)
        return that(fine, f"{what}: {self.differs_from(picture)} pixels differ")

    def end(self):
        self.weston.terminate()
        rig.wait_for(self.weston, PATIENCE_S)
        self.weston_log.close()
        super().end()


class Desk(Window):
    """The preview of one announcement."""

    def __init__(self, screen, folder):
        super().__init__(screen, folder, GOOD / "adventti.xml", "--centre", CENTRE, "--lang", "en")

    def rests(self):
        """Waits until it has nothing more to draw."""
        def is_calm():
            before = self.cpu_s()
            time.sleep(0.5)
            return self.cpu_s() == before
        return that(wait_until(is_calm, PATIENCE_S, 0), "preview: it never rests")

    def draws(self, picture):
        """A picture of the window but for its footer, where the pointer is."""
        self.screen.call("import", "-window", "root", "-crop", f"{WIDTH}x{HEIGHT - FOOTER}+0+0",
                         "+repage", f"png:{picture}")
        return picture


def differing(one, other):
    """How many pixels of two PNG files are not alike."""
    done = subprocess.run(["compare", "-metric", "AE", str(one), str(other), "null:"],
                          capture_output=True, text=True)
    return int(float(done.stderr.split()[0]))


def drawn(folder, *words):
    """The first slide that `render` draws."""
    result = run("render", *words, "--now", NOW, "-o", folder)
    equal(result.code, 0, f"render {result}")
    return sorted(folder.glob("*.png"))[0]


# ---- the steps ---------------------------------------------------------------------------------

def plays(folder, screen, slide, what):
    """The lobby's first slide is over the whole screen, pixel by pixel that of `render`."""
    player = Player(folder, SAMPLES / "site", Root)
    equal(player.fetch(NOW).code, 0, f"fetch, {what}")
    show = Show(folder, player, screen, slide_s=SLIDE_S)
    screen.shows(slide, f"play, {what}")
    that(show.process.poll() is None, f"play, {what}: {show.complaints()[-800:]}")
    show.end(signal.SIGTERM)


def previews(folder, screen, slide, what):
    """Desk, slide alone, keys and mouse; gives a picture of the desk."""
    screen.point(ASIDE)
    empty = folder / "empty.png"
    screen.call("import", "-window", "root", f"png:{empty}")
    with Desk(screen, folder) as desk:
        that(wait_until(lambda: screen.differs_from(empty) > 0, PATIENCE_S),
             f"preview, {what}: nothing is drawn")
        desk.rests()
        desk.press("F5")
        screen.shows(slide, f"the slide alone, {what}")
        desk.press("Escape")
        that(wait_until(lambda: screen.differs_from(slide) > 0, PATIENCE_S),
             f"Escape, {what}: the slide stays alone")
        desk.rests()
        whole = desk.draws(folder / "desk.png")
        desk.press("F1")
        that(wait_until(lambda: differing(desk.draws(folder / "keys.png"), whole) > 0, PATIENCE_S),
             f"F1, {what}: no list of keys")
        desk.rests()
        listed = desk.draws(folder / "keys.png")
        desk.press("Escape")
        back = wait_until(lambda: differing(desk.draws(folder / "back.png"), whole) == 0,
                          PATIENCE_S)
        that(back, f"Escape, {what}: the desk is not as it was")
        screen.point(KEYS_BUTTON, "click", "1")
        same = wait_until(lambda: differing(desk.draws(folder / "mouse.png"), listed) == 0,
                          PATIENCE_S)
        that(same, f"the mouse, {what}: its place is not where the button is")
        desk.process.send_signal(signal.SIGTERM)
        desk.ends(f"SIGTERM, {what}")
    return whole


def test(folder):
    lobby = drawn(folder / "lobby", SAMPLES / "site", "--root-key", Root.public)
    alone = drawn(folder / "alone", GOOD / "adventti.xml", "--centre", CENTRE)
    desks = []  # pictures, by scale
    for scale in (1, 2):
        place, what = folder / f"scale-{scale}", f"scale {scale}"
        place.mkdir()
        screen = Compositor(place, scale)
        try:
            plays(place, screen, lobby, what)
            desks.append(previews(place, screen, alone, what))
        finally:
            screen.end()
        rig.say(f"{what}: play and preview show what render draws, and SIGTERM ends them")
    equal(differing(*desks), 0, "pixels of the preview at scale 2 that are not those of scale 1")


if __name__ == "__main__":
    rig.main(test)
