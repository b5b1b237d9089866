"""Where words of a paragraph stand on the page, asked of PDFium for just those words."""

import ctypes
from collections import defaultdict
from collections.abc import Sequence

import pypdfium2.raw as pdfium

from beloften.extract.document import Box, Paragraph, Run
from beloften.extract.pdfium.sheet import Sheet, sheet_of
from beloften.extract.pdfium.sheets import OpenPdf

_Place = tuple[int, int]  # which span, and which of its boxes


def boxes_of(pdf: OpenPdf, spans: Sequence[tuple[Paragraph, int, int]]) -> list[tuple[tuple[int, Box], ...]]:
    """Find the boxes of stretches of text.

    Args:
        pdf: the PDF that the paragraphs were read from.
        spans: paragraphs with the offsets of the first character and behind the last.

    Returns:
        For each stretch its boxes, one for each line that it stands on, as (page index, box).
    """
    wanted: dict[int, list[tuple[_Place, int, int]]] = defaultdict(list)
    lines: list[list[tuple[int, Box]]] = []
    for number, (paragraph, start, end) in enumerate(spans):
        runs = [run for run in paragraph.runs if run.start < end and start < run.end]
        lines.append([(run.page_index, run.box) for run in runs])
        for place, run in enumerate(runs):
            first, last = _source(run, start, end)
            wanted[run.page_index].append(((number, place), first, last))
    for index in sorted(wanted):
        for (number, place), box in _measured(pdf, index, wanted[index]):
            lines[number][place] = (index, box)
    return [tuple(_merged(boxes)) for boxes in lines]


def _source(run: Run, start: int, end: int) -> tuple[int, int]:
    """Return the characters of the page that a stretch of a paragraph takes from a run."""
    return run.source + max(start - run.start, 0), run.source + min(end, run.end) - run.start


def _measured(
    pdf: OpenPdf, index: int, wanted: Sequence[tuple[_Place, int, int]]
) -> list[tuple[_Place, Box]]:
    """Ask PDFium for the boxes of stretches of one page; what it cannot tell is left out."""
    with pdf.page(index) as (page, textpage):
        if not textpage:
            return []
        sheet = sheet_of(page)
        boxes = [(place, _box(textpage, sheet, first, last)) for place, first, last in wanted]
    return [(place, box) for place, box in boxes if box is not None]


def _box(textpage: pdfium.FPDF_TEXTPAGE, sheet: Sheet, first: int, last: int) -> Box | None:
    edges = [ctypes.c_double() for _ in range(4)]
    found = []
    for number in range(pdfium.FPDFText_CountRects(textpage, first, last - first)):
        pdfium.FPDFText_GetRect(textpage, number, *map(ctypes.byref, edges))
        left, top, right, bottom = (edge.value for edge in edges)
        found.append(sheet.shown(left, bottom, right, top))
    return Box.around([Box(*box) for box in found]) if found else None


def _merged(boxes: Sequence[tuple[int, Box]]) -> list[tuple[int, Box]]:
    """Make one box of those that stand on one line."""
    merged: list[tuple[int, Box]] = []
    for page, box in boxes:
        if merged and merged[-1][0] == page and _on_one_line(merged[-1][1], box):
            merged[-1] = (page, Box.around((merged[-1][1], box)))
        else:
            merged.append((page, box))
    return merged


def _on_one_line(first: Box, second: Box) -> bool:
    overlap = min(first.bottom, second.bottom) - max(first.top, second.top)
    height = min(first.bottom - first.top, second.bottom - second.top)
    return overlap > height / 2 and 0 <= second.left - first.right < height
