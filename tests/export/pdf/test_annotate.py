"""A PDF with its findings marked: over the right words, and else as it was."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium
import pytest

from beloften.export.pdf.annotate import NotAnnotatedError, Wording, annotate
from beloften.export.pdf.looks import Looks
from beloften.extract.read import read_document
from tests.export.pdf.marking import RULES, annotated, finding, found, marks_in, sample_run
from tests.extract.pages import drawn, pdf
from tests.hostile import HOSTILE

_SENTENCE = "De gemeente biedt hulp op maat, dichtbij en zonder formulieren."
_PAGE = f"BT /F1 8 Tf 60 300 Td ({_SENTENCE}) Tj ET"
_TURNED = [f"/Rotate {turn}" for turn in (0, 90, 180, 270, -90)]
_CROPPED = "/CropBox [50 250 290 330] "
_PAGES = {
    **{page: page for page in _TURNED},
    **{f"cropped {page}": _CROPPED + page for page in _TURNED},
    "media box elsewhere": "/MediaBox [-100 -200 300 400]",
    "crop box beyond the media box": "/CropBox [-50 -50 900 900]",
    "user unit": "/UserUnit 2",
}
_RENDERED = 4  # pixels per point


def _words_marked(data: bytes, page: int = 0) -> list[str]:
    """Return the text that another program finds in the quadrilaterals of the marks of a page."""
    sheet = pypdfium.PdfDocument(data)[page]
    text = sheet.get_textpage()
    words = []
    for number in range(pdfium.FPDFPage_GetAnnotCount(sheet)):
        mark = pdfium.FPDFPage_GetAnnot(sheet, number)
        for quad in range(pdfium.FPDFAnnot_CountAttachmentPoints(mark)):
            points = pdfium.FS_QUADPOINTSF()
            pdfium.FPDFAnnot_GetAttachmentPoints(mark, quad, points)
            xs = (points.x1, points.x2, points.x3, points.x4)
            ys = (points.y1, points.y2, points.y3, points.y4)
            words.append(text.get_text_bounded(min(xs) - 0.5, min(ys) - 0.5, max(xs) + 0.5, max(ys) + 0.5))
        pdfium.FPDFPage_CloseAnnot(mark)
    return [each.strip() for each in words]


def _changed(before: bytes, after: bytes) -> tuple[float, float, float, float]:
    """Return where two pages look different: left, top, right and bottom in points of the page as shown."""
    import numpy as np  # noqa: PLC0415 - only here

    one, other = (
        np.asarray(pypdfium.PdfDocument(data)[0].render(scale=_RENDERED).to_numpy(), dtype=int)
        for data in (before, after)
    )
    rows, columns = np.nonzero(np.abs(one - other).max(axis=2) > 8)
    assert len(rows), "nothing is shown"
    edges = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    left, top, right, bottom = (float(edge) / _RENDERED for edge in edges)
    return left, top, right, bottom


@pytest.mark.parametrize("page", _PAGES.values(), ids=_PAGES)
def test_a_mark_stands_on_its_words_however_the_page_is_turned_or_cut(page: str, tmp_path: Path) -> None:
    data = drawn(_PAGE, page=page)
    assert _words_marked(annotated(data, found(data, "op maat"), folder=tmp_path)) == ["op maat"]


@pytest.mark.parametrize("page", _PAGES.values(), ids=_PAGES)
@pytest.mark.parametrize("stance", ["", "afgezet"])
def test_what_is_drawn_stands_on_the_words_too(page: str, stance: str, tmp_path: Path) -> None:
    data = drawn(_PAGE, page=page)
    row = found(data, "op maat", **({"code": "markt", "stance": stance} if stance else {}))
    left, top, right, bottom = map(float, row.boxes.removeprefix("0:").split(","))
    shown = _changed(data, annotated(data, row, folder=tmp_path))
    assert left - 2 <= shown[0] <= left + 1
    assert right - 1 <= shown[2] <= right + 6  # the sign stands behind the words
    middle = (shown[1] + shown[3]) / 2
    assert bottom <= middle <= bottom + 4 if stance else abs(middle - (top + bottom) / 2) < 1.5


def test_words_over_lines_and_columns_have_a_quadrilateral_for_each_line(tmp_path: Path) -> None:
    data = pdf(" ".join([_SENTENCE] * 12), columns=2)
    marked = _words_marked(annotated(data, found(data, f"{_SENTENCE} {_SENTENCE}"), folder=tmp_path))
    assert len(marked) > 4
    assert "".join("".join(marked).split()).replace("-", "") == "".join((_SENTENCE + _SENTENCE).split())


def test_a_finding_that_runs_over_two_pages_is_marked_on_both_under_one_name(tmp_path: Path) -> None:
    data = drawn(_PAGE, _PAGE)
    row = finding(boxes="0:60.0,94.0,90.0,102.0;1:60.0,94.0,90.0,102.0")
    annotated(data, row, folder=tmp_path)
    names = [(mark.page, mark.name) for mark in marks_in(tmp_path / "uit.pdf")]
    assert names == [(0, row.fingerprint), (1, f"{row.fingerprint}-2")]


def test_the_text_and_what_draws_the_pages_stay_as_they_were(tmp_path: Path) -> None:
    data = pdf(f"= Zorg\n{_SENTENCE} " * 4)
    after = annotated(data, found(data, "op maat"), folder=tmp_path)
    assert read_document(after, "nota.pdf").paragraphs == read_document(data, "nota.pdf").paragraphs
    with pikepdf.open(io.BytesIO(data)) as old, pikepdf.open(io.BytesIO(after)) as new:
        assert [page.Contents.read_bytes() for page in new.pages] == [
            page.Contents.read_bytes() for page in old.pages
        ]
        assert new.docinfo == old.docinfo


def test_other_programs_find_no_fault_in_the_file(tmp_path: Path) -> None:
    data = pdf(f"= Zorg\n{_SENTENCE} " * 4)
    annotated(
        data, found(data, "op maat"), found(data, "formulieren", "markt", stance="afgezet"), folder=tmp_path
    )
    with pikepdf.open(tmp_path / "uit.pdf") as made:
        assert made.check_pdf_syntax() == []


def test_the_same_findings_give_the_same_bytes(tmp_path: Path) -> None:
    data = pdf(_SENTENCE)
    rows = [found(data, "op maat"), found(data, "formulieren", "bureaucratisch", stance="afgezet")]
    assert annotated(data, *rows, folder=tmp_path) == annotated(data, *rows, folder=tmp_path)


def test_marks_that_a_reader_made_stay_and_ours_come_behind_them(tmp_path: Path) -> None:
    note = "<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /Contents (eigen) >>"
    data = drawn(_PAGE, _PAGE, page="/Annots 6 0 R", objects=(note, "[5 0 R]"))  # one list for two pages
    annotated(data, found(data, "op maat"), folder=tmp_path)
    with pikepdf.open(tmp_path / "uit.pdf") as made:
        kinds = [[str(each.Subtype) for each in page.obj.Annots] for page in made.pages]
    assert kinds == [["/Text", "/Highlight", "/Popup"], ["/Text"]]


def test_a_note_has_an_author_and_no_date(tmp_path: Path) -> None:
    data = drawn(_PAGE)
    annotated(data, found(data, "op maat"), folder=tmp_path)
    with pikepdf.open(tmp_path / "uit.pdf") as made:
        mark, popup = made.pages[0].obj.Annots
        assert str(mark.T) == "beloften 1.2.3"
        assert "/M" not in mark
        assert "/CreationDate" not in mark
        assert popup.Parent.objgen == mark.objgen
        assert mark.Popup.objgen == popup.objgen


@pytest.mark.parametrize("name", HOSTILE)
def test_a_note_holds_whatever_a_finding_says(name: str, tmp_path: Path) -> None:
    data = drawn(_PAGE)
    text = HOSTILE[name]
    row = found(data, "op maat", cue=text, pattern=text, link=text, page_label=text)
    row = replace(row, words=text)
    annotated(data, row, folder=tmp_path)
    with pikepdf.open(tmp_path / "uit.pdf") as made:
        assert made.check_pdf_syntax() == []
    (mark,) = marks_in(tmp_path / "uit.pdf")
    assert mark.note.startswith("4 Maatwerk\ncode: maatwerk\nniveau: genoemd")


def test_an_encrypted_file_that_restricts_nothing_is_annotated(tmp_path: Path) -> None:
    data = _encrypted(drawn(_PAGE), pikepdf.Permissions(modify_assembly=True))
    assert _words_marked(annotated(data, found(data, "op maat"), folder=tmp_path)) == ["op maat"]


def test_no_copy_is_made_that_allows_what_the_maker_of_a_file_does_not(tmp_path: Path) -> None:
    data = _encrypted(drawn(_PAGE), pikepdf.Permissions(modify_annotation=False))
    with pytest.raises(NotAnnotatedError, match="restricts"):
        annotated(data, found(data, "op maat"), folder=tmp_path)
    assert not (tmp_path / "uit.pdf").exists()


def test_it_is_told_when_a_signature_is_lost(tmp_path: Path) -> None:
    signed = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawn(_PAGE))) as plain:
        plain.Root.AcroForm = pikepdf.Dictionary(Fields=[], SigFlags=3)
        plain.save(signed)
    row = found(signed.getvalue(), "op maat")
    wording = Wording(Looks(sample_run().rules), "beloften", RULES, "nl")
    (told,) = annotate(signed.getvalue(), [row], wording, tmp_path / "uit.pdf")
    assert "signature" in told


def test_a_file_that_is_damaged_beyond_mending_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotAnnotatedError, match="read"):
        annotated(b"%PDF-1.7 nothing", finding(), folder=tmp_path)


def test_a_page_that_is_not_there_is_no_place_for_a_mark(tmp_path: Path) -> None:
    with pytest.raises(NotAnnotatedError, match="pages"):
        annotated(drawn(_PAGE), finding(boxes="7:40.0,50.0,90.0,60.0"), folder=tmp_path)


def _encrypted(data: bytes, allowed: pikepdf.Permissions) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as plain:
        plain.save(made, encryption=pikepdf.Encryption(owner="geheim", user="", allow=allowed))
    return made.getvalue()
