#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults: after any of them the cache holds the old or the new edition, whole, and the next honest
update succeeds.

An update killed at random moments, rot in everything that is kept, folders that cannot be written,
full disks, and servers that misbehave in every way. INFOTAULU_KILLS says how many updates are
killed (200), INFOTAULU_SEED repeats the same moments.
"""

import gzip
import os
import pathlib
import random
import resource
import shlex
import shutil
import stat
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import rig
from rig import NOW, Key, Player, Server, Site, equal, run, sha256, that

KILLS = int(os.environ.get("INFOTAULU_KILLS", "200"))
SEED = int(os.environ.get("INFOTAULU_SEED", "0")) or random.SystemRandom().randrange(1, 1 << 31)
UPDATE_SECONDS_MAX = 60
FETCH_MEMORY_MAX_KIB = 64 << 10  # above what an honest update takes
NOBODY = 65534
OLD = ["Kahvila 1", "Lukupiiri", "Neulonta 1"]
NEW = ["Kahvila 2", "Lukupiiri", "Neulonta 2", "Uusi 2"]


# ---- a site with many editions -----------------------------------------------------------------

class Editions:
    """Editions that differ in announcements and pictures; `updated` grows by a minute each."""

    def __init__(self, folder, keys):
        self.site = Site(folder, *keys)
        self.steady = self.site.entry("lukupiiri", "Lukupiiri")

    def updated(self, number):
        return f"2026-11-23T{number // 60 % 24:02d}:{number % 60:02d}:00+02:00"

    def publish(self, number, more=()):
        """Everything that the feed names is there before the feed is."""
        picture = rig.png(240, 160, (208, number % 256, 227), number)
        entries = [self.site.entry("kahvila", f"Kahvila {number}", picture=picture), self.steady,
                   self.site.entry("neulonta", f"Neulonta {number}"), *more]
        self.site.feed(entries, self.updated(number))

    def titles(self, number):
        return sorted([f"Kahvila {number}", "Lukupiiri", f"Neulonta {number}"])


# ---- killed at any moment ----------------------------------------------------------------------

def kill_updates(folder, keys, source, count, seed):
    """Kills updates at random moments; each time exactly one edition must be there, whole."""
    rand = random.Random(seed)
    folder.mkdir()
    editions = Editions(folder / "site", keys)
    editions.publish(1)
    server = Server(folder / "site") if source == "server" else None
    player = Player(folder / "player", server.url if server else folder / "site", keys[0])
    equal(player.fetch().code, 0, f"kill, {source}: the first edition")
    editions.publish(2)
    whole = player.fetch()
    equal(whole.code, 0, f"kill, {source}: the second edition")
    kept, old, new = 2, 0, 0
    for number in range(3, 3 + count):
        editions.publish(number)
        moment = rand.uniform(0, 1.1 * whole.seconds)
        process = rig.start(*player.fetch_words(), stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL)
        time.sleep(moment)
        process.kill()
        process.wait()
        what = f"kill {number} ({source}, after {moment * 1000:.0f} ms)"
        that(rig.group_is_gone(process.pid), f"{what}: children outlive the update")
        shown = player.shown()
        that(shown in (editions.titles(kept), editions.titles(number)), f"{what}: shown {shown}")
        new += shown == editions.titles(number)
        old += shown == editions.titles(kept)
        after = player.fetch()
        equal(after.code, 0, f"{what}: the next update {after}")
        kept = number
    equal(player.shown(), editions.titles(kept), f"kill, {source}: shown at the end")
    equal(leftovers(player), [], f"kill, {source}: left behind")
    if server:
        server.__exit__()
    rig.say(f"killed {count} updates from a {source}: {old} times the old edition was left, "
            f"{new} times the new one")
    return old, new


def leftovers(player):
    return sorted(str(path) for path in player.folder.rglob("*")
                  if path.name.endswith((".tmp", ".next")))


def check_kills(scratch, keys):
    sources = ["server", "folder"]
    with ThreadPoolExecutor(len(sources)) as pool:
        runs = [pool.submit(kill_updates, scratch / f"kill-{source}", keys, source,
                            KILLS // len(sources), SEED + i) for i, source in enumerate(sources)]
        counts = [run.result() for run in runs]
    if KILLS >= 100:
        that(sum(old for old, _ in counts) > 0, "kill: no update was killed before its end")


# ---- two editions for everything else ----------------------------------------------------------

class Pair:
    """A player that shows the old edition, one that shows the new, and the site as it was."""

    def __init__(self, folder, keys):
        folder.mkdir()
        self.folder, self.keys = folder, keys
        self.editions = Editions(folder / "site", keys)
        self.editions.publish(1)
        self.old = Player(folder / "old", "site", keys[0], folder)
        equal(self.old.fetch().code, 0, "pair: the old edition")
        equal(self.old.shown(), OLD, "pair: the old edition, shown")
        self.picture = rig.png(640, 400, (200, 220, 200), 77)
        more = [self.editions.site.entry("uusi", "Uusi 2", picture=self.picture)]
        self.editions.publish(2, more)
        self.new = self.old.copy(folder / "new")
        equal(self.new.fetch().code, 0, "pair: the new edition")
        equal(self.new.shown(), NEW, "pair: the new edition, shown")

    def copy_old(self, name, site=None):
        player = self.old.copy(self.folder / name)
        player.site = site or player.site
        return player


# ---- rot ---------------------------------------------------------------------------------------

def flip(path):
    data = bytearray(path.read_bytes() or b"0")
    data[len(data) // 2] ^= 4
    path.write_bytes(data)


def cut(path):
    os.truncate(path, path.stat().st_size // 2)


def empty(path):
    os.truncate(path, 0)


def remove(path):
    path.unlink()


def folder_there(path):
    path.unlink()
    path.mkdir()
    (path / "inside").write_bytes(b"x")


def fifo(path):
    path.unlink()
    os.mkfifo(path)


def link_to_zero(path):
    path.unlink()
    path.symlink_to("/dev/zero")


def garbage(path):
    path.write_bytes(os.urandom(path.stat().st_size + 7))


HARMS = [flip, cut, empty, remove, folder_there, fifo, link_to_zero, garbage]


def object_of(player, data):
    digest = sha256(data)
    found = list((player.folder / "cache" / "objects").glob(f"*/{digest}"))
    if not found:
        raise LookupError(f"no object {digest}")
    return found[0]


def objects_by_kind(pair, player):
    """An entry file, a signature, a medium and prepared pixels, of announcements of their own."""
    site = pair.folder / "site"
    paths = {}
    for path in (site / "entries").glob("*.xml"):
        data = path.read_bytes()
        for kind, title, source in (("entry", b"Neulonta 2", path),
                                    ("signature", b"Lukupiiri", f"{path}.minisig")):
            if b"<title>" + title in data:
                paths[kind] = object_of(player, pathlib.Path(source).read_bytes())
    paths["medium"] = object_of(player, pair.picture)
    known = {sha256(path.read_bytes()) for path in site.rglob("*") if path.is_file()}
    pixels = [path for path in (player.folder / "cache" / "objects").glob("*/*")
              if path.name not in known and path.stat().st_size == 4 * 240 * 160]
    paths["pixels"] = pixels[-1]
    return paths


def look_and_repair(what, player, pair, at_least):
    """`list` shows nothing but sound items and never hangs; the next fetch repairs everything."""
    looked = player.list()
    that(looked.seconds < 10, f"{what}: list took {looked.seconds:.1f} s")
    shown = sorted(line.split("\t")[2] for line in looked.out.splitlines())
    that(set(at_least) <= set(shown) <= set(NEW), f"{what}: shown before the repair: {shown} "
         f"({looked})")
    fetched = player.fetch()
    equal(fetched.code, 0, f"{what}: the repairing update {fetched}")
    equal(player.shown(), NEW, f"{what}: shown after the repair")
    equal(leftovers(player), [], f"{what}: left behind")


def rot_objects(pair, harm):
    what = f"objects, {harm.__name__}"
    player = pair.new.copy(pair.folder / f"rot-objects-{harm.__name__}")
    for path in objects_by_kind(pair, player).values():
        harm(path)
    look_and_repair(what, player, pair, ["Kahvila 2"])
    shutil.rmtree(player.folder)


def swap(first, second):
    beside = first.with_name("swapping")
    first.rename(beside)
    second.rename(first)
    beside.rename(second)


def rot_swapped(pair):
    player = pair.new.copy(pair.folder / "rot-swapped")
    paths = objects_by_kind(pair, player)
    swap(paths["entry"], paths["medium"])
    swap(paths["signature"], paths["pixels"])
    look_and_repair("objects, swapped", player, pair, ["Kahvila 2"])
    for folder in ("state", "cache"):
        swap(player.folder / folder / "edition", player.folder / folder / "edition.previous")
        what = f"{folder}/edition, swapped with the one before"
        shown = player.shown()  # both are whole, so either may be shown
        that(shown in (OLD, NEW), f"{what}: shown {shown}")
        equal(player.fetch().code, 0, f"{what}: the repairing update")
        equal(player.shown(), NEW, f"{what}: shown after the repair")
    shutil.rmtree(player.folder)


# What of a player may rot, and what must be shown all the same before it is repaired.
STATE_FILES = [
    (["state/edition"], NEW), (["cache/edition"], NEW), (["state/edition.previous"], NEW),
    (["cache/edition.previous"], NEW), (["state/accepted"], NEW), (["state/lock"], NEW),
    (["state/seal.key"], []), (["state/root-key"], []), (["state/edition", "cache/edition"], []),
    (["state/seal.key", "state/edition", "cache/edition"], []),
]


def rot_state(pair, names, at_least, harm):
    what = f"{' and '.join(names)}, {harm.__name__}"
    player = pair.new.copy(pair.folder / f"rot-{'-'.join(names).replace('/', '-')}-{harm.__name__}")
    for name in names:
        path = player.folder / name
        if not path.is_file():
            that(False, f"{what}: there is no {name}")
            return
        harm(path)
    look_and_repair(what, player, pair, at_least)
    shutil.rmtree(player.folder)


def rot_all(pair):
    """Nothing but rot: as if there were nothing."""
    for harm in (flip, empty, folder_there, link_to_zero):
        player = pair.new.copy(pair.folder / f"rot-all-{harm.__name__}")
        for path in list(player.folder.rglob("*")):
            if path.is_file() and path.stat().st_size > 0:
                harm(path)
        look_and_repair(f"everything, {harm.__name__}", player, pair, [])
        shutil.rmtree(player.folder)


def check_rot(pair):
    jobs = [(rot_objects, (pair, harm)) for harm in HARMS]
    jobs += [(rot_state, (pair, names, at_least, harm)) for names, at_least in STATE_FILES
             for harm in HARMS]
    jobs += [(rot_swapped, (pair,)), (rot_all, (pair,))]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for job in [pool.submit(work, *args) for work, args in jobs]:
            job.result()
    rig.say(f"rot: {len(jobs)} cases over objects, editions, accepted, keys")


# ---- several at once ---------------------------------------------------------------------------

def check_crowd(pair):
    """Several updates and several lookers at once: one updates, and all see a whole edition."""
    player = pair.copy_old("crowd")
    fetches = [rig.start(*player.fetch_words(), cwd=pair.folder, stdout=subprocess.DEVNULL,
                         stderr=subprocess.DEVNULL) for _ in range(4)]
    looks = 0
    while any(process.poll() is None for process in fetches) or looks < 3:
        shown = player.shown()
        that(shown in (OLD, NEW), f"crowd: shown {shown}")
        looks += 1
    codes = sorted(process.wait() for process in fetches)
    that(codes[0] == 0 and set(codes) <= {0, 2}, f"crowd: exit codes {codes}")
    after_the_fault("crowd", player, 0)
    rig.say(f"crowd: 4 updates ended with {codes}, {looks} looks meanwhile")


# ---- no permission -----------------------------------------------------------------------------

def as_somebody():
    """How to run as one who is not allowed everything: {} when we are not root ourselves."""
    if os.geteuid() != 0:
        return {}
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def give_to_nobody(folder):
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, NOBODY, NOBODY, follow_symlinks=False)


def set_modes(folder, writable):
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755 if writable else 0o555)


def check_permissions(pair):
    who = as_somebody()
    if who:
        probe = subprocess.run([rig.DESK, "--version"], capture_output=True, env=rig.environment(),
                               **who)
        if probe.returncode != 0:
            rig.say("permissions: left out, another user cannot run the program here")
            return
    for closed in (["state"], ["cache"], ["state", "cache"]):
        what = f"{' and '.join(closed)} read-only"
        player = pair.copy_old(f"closed-{'-'.join(closed)}")
        if who:
            give_to_nobody(player.folder)
        for name in closed:
            set_modes(player.folder / name, False)
        fetched = player.fetch(**who)
        equal(fetched.code, 2, f"{what}: fetch {fetched}")
        looked = player.list(**who)
        equal(sorted(line.split("\t")[2] for line in looked.out.splitlines()), OLD,
              f"{what}: shown ({looked})")
        for name in closed:
            set_modes(player.folder / name, True)
        equal(player.fetch(**who).code, 0, f"{what}: fetch once it can be written again")
        equal(leftovers(player), [], f"{what}: left behind")
    nowhere = pair.folder / "nowhere"
    nowhere.mkdir(mode=0o555)
    player = Player(nowhere / "player", "site", pair.keys[0], pair.folder)
    fetched = player.fetch(**who)
    equal(fetched.code, 2, f"no folder can be made: {fetched}")
    equal(len(fetched.err.splitlines()), 1, f"no folder can be made: lines of {fetched}")
    rig.say("permissions: 4 cases")


# ---- full disks --------------------------------------------------------------------------------

def after_the_fault(what, player, code):
    """Old or new, whole; then an honest update succeeds."""
    shown = player.shown()
    that(shown in ((NEW,) if code == 0 else (OLD, NEW)), f"{what}: exit {code}, shown {shown}")
    equal(player.fetch().code, 0, f"{what}: the next update")
    equal(player.shown(), NEW, f"{what}: shown after the next update")
    equal(leftovers(player), [], f"{what}: left behind")


def limited(pair, name, limit, values, codes):
    """An update under a limit of the system."""
    for value in values:
        player = pair.copy_old(f"{name}-{value}")
        fetched = player.fetch(
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=lambda: resource.setrlimit(limit, (value, value)))
        that(fetched.code in codes, f"{name} {value}: exit {fetched.code}")
        after_the_fault(f"{name} {value}", player, fetched.code)
        shutil.rmtree(player.folder)


def tiny_disk(pair, room_kib):
    """A disk of its own with little room left: a real ENOSPC."""
    player = pair.copy_old(f"tiny-{room_kib}")
    disk = pair.folder / f"disk-{room_kib}"
    disk.mkdir()
    there = Player(disk, "site", pair.keys[0], pair.folder)
    used = sum(-(-path.stat().st_blocks // 8) * 4 for path in player.folder.rglob("*"))
    fetch = shlex.join(map(str, [rig.PROGRAM, *there.fetch_words()]))
    script = "; ".join([
        f"mount -t tmpfs -o size={used + 4 + room_kib}k tmpfs {shlex.quote(str(disk))} || exit 77",
        f"cp -a {shlex.quote(str(player.folder))}/. {shlex.quote(str(disk))}/ || exit 78",
        f"{fetch} >/dev/null 2>&1", "code=$?",
        f"cp -a {shlex.quote(str(disk))}/. {shlex.quote(str(player.folder))}/ || exit 79",
        "exit $code"])
    done = subprocess.run(["unshare", "-rm", "sh", "-c", script], cwd=pair.folder,
                          env=rig.environment(), capture_output=True)
    if done.returncode == 77 or b"unshare" in done.stderr:
        return False  # nobody may mount here
    that(done.returncode in (0, 1, 2), f"disk with {room_kib} KiB left: exit {done.returncode}, "
         f"{done.stderr.decode()[-300:]}")
    after_the_fault(f"disk with {room_kib} KiB left", player, done.returncode)
    shutil.rmtree(player.folder)
    return True


def least_memory():
    """Address space with which the program is loaded at all: less is the loader's matter."""
    for mib in range(32, 1024, 2):
        limit = mib << 20
        done = subprocess.run([rig.DESK, "--version"], env=rig.environment(), capture_output=True,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS,
                                                                    (limit, limit)))
        if done.returncode == 0:
            return limit
    raise RuntimeError("the program needs more than 1 GiB to start")


