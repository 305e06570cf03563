# SPDX-License-Identifier: GPL-3.0-or-later
"""Official notices come back with advice that a volunteer can act on: each finding says what to do,
in everyday words, and shows the sender's own words as they could be.

Run as notices_test.py PROGRAM FOLDER.
"""
import json
import os
import re
import subprocess
import sys
import unittest

PROGRAM, FOLDER = sys.argv[1:3]
NOW = "2026-11-24T10:00:00+02:00"

# What the advice on each notice must show, among other things.
SHOWN = {
    "kuljetuspalvelu": ["maanantaista torstaihin", "liitteineen → liitteiden kanssa",
                        "// joka toimitetaan", "hakeminen → Hae"],
    "omaishoito": ["Yhdistyksen järjestämä tiedotustilaisuus → Yhdistys järjestää "
                   "tiedotustilaisuuden.", "Ilmoittautuessasi → Kun ilmoittaudut",
                   "tehtyjä muutoksia → muutoksia, jotka on tehty", "kanssa. Hoitoapua"],
    "rokotus": ["Rokotteen saatuaan → Kun hän on saanut rokotteen",
                "Terveyden ja hyvinvoinnin laitos (THL)", "// minkä lisäksi"],
    "digituki": ["esimerkiksi", "Sosiaali- ja terveysjärjestöjen avustuskeskus (STEA)"],
    "perhekeskus": ["elämäntilanteen muuttuessa → kun elämäntilanne muuttuu",
                    "kokoontunee → kokoontuu ehkä", "tukeminen → tuemme", "katso"],
}

# Words of grammar that no volunteer has to know.
GRAMMAR = ("partisiip", "infinitiiv", "genetiiv", "passiivi", "konditionaal", "potentiaal",
           "substantiiv", "lauseenvastik", "nominaali", "sijamuo", "abessiiv", "komitatiiv")


def findings_of(path, language):
    run = subprocess.run([PROGRAM, "check", "--lang", language, "--now", NOW, "--format", "json",
                          path], capture_output=True, encoding="utf-8")
    assert run.returncode in (0, 1), run
    items = json.loads(run.stdout)["items"]
    return [finding for item in items for finding in item["findings"]
            if finding["group"] == "plain-language"]


def texts_of(finding):
    return [finding.get(key) or "" for key in ("message", "why", "fix", "example")]


class Notices(unittest.TestCase):
    def test_each_finding_says_what_to_do(self):
        for name in SHOWN:
            path = os.path.join(FOLDER, name + ".xml")
            findings = findings_of(path, "fi")
            self.assertTrue(any(f["severity"] == "block" for f in findings))
            for finding in findings:
                with self.subTest(notice=name, rule=finding["rule"], text=finding["message"]):
                    self.assertTrue(finding["fix"])
                    asks_to_look = finding["fix"].endswith(":")
                    self.assertTrue(not asks_to_look or finding["example"])
                    for text in texts_of(finding):
                        self.assertNotRegex(text, r"\{\d\}")
                        for word in GRAMMAR:
                            self.assertNotIn(word, text.lower())

    def test_the_senders_own_words_are_shown_as_they_could_be(self):
        for name, wanted in SHOWN.items():
            findings = findings_of(os.path.join(FOLDER, name + ".xml"), "fi")
            shown = "\n".join("\n".join(texts_of(finding)) for finding in findings)
            for text in wanted:
                with self.subTest(notice=name):
                    self.assertIn(text, shown)

    def test_nobody_drowns(self):
        for name in SHOWN:
            findings = findings_of(os.path.join(FOLDER, name + ".xml"), "fi")
            for rule in {finding["rule"] for finding in findings} - {"overall-score"}:
                of_rule = [finding for finding in findings if finding["rule"] == rule]
                with self.subTest(notice=name, rule=rule):
                    self.assertLessEqual(len(of_rule), 3)

    def test_swedish_and_english_readers_are_told_too(self):
        path = os.path.join(FOLDER, "omaishoito.xml")
        finnish, swedish = findings_of(path, "fi"), findings_of(path, "sv")
        english = findings_of(path, "en")
        self.assertEqual([f["rule"] for f in finnish], [f["rule"] for f in swedish])
        for ours, theirs, others in zip(finnish, swedish, english):
            self.assertNotEqual(ours["fix"], theirs["fix"])
            self.assertNotEqual(ours["fix"], others["fix"])
            self.assertFalse(re.search(r"\{\d\}", theirs["message"]))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
