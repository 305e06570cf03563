# SPDX-License-Identifier: GPL-3.0-or-later
"""What the end-to-end tests share: the program under test, checks that are counted, keys, sites
made file by file, players with a cache of their own, and a web server that can misbehave.

Signatures are made by the minisign program and XML by hand, so that the program under test is
never its own witness; only keys, and in some tests the whole site, come from it.
"""

import hashlib
import http.server
import os
import pathlib
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import zlib

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("INFOTAULU", SOURCE / "build" / "dev")).resolve()
PROGRAM = BUILD / "infotaulu"
DESK = BUILD / "infotaulu-desk"
NOW = "2026-11-24T10:00:00+02:00"

# Sanitizers would end with 1, which is an answer of the program: they get a number of their own.
SANITIZER_CODE = 99
SANITIZED = b"__asan_init" in DESK.read_bytes()

ATOM = "http://www.w3.org/2005/Atom"
OWN = "urn:x-infotaulu:1"


# ---- checks ------------------------------------------------------------------------------------

class Tally:
    """Counts what was checked; threads share one."""

    def __init__(self):
        self.lock = threading.Lock()
        self.checked = 0
        self.failures = []

    def that(self, fine, what):
        with self.lock:
            self.checked += 1
            if not fine:
                self.failures.append(what)
                print(f"  WRONG: {what}", flush=True)
        return bool(fine)

    def equal(self, got, wanted, what):
        return self.that(got == wanted, f"{what}: {got!r}, wanted {wanted!r}")


tally = Tally()
that = tally.that
equal = tally.equal


def say(text):
    print(text, flush=True)


def main(test):
    """Runs a test in a folder of its own and ends the program with its verdict."""
    global scratch
    began = time.monotonic()
    # Told to stop, it still ends what it started and removes what it made.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with tempfile.TemporaryDirectory(prefix="infotaulu-e2e-") as folder:
        scratch = pathlib.Path(folder)
        scratch.chmod(0o755)  # another user, too, has to get in
        for name in ("home", "tmp"):
            (scratch / name).mkdir()
        (scratch / "tmp").chmod(0o1777)
        try:
            test(scratch)
        except Exception:
            traceback.print_exc()
            tally.that(False, "the test itself ended early")
        equal(sorted(os.listdir(scratch / "tmp")), [], "left in TMPDIR")
    seconds = time.monotonic() - began
    say(f"{tally.checked} checks, {len(tally.failures)} wrong, {seconds:.1f} s")
    for what in tally.failures:
        say(f"  wrong: {what}")
    sys.stdout.flush()
    sys.exit(1 if tally.failures else 0)


# ---- the program -------------------------------------------------------------------------------

scratch = None


def environment(**more):
    env = {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "HOME": str(scratch / "home"),
        "TMPDIR": str(scratch / "tmp"),
        "LC_ALL": "en_GB.UTF-8",  # its words, whether or not the machine has them
        "INFOTAULU_CONF": "/nonexistent/infotaulu.conf",
        # What is freed is not kept for long, so that growth can be seen.
        "ASAN_OPTIONS": f"exitcode={SANITIZER_CODE}:quarantine_size_mb=8",
        "UBSAN_OPTIONS": f"exitcode={SANITIZER_CODE}:print_stacktrace=1",
    }
    env.update(more)
    return env


class Result:
    """What a run of the program gave."""

    def __init__(self, args, code, out, err, seconds, memory):
        self.args, self.code, self.out, self.err = args, code, out, err
        self.seconds, self.memory = seconds, memory  # memory: highest resident KiB

    def __str__(self):
        tail = self.err.strip()[-1500:]
        return f"{' '.join(map(str, self.args))} → {self.code}" + (f": {tail}" if tail else "")


def start(*args, program=None, env=None, **more):
    """Starts the program in a process group of its own."""
    words = [str(program or PROGRAM), *map(str, args)]
    more.setdefault("stdin", subprocess.DEVNULL)
    return subprocess.Popen(words, env=environment(**(env or {})), start_new_session=True, **more)


