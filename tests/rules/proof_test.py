# SPDX-License-Identifier: GPL-3.0-or-later
"""Each row of proof_list.h is true: the case that fails a rule does, the one that passes does too.

Run as proof_test.py PROGRAM SOURCE_FOLDER. Samples are checked; of a test it is looked at that it
is there, is run, and speaks of the rule.
"""
import collections
import glob
import json
import os
import re
import subprocess
import sys
import unittest

PROGRAM, SOURCE = sys.argv[1:3]
HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(SOURCE, "samples", "submissions")
# When bad ones are bad, and when good ones are good: the same moments as in samples_test.py.
NOW = {"bad": "2026-11-24T10:00:00+02:00", "good": "2026-11-11T10:00:00+02:00"}


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


ROW = re.compile(r'X\((\w+), "([^"]+)",\s*(?:\\\s*)?"([^"]+)"\)')
LISTS = "".join(read(path) for path in glob.glob(os.path.join(SOURCE, "player/base/list_*.h")))
IDS = dict(re.findall(r'X\((\w+), "([a-z0-9-]+)", (?:PLAIN|TECH|CONT|SAFE)', LISTS))
CODES = collections.defaultdict(list)  # findings of a rule
for finding, rule in re.findall(r"X\((\w+), (\w+), (?:BLOCK|WARN|ASK|ADVISE)", LISTS):
    CODES[rule].append(finding)
TESTS = {"/".join(path.split(os.sep)[-2:]): read(path)
         for path in glob.glob(os.path.join(SOURCE, "tests", "*", "*.c"))}


def found_in(folder, names):
    """The rules that have findings in each of these files of a folder."""
    paths = [os.path.join(SAMPLES, name) for name in sorted(names) if name.startswith(folder)]
    run = subprocess.run([PROGRAM, "check", "--now", NOW[folder], "--format", "json", *paths],
                         capture_output=True, encoding="utf-8")
    assert run.returncode in (0, 1), run
    found = {}
    for item in json.loads(run.stdout)["items"]:
        name = f"{folder}/{os.path.basename(item['file'])}"
        found.setdefault(name, set()).update(one["rule"] for one in item["findings"])
    return found


class Proof(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rows = ROW.findall(read(HERE, "proof_list.h"))
        names = {name for row in cls.rows for name in row[1:] if name.endswith(".xml")}
        cls.found = {**found_in("bad", names), **found_in("good", names)}

    def check_test(self, code, row):
        file, name = row.split(" ")
        text = TESTS.get(file, "")
        body = re.search(rf"^static void {name}\(void \*\*state\)\n{{(.*?)^}}", text, re.S | re.M)
        self.assertTrue(body, f"{row}: there is no such test")
        self.assertGreater(len(re.findall(rf"\b{name}\b", text)), 1, f"{row}: it is not run")
        self.assertTrue(any(word in text for word in self.words_of(code)),
                        f"{row}: its file does not speak of {IDS[code]}")

    @staticmethod
    def words_of(code):
        """What a file that tests a rule says of it: its id, its names, or what it is about."""
        about = IDS[code].split("-")[-1 if code in ("BAD_SIGNATURE", "NOT_APPROVED") else 0]
        return [IDS[code], f"RULE_{code}", *(f"FINDING_{one}" for one in CODES[code]), about]

    def check_row(self, code, row, fails):
        if row.endswith(".xml"):
            self.assertIn(row, self.found)
            self.assertEqual(IDS[code] in self.found[row], fails, f"{row}: {self.found[row]}")
        else:
            self.check_test(code, row)

    def test_every_row_is_true(self):
        self.assertGreater(len(self.rows), 80)
        for code, fails, passes in self.rows:
            with self.subTest(rule=IDS[code]):
                self.check_row(code, fails, True)
                self.check_row(code, passes, False)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
