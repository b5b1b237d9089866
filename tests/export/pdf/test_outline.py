"""Bookmarks come behind those that a PDF has."""

import io

import pikepdf
import pypdfium2 as pypdfium

from beloften.export.pdf.outline import Bookmark, append_bookmark
from tests.extract.pages import drawn, pdf

_OURS = Bookmark("beloften", below=(Bookmark("4 Maatwerk (2)", below=(Bookmark("p. 1: op maat"),) * 2),))


def _titles(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    made = io.BytesIO()
    pdf.save(made)
    assert pikepdf.open(made).check_pdf_syntax() == []
    return [(item.level, item.get_title()) for item in pypdfium.PdfDocument(made.getvalue()).get_toc()]


_ADDED = [(0, "beloften"), (1, "4 Maatwerk (2)"), (2, "p. 1: op maat"), (2, "p. 1: op maat")]


def test_a_pdf_without_bookmarks_gets_them() -> None:
    with pikepdf.open(io.BytesIO(drawn(""))) as made:
        append_bookmark(made, _OURS)
        assert _titles(made) == _ADDED


def test_the_bookmarks_that_are_there_stay_before_ours() -> None:
    with pikepdf.open(io.BytesIO(pdf("= Een\n== Onder\n= Twee"))) as made:
        before = _titles(made)
        append_bookmark(made, _OURS)
        assert before == [(0, "Een"), (1, "Onder"), (0, "Twee")]
        assert _titles(made) == before + _ADDED


def test_bookmarks_that_lead_into_themselves_do_no_harm() -> None:
    outline = "<< /Type /Outlines /First 6 0 R /Last 5 0 R /Count (x) >>"
    loop = "<< /Title (a) /Parent 5 0 R /Next 6 0 R >>"
    with pikepdf.open(io.BytesIO(drawn("", objects=(outline, loop)))) as made:
        made.Root.Outlines = made.get_object(5, 0)
        append_bookmark(made, _OURS)
        assert _titles(made) == [(0, "a"), *_ADDED]


def test_ours_are_closed_so_that_the_list_stays_short() -> None:
    with pikepdf.open(io.BytesIO(pdf("= Een\n= Twee"))) as made:
        append_bookmark(made, _OURS)
        assert int(made.Root.Outlines.Count) == 3
        assert int(made.Root.Outlines.Last.Count) == -1


def test_a_bookmark_leads_to_a_place_on_a_page() -> None:
    with pikepdf.open(io.BytesIO(drawn("", ""))) as made:
        append_bookmark(made, Bookmark("hier", page=made.pages[1].obj, place=(0, 200)))
        saved = io.BytesIO()
        made.save(saved)
    document = pypdfium.PdfDocument(saved.getvalue())
    (item,) = document.get_toc()
    assert item.get_dest().get_index() == 1
    assert item.get_dest().get_view()[1][:2] == [0, 200]
