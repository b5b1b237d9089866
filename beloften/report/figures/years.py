"""Small multiples over years: a panel per belofte, or per group when a single code is shown."""

from collections.abc import Sequence
from itertools import pairwise

from beloften.codebook.schema import Concept
from beloften.report.figures.palette import OUTLINE, PROMISED, RULE, SOFT_INK, THREAD, UNSURE
from beloften.report.figures.paper import CUT, SMALL, Board, Frame, Key, fold, height_of
from beloften.report.figures.scale import Scale, scale_of, scale_to, tick_text
from beloften.report.figures.shapes import Panel, Years
from beloften.report.figures.words import foot, rate_line, say, title_of
from beloften.report.wording import label

_FEW = 12
_ACROSS, _ACROSS_MANY = 3, 6
_WIDTH, _WIDTH_MANY = 1.9, 1.0
_HEIGHT, _HEIGHT_MANY = 1.1, 0.48
_BETWEEN = 0.25
_AXIS = 0.3
_YEAR = 0.32


def draw(found: Years, form: str, lang: str) -> bytes:
    """Draw small multiples.

    Args:
        found: at least one panel with a point.
        form: "svg", "png" or "pdf".
        lang: "nl" or "en".
    """
    many = len(found.panels) > _FEW
    across = min(len(found.panels), _ACROSS_MANY if many else _ACROSS)
    width, height = (_WIDTH_MANY, _HEIGHT_MANY) if many else (_WIDTH, _HEIGHT)
    heads = [fold(_title(panel, lang), width, SMALL, bold=True) for panel in found.panels]
    rows = [heads[start : start + across] for start in range(0, len(heads), across)]
    head_heights = [max(height_of(lines, SMALL) for lines in row) + 0.08 for row in rows]
    scale = _scale(found)
    span = _span(found)
    threads = any(panel.lines for panel in found.panels)
    what = title_of(found.concepts, lang)
    cut = any(scale.is_cut(cell.high or 0.0) for panel in found.panels for _, cell in panel.points)
    frame = Frame(
        say("years_title", lang).format(what=what),
        f"{rate_line(found.concepts, found.level, lang)}; {say('interval', lang)}",
        foot(found, lang) + (f" ▲ {say('cut', lang)}." if cut else ""),
        (Key(PROMISED, "none", say("all_documents", lang)), Key(THREAD, "none", say("one_gemeente", lang)))
        if threads
        else (),
        width=_AXIS + across * width + (across - 1) * _BETWEEN,
        height=sum(head_heights) + len(rows) * (height + 0.35),
    )
    top = frame.top
    for line, head_height in enumerate(head_heights):
        for place, lines in enumerate(rows[line]):
            left = frame.left + _AXIS + place * (width + _BETWEEN)
            middle = top + head_height - 0.08 - height_of(lines, SMALL) / 2
            frame.board.lines(left, middle, lines, size=SMALL, bold=True)
            plot = _Plot(frame.board, left, top + head_height, width, height, scale, span)
            plot.draw(found.panels[line * across + place], lang, with_labels=place == 0)
        top += head_height + height + 0.35
    return frame.save(form)


class _Plot:
    """The axes of one panel."""

    def __init__(
        self,
        board: Board,
        left: float,
        top: float,
        width: float,
        height: float,
        scale: Scale,
        span: tuple[int, int],
    ) -> None:
        self.board, self.left, self.top, self.width, self.height = board, left, top, width, height
        self.scale, self.span = scale, span

    def x(self, year: float) -> float:
        first, last = self.span
        room = self.width - 2 * 0.12
        return self.left + 0.12 + (room * (year - first) / (last - first) if last > first else room / 2)

    def y(self, rate: float) -> float:
        return self.top + self.height * (1 - self.scale.share(rate))

    def draw(self, panel: Panel, lang: str, *, with_labels: bool) -> None:
        for tick in self.scale.ticks:
            self.board.line([(self.left, self.y(tick)), (self.left + self.width, self.y(tick))], RULE)
            if with_labels:
                self.board.text(
                    self.left - 0.05,
                    self.y(tick),
                    tick_text(tick, lang),
                    size=SMALL,
                    colour=SOFT_INK,
                    align="right",
                )
        for year in _labelled(self.span, self.width):
            bottom = self.top + self.height
            self.board.line([(self.x(year), bottom), (self.x(year), bottom + 0.04)], OUTLINE)
            self.board.text(
                self.x(year), bottom + 0.12, str(year), size=SMALL, colour=SOFT_INK, align="center"
            )
        for line in panel.lines:
            self._line(line, THREAD, 0.4)
            for year, rate in line:
                self.board.dot(self.x(year), self.y(rate), THREAD, 1.5)
        known = [
            (year, cell.low, cell.rate, cell.high)
            for year, cell in panel.points
            if cell.rate is not None and cell.low is not None and cell.high is not None
        ]
        for year, low, _, high in known:
            is_cut = self.scale.is_cut(high)
            ends = [(self.x(year), self.y(low)), (self.x(year), self.y(high))]
            self.board.line(ends, UNSURE if is_cut else PROMISED, CUT if is_cut else 1.0)
            if is_cut:
                self.board.dot(self.x(year), self.y(high), UNSURE, 3.0, "^")
        self._line([(year, rate) for year, _, rate, _ in known], PROMISED, 0.8)
        for year, _, rate, _ in known:
            self.board.dot(self.x(year), self.y(rate), PROMISED)

    def _line(self, points: Sequence[tuple[int, float]], colour: str, width: float) -> None:
        """Join the points of years that follow each other: of years between nothing is known."""
        for (year, rate), (after, other) in pairwise(points):
            if after == year + 1:
                ends = [(self.x(year), self.y(rate)), (self.x(after), self.y(other))]
                self.board.line(ends, colour, width)


def _title(panel: Panel, lang: str) -> str:
    return label(panel.title, lang) if isinstance(panel.title, Concept) else panel.title


def _scale(found: Years) -> Scale:
    """One axis for all panels, which holds the lines of the gemeenten too."""
    own = scale_of((cell for panel in found.panels for _, cell in panel.points), 3)
    highest = max((rate for panel in found.panels for line in panel.lines for _, rate in line), default=0.0)
    return scale_to(highest, 3) if own.is_cut(highest) else own


def _span(found: Years) -> tuple[int, int]:
    known = [year for panel in found.panels for year, _ in panel.points]
    return min(known), max(known)


def _labelled(span: tuple[int, int], width: float) -> range:
    """The years to label: all when they fit, else every second, fifth, tenth and so on."""
    first, last = span
    room = max(int(width / _YEAR) - 1, 1)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if (last - first) / step <= room)
    return range(first, last + 1, step)
