# SPDX-License-Identifier: GPL-3.0-or-later
"""axe-core finds nothing in the pages that people get, and finds something where there is.

Run as pages_test.py PROGRAM SOURCE_FOLDER; ends with 77 where Chromium or axe-core is not there.
"""
import pathlib
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
RUN = [sys.executable, "-B", str(SOURCE / "tests" / "axe" / "run.py")]
SAMPLES = SOURCE / "samples" / "submissions"
CENTRE = SOURCE / "samples" / "approved" / "centre.xml"
NOW = "2026-11-24T10:00:00+02:00"
WRONG = """<!DOCTYPE html><html><head><title>x</title></head><body><main><h1>x</h1>
<img src="data:,"><p style="color:#999;background:#fff">hard to see</p></main></body></html>"""


def make(path, *words):
    run = subprocess.run([PROGRAM, *map(str, words), "-o", path], capture_output=True)
    assert run.returncode in (0, 1), run
    return path


def axe(*pages):
    run = subprocess.run([*RUN, *map(str, pages)], capture_output=True, encoding="utf-8")
    print(run.stdout, run.stderr)
    return run


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "wrong.html").write_text(WRONG)
        run = axe(folder / "wrong.html")
        if run.returncode == 77:
            return 77
        assert run.returncode == 1, run
        for rule in ("image-alt", "color-contrast", "html-has-lang"):
            assert rule in run.stdout, rule
        names = ("personal-id.xml", "time-format-fi.xml", "xml-form-broken-tag.xml")
        several = [SAMPLES / "bad" / name for name in names]
        several.append(SAMPLES / "good" / "kielikahvila-ar.xml")
        pages = [make(folder / "several.html", "check", "--now", NOW, "--lang", "fi", "--centre",
                      CENTRE, *several)]
        for language, sample in (("fi", "bad/weekday-agrees.xml"), ("sv", "good/laulu-sv.xml"),
                                 ("en", "bad/text-length.xml")):
            pages.append(make(folder / f"check-{language}.html", "check", "--now", NOW, "--lang",
                              language, "--centre", CENTRE, SAMPLES / sample))
            pages.append(make(folder / f"requirements-{language}.html", "requirements", "--lang",
                              language, "--centre", CENTRE))
        return axe(*pages).returncode


if __name__ == "__main__":
    sys.exit(main())
