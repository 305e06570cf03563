# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures of the sample notices, one function each; SCENES at the end names their files."""

from shapes import *  # noqa: F403  (the parts are this file's vocabulary)


def grief():
    """Two people on a bench, seen from behind, look at the sun going down over a lake."""
    sun = circle(600, 400, 205, "#E3E3CE") + circle(600, 400, 150, SAND)
    far = hill([(-20, 430), (140, 350), (330, 425), (480, 445)], HAZE, 470)
    far += hill([(700, 450), (860, 410), (1050, 335), (1220, 400)], HAZE, 470)
    near = hill([(-20, 455), (120, 420), (300, 448), (420, 468)], SAGE, 474)
    near += hill([(800, 468), (930, 440), (1080, 415), (1220, 445)], SAGE, 474)
    lake = rect(0, 465, 1200, 240, TINT)
    glints = "".join(rect(600 - w / 2 + dx, y, w, 13, SAND, 6.5) for w, dx, y in (
        (500, 0, 480), (360, 130, 510), (400, -150, 522), (300, 190, 548), (330, -120, 566),
        (250, 160, 590), (200, -170, 606)))
    shore = hill([(-20, 640), (200, 612), (430, 655), (700, 628), (950, 655), (1220, 605)], MID)
    grass = hill([(-20, 770), (260, 738), (600, 752), (900, 735), (1220, 775)], TEAL)
    trees = spruce(95, 650, 330, PINE) + spruce(190, 668, 230, TEAL)
    trees += spruce(1120, 660, 300, PINE) + spruce(1035, 665, 200, TEAL)

    left = torso(515, 470, 108, 280, ACCENT) + head(515, 395, 60, TAN, BROWN_HAIR, "behind")
    right = torso(690, 502, 98, 248, CLAY)
    right += circle(712, 375, 25, GREY_HAIR) + head(683, 432, 55, FAIR, GREY_HAIR, "behind")
    right += path("M630 500Q683 545 738 500L744 524Q683 572 624 524Z", SAND)
    arm = limb([(590, 528), (660, 556), (745, 560)], "#0E6A7B", 52)
    arm += circle(762, 560, 25, TAN[0])

    slats = "".join(rect(365, y, 470, 44, fill, 16) for y, fill in ((620, "#AE7F5A"),
                                                                    (682, "#9D6F4D")))
    posts = "".join(rect(x, 600, 30, 215, BARK, 10) for x in (410, 760))
    seat = rect(350, 745, 500, 26, BARK, 12)
    legs = limb([(470, 790), (468, 818)], DEEP, 40) + limb([(548, 790), (546, 818)], DEEP, 40)
    legs += limb([(655, 790), (655, 818)], BARK, 34) + limb([(722, 790), (722, 818)], BARK, 34)
    bench = legs + posts + slats + seat
    return picture(1200, 900, rect(0, 0, 1200, 900, MIST), sun, far, near, lake, glints, shore,
                   trees, grass, shadow(600, 815, 330, 22), left, right, arm, bench)


def bun(x, y, size):
    """A cinnamon bun on y."""
    return (ellipse(x, y - size * .3, size * .62, size * .34, CLAY)
            + ellipse(x, y - size * .4, size * .5, size * .26, "#E3A678")
            + line(f"M{n(x - size * .3)} {n(y - size * .4)}q{n(size * .3)} {n(-size * .3)} "
                   f"{n(size * .55)} {n(-size * .02)}q{n(-size * .2)} {n(size * .2)} "
                   f"{n(-size * .36)} {n(size * .02)}", RUST, size * .07))


def family_cafe():
    """Coffee cups, buns and a toy on a table under a lamp; a window to hills behind."""
    wall = rect(0, 0, 1200, 900, TINT) + rect(0, 0, 1200, 620, MIST)
    view = window(395, 130, 410, 300, "#E9F2F1")
    outside = '<clipPath id="w"><rect x="395" y="130" width="410" height="300"/></clipPath>'
    outside += ('<g clip-path="url(#w)">' + circle(700, 235, 52, SAND)
                + hill([(380, 350), (480, 310), (600, 360), (820, 300)], HAZE, 440)
                + hill([(380, 400), (560, 360), (700, 395), (820, 370)], SAGE, 440)
                + spruce(455, 415, 120, TEAL) + spruce(505, 420, 85, PINE) + "</g>")
    frame = rect(593, 130, 14, 300, PAPER)
    flags = line("M-10 60Q180 130 395 62", SAGE, 5) + line("M805 62Q1020 130 1210 60", SAGE, 5)
    for x, y, colour in ((60, 81, CLAY), (170, 93, TEAL), (280, 86, SAND), (920, 86, TEAL),
                         (1030, 93, CLAY), (1140, 81, ACCENT)):
        flags += path(f"M{x - 34} {y}H{x + 34}L{x} {y + 62}Z", colour)
    table = ellipse(600, 760, 560, 130, "#A87B57") + ellipse(600, 735, 560, 130, "#C39A72")
    cloth = ellipse(600, 728, 430, 92, PAPER) + ellipse(600, 726, 405, 82, "#EDF3F2")
    big = shadow(430, 742, 110, 20) + ellipse(420, 735, 122, 27, SAGE) \
        + ellipse(420, 729, 122, 25, "#A9CDCA") + mug(420, 728, 156, 168, ACCENT, -1)
    big += steam(392, 530, 120) + steam(440, 535, 150)
    second = shadow(635, 705, 100, 18) + ellipse(630, 697, 100, 22, SAGE) \
        + ellipse(630, 692, 100, 20, "#A9CDCA") + mug(630, 691, 126, 138, TEAL)
    second += steam(612, 528, 100) + steam(650, 532, 125)
    small = mug(525, 786, 92, 92, CLAY, -1) + heart(525, 752, 40, PAPER)
    buns = ellipse(815, 768, 128, 30, MID) + ellipse(815, 762, 128, 28, PAPER)
    buns += bun(765, 764, 92) + bun(868, 766, 92) + bun(816, 738, 92)
    blocks = rect(872, 590, 72, 72, TEAL, 10) + rect(950, 600, 66, 66, SAND, 10) \
        + rect(912, 524, 66, 66, CLAY, 10)
    blocks += circle(908, 626, 16, PAPER) + path("M983 616L1003 650H963Z", PAPER) \
        + heart(945, 558, 34, PAPER)
    return picture(1200, 900, wall, view, outside, frame, flags, table, cloth, second, big,
                   small, shadow(945, 668, 90, 12), blocks, buns)


def bubble(x, y, w, h, fill, tail):
    """A speech bubble around x, y; its tail points to tail."""
    tx, ty = tail
    side = 1 if tx > x else -1
    base = x + side * w * .12
    return (path(f"M{n(base - 26)} {n(y + h * .3)}Q{n(base)} {n(y + h * .7)} {n(tx)} {n(ty)}"
                 f"Q{n(base + 34)} {n(y + h * .65)} {n(base + 40)} {n(y + h * .3)}Z", fill)
            + rect(x - w / 2, y - h / 2, w, h, fill, h * .46))


