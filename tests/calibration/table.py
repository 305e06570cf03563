#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of run.sh, from the lines of measure_pairs on standard input.

AUC is the chance that a standard text has a higher score than an easy one: 0.5 tells nothing apart,
1 everything.
"""

import argparse
import collections
import json
import random
import statistics
import sys

LANGUAGES = ("fi", "sv", "en")
LENGTHS = (("all", 15, 10**6), ("15-30 words", 15, 31), ("31-110 words", 31, 111))
LESS_IS_HARDER = {"finite-verbs", "explaining"}


def auc(easy, hard):
    """The share of pairs in which the hard one is higher; a tie is half."""
    if not easy or not hard:
        return float("nan")
    wins = sum((h > e) + (h == e) / 2 for h in hard for e in easy)
    return wins / len(easy) / len(hard)


def interval(easy, hard, rounds=500):
    """95 % by bootstrap; seeded, so that the table changes only with the check."""
    chance = random.Random(1)
    found = sorted(auc(chance.choices(easy, k=len(easy)), chance.choices(hard, k=len(hard)))
                   for _ in range(rounds))
    return found[int(rounds * 0.025)], found[int(rounds * 0.975)]


def share(texts, limit):
    return 100 * sum(t["score"] > t[limit] for t in texts) / len(texts) if texts else float("nan")


def print_scores(texts):
    print("| language | length | easy + standard | AUC [95 %] | easy blocked / warned "
          "| standard blocked / warned |")
    print("|---|---|---|---|---|---|")
    for language in LANGUAGES:
        for name, least, below in LENGTHS:
            some = [t for t in texts if t["lang"] == language and least <= t["words"] < below]
            easy = [t for t in some if t["kind"] == "easy"]
            hard = [t for t in some if t["kind"] == "standard"]
            if len(easy) < 2 or len(hard) < 2:
                continue
            points = [t["score"] for t in easy], [t["score"] for t in hard]
            low, high = interval(*points)
            print(f"| {language} | {name} | {len(easy)} + {len(hard)} "
                  f"| {auc(*points):.3f} [{low:.3f}-{high:.3f}] "
                  f"| {share(easy, 'block'):.0f} % / {share(easy, 'warn'):.0f} % "
                  f"| {share(hard, 'block'):.0f} % / {share(hard, 'warn'):.0f} % |")


def print_parts(texts):
    names = list(texts[0]["features"])
    print("\n| measure | " + " | ".join(f"{x}: AUC | easy median | standard median"
                                        for x in LANGUAGES) + " |")
    print("|---|" + "---|" * 3 * len(LANGUAGES))
    for name in names:
        cells = []
        for language in LANGUAGES:
            values = {kind: [t["features"][name] for t in texts
                             if t["lang"] == language and t["kind"] == kind and t["words"] >= 15]
                      for kind in ("easy", "standard")}
            if not values["easy"] or not values["standard"]:
                cells += ["-"] * 3
                continue
            found = auc(values["easy"], values["standard"])
            found = 1 - found if name in LESS_IS_HARDER else found
            cells += [f"{found:.2f}"] + [f"{statistics.median(values[k]):.1f}"
                                         for k in ("easy", "standard")]
        print(f"| {name} | " + " | ".join(cells) + " |")


def print_rules(texts):
    print("\nTexts of 100 with a finding of the rule\n")
    print("| rule | " + " | ".join(f"{x} easy | {x} standard" for x in LANGUAGES) + " |")
    print("|---|" + "---|---|" * len(LANGUAGES))
    hits, counts = collections.Counter(), collections.Counter()
    for text in texts:
        where = text["lang"], text["kind"]
        counts[where] += 1
        for rule in {rule for rule, _ in text["findings"]}:
            hits[rule, where] += 1
    for rule in sorted({rule for rule, _ in hits}):
        cells = []
        for language in LANGUAGES:
            for kind in ("easy", "standard"):
                where = language, kind
                cells.append(f"{100 * hits[rule, where] / counts[where]:.0f}"
                             if counts[where] else "-")
        print(f"| {rule} | " + " | ".join(cells) + " |")


def print_verdicts(texts):
    print("\nVerdicts of all rules of plain language together, texts of 100\n")
    print("| texts | blocked | warned or worse |")
    print("|---|---|---|")
    for language in LANGUAGES:
        for kind in ("easy", "standard"):
            some = [t for t in texts if t["lang"] == language and t["kind"] == kind]
            if not some:
                continue
            blocked = sum(any(s == "block" for _, s in t["findings"]) for t in some)
            warned = sum(any(s in ("block", "warn") for _, s in t["findings"]) for t in some)
            print(f"| {language} {kind} | {100 * blocked / len(some):.0f} "
                  f"| {100 * warned / len(some):.0f} |")


def print_texts(texts):
    print("\n| text | words | score | warns over | blocks over | largest parts |")
    print("|---|---|---|---|---|---|")
    for text in sorted(texts, key=lambda t: (t["lang"], t["kind"], -t["score"])):
        parts = sorted(text["parts"].items(), key=lambda p: -p[1])[:4]
        told = ", ".join(f"{name} {value:.2f}" for name, value in parts)
        print(f"| {text['name']}.{text['lang']}.{text['kind']} | {text['words']} "
              f"| {text['score']:.0f} | {text['warn']:.0f} | {text['block']:.0f} | {told} |")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--texts", action="store_true", help="one line a text as well")
    wanted = options.parse_args()
    texts = [json.loads(line) for line in sys.stdin]
    if not texts:
        sys.exit("no texts")
    print_scores(texts)
    print_parts(texts)
    print_verdicts(texts)
    print_rules(texts)
    if wanted.texts:
        print_texts(texts)


if __name__ == "__main__":
    main()
