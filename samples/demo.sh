#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Shows the sample centre's rotation: installs missing Debian packages, builds, and plays
# samples/site fullscreen from this folder, without server or configuration. Without a display it
# renders the same rotation to PNG files and says where they are.
#
#   samples/demo.sh                      the lobby display
#   samples/demo.sh --display kaytava    the upright one
#   samples/demo.sh --window             in a window
#   samples/demo.sh --prepare            installs, builds, stops
set -euo pipefail
export PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin${PATH:+:$PATH}"
cd "$(dirname "$0")/.."

# The samples' dates lie around this Tuesday morning, so the demo never ages.
now=2026-11-24T10:00:00+02:00

tests/install.sh build
cmake --preset release >/dev/null
cmake --build --preset release
[ "${1:-}" = --prepare ] && exit 0

infotaulu=build/release/infotaulu
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    "$infotaulu" play --site samples/site --root-key samples/root.pub --now "$now" \
        --cache "$work/cache" --state "$work/state" "$@"
    exit
fi

echo "There is no display here. The slides are rendered to files:"
for display in aula kaytava; do
    rm -rf "build/demo/$display"
    "$infotaulu" render samples/site --root-key samples/root.pub --now "$now" \
        --display "$display" -o "build/demo/$display"
done
echo "Look at: $PWD/build/demo/"
