#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the rotation costs with a hundred, a thousand and ten thousand announcements: times, memory,
# and by valgrind the instructions of one slide and of one more announcement. Figures are read and
# not judged, so it is not part of tests/run.sh. Needs valgrind beside the tests' packages.
#
#   tests/bench/rotation.sh [BUILD FOLDER]     a release build; else one is made
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build/release}
[ -d "$build" ] || tests/run.sh --prepare
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cc -std=c11 -D_GNU_SOURCE -O2 -g -Iplayer -o "$work/rotation" tests/bench/rotation.c \
    "$build"/player/rotate/librotate.a "$build"/player/model/libmodel.a \
    "$build"/player/calendar/libcalendar.a "$build"/player/base/libbase.a -lsodium -lm
for count in 100 1000 10000; do
    "$work/rotation" "$count"
done
command -v valgrind >/dev/null || exit 0

# Instructions of a run, without the reading of it.
instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$work/rotation" "$@" 2>&1 |
        sed -n 's/.*Collected : //p'
}
slides=2000
for count in 100 1000 10000; do
    first=$(instructions "$count" 0)
    all=$(instructions "$count" $slides)
    echo "$count: one slide $(((all - first) / slides)) instructions; beginning $first," \
        "for one announcement $((first / count))"
done