def run(*args, timeout=60, stdin=b"", env=None, program=None, **more):
    """Runs the program to its end. Any exit code but 0, 1 and 2 counts as wrong at once."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, \
            tempfile.TemporaryFile() as err:
        given.write(stdin)
        given.seek(0)
        began = time.monotonic()
        more = {"stdin": given, "stdout": out, "stderr": err, **more}
        process = start(*args, program=program, env=env, **more)
        code, usage = wait_for(process, timeout)
        seconds = time.monotonic() - began
        out.seek(0)
        err.seek(0)
        result = Result(args, code, out.read().decode("utf-8", "replace"),
                        err.read().decode("utf-8", "replace"), seconds,
                        usage.ru_maxrss if usage else 0)
    that(result.code in (0, 1, 2), f"exit code {result.code} after {seconds:.1f} s of {result}")
    return result


def wait_for(process, timeout):
    """Exit code and resources of a process; kills its group when the time is over."""
    deadline = time.monotonic() + timeout
    pause = 0.001
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage
        if time.monotonic() > deadline:
            os.killpg(process.pid, 9)
            process.wait()
            return "killed: too slow", None
        time.sleep(pause)
        pause = min(pause * 1.2, 0.01)


def group_is_gone(group, seconds=3.0):
    """Have all processes of a group ended?"""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        except PermissionError:
            pass
        time.sleep(0.005)
    return False


def wait_until(question, seconds, pause=0.02):
    """Asks until the answer is true or the time is over; gives the last answer."""
    deadline = time.monotonic() + seconds
    while True:
        answer = question()
        if answer or time.monotonic() > deadline:
            return answer
        time.sleep(pause)


# ---- keys and signatures -----------------------------------------------------------------------

class Key:
    """A key pair of `infotaulu key new`, used by the minisign program as well."""

    def __init__(self, folder, name):
        self.secret = pathlib.Path(folder) / f"{name}.key"
        self.path = pathlib.Path(folder) / f"{name}.pub"
        made = run("key", "new", "--no-passphrase", "-o", self.secret)
        if made.code != 0:
            raise RuntimeError(f"no key: {made}")
        self.public = self.path.read_text().splitlines()[1]


def sign(path, key, comment, to=None):
    """Signs a file as the minisign program does it."""
    done = subprocess.run(["minisign", "-S", "-s", str(key.secret), "-m", str(path), "-x",
                           str(to or f"{path}.minisig"), "-t", comment],
                          stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode != 0:
        raise RuntimeError(f"minisign: {done.stderr.decode()}")


def comment_of(signature):
    """The trusted comment of a .minisig file."""
    line = pathlib.Path(signature).read_text().splitlines()[2]
    return line.removeprefix("trusted comment: ")


def sign_again(path, key, comment=None):
    """Signs a file anew, by default with the comment that its signature has."""
    sign(path, key, comment if comment is not None else comment_of(f"{path}.minisig"))


def approval(by="Järjestöyhdyshenkilö", at="2026-11-20T09:30:00+02:00", rules=1, overrides=""):
    return f"at={at} rules={rules} overrides={overrides} by={by}"


def sha256(data):
    return hashlib.sha256(data).hexdigest()


# ---- announcements, pictures, sites ------------------------------------------------------------

def png_of_rows(width, rows):
    """A PNG of rows of RGB bytes."""
    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data
                + struct.pack(">I", zlib.crc32(kind + data)))
    return (b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(">IIBBBBB", width, len(rows), 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 1))
            + chunk(b"IEND", b""))


def png(width, height, colour, seed=0):
    """A plain PNG; another seed gives other bytes."""
    pixel = bytes(colour)
    rows = [pixel * width] * (height - 1)
    return png_of_rows(width, [*rows, pixel * (width - 8) + struct.pack(">Q", seed) * 3])


def uuid(name):
    hexes = sha256(name.encode())
    return f"urn:uuid:{hexes[:8]}-{hexes[8:12]}-5{hexes[13:16]}-8{hexes[17:20]}-{hexes[20:32]}"


def entry_xml(name, title, kind="event", picture=None, href=None, alternate=None,
              more="", show='from="2026-11-20" until="2026-12-08"'):
    """A sound announcement. picture: bytes, pinned by their hash under media/."""
    img = enclosure = when = ""
    if picture is not None:
        href = href or f"media/{name}.png"
        img = f'<p><img src="{href}" alt="Vihreä mäki ja vaalea taivas."/></p>'
        enclosure = (f'<link rel="enclosure" type="image/png" length="{len(picture)}" '
                     f'href="{href}" it:sha256="{sha256(picture)}"/>')
    if kind == "event":
        when = ('<it:when start="2026-12-08T17:00:00+02:00" end="2026-12-08T18:30:00+02:00"/>\n'
                '  <it:where mode="place" name="Kylätupa" street="Myllytie 7" city="Niemelä"/>')
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<entry xmlns="{ATOM}" xmlns:it="{OWN}" xml:lang="fi-simple">
  <id>{uuid(name)}</id>
  <title>{title}</title>
  <updated>2026-11-19T10:00:00+02:00</updated>
  <author><name>Niemelän Kylätupa ry</name></author>
  <summary>Tule mukaan.</summary>
  <content type="xhtml">
    <div xmlns="http://www.w3.org/1999/xhtml">
      <p>Luemme yhdessä hyvän kirjan. Voit myös vain kuunnella.</p>{img}
    </div>
  </content>
  <category scheme="urn:x-infotaulu:kind" term="{kind}"/>
  <link rel="alternate" type="text/html" href="{alternate or 'https://kylatupa.example.fi/' + name}"/>
  {enclosure}
  <it:show {show}/>
  {when}
  <it:audience>Kaikille aikuisille</it:audience>
  <it:contact role="emäntä" tel="+358401234508"/>
  <it:cost free="true">Ei maksa mitään</it:cost>
  <it:signup required="false">Ei tarvitse ilmoittautua</it:signup>
{more}</entry>
""".encode()


