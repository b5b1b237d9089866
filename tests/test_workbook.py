"""A sheet is read as the text that it shows, whoever made it."""

import io
import zipfile

import openpyxl  # type: ignore[import-untyped]
import pytest

from beloften.errors import CorpusError
from beloften.workbook import read_cells


def workbook(**sheets: list[tuple[object, ...]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_a_cell_is_the_text_that_it_shows() -> None:
    data = workbook(blad=[(" code ", None, 0.5, 2014)])
    assert read_cells(data, "a.xlsx") == [["code", "", "0.5", "2014"]]


def test_a_whole_number_has_no_fraction_though_some_programs_write_one() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(blad=[(2014,)]))) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<v>2014</v>", b"<v>2014.0</v>"))
    assert read_cells(made.getvalue(), "a.xlsx") == [["2014"]]


def test_the_sheet_that_is_asked_for_counts_else_the_first() -> None:
    data = workbook(Uitleg=[("lees dit",)], Codering=[("code",)])
    assert read_cells(data, "a.xlsx", "codering") == [["code"]]
    assert read_cells(data, "a.xlsx", "anders") == [["lees dit"]]
    assert read_cells(data, "a.xlsx") == [["lees dit"]]


def test_what_is_no_workbook_is_refused_by_name() -> None:
    with pytest.raises(CorpusError, match=r"^a\.xlsx: this is not an XLSX workbook"):
        read_cells(b"code;level\n", "a.xlsx")
