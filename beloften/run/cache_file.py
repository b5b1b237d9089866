"""The file of the cache: an SQLite database that several runs may use at once."""

import hashlib
import os
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

FOLDER_VARIABLE = "BELOFTEN_CACHE"
"""Environment variable that names another folder for the cache."""

SIZE_LIMIT = 2 * 1024**3
"""Bytes of the cache beyond which results of other editions go, those first that were not used longest."""

_FILE = "results-1.sqlite"  # the number is that of the tables below
_TABLES = """
    CREATE TABLE IF NOT EXISTS results (
        key BLOB PRIMARY KEY, edition TEXT NOT NULL, used INTEGER NOT NULL, checksum BLOB NOT NULL,
        packed BLOB NOT NULL
    );
    CREATE INDEX IF NOT EXISTS by_use ON results (used);
"""
RULES_EDITION = "rules"
"""The edition of entries that are no results but codebooks, which stay as long as there is room."""

_BUSY_SECONDS = 60.0


def cache_folder() -> Path:
    """Return the folder of the cache: the one that BELOFTEN_CACHE names, or else the user's own."""
    if named := os.environ.get(FOLDER_VARIABLE):
        return Path(named)
    if sys.platform == "win32":
        return (
            Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "beloften" / "cache"
        )
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "beloften"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "beloften"


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What a cache holds: its folder, the number of results, and their size on disk in bytes."""

    folder: Path
    results: int
    size: int


def cache_info(folder: Path) -> CacheInfo:
    """Look what a cache holds.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    if not (folder / _FILE).exists():
        return CacheInfo(folder, 0, 0)
    connection = open_cache(folder)
    try:
        (results,) = connection.execute(
            "SELECT count(*) FROM results WHERE edition <> ?", [RULES_EDITION]
        ).fetchone()
    finally:
        connection.close()
    return CacheInfo(folder, results, sum(path.stat().st_size for path in _files(folder)))


def clear_cache(folder: Path) -> None:
    """Forget all results; where the cache is damaged or its disk full, by removing its files.

    Runs that are under way go on with what they have.

    Raises:
        OSError: the files of the cache cannot be removed.
        sqlite3.Error: others are writing to it for too long.
    """
    if not (folder / _FILE).exists():
        return
    try:
        with closing(open_cache(folder)) as connection:
            with writing(connection):
                connection.execute("DELETE FROM results")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise
        for path in _files(folder):
            path.unlink(missing_ok=True)


def _files(folder: Path) -> list[Path]:
    """The file of the cache and those that SQLite keeps beside it."""
    return sorted(folder.glob(f"{_FILE}*"))


def open_cache(folder: Path) -> sqlite3.Connection:
    """Open the database in a folder, and make both when they are not there.

    Raises:
        OSError: the folder cannot be made.
        sqlite3.Error: it cannot be opened, or is none.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    connection = sqlite3.connect(folder / _FILE, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous = NORMAL")  # a power cut may cost the last results, no more
        connection.executescript(_TABLES)
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let readers and a writer go on side by side.

    For this one step SQLite does not wait until others that take it too are done.
    """
    give_up = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
            time.sleep(0.05)
        else:
            return


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that takes its turn at once, and not when another has written meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def read_entry(connection: sqlite3.Connection, key: bytes) -> tuple[bytes, int] | None:
    """Return an entry and when it was used last, in seconds; None when it is not there, or is damaged."""
    row = connection.execute(
        "SELECT CAST(packed AS BLOB), checksum, CAST(used AS INTEGER) FROM results WHERE key = ?", [key]
    ).fetchone()
    return (row[0], row[2]) if row and _checksum(key, row[0]) == row[1] else None


def write_entry(connection: sqlite3.Connection, key: bytes, edition: str, packed: bytes) -> None:
    """Put an entry in the place of one that has the same key, if any."""
    values = (key, edition, int(time.time()), _checksum(key, packed), packed)
    with writing(connection):
        connection.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?)", values)


def note_use(connection: sqlite3.Connection, keys: Iterable[bytes]) -> None:
    """Note that entries are used now."""
    now = int(time.time())
    with writing(connection):
        connection.executemany("UPDATE results SET used = ? WHERE key = ?", [(now, key) for key in keys])


def make_room(connection: sqlite3.Connection, edition: str) -> None:
    """Forget results of other editions while the cache is too large; the room is used for later ones."""
    pages, free, page = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    too_much = (pages - free) * page - SIZE_LIMIT
    if too_much <= 0:
        return
    goes = []
    for key, size in connection.execute(
        "SELECT key, length(packed) FROM results WHERE edition <> ? ORDER BY used, key", [edition]
    ):
        if too_much <= 0:
            break
        goes.append((key,))
        too_much -= size
    with writing(connection):
        connection.executemany("DELETE FROM results WHERE key = ?", goes)


def _checksum(key: bytes, packed: bytes) -> bytes:
    return hashlib.blake2b(key + packed, digest_size=16).digest()
