#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the broken pictures of this folder anew in media/, out of good ones of ../good/media/.

Plain bytes are put together here; convert (imagemagick), cwebp and webpmux (webp) do the rest.
"""

import pathlib
import struct
import subprocess
import tempfile
import zlib

HERE = pathlib.Path(__file__).resolve().parent
GOOD = HERE.parent / "good" / "media"
MEDIA = HERE / "media"


def chunk(kind, data):
    return (struct.pack(">I", len(data)) + kind + data
            + struct.pack(">I", zlib.crc32(kind + data)))


def png(width, height, pixels):
    """A true-colour PNG; `pixels` are its filtered rows, as many as one likes."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(pixels))
            + chunk(b"IEND", b""))


def convert(source, target, *options):
    subprocess.run(["convert", str(source), "-resize", "800x600!", *options, "-strip", str(target)],
                   check=True)


def moving(folder, target):
    """An animated WebP of two frames."""
    frames = []
    for i, gamma in enumerate(("1.0", "0.8")):
        still = folder / f"still{i}.png"
        convert(GOOD / "digiapu.png", still, "-gamma", gamma)
        frame = folder / f"frame{i}.webp"
        subprocess.run(["cwebp", "-quiet", "-lossless", "-z", "9", str(still), "-o", str(frame)],
                       check=True)
        frames += ["-frame", str(frame), "+800+0+0+0+b"]
    subprocess.run(["webpmux", *frames, "-loop", "0", "-o", str(target)], check=True,
                   stderr=subprocess.DEVNULL)


def main():
    MEDIA.mkdir(exist_ok=True)
    walk = GOOD / "sauvakavely.jpg"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        small = folder / "small.jpg"
        convert(walk, small, "-quality", "80")
        photo = small.read_bytes()
        moving(folder, MEDIA / "liikkuva.webp")
    convert(walk, MEDIA / "painovarit.jpg", "-colorspace", "CMYK", "-quality", "80")
    convert(GOOD / "digiapu.png", MEDIA / "kuva.gif", "-colors", "32")
    (MEDIA / "puolikas.jpg").write_bytes(photo[:len(photo) // 2])
    (MEDIA / "valokuva.png").write_bytes(photo)
    (MEDIA / "sauvakavely.jpg").write_bytes(photo)
    good = (GOOD / "neuro.png").read_bytes()
    (MEDIA / "ilman-loppua.png").write_bytes(good[:-12])
    middle = len(good) // 2
    (MEDIA / "viallinen.png").write_bytes(good[:middle] + bytes([good[middle] ^ 0x10])
                                          + good[middle + 1:])
    web = (GOOD / "laulu.webp").read_bytes()
    (MEDIA / "katkaistu.webp").write_bytes(web[:20000])
    (MEDIA / "jattilainen.png").write_bytes(png(60000, 60000, bytes(64)))
    # The head of a phone's HEIC picture: the brands, then an empty box of metadata.
    brands = b"heic" + bytes(4) + b"mif1heic"
    (MEDIA / "puhelin.heic").write_bytes(struct.pack(">I", 8 + len(brands)) + b"ftyp" + brands
                                         + struct.pack(">I", 12) + b"meta" + bytes(4)
                                         + struct.pack(">I", 1032) + b"mdat" + bytes(1024))


main()
