# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts that the pictures are put together from: colours, lines, people, furniture, plants.

Every function answers SVG text. Coordinates are pixels of a 1200 x 900 picture; what matters in a
picture stays inside x 180..1020 and y 135..765, because the screens crop it to other shapes.
"""

INK = "#14212B"
DEEP = "#0B3A45"
ACCENT = "#0B5C6B"
TEAL = "#2E7D78"
MID = "#5DA09B"
SAGE = "#8CBBB8"
HAZE = "#B5D4D1"
MIST = "#D0E4E3"
TINT = "#E3EEF0"
PAPER = "#FBFAF6"
SAND = "#F2D9A6"
WHEAT = "#E6C383"
CLAY = "#D98E5F"
RUST = "#B9714A"
RED = "#C4574B"
BARK = "#7A5645"
PINE = "#1F5F5B"

FAIR = ("#F0CDB0", "#DDB08E")
TAN = ("#D9A27A", "#C08660")
BROWN = ("#A06D4C", "#85573A")

BLACK_HAIR = "#22303A"
BROWN_HAIR = "#5B4038"
FAIR_HAIR = "#D9B36C"
GREY_HAIR = "#C9D1D1"
RED_HAIR = "#A9603C"


def n(value):
    """A number as short as it can be, so that the same drawing gives the same bytes."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def circle(x, y, r, fill, more=""):
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(r)}" fill="{fill}" {more}/>'


def ellipse(x, y, rx, ry, fill, more=""):
    return f'<ellipse cx="{n(x)}" cy="{n(y)}" rx="{n(rx)}" ry="{n(ry)}" fill="{fill}" {more}/>'


def rect(x, y, w, h, fill, rx=0, more=""):
    return (f'<rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" rx="{n(rx)}" '
            f'fill="{fill}" {more}/>')


def path(d, fill, more=""):
    return f'<path d="{d}" fill="{fill}" {more}/>'


def line(d, colour, width, more=""):
    return (f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{n(width)}" '
            f'stroke-linecap="round" stroke-linejoin="round" {more}/>')


def group(transform, *parts):
    return f'<g transform="{transform}">' + "".join(parts) + "</g>"


def at(x, y, *parts, scale=1, turn=0):
    return group(f"translate({n(x)} {n(y)}) rotate({n(turn)}) scale({scale})", *parts)


def smooth(points, closed=False):
    """Path data of a soft curve through the points (Catmull-Rom as Bezier pieces)."""
    count = len(points)

    def point(i):
        return points[i % count] if closed else points[max(0, min(count - 1, i))]

    d = f"M{n(points[0][0])} {n(points[0][1])}"
    for i in range(count if closed else count - 1):
        a, b, c, e = point(i - 1), point(i), point(i + 1), point(i + 2)
        d += (f"C{n(b[0] + (c[0] - a[0]) / 6)} {n(b[1] + (c[1] - a[1]) / 6)} "
              f"{n(c[0] - (e[0] - b[0]) / 6)} {n(c[1] - (e[1] - b[1]) / 6)} "
              f"{n(c[0])} {n(c[1])}")
    return d + ("Z" if closed else "")


def hill(points, fill, bottom=900):
    """Land under a soft line from left to right."""
    d = smooth(points)
    return path(f"{d}L{n(points[-1][0])} {bottom}L{n(points[0][0])} {bottom}Z", fill)


def blob(points, fill, more=""):
    return path(smooth(points, True), fill, more)


def limb(points, colour, width):
    """An arm or a leg: a thick soft line."""
    return line(smooth(points), colour, width)


def shadow(x, y, rx, ry, strength=0.14):
    return ellipse(x, y, rx, ry, DEEP, f'opacity="{strength}"')


