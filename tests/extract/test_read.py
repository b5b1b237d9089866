"""Real PDFs, typeset by the tests themselves, read as a user would."""

import io
import subprocess
import sys
from contextlib import suppress
from itertools import product

import pypdfium2 as pypdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beloften.corpus.walk import DOCUMENT_SUFFIXES
from beloften.errors import UnreadableError
from beloften.extract.document import Document, Kind, Quality
from beloften.extract.read import read_document
from tests.extract.pages import drawn, pdf

_SENTENCE = "De gemeente wil dat alle inwoners mee kunnen doen en dat zij de zorg krijgen die bij hen past. "

_NAMES = ["".join(letters) for letters in product("bdkm", "aeo", "nrst", "ai")]


def _read(source: str, **page: object) -> Document:
    return read_document(pdf(source, **page), "nota.pdf")  # type: ignore[arg-type]


def _texts(document: Document, kind: Kind) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.kind is kind]


def test_the_text_of_a_paragraph_is_whole_over_columns_and_pages() -> None:
    text = " en ".join(
        f"in {name} wil {_NAMES[-place]} dat {_NAMES[place // 2]} met {_NAMES[place // 3]} mee kan doen"
        for place, name in enumerate(_NAMES)
    )
    document = _read(text, columns=2)
    assert len(document.pages) > 1
    assert _texts(document, Kind.BODY) == [text]


def test_a_paragraph_leads_back_to_the_characters_of_the_page() -> None:
    data = pdf(_SENTENCE * 8)
    paragraph = read_document(data, "nota.pdf").text_paragraphs[0]
    page = pypdfium.PdfDocument(data)[0].get_textpage().get_text_range()
    for run in paragraph.runs:
        expected = page[run.source : run.source + run.end - run.start].replace("\ufffe", "-")
        assert paragraph.text[run.start : run.end] == expected


def test_headings_make_the_section_of_what_follows() -> None:
    document = _read(
        f'#set heading(numbering: "1.1")\n= Wonen\n{_SENTENCE}\n== Betaalbaar wonen\n{_SENTENCE}'
    )
    assert [paragraph.section for paragraph in document.paragraphs if paragraph.kind is Kind.BODY] == [
        ("1 Wonen",),
        ("1 Wonen", "1.1 Betaalbaar wonen"),
    ]


def test_list_items_are_units() -> None:
    document = _read(f"- {_SENTENCE}\n- Tweede punt.")
    assert _texts(document, Kind.LIST_ITEM) == [f"• {_SENTENCE.strip()}", "• Tweede punt."]


def test_a_footnote_stands_apart_from_the_text_that_it_interrupts() -> None:
    document = _read(
        f"Een noot#footnote[Zie de nota van vorig jaar.] hoort niet in de tekst. {_SENTENCE * 12}"
    )
    assert [text.lstrip("1 ") for text in _texts(document, Kind.FOOTNOTE)] == ["Zie de nota van vorig jaar."]
    assert len(_texts(document, Kind.BODY)) == 1


def test_running_heads_and_folios_are_kept_aside() -> None:
    head = '#set page(header: [Nota Sociaal Domein], numbering: "1")\n#counter(page).update(5)\n'
    document = _read(head + _SENTENCE * 60)
    assert "Nota" not in "".join(paragraph.text for paragraph in document.text_paragraphs)
    assert "Nota Sociaal Domein" in _texts(document, Kind.RUNNING)
    assert [page.labels[0].text for page in document.pages] == [
        str(5 + page.index) for page in document.pages
    ]
    assert {paragraph.number for paragraph in document.paragraphs if paragraph.kind is Kind.RUNNING} == {0}


def test_a_table_of_contents_is_furniture() -> None:
    entries = "".join(f"= Hoofdstuk over wonen {number}\n{_SENTENCE * 20}\n" for number in range(6))
    document = _read(f'#set page(numbering: "1")\n#outline(title: [Inhoud])\n#pagebreak()\n{entries}')
    assert not any(
        "wonen" in paragraph.text and ". ." in paragraph.text for paragraph in document.text_paragraphs
    )


def test_a_rotated_watermark_is_no_text() -> None:
    document = _read(f"#place(center + horizon, rotate(50deg, text(60pt)[Concept]))\n{_SENTENCE * 5}")
    assert "Concept" not in " ".join(paragraph.text for paragraph in document.text_paragraphs)


def test_cells_of_a_table_do_not_run_into_each_other() -> None:
    cells = "".join(f"[Doel {number}], [{_SENTENCE}]," for number in range(4))
    document = _read(f"#table(columns: 2, {cells})")
    assert _texts(document, Kind.TABLE).count(_SENTENCE.strip()) == 4


def test_a_page_that_is_shown_turned_is_read_as_it_is_shown() -> None:
    document = pypdfium.PdfDocument(
        pdf(f"#set page(flipped: true)\n#rotate(-90deg, reflow: true)[{_SENTENCE}]")
    )
    document[0].set_rotation(90)
    page = read_document(_saved(document), "nota.pdf").pages[0]
    assert (page.width, page.height) == (300, 400)


def _saved(document: pypdfium.PdfDocument) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_page_without_text_is_empty() -> None:
    document = _read("#rect()")
    assert document.quality is Quality.EMPTY
    assert document.remark


def test_english_is_another_language_and_not_garbled() -> None:
    document = _read(
        "The council wants all people to take part and to have the care that they need in their area. " * 4
    )
    assert document.quality is Quality.OTHER_LANGUAGE


