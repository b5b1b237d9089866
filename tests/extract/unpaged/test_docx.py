"""DOCX files, written by python-docx and changed where it cannot write what Word does."""

import io
from contextlib import suppress

import docx
import pytest
from docx.document import Document as Draft
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from beloften.errors import UnreadableError
from beloften.extract.document import Document, Kind, Quality
from beloften.extract.read import read_document
from tests.extract.zips import repacked, shown, status_of, zipped

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SENTENCE = "De gemeente wil dat alle inwoners mee kunnen doen."


def _saved(draft: Draft) -> bytes:
    buffer = io.BytesIO()
    draft.save(buffer)
    return buffer.getvalue()


def _read(draft: Draft) -> Document:
    return read_document(_saved(draft), "nota.docx")


def _with_xml(*paragraphs: str) -> list[tuple[Kind, str]]:
    """Read a document with paragraphs whose XML is given."""
    draft = docx.Document()
    for inner in paragraphs:
        draft.element.body.insert(-1, parse_xml(f'<w:p xmlns:w="{_NAMESPACE}">{inner}</w:p>'))
    return shown(_read(draft))


def test_headings_make_sections_and_paragraphs_have_numbers() -> None:
    draft = docx.Document()
    draft.add_heading("Nota", 0)
    draft.add_heading("Wonen", 1)
    draft.add_heading("Huur", 2)
    draft.add_paragraph(_SENTENCE)
    document = _read(draft)
    assert (document.format, document.quality, document.pages) == ("docx", Quality.OK, ())
    assert document.paragraphs[-1].section == ("Nota", "Wonen", "Huur")
    assert [paragraph.number for paragraph in document.paragraphs] == [1, 2, 3, 4]


def test_a_heading_is_known_by_its_dutch_name_by_what_it_builds_on_and_by_its_outline_level() -> None:
    draft = docx.Document()
    own = draft.styles.add_style("Kop 1", WD_STYLE_TYPE.PARAGRAPH)
    built = draft.styles.add_style("Huisstijl kopregel", WD_STYLE_TYPE.PARAGRAPH)
    built.base_style = draft.styles["Heading 2"]
    draft.add_paragraph("Wonen", own)
    draft.add_paragraph("Huur", built)
    level = parse_xml(f'<w:outlineLvl xmlns:w="{_NAMESPACE}" w:val="2"/>')
    draft.add_paragraph("Sociale huur").paragraph_format.element.get_or_add_pPr().append(level)
    draft.add_paragraph(_SENTENCE)
    assert _read(draft).paragraphs[-1].section == ("Wonen", "Huur", "Sociale huur")


def test_lists_captions_and_contents_are_told_apart() -> None:
    draft = docx.Document()
    for text, style in (
        ("Zorg dichtbij", "List Bullet"),
        ("Eerst zorg", "List Number"),
        ("Figuur 1", "Caption"),
    ):
        draft.add_paragraph(text, style)
    draft.add_paragraph("1 Wonen 3", draft.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH))
    numbered = parse_xml(f'<w:numPr xmlns:w="{_NAMESPACE}"><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>')
    draft.add_paragraph("Dan hulp").paragraph_format.element.get_or_add_pPr().append(numbered)
    assert [kind for kind, _ in shown(_read(draft))] == [
        Kind.LIST_ITEM,
        Kind.LIST_ITEM,
        Kind.CAPTION,
        Kind.RUNNING,
        Kind.LIST_ITEM,
    ]


def test_tables_are_read_row_by_row_where_they_stand() -> None:
    draft = docx.Document()
    draft.add_paragraph("Vooraf.")
    table = draft.add_table(2, 2)
    for cell, text in zip(table._cells, ("Doel", "Middel", "Zorg", "Wijkteam"), strict=True):  # noqa: SLF001 - it has no public list of cells
        cell.text = text
    draft.add_paragraph("Daarna.")
    assert shown(_read(draft)) == [
        (Kind.BODY, "Vooraf."),
        (Kind.TABLE, "Doel | Middel"),
        (Kind.TABLE, "Zorg | Wijkteam"),
        (Kind.BODY, "Daarna."),
    ]


def test_headers_and_footers_are_kept_aside() -> None:
    draft = docx.Document()
    draft.add_paragraph(_SENTENCE)
    draft.sections[0].header.paragraphs[0].text = "Gemeente Proef"
    draft.sections[0].footer.paragraphs[0].text = "Nota"
    assert sorted(shown(_read(draft))[1:]) == [(Kind.RUNNING, "Gemeente Proef"), (Kind.RUNNING, "Nota")]


def test_inserted_text_is_text_and_deleted_text_is_not() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>weg </w:delText></w:r></w:del>'
    moved = '<w:moveFrom w:id="3"><w:r><w:t>verplaatst </w:t></w:r></w:moveFrom>'
    inserted = '<w:ins w:id="2"><w:r><w:t>nieuwe</w:t></w:r></w:ins>'
    text = _with_xml(
        f'<w:r><w:t xml:space="preserve">De </w:t></w:r>{deleted}{moved}{inserted}<w:r><w:t> nota</w:t></w:r>'
    )
    assert text == [(Kind.BODY, "De nieuwe nota"), (Kind.STRUCK, "weg")]


@pytest.mark.parametrize("mark", ["<w:strike/>", "<w:dstrike/>", '<w:strike w:val="true"/>'])
def test_struck_text_is_kept_aside(mark: str) -> None:
    struck = f"<w:r><w:rPr>{mark}</w:rPr><w:t>oude </w:t></w:r>"
    kept = '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>nota.</w:t></w:r>'
    text = _with_xml(f'<w:r><w:t xml:space="preserve">De </w:t></w:r>{struck}{kept}')
    assert text == [(Kind.BODY, "De nota."), (Kind.STRUCK, "oude")]


