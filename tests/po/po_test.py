# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogues are complete, keep what the program fills in, and read as they should.

Run as po_test.py SOURCE_FOLDER. xgettext, msgcat and msgfmt do the reading; what they cannot
know (places such as {0}, commands, typography, the length of a sentence) is looked at here.
"""
import ast
import collections
import os
import re
import subprocess
import sys
import tempfile
import unittest

SOURCE = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else os.getcwd()
PO = os.path.join(SOURCE, "player", "po")
LANGUAGES = ("fi", "sv")
# The warning limit of the plain-language rule sentence-too-long.
SENTENCE_WORDS_MAX = 15

# A place for an argument; a translation may want a comma in a number: "{0,}".
PLACE = re.compile(r"\{\d+(?=,?\})")
# Not the sign behind a number, as in "{0} % of it".
DIRECTIVE = re.compile(r"(?<!\}\s)%[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?"
                       r"(?:hh|h|ll|l|z|j|t)?[a-zA-Z%]")
# What must be typed or written just so, whatever the language.
LITERAL = re.compile(r"\binfotaulu(?: [a-z]+)+|(?<!\w)--[a-z][a-z-]*|<[^<>\s]+>|https?://\S+")
# Typed just so, too: revoked="true". And ratios, which are written 4,5 : 1.
ATTRIBUTE = re.compile(r'\b[\w:]+="[^"]*"')
RATIO = re.compile(r"(?<=[\d}])\s:\s(?=\d)")
COMMANDS = ("play render fetch list explain check approve correct publish key profile new preview "
            "plan return refuse hide undo report requirements rules status alert letters start").split()

Entry = collections.namedtuple("Entry", "ids texts flags")


def read_entries(path):
    """The entries of a catalogue behind its header, as Entry(ids, texts, flags)."""
    lines = subprocess.run(["msgcat", "--no-wrap", path], check=True, capture_output=True,
                           encoding="utf-8").stdout.split("\n")
    entries, ids, texts, flags, target = [], [], [], set(), None
    for line in lines + [""]:
        if not line:
            if ids and ids != [""]:
                entries.append(Entry(tuple(ids), tuple(texts), flags))
            ids, texts, flags, target = [], [], set(), None
        elif line.startswith("#,"):
            flags = {flag.strip() for flag in line[2:].split(",")}
        elif line.startswith("msg"):
            target = ids if line.startswith("msgid") else texts
            target.append(ast.literal_eval(line.split(" ", 1)[1]))
        elif line.startswith('"'):
            target[-1] += ast.literal_eval(line)
    return entries


def gathered_texts():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "new.pot")
        subprocess.run([os.path.join(PO, "update.sh"), "--pot", path], check=True)
        return {entry.ids for entry in read_entries(path)}


def literals_of(text):
    """Commands, options and markup in a text; of "infotaulu fetch now" only "infotaulu fetch"."""
    found = collections.Counter()
    for literal in LITERAL.findall(text):
        words = literal.split(" ")
        if words[0] == "infotaulu":
            if words[1] not in COMMANDS:
                continue
            literal = " ".join(words[:2])
        found[literal] += 1
    return found


def sentences_of(text):
    return [part for part in re.split(r"(?<=[.!?:])\s+|\n", text) if part]


def words_of(sentence):
    return [word for word in sentence.split() if re.search(r"\w", word)]


class Catalogues(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.template = read_entries(os.path.join(PO, "infotaulu.pot"))
        cls.catalogues = {
            language: {entry.ids: entry
                       for entry in read_entries(os.path.join(PO, language + ".po"))}
            for language in LANGUAGES
        }

    def translations(self):
        """Every text with its translations: (language, English, translation)."""
        for language, catalogue in self.catalogues.items():
            for entry in catalogue.values():
                for number, text in enumerate(entry.texts):
                    if text:  # one that is missing is told once, not by every test
                        yield language, entry.ids[min(number, len(entry.ids) - 1)], text

    def every(self, is_right):
        for language, english, text in self.translations():
            with self.subTest(language=language, text=english, translation=text):
                is_right(english, text)

    def test_the_template_holds_just_the_texts_of_the_program(self):
        held, gathered = {entry.ids for entry in self.template}, gathered_texts()
        self.assertGreater(len(gathered), 200, "xgettext finds the texts at all")
        self.assertFalse(gathered - held, "new texts: run player/po/update.sh and translate them")
        self.assertFalse(held - gathered, "texts that are gone: run player/po/update.sh")

    def test_every_text_has_a_translation_that_nobody_has_to_guess(self):
        for language, catalogue in self.catalogues.items():
            for entry in self.template:
                with self.subTest(language=language, text=entry.ids[0]):
                    translated = catalogue.get(entry.ids)
                    self.assertIsNotNone(translated, "not in the catalogue: run update.sh")
                    self.assertTrue(all(translated.texts), "not translated")
                    self.assertNotIn("fuzzy", translated.flags)

    def test_the_compiler_finds_nothing_wrong(self):
        for language in LANGUAGES:
            result = subprocess.run(["msgfmt", "--check", "-o", os.devnull,
                                     os.path.join(PO, language + ".po")],
                                    capture_output=True, encoding="utf-8", check=False)
            self.assertEqual((result.returncode, result.stderr), (0, ""), language)

    def test_places_for_arguments_are_the_same(self):
        self.every(lambda english, text: self.assertEqual(sorted(set(PLACE.findall(english))),
                                                          sorted(set(PLACE.findall(text)))))

    def test_printf_directives_are_the_same_and_in_the_same_order(self):
        self.every(lambda english, text: self.assertEqual(DIRECTIVE.findall(english),
                                                          DIRECTIVE.findall(text)))

    def test_commands_options_and_markup_are_kept(self):
        self.every(lambda english, text: self.assertFalse(literals_of(english) -
                                                          literals_of(text)))

    def test_typography_is_that_of_the_language(self):
        def is_right(english, text):
            text = RATIO.sub(":", ATTRIBUTE.sub("x", text))
            self.assertNotIn('"', text, "quotation marks are ”…” in both languages")
            self.assertNotIn("“", text, "quotation marks are ”…” in both languages")
            self.assertNotIn("'", text, "the apostrophe is ’")
            self.assertNotIn("...", text, "an ellipsis is one character: …")
            self.assertNotIn(" - ", text, "a dash is an en dash: –")
            self.assertNotRegex(text, r"[^\s]  +[^\s]", "one space is enough")
            self.assertNotRegex(text, r"\s[.,!?;:](\s|$)", "no space before a stop or a comma")
        self.every(is_right)

    def test_no_sentence_is_longer_than_plain_language_allows(self):
        def is_right(english, text):
            for sentence in sentences_of(text):
                self.assertLessEqual(len(words_of(sentence)), SENTENCE_WORDS_MAX, sentence)
        self.every(is_right)

    def test_sentences_end_as_in_english(self):
        def is_right(english, text):
            ends = (".", "!", "?", ":")
            self.assertEqual(english[-1:] in ends, text[-1:] in ends)
        self.every(is_right)


if __name__ == "__main__":
    unittest.main()
