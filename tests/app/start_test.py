#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first day of a centre: six answers, and everything that it makes works together."""
import os
import shutil
import stat
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["INFOTAULU"]
SOURCE = os.path.join(os.path.dirname(__file__), "../..")
NOW = "2026-11-24T10:00:00+02:00"
ANSWERS = ("Kuusiston sote-keskus", "Granholmens social- och hälsocentral", "55", "4,5", "8-17",
           "ilmoitukset@kuusisto.example.fi")


class Start(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.desk = os.path.join(self.folder.name, "desk")

    def run_command(self, *arguments, code=0, given=""):
        command = [PROGRAM, *arguments, "--now", NOW, "--lang", "en"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False,
                              input=given, cwd=self.folder.name)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def start(self, *more, answers=ANSWERS, **named):
        return self.run_command("start", self.desk, "--no-passphrase", *more,
                                given="".join(answer + "\n" for answer in answers), **named)

    def at(self, path):
        return os.path.join(self.desk, path)

    def read(self, path):
        with open(self.at(path), encoding="utf-8") as file:
            return file.read()

    def test_the_profile_says_what_was_answered_and_is_valid(self):
        self.start()
        profile = self.read("approved/centre.xml")
        for words in ('<name xml:lang="fi">Kuusiston sote-keskus</name>', 'diagonal-in="55"',
                      'distance-m="4.5"', 'from="08:00" until="17:00"', ANSWERS[5]):
            self.assertIn(words, profile)
        subprocess.run(["xmllint", "--noout", "--schema",
                        os.path.join(SOURCE, "content-schema/centre.xsd"),
                        self.at("approved/centre.xml")], check=True, capture_output=True)

    def test_the_keys_approve_publish_and_show(self):
        self.start()
        entry = self.at("inbox/digiapu.xml")
        good = os.path.join(SOURCE, "samples/submissions/good")
        shutil.copytree(os.path.join(good, "media"), self.at("inbox/media"))
        with open(os.path.join(good, "digiapu.xml"), encoding="utf-8") as file:
            text = file.read()
        with open(entry, "w", encoding="utf-8") as file:
            file.write(text.replace('term="niemela"', 'term="kuusiston-sote-keskus"'))
        self.run_command("approve", entry, "--by", "Liaison", "--key", self.at("keys/approver.key"))
        self.run_command("publish", self.at("approved"), "-o", self.at("site"), "--key",
                         self.at("keys/publisher.key"), "--root-key", self.at("keys/root.pub"))
        shown = self.run_command("render", self.at("site"), "-o", "slides", "--root-key",
                                 self.at("keys/root.pub")).stdout
        self.assertIn("apua-puhelimen-kanssa", shown)

    def test_secret_keys_are_the_owners_alone(self):
        self.start()
        for name in sorted(os.listdir(self.at("keys"))):
            mode = stat.S_IMODE(os.stat(self.at("keys/" + name)).st_mode)
            self.assertEqual(mode, 0o600 if name.endswith(".key") else 0o644, name)

    def test_the_pages_name_the_keys_and_no_secret(self):
        self.start()
        root = self.read("keys/root.pub").splitlines()[-1]
        secrets = [self.read("keys/" + name).splitlines()[-1]
                   for name in os.listdir(self.at("keys")) if name.endswith(".key")]
        self.assertIn(root, self.read("it.html"))
        self.assertIn(root, self.read("palautus.html"))
        self.assertIn(ANSWERS[5], self.read("yhdyshenkilo.html"))
        for page in ("it.html", "palautus.html", "yhdyshenkilo.html"):
            for secret in secrets:
                self.assertNotIn(secret, self.read(page))

    def test_markup_in_a_name_stays_a_name(self):
        self.start(answers=('A & B <"keskus">',) + ANSWERS[1:])
        self.assertIn("A &amp; B &lt;&quot;keskus&quot;&gt;", self.read("approved/centre.xml"))
        self.assertNotIn('<"keskus">', self.read("it.html"))

    def test_a_wrong_answer_makes_nothing(self):
        for number, answer in ((0, ""), (2, "a lot"), (2, "1000"), (3, "0"), (4, "17-8"),
                               (4, "8"), (5, "nobody")):
            with self.subTest(answer=answer):
                answers = ANSWERS[:number] + (answer,) + ANSWERS[number + 1:]
                self.start(answers=answers, code=2)
                self.assertFalse(os.path.exists(self.desk))
        self.start(answers=ANSWERS[:3], code=2)
        self.assertFalse(os.path.exists(self.desk))

    def test_a_second_first_day_changes_nothing(self):
        self.start()
        before = self.read("keys/root.key")
        done = self.start(code=2)
        self.assertIn("first day", done.stderr)
        self.assertEqual(self.read("keys/root.key"), before)


if __name__ == "__main__":
    unittest.main()
