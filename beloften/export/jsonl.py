"""JSON lines: a file per table, an object per row."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from beloften.export.about import about
from beloften.export.material import Material
from beloften.export.tables import tables_of


def write(material: Material, folder: Path) -> None:
    """Write a file per table, and `over` with what they rest on, into an empty folder."""
    for table in tables_of(material.run).values():
        _write(folder / f"{table.name}.jsonl", table.dicts())
    _write(folder / "over.jsonl", ({"naam": name, "tekst": text} for name, text in about(material)))


def _write(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
