#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what the tests need, builds, runs every test; the last lines are ctest's.
# With --prepare: installs and builds (build/release/infotaulu is there afterwards), and stops.
set -euo pipefail
export PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin${PATH:+:$PATH}"
cd "$(dirname "$0")/.."

case "${1:-}" in
"" | --prepare) ;;
*)
    echo "usage: $0 [--prepare]" >&2
    exit 2
    ;;
esac

tests/install.sh test
cmake --preset release >/dev/null
cmake --build --preset release
[ "${1:-}" = --prepare ] && exit 0

cmake --preset dev >/dev/null
cmake --build --preset dev
# Two at a time: most tests wait for servers, clocks or children of theirs.
exec ctest --preset dev --parallel 2
