"""`datapackage.json`: what the CSV files of a run hold, for programs (Frictionless Data Package 1)."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from beloften.report.columns import BEVINDINGEN, DOCUMENTEN, TELLINGEN, ZINNEN, Column

CSV_FILES: Mapping[str, Sequence[Column]] = {
    "bevindingen.csv": BEVINDINGEN,
    "tellingen.csv": TELLINGEN,
    "documenten.csv": DOCUMENTEN,
    "zinnen.csv": ZINNEN,
}
"""The CSV files of a run with their columns."""

_TITLES = {
    "bevindingen.csv": "Findings: one code in one sentence, with its place and what made it",
    "tellingen.csv": "Counts and rates per gemeente, code and measure",
    "documenten.csv": "Files of the run, read or not",
    "zinnen.csv": "Sentences that were read, without their text",
}
_KEYS: Mapping[str, Mapping[str, Any]] = {
    "bevindingen.csv": {
        "primaryKey": "fingerprint",
        "foreignKeys": [
            {"fields": "document", "reference": {"resource": "documenten", "fields": "document"}}
        ],
    },
    "tellingen.csv": {"primaryKey": ["group", "code", "measure"]},
    "documenten.csv": {"primaryKey": "document"},
    "zinnen.csv": {
        "primaryKey": ["document", "sentence_index"],
        "foreignKeys": [
            {"fields": "document", "reference": {"resource": "documenten", "fields": "document"}}
        ],
    },
}


def data_package(folder: Path) -> dict[str, Any]:
    """Describe the CSV files that stand in a folder, with their sizes and hashes."""
    return {
        "profile": "tabular-data-package",
        "name": "beloften-run",
        "title": "Beloften van nabijheid: findings and counts",
        "resources": [_resource(folder / name, columns) for name, columns in CSV_FILES.items()],
    }


def _resource(path: Path, columns: Sequence[Column]) -> dict[str, Any]:
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
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True},
        "schema": {
            "fields": [
                {"name": column.name, "type": column.type, "description": column.description}
                for column in columns
            ],
            "missingValues": [""],
            **_KEYS[path.name],
        },
    }
