"""The headings above each paragraph, and its number."""

import re
from collections.abc import Iterable

from beloften.extract.document import ASIDE, Kind, Paragraph, Run
from beloften.extract.layout.paragraphs import Draft

_NUMBER = re.compile(r"(\d{1,2}(?!\s+[a-zà-ÿ])(?:\.\d{1,2}){0,4})\.?\s")  # 80 years are no chapter
_LARGER = 1.03


def numbered(composed: Iterable[tuple[Draft, str, tuple[Run, ...]]]) -> tuple[Paragraph, ...]:
    """Make paragraphs of drafts whose text has been put together."""
    paragraphs: list[Paragraph] = []
    headings: list[tuple[Draft, str]] = []
    section: tuple[str, ...] = ()
    number = 0
    for draft, text, runs in composed:
        if not text:
            continue
        if draft.kind in ASIDE:
            paragraphs.append(Paragraph(text, draft.kind, runs))
            continue
        number += 1
        if draft.kind is Kind.HEADING:
            while headings and not _is_above(*headings[-1], draft, text):
                headings.pop()
            section = tuple(heading for _, heading in headings)
            headings.append((draft, text))
        paragraphs.append(Paragraph(text, draft.kind, runs, section, number))
        if draft.kind is Kind.HEADING:
            section = (*section, text)
    return tuple(paragraphs)


def _is_above(heading: Draft, text: str, draft: Draft, below: str) -> bool:
    """Tell whether the first of two headings ranks above the second."""
    size, size_below = heading.lines[0].size, draft.lines[0].size
    if abs(size - size_below) > (_LARGER - 1) * size_below:
        return size > size_below
    depth, depth_below = _depth(text), _depth(below)
    if depth and depth_below:
        return depth < depth_below
    if bool(depth) != bool(depth_below):
        return bool(depth)
    return heading.lines[0].heavy and not draft.lines[0].heavy


def _depth(text: str) -> int:
    match = _NUMBER.match(text)
    return match[1].count(".") + 1 if match else 0
