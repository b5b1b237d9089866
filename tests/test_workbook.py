"""A sheet is read as the text that it shows, whoever made it."""

import io
import re
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


def with_sheet(rows: str) -> bytes:
    """A workbook with these rows, as XML."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(blad=[("code",)]))) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            text = old.read(name).decode()
            if name.endswith("sheet1.xml"):
                text = re.sub(
                    "<sheetData>.*</sheetData>", f"<sheetData>{rows}</sheetData>", text, flags=re.DOTALL
                )
            new.writestr(name, text)
    return made.getvalue()


CELL = '<c r="{}" t="inlineStr"><is><t>code</t></is></c>'


def test_a_sheet_that_is_formatted_to_its_last_row_is_read() -> None:
    rows = read_cells(with_sheet(f'<row r="1048576">{CELL.format("A1048576")}</row>'), "a.xlsx")
    assert [row for row in rows if row] == [["code"]]


@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="2000000000">{CELL.format("A2000000000")}</row>',
        "".join(f'<row r="{row}">{CELL.format(f"XFD{row}")}</row>' for row in range(1, 200)),
        f"<row>{'<c/>' * 2_000_001}</row>",
    ],
    ids=["a far row", "far columns", "many cells"],
)
def test_a_sheet_that_unfolds_to_more_than_any_table_is_refused(rows: str) -> None:
    with pytest.raises(CorpusError, match="not an XLSX workbook that can be read"):
        read_cells(with_sheet(rows), "a.xlsx")


def test_the_sheet_that_is_asked_for_counts_else_the_first() -> None:
    data = workbook(Uitleg=[("lees dit",)], Codering=[("code",)])
    assert read_cells(data, "a.xlsx", "codering") == [["code"]]
    assert read_cells(data, "a.xlsx", "anders") == [["lees dit"]]
    assert read_cells(data, "a.xlsx") == [["lees dit"]]


def test_what_is_no_workbook_is_refused_by_name() -> None:
    with pytest.raises(CorpusError, match=r"^a\.xlsx: this is not an XLSX workbook"):
        read_cells(b"code;level\n", "a.xlsx")