def torso(x, y, half, height, fill):
    """Shoulders and body down to a flat edge; y is the top of the shoulders."""
    return path(f"M{n(x - half)} {n(y + height)}"
                f"C{n(x - half * 1.02)} {n(y + height * .35)} {n(x - half * .98)} {n(y + 4)} "
                f"{n(x - half * .28)} {n(y)}"
                f"L{n(x + half * .28)} {n(y)}"
                f"C{n(x + half * .98)} {n(y + 4)} {n(x + half * 1.02)} {n(y + height * .35)} "
                f"{n(x + half)} {n(y + height)}Z", fill)


def head(x, y, r, skin=FAIR, hair=BROWN_HAIR, style="short"):
    """A head without a face, and its neck. x, y is the middle of the face."""
    light, dark = skin
    back, front = "", ""
    if style == "short":
        front = cap(x, y, r, hair)
    elif style == "side":
        front = path(f"M{n(x - .96 * r)} {n(y + .12 * r)}C{n(x - 1.25 * r)} {n(y - 1.5 * r)} "
                     f"{n(x + 1.25 * r)} {n(y - 1.5 * r)} {n(x + .97 * r)} {n(y + .02 * r)}"
                     f"C{n(x + .75 * r)} {n(y - .7 * r)} {n(x - .3 * r)} {n(y - .45 * r)} "
                     f"{n(x - .6 * r)} {n(y - .55 * r)}"
                     f"C{n(x - .78 * r)} {n(y - .35 * r)} {n(x - .8 * r)} {n(y - .1 * r)} "
                     f"{n(x - .96 * r)} {n(y + .12 * r)}Z", hair)
    elif style == "bob":
        back = path(f"M{n(x - 1.12 * r)} {n(y + .95 * r)}C{n(x - 1.5 * r)} {n(y - 1.75 * r)} "
                    f"{n(x + 1.5 * r)} {n(y - 1.75 * r)} {n(x + 1.12 * r)} {n(y + .95 * r)}"
                    f"Q{n(x)} {n(y + 1.25 * r)} {n(x - 1.12 * r)} {n(y + .95 * r)}Z", hair)
        front = fringe(x, y, r, hair)
    elif style == "long":
        back = path(f"M{n(x - 1.25 * r)} {n(y + 1.9 * r)}C{n(x - 1.35 * r)} {n(y - 2 * r)} "
                    f"{n(x + 1.35 * r)} {n(y - 2 * r)} {n(x + 1.25 * r)} {n(y + 1.9 * r)}"
                    f"Q{n(x)} {n(y + 2.3 * r)} {n(x - 1.25 * r)} {n(y + 1.9 * r)}Z", hair)
        front = fringe(x, y, r, hair)
    elif style == "bun":
        back = circle(x + .1 * r, y - 1.25 * r, .48 * r, hair)
        front = cap(x, y, r, hair)
    elif style == "curly":
        for dx, dy, q in ((-.8, -.35, .5), (-.5, -.85, .5), (0, -1.05, .52), (.5, -.85, .5),
                          (.8, -.35, .5), (-.92, .1, .34), (.92, .1, .34)):
            back += circle(x + dx * r, y + dy * r, q * r, hair)
        front = fringe(x, y, r, hair)
    elif style == "bald":
        back = circle(x - .86 * r, y + .05 * r, .26 * r, hair)
        back += circle(x + .86 * r, y + .05 * r, .26 * r, hair)
    elif style == "scarf":
        back = path(f"M{n(x - 1.2 * r)} {n(y + 1.5 * r)}C{n(x - 1.5 * r)} {n(y - 1.9 * r)} "
                    f"{n(x + 1.5 * r)} {n(y - 1.9 * r)} {n(x + 1.2 * r)} {n(y + 1.5 * r)}"
                    f"Q{n(x)} {n(y + 2.1 * r)} {n(x - 1.2 * r)} {n(y + 1.5 * r)}Z", hair)
        return back + ellipse(x, y + .02 * r, .78 * r, .92 * r, light)
    elif style == "beanie":
        front = path(f"M{n(x - 1.02 * r)} {n(y - .2 * r)}C{n(x - 1.1 * r)} {n(y - 1.6 * r)} "
                     f"{n(x + 1.1 * r)} {n(y - 1.6 * r)} {n(x + 1.02 * r)} {n(y - .2 * r)}Z", hair)
        front += rect(x - 1.1 * r, y - .5 * r, 2.2 * r, .42 * r, hair, .2 * r)
        front += rect(x - 1.1 * r, y - .5 * r, 2.2 * r, .42 * r, PAPER, .2 * r, 'opacity=".25"')
        front += circle(x, y - 1.42 * r, .24 * r, PAPER)
    elif style == "behind":
        return (rect(x - .34 * r, y + .5 * r, .68 * r, r, dark, .3 * r)
                + ellipse(x - .93 * r, y + .15 * r, .16 * r, .24 * r, dark)
                + ellipse(x + .93 * r, y + .15 * r, .16 * r, .24 * r, dark)
                + ellipse(x, y, .98 * r, 1.08 * r, hair))
    neck = rect(x - .36 * r, y + .5 * r, .72 * r, .95 * r, dark, .3 * r)
    face = ellipse(x, y, .92 * r, 1.05 * r, light)
    return back + neck + face + front