@pytest.mark.parametrize(
    ("data", "name", "status"),
    [
        (b"", "leeg.pdf", "damaged"),
        (b"<html>niet gevonden</html>", "nota.pdf", "damaged"),
        (b"%PDF-1.7\nkapot", "nota.pdf", "damaged"),
        (b"", "leeg.docx", "damaged"),
        (b"PK\x03\x04", "nota.docx", "damaged"),
        (b"tekst", "nota.odt", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "nota.doc", "unsupported"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
            "nota.docx",
            "encrypted",
        ),
        (b"tekst", "zonder-achtervoegsel", "unsupported"),
    ],
)
def test_what_cannot_be_read_says_so(data: bytes, name: str, status: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_document(data, name)
    assert caught.value.status == status


def test_a_pdf_is_known_by_its_content_whatever_its_name() -> None:
    assert read_document(pdf(_SENTENCE), "nota.txt").format == "pdf"


def test_a_web_page_is_known_by_its_content_but_for_a_pdf_it_is_an_error_message() -> None:
    page = b"<!-- x --><!DOCTYPE html><p>De gemeente wil zorg.</p>"
    assert read_document(page, "nota.txt").format == "html"
    with pytest.raises(UnreadableError, match="web page"):
        read_document(page, "nota.pdf")


def test_without_the_extra_a_web_page_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "beloften.extract.unpaged.html", raising=False)
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    with pytest.raises(UnreadableError, match="beloften doctor") as caught:
        read_document(b"<html><p>De gemeente</p></html>", "nota.html")
    assert caught.value.status == "unsupported"


def test_importing_the_package_loads_no_pdf_library() -> None:
    check = "import sys, beloften.extract.read; sys.exit('pypdfium2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


@given(st.binary(max_size=200))
def test_no_bytes_after_the_sign_of_a_pdf_are_a_fault_of_the_program(data: bytes) -> None:
    with suppress(UnreadableError):
        assert read_document(b"%PDF-1.4\n" + data, "nota.pdf").format == "pdf"


def test_a_line_goes_on_behind_raised_and_lowered_figures() -> None:
    text = "De CO#sub[2];-uitstoot per m#super[2], zoals gemeten in het 3#super[e] kwartaal, daalt."
    document = _read(f"{text} {_SENTENCE}")
    assert _texts(document, Kind.BODY) == [
        f"De CO2-uitstoot per m2, zoals gemeten in het 3e kwartaal, daalt. {_SENTENCE.strip()}"
    ]


@pytest.mark.parametrize("sign", ["·", "§", "▪"])
def test_a_list_item_holds_all_its_sentences(sign: str) -> None:
    first, second = "Wij helpen.", "Ook bij schulden en bij het zoeken van werk zijn wij er voor iedereen."
    document = _read(f"#set list(marker: [{sign}])\n- {first} \\\n  {second}\n- {_SENTENCE}")
    assert _texts(document, Kind.LIST_ITEM) == [
        f"{sign} {first} {second}",
        f"{sign} {_SENTENCE.strip()}",
    ]


def test_what_is_filled_in_on_a_form_is_text() -> None:
    stream = f"/Tx BMC BT /F1 5 Tf 2 4 Td ({_SENTENCE}) Tj ET EMC"
    fonts = "/Font << /F1 3 0 R >>"
    appearance = (
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 260 20] /Resources << {fonts} >>"
        f" /Length {len(stream)} >>\nstream\n{stream}\nendstream"
    )
    field = (
        f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (doel) /V ({_SENTENCE}) /Rect [20 300 280 320] /F 4"
        " /DA (/F1 5 Tf) /AP << /N 5 0 R >> >>"
    )
    data = drawn("BT /F1 5 Tf 20 360 Td (Doel:) Tj ET", page="/Annots [6 0 R]", objects=(appearance, field))
    data = data.replace(b"/Type /Catalog", b"/Type /Catalog /AcroForm << /Fields [6 0 R] >>")
    texts = _texts(read_document(data, "formulier.pdf"), Kind.BODY)
    assert texts == ["Doel:", _SENTENCE.strip()]


def test_attached_files_are_not_read_and_that_is_said() -> None:
    document = pypdfium.PdfDocument(pdf(_SENTENCE))
    document.new_attachment("bijlage.txt").set_data(b"De gemeente")
    assert "attached" in read_document(_saved(document), "nota.pdf").remark


_SPREAD = """
#set page(width: 600pt, height: 300pt, margin: 20pt)
#let bladzijde(naam, nummer, links, diep) = {{
  place(top + left, dx: links, dy: diep, box(width: 220pt)[{sentence} {sentence} #naam])
  place(bottom + left, dx: links + 100pt)[#nummer]
}}
#for blad in range(1, 4) [
  #bladzijde([Eind links.], 2 * blad, 0pt, 140pt)
  #bladzijde([Eind rechts.], 2 * blad + 1, 300pt, 60pt)
  #if blad < 3 {{ pagebreak() }}
]
"""


def test_the_left_page_of_a_sheet_comes_first_also_when_its_text_begins_lower() -> None:
    data = pdf(_SPREAD.format(sentence="De gemeente wil dat alle inwoners mee kunnen doen."))
    document = read_document(data, "spread.pdf")
    labels = [document.label(paragraph.runs[0]) for paragraph in document.text_paragraphs]
    assert (sorted(labels), set(labels)) == (labels, set("234567"))


@pytest.mark.parametrize("suffix", sorted(DOCUMENT_SUFFIXES))
def test_every_kind_of_file_that_counts_as_a_document_has_a_reader(suffix: str) -> None:
    status = ""
    try:
        read_document(b"Geen van alle.", f"nota{suffix}")
    except UnreadableError as error:
        status = error.status
    assert status != "unsupported"
