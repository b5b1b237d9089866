"""The lines of a PDF page with the place where each stands, read through PDFium.

PDFium gives the characters of a page in the order in which the file draws them, with a line break where
the text jumps. A line that PDFium gives can span a gutter or the cells of a table row; it is cut here at
every wide gap, so that a `Line` is always text that stands together.
"""

import ctypes
import math
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium

from beloften.extract.characters import LINE_END_HYPHENS, UNSEEN, has_special
from beloften.extract.document import Box
from beloften.extract.pdfium.calls import address, count_rects, font_info, get_rect, loose_box
from beloften.extract.pdfium.line import TOUCHING, Line, in_one, is_marker
from beloften.extract.pdfium.sheet import Sheet

_LINE = re.compile(r"[^\s\ufffe\x02](?:[^\r\n\ufffe\x02]*[^\s\ufffe\x02])?")
_LETTER = 0.7  # of the height of a font: the height of its letters
_WIDE_GAP = 1.5  # in heights of the letters: wider than the widest space of a justified line
_MARKER_GAP = 14.0  # in heights of the letters: a number in a column of its own belongs to its text
_TALL = 2.5  # a watermark is this much taller than the line that PDFium hangs it on
_HUGE = 28.0  # points: letters of a watermark are higher
_SPACES = re.compile(r"\s+")
_SEEN = re.compile(r"\S")
_NARROW = 0.15  # in line heights per character: narrower than this, a line may run at an angle
_SHORT = 2  # characters: too few to tell by the width
_HEADING_LENGTH = 80  # characters: a longer line is no heading, bold or not
_LONG_TITLE = 110  # characters: of what begins with a number, and of what goes on below a bold line
_FONT_NAME_BYTES = 128
_BOLD = re.compile(rb"bold|black|heavy|demi|semib", re.IGNORECASE)
_LOOSE = 0.6  # line heights for each character: wider than text without gaps, but for capitals
_BESIDE = 0.4  # of the height of a line: what overlaps so much stands beside it
_SPACE = 0.5  # of the height: more than a space
_BREAK = 3  # characters: a line break, with a space
_LEVEL = 0.1  # sine of the angle under which text counts as level


class _Tear(NamedTuple):
    """Where a line falls apart.

    Attributes:
        piece: number of the piece with which a new part begins.
        near: whether it stands further on in the line, so near that a marker before it belongs to it.
    """

    piece: int
    near: bool