def letters(x, y, text, size, colour):
    return (f'<text x="{n(x)}" y="{n(y)}" font-family="Noto Sans, Noto Sans Arabic" '
            f'font-weight="700" font-size="{size}" text-anchor="middle" fill="{colour}">'
            f"{text}</text>")


def language_cafe():
    """Three people talk round a table; a Latin, a Cyrillic and an Arabic letter in their bubbles."""
    wall = rect(0, 0, 1200, 900, MIST)
    shelf = rect(0, 0, 1200, 560, "#DCEBEA")
    arch = ellipse(600, 560, 560, 440, TINT)
    books = ""
    for x, w, h, colour in ((30, 34, 150, SAGE), (68, 26, 130, HAZE), (98, 40, 160, MID),
                            (1068, 40, 150, MID), (1112, 28, 128, HAZE), (1144, 36, 160, SAGE)):
        books += rect(x, 420 - h, w, h, colour, 6)
    books += rect(0, 420, 165, 16, PAPER, 8) + rect(1040, 420, 170, 16, PAPER, 8)

    left = torso(350, 520, 140, 300, TEAL) + head(350, 430, 74, FAIR, FAIR_HAIR, "side")
    middle = torso(605, 480, 138, 320, WHEAT) + head(605, 390, 74, TAN, ACCENT, "scarf")
    right = torso(860, 520, 142, 300, CLAY) + head(860, 430, 74, BROWN, BLACK_HAIR, "curly")
    table = path("M120 745Q600 640 1080 745L1140 900H60Z", "#C39A72")
    table += path("M120 745Q600 640 1080 745L1084 758Q600 656 116 758Z", "#D4B08B")
    arms = limb([(262, 640), (290, 735), (402, 752)], "#37908A", 48) + circle(410, 752, 27, FAIR[0])
    arms += limb([(950, 640), (925, 738), (806, 754)], "#E3A06F", 48)
    arms += circle(798, 754, 27, BROWN[0])
    arms += limb([(520, 610), (545, 690), (588, 716)], "#D6B06C", 44)
    arms += limb([(690, 610), (668, 690), (624, 716)], "#D6B06C", 44)
    arms += circle(590, 716, 25, TAN[0]) + circle(622, 716, 25, TAN[0])
    cups = mug(455, 800, 84, 84, ACCENT) + mug(745, 800, 84, 84, RED, -1) \
        + mug(606, 790, 78, 78, PAPER)
    talk = bubble(325, 205, 178, 140, ACCENT, (348, 335)) + letters(325, 248, "Ä", 118, PAPER)
    talk += bubble(605, 160, 178, 140, TEAL, (622, 284)) + letters(605, 202, "Ж", 118, PAPER)
    talk += bubble(885, 190, 178, 140, DEEP, (866, 312)) + letters(885, 217, "ض", 104, PAPER)
    return picture(1200, 900, wall, shelf, arch, books, middle, left, right, table, arms, cups,
                   talk)


def walker(x, y, coat, skin, hair, style, trousers, stride=1):
    """A person who walks to the right with poles; y is the ground."""
    back_leg = limb([(x - 10, y - 205), (x - 40 * stride, y - 110), (x - 92 * stride, y - 18)],
                    trousers, 46)
    back_leg += limb([(x - 96 * stride, y - 12), (x - 62 * stride, y - 8)], BLACK_HAIR, 26)
    front_leg = limb([(x + 8, y - 205), (x + 52 * stride, y - 118), (x + 58 * stride, y - 18)],
                     trousers, 46)
    front_leg += limb([(x + 56 * stride, y - 10), (x + 94 * stride, y - 10)], BLACK_HAIR, 26)
    back_pole = line(f"M{n(x - 78)} {n(y - 262)}L{n(x - 190)} {n(y)}", DEEP, 9)
    back_arm = limb([(x - 30, y - 375), (x - 74, y - 320), (x - 80, y - 264)], coat, 40)
    back_arm += circle(x - 80, y - 258, 20, skin[0])
    front_pole = line(f"M{n(x + 120)} {n(y - 300)}L{n(x + 58)} {n(y)}", INK, 9)
    front_arm = limb([(x + 24, y - 375), (x + 62, y - 312), (x + 116, y - 300)], coat, 42)
    front_arm += circle(x + 122, y - 300, 21, skin[0])
    body = path(f"M{n(x - 66)} {n(y - 190)}C{n(x - 76)} {n(y - 320)} {n(x - 70)} {n(y - 412)} "
                f"{n(x + 4)} {n(y - 416)}C{n(x + 74)} {n(y - 412)} {n(x + 76)} {n(y - 320)} "
                f"{n(x + 66)} {n(y - 190)}Q{n(x)} {n(y - 172)} {n(x - 66)} {n(y - 190)}Z", coat)
    return (back_pole + back_arm + back_leg + front_leg + head(x + 14, y - 475, 50, skin, hair, style)
            + body + front_pole + front_arm)


def pole_walk():
    """Two people walk with poles on a path through a wood in late autumn."""
    sky = rect(0, 0, 1200, 900, MIST) + circle(880, 210, 88, SAND)
    far = hill([(-20, 420), (180, 350), (420, 430), (700, 340), (980, 420), (1220, 350)], HAZE)
    mid = hill([(-20, 520), (260, 455), (560, 520), (880, 455), (1220, 530)], SAGE)
    trees = spruce(85, 690, 430, TEAL) + spruce(215, 660, 300, MID) + birch(1110, 720, 470, WHEAT)
    trees += spruce(985, 640, 280, MID) + birch(320, 640, 240, SAND) + spruce(690, 600, 190, MID)
    ground = hill([(-20, 650), (300, 600), (700, 625), (1220, 585)], MID)
    track = path("M-20 830C250 770 520 800 760 770S1080 690 1220 700L1220 812C1060 830 900 870 "
                 "720 890L-20 920Z", "#E9DDC2")
    bank = path("M-20 700C300 690 560 720 800 700S1100 650 1220 640V700C1080 700 960 745 760 "
                "775S250 775 -20 835Z", TEAL)
    first = walker(735, 800, ACCENT, FAIR, RED, "beanie", DEEP)
    second = walker(440, 820, CLAY, TAN, GREY_HAIR, "bob", DEEP, .9)
    leaves = "".join(leaf(x, y, 26, t, c) for x, y, t, c in (
        (180, 860, 20, CLAY), (600, 862, 150, WHEAT), (880, 838, -30, CLAY), (1010, 780, 60, WHEAT),
        (330, 850, 80, CLAY), (900, 600, 40, WHEAT), (1010, 480, 100, CLAY)))
    return picture(1200, 900, sky, far, mid, ground, trees, bank, track,
                   shadow(735, 802, 150, 16), shadow(430, 822, 150, 16), second, first, leaves)


