#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `plan` says is what `play` shows, slide by slide, also after a restart; an alert raised by
one command cuts in, comes as every second slide, and ends by itself."""

import csv
import datetime
import json
import shutil
import subprocess
import time

import rig
from rig import Key, Player, Site, equal, run, that, wait_until

SAMPLES = rig.SOURCE / "samples"
KEYS = SAMPLES / "keys"
NOW = "2026-11-24T10:00:00+02:00"
SPEED = 40
SLIDES = 16
PATIENCE_S = 60
NO_SCREEN = {"SDL_VIDEODRIVER": "dummy"}


def moment(text):
    return datetime.datetime.fromisoformat(text)


def plan(player, start, hours=1, *words):
    result = run("plan", "--from", start, "--hours", hours, "--format", "json", *words,
                 *player.places)
    equal(result.code, 0, f"plan: {result}")
    return json.loads(result.out)


def frames(log):
    """Slides that were alone on the screen, one after the other: id and page."""
    shown = []
    for line in log.read_text().splitlines():
        _, name, page, share = line.split("\t")
        if share == "256" and (not shown or shown[-1] != (name, page)):
            shown.append((name, page))
    return shown


def plays(player):
    rows = []
    for path in sorted((player.folder / "state").glob("plays-*.csv")):
        with open(path, newline="") as file:
            rows += list(csv.DictReader(file))
    return rows


# ---- plan and play -----------------------------------------------------------------------------

def make_site(scratch):
    """Several organisations with one, two or three announcements each; no agenda."""
    root, publisher, approver = (Key(scratch, name) for name in ("root", "publisher", "approver"))
    site = Site(scratch / "site", root, publisher, approver)
    keys = [("publisher", publisher, ""), ("approver", approver, "")]
    site.centre(rig.profile_xml(keys, more='<rotation agenda-min="0"/>\n'))
    entries = []
    for number in range(9):
        name = f"ilmo{number}"
        data = rig.entry_xml(name, f"Kerho {number}", show='from="2026-11-20" until="2026-12-08" '
                             f'seconds="{25 + 5 * (number % 4)}"').replace(
            b"Kyl\xc3\xa4tupa ry</name>", f"yhdistys {number % 5} ry</name>".encode())
        digest = rig.sha256(data)
        site.put(f"entries/{digest}.xml", data, approver, rig.approval())
        entries.append((name, f"Kerho {number}", digest))
    site.feed(entries, "2026-11-24T09:00:00+02:00")
    return site, root


def play(player, start, slides, scratch):
    log = scratch / "frames"
    log.unlink(missing_ok=True)
    result = run("play", "--site", player.site, "--root-key", player.root.public, "--now", start,
                 "--speed", SPEED, "--slides", slides, "--size", "640x360", "--poll", 600,
                 "--frame-log", log, *player.places, env=NO_SCREEN, timeout=180)
    equal(result.code, 0, f"play: {result}")
    return frames(log)


def check_shape(document, start):
    equal(list(document), ["from", "to", "slots", "shares"], "keys of a plan")
    slots, shares = document["slots"], document["shares"]
    equal(moment(document["from"]), moment(start), "from")
    equal(list(slots[0]), ["start", "end", "id", "group", "organisations", "lang"], "a slot")
    equal(list(shares[0]), ["organisation", "seconds", "share"], "a share")
    for one, two in zip(slots, slots[1:]):
        if one["end"] != two["start"]:
            that(False, f"{two['start']} does not follow {one['end']}")
            break
    that(abs(sum(share["share"] for share in shares) - 1) < 1e-6, "the shares add up to 1")
    by_slots = {}
    for slot in slots:
        seconds = (moment(slot["end"]) - moment(slot["start"])).total_seconds()
        for name in slot["organisations"]:
            by_slots[name] = by_slots.get(name, 0) + seconds / len(slot["organisations"])
    for share in shares:
        that(abs(by_slots[share["organisation"]] - share["seconds"]) < 0.01,
             f"the slots of {share['organisation']} add up to its share")


def check_equal_shares(document):
    seconds = [share["seconds"] for share in document["shares"]]
    longest = max((moment(slot["end"]) - moment(slot["start"])).total_seconds()
                  for slot in document["slots"])
    that(max(seconds) - min(seconds) <= 2 * longest,
         f"equal within two slides: {min(seconds)} … {max(seconds)}")


def check_play(scratch):
    site, root = make_site(scratch)
    player = Player(scratch / "player", site.folder, root)
    equal(player.fetch(NOW).code, 0, "fetch")
    before = plan(player, NOW)
    check_shape(before, NOW)
    check_equal_shares(before)
    equal(plan(player, NOW), before, "the same question has the same answer")
    shown = play(player, NOW, SLIDES, scratch)
    wanted = [slot["id"] for slot in before["slots"]]
    equal([name for name, _ in shown], wanted[:len(shown)], "what was shown was planned")
    that(len(shown) >= SLIDES - 1, f"{len(shown)} slides were shown")
    equal(plan(player, NOW), before, "plays behind a moment say nothing of a plan from it on")
    rows = plays(player)
    equal([row["item_id"] for row in rows], wanted[:len(rows)], "the play log has the same")
    planned = [(moment(slot["end"]) - moment(slot["start"])).total_seconds()
               for slot in before["slots"]]
    late = [abs(float(row["duration_s"]) - seconds) for row, seconds in zip(rows[:-1], planned)]
    that(sorted(late)[len(late) // 2] < 0.15 * SPEED, f"as long as planned: {late}")
    check_restart(scratch, player, rows)


def check_restart(scratch, player, rows):
    """The player is started again a minute later: it goes on, and the plan knows where."""
    later = (moment(rows[-1]["to"]) + datetime.timedelta(minutes=1)).isoformat()
    after = plan(player, later)
    fresh = Player(scratch / "fresh", player.site, player.root)
    equal(fresh.fetch(later).code, 0, "fetch")
    that(plan(fresh, later)["slots"] != after["slots"], "a player without a past plans otherwise")
    shown = play(player, later, 10, scratch)
    equal([name for name, _ in shown], [slot["id"] for slot in after["slots"]][:len(shown)],
          "after a restart, too, what was planned is shown")
    had = {}
    for row in plays(player):
        name = row["organisations"]
        had[name] = had.get(name, 0) + float(row["duration_s"])
    that(max(had.values()) - min(had.values()) <= 2 * 40 + 10, f"equal over the restart: {had}")


# ---- the sample centre -------------------------------------------------------------------------

def check_sample(scratch):
    words = ["--site", SAMPLES / "site", "--root-key", SAMPLES / "root.pub"]
    result = run("plan", *words, "--from", NOW, "--hours", 2, "--format", "json")
    equal(result.code, 0, f"plan of the sample centre: {result}")
    document = json.loads(result.out)
    check_shape(document, NOW)
    ids = [slot["id"] for slot in document["slots"]]
    that("agenda" in ids, "the agenda is in the plan")
    that(not [slot for slot in document["slots"] if slot["id"] == "agenda" and
              slot["organisations"]], "the agenda is nobody's")
    for language, head in (("fi", "Kierros"), ("sv", "Varvet"), ("en", "The round")):
        text = run("plan", *words, "--from", NOW, "--lang", language)
        equal(text.code, 0, f"plan in {language}")
        that(head in text.out and "█" in text.out, f"the text in {language}: {text.out[:200]}")
    for wrong in (["--hours", "0"], ["--hours", "x"], ["--from", "eilen"], ["--format", "xml"]):
        equal(run("plan", *words, *wrong).code, 2, f"plan {wrong}")


# ---- an alert ----------------------------------------------------------------------------------

def alert(scratch, *words):
    return run("alert", *words, "--by", "Kiinteistönhoito", "--now", NOW, "-o", scratch / "lobby",
               "--publisher-key", KEYS / "publisher.key")


def check_alert(scratch):
    approved = scratch / "approved"
    shutil.copytree(SAMPLES / "approved", approved)
    published = run("publish", approved, "-o", scratch / "lobby", "--key", KEYS / "publisher.key",
                    "--now", "2026-11-24T09:00:00+02:00")
    equal(published.code, 0, f"publish: {published}")
    log = scratch / "alert-frames"
    process = rig.start("play", "--site", scratch / "lobby", "--root-key", SAMPLES / "root.pub",
                        "--now", NOW, "--slide-time", 2, "--poll", 1, "--size", "640x360",
                        "--frame-log", log, "--cache", scratch / "ac", "--state", scratch / "as",
                        env=NO_SCREEN, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        began = time.monotonic()
        that(wait_until(lambda: log.exists() and len(frames(log)) >= 2, PATIENCE_S), "slides")
        raised = alert(scratch, "drill", 1, approved, "--key", KEYS / "alert.key", "--hours",
                       round((time.monotonic() - began + 25) / 3600, 5))
        equal(raised.code, 0, f"alert: {raised}")
        that("Harjoitus" in raised.out and "Övning" in raised.out, "a drill says that it is one")
        names = alert_ids(approved)
        that(wait_until(lambda: [f for f in frames(log) if f[0] in names], PATIENCE_S),
             "the alert is on the screen")
        check_order(process, log, names)
    finally:
        process.terminate()
        process.wait()
    check_end(scratch, approved)


def alert_ids(approved):
    texts = [path.read_text() for path in sorted(approved.glob("halytys-*.xml"))]
    return [text.split("<id>")[1].split("</id>")[0] for text in texts]


def check_order(process, log, names):
    """Cut in, every second slide, the slide that was cut off again, and over by itself."""
    shares = [line.split("\t") for line in log.read_text().splitlines()]
    that(not [line for line in shares if line[1] in names and line[3] != "256"],
         "an alert comes without a cross-fade")
    first = next(i for i, (name, _) in enumerate(frames(log)) if name in names)
    that(wait_until(lambda: len(frames(log)) > first + 4, PATIENCE_S), "slides behind the alert")
    shown = [name for name, _ in frames(log)]
    equal([name in names for name in shown[first:first + 4]], [True, False, True, False],
          "every second slide")
    equal(shown[first + 1], shown[first - 1], "what was cut off comes again")
    that(wait_until(lambda: not set(n for n, _ in frames(log)[-4:]) & set(names), PATIENCE_S),
         "it ends by itself")
    equal(process.poll(), None, "the player goes on")


def check_end(scratch, approved):
    ended = alert(scratch, "end", approved)
    equal(ended.code, 0, f"alert end: {ended}")
    equal(sorted(approved.glob("halytys-*")), [], "nothing of the alert is left")
    verdicts = (scratch / "record.tsv").read_text()
    that("\talert\t" in verdicts and "\talert-end\t" in verdicts, "it stands in the record")
    wrong = alert(scratch, "raise", 1, approved, "--key", KEYS / "approver.key")
    equal(wrong.code, 2, "an approver's key raises no alert")
    equal(sorted(approved.glob("halytys-*")), [], "nothing was written")
    equal(alert(scratch, "raise", 6, approved, "--key", KEYS / "alert.key").code, 2, "sentence 6")
    listed = run("alert", "list")
    equal(listed.code, 0, "alert list")
    equal(len([line for line in listed.out.splitlines() if line[:1].isdigit()]), 5, "sentences")


def test(scratch):
    check_sample(scratch)
    rig.say("plan of the sample centre: shape, shares, languages, wrong options")
    check_play(scratch)
    rig.say("plan and play: the same slides, before and after a restart")
    check_alert(scratch)
    rig.say("an alert: one command, a cut, every second slide, over by itself")


if __name__ == "__main__":
    rig.main(test)
