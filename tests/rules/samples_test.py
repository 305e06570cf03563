# SPDX-License-Identifier: GPL-3.0-or-later
"""Each bad sample breaks the rule that it is named after and no other one that blocks; the good
ones have neither anything that blocks nor anything to mend.

Run as samples_test.py PROGRAM SOURCE_FOLDER.
"""
import json
import os
import subprocess
import sys
import unittest

PROGRAM, SOURCE = sys.argv[1:3]
SAMPLES = os.path.join(SOURCE, "samples", "submissions")
NOW = "2026-11-24T10:00:00+02:00"


def check(path, now=NOW):
    run = subprocess.run([PROGRAM, "check", "--now", now, "--format", "json", path],
                         capture_output=True, encoding="utf-8")
    assert run.returncode in (0, 1), run
    return json.loads(run.stdout)["items"]


class Samples(unittest.TestCase):
    def test_a_bad_sample_breaks_its_own_rule_alone(self):
        findings = {}  # of a file, which may hold several announcements
        for item in check(os.path.join(SAMPLES, "bad")):
            findings.setdefault(item["file"], []).extend(item["findings"])
        self.assertGreater(len(findings), 50)
        for path, of_file in findings.items():
            name = os.path.basename(path)[:-len(".xml")]
            rules = {finding["rule"] for finding in of_file}
            blocking = {finding["rule"] for finding in of_file if finding["severity"] == "block"}
            with self.subTest(name=name):
                own = {rule for rule in rules if name == rule or name.startswith(rule + "-")}
                self.assertTrue(own, rules)
                self.assertLessEqual(blocking, own)

    def test_a_good_sample_has_nothing_to_mend(self):
        for folder, now in ((os.path.join(SAMPLES, "good"), "2026-11-11T10:00:00+02:00"),
                            (os.path.join(SOURCE, "content-schema", "example-full.xml"), NOW),
                            (os.path.join(SOURCE, "content-schema", "example-minimal.xml"), NOW)):
            items = check(folder, now)
            self.assertTrue(items)
            for item in items:
                with self.subTest(name=item["file"]):
                    self.assertFalse([finding for finding in item["findings"]
                                      if finding["severity"] in ("warn", "block")])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
