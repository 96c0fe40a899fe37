#!/usr/bin/env python3
"""Outlines of letters from a font, as a table that needs no font parser: see README.md beside this.

python3 make.py <font.ttf> > <table.tsv>        # needs fonttools and uharfbuzz
"""

import sys

import uharfbuzz as hb
from fontTools.misc.transform import Transform
from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

UNITS = 1000
# Latin with its extensions, Greek, Cyrillic, and the signs that names of skills have.
RANGES = [
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x18F, 0x192),
    (0x1A0, 0x1B0),
    (0x1CD, 0x1DC),
    (0x1E6, 0x1E7),
    (0x218, 0x21B),
    (0x259, 0x259),
    (0x2BB, 0x2BC),
    (0x384, 0x3CE),
    (0x400, 0x45F),
    (0x490, 0x4BB),
    (0x4D8, 0x4E9),
    (0x1E80, 0x1EF9),
    (0x2010, 0x2027),
    (0x2030, 0x2044),
    (0x20AC, 0x20BF),
    (0x2116, 0x2122),
    (0x2190, 0x2193),
    (0x2212, 0x2265),
]
# Between which letters distances are corrected, and from how much on.
KERNED = [chr(c) for c in [*range(0x21, 0x7F), *range(0xC0, 0x100)]]
KERN_FROM = 12


class PathData(BasePen):
    """SVG path data with relative, whole coordinates."""

    def __init__(self, glyphs):
        super().__init__(glyphs)
        self.text, self.at, self.last = [], (0, 0), ""

    def put(self, command, *points):
        points = [(round(x), round(y)) for x, y in points]
        numbers = [n - base for point in points for n, base in zip(point, self.at)]
        text = "" if command == self.last and command != "m" else command
        for number in numbers:
            text += (
                f" {number}"
                if number >= 0 and text and text[-1].isdigit() or (not text and number >= 0)
                else f"{number}"
            )
        self.text.append(text)
        self.at, self.last = points[-1], command

    def _moveTo(self, p):
        self.put("m", p)
        self.start = self.at

    def _lineTo(self, p):
        self.put("l", p)

    def _qCurveToOne(self, control, p):
        self.put("q", control, p)

    def _curveToOne(self, *points):
        self.put("c", *points)

    def _closePath(self):
        self.text.append("z")
        self.at, self.last = self.start, "z"


def main(path):
    font = TTFont(path)
    scale = UNITS / font["head"].unitsPerEm
    names, glyphs, os2 = font.getBestCmap(), font.getGlyphSet(), font["OS/2"]
    down = Transform(scale, 0, 0, -scale, 0, 0)
    print(
        f"{font['name'].getDebugName(4)} {font['name'].getDebugName(5)}",
        UNITS,
        round(os2.sCapHeight * scale),
        sep="\t",
    )
    there = [c for first, last in RANGES for c in range(first, last + 1) if c in names]
    for c in there:
        pen = PathData(glyphs)
        glyphs[names[c]].draw(TransformPen(pen, down))
        print(chr(c), round(glyphs[names[c]].width * scale), "".join(pen.text), sep="\t")

    shaper = hb.Font(hb.Face(hb.Blob.from_file_path(path)))

    def length(text):
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(shaper, buffer, {"kern": True, "liga": False, "calt": False, "clig": False})
        return sum(position.x_advance for position in buffer.glyph_positions) * scale

    alone = {c: length(c) for c in KERNED}
    for a in KERNED:
        for b in KERNED:
            kern = round(length(a + b) - alone[a] - alone[b])
            if abs(kern) >= KERN_FROM:
                print(a + b, kern, sep="\t")


main(sys.argv[1])
