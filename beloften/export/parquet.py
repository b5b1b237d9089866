"""Parquet: typed columns for R, Python, DuckDB and the like."""

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from beloften.export.material import Material
from beloften.export.tables import Table, tables_of
from beloften.report.wording import edition_name
from beloften.rundir.columns import Column
from beloften.rundir.run_info import edition_of

_TYPES: Mapping[str, type[pl.DataType]] = {"string": pl.String, "integer": pl.Int64, "number": pl.Float64}
_REPEATED = frozenset(
    {"gemeente", "group", "document", "code", "kind", "level", "stance", "measure", "interval", "soort"}
)
"""Columns of few values in many rows: a program reads them as categories."""


def write(material: Material, folder: Path) -> None:
    """Write a file per table into an empty folder; what is empty in CSV is null.

    The metadata of a file have what its columns mean (`columns`, a JSON object) and what it rests on.
    """
    made_with = {
        "beloften": str(material.run.info["beloften"]),
        "codebook": edition_name(edition_of(material.run.info), "en"),
    }
    for table in tables_of(material.run).values():
        meanings = {column.name: column.description for column in table.columns}
        metadata = {**made_with, "columns": json.dumps(meanings, ensure_ascii=False)}
        stream = io.BytesIO()  # so that what cannot be written is an OSError, as elsewhere
        frame_of(table).write_parquet(stream, metadata=metadata)
        (folder / f"{table.name}.parquet").write_bytes(stream.getvalue())


def frame_of(table: Table) -> pl.DataFrame:
    """Return a table as a data frame, with null for what is empty."""
    rows = [{name: _known(value) for name, value in row.items()} for row in table.dicts()]
    return pl.DataFrame(rows, schema={column.name: _type(column) for column in table.columns})


def _type(column: Column) -> Any:  # noqa: ANN401 - of polars, an instance or a class
    return pl.Categorical if column.name in _REPEATED else _TYPES[column.type]


def _known(value: str | float | None) -> str | float | None:
    return None if value == "" else value
