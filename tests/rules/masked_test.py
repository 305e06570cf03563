# SPDX-License-Identifier: GPL-3.0-or-later
"""No identity code comes out of the program, wherever a sender has put it.

Run as masked_test.py PROGRAM SAMPLES. The announcements are made from a bad sample: the code goes
into one field of each. All codes are fictitious ones that the authority has published.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SAMPLES = sys.argv[1:3]
NOW = "2026-11-24T10:00:00+02:00"
CODES = ("010594Y9032", "020516c903k", "010594 \u2013 9032", "0105&#xAD;94-9032", "010594Y9033")
FIELDS = (
    (">Lue kirja kanssamme<", ">Lue CODE kanssamme<"),
    (">Tule lukupiiriin.<", ">CODE.<"),
    ("Osallistujan tunnus on 010594Y9032.", "Tunnus on CODE."),
    ("<p>Osallistujan", '<p><img src="CODE.png" alt="Kuva CODE"/></p><p>Osallistujan'),
    ("<name>Niemelän Kylätupa ry", "<name>CODE ry"),
    ("https://kylatupa.example.fi/<", "https://kylatupa.example.fi/CODE<"),
    ('href="https://kylatupa.example.fi"', 'href="https://kylatupa.example.fi/CODE"'),
    ('href="https://kylatupa.example.fi"', 'href="CODE"'),
    ('role="emäntä"', 'role="CODE"'),
    ('tel="+358401234508"', 'tel="CODE"'),
    ('tel="+358401234508"', 'email="CODE@gmail.com"'),
    ('start="2026-12-09T17:00:00+02:00"', 'start="CODE"'),
    ('xml:lang="fi-simple"', 'xml:lang="CODE"'),
    ("<id>", "<id>CODE "),
    ('mode="place"', 'mode="CODE"'),
    ("</entry>", "<CODE></entry>"),
    ("<p>", "<p>\u202e"),
)


def plain(text):
    """Without what hides a code: soft hyphens, spaces and dashes of all kinds; capitals."""
    return re.sub("[\u00ad\u200b\u2010-\u2015\\s-]", "", text).upper()


def check(path, *options):
    run = subprocess.run([PROGRAM, "check", "--now", NOW, *options, path], capture_output=True,
                         encoding="utf-8", env={**os.environ, "LC_ALL": "fi_FI.UTF-8"})
    assert run.returncode in (0, 1), run
    return run.stdout + run.stderr


class Masked(unittest.TestCase):
    def assert_masked(self, output, code):
        """Line by line, so that a failure shows just the one that is wrong."""
        secret = plain(code.replace("&#xAD;", ""))
        for line in output.splitlines():
            self.assertNotIn(secret, plain(line))
            self.assertNotIn(secret[-4:], plain(line))

    def write_all(self, folder, code):
        with open(os.path.join(SAMPLES, "personal-id.xml"), encoding="utf-8") as file:
            sample = file.read()
        for number, (old, new) in enumerate(FIELDS):
            self.assertIn(old, sample)
            text = sample.replace(old, new, 1).replace("010594Y9032", "CODE").replace("CODE", code)
            path = os.path.join(folder, f"{number}.xml")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)

    def test_no_output_holds_a_code(self):
        for code in CODES:
            with self.subTest(code=code), tempfile.TemporaryDirectory(prefix="it-") as folder:
                self.write_all(folder, code)
                text = check(folder)
                self.assertIn("******", text)
                self.assert_masked(text, code)
                output = check(folder, "--format", "json")
                self.assert_masked(output, code)
                items = json.loads(output)["items"]
                self.assertEqual(len(items), len(FIELDS))
                self.assert_masked(json.dumps(items, ensure_ascii=False, indent=1), code)

    def test_the_finding_tells_where_the_code_stands(self):
        item = json.loads(check(os.path.join(SAMPLES, "personal-id.xml"), "--format",
                                "json"))["items"][0]
        finding = item["findings"][0]
        self.assertEqual(finding["rule"], "personal-id")
        self.assertEqual(finding["group"], "safety")
        self.assertEqual(finding["severity"], "block")
        self.assertEqual(finding["element"], "content")
        self.assertEqual(finding["span"], {"text": "******-****", "start": 23, "length": 11})


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