def profile_xml(keys, name="Niemelän sote-keskus", more=""):
    """A centre profile. keys: (role, Key, further attributes), always open."""
    lines = "".join(f'  <key role="{role}" name="Avain {number}" {attributes}>{key.public}</key>\n'
                    for number, (role, key, attributes) in enumerate(keys))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<centre xmlns="{OWN}" id="niemela" zone="Europe/Helsinki">
  <name xml:lang="fi">{name}</name>
  <languages>fi sv en</languages>
  <display name="aula" diagonal-in="43" width="1920" height="1080" distance-m="3" theme="light"/>
{lines}{more}</centre>
""".encode()


def hide_xml(names, updated="2026-11-24T08:00:00+02:00"):
    items = "".join(f'<item ref="{uuid(name)}"/>' for name in names)
    return f'<hide xmlns="{OWN}" updated="{updated}">{items}</hide>\n'.encode()


def feed_xml(entries, updated, until="2026-12-20T00:00:00+02:00", complete="<fh:complete/>"):
    """A feed. entries: (name, title, hash of the entry file)."""
    texts = "".join(f"""<entry><id>{uuid(name)}</id><title>{title}</title>
<updated>2026-11-19T10:00:00+02:00</updated><author><name>Niemelän Kylätupa ry</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Tule.</p></div></content>
<link rel="self" type="application/atom+xml;type=entry" href="entries/{digest}.xml"
 it:sha256="{digest}"/><it:number>{number + 1}</it:number></entry>
""" for number, (name, title, digest) in enumerate(entries))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="{ATOM}" xml:lang="fi" xmlns:fh="http://purl.org/syndication/history/1.0"
 xmlns:it="{OWN}">
<id>urn:uuid:6d0f5a52-0c1b-4f37-9f0e-0d9f7a3b6c11</id><title>Niemelä</title>
<updated>{updated}</updated><link rel="self" type="application/atom+xml" href="feed.atom"/>
{complete}<it:valid-until>{until}</it:valid-until>
{texts}</feed>
""".encode()


