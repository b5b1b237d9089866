"""Concordances as files: read back, with hostile texts in them."""

import io
from pathlib import Path

import pytest
from docx import Document
from markdown_it import MarkdownIt

from beloften.report.kwic.docx import kwic_docx
from beloften.report.kwic.files import KWIC, kwic_csv, kwic_markdown
from beloften.report.kwic.lines import KwicLine
from beloften.rundir.csv_rows import read_rows
from beloften.safe_text import visible
from tests.hostile import HOSTILE

LINE = KwicLine("zij bieden ", "maatwerk", " in de buurt.", "belofte", "(Leeuwarden 2014: 31)")
DOCS = Path(__file__).parents[3] / "docs" / "export.md"
RULES = "Regels: beloften 0.3.0 (0a1b2c3d4e5f)"
EACH = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)


def hostile(text: str) -> KwicLine:
    return KwicLine(text, text, text, text, text)


@EACH
def test_csv_gives_back_the_whole_context(text: str) -> None:
    (row,) = read_rows(io.StringIO(kwic_csv([hostile(text)]), newline=""), KWIC)
    assert KwicLine(**row) == hostile(text.encode("utf-8", "backslashreplace").decode())


def test_the_columns_are_documented() -> None:
    section = DOCS.read_text("utf-8").split("\n## Concordances\n")[1]
    assert [column.name for column in KWIC] == list(KwicLine.__match_args__)
    assert [line for line in section.splitlines() if line.startswith("| `")] == [
        f"| `{column.name}` | {column.type} | {column.description} |" for column in KWIC
    ]


def test_markdown_has_the_code_above_the_words_that_carry_it() -> None:
    assert kwic_markdown([LINE], "maatwerk", RULES).splitlines() == [
        "|  | maatwerk |  |  |  |",
        "| ---: | :---: | --- | --- | --- |",
        "| zij bieden | **maatwerk** | in de buurt. | belofte | (Leeuwarden 2014: 31) |",
        "",
        RULES,
    ]


@EACH
def test_a_hostile_text_is_text_in_markdown(text: str) -> None:
    markdown = kwic_markdown([hostile(text), LINE], "maatwerk", RULES)
    assert len(markdown.splitlines()) == 6
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown)
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close"}


def test_word_has_a_row_per_line_with_the_key_in_bold_and_the_rules_below() -> None:
    document = Document(io.BytesIO(kwic_docx([LINE, LINE], "maatwerk", RULES)))
    (table,) = document.tables
    assert document.paragraphs[-1].text == RULES
    shown = [[cell.text for cell in row.cells] for row in table.rows]
    assert shown[0] == ["ervoor", "maatwerk", "erna", "niveau of houding", "bron"]
    assert shown[1:] == [["zij bieden", "maatwerk", "in de buurt.", "belofte", "(Leeuwarden 2014: 31)"]] * 2
    assert table.cell(1, 1).paragraphs[0].runs[0].bold
    assert not table.cell(1, 2).paragraphs[0].runs[0].bold


def test_the_heads_for_word_are_english_when_asked_for() -> None:
    (table,) = Document(io.BytesIO(kwic_docx([LINE], "maatwerk", RULES, "en"))).tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "before",
        "maatwerk",
        "after",
        "level or stance",
        "source",
    ]


@EACH
def test_a_hostile_text_is_text_in_word(text: str) -> None:
    (table,) = Document(io.BytesIO(kwic_docx([hostile(text)], "maatwerk", RULES))).tables
    assert table.cell(1, 1).text == visible(text).strip()


def test_the_same_lines_give_the_same_document() -> None:
    assert kwic_docx([LINE], "maatwerk", RULES) == kwic_docx([LINE], "maatwerk", RULES)


def test_a_code_without_places_gives_an_empty_table() -> None:
    (table,) = Document(io.BytesIO(kwic_docx([], "maatwerk", RULES))).tables
    assert len(table.rows) == 1
    assert kwic_csv([]) == "left,key,right,degree,citation\n"


def test_the_table_for_word_has_lines_between_its_rows_and_its_head_on_each_page() -> None:
    (table,) = Document(io.BytesIO(kwic_docx([LINE], "maatwerk", RULES))).tables
    xml = table._tbl  # noqa: SLF001 - the library shows neither
    assert [len(xml.xpath(f"w:tblPr/w:tblBorders/w:{side}")) for side in ("top", "bottom", "insideH")] == [
        1,
        1,
        1,
    ]
    assert [len(row.xpath("w:trPr/w:tblHeader")) for row in xml.tr_lst] == [1, 0]
