#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes each picture of scenes.py as NAME.svg into the folder that is named, or only those NAMEs
that follow it. draw.sh makes the delivered files of them."""

import pathlib
import sys

from scenes import SCENES


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: draw.py FOLDER [NAME…]")
    folder = pathlib.Path(sys.argv[1])
    for name in sys.argv[2:] or SCENES:
        (folder / f"{name}.svg").write_text(SCENES[name](), encoding="utf-8")


main()
