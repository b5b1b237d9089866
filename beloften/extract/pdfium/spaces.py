"""Spaces that a page has and PDFium's text of it has not.

Word processors draw many spaces as texts of their own. PDFium passes over such a text and puts a space where
words stand far enough apart; where the letters are kerned they do not, and the words come glued together. As
the characters of a text and those of PDFium go one for one, no space can be put in: the letter behind it is
marked instead.
"""

import ctypes
import struct
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

import pypdfium2.raw as pdfium

from beloften.extract.characters import SPACE_BEFORE
from beloften.extract.pdfium.calls import address, index_at, loose_box, object_bounds, text_object

_EDGES = struct.Struct("4f")  # left, bottom, right and top, as PDFium writes them
_NEAR = 2.0  # points: where to look for the first letter of a word
_LEAST = 0.03  # of the height of a line: the least room of a space, its neighbours drawn towards each other
_WIDEST = 0.7  # of the height of the words: PDFium sees a wider space


def missing_spaces(textpage: pdfium.FPDF_TEXTPAGE, text: str, objects: Sequence[int]) -> list[int]:
    """Find the characters before which the page has a space that the text has not.

    Args:
        textpage: PDFium's.
        text: its text.
        objects: the addresses of the texts that are drawn on the page, in the order of painting.

    Returns:
        Indexes in the text.
    """
    handle = address(textpage)
    found = []
    for before, after, x, y in _narrow(objects):
        index = index_at(handle, x, y, _NEAR, _NEAR)
        if (
            0 < index < len(text)
            and not (text[index - 1].isspace() or text[index].isspace())
            and text_object(handle, index) == after
            and text_object(handle, index - 1) == before
            and _takes_room(handle, index)
        ):
            found.append(index)
    return found


def _takes_room(textpage: int, index: int) -> bool:
    """Tell whether something stands before a character: a soft hyphen that is not shown takes no room."""
    box = pdfium.FS_RECTF()
    loose_box(textpage, index - 1, ctypes.addressof(box))
    edge = box.right
    loose_box(textpage, index, ctypes.addressof(box))
    return bool(box.left - edge > _LEAST * (box.top - box.bottom))


def mark_spaces(text: str, indexes: Iterable[int]) -> str:
    """Mark the characters of a text before which a space is missing."""
    letters = list(text)
    for index in indexes:
        letters[index] = chr(SPACE_BEFORE + ord(letters[index]))
    return "".join(letters)


def _narrow(objects: Sequence[int]) -> Iterator[tuple[int, int, float, float]]:
    """Yield the words that a space parts and that stand near each other, with where the second begins."""
    count = len(objects)
    buffer = ctypes.create_string_buffer(_EDGES.size * count)
    at, end = ctypes.addressof(buffer), ctypes.addressof(buffer) + _EDGES.size * count
    # Without loops of Python as far as it goes: a document has a hundred thousand of them.
    deque(map(object_bounds, objects, *(range(at + part, end, _EDGES.size) for part in range(0, 16, 4))), 0)
    edges = list(_EDGES.iter_unpack(buffer.raw[: end - at]))
    without_ink = [number for number, (left, _, right, _) in enumerate(edges) if left == right]
    for first, last in _stretches(without_ink):
        if not 0 < first <= last < count - 1:
            continue
        left, low, edge, high = edges[first - 1]
        begin, bottom, _, top = edges[last + 1]
        if (
            left < edges[last][0] <= begin
            and edge < begin < edge + _WIDEST * max(high - low, top - bottom)
            and bottom < high
            and low < top
        ):
            yield objects[first - 1], objects[last + 1], begin, (max(low, bottom) + min(high, top)) / 2


def _stretches(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of numbers that follow each other."""
    first = last = -1
    for number in numbers:
        if number != last + 1:
            yield first, last
            first = number
        last = number
    yield first, last
