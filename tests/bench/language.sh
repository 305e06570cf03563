#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The plain-language engine beside libvoikko alone; see language.c. Figures are read, not judged.
# BUILD names another release build.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${BUILD:-build/release}
[ -e "$build/build.ninja" ] || cmake --preset release >/dev/null
cmake --build "$build" --target language_check >/dev/null 2>&1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
libraries=()
for folder in language/liblanguage_check.a language/liblanguage.a model/libmodel.a \
    calendar/libcalendar.a base/libbase.a; do
    libraries+=("$build/player/$folder")
done
cc -std=c11 -D_GNU_SOURCE -O2 -Iplayer -o "$work/language" tests/bench/language.c \
    "${libraries[@]}" -lvoikko -lsodium -lm
"$work/language" content-schema/words tests/calibration/pairs/*.fi.*.txt