def check_full(pair):
    sizes = [0, 1, 100, 1000, 4096, 20000, 40000, 100_000, 600_000]
    limited(pair, "file size", resource.RLIMIT_FSIZE, sizes, (0, 2))
    limited(pair, "descriptors", resource.RLIMIT_NOFILE, [4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16],
            (0, 1, 2))
    if not rig.SANITIZED:  # which want terabytes
        least = least_memory()
        limited(pair, "memory", resource.RLIMIT_AS, [least + (m << 20) for m in range(14)], (0, 2))
    rooms = [0, 4, 16, 64, 300, 1500]
    if all(tiny_disk(pair, room) for room in rooms):
        rig.say(f"full: {len(sizes)} file sizes, 12 numbers of descriptors, {len(rooms)} disks")
    else:
        rig.say("full: disks left out, nothing can be mounted here")


# ---- servers -----------------------------------------------------------------------------------

HTML = b"<!DOCTYPE html>\n<html><head><title>Log in</title></head><body>Wifi</body></html>\n"
STOP = threading.Event()  # ends the answers that would never end


def answer(status, body=HTML, **headers):
    def misbehave(handler):
        handler.give(status, body, **headers)
        return True
    return misbehave


def raw(data, then=None):
    """Bytes as they are, perhaps without an end."""
    def misbehave(handler):
        handler.close_connection = True
        handler.wfile.write(data)
        while then and not STOP.is_set():
            then(handler)
        return True
    return misbehave


