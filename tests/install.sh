#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing of the Debian packages that building (build) or testing (test) needs.
# Root is asked for only when one is missing. Usage: tests/install.sh build|test
set -euo pipefail
export PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin${PATH:+:$PATH}"

build_packages=(
    cmake ninja-build gcc libc6-dev pkg-config gettext tzdata fonts-noto-core
    libsdl2-dev libsdl2-image-dev libsdl2-ttf-dev libpng-dev zlib1g-dev
    libcurl4-openssl-dev libxml2-dev libsodium-dev libfribidi-dev libunibreak-dev
    libqrencode-dev libzbar-dev libseccomp-dev libinih-dev libjansson-dev libvoikko-dev voikko-fi
)
test_packages=(
    libcmocka-dev libical-dev libjpeg-dev libwebp-dev libxml2-utils python3 python3-jsonschema
    nginx-light openssl minisign newsboat zbar-tools imagemagick xvfb xauth xdotool x11-apps
    procps gzip tesseract-ocr-fin chromium weston libgl1-mesa-dri bindfs
)

case "${1:-}" in
build) wanted=("${build_packages[@]}") ;;
test) wanted=("${build_packages[@]}" "${test_packages[@]}") ;;
*)
    echo "usage: $0 build|test" >&2
    exit 2
    ;;
esac

missing=()
for package in "${wanted[@]}"; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done

# Two files that Debian does not have come from npm into build/npm, never into the repository:
# axe-core (MPL-2.0) looks at pages, and the schema of SARIF 2.1.0 is in @microsoft/jest-sarif
# (MIT). Without them their tests are skipped. NAME@VERSION SHA-256 FILES
npm_files=(
    "axe-core@4.14.1 e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745 axe.min.js LICENSE"
    "@microsoft/jest-sarif@1.0.0-beta.0 748e2c3d1a842e7bb258416685c7ea3a0da40005b72267b2052c2856d48ad102 lib/schemas/sarif-2.1.0-rtm.5.json"
)
npm_folder="$(dirname "$0")/../build/npm"

npm_name() { local name=${1%@*}; echo "${name##*/}"; }

npm_is_there() {
    local row name file
    for row in "${npm_files[@]}"; do
        read -r name _ files <<<"$row"
        for file in $files; do
            [ -s "$npm_folder/$(npm_name "$name")/$(basename "$file")" ] || return 1
        done
    done
}

npm_fetch() {
    local row name sum files work archive file to
    work=$(mktemp -d)
    for row in "${npm_files[@]}"; do
        read -r name sum files <<<"$row"
        archive=$(cd "$work" && npm pack --silent "$name" 2>/dev/null) || break
        echo "$sum  $work/$archive" | sha256sum --check --status || break
        to="$npm_folder/$(npm_name "$name")"
        mkdir -p "$to"
        for file in $files; do
            tar -xzf "$work/$archive" -O "package/$file" >"$to/$(basename "$file")" || break 2
        done
    done
    rm -rf "$work"
    npm_is_there || echo "npm did not give the files of the page and SARIF tests: they are skipped" >&2
}

finish() {
    if [ "$1" = test ] && ! npm_is_there; then npm_fetch; fi
    exit 0
}

if [ "$1" = test ] && ! npm_is_there && ! command -v npm >/dev/null; then
    missing+=(nodejs npm)
fi
[ ${#missing[@]} -gt 0 ] || finish "$1"

echo "Installing: ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "Become root, or install these packages: ${missing[*]}" >&2
        exit 2
    }
    as_root=(sudo)
fi
# RUNLEVEL=1: a web server that a test brings along does not start as a service.
apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get -qq -o Dpkg::Use-Pty=0 "$@"
}
apt update
apt install -y --no-install-recommends "${missing[@]}" >/dev/null
finish "$1"
