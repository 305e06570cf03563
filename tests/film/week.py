#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The week of tests/e2e/desk_test.py at the pace of a person who knows the keys, filmed.

Each announcement is read to its end before a verdict: its words at 160 a minute (Finnish, IReST:
Trauzettel-Klosinski and Dietz 2012). Each verdict takes 1.35 s of thought and each key 0.28 s
(keystroke-level model, an average typist who is no secretary: Card, Moran and Newell 1980). What the
program needs comes on top, as it is. A person who has to learn the keys, or thinks about a hard
case, takes longer; the film shows what is left when only the program stands in the way.
"""

import json
import pathlib
import signal
import subprocess
import sys
import time
from xml.etree import ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))

import rig  # noqa: E402
from desk_test import KEYS, WEEK, make_desk  # noqa: E402
from preview_test import CENTRE, HEIGHT, NOW, PATIENCE_S, WIDTH, Screen, Window  # noqa: E402
from rig import run, that, wait_until  # noqa: E402

WORDS_A_MINUTE = 160
THOUGHT_S = 1.35
KEY_S = 0.28
FRAMES_A_SECOND = 10


class Person:
    """Presses and writes no faster than people do, and counts."""

    def __init__(self, window):
        self.window, self.keys = window, 0

    def presses(self, keys):
        for key in keys:
            for one in key[1:] if key.startswith("'") else (key,):
                began = time.monotonic()
                self.window.write(one) if key.startswith("'") else self.window.press(one)
                self.keys += 1
                time.sleep(max(0, KEY_S - (time.monotonic() - began)))


def words_of(path):
    """Words of the slide (of a date four, with its hours) and of the findings."""
    checked = json.loads(run("check", path, "--centre", CENTRE, "--now", NOW, "--format", "json").out)
    words = sum(len(finding["message"].split()) for finding in checked["items"][0]["findings"])
    try:
        elements = list(ElementTree.parse(path).getroot())
    except ElementTree.ParseError:
        return words
    for element in elements:
        kind = element.tag.rsplit("}", 1)[1]
        if kind == "where":
            words += sum(len(element.get(name, "").split()) for name in ("name", "street"))
        elif kind == "when":
            words += 4
        elif kind not in ("id", "updated", "published", "rights"):
            words += len(" ".join(element.itertext()).split())
    return words


def film_of(screen, path):
    return subprocess.Popen(
        ["ffmpeg", "-y", "-loglevel", "error", "-f", "x11grab", "-framerate", str(FRAMES_A_SECOND),
         "-video_size", f"{WIDTH}x{HEIGHT}", "-i", screen.display, "-pix_fmt", "yuv420p", "-crf",
         "28", str(path)], stdin=subprocess.DEVNULL, start_new_session=True)


def handles(person, desk, number, row):
    name, keys, goes_to = row
    path = desk / "inbox" / f"{name}.xml"
    words, before, began = words_of(path), person.keys, time.monotonic()
    person.window.shows(f"{number}/12 ", f"{name} is next")
    time.sleep(words / WORDS_A_MINUTE * 60 + THOUGHT_S)
    person.presses(keys)
    gone = wait_until(lambda: (desk / goes_to / path.name).exists() and not path.exists(),
                      PATIENCE_S)
    that(gone, f"{name} goes to {goes_to}")
    seconds = time.monotonic() - began
    rig.say(f"{name:16} {goes_to:9} {words:4} words {person.keys - before:4} keys {seconds:6.1f} s")
    return seconds


def test(folder):
    film, screen = pathlib.Path(sys.argv[1]), Screen(folder)
    desk = make_desk(folder / "desk")
    recorder = film_of(screen, film)
    try:
        with Window(screen, folder, desk, "--key", KEYS / "approver.key", "--by", "Aula", "--lang",
                    "fi") as window:
            person = Person(window)
            seconds = sum(handles(person, desk, number, row) for number, row in enumerate(WEEK, 1))
            person.presses(("ctrl+q",))
            window.ends("after the week")
        rig.say(f"all twelve: {person.keys} keys, {seconds:.0f} s; film: {film}")
    finally:
        recorder.send_signal(signal.SIGINT)
        recorder.wait()
        screen.end()


if __name__ == "__main__":
    rig.main(test)
