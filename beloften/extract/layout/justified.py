"""Lines that were stretched to fill a column, with spaces as wide as those between the cells of a table."""

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise

from beloften.extract.pdfium.line import Line, in_one

_BETWEEN = re.compile(" +")
_WIDEST = 4.0  # in line heights: no program stretches a space further
_FLUSH = 2.0  # points: edges that differ less are one
_LEADING = 1.8  # in line heights: lines that stand further apart are no one paragraph
_LONG = 40  # characters: a line that tells how wide a column is


def whole_lines(lines: Sequence[Line], text: str) -> list[Line]:
    """Make lines whole that were cut at wide spaces and that fill a column as the line above or below does.

    Args:
        lines: of a page, in PDFium's order.
        text: PDFium's text of the page.
    """
    rows = list(_rows(lines, text))
    if len(rows) == len(lines):
        return list(lines)
    whole: list[Line] = []
    above: list[Line] = []
    for row, next_row in zip(rows, [*rows[1:], []], strict=True):
        below = [line for line in next_row if len(next_row) == 1 and len(line.text) > _LONG]
        if len(row) > 1 and _is_stretched(row, above + below):
            above = [reduce(lambda line, part: in_one(line, part, text), row)]
            whole += above
        else:
            above = [line for line in row if len(row) == 1 and len(line.text) > _LONG]
            whole += row
    return whole


def _rows(lines: Sequence[Line], text: str) -> Iterator[list[Line]]:
    """Yield the parts of each of PDFium's lines."""
    row: list[Line] = []
    for line in lines:
        if row and not _BETWEEN.fullmatch(text, row[-1].end, line.start):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _is_stretched(row: Sequence[Line], beside: Sequence[Line]) -> bool:
    """Tell whether the parts of a line fill the column as a whole line beside it does."""
    first, last = row[0], row[-1]
    if not all(0 < right.left - left.right < _WIDEST * first.size for left, right in pairwise(row)):
        return False
    return any(
        abs(line.left - first.left) < _FLUSH
        and abs(line.right - last.right) < _FLUSH
        and abs(line.top - first.top) < _LEADING * first.size
        and abs(line.size - first.size) < _FLUSH / 2
        for line in beside
    )
