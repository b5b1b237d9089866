"""PDF files, read with PDFium."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pypdfium

from beloften.extract.characters import as_read, is_unreadable
from beloften.extract.document import Document, Kind, Page, PageLabel, Quality, Run
from beloften.extract.layout.compose import compose
from beloften.extract.layout.footnotes import part_footnotes, without_marks
from beloften.extract.layout.furniture import part_furniture
from beloften.extract.layout.headings import told_by_neighbours
from beloften.extract.layout.justified import whole_lines
from beloften.extract.layout.labels import labels_of, pdf_label
from beloften.extract.layout.order import blocks_of
from beloften.extract.layout.paragraphs import Draft, drafts_of, joined
from beloften.extract.layout.sections import numbered
from beloften.extract.pagecount import other_count
from beloften.extract.pdfium.line import Line
from beloften.extract.pdfium.lines import LineReader
from beloften.extract.pdfium.shapes import shapes_of
from beloften.extract.pdfium.sheet import Sheet, one_for_one, raw_text, sheet_of
from beloften.extract.pdfium.sheets import OpenPdf, damaged
from beloften.extract.pdfium.spaces import mark_spaces, missing_spaces
from beloften.extract.pdfium.struck import part_struck, strike
from beloften.extract.pdfium.unseen import part_unseen
from beloften.extract.quality import Verdict, is_scan, judge_document, judge_text_left, judge_words

_LARGE = 100_000  # bytes for each page; a page with nothing on it takes a few hundred
_EVERY = 3  # lines of which one is measured to find the size of the text


@dataclass(frozen=True, slots=True)
class RawPage:
    """What PDFium tells of a page.

    Attributes:
        sheet: its size and rotation.
        lines: in PDFium's order.
        hidden: lines of its text that the page does not show.
        verdict: what its words tell.
        image_share: share of the page that images cover, 0 where its text cannot be read.
        label: the label that the file gives it.
        is_drawn: whether PDFium finds anything on it.
    """

    sheet: Sheet
    lines: Sequence[Line]
    hidden: Sequence[Line]
    verdict: Verdict
    image_share: float
    label: str
    is_drawn: bool = True


_LOST = RawPage(Sheet(0, 0, 0, 0, 0), (), (), Verdict(Quality.GARBLED, 0, 0.0), 0.0, "", is_drawn=False)
"""A page that the file promises and that PDFium cannot find."""


def read_pdf(pdf: OpenPdf) -> Document:
    """Read a PDF that is open.

    Raises:
        UnreadableError: none of its pages can be found.
    """
    words: set[str] = set()
    reader = LineReader()
    raw = [_read_page(pdf, index, reader, words) for index in range(len(pdf))]
    if all(page is _LOST for page in raw):
        raise damaged("The PDF is damaged: none of its pages can be found.")
    lines = [page.lines for page in raw]
    sizes = [(page.sheet.width, page.sheet.height) for page in raw]
    labels = labels_of(lines, sizes, [page.label for page in raw])
    parted = part_furniture(lines, [height for _, height in sizes])
    drafts = _drafts(parted, labels, [page.hidden for page in raw])
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
    paragraphs = numbered(_composed(drafts, words))
    quality, remark = judge_text_left(*judge_document(pages), paragraphs)
    if (
        quality is Quality.EMPTY
        and len(pdf.data) > _LARGE * len(raw)
        and not any(page.is_drawn for page in raw)
    ):
        remark = (
            "Nothing on its pages can be drawn, large as it is; open it in a PDF reader and save it anew."
        )
    if pdf.attachments:
        remark = f"{remark} The files attached to it ({pdf.attachments}) were not read.".strip()
    if (others := other_count(pdf.data, len(pdf))) != len(pdf):
        quality = Quality.PARTIAL if quality is Quality.OK else quality
        remark = f"{remark} PDFium finds {len(pdf)} pages in it and another reader {others}.".strip()
    return Document("pdf", pages, paragraphs, quality, remark, f"PDFium {pypdfium.PDFIUM_INFO.version}")


def _read_page(pdf: OpenPdf, index: int, reader: LineReader, words: set[str]) -> RawPage:
    """Read the lines of a page and judge its words, which are added to those of the document."""
    with pdf.page(index) as (page, textpage):
        if not page:
            return _LOST
        sheet, label = sheet_of(page), pdf_label(pdf.document, index)
        text = raw_text(textpage) if textpage else ""
        if is_unreadable(text):
            return RawPage(sheet, (), (), Verdict(Quality.GARBLED, 0, 0.0), 0.0, label)
        text = one_for_one(textpage, text)
        shapes = shapes_of(page, sheet)
        if spaces := missing_spaces(textpage, text, shapes.texts):
            text = mark_spaces(text, spaces)
        if not sheet.rotation:
            text = without_marks(textpage, text)
        lines = whole_lines(reader.read(textpage, text, sheet, index), text)
        lines, hidden = part_unseen(page, textpage, lines, shapes, sheet)
        lines = strike(page, textpage, lines, shapes.rules, sheet)
    if hidden:
        text = "\n".join(line.text for line in lines)
    here = as_read(text).lower().split()
    words.update(here)
    return RawPage(
        sheet,
        lines,
        hidden,
        judge_words(here),
        shapes.image_share(sheet),
        label,
        is_drawn=bool(shapes.objects),
    )


def _quality(page: RawPage) -> Quality:
    """Judge a page by its words and its images."""
    if page.verdict.quality in (Quality.OK, Quality.EMPTY) and is_scan(page.verdict.words, page.image_share):
        return Quality.SCANNED
    return page.verdict.quality


def _drafts(
    pages: Sequence[tuple[Sequence[Line], Sequence[Line]]],
    labels: Sequence[Sequence[PageLabel]],
    hidden: Sequence[Sequence[Line]],
) -> list[Draft]:
    """Put lines in reading order and cut them into paragraphs.

    Args:
        pages: the text and the furniture of each page; the furniture follows the text that starts there.
        labels: of each page; a sheet with two is read as two pages.
        hidden: the lines of each page that it does not show; they come last.
    """
    body_size = _body_size([text for text, _ in pages])
    flow: list[Draft] = []
    halves = (half for (text, _), own in zip(pages, labels, strict=True) for half in _halves(text, own))
    for half in halves:
        text, notes = part_footnotes(half, body_size)
        for block in blocks_of(text):
            flow += drafts_of(block, body_size)
        flow += notes
    whole = joined(told_by_neighbours(flow, body_size))
    whole += (Draft((line,), Kind.RUNNING) for _, furniture in pages for line in furniture)
    whole += (Draft((line,), Kind.HIDDEN) for lines in hidden for line in lines)
    return sorted(whole, key=lambda draft: draft.lines[0].page)


def _halves(lines: Sequence[Line], labels: Sequence[PageLabel]) -> Iterator[Sequence[Line]]:
    """Part the lines of a sheet that holds two printed pages, unless one runs from page to page."""
    middle = labels[-1].left
    if len(labels) == 1 or any(line.left < middle < line.right for line in lines):
        yield lines
        return
    yield [line for line in lines if line.left < middle]
    yield [line for line in lines if line.left >= middle]


def _composed(
    drafts: Sequence[Draft], words: Collection[str]
) -> Iterator[tuple[Draft, str, tuple[Run, ...]]]:
    """Put the text of drafts together, what is struck out in them behind what is left."""
    for draft in drafts:
        if not any(line.struck for line in draft.lines):
            yield draft, *compose(draft.lines, words)
            continue
        left, struck = part_struck(draft.lines)
        if left:
            yield replace(draft, lines=left), *compose(left, words)
        yield replace(draft, lines=struck, kind=Kind.STRUCK), *compose(struck, words)


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    """Return the height of the font in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines[::_EVERY]:
            sizes[round(line.size, 1)] += line.end - line.start
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