def note(x, y, size, colour, double=False):
    """A note of music; its head is at x, y."""
    stem = line(f"M{n(x + size * .3)} {n(y)}V{n(y - size * 1.3)}", colour, size * .13)
    ball = at(x, y, ellipse(0, 0, size * .36, size * .27, colour), turn=-20)
    if not double:
        return ball + stem + line(f"M{n(x + size * .3)} {n(y - size * 1.3)}q{n(size * .1)} "
                                  f"{n(size * .35)} {n(size * .42)} {n(size * .5)}", colour,
                                  size * .13)
    second = at(x + size, y - size * .12, ellipse(0, 0, size * .36, size * .27, colour), turn=-20)
    second += line(f"M{n(x + size * 1.3)} {n(y - size * .12)}V{n(y - size * 1.42)}", colour,
                   size * .13)
    return ball + stem + second + line(f"M{n(x + size * .3)} {n(y - size * 1.25)}"
                                       f"L{n(x + size * 1.3)} {n(y - size * 1.37)}", colour,
                                       size * .24)


def sheet(x, y, w, h, turn):
    """A song sheet with lines of text."""
    lines = "".join(rect(-w * .36, -h * .32 + i * h * .16, w * (.72 - .14 * (i % 2)), h * .05,
                         SAGE, 4) for i in range(5))
    return at(x, y, rect(-w / 2, -h / 2, w, h, PAPER, 8), lines, turn=turn)


def song():
    """Three people sing from their sheets; notes of music fly over them."""
    wall = rect(0, 0, 1200, 900, MIST) + ellipse(600, 620, 620, 520, TINT)
    floor = hill([(-20, 760), (400, 738), (800, 742), (1220, 765)], SAGE)
    curtains = path("M-10 -10H150C150 260 70 480 20 800H-10Z", MID)
    curtains += path("M60 -10C60 260 20 480 -5 700", "none", f'stroke="{SAGE}" stroke-width="10"')
    curtains += path("M1210 -10H1050C1050 260 1130 480 1180 800H1210Z", MID)
    curtains += path("M1140 -10C1140 260 1180 480 1205 700", "none",
                     f'stroke="{SAGE}" stroke-width="10"')
    people = torso(600, 430, 150, 480, WHEAT) + head(600, 335, 80, BROWN, BLACK_HAIR, "short")
    people += torso(315, 490, 150, 420, ACCENT) + head(315, 398, 78, FAIR, GREY_HAIR, "bald")
    people += path("M262 492L315 545L368 492L350 484H280Z", PAPER)
    people += torso(885, 490, 150, 420, RED) + head(885, 398, 78, FAIR, BROWN_HAIR, "long")
    mouths = "".join(ellipse(x, y, 15, 19, "#8A4A3C") for x, y in ((600, 378), (315, 440),
                                                                 (885, 440)))
    arms = limb([(205, 590), (215, 720), (262, 752)], "#0E6A7B", 54)
    arms += limb([(425, 590), (420, 720), (372, 752)], "#0E6A7B", 54)
    arms += limb([(775, 590), (782, 720), (828, 752)], "#D0675C", 54)
    arms += limb([(995, 590), (988, 720), (942, 752)], "#D0675C", 54)
    arms += limb([(492, 530), (494, 650), (546, 688)], "#D6B06C", 54)
    arms += limb([(708, 530), (706, 650), (654, 688)], "#D6B06C", 54)
    sheets = sheet(317, 700, 190, 220, -3) + sheet(600, 632, 190, 220, 2) \
        + sheet(885, 700, 190, 220, 3)
    hands = "".join(circle(x, y, 29, c) for x, y, c in (
        (226, 738, FAIR[0]), (408, 738, FAIR[0]), (794, 738, FAIR[0]), (976, 738, FAIR[0]),
        (508, 672, BROWN[0]), (692, 672, BROWN[0])))
    notes = note(420, 222, 64, TEAL, True) + note(745, 200, 62, ACCENT) + note(250, 240, 54, CLAY)
    notes += note(900, 235, 58, TEAL, True) + note(585, 160, 56, CLAY)
    return picture(1200, 900, wall, curtains, floor, people, mouths, arms, sheets, hands, notes)


