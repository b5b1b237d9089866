"""Text that the file holds and the page does not show, in PDFs that the tests typeset and change."""

import io
from collections.abc import Callable

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium
import pytest

from beloften.extract.document import Document, Kind, Quality
from beloften.extract.read import read_document
from tests.extract.pages import pdf

_SEEN = "De gemeente wil dat alle inwoners mee kunnen doen en dat zij de zorg krijgen die bij hen past."
_NOT_SEEN = "Typ hier uw tekst voor deze brief."
_INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE


def _texts(document: Document, kind: Kind) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.kind is kind]


def _read(source: str) -> Document:
    return read_document(pdf(source), "nota.pdf")


@pytest.mark.parametrize(
    "hidden",
    [
        f"#text(fill: white)[{_NOT_SEEN}]",
        f"#rect(fill: white, stroke: none, text(fill: white)[{_NOT_SEEN}])",
        f"#text(size: 0.5pt)[{_NOT_SEEN}]",
        f"#place(dx: 400pt, [{_NOT_SEEN}])",
        f"#place(dy: -300pt, [{_NOT_SEEN}])",
    ],
    ids=["white", "white on white", "tiny", "right of the page", "above the page"],
)
def test_what_no_reader_can_see_is_kept_aside(hidden: str) -> None:
    document = _read(f"{_SEEN}\n\n{hidden}\n\n{_SEEN}")
    assert _texts(document, Kind.HIDDEN) == [_NOT_SEEN]
    assert [paragraph.text for paragraph in document.text_paragraphs] == [_SEEN, _SEEN]


def test_white_text_on_a_coloured_ground_is_text() -> None:
    document = _read(f"{_SEEN}\n\n#block(fill: navy, inset: 8pt, text(fill: white)[{_SEEN}])")
    assert _texts(document, Kind.HIDDEN) == []
    assert _texts(document, Kind.BODY) == [_SEEN, _SEEN]


def test_text_beneath_a_picture_is_hidden_and_text_beside_it_is_not() -> None:
    document = read_document(_covered(pdf(f"{_SEEN}\n\n{_NOT_SEEN}\n\n{_SEEN}"), _NOT_SEEN), "nota.pdf")
    assert _texts(document, Kind.HIDDEN) == [_NOT_SEEN]
    assert _texts(document, Kind.BODY) == [_SEEN, _SEEN]


def test_invisible_text_on_a_page_with_text_is_no_text() -> None:
    data = _changed(pdf(f"{_SEEN}\n\n{_NOT_SEEN}"), lambda text: _NOT_SEEN.startswith(text.strip()))
    document = read_document(data, "nota.pdf")
    assert _texts(document, Kind.HIDDEN) == [_NOT_SEEN]
    assert _texts(document, Kind.BODY) == [_SEEN]


def test_the_invisible_text_of_a_scan_is_what_it_says() -> None:
    data = _covered(_changed(pdf(_SEEN), lambda _: True), None)
    document = read_document(data, "nota.pdf")
    assert document.quality is Quality.OK
    assert _texts(document, Kind.BODY) == [_SEEN]


def test_a_page_with_only_hidden_text_is_empty() -> None:
    assert _read(f"#text(fill: white)[{_SEEN}]").quality is Quality.EMPTY


def _changed(data: bytes, is_hidden: Callable[[str], bool]) -> bytes:
    """Make some of the text of a page invisible, as programs for OCR do."""
    document = pypdfium.PdfDocument(data)
    page = document[0]
    textpage = page.get_textpage()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], textpage=textpage):
        assert isinstance(item, pypdfium.PdfTextObj)
        if is_hidden(item.extract()):
            pdfium.FPDFTextObj_SetTextRenderMode(item, _INVISIBLE)
    page.gen_content()
    return _saved(document)


def _covered(data: bytes, words: str | None) -> bytes:
    """Put a grey picture upon some words of a page, or upon all of it."""
    document = pypdfium.PdfDocument(data)
    page = document[0]
    left, bottom, right, top = 0.0, 0.0, page.get_width(), page.get_height()
    if words is not None:
        textpage = page.get_textpage()
        textpage.count_rects(textpage.get_text_range().index(words), len(words))
        left, bottom, right, top = textpage.get_rect(0)
        left, bottom, right, top = left - 3, bottom - 3, right + 3, top + 3
    picture = pypdfium.PdfImage.new(document)
    bitmap = pypdfium.PdfBitmap.new_native(8, 8, pdfium.FPDFBitmap_BGR)
    bitmap.fill_rect((120, 120, 120, 255), 0, 0, 8, 8)
    picture.set_bitmap(bitmap)
    picture.set_matrix(pypdfium.PdfMatrix().scale(right - left, top - bottom).translate(left, bottom))
    page.insert_obj(picture)
    page.gen_content()
    return _saved(document)


def _saved(document: pypdfium.PdfDocument) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
