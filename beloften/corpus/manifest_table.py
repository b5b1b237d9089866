"""Manifests kept in a spreadsheet: the rows of `corpus.csv` or `corpus.xlsx`, each value with its place.

The first row names the columns. Of a value in a table the place is its row and the number of its column.
"""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from beloften.errors import CorpusError
from beloften.workbook import read_cells
from beloften.yaml_with_places import Node

_MAX_BYTES = 5_000_000
_DELIMITERS = ";\t,"

Row = tuple[int, list[str]]


def read_table(path: Path, file: str) -> list[Node]:
    """Read the rows of a manifest in CSV (by comma, semicolon or tab) or XLSX (the first sheet).

    Args:
        path: where the manifest is.
        file: its name as errors show it.

    Returns:
        A node for each row that is not empty: the values that are filled in, by the name of their column,
        which counts as their key.

    Raises:
        CorpusError: the file is not what its name says, or its rows do not fit its columns.
        OSError: the file cannot be opened.
    """
    with path.open("rb") as stream:
        raw = stream.read(_MAX_BYTES + 1)
    if len(raw) > _MAX_BYTES:
        message = f"{file}:1:1: the manifest is larger than {_MAX_BYTES // 1_000_000} MB."
        raise CorpusError(message, "Divide the corpus over several folders.")
    is_workbook = path.suffix.lower() == ".xlsx"
    rows = enumerate(read_cells(raw, file), 1) if is_workbook else _rows_of_csv(raw, file)
    filled = ((line, values) for line, values in rows if any(values))
    return list(_by_column(filled, file))


def _by_column(rows: Iterator[Row], file: str) -> Iterator[Node]:
    """Name the values by the header, which is the first row."""
    header_line, header = next(rows, (1, []))
    names = [name.casefold() for name in header]
    for column, name in enumerate(names, start=1):
        if name and name in names[: column - 1]:
            message = f"{file}:{header_line}:{column}: the column '{name}' stands here for the second time."
            raise CorpusError(message, "Keep one of the two.")
    for line, values in rows:
        row: dict[str, Node] = {}
        for column, text in enumerate(values, start=1):
            if not text:
                continue
            name = names[column - 1] if column <= len(names) else ""
            if not name:
                message = f"{file}:{line}:{column}: the value '{text}' stands in a column without a name."
                raise CorpusError(message, "Name the column in the first row, or put the value in quotes.")
            row[name] = Node(_value(name, text), line, column, header_line, column)
        yield Node(row, line, 1, line, 1)


def _rows_of_csv(raw: bytes, file: str) -> Iterator[Row]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"{file}:{line}:1: this line is not UTF-8."
        raise CorpusError(message, "Save the file as 'CSV UTF-8'.") from error
    header = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for values in reader:
            yield reader.line_num, [value.strip() for value in values]
    except csv.Error as error:
        message = f"{file}:{reader.line_num}:1: this is not CSV: {error}."
        raise CorpusError(message, "Look at the quotes in this row and the one before.") from error


def _value(name: str, text: str) -> str | int:
    """Only a year is a number: a table has no quotes to say that the title "2014" is text."""
    is_year = name == "jaar" and re.fullmatch(r"[0-9]{1,9}", text)
    return int(text) if is_year else text
