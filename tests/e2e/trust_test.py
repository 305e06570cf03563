#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chain of trust through the program: every link of a site, harmed in every way.

A centre's office approves and publishes two editions with the program itself; then each case
harms a copy of the second one with files signed by the minisign program, and two players meet it:
one that has nothing yet, and one that shows the first edition. What an approver did not sign must
never be listed, what is sound must live on, and what cannot be used must leave the last good
edition where it is.
"""

import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor

import rig
from rig import NOW, Key, Player, approval, equal, run, sha256, sign, sign_again, that

FIRST = "2026-11-23T09:00:00+02:00"
SECOND = "2026-11-24T09:00:00+02:00"
THIRD = "2026-11-24T09:30:00+02:00"
LATER = "2026-11-28T09:00:00+02:00"
OLD_ITEMS = ["Kahvila", "Lumi", "Neulonta"]
ALL_ITEMS = ["Kahvila", "Lukupiiri", "Lumi", "Neulonta", "Uusi"]
WITHOUT = ["Kahvila", "Lukupiiri", "Lumi", "Neulonta"]
POLLS = 3

VALID = 'from="2026-01-01" until="2027-12-31"'


# ---- an office that approves and publishes -----------------------------------------------------

class Office:
    """Keys, a folder of approved announcements, and the two editions made of it."""

    def __init__(self, folder):
        self.folder = folder
        self.approved = folder / "approved"
        self.approved.mkdir()
        names = ("root publisher approver reception alert foreign late early revoked lost").split()
        self.keys = {name: Key(folder, name) for name in names}
        self.write_centre(rig.profile_xml(self.key_lines()))
        self.publish("first", FIRST, ["kahvila", "neulonta"], alert="lumi")
        self.publish("second", SECOND, ["uusi", "lukupiiri"])
        self.publish("hiding", THIRD, [], hide=["neulonta"])

    def key_lines(self, **changes):
        k = self.keys
        lines = {
            "publisher": ("publisher", k["publisher"], VALID),
            "approver": ("approver", k["approver"], VALID),
            "reception": ("reception", k["reception"], VALID),
            "alert": ("alert", k["alert"], VALID),
            # Keys that sign everything, but not in these days, or not any more.
            "late": ("publisher approver reception", k["late"], 'until="2026-11-01"'),
            "early": ("publisher approver reception", k["early"], 'from="2026-12-01"'),
            "revoked": ("publisher approver reception", k["revoked"], 'revoked="true"'),
        }
        lines.update(changes)
        return [line for line in lines.values() if line]

    def write_centre(self, data):
        (self.approved / "centre.xml").write_bytes(data)
        done = run("profile", "sign", self.approved / "centre.xml", "--key",
                   self.keys["root"].secret, "--now", FIRST)
        equal(done.code, 0, f"profile sign: {done}")

    def approve(self, name, kind, key):
        inbox = self.folder / "inbox"
        (inbox / "media").mkdir(parents=True, exist_ok=True)
        picture = None
        if kind == "event":
            picture = rig.png(640, 400, (208, 228, 227), len(name))
            (inbox / "media" / f"{name}.png").write_bytes(picture)
        (inbox / f"{name}.xml").write_bytes(
            rig.entry_xml(name, name.capitalize(), kind=kind, picture=picture))
        done = run("approve", inbox / f"{name}.xml", "--by", "Järjestöyhdyshenkilö", "--key",
                   self.keys[key].secret, "--now", FIRST)
        equal(done.code, 0, f"approve {name}: {done}")
        that(not (inbox / f"{name}.xml").exists(), f"{name} still lies in the inbox")

    def publish(self, edition, when, names, alert=None, hide=None):
        for name in names:
            self.approve(name, "event", "approver")
        if alert:
            self.approve(alert, "alert", "alert")
        if hide:
            path = self.approved / "hide.xml"
            path.write_bytes(rig.hide_xml(hide))
            sign(path, self.keys["reception"], f"at={when}")
        done = run("publish", self.approved, "-o", self.folder / "site", "--key",
                   self.keys["publisher"].secret, "--root-key", self.keys["root"].path,
                   "--valid-days", 5, "--now", when)
        equal(done.code, 0, f"publish {edition}: {done}")
        shutil.copytree(self.folder / "site", self.folder / edition)


# ---- one case ----------------------------------------------------------------------------------

class Case:
    """A harmed site of its own, with the means to harm it further."""

    def __init__(self, office, folder, edition):
        self.office, self.folder, self.keys = office, folder, office.keys
        self.site = folder / "site"
        shutil.copytree(office.folder / edition, self.site)

    def path(self, link):
        """The file of a link: a name, or the entry or the medium of the announcement "uusi"."""
        if link == "entry":
            return self.entry_of("uusi")
        if link == "medium":
            digest = sha256(rig.png(640, 400, (208, 228, 227), len("uusi")))
            return self.site / "media" / f"{digest}.png"
        return self.site / link

    def entry_of(self, name):
        wanted = rig.uuid(name).encode()
        for path in sorted((self.site / "entries").glob("*.xml")):
            if wanted in path.read_bytes():
                return path
        raise LookupError(name)

    def rewrite(self, link, old, new, key):
        """Other bytes under a good signature."""
        path = self.path(link)
        data = path.read_bytes()
        if old not in data:
            raise LookupError(f"{old!r} is not in {link}")
        path.write_bytes(data.replace(old, new))
        sign_again(path, self.keys[key])

    def refeed(self, old, new, when=THIRD):
        """Another feed of the same publisher."""
        path = self.path("feed.atom")
        data = path.read_bytes()
        if old not in data:
            raise LookupError(f"{old!r} is not in the feed")
        head, entry, rest = data.replace(old, new).partition(b"<entry")
        head = re.sub(b"<updated>[^<]*", b"<updated>" + when.encode(), head)
        path.write_bytes(head + entry + rest)
        sign_again(path, self.keys["publisher"])

    def new_entry(self, data, key, comment=None):
        """Puts other bytes in the place of the announcement "uusi", named by the feed."""
        before = self.path("entry")
        after = before.with_name(f"{sha256(data)}.xml")
        after.write_bytes(data)
        sign(after, self.keys[key], comment or approval())
        self.refeed(before.stem.encode(), after.stem.encode())

    def centre(self, key="root", more="", **changes):
        path = self.path("centre.xml")
        path.write_bytes(rig.profile_xml(self.office.key_lines(**changes), more=more))
        sign_again(path, self.keys[key])


def copy_signed(source, to):
    """A file with its signature, under another name."""
    shutil.copy(source, to)
    shutil.copy(f"{source}.minisig", f"{to}.minisig")


def flip(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def flip_signature(path):
    """One bit of the signature itself, which stays readable base64."""
    signature = path.with_name(f"{path.name}.minisig")
    lines = signature.read_text().splitlines()
    at = 40
    letter = "A" if lines[1][at] != "A" else "B"
    lines[1] = lines[1][:at] + letter + lines[1][at + 1:]
    signature.write_text("\n".join(lines) + "\n")


def flip_comment(path):
    """The signed comment says something else."""
    signature = path.with_name(f"{path.name}.minisig")
    text = signature.read_text()
    signature.write_text(text.replace("at=2026", "at=2025"))


def remove(path):
    path.unlink()


def remove_signature(path):
    path.with_name(f"{path.name}.minisig").unlink()


def empty(path):
    path.write_bytes(b"")


def cut(path):
    data = path.read_bytes()
    path.write_bytes(data[:len(data) * 2 // 3])


def rename(path):
    path.rename(path.with_name(f"other{path.suffix}"))


def folder_there(path):
    path.unlink()
    path.mkdir()


def garble_signature(path):
    path.with_name(f"{path.name}.minisig").write_bytes(b"<html>not here</html>\n")


def long_signature(path):
    with open(f"{path}.minisig", "ab") as signature:
        signature.write(b"A" * 100000)


# ---- what is expected --------------------------------------------------------------------------

class Refused:
    """Nothing of the edition is taken."""

    def __init__(self, rule=None):
        self.rule = rule


class LeftOut:
    """The edition is taken without "uusi", at once; it has this reason."""

    def __init__(self, reason, shown=WITHOUT):
        self.reason, self.shown = reason, shown


class Waits:
    """The edition waits for three polls, then it is taken without "uusi"."""

    def __init__(self, reason):
        self.reason, self.shown = reason, WITHOUT


class Taken:
    """The edition is taken whole; these are shown. blames: something else of it is wrong."""

    def __init__(self, shown=ALL_ITEMS, rule=None, blames=False):
        self.shown, self.rule, self.blames = shown, rule, blames


def code_of(wanted):
    if isinstance(wanted, Refused):
        return 2
    return 0 if isinstance(wanted, Taken) and not wanted.blames else 1


def meet_fresh(name, player, wanted, now):
    fetched = player.fetch(now)
    if isinstance(wanted, Refused):
        equal(fetched.code, 2, f"{name}, fresh: fetch {fetched}")
        equal(player.shown(now), [], f"{name}, fresh: shown")
        if wanted.rule:
            that(f"[{wanted.rule}]" in fetched.err, f"{name}, fresh: no {wanted.rule} in {fetched}")
        return
    equal(fetched.code, code_of(wanted), f"{name}, fresh: fetch {fetched}")
    equal(player.shown(now), wanted.shown, f"{name}, fresh: shown")
    if isinstance(wanted, Taken):
        if wanted.rule:
            that(f"[{wanted.rule}]" in fetched.err, f"{name}, fresh: no {wanted.rule} in {fetched}")
        return
    equal(player.reason("uusi", now), wanted.reason, f"{name}, fresh: reason")


def meet_kept(name, player, wanted, now):
    if isinstance(wanted, Waits):
        for poll in range(1, POLLS):
            equal(player.fetch(now).code, 2, f"{name}, kept: fetch {poll}")
            equal(player.shown(now), OLD_ITEMS, f"{name}, kept: shown after {poll}")
    fetched = player.fetch(now)
    equal(fetched.code, code_of(wanted), f"{name}, kept: fetch {fetched}")
    shown = OLD_ITEMS if isinstance(wanted, Refused) else wanted.shown
    equal(player.shown(now), shown, f"{name}, kept: shown")
    if isinstance(wanted, (LeftOut, Waits)):
        equal(player.reason("uusi", now), wanted.reason, f"{name}, kept: reason")


def meet(office, folder, kept, name, harm, wanted, edition="second", now=NOW):
    folder.mkdir()
    case = Case(office, folder, edition)
    harm(case)
    fresh = Player(folder / "fresh", "site", office.keys["root"], folder)
    meet_fresh(name, fresh, wanted, now)
    old = Player(folder / "kept", "site", office.keys["root"], folder)
    shutil.copytree(kept, old.folder)
    meet_kept(name, old, wanted, now)
    shutil.rmtree(folder)


# ---- the tables --------------------------------------------------------------------------------

def on(link, harm):
    return lambda case: harm(case.path(link))


def by(link, key):
    """Signs a link with another key."""
    return lambda case: sign_again(case.path(link), case.keys[key])


def swapped(link, other):
    """The signature of another file."""
    def harm(case):
        source = case.entry_of("kahvila") if other == "another entry" else case.path(other)
        shutil.copy(f"{source}.minisig", f"{case.path(link)}.minisig")
    return harm


def harms_of(link, wrong, missing, signature_missing):
    """What can happen to any signed file. wrong: expected when the bytes are not as signed."""
    return [
        (f"{link} missing", on(link, remove), missing),
        (f"{link} renamed", on(link, rename), missing),
        (f"{link} is a folder", on(link, folder_there), missing),
        (f"{link} empty", on(link, empty), wrong),
        (f"{link} with a byte flipped", on(link, flip), wrong),
        (f"{link} truncated", on(link, cut), wrong),
        (f"{link}, signature missing", on(link, remove_signature), signature_missing),
    ]


def signatures_of(link, wrong, unknown, form):
    """What can happen to any signature. unknown: expected for a key that is not trusted."""
    others = ["centre.xml", "feed.atom", "another entry"]
    rows = [
        (f"{link}, signature flipped", on(link, flip_signature), wrong),
        (f"{link}, signed comment changed", on(link, flip_comment), wrong),
        (f"{link}, signature is no signature", on(link, garble_signature), form),
        (f"{link}, signature without end", on(link, long_signature), form),
        (f"{link} signed by a foreign key", by(link, "foreign"), unknown),
    ]
    for other in others:
        if other != link and not (link == "entry" and other == "entry"):
            same_key = link == "entry" and other == "another entry"
            rows.append((f"{link}, signature of {other}", swapped(link, other),
                         wrong if same_key else unknown))
    return rows


def documents():
    """centre.xml and feed.atom: nothing of the edition is taken."""
    bad = Refused("bad-signature")
    rows = []
    for link in ("centre.xml", "feed.atom"):
        rows += harms_of(link, bad, Refused(), bad)
        rows += signatures_of(link, bad, bad, bad)
    for key in ("publisher", "approver", "revoked"):
        rows.append((f"centre.xml signed by {key}", by("centre.xml", key), bad))
    for key in ("root", "approver", "reception", "alert", "late", "early", "revoked"):
        rows.append((f"feed.atom signed by {key}", by("feed.atom", key), bad))
    return rows


def hide_as_feed(case):
    """A file of the right key under the name of another."""
    case.centre(approver=("publisher approver", case.keys["approver"], VALID))
    copy_signed(case.path("entry"), case.path("feed.atom"))


def feed_without_complete(case):
    case.refeed(b"<fh:complete/>", b"")


def other_bytes_same_time(case):
    path = case.path("feed.atom")
    path.write_bytes(path.read_bytes().replace(b"Kahvila", b"Kaavala"))
    sign_again(path, case.keys["publisher"])


def times():
    """Editions that come at the wrong time."""
    return [
        ("feed.atom from a week ahead", lambda c: c.refeed(b"", b"", "2026-12-01T10:00:00+02:00"),
         Refused("feed-older")),
        ("feed.atom from 25 hours ahead", lambda c: c.refeed(b"", b"", "2026-11-25T11:00:00+02:00"),
         Refused("feed-older")),
        ("feed.atom from 23 hours ahead", lambda c: c.refeed(b"", b"", "2026-11-25T09:00:00+02:00"),
         Taken()),
        ("feed.atom not complete", feed_without_complete, Refused("feed-complete")),
        ("an entry in the place of feed.atom", hide_as_feed, Refused()),
        ("feed.atom stale", lambda c: None, Taken(rule="feed-stale")),
    ]


def entries():
    """The entry file of one announcement; the others live on."""
    mismatch, missing = Waits("hash-mismatch"), Waits("media-missing")
    wrong, nobody = Waits("bad-signature"), LeftOut("not-approved")
    rows = [row for row in harms_of("entry", mismatch, missing, Waits("not-approved"))
            if row[0] != "entry empty"]
    rows += [("entry empty", on("entry", empty), missing)]
    rows += [row for row in signatures_of("entry", wrong, nobody, wrong)
             if row[0] != "entry, signature without end"]
    rows += [("entry, signature without end", on("entry", long_signature), Waits("not-approved"))]
    for key in ("root", "publisher", "reception", "alert", "revoked"):
        rows.append((f"entry signed by {key}", by("entry", key), nobody))
    rows += [
        ("entry signed before its key was valid", by("entry", "early"), nobody),
        ("entry signed after its key was valid", by("entry", "late"), nobody),
        ("entry signed while its key, now over, was valid",
         lambda c: sign(c.path("entry"), c.keys["late"], approval(at="2026-10-30T10:00:00+02:00")),
         Taken()),
        ("entry without an approval in its comment",
         lambda c: sign(c.path("entry"), c.keys["approver"], "timestamp:1 file:entry.xml"), wrong),
        ("another approved entry under its name",
         lambda c: copy_signed(c.entry_of("kahvila"), c.path("entry")), mismatch),
        ("entry changed, feed changed with it, approval old",
         lambda c: changed_with_feed(c), wrong),
        ("entry changed and signed by the publisher",
         lambda c: c.new_entry(c.path("entry").read_bytes().replace(b"Uusi", b"Petos"),
                               "publisher"), nobody),
        ("an alert signed by an approver",
         lambda c: c.new_entry(rig.entry_xml("uusi", "Uusi", kind="alert"), "approver"), nobody),
        ("an event signed by an alert key",
         lambda c: c.new_entry(rig.entry_xml("uusi", "Uusi"), "alert"), nobody),
        ("entry that is no announcement, signed by an approver",
         lambda c: c.new_entry(b"<p>Tule!</p>\n", "approver"), LeftOut("blocked-by-rule")),
        ("feed with another hash",
         lambda c: c.refeed(c.path("entry").stem.encode(), b"1" * 64), missing),
        ("feed with a hash that is none",
         lambda c: c.refeed(c.path("entry").stem.encode(), b"0" * 64), LeftOut("withdrawn")),
        ("feed with no hash",
         lambda c: c.refeed(f' it:sha256="{c.path("entry").stem}"'.encode(), b""),
         LeftOut("withdrawn")),
    ]
    return rows


def changed_with_feed(case):
    before = case.path("entry")
    data = before.read_bytes().replace(b"Uusi", b"Petos")
    after = before.with_name(f"{sha256(data)}.xml")
    after.write_bytes(data)
    shutil.copy(f"{before}.minisig", f"{after}.minisig")
    case.refeed(before.stem.encode(), after.stem.encode())


def other_picture(path):
    path.write_bytes(rig.png(640, 400, (10, 20, 30), 7))


def pictures():
    mismatch, missing = Waits("hash-mismatch"), Waits("media-missing")
    rows = [
        ("medium missing", remove, missing),
        ("medium renamed", rename, missing),
        ("medium is a folder", folder_there, missing),
        ("medium empty", empty, mismatch),
        ("medium with a byte flipped", flip, mismatch),
        ("medium truncated", cut, mismatch),
        ("another picture", other_picture, mismatch),
        ("medium of 30 MB", lambda p: p.write_bytes(bytes(30_000_000)), missing),
    ]
    return [(name, on("medium", harm), wanted) for name, harm, wanted in rows]


def hides():
    """hide.xml takes off; a wrong one takes nothing off, and stops nothing."""
    hidden = Taken(["Kahvila", "Lukupiiri", "Lumi", "Uusi"])
    wrong = Taken(rule="bad-signature", blames=True)
    rows = [
        ("hide.xml as it should be", lambda c: None, hidden),
        ("hide.xml signed by an approver", by("hide.xml", "approver"), hidden),
        ("hide.xml missing", on("hide.xml", remove), Taken()),
        ("hide.xml renamed", on("hide.xml", rename), Taken()),
        ("hide.xml empty", on("hide.xml", empty), wrong),
        ("hide.xml with a byte flipped", on("hide.xml", flip), wrong),
        ("hide.xml truncated", on("hide.xml", cut), wrong),
        ("hide.xml, signature missing", on("hide.xml", remove_signature), wrong),
        ("hide.xml is no list", lambda c: c.rewrite("hide.xml", b"hide", b"pide", "reception"),
         Taken(blames=True)),
    ]
    rows += signatures_of("hide.xml", wrong, wrong, wrong)
    for key in ("root", "publisher", "alert", "late", "early", "revoked"):
        rows.append((f"hide.xml signed by {key}", by("hide.xml", key), wrong))
    return rows


def centres():
    """Keys that a new, good profile takes away: what they signed goes at once."""
    k = "approver"
    return [
        ("the approver's key is revoked",
         lambda c: c.centre(approver=("approver", c.keys[k], 'revoked="true"')),
         LeftOut("not-approved", ["Lumi"])),
        ("the approver's key is gone", lambda c: c.centre(approver=None),
         LeftOut("not-approved", ["Lumi"])),
        ("the approver's key was over before the approval",
         lambda c: c.centre(approver=("approver", c.keys[k], 'until="2026-11-01"')),
         LeftOut("not-approved", ["Lumi"])),
        ("the approver's key is over now, but was valid then",
         lambda c: c.centre(approver=("approver", c.keys[k], 'until="2026-11-23"')), Taken()),
        ("the approver's key is a publisher's",
         lambda c: c.centre(approver=("publisher", c.keys[k], VALID)),
         LeftOut("not-approved", ["Lumi"])),
        ("the alert key is revoked",
         lambda c: c.centre(alert=("alert", c.keys["alert"], 'revoked="true"')),
         LeftOut("shown", ["Kahvila", "Lukupiiri", "Neulonta", "Uusi"])),
        ("the publisher's key is revoked",
         lambda c: c.centre(publisher=("publisher", c.keys["publisher"], 'revoked="true"')),
         Refused("bad-signature")),
        ("the publisher's key is over",
         lambda c: c.centre(publisher=("publisher", c.keys["publisher"], 'until="2026-11-23"')),
         Refused("bad-signature")),
        ("one key for all",
         lambda c: [c.centre(approver=("approver publisher reception", c.keys[k], VALID)),
                    sign_again(c.path("feed.atom"), c.keys[k])], Taken()),
    ]


# ---- older and other editions ------------------------------------------------------------------

def put_edition(office, site, edition):
    shutil.rmtree(site)
    shutil.copytree(office.folder / edition, site)


def check_replay(office, folder):
    """An edition that was accepted once cannot be taken back, with or without a cache."""
    folder.mkdir()
    site = folder / "site"
    shutil.copytree(office.folder / "second", site)
    player = Player(folder / "player", "site", office.keys["root"], folder)
    equal(player.fetch().code, 0, "replay: the second edition")
    put_edition(office, site, "first")
    for what in ("an older edition", "an older edition, again"):
        fetched = player.fetch()
        equal(fetched.code, 2, f"{what}: fetch {fetched}")
        that("[feed-older]" in fetched.err, f"{what}: no feed-older in {fetched}")
        equal(player.shown(), ALL_ITEMS, f"{what}: shown")
    shutil.rmtree(player.folder / "cache")
    equal(player.fetch().code, 2, "an older edition, the cache gone: fetch")
    equal(player.shown(), [], "an older edition, the cache gone: shown")
    shutil.rmtree(player.folder / "cache")
    for name in ("edition", "edition.previous"):
        (player.folder / "state" / name).unlink(missing_ok=True)
    equal(player.fetch().code, 2, "an older edition, cache and edition gone: fetch")
    equal(player.shown(), [], "an older edition, cache and edition gone: shown")
    put_edition(office, site, "second")
    equal(player.fetch().code, 0, "the second edition once more: fetch")
    equal(player.shown(), ALL_ITEMS, "the second edition once more: shown")
    case = Case(office, folder / "case", "first")
    other_bytes_same_time(case)
    (folder / "case2").mkdir()
    other = Player(folder / "other", "site", office.keys["root"], folder / "case2")
    shutil.copytree(office.folder / "first", folder / "case2" / "site")
    equal(other.fetch().code, 0, "same time: the first edition")
    shutil.rmtree(folder / "case2" / "site")
    shutil.move(case.site, folder / "case2" / "site")
    fetched = other.fetch()
    equal(fetched.code, 2, f"same time, other bytes: fetch {fetched}")
    that("[feed-older]" in fetched.err, f"same time, other bytes: no feed-older in {fetched}")
    equal(other.shown(), OLD_ITEMS, "same time, other bytes: shown")


def check_old_profile(office, folder):
    """An older profile does not make a key good again that has been revoked since."""
    folder.mkdir()
    case = Case(office, folder, "second")
    centre = case.path("centre.xml")
    old = [centre.read_bytes(), (case.site / "centre.xml.minisig").read_bytes()]
    player = Player(folder / "player", "site", office.keys["root"], folder)
    equal(player.fetch().code, 0, "old profile: the good edition")
    revoked = ("approver", case.keys["approver"], 'revoked="true"')
    centre.write_bytes(rig.profile_xml(office.key_lines(approver=revoked)))
    equal(run("profile", "sign", centre, "--key", case.keys["root"].secret, "--now", SECOND).code,
          0, "old profile: the profile that revokes a key")
    equal(player.fetch().code, 1, "old profile: fetch with the key revoked")
    equal(player.shown(), ["Lumi"], "old profile: shown with the key revoked")
    centre.write_bytes(old[0])
    (case.site / "centre.xml.minisig").write_bytes(old[1])
    equal(player.fetch().code, 1, "old profile: fetch with the old profile put back")
    equal(player.shown(), ["Lumi"], "old profile: shown with the old profile put back")
    equal(run("profile", "sign", centre, "--key", case.keys["root"].secret, "--now", THIRD).code,
          0, "old profile: the key is trusted again, by a new signature")
    equal(player.fetch().code, 0, "old profile: fetch with the key trusted again")
    equal(player.shown(), ALL_ITEMS, "old profile: shown with the key trusted again")


def check_reasons(office, folder):
    """One reason code for each item that is not on the screen, and what `list` says of the rest."""
    folder.mkdir()
    site = rig.Site(folder / "site", *(office.keys[key] for key in
                                       ("root", "publisher", "approver")))
    hours = '<opening><hours days="mo tu we th fr" from="08:00" until="18:00"/></opening>'
    site.centre(rig.profile_xml(office.key_lines(), more=hours))
    centre = '<category scheme="urn:x-infotaulu:centre" term="{}"/>\n'
    over = ('<it:when start="2026-11-20T17:00:00+02:00" end="2026-11-20T18:00:00+02:00"/>'
            '<it:where mode="place" name="Kylätupa"/>')
    picture = rig.png(640, 400, (1, 2, 3), 9)
    items = {
        "shown": dict(picture=picture), "not-yet": dict(show='from="2026-11-25"'),
        "expired": dict(show='from="2026-11-01" until="2026-11-23"', kind="notice"),
        "other-centre": dict(more=centre.format("rantakyla")),
        "this-centre": dict(more=centre.format("niemela")),
        "date-over": dict(kind="group", more=over, show='from="2026-11-01"'),
        "hidden": {},
    }
    entries = [site.entry(name, name.capitalize(), **how) for name, how in items.items()]
    site.feed(entries, SECOND)
    site.put("hide.xml", rig.hide_xml(["hidden"]), office.keys["reception"], "at=now")
    player = Player(folder / "player", "site", office.keys["root"], folder)
    fetched = player.fetch()
    that(fetched.code in (0, 1), f"reasons: fetch {fetched}")
    wanted = {"shown": "shown", "not-yet": "not-yet", "expired": "expired",
              "other-centre": "other-centre", "this-centre": "shown", "hidden": "withdrawn",
              "never-there": "withdrawn"}
    for name, reason in wanted.items():
        equal(player.reason(name), reason, f"reasons: {name}")
    that(player.reason("date-over") in ("expired", "blocked-by-rule"),
         f"reasons: {player.reason('date-over')} for one whose date is over")
    equal(player.reason("not-yet", "2026-11-25T10:00:00+02:00"), "shown", "reasons: a day later")
    for now in ("2026-11-24T07:59:00+02:00", "2026-11-24T18:00:00+02:00",
                "2026-11-28T12:00:00+02:00"):
        equal(player.reason("shown", now), "outside-hours", f"reasons: closed at {now}")
        equal(player.shown(now), [], f"reasons: shown while closed at {now}")
    listed = player.list()
    rows = {line.split("\t")[2]: line.split("\t") for line in listed.out.splitlines()}
    equal(sorted(rows), ["Shown", "This-centre"], f"list: {listed}")
    row = rows["Shown"]
    equal(row[:5], [rig.uuid("shown"), "fi-simple", "Shown", "Niemelän Kylätupa ry",
                    sha256(picture)], "list: columns")
    that(len(row) == 7 and 5 <= int(row[5]) <= 300 and row[6] in ("pass", "ask", "warn"),
         f"list: seconds and verdict {row[5:]}")
    equal(rows["This-centre"][4], "-", "list: no medium")
    rig.say(f"reasons: {len(wanted) + 5}")


def check_hidden_stays(office, folder):
    """A wrong hide.xml after a good one: what was hidden stays hidden."""
    folder.mkdir()
    site = folder / "site"
    hidden = ["Kahvila", "Lukupiiri", "Lumi", "Uusi"]
    shutil.copytree(office.folder / "hiding", site)
    player = Player(folder / "player", "site", office.keys["root"], folder)
    equal(player.fetch().code, 0, "hiding: fetch")
    equal(player.shown(), hidden, "hiding: shown")
    equal(player.reason("neulonta"), "withdrawn", "hiding: reason")
    for what, harm in (("flipped", flip), ("unsigned", remove_signature), ("cut", cut), ("empty", empty)):
        put_edition(office, site, "hiding")
        harm(site / "hide.xml")
        player.fetch()
        equal(player.shown(), hidden, f"hide.xml {what} after a good one: shown")


def check_wrong_root(office, folder):
    """A player with another root key takes nothing; nor does one whose key is no key."""
    folder.mkdir()
    shutil.copytree(office.folder / "second", folder / "site")
    for name in ("foreign", "publisher", "approver"):
        player = Player(folder / name, "site", office.keys[name], folder)
        equal(player.fetch().code, 2, f"root key of {name}: fetch")
        equal(player.shown(), [], f"root key of {name}: shown")
    for what, key in (("no key", "RWQnokey"), ("no file", "/nonexistent/root.pub"), ("empty", "")):
        done = run("fetch", "--site", "site", "--root-key", key, "--cache", folder / "c", "--state",
                   folder / "s", cwd=folder)
        equal(done.code, 2, f"root key that is {what}: {done}")
        equal(len(done.err.splitlines()), 1, f"root key that is {what}: lines of {done}")
    player = Player(folder / "player", "site", office.keys["root"], folder)
    equal(player.fetch().code, 0, "the right root key: fetch")
    foreign = ["list", "--now", NOW, "--root-key", office.keys["foreign"].public, *player.places]
    equal(run(*foreign, cwd=folder).code, 2, "list with a foreign root key")


def check_minisign_reads(office):
    """The minisign program accepts what the program signed."""
    import subprocess
    site = office.folder / "hiding"
    files = [("centre.xml", "root"), ("feed.atom", "publisher"), ("hide.xml", "reception")]
    for path in sorted((site / "entries").glob("*.xml")):
        alert = b'term="alert"' in path.read_bytes()
        files.append((f"entries/{path.name}", "alert" if alert else "approver"))
    equal(len(files), 8, "signed files of the site")
    for name, key in files:
        done = subprocess.run(["minisign", "-V", "-m", str(site / name), "-p",
                               str(office.keys[key].path)], capture_output=True)
        equal(done.returncode, 0, f"minisign -V {name} with the key of {key}")


def test(scratch):
    office = Office(scratch / "office") if not (scratch / "office").mkdir() else None
    check_minisign_reads(office)
    (scratch / "template").mkdir()
    shutil.copytree(office.folder / "first", scratch / "template" / "site")
    kept = Player(scratch / "template" / "kept", "site", office.keys["root"],
                  scratch / "template")
    equal(kept.fetch().code, 0, "the first edition")
    equal(kept.shown(), OLD_ITEMS, "the first edition, shown")
    tables = [("documents", documents(), "second"), ("times", times(), "second"),
              ("entries", entries(), "second"), ("pictures", pictures(), "second"),
              ("keys of the profile", centres(), "second"), ("hide.xml", hides(), "hiding")]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        waiting = []
        for title, rows, edition in tables:
            for number, (name, harm, wanted) in enumerate(rows):
                folder = scratch / f"{title.replace(' ', '-')}-{number}"
                now = "2026-12-01T10:00:00+02:00" if name == "feed.atom stale" else NOW
                waiting.append(pool.submit(meet, office, folder, kept.folder, name, harm, wanted,
                                           edition, now))
            rig.say(f"{title}: {len(rows)} cases, each met by a fresh player and by one that has "
                    "an edition")
        for future in waiting:
            future.result()
    check_replay(office, scratch / "replay")
    check_old_profile(office, scratch / "old-profile")
    check_reasons(office, scratch / "reasons")
    check_hidden_stays(office, scratch / "hidden")
    check_wrong_root(office, scratch / "root")


if __name__ == "__main__":
    rig.main(test)
