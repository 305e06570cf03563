#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The player beside feh under Xvfb at 1920×1080: not part of tests/run.sh, since figures are read
# and not judged. Takes about six minutes. Needs feh and libx11-dev beside the tests' packages.
set -euo pipefail
cd "$(dirname "$0")/../.."
tests/run.sh --prepare
for package in feh libx11-dev; do
    dpkg-query -W "$package" >/dev/null 2>&1 || apt-get install -y -qq "$package"
done
work=$(mktemp -d)
cc -O2 -o "$work/first_picture" tests/bench/first_picture.c -lX11
mkfifo "$work/number"
Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$work/number" 2>/dev/null &
server=$!
trap 'kill $server; rm -rf "$work"' EXIT
read -r number <"$work/number"
DISPLAY=":$number" python3 tests/bench/beside_feh.py build/release/infotaulu "$work/first_picture"
