"""A picture of the part of a page around some words, with the words marked."""

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageChops

from beloften.extract.document import Box

SCALE = 1.4
"""Pixels per point: 100 to the inch, on which small print can be read."""

WIDTH, HEIGHT = 620.0, 130.0
"""Points that a picture shows at least, where the page is that large: an A4 page across, some eight lines."""

WIDEST, HIGHEST = 760.0, 330.0
"""Points that it shows at most, whatever the boxes say."""

AROUND = 42.0
"""Points above and below the words."""

PADDING = 1.5
"""Points by which a mark is larger than its box."""

MARKER = (255, 226, 122)
COLOURS, QUALITY = 32, 62
"""Of PNG, in which letters stay sharp, and of WebP, which a scan or a photograph takes less room in."""


class Picture(NamedTuple):
    """A picture.

    Attributes:
        data: a PNG or WebP file.
        kind: "png" or "webp".
        width: in pixels.
        height: in pixels.
    """

    data: bytes
    kind: str
    width: int
    height: int


Places = tuple[tuple[int, Box], ...]
"""Boxes, each with the 0-based index of its page."""


def pictures_of(data: bytes, wanted: Iterable[tuple[int, Places]]) -> Iterator[tuple[int, Picture]]:
    """Draw pictures from one PDF.

    Args:
        data: the PDF.
        wanted: what to show, each with a number; of words that run over pages only the first part is shown.

    Yields:
        The number and the picture of each that can be drawn, page by page.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    try:
        document.init_forms()  # what is filled in is shown
        by_page: dict[int, list[tuple[int, list[Box]]]] = {}
        for number, places in wanted:
            first = places[0][0]
            boxes = [box for page, box in places if page == first]
            by_page.setdefault(first, []).append((number, boxes))
        for index in sorted(by_page):
            yield from _of_page(document, index, by_page[index])
    finally:
        document.close()


def _of_page(
    document: pypdfium2.PdfDocument, index: int, wanted: Sequence[tuple[int, list[Box]]]
) -> Iterator[tuple[int, Picture]]:
    try:
        page = document[index]
    except (IndexError, pypdfium2.PdfiumError):
        return
    try:
        size = page.get_size()
        for number, boxes in wanted:
            frame = frame_of(boxes, *size)
            if frame.right - frame.left >= 1 and frame.bottom - frame.top >= 1:
                yield number, _picture(page, size, frame, boxes)
    finally:
        page.close()


def frame_of(boxes: Sequence[Box], width: float, height: float) -> Box:
    """Return which part of a page to show around boxes.

    Args:
        boxes: at least one.
        width: of the page in points.
        height: of the page in points.
    """
    around = Box.around(boxes)
    left, right = _stretch(around.left, around.right, AROUND, (WIDTH, WIDEST), width)
    top, bottom = _stretch(around.top, around.bottom, AROUND, (HEIGHT, HIGHEST), height)
    return Box(left, top, right, bottom)


def _stretch(
    start: float, end: float, around: float, limits: tuple[float, float], size: float
) -> tuple[float, float]:
    """Widen a stretch evenly to both sides, within the page."""
    least, most = limits
    length = min(max(end - start + 2 * around, least), most, size)
    first = start - around if end - start + 2 * around > most else (start + end - length) / 2
    first = min(max(first, 0.0), size - length)
    return first, first + length


def _picture(page: pypdfium2.PdfPage, size: tuple[float, float], frame: Box, boxes: Sequence[Box]) -> Picture:
    width, height = size
    cut = (frame.left, height - frame.bottom, width - frame.right, frame.top)
    image = page.render(scale=SCALE, crop=cut).to_pil().convert("RGB")
    for box in boxes:
        _mark(image, box, frame)
    return min(_encoded(image), key=lambda picture: len(picture.data))


def _encoded(image: Image.Image) -> Iterator[Picture]:
    png, webp = io.BytesIO(), io.BytesIO()
    image.quantize(COLOURS, method=Image.Quantize.FASTOCTREE).save(png, format="PNG")
    image.save(webp, format="WEBP", quality=QUALITY, method=2)
    for kind, file in (("png", png), ("webp", webp)):
        yield Picture(file.getvalue(), kind, image.width, image.height)


def _mark(image: Image.Image, box: Box, frame: Box) -> None:
    """Colour a box as a marker pen does: what is dark stays dark."""
    left, top = (
        max(0, round((side - PADDING - edge) * SCALE))
        for side, edge in ((box.left, frame.left), (box.top, frame.top))
    )
    right = min(image.width, round((box.right + PADDING - frame.left) * SCALE))
    bottom = min(image.height, round((box.bottom + PADDING - frame.top) * SCALE))
    if right > left and bottom > top:
        part = image.crop((left, top, right, bottom))
        image.paste(ImageChops.multiply(part, Image.new("RGB", part.size, MARKER)), (left, top))