def cap(x, y, r, hair):
    return path(f"M{n(x - .97 * r)} {n(y + .08 * r)}C{n(x - 1.2 * r)} {n(y - 1.5 * r)} "
                f"{n(x + 1.2 * r)} {n(y - 1.5 * r)} {n(x + .97 * r)} {n(y + .08 * r)}"
                f"C{n(x + .86 * r)} {n(y - .5 * r)} {n(x + .5 * r)} {n(y - .62 * r)} "
                f"{n(x)} {n(y - .56 * r)}C{n(x - .5 * r)} {n(y - .62 * r)} "
                f"{n(x - .86 * r)} {n(y - .5 * r)} {n(x - .97 * r)} {n(y + .08 * r)}Z", hair)


def fringe(x, y, r, hair):
    return path(f"M{n(x - .98 * r)} {n(y + .25 * r)}C{n(x - 1.15 * r)} {n(y - 1.48 * r)} "
                f"{n(x + 1.15 * r)} {n(y - 1.48 * r)} {n(x + .98 * r)} {n(y + .25 * r)}"
                f"C{n(x + .9 * r)} {n(y - .35 * r)} {n(x + .45 * r)} {n(y - .75 * r)} "
                f"{n(x + .1 * r)} {n(y - .8 * r)}C{n(x - .2 * r)} {n(y - .45 * r)} "
                f"{n(x - .8 * r)} {n(y - .3 * r)} {n(x - .98 * r)} {n(y + .25 * r)}Z", hair,
                f'stroke="{hair}" stroke-width="3"')


def mug(x, y, w, h, colour, handle=1, inside=BARK):
    """A mug that stands on y; handle 1 on the right, -1 on the left."""
    hx = x + handle * w * .5
    return (line(f"M{n(hx)} {n(y - h * .78)}C{n(hx + handle * w * .42)} {n(y - h * .85)} "
                 f"{n(hx + handle * w * .42)} {n(y - h * .2)} {n(hx)} {n(y - h * .25)}",
                 colour, w * .13)
            + path(f"M{n(x - w / 2)} {n(y - h)}L{n(x + w / 2)} {n(y - h)}"
                   f"L{n(x + w / 2)} {n(y - h * .3)}Q{n(x + w / 2)} {n(y)} {n(x + w * .2)} {n(y)}"
                   f"L{n(x - w * .2)} {n(y)}Q{n(x - w / 2)} {n(y)} {n(x - w / 2)} {n(y - h * .3)}Z",
                   colour)
            + ellipse(x, y - h, w / 2, h * .13, PAPER)
            + ellipse(x, y - h + h * .03, w * .43, h * .09, inside))