def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next() -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
    assert _with_xml(
        f'{mark}<w:r><w:t xml:space="preserve">Wij bieden </w:t></w:r>', "<w:r><w:t>hulp.</w:t></w:r>"
    ) == [(Kind.BODY, "Wij bieden hulp.")]


def test_properties_from_before_a_tracked_change_do_not_hold() -> None:
    before = '<w:pPr><w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange></w:pPr>'
    assert _with_xml(f"{before}<w:r><w:t>Tekst.</w:t></w:r>") == [(Kind.BODY, "Tekst.")]


def test_hidden_text_and_codes_of_fields_are_no_text() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r>"
    code = "<w:r><w:instrText>PAGEREF</w:instrText></w:r>"
    shown_again = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>zichtbaar</w:t></w:r>'
    assert _with_xml(hidden + code + shown_again) == [(Kind.BODY, "zichtbaar")]


def test_breaks_and_tabs_part_words_and_optional_hyphens_do_not() -> None:
    assert _with_xml(
        "<w:r><w:t>een</w:t><w:br/><w:t>twee</w:t><w:tab/><w:t>drie</w:t></w:r>",
        "<w:r><w:t>wijk</w:t><w:softHyphen/><w:t>team</w:t><w:noBreakHyphen/><w:t>lid</w:t></w:r>",
    ) == [(Kind.BODY, "een twee drie"), (Kind.BODY, "wijkteam-lid")]


def test_a_text_box_follows_the_paragraph_it_hangs_on_and_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Kader.</w:t></w:r></w:p></w:txbxContent>"
    alternatives = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert _with_xml(f"<w:r><w:t>Voor</w:t>{alternatives}</w:r><w:r><w:t> en na.</w:t></w:r>") == [
        (Kind.BODY, "Voor en na."),
        (Kind.BODY, "Kader."),
    ]


def _relations(*pairs: tuple[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="r{kind}" Type="x/{kind}" Target="{target}"/>' for kind, target in pairs
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{each}</Relationships>'


def _by_hand(body: str, **parts: str | bytes) -> bytes:
    """Pack a document with a main part of another name than usual, as some programs do."""
    return zipped(
        {
            "_rels/.rels": _relations(("officeDocument", "/word/document2.xml")),
            "word/_rels/document2.xml.rels": _relations(*((kind, f"{kind}.xml") for kind in parts)),
            "word/document2.xml": f'<w:document xmlns:w="{_NAMESPACE}"><w:body>{body}</w:body></w:document>',
            **{f"word/{kind}.xml": content for kind, content in parts.items()},
        }
    )


def test_a_footnote_follows_the_paragraph_that_refers_to_it() -> None:
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Zie de Wmo.</w:t></w:r></w:p></w:footnote>'
    line = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>'
    data = _by_hand(
        '<w:p><w:r><w:t>Zorg</w:t><w:footnoteReference w:id="2"/><w:t> nabij.</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>Meer.</w:t></w:r></w:p>",
        footnotes=f'<w:footnotes xmlns:w="{_NAMESPACE}">{line}{note}</w:footnotes>',
    )
    assert shown(read_document(data, "nota.docx")) == [
        (Kind.BODY, "Zorg nabij."),
        (Kind.FOOTNOTE, "Zie de Wmo."),
        (Kind.BODY, "Meer."),
    ]


def test_a_deleted_row_is_no_row() -> None:
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in "ab")
    row = f"<w:tr>{{}}{cells}</w:tr>"
    deleted = row.format('<w:trPr><w:del w:id="1"/></w:trPr>')
    data = _by_hand(f"<w:tbl>{deleted}{row.format('')}</w:tbl>")
    assert shown(read_document(data, "nota.docx")) == [(Kind.TABLE, "a | b")]


def test_an_embedded_document_is_not_read_and_that_is_said() -> None:
    document = read_document(_by_hand('<w:altChunk r:id="x" xmlns:r="y"/>'), "nota.docx")
    assert document.quality is Quality.EMPTY
    assert "embedded" in document.remark


def test_a_workbook_is_unsupported() -> None:
    data = zipped(
        {"_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")), "xl/workbook.xml": "<workbook/>"}
    )
    assert status_of(data, "cijfers.xlsx") == "unsupported"


def test_a_document_without_its_main_part_is_damaged() -> None:
    assert status_of(zipped({"_rels/.rels": _relations()}), "nota.docx") == "damaged"


def test_entities_are_refused_before_they_are_expanded() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>'
    data = repacked(_saved(docx.Document()), {"word/document.xml": bomb})
    assert status_of(data, "nota.docx") == "damaged"


def test_styles_that_are_based_on_each_other_end() -> None:
    loop = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>'
        for a, b in ("AB", "BA")
    )
    data = _by_hand(
        '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Tekst.</w:t></w:r></w:p>',
        styles=f'<w:styles xmlns:w="{_NAMESPACE}">{loop}</w:styles>',
    )
    assert shown(read_document(data, "nota.docx")) == [(Kind.BODY, "Tekst.")]


_WHOLE = _saved(docx.Document())


@settings(max_examples=60)
@given(st.integers(0, len(_WHOLE) - 1), st.binary(min_size=1, max_size=40))
def test_no_damage_to_a_file_is_a_fault_of_the_program(place: int, noise: bytes) -> None:
    with suppress(UnreadableError):
        assert read_document(_WHOLE[:place] + noise + _WHOLE[place + len(noise) :], "nota.docx").pages == ()
