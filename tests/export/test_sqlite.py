"""The database holds the run, keeps its keys, and finds sentences by their words."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from beloften.export.asked import ExportFormat
from beloften.export.formats import export_run
from beloften.export.material import Material
from beloften.rundir.rows import Bevinding, DocumentRow
from beloften.tally.count import Telling
from tests.export.building import as_written, hostile, sample, typed


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with opened(sample(), tmp_path) as connection:
        yield connection


@contextmanager
def opened(material: Material, folder: Path) -> Iterator[sqlite3.Connection]:
    export_run(material, ExportFormat.SQLITE, folder / "x.sqlite")
    with closing(sqlite3.connect(folder / "x.sqlite")) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def rows(database: sqlite3.Connection, table: str, kind: type) -> list[dict[str, Any]]:
    return [typed(dict(row), kind) for row in database.execute(f'SELECT * FROM "{table}" ORDER BY rowid')]  # noqa: S608 - of our own


@pytest.mark.parametrize("made", [sample, hostile])
def test_all_rows_come_back_as_they_were(made: Callable[[], Material], tmp_path: Path) -> None:
    run = made().run
    with opened(made(), tmp_path) as database:
        assert rows(database, "bevindingen", Bevinding) == as_written(run.bevindingen)
        assert rows(database, "documenten", DocumentRow) == as_written(run.documenten)
        assert rows(database, "tellingen", Telling) == as_written(run.tellingen)


def test_keys_hold(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    links = {row["from"]: row["table"] for row in database.execute("PRAGMA foreign_key_list(bevindingen)")}
    assert links == {"document": "documenten", "code": "codebook"}


def test_sentences_are_found_by_their_words_with_or_without_accents(database: sqlite3.Connection) -> None:
    query = (
        "SELECT sentence FROM bevindingen WHERE rowid IN "
        "(SELECT rowid FROM bevindingen_fts WHERE bevindingen_fts MATCH ?)"
    )
    found = [row["sentence"] for row in database.execute(query, ["een"])]
    assert [text for text in found if "één" in text]
    assert [text for text in found if " een " in text]
    assert len(found) < len(sample().run.bevindingen)


def test_datasette_finds_the_index(database: sqlite3.Connection) -> None:
    """The condition is that of its function detect_fts."""
    like = '%VIRTUAL TABLE%USING FTS%content="bevindingen"%'
    query = "SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?"
    assert [row["name"] for row in database.execute(query, [like])] == ["bevindingen_fts"]


def test_a_view_has_the_promises_per_gemeente_side_by_side(database: sqlite3.Connection) -> None:
    query = "SELECT * FROM beloften_per_gemeente WHERE gemeente = 'Elzervoort' AND code = 'vertrouwdheid'"
    row = database.execute(query).fetchone()
    counts = {
        count.measure: count
        for count in sample().run.tellingen
        if (count.group, count.code) == ("Elzervoort", "vertrouwdheid")
    }
    assert row["belofte"] == "Vertrouwdheid"
    assert row["belofte_rate"] == counts["belofte"].rate
    assert row["genoemd_zinnen"] == counts["genoemd"].zinnen


def test_a_view_has_the_stances_per_gemeente_side_by_side(database: sqlite3.Connection) -> None:
    query = "SELECT * FROM houdingen_per_gemeente WHERE gemeente = 'Elzervoort' AND code = 'taakgericht'"
    row = database.execute(query).fetchone()
    (count,) = [
        count.zinnen
        for count in sample().run.tellingen
        if (count.group, count.code, count.measure) == ("Elzervoort", "taakgericht", "afgezet")
    ]
    assert (row["logica"], row["afgezet_zinnen"]) == ("bureaucratisch", count)


def test_a_view_counts_sentences_per_document(database: sqlite3.Connection) -> None:
    counted = database.execute("SELECT sum(zinnen) FROM codes_per_document").fetchone()[0]
    assert counted == len(sample().run.bevindingen)


def test_labels_are_in_the_language_asked_for(tmp_path: Path) -> None:
    query = "SELECT DISTINCT belofte FROM beloften_per_gemeente WHERE code = 'maatwerk'"
    with opened(replace(sample(), lang="en"), tmp_path) as database:
        assert [row["belofte"] for row in database.execute(query)] == ["Tailored support"]


def test_it_says_what_it_rests_on_and_what_the_columns_mean(database: sqlite3.Connection) -> None:
    told = {row["naam"]: row["tekst"] for row in database.execute("SELECT * FROM over")}
    assert told["Programma"] == f"beloften {sample().run.info['beloften']}"
    query = "SELECT betekenis FROM kolommen WHERE tabel = 'tellingen' AND kolom = 'zinnen'"
    assert database.execute(query).fetchone()["betekenis"] == "Sentences with the code."


@pytest.mark.parametrize("made", [sample, hostile])
def test_the_same_run_gives_the_same_bytes(made: Callable[[], Material], tmp_path: Path) -> None:
    for name in "ab":
        export_run(made(), ExportFormat.SQLITE, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
