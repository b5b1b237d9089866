"""Words that are struck out: a rule is drawn through their middle, or a reader marked them so."""

import ctypes
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import pypdfium2.raw as pdfium

from beloften.extract.document import Box
from beloften.extract.pdfium.calls import address, loose_box
from beloften.extract.pdfium.line import Line
from beloften.extract.pdfium.sheet import Sheet

_HIGHEST = 0.3  # of the height of a line, from its top: a rule above it strikes nothing out
_LOWEST = 0.68  # a rule below it underlines
_BEYOND = 0.6  # in line heights: a rule that reaches further beyond the line is one of a table
_TALLEST_LINE = 24.0  # points: what is set larger is no text that is edited


def strike(
    page: pdfium.FPDF_PAGE,
    textpage: pdfium.FPDF_TEXTPAGE,
    lines: Sequence[Line],
    rules: Sequence[Box],
    sheet: Sheet,
) -> list[Line]:
    """Note in lines which of their characters are struck out.

    Args:
        page: the page.
        textpage: its text.
        lines: of the page.
        rules: horizontal rules that are drawn on it.
        sheet: its size and rotation.
    """
    marks = [*rules, *_marked(page, sheet)] if pdfium.FPDFPage_GetAnnotCount(page) else rules
    if not marks:
        return list(lines)
    hits: dict[int, list[Box]] = {}
    order = sorted(range(len(lines)), key=lambda number: lines[number].top)
    tops = [lines[number].top for number in order]
    for mark in marks:
        middle = (mark.top + mark.bottom) / 2
        for place in range(bisect_left(tops, middle - _TALLEST_LINE), bisect_left(tops, middle)):
            line = lines[order[place]]
            if _crosses(mark, middle, line):
                hits.setdefault(order[place], []).append(mark)
    return [
        line._replace(struck=_characters(textpage, line, hits[number], sheet)) if number in hits else line
        for number, line in enumerate(lines)
    ]


def part_struck(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Part lines into what is left of them and what is struck out, without lines that are only signs."""
    left: list[Line] = []
    struck: list[Line] = []
    for line in lines:
        edges = [0, *(edge for stretch in line.struck for edge in stretch), len(line.text)]
        for number, (first, last) in enumerate(pairwise(edges)):
            text = line.text[first:last].strip()
            if text:
                start = line.start + line.text.index(text, first)
                piece = line._replace(
                    text=text,
                    start=start,
                    end=start + len(text),
                    hyphen=line.hyphen and last == len(line.text),
                    struck=(),
                )
                (struck if number % 2 else left).append(piece)
    if not any(character.isalnum() for line in left for character in line.text):
        left = []
    return tuple(left), tuple(struck)


def _crosses(mark: Box, middle: float, line: Line) -> bool:
    """Tell whether a rule runs through the middle of a line, and not far beyond it."""
    height = line.bottom - line.top
    beyond = _BEYOND * line.size
    return (
        line.top + _HIGHEST * height < middle < line.top + _LOWEST * height
        and mark.left > line.left - beyond
        and mark.right < line.right + beyond
        and mark.left < line.right
        and mark.right > line.left
        and line.upright
    )


def _characters(
    textpage: pdfium.FPDF_TEXTPAGE, line: Line, marks: Sequence[Box], sheet: Sheet
) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a line whose characters are crossed."""
    box = pdfium.FS_RECTF()
    at, handle = ctypes.addressof(box), address(textpage)

    def is_crossed(number: int) -> bool:
        loose_box(handle, line.start + number, at)
        left, _, right, _ = sheet.shown(box.left, box.bottom, box.right, box.top)
        return any(mark.left < (left + right) / 2 < mark.right for mark in marks)

    crossed = [number for number in range(len(line.text)) if is_crossed(number)]
    stretches = []
    for _, group in groupby(enumerate(crossed), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in group]
        if any(map(str.isalnum, line.text[numbers[0] : numbers[-1] + 1])):
            stretches.append((numbers[0], numbers[-1] + 1))
    return tuple(stretches)


def _marked(page: pdfium.FPDF_PAGE, sheet: Sheet) -> Iterator[Box]:
    """Yield a rule for each stretch of text that someone marked as struck out."""
    points = pdfium.FS_QUADPOINTSF()
    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        mark = pdfium.FPDFPage_GetAnnot(page, number)
        if not mark:
            continue
        if pdfium.FPDFAnnot_GetSubtype(mark) == pdfium.FPDF_ANNOT_STRIKEOUT:
            for part in range(pdfium.FPDFAnnot_CountAttachmentPoints(mark)):
                pdfium.FPDFAnnot_GetAttachmentPoints(mark, part, ctypes.byref(points))
                xs = (points.x1, points.x2, points.x3, points.x4)
                ys = (points.y1, points.y2, points.y3, points.y4)
                yield _middle(Box(*sheet.shown(min(xs), min(ys), max(xs), max(ys))))
        pdfium.FPDFPage_CloseAnnot(mark)


def _middle(box: Box) -> Box:
    """Return the rule through the middle of a box."""
    middle = (box.top + box.bottom) / 2
    return Box(box.left, middle, box.right, middle)
