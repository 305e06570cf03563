#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes file-size.xml and its picture, a sound PNG of more than 10 MB, into the folder that is
# named: too large to keep beside the other bad notices. Needs python3.
set -eu
if [ $# -ne 1 ]; then
    echo "usage: make-large.sh FOLDER" >&2
    exit 2
fi
folder=$1
mkdir -p "$folder/media"

# 2400 x 1500 pixels, stored and not packed: 10.8 MB.
python3 - "$folder/media/suuri.png" <<'PYTHON'
import struct
import sys
import zlib

WIDTH, HEIGHT = 2400, 1500


def chunk(kind, data):
    return (struct.pack(">I", len(data)) + kind + data
            + struct.pack(">I", zlib.crc32(kind + data)))


sky, hill = bytes((208, 228, 227)), bytes((46, 125, 120))
rows = b"".join(b"\0" + (sky if y < 900 else hill) * WIDTH for y in range(HEIGHT))
with open(sys.argv[1], "wb") as out:
    out.write(b"\x89PNG\r\n\x1a\n"
              + chunk(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0))
              + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b""))
PYTHON

cat > "$folder/file-size.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<!-- A picture of 10.8 MB. -->
<entry xmlns="http://www.w3.org/2005/Atom" xmlns:it="urn:x-infotaulu:1"
       xml:lang="fi-simple">
  <id>urn:uuid:66475f79-34dc-5416-9d86-07ef0196d561</id>
  <title>Lue kirja kanssamme</title>
  <updated>2026-11-16T10:00:00+02:00</updated>
  <author><name>Niemelän Kylätupa ry</name><uri>https://kylatupa.example.fi/</uri></author>
  <summary>Tule lukupiiriin.</summary>
  <content type="xhtml">
    <div xmlns="http://www.w3.org/1999/xhtml">
      <p>Luemme yhdessä hyvän kirjan. Voit myös vain kuunnella.</p>
      <p><img src="media/suuri.png" alt="Vihreä mäki ja vaalea taivas."/></p>
    </div>
  </content>
  <category scheme="urn:x-infotaulu:kind" term="event"/>
  <link rel="alternate" type="text/html" href="https://kylatupa.example.fi"/>
  <link rel="enclosure" type="image/png" href="media/suuri.png"/>
  <it:show from="2026-11-16" until="2026-12-09"/>
  <it:when start="2026-12-09T17:00:00+02:00" end="2026-12-09T18:30:00+02:00"/>
  <it:where mode="place" name="Kylätupa" street="Myllytie 7" city="Niemelä"/>
  <it:audience>Kaikille aikuisille</it:audience>
  <it:contact role="emäntä" tel="+358401234508"/>
  <it:cost free="true">Ei maksa mitään</it:cost>
  <it:signup required="false">Ei tarvitse ilmoittautua</it:signup>
</entry>
XML
