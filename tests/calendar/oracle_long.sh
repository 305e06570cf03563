#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Twenty thousand random rules over ten years against libical: minutes, so not part of tests/run.sh.
#
#   tests/calendar/oracle_long.sh [BUILD FOLDER] [RULES]
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build/dev}
[ -x "$build/tests/calendar/calendar_oracle_test" ] || tests/run.sh --prepare
ORACLE_RULES=${2:-20000} "$build/tests/calendar/calendar_oracle_test"
