"""`datapackage.json`: what the CSV files of a run hold, for programs (Frictionless Data Package 1)."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from beloften.rundir.columns import BEVINDINGEN, DOCUMENTEN, TELLINGEN, ZINNEN, Column
from beloften.rundir.csv_rows import PLAIN, Dialect

CSV_FILES: Mapping[str, Sequence[Column]] = {
    "bevindingen.csv": BEVINDINGEN,
    "tellingen.csv": TELLINGEN,
    "documenten.csv": DOCUMENTEN,
    "zinnen.csv": ZINNEN,
}
"""The CSV files of a run with their columns."""

PACKAGE_FILE = "datapackage.json"
"""The file that describes them."""

CODEBOOK_FILE = "codebook.csv"
"""The file that an export has besides: what the codes mean."""

_TITLES = {
    "bevindingen.csv": "Findings: one code in one sentence, with its place and what made it",
    "tellingen.csv": "Counts and rates per gemeente, code and measure",
    "documenten.csv": "Files of the run, read or not",
    "zinnen.csv": "Sentences that were read, without their text",
    CODEBOOK_FILE: "Codes, with what they mean",
}
PRIMARY_KEYS: Mapping[str, Sequence[str]] = {
    "bevindingen.csv": ("fingerprint",),
    "tellingen.csv": ("group", "code", "measure"),
    "documenten.csv": ("document",),
    "zinnen.csv": ("document", "sentence_index"),
    CODEBOOK_FILE: ("code",),
}
"""The columns that together name a row of a file."""

FOREIGN_KEYS: Mapping[str, Mapping[str, str]] = {
    "bevindingen.csv": {"document": "documenten.csv", "code": CODEBOOK_FILE},
    "tellingen.csv": {"code": CODEBOOK_FILE},
    "documenten.csv": {},
    "zinnen.csv": {"document": "documenten.csv"},
    CODEBOOK_FILE: {},
}
"""The columns of a file that name a row of another, where that is there."""


def data_package(
    folder: Path,
    files: Mapping[str, Sequence[Column]] = CSV_FILES,
    dialect: Dialect = PLAIN,
    name: str = "beloften-run",
) -> dict[str, Any]:
    """Describe the CSV files that stand in a folder, with their sizes and hashes.

    Args:
        folder: where they are.
        files: their names and columns.
        dialect: how they are written.
        name: of the whole.
    """
    return {
        "profile": "tabular-data-package",
        "name": name,
        "title": "Beloften van nabijheid: findings and counts",
        "resources": [_resource(folder / file, files, dialect) for file in files],
    }


def _resource(path: Path, files: Mapping[str, Sequence[Column]], dialect: Dialect) -> dict[str, Any]:
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return {
        "profile": "tabular-data-resource",
        "name": path.stem,
        "path": path.name,
        "title": _TITLES[path.name],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "dialect": {
            "delimiter": dialect.delimiter,
            "lineTerminator": dialect.line_end,
            "quoteChar": '"',
            "doubleQuote": True,
        },
        "schema": {
            "fields": [_field(column, dialect) for column in files[path.name]],
            "missingValues": [""],
            **_keys(path.name, files),
        },
    }


def _field(column: Column, dialect: Dialect) -> dict[str, str]:
    field = {"name": column.name, "type": column.type, "description": column.description}
    if column.type == "number" and dialect.decimal_mark != ".":
        field["decimalChar"] = dialect.decimal_mark
    return field


def _keys(file: str, files: Mapping[str, Sequence[Column]]) -> dict[str, Any]:
    """The keys of a file: a single column goes by its name, as in all versions of the standard."""
    primary = PRIMARY_KEYS[file]
    keys: dict[str, Any] = {"primaryKey": primary[0] if len(primary) == 1 else list(primary)}
    foreign = [
        {"fields": column, "reference": {"resource": Path(other).stem, "fields": column}}
        for column, other in FOREIGN_KEYS[file].items()
        if other in files
    ]
    return {**keys, "foreignKeys": foreign} if foreign else keys
