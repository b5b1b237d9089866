"""What is printed on the page but belongs to no text: running heads and feet, folios, contents, watermarks."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from beloften.extract.lines import Line

_DIGITS = re.compile(r"\d+")
_NOT_WORD = re.compile(r"[\W_]+")
_FOLIO = re.compile(
    r"[\W_]*(?:(?:pagina|blad|pag\.?|p\.|page)\s*)?\d{1,4}(?:\s*(?:van|/|of|\|)\s*\d{1,4})?[\W_]*|[\W_]*[ivxl]{1,7}[\W_]*",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.\s?){5,}\s*\d*\s*$|…{2,}\s*\d*\s*$|_{5,}\s*\d+\s*$")
_EDGE_LINES = 6  # lines at the top and at the foot of a page that can be a running head
_MARGIN = 0.14  # of the height: a running head stands in it
_SAME_HEIGHT = 4.0  # points
_LEAST = 3  # pages on which a head returns
_CONTENTS_LINES = 3


def running_lines(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[Line]:
    """Find the lines that are furniture.

    Args:
        pages: the lines of each page.
        heights: the height of each page, in points.
    """
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    edges = [list(_edge_lines(lines, height)) for lines, height in zip(pages, heights, strict=True)]
    for lines in edges:
        for line in lines:
            for place in _places(line):
                seen[place].add(line.page)
    least = min(_LEAST, max(2, sum(1 for lines in pages if lines) - 1))
    furniture: set[Line] = set()
    for lines in edges:
        furniture.update(
            line for line in lines if _is_folio(line) or any(len(seen[place]) >= least for place in _places(line)[:1])
        )
    for lines in pages:
        furniture.update(line for line in lines if not line.upright)
        furniture.update(contents_lines(lines))
    return furniture


def contents_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a table of contents with dotted leaders, if the page has one."""
    dotted = [line for line in lines if _LEADERS.search(line.text)]
    return dotted if len(dotted) >= _CONTENTS_LINES else []


def _edge_lines(lines: Sequence[Line], height: float) -> Iterable[Line]:
    """Yield the lines in the margins and the outermost lines of a page."""
    low, high = _MARGIN * height, (1 - _MARGIN) * height
    return [line for line in lines if line.top < low or line.bottom > high]


def _places(line: Line) -> list[tuple[str, int]]:
    """Name a line by its words and its height, rounded down and up so that neighbours meet."""
    words = _NOT_WORD.sub(" ", _DIGITS.sub("0", line.text.casefold())).strip()
    step = int(line.top / _SAME_HEIGHT)
    return [(words, step), (words, step + 1), (words, step - 1)]


def _is_folio(line: Line) -> bool:
    return _FOLIO.fullmatch(line.text) is not None
