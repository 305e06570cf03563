#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input: a clear finding (exit 1) where the content is at fault, one line (exit 2) where the
call or the machine is, and never a crash, a hang or another exit code. And the samples: every good
one without a warning, every bad one with its own rule alone.
"""

import json
import os
import pathlib
import random
import re
import shutil
import subprocess

import rig
from rig import NOW, SOURCE, equal, run, that

SAMPLES = SOURCE / "samples" / "submissions"
LANGUAGES = ("fi", "sv", "en")
TEXTS = ("message", "why", "fix", "example")  # of a finding; they follow --lang
FLIPS = 300
NOBODY = 65534


def report_of(result):
    """The JSON of a check; None, and a complaint, when it is none."""
    try:
        return json.loads(result.out)
    except ValueError as fault:
        that(False, f"no JSON ({fault}) from {result}")
        return None


def findings_of(report):
    return [finding for item in report["items"] for finding in item["findings"]]


# ---- calls that cannot work --------------------------------------------------------------------

def check_calls(scratch, good):
    """Exit 2, one line on standard error, nothing on standard output."""
    out = scratch / "out"
    not_there = scratch / "not-there.xml"
    (scratch / "file").write_bytes(b"x")
    (scratch / "empty.xml").write_bytes(b"")
    calls = {
        "no command": [],
        "an unknown command": ["chekc", good],
        "no path": ["check"],
        "no file": ["check", not_there],
        "an empty name": ["check", ""],
        "no file among good ones": ["check", good, not_there],
        "an unknown option": ["check", "--colour", good],
        "an unknown short option": ["check", "-x", good],
        "an option of another command": ["check", "--slides", "3", good],
        "an option without its value": ["check", good, "--centre"],
        "a language that is none": ["check", "--lang", "xx", good],
        "an empty language": ["check", "--lang=", good],
        "a time that is none": ["check", "--now", "tomorrow", good],
        "a month that is none": ["check", "--now", "2026-13-01T10:00", good],
        "a form that is none": ["check", "--format", "xml", good],
        "a display that is none": ["check", "--display", "katto", good],
        "a profile that is not there": ["check", "--centre", not_there, good],
        "a profile that is a folder": ["check", "--centre", scratch, good],
        "output into a folder that is not there": ["check", "-o", scratch / "no" / "x", good],
        "output onto a folder": ["check", "-o", scratch, good],
        "a device": ["check", "/dev/zero"],
        "a FIFO": ["check", scratch / "fifo"],
        "render without a place": ["render", good],
        "render of nothing": ["render", not_there, "-o", out],
        "render of two": ["render", good, good, "-o", out],
        "render onto a file": ["render", good, "-o", scratch / "file"],
        "render of a folder without a key": ["render", SAMPLES / "good", "-o", out],
        "render of a folder that is no site":
            ["render", SAMPLES / "good", "-o", out, "--root-key", scratch / "root.pub"],
        "a site on a closed port": ["check", "http://127.0.0.1:9/", "--root-key",
                                    scratch / "root.pub"],
        "a site of a forbidden kind": ["fetch", "--site", "ftp://127.0.0.1/", "--root-key",
                                       scratch / "root.pub", "--cache", scratch / "c", "--state",
                                       scratch / "s"],
        "a root key that is none": ["render", SAMPLES / "good", "-o", out, "--root-key",
                                    scratch / "file"],
        "a fetch without a site": ["fetch"],
        "an item without a cache": ["explain", "x", "--cache", scratch / "c", "--state",
                                    scratch / "s"],
        "a cache that is a file": ["list", "--cache", scratch / "file", "--state", scratch / "s"],
    }
    calls |= {f"the size {size}": ["check", "--size", size, good]
              for size in ("0x0", "1920", "x", "1920x", "-1x100", "1920x1080x3", "99999x99999",
                           "axb", "")}
    os.mkfifo(scratch / "fifo")
    rig.Key(scratch, "root")
    several = {"no command", "a site on a closed port", "render of a folder that is no site"}
    for name, words in calls.items():
        result = run(*words, timeout=20, cwd=scratch)
        equal(result.code, 2, f"{name}: {result}")
        lines = result.err.splitlines()
        that(len(lines) == 1 or name in several, f"{name}: {len(lines)} lines of {result}")
        that(lines and (lines[-1].startswith("infotaulu: ") or name in several),
             f"{name}: the last line of {result}")
        that(result.out == "" or name.startswith("no file among"), f"{name}: output {result.out!r}")
    rig.say(f"calls that cannot work: {len(calls)}")


def check_profiles(scratch, good):
    """A broken profile: what and where, exit 2."""
    good_profile = (SOURCE / "content-schema" / "centre-example.xml").read_bytes()
    profiles = {
        "empty": b"", "not XML": b"Niemel\xc3\xa4", "cut": good_profile[:len(good_profile) // 2],
        "an entry": pathlib.Path(good).read_bytes(),
        "with a DOCTYPE": b'<!DOCTYPE centre [<!ENTITY a "b">]>' + good_profile,
        "without a name": re.sub(rb"<name.*?</name>", b"", good_profile),
        "with a display of no size": re.sub(rb'width="\d+"', b'width="0"', good_profile),
        "with a key that is none": re.sub(rb">RW[A-Za-z0-9+/]{54}<", b">RWabc<", good_profile),
        "in UTF-16": good_profile.decode().encode("utf-16"),
    }
    for name, data in profiles.items():
        path = scratch / "centre.xml"
        path.write_bytes(data)
        result = run("check", "--centre", path, good)
        equal(result.code, 2, f"a profile that is {name}: {result}")
        that(str(path) in result.err, f"a profile that is {name}: it is not named in {result}")
    rig.say(f"broken profiles: {len(profiles)}")


# ---- content that cannot be right --------------------------------------------------------------

def check_content(scratch, good):
    """Exit 1 and a finding that says what is wrong with the file."""
    sound = pathlib.Path(good).read_bytes()
    deep = b"<entry xmlns='http://www.w3.org/2005/Atom'>" + b"<a>" * 10_000 + b"</a>" * 10_000
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 10))
    contents = {
        "empty": b"", "blank": b"\n \n", "not XML": b"Tule mukaan!\n", "zeros": bytes(1000),
        "noise": random.Random(1).randbytes(5000),
        "latin-1": sound.replace(b'encoding="UTF-8"', b'encoding="ISO-8859-1"')
                        .decode().encode("latin-1", "replace"),
        "latin-1 that says UTF-8": sound.decode().encode("latin-1", "replace"),
        "UTF-16": sound.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        "UTF-16 without a mark": sound.decode().encode("utf-16-le"),
        "a DOCTYPE": sound.replace(b"<entry", b"<!DOCTYPE entry>\n<entry", 1),
        "a DOCTYPE with entities": b'<?xml version="1.0"?><!DOCTYPE e [<!ENTITY l0 "ha">' + laughs
                                   + b"]><entry>&l9;</entry>",
        "an outer entity": b'<?xml version="1.0"?><!DOCTYPE e [<!ENTITY x SYSTEM '
                           b'"file:///etc/passwd">]><entry>&x;</entry>',
        "10,000 levels": deep + b"</entry>",
        "10,000 open levels": deep[:20_000],
        "100,000 attributes": b"<entry " + b" ".join(b'a%d=""' % i for i in range(100_000)) + b"/>",
        "cut": sound[:len(sound) * 2 // 3],
        "twice": sound + sound,
        "HTML": b"<!DOCTYPE html><html><body>Tule!</body></html>",
        "another XML": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        "an empty entry": b'<entry xmlns="http://www.w3.org/2005/Atom"/>',
        "no namespace": sound.replace(rig.ATOM.encode(), b""),
        "9 MB": b"<entry>" + b"x" * (9 << 20) + b"</entry>",
        "a zero byte": sound.replace(b"</title>", b"\0</title>"),
        "a picture outside the folder": rig.entry_xml("ulkona", "Ulkona", picture=b"x",
                                                      href="../../etc/passwd"),
        "a picture that is a FIFO": rig.entry_xml("putki", "Putki", picture=b"x",
                                                  href="media/fifo"),
        "a picture that is a device": rig.entry_xml("laite", "Laite", picture=b"x",
                                                    href="media/zero"),
    }
    folder = scratch / "contents"
    (folder / "media").mkdir(parents=True)
    os.mkfifo(folder / "media" / "fifo")
    (folder / "media" / "zero").symlink_to("/dev/zero")
    for name, data in contents.items():
        path = folder / f"{name.replace(' ', '-').replace(',', '')}.xml"
        path.write_bytes(data)
        result = run("check", "--now", NOW, path, timeout=20)
        equal(result.code, 1, f"{name}: {result}")
        that(re.search(rf"^{re.escape(str(path))}(:\d+:\d+)?: stops: .* \[[a-z-]+\]$", result.out,
                       re.M), f"{name}: no finding in {result.out[:300]!r}")
        that(result.err == "", f"{name}: {result}")
        that(result.seconds < 5, f"{name}: took {result.seconds:.1f} s")
        piped = run("check", "--now", NOW, "-", stdin=data, timeout=20)
        equal(piped.code, 0 if "FIFO" in name or "device" in name or "outside" in name else 1,
              f"{name} by standard input: {piped}")
        drawn = run("render", "--now", NOW, "--size", "640x360", path, "-o", scratch / "drawn")
        equal(drawn.code, 1, f"render of {name}: {drawn}")
        that(re.search(r"\[[a-z-]+\]$", drawn.err, re.M), f"render of {name}: no finding: {drawn}")
    both = run("check", "--now", NOW, "--format", "json", folder)
    equal(both.code, 1, f"all in one folder: {both}")
    report = report_of(both)
    if report:
        equal(report["summary"]["block"], len(contents), "all in one folder: blocked")
    rig.say(f"contents that cannot be right: {len(contents)}, by check, standard input and render")


def check_unreadable(scratch, good):
    """A file that may not be read is no content: exit 2, and the others are checked."""
    folder = scratch / "unreadable"
    folder.mkdir()
    shutil.copy(good, folder / "a.xml")
    shutil.copy(good, folder / "b.xml")
    (folder / "a.xml").chmod(0)
    folder.chmod(0o755)
    who = {}
    if os.geteuid() == 0:
        who = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        if subprocess.run([rig.DESK, "--version"], env=rig.environment(), capture_output=True,
                          **who).returncode != 0:
            rig.say("unreadable files: left out, another user cannot run the program here")
            return
    lone = run("check", folder / "a.xml", **who)
    equal(lone.code, 2, f"an unreadable file: {lone}")
    equal(len(lone.err.splitlines()), 1, f"an unreadable file: lines of {lone}")
    both = run("check", "--now", NOW, folder, **who)
    equal(both.code, 2, f"an unreadable file beside a good one: {both}")
    that(both.out.splitlines()[-1].startswith("1 announcement: 1 fine"), f"the good one beside it: {both.out!r}")
    folder.chmod(0o555)
    drawn = run("render", "--now", NOW, good, "-o", folder / "out", **who)
    folder.chmod(0o755)
    equal(drawn.code, 2, f"render into a folder that cannot be written: {drawn}")
    equal(len(drawn.err.splitlines()), 1, f"render there: lines of {drawn}")
    rig.say("unreadable files: 3 cases")


def check_standard_input(scratch, good):
    data = pathlib.Path(good).read_bytes()
    fine = run("check", "--now", NOW, "-", stdin=data)
    equal(fine.code, 0, f"a good one by standard input: {fine}")
    written = run("check", "--now", NOW, "--format", "json", "-o", scratch / "report.json", "-",
                  stdin=data)
    equal(written.code, 0, f"a report into a file: {written}")
    equal(written.out, "", "a report into a file: output")
    report = json.loads((scratch / "report.json").read_text())
    equal(report["summary"], {"pass": 1, "ask": 0, "warn": 0, "block": 0}, "a report into a file")
    closed = run("check", "--now", NOW, "-", stdin=b"")
    equal(closed.code, 1, f"nothing by standard input: {closed}")
    full = run("check", "--now", NOW, good, stdout=open("/dev/full", "wb"))
    equal(full.code, 2, f"output onto a full disk: {full}")
    empty = scratch / "folder"
    empty.mkdir()
    equal(run("check", empty).code, 0, "a folder without files")
    (empty / "note.txt").write_bytes(b"x")
    equal(run("check", empty).code, 0, "a folder without announcements")
    many = run("check", "--now", NOW, good, good)
    equal(many.code, 1, f"the same announcement twice: {many}")
    that("[id-unique]" in many.out, f"the same announcement twice: {many.out!r}")


def check_flips(scratch):
    """Random damage to good samples, all in one folder: findings, whatever they are."""
    rand = random.Random(2026)
    folder = scratch / "flips"
    shutil.copytree(SAMPLES / "good" / "media", folder / "media")
    originals = sorted((SAMPLES / "good").glob("*.xml"))
    pictures = sorted(path for path in (folder / "media").iterdir())
    for number in range(FLIPS):
        data = bytearray(originals[number % len(originals)].read_bytes())
        for _ in range(rand.choice((1, 1, 1, 5, 50))):
            at = rand.randrange(len(data) or 1)
            if not data:
                break
            if rand.random() < 0.5:
                data[at] ^= 1 << rand.randrange(8)
            else:
                del data[at:at + rand.choice((1, 10, 200))]
        (folder / f"{number:03d}.xml").write_bytes(data)
    for path in pictures:
        data = bytearray(path.read_bytes())
        data[rand.randrange(len(data))] ^= 1 << rand.randrange(8)
        path.write_bytes(data)
    result = run("check", "--now", NOW, "--format", "json", folder, timeout=120)
    equal(result.code, 1, f"{FLIPS} damaged announcements: {result}")
    report = report_of(result)
    if report:
        that(len(report["items"]) >= FLIPS, f"{len(report['items'])} items of {FLIPS}")
        validate(report, "damaged announcements")
    rig.say(f"damaged announcements: {FLIPS}, with {len(pictures)} damaged pictures; "
            f"{result.seconds:.1f} s")


# ---- the form of the report --------------------------------------------------------------------

SCHEMA = json.loads((SOURCE / "content-schema" / "check.schema.json").read_text())
try:
    import jsonschema
except ImportError:
    jsonschema = None
    print("python3-jsonschema is not here: reports are not held against their schema", flush=True)


def validate(report, what):
    if jsonschema:
        validator = jsonschema.Draft202012Validator(SCHEMA)
        faults = [f"{list(fault.absolute_path)}: {fault.message[:200]}"
                  for fault in validator.iter_errors(report)]
        equal(faults[:3], [], f"{what}: against the schema")
    verdicts = [item["verdict"] for item in report["items"]]
    counted = {verdict: verdicts.count(verdict) for verdict in ("pass", "ask", "warn", "block")}
    equal(report["summary"], counted, f"{what}: summary")


# ---- samples -----------------------------------------------------------------------------------

def catalogue():
    """Rule id → severity, as the program's own list has it."""
    rules = {}
    for path in (SOURCE / "player" / "base").glob("*list*.h"):
        for match in re.finditer(r'X\(\s*[A-Z_0-9]+,\s*"([a-z0-9-]+)",\s*[A-Z_]+,\s*([A-Z]+),',
                                 path.read_text()):
            rules[match.group(1)] = match.group(2).lower()
    return rules


