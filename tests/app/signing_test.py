#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The signing side as people and servers call it: key, approve, publish, profile, new.

The minisign program and xmllint are the witnesses; keys are made by the test. Every call must end
with 0, 1 or 2 and leave nothing half done.

    signing_test.py PATH/TO/infotaulu-desk SOURCE-FOLDER [unittest options]
"""

import contextlib
import datetime
import fcntl
import hashlib
import json
import os
import pathlib
import pty
import re
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import time
import unittest
import zlib

DESK = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(sys.argv[2]).resolve()
NOW = "2026-11-20T09:00:00+02:00"
LATER = "2026-11-21T09:00:00+02:00"
ROLE = "Niemelän järjestöyhdyshenkilö"
ATOM = "{http://www.w3.org/2005/Atom}"
SANITIZER_CODE = 99
NOBODY = 65534
ENVIRONMENT = {
    "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
    "HOME": "/nonexistent",
    "LC_ALL": "C.UTF-8",
    "INFOTAULU_CONF": "/nonexistent/infotaulu.conf",
    "ASAN_OPTIONS": f"exitcode={SANITIZER_CODE}",
    "UBSAN_OPTIONS": f"exitcode={SANITIZER_CODE}:print_stacktrace=1",
}


# ---- made things -------------------------------------------------------------------------------

def png(shade=100, side=600):
    def chunk(kind, data):
        body = kind + data
        return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")
    rows = (b"\0" + bytes([shade, shade // 2, 200] * side)) * side
    head = side.to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) +
            chunk(b"IEND", b""))


def entry(name, *, title=None, group=None, picture=None, until="2027-05-31", lang="fi-simple",
          kind="notice", body="Tervetuloa kaikki.", more=""):
    """A notice without findings; picture: its path, not pinned."""
    shown = f'<p><img src="{picture}" alt="Kuppi pöydällä."/></p>' if picture else ""
    link = f'<link rel="enclosure" type="image/png" href="{picture}"/>' if picture else ""
    ref = f'<it:group ref="{group}"/>' if group else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<entry xmlns="http://www.w3.org/2005/Atom" xmlns:it="urn:x-infotaulu:1" xml:lang="{lang}">
  <id>urn:x-test:{name}</id><title>{title or name.capitalize()}</title>
  <updated>2026-11-19T10:00:00+02:00</updated>
  <author><name>Esimerkki ry</name></author>
  <summary>Tule mukaan.</summary>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{body}</p>{shown}</div></content>
  <category scheme="urn:x-infotaulu:kind" term="{kind}"/>
  <link rel="alternate" type="text/html" href="https://yhdistys.example.fi/"/>{link}
  <it:show from="2026-11-01" until="{until}"/>{ref}
  <it:audience>Kaikille</it:audience>{more}
</entry>
""".encode()


def centre(keys, extra=""):
    rows = "".join(f'<key role="{role}" name="{role}" {dates}>{key}</key>'
                   for role, key, dates in keys)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<centre xmlns="urn:x-infotaulu:1" id="testi">
  <name xml:lang="fi">Testin sote-keskus</name><languages>fi sv</languages>
  <display name="aula" diagonal-in="43" width="1920" height="1080"/>{rows}{extra}
