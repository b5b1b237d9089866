"""SPSS: codes, levels and stances are numbers with labels, so that they can be tabulated."""

import textwrap
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pyreadstat

from beloften.codebook.schema import ConceptKind, Level, Stance
from beloften.export.about import rules_of
from beloften.export.codes import code_rows
from beloften.export.material import Material
from beloften.export.tables import Table, tables_of
from beloften.report.wording import word
from beloften.rundir.columns import Column
from beloften.tally.count import ALL
from beloften.tally.interval import Unit

LONGEST = 32_767
"""Bytes of a text that SPSS holds."""

LISTS: Mapping[str, Sequence[str]] = {
    "kind": tuple(kind for kind in ConceptKind if kind.is_code),
    "level": tuple(Level),
    "stance": tuple(Stance),
    "measure": (ALL, *Level, *Stance),
    "interval": tuple(Unit),
}
"""The words of a column in the order of their numbers, which begin with 1."""

_TRANSLATED = frozenset({*Level, *Stance})
_LONGEST_LABEL = 255
_LONGEST_VALUE_LABEL = 120
_LONGEST_NOTE = 80  # bytes of a line
_CREATED = 92  # place of the date and the time in the head of a file
_NO_MOMENT = b"12 Apr 1800:00:00"

Labels = Mapping[str, Mapping[str, str]]
"""By column the words in it in the order of their numbers, each with its label."""


def write(material: Material, folder: Path) -> Sequence[str]:
    """Write a file per table into an empty folder.

    A code has the number `rank` of `codebook.sav`, other words that of their place in `LISTS`. What is empty
    in CSV is a missing number, or an empty text.

    Returns:
        Remarks: which texts a file of SPSS cannot hold as they are.
    """
    remarks: list[str] = []
    for table in tables_of(material.run).values():
        labels = dict(_labels(material, table))
        remarks += _write_table(folder / f"{table.name}.sav", table, labels, _notes(material))
    return remarks


def _labels(material: Material, table: Table) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the columns of a table that become numbers, with the labels of their words."""
    names = {column.name for column in table.columns}
    for column, words in LISTS.items():
        if column in names:
            yield (
                column,
                {each: word(each, material.lang) if each in _TRANSLATED else str(each) for each in words},
            )
    if "code" in names and table.name != "codebook":  # there a code names its row, beside its number
        yield "code", {row.code: row.label(material.lang) for row in code_rows(material.run.rules)}


def _notes(material: Material) -> list[str]:
    """Return what a file rests on, in lines that SPSS shows by DISPLAY DOCUMENTS."""
    lines = [f"beloften {material.run.info['beloften']}", f"codebook {rules_of(material)}"]
    return [part for line in lines for part in textwrap.wrap(line, _LONGEST_NOTE)]


def _write_table(path: Path, table: Table, labels: Labels, notes: list[str]) -> Iterator[str]:
    """Write a table; yield which texts it cannot hold as they are."""
    rows = list(table.dicts())
    values = {column.name: [row[column.name] for row in rows] for column in table.columns}
    for column in table.columns:
        if column.name in labels:
            values[column.name] = numbered(values[column.name], labels[column.name])
        elif column.type == "string":
            held = [holdable(text) for text in values[column.name]]
            changed = [row for row, text in enumerate(values[column.name], 1) if text != held[row - 1]]
            if changed:
                which = f"{table.name}, column {column.name}, row {changed[0]}"
                many = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
                yield f"Changed, since too long, with a NUL or with spaces at its end: {which}{many}."
            values[column.name] = held
    _write_values(path, table, values, labels, notes)


def numbered(words: Sequence[str], labels: Mapping[str, str]) -> list[int | None]:
    """Return the number of each word, its place among the labels; None for no word."""
    numbers = {"": None, **{each: number for number, each in enumerate(labels, 1)}}
    return [numbers[each] for each in words]


def holdable(text: str) -> str:
    """Return a text as SPSS holds it: so many bytes, without NUL, which ends it, and spaces at its end."""
    return _cut(text.replace("\0", "\N{SYMBOL FOR NULL}"), LONGEST).rstrip(" ")


def _cut(text: str, most: int) -> str:
    data = text.encode()
    return text if len(data) <= most else data[: most - len("…".encode())].decode("utf-8", "ignore") + "…"


def _write_values(
    path: Path, table: Table, values: Mapping[str, Sequence[Any]], labels: Labels, notes: list[str]
) -> None:
    coded = {name: _value_labels(words) for name, words in labels.items()}
    types = {column.name: _type(column, coded) for column in table.columns}
    try:
        pyreadstat.write_sav(
            pl.DataFrame(values, schema=types),
            str(path),
            column_labels={column.name: _cut(column.description, _LONGEST_LABEL) for column in table.columns},
            row_compress=True,
            note=notes,
            variable_value_labels=coded,
            variable_measure={column.name: _measure(column, coded) for column in table.columns},
            variable_format={
                column.name: f"F10.{column.decimals if column.type == 'number' else 0}"
                for column in table.columns
                if types[column.name] is not pl.String
            },
        )
    except pyreadstat.ReadstatError as error:  # a full disk
        raise OSError(str(error)) from error
    with path.open("r+b") as stream:
        stream.seek(_CREATED)
        stream.write(_NO_MOMENT)


def _value_labels(words: Mapping[str, str]) -> dict[int | float, str]:
    return {number: _cut(label, _LONGEST_VALUE_LABEL) for number, label in enumerate(words.values(), 1)}


def _type(column: Column, coded: Container[str]) -> type[pl.DataType]:
    if column.name in coded or column.type == "integer":
        return pl.Int64
    return pl.String if column.type == "string" else pl.Float64


def _measure(column: Column, coded: Container[str]) -> str:
    if column.name == "level":
        return "ordinal"
    return "nominal" if column.name in coded or column.type == "string" else "scale"
