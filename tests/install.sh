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
    procps gzip tesseract-ocr-fin
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
[ ${#missing[@]} -gt 0 ] || exit 0

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
