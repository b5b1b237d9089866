"""What the lines of a page are put together in: columns, and the cells of tables."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from beloften.extract.pdfium.line import Line

SAME_LINE = 0.6
"""In line heights: lines whose middles are nearer stand side by side."""

REGULAR = 2.4
"""In line heights: a column that goes on alone keeps its leading."""

_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand below each other, in one column or one cell.

    Attributes:
        lines: from top to bottom; the cells of one table row from left to right.
        table: whether it is part of a table.
        right: right edge of the column.
    """

    lines: tuple[Line, ...]
    table: bool
    right: float


def cells_of(lines: Sequence[Line], edges: Sequence[float]) -> Iterator[Block]:
    """Yield the cells of a table in the order of the file; short cells of one row together."""
    cells: list[list[Line]] = []
    for line in sorted(lines, key=_START):
        if cells and _is_in_cell(cells[-1][-1], line, edges):
            cells[-1].append(line)
        else:
            cells.append([line])
    row: list[Line] = []
    for cell in cells:
        if row and (len(cell) > 1 or abs(cell[0].bottom - row[-1].bottom) > SAME_LINE * cell[0].size):
            yield Block(tuple(row), table=True, right=row[-1].right)
            row = []
        if len(cell) > 1:
            yield Block(tuple(cell), table=True, right=max(line.right for line in cell))
        else:
            row += cell
    if row:
        yield Block(tuple(row), table=True, right=row[-1].right)


def _is_in_cell(above: Line, line: Line, edges: Sequence[float]) -> bool:
    """Tell whether a line stands below another in the same cell."""
    return (
        0 < line.top - above.top < REGULAR * line.size
        and line.left < above.right
        and above.left < line.right
        and bisect_right(edges, line.left) == bisect_right(edges, above.left)
    )
