"""Marks, notes and bookmarks put into a PDF; what it holds itself stays as it is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pypdfium

from beloften.export.pdf.appearance import bounds_of, drawing_of
from beloften.export.pdf.looks import Form, Looks
from beloften.export.pdf.marks import Mark, marks_of
from beloften.export.pdf.note import note_of
from beloften.export.pdf.outline import Bookmark, append_bookmark
from beloften.extract.document import Box
from beloften.extract.pdfium.sheet import Sheet, sheet_of
from beloften.report.figures.palette import channels
from beloften.rundir.rows import Bevinding
from beloften.safe_text import visible

_SUBTYPES = {Form.WASH: pikepdf.Name.Highlight, Form.WAVE: pikepdf.Name.Squiggly}
_PRINTED = 4
"""The flag of an annotation that is printed with the page."""

_NOTE = (180.0, 120.0)
"""Width and height of an open note, in points."""

_LONGEST = 60
"""Characters of the words in a bookmark."""

_ABOVE = 40.0
"""Points above the words to which a bookmark leads, so that their line is not the first on the screen."""


class NotAnnotatedError(Exception):
    """A PDF cannot be annotated; the message, which continues its name and a colon, says why."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What notes and bookmarks are made with.

    Attributes:
        looks: how codes look and what they are called.
        author: whose the marks are.
        rules: which rules made the findings.
        lang: language of labels, "nl" or "en".
    """

    looks: Looks
    author: str
    rules: str
    lang: str


def annotate(data: bytes, findings: Sequence[Bevinding], wording: Wording, out: Path) -> tuple[str, ...]:
    """Write a PDF anew with its findings marked.

    Args:
        data: the PDF that was read.
        findings: those of its findings that have boxes.
        wording: of notes and bookmarks.
        out: the file to write.

    Returns:
        What there is to remark on it; each continues its name and a colon.

    Raises:
        NotAnnotatedError: it cannot be changed, or its pages are not those that were read.
    """
    marks = marks_of(findings, wording.looks)
    sheets, count = _sheets(data, list(marks))
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            remarks = tuple(_check(pdf, count, marks))
            _put(pdf, marks, sheets, wording)
            pdf.save(
                out,
                min_version="1.4",  # the first that can darken what is there
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
                fix_metadata_version=False,
                deterministic_id=True,
                encryption=False,
            )
    except pikepdf.PasswordError as error:
        raise NotAnnotatedError("it is encrypted.") from error
    except pikepdf.PdfError as error:
        raise NotAnnotatedError(f"it is damaged ({error}).") from error
    return remarks


def _sheets(data: bytes, pages: Sequence[int]) -> tuple[Mapping[int, Sheet], int]:
    """Ask for the size and rotation of pages as the reader sees them, as boxes are, and for their number."""
    try:
        document = pypdfium.PdfDocument(data)
    except pypdfium.PdfiumError as error:
        raise NotAnnotatedError("it can no longer be read.") from error
    try:
        count = len(document)
        sheets = {}
        for index in (index for index in pages if index < count):
            page = document[index]
            sheets[index] = sheet_of(page)
            page.close()
    finally:
        document.close()
    return sheets, count


def _check(pdf: pikepdf.Pdf, count: int, pages: Iterable[int]) -> Iterator[str]:
    """Yield what is lost by writing a PDF anew.

    Raises:
        NotAnnotatedError: what is found by the number of its page might stand on another one; or a copy,
            which is not encrypted, would allow what the maker of the PDF does not.
    """
    if len(pdf.pages) != count or max(pages) >= count:
        raise NotAnnotatedError("it is damaged: its pages cannot be told apart with certainty.")
    if pdf.is_encrypted and not all(pdf.allow):
        raise NotAnnotatedError("its maker restricts what may be done with it.")
    if _is_signed(pdf):
        yield "the signature in the copy is no longer valid."


def _is_signed(pdf: pikepdf.Pdf) -> bool:
    form = pdf.Root.get("/AcroForm")
    flags = form.get("/SigFlags", 0) if isinstance(form, pikepdf.Dictionary) else 0
    return isinstance(flags, int) and bool(flags & 1)


def _put(
    pdf: pikepdf.Pdf, marks: Mapping[int, Sequence[Mark]], sheets: Mapping[int, Sheet], wording: Wording
) -> None:
    """Put marks on their pages, and a bookmark for each behind those that are there."""
    state = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, BM=pikepdf.Name.Multiply)
    resources = pdf.make_indirect(pikepdf.Dictionary(ExtGState=pikepdf.Dictionary(Multiply=state)))
    bookmarks: dict[str, list[Bookmark]] = defaultdict(list)
    for index, on_page in marks.items():
        page, sheet = pdf.pages[index].obj, sheets[index]
        added = []
        for mark in on_page:
            annotation = pdf.make_indirect(_annotation(mark, sheet, wording))
            annotation.P, annotation.AP = page, pikepdf.Dictionary(N=_appearance(pdf, mark, sheet, resources))
            annotation.Popup = pdf.make_indirect(_popup(annotation, mark, sheet))
            added += [annotation, annotation.Popup]
            if mark.part == 0:
                bookmarks[mark.finding.code].append(_bookmark(mark, page, sheet))
        there = page.get("/Annots")
        page.Annots = pikepdf.Array([*(there if isinstance(there, pikepdf.Array) else ()), *added])
    codes = tuple(
        _of_code(code, bookmarks[code], wording) for code in sorted(bookmarks, key=wording.looks.rank)
    )
    append_bookmark(pdf, Bookmark(visible(f"{wording.author}, {wording.rules}"), below=codes))


def _annotation(mark: Mark, sheet: Sheet, wording: Wording) -> pikepdf.Dictionary:
    finding = mark.finding
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=_SUBTYPES.get(mark.look.form, pikepdf.Name.Underline),
        Rect=_rectangle(bounds_of(mark), sheet),
        QuadPoints=[number for box in mark.boxes for number in _quad(box, sheet)],
        C=[round(channel / 255, 3) for channel in channels(mark.look.colour)],
        T=pikepdf.String(wording.author),
        Subj=pikepdf.String(visible(wording.looks.name(finding.code, wording.lang))),
        Contents=pikepdf.String(note_of(mark, wording.looks, wording.lang)),
        NM=pikepdf.String(finding.fingerprint + (f"-{mark.part + 1}" if mark.part else "")),
        F=_PRINTED,
    )


def _appearance(pdf: pikepdf.Pdf, mark: Mark, sheet: Sheet, resources: pikepdf.Object) -> pikepdf.Stream:
    """Draw a mark in the coordinates of the page as shown, which the matrix turns into the page's own."""
    return pikepdf.Stream(
        pdf,
        drawing_of(mark),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=[round(side, 3) for side in bounds_of(mark)],
        Matrix=[round(number, 3) for number in sheet.matrix],
        Resources=resources,
    )


