"""The page as a sheet of paper: its size, how it is turned, and the characters on it."""

import ctypes
import re
from bisect import bisect_left
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from beloften.extract.characters import PLAIN


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a page's own coordinates relate to the page as it is shown.

    Attributes:
        left: of the visible part of the page, in the page's own coordinates; the others alike.
        bottom: lower edge; the page's own y runs upward.
        right: right edge.
        top: upper edge.
        rotation: clockwise quarter turns by which the page is shown.
    """

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def width(self) -> float:
        """Width as shown, in points."""
        return self.top - self.bottom if self.rotation % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Height as shown, in points."""
        return self.right - self.left if self.rotation % 2 else self.top - self.bottom

    def shown(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """Turn a rectangle of the page into (left, top, right, bottom) as shown."""
        match self.rotation % 4:
            case 0:
                return left - self.left, self.top - top, right - self.left, self.top - bottom
            case 1:
                return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
            case 2:
                return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
            case _:
                return self.top - top, self.right - right, self.top - bottom, self.right - left

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """What turns points as shown, y downward, into the page's own: a, b, c, d, e, f as in a PDF."""
        match self.rotation % 4:
            case 0:
                return 1, 0, 0, -1, self.left, self.top
            case 1:
                return 0, 1, 1, 0, self.left, self.bottom
            case 2:
                return -1, 0, 0, 1, self.right, self.bottom
            case _:
                return 0, -1, -1, 0, self.right, self.top


def sheet_of(page: pdfium.FPDF_PAGE) -> Sheet:
    """Read the visible part and the rotation of a page."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box)):
        box.right, box.top = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    return Sheet(box.left, box.bottom, box.right, box.top, max(pdfium.FPDFPage_GetRotation(page), 0))


def raw_text(textpage: pdfium.FPDF_TEXTPAGE) -> str:
    """Return PDFium's text of a page, with plain hyphens and spaces."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer) - 1
    units = bytes(buffer)[: 2 * max(written, 0)]
    text = units.decode("utf-16-le", "replace")
    if len(text) < written:  # letters beyond the basic plane take two of PDFium's characters
        text = re.sub("[\ud800-\udfff]", "\ufffd", "".join(map(chr, memoryview(units).cast("H"))))
    if not text.isascii():
        for character, plain in PLAIN.items():
            text = text.replace(character, plain)
    return text


def one_for_one(textpage: pdfium.FPDF_TEXTPAGE, text: str) -> str:
    """Give the text of a page one character for each of PDFium's own.

    PDFium leaves characters that it cannot name out of the text but counts them; they come back as U+FFFD.
    """
    count = pdfium.FPDFText_CountChars(textpage)
    return text if len(text) == count else _with_unnamed(textpage, text, count)


def _with_unnamed(textpage: pdfium.FPDF_TEXTPAGE, text: str, count: int) -> str:
    """Put U+FFFD where PDFium counts a character that has no place in its text."""
    pieces: list[str] = []
    unnamed = 0
    position = 0
    while len(text) + unnamed < count:
        gone = unnamed

        def moved(index: int, gone: int = gone) -> bool:
            return bool(pdfium.FPDFText_GetTextIndexFromCharIndex(textpage, index) != index - gone)

        index = bisect_left(range(count), x=True, lo=position, key=moved)
        pieces += (text[position - unnamed : index - unnamed], "\ufffd")
        unnamed += 1
        position = index + 1
    return "".join((*pieces, text[position - unnamed :]))
