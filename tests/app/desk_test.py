#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The liaison's verdicts as commands: folders, letters, the record, and taking back."""
import email
import email.policy
import hashlib
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
LATER = "2026-11-24T11:00:00+02:00"
BY = "Järjestöyhdyshenkilö"


def key(name):
    return os.path.join(SOURCE, "samples/keys", name + ".key")


class Desk(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        for name in ("inbox", "approved"):
            os.mkdir(self.at(name))
        for name in ("centre.xml", "centre.xml.minisig"):
            shutil.copy(os.path.join(SOURCE, "samples/approved", name), self.at("approved"))
        for name in ("sururyhma.xml", "sururyhma-sv.xml", "digiapu.xml"):
            shutil.copy(os.path.join(GOOD, name), self.at("inbox"))
        shutil.copytree(os.path.join(GOOD, "media"), self.at("inbox/media"))

    def at(self, path):
        return os.path.join(self.folder.name, path)

    def read(self, path):
        with open(self.at(path), encoding="utf-8") as file:
            return file.read()

    def run_command(self, *arguments, code=0, now=NOW, lang="en", cwd=None):
        command = [PROGRAM, *arguments, "--now", now, "--lang", lang]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False,
                              cwd=cwd or self.folder.name)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def approve(self, path="inbox/sururyhma.xml", *more, **named):
        return self.run_command("approve", path, "--by", BY, "--key", key("approver"), *more,
                                **named)

    def tree(self):
        """Every file with its bytes, but for what is only noted."""
        found = {}
        for folder, _, names in os.walk(self.folder.name):
            for name in names:
                path = os.path.relpath(os.path.join(folder, name), self.folder.name)
                if path.split("/")[0] in ("letters", "undo", "record.tsv"):
                    continue
                with open(os.path.join(folder, name), "rb") as file:
                    found[path] = file.read()
        return found

    def record(self):
        return [line.split("\t") for line in self.read("record.tsv").splitlines()]

    def letters(self, kind):
        names = [name for name in sorted(os.listdir(self.at("letters"))) if kind in name]
        self.assertEqual([os.path.splitext(name)[1] for name in names], [".eml", ".txt"], names)
        with open(self.at("letters/" + names[0]), "rb") as file:
            mail = email.message_from_binary_file(file, policy=email.policy.default)
        return mail, self.read("letters/" + names[1])

    # ---- each verdict ----

    def test_an_approval_moves_signs_notes_and_writes(self):
        self.approve()
        self.assertFalse(os.path.exists(self.at("inbox/sururyhma.xml")))
        self.assertTrue(os.path.exists(self.at("approved/sururyhma.xml.minisig")))
        row = self.record()[0]
        self.assertEqual(row[1], "approve")
        self.assertEqual(row[3], BY)
        self.assertEqual(row[10], "fi-simple")
        self.assertEqual(row[11], "Niemelän Tuki ry")
        mail, text = self.letters("hyvaksytty")
        self.assertEqual(mail["X-Unsent"], "1")
        self.assertIn("Tule sururyhmään", mail["Subject"])
        self.assertIn("24.11.2026", text)
        self.assertRegex(text, r"noin \d+ kertaa tunnissa")
        self.assertNotIn("---", text)

    def test_a_return_says_at_most_three_things(self):
        path = self.at("inbox/huono.xml")
        with open(os.path.join(SOURCE, "samples/submissions/bad/weekday-agrees.xml"),
                  encoding="utf-8") as file:
            bad = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(bad)
        self.run_command("return", path, "--by", BY, "--text", "Soita, jos et ymmärrä.")
        self.assertFalse(os.path.exists(path))
        self.assertTrue(os.path.exists(self.at("returned/huono.xml")))
        _, text = self.letters("palautettu")
        self.assertIn("1. ", text)
        self.assertNotIn("4. ", text)
        self.assertIn("Soita, jos et ymmärrä.", text)
        row = self.record()[0]
        self.assertEqual(row[1], "return")
        self.assertIn("weekday-agrees", row[8])

    def test_what_is_no_announcement_is_called_by_its_file(self):
        for name in ("eka.xml", "toka.xml"):
            with open(self.at("inbox/" + name), "w", encoding="utf-8") as file:
                file.write("<html>")
            done = self.run_command("return", "inbox/" + name, "--by", BY, "--text", "Ei aukea.")
            self.assertIn(name, done.stdout)
        names = [name for name in sorted(os.listdir(self.at("letters"))) if ".txt" in name]
        self.assertEqual(len(names), 2, names)  # one letter is not written over the other
        self.assertIn("eka.xml", self.read("letters/" + names[0]))

    def test_two_organisations_with_one_title_get_a_letter_each(self):
        with open(self.at("inbox/sururyhma.xml"), encoding="utf-8") as file:
            entry = file.read()
        other = entry.replace("<name>Niemelän Tuki ry", "<name>Rantakylän Tuki ry")
        self.assertNotEqual(other, entry)
        with open(self.at("inbox/toinen.xml"), "w", encoding="utf-8") as file:
            file.write(other)
        for name in ("sururyhma", "toinen"):
            self.run_command("return", f"inbox/{name}.xml", "--by", BY, "--text", "Kerro lisää.")
        names = [name for name in os.listdir(self.at("letters")) if name.endswith(".txt")]
        self.assertEqual(len(names), 2, names)

    def test_a_return_without_any_reason_is_no_return(self):
        before = self.tree()
        done = self.run_command("return", "inbox/digiapu.xml", "--by", BY, code=2)
        self.assertIn("--text", done.stderr)
        self.assertEqual(self.tree(), before)

    def test_a_refusal_needs_a_ground_that_everybody_hears_alike(self):
        before = self.tree()
        done = self.run_command("refuse", "inbox/digiapu.xml", "--by", BY, code=2)
        self.assertIn("advertising", done.stderr)
        self.run_command("refuse", "inbox/digiapu.xml", "--by", BY, "--ground", "other", code=2)
        self.assertEqual(self.tree(), before)
        self.run_command("refuse", "inbox/digiapu.xml", "--by", BY, "--ground", "advertising")
        self.assertTrue(os.path.exists(self.at("refused/digiapu.xml")))
        _, text = self.letters("hylatty")
        self.assertIn("mainos", text.lower())
        self.assertEqual(self.record()[0][8], "advertising")

    def test_a_letter_in_swedish_has_finnish_behind_it(self):
        done = self.run_command("refuse", "inbox/sururyhma-sv.xml", "--by", BY, "--ground",
                                "not-for-here", "--letter-only")
        swedish, finnish = done.stdout.split("\n---\n")
        self.assertIn("Hej!", swedish)
        self.assertIn("Hei!", finnish)
        self.assertTrue(os.path.exists(self.at("inbox/sururyhma-sv.xml")))

    def test_a_correction_changes_those_words_and_nothing_else(self):
        before = self.read("inbox/digiapu.xml")
        words = before.split("<title>")[1].split("</title>")[0]
        self.run_command("correct", "inbox/digiapu.xml", "--words", words, "--text", "Apua & neuvoa",
                         "--by", BY, "--key", key("approver"))
        after = self.read("approved/digiapu.xml")
        self.assertIn("<title>Apua &amp; neuvoa</title>", after)
        self.assertEqual(self.record()[0][1], "correct")
        _, text = self.letters("hyvaksytty")
        self.assertIn(f"\"{words}\"", text.replace("”", "\""))
        self.assertIn("Apua & neuvoa", text)

    def test_words_that_are_not_there_or_not_plain_change_nothing(self):
        before = self.tree()
        for words, said in (("tätä ei ole", "does not stand"), ("a", "more than once"),
                            ("title", "does not stand")):
            done = self.run_command("correct", "inbox/digiapu.xml", "--words", words, "--text", "x",
                                    "--by", BY, "--key", key("approver"), code=2)
            self.assertIn(said, done.stderr)
        self.assertEqual(self.tree(), before)

    def publish(self, now=NOW):
        return self.run_command("publish", "approved", "-o", "site", "--key", key("publisher"),
                                now=now)

    @staticmethod
    def read_sample(name):
        with open(os.path.join(GOOD, name + ".xml"), encoding="utf-8") as file:
            return file.read()

    def title_of(self, name):
        return self.read_sample(name).split("<title>")[1].split("<")[0]

    def number_of(self, title):
        """The number that the site gives a title."""
        for entry in self.read("site/feed.atom").split("<entry")[1:]:
            if f"<title>{title}</title>" in entry:
                return int(entry.split("<it:number>")[1].split("<")[0])
        return None

    def new_version(self, name="digiapu", title="Digiapua torstaisin"):
        """The same notice written anew, as a sender does: another id, another title."""
        text = self.read_sample(name)
        own_id = text.split("<id>")[1].split("<")[0]
        text = text.replace(own_id, "urn:uuid:12345678-0000-4000-8000-000000000001")
        text = text.replace(f"<title>{self.title_of(name)}</title>", f"<title>{title}</title>")
        with open(self.at("inbox/uusi.xml"), "w", encoding="utf-8") as file:
            file.write(text)
        shutil.copytree(os.path.join(GOOD, "media"), self.at("inbox/media"), dirs_exist_ok=True)

    def test_a_replacement_takes_number_and_place_and_is_taken_back(self):
        for name in ("sururyhma", "sururyhma-sv", "digiapu"):
            self.approve(f"inbox/{name}.xml")
        self.publish()
        old_title = self.title_of("digiapu")
        number = self.number_of(old_title)
        self.new_version()
        before = self.tree()
        done = self.approve("inbox/uusi.xml", "--replaces", str(number), now=LATER)
        self.assertIn(f"No {number}, {old_title}", done.stdout)
        entry = self.read("approved/digiapu.xml")
        self.assertIn("<title>Digiapua torstaisin</title>", entry)
        self.assertIn(self.read_sample("digiapu").split("<id>")[1].split("<")[0], entry)
        self.assertFalse(os.path.exists(self.at("approved/uusi.xml")))
        self.assertFalse(os.path.exists(self.at("inbox/uusi.xml")))
        self.assertEqual(self.record()[-1][1], "replace")
        self.assertIn(old_title, self.record()[-1][8])
        letters = [self.read("letters/" + name) for name in os.listdir(self.at("letters"))
                   if "torstaisin" in name and name.endswith(".txt")]
        self.assertIn(f"numero {number}, {old_title}", letters[0])
        self.run_command("undo", "approved/digiapu.xml", "--by", BY)
        self.assertEqual(self.tree(), before)
        self.approve("inbox/uusi.xml", "--replaces", "approved/digiapu.xml", now=LATER)
        self.publish(now="2026-11-24T12:00:00+02:00")
        self.assertEqual(self.number_of("Digiapua torstaisin"), number)
        self.assertIsNone(self.number_of(old_title))

    def test_of_two_languages_the_own_one_is_replaced(self):
        for name in ("sururyhma", "sururyhma-sv"):
            self.approve(f"inbox/{name}.xml")
        self.publish()
        finnish = self.read("approved/sururyhma.xml")
        number = self.number_of(self.title_of("sururyhma"))
        self.new_version("sururyhma-sv", "Sorggruppen har flyttat")
        self.approve("inbox/uusi.xml", "--replaces", str(number), now=LATER)
        self.assertEqual(self.read("approved/sururyhma.xml"), finnish)
        self.assertIn("Sorggruppen har flyttat", self.read("approved/sururyhma-sv.xml"))
        self.publish(now="2026-11-24T12:00:00+02:00")
        self.assertEqual(self.number_of("Sorggruppen har flyttat"), number)

    def write_digiapu(self, name, *changes):
        """A submission that is "digiapu" but for some words."""
        text = self.read_sample("digiapu")
        for old, new in changes:
            self.assertIn(old, text)
            text = text.replace(old, new)
        with open(self.at(f"inbox/{name}.xml"), "w", encoding="utf-8") as file:
            file.write(text)
        shutil.copytree(os.path.join(GOOD, "media"), self.at("inbox/media"), dirs_exist_ok=True)

    def test_an_id_or_a_file_is_the_very_one_before_it_is_a_group(self):
        own = self.read_sample("digiapu").split("<id>")[1].split("<")[0]
        self.write_digiapu("yleinen", ('xml:lang="fi-simple"', 'xml:lang="fi"'))
        other = own[:-1] + "0"
        self.write_digiapu("selko", (own, other),
                           ("  <it:show", f'  <it:group ref="{own}"/>\n  <it:show'))
        for name in ("yleinen", "selko"):
            self.approve(f"inbox/{name}.xml")
        plain = self.read("approved/selko.xml")
        for given in (own, "approved/yleinen.xml"):
            with self.subTest(given=given):
                self.new_version(title="Digiapua torstaisin")
                self.approve("inbox/uusi.xml", "--replaces", given, now=LATER)
                self.assertEqual(self.read("approved/selko.xml"), plain)
                self.assertIn("torstaisin", self.read("approved/yleinen.xml"))
                self.run_command("undo", own, "--by", BY)

    def test_a_pair_of_languages_that_replaces_stays_one_notice(self):
        self.approve("inbox/digiapu.xml")
        self.publish()
        own = self.read_sample("digiapu").split("<id>")[1].split("<")[0]
        number = self.number_of(self.title_of("digiapu"))
        self.new_version()
        self.write_digiapu("uusi-sv", ('xml:lang="fi-simple"', 'xml:lang="sv-simple"'),
                           (own, own[:-1] + "0"), (self.title_of("digiapu"), "Hjälp på torsdagar"),
                           ("  <it:show", '  <it:group ref="urn:uuid:12345678-0000-4000-8000-'
                            '000000000001"/>\n  <it:show'))
        done = self.approve("inbox/uusi.xml", "--replaces", str(number), now=LATER)
        self.assertIn(f"--replaces {number} also for inbox/uusi-sv.xml", done.stdout)
        self.assertNotIn("sururyhma", done.stdout)
        finnish = self.tree()
        done = self.approve("inbox/uusi-sv.xml", "--replaces", str(number), "--reason", "Sovittu",
                            now=LATER)
        self.assertIn(f"another language version of: No {number}, ", done.stdout)
        self.assertNotIn("also for", done.stdout)
        self.assertEqual(self.record()[-1][1], "replace")
        self.assertIn("torstaisin", self.read("approved/digiapu.xml"))
        self.run_command("undo", own[:-1] + "0", "--by", BY)
        self.assertEqual(self.tree(), finnish)
        self.approve("inbox/uusi-sv.xml", "--replaces", "digiapu.xml", "--reason", "Sovittu",
                     now=LATER)
        self.publish(now="2026-11-24T12:00:00+02:00")
        for title in ("Digiapua torstaisin", "Hjälp på torsdagar"):
            self.assertEqual(self.number_of(title), number)

    def test_the_record_says_what_was_replaced_and_mended_and_why(self):
        self.approve("inbox/digiapu.xml")
        self.new_version()
        self.approve("inbox/uusi.xml", "--replaces", "digiapu.xml", "--words", "torstaisin",
                     "--text", "torstaina", "--reason", "Sovittu puhelimessa", now=LATER)
        self.assertEqual(self.record()[-1][8], self.title_of("digiapu") +
                         "; torstaisin → torstaina; Sovittu puhelimessa")

    def test_the_letter_says_whose_announcement_was_replaced(self):
        for sender, said in (("Niemelän Digitupa ry", "aiemman ilmoituksesi"),
                             ("Rantakylän Digitupa ry", "korvaa aiemman ilmoituksen:")):
            with self.subTest(sender=sender):
                shutil.copy(os.path.join(GOOD, "digiapu.xml"), self.at("inbox"))
                shutil.copytree(os.path.join(GOOD, "media"), self.at("inbox/media"),
                                dirs_exist_ok=True)
                self.approve("inbox/digiapu.xml")
                own = self.read_sample("digiapu").split("<id>")[1].split("<")[0]
                self.write_digiapu("uusi", ("Niemelän Digitupa ry", sender),
                                   (own, own[:-1] + "0"), (self.title_of("digiapu"), "Apua"))
                self.approve("inbox/uusi.xml", "--replaces", "digiapu.xml", now=LATER)
                letter = [name for name in sorted(os.listdir(self.at("letters")))
                          if f"-apua-{sender[:4].lower()}" in name and name.endswith(".txt")]
                self.assertIn(said, self.read("letters/" + letter[0]))

    def test_what_cannot_be_replaced_is_said_and_changes_nothing(self):
        self.approve("inbox/digiapu.xml")
        self.new_version("sururyhma-sv")
        before = self.tree()
        for given in ("99", "0", "approved/muu.xml"):
            done = self.approve("inbox/uusi.xml", "--replaces", given, code=2)
            self.assertIn("no approved announcement", done.stderr)
        self.assertEqual(self.tree(), before)
        self.new_version()
        self.run_command("hide", "approved/digiapu.xml", "approved", "--by", BY, "--key",
                         key("approver"))
        before = self.tree()
        done = self.approve("inbox/uusi.xml", "--replaces", "digiapu.xml", code=2)
        self.assertIn("taken off", done.stderr)
        done = self.approve("approved/digiapu.xml", "--replaces", "digiapu.xml", code=2)
        self.assertIn("not in a folder named inbox", done.stderr)
        self.assertEqual(self.tree(), before)

    def test_the_letter_is_printed_behind_an_empty_line(self):
        done = self.run_command("return", "inbox/digiapu.xml", "--by", BY, "--text", "Soita!",
                                "--with-letter")
        first, letter = done.stdout.split("\n\n", 1)
        self.assertIn("returned", first)
        self.assertEqual(letter, self.letters("palautettu")[1])

    def test_a_copy_of_a_desk_takes_back_its_own_verdicts(self):
        before = self.tree()
        self.approve("inbox/digiapu.xml")
        after = self.tree()
        with tempfile.TemporaryDirectory() as place:
            copy = os.path.join(place, "kopio")
            shutil.copytree(self.folder.name, copy)
            self.run_command("undo", os.path.join(copy, "approved/digiapu.xml"), "--by", BY)
            self.assertFalse(os.path.exists(os.path.join(copy, "approved/digiapu.xml")))
            self.assertTrue(os.path.exists(os.path.join(copy, "inbox/digiapu.xml")))
        self.assertEqual(self.tree(), after)
        self.run_command("undo", "approved/digiapu.xml", "--by", BY)
        self.assertEqual(self.tree(), before)

    def test_only_what_was_seen_is_signed(self):
        with open(self.at("inbox/digiapu.xml"), "rb") as file:
            entry = hashlib.sha256(file.read()).hexdigest()
        with open(self.at("inbox/media/digiapu.png"), "rb") as file:
            picture = hashlib.sha256(file.read()).hexdigest()
        before = self.tree()
        for seen in (f"{'0' * 64},{picture}", f"{entry},{'0' * 64}", "x", ""):
            done = self.approve("inbox/digiapu.xml", "--seen", seen, code=2)
            self.assertIn("Look at it again", done.stderr)
        self.assertEqual(self.tree(), before)
        self.approve("inbox/digiapu.xml", "--seen", f"{entry},{picture}")

    def test_without_its_picture_an_announcement_names_none(self):
        self.approve("inbox/sururyhma.xml", "--without-picture")
        entry = self.read("approved/sururyhma.xml")
        self.assertNotIn("<img", entry)
        self.assertNotIn("enclosure", entry)

    # ---- taking off ----

    def hide(self, *arguments, **named):
        return self.run_command("hide", *arguments, "--by", "Aula", "--key", key("reception"),
                                **named)

    def test_a_date_and_an_announcement_are_taken_off(self):
        self.approve()
        self.hide("approved/sururyhma.xml", "--date", "2026-12-01")
        listed = self.read("approved/hide.xml")
        self.assertIn('date="2026-12-01"', listed)
        self.hide("urn:x-other", now=LATER)
        self.assertIn("urn:x-other", self.read("approved/hide.xml"))
        self.assertIn('date="2026-12-01"', self.read("approved/hide.xml"))
        self.assertEqual([row[1] for row in self.record()], ["approve", "cancel", "hide"])

    def test_what_is_taken_off_is_not_approved_as_if_it_were_shown(self):
        group = self.read_sample("sururyhma").split('<it:group ref="')[1].split('"')[0]
        for given in ("inbox/sururyhma.xml", group):
            with self.subTest(given=given):
                self.hide(given)
                before = self.tree()
                done = self.approve(code=2)
                self.assertIn(f"take that back first: infotaulu undo {given}", done.stderr)
                self.assertEqual(self.tree(), before)
                self.assertFalse(os.path.exists(self.at("letters")))
                self.run_command("undo", given, "--by", BY)
        self.approve()

    def test_dates_that_are_cancelled_are_said_to_who_approves_another_version(self):
        self.approve("inbox/digiapu.xml")
        for day in ("2026-12-01", "2026-12-08"):
            self.hide("approved/digiapu.xml", "--date", day)
        self.new_version()
        done = self.approve("inbox/uusi.xml", "--replaces", "digiapu.xml", now=LATER)
        self.assertIn("stays cancelled: 1.12.2026\nstays cancelled: 8.12.2026\n", done.stdout)

    def test_a_list_goes_to_the_site_without_a_publisher(self):
        self.approve()
        self.run_command("publish", "approved", "-o", "site", "--key", key("publisher"))
        self.hide("approved/sururyhma.xml", "-o", "site", now=LATER)
        self.assertEqual(self.read("approved/hide.xml"), self.read("site/hide.xml"))
        shown = self.run_command("render", "site", "-o", "slides", "--root-key",
                                 os.path.join(SOURCE, "samples/root.pub"), now=LATER)
        self.assertNotIn("sururyhma", shown.stdout)

    def test_a_key_that_screens_do_not_trust_signs_no_list(self):
        before = self.tree()
        self.run_command("hide", "urn:x", "--by", "Aula", "--key", key("publisher"), code=2)
        self.assertEqual(self.tree(), before)

    # ---- what publish makes beside the feed ----

    def publish(self, *more, now=NOW):
        self.run_command("publish", "approved", "-o", "site", "--key", key("publisher"), *more,
                         now=now)

    def test_slides_for_other_systems_come_with_their_times_and_go_again(self):
        self.approve()
        self.publish("--with-slides")
        self.assertEqual(os.listdir(self.at("site/slides/aula")), ["1-fi.png"])
        self.assertIn("slides/kaytava/1-fi.png,kaytava,1,fi-simple,Tule sururyhmään,"
                      "Niemelän Tuki ry,2026-11-03,2027-05-25,", self.read("site/slides/slides.csv"))
        first = self.tree()
        self.publish("--with-slides", now=LATER)
        self.assertEqual({path: data for path, data in self.tree().items() if path != "published"},
                         {path: data for path, data in first.items() if path != "published"})
        os.remove(self.at("approved/sururyhma.xml"))
        os.remove(self.at("approved/sururyhma.xml.minisig"))
        self.publish("--with-slides", now=LATER)
        self.assertEqual(os.listdir(self.at("site/slides/aula")), [])
        self.assertFalse(os.path.exists(self.at("site/1.html")))

    # ---- letters that are due ----

    def due(self, now):
        return self.run_command("letters", now=now).stdout.splitlines()

    def test_a_receipt_is_written_once(self):
        self.assertEqual(len(self.due(NOW)), 3)
        self.assertEqual(self.due(LATER), [])

    def test_a_series_is_asked_about_after_sixty_days_and_before_it_ends(self):
        self.approve()
        shutil.rmtree(self.at("inbox"))
        self.assertEqual(self.due("2027-01-20T10:00:00+02:00"), [])
        asked = self.due("2027-01-25T10:00:00+02:00")
        self.assertEqual(len(asked), 1)
        self.assertIn("onko-voimassa", asked[0])
        self.assertEqual(self.due("2027-01-26T10:00:00+02:00"), [])
        ending = self.due("2027-05-15T10:00:00+02:00")
        self.assertIn("paattyy", ending[0])
        _, text = self.letters("paattyy")
        self.assertIn("Tule sururyhmään", text)

    # ---- undo ----

    def test_every_verdict_can_be_taken_back(self):
        verdicts = (
            ("approve", "inbox/sururyhma.xml", "--key", key("approver")),
            ("approve", "inbox/sururyhma.xml", "--key", key("approver"), "--without-picture"),
            ("return", "inbox/digiapu.xml", "--text", "Korjaa tämä."),
            ("refuse", "inbox/digiapu.xml", "--ground", "advertising"),
            ("hide", "inbox/digiapu.xml", "approved", "--key", key("reception")),
        )
        before = self.tree()
        for verdict in verdicts:
            with self.subTest(verdict=verdict[0]):
                given = self.read(verdict[1]).split("<id>")[1].split("</id>")[0]
                self.run_command(*verdict, "--by", BY)
                self.assertNotEqual(self.tree(), before)
                self.run_command("undo", given, "--by", BY)
                self.assertEqual(self.tree(), before)
        self.assertEqual(self.record()[-1][1], "undo")

    def test_an_older_approved_version_comes_back_too(self):
        self.approve()
        first = self.tree()
        shutil.copy(os.path.join(GOOD, "sururyhma.xml"), self.at("inbox/uusi.xml"))
        with open(self.at("inbox/uusi.xml"), encoding="utf-8") as file:
            text = file.read()
        with open(self.at("inbox/uusi.xml"), "w", encoding="utf-8") as file:
            file.write(text.replace("Saat puhua", "Voit puhua"))
        given = text.split("<id>")[1].split("</id>")[0]
        self.approve("inbox/uusi.xml", now=LATER)
        self.assertIn("Voit puhua", self.read("approved/sururyhma.xml"))
        self.run_command("undo", given, "--by", BY, now=LATER)
        after = self.tree()
        del after["inbox/uusi.xml"]
        self.assertEqual(after, first)

    def test_what_is_published_is_not_taken_back(self):
        self.approve()
        self.run_command("publish", "approved", "-o", "site", "--key", key("publisher"), now=LATER)
        before = self.tree()
        done = self.run_command("undo", "approved/sururyhma.xml", "--by", BY, now=LATER, code=2)
        self.assertIn("published", done.stderr)
        self.assertEqual(self.tree(), before)

    def test_a_new_submission_is_not_lost_under_an_old_one(self):
        self.approve()
        with open(self.at("inbox/sururyhma.xml"), "w", encoding="utf-8") as file:
            file.write("<new/>")
        self.run_command("undo", "approved/sururyhma.xml", "--by", BY, code=2)
        self.assertEqual(self.read("inbox/sururyhma.xml"), "<new/>")

    def take_back(self, given, **named):
        return self.run_command("undo", given, "--by", BY, **named)

    def test_what_came_later_is_taken_back_first(self):
        before = self.tree()
        self.hide("urn:x-a")
        first = self.tree()
        self.hide("urn:x-b", now=LATER)
        both = self.tree()
        done = self.take_back("urn:x-a", code=2)
        self.assertRegex(done.stderr, "hide.xml after this verdict: take that back first")
        self.assertEqual(self.tree(), both)
        self.take_back("urn:x-b")
        self.assertEqual(self.tree(), first)
        self.take_back("urn:x-a")
        self.assertEqual(self.tree(), before)

    def test_a_newer_picture_in_the_inbox_is_not_lost_under_an_old_one(self):
        picture = self.at("inbox/media/digiapu.png")
        shutil.copy(picture, self.at("old.png"))
        self.approve("inbox/digiapu.xml")
        shutil.copy(os.path.join(GOOD, "media/sururyhma.png"), picture)
        before = self.tree()
        done = self.take_back("approved/digiapu.xml", code=2)
        self.assertIn("inbox/media/digiapu.png", done.stderr)
        self.assertEqual(self.tree(), before)
        shutil.copy(self.at("old.png"), picture)  # the one that was there before is none
        self.take_back("approved/digiapu.xml")
        self.assertTrue(os.path.exists(self.at("inbox/digiapu.xml")))

    def test_a_picture_that_another_one_needs_by_now_stays(self):
        for verdict in (("approve", "--key", key("approver")), ("return", "--text", "Korjaa.")):
            with self.subTest(verdict=verdict[0]):
                before = self.tree()
                for name in ("sururyhma", "sururyhma-sv"):
                    self.run_command(verdict[0], f"inbox/{name}.xml", "--by", BY, *verdict[1:])
                folder = {"approve": "approved", "return": "returned"}[verdict[0]]
                picture = folder + "/media/sururyhma.png"
                self.take_back(folder + "/sururyhma.xml")
                self.assertTrue(os.path.exists(self.at(picture)))
                self.assertTrue(os.path.exists(self.at("inbox/media/sururyhma.png")))
                self.assertFalse(os.path.exists(self.at(folder + "/sururyhma.xml")))
                self.take_back(folder + "/sururyhma-sv.xml")
                after = self.tree()
                self.assertIsNotNone(after.pop(picture, None))  # it was there before the second
                self.assertEqual(after, before)

    def test_a_picture_that_became_another_one_is_not_turned_back_under_a_second(self):
        self.approve("inbox/sururyhma.xml")
        for name in ("sururyhma", "sururyhma-sv"):  # not tied to the picture that they had
            with open(self.at(f"inbox/{name}.xml"), "w", encoding="utf-8") as file:
                file.write(re.sub('<link rel="enclosure"[^>]*>', "", self.read_sample(name)))
        other = os.path.join(GOOD, "media/digiapu.png")
        shutil.copy(other, self.at("inbox/media/sururyhma.png"))
        for name in ("sururyhma", "sururyhma-sv"):
            self.approve(f"inbox/{name}.xml", now=LATER)
        before = self.tree()
        done = self.take_back("approved/sururyhma.xml", code=2)
        self.assertIn("approved/media/sururyhma.png", done.stderr)
        self.assertEqual(self.tree(), before)

    def test_a_verdict_that_was_cut_off_is_taken_back_by_the_inbox_alone(self):
        before = self.tree()
        self.hide("urn:x-a")
        for folder, _, names in os.walk(self.at("undo")):
            if "seal" in names:
                os.remove(os.path.join(folder, "seal"))
        self.hide("urn:x-b", now=LATER)
        self.take_back("urn:x-a")
        self.assertEqual(self.tree(), before)

    def test_what_was_taken_off_by_mistake_comes_back_on_the_site_at_once(self):
        self.approve()
        self.publish()
        self.hide("approved/sururyhma.xml", "-o", "site", "--date", "2026-12-01")
        first = self.tree()
        self.hide("approved/sururyhma.xml", "-o", "site", now=LATER)
        done = self.take_back("approved/sururyhma.xml", now=LATER)
        self.assertIn("the site has the earlier list again", done.stdout)
        self.assertEqual(self.tree(), first)
        shown = self.run_command("render", "site", "-o", "slides", "--root-key",
                                 os.path.join(SOURCE, "samples/root.pub"), now=LATER)
        self.assertIn("sururyhma", shown.stdout)

    def test_a_first_list_goes_from_the_site_too_also_after_a_publication(self):
        self.approve()
        self.publish()
        for more in (("--date", "2026-12-01"), ()):
            with self.subTest(more=more):
                self.hide("approved/sururyhma.xml", *more, now=LATER)
                self.publish(now=LATER)
                self.assertTrue(os.path.exists(self.at("site/hide.xml")))
                self.take_back("approved/sururyhma.xml", now=LATER)
                for folder in ("approved", "site"):
                    for name in ("hide.xml", "hide.xml.minisig"):
                        self.assertFalse(os.path.exists(self.at(f"{folder}/{name}")))
                self.run_command("render", "site", "-o", "slides", "--root-key",
                                 os.path.join(SOURCE, "samples/root.pub"), now=LATER)

    def test_a_site_with_another_list_keeps_it(self):
        self.approve()
        self.publish()
        self.hide("urn:x-a", "-o", "site")
        self.hide("urn:x-b", "site", now=LATER)
        site = self.read("site/hide.xml")
        done = self.take_back("urn:x-a")
        self.assertIn("site was not changed", done.stderr)
        self.assertEqual(self.read("site/hide.xml"), site)

    def test_a_list_goes_back_from_any_folder(self):
        before = self.tree()
        self.hide("urn:x-a")  # in "approved", as it is called from here
        self.run_command("undo", "urn:x-a", self.folder.name, "--by", BY, cwd="/")
        self.assertEqual(self.tree(), before)

    def test_nothing_to_take_back_is_said(self):
        done = self.run_command("undo", "inbox/digiapu.xml", "--by", BY, code=2)
        self.assertIn("no verdict", done.stderr)


if __name__ == "__main__":
    unittest.main()
