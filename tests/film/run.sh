#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Twelve submissions at the liaison's desk as a film and a table of times: not part of tests/run.sh,
# since it is looked at and not judged. Takes about five minutes. Needs ffmpeg beside the tests'
# packages. Usage: tests/film/run.sh FILE.mp4
set -euo pipefail
[ $# -eq 1 ] || {
    echo "usage: $0 FILE.mp4" >&2
    exit 2
}
film=$(realpath "$1")
cd "$(dirname "$0")/../.."
tests/run.sh --prepare
tests/install.sh test
dpkg-query -W ffmpeg >/dev/null 2>&1 || apt-get install -y -qq --no-install-recommends ffmpeg
INFOTAULU=build/release python3 -B tests/film/week.py "$film"
