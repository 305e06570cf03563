#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What only shows among several announcements: told by check of a folder, and before publishing."""
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["INFOTAULU"]
SOURCE = os.path.join(os.path.dirname(__file__), "../..")
GOOD = os.path.join(SOURCE, "samples/submissions/good")
NOW = "2026-11-24T10:00:00+02:00"


class Together(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        os.mkdir(self.at("approved"))
        for name in ("centre.xml", "centre.xml.minisig"):
            shutil.copy(os.path.join(SOURCE, "samples/approved", name), self.at("approved"))
        shutil.copytree(os.path.join(GOOD, "media"), self.at("inbox/media"))

    def at(self, path):
        return os.path.join(self.folder.name, path)

    def put(self, name, *changes):
        """A good sample, changed; each change must find its place."""
        with open(os.path.join(GOOD, name), encoding="utf-8") as file:
            text = file.read()
        for pattern, words in changes:
            text, count = re.subn(pattern, words, text)
            self.assertTrue(count, pattern)
        with open(self.at("inbox/" + name), "w", encoding="utf-8") as file:
            file.write(text)

    def run_command(self, *arguments, codes=(0,)):
        done = subprocess.run([PROGRAM, *arguments, "--now", NOW, "--lang", "en"],
                              capture_output=True, text=True, timeout=120, check=False,
                              cwd=self.folder.name)
        self.assertIn(done.returncode, codes, done.stdout + done.stderr)
        return done

    def check(self):
        items = json.loads(self.run_command("check", "inbox", "--format", "json").stdout)["items"]
        return {os.path.basename(item["file"]): {finding["rule"] for finding in item["findings"]}
                for item in items}

    def publish(self):
        for name in os.listdir(self.at("inbox")):
            if name.endswith(".xml"):
                self.run_command("approve", "inbox/" + name, "--by", "Yhdyshenkilö", "--key",
                                 os.path.join(SOURCE, "samples/keys/approver.key"))
        return self.run_command("publish", "approved", "-o", "site", "--key",
                                os.path.join(SOURCE, "samples/keys/publisher.key")).stderr

    def test_two_groups_in_one_room_are_told_of_each_other(self):
        room = r'<it:where mode="place" name="[^"]*"[^>]*>'
        same = '<it:where mode="place" name="Kylätupa" extra="sali" access="wheelchair"/>'
        time = r'start="[^"]*" end="[^"]*"'
        for name in ("digiapu.xml", "sururyhma.xml"):
            self.put(name, (room, same), (time + r"(?s:.*?)/>",
                     'start="2026-12-09T17:00:00+02:00" end="2026-12-09T18:00:00+02:00"/>'))
        found = self.check()
        self.assertIn("room-clash", found["digiapu.xml"])
        self.assertIn("room-clash", found["sururyhma.xml"])
        said = self.publish()
        self.assertEqual(said.count("has the same room at the same time"), 2, said)
        self.assertIn("9.12.2026 17.00–18.00", said)

    def test_versions_that_say_other_things_are_told_of(self):
        self.put("sururyhma.xml")
        self.put("sururyhma-sv.xml", (r'tel="\+358401234567"', 'tel="+358401234568"'))
        self.assertIn("versions-agree", self.check()["sururyhma-sv.xml"])
        self.assertIn("another phone number", self.publish())

    def test_what_agrees_is_passed_over_in_silence(self):
        self.put("sururyhma.xml")
        self.put("sururyhma-sv.xml")
        self.put("digiapu.xml")
        for rules in self.check().values():
            self.assertFalse(rules & {"room-clash", "versions-agree"})
        said = self.publish()
        self.assertNotIn("same", said)
        self.assertNotIn("another", said)


if __name__ == "__main__":
    unittest.main()
