#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Draws every sample picture anew: scenes.py -> SVG -> the file that the notices name, and then
# writes its length and SHA-256 into the notices. The same Debian release gives the same bytes.
# Needs (Debian): python3 librsvg2-bin fonts-noto-core pngquant optipng imagemagick webp
set -eu
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
media="$here/../submissions/good/media"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$media"

python3 -B "$here/draw.py" "$work"

for svg in "$work"/*.svg; do
    name=$(basename "$svg" .svg)
    rsvg-convert "$svg" -o "$work/$name.png"
    case $name in
        # One picture or two of each kind that the screens read, as senders' cameras make them.
        sauvakavely | keitto)
            convert "$work/$name.png" -strip -sampling-factor 1x1 -quality 88 "$media/$name.jpg" ;;
        laulu)
            cwebp -quiet -lossless -z 9 -metadata none "$work/$name.png" -o "$media/$name.webp" ;;
        *)
            pngquant --force --strip --speed 1 --nofs 128 --output "$media/$name.png" \
                "$work/$name.png"
            optipng -quiet -o2 -strip all "$media/$name.png" ;;
    esac
done
python3 -B "$here/pin.py" "$here/../submissions/good"
