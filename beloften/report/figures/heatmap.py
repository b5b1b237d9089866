"""The heat map: a row per group, a column per belofte, the darker the higher."""

from collections.abc import Sequence
from itertools import groupby

from beloften.report.figures.palette import DIM, OUTLINE, PAPER, RULE, SOFT_INK, ink_on, shade
from beloften.report.figures.paper import (
    SMALL,
    Board,
    Frame,
    Key,
    chunks,
    fold,
    head_of,
    height_of,
    text_width,
    widest,
)
from beloften.report.figures.shapes import RateTable
from beloften.report.figures.words import foot, nearness_name, rate_line, short_line, title_of
from beloften.report.wording import rate

_NAME_WIDTH = 2.2
_LEAST_CELL = 0.5
_BETWEEN = 0.08
_FEW = 20
_ROW, _ROW_OF_MANY = 0.26, 0.15
_SPAN = 0.12
_SCALE = 1.6
_STEPS = 32
_END = 0.3


def draw(table: RateTable, form: str, lang: str) -> bytes:
    """Draw a heat map.

    Args:
        table: at least one group and one code.
        form: "svg", "png" or "pdf".
        lang: "nl" or "en".
    """
    names = [fold(name, _NAME_WIDTH) for name in table.groups]
    heads = [head_of(concept, lang) for concept in table.concepts]
    words = [word for head in heads for word in chunks(head)]
    cell = max(_LEAST_CELL, *(text_width(word.rstrip(), SMALL) + 0.06 for word in words))
    folded = [fold(head, cell - 0.04, SMALL) for head in heads]
    row = _ROW if len(names) <= _FEW else _ROW_OF_MANY
    heights = [max(row, height_of(lines) + 0.01) for lines in names]
    name_width = widest(names) + 0.12
    spans = [(fold(name, cell * size, SMALL), size) for name, size in _spans(table, lang)]
    span_height = max(height_of(name, SMALL) for name, _ in spans)
    head_height = _SPAN + span_height + max(height_of(lines, SMALL) for lines in folded)
    frame = Frame(
        title_of(table.concepts, lang),
        rate_line(table.concepts, table.level, lang),
        foot(table, lang),
        (Key(DIM, RULE, short_line(lang)),) if any(table.is_short) else (),
        width=name_width + max(cell * len(heads) + _BETWEEN * (len(spans) - 1), _SCALE + 2 * _END),
        height=head_height + 0.06 + sum(heights) + 0.3,
    )
    left, top = frame.left + name_width, frame.top
    places = _draw_spans(frame.board, spans, left, top + span_height, cell)
    for place, lines in zip(places, folded, strict=True):
        middle = top + head_height - height_of(lines, SMALL) / 2
        frame.board.lines(place + cell / 2, middle, lines, size=SMALL, align="center")
    top += head_height + 0.06
    _draw_cells(frame.board, table, places, top, heights, cell, lang)
    y = top
    for lines, height in zip(names, heights, strict=True):
        frame.board.lines(left - 0.1, y + height / 2, lines, align="right")
        y += height
    _draw_scale(frame.board, left, y + 0.18, _highest(table), lang)
    return frame.save(form)


def _spans(table: RateTable, lang: str) -> list[tuple[str, int]]:
    """The kinds of nearness in the order of the columns, each with how many columns it has."""
    kinds = groupby(table.concepts, key=lambda concept: concept.nearness)
    return [(nearness_name(kind, lang) if kind else "", len(list(run))) for kind, run in kinds]


def _draw_spans(
    board: Board, spans: Sequence[tuple[list[str], int]], left: float, bottom: float, cell: float
) -> list[float]:
    """Draw the kinds of nearness above their columns, and return where each column begins."""
    places: list[float] = []
    for number, (name, size) in enumerate(spans):
        start = left + cell * len(places) + _BETWEEN * number
        if name != [""]:
            board.lines(start, bottom - height_of(name, SMALL) / 2, name, size=SMALL, colour=SOFT_INK)
            board.line([(start, bottom + 0.02), (start + size * cell, bottom + 0.02)], OUTLINE)
        places += [start + cell * column for column in range(size)]
    return places


def _draw_cells(
    board: Board,
    table: RateTable,
    places: Sequence[float],
    top: float,
    heights: Sequence[float],
    cell: float,
    lang: str,
) -> None:
    highest = _highest(table)
    for height, row, is_short in zip(heights, table.cells, table.is_short, strict=True):
        for place, found in zip(places, row, strict=True):
            fill = PAPER if found.rate is None else shade(found.rate / highest if highest else 0.0)
            fill = DIM if is_short else fill
            board.rectangle(place, top, cell, height, fill, RULE)
            text, middle = rate(found.rate, lang), top + height / 2
            board.text(place + cell / 2, middle, text, size=SMALL, colour=ink_on(fill), align="center")
        top += height


def _highest(table: RateTable) -> float:
    return max((cell.rate or 0.0 for cell in table.scaled), default=0.0)


def _draw_scale(board: Board, left: float, y: float, highest: float, lang: str) -> None:
    """Draw a bar from zero to the highest rate; none where nothing was found."""
    if not highest:
        return
    board.text(left, y, rate(0.0, lang), size=SMALL)
    start = left + _END
    for step in range(_STEPS):
        fill = shade(step / (_STEPS - 1))
        board.rectangle(start + _SCALE * step / _STEPS, y - 0.05, _SCALE / _STEPS + 0.005, 0.1, fill)
    board.rectangle(start, y - 0.05, _SCALE, 0.1, "none", OUTLINE)
    board.text(start + _SCALE + 0.06, y, rate(highest, lang), size=SMALL)
