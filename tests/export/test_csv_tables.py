"""The CSV of an export is read back by what its data package says of it, and by nothing else."""

import csv
import hashlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from beloften.export.asked import ExportFormat
from beloften.export.formats import export_run
from beloften.export.material import Material
from beloften.safe_text import unguard_cell
from tests.export.building import as_written, hostile, sample, with_known_numbers

BOTH = pytest.mark.parametrize("to", [ExportFormat.CSV, ExportFormat.EXCEL_CSV])
TYPES: dict[str, Callable[[str], Any]] = {"string": unguard_cell, "integer": int, "number": float}


def resources(folder: Path) -> dict[str, dict[str, Any]]:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return {resource["name"]: resource for resource in package["resources"]}


def rows(folder: Path, resource: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Read a file as a program does that knows the data package only."""
    csv.field_size_limit(sys.maxsize)
    with (folder / resource["path"]).open(encoding="utf-8-sig", newline="") as stream:
        for line in csv.DictReader(stream, delimiter=resource["dialect"]["delimiter"], strict=True):
            yield {field["name"]: cell(line[field["name"]], field) for field in resource["schema"]["fields"]}


def cell(text: str, field: Mapping[str, str]) -> str | float | None:
    if not text:
        return "" if field["type"] == "string" else None
    if "decimalChar" in field:
        text = text.replace(field["decimalChar"], ".")
    value: str | float = TYPES[field["type"]](text)
    return value


@BOTH
@pytest.mark.parametrize("made", [sample, hostile])
def test_all_rows_come_back_as_they_were(
    to: ExportFormat, made: Callable[[], Material], tmp_path: Path
) -> None:
    material = made()
    export_run(material, to, tmp_path / "uit")
    found = resources(tmp_path / "uit")
    run = material.run
    assert list(rows(tmp_path / "uit", found["bevindingen"])) == as_written(run.bevindingen)
    assert list(rows(tmp_path / "uit", found["documenten"])) == as_written(run.documenten)
    assert list(rows(tmp_path / "uit", found["tellingen"])) == as_written(run.tellingen)


@BOTH
def test_the_data_package_has_the_size_and_hash_of_each_file(to: ExportFormat, tmp_path: Path) -> None:
    export_run(sample(), to, tmp_path / "uit")
    for resource in resources(tmp_path / "uit").values():
        data = (tmp_path / "uit" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_the_keys_of_the_data_package_hold(tmp_path: Path) -> None:
    folder = tmp_path / "uit"
    export_run(sample(), ExportFormat.CSV, folder)
    found = resources(folder)
    tables = {name: list(rows(folder, resource)) for name, resource in found.items()}
    for name, resource in found.items():
        key = resource["schema"]["primaryKey"]
        keys = [tuple(row[part] for part in ([key] if isinstance(key, str) else key)) for row in tables[name]]
        assert len(set(keys)) == len(keys), name
        for foreign in resource["schema"].get("foreignKeys", ()):
            other = foreign["reference"]
            there = {row[other["fields"]] for row in tables[other["resource"]]}
            assert {row[foreign["fields"]] for row in tables[name]} <= there, (name, foreign)
    assert "codebook" in found


def test_a_dutch_excel_sees_columns_decimals_and_letters(tmp_path: Path) -> None:
    """It takes semicolons for columns, commas for decimals, and letters for UTF-8 after a byte order mark."""
    export_run(with_known_numbers(), ExportFormat.EXCEL_CSV, tmp_path / "uit")
    first, second = (tmp_path / "uit" / "tellingen.csv").read_bytes().split(b"\r\n")[:2]
    assert first.startswith(b"\xef\xbb\xbfgroup;gemeente_code;code;")
    assert b";14,270;3,955;135,721;" in second


@BOTH
def test_nothing_that_a_document_holds_begins_a_formula(to: ExportFormat, tmp_path: Path) -> None:
    export_run(hostile(), to, tmp_path / "uit")
    for name, resource in resources(tmp_path / "uit").items():
        with (tmp_path / "uit" / resource["path"]).open(encoding="utf-8-sig", newline="") as stream:
            for line in csv.reader(stream, delimiter=resource["dialect"]["delimiter"]):
                assert not [text for text in line if text.startswith(tuple("=+-@\t\r＝"))], name


@BOTH
def test_the_same_run_gives_the_same_bytes(to: ExportFormat, tmp_path: Path) -> None:
    for name in "ab":
        export_run(sample(), to, tmp_path / name)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()