def check_good():
    for more in ([], ["--centre", SOURCE / "samples" / "approved" / "centre.xml"],
                 ["--centre", SOURCE / "samples" / "approved" / "centre.xml", "--display",
                  "kaytava"]):
        result = run("check", "--now", NOW, "--strict", "--format", "json", *more,
                     SAMPLES / "good")
        equal(result.code, 0, f"good samples {more}: {result}")
        report = report_of(result)
        if not report:
            continue
        validate(report, f"good samples {more}")
        for item in report["items"]:
            that(item["verdict"] in ("pass", "ask"), f"{item['file']}: {item['verdict']} "
                 f"{[finding['rule'] for finding in item['findings']]}")
            that(item["duration_s"] > 0 and item["words"] > 0, f"{item['file']}: {item}")
        equal(len(report["items"]), len(list((SAMPLES / "good").glob("*.xml"))), "good samples")
    rig.say("good samples: on three displays, strictly")


def rule_of(path, rules):
    """The rule that a bad sample is named after: the longest that its name begins with."""
    fitting = [rule for rule in rules if path.stem == rule or path.stem.startswith(f"{rule}-")]
    return max(fitting, key=len) if fitting else None


# Our own layout never draws letters this small or lines this long; made scenes test the block.
LAYOUT_PREVENTS = {"letter-height-min", "line-length"}


