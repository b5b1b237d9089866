"""PDF files, read with PDFium."""

import ctypes
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium

from beloften.extract.characters import is_unreadable
from beloften.extract.compose import compose
from beloften.extract.document import Document, Kind, Page, Quality
from beloften.extract.footnotes import part_footnotes
from beloften.extract.furniture import part_furniture
from beloften.extract.labels import labels_of, pdf_label
from beloften.extract.lines import Line, LineReader
from beloften.extract.order import blocks_of
from beloften.extract.paragraphs import Draft, drafts_of, joined
from beloften.extract.quality import Verdict, is_scan, judge_document, judge_words
from beloften.extract.sections import numbered
from beloften.extract.sheet import Sheet, one_for_one, raw_text, sheet_of
from beloften.extract.sheets import OpenPdf

_IMAGE_WORDS = 40  # a page with more words on it is not looked at for images
_MOST_OBJECTS = 5000  # of a page that are looked at for images
_EVERY = 3  # lines of which one is measured to find the size of the text


@dataclass(frozen=True, slots=True)
class RawPage:
    """What PDFium tells of a page.

    Attributes:
        sheet: its size and rotation.
        lines: in PDFium's order.
        verdict: what its words tell.
        image_share: share of the page that images cover, 0 where it was not looked at.
        label: the label that the file gives it.
    """

    sheet: Sheet
    lines: tuple[Line, ...]
    verdict: Verdict
    image_share: float
    label: str


def read_pdf(pdf: OpenPdf) -> Document:
    """Read a PDF that is open."""
    words: set[str] = set()
    reader = LineReader()
    raw = [_read_page(pdf, index, reader, words) for index in range(len(pdf))]
    lines = [page.lines for page in raw]
    sizes = [(page.sheet.width, page.sheet.height) for page in raw]
    labels = labels_of(lines, sizes, [page.label for page in raw])
    drafts = _drafts(part_furniture(lines, [height for _, height in sizes]))
    pages = tuple(
        Page(
            index,
            labels[index],
            page.sheet.width,
            page.sheet.height,
            _quality(page),
            page.verdict.words,
            page.verdict.dutch,
        )
        for index, page in enumerate(raw)
    )
    quality, remark = judge_document(pages)
    paragraphs = numbered([(draft, *compose(draft.lines, words)) for draft in drafts])
    return Document("pdf", pages, paragraphs, quality, remark, f"PDFium {pypdfium.PDFIUM_INFO.version}")


def _read_page(pdf: OpenPdf, index: int, reader: LineReader, words: set[str]) -> RawPage:
    """Read the lines of a page and judge its words, which are added to those of the document."""
    with pdf.page(index) as (page, textpage):
        if not page:
            return RawPage(Sheet(0, 0, 0, 0, 0), (), Verdict(Quality.GARBLED, 0, 0.0), 0.0, "")
        sheet = sheet_of(page)
        text = raw_text(textpage) if textpage else ""
        if is_unreadable(text):
            lines, verdict = [], Verdict(Quality.GARBLED, 0, 0.0)
        else:
            text = one_for_one(textpage, text)
            lines = reader.read(textpage, text, sheet, index)
            here = text.lower().split()
            words.update(here)
            verdict = judge_words(here)
        few = verdict.words < _IMAGE_WORDS and verdict.quality is not Quality.GARBLED
        share = _image_share(page, sheet) if few else 0.0
    return RawPage(sheet, tuple(lines), verdict, share, pdf_label(pdf.document, index))


def _image_share(page: pdfium.FPDF_PAGE, sheet: Sheet) -> float:
    """Return the share of the page that its largest images cover, 0 to 1."""
    area = sheet.width * sheet.height
    edges = [ctypes.c_float() for _ in range(4)]
    covered = 0.0
    for number in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(item) in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            pdfium.FPDFPageObj_GetBounds(item, *map(ctypes.byref, edges))
            left, bottom, right, top = (edge.value for edge in edges)
            covered += max(right - left, 0) * max(top - bottom, 0)
    return min(covered / area, 1.0) if area > 0 else 0.0


def _quality(page: RawPage) -> Quality:
    """Judge a page by its words and its images."""
    if page.verdict.quality in (Quality.OK, Quality.EMPTY) and is_scan(page.verdict.words, page.image_share):
        return Quality.SCANNED
    return page.verdict.quality


def _drafts(pages: Sequence[tuple[Sequence[Line], Sequence[Line]]]) -> list[Draft]:
    """Put lines in reading order and cut them into paragraphs.

    Args:
        pages: the text and the furniture of each page; the furniture follows the text that starts there.
    """
    body_size = _body_size([text for text, _ in pages])
    flow: list[Draft] = []
    for page, _ in pages:
        text, notes = part_footnotes(page, body_size)
        for block in blocks_of(text):
            flow += drafts_of(block, body_size)
        flow += notes
    whole = joined(flow)
    whole += (Draft((line,), Kind.RUNNING) for _, furniture in pages for line in furniture)
    return sorted(whole, key=lambda draft: draft.lines[0].page)


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    """Return the height of the font in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines[::_EVERY]:
            sizes[round(line.size, 1)] += line.end - line.start
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
