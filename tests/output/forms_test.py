# SPDX-License-Identifier: GPL-3.0-or-later
"""Each form of the report of `check` holds to its contract: text, JSON, HTML, JUnit, SARIF.

Run as forms_test.py PROGRAM SOURCE_FOLDER.
"""
import base64
import html.parser
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

import jsonschema

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = SOURCE / "samples" / "submissions"
SARIF_SCHEMA = SOURCE / "build" / "npm" / "jest-sarif" / "sarif-2.1.0-rtm.5.json"
# Of every kind some: tests/rules looks at all of them.
BAD = sorted((SAMPLES / "bad").glob("*.xml"))[::7]
NOW = "2026-11-24T10:00:00+02:00"
CODE = "010594Y9032"  # fictitious, published by the authority
EMPTY_TAGS = {"meta", "img", "br"}
ENVIRONMENT = {**os.environ, "LC_ALL": "en_GB.UTF-8", "LANGUAGE": "", "TERM": "xterm"}

MANY = """<?xml version="1.0" encoding="UTF-8"?>
<entry xmlns="http://www.w3.org/2005/Atom" xmlns:it="urn:x-infotaulu:1" xml:lang="fi-simple">
  <id>urn:uuid:3a0a6a0e-94d5-4f7f-8d1d-0d5a3a1c9b11</id>
  <title>Tule &lt;b&gt;ryhmään&lt;/b&gt; &amp; "nyt"</title>
  <updated>2026-11-20T10:00:00+02:00</updated>
  <author><name>Niemelän Tuki ry</name></author>
  <category term="group" scheme="urn:x-infotaulu:kind"/>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
    <p>Ryhmä kokoontuu keskiviikkona 1.12.2026 klo 17:30.</p>
    <p>Tunnus on %s, soita 0401234567 tai 0600 123 456.</p>
  </div></content>
  <it:when start="2026-12-01T17:00:00+02:00" end="2026-12-01T18:30:00+02:00"/>
  <it:where mode="place" name="Asukastupa" street="Esimerkkikatu 1" city="Niemelä"/>
  <it:contact role="ohjaaja" tel="+358401234567"/>
</entry>
""" % CODE


def run(*words, stdin=None, code=(0, 1), **more):
    result = subprocess.run([PROGRAM, *map(str, words)], input=stdin, capture_output=True,
                            encoding="utf-8", env={**ENVIRONMENT, **more})
    assert result.returncode in code, result
    return result


def check(*words, **more):
    return run("check", "--now", NOW, *words, **more)