def check_one_bad(path, rules, blocked):
    result = run("check", "--now", NOW, "--format", "json", path)
    rule = rule_of(path, rules)
    report = report_of(result)
    if not that(rule, f"{path.name} is named after no rule") or not report:
        return
    validate(report, path.name)
    found = {(finding["rule"], finding["severity"]) for finding in findings_of(report)}
    own = {severity for name, severity in found if name == rule}
    others = {name for name, severity in found if severity == "block" and name != rule}
    that(own, f"{path.name}: its rule is not among {found}")
    equal(others, set(), f"{path.name}: other rules that block")
    equal(result.code, 1 if "block" in own else 0, f"{path.name}: {result}")
    # A rule may have findings of several severities; none is worse than the rule says.
    order = ["advise", "ask", "warn", "block"]
    that(all(order.index(one) <= order.index(rules[rule]) for one in own),
         f"{path.name}: {own}, the rule is {rules[rule]}")
    if "block" in own:
        blocked.add(rule)


def check_bad(scratch):
    rules = catalogue()
    that(len(rules) > 20, f"the catalogue has {len(rules)} rules")
    large = scratch / "large"
    made = subprocess.run(["sh", SAMPLES / "bad" / "make-large.sh", large], capture_output=True,
                          env=rig.environment())
    equal(made.returncode, 0, f"make-large.sh: {made.stderr}")
    blocked = set()
    paths = sorted((SAMPLES / "bad").glob("*.xml")) + sorted(large.glob("*.xml"))
    for path in paths:
        check_one_bad(path, rules, blocked)
    for rule in sorted({rule_of(path, rules) for path in paths} - {None}):
        that(rules[rule] != "block" or rule in blocked | LAYOUT_PREVENTS,
             f"no bad sample of {rule} is blocked")
    rig.say(f"bad samples: {len(paths)}, of {len({rule_of(path, rules) for path in paths})} rules")


