"""What is drawn on a page besides its text: rules, areas and images, in the order of painting."""

import ctypes
import struct
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

import pypdfium2.raw as pdfium

from beloften.extract.document import Box
from beloften.extract.pdfium.calls import address, count_objects, get_object, object_bounds, object_type
from beloften.extract.pdfium.sheet import Sheet

_MOST_OBJECTS = 8000  # a page with more is a map or a drawing: what crosses its words says nothing of them
_THIN = 2.5  # points: a rule is less high
_SHORTEST = 2.0  # points: a rule that strikes out one letter
_AREA = 5.0  # points: what hides a line is higher and wider
_EDGES = struct.Struct("4f")  # as PDFium writes them
_TEXT, _PATH = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH


class Area(NamedTuple):
    """Something with a surface.

    Attributes:
        order: place in the order of painting.
        handle: address of PDFium's object.
        is_path: whether it is drawn, and no image or form.
        edges: left, bottom, right and top in the page's own coordinates.
    """

    order: int
    handle: int
    is_path: bool
    edges: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shapes:
    """What is drawn on a page.

    Attributes:
        objects: the addresses of all objects, text among them, in the order of painting.
        texts: those of the text.
        rules: horizontal rules.
        areas: what has a surface.
    """

    objects: Sequence[int]
    texts: Sequence[int]
    rules: Sequence[Box]
    areas: Sequence[Area]

    def place_of(self, handle: int) -> int | None:
        """Return the place of an object in the order of painting, None for a part of a form."""
        return self.objects.index(handle) if handle in self.objects else None

    def image_share(self, sheet: Sheet) -> float:
        """Return the share of the page that its images cover, 0 to 1."""
        size = sheet.width * sheet.height
        images = [area.edges for area in self.areas if not area.is_path]
        covered = sum((right - left) * (top - bottom) for left, bottom, right, top in images)
        return min(covered / size, 1.0) if size > 0 else 0.0


def shapes_of(page: pdfium.FPDF_PAGE, sheet: Sheet) -> Shapes:
    """Look at the objects of a page."""
    handle = address(page)
    count = count_objects(handle)
    if count > _MOST_OBJECTS:
        count = 0
    # Without loops of Python as far as it goes: most objects are text, of which there is nothing to see.
    objects = list(map(get_object, repeat(handle, count), range(count)))
    kinds = list(map(object_type, objects))
    texts = [handle for handle, kind in zip(objects, kinds, strict=True) if kind == _TEXT]
    others = [order for order, kind in enumerate(kinds) if kind != _TEXT]
    buffer = ctypes.create_string_buffer(_EDGES.size * len(others))
    at, end = ctypes.addressof(buffer), ctypes.addressof(buffer) + _EDGES.size * len(others)
    edges_at = (range(at + offset, end, _EDGES.size) for offset in range(0, _EDGES.size, _EDGES.size // 4))
    deque(map(object_bounds, [objects[order] for order in others], *edges_at), maxlen=0)
    rules: list[Box] = []
    areas: list[Area] = []
    turned = sheet.rotation % 2
    for order, edges in zip(others, _EDGES.iter_unpack(buffer.raw[: end - at]), strict=True):
        left, bottom, right, top = edges
        width, height = (top - bottom, right - left) if turned else (right - left, top - bottom)
        if height < _THIN:
            if width > _SHORTEST and kinds[order] == _PATH:
                rules.append(Box(*sheet.shown(*edges)))
        elif height > _AREA and width > _AREA:
            areas.append(Area(order, objects[order], kinds[order] == _PATH, edges))
    return Shapes(objects, texts, rules, areas)
