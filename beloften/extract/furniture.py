"""What is printed on the page but belongs to no text: running heads, folios, contents, watermarks."""

import re
from collections import Counter
from collections.abc import Sequence
from operator import le

from beloften.extract.lines import Line

_DIGITS = re.compile(r"\d+")
_NOT_WORD = re.compile(r"[\W_]+")
_FOLIO = re.compile(
    r"[\W_]*(?:(?:pagina|blad|pag\.?|p\.|page)\s*)?\d{1,4}(?:\s*(?:van|/|of|\|)\s*\d{1,4})?[\W_]*|[\W_]*[ivxl]{1,7}[\W_]*",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.\s?){5,}\s*\d*\s*$|…{2,}\s*\d*\s*$|_{5,}\s*\d+\s*$")
_LEADER_ENDS = frozenset("0123456789.…")
_MARGIN = 0.14  # of the height: a running head stands in it
_SAME_HEIGHT = 4.0  # points
_LEAST = 3  # pages on which a head returns, of those near by
_REACH = 4  # pages to either side
_ENDS_IN_PAGE = re.compile(r"(?:^|[^\d.,€%+-]\s*|\.{2,}\s*)\d{1,3}$")
_CONTENTS_LINES = 3  # lines with leaders that make a table of contents
_CONTENTS_NUMBERS = 5  # lines that end in page numbers
_CONTENTS_SHARE = 0.45  # of the rows of the page; titles can take two
_CONTENTS_PAGES = 12  # at the front of the file, where a table of contents without leaders can stand
_RISING = 0.8  # of the numbers do not go down; numbers of chapters stand between them


def part_furniture(
    pages: Sequence[Sequence[Line]], heights: Sequence[float]
) -> list[tuple[list[Line], list[Line]]]:
    """Part the lines of each page into text and furniture.

    Args:
        pages: the lines of each page.
        heights: the height of each page, in points.
    """
    margins = [_Margin(lines, height) for lines, height in zip(pages, heights, strict=True)]
    least = min(_LEAST, max(2, sum(1 for lines in pages if lines) - 1))
    parted = []
    for index, lines in enumerate(pages):
        near = margins[max(index - _REACH, 0) : index + _REACH + 1]
        seen = Counter(place for margin in near for place in margin.around)
        parted.append(_parted(lines, margins[index], seen, least))
    return parted


class _Margin:
    """The lines in the margins of a page, with names by which they are known again on other pages."""

    def __init__(self, lines: Sequence[Line], height: float) -> None:
        self.low, self.high = _MARGIN * height, (1 - _MARGIN) * height
        self.places = {line: _place(line) for line in lines if line.top < self.low or line.bottom > self.high}
        self.around = {(words, step + near) for words, step in self.places.values() for near in (-1, 0, 1)}


def _place(line: Line) -> tuple[str, int]:
    """Name a line by its words, whatever the numbers in it, and its height."""
    words = _NOT_WORD.sub(" ", _DIGITS.sub("0", line.text.casefold())).strip()
    return words, int(line.top / _SAME_HEIGHT)


def _parted(
    lines: Sequence[Line], margin: _Margin, seen: Counter[tuple[str, int]], least: int
) -> tuple[list[Line], list[Line]]:
    contents = contents_lines(lines)
    text: list[Line] = []
    furniture: list[Line] = []
    for line in lines:
        place = margin.places.get(line) if line.top < margin.low or line.bottom > margin.high else None
        running = place is not None and (seen[place] >= least or _FOLIO.fullmatch(line.text) is not None)
        aside = running or not line.upright or (bool(contents) and line in contents)
        (furniture if aside else text).append(line)
    return text, furniture


def contents_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a table of contents, if the page has one.

    Entries have dotted leaders, or end in page numbers that never go down.
    """
    ending = [line for line in lines if line.text[-1] in _LEADER_ENDS]
    if len(ending) < _CONTENTS_LINES:
        return []
    dotted = [line for line in ending if _LEADERS.search(line.text)]
    numbered = [line for line in ending if _ENDS_IN_PAGE.search(line.text)]
    numbers = [int(_DIGITS.findall(line.text)[-1]) for line in sorted(numbered, key=lambda line: line.top)]
    drawn = [int(_DIGITS.findall(line.text)[-1]) for line in numbered]
    rising = any(sum(map(le, order, order[1:])) >= _RISING * (len(order) - 1) for order in (numbers, drawn))
    if (
        len(numbered) >= _CONTENTS_NUMBERS
        and rising
        and lines[0].page < _CONTENTS_PAGES
        and numbers[0] < max(numbers)
    ):
        rows = {round(line.top / line.size) for line in lines}
        if len(numbered) > _CONTENTS_SHARE * len(rows):
            return list(lines)
    return dotted if len(dotted) >= _CONTENTS_LINES else []
