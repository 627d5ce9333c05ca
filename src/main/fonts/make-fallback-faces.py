#!/usr/bin/env python3
"""Makes the fallback faces of our documents from the fonts of Debian packages.

    apt-get install python3-fonttools fonts-noto-core fonts-nanum fonts-droid-fallback
    src/main/fonts/make-fallback-faces.py /usr/share/fonts/truetype src/main/resources/fonts

A face keeps only what Be Vietnam Pro lacks, so that one strange sign does not change the face of the
words around it; nothing that needs shaping or runs from right to left, because JasperReports prints
letters as they stand in the text; and it takes over the line height of Be Vietnam Pro, so that a line
with such a sign needs no more room than any other. Marks, such as the breve of the Ede letter ơ̆, come from
Noto Sans, moved over the letter before them. Be Vietnam Pro, which draws them beside it and leaves it to the
program to place them, loses them, because JasperReports does not place them. Afterwards write the list of
printable characters anew: mvn test -Dtest=PrintableCharactersTest -Dprintable.write=true
"""
import sys
import unicodedata

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FACES = [
    # file, source, the blocks to take (all where none are named)
    ("NotoSans-Regular.ttf", "noto/NotoSans-Regular.ttf", []),
    ("NotoSans-Bold.ttf", "noto/NotoSans-Bold.ttf", []),
    ("NotoSansMath-Regular.ttf", "noto/NotoSansMath-Regular.ttf", [(0x2190, 0x22FF)]),
    ("NotoSansSymbols-Regular.ttf", "noto/NotoSansSymbols-Regular.ttf", [(0x2300, 0x24FF), (0x2600, 0x27BF)]),
    ("NotoSansSymbols2-Regular.ttf", "noto/NotoSansSymbols2-Regular.ttf", [(0x2300, 0x27BF), (0x2B00, 0x2BFF)]),
    ("HangulFallback.ttf", "nanum/NanumGothic.ttf", [(0xAC00, 0xD7A3)]),
    ("DroidSansFallback.ttf", "droid/DroidSansFallbackFull.ttf", []),
]
MARKS = [(0x0300, 0x034E), (0x0350, 0x036F)]
RAISED = 0.15  # of an em, so that a mark clears capitals, too
BLANK = [0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0]  # letters that show nothing
SHAPED = ("DEVANAGARI", "ARABIC", "HEBREW", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "HANGUL CHOSEONG",
          "HANGUL JUNGSEONG", "HANGUL JONGSEONG", "MONGOLIAN", "SYRIAC")


def within(code, blocks):
    return any(first <= code <= last for first, last in blocks)


def wanted(code):
    sign = chr(code)
    kind = unicodedata.category(sign)
    if code in BLANK or unicodedata.name(sign, "").startswith(SHAPED):
        return False
    if unicodedata.bidirectional(sign) in ("R", "AL", "AN"):
        return False
    return kind[0] in "LNPS" or kind == "Mn" and within(code, MARKS)


def rename(font, name):
    """Nanum is a reserved name: what is changed must be called otherwise (OFL-1.1, section 3)."""
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16, 18):
            record.string = name.replace(" ", "") if record.nameID == 6 else name


def place_marks(font, middle):
    """Draws each mark with its middle as far before its origin as the middle of a letter is before its end."""
    glyphs, em = font.getGlyphSet(), font["head"].unitsPerEm
    for code, name in font.getBestCmap().items():
        drawn = font["glyf"][name]
        if unicodedata.category(chr(code)) != "Mn" or drawn.numberOfContours == 0:
            continue
        left = round(-middle * em - (drawn.xMin + drawn.xMax) / 2)
        up = round(RAISED * em) if drawn.yMin > 0.45 * em else 0
        outline, moved = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
        glyphs[name].draw(outline)
        outline.replay(TransformPen(moved, (1, 0, 0, 1, left, up)))
        font["glyf"][name] = moved.glyph()
        font["glyf"][name].recalcBounds(font["glyf"])
        font["hmtx"][name] = (0, font["glyf"][name].xMin)


def lose_marks(font):
    for table in font["cmap"].tables:
        table.cmap = {code: name for code, name in table.cmap.items() if not within(code, MARKS)}


def middle_of_letters(font):
    widths = font["hmtx"]
    return (widths["ohorn"][0] - widths["o"][0] / 2) / font["head"].unitsPerEm


def main(sources, target):
    own = None
    for face in ("Regular", "Bold", "Italic", "BoldItalic"):
        font = TTFont(f"{target}/BeVietnamPro-{face}.ttf")
        lose_marks(font)
        font.save(f"{target}/BeVietnamPro-{face}.ttf")
        has = set(font.getBestCmap())
        own = has if own is None else own & has
    middle = middle_of_letters(TTFont(f"{target}/BeVietnamPro-Regular.ttf"))
    heights = {name: getattr(font["hhea"], name) / font["head"].unitsPerEm for name in ("ascent", "descent", "lineGap")}
    for name, source, blocks in FACES:
        font = TTFont(f"{sources}/{source}")
        codes = {code for code in font.getBestCmap()
                 if code not in own and wanted(code) and (not blocks or within(code, blocks))}
        options = subset.Options(layout_features=[], hinting=False, name_IDs=["*"], notdef_outline=True)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=codes)
        subsetter.subset(font)
        place_marks(font, middle)
        em = font["head"].unitsPerEm
        hhea, os2 = font["hhea"], font["OS/2"]
        hhea.ascent, hhea.descent, hhea.lineGap = (round(heights[it] * em) for it in ("ascent", "descent", "lineGap"))
        os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = hhea.ascent, hhea.descent, hhea.lineGap
        os2.usWinAscent, os2.usWinDescent = hhea.ascent, -hhea.descent
        if name.startswith("Hangul"):
            rename(font, "Hangul Fallback")
        font.save(f"{target}/{name}")
        print(name, len(codes))


main(*sys.argv[1:3])
