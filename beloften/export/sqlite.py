"""A SQLite database with full-text search, which Datasette and DB Browser open as it is."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from beloften.export.about import about
from beloften.export.material import Material
from beloften.export.tables import Table, tables_of
from beloften.rundir.datapackage import FOREIGN_KEYS, PRIMARY_KEYS

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL"}
_INDEXES = {
    "bevindingen": ("document", "gemeente", "code", "level", "stance"),
    "tellingen": ("code", "measure"),
    "documenten": ("gemeente",),
    "codebook": ("kind",),
}
"""The columns by which rows are looked up and counted; also those that Datasette suggests."""

# Datasette finds the index of a table only where the name stands between double quotes.
_SEARCH = """
CREATE VIRTUAL TABLE bevindingen_fts USING fts5(
    sentence, heading, content="bevindingen", tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO bevindingen_fts (bevindingen_fts) VALUES ('rebuild');
INSERT INTO bevindingen_fts (bevindingen_fts) VALUES ('optimize');
"""

_VIEWS = """
CREATE VIEW beloften_per_gemeente AS
SELECT t."group" AS gemeente, c.label_{lang} AS belofte, t.code,
       max(CASE t.measure WHEN 'belofte' THEN t.zinnen END) AS belofte_zinnen,
       max(CASE t.measure WHEN 'belofte' THEN t.rate END) AS belofte_rate,
       max(CASE t.measure WHEN 'belofte' THEN t.low END) AS belofte_low,
       max(CASE t.measure WHEN 'belofte' THEN t.high END) AS belofte_high,
       max(CASE t.measure WHEN 'genoemd' THEN t.zinnen END) AS genoemd_zinnen,
       max(CASE t.measure WHEN 'genoemd' THEN t.rate END) AS genoemd_rate,
       max(CASE t.measure WHEN 'expliciet' THEN t.zinnen END) AS expliciet_zinnen
FROM tellingen AS t JOIN codebook AS c ON c.code = t.code
WHERE t.kind IN ('belofte', 'koepel')
GROUP BY t."group", t.code ORDER BY min(t.rowid);

CREATE VIEW houdingen_per_gemeente AS
SELECT t."group" AS gemeente, c.label_{lang} AS waarde_of_logica, t.code, c.part_of AS logica,
       max(CASE t.measure WHEN 'afgezet' THEN t.zinnen END) AS afgezet_zinnen,
       max(CASE t.measure WHEN 'afgezet' THEN t.rate END) AS afgezet_rate,
       max(CASE t.measure WHEN 'onderschreven' THEN t.zinnen END) AS onderschreven_zinnen,
       max(CASE t.measure WHEN 'onderschreven' THEN t.rate END) AS onderschreven_rate,
       max(CASE t.measure WHEN 'neutraal' THEN t.zinnen END) AS neutraal_zinnen,
       max(CASE t.measure WHEN 'neutraal' THEN t.rate END) AS neutraal_rate
FROM tellingen AS t JOIN codebook AS c ON c.code = t.code
WHERE t.kind IN ('waarde', 'logica')
GROUP BY t."group", t.code ORDER BY min(t.rowid);

CREATE VIEW codes_per_document AS
SELECT d.document, d.citation, b.code, count(*) AS zinnen, d.words AS woorden,
       round(10000.0 * count(*) / d.words, 3) AS rate
FROM bevindingen AS b JOIN documenten AS d ON d.document = b.document
GROUP BY d.document, b.code;
"""


def write(material: Material, path: Path) -> None:
    """Write the four tables with their keys, an index of the sentences, views of tallies, and `over`."""
    with closing(sqlite3.connect(":memory:")) as database:
        for table in tables_of(material.run).values():
            _write_table(database, table)
        database.executescript(_SEARCH + _VIEWS.format(lang=material.lang))
        _write_about(database, material)
        database.commit()
        path.write_bytes(database.serialize())  # so that what cannot be written is an OSError, as elsewhere


def _write_table(database: sqlite3.Connection, table: Table) -> None:
    """Write a table; what is empty in CSV is NULL."""
    parts = [*(f'"{column.name}" {_TYPES[column.type]}' for column in table.columns), *_keys(table.name)]
    database.execute(f'CREATE TABLE "{table.name}" ({", ".join(parts)})')
    rows = (tuple(None if value == "" else value for value in row.values()) for row in table.dicts())
    places = ", ".join("?" * len(table.columns))
    database.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', rows)  # noqa: S608 - names of our own
    for column in _INDEXES[table.name]:
        database.execute(f'CREATE INDEX "{table.name}_{column}" ON "{table.name}" ("{column}")')


def _keys(table: str) -> Iterator[str]:
    yield f"PRIMARY KEY ({_names(PRIMARY_KEYS[f'{table}.csv'])})"
    for column, other in FOREIGN_KEYS[f"{table}.csv"].items():
        yield f'FOREIGN KEY ("{column}") REFERENCES "{Path(other).stem}" ("{column}")'


def _names(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _write_about(database: sqlite3.Connection, material: Material) -> None:
    """Write what the run was made with, and what each column means."""
    database.execute("CREATE TABLE over (naam TEXT PRIMARY KEY, tekst TEXT NOT NULL)")
    database.executemany("INSERT INTO over VALUES (?, ?)", about(material))
    database.execute(
        "CREATE TABLE kolommen (tabel TEXT, kolom TEXT, betekenis TEXT, PRIMARY KEY (tabel, kolom))"
    )
    database.executemany(
        "INSERT INTO kolommen VALUES (?, ?, ?)",
        (
            (table.name, column.name, column.description)
            for table in tables_of(material.run).values()
            for column in table.columns
        ),
    )
