"""Bookmarks: a code each, with its marks, behind the bookmarks that a PDF has."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pikepdf


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark, closed, and those below it.

    Attributes:
        title: what it says.
        page: the page that it leads to, or None where it only holds others.
        place: the point of that page, in its own coordinates, that is brought to the top left.
        below: the bookmarks within it.
    """

    title: str
    page: pikepdf.Object | None = None
    place: tuple[float, float] = (0, 0)
    below: tuple["Bookmark", ...] = ()


def append_bookmark(pdf: pikepdf.Pdf, bookmark: Bookmark) -> None:
    """Put a bookmark behind those at the top level; these stay as they are."""
    root = pdf.Root.get("/Outlines")
    if not isinstance(root, pikepdf.Dictionary):
        root = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Outlines))
        pdf.Root.Outlines = root
    siblings = _top_level(root)
    item = _made(pdf, bookmark, root)
    if siblings:
        siblings[-1].Next = item
        item.Prev = siblings[-1]
    else:
        root.First = item
    root.Last = item
    shown = root.get("/Count", 0)
    root.Count = 1 + (int(shown) if isinstance(shown, int) and shown > 0 else len(siblings))


def _top_level(root: pikepdf.Dictionary) -> list[pikepdf.Dictionary]:
    """Follow the chain of bookmarks; /Last is not trusted, and a chain may lead back into itself."""
    items: list[pikepdf.Dictionary] = []
    seen: set[tuple[int, int]] = set()
    item = root.get("/First")
    while isinstance(item, pikepdf.Dictionary) and item.objgen not in seen:
        seen.add(item.objgen)
        items.append(item)
        item = item.get("/Next")
    return items


def _made(pdf: pikepdf.Pdf, bookmark: Bookmark, parent: pikepdf.Object) -> pikepdf.Object:
    item = pdf.make_indirect(pikepdf.Dictionary(Title=pikepdf.String(bookmark.title), Parent=parent))
    if bookmark.page is not None:
        item.Dest = pikepdf.Array([bookmark.page, pikepdf.Name.XYZ, *bookmark.place, None])
    below = _chained([_made(pdf, inner, item) for inner in bookmark.below])
    if below:
        item.First, item.Last, item.Count = below[0], below[-1], -len(below)
    return item


def _chained(items: Sequence[pikepdf.Object]) -> Sequence[pikepdf.Object]:
    for before, after in pairwise(items):
        before.Next, after.Prev = after, before
    return items
