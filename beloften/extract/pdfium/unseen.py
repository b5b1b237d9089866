"""Text that a file holds and its pages do not show: invisible, white, under a picture, off the page."""

import ctypes
from collections.abc import Collection, Sequence
from itertools import repeat

import pypdfium2.raw as pdfium

from beloften.extract.document import Box
from beloften.extract.pdfium.calls import address, draw_mode, fill_color, render_mode, set_active, text_object
from beloften.extract.pdfium.line import Line
from beloften.extract.pdfium.shapes import Area, Shapes
from beloften.extract.pdfium.sheet import Sheet

_UNSEEN_MODES = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})
_LEAST_SIZE = 1.0  # points: smaller letters are a speck
_PALE = 245  # of 255: the darkest white
_SCANNED = 0.5  # of the page is image: then the text beneath it is what was read from the image
_LONGEST_SIDE = 1600  # pixels of the picture by which text is judged


def part_unseen(
    page: pdfium.FPDF_PAGE,
    textpage: pdfium.FPDF_TEXTPAGE,
    lines: Sequence[Line],
    shapes: Shapes,
    sheet: Sheet,
) -> tuple[list[Line], list[Line]]:
    """Part the lines of a page into what a reader sees and what not.

    Where the page is an image, or drawn without any text, the invisible text is what was read from it, and
    counts as seen.
    """
    handles = list(map(text_object, repeat(address(textpage)), [line.start for line in lines]))
    unseen = _off(lines, sheet)
    pale = _pale(handles)
    modes = list(map(render_mode, handles))
    images = [area for area in shapes.areas if not area.is_path]
    if not shapes.objects:
        pale, images = set(), []
    if shapes.image_share(sheet) <= _SCANNED:
        invisible = {number for number, mode in enumerate(modes) if mode in _UNSEEN_MODES}
        if len(invisible) < len(lines) or not shapes.areas:
            unseen |= invisible
        white = {number for number in pale if not _has_ground(lines[number], handles[number], shapes, sheet)}
        suspects = {number for number in white if _touches(lines[number], shapes, sheet)}
        unseen |= white - suspects
        suspects |= _under(images, lines, handles, shapes, sheet)
        unseen |= _not_drawn(page, sheet, lines, handles, suspects - unseen)
    if not unseen:
        return list(lines), []
    return (
        [line for number, line in enumerate(lines) if number not in unseen],
        [line for number, line in enumerate(lines) if number in unseen],
    )


def _off(lines: Sequence[Line], sheet: Sheet) -> set[int]:
    """Return which lines stand off the page, or are too small to be seen."""
    width, height = sheet.width, sheet.height
    return {
        number
        for number, line in enumerate(lines)
        if line.size < _LEAST_SIZE
        or line.right < 0
        or line.bottom < 0
        or line.left > width
        or line.top > height
    }


def _pale(handles: Sequence[int]) -> set[int]:
    """Return which texts are white, or let through all that is behind them."""
    count = len(handles)
    buffer = (ctypes.c_uint * (4 * count))()
    at = ctypes.addressof(buffer)
    end = at + ctypes.sizeof(buffer)
    list(map(fill_color, handles, *(range(at + 4 * part, end, 16) for part in range(4))))
    colours = memoryview(buffer).cast("B").cast("I")
    if not count or (max(colours[::4]) < _PALE and min(colours[3::4])):
        return set()
    return {
        number
        for number in range(count)
        if min(colours[4 * number : 4 * number + 3]) >= _PALE or not colours[4 * number + 3]
    }


def _stands_in(line: Line, area: Area, sheet: Sheet) -> bool:
    """Tell whether the first letter of a line stands in an area."""
    left, top, right, bottom = sheet.shown(*area.edges)
    return left < line.left + line.size / 4 < right and top < (line.top + line.bottom) / 2 < bottom


def _touches(line: Line, shapes: Shapes, sheet: Sheet) -> bool:
    """Tell whether anything at all is painted where a line stands."""
    return any(
        left < line.right and line.left < right and top < line.bottom and line.top < bottom
        for left, top, right, bottom in (sheet.shown(*area.edges) for area in shapes.areas)
    )


def _has_ground(line: Line, handle: int, shapes: Shapes, sheet: Sheet) -> bool:
    """Tell whether something that is not white was painted where a line stands, before the line was."""
    place = shapes.place_of(handle)
    return any(
        (place is None or area.order < place)
        and _stands_in(line, area, sheet)
        and not (area.is_path and _leaves_white(area.handle))
        for area in shapes.areas
    )


def _leaves_white(path: int) -> bool:
    """Tell whether a path has no surface, or a white one."""
    stroke = ctypes.c_int()
    mode = ctypes.c_int()
    draw_mode(path, ctypes.addressof(mode), ctypes.addressof(stroke))
    return not mode.value or bool(_pale([path]))


def _under(
    images: Sequence[Area], lines: Sequence[Line], handles: Sequence[int], shapes: Shapes, sheet: Sheet
) -> set[int]:
    """Return the lines over which an image was painted later."""
    under: set[int] = set()
    for image in images:
        for number, line in enumerate(lines):
            if _stands_in(line, image, sheet):
                place = shapes.place_of(handles[number])
                if place is not None and place < image.order:
                    under.add(number)
    return under


def _not_drawn(
    page: pdfium.FPDF_PAGE,
    sheet: Sheet,
    lines: Sequence[Line],
    handles: Sequence[int],
    suspects: Collection[int],
) -> set[int]:
    """Return those of some lines without which the picture of the page is the same."""
    if not suspects:
        return set()
    around = Box.around([lines[number].box for number in suspects])
    view = _View(sheet, around)
    whole = view.picture(page)
    for number in suspects:
        set_active(handles[number], 0)
    without = view.picture(page)
    for number in suspects:
        set_active(handles[number], 1)
    return {
        number
        for number in suspects
        if (part := view.part(whole, lines[number])) and part == view.part(without, lines[number])
    }


class _View:
    """A part of a page as pixels, one for each point."""

    def __init__(self, sheet: Sheet, around: Box) -> None:
        self._size = max(int(sheet.width), 1), max(int(sheet.height), 1)
        self._left, self._top = max(int(around.left), 0), max(int(around.top), 0)
        self._width = max(
            min(int(around.right) + 1, self._size[0], self._left + _LONGEST_SIDE) - self._left, 1
        )
        self._height = max(
            min(int(around.bottom) + 1, self._size[1], self._top + _LONGEST_SIDE) - self._top, 1
        )

    def picture(self, page: pdfium.FPDF_PAGE) -> list[bytes]:
        """Draw it in greys, row by row."""
        bitmap = pdfium.FPDFBitmap_CreateEx(self._width, self._height, pdfium.FPDFBitmap_Gray, None, 0)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, self._width, self._height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, page, -self._left, -self._top, *self._size, 0, 0)
            stride = pdfium.FPDFBitmap_GetStride(bitmap)
            rows = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * self._height)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
        return [rows[start : start + self._width] for start in range(0, len(rows), stride)]

    def part(self, picture: Sequence[bytes], line: Line) -> list[bytes]:
        """Return what a picture shows where a line stands."""
        left, top = max(int(line.left) - self._left, 0), max(int(line.top) - self._top, 0)
        right, bottom = int(line.right) + 1 - self._left, int(line.bottom) + 1 - self._top
        return [row[left:right] for row in picture[top:bottom]]