</centre>
""".encode()


def sha(data):
    return hashlib.sha256(data).hexdigest()


def tree(folder):
    """Every file below a folder: path → bytes."""
    folder = pathlib.Path(folder)
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


class Result:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    def __repr__(self):
        return f"{self.code}\n{self.out}{self.err}"


@contextlib.contextmanager
def line_on_fd(text):
    """A file number from which a line can be read."""
    reader, writer = os.pipe()
    os.write(writer, text.encode() + b"\n")
    os.close(writer)
    try:
        yield reader
    finally:
        os.close(reader)


def minisign_verifies(file, public):
    return subprocess.run(["minisign", "-Vqm", file, "-p", public], env=ENVIRONMENT,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def minisign_sign(file, secret, comment):
    subprocess.run(["minisign", "-S", "-W", "-s", secret, "-m", file, "-t", comment], check=True,
                   env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def minisign_approve(file, secret, at=NOW, overrides=""):
    """An approval made without the program under test: nothing is judged."""
    minisign_sign(file, secret, f"at={at} rules=1 overrides={overrides} by={ROLE}")


class SigningTest(unittest.TestCase):
    """A scratch folder, and keys of each role."""

    ROLES = ("root", "publisher", "approver", "alert", "stranger", "old", "gone")

    @classmethod
    def setUpClass(cls):
        cls.keys = pathlib.Path(tempfile.mkdtemp(prefix="infotaulu-keys-"))
        cls.addClassCleanup(shutil.rmtree, cls.keys)
        for role in cls.ROLES:
            made = run_program("key", "new", "-o", cls.keys / f"{role}.key", "--no-passphrase")
            assert made.code == 0, made

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="infotaulu-sign-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.approved = self.folder / "approved"
        self.site = self.folder / "site"
        self.approved.mkdir()

    # what is asked

    def desk(self, *arguments, **more):
        result = run_program(*arguments, **more)
        self.assertIn(result.code, (0, 1, 2), result)
        return result

    def assertCode(self, code, result, says=""):
        self.assertEqual(code, result.code, result)
        if says:
            self.assertRegex(result.out + result.err, says)

    def secret(self, role):
        return self.keys / f"{role}.key"

    def public(self, role):
        return self.keys / f"{role}.pub"

    def public_line(self, role):
        return self.public(role).read_text().splitlines()[1]

    def write_centre(self, keys=None, extra="", sign=True):
        if keys is None:
            keys = [("publisher", self.public_line("publisher"), ""),
                    ("approver", self.public_line("approver"), ""),
                    ("alert", self.public_line("alert"), ""),
                    ("approver", self.public_line("old"), 'until="2026-06-30"'),
                    ("approver", self.public_line("gone"), 'revoked="true"')]
        path = self.approved / "centre.xml"
        path.write_bytes(centre(keys, extra))
        if sign:
            self.assertCode(0, self.desk("profile", "sign", path, "--key", self.secret("root"),
                                         "--now", NOW))
        return path

    def put(self, name, data, folder=None):
        path = (folder or self.approved) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def approve(self, path, *more, key="approver", now=NOW, **how):
        return self.desk("approve", path, "--by", ROLE, "--key", self.secret(key), "--now", now,
                         *more, **how)

    def add(self, name, **what):
        """An approved notice."""
        if what.get("picture"):
            self.put(what["picture"], png(sum(name.encode()) % 200))
        path = self.put(f"{name}.xml", entry(name, **what))
        self.assertCode(0, self.approve(path))
        return path

    def publish(self, *more, now=NOW, key="publisher", **how):
        return self.desk("publish", self.approved, "-o", self.site, "--key", self.secret(key),
                         "--now", now, *more, **how)

    def feed(self):
        import xml.etree.ElementTree as ElementTree
        return ElementTree.parse(self.site / "feed.atom").getroot()

    def shown(self):
        """id → number of what the feed shows."""
        own = "{urn:x-infotaulu:1}"
        return {item.findtext(f"{ATOM}id").removeprefix("urn:x-test:"):
                int(item.findtext(f"{own}number")) for item in self.feed().iter(f"{ATOM}entry")}

    def updated(self):
        return self.feed().findtext(f"{ATOM}updated")

    def assertSiteIsWhole(self):
        """Everything that the feed names is there and is what it says; signatures verify."""
        self.assertTrue(minisign_verifies(self.site / "feed.atom", self.public("publisher")))
        self.assertTrue(minisign_verifies(self.site / "centre.xml", self.public("root")))
        self.assertNamedFilesAreThere()

    def assertNamedFilesAreThere(self):
        for link in self.feed().iter(f"{ATOM}link"):
            named = link.get("{urn:x-infotaulu:1}sha256")
            if not named:
                continue
            data = (self.site / link.get("href")).read_bytes()
            self.assertEqual(named, sha(data), link.attrib)
            if link.get("rel") == "self":
                self.assertTrue((self.site / (link.get("href") + ".minisig")).exists())

    def assertNoLeftovers(self, folder):
        for path in pathlib.Path(folder).rglob("*"):
            self.assertFalse(path.name.endswith(".tmp"), path)


def run_program(*arguments, timeout=60, **more):
    process = subprocess.run([str(DESK), *map(str, arguments), "--lang", "en"], env=ENVIRONMENT,
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, timeout=timeout, **more)
    return Result(process.returncode, process.stdout.decode(), process.stderr.decode())


def as_nobody():
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def open_to_all(folder):
    """Another user may read everything below."""
    for path in [pathlib.Path(folder), *pathlib.Path(folder).rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)


# ---- keys --------------------------------------------------------------------------------------

class Terminal:
    """A program with a terminal of its own; what was shown and whether letters are."""

    def __init__(self, *arguments):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_DFL)  # nohup and its kin have some ignored
            os.execve(DESK, [str(DESK), *map(str, arguments), "--lang", "en"], ENVIRONMENT)
        self.seen = ""

    def wait_for(self, text, seconds=30):
        deadline = time.monotonic() + seconds
        while text not in self.seen:
            ready, _, _ = select.select([self.fd], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                raise AssertionError(f"no {text!r} in {self.seen!r}")
            self.seen += self.read()
        self.seen = self.seen.split(text, 1)[1]

    def read(self):
        try:
            data = os.read(self.fd, 4096)
        except OSError:  # the other side is closed
            data = b""
        if not data:
            raise AssertionError(f"the program ended after {self.seen!r}")
        return data.decode()

    def shows_letters(self):
        return bool(termios.tcgetattr(self.fd)[3] & termios.ECHO)

    def wait_quiet(self, quiet, seconds=30):
        deadline = time.monotonic() + seconds
        while self.shows_letters() == quiet:
            if time.monotonic() > deadline:
                raise AssertionError("the terminal shows letters" if quiet else "it shows none")
            time.sleep(0.005)

    def type(self, text):
        self.wait_quiet(True)
        os.write(self.fd, text.encode())

    def end(self):
        """Exit code, or minus the signal."""
        with contextlib.suppress(AssertionError):
            while True:
                self.seen += self.read()
        _, status = os.waitpid(self.pid, 0)
        os.close(self.fd)
        return os.waitstatus_to_exitcode(status)


class Keys(SigningTest):
    def test_a_new_key_is_for_its_owner_alone_and_says_its_number(self):
        path = self.folder / "a.key"
        result = self.desk("key", "new", "-o", path, "--no-passphrase")
        self.assertCode(0, result, "no passphrase")
        self.assertEqual(0o600, path.stat().st_mode & 0o777)
        number, line = re.search(r"number: ([0-9A-F]{16})\npublic key: (RW\S{54})\n",
                                 result.out).groups()
        public = (self.folder / "a.pub").read_text().splitlines()
        self.assertEqual(line, public[1])
        self.assertIn(number, public[0])
        for file in (path, self.folder / "a.pub"):
            self.assertEqual(result.out, self.desk("key", "show", file).out)

    def test_a_name_without_key_at_its_end_gets_pub_behind(self):
        self.assertCode(0, self.desk("key", "new", "-o", self.folder / "a", "--no-passphrase"))
        self.assertTrue((self.folder / "a.pub").exists())

    def test_a_key_is_never_overwritten(self):
        for there in ("a.key", "a.pub"):
            with self.subTest(there):
                path = self.put(there, b"mine", self.folder)
                before = tree(self.folder)
                self.assertCode(2, self.desk("key", "new", "-o", self.folder / "a.key",
                                             "--no-passphrase"), "never overwritten")
                self.assertEqual(before, tree(self.folder))
                path.unlink()

    def test_a_folder_that_takes_no_file_keeps_nothing(self):
        folder = self.folder / "shut"
        folder.mkdir(mode=0o555)
        self.folder.chmod(0o755)
        result = self.desk("key", "new", "-o", folder / "a.key", "--no-passphrase",
                           preexec_fn=as_nobody)
        self.assertCode(2, result, "permission")
        self.assertEqual({}, tree(folder))

    def test_a_full_disk_keeps_no_half_of_a_key(self):
        for most in (0, 200):  # no half fits; the public one would
            result = self.desk("key", "new", "-o", self.folder / "a.key", "--no-passphrase",
                               preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE,
                                                                     (most, most)))
            self.assertCode(2, result, "does not fit")
            self.assertEqual([], list(self.folder.glob("*a.*")))

    def test_a_protected_key_opens_with_its_passphrase_alone(self):
        path = self.folder / "a.key"
        with line_on_fd("ankka ja sorsa") as fd:
            made = self.desk("key", "new", "-o", path, "--passphrase-fd", fd, pass_fds=[fd])
        self.assertCode(0, made)
        self.assertEqual("", made.err)
        cases = (("ankka ja sorsa", 0, "number"), ("ankka", 2, "passphrase is wrong"),
                 ("", 2, "empty"), ("x" * 2000, 2, "too long"))
        for words, code, says in cases:
            with self.subTest(words[:20]), line_on_fd(words) as fd:
                result = self.desk("key", "show", path, "--passphrase-fd", fd, pass_fds=[fd])
                self.assertCode(code, result, says)
        self.assertCode(2, self.desk("key", "show", path, start_new_session=True), "terminal")

    def test_the_minisign_program_signs_with_our_keys(self):
        plain = self.folder / "plain.key"
        guarded = self.folder / "guarded.key"
        self.assertCode(0, self.desk("key", "new", "-o", plain, "--no-passphrase"))
        with line_on_fd("sana") as fd:
            self.assertCode(0, self.desk("key", "new", "-o", guarded, "--passphrase-fd", fd,
                                         pass_fds=[fd]))
        file = self.put("text", b"moi", self.folder)
        for key in (plain, guarded):
            with self.subTest(key.name):
                subprocess.run(["minisign", "-S", "-s", key, "-m", file], input=b"sana\n",
                               check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                self.assertTrue(minisign_verifies(file, key.with_suffix(".pub")))

    def test_a_key_of_the_minisign_program_signs_here(self):
        subprocess.run(["minisign", "-G", "-W", "-s", self.folder / "m.key", "-p",
                        self.folder / "m.pub"], check=True, stdout=subprocess.DEVNULL)
        path = self.put("a.xml", entry("a"), self.folder)
        result = self.desk("approve", path, "--by", ROLE, "--key", self.folder / "m.key")
        self.assertCode(0, result, "no passphrase")
        self.assertTrue(minisign_verifies(path, self.folder / "m.pub"))

    def test_what_is_no_key_is_said(self):
        cases = (("nothing", "missing"), (self.public("root"), "public half"),
                 (self.put("x", b"x", self.folder), "not a secret key"), (self.folder, "regular"))
        path = self.put("a.xml", entry("a"), self.folder)
        for file, says in cases:
            with self.subTest(file):
                result = self.desk("approve", path, "--by", ROLE, "--key", file)
                self.assertCode(2, result, says)

    def test_a_new_passphrase_is_typed_twice_and_unseen(self):
        terminal = Terminal("key", "new", "-o", self.folder / "a.key")
        terminal.wait_for("New passphrase")
        terminal.type("sala sana\n")
        terminal.wait_for("again")
        terminal.type("sala sana\n")
        terminal.wait_for("public key")
        self.assertNotIn("sala", terminal.seen)
        self.assertEqual(0, terminal.end())
        terminal = Terminal("key", "show", self.folder / "a.key")
        terminal.wait_for("Passphrase")
        terminal.type("sala sana\n")
        terminal.wait_for("number")
        self.assertTrue(terminal.shows_letters())
        self.assertEqual(0, terminal.end())

    def test_two_passphrases_that_differ_make_no_key(self):
        terminal = Terminal("key", "new", "-o", self.folder / "a.key")
        terminal.wait_for("New passphrase")
        terminal.type("yksi\n")
        terminal.wait_for("again")
        terminal.type("kaksi\n")
        terminal.wait_for("differ")
        self.assertEqual(2, terminal.end())
        self.assertEqual([], list(self.folder.glob("a.*")))

    def test_a_signal_while_typing_leaves_the_terminal_as_it_was(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(number):
                terminal = Terminal("key", "new", "-o", self.folder / "a.key")
                terminal.wait_for("New passphrase")
                terminal.type("puoli")
                os.kill(terminal.pid, number)
                terminal.wait_quiet(False)
                self.assertEqual(-number, terminal.end())
                self.assertEqual([], list(self.folder.glob("a.*")))

    def test_a_program_that_was_stopped_asks_again(self):
        terminal = Terminal("key", "new", "-o", self.folder / "a.key")
        terminal.wait_for("New passphrase")
        terminal.type("pu")
        os.kill(terminal.pid, signal.SIGSTOP)  # a terminal's own stop needs a shell beside it
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.type("oli\n")
        terminal.wait_for("again")
        terminal.type("puoli\n")
        terminal.wait_for("public key")
        self.assertEqual(0, terminal.end())


# ---- approve -----------------------------------------------------------------------------------

class Approve(SigningTest):
    def setUp(self):
        super().setUp()
        self.write_centre()

    def test_an_announcement_is_signed_where_it_lies(self):
        data = entry("a")
        path = self.put("a.xml", data)
        result = self.approve(path)
        self.assertCode(0, result, "approved: A")
        self.assertEqual(data, path.read_bytes())
        self.assertTrue(minisign_verifies(path, self.public("approver")))
        comment = path.with_name("a.xml.minisig").read_text().splitlines()[2]
        self.assertRegex(comment, f"^trusted comment: at={re.escape(NOW)} rules=[1-9][0-9]* "
                                  f"overrides= by={ROLE}$")

    def test_the_same_key_and_time_give_the_same_bytes(self):
        self.put("media/a.png", png())
        path = self.put("a.xml", entry("a", picture="media/a.png"))
        self.assertCode(0, self.approve(path))
        before = tree(self.approved)
        self.assertCode(0, self.approve(path))
        self.assertEqual(before, tree(self.approved))

    def test_a_picture_is_pinned_by_what_it_is(self):
        data = png()
        self.put("media/a.png", data)
        path = self.put("a.xml", entry("a", picture="media/a.png").replace(b"image/png",
                                                                           b"image/jpeg"))
        self.assertCode(0, self.approve(path))
        text = path.read_text()
        self.assertIn(f'it:sha256="{sha(data)}"', text)
        self.assertIn(f'length="{len(data)}"', text)
        self.assertIn('type="image/png"', text)
        self.assertTrue(minisign_verifies(path, self.public("approver")))
        schema = SOURCE / "content-schema/atom.xsd"
        subprocess.run(["xmllint", "--noout", "--nonet", "--schema", schema, path], check=True,
                       stderr=subprocess.DEVNULL)

    def test_what_blocks_is_refused_unless_there_is_a_reason(self):
        bad = entry("a", kind="event")  # neither when nor where
        path = self.put("a.xml", bad)
        result = self.approve(path)
        self.assertCode(1, result, r"--reason TEXT this may pass: event-facts")
        self.assertFalse(path.with_name("a.xml.minisig").exists())
        self.assertCode(2, self.approve(path, "--reason", "  "))
        self.assertCode(0, self.approve(path, "--reason", "Aika kerrotaan puhelimessa"))
        comment = path.with_name("a.xml.minisig").read_text().splitlines()[2]
        self.assertIn(" overrides=event-facts ", comment)
        self.assertEqual(bad, path.read_bytes())

    def test_what_nobody_may_override_is_never_signed(self):
        self.put("media/b.png", png())
        cases = {
            "no picture": entry("a", picture="media/none.png"),
            "another picture": entry("a", picture="media/b.png").replace(
                b'href="media/b.png"/>', b'href="media/b.png" it:sha256="' + b"0" * 64 + b'"/>'),
            "an empty picture": entry("a", picture="media/empty.png"),
            "out of the folder": entry("a", picture="../media/b.png"),
            "not XML": b"<entry",
            "a feed": b'<feed xmlns="http://www.w3.org/2005/Atom"/>',
            "empty": b"",
            "no id": entry("a").replace(b"<id>urn:x-test:a</id>", b""),
        }
        self.put("media/empty.png", b"")
        for name, data in cases.items():
            with self.subTest(name):
                path = self.put("a.xml", data)
                result = self.approve(path, "--reason", "Haluan")
                self.assertIn(result.code, (1, 2), result)
                self.assertIn("infotaulu: ", result.err)
                self.assertFalse(path.with_name("a.xml.minisig").exists())
                self.assertEqual(data, path.read_bytes())

    def test_a_call_that_cannot_be_done_is_said(self):
        path = self.put("a.xml", entry("a"))
        key = self.secret("approver")
        cases = ((["approve", path, "--key", key], "--by"),
                 (["approve", path, "--by", ROLE], "--key"),
                 (["approve", path, "--by", " ", "--key", key], "role"),
                 (["approve", path, "--by", ROLE, "--key", key, "--now", "eilen"], "--now"),
                 (["approve", self.folder / "none.xml", "--by", ROLE, "--key", key], "not a file"),
                 (["approve", self.approved, "--by", ROLE, "--key", key], "not a file"),
                 (["approve", path, "--by", ROLE, "--key", key, "--centre", path], "profile"),
                 (["approve"], "missing"))
        before = tree(self.approved)
        for arguments, says in cases:
            with self.subTest(says):
                self.assertCode(2, self.desk(*arguments), says)
                self.assertEqual(before, tree(self.approved))

    def test_a_role_cannot_forge_a_field(self):
        path = self.put("a.xml", entry("a"))
        self.assertCode(0, self.desk("approve", path, "--by", "x\nat=2020 overrides=overflow",
                                     "--key", self.secret("approver"), "--now", NOW))
        comment = path.with_name("a.xml.minisig").read_text().splitlines()[2]
        self.assertRegex(comment, r"rules=\d+ overrides= by=x at=2020 overrides=overflow$")

    def test_a_wrong_passphrase_changes_nothing(self):
        key = self.folder / "guarded.key"
        with line_on_fd("oikea") as fd:
            self.assertCode(0, self.desk("key", "new", "-o", key, "--passphrase-fd", fd,
                                         pass_fds=[fd]))
        inbox = self.folder / "inbox"
        path = self.put("a.xml", entry("a"), inbox)
        before = tree(self.folder)
        with line_on_fd("väärä") as fd:
            result = self.desk("approve", path, "--by", ROLE, "--key", key, "--passphrase-fd", fd,
                               pass_fds=[fd])
        self.assertCode(2, result, "passphrase is wrong")
        self.assertEqual(before, tree(self.folder))

    def test_a_key_that_screens_would_not_trust_signs_nothing(self):
        path = self.put("a.xml", entry("a"))
        before = tree(self.approved)
        for role in ("stranger", "old", "gone", "publisher", "alert", "root"):
            with self.subTest(role):
                self.assertCode(2, self.approve(path, key=role), "would not trust")
                self.assertEqual(before, tree(self.approved))

    def test_an_alert_wants_an_alert_key(self):
        path = self.put("a.xml", entry("a", kind="alert"))
        self.assertCode(2, self.approve(path), "would not trust")
        self.assertCode(0, self.approve(path, key="alert"))

    def test_without_a_profile_the_key_is_only_warned_about(self):
        path = self.put("a.xml", entry("a"), self.folder / "elsewhere")
        self.assertCode(0, self.approve(path, key="stranger"), "no centre profile")
        self.assertCode(2, self.approve(path, "--centre", self.approved / "centre.xml",
                                        key="stranger"), "would not trust")

    def test_a_full_disk_keeps_the_old_approval(self):
        path = self.add("a")
        self.put("media/a.png", png())
        path.write_bytes(entry("a", picture="media/a.png"))
        before = tree(self.approved)
        result = self.approve(path, preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_FSIZE, (100, 100)))
        self.assertCode(2, result, "does not fit")
        self.assertEqual(before, tree(self.approved))


class Inbox(SigningTest):
    def setUp(self):
        super().setUp()
        self.write_centre()
        self.inbox = self.folder / "inbox"
        self.inbox.mkdir()

    def submit(self, file, data, picture=None, pixels=None):
        if picture:
            self.put(picture, pixels or png(), self.inbox)
        return self.put(file, data, self.inbox)

    def record(self):
        return (self.folder / "record.tsv").read_text().splitlines()

    def test_an_approved_announcement_moves_with_its_picture(self):
        path = self.submit("a.xml", entry("a", picture="media/a.png"), "media/a.png")
        self.assertCode(0, self.approve(path))
        self.assertEqual({}, tree(self.inbox))
        self.assertEqual(png(), (self.approved / "media/a.png").read_bytes())
        moved = self.approved / "a.xml"
        self.assertTrue(minisign_verifies(moved, self.public("approver")))
        self.assertCode(0, self.publish())
        self.assertEqual({"a": 1}, self.shown())
        number = re.search(r"number: (\S+)", self.desk("key", "show",
                                                       self.public("approver")).out)[1]
        line = self.record()[0].split("\t")
        self.assertRegex(line.pop(5), "^[1-9][0-9]*$")  # version of the rules
        today = datetime.date.fromtimestamp(os.stat(self.folder).st_mtime).isoformat()
        self.assertEqual([NOW, "approve", "urn:x-test:a", ROLE, number, sha(moved.read_bytes()),
                          "", "", today, "fi-simple", "Esimerkki ry", "", "A"], line)

    def test_a_picture_goes_out_without_its_place(self):
        photo = (SOURCE / "samples/submissions/bad/media/sijainti.jpg").read_bytes()
        self.assertIn(b"Exif", photo)
        path = self.submit("a.xml", entry("a", picture="media/a.jpg"), "media/a.jpg", photo)
        done = self.approve(path)
        self.assertCode(0, done)
        self.assertIn("removed from the picture", done.out)
        kept = (self.approved / "media/a.jpg").read_bytes()
        self.assertNotIn(b"Exif", kept)
        self.assertTrue(photo.endswith(kept[-20000:]))
        self.assertIn(sha(kept), (self.approved / "a.xml").read_text())
        self.assertCode(0, self.publish())
        self.assertEqual({"a": 1}, self.shown())
        again = self.submit("b.xml", entry("b", picture="media/a.jpg"), "media/a.jpg", photo)
        self.assertCode(0, self.approve(again))  # a version of it shares the picture

    def test_the_inbox_is_found_from_within(self):
        self.submit("a.xml", entry("a"))
        self.assertCode(0, self.approve("a.xml", cwd=self.inbox))
        self.assertIn("a.xml", tree(self.approved))

    def test_a_reason_is_kept_on_its_line(self):
        path = self.submit("a.xml", entry("a", kind="event"))
        self.assertCode(0, self.approve(path, "--reason", "Sovittu\tpuhelimessa\neilen"))
        line = self.record()[0].split("\t")
        self.assertEqual(["event-facts", "Sovittu puhelimessa eilen"], line[7:9])
        self.assertEqual(1, len(self.record()))

    def test_what_is_refused_stays_in_the_inbox(self):
        path = self.submit("a.xml", entry("a", kind="event"))
        before = tree(self.folder)
        self.assertCode(1, self.approve(path))
        self.assertEqual(before, tree(self.folder))

    def test_a_picture_that_two_share_goes_with_the_last(self):
        first = self.submit("a.xml", entry("a", picture="media/a.png"), "media/a.png")
        second = self.submit("b.xml", entry("b", picture="media/a.png"))
        self.assertCode(0, self.approve(first))
        self.assertTrue((self.inbox / "media/a.png").exists())
        self.assertCode(0, self.approve(second))
        self.assertFalse((self.inbox / "media/a.png").exists())
        self.assertCode(0, self.publish())
        self.assertEqual({"a": 1, "b": 2}, self.shown())

    def test_two_senders_may_choose_the_same_name(self):
        for name in ("a", "b", "c"):
            self.assertCode(0, self.approve(self.submit("ilmoitus.xml", entry(name))))
        self.assertEqual({"ilmoitus.xml", "ilmoitus-2.xml", "ilmoitus-3.xml", "centre.xml"},
                         {path.name for path in self.approved.glob("*.xml")})
        self.assertCode(0, self.publish())
        self.assertEqual({"a", "b", "c"}, set(self.shown()))

    def test_a_new_version_takes_the_place_of_the_old_one(self):
        self.assertCode(0, self.approve(self.submit("a.xml", entry("a"))))
        self.assertCode(0, self.approve(self.submit("uusi.xml", entry("a", title="Uusi"))))
        self.assertIn("<title>Uusi</title>", (self.approved / "a.xml").read_text())
        self.assertFalse((self.approved / "uusi.xml").exists())
        self.assertCode(0, self.publish())
        self.assertEqual({"a": 1}, self.shown())

    def test_no_name_of_a_sender_touches_a_file_of_the_centre(self):
        before = tree(self.approved)
        for name in ("centre.xml", "hide.xml", "~x.xml", "x"):
            self.assertCode(0, self.approve(self.submit(name, entry(name.strip("~").split(".")[0]))))
        for name, data in before.items():
            self.assertEqual(data, (self.approved / name).read_bytes())
        self.assertFalse((self.approved / "hide.xml").exists())
        self.assertCode(0, self.publish())
        self.assertEqual({"centre", "hide", "x"}, set(self.shown()))

    def test_no_picture_takes_the_place_of_anothers(self):
        first = self.submit("a.xml", entry("a", picture="media/k.png"), "media/k.png", png(10))
        self.assertCode(0, self.approve(first))
        second = self.submit("b.xml", entry("b", picture="media/k.png"), "media/k.png", png(20))
        before = tree(self.folder)
        self.assertCode(2, self.approve(second), "Rename the picture")
        self.assertEqual(before, tree(self.folder))
        third = self.submit("a.xml", entry("a", picture="media/k.png"), "media/k.png", png(30))
        self.assertCode(0, self.approve(third))
        self.assertCode(0, self.publish())

    def test_no_picture_is_called_like_a_signed_file(self):
        for name in ("centre.xml", "a.xml", "centre.xml.minisig", "b.xml.minisig"):
            with self.subTest(name):
                path = self.submit("in.xml", entry("a", picture=name), name, png())
                before = tree(self.approved)
                self.assertIn(self.approve(path).code, (1, 2))
                self.assertEqual(before, tree(self.approved))

    def test_a_kill_at_any_moment_loses_nothing(self):
        data = entry("a", picture="media/a.png")
        command = [str(DESK), "approve", str(self.inbox / "a.xml"), "--by", ROLE, "--key",
                   str(self.secret("approver")), "--now", NOW]
        self.submit("a.xml", data, "media/a.png")
        began = time.monotonic()
        subprocess.run(command, check=True, env=ENVIRONMENT, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        whole = time.monotonic() - began
        done = tree(self.approved)
        for step in range(30):
            for name in ("a.xml", "a.xml.minisig", "media/a.png"):
                (self.approved / name).unlink()
            path = self.submit("a.xml", data, "media/a.png")
            process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(whole * (0.5 + 0.5 * step / 30))
            process.kill()
            process.wait()
            if path.exists():
                self.assertCode(0, self.approve(path))
            self.assertEqual(done, {name: file for name, file in tree(self.approved).items()
                                    if not name.endswith(".tmp")})
            shutil.rmtree(self.inbox / "media", ignore_errors=True)

    def test_an_approval_that_is_repeated_is_noted_once(self):
        for _ in range(2):
            self.assertCode(0, self.approve(self.submit("a.xml", entry("a"))))
        self.assertEqual(1, len(self.record()))

    def test_the_record_goes_on_after_a_line_that_was_cut(self):
        self.put("record.tsv", b"2026-11-19\tappro", self.folder)
        self.assertCode(0, self.approve(self.submit("a.xml", entry("a"))))
        self.assertEqual("2026-11-19\tappro", self.record()[0])
        self.assertTrue(self.record()[1].startswith(NOW))


# ---- publish -----------------------------------------------------------------------------------

class Publish(SigningTest):
    def setUp(self):
        super().setUp()
        self.write_centre()

    def test_a_site_is_whole_valid_and_readable_for_others(self):
        self.add("a", picture="media/a.png")
        self.add("b")
        self.assertCode(0, self.publish("--root-key", self.public("root")),
                        "announcements: 2, pictures: 1, over: 0, left out: 0\nchanged")
        self.assertSiteIsWhole()
        self.assertEqual({"a": 1, "b": 2}, self.shown())
        for path in (self.site / "entries").glob("*.xml"):
            self.assertEqual(path.stem, sha(path.read_bytes()))
            self.assertTrue(minisign_verifies(path, self.public("approver")))
        schema = SOURCE / "content-schema/atom.xsd"
        subprocess.run(["xmllint", "--noout", "--nonet", "--schema", schema,
                        self.site / "feed.atom"], check=True, stderr=subprocess.DEVNULL)
        self.assertEqual("Testin sote-keskus: hyväksytyt ilmoitukset",
                         self.feed().findtext(f"{ATOM}title"))
        self.assertNoLeftovers(self.site)

    def test_without_a_change_no_byte_and_no_file_time_changes(self):
        self.add("a", picture="media/a.png")
        self.assertCode(0, self.publish())
        before = tree(self.site)
        times = {path: path.stat().st_mtime_ns for path in self.site.rglob("*")}
        self.assertCode(0, self.publish(now="2026-12-01T12:00:00+02:00"), "unchanged")
        self.assertEqual(before, tree(self.site))
        self.assertEqual(times, {path: path.stat().st_mtime_ns for path in self.site.rglob("*")})

    def test_the_validity_is_renewed_when_half_of_it_is_gone(self):
        self.add("a")
        self.assertCode(0, self.publish())
        self.assertCode(0, self.publish(now="2026-12-05T08:00:00+02:00"), "unchanged")
        self.assertCode(0, self.publish(now="2026-12-05T10:00:00+02:00"),
                        "changed.*valid until 2027-01-04T10")
        self.assertCode(0, self.publish("--valid-days", "365", now="2026-12-05T11:00:00+02:00"),
                        "valid until 2027-12-05T11")

    def test_updated_grows_whenever_a_byte_changes(self):
        self.add("a")
        self.assertCode(0, self.publish())
        self.assertEqual(NOW, self.updated())
        self.add("b")
        self.assertCode(0, self.publish(now="2026-11-20T08:00:00+02:00"))
        self.assertEqual("2026-11-20T09:00:01+02:00", self.updated())
        self.write_centre(extra='<review date="2027-01-01"/>')
        self.assertCode(0, self.publish())
        self.assertEqual("2026-11-20T09:00:02+02:00", self.updated())
        self.assertEqual((self.approved / "centre.xml").read_bytes(),
                         (self.site / "centre.xml").read_bytes())
        self.assertSiteIsWhole()

    def test_a_bad_item_is_left_out_and_named_and_the_rest_goes_on(self):
        def unsigned(path):
            path.with_name(path.name + ".minisig").unlink()

        def flipped(path):
            path.write_bytes(path.read_bytes().replace(b"Tule", b"Tuli"))

        def signed_by(role, **how):
            return lambda path: minisign_approve(path, self.secret(role), **how)

        def swapped(path):
            shutil.copy(self.approved / "good.xml.minisig", path.with_name("bad.xml.minisig"))

        def broken_signature(path):
            path.with_name("bad.xml.minisig").write_bytes(b"\0\xff" * 50)

        def no_picture(path):
            (self.approved / "media/bad.png").unlink()

        def other_picture(path):
            (self.approved / "media/bad.png").write_bytes(png(1))

        def approved_as(data):
            def do(path):
                path.write_bytes(data)
                minisign_approve(path, self.secret("approver"))
            return do

        def plain_comment(path):
            minisign_sign(path, self.secret("approver"), "timestamp:1")

        unpinned = entry("bad", picture="media/bad.png")
        outside = entry("bad", picture="../x.png").replace(
            b'png" href="../x', b'png" it:sha256="' + sha(png()).encode() + b'" href="../x')
        self.put("x.png", png(), self.folder)
        cases = {
            "no signature": (unsigned, "Nobody has approved"),
            "a changed byte": (flipped, "does not fit"),
            "a foreign key": (signed_by("stranger"), "may not approve"),
            "a revoked key": (signed_by("gone"), "revoked"),
            "a key that had expired": (signed_by("old"), "not valid now"),
            "a publisher's key": (signed_by("publisher"), "may not approve"),
            "the root key": (signed_by("root"), "may not approve"),
            "an alert key": (signed_by("alert"), "may not approve"),
            "another's signature": (swapped, "does not fit"),
            "no signature at all": (broken_signature, "does not fit"),
            "a signature that approves nothing": (plain_comment, "does not fit"),
            "no picture": (no_picture, "missing"),
            "another picture": (other_picture, "not the one that was approved"),
            "a picture that is not pinned": (approved_as(unpinned), "not the one"),
            "a picture out of the folder": (approved_as(outside), "missing"),
            "no XML": (approved_as(b"<entry"), "cannot be read"),
            "no announcement": (approved_as(b"<a/>"), "not an announcement"),
            "no date": (approved_as(entry("bad", until="eilen")), "not a date"),
            "an alert of an approver": (approved_as(entry("bad", kind="alert")),
                                        "may not approve"),
            "too large": (approved_as(entry("bad", more=" " * (256 << 10))), "larger than"),
        }
        self.add("good")
        for name, (spoil, says) in cases.items():
            with self.subTest(name):
                spoil(self.add("bad", picture="media/bad.png"))
                result = self.publish()
                self.assertCode(1, result, "(?s)" + says + ".*left out: .*bad.xml")
                self.assertEqual(["good"], list(self.shown()))
                self.assertSiteIsWhole()
                self.assertNotIn(b"bad", b"".join(
                    data for file, data in tree(self.site).items() if file.startswith("entries")
                    and not file.endswith(".minisig") and sha(data) in
                    (self.site / "feed.atom").read_text()))

    def test_a_key_that_expired_after_the_approval_still_counts(self):
        path = self.put("a.xml", entry("a"))
        minisign_approve(path, self.secret("old"), at="2026-06-01T10:00:00+03:00")
        self.assertCode(0, self.publish())
        self.assertEqual({"a": 1}, self.shown())

    def test_of_two_with_one_id_the_first_is_shown(self):
        self.add("a", title="Eka")
        path = self.put("b.xml", entry("a", title="Toka"))
        self.assertCode(0, self.approve(path))
        self.assertCode(1, self.publish(), "(?s)same id.*left out: .*b.xml")
        self.assertIn("Eka", (self.site / "feed.atom").read_text())

    def test_an_override_is_honoured_and_a_final_rule_is_not(self):
        path = self.put("a.xml", entry("a").replace(b"<p>", b"<p><script>x</script>"))
        minisign_approve(path, self.secret("approver"))
        self.assertCode(1, self.publish(), "script")
        minisign_approve(path, self.secret("approver"), overrides="content-markup")
        self.assertCode(0, self.publish())
        path.write_bytes(entry("a", until="eilen"))
        minisign_approve(path, self.secret("approver"), overrides="atom-form")
        self.assertCode(1, self.publish(), "not a date")

    def test_what_is_over_leaves_without_blame(self):
        self.add("a", until="2026-11-22")
        self.add("b")
        self.assertCode(0, self.publish())
        self.assertCode(0, self.publish(now="2026-11-22T23:59:59+02:00"), "unchanged")
        self.assertCode(0, self.publish(now="2026-11-23T00:00:00+02:00"), "over: A, .*a.xml")
        self.assertEqual(["b"], list(self.shown()))

    def test_a_withdrawal_goes_through_and_its_number_rests(self):
        self.add("a", group="urn:x-test:g")
        self.add("a-sv", group="urn:x-test:g", lang="sv-simple")
        self.add("b")
        self.assertCode(0, self.publish())
        self.assertEqual({"a": 1, "a-sv": 1, "b": 2}, self.shown())
        for name in ("a", "a-sv"):
            (self.approved / f"{name}.xml").unlink()
        self.add("c")
        self.assertCode(0, self.publish(now=LATER))
        self.assertEqual({"b": 2, "c": 3}, self.shown())
        text = (self.site / "feed.atom").read_text()
        self.assertRegex(text, f'deleted-entry ref="urn:x-test:a" when="{re.escape(LATER)}"')
        self.add("d")
        self.assertCode(0, self.publish(now="2026-12-21T10:00:00+02:00"))
        self.assertEqual({"b": 2, "c": 3, "d": 1}, self.shown())
        self.assertCode(0, self.publish(now="2027-01-19T08:00:00+02:00"))
        self.assertIn("deleted-entry", (self.site / "feed.atom").read_text())
        self.assertCode(0, self.publish(now="2027-01-20T10:00:00+02:00"))
        self.assertNotIn("deleted-entry", (self.site / "feed.atom").read_text())

    def test_everything_can_be_withdrawn(self):
        self.add("a")
        self.assertCode(0, self.publish())
        (self.approved / "a.xml").unlink()
        self.assertCode(0, self.publish(now=LATER), "announcements: 0")
        self.assertEqual({}, self.shown())
        self.assertSiteIsWhole()

    def test_files_of_the_feed_before_stay_until_the_next_change(self):
        self.add("a", picture="media/a.png")
        self.assertCode(0, self.publish())
        # Pages for people go at once, so that nobody finds what was withdrawn.
        first = {name for name in tree(self.site) if not name.endswith(".html")}
        other = self.put("entries/note.txt", b"mine", self.site)
        (self.approved / "a.xml").unlink()
        self.add("b")
        self.assertCode(0, self.publish())
        self.assertLessEqual(first, set(tree(self.site)))
        self.assertCode(0, self.publish(), "unchanged")
        self.assertLessEqual(first, set(tree(self.site)))
        self.add("c")
        self.assertCode(0, self.publish())
        gone = first - set(tree(self.site))
        self.assertEqual(3, len(gone), gone)  # an announcement, its signature, its picture
        self.assertTrue(other.exists())

    def test_a_file_that_was_lost_or_spoilt_is_put_back(self):
        self.add("a", picture="media/a.png")
        self.assertCode(0, self.publish())
        before = tree(self.site)
        for name in before:
            if name == "feed.atom":
                continue
            for spoil in (lambda path: path.unlink(), lambda path: path.write_bytes(b"x")):
                with self.subTest(name):
                    spoil(self.site / name)
                    self.assertCode(0, self.publish())
                    self.assertSiteIsWhole()
                    if not name.startswith("centre"):  # those count as a change of the site
                        self.assertEqual(before, tree(self.site))
                    before = tree(self.site)

    def test_a_feed_that_cannot_be_read_starts_the_numbers_anew(self):
        self.add("a")
        for data in (b"", b"<feed", b"\0" * 100, entry("a")):
            with self.subTest(data[:10]):
                self.put("feed.atom", data, self.site)
                self.assertCode(0, self.publish(), "cannot be read")
                self.assertSiteIsWhole()

    def test_a_feed_from_the_future_is_followed_with_a_warning(self):
        self.add("a")
        self.assertCode(0, self.publish(now="2030-01-01T00:00:00+02:00", ), "over")
        self.assertCode(0, self.publish(), "from the future")
        self.assertEqual("2030-01-01T00:00:01+02:00", self.updated())

    def test_only_a_publishers_key_publishes(self):
        self.add("a")
        for role in ("approver", "stranger", "root", "gone"):
            with self.subTest(role):
                self.assertCode(2, self.publish(key=role), "no publisher's key")
                self.assertFalse(self.site.exists())

    def test_a_publishers_key_counts_within_its_days_only(self):
        self.write_centre([("publisher", self.public_line("publisher"), 'until="2026-11-20"'),
                           ("approver", self.public_line("approver"), "")])
        self.add("a")
        self.assertCode(0, self.publish(now="2026-11-20T23:00:00+02:00"))
        self.assertCode(2, self.publish(now="2026-11-21T00:00:00+02:00"), "no publisher's key")

    def test_the_profile_must_be_signed_and_with_the_root_key_by_it(self):
        self.add("a")
        self.assertCode(2, self.publish("--root-key", self.public("stranger")), "cannot be used")
        signature = self.approved / "centre.xml.minisig"
        kept = signature.read_bytes()
        signature.unlink()
        self.assertCode(2, self.publish(), "signature of centre.xml is missing")
        signature.write_bytes(b"x")
        self.assertCode(2, self.publish(), "cannot be used")
        signature.write_bytes(kept)
        path = self.approved / "centre.xml"
        path.write_bytes(path.read_bytes() + b"\n")
        self.assertCode(2, self.publish("--root-key", self.public("root")), "does not fit")
        self.assertFalse(self.site.exists())

    def test_a_profile_that_cannot_be_read_is_said(self):
        path = self.approved / "centre.xml"
        for data in (b"", b"<centre", b'<centre xmlns="urn:x-infotaulu:1"/>'):
            path.write_bytes(data)
            minisign_sign(path, self.secret("root"), "x")
            self.assertCode(2, self.publish(), "cannot be used")
        path.unlink()
        self.assertCode(2, self.publish(), "is missing")

    def test_a_call_that_cannot_be_done_is_said(self):
        key = self.secret("publisher")
        cases = (([self.approved, "--key", key], "-o FOLDER"),
                 ([self.approved, "-o", self.site], "--key"),
                 ([self.folder / "none", "-o", self.site, "--key", key], "not a folder"),
                 ([self.approved, "-o", self.approved, "--key", key], "folder of its own"),
                 ([self.approved, "-o", self.site, "--key", key, "--valid-days", "0"], "1 to"),
                 ([self.approved, "-o", self.site, "--key", key, "--valid-days", "x"], "valid"),
                 ([self.approved, "-o", self.put("file", b"", self.folder), "--key", key], ""),
                 ([self.approved, "-o", "/proc/none", "--key", key], ""))
        before = tree(self.approved)
        for arguments, says in cases:
            with self.subTest(says):
                self.assertCode(2, self.desk("publish", *arguments), says)
                self.assertEqual(before, tree(self.approved))
        self.assertFalse(self.site.exists())

    def test_a_target_that_takes_no_file_is_said(self):
        self.add("a")
        self.assertCode(0, self.publish())
        self.add("b")
        before = tree(self.site)
        keys = self.folder / "keys"
        shutil.copytree(self.keys, keys)
        open_to_all(self.folder)
        self.site.chmod(0o555)
        result = self.desk("publish", self.approved, "-o", self.site, "--key",
                           keys / "publisher.key", "--now", NOW, preexec_fn=as_nobody)
        self.assertCode(2, result, "permission")
        self.assertEqual(before, tree(self.site))
        self.site.chmod(0o755)

    def test_a_full_disk_keeps_the_feed_before(self):
        self.add("a")
        self.assertCode(0, self.publish())
        feed = (self.site / "feed.atom").read_bytes()
        self.add("b", picture="media/b.png")
        for most in (0, 100, 400, len(feed), len(feed) + 100):
            with self.subTest(most):
                result = self.publish(preexec_fn=lambda: resource.setrlimit(
                    resource.RLIMIT_FSIZE, (most, most)))
                self.assertCode(2, result, "does not fit")
                self.assertEqual(feed, (self.site / "feed.atom").read_bytes())
                self.assertNamedFilesAreThere()
                self.assertNoLeftovers(self.site)
        self.assertCode(0, self.publish())
        self.assertSiteIsWhole()

    def test_a_picture_that_cannot_be_written_keeps_the_feed_before(self):
        self.add("a")
        self.assertCode(0, self.publish())
        before = tree(self.site)
        self.put("media", b"a file, not a folder", self.site)
        self.add("b", picture="media/b.png")
        self.assertCode(2, self.publish(), "the feed before stays")
        (self.site / "media").unlink()
        self.assertEqual(before["feed.atom"], (self.site / "feed.atom").read_bytes())
        self.assertSiteIsWhole()
        self.assertCode(0, self.publish())
        self.assertEqual({"a", "b"}, set(self.shown()))

    def test_two_do_not_publish_at_once(self):
        self.add("a")
        self.site.mkdir()
        lock = os.open(self.site, os.O_RDONLY)
        fcntl.flock(lock, fcntl.LOCK_EX)
        self.assertCode(2, self.publish(), "another publish")
        os.close(lock)
        self.assertCode(0, self.publish())

    def test_a_kill_at_any_moment_leaves_a_site_that_can_be_read(self):
        for name in ("a", "b", "c"):
            self.add(name, picture=f"media/{name}.png")
        command = [str(DESK), "publish", str(self.approved), "-o", str(self.site), "--key",
                   str(self.secret("publisher"))]
        began = time.monotonic()
        self.assertCode(0, self.publish())
        whole = time.monotonic() - began
        for step in range(30):
            self.add("d", title=f"Versio {step}")
            process = subprocess.Popen([*command, "--now", f"2026-11-20T09:{step + 1:02}:00+02:00"],
                                       env=ENVIRONMENT, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(whole * (0.4 + 0.6 * step / 30))
            process.kill()
            process.wait()
            self.assertNamedFilesAreThere()
            self.assertTrue(minisign_verifies(self.site / "centre.xml", self.public("root")))
        self.assertCode(0, self.publish(now=LATER))
        self.assertSiteIsWhole()
        self.assertNoLeftovers(self.site)
        self.assertEqual({"a", "b", "c", "d"}, set(self.shown()))

    def test_hidden_items_are_handed_on_when_they_are_signed(self):
        self.add("a")
        hide = self.put("hide.xml", b'<?xml version="1.0" encoding="UTF-8"?>\n<hide xmlns="urn:x-'
                        b'infotaulu:1" updated="2026-11-20T08:00:00+02:00"><item ref="urn:x-test:a"'
                        b"/></hide>\n")
        self.assertCode(1, self.publish(), "left out: hide.xml")
        self.assertFalse((self.site / "hide.xml").exists())
        minisign_sign(hide, self.secret("publisher"), "x")
        self.assertCode(1, self.publish(), "left out: hide.xml")
        minisign_sign(hide, self.secret("approver"), "x")
        before = self.updated()
        self.assertCode(0, self.publish())
        self.assertTrue(minisign_verifies(self.site / "hide.xml", self.public("approver")))
        self.assertGreater(self.updated(), before)
        self.assertCode(0, self.publish(), "unchanged")

    def test_a_site_keeps_its_id_and_two_centres_never_share_one(self):
        self.add("a")
        self.assertCode(0, self.publish())
        first = self.feed().findtext(f"{ATOM}id")
        self.assertRegex(first, "^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
        shutil.rmtree(self.site)
        self.assertCode(0, self.publish(now=LATER))
        self.assertEqual(first, self.feed().findtext(f"{ATOM}id"))
        shutil.rmtree(self.site)
        path = self.approved / "centre.xml"
        path.write_bytes(path.read_bytes().replace(b'id="testi"', b'id="toinen"'))
        self.assertCode(0, self.desk("profile", "sign", path, "--key", self.secret("root")))
        self.assertCode(0, self.publish())
        self.assertNotEqual(first, self.feed().findtext(f"{ATOM}id"))


# ---- profile and new ---------------------------------------------------------------------------

class Profile(SigningTest):
    def test_a_profile_is_signed_as_it_is(self):
        path = self.write_centre()
        self.assertTrue(minisign_verifies(path, self.public("root")))
        comment = path.with_name("centre.xml.minisig").read_text().splitlines()[2]
        self.assertEqual(f"trusted comment: at={NOW} file=centre.xml", comment)

    def test_a_profile_with_a_mistake_is_not_signed(self):
        good = self.write_centre(sign=False).read_bytes()
        cases = (good.replace(b'width="1920"', b'width="9"'), good.replace(b"RW", b"XX"),
                 good.replace(b"<display", b"<screen"), b"<centre", b"")
        for data in cases:
            with self.subTest(data[-80:]):
                path = self.put("centre.xml", data)
                result = self.desk("profile", "sign", path, "--key", self.secret("root"))
                self.assertCode(1, result, "is not signed")
                self.assertFalse(path.with_name("centre.xml.minisig").exists())
        self.assertCode(2, self.desk("profile", "sign", self.folder / "none.xml", "--key",
                                     self.secret("root")))

    def test_a_profile_without_keys_is_signed_with_a_warning(self):
        path = self.write_centre(keys=[], sign=False)
        self.assertCode(0, self.desk("profile", "sign", path, "--key", self.secret("root")),
                        "will show nothing")

    def test_what_is_in_force_is_shown_with_its_defaults(self):
        path = self.write_centre(extra='<rule id="file-size" limit="5000000" severity="warn"/>')
        result = self.desk("profile", "show", "--centre", path)
        self.assertCode(0, result)
        for words in ("Testin sote-keskus", "Europe/Helsinki", "aula: 1920 × 1080",
                      "smallest letters 43.0 px", "10–60 s", "day and night", "approver",
                      "REVOKED"):
            self.assertIn(words, result.out)
        self.assertRegex(result.out, r"(?m)^\* file-size +warn, 5000000 B$")
        self.assertEqual(result.out, self.desk("profile", "show", "--site", self.approved).out)
        self.assertCode(0, self.desk("profile", "show"), "built-in reference")
        self.assertCode(2, self.desk("profile", "show", "--site", self.folder / "none"))
        self.assertCode(2, self.desk("profile", "show", "--centre", self.folder / "none"))
        self.assertCode(2, self.desk("profile", "burn"))


class New(SigningTest):
    KINDS = ("event", "group", "support", "volunteering", "course", "notice", "joint",
             "picture-slide")

    def test_every_template_is_valid_and_passes_the_check(self):
        files = []
        for lang in ("fi", "sv", "en"):
            for kind in self.KINDS:
                path = self.folder / f"{kind}-{lang}.xml"
                made = subprocess.run([DESK, "new", kind, "--lang", lang, "--now", NOW],
                                      env=ENVIRONMENT, check=True, stdout=subprocess.PIPE)
                path.write_bytes(made.stdout)
                files.append(path)
        schema = SOURCE / "content-schema/atom.xsd"
        subprocess.run(["xmllint", "--noout", "--nonet", "--schema", schema, *files], check=True,
                       stderr=subprocess.DEVNULL)
        for path in files:  # one by one: all of them meet in the same house
            with self.subTest(path.name):
                result = self.desk("check", path, "--format", "json", "--now", NOW)
                self.assertCode(0, result)
                self.assertEqual({"pass": 1, "ask": 0, "warn": 0, "block": 0},
                                 json.loads(result.out)["summary"])

    def test_each_call_gives_an_id_of_its_own_and_the_language_that_is_asked(self):
        one, two = self.desk("new").out, self.desk("new").out
        self.assertNotEqual(one, two)
        swedish = subprocess.run([DESK, "new", "group", "--lang", "sv"], env=ENVIRONMENT,
                                 check=True, stdout=subprocess.PIPE).stdout.decode()
        self.assertIn('xml:lang="sv-simple"', swedish)
        plain = subprocess.run([DESK, "new"], env=ENVIRONMENT, check=True,
                               stdout=subprocess.PIPE).stdout.decode()
        self.assertIn('xml:lang="fi-simple"', plain)

    def test_no_file_is_overwritten(self):
        path = self.put("a.xml", b"mine", self.folder)
        self.assertCode(2, self.desk("new", "event", "-o", path), "there already")
        self.assertEqual(b"mine", path.read_bytes())
        self.assertCode(0, self.desk("new", "event", "-o", self.folder / "b.xml"))
        self.assertCode(2, self.desk("new", "alert"), "no template")
        self.assertCode(2, self.desk("new", "event", "-o", self.folder / "none/b.xml"))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
