#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published sample site, looked at by other people's programs: xmllint, minisign, newsboat and
zbarimg; and made anew from what it was made of, byte by byte.
"""

import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor

import rig
from rig import ATOM, NOW, OWN, SOURCE, Player, Server, equal, run, that

SAMPLES = SOURCE / "samples"
SITE = SAMPLES / "site"
SCHEMAS = SOURCE / "content-schema"
ENTRIES_MIN = 14
ORGANISATIONS_MIN = 9


class Entry:
    """What a reader who knows nothing of us finds in an entry."""

    def __init__(self, root):
        self.id = root.findtext(f"{{{ATOM}}}id")
        self.title = root.findtext(f"{{{ATOM}}}title")
        self.lang = root.get("{http://www.w3.org/XML/1998/namespace}lang")
        self.authors = [name.text for name in root.iterfind(f"{{{ATOM}}}author/{{{ATOM}}}name")]
        kinds = [category.get("term") for category in root.iterfind(f"{{{ATOM}}}category")
                 if category.get("scheme") == "urn:x-infotaulu:kind"]
        self.kind = kinds[0] if kinds else None
        links = {link.get("rel"): link for link in root.iterfind(f"{{{ATOM}}}link")}
        self.link = links["alternate"].get("href") if "alternate" in links else None
        signup = root.find(f"{{{OWN}}}signup")
        self.code = self.link or (signup.get("href") if signup is not None else None)
        self.cancelled = any(when.get("status") == "cancelled"
                             for when in root.iterfind(f"{{{OWN}}}when"))


def entries_of_site():
    found = {}
    for path in sorted((SITE / "entries").glob("*.xml")):
        entry = Entry(ElementTree.parse(path).getroot())
        found[entry.id] = entry
    return found


def program(*words, **more):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True,
                          **{"env": rig.environment(), **more})


# ---- the forms ---------------------------------------------------------------------------------

def check_schema():
    files = [(SITE / "feed.atom", "atom.xsd"), (SITE / "centre.xml", "centre.xsd")]
    files += [(path, "atom.xsd") for path in sorted((SITE / "entries").glob("*.xml"))]
    if (SITE / "hide.xml").exists():
        files.append((SITE / "hide.xml", "hide.xsd"))
    for path, schema in files:
        done = program("xmllint", "--noout", "--nonet", "--schema", SCHEMAS / schema, path)
        equal(done.returncode, 0, f"xmllint {path.name}: {done.stderr[-300:]}")
    rig.say(f"xmllint: {len(files)} files")


def check_signatures(entries):
    """Each signed file with the key that has to sign it, and with no other."""
    keys = {role: SAMPLES / "keys" / f"{role}.pub"
            for role in ("publisher", "approver", "reception", "alert")}
    keys["root"] = SAMPLES / "root.pub"
    files = [(SITE / "centre.xml", "root"), (SITE / "feed.atom", "publisher")]
    for path in sorted((SITE / "entries").glob("*.xml")):
        alert = entries[Entry(ElementTree.parse(path).getroot()).id].kind == "alert"
        files.append((path, "alert" if alert else "approver"))
    if (SITE / "hide.xml").exists():
        files.append((SITE / "hide.xml", "reception"))
    signed = {path.with_suffix("") for path in SITE.rglob("*.minisig")}
    equal(signed, {path for path, _ in files}, "files with a signature")
    for path, role in files:
        for other, key in keys.items():
            done = program("minisign", "-V", "-q", "-m", path, "-p", key)
            equal(done.returncode == 0, other == role, f"minisign -V {path.name} by {other}")
    rig.say(f"minisign: {len(files)} files, each with the right key and with the others")


# ---- a feed reader -----------------------------------------------------------------------------

def check_newsboat(scratch, entries):
    folder = scratch / "newsboat"
    folder.mkdir()
    with Server(SITE) as server:
        (folder / "urls").write_text(f"{server.url}/feed.atom\n")
        (folder / "config").write_text("auto-reload no\n")
        words = ["newsboat", "-q", "-u", folder / "urls", "-c", folder / "cache.db", "-C",
                 folder / "config"]
        reload = program(*words, "-x", "reload", timeout=60)
        equal(reload.returncode, 0, f"newsboat reload: {reload.stderr}")
        unread = program(*words, "-x", "print-unread", timeout=60)
        equal(unread.stdout.split()[:1], [str(len(entries))], f"newsboat: {unread.stdout!r}")
    with sqlite3.connect(folder / "cache.db") as cache:
        read = {guid: (title, url, content) for guid, title, url, content in
                cache.execute("select guid, title, url, content from rss_item")}
    equal(set(read), set(entries), "newsboat: ids")
    for name, entry in entries.items():
        title, url, content = read.get(name, (None, None, ""))
        equal(title, entry.title, "newsboat: title")
        if entry.link:  # newsboat ends a bare host with a slash
            equal(url.rstrip("/"), entry.link.rstrip("/"), f"newsboat: the link of {entry.title}")
        that(content and "<p" in content or entry.kind == "joint",
             f"newsboat: the text of {entry.title}: {content!r}")
    rig.say(f"newsboat: {len(read)} announcements, their titles, links and texts")


# ---- codes for phones --------------------------------------------------------------------------

def read_code(path):
    done = program("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", path)
    return done.stdout.split()


def displays():
    root = ElementTree.parse(SITE / "centre.xml").getroot()
    return [display.get("name") for display in root.iterfind(f"{{{OWN}}}display")]


def check_codes(scratch, entries):
    """On each display every code is read and is the announcement's own link."""
    names = displays()
    that(len(names) >= 2, f"displays: {names}")
    for name in names:
        drawn = run("render", SITE, "--root-key", SAMPLES / "root.pub", "--now", NOW, "--display",
                    name, "-o", scratch / name, timeout=200)
        equal(drawn.code, 0, f"render for {name}: {drawn}")
        files = [line.split("  ", 1)[1] for line in drawn.out.splitlines()]
        equal(sorted(files), sorted(str(path) for path in (scratch / name).iterdir()),
              f"{name}: files and lines")
        player = Player(scratch / f"player-{name}", SITE, None)
        fetched = run("fetch", "--site", SITE, "--root-key", SAMPLES / "root.pub", "--now", NOW,
                      "--display", name, *player.places, timeout=200)
        equal(fetched.code, 0, f"fetch for {name}: {fetched}")
        listed = run("list", "--now", NOW, "--display", name, *player.places)
        ids = [line.split("\t")[0] for line in listed.out.splitlines()]
        equal(len(files), len(ids), f"{name}: slides of render and of list")
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            codes = list(pool.map(read_code, files))
        count = 0
        for path, item, found in zip(files, ids, codes):
            entry = entries[item]
            wanted = [entry.code] if entry.code else []
            if not found and (entry.kind == "picture-slide" or entry.cancelled):
                wanted = []  # the picture is the whole slide; nobody comes to a cancelled date
            equal(found, wanted, f"{name}, {pathlib.Path(path).name}: codes")
            count += len(found)
        that(count >= len(ids) // 2, f"{name}: only {count} codes on {len(ids)} slides")
        rig.say(f"zbarimg: {count} codes on {len(files)} slides of {name}")


# ---- made anew ---------------------------------------------------------------------------------

def files_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def named_by_feed(folder):
    """What players and readers come to, by the feed and its entry files; not what was before."""
    feed = (folder / "feed.atom").read_text()
    return set(re.findall(r"(?:entries|media)/[0-9a-f]{64}\.[a-z]+", feed))


def same(folder, other, what, but=()):
    """The same files, with the same bytes but for those whose names end so."""
    a, b = files_of(folder), files_of(other)
    equal(sorted(a), sorted(b), f"{what}: names")
    equal([name for name in a if name in b and a[name] != b[name] and not name.endswith(but)], [],
          f"{what}: bytes")


def check_again(scratch):
    """Published and signed anew with the times of then, it is the same to the byte. Published from
    nothing it has no history: no log of what was withdrawn, no files of the edition before."""
    script = (SAMPLES / "sign.sh").read_text()
    when = re.search(r"published_at=(\S+)", script)
    days = re.search(r"--valid-days (\d+)", script)
    if not that(when and days, "samples/sign.sh says when the site was published"):
        return
    words = ["publish", SAMPLES / "approved", "--key", SAMPLES / "keys" / "publisher.key",
             "--root-key", SAMPLES / "root.pub", "--valid-days", days[1]]
    shutil.copytree(SITE, scratch / "over")
    for what, folder in (("from nothing", scratch / "again"), ("over itself", scratch / "over")):
        made = run(*words, "-o", folder, "--now", when[1], timeout=200)
        equal(made.code, 0, f"published {what}: {made}")
    same(SITE, scratch / "over", "published over itself")
    equal(named_by_feed(scratch / "again"), named_by_feed(SITE), "published from nothing: named")
    for name, data in files_of(scratch / "again").items():
        that(name.startswith("feed.atom") or (SITE / name).read_bytes() == data,
             f"published from nothing: {name}")
    later = run(*words, "-o", scratch / "over", "--now", NOW, timeout=200)
    equal(later.code, 0, f"published later: {later}")
    same(SITE, scratch / "over", "published later, nothing new")
    shutil.copytree(SAMPLES, scratch / "tree" / "samples")
    signed = program("sh", scratch / "tree" / "samples" / "sign.sh",
                     env=rig.environment(INFOTAULU=str(rig.DESK)))
    equal(signed.returncode, 0, f"samples/sign.sh: {signed.stdout[-300:]} {signed.stderr[-300:]}")
    # Approvals name the version of the rules, which moves on.
    for part in ("approved", "site", "keys"):
        same(SAMPLES / part, scratch / "tree" / "samples" / part, f"signed anew, {part}",
             (".minisig", "feed.atom"))
    rig.say("made anew: published from nothing, over itself and later, signed anew")


def test(scratch):
    entries = entries_of_site()
    that(len(entries) >= ENTRIES_MIN, f"the site has {len(entries)} announcements")
    organisations = {name for entry in entries.values() for name in entry.authors}
    that(len(organisations) >= ORGANISATIONS_MIN, f"organisations: {sorted(organisations)}")
    languages = {entry.lang.split("-")[0] for entry in entries.values()}
    that({"fi", "sv", "en", "ru", "ar"} <= languages, f"languages: {sorted(languages)}")
    checked = run("check", "--now", NOW, "--strict", "--root-key", SAMPLES / "root.pub", SITE,
                  timeout=200)
    equal(checked.code, 0, f"check of the site: {checked.out[-300:]} {checked}")
    check_schema()
    check_signatures(entries)
    check_newsboat(scratch, entries)
    check_codes(scratch, entries)
    check_again(scratch)


if __name__ == "__main__":
    rig.main(test)