def phone_help():
    """Two hands hold a phone with large buttons; another hand points at one."""
    ground = rect(0, 0, 1200, 900, MIST) + circle(600, 440, 430, TINT)
    table = hill([(-20, 770), (600, 735), (1220, 770)], SAGE)
    sleeve = path("M60 905C130 800 230 730 350 690L500 830C440 850 400 875 380 905Z", ACCENT)
    palm = path("M318 716C360 640 398 600 436 560L520 480H640V760C600 800 520 830 468 848Z", TAN[0])
    palm += "".join(rect(720, y, 70, 54, TAN[0], 27) for y in (440, 502, 564, 624))
    palm += "".join(rect(744, y + 10, 40, 34, TAN[1], 17, 'opacity=".5"')
                    for y in (440, 502, 564, 624))
    phone = rect(458, 150, 300, 590, INK, 48) + rect(476, 176, 264, 538, PAPER, 30)
    icons = rect(500, 206, 216, 70, ACCENT, 16) + rect(520, 230, 120, 22, PAPER, 11)
    for i, colour in enumerate((TEAL, CLAY, SAND, MID, RED, ACCENT)):
        icons += rect(500 + (i % 2) * 116, 300 + (i // 2) * 116, 100, 100, colour, 24)
    icons += heart(550, 350, 54, PAPER)
    icons += path("M666 318L706 354H694V384H638V354H626Z", PAPER) + rect(657, 362, 18, 22, CLAY, 4)
    icons += circle(550, 466, 24, PAPER) + line("M550 452V467L561 474", BARK, 7)
    icons += rect(640, 444, 52, 40, PAPER, 6) + line("M643 448L666 468L689 448", MID, 6)
    icons += circle(550, 566, 17, PAPER) + path("M520 614C520 580 580 580 580 614Z", PAPER)
    icons += line("M645 582L660 596L690 566", PAPER, 12)
    thumb = path("M330 706C380 610 420 560 440 505C452 455 476 420 500 428C528 438 520 486 508 526"
                 "C496 580 486 660 462 740C440 790 360 790 330 706Z", TAN[0])
    thumb += path("M484 446C494 436 512 444 508 466C504 484 494 488 486 482C476 474 476 456 484 446Z",
                  PAPER, 'opacity=".35"')
    other = path("M1215 640C1080 560 1000 545 920 520L880 600C960 660 1080 740 1215 800Z", CLAY)
    other += path("M905 515C870 470 800 435 722 420C690 416 680 455 712 464C760 478 800 500 822 "
                  "520C790 530 800 565 822 568C810 590 830 612 850 612C870 640 900 640 915 620"
                  "L960 560Z", FAIR[0])
    other += line("M824 522Q850 540 876 540M824 568Q850 580 872 576", FAIR[1], 6)
    rings = ('<g fill="none" stroke="#D98E5F" stroke-width="9" opacity=".75">'
             '<circle cx="694" cy="440" r="46"/></g>')
    return picture(1200, 900, ground, table, sleeve, palm, phone, icons, thumb, rings,
                   other)


def neuro():
    """A head in profile; inside it grows a tree with a crown of leaves."""
    sky = rect(0, 0, 1200, 900, MIST) + circle(845, 220, 80, SAND)
    hills = hill([(-20, 600), (250, 520), (560, 600), (900, 530), (1220, 600)], HAZE)
    hills += hill([(-20, 720), (300, 650), (700, 715), (1220, 640)], SAGE)
    face = ("M470 900C470 820 455 775 420 725C355 650 330 560 340 460C355 290 480 165 645 165"
            "C800 165 905 270 915 405C918 440 912 455 930 490C950 528 968 552 962 568"
            "C957 582 930 584 922 596C916 606 930 620 924 636C920 646 908 650 908 660"
            "C908 672 916 682 908 700C896 740 840 735 790 730C770 735 768 780 775 900Z")
    inside = path(face, ACCENT) + path(
        "M470 900C470 820 455 775 420 725C355 650 330 560 340 460C355 290 480 165 645 165"
        "C520 195 420 310 415 470C412 570 440 650 500 720C540 770 545 830 545 900Z", "#0E6A7B")
    trunk = path("M600 900C622 800 618 730 604 640L560 560L580 548L622 604L628 500L652 500"
                 "L660 600L716 540L736 556L676 650C664 730 668 800 690 900Z", BARK)
    crown = ""
    for x, y, r, colour in ((500, 470, 92, MID), (590, 350, 105, SAGE), (720, 340, 100, MID),
                            (790, 440, 88, SAGE), (640, 440, 110, HAZE), (545, 540, 62, SAGE),
                            (745, 520, 66, HAZE)):
        crown += circle(x, y, r, colour)
    for x, y, t, colour in ((470, 420, -40, PAPER), (560, 330, 20, SAND), (660, 290, -20, PAPER),
                            (760, 360, 30, SAND), (620, 470, 10, SAND), (530, 520, -10, PAPER),
                            (720, 470, -40, PAPER), (800, 470, 60, PAPER), (670, 390, 40, CLAY),
                            (505, 480, 60, CLAY), (745, 300, 10, CLAY)):
        crown += leaf(x, y, 44, t, colour)
    loose = leaf(980, 430, 42, 20, CLAY) + leaf(1010, 520, 34, -30, WHEAT) \
        + leaf(960, 340, 30, 50, WHEAT)
    return picture(1200, 900, sky, hills,
                   at(-45, 0, inside, trunk, crown, loose))


def yard():
    """A spade and a watering can beside a bed of seedlings; a cottage behind the fence."""
    sky = rect(0, 0, 1200, 900, MIST) + circle(300, 220, 80, SAND)
    hills = hill([(-20, 420), (300, 350), (700, 430), (1220, 360)], HAZE)
    hills += hill([(-20, 500), (400, 460), (850, 500), (1220, 465)], SAGE)
    house = rect(730, 320, 300, 210, RED, 6) + path("M690 335L880 190L1070 335Z", DEEP)
    house += rect(965, 205, 44, 90, DEEP, 4) + rect(850, 410, 66, 120, PAPER, 6)
    house += rect(762, 385, 62, 62, PAPER, 4) + rect(770, 393, 46, 46, SAND, 2)
    house += rect(942, 385, 62, 62, PAPER, 4) + rect(950, 393, 46, 46, SAND, 2)
    house += circle(902, 474, 6, BARK)
    trees = spruce(110, 545, 330, PINE) + birch(1110, 560, 380, WHEAT) + spruce(225, 535, 210, TEAL)
    grass = hill([(-20, 530), (400, 505), (800, 520), (1220, 500)], MID)
    fence = rect(-10, 520, 1220, 16, PAPER, 6) + rect(-10, 575, 1220, 16, PAPER, 6)
    for x in range(15, 1200, 62):
        fence += path(f"M{x} 620V510L{x + 14} 492L{x + 28} 510V620Z", PAPER)
    lawn = hill([(-20, 615), (500, 600), (1220, 620)], TEAL)
    bed = path("M90 900C120 740 300 670 600 670S1080 740 1110 900Z", BARK)
    bed += path("M90 900C120 740 300 670 600 670S1080 740 1110 900H1080C1040 770 880 700 600 700"
                "S160 770 120 900Z", "#8B6653")
    plants = ""
    for x, y, size in ((270, 800, 60), (390, 768, 56), (750, 790, 60), (330, 870, 66), (690, 860, 62),
                       (815, 862, 66)):
        plants += ellipse(x, y + 4, size * .6, size * .16, "#5F4234")
        plants += line(f"M{x} {y}V{y - size * .6}", SAGE, 9)
        plants += leaf(x, y - size * .55, size * .8, -35, SAGE)
        plants += leaf(x, y - size * .55, size * .8, -145, "#A9CDCA")
    spade = at(545, 590,
               rect(-15, -300, 30, 330, WHEAT, 14) + line("M-52 -318H52", CLAY, 34)
               + path("M-16 20H16V60H76V150C76 230 30 268 0 288C-30 268 -76 230 -76 150V60H-16Z",
                      "#AFC4C6")
               + path("M0 60H76V150C76 230 30 268 0 288Z", "#93ACAF"), turn=7)
    heap = path("M430 872C450 815 490 820 520 805C560 790 600 815 625 850L640 880Z", "#5F4234")
    can = at(935, 690, path("M-85 0H85L75 150Q0 170 -75 150Z", ACCENT)
             + ellipse(0, 0, 85, 20, DEEP) + line("M-78 100L-165 20", ACCENT, 26)
             + at(-172, 10, ellipse(0, 0, 36, 15, ACCENT), turn=-48)
             + line("M80 20C180 10 175 120 78 118", ACCENT, 20)
             + line("M-60 -2C-50 -85 50 -85 60 -2", ACCENT, 16)
             + rect(-60, 36, 120, 16, "#0E6A7B", 8))
    return picture(1200, 900, sky, hills, trees, house, grass, fence, lawn, bed, plants,
                   shadow(935, 845, 110, 16), can, spade, heap)


def yarn(x, y, r, colour, thread):
    """A ball of yarn."""
    parts = circle(x, y, r, colour)
    for k, turn in ((.75, -35), (.45, -35), (.12, -35), (.7, 48), (.35, 48)):
        parts += at(x, y, line(f"M{n(-r * .82)} {n(-r * .3 * k)}Q0 {n(-r * 1.05 * k)} "
                               f"{n(r * .82)} {n(-r * .3 * k)}", thread, r * .07), turn=turn)
    return parts


def knit(x, y, columns, rows, colour, dark):
    """Knitted stitches, two slanting drops each, from the upper left corner x, y."""
    parts = rect(x, y, columns * 32, rows * 28, dark, 10)
    for row in range(rows):
        for column in range(columns):
            cx, cy = x + column * 32 + 16, y + row * 28 + 16
            parts += line(f"M{cx - 9} {cy - 12}L{cx - 2} {cy + 6}M{cx + 9} {cy - 12}L{cx + 2} "
                          f"{cy + 6}", colour, 10)
    return parts


def sock(x, y, colour, dark):
    """A baby's sock."""
    return (path(f"M{x} {y}H{x + 92}V{y + 96}C{x + 92} {y + 112} {x + 110} {y + 120} {x + 130} "
                 f"{y + 124}C{x + 176} {y + 134} {x + 176} {y + 196} {x + 122} {y + 196}H{x + 44}"
                 f"C{x + 10} {y + 196} {x} {y + 170} {x} {y + 140}Z", colour)
            + rect(x - 6, y - 10, 104, 44, dark, 14)
            + path(f"M{x + 136} {y + 126}C{x + 176} {y + 140} {x + 172} {y + 196} {x + 122} {y + 196}"
                   f"C{x + 110} {y + 170} {x + 112} {y + 140} {x + 136} {y + 126}Z", dark)
            + path(f"M{x} {y + 130}C{x + 34} {y + 132} {x + 50} {y + 160} {x + 46} {y + 196}"
                   f"C{x + 10} {y + 196} {x} {y + 170} {x} {y + 130}Z", dark))


def knitting():
    """Knitting on two needles, balls of yarn in a basket and a pair of baby socks."""
    wall = rect(0, 0, 1200, 900, MIST) + ellipse(600, 470, 520, 400, TINT)
    table = hill([(-20, 650), (600, 620), (1220, 650)], "#D4B08B")
    table += hill([(-20, 690), (600, 662), (1220, 690)], "#C39A72")
    balls = yarn(280, 480, 92, CLAY, "#C27A4D") + yarn(430, 455, 84, SAND, WHEAT) \
        + yarn(352, 400, 78, TEAL, "#246661")
    basket = path("M165 520H545L510 730Q355 760 200 730Z", RUST)
    for i in range(5):
        basket += line(f"M{178 + i * 6} {566 + i * 36}Q355 {588 + i * 36} {532 - i * 6} "
                       f"{566 + i * 36}", "#9D5C39", 9, 'opacity=".55"')
    basket += rect(150, 500, 410, 44, "#C98259", 20)
    strand = line("M470 500C540 440 585 420 640 470C660 500 640 540 660 560", SAND, 10)
    work = at(650, 395, knit(0, 0, 9, 8, SAND, WHEAT))
    needles = line("M600 420L1000 352", BARK, 20) + circle(596, 421, 20, RED)
    needles += line("M990 455L628 322", "#946A54", 20) + circle(994, 456, 20, RED)
    loops = "".join(line(f"M{666 + i * 32} {398 - i * 4}q0 {-16 - i} 0 {14 - i}", SAND, 14)
                    for i in range(9))
    socks = at(0, 0, sock(640, 590, SAGE, MID)) + at(0, 0, sock(806, 620, SAGE, MID))
    return picture(1200, 900, wall, table, shadow(355, 745, 220, 22), balls, basket, work, needles,
                   loops, strand, shadow(730, 790, 110, 14), shadow(900, 820, 110, 14), socks)


def gym():
    """Two young people play football in a sports hall; a basketball hoop on the wall."""
    wall = rect(0, 0, 1200, 900, MIST)
    for x in range(-40, 1240, 160):
        wall += rect(x, 0, 8, 560, "#C3DBD9")
    wall += rect(0, 470, 1200, 90, SAGE)
    bars = "".join(rect(28, y, 164, 15, "#C9A27B", 7) for y in range(170, 550, 38))
    bars += rect(14, 140, 22, 420, "#A87B57", 8) + rect(184, 140, 22, 420, "#A87B57", 8)
    hoop = rect(485, 70, 250, 170, PAPER, 12) + rect(485, 70, 250, 170, "none", 12,
                                                    f'stroke="{ACCENT}" stroke-width="12"')
    hoop += rect(560, 140, 100, 74, "none", 4, f'stroke="{CLAY}" stroke-width="9"')
    hoop += line("M555 238L575 320M583 240L592 322M610 240V324M637 240L628 322M665 238L645 320"
                 "M565 276H655M572 304H648", PAPER, 6)
    hoop += line("M548 236H672", RED, 14)
    goal = line("M905 560V330H1150V560", PAPER, 18)
    goal = line("M930 350L925 545M985 345V550M1040 345V550M1095 345L1100 550M910 390H1145M910 440"
                "H1145M910 490H1145", PAPER, 4, 'opacity=".7"') + goal
    floor = rect(0, 556, 1200, 344, "#DDBE96") + rect(0, 556, 1200, 14, "#C39A72")
    floor += ellipse(600, 780, 420, 92, "none", f'stroke="{PAPER}" stroke-width="12"')
    floor += line("M0 640H1200", "#D0AF85", 5)

    kicker = limb([(425, 570), (395, 660), (340, 745)], TAN[0], 44)
    kicker += limb([(336, 748), (300, 738)], RED, 34)
    kicker += limb([(455, 570), (520, 640), (575, 700)], TAN[1], 46)
    kicker += limb([(580, 706), (625, 690)], RED, 36)
    kicker += limb([(405, 400), (345, 452), (298, 430)], "#0E6A7B", 40) + circle(292, 426, 22, TAN[0])
    kicker += path("M378 560C370 470 372 380 440 368C506 380 512 470 500 560Z", ACCENT)
    kicker += path("M374 540H504L522 622L446 632L360 622Z", DEEP)
    kicker += limb([(478, 402), (545, 440), (592, 402)], "#0E6A7B", 40) + circle(598, 396, 22, TAN[0])
    kicker += head(448, 300, 54, TAN, BLACK_HAIR, "short")
    keeper = limb([(790, 560), (770, 660), (750, 760)], DEEP, 46)
    keeper += limb([(842, 560), (870, 660), (886, 760)], DEEP, 46)
    keeper += limb([(748, 768), (722, 772)], BLACK_HAIR, 30) + limb([(888, 768), (916, 772)],
                                                                  BLACK_HAIR, 30)
    keeper += limb([(775, 420), (710, 470), (664, 530)], "#E3A06F", 42)
    keeper += limb([(858, 420), (922, 470), (958, 520)], "#E3A06F", 42)
    keeper += circle(658, 538, 28, PAPER) + circle(964, 528, 28, PAPER)
    keeper += path("M752 580C742 480 742 396 816 384C890 396 892 480 882 580Z", CLAY)
    keeper += head(816, 318, 54, FAIR, RED_HAIR, "bun")
    ball = circle(668, 668, 44, PAPER) + blob([(668, 648), (688, 662), (680, 686), (656, 686),
                                              (648, 662)], DEEP)
    ball += line("M668 648V628M688 662L709 656M680 686L694 704M656 686L642 704M648 662L627 656",
                 DEEP, 6)
    return picture(1200, 900, wall, bars, hoop, goal, floor, shadow(430, 778, 130, 16),
                   shadow(820, 786, 140, 16), shadow(668, 760, 50, 9), keeper, kicker, ball)


def chair_gym():
    """Two people sit on chairs and lift their arms high."""
    wall = rect(0, 0, 1200, 900, MIST) + window(455, 120, 290, 260, "#EAF3F2")
    wall += '<clipPath id="v"><rect x="455" y="120" width="290" height="260"/></clipPath>'
    wall += '<g clip-path="url(#v)">' + hill([(440, 300), (600, 260), (760, 310)], HAZE, 390) \
        + hill([(440, 345), (560, 320), (760, 350)], SAGE, 390) + "</g>"
    wall += rect(593, 120, 14, 260, PAPER)
    floor = rect(0, 690, 1200, 210, SAGE) + ellipse(600, 800, 520, 78, HAZE)
    plant = pot_plant(1095, 720, 150, TEAL, CLAY) + pot_plant(95, 720, 120, MID, WHEAT)

    def sitter(x, top, skin, hair, style, trousers):
        chair = rect(x - 112, 470, 224, 210, BARK, 26) + rect(x - 90, 492, 180, 166, "#8B6653", 18)
        chair += rect(x - 128, 660, 256, 30, BARK, 12)
        chair += "".join(rect(lx, 680, 22, 130, BARK, 8) for lx in (x - 118, x + 96))
        arms = ""
        for side in (-1, 1):
            arms += limb([(x + side * 62, 445), (x + side * 128, 372), (x + side * 120, 232)], top, 46)
            arms += ellipse(x + side * 118, 200, 27, 38, skin[0])
            arms += limb([(x + side * 100, 214), (x + side * 84, 196)], skin[0], 19)
        body = path(f"M{x - 92} 680C{x - 104} 540 {x - 104} 420 {x - 26} 410H{x + 26}"
                    f"C{x + 104} 420 {x + 104} 540 {x + 92} 680Z", top)
        legs = ""
        for side in (-1, 1):
            legs += limb([(x + side * 42, 668), (x + side * 62, 690), (x + side * 66, 740),
                          (x + side * 66, 806)], trousers, 62)
            legs += path(f"M{x + side * 66 - 34} 836C{x + side * 66 - 36} 800 {x + side * 66 + 36} 800 "
                         f"{x + side * 66 + 34} 836Z", PAPER)
        return (shadow(x, 838, 150, 16) + chair + arms + body + legs
                + head(x, 325, 62, skin, hair, style))

    return picture(1200, 900, wall, floor, plant, sitter(385, ACCENT, FAIR, GREY_HAIR, "bob", DEEP),
                   sitter(815, CLAY, BROWN, GREY_HAIR, "short", TEAL))


def online():
    """A laptop with four people on its screen; a warm drink and a plant beside it, evening."""
    wall = rect(0, 0, 1200, 900, "#CFE2E1") + window(110, 110, 230, 300, DEEP)
    wall += circle(285, 185, 34, SAND) + "".join(circle(x, y, 4, PAPER) for x, y in (
        (150, 160), (200, 230), (290, 290), (160, 320), (255, 150)))
    wall += rect(218, 110, 14, 300, PAPER)
    lamp = path("M905 320L1010 300L1185 650H800Z", SAND, 'opacity=".28"')
    lamp += line("M1062 636L1105 420L985 250", DEEP, 16) + circle(1105, 420, 15, CLAY)
    lamp += path("M884 322C880 250 930 200 985 214C1020 226 1030 262 1024 292Z", CLAY)
    lamp += ellipse(1062, 640, 76, 14, DEEP)
    table = hill([(-20, 640), (600, 622), (1220, 640)], "#D4B08B")
    table += hill([(-20, 690), (600, 675), (1220, 690)], "#C39A72")
    screen = rect(345, 215, 530, 390, INK, 26) + rect(367, 237, 486, 340, PAPER, 8)

    def tile(x, y, ground, top, skin, hair, style):
        clip = f"t{x}{y}"
        return (f'<clipPath id="{clip}"><rect x="{x}" y="{y}" width="229" height="156" rx="10"/>'
                f'</clipPath><g clip-path="url(#{clip})">' + rect(x, y, 229, 156, ground)
                + torso(x + 114, y + 112, 78, 90, top) + head(x + 114, y + 72, 40, skin, hair, style)
                + "</g>")

    tiles = tile(376, 246, HAZE, CLAY, FAIR, BROWN_HAIR, "bob")
    tiles += tile(615, 246, TINT, ACCENT, BROWN, BLACK_HAIR, "short")
    tiles += tile(376, 412, SAND, TEAL, TAN, GREY_HAIR, "bald")
    tiles += tile(615, 412, SAGE, WHEAT, FAIR, RED_HAIR, "curly")
    base = path("M300 604H920L985 690Q985 706 965 706H255Q235 706 235 690Z", "#AFC4C6")
    base += path("M340 616H880L908 656H312Z", "#93ACAF") + rect(535, 664, 150, 26, "#9FB7B9", 8)
    base += path("M236 692H984Q982 712 960 712H260Q238 712 236 692Z", "#7F9A9D")
    cup = shadow(1010, 800, 90, 14) + mug(1000, 796, 128, 132, RED) + steam(985, 640, 100) \
        + steam(1020, 645, 84)
    plant = shadow(150, 790, 80, 12) + pot_plant(150, 790, 190, TEAL, WHEAT)
    return picture(1200, 900, wall, table, lamp, shadow(610, 716, 400, 18), screen, tiles, base,
                   plant, cup)


def bowl(x, y, w, colour, dark):
    """A bowl of soup that stands on y."""
    h = w * .42
    return (path(f"M{n(x - w / 2)} {n(y - h)}C{n(x - w * .48)} {n(y - h * .1)} {n(x - w * .2)} {n(y)} "
                 f"{n(x)} {n(y)}S{n(x + w * .48)} {n(y - h * .1)} {n(x + w / 2)} {n(y - h)}Z", colour)
            + ellipse(x, y - h, w / 2, h * .34, dark)
            + ellipse(x, y - h + 2, w * .44, h * .26, "#E0A04F")
            + circle(x - w * .16, y - h + 4, w * .045, RED) + circle(x + w * .1, y - h - 4, w * .05,
                                                                   CLAY)
            + leaf(x - w * .02, y - h + 8, w * .1, -20, TEAL) + leaf(x + w * .2, y - h + 5, w * .1, 20,
                                                                   TEAL))


def soup():
    """A steaming soup kettle, three bowls and bread on a table."""
    wall = rect(0, 0, 1200, 900, MIST) + ellipse(600, 460, 560, 420, TINT)
    shelf = rect(100, 196, 260, 18, "#C39A72", 6) + rect(850, 196, 260, 18, "#C39A72", 6)
    shelf += mug(160, 196, 70, 78, TEAL, 1, HAZE) + mug(270, 196, 70, 78, CLAY, 1, SAND)
    shelf += rect(880, 96, 70, 100, SAGE, 12) + rect(886, 84, 58, 18, BARK, 6)
    shelf += rect(974, 116, 60, 80, SAND, 12) + rect(980, 104, 48, 18, BARK, 6)
    table = hill([(-20, 610), (600, 585), (1220, 610)], "#D4B08B")
    table += hill([(-20, 660), (600, 638), (1220, 660)], "#C39A72")
    runner = path("M330 603Q600 585 870 603L960 900H240Z", PAPER)
    runner += path("M352 603L268 900M848 603L932 900", "none", f'stroke="{SAGE}" stroke-width="8"')
    kettle = line("M402 440C352 430 352 510 404 505M798 440C848 430 848 510 796 505", DEEP, 28)
    kettle += path("M392 390H808V560C808 655 750 690 690 694H510C450 690 392 655 392 560Z", ACCENT)
    kettle += path("M392 390H462V672C420 650 392 610 392 560Z", "#0E6A7B")
    kettle += ellipse(600, 390, 208, 58, DEEP) + ellipse(600, 396, 186, 46, "#E0A04F")
    for x, y, r, colour in ((500, 394, 15, CLAY), (560, 412, 13, RED), (610, 384, 12, CLAY),
                            (545, 380, 11, SAND), (640, 414, 14, SAND)):
        kettle += ellipse(x, y, r, r * .7, colour)
    kettle += leaf(590, 402, 30, -20, TEAL) + leaf(510, 412, 26, 30, TEAL) + leaf(650, 384, 26, 10, TEAL)
    kettle += heart(600, 560, 84, SAND)
    ladle = line("M690 402L810 190Q826 160 852 176", "#93ACAF", 20)
    ladle += ellipse(684, 408, 44, 20, "#93ACAF") + ellipse(684, 402, 32, 12, "#E0A04F")
    vapour = steam(520, 322, 150) + steam(600, 306, 180) + steam(672, 322, 120)
    bowls = shadow(310, 806, 120, 16) + bowl(310, 802, 220, SAND, WHEAT)
    bowls += shadow(600, 836, 120, 16) + bowl(600, 832, 220, TEAL, "#246661")
    bowls += shadow(890, 806, 120, 16) + bowl(890, 802, 220, CLAY, RUST)
    bread = ellipse(1000, 660, 150, 26, "#9D6F4D") + ellipse(1000, 653, 150, 26, "#B58660")
    for i in range(3):
        x = 925 + i * 70
        bread += path(f"M{x - 40} 652C{x - 66} 560 {x + 58} 560 {x + 40} 652Z", BARK)
        bread += path(f"M{x - 33} 650C{x - 54} 572 {x + 44} 572 {x + 32} 650Z", "#D8A978")
    carafe = shadow(245, 672, 86, 12)
    carafe += path("M208 470H282V520C330 548 336 670 300 674H190C154 670 160 548 208 520Z", SAGE)
    carafe += path("M176 572C190 562 300 562 314 572C322 620 316 660 292 662H198C174 660 168 620 "
                   "176 572Z", PAPER) + rect(198, 456, 94, 22, MID, 11)
    return picture(1200, 900, wall, shelf, table, runner, shadow(600, 692, 240, 20), carafe, kettle,
                   vapour, ladle, bread, bowls)


def candle(x, y, h, lit):
    """An advent candle that stands on y."""
    parts = rect(x - 34, y - h, 68, h, PAPER, 12) + rect(x + 8, y - h, 26, h, "#E6E2D6", 12)
    parts += ellipse(x, y - h + 6, 34, 11, "#EDEAE0") + line(f"M{x} {y - h + 4}v-22", INK, 6)
    if lit:
        parts = circle(x, y - h - 62, 112, SAND, 'opacity=".22"') \
            + circle(x, y - h - 62, 74, SAND, 'opacity=".3"') + parts
        parts += path(f"M{x} {y - h - 122}C{x + 44} {y - h - 66} {x + 36} {y - h - 16} {x} "
                      f"{y - h - 14}C{x - 36} {y - h - 16} {x - 44} {y - h - 66} {x} {y - h - 122}Z",
                      "#EDB868")
        parts += path(f"M{x} {y - h - 80}C{x + 20} {y - h - 50} {x + 18} {y - h - 22} {x} "
                      f"{y - h - 20}C{x - 18} {y - h - 22} {x - 20} {y - h - 50} {x} {y - h - 80}Z",
                      PAPER)
    return parts


def twig(x, y, length, turn, colour):
    """A spruce twig."""
    parts = line(f"M0 0H{length}", BARK, 8)
    for i in range(0, length, 15):
        size = 46 - 28 * i / length
        parts += line(f"M{i + 6} 0l{n(size * .7)} {n(-size)}M{i + 6} 0l{n(size * .7)} {n(size)}",
                      colour, 10)
    return at(x, y, parts, turn=turn)


def advent():
    """Four candles among spruce twigs; the first one burns. Snow falls behind the window."""
    night = rect(0, 0, 1200, 900, ACCENT)
    pane = rect(150, 70, 900, 560, DEEP, 10)
    pane += '<clipPath id="p"><rect x="150" y="70" width="900" height="560" rx="10"/></clipPath>'
    church = rect(842, 330, 84, 210, HAZE) + path("M832 335L884 150L936 335Z", MID)
    church += line("M884 150V112M870 126H898", SAND, 7) + rect(905, 420, 130, 120, HAZE)
    church += path("M895 425L970 350L1050 425Z", MID) + rect(869, 380, 30, 52, SAND, 15)
    church += rect(930, 455, 24, 44, SAND, 12) + rect(978, 455, 24, 44, SAND, 12)
    flakes = "".join(circle(170 + (i * 211) % 860, 90 + (i * 137) % 400, 4 + i % 4, PAPER,
                            'opacity=".8"') for i in range(38))
    pane += '<g clip-path="url(#p)">' + hill([(130, 470), (400, 400), (700, 480), (1070, 420)],
                                             "#2B6A78", 640) + church \
        + hill([(130, 560), (420, 500), (760, 545), (1070, 500)], MIST, 640) \
        + spruce(235, 560, 210, PINE) + flakes + "</g>"
    frame = rect(150, 70, 900, 560, "none", 10, f'stroke="{PAPER}" stroke-width="22"')
    frame += rect(592, 70, 16, 560, PAPER)
    sill = rect(60, 625, 1080, 40, PAPER, 12) + rect(0, 665, 1200, 235, "#C39A72")
    sill += rect(0, 665, 1200, 22, "#A87B57")
    twigs = "".join(twig(x, y, l, t, c) for x, y, l, t, c in (
        (420, 770, 230, 172, PINE), (500, 790, 260, 158, TEAL), (760, 775, 240, 8, PINE),
        (700, 795, 260, 24, TEAL), (600, 800, 200, 90, PINE), (440, 800, 220, 190, TEAL),
        (760, 800, 220, -8, TEAL)))
    front = "".join(twig(x, y, l, t, c) for x, y, l, t, c in (
        (600, 790, 270, 176, TEAL), (600, 790, 270, 4, PINE), (520, 806, 180, 160, PINE),
        (690, 806, 180, 18, TEAL)))
    candles = candle(390, 775, 260, True) + candle(530, 790, 290, False) \
        + candle(670, 790, 290, False) + candle(810, 775, 260, False)
    berries = "".join(circle(x, y, 15, RED) + circle(x - 4, y - 5, 4, PAPER, 'opacity=".6"')
                      for x, y in ((455, 785), (480, 802), (602, 778), (625, 800), (735, 784),
                                   (580, 802), (330, 790), (872, 788)))
    return picture(1200, 900, night, pane, frame, sill, twigs, candles, front, berries)


def first_aid():
    """One person winds a bandage round another's arm; a first-aid bag stands beside them."""
    wall = rect(0, 0, 1200, 900, MIST) + ellipse(600, 470, 560, 430, TINT)
    floor = hill([(-20, 740), (600, 722), (1220, 740)], SAGE)
    helper = torso(370, 400, 150, 420, TEAL) + head(370, 298, 84, BROWN, BLACK_HAIR, "curly")
    hurt = torso(835, 425, 150, 400, WHEAT) + head(835, 325, 84, FAIR, FAIR_HAIR, "long")
    table = path("M60 745Q600 690 1140 745L1180 900H20Z", "#C39A72")
    table += path("M60 745Q600 690 1140 745L1143 765Q600 712 57 765Z", "#D4B08B")
    arm = limb([(745, 530), (700, 672), (610, 640), (515, 592)], FAIR[0], 66)
    arm += limb([(742, 520), (720, 620), (708, 652)], "#D6B06C", 72)
    arm += circle(492, 582, 38, FAIR[0])
    wrap = at(628, 646, "".join(rect(-64 + i * 26, -42, 30, 84, PAPER if i % 2 else "#E9E6DB", 8)
                                for i in range(5)), turn=26)
    left = limb([(455, 500), (520, 560), (590, 578)], "#37908A", 58) + circle(602, 580, 33, BROWN[0])
    left += limb([(280, 520), (300, 690), (430, 735), (560, 708)], "#37908A", 58)
    left += circle(580, 700, 33, BROWN[0])
    roll = circle(632, 560, 34, PAPER) + circle(632, 560, 20, "#E9E6DB") + circle(632, 560, 8, SAGE)
    bag = shadow(960, 842, 140, 16) + line("M900 690V655Q900 630 925 630H995Q1020 630 1020 655V690",
                                          DEEP, 16)
    bag += rect(830, 682, 260, 160, RED, 26) + circle(960, 760, 56, PAPER) + heart(960, 760, 62, RED)
    extras = rect(160, 775, 150, 62, PAPER, 14) + rect(210, 775, 50, 62, SAND) \
        + circle(225, 795, 4, CLAY) + circle(245, 795, 4, CLAY) + circle(225, 816, 4, CLAY) \
        + circle(245, 816, 4, CLAY)
    plus = heart(600, 220, 96, CLAY)
    return picture(1200, 900, wall, floor, plus, helper, hurt, table, arm, wrap, left, roll, extras,
                   bag)


def text(x, y, words, size, colour, weight=400):
    return (f'<text x="{x}" y="{y}" font-family="Noto Sans" font-weight="{weight}" '
            f'font-size="{size}" fill="{colour}">{words}</text>')


def friend_slide():
    """A ready-made slide, 1920 x 1080: two people on a park bench, and all the text of the notice."""
    def sitter(x, top, skin, hair, style, trousers, side):
        body = path(f"M{x - 88} 700C{x - 98} 560 {x - 96} 452 {x - 26} 442H{x + 26}"
                    f"C{x + 96} 452 {x + 98} 560 {x + 88} 700Z", top)
        legs = ""
        for step in (-1, 1):
            legs += limb([(x + step * 40, 690), (x + step * 48, 716), (x + step * 50, 760),
                          (x + step * 52, 850)], trousers, 58)
            legs += path(f"M{x + step * 52 - 34} 880C{x + step * 52 - 36} 842 {x + step * 52 + 36} 842 "
                         f"{x + step * 52 + 34} 880Z", BLACK_HAIR)
        arm = limb([(x - 78, 520), (x - 84, 620), (x - 20, 640)], top, 42)
        arm += limb([(x + 78, 520), (x + 84, 620), (x + 20, 640)], top, 42)
        seam = line(f"M{x - 52} 560Q{x - 58} 600 {x - 46} 618M{x + 52} 560Q{x + 58} 600 {x + 46} 618",
                    DEEP, 5, 'opacity=".25"')
        cup = path(f"M{x - 26} 596H{x + 26}L{x + 20} 664H{x - 20}Z", PAPER) \
            + rect(x - 30, 588, 60, 16, side, 8)
        hands = circle(x - 28, 640, 22, skin[0]) + circle(x + 28, 640, 22, skin[0])
        return body + legs + arm + seam + cup + hands + head(x, 358, 62, skin, hair, style)

    scene = rect(0, 0, 1200, 1080, MIST) + circle(720, 210, 100, SAND)
    scene += hill([(-20, 470), (250, 380), (560, 460), (960, 370)], HAZE, 1080)
    scene += hill([(-20, 590), (300, 520), (700, 580), (960, 530)], SAGE, 1080)
    scene += birch(110, 800, 560, WHEAT) + spruce(815, 760, 400, TEAL) + spruce(725, 720, 260, MID)
    scene += hill([(-20, 730), (400, 690), (960, 735)], MID, 1080)
    scene += hill([(-20, 880), (400, 850), (960, 885)], TEAL, 1080)
    bench = "".join(rect(140, y, 560, 46, fill, 18) for y, fill in ((520, "#AE7F5A"),
                                                                   (582, "#9D6F4D")))
    bench += rect(170, 500, 30, 380, BARK, 10) + rect(640, 500, 30, 380, BARK, 10)
    bench += rect(120, 690, 600, 34, "#AE7F5A", 14)
    people = sitter(310, ACCENT, FAIR, GREY_HAIR, "bob", DEEP, CLAY)
    people += sitter(530, CLAY, TAN, BLACK_HAIR, "short", BARK, TEAL)
    leaves = "".join(leaf(x, y, 30, t, c) for x, y, t, c in (
        (90, 930, 20, WHEAT), (240, 960, 140, CLAY), (600, 950, -20, WHEAT), (740, 920, 60, CLAY),
        (430, 990, 10, WHEAT), (320, 930, 70, CLAY)))
    right = at(1080, 0, scene, shadow(420, 890, 310, 20), bench, people, leaves)
    words = text(96, 236, "Kaipaatko", 120, DEEP, 700) + text(96, 372, "juttuseuraa?", 120, DEEP, 700)
    words += text(96, 500, "Etsimme sinulle ystävän.", 66, INK)
    words += text(96, 592, "Voitte kävellä, pelata", 66, INK)
    words += text(96, 684, "tai vain jutella.", 66, INK)
    words += text(96, 816, "Soita", 66, ACCENT) + text(310, 816, "040 123 4518", 66, INK, 700)
    words += text(96, 900, "Hinta", 66, ACCENT) + text(310, 900, "Ei maksa mitään", 66, INK, 700)
    words += text(96, 1012, "Niemelän Ystävät ry", 60, "#33444F")
    return picture(1920, 1080, rect(0, 0, 1920, 1080, PAPER),
                   '<clipPath id="r"><rect x="1080" width="840" height="1080"/></clipPath>'
                   '<g clip-path="url(#r)">', right, "</g>", rect(0, 0, 24, 1080, ACCENT), words)


SCENES = {
    "sururyhma": grief,
    "perhekahvila": family_cafe,
    "kielikahvila": language_cafe,
    "sauvakavely": pole_walk,
    "laulu": song,
    "digiapu": phone_help,
    "neuro": neuro,
    "piha": yard,
    "neulonta": knitting,
    "sali": gym,
    "tuolijumppa": chair_gym,
    "verkko": online,
    "keitto": soup,
    "adventti": advent,
    "ensiapu": first_aid,
    "ystava-dia": friend_slide,
}
