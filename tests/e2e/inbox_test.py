#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The liaison's folder while her window is open: announcements come, are written slowly, are taken
by somebody else; the share is read-only, full, gone or stalled; a new version replaces an earlier
one; a passphrase is typed. What the window says is read from its name, as a screen reader reads it.

Disks of their own and a share that stalls need a name space of mounts and FUSE; where a machine has
none of that, those parts are left out and it is said.
"""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time

import rig
from preview_test import CENTRE, GOOD, NOW, PATIENCE_S, Screen, Window
from rig import equal, run, say, that, wait_until

KEYS = rig.SOURCE / "samples" / "keys"
BY = ("--by", "Aula")
DISK = "8m"
SEND = ("ctrl+Return", "Return")
UNSHARED = "INBOX_TEST_UNSHARED"


def make_desk(folder, *names):
    inbox, approved = folder / "inbox", folder / "approved"
    inbox.mkdir(parents=True)
    approved.mkdir()
    for name in names:
        put(folder, name)
    for suffix in ("", ".minisig"):
        shutil.copy(f"{CENTRE}{suffix}", approved)
    return folder


def put(desk, name, as_name=None, change=lambda text: text):
    """A sample arrives in the inbox, with its picture."""
    text = change((GOOD / f"{name}.xml").read_text())
    (desk / "inbox" / f"{as_name or name}.xml").write_text(text)
    shutil.copytree(GOOD / "media", desk / "inbox" / "media", dirs_exist_ok=True)


def title_of(name):
    return re.search(r"<title>([^<]+)", (GOOD / f"{name}.xml").read_text())[1]


def tree(desk):
    """Every file but those that are only noted, with its bytes."""
    found = {}
    for path in sorted(desk.rglob("*")):
        if path.is_file() and path.relative_to(desk).parts[0] not in ("undo", "letters", "fill"):
            found[str(path.relative_to(desk))] = path.read_bytes()
    return found


@contextlib.contextmanager
def opened(screen, folder, desk, key=KEYS / "approver.key"):
    """A window over the desk, which is closed by its key at the end."""
    with Window(screen, folder, desk, "--key", key, *BY) as window:
        yield window
        window.press("ctrl+q")
        window.ends(f"{desk.name}: the end")


# ---- a folder that lives -----------------------------------------------------------------------

def takes_up_what_comes(screen, folder):
    desk = make_desk(folder / "lives", "adventti", "digiapu")
    with opened(screen, folder, desk) as window:
        window.shows("1/2 ", "two in the inbox")
        (desk / "inbox" / "~$lukittu.xml").write_text("x")
        (desk / "inbox" / "Thumbs.db").write_text("x")
        put(desk, "joulu")
        window.shows("1 new announcement has arrived", "what comes is said")
        window.shows("1/3 ", "and is there")
        window.press("End")
        window.shows(f"3/3 {title_of('joulu')}", "behind the others")


def waits_for_slow_copies(screen, folder):
    """A file that grows is none yet: not once while it does, and whole when it has ended."""
    desk = make_desk(folder / "slow", "adventti")
    whole = (GOOD / "joulu.xml").read_bytes()
    names = set()
    with opened(screen, folder, desk) as window:
        window.shows("1/1 ", "one in the inbox")
        with open(desk / "inbox" / "joulu.xml", "wb", buffering=0) as file:
            for i in range(24):  # twelve seconds, in which the folder is looked at twice or more
                file.write(whole[i * len(whole) // 24:(i + 1) * len(whole) // 24])
                names.add(window.title().split(" ")[0])
                time.sleep(0.5)
        equal(names, {"1/1"}, "names of the window while the file grew")
        shutil.copytree(GOOD / "media", desk / "inbox" / "media", dirs_exist_ok=True)
        window.shows("1/2 ", "the whole file is taken up")
        window.press("Right")
        window.shows(f"2/2 {title_of('joulu')} · All is fine", "and is whole")


def sees_late_pictures(screen, folder):
    """Mail programs save attachments one by one: the picture comes after what names it."""
    desk = make_desk(folder / "late", "adventti")
    media = desk / "inbox" / "media"
    media.rename(folder / "not-yet")
    with opened(screen, folder, desk) as window:
        window.shows("1 stops it", "the picture is missing")
        (folder / "not-yet").rename(media)
        window.shows("1/1 Adventin lauluja · All is fine", "the picture has come")


def sees_twins_come_and_go(screen, folder):
    desk = make_desk(folder / "twins", "adventti")
    with opened(screen, folder, desk) as window:
        window.shows("1/1 ", "one of its kind")
        put(desk, "adventti", "toinen", sent_again)
        window.shows("The same is in the folder twice: toinen.xml", "a duplicate is said")
        (desk / "inbox" / "toinen.xml").unlink()
        alone = wait_until(lambda: "twice" not in window.title(), PATIENCE_S)
        that(alone, "when it has gone nothing is said any more")


def begins_with_an_empty_desk(screen, folder):
    """The first approval makes the folder, and what is like it is found from then on."""
    desk = make_desk(folder / "new", "kielikahvila")
    shutil.rmtree(desk / "approved")
    put(desk, "kielikahvila", "uusi", renewed)
    with Window(screen, folder, desk, "--centre", CENTRE, "--key", KEYS / "approver.key",
                *BY) as window:
        window.shows("1/2 Tule kielikahvilaan", "before the first approval")
        window.press(*SEND)
        window.shows("2/2 Tule kielikahvilaan", "the next one")
        window.shows("Much like: Tule kielikahvilaan", "is like the one that is approved now")
        window.press("ctrl+n")
        window.shows("Which announcement does it replace?", "and may replace it")
        window.press("Escape", "ctrl+q")
        window.ends("a new desk")


def sees_what_others_do(screen, folder):
    desk = make_desk(folder / "others", "adventti", "digiapu")
    key = ("--key", KEYS / "approver.key", "--by", "Toinen", "--now", NOW)
    with opened(screen, folder, desk) as window:
        window.shows("1/2 ", "before somebody else decides")
        equal(run("approve", desk / "inbox" / "adventti.xml", *key).code, 0, "somebody else")
        window.shows("no longer in the folder", "what somebody else decided")
        window.press("ctrl+Return")
        window.shows("somebody moved or deleted it", "it cannot be decided again")
        equal(run("undo", desk / "approved" / "adventti.xml", *key[2:]).code, 0, "taken back")
        window.shows("1/2 Adventin lauluja · All is fine · waits for a verdict", "it is back")
        changed = (GOOD / "adventti.xml").read_text().replace("Adventin lauluja", "Adventin soittoa")
        (desk / "inbox" / "adventti.xml").write_text(changed)
        window.shows("1/2 Adventin soittoa", "what was written anew is read anew")


def outlives_a_folder_that_goes(screen, folder):
    desk = make_desk(folder / "goes", "adventti", "digiapu")
    with opened(screen, folder, desk) as window:
        window.shows("1/2 ", "before the folder goes")
        (desk / "inbox").rename(desk / "elsewhere")
        window.shows("inbox", "that the folder is gone is said")
        window.press("Right", "Left", "F1", "Escape")
        that(window.runs(), "it goes on without its folder")
        (desk / "elsewhere").rename(desk / "inbox")
        window.shows("1/2 ", "the folder is back, and all in it")
        window.press(*SEND)
        got = wait_until((desk / "approved" / "adventti.xml").exists, PATIENCE_S)
        that(got, "and a verdict goes as before")


# ---- new versions ------------------------------------------------------------------------------

def sent_again(text):
    """The same notice under another id."""
    return re.sub(r"<id>[^<]+", "<id>urn:uuid:12345678-0000-4000-8000-000000000001", text)


def renewed(text):
    """As a sender writes it anew: another id and other hours."""
    text = sent_again(text)
    return text.replace("T17:00:00+02:00", "T18:00:00+02:00").replace("T19:00:00+02:00",
                                                                      "T20:00:00+02:00")


def replaces_an_earlier_one(screen, folder):
    desk = make_desk(folder / "replaces", "keitto", "kielikahvila")
    shots = folder / "same.png"
    for name in ("keitto", "kielikahvila"):
        result = run("approve", desk / "inbox" / f"{name}.xml", "--key", KEYS / "approver.key", *BY,
                     "--now", "2026-11-24T09:00:00+02:00")
        equal(result.code, 0, f"approve {name}: {result}")
    publish = ("publish", desk / "approved", "-o", desk / "site", "--key", KEYS / "publisher.key",
               "--now")
    equal(run(*publish, "2026-11-24T09:30:00+02:00").code, 0, "publish")
    put(desk, "kielikahvila", "uusi", renewed)
    before = (desk / "approved" / "kielikahvila.xml").read_text()
    with opened(screen, folder, desk) as window:
        window.shows("1/1 ", "the new version")
        screen.call("import", "-window", "root", f"png:{shots}")
        window.press("F7")
        that(wait_until(lambda: screen.differs_from(shots) > 100_000, PATIENCE_S),
             "F7 shows another picture")
        window.press("Escape")
        window.press("ctrl+n")
        window.shows("Which announcement does it replace?", "Ctrl+N asks which")
        window.press("Return")
        replaced = wait_until(lambda: "T18:00:00" in
                              (desk / "approved" / "kielikahvila.xml").read_text(), PATIENCE_S)
        that(replaced, "the new version stands where the earlier one stood")
        window.shows("approved in the place of an earlier one", "and that is said")
        window.press("ctrl+z", "Return")
        back = wait_until(lambda: (desk / "inbox" / "uusi.xml").exists() and
                          (desk / "approved" / "kielikahvila.xml").read_text() == before,
                          PATIENCE_S)
        that(back, "Ctrl+Z takes it back")
        window.shows("waits for a verdict", "it waits again")
        window.press("ctrl+n", "Return")
        wait_until(lambda: not (desk / "inbox" / "uusi.xml").exists(), PATIENCE_S)
    equal(run(*publish, "2026-11-24T11:00:00+02:00").code, 0, "publish again")
    feed = (desk / "site" / "feed.atom").read_text()
    equal(sorted(re.findall(r"<it:number>(\d+)", feed)), ["1", "2"], "numbers of the site")
    that("T18:00:00" in feed and "T17:00:00+02:00\" end" not in feed, "the new hours are published")


# ---- a passphrase ------------------------------------------------------------------------------

def make_protected_key(folder, words):
    read, write = os.pipe()
    os.write(write, f"{words}\n".encode())
    os.close(write)
    made = run("key", "new", "-o", folder / "oma.key", "--passphrase-fd", read, pass_fds=[read])
    os.close(read)
    equal(made.code, 0, f"key new: {made}")
    return folder / "oma.key"


def trust(desk, key):
    """The profile names this key in the place of the sample approver's, and is signed anew."""
    profile = desk / "approved" / "centre.xml"
    sample = (KEYS / "approver.pub").read_text().splitlines()[1]
    own = key.with_suffix(".pub").read_text().splitlines()[1]
    text = profile.read_text()
    that(sample in text, "the sample profile names the sample approver")
    profile.write_text(text.replace(sample, own))
    equal(run("profile", "sign", profile, "--key", KEYS / "root.key").code, 0, "profile sign")


