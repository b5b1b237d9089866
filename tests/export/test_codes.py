from pathlib import Path

from beloften.codebook.diff import said
from beloften.export.codes import CodeRow, code_rows
from beloften.rundir.columns import CODEBOOK
from tests.tally.building import CODEBOOK as CONCEPTS

DOCS = Path(__file__).parents[2] / "docs" / "export.md"


def test_every_code_has_a_row_in_the_order_of_the_codebook_and_cues_have_none() -> None:
    rows = list(code_rows(said(CONCEPTS)))
    assert [row.code for row in rows] == [each.code for each in CONCEPTS.concepts if each.kind.is_code]
    assert [row.rank for row in rows] == list(range(1, len(rows) + 1))


def test_a_row_says_what_the_code_is_called_and_what_it_stands_against() -> None:
    row = next(row for row in code_rows(said(CONCEPTS)) if row.code == "maatwerk")
    assert (row.number, row.label_nl, row.label_en) == (4, "Maatwerk", "Maatwerk (en)")
    assert (row.opposite, row.definition) == ("rechtsgelijkheid", "What it is.")
    assert row.label("en") == "Maatwerk (en)"


def test_a_code_without_number_has_none() -> None:
    assert next(row for row in code_rows(said(CONCEPTS)) if row.code == "autarkie").number is None


def test_the_columns_are_the_fields_of_the_row_in_order_and_documented() -> None:
    assert [column.name for column in CODEBOOK] == list(CodeRow.__match_args__)
    section = DOCS.read_text("utf-8").split("\n## The table of codes\n")[1].split("\n## ")[0]
    assert [line for line in section.splitlines() if line.startswith("| `")] == [
        f"| `{column.name}` | {column.type} | {column.description} |" for column in CODEBOOK
    ]