class LineReader:
    """Reads lines with their places from text pages, with buffers that serve all pages."""

    def __init__(self) -> None:
        """Make the buffers that PDFium writes into."""
        self._box = pdfium.FS_RECTF()
        self._box_at = ctypes.addressof(self._box)
        self._edges = tuple(ctypes.c_double() for _ in range(4))
        self._edges_at = tuple(map(ctypes.addressof, self._edges))
        self._font_name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
        self._font_name_at = ctypes.addressof(self._font_name)

    def read(self, textpage: pdfium.FPDF_TEXTPAGE, text: str, sheet: Sheet, page: int) -> list[Line]:
        """Return the lines of a page in PDFium's order, cut at wide gaps."""
        lines: list[Line] = []
        # What follows runs once for each line of a corpus: names are local and calls few.
        box, box_at, handle = self._box, self._box_at, address(textpage)
        turned, x, y = sheet.rotation != 0, sheet.left, sheet.top
        special = has_special(text)
        for start, end in self._spans(handle, text, sheet):
            loose_box(handle, start, box_at)
            left, bottom, right, top = box.left, box.bottom, box.right, box.top
            length, rise = end - start, 0.0
            if length > 1:
                loose_box(handle, end - 1, box_at)
                rise = box.bottom - bottom
                if turned:
                    left, right = min(left, box.left), max(right, box.right)
                    bottom, top = min(bottom, box.bottom), max(top, box.top)
                else:
                    if box.top - box.bottom > top - bottom:  # the one that is not raised or small
                        top, bottom = box.top, box.bottom
                    left = min(left, box.left)
                    right = max(right, box.right)
            if turned:
                left, top, right, bottom = sheet.shown(left, bottom, right, top)
            else:
                left, top, right, bottom = left - x, y - top, right - x, y - bottom
            size = bottom - top
            wide = length > _SHORT and right - left > _NARROW * size * length and -size < 2 * rise < size
            upright = wide or self._is_level(textpage, start, sheet)
            hyphen = end < len(text) and text[end] in LINE_END_HYPHENS
            words = text[start:end]
            titled = words[0].isdigit() or (lines and lines[-1].heavy)
            longest = _LONG_TITLE if titled else _HEADING_LENGTH
            heavy = length < longest and not words[0].islower() and self._is_bold(handle, start)
            if heavy and is_marker(words.partition(" ")[0]):  # it can be bold by itself
                heavy = self._is_bold(handle, end - 1)
            odd = "  " in words or special or not words.isprintable()
            line = Line(page, start, end, words, left, top, right, bottom, size, hyphen, upright, heavy, odd)
            if lines and top < lines[-1].bottom - _BESIDE * size and _goes_on(lines[-1], line):
                lines[-1] = in_one(lines[-1], line, text)
            elif right - left > _LOOSE * size * length and upright and length > _SHORT:
                lines += self._torn(handle, line, sheet)
            else:
                lines.append(line)
        return [_without_tail(line) for line in lines] if UNSEEN in text else lines

    def _spans(self, textpage: int, text: str, sheet: Sheet) -> Iterator[tuple[int, int]]:
        """Yield where the lines of a page begin and end in its text."""
        for match in _LINE.finditer(text):
            start, end = span = match.span()
            pieces = count_rects(textpage, start, end - start)
            tears = self._tears(textpage, sheet, span, pieces) if pieces > 1 else None
            if not tears:
                yield span
                continue
            for tear in tears:
                if tear.near and is_marker(text[start : text.find(" ", start, end)]):
                    continue
                word = _piece_at(textpage, text, span, tear.piece)
                if word > start:
                    yield start, start + len(text[start:word].rstrip())
                    start = word
            yield start, end

    def _tears(self, textpage: int, sheet: Sheet, span: tuple[int, int], pieces: int) -> list[_Tear]:
        """Find where the pieces in which a line was drawn stand far apart or differ much in height."""
        turned = sheet.rotation != 0
        left, top, right, bottom = self._edges
        left_at, top_at, right_at, bottom_at = self._edges_at
        rects = []
        edge = tallest = 0.0
        lowest = 1e9
        suspect = False
        for piece in range(pieces):
            get_rect(textpage, piece, left_at, top_at, right_at, bottom_at)
            begin, end, height = left.value, right.value, top.value - bottom.value
            if turned:
                begin, upper, end, lower = sheet.shown(begin, bottom.value, end, top.value)
                height = lower - upper
            if height > tallest:  # noqa: PLR1730 - there are hundreds of thousands of pieces
                tallest = height
            if height < lowest:  # noqa: PLR1730 - as above
                lowest = height
            if piece and not -tallest <= begin - edge <= tallest:
                suspect = True
            rects.append((begin, end, height))
            edge = end
        if not suspect and tallest <= _TALL * _TALL * lowest:
            return []
        heights = []
        for index in (span[0], span[1] - 1):
            loose_box(textpage, index, self._box_at)
            box = self._box
            heights.append(box.right - box.left if sheet.rotation % 2 else box.top - box.bottom)
        size = min(heights) if max(heights) > _HUGE else max(heights)  # a bullet can be tiny
        return _parts(rects, _LETTER * size)

    def _torn(self, textpage: int, line: Line, sheet: Sheet) -> list[Line]:
        """Cut a line with much white space in it where its letters stand far apart."""
        starts, lefts, rights = [0], [line.left], []
        for space in _SPACES.finditer(line.text):
            edge = self._shown(textpage, line.start + space.start() - 1, sheet).right
            left = self._shown(textpage, line.start + space.end(), sheet).left
            if left - edge > _WIDE_GAP * line.size and not is_marker(line.text[starts[-1] : space.start()]):
                starts.append(space.end())
                lefts.append(left)
                rights.append(edge)
        if not rights:
            return [line]
        parts = []
        ends = [*starts[1:], len(line.text)]
        for start, end, left, right in zip(starts, ends, lefts, [*rights, line.right], strict=True):
            text = line.text[start:end].rstrip()
            first = line.start + start
            part = line._replace(start=first, end=first + len(text), text=text, left=left, right=right)
            parts.append(part._replace(hyphen=line.hyphen and end == len(line.text)))
        return parts

    def _shown(self, textpage: int, index: int, sheet: Sheet) -> Box:
        """Return the box of a character on the page as shown."""
        box = self._box
        loose_box(textpage, index, self._box_at)
        return Box(*sheet.shown(box.left, box.bottom, box.right, box.top))

    def _is_bold(self, textpage: int, index: int) -> bool:
        """Tell by the name of its font whether a character is bold."""
        font_info(textpage, index, self._font_name_at, _FONT_NAME_BYTES, None)
        return _BOLD.search(self._font_name.value) is not None

    @staticmethod
    def _is_level(textpage: pdfium.FPDF_TEXTPAGE, index: int, sheet: Sheet) -> bool:
        """Tell whether a character stands upright on the page as shown."""
        angle = pdfium.FPDFText_GetCharAngle(textpage, index)
        return abs(math.cos(angle) if sheet.rotation % 2 else math.sin(angle)) < _LEVEL


