#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes everyday.LANGUAGE.tsv, the words that everybody knows, from a list of word forms that are
sorted by how often they are said in film and television subtitles.

    npm pack @zxcvbn-ts/language-fi@3.0.2 && tar xzf zxcvbn-ts-language-fi-3.0.2.tgz
    ./everyday.py fi package/src/commonWords.json > everyday.fi.tsv

The lists of those packages are the first parts of FrequencyWords 2018 (its content is CC BY-SA 4.0,
from OpenSubtitles); so is what this makes of them.

Finnish: a form of rank r weighs 1 / (r + 2.7), shared by the base forms that libvoikko gives it
(names left out; the verb behind a participle counts too). The 2,000 heaviest base forms stay, ties
by spelling. Needs Debian's python3-libvoikko and voikko-fi.

English has no morphology here: the first 4,000 forms of the list stay as they are. There is no
Swedish list in those packages, and with one the Swedish score was not better.
"""

import json
import re
import sys

BASE_FORMS = 2000  # measured: 4,000 and more tell easy texts from others less well
FORMS = {"en": 4000}
NAMES = {"etunimi", "sukunimi", "paikannimi", "nimi"}

HEAD = """\
# What everybody knows: {what}, the most frequent first.
# Made by everyday.py from {package}, the first part of FrequencyWords 2018 by Hermit Dave
# (https://github.com/hermitdave/FrequencyWords), which is made from OpenSubtitles 2018
# (http://www.opensubtitles.org/). This file: CC BY-SA 4.0,
# https://creativecommons.org/licenses/by-sa/4.0/
# It holds swear words: the program never shows it and never suggests from it.
"""


def finnish(forms):
    import libvoikko

    voikko = libvoikko.Voikko("fi")
    weights = {}
    for rank, form in enumerate(forms, 1):
        lemmas = set()
        for reading in voikko.analyze(form):
            if reading.get("CLASS") in NAMES:
                continue
            lemmas.add(reading["BASEFORM"].lower())
            if "PARTICIPLE" in reading:
                words = re.findall(r"\(([^+)][^)]*)\)", reading.get("WORDBASES", ""))
                if words:
                    lemmas.add(words[-1].lower())
        for lemma in lemmas:
            weights[lemma] = weights.get(lemma, 0) + 1 / (rank + 2.7) / len(lemmas)
    return sorted(weights, key=lambda lemma: (-weights[lemma], lemma))[:BASE_FORMS]


def main():
    language, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        forms = json.load(file)
    what = "base forms" if language == "fi" else "word forms"
    words = finnish(forms) if language == "fi" else forms[: FORMS[language]]
    print(HEAD.format(what=what, package=f"npm @zxcvbn-ts/language-{language} 3.0.2"), end="")
    print("\n".join(words))


if __name__ == "__main__":
    main()
