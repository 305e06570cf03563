#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lobby: `infotaulu play` full screen on an X server of its own, from nginx on this machine.

What was on the screen is read from the frame log (--frame-log) and, pixel by pixel, from the X
server. Nothing is waited for blindly: each step asks until it sees what it waits for.
"""

import os
import pathlib
import re
import signal
import socket
import subprocess
import time

import rig
from rig import Key, Player, Site, equal, run, that, wait_until

WIDTH, HEIGHT = 960, 540
NOW = "2026-11-24T10:00:05+02:00"  # most of a minute before the clock on the slide changes
SLIDE_S = 0.3
FADE_S = 0.5
PATIENCE_S = 30
CHANGES = 200
FULL = 256  # share of a slide that is alone on the screen


# ---- an X server and a web server --------------------------------------------------------------

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

    def pixels(self, path):
        """What is on the screen, as RGB bytes."""
        subprocess.run(["import", "-window", "root", f"png:{path}"], check=True,
                       env={**os.environ, **self.env()})
        return rgb(path)

    def end(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()


def rgb(path):
    return subprocess.run(["convert", str(path), "-depth", "8", "rgb:-"], check=True,
                          capture_output=True).stdout


class Nginx:
    """nginx on 127.0.0.1, in the foreground, with everything it writes in a folder of its own."""

    def __init__(self, folder, root, port):
        self.folder, self.port = folder, port
        folder.mkdir(exist_ok=True)
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        temporary = "".join(f"  {kind}_temp_path {folder}/{kind};\n" for kind in kinds)
        (folder / "nginx.conf").write_text(f"""daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ }}