def asks_for_a_passphrase(screen, folder):
    desk = make_desk(folder / "secret", "adventti", "digiapu", "joulu")
    key = make_protected_key(folder, "ankka ja sorsa")
    trust(desk, key)
    before = tree(desk)
    with opened(screen, folder, desk, key=key) as window:
        window.shows("1/3 ", "before a passphrase")
        window.press("ctrl+Return")
        window.shows("Passphrase of the key", "the field for it has the focus")
        window.write("ankka")
        window.press("Return", "Return")
        window.shows("passphrase is wrong", "a wrong one is said")
        equal(tree(desk), before, "a wrong passphrase changes nothing")
        window.press("Escape")
        window.shows("Passphrase of the key", "it can be written again")
        that("ankka" not in window.title(), "a screen reader hears no passphrase")
        window.write("ankka ja sorsa")
        window.press("Return", "Return")
        signed = wait_until((desk / "approved" / "adventti.xml.minisig").exists, PATIENCE_S)
        that(signed, "the right one signs")
        window.shows("2/3 ", "the next one")
        window.press(*SEND)
        again = wait_until((desk / "approved" / "digiapu.xml.minisig").exists, PATIENCE_S)
        that(again, "for the next one it is not asked again")
    words = b" ".join(path.read_bytes() for path in folder.rglob("*.log"))
    that(b"ankka" not in words, "no log has the passphrase")


