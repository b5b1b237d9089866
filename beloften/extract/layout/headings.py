"""Paragraphs that look like headings and turn out to be none by what stands beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from beloften.extract.document import Kind
from beloften.extract.layout.paragraphs import Draft, is_list_item, starts_with_bullet

_MARK = re.compile(r"\(?(?:(\d{1,2}(?:\.\d{1,2}){1,4})[.)]?|(\d{1,3})[.)]|([a-z])[.)])\s")
_LEAST = 2  # items of a list
_LEAST_IN_OUTLINE = 3  # items of a list that are numbered like the sections of a text: 1.1, 1.2
_ALIKE = 0.08  # of the size: a larger difference is another kind of text
_LISTED = frozenset({Kind.HEADING, Kind.LIST_ITEM, Kind.BODY})


class _Mark(NamedTuple):
    """The number of an item.

    Attributes:
        depth: 1 for "1." and "a)", 2 for "1.1", …
        is_letter: whether it is a letter.
        value: by which items follow each other.
    """

    depth: int
    is_letter: bool
    value: tuple[int, ...]


def told_by_neighbours(drafts: Sequence[Draft], body_size: float) -> list[Draft]:
    """Take for text what starts like a heading but stands in a list, or goes on in the next paragraph.

    Below a heading stands a text, so numbered lines of one style that follow each other are a list. Bold and
    large lines are left alone: such titles do follow each other.

    Args:
        drafts: of a document, in reading order.
        body_size: height of the font of the text.
    """
    told = list(drafts)
    for run in _runs(drafts, body_size):
        for number in run:
            told[number] = replace(drafts[number], kind=Kind.LIST_ITEM)
    for number, draft in enumerate(told):
        if draft.kind is Kind.HEADING and (
            starts_with_bullet(draft.lines[0].text)
            or (_is_plain(draft, body_size) and _goes_on(draft, told[number + 1 : number + 2]))
        ):
            is_item = is_list_item(draft.lines[0].text)
            told[number] = replace(draft, kind=Kind.LIST_ITEM if is_item else Kind.BODY)
    return told


def _is_plain(draft: Draft, body_size: float) -> bool:
    line = draft.lines[0]
    return not line.heavy and line.size <= body_size * (1 + _ALIKE)


def _goes_on(draft: Draft, following: Sequence[Draft]) -> bool:
    """Tell whether the next paragraph begins in the midst of a sentence; a word by itself is a stray one."""
    return not draft.lines[-1].text.isupper() and any(
        below.kind is Kind.BODY and below.continues and " " in below.lines[0].text for below in following
    )


def _runs(drafts: Sequence[Draft], body_size: float) -> Iterator[Sequence[int]]:
    """Yield which drafts are the items of each list, which stand together and count up."""
    run: list[int] = []
    latest: _Mark | None = None
    for number, draft in enumerate(drafts):
        mark = _mark(draft) if draft.kind in _LISTED and _is_plain(draft, body_size) else None
        if not (latest and mark and _follows(latest, mark) and _alike(drafts[number - 1], draft)):
            if latest and len(run) >= (_LEAST if latest.depth == 1 else _LEAST_IN_OUTLINE):
                yield run
            run = []
        if mark:
            run.append(number)
        latest = mark
    if latest and len(run) >= (_LEAST if latest.depth == 1 else _LEAST_IN_OUTLINE):
        yield run


def _mark(draft: Draft) -> _Mark | None:
    match = _MARK.match(draft.lines[0].text)
    if match is None:
        return None
    if match[3]:
        return _Mark(1, is_letter=True, value=(ord(match[3]),))
    value = tuple(map(int, (match[1] or match[2]).split(".")))
    return _Mark(len(value), is_letter=False, value=value)


def _follows(before: _Mark, mark: _Mark) -> bool:
    """Tell whether a number can be the next; of an outline, numbers that are not told of can be left out."""
    if before.depth == mark.depth == 1:
        return before.is_letter == mark.is_letter and mark.value[0] == before.value[0] + 1
    return before.depth == mark.depth and before.value < mark.value


def _alike(before: Draft, draft: Draft) -> bool:
    size = before.lines[0].size
    return abs(draft.lines[0].size - size) <= _ALIKE * size