http {{
{temporary}  access_log {folder}/access.log;
  server {{ listen 127.0.0.1:{port}; root {root}; }}
}}
""")
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            ["nginx", "-p", self.folder, "-c", self.folder / "nginx.conf", "-e",
             self.folder / "error.log"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True)
        if not wait_until(self.answers, 10):
            raise RuntimeError(f"no nginx: {(self.folder / 'error.log').read_text()}")

    def answers(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def asked(self, name):
        """How often a file was asked for."""
        return (self.folder / "access.log").read_text().count(f"GET /{name} ")

    def kill(self):
        self.process.kill()
        self.process.wait()


# ---- a player on a screen ----------------------------------------------------------------------

class Frame:
    def __init__(self, line):
        at, self.name, self.page, share = line.split("\t")
        self.at, self.share = int(at) / 1e9, int(share)


class Show:
    """`infotaulu play` and what it shows."""

    def __init__(self, folder, player, screen, *words, slide_s=SLIDE_S, now=NOW, env=None):
        self.player, self.log = player, folder / "frames"
        self.log.unlink(missing_ok=True)
        self.errors = open(folder / "play.log", "w+b")
        self.slide_s = slide_s
        self.began = time.monotonic()
        self.process = rig.start(
            "play", "--site", player.site, "--root-key", player.root.public, "--now", now,
            "--slide-time", slide_s, "--poll", 1, "--frame-log", self.log, *player.places, *words,
            env={**(screen.env() if screen else {}), **(env or {})}, stdout=subprocess.DEVNULL,
            stderr=self.errors)

    def frames(self):
        try:
            lines = self.log.read_text().split("\n")[:-1]
        except FileNotFoundError:
            return []
        return [Frame(line) for line in lines]

    def slides(self):
        """Names of the slides that were alone on the screen, one after the other."""
        names = []
        for frame in self.frames():
            if frame.share == FULL and (not names or names[-1] != frame.name):
                names.append(frame.name)
        return names

    def changes(self):
        return sum(1 for frame in self.frames() if frame.share == FULL)

    def waits_for(self, *names, since=0, seconds=PATIENCE_S):
        """Until each of these was alone on the screen after so many frames."""
        wanted = {rig.uuid(name) if name != "idle" else name for name in names}

        def seen():
            shown = {frame.name for frame in self.frames()[since:] if frame.share == FULL}
            return wanted <= shown or self.process.poll() is not None
        wait_until(seen, seconds)
        shown = {frame.name for frame in self.frames()[since:] if frame.share == FULL}
        return that(wanted <= shown and self.process.poll() is None,
                    f"waited {seconds} s for {names}; shown {self.slides()[-10:]}, "
                    f"{self.complaints()[-600:]}")

    def has_shown(self, name, since=0):
        """Was anything of it on the screen, however faint?"""
        return any(frame.name == rig.uuid(name) for frame in self.frames()[since:])

    def longest_gap(self):
        """Seconds, and the frame before them."""
        frames = self.frames()
        gaps = [(after.at - before.at, before.name) for before, after in zip(frames, frames[1:])]
        return max(gaps, default=(0, ""))

    def complaints(self):
        return pathlib.Path(self.errors.name).read_text("utf-8", "replace")

    def end(self, how=signal.SIGTERM, code=0):
        """Tells it to stop; gives the seconds that it took."""
        began = time.monotonic()
        self.process.send_signal(how)
        got, _ = rig.wait_for(self.process, 20)
        equal(got, code, f"play ended by {how.name}: {self.complaints()[-800:]}")
        that(rig.group_is_gone(self.process.pid), f"play ended by {how.name}: children remain")
        return time.monotonic() - began

    def threads_and_files(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        rollup = pathlib.Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        number = {line.split(":")[0]: line.split()[1] for line in
                  (status + rollup).splitlines() if len(line.split()) > 1}
        files = len(os.listdir(f"/proc/{self.process.pid}/fd"))
        return int(number["Threads"]), files, int(number["Rss"])

    def update_child(self):
        """The process id of an update that runs; None when none does."""
        for task in pathlib.Path(f"/proc/{self.process.pid}/task").glob("*/children"):
            for child in task.read_text().split():
                return int(child)
        return None


# ---- a site with a small display ---------------------------------------------------------------

class House:
    """Keys, a site and its editions."""

    def __init__(self, folder):
        folder.mkdir()
        self.folder = folder
        names = ("root", "publisher", "approver", "foreign")
        self.keys = {name: Key(folder, name) for name in names}
        self.editions = 0

    def site(self, name):
        site = Site(self.folder / name, *(self.keys[key] for key in
                                          ("root", "publisher", "approver")))
        profile = rig.profile_xml([("publisher", site.publisher, ""),
                                   ("approver", site.approver, "")])
        site.centre(profile.replace(b'width="1920" height="1080"',
                                    b'width="%d" height="%d"' % (WIDTH, HEIGHT)))
        return site

    def publish(self, site, *names, more=(), **how):
        """An edition of plain announcements; each is later than the one before."""
        self.editions += 1
        entries = [site.entry(name, name.capitalize(),
                              picture=rig.png(240, 160, (208, 228, 227), len(name)))
                   for name in names]
        site.feed([*entries, *more], f"2026-11-24T09:{self.editions:02d}:00+02:00", **how)

    def player(self, name, site):
        return Player(self.folder / name, site, self.keys["root"])


def picture_slide():
    """A ready-made picture slide: no two of its neighbours are alike."""
    rows = [bytes(value for x in range(WIDTH)
                  for value in (x * 255 // WIDTH, y * 255 // HEIGHT, (x ^ y) & 255))
            for y in range(HEIGHT)]
    return rig.png_of_rows(WIDTH, rows)


# ---- the steps ---------------------------------------------------------------------------------

def check_nothing(folder, house, screen):
    """Empty cache and no network: a calm idle slide within 5 s, and a sign of life."""
    port = rig.free_port()
    player = house.player("nothing", f"http://127.0.0.1:{port}")
    show = Show(folder, player, screen)
    idle = show.waits_for("idle", seconds=5)
    seconds = time.monotonic() - show.began
    heartbeat = player.folder / "state" / "heartbeat"
    that(wait_until(heartbeat.exists, 5), "idle: no heartbeat")
    first = heartbeat.stat().st_mtime_ns
    that(wait_until(lambda: heartbeat.stat().st_mtime_ns > first, 6), "idle: the heart stands still")
    took = show.end(signal.SIGINT)
    if idle:
        rig.say(f"nothing at all: the idle slide after {seconds:.2f} s, a heartbeat, ended in "
                f"{took:.2f} s")


def check_no_display(folder, house):
    """Exit 2 and one line."""
    site = house.site("blind-site")
    house.publish(site, "kahvila")
    player = house.player("blind", site.folder)
    equal(player.fetch(NOW).code, 0, "no display: fetch")
    for what, env in (("no display", {}), ("a display that is none", {"DISPLAY": ":987"})):
        env["SDL_VIDEODRIVER"] = "x11"
        show = Show(folder, player, None, env=env)
        code, _ = rig.wait_for(show.process, 20)
        equal(code, 2, f"{what}: {show.complaints()}")
        equal(len(show.complaints().splitlines()), 1, f"{what}: {show.complaints()!r}")
    rig.say("no display: exit 2 and one line")


def check_rot(folder, house, screen):
    """A cache that rotted while the player was off, and no network: what is sound is shown."""
    site = house.site("rot-site")
    house.publish(site, "kahvila", more=[site.entry("teksti", "Teksti", kind="notice")])
    port = rig.free_port()
    whole = house.player("rot", site.folder)
    equal(whole.fetch(NOW).code, 0, "rot: fetch")

    def flip(path):
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)

    def cut(path):
        os.truncate(path, path.stat().st_size // 2)

    def fifo(path):
        path.unlink()
        os.mkfifo(path)

    harms = {
        # Prepared pixels are hashed again by the update, not before they are drawn.
        "pictures flipped": ("cache/objects/*/*", flip, "kahvila"),
        "pictures cut": ("cache/objects/*/*", cut, "teksti"),
        "pictures gone": ("cache/objects/*/*", pathlib.Path.unlink, "teksti"),
        "pictures are FIFOs": ("cache/objects/*/*", fifo, "teksti"),
        "one copy of the edition flipped": ("state/edition", flip, "kahvila"),
        "both copies flipped": ("*/edition", flip, "idle"),
        "both copies cut": ("*/edition", cut, "idle"),
        "both copies are FIFOs": ("*/edition", fifo, "idle"),
        "the seal flipped": ("state/seal.key", flip, "idle"),
    }
    for number, (name, (pattern, harm, wanted)) in enumerate(harms.items()):
        player = whole.copy(house.folder / f"rot-{number}")
        player.site = f"http://127.0.0.1:{port}"
        for path in list(player.folder.glob(pattern)):
            harm(path)
        show = Show(folder, player, screen)
        show.waits_for(wanted, seconds=5)
        that(wanted == "kahvila" or not show.has_shown("kahvila"),
             f"{name}: a damaged picture was shown")
        show.end()
    rig.say(f"rot while it was off: {len(harms)} kinds")


def check_pixels(folder, house, screen):
    """The screen shows what `render` draws, pixel by pixel."""
    site = house.site("pixels-site")
    kinds = {
        "kuvasivu": dict(kind="picture-slide", picture=picture_slide()),
        "tapahtuma": dict(picture=rig.png(240, 160, (208, 228, 227), 3)),
    }
    for name, how in kinds.items():
        house.publish(site, more=[site.entry(name, "Tule lukemaan", **how)])
        player = house.player(f"pixels-{name}", site.folder)
        equal(player.fetch(NOW).code, 0, f"{name}: fetch")
        drawn = run("render", site.folder, "--root-key", house.keys["root"].public, "--now", NOW,
                    "-o", folder / f"drawn-{name}")
        equal(drawn.code, 0, f"{name}: render {drawn}")
        files = sorted((folder / f"drawn-{name}").glob("*.png"))
        equal(len(files), 1, f"{name}: files of render")
        show = Show(folder, player, screen, slide_s=20)
        if show.waits_for(name):
            on_screen = screen.pixels(folder / f"screen-{name}.png")
            wanted = rgb(files[0])
            equal(len(on_screen), len(wanted), f"{name}: bytes of the screen")
            different = sum(a != b for a, b in zip(on_screen, wanted))
            equal(different, 0, f"{name}: bytes of the screen that differ from render's")
        show.end()
    rig.say(f"pixels of the screen and of render are the same: {', '.join(kinds)}")


def check_rotation(folder, house, screen):
    """A long show: changed feeds, bad ones, servers that die; and nothing grows."""
    site = house.site("site")
    house.publish(site, "kahvila", "neulonta", "lukupiiri")
    nginx = Nginx(folder / "nginx", site.folder, rig.free_port())
    player = house.player("player", f"http://127.0.0.1:{nginx.port}")
    show = Show(folder, player, screen)
    try:
        show.waits_for("kahvila", "neulonta", "lukupiiri")
        before = show.threads_and_files()
        steps = [changed_feed, bad_editions, dead_server, never_ending, lost_objects]
        for step in steps:
            step(house, site, nginx, show)
        seconds = (CHANGES - show.changes()) * (SLIDE_S + FADE_S) + PATIENCE_S
        wait_until(lambda: show.changes() >= CHANGES or show.process.poll() is not None,
                   max(seconds, 1), 0.2)
        that(show.changes() >= CHANGES, f"only {show.changes()} changes")
        wait_until(lambda: show.update_child() is None, 5)
        after = show.threads_and_files()
        flat(before, after, show.changes())
        gap, name = show.longest_gap()
        that(gap <= SLIDE_S + FADE_S + 0.3, f"{gap:.2f} s without a frame after {name}")
        took = show.end()
        that(took < 5, f"SIGTERM: took {took:.1f} s")
        rig.say(f"rotation: {len(show.frames())} frames, {show.changes()} changes, longest gap "
                f"{gap:.2f} s, ended in {took:.2f} s")
        equal([line for line in show.complaints().splitlines() if "error:" in line], [],
              "rotation: errors")
    finally:
        if show.process.poll() is None:
            show.end(signal.SIGKILL, -9)
        nginx.kill()


def changed_feed(house, site, nginx, show):
    """A new item appears, a withdrawn one goes; the picture is never interrupted."""
    since = len(show.frames())
    house.publish(site, "kahvila", "lukupiiri", "uusi")
    show.waits_for("uusi", since=since)
    now = len(show.frames())
    show.waits_for("kahvila", "lukupiiri", "uusi", since=now)
    # What was already made ready may still come once; from the next round on it must not.
    late = len(show.frames())
    show.waits_for("kahvila", "lukupiiri", "uusi", since=late)
    that(not show.has_shown("neulonta", late), "a withdrawn announcement is still shown")
    rig.say("a changed feed: the new one is shown, the withdrawn one is gone")


def bad_editions(house, site, nginx, show):
    """Two requests of each: nothing of it is ever shown."""
    foreign = house.keys["foreign"]
    bad = site.entry("petos", "Petos", key=foreign)
    later = "2026-11-24T09:50:00+02:00"
    good = [(site.folder / name).read_bytes() for name in ("feed.atom", "feed.atom.minisig")]
    kinds = {
        "a feed of a foreign key": lambda: site.feed([bad], later, key=foreign),
        "a feed that is cut": lambda: site.put("feed.atom", good[0][:len(good[0]) // 2]),
        "a feed that is HTML": lambda: site.put("feed.atom", b"<html>Log in</html>"),
    }
    for name, make in kinds.items():
        since, asked = len(show.frames()), nginx.asked("feed.atom")
        make()
        that(wait_until(lambda: nginx.asked("feed.atom") >= asked + 2, PATIENCE_S),
             f"{name}: not asked for")
        show.waits_for("kahvila", "lukupiiri", "uusi", since=since)
        that(not show.has_shown("petos"), f"{name}: it is shown")
        that(show.process.poll() is None, f"{name}: play ended")
        site.put("feed.atom.minisig", good[1])
        site.put("feed.atom", good[0])
        asked = nginx.asked("feed.atom")  # one that goes well ends the longer waits after failures
        that(wait_until(lambda: nginx.asked("feed.atom") > asked, PATIENCE_S),
             f"{name}: not asked again")
    house.publish(site, "kahvila", "lukupiiri", "uusi", "retki", more=[bad])
    since = len(show.frames())
    show.waits_for("retki", since=since)
    show.waits_for("kahvila", "uusi", "retki", since=len(show.frames()))
    that(not show.has_shown("petos"), "an announcement of a foreign key is shown")
    rig.say("bad editions: three feeds and an announcement that nobody approved, never shown")


def dead_server(house, site, nginx, show):
    """kill -9 of the web server: the show goes on, and news comes when it is back."""
    nginx.kill()
    since = len(show.frames())
    show.waits_for("kahvila", "lukupiiri", "uusi", "retki", since=since)
    house.publish(site, "kahvila", "retki", "kerho")
    nginx.start()
    show.waits_for("kerho", since=since)
    rig.say("web server killed and back: the show went on, news came")


def never_ending(house, site, nginx, show):
    """kill -9 of an update in its middle: the show goes on, the next update succeeds."""
    killed = 0
    deadline = time.monotonic() + PATIENCE_S
    while killed < 3 and time.monotonic() < deadline:
        child = show.update_child()
        if child is None:
            time.sleep(0.001)
            continue
        try:
            os.kill(child, signal.SIGKILL)
            killed += 1
            wait_until(lambda gone=child: show.update_child() != gone, 5, 0.001)
        except ProcessLookupError:
            pass
    equal(killed, 3, "updates killed")
    since = len(show.frames())
    house.publish(site, "kahvila", "retki", "laulu")
    show.waits_for("laulu", "kahvila", "retki", since=since)
    rig.say("updates killed in their middle: the show went on, the next one succeeded")


def lost_objects(house, site, nginx, show):
    """Everything in the cache is gone: the show goes on and the next update brings it back."""
    objects = show.player.folder / "cache" / "objects"
    before = {path.name for path in objects.glob("*/*")}
    since, asked = len(show.frames()), nginx.asked("feed.atom")
    objects.rename(house.folder / "lost")  # at once, whatever an update is doing there
    that(wait_until(lambda: nginx.asked("feed.atom") > asked + 1, PATIENCE_S),
         "lost objects: no update")
    that(wait_until(lambda: {path.name for path in objects.glob("*/*")} >= wanted_objects(site),
                    PATIENCE_S), f"lost objects: of {len(before)} not all are back")
    show.waits_for("laulu", "kahvila", "retki", since=max(since, len(show.frames())))
    that(not show.has_shown("idle", since), "lost objects: the idle slide was shown")
    rig.say("cache emptied: the show went on, everything was fetched again")


def wanted_objects(site):
    """Hashes of all that the feed's entries name."""
    feed = (site.folder / "feed.atom").read_text()
    return set(re.findall(r'it:sha256="([0-9a-f]{64})"', feed))


def flat(before, after, changes):
    """Threads and files stay as they are; memory does where no sanitizer keeps what is freed."""
    equal(after[0], before[0], f"threads after {changes} changes")
    that(after[1] <= before[1] + 1, f"open files: {before[1]}, after {changes} changes {after[1]}")
    growth = after[2] - before[2]
    limit = 60 << 10 if rig.SANITIZED else 6 << 10
    that(growth < limit, f"memory grew by {growth} KiB in {changes} changes")
    rig.say(f"after {changes} changes: {after[0]} threads, {after[1]} open files, {after[2]} KiB "
            f"resident ({growth:+d})")


def test(scratch):
    house = House(scratch / "house")
    screen = Screen(scratch)
    try:
        check_no_display(scratch, house)
        check_nothing(scratch, house, screen)
        check_rot(scratch, house, screen)
        check_pixels(scratch, house, screen)
        check_rotation(scratch, house, screen)
    finally:
        screen.end()


if __name__ == "__main__":
    rig.main(test)
