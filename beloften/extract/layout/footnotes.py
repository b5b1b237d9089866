"""Footnotes: small print at the foot of a page or column that starts with a number, and what cites it."""

import ctypes
import re
from collections.abc import Sequence

import pypdfium2.raw as pdfium

from beloften.extract.characters import UNSEEN
from beloften.extract.document import Kind
from beloften.extract.layout.paragraphs import Draft
from beloften.extract.pdfium.calls import address, loose_box
from beloften.extract.pdfium.line import Line

_NUMBERED = re.compile(
    r"(?:[1-9]\d{0,2}|\*{1,3}|\[\d{1,3}\])(?:\s|(?=[^\W\d_])).{0,12}?[^\W\d_]{2}"  # numbers alone are a table
)
_MARK = re.compile(
    r"""\d (?<![\s\d]\d)
    (?: (?<=[^\W\d_]{2}\d) (?<!\b[kdchm]m\d)  # a word, but no square kilometre
    | (?<=[^\W\d_][.,;:!?)”’"']\d) | (?<=\d{4}[.;:)]\d)
    | (?<=[.,;:!?)][)”’"']\d) | (?<=[)”’"'][.,;:!?]\d) )
    \d{0,2} (?!\w) ((?:,\ ?\d{1,3}(?!\w))*)""",
    re.VERBOSE,
)
_SMALLER = 0.85  # of the height of the text: a raised number is set smaller
_RAISED = 0.1  # of the height of the text: its middle stands higher by so much; that of the 2 in CO2 is lower
_SMALL = 0.93  # of the body size
_LEADING = 2.0  # in line heights: lines that stand further apart are no one note
_WIDE_LEADING = 2.4  # that of small print that has the line spacing of the text
_LONG = 60  # characters: a shorter line can be a cell of a table
_UPPER_PART = 0.3  # a note does not start in the upper part of what is printed on the page


def without_marks(textpage: pdfium.FPDF_TEXTPAGE, text: str) -> str:
    """Put characters that no one sees for the raised numbers by which a text cites its footnotes.

    Args:
        textpage: PDFium's, of a page that is not turned.
        text: its text.
    """
    stretches = []
    for mark in _MARK.finditer(text):
        if _is_raised(textpage, mark.start(), mark.start() - 1):
            whole = not mark[1] or _is_raised(textpage, mark.end() - 1, mark.start() - 1)
            stretches.append((mark.start(), mark.end() if whole else mark.start(1)))
    for start, end in stretches:
        text = text[:start] + UNSEEN * (end - start) + text[end:]
    return text


def _is_raised(textpage: pdfium.FPDF_TEXTPAGE, index: int, beside: int) -> bool:
    """Tell whether a character is smaller than another and stands higher."""
    box = pdfium.FS_RECTF()
    handle, at = address(textpage), ctypes.addressof(box)
    loose_box(handle, index, at)
    top, bottom = box.top, box.bottom
    loose_box(handle, beside, at)
    height = box.top - box.bottom
    return bool(
        top - bottom < _SMALLER * height
        and (top + bottom) / 2 - (box.top + box.bottom) / 2 > _RAISED * height
        and bottom < box.top
    )


def part_footnotes(lines: Sequence[Line], body_size: float) -> tuple[list[Line], list[Draft]]:
    """Part the lines of a page into its text and its footnotes.

    Args:
        lines: of one page, without running heads.
        body_size: height of the font of the text.
    """
    small = [line for line in lines if line.size < _SMALL * body_size]
    if not any(_NUMBERED.match(line.text) for line in small):
        return list(lines), []
    large = [line for line in lines if line.size >= _SMALL * body_size]
    top, bottom = min(line.top for line in lines), max(line.bottom for line in lines)
    notes: list[list[Line]] = []
    for line in sorted(small, key=lambda line: (line.top, line.left)):
        if line.top < top + _UPPER_PART * (bottom - top) or any(
            _stands_above(line, other) for other in large
        ):
            continue
        starts = _NUMBERED.match(line.text) is not None
        above = next((note for note in reversed(notes) if _goes_on(note[-1], line)), None)
        if starts:
            notes.append([line])
        elif above is not None:
            above.append(line)
    taken = {line for note in notes for line in note}
    drafts = [Draft(tuple(note), Kind.FOOTNOTE) for note in notes]
    return [line for line in lines if line not in taken], drafts


def _stands_above(line: Line, other: Line) -> bool:
    """Tell whether `other` stands lower in the same column."""
    return other.top > line.top and other.left < line.right and line.left < other.right


def _goes_on(above: Line, line: Line) -> bool:
    leading = _WIDE_LEADING if len(above.text) > _LONG else _LEADING
    near = 0 <= line.top - above.top < leading * line.size
    return near and line.left < above.right + 2 * line.size and above.left - 2 * line.size < line.right
