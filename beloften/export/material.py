"""What exports are made of: a run, and the documents that it was made from."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from beloften.corpus.discover import writable_name
from beloften.errors import UsageError
from beloften.export.asked import TableName
from beloften.rundir.read import Run
from beloften.rundir.rows import DocumentRow

Lang = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Material:
    """What an export is made of.

    Attributes:
        name: of the run: names files, and the whole where a format has a title.
        run: the run, as it stands on disk; `run.rules` has labels and definitions of its codes.
        lang: language of labels.
        originals: where the documents are, by their names in the run: those that were found and have the same
            bytes as when they were scanned.
        tables: which tables a paper gets.
    """

    name: str
    run: Run
    lang: Lang = "nl"
    originals: Mapping[str, Path] = field(default_factory=dict)
    tables: Collection[TableName] = tuple(TableName)

    def original(self, document: str) -> Path:
        """Return where a document is.

        Raises:
            UsageError: it was not found.
        """
        if document not in self.originals:
            raise UsageError(
                f"{document} is not there, or is not the file that was scanned.",
                "Name the folder that it was scanned in with --documents, or scan again.",
            )
        return self.originals[document]


def find_originals(documents: Iterable[DocumentRow], folder: Path) -> dict[str, Path]:
    """Find the files of a run in a folder: by name, and their bytes are the same.

    Args:
        documents: of the run.
        folder: the one that was scanned, or one above it.

    Returns:
        Where each document is that was found, by its name in the run.
    """
    by_name: dict[str, list[Path]] = {}
    for path in sorted(folder.rglob("*")):
        by_name.setdefault(writable_name(path.name), []).append(path)
    found: dict[str, Path] = {}
    for row in documents:
        places = (folder / row.document, *by_name.get(row.document.rsplit("/", 1)[-1], ()))
        there = next((path for path in places if row.sha256 and _has_hash(path, row.sha256)), None)
        if there:
            found[row.document] = there
    return found


def _has_hash(path: Path, sha256: str) -> bool:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == sha256
    except (OSError, ValueError):  # the latter for a name that no file can have
        return False
