"""JSON lines: a file per table, an object per row."""

import json
from pathlib import Path

from beloften.export.material import Material
from beloften.export.tables import tables_of


def write(material: Material, folder: Path) -> None:
    """Write a file per table into an empty folder."""
    for table in tables_of(material.run).values():
        lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in table.dicts()]
        (folder / f"{table.name}.jsonl").write_text("".join(lines), encoding="utf-8", newline="\n")
