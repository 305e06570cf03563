#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the length and SHA-256 of each picture into the notices of a folder that name it.

Only the values inside the enclosure links change, so that the notices stay as their writers laid
them out. A picture that no notice names is an error: nobody would ever see it.
"""

import hashlib
import pathlib
import re
import sys

LINK = re.compile(r'<link rel="enclosure"[^>]*>')


def pinned(link, folder, used):
    name = re.search(r'href="([^"]*)"', link).group(1)
    data = (folder / name).read_bytes()
    used.add(name)
    link = re.sub(r'length="[^"]*"', f'length="{len(data)}"', link)
    return re.sub(r'it:sha256="[^"]*"', f'it:sha256="{hashlib.sha256(data).hexdigest()}"', link)


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: pin.py FOLDER")
    folder = pathlib.Path(sys.argv[1])
    used = set()
    for path in sorted(folder.glob("*.xml")):
        before = path.read_text(encoding="utf-8")
        after = LINK.sub(lambda match: pinned(match.group(0), folder, used), before)
        if after != before:
            path.write_text(after, encoding="utf-8")
    unused = {f"media/{path.name}" for path in (folder / "media").iterdir()} - used
    if unused:
        sys.exit("pin.py: no notice names " + ", ".join(sorted(unused)))


main()
