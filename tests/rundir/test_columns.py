from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from beloften.compare.asked import Show
from beloften.compare.codes import Verschil
from beloften.compare.contrast import Contrast
from beloften.compare.dubbel import Dubbel
from beloften.compare.gelijkenis import Gelijkenis
from beloften.compare.samenhang import Samenhang
from beloften.compare.tekorten import Tekort
from beloften.drift.numbers import MovedNumber
from beloften.drift.promises import PromiseChange
from beloften.report.drift.columns import DRIFT
from beloften.report.drift.promises import PROMISES
from beloften.report.tables.compare_columns import COMPARE
from beloften.rundir.columns import BEVINDINGEN, DOCUMENTEN, TELLINGEN, ZINNEN, Column
from beloften.rundir.datapackage import CSV_FILES
from beloften.rundir.rows import Bevinding, DocumentRow, ZinRow
from beloften.tally.count import Telling

DOCS = Path(__file__).parents[2] / "docs" / "kolommen.md"


@pytest.mark.parametrize(
    ("columns", "row"),
    [(BEVINDINGEN, Bevinding), (TELLINGEN, Telling), (DOCUMENTEN, DocumentRow), (ZINNEN, ZinRow)],
)
def test_the_columns_are_the_fields_of_the_row_in_order(columns: tuple[Column, ...], row: type[Any]) -> None:
    assert [column.name for column in columns] == list(row.__match_args__)


@pytest.mark.parametrize(
    ("show", "row"),
    [
        (Show.VERSCHILLEN, Verschil),
        (Show.CONTRAST, Contrast),
        (Show.TEKORTEN, Tekort),
        (Show.GELIJKENIS, Gelijkenis),
        (Show.SAMENHANG, Samenhang),
        (Show.DUBBEL, Dubbel),
    ],
)
def test_the_columns_of_a_comparison_are_the_fields_of_its_rows_and_documented(show: Show, row: type) -> None:
    assert [column.name for column in COMPARE[show]] == [field.name for field in fields(row)]
    section = DOCS.read_text("utf-8").split(f"\n### {show}\n")[1].split("\n##")[0]
    assert [line for line in section.splitlines() if line.startswith("| `")] == [
        f"| `{column.name}` | {column.type} | {column.description} |" for column in COMPARE[show]
    ]


@pytest.mark.parametrize(
    ("columns", "row", "command"),
    [(DRIFT, MovedNumber, "beloften scan --baseline"), (PROMISES, PromiseChange, "beloften diff")],
)
def test_the_columns_of_what_moved_are_there_and_documented(
    columns: tuple[Column, ...], row: type, command: str
) -> None:
    assert {field.name for field in fields(row)} <= {column.name for column in columns}
    assert all(hasattr(row, column.name) for column in columns)
    section = DOCS.read_text("utf-8").split(f"\n## What `{command}` prints\n")[1].split("\n## ")[0]
    assert [line for line in section.splitlines() if line.startswith("| `")] == [
        f"| `{column.name}` | {column.type} | {column.description} |" for column in columns
    ]


@pytest.mark.parametrize("name", CSV_FILES)
def test_every_column_is_documented_as_the_data_package_describes_it(name: str) -> None:
    section = DOCS.read_text("utf-8").split(f"\n## {name}\n")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    assert rows == [
        f"| `{column.name}` | {column.type} | {column.description} |" for column in CSV_FILES[name]
    ]