class Page(html.parser.HTMLParser):
    """Tags that close, ids, what is referred to, and the text without the style."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.links, self.data, self.words = [], [], [], [], []
        self.wrong = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag not in EMPTY_TAGS:
            self.open.append(tag)
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if "src" in attrs:
            self.data.append(attrs["src"])
        if "href" in attrs:
            self.links.append(attrs["href"])
        if tag in ("script", "link", "iframe", "object"):
            self.wrong.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append("/" + tag)

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)


class Forms(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.many = self.folder / "ryhmä & muut.xml"
        self.many.write_text(MANY, encoding="utf-8")

    def assert_masked(self, text):
        self.assertNotIn(CODE, text)
        self.assertNotIn(CODE[-4:], text)

    # ---- text ------------------------------------------------------------------------------

    def test_text_shows_three_and_folds_the_rest(self):
        text = check(self.many).stdout
        head, rest = re.split(r"^and \d+ more findings?:$", text, flags=re.M)
        self.assertEqual(head.count("    → "), 3)
        self.assertNotIn("    → ", rest.split("Only you know")[0])
        place = re.escape(str(self.many))
        self.assertRegex(text, rf"(?m)^{place}:9:\d+: stops: .* \[weekday-agrees\]$")
        self.assertRegex(text.splitlines()[-1], r"^1 announcement: ")
        self.assertIn("In order: ", text)
        self.assert_masked(text)

    def test_colours_are_for_terminals(self):
        def on_terminal(**more):
            leader, follower = pty.openpty()
            subprocess.run([PROGRAM, "check", "--now", NOW, self.many], stdout=follower,
                           stderr=subprocess.DEVNULL, env={**ENVIRONMENT, **more}, check=False)
            os.close(follower)
            data = b""
            try:
                while chunk := os.read(leader, 65536):
                    data += chunk
            except OSError:
                pass
            os.close(leader)
            return data
        self.assertNotIn("\033", check(self.many).stdout)
        self.assertIn(b"\033[", on_terminal())
        self.assertNotIn(b"\033", on_terminal(NO_COLOR="1"))
        self.assertNotIn(b"\033", on_terminal(TERM="dumb"))
        self.assertIn(b"\033[", on_terminal(NO_COLOR=""))

    # ---- JSON ------------------------------------------------------------------------------

    def test_json_holds_to_its_schema(self):
        schema = json.loads((SOURCE / "content-schema" / "check.schema.json").read_text())
        for paths in ([self.many], [SAMPLES / "good"], BAD):
            report = json.loads(check("--format", "json", *paths).stdout)
            jsonschema.Draft202012Validator(schema).validate(report)
            self.assertIn("skipped", report)
            for skipped in report["skipped"]:
                for item in report["items"]:
                    self.assertIn("findings", item)
                self.assertTrue(skipped["reason"])

    # ---- JUnit -----------------------------------------------------------------------------

    def test_junit_holds_to_its_schema(self):
        for paths in ([self.many], [SAMPLES / "good"], BAD):
            out = self.folder / "report.xml"
            check("-o", out, "--format", "junit", *paths)
            subprocess.run(["xmllint", "--noout", "--schema", HERE / "junit.xsd", out], check=True,
                           capture_output=True)
            self.assert_masked(out.read_text(encoding="utf-8"))

    def test_junit_fails_as_the_exit_code_does(self):
        for path, strict in ((self.many, []), (SAMPLES / "good", []),
                             (SAMPLES / "bad" / "time-format-fi.xml", []),
                             (SAMPLES / "bad" / "time-format-fi.xml", ["--strict"])):
            result = check("--format", "junit", *strict, path)
            root = xml.etree.ElementTree.fromstring(result.stdout)
            self.assertEqual(int(root.get("failures")) > 0, result.returncode == 1, path)
            self.assertEqual(int(root.get("failures")), len(root.findall(".//failure")))
            self.assertEqual(int(root.get("tests")), len(root.findall(".//testcase")))

    # ---- SARIF -----------------------------------------------------------------------------

    def test_sarif_holds_to_its_schema(self):
        if not SARIF_SCHEMA.is_file():
            self.skipTest("the schema of SARIF is not there (tests/install.sh test)")
        schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))
        validator = jsonschema.Draft4Validator(schema)
        for paths in ([self.many], [SAMPLES / "good"], BAD):
            validator.validate(json.loads(check("--format", "sarif", *paths).stdout))

    def test_sarif_names_rules_places_and_levels(self):
        text = check("--format", "sarif", self.many).stdout
        self.assert_masked(text)
        log = json.loads(text)["runs"][0]
        rules = log["tool"]["driver"]["rules"]
        self.assertGreater(len(rules), 60)
        source, seen = MANY, 0
        for result in log["results"]:
            self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
            place = result["locations"][0]["physicalLocation"]
            self.assertTrue(place["artifactLocation"]["uri"].endswith("ryhm%C3%A4%20%26%20muut.xml"))
            region = place.get("region", {})
            if "snippet" in region:
                seen += 1
                start = region["charOffset"]
                words = source[start:start + region["charLength"]]
                self.assertEqual(words, region["snippet"]["text"])
                line = source.splitlines()[region["startLine"] - 1]
                self.assertTrue(line[region["startColumn"] - 1:].startswith(words.split("\n")[0]))
        self.assertGreaterEqual(seen, 3)
        levels = {result["ruleId"]: result["level"] for result in log["results"]}
        self.assertEqual(levels["weekday-agrees"], "error")
        self.assertEqual(levels["time-format-fi"], "warning")
        self.assertEqual(levels["phone-format"], "note")

    # ---- HTML ------------------------------------------------------------------------------

    def page(self, *words):
        out = self.folder / "report.html"
        check("-o", out, *words)
        text = out.read_text(encoding="utf-8")
        return text, Page(text)

    def test_a_page_is_whole_and_alone(self):
        for paths in ([self.many], [SAMPLES / "good" / "keitto.xml"], BAD):
            text, page = self.page(*paths)
            self.assertEqual((page.wrong, page.open), ([], []))
            self.assertEqual(len(page.ids), len(set(page.ids)))
            for link in page.links:
                self.assertIn(link, {"#" + name for name in page.ids})
            for address in page.data:
                kind, _, data = address.partition(",")
                self.assertEqual(kind, "data:image/png;base64")
                self.assertTrue(base64.b64decode(data, validate=True).startswith(b"\x89PNG"))
            self.assertNotRegex(text, r"url\(|@import|https?://[^ ]*\.(js|css)")

    def test_a_page_keeps_markup_of_senders_out(self):
        text, page = self.page(self.many)
        self.assertIn('Tule <b>ryhmään</b> & "nyt"', "".join(page.words))
        self.assertNotIn("<b>ryhmään", text)
        self.assert_masked(re.sub(r"base64,[^\"]*", "", text))

    def test_a_page_shows_the_slide_with_marks(self):
        text, page = self.page(self.many)
        self.assertGreaterEqual(len(page.data), 1)
        self.assertGreaterEqual(text.count('class="mark block"'), 2)
        words = "".join(page.words)
        for wanted in ("Mend these first", "This is in order", "How the program understood it",
                       "Next dates", "1\u00a0Dec"):
            self.assertIn(wanted, words)
        first, _, rest = text.partition("<details>")
        self.assertEqual(first.count('class="what"'), 3)
        self.assertGreater(rest.count('class="what"'), 0)

    def test_the_drawn_slide_masks_too(self):
        """The picture of a text with a code is the picture of the masked text."""
        pictures = []
        for code in (CODE, "******-****"):
            path = self.folder / "same.xml"
            path.write_text(MANY.replace(CODE, code), encoding="utf-8")
            pictures.append(self.page(path)[1].data)
        self.assertEqual(pictures[0], pictures[1])

    # ---- what is missing -------------------------------------------------------------------

    def test_without_letters_the_rest_is_told(self):
        beside = self.folder / "program"
        (beside / "fonts").mkdir(parents=True)
        (beside / "fonts" / "stack").write_text("None.ttf None-Bold.ttf\n")
        program = shutil.copy(PROGRAM, beside)
        for form in ("text", "json", "html", "junit", "sarif"):
            told = subprocess.run([program, "check", "--now", NOW, "--format", form, self.many],
                                  capture_output=True, encoding="utf-8", env=ENVIRONMENT)
            self.assertEqual((told.returncode, told.stderr), (1, ""))
            self.assertIn("weekday-agrees", told.stdout)
            self.assertIn("fonts-noto-core", told.stdout)
            self.assertNotIn("data:image", told.stdout)
            if form == "text":
                self.assertEqual(told.stdout.count("fonts-noto-core"), 1)
                self.assertNotIn("size of the letters", told.stdout)

    # ---- where it goes ---------------------------------------------------------------------

    def test_the_ending_says_the_form(self):
        starts = {"a.json": "{", "a.html": "<!DOCTYPE", "a.sarif": "{", "a.xml": "<?xml",
                  "a.txt": str(self.many)}
        for name, start in starts.items():
            check("-o", self.folder / name, self.many)
            text = (self.folder / name).read_text(encoding="utf-8")
            self.assertTrue(text.startswith(start), name)

    def test_slips_are_said_in_one_line(self):
        cases = (
            (["-o", self.folder / "a.pdf"], r"which form of report is .*text\|json\|html"),
            (["-o", self.folder / "a.json", "--format", "html"], r"ends in \.json.*says html"),
            (["--format", "hmtl"], r"hmtl.*text\|json\|html\|junit\|sarif"),
            (["-o", self.folder / "no" / "a.json"], r"cannot be written"),
            (["-o", self.folder, "--format", "json"], r"cannot be written"),
        )
        for words, wanted in cases:
            result = check(*words, self.many, code=(2,))
            self.assertEqual(len(result.stderr.splitlines()), 1, result)
            self.assertRegex(result.stderr, wanted)
            self.assertEqual(result.stdout, "")

    # ---- requirements ----------------------------------------------------------------------

    def test_requirements_speak_three_languages(self):
        centre = SOURCE / "samples" / "approved" / "centre.xml"
        for language, wanted in (("fi", "Lähetä ilmoitus viimeistään"), ("sv", "Skicka meddelandet"),
                                 ("en", "Send the notice by")):
            text = run("requirements", "--centre", centre, "--lang", language).stdout
            self.assertIn(wanted, text)
            out = self.folder / "page.html"
            run("requirements", "--centre", centre, "--lang", language, "-o", out)
            page = Page(out.read_text(encoding="utf-8"))
            self.assertEqual((page.wrong, page.open), ([], []))
            for line in text.splitlines():
                words = re.sub(r"^(\[ \]| -) ", "", line)
                self.assertIn(words, "".join(page.words))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