def without_texts(report):
    for finding in findings_of(report):
        for name in TEXTS:
            finding[name] = bool(finding[name])
    return report


def check_languages():
    """Each language says it in its own words, and nothing but the words differs."""
    reports, texts, plain = {}, {}, {}
    for language in LANGUAGES:
        result = run("check", "--now", NOW, "--format", "json", "--lang", language, SAMPLES / "bad")
        equal(result.code, 1, f"bad samples in {language}: {result}")
        report = report_of(result)
        if not report:
            return
        texts[language] = [(finding["rule"], finding["message"], finding["why"])
                           for finding in findings_of(report)]
        reports[language] = without_texts(report)
        # Without --lang the environment decides.
        lines = run("check", "--now", NOW, SAMPLES / "bad", env={"LC_ALL": f"{language}_FI.UTF-8"})
        plain[language] = lines.out
        that(run("check", "--help", "--lang", language).out, f"help in {language}")
    for language in ("fi", "sv"):
        equal(reports[language] == reports["en"], True, f"reports in {language} and in English")
        same = [a for a, b in zip(texts[language], texts["en"])
                if a[1] == b[1] or (a[2] and a[2] == b[2])]
        equal(same[:3], [], f"findings in {language} with English words")
        that(plain[language] != plain["en"], f"text by the environment, {language}")
    that("este:" in plain["fi"] and "stops:" in plain["en"], "severities in Finnish and English")
    rig.say(f"languages: {len(texts['en'])} findings in {', '.join(LANGUAGES)}")


