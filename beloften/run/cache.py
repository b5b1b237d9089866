"""What was read before: packed results by the content of the file and the edition that made them.

It is one SQLite file. Several runs may use it at once; each result is there as soon as it is known, whole or
not at all, so that a run that was stopped goes on where it was. Whatever goes wrong with it costs time only.
"""

import hashlib
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from types import TracebackType
from typing import Self

from beloften.corpus.location import is_remote
from beloften.corpus.source import Source
from beloften.extract.ocr import OCR_FAILED
from beloften.run.cache_file import FOLDER_VARIABLE, make_room, note_use, open_cache, read_entry, write_entry
from beloften.run.result import DocumentResult

LARGEST_FILE = 1024**3
"""Bytes of a file that is looked up in the cache: no worker can read a larger one."""

OF_THIS_MACHINE = frozenset({"timeout", "memory", "crashed"})
"""Statuses that another machine, or this one at another time, may not give: such results are not kept."""

_DAY = 24 * 3600


class Cache:
    """The results that were kept, for runs of one edition.

    Attributes:
        problem: why it is not used, or no longer; "" when it is.
    """

    def __init__(self, folder: Path | None, edition: str) -> None:
        """Open the cache in a folder, which is made when it is not there; None for one that keeps nothing."""
        self.problem = ""
        self._folder = folder
        self._edition = edition
        self._seen: list[bytes] = []
        self._connection: sqlite3.Connection | None = None
        with self._without_harm():
            if folder:
                self._connection = open_cache(folder)

    def __enter__(self) -> Self:
        """Use the cache for a run."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Note what was used, make room if there is need, and close."""
        with self._without_harm():
            if self._connection:
                if self._seen:
                    note_use(self._connection, self._seen)
                make_room(self._connection, self._edition)
        if self._connection:
            self._connection.close()

    def find(self, source: Source) -> bytes | None:
        """Return the packed result of a file whose content was read before, whatever its name was.

        What is behind a URL is not asked for: only who reads it does that. An entry that is not what was
        kept is as good as none.
        """
        sha256 = _content(source.path) if self._connection and not is_remote(source.path) else None
        if not (self._connection and sha256):
            return None
        key = self._key(sha256, source)
        with self._without_harm():
            entry = read_entry(self._connection, key)
            if entry:
                packed, used = entry
                if used < time.time() - _DAY:
                    self._seen.append(key)
                return packed
        return None

    def keep(self, result: DocumentResult, packed: bytes) -> None:
        """Keep the result of a document, unless it is down to this machine."""
        of_this_machine = result.status in OF_THIS_MACHINE or OCR_FAILED in result.remark
        if of_this_machine or not (self._connection and result.sha256):
            return
        key = self._key(result.sha256, result.source)
        with self._without_harm():
            write_entry(self._connection, key, self._edition, packed)

    def _key(self, sha256: str, source: Source) -> bytes:
        """Of the name only the suffix matters to how a file is read."""
        suffix = PurePath(source.name).suffix.lower()
        return hashlib.sha256(f"{self._edition}\0{sha256}\0{suffix}".encode()).digest()

    @contextmanager
    def _without_harm(self) -> Iterator[None]:
        """When the cache fails, say why once and go on without it."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            self.problem = (
                f"The cache in {self._folder} cannot be used: {error}. The next run reads all anew. "
                f"Make room, empty it with `beloften cache clear`, or name another in {FOLDER_VARIABLE}."
            )
            if self._connection:
                self._connection.close()
                self._connection = None


NO_CACHE = Cache(None, "")
"""A cache that knows nothing and keeps nothing."""


def _content(path: Path) -> str | None:
    """Return the SHA-256 of a file; None for what is no file, cannot be read or is too large to be read."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST_FILE:
            return None
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
