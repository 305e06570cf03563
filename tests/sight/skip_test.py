# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot be read on a computer is said once and counts neither as passed nor as failed; an
identity code that stands in a picture alone comes out of the program masked.

Run as skip_test.py PROGRAM SOURCE_FOLDER.
"""
import json
import os
import subprocess
import sys
import unittest

PROGRAM, SOURCE = sys.argv[1:3]
SAMPLES = os.path.join(SOURCE, "samples", "submissions")
NOW = "2026-11-24T10:00:00+02:00"
OF_TEXT = {"picture-text", "slide-text-match", "baked-letter-height", "contrast-baked",
           "line-length"}
SAID = "Text in pictures was not read"


def check(path, where, *options):
    environment = {**os.environ, "PATH": where, "LC_ALL": "C.UTF-8"}
    run = subprocess.run([PROGRAM, "check", "--lang", "en", "--now", NOW, *options, path],
                         capture_output=True, encoding="utf-8", env=environment)
    assert run.returncode in (0, 1), run
    return run.stdout


def rules_of(report):
    return {finding["rule"] for item in report["items"] for finding in item["findings"]}


class Skipping(unittest.TestCase):
    def test_without_a_reader_its_rules_are_skipped_and_the_others_run(self):
        path = os.path.join(SAMPLES, "bad", "slide-text-match.xml")
        report = json.loads(check(path, "/nonexistent", "--format", "json"))
        skipped = {one["rule"] for one in report["skipped"] if one["reason"].startswith(SAID)}
        self.assertEqual(skipped, OF_TEXT)
        self.assertFalse(rules_of(report) & OF_TEXT)
        path = os.path.join(SAMPLES, "bad", "qr-decodes.xml")
        report = json.loads(check(path, "/nonexistent", "--format", "json"))
        self.assertIn("qr-decodes", rules_of(report))

    def test_it_is_said_once_for_all_pictures(self):
        text = check(os.path.join(SAMPLES, "good"), "/nonexistent")
        self.assertEqual(text.count(SAID), 1)

    def test_a_notice_without_a_picture_lacks_nothing(self):
        path = os.path.join(SAMPLES, "good", "apua-perheille.xml")
        report = json.loads(check(path, "/nonexistent", "--format", "json"))
        self.assertFalse(OF_TEXT & {one["rule"] for one in report["skipped"]})

    def test_with_a_reader_nothing_is_skipped(self):
        path = os.path.join(SAMPLES, "bad", "slide-text-match.xml")
        report = json.loads(check(path, os.environ["PATH"], "--format", "json"))
        if any(one["reason"].startswith(SAID) for one in report["skipped"]):
            self.skipTest("tesseract with the model of Finnish is not here")
        self.assertIn("slide-text-match", rules_of(report))
        path = os.path.join(SAMPLES, "bad", "personal-id-picture.xml")
        for options in ((), ("--format", "json")):
            text = check(path, os.environ["PATH"], *options)
            self.assertIn("******-****", text)
            self.assertNotIn("9032", text)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
