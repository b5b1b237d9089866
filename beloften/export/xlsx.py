"""A workbook for Excel and LibreOffice: a sheet per table, and one that says what they mean."""

import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]

from beloften.export.about import about
from beloften.export.material import Material
from beloften.export.tables import Table, tables_of
from beloften.rundir.columns import Column

MOST_ROWS = 1_048_576
"""Rows of a sheet, its head included; what goes beyond stands in a further sheet."""

MOST_LETTERS = 32_767
"""Letters of a cell; one outside Unicode's first plane counts as two."""

_NO_MOMENT = datetime(2018, 4, 12)  # noqa: DTZ001 - a workbook has no time zones, and no time makes it another
_ORDER = ("tellingen", "bevindingen", "documenten", "codebook")
_WIDTHS = {
    "sentence": 60,
    "definition": 80,
    "before": 40,
    "after": 40,
    "titel": 40,
    "remark": 40,
    "heading": 30,
    "document": 28,
    "citation": 24,
    "label_nl": 42,
    "label_en": 36,
    "words": 24,
    "group": 20,
    "gemeente": 20,
    "code": 20,
}
_ROOM_FOR_ARROW = 4
_WRAPPED = frozenset({"sentence", "before", "after", "definition"})
_WIDE = 100
_LINE = 15
_MOST_LINES = 12
_A4 = 9


def write(material: Material, path: Path) -> Sequence[str]:
    """Write a workbook with the sheets tellingen, bevindingen, documenten, codebook and over.

    Returns:
        Remarks: which texts were cut, and which tables go on in a further sheet.
    """
    return write_book(material, path, MOST_ROWS)


def write_book(material: Material, path: Path, most_rows: int) -> Sequence[str]:
    """Write a workbook as `write` does, with at most so many rows in a sheet."""
    tables = tables_of(material.run)
    stream = io.BytesIO()  # so that what cannot be written is an OSError, as elsewhere
    with xlsxwriter.Workbook(stream, {"constant_memory": True}) as book:
        book.set_properties({"title": material.name, "created": _NO_MOMENT})
        remarks = [remark for name in _ORDER for remark in _write_table(book, tables[name], most_rows)]
        _write_about(book, material, remarks)
    path.write_bytes(stream.getvalue())
    return remarks


def _write_table(book: Any, table: Table, most_rows: int) -> list[str]:  # noqa: ANN401 - it has no types
    """Write a table in as many sheets as it takes, and say what does not fit."""
    size = most_rows - 1
    cut: list[str] = []
    starts = range(0, max(len(table.rows), 1), size)
    for number, start in enumerate(starts, 1):
        part = replace(table, rows=table.rows[start : start + size])
        cut += _write_sheet(book, table.name if number == 1 else f"{table.name} {number}", part)
    remarks = []
    if len(starts) > 1:
        remarks.append(f"{table.name} has more rows than a sheet holds: it goes on in “{table.name} 2”.")
    if cut:
        many = f"{len(cut)} texts are" if len(cut) > 1 else "A text is"
        remarks.append(
            f"{many} longer than the {MOST_LETTERS:,} letters that a cell holds and cut short, in {cut[0]}"
            f"{' and further' if len(cut) > 1 else ''}."
        )
    return remarks


def _write_sheet(book: Any, name: str, table: Table) -> list[str]:  # noqa: ANN401 - as above
    """Write a sheet with its head always in sight and filters; return the cells in which text was cut."""
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    _lay_out(sheet)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    head = book.add_format({"bold": True, "valign": "top", "bottom": 1})
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, max(_WIDTHS.get(column.name, 0), len(column.name) + _ROOM_FOR_ARROW))
        sheet.write_string(0, place, column.name, head)
    forms = [_form(book, column) for column in table.columns]
    cut = []
    for line, row in enumerate(table.dicts(), 1):
        sheet.set_row(line, _height(row))
        for place, (value, form) in enumerate(zip(row.values(), forms, strict=True)):
            if isinstance(value, str):
                text = fitting(value)
                sheet.write_string(line, place, text, form)  # never a formula, nor a link
                if text != value:
                    cut.append(f"{name}!{xl_rowcol_to_cell(line, place)}")
            elif value is not None:
                sheet.write_number(line, place, value, form)
    return cut


def _lay_out(sheet: Any) -> None:  # noqa: ANN401 - as above
    """Set how a sheet is printed: on A4 that lies, all columns on a page, the head on each."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _height(row: Mapping[str, Any]) -> int:
    """Return a height in points for the wrapped texts of a row: LibreOffice finds none by itself."""
    lines = [math.ceil(len(row[name]) / _WIDTHS[name]) for name in _WRAPPED & row.keys()]
    return _LINE * min(max([1, *lines]), _MOST_LINES)


def _form(book: Any, column: Column) -> Any:  # noqa: ANN401 - as above
    form = {"valign": "top", "text_wrap": column.name in _WRAPPED}
    if column.type == "number":
        form["num_format"] = f"0.{'0' * column.decimals}"
    return book.add_format(form)


def fitting(text: str) -> str:
    """Return a text as far as a cell holds it, with an ellipsis where it is cut."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MOST_LETTERS:
        return text
    return units[: 2 * (MOST_LETTERS - 1)].decode("utf-16-le", "ignore") + "…"


def _write_about(book: Any, material: Material, remarks: Sequence[str]) -> None:  # noqa: ANN401 - as above
    """Write the sheet that says what the run was made with, and what numbers and columns mean."""
    sheet = book.add_worksheet("over")
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, _WIDE)
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    columns = [
        (f"{table.name}: {column.name}", column.description)
        for table in tables_of(material.run).values()
        for column in table.columns
    ]
    lines = [*about(material), *(("!", remark) for remark in remarks), *columns]
    for line, (name, text) in enumerate(lines):
        sheet.set_row(line, _LINE * max(1, math.ceil(len(text) / _WIDE)))
        sheet.write_string(line, 0, fitting(name), bold)
        sheet.write_string(line, 1, fitting(text), wrapped)
