"""Where words of a paragraph stand on the page, asked of PDFium for just those words."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

import pypdfium2.raw as pdfium

from beloften.extract.document import Box, Paragraph, Run
from beloften.extract.pdf import opened
from beloften.extract.sheet import Sheet, sheet_of
from beloften.extract.widths import share_of

_Place = tuple[int, int]  # which span, and which of its boxes


def boxes_of(data: bytes, spans: Sequence[tuple[Paragraph, int, int]]) -> list[tuple[tuple[int, Box], ...]]:
    """Find the boxes of stretches of text.

    Only the pages on which the stretches stand are opened, each of them once.

    Args:
        data: the PDF that the paragraphs were read from.
        spans: paragraphs with the offsets of the first character and behind the last.

    Returns:
        For each stretch its boxes, one for each line that it stands on, as (page index, box).

    Raises:
        UnreadableError: the PDF cannot be opened.
    """
    wanted: dict[int, list[tuple[_Place, int, int]]] = defaultdict(list)
    lines: list[list[tuple[int, Box]]] = []
    for number, (paragraph, start, end) in enumerate(spans):
        runs = [run for run in paragraph.runs if run.start < end and start < run.end]
        lines.append([(run.page_index, run.box) for run in runs])
        for place, run in enumerate(runs):
            first, last = _source(run, start, end)
            wanted[run.page_index].append(((number, place), first, last))
    if wanted:
        with opened(data) as document:
            for index in sorted(wanted):
                for (number, place), box in _measured(document, index, wanted[index]):
                    lines[number][place] = (index, box)
    return [tuple(_merged(boxes)) for boxes in lines]


def estimated_boxes(spans: Sequence[tuple[Paragraph, int, int]]) -> list[tuple[tuple[int, Box], ...]]:
    """Find roughly the boxes of stretches of text, from the boxes of their lines and the widths of letters.

    This opens nothing. Measured against `boxes_of`, an edge is off by 1 point in the middle case and by less
    than 10 points in nineteen of twenty.

    Args:
        spans: paragraphs with the offsets of the first character and behind the last.

    Returns:
        As `boxes_of`.
    """
    return [tuple(_merged(list(_estimated(*span)))) for span in spans]


def _estimated(paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[int, Box]]:
    for (page, box), runs in groupby(paragraph.runs, key=lambda run: (run.page_index, run.box)):
        line = list(runs)
        first, last = line[0].start, line[-1].end
        if first < end and start < last:
            text = paragraph.text[first:last]
            width = box.right - box.left
            left = box.left + width * share_of(text, max(start - first, 0))
            right = box.left + width * share_of(text, min(end, last) - first)
            yield page, Box(left, box.top, right, box.bottom)


def _source(run: Run, start: int, end: int) -> tuple[int, int]:
    """Return the characters of the page that a stretch of a paragraph takes from a run."""
    return run.source + max(start - run.start, 0), run.source + min(end, run.end) - run.start


def _measured(
    document: pdfium.FPDF_DOCUMENT, index: int, wanted: Sequence[tuple[_Place, int, int]]
) -> list[tuple[_Place, Box]]:
    """Ask PDFium for the boxes of stretches of one page; what it cannot tell is left out."""
    page = pdfium.FPDF_LoadPage(document, index)
    textpage = pdfium.FPDFText_LoadPage(page)
    try:
        sheet = sheet_of(page)
        boxes = [(place, _box(textpage, sheet, first, last)) for place, first, last in wanted]
    finally:
        pdfium.FPDFText_ClosePage(textpage)
        pdfium.FPDF_ClosePage(page)
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
