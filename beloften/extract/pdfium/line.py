"""A line of text on a page, with its place."""

import re
from typing import NamedTuple

from beloften.extract.characters import UNSEEN
from beloften.extract.document import Box

TOUCHING = 0.12
"""Of the height of a line: a gap that is less than a space."""

_MARKER = re.compile(
    r"(?:[^\w\s“‘'\"(€]{1,2}|[o§]|\(?(?:\d{1,3}(?:\.(?:\d{1,2}|[a-z])){0,4}|[a-zA-Z]|[ivxIVX]{1,5})[.):]?[a-z]?)"
)


class Line(NamedTuple):
    """A line of text on a page; a tuple because a document has tens of thousands.

    Attributes:
        page: 0-based index of the page.
        start: index of the first character in the page's text.
        end: index behind the last character.
        text: the characters in between.
        left: in points from the left edge of the page as shown; the others alike, from the top.
        top: upper edge of the letters.
        right: right edge.
        bottom: lower edge.
        size: height of the font, in points.
        hyphen: whether the word at its end goes on behind a line-end hyphen, which stands at `end`.
        upright: false for text that runs at an angle.
        heavy: whether it is short and bold, as headings are.
        odd: whether it holds characters that are not read as they stand.
        struck: the stretches of its text that are struck out, as offsets of the first character and behind
            the last.
    """

    page: int
    start: int
    end: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    hyphen: bool
    upright: bool
    heavy: bool = False
    odd: bool = False
    struck: tuple[tuple[int, int], ...] = ()

    @property
    def box(self) -> Box:
        """The place of the line on its page."""
        return Box(self.left, self.top, self.right, self.bottom)


def is_marker(text: str) -> bool:
    """Tell whether a text is no more than the bullet or number of a list item."""
    return _MARKER.fullmatch(text) is not None


def in_one(line: Line, rest: Line, text: str) -> Line:
    """Make one line of two; characters that no one sees stand for the line break between them."""
    between = text[line.end : rest.start]
    is_space = " " in between or rest.left - line.right > TOUCHING * line.size
    joint = (" " if is_space else UNSEEN) + UNSEEN * (len(between) - 1)
    return line._replace(
        end=rest.end,
        text=line.text + joint + rest.text,
        right=max(line.right, rest.right),
        top=min(line.top, rest.top),
        bottom=max(line.bottom, rest.bottom),
        size=max(line.size, rest.size),
        hyphen=rest.hyphen,
        heavy=line.heavy and rest.heavy,
        odd=True,
    )
