#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Measures the plain-language check on the pairs beside this file and prints a table; README.md
# tells about the pairs. Usage: tests/calibration/run.sh [--texts]
#
# PAIRS names another folder of such texts, BUILD another build folder.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${BUILD:-$root/build/dev}
[ -e "$build/build.ninja" ] || (cd "$root" && cmake --preset dev >/dev/null)
cmake --build "$build" --target measure_pairs >/dev/null
"$build/tests/calibration/measure_pairs" "${PAIRS:-$here/pairs}" | python3 "$here/table.py" "$@"