def _without_tail(line: Line) -> Line:
    """Leave out what no one sees at the end of a line, where the ends of sentences are looked for."""
    text = line.text.rstrip(UNSEEN)
    return line._replace(text=text, end=line.start + len(text)) if text and text != line.text else line


def _goes_on(line: Line, rest: Line) -> bool:
    """Tell whether PDFium broke a line off that goes on, as it does behind raised and lowered figures."""
    size = max(line.size, rest.size)
    space = _WIDE_GAP * _LETTER if line.text[-1] == UNSEEN else _SPACE  # behind the mark of a footnote
    return (
        rest.start - line.end <= _BREAK
        and not line.hyphen
        and -TOUCHING * size < rest.left - line.right < space * size
        and min(line.bottom, rest.bottom) - max(line.top, rest.top) > _BESIDE * min(line.size, rest.size)
        and line.upright
        and rest.upright
    )


def _piece_at(textpage: int, text: str, span: tuple[int, int], wanted: int) -> int:
    """Return where a piece of a line starts, or -1."""
    start, end = span

    def pieces_up_to(index: int) -> int:
        return int(count_rects(textpage, start, index + 1 - start))

    first = bisect_right(range(start, end), wanted, key=pieces_up_to)
    seen = _SEEN.search(text, start + first, end)
    return seen.start() if seen else -1


def _parts(rects: list[tuple[float, float, float]], size: float) -> list[_Tear]:
    """Find the parts of a line that stand apart.

    Args:
        rects: the left, right and height of the pieces of the line, tight around the letters.
        size: height of the letters of the line.
    """
    tears = []
    _, edge, above = rects[0]
    for piece, (left, right, height) in enumerate(rects[1:], 1):
        gap = left - edge
        tall = (height > max(_TALL * size, _HUGE)) != (above > max(_TALL * size, _HUGE))
        if tall or not -_WIDE_GAP * size <= gap <= _WIDE_GAP * size:
            tears.append(_Tear(piece, near=not tall and 0 < gap < _MARKER_GAP * size))
        edge, above = right, height
    return tears
