"""The dot plot: per belofte a panel, in it per group its rate with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass

from beloften.report.figures.palette import PROMISED, RULE, SOFT_INK, UNSURE
from beloften.report.figures.paper import (
    CUT,
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
from beloften.report.figures.scale import Scale, scale_of, tick_text
from beloften.report.figures.shapes import RateTable
from beloften.report.figures.words import foot, rate_line, say, short_line, title_of
from beloften.tally.interval import Interval

_NAME_WIDTH = 2.2
_ACROSS = 3
_FEW = 12
_WIDE, _NARROW, _ALONE = 1.7, 0.8, 4.2
_BETWEEN = 0.2
_AXIS = 0.3


@dataclass(frozen=True, slots=True)
class _Grid:
    """How panels are laid out: of few groups in rows of three, of many all beside each other."""

    names: list[list[str]]
    heads: list[list[str]]
    across: int
    panel_width: float
    row: float

    @property
    def name_width(self) -> float:
        return widest(self.names) + 0.12

    @property
    def width(self) -> float:
        return self.name_width + self.across * self.panel_width + (self.across - 1) * _BETWEEN

    @property
    def heights(self) -> list[float]:
        return [max(self.row, height_of(lines) + 0.01) for lines in self.names]

    @property
    def lines(self) -> int:
        return -(-len(self.heads) // self.across)

    def head(self, line: int) -> float:
        heads = self.heads[line * self.across : (line + 1) * self.across]
        return max(height_of(lines, SMALL) for lines in heads) + 0.08

    def height(self, line: int) -> float:
        return self.head(line) + sum(self.heights) + _AXIS


def draw(table: RateTable, form: str, lang: str) -> bytes:
    """Draw a dot plot.

    Args:
        table: at least one group and one code.
        form: "svg", "png" or "pdf".
        lang: "nl" or "en".
    """
    grid = _grid(table, lang)
    cells = [cell for row in table.cells for cell in row]
    scale = scale_of(table.scaled, 5 if len(table.concepts) == 1 else 3)
    is_cut = any(scale.is_cut(cell.high or 0.0) for cell in cells)
    frame = Frame(
        title_of(table.concepts, lang),
        f"{rate_line(table.concepts, table.level, lang)}; {say('interval', lang)}",
        foot(table, lang) + (f" ▶ {say('cut', lang)}." if is_cut else ""),
        (Key(UNSURE, "none", short_line(lang)),) if any(table.is_short) else (),
        width=grid.width,
        height=sum(map(grid.height, range(grid.lines))),
    )
    top = frame.top
    for line in range(grid.lines):
        y = top + grid.head(line)
        for lines, height in zip(grid.names, grid.heights, strict=True):
            frame.board.lines(frame.left + grid.name_width - 0.1, y + height / 2, lines, align="right")
            y += height
        for place, head in enumerate(grid.heads[line * grid.across : (line + 1) * grid.across]):
            left = frame.left + grid.name_width + place * (grid.panel_width + _BETWEEN)
            middle = top + grid.head(line) - 0.08 - height_of(head, SMALL) / 2
            frame.board.lines(left, middle, head, size=SMALL, bold=True)
            column = [row[line * grid.across + place] for row in table.cells]
            panel = _Panel(frame.board, left, top + grid.head(line), grid, scale)
            panel.draw(column, table.is_short, lang)
        top += grid.height(line)
    return frame.save(form)


def _grid(table: RateTable, lang: str) -> _Grid:
    names = [fold(name, _NAME_WIDTH) for name in table.groups]
    row = 0.2 if len(names) <= _FEW else 0.15
    if len(table.concepts) == 1:
        return _Grid(names, [[]], 1, _ALONE, row)
    few = len(names) <= _FEW
    labels = [head_of(concept, lang) for concept in table.concepts]
    words = [text_width(word.rstrip(), SMALL, bold=True) for text in labels for word in chunks(text)]
    width = max(_WIDE if few else _NARROW, *words)
    heads = [fold(text, width, SMALL, bold=True) for text in labels]
    return _Grid(names, heads, min(len(heads), _ACROSS) if few else len(heads), width, row)


class _Panel:
    """The axis of one code, and the groups along it."""

    def __init__(self, board: Board, left: float, top: float, grid: _Grid, scale: Scale) -> None:
        self.board, self.left, self.top, self.grid, self.scale = board, left, top, grid, scale

    def x(self, value: float) -> float:
        return self.left + self.scale.share(value) * self.grid.panel_width

    def draw(self, cells: Sequence[Interval], is_short: Sequence[bool], lang: str) -> None:
        bottom = self.top + sum(self.grid.heights)
        for tick in self.scale.ticks:
            x, text = self.x(tick), tick_text(tick, lang)
            self.board.line([(x, self.top), (x, bottom)], RULE)
            self.board.text(x, bottom + 0.1, text, size=SMALL, colour=SOFT_INK, align="center")
        y = self.top
        for height, cell, short in zip(self.grid.heights, cells, is_short, strict=True):
            self._row(cell, y + height / 2, UNSURE if short else PROMISED, lang)
            y += height

    def _row(self, cell: Interval, y: float, colour: str, lang: str) -> None:
        if cell.rate is None or cell.low is None or cell.high is None:
            self.board.text(self.left + 0.04, y, say("no_text", lang), size=SMALL, colour=SOFT_INK)
            return
        is_cut = self.scale.is_cut(cell.high)
        ends = [(self.x(cell.low), y), (self.x(cell.high), y)]
        self.board.line(ends, UNSURE if is_cut else colour, CUT if is_cut else 1.0)
        if is_cut:
            self.board.dot(self.x(cell.high), y, UNSURE, 3.0, ">")
        if not self.scale.is_cut(cell.rate):
            self.board.dot(self.x(cell.rate), y, colour)
