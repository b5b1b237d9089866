"""The workbook that XlsxWriter wrote, read by openpyxl."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
from openpyxl.utils.escape import unescape  # type: ignore[import-untyped]

from beloften.export.asked import ExportFormat
from beloften.export.formats import export_run
from beloften.export.material import Material
from beloften.export.xlsx import MOST_LETTERS, fitting, write_book
from beloften.rundir.rows import Bevinding, DocumentRow
from beloften.tally.count import Telling
from tests.export.building import as_written, hostile, sample, typed
from tests.hostile import HOSTILE


def rows(path: Path, sheet: str, kind: type) -> list[dict[str, Any]]:
    head, *lines = openpyxl.load_workbook(path)[sheet].iter_rows()
    names = [cell.value for cell in head]
    values = ([_value(cell) for cell in line] for line in lines)
    return [typed(dict(zip(names, line, strict=True)), kind) for line in values]


def _value(cell: Any) -> Any:  # noqa: ANN401 - whatever a cell holds
    assert cell.data_type != "f"
    return unescape(cell.value) if cell.data_type == "s" else cell.value


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("xlsx") / "voorbeeld.xlsx"
    assert export_run(sample(), ExportFormat.XLSX, path) == ()
    return path


def test_all_rows_come_back_as_they_were(book: Path) -> None:
    run = sample().run
    assert rows(book, "bevindingen", Bevinding) == as_written(run.bevindingen)
    assert rows(book, "documenten", DocumentRow) == as_written(run.documenten)
    assert rows(book, "tellingen", Telling) == as_written(run.tellingen)


def test_hostile_texts_come_back_and_only_those_too_long_are_cut(tmp_path: Path) -> None:
    remarks = export_run(hostile(), ExportFormat.XLSX, tmp_path / "x.xlsx")
    wanted = as_written(hostile().run.bevindingen)
    read = rows(tmp_path / "x.xlsx", "bevindingen", Bevinding)
    unequal = [name for name, a, b in zip(HOSTILE, read, wanted, strict=True) if a != b]
    assert unequal == ["long", "long-words"]
    assert [line for line in remarks if "bevindingen!B" in line]


def test_a_cut_text_fits_and_says_that_it_goes_on() -> None:
    assert fitting("a" * MOST_LETTERS) == "a" * MOST_LETTERS
    assert fitting("a" * (MOST_LETTERS + 1)) == "a" * (MOST_LETTERS - 1) + "…"
    emoji = fitting("👍" * MOST_LETTERS)
    assert len(emoji.encode("utf-16-le")) // 2 <= MOST_LETTERS
    assert set(emoji) == {"👍", "…"}


def test_rows_beyond_a_sheet_stand_in_a_further_one(tmp_path: Path) -> None:
    material = sample()
    remarks = write_book(material, tmp_path / "x.xlsx", most_rows=301)
    assert [line for line in remarks if "“bevindingen 2”" in line]
    names = [name for name in openpyxl.load_workbook(tmp_path / "x.xlsx").sheetnames if "bevind" in name]
    read = [row for name in names for row in rows(tmp_path / "x.xlsx", name, Bevinding)]
    assert len(names) > 1
    assert read == as_written(material.run.bevindingen)


@pytest.mark.parametrize("sheet", ["tellingen", "bevindingen", "documenten", "codebook"])
def test_the_head_stays_in_sight_and_each_column_can_be_filtered(book: Path, sheet: str) -> None:
    read = openpyxl.load_workbook(book)[sheet]
    assert read.freeze_panes == "A2"
    assert read.auto_filter.ref == read.dimensions


def test_numbers_are_numbers(book: Path) -> None:
    sheet = openpyxl.load_workbook(book)["tellingen"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    rate = sheet.cell(2, columns["rate"])
    assert (rate.data_type, rate.number_format) == ("n", "0.000")
    assert sheet.cell(2, columns["woorden"]).value == sample().run.tellingen[0].woorden


def test_the_last_sheet_says_what_the_columns_mean(book: Path) -> None:
    lines = {name.value: text.value for name, text in openpyxl.load_workbook(book)["over"].iter_rows()}
    assert lines["Programma"] == f"beloften {sample().run.info['beloften']}"
    assert lines["tellingen: woorden"].startswith("All words")


@pytest.mark.parametrize("made", [sample, hostile])
def test_the_same_run_gives_the_same_bytes(made: Callable[[], Material], tmp_path: Path) -> None:
    for name in "ab":
        export_run(made(), ExportFormat.XLSX, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    with zipfile.ZipFile(tmp_path / "a") as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
        assert b"2018-04-12" in parts.read("docProps/core.xml")


def test_a_run_without_findings_has_its_sheets_all_the_same(tmp_path: Path) -> None:
    material = sample()
    empty = replace(material, run=replace(material.run, bevindingen=()))
    export_run(empty, ExportFormat.XLSX, tmp_path / "x.xlsx")
    assert rows(tmp_path / "x.xlsx", "bevindingen", Bevinding) == []


@pytest.mark.parametrize("sheet", ["tellingen", "bevindingen", "documenten", "codebook"])
def test_a_sheet_is_printed_on_pages_that_lie_with_all_columns_and_the_head(book: Path, sheet: str) -> None:
    read = openpyxl.load_workbook(book)[sheet]
    assert (read.page_setup.orientation, read.page_setup.paperSize) == ("landscape", 9)
    assert (read.page_setup.fitToWidth or 1, read.page_setup.fitToHeight) == (1, 0)  # 1 is what it is unsaid
    assert read.sheet_properties.pageSetUpPr.fitToPage
    assert read.print_title_rows == "$1:$1"
