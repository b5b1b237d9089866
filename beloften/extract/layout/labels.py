"""The numbers by which a reader cites the pages of a file."""

import ctypes
import re
from collections.abc import Sequence

import pypdfium2.raw as pdfium

from beloften.corpus.years import FIRST_YEAR, LAST_YEAR
from beloften.extract.document import PageLabel
from beloften.extract.pdfium.line import Line

_NUMBER = re.compile(
    r"(?:(?P<word>pagina|blad|pag\.?|p\.|page|-|–|\|)\s*)?(?P<number>\d{1,4})"
    r"(?P<total>\s*(?:van|/|of)\s*\d{1,4})?\s*[-–|]?",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[ivxlc]{1,8}|[IVXLC]{1,8}")
_AT_AN_END = re.compile(
    r"(?:pagina|pag\.?|\||–|-)\s*(\d{1,4})\s*[|–-]?\s*$|^(\d{1,4})\s*[|–-]?\s+\D|\D\s+[|–-]?\s*(\d{1,4})$",
    re.IGNORECASE,
)
_MARGIN = 0.12  # of the height
_SPREAD = 1.15  # wider than high by more than this, a sheet may hold two printed pages
_REACH = 2  # pages to either side that confirm a folio
_LABEL_BYTES = 64
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def pdf_label(document: pdfium.FPDF_DOCUMENT, index: int) -> str:
    """Return the label that the file itself gives a page, or nothing."""
    length = pdfium.FPDF_GetPageLabel(document, index, None, 0)
    if not _EMPTY_LABEL < length < _LABEL_BYTES:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDF_GetPageLabel(document, index, buffer, length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip()


_EMPTY_LABEL = 2


class _Folio:
    """A number printed at the edge of a page."""

    __slots__ = ("left", "number", "sure", "text")

    def __init__(self, text: str, number: int, left: float, *, sure: bool) -> None:
        self.text, self.number, self.left, self.sure = text, number, left, sure


def labels_of(
    pages: Sequence[Sequence[Line]], sizes: Sequence[tuple[float, float]], own: Sequence[str]
) -> list[tuple[PageLabel, ...]]:
    """Give each page its printed numbers.

    Args:
        pages: the lines of each page.
        sizes: width and height of each page.
        own: the labels of the file itself, empty where it has none.

    Returns:
        One label for each page, two for a spread.
    """
    folios = [_folios(lines, height) for lines, (_, height) in zip(pages, sizes, strict=True)]
    spreads = _spreads(folios, sizes)
    if spreads is not None:
        return spreads
    chosen = [_confirmed(folios, index) for index in range(len(pages))]
    offsets = [
        None if folio is None or not folio.text.isdigit() else folio.number - index
        for index, folio in enumerate(chosen)
    ]
    labels: list[tuple[PageLabel, ...]] = []
    for index, folio in enumerate(chosen):
        offset = _between(offsets, index)
        if folio is not None:
            label = PageLabel(folio.text, "folio")
        elif _says_more(own, index):
            label = PageLabel(own[index], "pdf")
        elif offset is not None and index + offset > 0:
            label = PageLabel(str(index + offset), "folio")
        else:
            label = PageLabel(str(index + 1), "index")
        labels.append((label,))
    return labels


def _says_more(own: Sequence[str], index: int) -> bool:
    """Tell whether the file has page labels that are more than a count from one."""
    return bool(own[index]) and any(label and label != str(number + 1) for number, label in enumerate(own))


def _between(offsets: Sequence[int | None], index: int) -> int | None:
    """Return by how much the printed number differs from the index, from the nearest page before or after."""
    before = next((offset for offset in reversed(offsets[:index]) if offset is not None), None)
    after = next((offset for offset in offsets[index + 1 :] if offset is not None), None)
    if before is not None and after is not None and before != after:
        return None
    return after if before is None else before


def _folios(lines: Sequence[Line], height: float) -> list[_Folio]:
    """Return what may be the folios of a page."""
    found = []
    for line in lines:
        if (_MARGIN * height < line.bottom and line.top < (1 - _MARGIN) * height) or not line.upright:
            continue
        text = line.text.strip()
        if match := _NUMBER.fullmatch(text):
            sure = match["total"] is not None or (match["word"] or "").isalpha()
            found.append(_Folio(match["number"], int(match["number"]), line.left, sure=sure))
        elif _ROMAN.fullmatch(text):
            found.append(_Folio(text, -_roman(text.lower()), line.left, sure=False))
        elif match := _AT_AN_END.search(text):
            number = match[1] or match[2] or match[3]
            found.append(_Folio(number, int(number), line.left, sure=False))
    return found


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def _confirmed(folios: Sequence[Sequence[_Folio]], index: int) -> _Folio | None:
    """Return the folio of a page that fits the pages around it; roman numbers count separately."""
    best = None
    support = 0
    for folio in folios[index]:
        if not folio.sure and FIRST_YEAR <= folio.number <= LAST_YEAR:
            continue  # the year of a report, or one of a row of years in a table
        step = 1 if folio.number > 0 else -1
        around = sum(
            any(other.number == folio.number + step * distance for other in folios[index + distance])
            for distance in range(-_REACH, _REACH + 1)
            if distance and 0 <= index + distance < len(folios)
        )
        around += folio.sure or (len(folios) <= _REACH and folio.number == index + 1)
        if around > support:
            best, support = folio, around
    return best


def _spreads(
    folios: Sequence[Sequence[_Folio]], sizes: Sequence[tuple[float, float]]
) -> list[tuple[PageLabel, ...]] | None:
    """Label a file whose sheets hold two printed pages each, or return None if it is not one."""
    pairs: list[tuple[_Folio, _Folio] | None] = []
    for found, (width, height) in zip(folios, sizes, strict=True):
        left = [folio for folio in found if folio.left < width / 2]
        right = [folio for folio in found if folio.left >= width / 2]
        pair = next(((a, b) for a in left for b in right if b.number == a.number + 1 and a.number > 0), None)
        pairs.append(pair if width > _SPREAD * height else None)
    offsets = [pair[0].number - 2 * index for index, pair in enumerate(pairs) if pair]
    if len(offsets) < max(1, len(folios) // 4):
        return None
    usual = max(set(offsets), key=lambda offset: (offsets.count(offset), -offset))
    labels: list[tuple[PageLabel, ...]] = []
    for index, ((width, height), pair) in enumerate(zip(sizes, pairs, strict=True)):
        number = pair[0].number if pair else 2 * index + usual
        if width <= _SPREAD * height:
            single = number + 1 if number < 1 else number
            labels.append((PageLabel(str(max(single, 1)), "folio" if single > 0 else "index"),))
        elif number < 1:
            labels.append((PageLabel(str(max(number + 1, 1)), "folio"),))
        else:
            labels.append((PageLabel(str(number), "folio"), PageLabel(str(number + 1), "folio", width / 2)))
    return labels