# ---- shares that fail --------------------------------------------------------------------------

def mount(*words):
    return subprocess.run(["mount", *map(str, words)], capture_output=True).returncode == 0


@contextlib.contextmanager
def disk(folder):
    """A small disk of its own with a desk; None where nothing can be mounted."""
    folder.mkdir()
    if not mount("-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", folder):
        say(f"  left out: a {folder.name} share (nothing can be mounted here)")
        yield None
        return
    try:
        yield make_desk(folder, "adventti", "digiapu")
    finally:
        subprocess.run(["umount", str(folder)], check=False)


def refuses_and_recovers(window, desk, what, mend):
    """A verdict that cannot be written is said and changes nothing; mended, it goes."""
    before = tree(desk)
    window.press(*SEND)
    window.shows("That did not work", f"{what}: it is said")
    equal(tree(desk), before, f"{what}: nothing changed")
    mend()
    window.press("Escape", "Return")
    gone = wait_until(lambda: (desk / "approved" / "adventti.xml.minisig").exists() and
                      not (desk / "inbox" / "adventti.xml").exists(), PATIENCE_S)
    that(gone, f"{what}: afterwards the same form can be sent")


def tells_of_a_read_only_share(screen, folder):
    with disk(folder / "read-only") as desk:
        if not desk:
            return
        with opened(screen, folder, desk) as window:
            window.shows("1/2 ", "before the share is locked")
            that(mount("-o", "remount,ro", desk), "remount read-only")
            refuses_and_recovers(window, desk, "read-only",
                                 lambda: mount("-o", "remount,rw", desk))


