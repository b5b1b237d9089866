"""The order in which a reader takes the lines of a page: columns, halves of a spread, panels, tables.

A page on which no two lines stand side by side is read from top to bottom. Elsewhere the rows that share a
gutter form a band; a band is read column by column, unless the file draws it row by row as tables are.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter, ne

from beloften.extract.layout.blocks import REGULAR, SAME_LINE, Block, cells_of
from beloften.extract.pdfium.line import Line

_GUTTER = 0.6  # in line heights: the narrowest space between columns
_LONG = 5  # lines: a column of prose, rather than a few words side by side
_CLEAN = 2  # switches between columns: left, right, and something in front that was drawn before
_BREAK = 4  # characters between lines that follow each other in the file
_ZIPPED = 0.25  # share of the lines whose sentence goes on in a line that the file draws elsewhere

_TOP = attrgetter("top")
_START = attrgetter("start")


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """Return the columns and cells of a page in reading order."""
    return list(_read(sorted(lines, key=_TOP)))


def _read(lines: Sequence[Line]) -> Iterator[Block]:
    """Yield the blocks of a region, given its lines sorted by their top."""
    rows = _rows(lines)
    if len(rows) == len(lines):
        if lines:
            yield _column(lines)
        return
    done = number = 0
    while number < len(rows):
        band = _band(rows, number) if len(rows[number]) > 1 else None
        if band is None:
            number += 1
            continue
        last, gutters = band
        first = _start_of_band(rows, done, number, gutters)
        yield from _plain(rows[done:first])
        yield from _columns(rows[first:last], gutters)
        done = number = last
    yield from _plain(rows[done:])


def _plain(rows: Sequence[Sequence[Line]]) -> Iterator[Block]:
    lines = [line for row in rows for line in row]
    if lines:
        yield _column(lines)


def _start_of_band(
    rows: Sequence[Sequence[Line]], done: int, first: int, gutters: Sequence[tuple[float, float]]
) -> int:
    """Find the row where a band begins whose second column begins higher than its first."""
    start = first
    for number in range(first - 1, done - 1, -1):
        row, below = rows[number], rows[number + 1]
        if below[0].top - row[0].top > REGULAR * row[0].size or _crosses(row, gutters):
            break
        if any(row[0].left >= right - 1 for _, right in gutters):
            start = number
    return start


def _crosses(row: Sequence[Line], gutters: Sequence[tuple[float, float]]) -> bool:
    return not any(
        all(line.right <= left + 1 or line.left >= right - 1 for line in row) for left, right in gutters
    )


def _column(lines: Sequence[Line]) -> Block:
    return Block(tuple(lines), table=False, right=max(line.right for line in lines))


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Put lines that stand side by side together, from left to right."""
    rows: list[list[Line]] = []
    middle = size = -1e9
    for line in lines:
        centre = (line.top + line.bottom) / 2
        if centre - middle < SAME_LINE * min(size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
            middle, size = centre, line.size
    for row in rows:
        if len(row) > 1:
            row.sort(key=attrgetter("left"))
    return rows


def _gaps(row: Sequence[Line]) -> list[tuple[float, float]]:
    """Return the white space of a row, the margins included."""
    gaps = []
    edge = -1e9
    for line in row:
        if line.left - edge > _GUTTER * line.size:
            gaps.append((edge, line.left))
        edge = max(edge, line.right)
    gaps.append((edge, 1e9))
    return gaps


def _shared(
    first: Sequence[tuple[float, float]], second: Sequence[tuple[float, float]], least: float
) -> list[tuple[float, float]]:
    """Return where two sets of white space, each from left to right, overlap by at least `least`."""
    shared = []
    one = two = 0
    while one < len(first) and two < len(second):
        left, right = first[one]
        left2, right2 = second[two]
        low = left2 if left2 > left else left  # noqa: FURB136 - called half a million times
        high = right2 if right2 < right else right  # noqa: FURB136 - as above
        if high - low >= least:
            shared.append((low, high))
        if right < right2:
            one += 1
        else:
            two += 1
    return shared


def _inner(gaps: Sequence[tuple[float, float]], left: float, right: float) -> list[tuple[float, float]]:
    return [gap for gap in gaps if gap[0] >= left and gap[1] <= right]


def _band(rows: Sequence[Sequence[Line]], first: int) -> tuple[int, list[tuple[float, float]]] | None:
    """Find how far down the rows share a gutter with the row at `first`.

    Returns:
        The row behind the last of the band, and its gutters; None if there is no gutter.
    """
    left, right = rows[first][0].left, max(line.right for line in rows[first])
    gaps = _gaps(rows[first])
    if not _inner(gaps, left, right):
        return None
    last = behind = first + 1
    kept = gaps
    while behind < len(rows):
        row = rows[behind]
        left, right = min(left, row[0].left), max(right, *(line.right for line in row))
        gaps = _shared(gaps, _gaps(row), _GUTTER * row[0].size)
        inner = _inner(gaps, left, right)
        if not inner:
            break
        behind += 1
        if (
            (len(row) > 1 and any(_separates(row, gap) for gap in inner))
            or (last == behind - 1 and _goes_on(rows[last - 1], row, rows[max(first, last - 2)]))
            or (len(row) == 1 and _is_drawn_before_columns_beside(row[0], rows[first:last], inner))
        ):
            last, kept = behind, gaps
    left, right = _extent(rows[first:last])
    return last, _inner(kept, left, right)


def _separates(row: Sequence[Line], gap: tuple[float, float]) -> bool:
    return row[0].right <= gap[0] + 1 and any(line.left >= gap[1] - 1 for line in row)


def _goes_on(above: Sequence[Line], row: Sequence[Line], before: Sequence[Line]) -> bool:
    """Tell whether a line that stands alone continues one of the columns above it."""
    line = row[0]
    return any(
        line.top - other.top < REGULAR * max(line.size, other.size)
        and abs(line.size - other.size) < line.size / 10
        and other.left - 3 * line.size < line.left < other.right
        for other in (*above, *before)
    )


def _is_drawn_before_columns_beside(
    line: Line, rows: Sequence[Sequence[Line]], gaps: Sequence[tuple[float, float]]
) -> bool:
    """Tell whether the file draws a line that stands alone between the columns on both sides of a gap."""
    for left, right in gaps:
        if line.right > left + 1:
            continue
        before = [other.start for row in rows for other in row if other.right <= left + 1]
        behind = [other.start for row in rows for other in row if other.left >= right - 1]
        if min(len(before), len(behind)) >= _LONG and max(before) < line.start < min(behind):
            return True
    return False


def _extent(rows: Sequence[Sequence[Line]]) -> tuple[float, float]:
    return min(row[0].left for row in rows), max(line.right for row in rows for line in row)


def _columns(rows: Sequence[Sequence[Line]], gutters: Sequence[tuple[float, float]]) -> Iterator[Block]:
    """Yield the blocks of a band, column by column or cell by cell."""
    edges = sorted({(left + right) / 2 for left, right in gutters})
    lines = [line for row in rows for line in row]
    clean = [edge for edge in edges if _switches(lines, [edge]) <= _CLEAN]
    if clean:
        for column in _split(lines, clean):
            yield from _read(column)
        return
    columns: list[Line] = []
    parts = list(_parts(rows))
    if _is_table(lines, edges) and not any(_is_table(part, edges) for part in parts):
        parts = [lines]  # a table with white space between its rows
    for part in parts:
        if _is_table(part, edges):
            yield from _by_column(columns, edges)
            columns = []
            yield from cells_of(part, edges)
        else:
            columns += part
    yield from _by_column(columns, edges)


def _by_column(lines: Sequence[Line], edges: Sequence[float]) -> Iterator[Block]:
    for column in _split(lines, edges):
        yield from _read(column)


def _split(lines: Sequence[Line], edges: Sequence[float]) -> list[list[Line]]:
    """Part lines by the middles of the gutters."""
    columns: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    for line in lines:
        columns[bisect_right(edges, line.left)].append(line)
    return columns


def _switches(lines: Sequence[Line], edges: Sequence[float]) -> int:
    """Count how often the file goes from one column to another."""
    places = [bisect_right(edges, line.left) for line in sorted(lines, key=_START)]
    return sum(map(ne, places, places[1:]))


def _parts(rows: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """Part a band where white space runs across it."""
    part: list[Line] = list(rows[0])
    for above, row in pairwise(rows):
        if row[0].top - above[0].top > REGULAR * row[0].size:
            yield part
            part = []
        part += row
    yield part


def _is_table(lines: Sequence[Line], edges: Sequence[float]) -> bool:
    """Tell whether the file draws lines row by row, and they are no columns of prose all the same."""
    return _switches(lines, edges) > len(edges) + 1 and not _is_zipped(_split(lines, edges))


def _is_zipped(columns: Sequence[Sequence[Line]]) -> bool:
    """Tell whether sentences run down the columns although the file draws the band row by row."""
    pairs = zipped = 0
    for column in columns:
        for above, below in pairwise(column):
            pairs += 1
            apart = below.start - above.end > _BREAK
            zipped += apart and below.text[0].islower() and above.text[-1] not in ".:;!?"
    return zipped > _ZIPPED * pairs