# ---- pictures of slides ------------------------------------------------------------------------

def png_size(path):
    data = path.read_bytes()
    return (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))


def check_render(scratch, good):
    """The size that was asked for, a line a file, the same pixels each time."""
    lines = []
    for number in range(2):
        folder = scratch / f"render-{number}"
        result = run("render", "--now", NOW, "--size", "1280x720", good, "-o", folder)
        equal(result.code, 0, f"render: {result}")
        lines.append([line.split()[0] for line in result.out.splitlines()])
        files = sorted(folder.iterdir())
        equal(len(files), len(lines[-1]), "render: files and lines")
        for path in files:
            equal(png_size(path), (1280, 720), f"render: size of {path.name}")
    equal(lines[0], lines[1], "render twice: hashes of the pixels")
    that(all(re.fullmatch("[0-9a-f]{64}", digest) for digest in lines[0]), f"hashes {lines[0]}")
    for size in ("64x64", "320x1080", "3840x200"):
        odd = run("render", "--now", NOW, "--size", size, good, "-o", scratch / f"odd-{size}")
        that(odd.code in (0, 1), f"render at {size}: {odd}")
    folder = run("render", "--unsigned", "--now", NOW, SAMPLES / "good", "--size", "640x360", "-o",
                 scratch / "folder-out")
    equal(folder.code, 0, f"render of a folder: {folder}")
    rig.say("render: sizes, lines and hashes")


def test(scratch):
    good = SOURCE / "content-schema" / "example-minimal.xml"
    check_calls(scratch, good)
    check_profiles(scratch, good)
    check_content(scratch, good)
    check_unreadable(scratch, good)
    check_standard_input(scratch, good)
    check_flips(scratch)
    check_good()
    check_bad(scratch)
    check_languages()
    check_render(scratch, good)


if __name__ == "__main__":
    rig.main(test)
