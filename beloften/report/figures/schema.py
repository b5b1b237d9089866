"""The schema of the book as a mirrored bar chart: promises to the left, values of distance to the right."""

from dataclasses import dataclass

from beloften.codebook.schema import Concept, ConceptKind, Level, Nearness, Stance
from beloften.report.figures.palette import NAMED, OUTLINE, PROMISED, RULE, SOFT_INK, STANCES
from beloften.report.figures.paper import SMALL, Board, Frame, Key, fold, height_of, widest
from beloften.report.figures.scale import Scale, scale_to, tick_text
from beloften.report.figures.shapes import Pair, Schema
from beloften.report.figures.words import foot, nearness_name, rate_line, say
from beloften.report.wording import label

_BAR = 1.9
_LABEL = 1.75
_MIDDLE = 0.1
_THICK = 0.15
_ROW = 0.22
_HEAD = 0.25
_BETWEEN = 0.1
_AROUND = 0.1


@dataclass(frozen=True, slots=True)
class _Row:
    """A pair with its labels, broken into lines."""

    pair: Pair
    good: list[str]
    value: list[str]

    @property
    def height(self) -> float:
        return max(_ROW, height_of(self.good) + 0.06, height_of(self.value) + 0.06)


@dataclass(frozen=True, slots=True)
class _Block:
    """A kind of nearness, the logica against which it turns, and their pairs."""

    nearness: Nearness | None
    logica: Concept | None
    rows: list[_Row]

    @property
    def height(self) -> float:
        return _HEAD + sum(row.height for row in self.rows) + _BETWEEN


def draw(found: Schema, form: str, lang: str) -> bytes:
    """Draw the schema.

    Args:
        found: with at least one block.
        form: "svg", "png" or "pdf".
        lang: "nl" or "en".
    """
    blocks = [
        _Block(nearness, logica, [_row(pair, lang) for pair in pairs])
        for nearness, logica, pairs in found.blocks
    ]
    rows = [row for block in blocks for row in block.rows]
    scale = scale_to(max(max(row.pair.named, sum(row.pair.stances.values())) for row in rows), 4)
    left_label = widest(row.good for row in rows) + _AROUND
    width = left_label + 2 * _BAR + _MIDDLE + widest(row.value for row in rows) + _AROUND
    frame = Frame(
        say("schema_title", lang),
        rate_line((), found.level, lang),
        foot(found, lang),
        _keys(found.level, lang),
        width=width,
        height=0.22 + sum(block.height for block in blocks) + 0.2,
    )
    bars = _Bars(frame.board, frame.left + left_label + _BAR, scale, found.level)
    y = frame.top + 0.1
    frame.board.text(bars.zero_left, y, say("nearness", lang), bold=True, align="right")
    frame.board.text(bars.zero_right, y, say("distance", lang), bold=True)
    y += 0.12
    for block in blocks:
        _draw_head(frame, block, y, width, lang)
        bars.draw(block, y + _HEAD)
        y += block.height
    for tick in scale.ticks:
        for x in bars.both(tick):
            text = tick_text(tick, lang)
            frame.board.text(x, y, text, size=SMALL, colour=SOFT_INK, align="center")
    return frame.save(form)


def _row(pair: Pair, lang: str) -> _Row:
    value = label(pair.value, lang) if pair.value else pair.good.opposite
    is_bold = pair.good.kind is ConceptKind.KOEPEL
    return _Row(pair, fold(label(pair.good, lang), _LABEL, bold=is_bold), fold(value, _LABEL, bold=is_bold))


def _draw_head(frame: Frame, block: _Block, y: float, width: float, lang: str) -> None:
    right = frame.left + width
    frame.board.line([(frame.left, y), (right, y)], OUTLINE)
    frame.board.text(frame.left, y + 0.12, nearness_name(block.nearness, lang), colour=SOFT_INK)
    if block.logica:
        frame.board.text(right, y + 0.12, label(block.logica, lang), colour=SOFT_INK, align="right")


class _Bars:
    """The two axes, back to back, and what is drawn along them."""

    def __init__(self, board: Board, zero_left: float, scale: Scale, level: Level) -> None:
        self.board, self.scale, self.level = board, scale, level
        self.zero_left, self.zero_right = zero_left, zero_left + _MIDDLE

    def both(self, value: float) -> tuple[float, float]:
        """Where a number stands on the left and on the right."""
        length = self.scale.share(value) * _BAR
        return self.zero_left - length, self.zero_right + length

    def draw(self, block: _Block, y: float) -> None:
        bottom = y + sum(row.height for row in block.rows)
        for tick in self.scale.ticks:
            for x in self.both(tick):
                self.board.line([(x, y), (x, bottom)], RULE)
        for row in block.rows:
            middle = y + row.height / 2
            is_bold = row.pair.good.kind is ConceptKind.KOEPEL
            left, right = self.zero_left - _BAR - _AROUND, self.zero_right + _BAR + _AROUND
            self.board.lines(left, middle, row.good, align="right", bold=is_bold)
            self.board.lines(right, middle, row.value, bold=is_bold)
            self._pair(row.pair, middle - _THICK / 2)
            y += row.height

    def _pair(self, pair: Pair, y: float) -> None:
        promised = 0.0 if self.level is Level.GENOEMD else pair.promised
        for value, fill in ((pair.named, NAMED), (promised, PROMISED)):
            start, _ = self.both(value)
            if value:
                self.board.rectangle(start, y, self.zero_left - start, _THICK, fill, OUTLINE)
        start = self.zero_right
        for stance, value in pair.stances.items():
            length = self.scale.share(value) * _BAR
            if value:
                self.board.rectangle(start, y, length, _THICK, STANCES[stance], OUTLINE)
            start += length


def _keys(level: Level, lang: str) -> tuple[Key, ...]:
    goods = [Key(NAMED, OUTLINE, say("genoemd", lang))]
    if level is not Level.GENOEMD:
        goods.insert(0, Key(PROMISED, OUTLINE, say(level, lang)))
    return (*goods, *(Key(STANCES[stance], OUTLINE, say(stance, lang)) for stance in Stance))
