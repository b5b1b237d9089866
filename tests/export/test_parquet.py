"""The Parquet files that polars wrote, read by DuckDB."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from beloften.export.asked import ExportFormat
from beloften.export.formats import export_run
from beloften.export.material import Material
from beloften.rundir.columns import BEVINDINGEN
from beloften.rundir.rows import Bevinding, DocumentRow
from beloften.tally.count import Telling
from tests.export.building import as_written, hostile, sample, typed

MADE = pytest.mark.parametrize("made", [sample, hostile])


def asked(query: str, *values: object) -> list[dict[str, Any]]:
    with duckdb.connect() as connection:
        answer = connection.execute(query, values)
        names = [column[0] for column in answer.description or ()]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def rows(folder: Path, table: str, kind: type) -> list[dict[str, Any]]:
    return [typed(row, kind) for row in asked("select * from read_parquet(?)", f"{folder / table}.parquet")]


@MADE
def test_all_rows_come_back_as_they_were(made: Callable[[], Material], tmp_path: Path) -> None:
    material = made()
    export_run(material, ExportFormat.PARQUET, tmp_path / "uit")
    run = material.run
    assert rows(tmp_path / "uit", "bevindingen", Bevinding) == as_written(run.bevindingen)
    assert rows(tmp_path / "uit", "documenten", DocumentRow) == as_written(run.documenten)
    assert rows(tmp_path / "uit", "tellingen", Telling) == as_written(run.tellingen)


def test_columns_have_types_and_what_is_empty_is_null(tmp_path: Path) -> None:
    export_run(sample(), ExportFormat.PARQUET, tmp_path / "uit")
    place = str(tmp_path / "uit" / "bevindingen.parquet")
    types = {
        row["column_name"]: row["column_type"]
        for row in asked("describe select * from read_parquet(?)", place)
    }
    assert (types["jaar"], types["sentence"]) == ("BIGINT", "VARCHAR")
    (counted,) = asked("select count(*) as all, count(stance) as with_stance from read_parquet(?)", place)
    findings = sample().run.bevindingen
    assert counted == {"all": len(findings), "with_stance": sum(bool(row.stance) for row in findings)}


def test_the_metadata_say_what_each_column_means_and_which_codebook_it_was(tmp_path: Path) -> None:
    export_run(sample(), ExportFormat.PARQUET, tmp_path / "uit")
    place = str(tmp_path / "uit" / "bevindingen.parquet")
    metadata = {bytes(row["key"]): row["value"] for row in asked("from parquet_kv_metadata(?)", place)}
    assert json.loads(metadata[b"columns"]) == {column.name: column.description for column in BEVINDINGEN}
    assert metadata[b"codebook"].decode().startswith("beloften ")


@MADE
def test_the_same_run_gives_the_same_bytes(made: Callable[[], Material], tmp_path: Path) -> None:
    for name in "ab":
        export_run(made(), ExportFormat.PARQUET, tmp_path / name)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name
