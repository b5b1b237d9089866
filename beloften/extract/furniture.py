"""What is printed on the page but belongs to no text: running heads, folios, letterheads, contents."""

import re
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from operator import le

from beloften.extract.lines import Line

_DIGITS = re.compile(r"\d+")
_NOT_WORD = re.compile(r"[\W_]+")
_FOLIO = re.compile(
    r"[\W_]*(?:(?:pagina|blad|pag\.?|p\.|page)\s*)?\d{1,4}(?:\s*(?:van|/|of|\|)\s*\d{1,4})?[\W_]*|[\W_]*[ivxl]{1,7}[\W_]*",
    re.IGNORECASE,
)
_MOST_FOLIOS = 2  # in a row: one for each half of a sheet
_LEADERS = re.compile(r"(?:\.\s?){5,}\s*\d*\s*$|…{2,}\s*\d*\s*$|_{5,}\s*\d+\s*$")
_LONGEST_FOLIO = 24
_LEADER_ENDS = frozenset("0123456789.…")
_MARGIN = 0.14  # of the height: a running head stands in it
_SAME_HEIGHT = 4.0  # points
_LEAST = 3  # pages on which a head returns, of those near by
_REACH = 4  # pages to either side
_ENDS_IN_PAGE = re.compile(r"(?:^|[^\d.,€%+-]\s*|\.{2,}\s*)\d{1,3}$")
_TAIL = 24  # characters in which leaders and a page number show
_CONTENTS_LINES = 3  # lines with leaders that make a table of contents
_CONTENTS_NUMBERS = 5  # lines that end in page numbers
_CONTENTS_SHARE = 0.45  # of the rows of the page; titles can take two
_CONTENTS_PAGES = 12  # at the front of the file, where a table of contents without leaders can stand
_SMALL_PRINT = 0.85  # of the size of the text: what stands beside it in smaller print is none of it
_LETTERHEAD = re.compile(
    r"(?:datum|(?:(?:ons|onze|uw) )?(?:kenmerk|referentie|brief)|contact(?:persoon)?|behandeld door"
    r"|doorkiesnummer|bijlagen?(?:\(n\))?)(?: document)?[\s:]*",
    re.IGNORECASE,
)
_RISING = 0.8  # of the numbers do not go down; numbers of chapters stand between them


def part_furniture(
    pages: Sequence[Sequence[Line]], heights: Sequence[float]
) -> list[tuple[list[Line], list[Line]]]:
    """Part the lines of each page into text and furniture.

    Args:
        pages: the lines of each page.
        heights: the height of each page, in points.
    """
    besides = [_beside(lines) for lines in pages]
    places = [
        _places(lines, height, beside) for lines, height, beside in zip(pages, heights, besides, strict=True)
    ]
    seen: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, here in enumerate(places):
        for words, step in set(here.values()):
            for near in (-1, 0, 1):
                seen[words, step + near].append(index)
    least = min(_LEAST, max(2, sum(1 for lines in pages if lines) - 1))
    parted = []
    for index, (lines, here, beside) in enumerate(zip(pages, places, besides, strict=True)):
        folios = _folios(lines, here)
        running = {
            number
            for number, place in here.items()
            if number in folios
            or sum(1 for other in set(seen[place]) if abs(other - index) <= _REACH) >= least
        }
        if any(_LETTERHEAD.fullmatch(lines[number].text) for number in beside):
            running |= beside
        parted.append(_parted(lines, running))
    return parted


def _folios(lines: Sequence[Line], places: Mapping[int, tuple[str, int]]) -> set[int]:
    """Return which lines in the margins are folios; where there are many numbers, they are of a table."""
    found = {
        number
        for number, place in places.items()
        if len(place[0]) < _LONGEST_FOLIO and _FOLIO.fullmatch(lines[number].text)
    }
    if len(found) <= _MOST_FOLIOS:
        return found
    first, last = min(line.top for line in lines), max(line.bottom for line in lines)
    rows = (
        {number for number in found if lines[number].top < first + 1},
        {number for number in found if lines[number].bottom > last - 1},
    )
    return {number for row in rows if len(row) <= _MOST_FOLIOS for number in row}


def _places(lines: Sequence[Line], height: float, beside: Container[int]) -> dict[int, tuple[str, int]]:
    """Name the lines in the margins of a page by their height and their words, whatever the numbers."""
    low, high = _MARGIN * height, (1 - _MARGIN) * height
    return {
        number: (
            _NOT_WORD.sub(" ", _DIGITS.sub("0", line.text.casefold())).strip(),
            int(line.top / _SAME_HEIGHT),
        )
        for number, line in enumerate(lines)
        if line.top < low or line.bottom > high or number in beside
    }


def _beside(lines: Sequence[Line]) -> set[int]:
    """Return which lines stand to the right of the text in small print, as the details of a letter do."""
    if not lines:
        return set()
    widths = [line.right - line.left for line in lines]
    widest = max(widths)
    size = lines[widths.index(widest)].size
    edge = max(line.right for line, width in zip(lines, widths, strict=True) if 2 * width > widest)
    return {
        number
        for number, line in enumerate(lines)
        if line.left > edge and line.size < _SMALL_PRINT * size and not line.text.isdigit()
    }


def _parted(lines: Sequence[Line], running: set[int]) -> tuple[list[Line], list[Line]]:
    contents = set(map(id, contents_lines(lines)))
    text: list[Line] = []
    furniture: list[Line] = []
    for number, line in enumerate(lines):
        aside = number in running or not line.upright or id(line) in contents
        (furniture if aside else text).append(line)
    return text, furniture


def contents_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a table of contents, if the page has one.

    Entries have dotted leaders, or end in page numbers that never go down.
    """
    ending = [line for line in lines if line.text[-1] in _LEADER_ENDS]
    if len(ending) < _CONTENTS_LINES:
        return []
    dotted = [line for line in ending if _LEADERS.search(line.text[-_TAIL:])]
    numbered = [line for line in ending if _ENDS_IN_PAGE.search(line.text[-_TAIL:])]
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