def _popup(annotation: pikepdf.Object, mark: Mark, sheet: Sheet) -> pikepdf.Dictionary:
    """Make the window of a note, closed, at the right edge of the page beside the words."""
    top, right = mark.boxes[0].top, sheet.width
    place = Box(right - _NOTE[0], top, right, top + _NOTE[1])
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Popup,
        Rect=_rectangle(place, sheet),
        Parent=annotation,
        Open=False,
    )


def _bookmark(mark: Mark, page: pikepdf.Object, sheet: Sheet) -> Bookmark:
    finding = mark.finding
    words = finding.words if len(finding.words) <= _LONGEST else f"{finding.words[:_LONGEST]}…"
    box = mark.boxes[0]
    place = _placed(0, max(box.top - _ABOVE, 0), sheet)
    return Bookmark(visible(f"p. {finding.page_label}: {words}"), page=page, place=place)


def _of_code(code: str, below: Sequence[Bookmark], wording: Wording) -> Bookmark:
    title = f"{wording.looks.name(code, wording.lang)} ({len(below)})"
    return Bookmark(visible(title), below=tuple(below))


def _quad(box: Box, sheet: Sheet) -> Iterator[float]:
    """Yield the corners of a box as readers want them, which is not as the standard has it.

    Upper left, upper right, lower left and lower right, as the page is shown: all readers take these for what
    the standard (ISO 32000-1, 12.5.6.10) calls counterclockwise.
    """
    for x, y in (
        (box.left, box.top),
        (box.right, box.top),
        (box.left, box.bottom),
        (box.right, box.bottom),
    ):
        yield from _placed(x, y, sheet)


def _rectangle(box: Box, sheet: Sheet) -> list[float]:
    (x1, y1), (x2, y2) = _placed(box.left, box.top, sheet), _placed(box.right, box.bottom, sheet)
    return [min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)]


def _placed(x: float, y: float, sheet: Sheet) -> tuple[float, float]:
    """Turn a point of the page as shown into its own coordinates."""
    a, b, c, d, e, f = sheet.matrix
    return round(a * x + c * y + e, 3), round(b * x + d * y + f, 3)
