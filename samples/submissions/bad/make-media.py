#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the broken pictures of this folder anew in media/, out of good ones of ../good/media/.

Plain bytes are put together here; convert (imagemagick), cwebp and webpmux (webp), rsvg-convert
(librsvg2-bin), qrencode and pngquant do the rest, with the font Noto Sans (fonts-noto-core).
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


# ---- ready-made slides ---------------------------------------------------------------------

SLIDE = ("Lue kirja kanssamme", "Tule lukupiiriin.", "Keskiviikkona 9.12.2026 klo 17", "Kylätupa, Myllytie 7",
         "Soita 040 123 4508")
LINK = "https://kylatupa.example.fi/luku"


def text_svg(lines, size, ink, ground, width=1920, height=1080, inner=""):
    """A slide of some lines; the first is the title."""
    rows, y = [], 100
    for number, line in enumerate(lines):
        em = size * (1.6 if number == 0 else 1)
        y += em * 1.4
        weight = "bold" if number == 0 else "normal"
        rows.append(f'<text x="110" y="{y:.0f}" font-size="{em:.0f}" font-weight="{weight}">'
                    f"{line}</text>")
    fill = f'<rect width="100%" height="100%" fill="{ground}"/>' if ground else ""
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{fill}'
            f'<g font-family="Noto Sans" fill="{ink}">{"".join(rows)}</g>{inner}</svg>')


def draw(svg, name, colours=16):
    """An SVG as a small PNG of a few colours."""
    with tempfile.NamedTemporaryFile(suffix=".svg") as source, \
            tempfile.NamedTemporaryFile(suffix=".png") as whole:
        source.write(svg.encode())
        source.flush()
        subprocess.run(["rsvg-convert", source.name, "-o", whole.name], check=True)
        subprocess.run(["pngquant", "--force", "--strip", "--speed", "1", "--nofs", str(colours),
                        "--output", str(MEDIA / name), whole.name], check=True)


def slide(name, lines=SLIDE, size=64, ink="#14212b", ground="#fbfaf6", **more):
    draw(text_svg(lines, size, ink, ground, **more), name)


