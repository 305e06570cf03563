#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`report` over logs and a record as players and the desk write them, through the binary."""
import csv
import io
import os
import subprocess
import tempfile
import unittest
from html.parser import HTMLParser

PROGRAM = os.environ["INFOTAULU"]
HEAD = "date,display,item_id,group,lang,organisations,title,from,to,duration_s\n"
VOID = {"meta", "rect", "line"}


def play(day, minute, item, organisations, seconds=30.0, display="aula"):
    start = f"2026-11-{day:02d}T10:{minute:02d}:00+02:00"
    end = f"2026-11-{day:02d}T10:{minute:02d}:30+02:00"
    return (f'2026-11-{day:02d},{display},{item},{item},fi,"{organisations}",'
            f'"Title, <b>{item}</b> & more",{start},{end},{seconds:.1f}\n')


class Balanced(HTMLParser):
    """Every element that is opened is closed, in order."""

    def __init__(self):
        super().__init__()
        self.open, self.words = [], []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_startendtag(self, tag, attrs):
        assert tag in VOID, tag

    def handle_data(self, data):
        self.words.append(data)


class Report(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.log = os.path.join(self.folder.name, "plays-2026-11.csv")
        lines = [play(2, i, "a", "Kukkula ry") for i in range(6)]
        lines += [play(2, 10 + i, "j", "Kukkula ry; Puro ry") for i in range(2)]
        with open(self.log, "w", encoding="utf-8") as file:
            file.write(HEAD + "".join(lines))

    def run_report(self, *arguments, code=0):
        command = [PROGRAM, "report", *arguments, "--now", "2026-11-30T12:00:00+02:00",
                   "--lang", "en"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def rows(self, *arguments):
        text = self.run_report(self.folder.name, "--format", "csv", *arguments).stdout
        return list(csv.DictReader(io.StringIO(text)))

    def test_shares_add_up_to_what_was_shown(self):
        organisations = {row["organisation"]: row for row in self.rows()
                         if row["what"] == "organisation"}
        self.assertEqual(float(organisations["Kukkula ry"]["seconds"]), 6 * 30 + 2 * 15)
        self.assertEqual(float(organisations["Puro ry"]["seconds"]), 2 * 15)
        self.assertEqual(float(organisations["Puro ry"]["share"]), 30 / 120)

    def test_a_title_with_commas_and_quotes_survives(self):
        titles = {row["item_id"]: row["title"] for row in self.rows()}
        self.assertEqual(titles["a"], "Title, <b>a</b> & more")

    def test_logs_of_many_screens_are_merged(self):
        other = os.path.join(self.folder.name, "other")
        os.mkdir(other)
        with open(os.path.join(other, "plays-2026-11.csv"), "w", encoding="utf-8") as file:
            file.write(HEAD + play(3, 0, "a", "Kukkula ry", display="kaytava"))
        text = self.run_report(self.folder.name, other, "--format", "csv").stdout
        plays = {row["title"]: row["plays"] for row in csv.DictReader(io.StringIO(text))
                 if row["what"] == "display"}
        self.assertEqual(plays, {"aula": "8", "kaytava": "1"})

    def test_a_period_leaves_the_rest_out(self):
        self.assertEqual(self.rows("--from", "2026-11-03", "--to", "2026-11-04"), [])

    def test_the_table_names_everybody(self):
        text = self.run_report(self.folder.name).stdout
        self.assertIn("Kukkula ry", text)
        self.assertIn("Puro ry", text)
        self.assertIn("25%", text)

    def test_the_page_is_whole_and_shows_no_markup_of_a_title(self):
        page = os.path.join(self.folder.name, "report.html")
        record = os.path.join(self.folder.name, "record.tsv")
        with open(record, "w", encoding="utf-8") as file:
            file.write("\t".join(["2026-11-05T10:00:00+02:00", "return", "a", "liaison", "AB", "4",
                                  "hash", "", "<too long>", "2026-11-02", "fi", "Puro ry",
                                  "p2433", "T"]) + "\n")
        self.run_report(self.folder.name, "--format", "html", "--record", record, "-o", page)
        parser = Balanced()
        with open(page, encoding="utf-8") as file:
            text = file.read()
        parser.feed(text)
        self.assertEqual(parser.open, [])
        self.assertNotIn("<b>a</b>", text)
        self.assertIn("<too long>", parser.words)
        self.assertIn("Title, <b>a</b> & more (Kukkula ry)", parser.words)

    def test_each_organisation_gets_a_letter(self):
        letters = os.path.join(self.folder.name, "letters")
        self.run_report(self.folder.name, "--format", "letters", "-o", letters)
        self.assertEqual(sorted(os.listdir(letters)), ["001-kukkula-ry.txt", "002-puro-ry.txt"])
        with open(os.path.join(letters, "002-puro-ry.txt"), encoding="utf-8") as file:
            self.assertIn("2 times", file.read())

    def test_xibo_gets_a_row_a_play(self):
        text = self.run_report(self.folder.name, "--format", "xibo").stdout
        rows = list(csv.DictReader(io.StringIO(text)))
        self.assertEqual(len(rows), 8)
        self.assertEqual(rows[0]["FromDT"], "2026-11-02 10:00:00")
        self.assertEqual(rows[0]["Duration"], "30")
        self.assertEqual(rows[0]["Display"], "aula")

    def test_what_cannot_be_done_is_said(self):
        empty = os.path.join(self.folder.name, "empty")
        os.mkdir(empty)
        for arguments, words in [((empty,), "no play log"),
                                 ((self.folder.name, "--from", "yesterday"), "is no day"),
                                 ((self.folder.name, "--from", "2027-01-01"), "after the last"),
                                 ((self.folder.name, "--format", "pdf"), "not known"),
                                 ((self.folder.name, "--format", "letters"), "-o FOLDER"),
                                 ((self.folder.name, "--record", "/nowhere"), "/nowhere")]:
            with self.subTest(arguments=arguments):
                self.assertIn(words, self.run_report(*arguments, code=2).stderr)


if __name__ == "__main__":
    unittest.main()