def fill_up(path):
    with open(path, "wb", buffering=0) as fill:
        try:
            while fill.write(b"\0" * 4096):
                pass
        except OSError:
            pass


def tells_of_a_full_share(screen, folder):
    with disk(folder / "full") as desk:
        if not desk:
            return
        fill_up(desk / "fill")
        with opened(screen, folder, desk) as window:
            window.shows("1/2 ", "on a full share it opens")
            refuses_and_recovers(window, desk, "full", (desk / "fill").unlink)


def waits_for_a_stalled_share(screen, folder):
    real, desk = make_desk(folder / "real", "adventti", "digiapu"), folder / "stalled"
    desk.mkdir()
    share = subprocess.Popen(["bindfs", "-f", str(real), str(desk)], stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        if not wait_until(lambda: (desk / "inbox").is_dir() or share.poll() is not None, 10) or \
                share.poll() is not None:
            return say("  left out: a stalled share (no FUSE here)")
        with opened(screen, folder, desk) as window:
            window.shows("1/2 ", "before the share stalls")
            share.send_signal(signal.SIGSTOP)
            window.press(*SEND)
            window.shows("answers slowly", "that it takes long is said")
            window.press("Right")
            that(window.runs(), "the window goes on")
            that(not (real / "approved" / "adventti.xml.minisig").exists(), "nothing is signed yet")
            share.send_signal(signal.SIGCONT)
            signed = wait_until((real / "approved" / "adventti.xml.minisig").exists, PATIENCE_S)
            that(signed, "when the share is back the verdict is written")
            window.shows("2/2 ", "and it goes on with the next one")
    finally:
        share.send_signal(signal.SIGCONT)
        share.terminate()
        share.wait()


def test(folder):
    screen = Screen(folder)
    try:
        for part in (takes_up_what_comes, waits_for_slow_copies, sees_late_pictures,
                     sees_twins_come_and_go, begins_with_an_empty_desk, sees_what_others_do,
                     outlives_a_folder_that_goes, replaces_an_earlier_one, asks_for_a_passphrase,
                     tells_of_a_read_only_share, tells_of_a_full_share, waits_for_a_stalled_share):
            began = time.monotonic()
            part(screen, folder)
            say(f"  {part.__name__}: {time.monotonic() - began:.1f} s")
    finally:
        screen.end()


def can_unshare():
    return subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode == 0


if __name__ == "__main__":
    if UNSHARED not in os.environ and can_unshare():
        os.environ[UNSHARED] = "1"
        os.execvp("unshare", ["unshare", "-rm", sys.executable, "-B", *sys.argv])
    rig.main(test)