def code_svg(payload, module, x, y, dark="#000000", light="#ffffff", quiet=4, level="M"):
    """A QR code; qrencode writes two characters a module."""
    text = subprocess.run(["qrencode", "-t", "ASCII", "-m", "0", "-l", level, "-o", "-", payload],
                          check=True, capture_output=True, text=True).stdout
    rows = text.splitlines()
    side = (len(rows) + 2 * quiet) * module
    parts = [f'<rect x="{x}" y="{y}" width="{side}" height="{side}" fill="{light}"/>']
    for row, line in enumerate(rows):
        for column in range(0, len(line), 2):
            if line[column] == "#":
                left = x + (column // 2 + quiet) * module
                top = y + (row + quiet) * module
                parts.append(f'<rect x="{left}" y="{top}" width="{module}" height="{module}" '
                             f'fill="{dark}" shape-rendering="crispEdges"/>')
    return "".join(parts)


def stripes(top):
    """Black and white bars over the rest of the slide, as a fabric or a blind has them."""
    return "".join(f'<rect x="{x}" y="{top}" width="40" height="{1080 - top}" fill="{fill}"/>'
                   for x in range(0, 1920, 80) for x, fill in ((x, "#000000"), (x + 40, "#ffffff")))


def long_link():
    return LINK + "/" + "abcdefghij0123456789" * 23


def slides():
    slide("dia-haalea.png", ink="#a8a8a8", ground="#ffffff")
    slide("dia-pieni-teksti.png", size=34)
    slide("dia-raidat.png", inner=stripes(660))
    slide("dia-rivi.png", lines=(SLIDE[0], "Tule lukupiiriin. Luemme hyvän kirjan. Juomme myös kahvia.",
                                 *SLIDE[2:]), size=56)
    slide("dia-muu-teksti.png", lines=("Neulo sukkia kanssamme", "Kahvila avautuu perjantaina.",
                                       "Tuo omat puikot ja langat.", "Musiikkitalo, Kotikatu 3"))
    slide("dia-sana-puuttuu.png", lines=(*SLIDE, "Tuo villasukat mukaan"))
    slide("dia-numero.png", lines=(*SLIDE[:-1], "Soita 040 123 4509"))
    slide("dia-tunnus.png", lines=(*SLIDE, "Yhdyshenkilö 010594Y9032"))
    slide("dia-lapinakyva.png", ground=None)
    slide("dia-a4.png", width=1240, height=1754, size=56)
    slide("dia-nelio.png", width=1080, height=1080, size=56)
    for name, payload, options, ground in (
            ("dia-koodi-muu.png", "https://muualla.example.fi/", {}, "#fbfaf6"),
            ("dia-koodi-pieni.png", LINK, {"module": 5}, "#fbfaf6"),
            ("dia-koodi-ahdas.png", LINK, {"quiet": 1}, "#0b5c6b"),
            ("dia-koodi-haalea.png", LINK, {"dark": "#7f8c92"}, "#fbfaf6"),
            ("dia-koodi-kaanteinen.png", LINK, {"dark": "#ffffff", "light": "#0b3a45"}, "#0b3a45"),
            ("dia-koodi-heikko.png", LINK, {"level": "L"}, "#fbfaf6")):
        settings = {"module": 14, "x": 1300, "y": 400, **options}
        ink = "#14212b" if ground == "#fbfaf6" else "#ffffff"
        slide(name, ink=ink, ground=ground, inner=code_svg(payload, **settings))
    # 85 modules of 3.6 px: wide enough for a phone, and yet too fine for one.
    slide("dia-koodi-tihea.png", inner=code_svg(long_link(), 3.6, 1350, 400))


# ---- photos --------------------------------------------------------------------------------

def exif(turn, has_place):
    """A TIFF of one tag of orientation and, on demand, a GPS folder with a latitude."""
    count = 2 if has_place else 1
    tags = struct.pack(">HHII", 0x112, 3, 1, turn << 16)
    after = 8 + 2 + 12 * count + 4
    folder = b""
    if has_place:
        tags += struct.pack(">HHII", 0x8825, 4, 1, after)
        folder = (struct.pack(">H", 1) + struct.pack(">HHII", 2, 5, 3, after + 18) + bytes(4)
                  + struct.pack(">6I", 65, 1, 1, 1, 0, 1))
    return (b"Exif\0\0MM\0*" + struct.pack(">IH", 8, count) + tags + bytes(4) + folder)


def icc(colourants):
    """A colour profile with three colourants, in 1/65536."""
    tags, data = b"", b""
    for number, name in enumerate((b"rXYZ", b"gXYZ", b"bXYZ")):
        place = 128 + 4 + 36 + 20 * number
        tags += name + struct.pack(">II", place, 20)
        data += b"XYZ " + bytes(4) + struct.pack(">3i", *colourants[3 * number:3 * number + 3])
    head = bytearray(128)
    head[0:4] = struct.pack(">I", 128 + 4 + len(tags) + len(data))
    head[12:20], head[36:40] = b"mntrRGB ", b"acsp"
    return bytes(head) + struct.pack(">I", 3) + tags + data


def with_segment(photo, marker, data):
    """A JPEG with one more segment behind its start."""
    return photo[:2] + struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data + photo[2:]


def photos(photo):
    (MEDIA / "sijainti.jpg").write_bytes(with_segment(photo, 0xE1, exif(1, True)))
    (MEDIA / "outo-asento.jpg").write_bytes(with_segment(photo, 0xE1, exif(9, False)))
    adobe = (39976, 20438, 1247, 13449, 41027, 3986, 9784, 4070, 48852)
    (MEDIA / "adobe-rgb.jpg").write_bytes(with_segment(photo, 0xE2,
                                                       b"ICC_PROFILE\0\1\1" + icc(adobe)))
    walk = GOOD / "sauvakavely.jpg"
    convert(walk, MEDIA / "pikkukuva.jpg", "-resize", "240x180!", "-quality", "85")
    convert(walk, MEDIA / "pieni.jpg", "-resize", "360x270!", "-quality", "85")
    convert(walk, MEDIA / "suikale.jpg", "-resize", "1600x1200!", "-crop", "1600x90+0+700",
            "+repage", "-quality", "80")
    convert(walk, MEDIA / "epatarkka.jpg", "-resize", "1200x900!", "-blur", "0x9", "-quality",
            "80")
    draw(text_svg(("Lukupiiri kokoontuu", "joka keskiviikko", "Tule mukaan", "Kahvia ja pullaa",
                   "Myllytie 7"), 60, "#14212b", "#e3eef0", 1200, 900), "tekstikuva.png")


# ---- files that are no pictures --------------------------------------------------------------

def other_files():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'
    (MEDIA / "piirros.svg").write_text(svg + "\n")
    (MEDIA / "juliste.pdf").write_bytes(b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n"
                                        b"trailer<</Root 1 0 R>>\n%%EOF\n")
    part = b"ppt/presentation.xml"
    (MEDIA / "esitys.pptx").write_bytes(b"PK\3\4" + struct.pack("<5H3I2H", 20, 0, 0, 0, 0, 0, 0, 0,
                                                                len(part), 0) + part)


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
    photos(photo)
    slides()
    other_files()


main()
