#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages that `publish`, `start` and `report` make, looked at with axe-core in Chromium.

Usage: site_pages_test.py PROGRAM SOURCE_FOLDER. Ends with 77 (skipped) without Chromium or axe-core.
"""
import pathlib
import subprocess
import sys
import tempfile

NOW = "2026-11-24T10:00:00+02:00"
ANSWERS = "Kuusiston sote-keskus\nGranholmen\n55\n4,5\n8-17\nilmoitukset@kuusisto.example.fi\n"
LOG = ("date,display,item_id,group,lang,organisations,title,from,to,duration_s\n"
       "2026-11-24,aula,a,a,fi,Kukkula ry,Kahvila,2026-11-24T10:00:00+02:00,"
       "2026-11-24T10:00:20+02:00,20.0\n")


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)

        def run(*arguments, given=""):
            subprocess.run([program, *map(str, arguments), "--now", NOW, "--lang", "fi"], check=True,
                           input=given, text=True, stdout=subprocess.DEVNULL, timeout=300)

        run("publish", source / "samples/approved", "-o", folder / "site", "--key",
            source / "samples/keys/publisher.key")
        run("start", folder / "desk", "--no-passphrase", given=ANSWERS)
        (folder / "plays-2026-11.csv").write_text(LOG, encoding="utf-8")
        run("report", folder, "--format", "html", "-o", folder / "report.html")
        pages = [folder / "site" / page for page in
                 ("index.html", "10.html", "2.html", "poster/10.html", "poster/18-a5.html",
                  "poster/peruttu.html")]
        pages += [folder / "desk" / page for page in ("it.html", "yhdyshenkilo.html",
                                                      "palautus.html")]
        return subprocess.run([sys.executable, source / "tests/axe/run.py", *pages,
                               folder / "report.html"], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
