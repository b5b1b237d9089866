"""Rows of a table in CSV or XLSX, each with its line, as spreadsheets write them."""

import csv
import io
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from beloften.errors import CorpusError
from beloften.safe_text import unguard_cell
from beloften.workbook import read_cells

MOST_BYTES = 100_000_000
"""A table is smaller; the sheet of a thousand sentences is under 1 MB."""

_DELIMITERS = ";\t,|"


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty.

    Attributes:
        place: file and line, for errors.
        values: what is filled in, without white space around it, by the name of its column in small letters.
    """

    place: str
    values: Mapping[str, str]


def read_rows(path: Path) -> tuple[tuple[str, ...], list[Row]]:
    """Read the names of the columns and the rows of a table; the first row that is not empty names them.

    CSV may be parted by commas, semicolons, tabs or bars, in UTF-8 (with or without a byte order mark),
    UTF-16 or Windows-1252. Of a workbook the sheet counts that is called *codering*, else the first.

    Raises:
        CorpusError: the file cannot be read, or a column has the name of another.
    """
    data = _read(path)
    is_workbook = path.suffix.lower() == ".xlsx"
    lines = enumerate(read_cells(data, str(path), "codering"), 1) if is_workbook else _of_csv(data, path)
    filled = [(line, [unguard_cell(value) for value in values]) for line, values in lines if any(values)]
    if not filled:
        raise CorpusError(f"{path} holds no rows.", "Its first row names the columns.")
    header_line, header = filled[0]
    names = tuple(name.casefold() for name in header)
    twice = {name for name in names if name and names.count(name) > 1}
    if twice:
        problem = f"{path}:{header_line}: the column {min(twice)!r} stands there twice."
        raise CorpusError(problem, "Keep one of the two.")
    rows = []
    for line, values in filled[1:]:
        if any(values[len(names) :]):
            problem = f"{path}:{line}: the row has more cells than there are columns."
            raise CorpusError(problem, "Put text with a delimiter in it between double quotes.")
        rows.append(Row(f"{path}:{line}", {n: v for n, v in zip(names, values, strict=False) if n and v}))
    return names, rows


def _of_csv(data: bytes, path: Path) -> Iterator[tuple[int, list[str]]]:
    text = _decoded(data)
    header = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=header.count)
    csv.field_size_limit(sys.maxsize)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for values in reader:
            yield line, [value.strip() for value in values]
            line = reader.line_num + 1
    except csv.Error as error:
        problem = f"{path}:{line}: this is no CSV: {error}."
        raise CorpusError(problem, "Look at the quotes in this row and the one before.") from error


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        problem = f"{path} cannot be read: {error.strerror}."
        raise CorpusError(problem, "Give a table in CSV or XLSX.") from error
    if len(data) > MOST_BYTES:
        raise CorpusError(f"{path} is larger than {MOST_BYTES // 1_000_000} MB.", "Divide it.")
    return data


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
