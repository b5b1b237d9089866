"""What a position in a QDPX project counts: programs differ, and the selections tell which way they counted.

REFI-QDA 1.5 counts Unicode code points from 0, up to the first character behind the selection. Programs that
export it also count UTF-16 units, take the last character itself for the end, count a line end of two
characters for one or for two, and count a byte order mark or leave it out. The way that fits is the one by
which most selections begin and end where words do, and say what their name says they do.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

_BOM = "\ufeff"
_BEYOND_16_BITS = 0xFFFF
_FIRST_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Position:
    """A selection as the project gives it: two numbers, and a name that often is how its text begins."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Counting:
    """A way of counting.

    Attributes:
        utf16: a character beyond the first 65,536 counts as two.
        inclusive: the end is the last character of the selection, not the one behind it.
        line_end: what a line end of two characters counts for, 1 or 2.
        bom: a byte order mark at the start counts.
    """

    utf16: bool = False
    inclusive: bool = False
    line_end: int = 1
    bom: bool = False

    def offsets(self, text: str) -> Sequence[int]:
        """Return the offset in the text of each position, and of the one behind the last."""
        if text.isascii() and (self.line_end > 1 or "\r\n" not in text):
            return range(len(text) + 1)
        return [*self._counted(text), len(text)]

    def _counted(self, text: str) -> Iterator[int]:
        for offset, letter in enumerate(text):
            if letter == _BOM and not offset and not self.bom:
                continue
            if letter == "\n" and self.line_end == 1 and text[offset - 1 : offset] == "\r":
                continue
            yield offset
            if self.utf16 and ord(letter) > _BEYOND_16_BITS:
                yield offset

    def span(self, offsets: Sequence[int], position: Position) -> tuple[int, int] | None:
        """Return start and end of a selection in the text; None when it lies beyond the text."""
        start, end = position.start, position.end + self.inclusive
        if not 0 <= start < end < len(offsets):
            return None
        return offsets[start], offsets[end]


def counting_of(sources: Iterable[tuple[str, Sequence[Position]]]) -> Counting:
    """Return the way of counting that fits the selections of a whole project best.

    Where several fit equally well the one nearest to the standard is returned.

    Args:
        sources: the text of each source, with its line ends and byte order mark, and its selections.
    """
    read = [(text, positions) for text, positions in sources if positions]
    ways = product(
        (False, True) if any(any(letter > "\uffff" for letter in text) for text, _ in read) else (False,),
        (False, True),
        (1, 2) if any("\r\n" in text for text, _ in read) else (1,),
        (False, True) if any(text.startswith(_BOM) for text, _ in read) else (False,),
    )
    return max((Counting(*way) for way in ways), key=lambda way: sum(_fit(way, *each) for each in read))


def _fit(way: Counting, text: str, positions: Sequence[Position]) -> int:
    offsets = way.offsets(text)
    return sum(_fit_of(text, way.span(offsets, position), position.name) for position in positions)


def _fit_of(text: str, span: tuple[int, int] | None, name: str) -> int:
    """How well a selection fits the text: the higher the better."""
    if span is None:
        return -5
    start, end = span
    first, last = text[start], text[end - 1]
    before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
    points = 0
    if not first.isspace() and not (first.isalnum() and before.isalnum()):
        points += 1
    if last.isspace():
        points += 1  # whole lines are selected with their ends
    elif not (last.isalnum() and behind.isalnum()):
        points += 1 + (not behind or behind.isspace())
    said = "".join(filter(str.isalnum, name))[:_FIRST_LETTERS]
    if len(said) == _FIRST_LETTERS and "".join(filter(str.isalnum, text[start : end + 40])).startswith(said):
        points += 3
    return points