def steam(x, y, height, colour=PAPER, width=10, opacity=.85):
    d = (f"M{n(x)} {n(y)}c{n(-height * .22)} {n(-height * .28)} {n(height * .22)} "
         f"{n(-height * .45)} 0 {n(-height * .72)}"
         f"c{n(-height * .1)} {n(-height * .14)} {n(-height * .06)} {n(-height * .2)} 0 "
         f"{n(-height * .28)}")
    return line(d, colour, width, f'opacity="{opacity}"')


def spruce(x, y, h, colour, trunk=BARK):
    """A rounded spruce that stands on y."""
    w = h * .42
    parts = rect(x - h * .03, y - h * .14, h * .06, h * .14, trunk, h * .02)
    for top, bottom, share in ((1, .55, .55), (.8, .32, .78), (.58, .1, 1)):
        half = w / 2 * share
        parts += path(f"M{n(x)} {n(y - h * top)}"
                      f"Q{n(x + half * .35)} {n(y - h * (top * .4 + bottom * .6))} "
                      f"{n(x + half)} {n(y - h * bottom)}"
                      f"Q{n(x)} {n(y - h * (bottom - .07))} {n(x - half)} {n(y - h * bottom)}"
                      f"Q{n(x - half * .35)} {n(y - h * (top * .4 + bottom * .6))} "
                      f"{n(x)} {n(y - h * top)}Z", colour)
    return parts


def birch(x, y, h, crown):
    marks = "".join(rect(x - h * .018 + (i % 2) * h * .012, y - h * (.12 + .1 * i), h * .022,
                         h * .012, BLACK_HAIR, 2, 'opacity=".55"') for i in range(4))
    return (rect(x - h * .02, y - h * .6, h * .04, h * .6, PAPER, h * .02) + marks
            + ellipse(x, y - h * .7, h * .2, h * .3, crown)
            + ellipse(x - h * .05, y - h * .74, h * .1, h * .16, PAPER, 'opacity=".14"'))


def leaf(x, y, length, turn, colour):
    return at(x, y, path(f"M0 0C{n(length * .25)} {n(-length * .3)} {n(length * .8)} "
                         f"{n(-length * .25)} {n(length)} 0C{n(length * .8)} {n(length * .25)} "
                         f"{n(length * .25)} {n(length * .3)} 0 0Z", colour), turn=turn)


def heart(x, y, size, colour):
    s = size / 2
    return path(f"M{n(x)} {n(y + s * .95)}C{n(x - s * 1.5)} {n(y - s * .1)} "
                f"{n(x - s * .75)} {n(y - s * 1.15)} {n(x)} {n(y - s * .4)}"
                f"C{n(x + s * .75)} {n(y - s * 1.15)} {n(x + s * 1.5)} {n(y - s * .1)} "
                f"{n(x)} {n(y + s * .95)}Z", colour)


def window(x, y, w, h, sky, frame=PAPER):
    bar = 14
    return (rect(x - bar, y - bar, w + 2 * bar, h + 2 * bar, frame, 10) + rect(x, y, w, h, sky, 4)
            + rect(x + w / 2 - bar / 2, y, bar, h, frame)
            + rect(x - 2 * bar, y + h + bar - 2, w + 4 * bar, 18, frame, 6))


def pot_plant(x, y, size, leaves=TEAL, pot=CLAY):
    parts = ""
    for turn, long in ((-90, 1), (-125, .85), (-55, .85), (-155, .6), (-25, .6)):
        parts += leaf(x, y - size * .5, size * long, turn, leaves)
    return parts + path(f"M{n(x - size * .36)} {n(y - size * .6)}H{n(x + size * .36)}"
                        f"L{n(x + size * .26)} {n(y)}H{n(x - size * .26)}Z", pot) \
        + rect(x - size * .4, y - size * .68, size * .8, size * .16, pot, size * .05)


def picture(width, height, *parts):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}">' + "".join(parts) + "</svg>\n")