def more_of(data, pause=0.0):
    def then(handler):
        handler.wfile.write(data)
        if pause:
            STOP.wait(pause)
    return then


def silence(handler):
    STOP.wait(1)


def redirect(to):
    def misbehave(handler):
        handler.give(302, b"", Location=to(handler.path))
        return True
    return misbehave


def whole(handler, name=None):
    return (pathlib.Path(handler.rig_folder) / (name or handler.path.lstrip("/"))).read_bytes()


def truncated(handler):
    """Fewer bytes than were promised."""
    body = whole(handler)
    handler.close_connection = True
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body))
    handler.wfile.write(body[:len(body) // 2])
    return True


def looks_complete(handler):
    """Cut, but with nothing promised: it looks whole."""
    body = whole(handler)
    handler.close_connection = True
    handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n" + body[:len(body) // 2])
    return True


def flip_flop(handler):
    """Every other answer is of the old edition."""
    handler.server.turn = not getattr(handler.server, "turn", False)
    body = whole(handler)
    handler.give(200, body if handler.server.turn else body.replace(b"2026", b"2025"))
    return True


def bomb(handler):
    packed = gzip.compress(bytes(60 << 20), 9)
    handler.give(200, packed, Content_Encoding="gzip")
    return True


def only(suffix, misbehave):
    """The misbehaviour for some files alone; the others come as they should."""
    def choose(handler):
        return handler.path.endswith(suffix) and misbehave(handler)
    return choose


START = b"HTTP/1.1 200 OK\r\n"
ENDLESS = raw(START + b"\r\n", more_of(b"x" * 65536))
SERVERS = {
    "a page of HTML for everything": answer(200),
    "an empty answer": answer(200, b""),
    "404": answer(404), "403": answer(403), "500": answer(500), "501": answer(501),
    "503 with Retry-After": answer(503, Retry_After="120"),
    "429": answer(429, Retry_After="nonsense"),
    "206 without being asked": answer(206), "204": answer(204, b""), "999": answer(999),
    "304 for everything": answer(304, b""),
    "redirects in a circle": redirect(lambda path: path),
    "redirects further and further": redirect(lambda path: path + "x"),
    "a redirect to a file": redirect(lambda _: "file:///etc/passwd"),
    "a redirect to a closed port": redirect(lambda _: "http://127.0.0.1:9/feed.atom"),
    "a redirect to nowhere": redirect(lambda _: "http://"),
    "truncated": truncated, "truncated, and looks complete": looks_complete,
    "every other answer is another": flip_flop,
    "an endless body": ENDLESS,
    "an endless body in chunks": raw(START + b"Transfer-Encoding: chunked\r\n\r\n",
                                     more_of(b"10000\r\n" + b"x" * 65536 + b"\r\n")),
    "endless headers": raw(START, more_of(b"X-Filler: " + b"y" * 1000 + b"\r\n")),
    "an endless header": raw(START + b"X-Filler: ", more_of(b"y" * 1000)),
    "a body of 60 MiB packed into little": bomb,
    "not packed, but says so": answer(200, b"plain", Content_Encoding="gzip"),
    "a length of 10 GB": raw(START + b"Content-Length: 10000000000\r\n\r\n", silence),
    "a length below zero": raw(START + b"Content-Length: -1\r\n\r\nabc"),
    "no HTTP at all": raw(b"\x00\xff\x16garbage\r\n\r\n" * 50),
    "a closed connection": raw(b""),
    "silence": raw(b"", silence),
    "silence after the headers": raw(START + b"Content-Length: 500\r\n\r\n", silence),
    "one byte a second": raw(START + b"\r\n", more_of(b"<", 1.0)),
    "headers of one byte a second": raw(START, more_of(b"X", 1.0)),
    "500 for the signature of the feed": only("feed.atom.minisig", answer(500)),
    "HTML for the signature of the feed": only("feed.atom.minisig", answer(200)),
    "an endless signature": only("feed.atom.minisig", ENDLESS),
    "500 for the profile": only("centre.xml", answer(500)),
    "HTML for hide.xml, whose signature is missing": None,
    "500 for the media": only(".png", answer(500)),
    "HTML for the media": only(".png", answer(200)),
    "endless media": only(".png", ENDLESS),
    "media of one byte a second": only(".png", raw(START + b"\r\n", more_of(b"x", 1.0))),
    "truncated media": only(".png", truncated),
    "500 for the announcements": only(".xml", answer(500)),
    "endless announcements": only(".xml", ENDLESS),
}
del SERVERS["HTML for hide.xml, whose signature is missing"]


def meet_server(pair, number, name, misbehave, honest_memory):
    player = pair.copy_old(f"server-{number}")
    with Server(pair.folder / "site") as server:
        player.site = server.url
        shown = pair.editions.titles(1)
        prime(pair, player, server)
        server.misbehave = with_folder(misbehave, pair.folder / "site")
        fetched = player.fetch(timeout=UPDATE_SECONDS_MAX + 15)
        equal(fetched.code, 2, f"{name}: fetch {fetched}")
        that(fetched.seconds <= UPDATE_SECONDS_MAX + 2, f"{name}: took {fetched.seconds:.1f} s")
        equal(player.shown(), shown, f"{name}: shown")
        that(fetched.memory - honest_memory < FETCH_MEMORY_MAX_KIB or rig.SANITIZED,
             f"{name}: {fetched.memory} KiB, an honest update {honest_memory} KiB")
        server.misbehave = None
        after = player.fetch()
        equal(after.code, 0, f"{name}: the next honest update {after}")
        equal(player.shown(), NEW, f"{name}: shown after the next honest update")
    shutil.rmtree(player.folder)
    return fetched.seconds, fetched.memory


def with_folder(misbehave, folder):
    def call(handler):
        handler.rig_folder = folder
        return misbehave(handler)
    return call


def prime(pair, player, server):
    """The player knows this server by the old edition."""
    server.folder = pair.folder / "site-old"
    equal(player.fetch().code, 0, "server: the old edition")
    server.folder = pair.folder / "site"


def check_servers(pair):
    with Server(pair.folder / "site-old") as server:
        player = Player(pair.folder / "honest", server.url, pair.keys[0])
        equal(player.fetch().code, 0, "an honest server")
        server.folder = pair.folder / "site"
        honest = player.fetch()
        equal(honest.code, 0, "an honest server, new edition")
        before = len(server.requests)
        equal(player.fetch().code, 0, "an honest server, nothing new")
        that(len(server.requests) - before <= 3, "an unchanged site costs more than one "
             f"conditional request a document: {server.requests[before:]}")
        port = server.server.server_address[1]
    player.site = f"http://127.0.0.1:{port}"
    down = player.fetch()
    equal(down.code, 2, f"server down: fetch {down}")
    that(down.seconds < 10, f"server down: took {down.seconds:.1f} s")
    equal(player.shown(), NEW, "server down: shown")
    # Most of them wait, so all meet their players at once.
    with ThreadPoolExecutor(len(SERVERS)) as pool:
        jobs = {name: pool.submit(meet_server, pair, number, name, misbehave, honest.memory)
                for number, (name, misbehave) in enumerate(SERVERS.items())}
        times = {name: job.result() for name, job in jobs.items()}
    STOP.set()
    slowest = max(times, key=lambda name: times[name][0])
    largest = max(times, key=lambda name: times[name][1])
    rig.say(f"servers: {len(SERVERS) + 1} kinds; slowest {times[slowest][0]:.1f} s ({slowest}), "
            f"largest {times[largest][1]} KiB ({largest}), honest {honest.memory} KiB")


# ---- an incomplete edition ---------------------------------------------------------------------

def check_waiting(pair):
    """The edition waits while it is not whole; what comes in time is shown with the rest."""
    editions = Editions(pair.folder / "waiting", pair.keys)
    editions.publish(1)
    server = Server(pair.folder / "waiting")
    player = Player(pair.folder / "waiter", server.url, pair.keys[0])
    equal(player.fetch().code, 0, "waiting: the first edition")
    medium = editions.site.folder / "media" / f"{sha256(pair.picture)}.png"

    def publish(number):
        editions.publish(number, [editions.site.entry("uusi", f"Uusi {number}",
                                                      picture=pair.picture)])
        medium.unlink()

    publish(2)
    equal(player.fetch().code, 2, "waiting: the first poll")
    equal(player.shown(), editions.titles(1), "waiting: shown after the first poll")
    medium.write_bytes(pair.picture)
    equal(player.fetch().code, 0, "waiting: the picture came before the second poll")
    equal(player.shown(), sorted([*editions.titles(2), "Uusi 2"]), "waiting: shown with it")
    # Another feed waits anew, and a restart of the player changes nothing in it.
    publish(3)
    for path in (player.folder / "cache" / "objects").glob(f"*/{medium.stem}"):
        path.unlink()
    for poll in (1, 2):
        equal(player.fetch().code, 2, f"waiting: poll {poll} of another feed")
        equal(player.shown()[0], "Kahvila 2", f"waiting: shown after poll {poll}")
    equal(player.fetch().code, 1, "waiting: taken after three polls")
    equal(player.shown(), editions.titles(3), "waiting: shown without the item")
    equal(player.reason("uusi"), "media-missing", "waiting: reason")
    equal(player.fetch().code, 1, "waiting: the same again")
    medium.write_bytes(pair.picture)
    equal(player.fetch().code, 0, "waiting: the picture came at last")
    equal(player.shown(), sorted([*editions.titles(3), "Uusi 3"]), "waiting: shown at last")
    # With nothing else to show there is nothing to wait for.
    medium.unlink()
    fresh = Player(pair.folder / "fresh-waiter", server.url, pair.keys[0])
    equal(fresh.fetch().code, 1, "waiting: a player with nothing takes what there is")
    equal(fresh.shown(), editions.titles(3), "waiting: shown by a player with nothing")
    server.__exit__()
    rig.say("an incomplete edition: waits, is completed, is taken without an item")


def test(scratch):
    rig.say(f"seed {SEED}")
    (scratch / "keys").mkdir()
    keys = [Key(scratch / "keys", name) for name in ("root", "publisher", "approver")]
    pair = Pair(scratch / "pair", keys)
    old = Editions(pair.folder / "site-old", keys)
    old.publish(1)
    servers = threading.Thread(target=guarded, args=(check_servers, pair))
    servers.start()  # they wait for most of a minute, while the others work
    began = time.monotonic()
    for name, check in (("rot", check_rot), ("crowd", check_crowd),
                        ("permissions", check_permissions),
                        ("full disks", check_full), ("waiting", check_waiting)):
        check(pair)
        rig.say(f"  {name} done after {time.monotonic() - began:.1f} s")
    check_kills(scratch, keys)
    rig.say(f"  kills done after {time.monotonic() - began:.1f} s")
    servers.join()


def guarded(check, *args):
    try:
        check(*args)
    except Exception as fault:  # a thread's end would go unseen
        that(False, f"{check.__name__} ended early: {fault!r}")


if __name__ == "__main__":
    rig.main(test)
