"""What is printed on the page but belongs to no text: running heads, folios, letterheads, contents."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from operator import le

from beloften.extract.pdfium.line import Line

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
_LARGE = 1.2  # of the size of the text: a running head so much larger is a title as well
_CHAPTER = re.compile(r"\d{1,2}\.?\s+[A-Z]|Hoofdstuk\s+\d")
_APART = 2.4  # in line heights: what has so much white space above it does not end the text
_LONGEST_SLOGAN = 40
_RISING = 0.8  # of the numbers do not go down; numbers of chapters stand between them


_Place = tuple[str, int]


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
    feet = [_foot(lines, height) for lines, height in zip(pages, heights, strict=True)]
    seen: dict[_Place, list[int]] = defaultdict(list)
    for index, (here, foot) in enumerate(zip(places, feet, strict=True)):
        for words, step in {*here.values(), *foot.values()}:
            for near in (-1, 0, 1):
                seen[words, step + near].append(index)
    least = min(_LEAST, max(2, sum(1 for lines in pages if lines) - 1))
    titles: set[str] = set()
    parted = []
    for index, lines in enumerate(pages):
        running = _folios(lines, places[index])
        for number, place in (*places[index].items(), *feet[index].items()):
            if sum(1 for other in set(seen[place]) if abs(other - index) <= _REACH) >= least:
                running.add(number)
        if any(_LETTERHEAD.fullmatch(lines[number].text) for number in besides[index]):
            running |= besides[index]
        running -= _titles(lines, running, titles)
        parted.append(_parted(lines, running))
    return parted


def _titles(lines: Sequence[Line], running: Collection[int], titles: set[str]) -> set[int]:
    """Return which running heads open a chapter, as the first of their kind, and add them to the titles."""
    found = {
        number
        for number in running
        if _CHAPTER.match(lines[number].text)
        and lines[number].text not in titles
        and lines[number].size > _LARGE * _widest(lines).size
    }
    titles.update(lines[number].text for number in found)
    return found


def _folios(lines: Sequence[Line], places: Mapping[int, _Place]) -> set[int]:
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


def _places(lines: Sequence[Line], height: float, beside: Collection[int]) -> dict[int, _Place]:
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
    widest = _widest(lines)
    half, size = (widest.right - widest.left) / 2, _SMALL_PRINT * widest.size
    edge = max(line.right for line in lines if line.right - line.left > half)
    return {
        number
        for number, line in enumerate(lines)
        if line.left > edge and line.size < size and not line.text.isdigit()
    }


def _widest(lines: Sequence[Line]) -> Line:
    return max(lines, key=lambda line: line.right - line.left)


def _foot(lines: Sequence[Line], height: float) -> dict[int, _Place]:
    """Name the last line by its place alone, if it stands by itself in the margin: slogans differ by page."""
    if len(lines) < _LEAST:
        return {}
    number = max(range(len(lines)), key=lambda number: lines[number].bottom)
    line = lines[number]
    top = line.top - _APART * line.size
    if (
        line.bottom <= (1 - _MARGIN) * height
        or len(line.text) > _LONGEST_SLOGAN
        or any(other.bottom > top for other in lines if other is not line)
    ):
        return {}
    return {number: (f"{int(line.left / _SAME_HEIGHT)} {int(line.size)}", int(line.top / _SAME_HEIGHT))}


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