class Site:
    """A site made file by file. A file that others read is never seen half written."""

    def __init__(self, folder, root, publisher, approver):
        self.folder = pathlib.Path(folder)
        self.root, self.publisher, self.approver = root, publisher, approver
        for name in ("", "entries", "media"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        self.centre(profile_xml([("publisher", publisher, ""), ("approver", approver, "")]))

    def put(self, name, data, key=None, comment="", key_comment=None):
        """Writes a file and, with a key, its signature; both beside and renamed."""
        path = self.folder / name
        beside = path.with_name(f".{path.name}.new")
        beside.write_bytes(data)
        if key:
            signature = path.with_name(f".{path.name}.minisig.new")
            sign(beside, key, comment, signature)
            os.replace(signature, f"{path}.minisig")
        os.replace(beside, path)
        return path

    def centre(self, data, key=None):
        self.put("centre.xml", data, key or self.root, "at=2026-11-01T00:00:00Z file=centre.xml")

    def entry(self, name, title, key=None, comment=None, picture=None, **more):
        """Puts an entry file and its picture; gives what feed() takes."""
        data = entry_xml(name, title, picture=picture, **more)
        digest = sha256(data)
        if picture is not None:
            self.put(f"media/{sha256(picture)}.png", picture)
        self.put(f"entries/{digest}.xml", data, key or self.approver, comment or approval())
        return (name, title, digest)

    def feed(self, entries, updated, key=None, **more):
        self.put("feed.atom", feed_xml(entries, updated, **more), key or self.publisher,
                 f"at={updated}")


# ---- players -----------------------------------------------------------------------------------

class Player:
    """Cache and state of one screen, and the commands that look at them."""

    def __init__(self, folder, site, root, cwd=None):
        self.folder = pathlib.Path(folder)
        self.site, self.root, self.cwd = str(site), root, cwd
        self.places = ["--cache", self.folder / "cache", "--state", self.folder / "state"]

    def fetch_words(self, now=NOW):
        return ["fetch", "--site", self.site, "--root-key", self.root.public, "--now", now,
                *self.places]

    def fetch(self, now=NOW, timeout=70, **more):
        return run(*self.fetch_words(now), timeout=timeout, cwd=self.cwd, **more)

    def list(self, now=NOW, **more):
        return run("list", "--now", now, *self.places, cwd=self.cwd, **more)

    def shown(self, now=NOW):
        """Titles on the screen, sorted; None when there is no edition to show."""
        result = self.list(now)
        if result.code != 0:
            say(f"  {result}")
            return None
        return sorted(line.split("\t")[2] for line in result.out.splitlines())

    def reason(self, name, now=NOW):
        """The reason code of an item."""
        result = run("explain", uuid(name), "--now", now, *self.places, cwd=self.cwd)
        return result.out.split("\t")[0] if result.code == 0 else f"exit {result.code}"

    def copy(self, folder):
        shutil.copytree(self.folder, folder, symlinks=True)
        return Player(folder, self.site, self.root, self.cwd)


# ---- a web server ------------------------------------------------------------------------------

class Server:
    """A folder on 127.0.0.1. `misbehave(handler)` may answer instead: True when it did."""

    def __init__(self, folder, misbehave=None):
        rig = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                rig.requests.append(self.path)
                if not (rig.misbehave and rig.misbehave(self)):
                    self.give_file()

            def give_file(self):
                """By its bytes' hash, since a date of whole seconds is too coarse for a test."""
                try:
                    body = (pathlib.Path(rig.folder) / self.path.lstrip("/")).read_bytes()
                except OSError:
                    self.give(404, b"not here\n")
                    return
                tag = f'"{sha256(body)}"'
                if self.headers.get("If-None-Match") == tag:
                    self.give(304, b"", tag)
                else:
                    self.give(200, body, tag)

            def give(self, status, body, tag=None, **headers):
                self.send_response(status)
                if tag:
                    self.send_header("ETag", tag)
                for name, value in headers.items():
                    self.send_header(name.replace("_", "-"), value)
                if status != 304:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        class Quiet(http.server.ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

            def handle_error(self, *_):
                pass  # a client that went away is what these tests are about

        self.folder, self.misbehave, self.requests = folder, misbehave, []
        self.server = Quiet(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


def free_port():
    import socket
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
