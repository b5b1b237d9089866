"""Rows to CSV and back: UTF-8, RFC 4180 with line feeds, and nothing in it that a spreadsheet would run."""

import csv
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from operator import attrgetter
from typing import Any, TextIO

from beloften.rundir.columns import TELLINGEN, Column
from beloften.safe_text import guard_cell, unguard_cell
from beloften.tally.count import Telling


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a CSV file is written: what stands between cells, in decimals, and at the end of a line."""

    delimiter: str = ","
    decimal_mark: str = "."
    line_end: str = "\n"


PLAIN = Dialect()
"""That of a run."""

DUTCH_EXCEL = Dialect(";", ",", "\r\n")
"""What Excel opens with a double click where decimals have a comma."""


BLOCK = 500
"""How many lines are written at once."""

KEPT = 256
"""How many cells of a column are kept as they are written."""


def write_tellingen(rows: Iterable[Telling], stream: TextIO) -> None:
    """Write counts as CSV, with the columns of `columns.TELLINGEN`."""
    write_rows(rows, TELLINGEN, stream)


def write_rows(
    rows: Iterable[object], columns: Sequence[Column], stream: TextIO, dialect: Dialect = PLAIN
) -> None:
    """Write a header and a line per row.

    Text that begins like a formula gets an apostrophe before it (`safe_text.guard_cell`). Half a character,
    as file names in another encoding can hold, becomes its code, since no UTF-8 can carry it.

    Args:
        rows: objects with an attribute per column.
        columns: what to write, in order.
        stream: text stream that leaves line ends alone (opened with `newline=""`).
        dialect: how.
    """
    join, line_end = dialect.delimiter.join, dialect.line_end
    stream.write(join(column.name for column in columns) + line_end)
    forms = [_form(column, dialect) for column in columns]
    values_of = attrgetter(*(column.name for column in columns))
    lines = (
        join(["" if value is None else form(value) for form, value in zip(forms, values, strict=True)])
        for values in map(values_of, rows)
    )
    while block := list(islice(lines, BLOCK)):
        text = line_end.join([*block, ""])
        stream.write(text.encode("utf-8", "backslashreplace").decode())


def read_rows(
    stream: TextIO, columns: Sequence[Column], dialect: Dialect = PLAIN
) -> Iterator[dict[str, Any]]:
    """Yield the rows that `write_rows` wrote, with their types, by the names of the columns.

    Columns of the file that are not asked for are left out.

    Raises:
        ValueError: when a column is missing, or a cell is not of its column's type.
    """
    csv.field_size_limit(sys.maxsize)
    reader = csv.DictReader(stream, delimiter=dialect.delimiter, strict=True)
    try:
        missing = {column.name for column in columns} - set(reader.fieldnames or ())
        if missing:
            raise ValueError(f"there is no column {min(missing)}")
        for row in reader:
            yield {column.name: _value(row[column.name], column, dialect) for column in columns}
    except csv.Error as error:
        raise ValueError(f"line {reader.line_num}: {error}") from error


def _text(value: str, quoted: re.Pattern[str]) -> str:
    if value.isalnum():  # as codes and hashes are
        return value
    text = guard_cell(value)
    return '"{}"'.format(text.replace('"', '""')) if quoted.search(text) else text


def _form(column: Column, dialect: Dialect) -> Callable[[Any], str]:
    """How a value of a column is written."""
    if column.type == "number":
        number = f"{{:.{column.decimals}f}}".format
        return number if dialect is PLAIN else lambda value: number(value).replace(".", dialect.decimal_mark)
    if column.type == "integer":
        return str
    # names and labels come back in row after row
    return lru_cache(KEPT)(partial(_text, quoted=re.compile(rf'["\r\n{re.escape(dialect.delimiter)}]')))


def _value(cell: str | None, column: Column, dialect: Dialect) -> str | int | float | None:
    if cell is None:
        raise ValueError(f"a line ends before the column {column.name}")
    if column.type == "string":
        return unguard_cell(cell)
    if not cell:
        return None
    return int(cell) if column.type == "integer" else float(cell.replace(dialect.decimal_mark, "."))
