"""Struck-out text, in PDFs that the tests typeset and mark themselves."""

import io

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium
import pytest

from beloften.extract.document import Document, Kind
from beloften.extract.read import read_document
from tests.extract.pages import pdf

_BEFORE = "De gemeente wil dat alle inwoners mee kunnen doen"
_GONE = "en dat iedereen de zorg krijgt die hij vraagt"
_AFTER = "in een buurt waar mensen elkaar kennen en helpen."
_SENTENCE = "Iedereen krijgt de zorg die hij vraagt."
_NEXT = "De wijkteams helpen daarbij."


def _read(data: bytes) -> Document:
    return read_document(data, "nota.pdf")


def _texts(document: Document, kind: Kind) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.kind is kind]


def test_struck_words_are_kept_aside_and_the_sentence_goes_on_without_them() -> None:
    document = _read(pdf(f"{_BEFORE} #strike[{_GONE}] {_AFTER}"))
    assert _texts(document, Kind.BODY) == [f"{_BEFORE} {_AFTER}"]
    assert _texts(document, Kind.STRUCK) == [_GONE]
    assert {paragraph.number for paragraph in document.paragraphs if paragraph.kind is Kind.STRUCK} == {0}


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_may_be_stored_turned(rotation: int) -> None:
    upright = pypdfium.PdfDocument(
        pdf(
            f"#rotate(-{rotation}deg, reflow: true, block(width: 200pt)[{_BEFORE} #strike[{_GONE}] {_AFTER}])"
        )
    )
    upright[0].set_rotation(rotation)
    document = _read(_saved(upright))
    assert " ".join(_texts(document, Kind.STRUCK)) == _GONE
    assert _GONE not in " ".join(paragraph.text for paragraph in document.text_paragraphs)


def test_a_struck_paragraph_leaves_nothing() -> None:
    document = _read(pdf(f"{_BEFORE} {_AFTER}\n\n- #strike[{_SENTENCE}]\n\n{_NEXT}"))
    assert [paragraph.text for paragraph in document.text_paragraphs] == [f"{_BEFORE} {_AFTER}", _NEXT]


@pytest.mark.parametrize("style", ["underline", "overline", "highlight"])
def test_other_rules_strike_nothing_out(style: str) -> None:
    document = _read(pdf(f"{_BEFORE} #{style}[{_GONE}] {_AFTER}"))
    assert _texts(document, Kind.BODY) == [f"{_BEFORE} {_GONE} {_AFTER}"]


def test_the_rules_of_a_table_strike_nothing_out() -> None:
    cells = "".join(f"[{name}], [{_GONE}]," for name in ("Een", "Twee", "Drie"))
    document = _read(pdf(f"#table(columns: 2, inset: 0.5pt, {cells})"))
    assert _texts(document, Kind.STRUCK) == []


def test_words_that_a_reader_marked_as_struck_out_are_no_text() -> None:
    document = pypdfium.PdfDocument(pdf(f"{_BEFORE}.\n\n{_SENTENCE}\n\n{_NEXT}"))
    page = document[0]
    textpage = page.get_textpage()
    start = textpage.get_text_range().index(_SENTENCE)
    mark = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_STRIKEOUT)
    for number in range(textpage.count_rects(start, len(_SENTENCE))):
        left, bottom, right, top = textpage.get_rect(number)
        points = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        pdfium.FPDFAnnot_AppendAttachmentPoints(mark, points)
    pdfium.FPDFPage_CloseAnnot(mark)
    read = _read(_saved(document))
    assert _texts(read, Kind.BODY) == [f"{_BEFORE}.", _NEXT]
    assert _texts(read, Kind.STRUCK) == [_SENTENCE]


def _saved(document: pypdfium.PdfDocument) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
